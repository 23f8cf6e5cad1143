#include "collect.h"

#include "folder.h"
#include "pack.h"

static const char lines[] = "{\"text\": \"one\"}\n{\"html\": \"<p>two\"}\n";
static const char given[] = "1 - - - - [one]\n2 - - - - <<p>two>\n";

static void every_packing_gives_the_same(void **state)
{
    (void)state;
    stm_str s = {lines, sizeof lines - 1};
    expect_log(s, given);
    expect_packed(pack_gzip(s), given);
    expect_packed(pack_zstd(s), given);
    expect_packed(pack_filter(s, "xz"), given);
    expect_packed(pack_filter(s, "bzip2"), given);
    stm_bytes cut = pack_join(pack_gzip((stm_str){lines, 9}),
                              pack_gzip((stm_str){lines + 9, s.len - 9}));
    expect_packed(cut, given);
}

static void lz4_is_read_where_libarchive_can(void **state)
{
    (void)state;
    expect_packed(pack_filter((stm_str){lines, sizeof lines - 1}, "lz4"),
                  given);
}

static void texts_and_pages_are_unpacked_too(void **state)
{
    (void)state;
    expect_packed(pack_gzip(STM_LIT("low tide")), "- - - - - [low tide]\n");
    expect_packed(pack_zstd(STM_LIT("<!doctype html>")),
                  "- - - - - <<!doctype html>>\n");
    expect_packed(pack_gzip(STM_LIT("caf\xe9 au lait")),
                  "- - - - WINDOWS-1252 [café au lait]\n");
}

static void packed_over_and_over_is_refused(void **state)
{
    (void)state;
    stm_bytes one = pack_gzip(STM_LIT("low tide"));
    stm_bytes two = pack_zstd((stm_str){one.ptr, one.len});
    stm_bytes three = pack_gzip((stm_str){two.ptr, two.len});
    expect_packed(two, "- - - - - [low tide]\n");
    expect_packed(three, "!-@ packed over and over; unpack it first\n");
    free(one.ptr);
}

static stm_status take_source(void *user, stm_capture *c, stm_error *err)
{
    char *log = user;
    stm_str s = c->text.ptr ? c->text : c->markup;
    size_t n = strlen(log);
    (void)err;
    snprintf(log + n, 1000 - n, "%.*s %.*s=%.*s;", (int)c->source.len,
             c->source.ptr, (int)c->record.len, c->record.ptr, (int)s.len,
             s.ptr);
    stm_capture_free(c);
    return STM_OK;
}

static void skip_source(void *user, const stm_skip *what)
{
    char *log = user;
    size_t n = strlen(log);
    snprintf(log + n, 1000 - n, "!%.*s %s;", (int)what->source.len,
             what->source.ptr, what->reason);
}

static void expect_sources(const char *path, const char *wanted)
{
    char log[1000] = "";
    stm_capture_sink sink = {take_source, skip_source, log};
    assert_int_equal(stm_capture_walk(&path, 1, NULL, &sink, NULL), STM_OK);
    assert_string_equal(log, wanted);
}

static void put(const char *path, stm_bytes b)
{
    folder_file(path, b.ptr, b.len);
    free(b.ptr);
}

static void files_of_an_archive_have_paths_behind_its_own(void **state)
{
    (void)state;
    const pack_file files[] = {
        {"b/one.txt", STM_LIT("one")},
        {"a.jsonl", STM_LIT("{\"text\": \"two\", \"id\": \"x\"}\n")},
        {"pic", STM_LIT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1")}};
    static const char *const formats[] = {"zip", "ustar", "pax"};
    for (size_t i = 0; i < 3; i++) {
        put("kept", pack_archive(files, 3, formats[i]));
        expect_sources("kept", "kept/b/one.txt =one;kept/a.jsonl x=two;"
                               "!kept/pic binary data, not text; save it as "
                               "plain text first;");
    }
}

static void an_archive_may_be_packed_and_hold_packed_files(void **state)
{
    (void)state;
    stm_bytes one = pack_gzip(STM_LIT("one"));
    const pack_file files[] = {{"one.gz", {one.ptr, one.len}}};
    stm_bytes tar = pack_archive(files, 1, "pax");
    put("kept.tar.gz", pack_gzip((stm_str){tar.ptr, tar.len}));
    expect_sources("kept.tar.gz", "kept.tar.gz/one.gz =one;");
    free(one.ptr);
    free(tar.ptr);
}

static void archives_in_archives_end_somewhere(void **state)
{
    (void)state;
    const pack_file leaf[] = {{"leaf", STM_LIT("one")}};
    stm_bytes inner = pack_archive(leaf, 1, "zip");
    for (int i = 0; i < 2; i++) {
        const pack_file files[] = {{"in.zip", {inner.ptr, inner.len}},
                                   {"by", STM_LIT("two")}};
        stm_bytes outer = pack_archive(files, 2, "zip");
        free(inner.ptr);
        inner = outer;
        put("kept.zip", pack_copy((stm_str){outer.ptr, outer.len}));
        if (i == 0)
            expect_sources("kept.zip",
                           "kept.zip/in.zip/leaf =one;kept.zip/by =two;");
    }
    expect_sources("kept.zip",
                   "!kept.zip/in.zip/in.zip an archive in an archive in an "
                   "archive; unpack it first;kept.zip/in.zip/by =two;"
                   "kept.zip/by =two;");
    free(inner.ptr);
}

static void a_damaged_archive_is_named_and_ends(void **state)
{
    (void)state;
    const pack_file files[] = {{"one", STM_LIT("one")},
                               {"two", STM_LIT("two")}};
    stm_bytes b = pack_archive(files, 2, "ustar");
    memset(b.ptr + 1024, 'x', 300);
    put("kept.tar", b);
    expect_sources("kept.tar", "kept.tar/one =one;!kept.tar damaged tar data;");
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_packing_gives_the_same),
        cmocka_unit_test(lz4_is_read_where_libarchive_can),
        cmocka_unit_test(texts_and_pages_are_unpacked_too),
        cmocka_unit_test(packed_over_and_over_is_refused),
        IN_FOLDER(files_of_an_archive_have_paths_behind_its_own),
        IN_FOLDER(an_archive_may_be_packed_and_hold_packed_files),
        IN_FOLDER(archives_in_archives_end_somewhere),
        IN_FOLDER(a_damaged_archive_is_named_and_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
