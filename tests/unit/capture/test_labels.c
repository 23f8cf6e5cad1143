#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <iconv.h>

#include "base/str.h"
#include "capture/labels.h"

static void expect(const char *label, const char *set)
{
    const char *is = stm_charset__of_label(stm_str_of(label));
    if (!set)
        assert_null(is);
    else
        assert_string_equal(is ? is : "nothing", set);
}

static void labels_mean_what_browsers_take_them_for(void **state)
{
    (void)state;
    expect("ISO-8859-1", "WINDOWS-1252");
    expect("us-ascii", "WINDOWS-1252");
    expect("latin1", "WINDOWS-1252");
    expect("iso-8859-9", "WINDOWS-1254");
    expect("gb2312", "GB18030");
    expect("GBK", "GB18030");
    expect("Shift_JIS", "CP932");
    expect("ks_c_5601-1987", "CP949");
    expect("euc-kr", "CP949");
    expect("tis-620", "CP874");
    expect("x-sjis", "CP932");
    expect("big5", "BIG5-HKSCS");
    expect("visual", "ISO-8859-8");
    expect("x-user-defined", "WINDOWS-1252");
}

static void the_way_a_label_is_written_does_not_matter(void **state)
{
    (void)state;
    expect("utf8", "UTF-8");
    expect(" UTF-8 ", "UTF-8");
    expect("utf_8", "UTF-8");
    expect("Windows1251", "WINDOWS-1251");
    expect("CP-1251", "WINDOWS-1251");
    expect("iso8859-15", "ISO-8859-15");
}

static void unknown_labels_are_nothing(void **state)
{
    (void)state;
    expect("", NULL);
    expect("-", NULL);
    expect("nonsense", NULL);
    expect("utf", NULL);
    expect("8", NULL);
    expect("utf-8-and-so-on-and-on-and-on", NULL);
    expect("windows 1251 win1251", NULL);
    assert_null(stm_charset__of_label(STM_NONE));
}

static void iconv_knows_every_set(void **state)
{
    (void)state;
    static const char *const labels[] = {
        "utf-8",        "latin1",         "cp1251",       "gbk",
        "sjis",         "euc-jp",         "iso-2022-jp",  "euc-kr",
        "big5",         "windows-1250",   "iso-8859-2",   "latin5",
        "windows-1253", "greek",          "windows-1255", "hebrew",
        "windows-1256", "arabic",         "windows-1257", "windows-1258",
        "tis-620",      "koi8-r",         "koi8-u",       "ibm866",
        "cyrillic",     "iso-8859-15",    "latin3",       "latin4",
        "latin6",       "iso-8859-13",    "iso-8859-14",  "iso-8859-16",
        "macintosh",    "x-mac-cyrillic", "utf-16",       "utf-16be"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const char *set = stm_charset__of_label(stm_str_of(labels[i]));
        assert_non_null(set);
        iconv_t how = iconv_open("UTF-8", set);
        if (how == (iconv_t)-1)
            fail_msg("%s", set);
        else
            iconv_close(how);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_mean_what_browsers_take_them_for),
        cmocka_unit_test(the_way_a_label_is_written_does_not_matter),
        cmocka_unit_test(unknown_labels_are_nothing),
        cmocka_unit_test(iconv_knows_every_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
