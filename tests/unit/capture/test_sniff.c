#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stemma/capture.h>

#include "base/str.h"

/* The reason why the bytes are left out, or "" when they are a text. */
static void expect(stm_str bytes, const char *reason)
{
    stm_capture *c;
    stm_error err = {0};
    stm_status rc = stm_capture_from_bytes(&c, STM_LIT("test"), bytes.ptr,
                                           bytes.len, NULL, &err);
    assert_int_equal(rc, *reason ? STM_EFORMAT : STM_OK);
    if (strncmp(err.message, reason, strlen(reason)))
        fail_msg("%s", err.message);
    stm_capture_free(c);
}

static void packed_files_are_named(void **state)
{
    (void)state;
    char tar[600] = "letters/first.txt";
    memcpy(tar + 257, "ustar", 5);
    expect(STM_LIT("\x1f\x8b\x08\0\0\0\0\0\0\3"), "a gzip file; unpack it");
    expect(STM_LIT("\x28\xb5\x2f\xfd\x04\x58"), "a zstd file; unpack it");
    expect(STM_LIT("\xfd"
                   "7zXZ\0\0\4"),
           "an xz file; unpack it");
    expect(STM_LIT("BZh91AY&SY\x1b\x94"), "a bzip2 file; unpack it");
    expect(STM_LIT("PK\3\4\x14\0\6\0"), "a zip archive or an office document");
    expect((stm_str){tar, sizeof tar}, "a tar archive; unpack it");
}

static void documents_are_named(void **state)
{
    (void)state;
    expect(STM_LIT("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), "a PDF document; save");
    expect(STM_LIT("{\\rtf1\\ansi Dear all}"), "an RTF document; save");
    expect(STM_LIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
           "an office document; save");
    expect(STM_LIT("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), "a web archive");
}

static void pages_are_named(void **state)
{
    (void)state;
    expect(STM_LIT("<!DOCTYPE html><title>Ferry</title>"), "a web page");
    expect(STM_LIT("\xef\xbb\xbf\n <!doctype HTML PUBLIC>"), "a web page");
    expect(STM_LIT("<!-- saved -- twice --><?xml version='1.0'?>\n<!doctype "
                   "html>"),
           "a web page");
    expect(STM_LIT("<HTML lang=en><HEAD>"), "a web page");
    expect(STM_LIT("<html>\n<body>\n<p>Ferry"), "a web page");
}

static void prose_with_angle_brackets_is_prose(void **state)
{
    (void)state;
    expect(STM_LIT("<html> is the first tag of a page, says the guide."), "");
    expect(STM_LIT("< 5 % of the voters came, and > 20 stayed."), "");
    expect(STM_LIT("<p>A paragraph that kept its tag.</p>"), "");
    expect(STM_LIT("He wrote <!DOCTYPE html> on the board."), "");
    expect(STM_LIT("<!-- a note without an end"), "");
    expect(STM_LIT("<?"), "");
}

static void json_lines_are_named(void **state)
{
    (void)state;
    expect(STM_LIT("{\"text\": \"The \\\"mill\\\" } stands.\", \"n\": [1]}\n"
                   "{\"text\": \"still\"}\n"),
           "JSON lines");
    expect(STM_LIT("\n\n{ \"a\" :{}}\r\n\r\n"), "JSON lines");
}

static void prose_with_braces_is_prose(void **state)
{
    (void)state;
    expect(STM_LIT("{Editor's note: the mill stands.}\nIt does."), "");
    expect(STM_LIT("{\"So it stands\", she said.}"), "");
    expect(STM_LIT("{\"a\": 1} is how the record begins."), "");
    expect(STM_LIT("{\"a\": 1}\nThat was a record."), "");
    expect(STM_LIT("{\"a\": [1}, 2}}"), "");
    expect(STM_LIT("{\"a\": \"unfinished"), "");
    expect(STM_LIT("{\"a\": \"unfinished\\"), "");
    expect(STM_LIT("{"), "");
    expect(STM_LIT("{\"a\": 1"), "");
    expect(STM_LIT("{\n  \"a\": 1\n}\n"), "");
    expect(STM_LIT("{}"), "");
}

static void every_mark_cut_short_is_survived(void **state)
{
    (void)state;
    static const char *const marks[] = {
        "\x1f\x8b\x08", "\x28\xb5\x2f\xfd", "%PDF-",   "<!doctype html",
        "<html><body",  "{\"a\": 1}",       "WARC/1.", "BZh91AY&SY"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t len = 0; len <= strlen(marks[i]); len++) {
            stm_capture *c;
            stm_capture_from_bytes(&c, STM_LIT("test"), marks[i], len, NULL,
                                   NULL);
            stm_capture_free(c);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packed_files_are_named),
        cmocka_unit_test(documents_are_named),
        cmocka_unit_test(pages_are_named),
        cmocka_unit_test(prose_with_angle_brackets_is_prose),
        cmocka_unit_test(json_lines_are_named),
        cmocka_unit_test(prose_with_braces_is_prose),
        cmocka_unit_test(every_mark_cut_short_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
