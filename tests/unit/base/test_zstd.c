#include "base/zstd.h"

#include "unpacked.h"

#define TIDE "low tide at nine "
#define MILL "the mill stands still "

static stm_bytes two(void)
{
    return pack_join(pack_zstd(STM_LIT(TIDE)), pack_zstd(STM_LIT(MILL)));
}

static void frames_follow_each_other(void **state)
{
    (void)state;
    expect_unpacked(stm_zstd_open, pack_zstd(STM_LIT(TIDE)), TIDE);
    expect_unpacked(stm_zstd_open, two(), TIDE MILL);
    expect_unpacked(stm_zstd_open, pack_join(pack_zstd(STM_LIT("")), two()),
                    TIDE MILL);
    expect_unpacked(stm_zstd_open, pack_copy(STM_LIT("")), "");
}

static void frames_without_data_are_passed_over(void **state)
{
    (void)state;
    stm_bytes note = pack_copy(STM_LIT("\x50\x2a\x4d\x18\x04\0\0\0note"));
    expect_unpacked(stm_zstd_open, pack_join(note, two()), TIDE MILL);
}

static void frames_behind_junk_are_found(void **state)
{
    (void)state;
    stm_bytes first = two();
    char text[200];
    snprintf(text, sizeof text,
             TIDE MILL "{bytes that are no zstd data@%zu}" TIDE MILL,
             first.len + 1);
    stm_bytes junk = pack_copy(STM_LIT("junk \x28\xb5\x2f junk"));
    stm_bytes b = pack_join(pack_join(first, junk), two());
    stm_bytes got =
        unpacked(stm_zstd_open, (stm_str){b.ptr, b.len}, SIZE_MAX, 1 << 16);
    assert_string_equal(got.ptr, text);
    free(got.ptr);
    free(b.ptr);
}

static void an_early_end_is_told_from_damage(void **state)
{
    (void)state;
    stm_bytes b = two();
    char note[100];
    b.len -= 5;
    snprintf(note, sizeof note, "{the zstd data end too early@%zu}", b.len);
    stm_bytes got =
        unpacked(stm_zstd_open, (stm_str){b.ptr, b.len}, SIZE_MAX, 1 << 16);
    assert_int_equal(strncmp(got.ptr, TIDE, strlen(TIDE)), 0);
    assert_string_equal(got.ptr + got.len - strlen(note), note);
    free(got.ptr);
    free(b.ptr);
}

static void a_block_that_is_damaged_loses_no_block_before_it(void **state)
{
    (void)state;
    enum { LARGE = 1 << 20 };
    char *noise = malloc(LARGE);
    assert_non_null(noise);
    uint32_t x = 1;
    for (size_t i = 0; i < LARGE; i++) {
        x = x * 1664525u + 1013904223u;
        noise[i] = "abcdefghijklmnop"[x >> 28];
    }
    stm_bytes b = pack_zstd((stm_str){noise, LARGE});
    /* the head of a block says more than a block may have */
    size_t at = 6;
    for (int i = 0; i < 5; i++) {
        uint32_t head = 0;
        if (!i) /* the frame's head: 4 of magic, 1, and 4 of the size */
            at = 9;
        for (int k = 0; k < 3; k++)
            head |= (uint32_t)(unsigned char)b.ptr[at + (size_t)k] << 8 * k;
        at += 3 + (head >> 3);
    }
    memset(b.ptr + at, 0xff, 3);
    stm_bytes got =
        unpacked(stm_zstd_open, (stm_str){b.ptr, b.len}, SIZE_MAX, 1 << 16);
    assert_true(got.len > 5 * (128 << 10));
    assert_memory_equal(got.ptr, noise, 5 * (128 << 10));
    assert_non_null(strstr(got.ptr, "{damaged zstd data@"));
    free(got.ptr);
    free(b.ptr);
    free(noise);
}

static void too_large_a_window_is_named(void **state)
{
    (void)state;
    /* a frame's head that asks for 256 MiB */
    stm_bytes b = pack_copy(STM_LIT("\x28\xb5\x2f\xfd\0\x90\1\0\0\0\0\0\0\0"));
    stm_bytes got =
        unpacked(stm_zstd_open, (stm_str){b.ptr, b.len}, SIZE_MAX, 1 << 16);
    assert_non_null(strstr(got.ptr, "{zstd data that need more than 128 MiB"));
    free(got.ptr);
    free(b.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_follow_each_other),
        cmocka_unit_test(frames_without_data_are_passed_over),
        cmocka_unit_test(frames_behind_junk_are_found),
        cmocka_unit_test(an_early_end_is_told_from_damage),
        cmocka_unit_test(a_block_that_is_damaged_loses_no_block_before_it),
        cmocka_unit_test(too_large_a_window_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
