#include "base/feed.h"

#include <archive_entry.h>

#include "unpacked.h"

/* Opens `bytes` as raw data and reads it; what is wrong with it then. */
static stm_error trouble(stm_str bytes, bool enough)
{
    slow from = {{.read = read_slow}, bytes, 10};
    stm_window w;
    stm_feed f = {.from = &w};
    stm_error err = {0};
    char to[100];
    struct archive *a = archive_read_new();
    struct archive_entry *e;
    stm_window_start(&w, &from.shown);
    archive_read_support_filter_xz(a);
    archive_read_support_format_raw(a);
    bool right = stm_feed_open(a, &f, false) == ARCHIVE_OK &&
                 archive_read_next_header(a, &e) == ARCHIVE_OK &&
                 archive_read_data(a, to, sizeof to) >= 0;
    assert_int_equal(right, enough);
    if (!right)
        stm_feed_fail(a, &f, "xz data", &err);
    archive_read_free(a);
    stm_window_free(&w);
    return err;
}

static void whole_data_are_no_trouble(void **state)
{
    (void)state;
    stm_bytes b = pack_filter(STM_LIT("low tide"), "xz");
    assert_int_equal(trouble((stm_str){b.ptr, b.len}, true).code, STM_OK);
    free(b.ptr);
}

static void asking_for_more_than_there_is_is_an_early_end(void **state)
{
    (void)state;
    stm_bytes b = pack_filter(STM_LIT("low tide"), "xz");
    stm_error err = trouble((stm_str){b.ptr, 30}, false);
    assert_int_equal(err.code, STM_EIO);
    assert_string_equal(err.message, "the xz data end too early");
    assert_int_equal(err.offset, 30);
    free(b.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_data_are_no_trouble),
        cmocka_unit_test(asking_for_more_than_there_is_is_an_early_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
