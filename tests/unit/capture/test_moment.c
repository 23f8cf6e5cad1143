#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "capture/moment.h"

static void expect(const char *s, const char *iso)
{
    char room[STM_MOMENT_ROOM];
    stm_str m = stm_capture__moment(stm_str_of(s), room);
    if (iso)
        assert_true(m.ptr && stm_str_eq(m, stm_str_of(iso)));
    else
        assert_null(m.ptr);
}

static void iso_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const same[] = {"2020",
                                       "2020-08",
                                       "2020-08-08",
                                       "2020-08-08T17:27Z",
                                       "2020-08-08T17:27:41Z",
                                       "2020-08-08T17:27:41.123456Z",
                                       "2020-08-08T17:27:41",
                                       "2020-08-08T17:27:41+02:00",
                                       "2020-08-08T17:27:41-0700"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        expect(same[i], same[i]);
    expect(" 2020-08-08 17:27:41 ", "2020-08-08T17:27:41");
}

static void digits_are_read_from_the_left(void **state)
{
    (void)state;
    expect("20140216050221", "2014-02-16T05:02:21Z");
    expect("201402160502", "2014-02-16T05:02:00Z");
    expect("20140216", "2014-02-16");
}

static void anything_else_is_absent(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "yesterday",
                                        "20",
                                        "2008-10-294T05:21:46-0700",
                                        "2020-13-01",
                                        "2020-00-01",
                                        "2020-01-32",
                                        "2020-01-01T25:00Z",
                                        "2020-01-01T10",
                                        "2020-01-01T10:61Z",
                                        "2020-01-01T10:00:00Zulu",
                                        "2020-01-01T10:00:00+2",
                                        "20141316050221",
                                        "201404010000000000",
                                        "99999999999999999999999999999999999",
                                        "1577836800",
                                        "1210101200"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect(wrong[i], NULL);
    expect(NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(iso_stays_as_it_is),
        cmocka_unit_test(digits_are_read_from_the_left),
        cmocka_unit_test(anything_else_is_absent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
