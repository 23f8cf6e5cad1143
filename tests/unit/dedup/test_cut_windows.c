#include "dedup/cut_windows.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* A window with what it is known by. */
typedef struct window {
    uint32_t first, last; /* words */
    uint32_t anchor;
    uint64_t anchor_key, key;
} window;

typedef struct found {
    stm_cut_windows *windows;
    STM_VEC(window) all;
} found;

static stm_status take(void *user, const stm_cut_span *s, stm_error *err)
{
    found *f = user;
    for (uint32_t last = s->last; last == s->last || last < s->until; last++) {
        window w = {s->word, last, s->anchor,
                    stm_cut_windows__anchor(f->windows, s), 0};
        assert_int_equal(stm_cut_windows__key(&w.key, f->windows, s, last, err),
                         STM_OK);
        assert_true(stm_vec_push(&f->all, w));
    }
    return STM_OK;
}

typedef struct text {
    stm_str bytes;
    stm_hashes words;
    found windows;
} text;

static void read_text(text *t, const char *s, uint32_t least)
{
    stm_cut_windows w = {.key = 0};
    *t = (text){.bytes = {s, strlen(s)}};
    t->windows.windows = &w;
    assert_int_equal(stm_hashes_scan_at(&t->words, t->bytes, NULL), STM_OK);
    assert_int_equal(stm_cut_windows__each(&w, t->bytes, &t->words, least, take,
                                           &t->windows, NULL),
                     STM_OK);
    stm_cut_windows__free(&w);
}

static void free_text(text *t)
{
    stm_hashes_free(&t->words);
    stm_vec_free(&t->windows.all);
}

static stm_str bytes_of(const text *t, const window *w)
{
    uint32_t start = t->words.at[w->first].start;
    return (stm_str){t->bytes.ptr + start, t->words.at[w->last].end - start};
}

/* A text of some words, most of them short; the same for the same seed. */
static char *make(unsigned seed, size_t words)
{
    static const char *const some[] = {"a",    "bee ",     "sea, ", "dry.\n",
                                       "eel ", "foghorn ", "a ",    "hh "};
    char *s = calloc(words + 1, 600);
    assert_non_null(s);
    for (size_t i = 0, n = 0; i < words; i++) {
        seed = seed * 1103515245 + 12345;
        unsigned which = seed >> 16;
        const char *word = some[which % 8];
        if (which % 61 == 0) {
            memset(s + n, 'z', 500);
            n += 500;
        }
        memcpy(s + n, word, strlen(word));
        n += strlen(word);
    }
    return s;
}

/* All runs of words that no word can be taken from. */
static size_t count_tight(const text *t, uint32_t least)
{
    const stm_range *at = t->words.at;
    size_t n = 0;
    for (size_t i = 0; i < t->words.count; i++)
        for (size_t k = i; k < t->words.count; k++) {
            bool enough = at[k].end - at[i].start >= least;
            bool without_last = k > i && at[k - 1].end - at[i].start >= least;
            bool without_first = k > i && at[k].end - at[i + 1].start >= least;
            n += enough && !(without_last && without_first);
        }
    return n;
}

static void windows_are_the_shortest_passages(void **state)
{
    (void)state;
    const uint32_t least[] = {1, 2, 7, 40, 200, 700};
    for (unsigned seed = 1; seed < 12; seed++)
        for (size_t i = 0; i < sizeof least / sizeof *least; i++) {
            text t;
            char *s = make(seed, seed * 13);
            read_text(&t, s, least[i]);
            for (size_t k = 0; k < t.windows.all.count; k++) {
                const window *w = &t.windows.all.items[k];
                assert_true(bytes_of(&t, w).len >= least[i]);
                assert_true(w->anchor >= w->first && w->anchor <= w->last);
            }
            assert_int_equal(t.windows.all.count, count_tight(&t, least[i]));
            free_text(&t);
            free(s);
        }
}

static void equal_windows_have_equal_keys_and_anchors(void **state)
{
    (void)state;
    char *s = make(5, 400);
    text t;
    size_t equal = 0;
    read_text(&t, s, 24);
    for (size_t i = 0; i < t.windows.all.count; i++)
        for (size_t k = 0; k < i; k++) {
            const window *a = &t.windows.all.items[i];
            const window *b = &t.windows.all.items[k];
            stm_str x = bytes_of(&t, a), y = bytes_of(&t, b);
            bool same = x.len == y.len && !memcmp(x.ptr, y.ptr, x.len);
            assert_int_equal(same, a->key == b->key);
            equal += same;
            if (same) {
                assert_int_equal(a->anchor - a->first, b->anchor - b->first);
                assert_true(a->anchor_key == b->anchor_key);
            }
        }
    assert_true(equal > 20);
    free_text(&t);
    free(s);
}

static void anchors_are_few(void **state)
{
    (void)state;
    char *s = make(9, 5000);
    text t;
    size_t anchors = 0;
    read_text(&t, s, 120);
    for (size_t i = 1; i < t.windows.all.count; i++) {
        const window *w = &t.windows.all.items[i];
        assert_true(w->anchor >= w[-1].anchor);
        anchors += w->anchor != w[-1].anchor;
    }
    assert_true(anchors < t.words.count / 4);
    free_text(&t);
    free(s);
}

static void a_text_that_is_too_short_has_none(void **state)
{
    (void)state;
    text t;
    read_text(&t, "", 1);
    assert_int_equal(t.windows.all.count, 0);
    free_text(&t);
    read_text(&t, "few words", 10);
    assert_int_equal(t.windows.all.count, 0);
    free_text(&t);
    read_text(&t, "few words", 9);
    assert_int_equal(t.windows.all.count, 1);
    free_text(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_are_the_shortest_passages),
        cmocka_unit_test(equal_windows_have_equal_keys_and_anchors),
        cmocka_unit_test(anchors_are_few),
        cmocka_unit_test(a_text_that_is_too_short_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
