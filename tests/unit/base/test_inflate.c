#include "base/inflate.h"

#include "unpacked.h"

static stm_str of(stm_bytes b) { return (stm_str){b.ptr, b.len}; }

/* Frees `packed`. */
static void
expect(stm_status (*unpack)(stm_bytes *, stm_str, size_t, stm_error *),
       stm_bytes packed, size_t max, stm_status code, const char *text)
{
    stm_bytes out;
    stm_error err = {0};
    assert_int_equal(unpack(&out, of(packed), max, &err), code);
    assert_int_equal(err.code, code);
    assert_int_equal(out.len, strlen(text));
    if (out.len)
        assert_memory_equal(out.ptr, text, out.len);
    free(out.ptr);
    free(packed.ptr);
}

static void all_three_wrappers_are_told_by_their_heads(void **state)
{
    (void)state;
    stm_str tide = STM_LIT("low tide at nine");
    stm_bytes zlib = pack_zlib(tide);
    expect(stm_inflate, pack_gzip(tide), 100, STM_OK, "low tide at nine");
    expect(stm_inflate, pack_copy(of(zlib)), 100, STM_OK, "low tide at nine");
    expect(stm_inflate, pack_copy((stm_str){zlib.ptr + 2, zlib.len - 6}), 100,
           STM_OK, "low tide at nine");
    free(zlib.ptr);
    expect(stm_inflate, pack_join(pack_gzip(tide), pack_gzip(tide)), 100,
           STM_OK, "low tide at ninelow tide at nine");
}

static void zstd_is_unpacked_too(void **state)
{
    (void)state;
    expect(stm_inflate_zstd, pack_zstd(STM_LIT("low tide")), 100, STM_OK,
           "low tide");
}

static void more_than_the_limit_is_refused(void **state)
{
    (void)state;
    stm_bytes out;
    stm_error err;
    char *zeros = calloc(1, 1 << 20);
    assert_non_null(zeros);
    stm_bytes b = pack_gzip((stm_str){zeros, 1 << 20});
    stm_bytes z = pack_zstd((stm_str){zeros, 1 << 20});
    free(zeros);
    assert_int_equal(stm_inflate(&out, of(b), 1000, &err), STM_ELIMIT);
    assert_string_equal(err.message, "larger than 1000 bytes when unpacked");
    assert_true(out.len <= 1001);
    free(out.ptr);
    assert_int_equal(stm_inflate(&out, of(b), 1 << 20, &err), STM_OK);
    assert_int_equal(out.len, 1 << 20);
    free(out.ptr);
    assert_int_equal(stm_inflate_zstd(&out, of(z), 1000, &err), STM_ELIMIT);
    free(out.ptr);
    free(b.ptr);
    free(z.ptr);
}

static void damage_and_early_ends_are_told_apart(void **state)
{
    (void)state;
    stm_bytes b = pack_gzip(STM_LIT("low tide"));
    b.len -= 8;
    expect(stm_inflate, b, 100, STM_EIO, "low tide");
    b = pack_gzip(STM_LIT("low tide"));
    b.ptr[b.len - 6] ^= 1;
    expect(stm_inflate, b, 100, STM_EFORMAT, "low tide");
    expect(stm_inflate, pack_copy(STM_LIT("")), 100, STM_EIO, "");
    expect(stm_inflate, pack_copy(STM_LIT("\x07")), 100, STM_EFORMAT, "");
    b = pack_zstd(STM_LIT("low tide"));
    b.len = 6;
    expect(stm_inflate_zstd, b, 100, STM_EIO, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_three_wrappers_are_told_by_their_heads),
        cmocka_unit_test(zstd_is_unpacked_too),
        cmocka_unit_test(more_than_the_limit_is_refused),
        cmocka_unit_test(damage_and_early_ends_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
