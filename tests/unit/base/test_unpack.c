#include "base/unpack.h"

#include "unpacked.h"

#define TIDE "low tide at nine "

static stm_status open_xz(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_XZ, err);
}

static stm_status open_bzip2(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_BZIP2, err);
}

static stm_status open_lz4(stm_stream **out, stm_window *from, stm_error *err)
{
    return stm_unpack_open(out, from, STM_PACKING_LZ4, err);
}

static void expect_both(unpacked_opener *open, const char *filter)
{
    stm_bytes one = pack_filter(STM_LIT(TIDE), filter);
    stm_bytes two = pack_join(pack_filter(STM_LIT(TIDE), filter),
                              pack_filter(STM_LIT(TIDE), filter));
    expect_unpacked(open, one, TIDE);
    expect_unpacked(open, two, TIDE TIDE);
}

static void xz_is_unpacked(void **state)
{
    (void)state;
    expect_both(open_xz, "xz");
}

static void bzip2_is_unpacked(void **state)
{
    (void)state;
    expect_both(open_bzip2, "bzip2");
}

static void lz4_is_unpacked(void **state)
{
    (void)state;
    expect_both(open_lz4, "lz4");
}

static void an_early_end_is_named(void **state)
{
    (void)state;
    stm_bytes b = pack_filter(STM_LIT(TIDE TIDE TIDE), "xz");
    b.len -= 20;
    stm_bytes got = unpacked(open_xz, (stm_str){b.ptr, b.len}, SIZE_MAX, 1000);
    assert_non_null(strstr(got.ptr, "{the xz data end too early@"));
    free(got.ptr);
    free(b.ptr);
}

static void damage_is_named_and_ends_it(void **state)
{
    (void)state;
    stm_bytes b = pack_join(pack_filter(STM_LIT(TIDE TIDE), "bzip2"),
                            pack_filter(STM_LIT(TIDE), "bzip2"));
    b.ptr[30] ^= 0x55;
    stm_bytes got =
        unpacked(open_bzip2, (stm_str){b.ptr, b.len}, SIZE_MAX, 1000);
    assert_non_null(strstr(got.ptr, "bzip2 data"));
    assert_null(strstr(got.ptr, "{{"));
    free(got.ptr);
    free(b.ptr);
}

static void what_is_not_packed_is_not_given_as_it_is(void **state)
{
    (void)state;
    stm_bytes got =
        unpacked(open_bzip2, STM_LIT("BZh91AY&SY and so on"), SIZE_MAX, 1000);
    assert_int_equal(*got.ptr, '{');
    free(got.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xz_is_unpacked),
        cmocka_unit_test(bzip2_is_unpacked),
        cmocka_unit_test(lz4_is_unpacked),
        cmocka_unit_test(an_early_end_is_named),
        cmocka_unit_test(damage_is_named_and_ends_it),
        cmocka_unit_test(what_is_not_packed_is_not_given_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
