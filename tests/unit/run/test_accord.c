/* Captures whose pages say what each test makes them say. */
#include "run/accord.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "folder.h"

#define STORY                                                   \
    "The old harbour bridge will stay closed until spring.\n\n" \
    "Engineers found cracks in two of its four piers.\n\n"      \
    "The ferry will run twice an hour instead.\n\n"             \
    "Shopkeepers on the north bank fear for the summer.\n\n"
#define OTHER                                                 \
    "A bird has come back to the marsh behind the works.\n\n" \
    "It had not been seen there for forty years.\n\n"         \
    "This time it has brought a family along.\n\n"
#define HEAD "Old bridge to stay closed\n\n"

typedef struct meeting {
    stm_job job;
    stm_lines *lines;
} meeting;

static void open_meeting(meeting *m, const char *const *texts, size_t count)
{
    static const char *const folder[] = {"in"};
    stm_run_opts opts = STM_RUN_OPTS_INIT;
    opts.as_is = true;
    opts.threads = 1;
    folder_make("in");
    for (size_t i = 0; i < count; i++) {
        char name[16];
        snprintf(name, sizeof name, "in/%c.txt", (char)('a' + i));
        folder_text(name, texts[i]);
    }
    assert_int_equal(stm_job__start(&m->job, &opts, NULL), STM_OK);
    assert_int_equal(stm_job__read(&m->job, folder, 1, NULL), STM_OK);
    assert_int_equal(stm_job__witnesses(&m->job, NULL), STM_OK);
    assert_int_equal(m->job.captures.count, count);
    m->lines = calloc(count, sizeof *m->lines);
    assert_non_null(m->lines);
}

static size_t find(const stm_witness *w, const char *part)
{
    size_t at = stm_str_find(w->capture->text, stm_str_of(part), 0);
    assert_int_not_equal(at, SIZE_MAX);
    return at;
}

/* The capture that file `name` became. */
static stm_witness *witness(const meeting *m, char name)
{
    for (size_t i = 0; i < m->job.captures.count; i++) {
        stm_str s = m->job.witnesses[i].capture->source;
        if (s.ptr[s.len - 5] == name)
            return &m->job.witnesses[i];
    }
    fail();
    return NULL;
}

static stm_words *scan(const stm_witness *w)
{
    stm_words *words;
    assert_int_equal(stm_words_scan(&words, w->capture->text, NULL), STM_OK);
    return words;
}

/* In capture `name` the words of `part` are furniture. */
static void wrap(const meeting *m, char name, const char *part, uint8_t kind)
{
    const stm_witness *w = witness(m, name);
    stm_words *words = scan(w);
    size_t from = find(w, part), to = from + strlen(part);
    stm_recast c = {{0, 0}, kind};
    while (words->at[c.at.from].start < from)
        c.at.from++;
    for (c.at.to = c.at.from;
         c.at.to < words->count && words->at[c.at.to].end <= to;)
        c.at.to++;
    assert_int_equal(stm_page_recast((stm_page *)w->page, words, &c, 1, NULL),
                     STM_OK);
    stm_words_free(words);
}

static void agree(meeting *m)
{
    for (size_t i = 0; i < m->job.captures.count; i++) {
        stm_words *words = scan(&m->job.witnesses[i]);
        assert_true(
            stm_lines__list(&m->lines[i], m->job.witnesses[i].page, words));
        stm_words_free(words);
    }
    assert_int_equal(stm_accord__reach(&m->job, m->lines, NULL), STM_OK);
}

static void close_meeting(meeting *m)
{
    stm_lines__free(m->lines, m->job.captures.count);
    stm_job__free(&m->job);
}

/* Whether `part` is content of capture `name`. */
static bool reads(const meeting *m, char name, const char *part)
{
    const stm_witness *w = witness(m, name);
    size_t at = find(w, part);
    for (size_t i = 0; i < w->page->content_count; i++)
        if (w->page->content[i].start <= at && at < w->page->content[i].end)
            return true;
    return false;
}

static void what_most_have_as_content_is_content_in_all(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD STORY, HEAD STORY "Two.\n",
                                        HEAD STORY "Three.\n"};
    meeting m;
    open_meeting(&m, texts, 3);
    wrap(&m, 'b', "Old bridge to stay closed", STM_FURNITURE_NAV);
    agree(&m);
    assert_true(reads(&m, 'b', "Old bridge"));
    assert_int_equal(witness(&m, 'b')->page->furniture_count, 0);
    close_meeting(&m);
}

