#include "dedup/shard.h"

#include <string.h>

#include "base/str.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const char first[] = "one\ntwo\nthree\n", second[] = "four\nfive\n";

/* What shard `which` has of both files, cut into blocks at whole lines. */
static size_t lines_of(uint32_t which, uint32_t of, char *out)
{
    const char *const paths[] = {"a", "empty", "b"};
    const char *const texts[] = {first, "", second};
    stm_shard s;
    size_t n = 0;
    assert_int_equal(stm_shard__start(&s, paths, 3, which, of, NULL), STM_OK);
    for (int f = 0; f < 3; f++)
        for (const char *at = texts[f]; *at; at = strchr(at, '\n') + 1) {
            stm_capture_lines b = {
                .source = stm_str_of(paths[f]),
                .bytes = {at, (size_t)(strchr(at, '\n') + 1 - at)},
                .at = (uint64_t)(at - texts[f])};
            stm_shard__cut(&s, &b);
            memcpy(out + n, b.bytes.ptr, b.bytes.len);
            n += b.bytes.len;
        }
    out[n] = '\0';
    return n;
}

static void shards_have_every_line_once_and_in_order(void **state)
{
    (void)state;
    folder_text("a", first);
    folder_text("empty", "");
    folder_text("b", second);
    for (uint32_t of = 1; of < 30; of++) {
        char all[256];
        size_t n = 0;
        for (uint32_t which = 1; which <= of; which++)
            n += lines_of(which, of, all + n);
        assert_string_equal(all, "one\ntwo\nthree\nfour\nfive\n");
    }
}

static void a_block_of_many_lines_is_cut_at_lines(void **state)
{
    (void)state;
    const char *const paths[] = {"a"};
    stm_shard s;
    folder_text("a", first);
    assert_int_equal(stm_shard__start(&s, paths, 1, 2, 2, NULL), STM_OK);
    stm_capture_lines b = {.source = STM_LIT("a"),
                           .bytes = {first, sizeof first - 1}};
    stm_shard__cut(&s, &b);
    assert_int_equal(b.at, 8);
    assert_int_equal(b.bytes.len, 6);
}

static void what_is_no_file_cannot_be_shared_out(void **state)
{
    (void)state;
    const char *const paths[] = {"."}, *const gone[] = {"gone"};
    stm_shard s;
    assert_int_equal(stm_shard__start(&s, paths, 1, 1, 2, NULL), STM_EARG);
    assert_int_equal(stm_shard__start(&s, gone, 1, 1, 2, NULL), STM_EIO);
}

int main(void)
{
#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(shards_have_every_line_once_and_in_order),
        IN_FOLDER(a_block_of_many_lines_is_cut_at_lines),
        IN_FOLDER(what_is_no_file_cannot_be_shared_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
