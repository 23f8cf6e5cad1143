#include "collect.h"

#include "pack.h"

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
    if (c)
        assert_null(c->markup.ptr);
    stm_capture_free(c);
}

static void expect_page(stm_str bytes)
{
    stm_capture *c;
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("test"), bytes.ptr,
                                            bytes.len, NULL, NULL),
                     STM_OK);
    assert_non_null(c->markup.ptr);
    assert_null(c->text.ptr);
    stm_capture_free(c);
}

static void heads_of_packed_files_are_read_as_such(void **state)
{
    (void)state;
    expect(STM_LIT("\x1f\x8b\x08\0\0\0\0\0\0\3"), "the gzip data end");
    expect(STM_LIT("\x28\xb5\x2f\xfd\x04\x58"), "the zstd data end");
    expect(STM_LIT("\x50\x2a\x4d\x18\x04\0\0\0"), "the zstd data end");
    expect(STM_LIT("\xfd"
                   "7zXZ\0\0\4"),
           "the xz data end");
    expect(STM_LIT("BZh91AY&SY\x1b\x94"), "the bzip2 data end");
    expect(STM_LIT("PK\3\4\x14\0\6\0"), "the zip data end");
    expect(STM_LIT("PK\5\6\0\0\0\0"), "an empty zip archive");
}

static void documents_are_named(void **state)
{
    (void)state;
    expect(STM_LIT("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), "a PDF document; save");
    expect(STM_LIT("{\\rtf1\\ansi Dear all}"), "an RTF document; save");
    expect(STM_LIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
           "an office document; save");
}

static void office_documents_are_not_taken_for_archives(void **state)
{
    (void)state;
    static const pack_file word[] = {{"[Content_Types].xml", {"<Types/>", 8}},
                                     {"word/document.xml", {"<doc/>", 6}}};
    stm_bytes b = pack_archive(word, 2, "zip");
    expect((stm_str){b.ptr, b.len}, "an office document; save");
    free(b.ptr);
}

static void pages_are_told_by_their_first_tag(void **state)
{
    (void)state;
    expect_page(STM_LIT("<!DOCTYPE html><title>Ferry</title>"));
    expect_page(STM_LIT("\xef\xbb\xbf\n <!doctype HTML PUBLIC>"));
    expect_page(STM_LIT("<?xml version=\"1.0\"?><!-- saved --> "
                        "<html xmlns=\"x\"><head/>"));
    expect_page(STM_LIT("<HTML lang=en><HEAD>"));
    expect_page(STM_LIT("<html>\n<body>\n<p>Ferry"));
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

static void lines_of_objects_are_documents(void **state)
{
    (void)state;
    expect_log(
        STM_LIT("{\"text\": \"The \\\"mill\\\" } stands.\", \"n\": [1]}\n"
                "{\"text\": \"still\"}\n"),
        "1 - - - - [The \"mill\" } stands.]\n2 - - - - [still]\n");
    expect(STM_LIT("\n\n{ \"a\" :{}}\r\n\r\n"), "a line without a text");
}

static void one_broken_line_among_objects_does_not_make_it_prose(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"text\": \"a\nnonsense\n{\"text\": \"b\"}\n"
                       "{\"text\": \"c\"}\n{\"text\": \"d\"}\n"),
               "!1@11 a string that does not end\n!2@12 not a JSON object\n"
               "3 - - - - [b]\n4 - - - - [c]\n5 - - - - [d]\n");
}

static void a_first_line_longer_than_the_head_is_a_document(void **state)
{
    (void)state;
    enum { LONG = STM_CAPTURE_HEAD * 2 };
    char *bytes = malloc(LONG);
    assert_non_null(bytes);
    size_t n = (size_t)snprintf(bytes, 100, "{\"text\": \"");
    memset(bytes + n, 'x', LONG - n);
    memcpy(bytes + LONG - 3, "\"}\n", 3);
    collected c = collect((stm_str){bytes, LONG});
    assert_int_equal(c.captures, 1);
    assert_int_equal(c.log[0], '1');
    free(bytes);
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

static void what_is_behind_damage_is_told_afresh(void **state)
{
    (void)state;
    stm_bytes b = pack_join(pack_gzip(STM_LIT("WARC/1.0\r\nWARC-Type: x\r\n")),
                            pack_gzip(STM_LIT("{\"text\": \"a\"}\n")));
    b.ptr[10] = '\x07'; /* a block of a type that there is not */
    expect_packed(b, "!-@11 damaged gzip data\n1 - - - - [a]\n");
}

static void every_mark_cut_short_is_survived(void **state)
{
    (void)state;
    static const char *const marks[] = {
        "\x1f\x8b\x08", "\x28\xb5\x2f\xfd", "%PDF-",   "<!doctype html",
        "<html><body",  "{\"a\": 1}",       "WARC/1.", "BZh91AY&SY",
        "filedesc://a", "\x04\x22\x4d\x18", "PK\3\4",  "PK\5\6"};
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
        cmocka_unit_test(heads_of_packed_files_are_read_as_such),
        cmocka_unit_test(documents_are_named),
        cmocka_unit_test(office_documents_are_not_taken_for_archives),
        cmocka_unit_test(pages_are_told_by_their_first_tag),
        cmocka_unit_test(prose_with_angle_brackets_is_prose),
        cmocka_unit_test(lines_of_objects_are_documents),
        cmocka_unit_test(one_broken_line_among_objects_does_not_make_it_prose),
        cmocka_unit_test(a_first_line_longer_than_the_head_is_a_document),
        cmocka_unit_test(prose_with_braces_is_prose),
        cmocka_unit_test(what_is_behind_damage_is_told_afresh),
        cmocka_unit_test(every_mark_cut_short_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