static void what_most_have_as_furniture_is_furniture_in_all(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD STORY, HEAD STORY "Two.\n",
                                        HEAD STORY "Three.\n"};
    meeting m;
    open_meeting(&m, texts, 3);
    wrap(&m, 'a', "Old bridge to stay closed", STM_FURNITURE_NAV);
    wrap(&m, 'b', "Old bridge to stay closed", STM_FURNITURE_NAV);
    agree(&m);
    assert_false(reads(&m, 'c', "Old bridge"));
    assert_true(reads(&m, 'c', "Three."));
    assert_int_equal(witness(&m, 'c')->text->at[0].start, strlen(HEAD));
    close_meeting(&m);
}

static void another_version_of_a_line_speaks_for_it(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD STORY,
                                        "Old bridge to open again\n\n" STORY};
    meeting m;
    open_meeting(&m, texts, 2);
    wrap(&m, 'b', "Old bridge to open again", STM_FURNITURE_OTHER);
    agree(&m);
    assert_true(reads(&m, 'b', "Old bridge"));
    close_meeting(&m);
}

static void what_is_marked_as_furniture_stays(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD STORY, HEAD STORY "Two.\n",
                                        HEAD STORY "Three.\n"};
    meeting m;
    open_meeting(&m, texts, 3);
    wrap(&m, 'b', "Old bridge to stay closed", STM_FURNITURE_DATE);
    agree(&m);
    assert_false(reads(&m, 'b', "Old bridge"));
    assert_true(reads(&m, 'a', "Old bridge"));
    close_meeting(&m);
}

/* The headline of one story in a list of others beside another one. */
static void other_stories_have_no_say(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD STORY, OTHER HEAD,
                                        OTHER HEAD "Two.\n"};
    meeting m;
    open_meeting(&m, texts, 3);
    wrap(&m, 'b', "Old bridge to stay closed", STM_FURNITURE_RELATED);
    wrap(&m, 'c', "Old bridge to stay closed", STM_FURNITURE_RELATED);
    agree(&m);
    assert_true(reads(&m, 'a', "Old bridge"));
    assert_false(reads(&m, 'b', "Old bridge"));
    close_meeting(&m);
}

#define LINES(x)                                                            \
    x " one is a line of its own.\n\n" x " two is a line of its own.\n\n" x \
      " three is a line of its own.\n\n" x " four is a line of its own.\n\n"

/* Three lines that a site puts below all its texts. */
static void a_few_lines_of_a_site_make_no_story(void **state)
{
    (void)state;
    static const char *const texts[] = {
        HEAD LINES("Ash") LINES("Beech") LINES("Cedar") LINES("Elm") OTHER,
        HEAD LINES("Fir") LINES("Hazel") LINES("Larch") LINES("Oak") OTHER};
    meeting m;
    open_meeting(&m, texts, 2);
    wrap(&m, 'b', "Old bridge to stay closed", STM_FURNITURE_NAV);
    agree(&m);
    assert_false(reads(&m, 'b', "Old bridge"));
    close_meeting(&m);
}

static void a_line_that_the_text_has_is_not_taken_twice(void **state)
{
    (void)state;
    static const char *const texts[] = {
        HEAD STORY "Old bridge to stay closed!\n", HEAD STORY "Two.\n"};
    meeting m;
    open_meeting(&m, texts, 2);
    wrap(&m, 'a', "Old bridge to stay closed!", STM_FURNITURE_RELATED);
    agree(&m);
    assert_false(reads(&m, 'a', "Old bridge to stay closed!"));
    close_meeting(&m);
}

/* Two lines begin as in the first text, and two as in the second. */
static void
a_stray_is_of_the_story_with_which_it_shares_beginnings(void **state)
{
    (void)state;
    static const char *const texts[] = {
        HEAD STORY LINES("Ash"), HEAD STORY LINES("Beech"),
        "Old bridge to stay closed\n\n"
        "Ash one is a sort of tree.\n\nAsh two is a sort of tree.\n\n"
        "Beech one is a sort of tree.\n\nBeech two is a sort of tree.\n\n"};
    meeting m;
    open_meeting(&m, texts, 3);
    wrap(&m, 'c', "Old bridge to stay closed", STM_FURNITURE_NAV);
    agree(&m);
    assert_true(reads(&m, 'c', "Old bridge"));
    close_meeting(&m);
}

#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_most_have_as_content_is_content_in_all),
        IN_FOLDER(what_most_have_as_furniture_is_furniture_in_all),
        IN_FOLDER(another_version_of_a_line_speaks_for_it),
        IN_FOLDER(what_is_marked_as_furniture_stays),
        IN_FOLDER(other_stories_have_no_say),
        IN_FOLDER(a_few_lines_of_a_site_make_no_story),
        IN_FOLDER(a_stray_is_of_the_story_with_which_it_shares_beginnings),
        IN_FOLDER(a_line_that_the_text_has_is_not_taken_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
