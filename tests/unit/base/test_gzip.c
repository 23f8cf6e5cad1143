#include "base/gzip.h"

#include "unpacked.h"

#define TIDE "low tide at nine "
#define MILL "the mill stands still "

static stm_bytes two(void)
{
    return pack_join(pack_gzip(STM_LIT(TIDE)), pack_gzip(STM_LIT(MILL)));
}

static void members_follow_each_other(void **state)
{
    (void)state;
    expect_unpacked(stm_gzip_open, pack_gzip(STM_LIT(TIDE)), TIDE);
    expect_unpacked(stm_gzip_open, two(), TIDE MILL);
    expect_unpacked(stm_gzip_open, pack_join(pack_gzip(STM_LIT("")), two()),
                    TIDE MILL);
    expect_unpacked(stm_gzip_open, pack_copy(STM_LIT("")), "");
}

static void heads_may_have_names_and_notes(void **state)
{
    (void)state;
    stm_bytes plain = pack_gzip(STM_LIT(TIDE));
    stm_bytes b =
        pack_join(pack_copy(STM_LIT(
                      "\x1f\x8b\x08\x1c\0\0\0\0\0\3\4\0sl\0\0name\0note\0")),
                  pack_copy((stm_str){plain.ptr + 10, plain.len - 10}));
    free(plain.ptr);
    expect_unpacked(stm_gzip_open, b, TIDE);
}

static void zeros_behind_it_are_padding(void **state)
{
    (void)state;
    expect_unpacked(stm_gzip_open,
                    pack_join(two(), pack_copy(STM_LIT("\0\0\0\0\0\0\0\0"))),
                    TIDE MILL);
}

static void other_bytes_behind_it_are_named(void **state)
{
    (void)state;
    stm_bytes first = two();
    char text[200];
    snprintf(text, sizeof text, TIDE MILL "{bytes that are no gzip data@%zu}",
             first.len);
    expect_unpacked(stm_gzip_open,
                    pack_join(first, pack_copy(STM_LIT("and so on and on"))),
                    text);
}

static void members_behind_junk_are_found(void **state)
{
    (void)state;
    stm_bytes first = two();
    char text[200];
    snprintf(text, sizeof text,
             TIDE MILL "{bytes that are no gzip data@%zu}" TIDE MILL,
             first.len);
    stm_bytes junk = pack_copy(STM_LIT("junk \x1f\x8b\x08\xff junk \x1f"));
    expect_unpacked(stm_gzip_open, pack_join(pack_join(first, junk), two()),
                    text);
}

static void a_wrong_checksum_is_named_and_the_next_member_is_read(void **state)
{
    (void)state;
    stm_bytes first = pack_gzip(STM_LIT(TIDE));
    first.ptr[first.len - 5] ^= 1;
    char text[200];
    snprintf(text, sizeof text,
             TIDE "{damaged gzip data (the checksum is wrong)@%zu}" MILL,
             first.len);
    expect_unpacked(stm_gzip_open, pack_join(first, pack_gzip(STM_LIT(MILL))),
                    text);
}

/* A stored block that claims the next member for its own. */
static void a_member_that_swallows_the_next_is_undone(void **state)
{
    (void)state;
    stm_bytes liar =
        pack_copy(STM_LIT("\x1f\x8b\x08\0\0\0\0\0\0\3\x01\x28\0\xd7\xff"
                          "abcdef"));
    stm_bytes b = pack_join(liar, two());
    for (size_t piece = 1; piece < 300; piece *= 17) {
        stm_bytes got =
            unpacked(stm_gzip_open, (stm_str){b.ptr, b.len}, piece, 1000);
        const char *end = got.ptr + got.len - strlen("}" TIDE MILL);
        assert_true(got.len > 60);
        assert_string_equal(end, "}" TIDE MILL);
        free(got.ptr);
    }
    free(b.ptr);
}

static void an_early_end_is_told_from_damage(void **state)
{
    (void)state;
    stm_bytes b = two();
    char text[200];
    snprintf(text, sizeof text, TIDE MILL "{the gzip data end too early@%zu}",
             b.len - 3);
    b.len -= 3;
    expect_unpacked(stm_gzip_open, b, text);
    b = pack_gzip(STM_LIT(TIDE));
    b.len = 10;
    expect_unpacked(stm_gzip_open, b, "{the gzip data end too early@10}");
    b = pack_gzip(STM_LIT(TIDE));
    b.len = 1;
    expect_unpacked(stm_gzip_open, b, "{the gzip data end too early@1}");
}

static void a_thousandfold_member_needs_no_memory(void **state)
{
    (void)state;
    enum { LARGE = 64 << 20 };
    char *zeros = calloc(1, LARGE);
    assert_non_null(zeros);
    stm_bytes b = pack_gzip((stm_str){zeros, LARGE});
    free(zeros);
    assert_true(b.len < LARGE / 100);
    slow from = {{.read = read_slow}, {b.ptr, b.len}, SIZE_MAX};
    stm_window packed, plain;
    stm_stream *s;
    uint64_t done;
    stm_window_start(&packed, &from.shown);
    assert_int_equal(stm_gzip_open(&s, &packed, NULL), STM_OK);
    stm_window_start(&plain, s);
    assert_int_equal(stm_window_skip(&plain, UINT64_MAX, &done, NULL), STM_OK);
    assert_int_equal(done, LARGE);
    assert_int_equal(s->pieces, 1);
    assert_true(plain.room <= 1 << 20 && packed.room <= 1 << 20);
    stm_window_free(&plain);
    stm_stream_close(s);
    stm_window_free(&packed);
    free(b.ptr);
}

static void members_longer_than_what_is_kept_are_whole(void **state)
{
    (void)state;
    enum { LARGE = 6 << 20 };
    char *noise = malloc(LARGE);
    assert_non_null(noise);
    uint32_t x = 1;
    for (size_t i = 0; i < LARGE; i++) {
        x = x * 1664525u + 1013904223u;
        noise[i] = (char)(x >> 24);
    }
    stm_bytes b = pack_join(pack_gzip((stm_str){noise, LARGE}), two());
    stm_bytes got =
        unpacked(stm_gzip_open, (stm_str){b.ptr, b.len}, SIZE_MAX, 1 << 16);
    assert_int_equal(got.len, LARGE + strlen(TIDE MILL));
    assert_memory_equal(got.ptr, noise, LARGE);
    free(got.ptr);
    free(b.ptr);
    free(noise);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_follow_each_other),
        cmocka_unit_test(heads_may_have_names_and_notes),
        cmocka_unit_test(zeros_behind_it_are_padding),
        cmocka_unit_test(other_bytes_behind_it_are_named),
        cmocka_unit_test(members_behind_junk_are_found),
        cmocka_unit_test(a_wrong_checksum_is_named_and_the_next_member_is_read),
        cmocka_unit_test(a_member_that_swallows_the_next_is_undone),
        cmocka_unit_test(an_early_end_is_told_from_damage),
        cmocka_unit_test(a_thousandfold_member_needs_no_memory),
        cmocka_unit_test(members_longer_than_what_is_kept_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
