/* Two texts with an alignment made by hand, for the tests of this room.
 *
 *     pair p;
 *     pair_open(&p, "One two three.", "One two four.");
 *     pair_share(&p, "One two three", "One two four");
 *     ...
 *     pair_close(&p);
 */
#ifndef STM_TEST_PAIR_H
#define STM_TEST_PAIR_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "relate/case.h"
#include "relate/stretch.h"
#include "texts.h"

enum { PAIR_PASSAGES = 16, PAIR_CHANGES = 256, PAIR_WORDS = 160 };

typedef struct pair {
    test_texts texts;
    stm_capture capture[2];
    stm_page page[2];
    stm_witness w[2];
    stm_passage passage[PAIR_PASSAGES];
    stm_change change[PAIR_CHANGES];
    stm_substitution substitution[PAIR_CHANGES];
    stm_alignment x;
    stm_arena mem;
    stm_case c;
} pair;

static inline void pair_open(pair *p, const char *a, const char *b)
{
    const char *bytes[2] = {a, b};
    memset(p, 0, sizeof *p);
    for (uint32_t i = 0; i < 2; i++) {
        const stm_text *t = test_text_add(&p->texts, bytes[i]);
        p->capture[i].text = stm_str_of(bytes[i]);
        p->page[i].published.zone = STM_NO_ZONE;
        p->page[i].updated.zone = STM_NO_ZONE;
        p->w[i] = (stm_witness){i, &p->capture[i], NULL, &p->page[i], t, NULL};
    }
    p->x.passages = p->x.shared = p->passage;
    p->x.changes = p->change;
    p->x.substitutions = p->substitution;
    p->c = (stm_case){.x = &p->x,
                      .lex = p->texts.lex,
                      .mem = &p->mem,
                      .asked = "test",
                      .spun_side = -1};
}

static inline void pair_close(pair *p)
{
    stm_vec_free(&p->c.said);
    stm_arena_free(&p->c.scratch);
    stm_arena_free(&p->mem);
    test_texts_free(&p->texts);
}

/* The tokens of `words` in a text; it must stand there. */
static inline stm_span pair_find(const stm_text *t, const char *words)
{
    size_t at = stm_str_find(t->bytes, stm_str_of(words), 0);
    size_t end = at + strlen(words);
    stm_span s = {0, 0};
    assert_int_not_equal(at, SIZE_MAX);
    while (s.from < t->count && t->at[s.from].start < at)
        s.from++;
    for (s.to = s.from; s.to < t->count && t->at[s.to].end <= end;)
        s.to++;
    assert_true(s.to > s.from);
    return s;
}

static inline void pair_change(pair *p, stm_span a, stm_span b)
{
    if (a.from == a.to && b.from == b.to)
        return;
    assert_true(p->x.change_count < PAIR_CHANGES);
    p->change[p->x.change_count] = (stm_change){a, b, false, STM_NOISE_NONE};
    p->substitution[p->x.change_count++] = (stm_substitution){a, b, 1};
    p->x.substitution_count = p->x.change_count;
}

/* Longest common subsequence, word by word, from the ends of both spans. */
static inline uint32_t pair_diff(pair *p, stm_span a, stm_span b)
{
    static uint32_t best[PAIR_WORDS + 1][PAIR_WORDS + 1];
    const uint32_t *x = p->w[0].text->word + a.from;
    const uint32_t *y = p->w[1].text->word + b.from;
    uint32_t n = a.to - a.from, m = b.to - b.from, same = 0;
    assert_true(n <= PAIR_WORDS && m <= PAIR_WORDS);
    memset(best, 0, sizeof best);
    for (uint32_t i = n; i-- > 0;)
        for (uint32_t k = m; k-- > 0;) {
            uint32_t skip = best[i + 1][k] > best[i][k + 1] ? best[i + 1][k]
                                                            : best[i][k + 1];
            best[i][k] = x[i] == y[k] ? best[i + 1][k + 1] + 1 : skip;
        }
    stm_span ha = {a.from, a.from}, hb = {b.from, b.from};
    for (uint32_t i = 0, k = 0; i < n && k < m;) {
        if (x[i] == y[k]) {
            pair_change(p, ha, hb);
            i++, k++, same++;
            ha = (stm_span){a.from + i, a.from + i};
            hb = (stm_span){b.from + k, b.from + k};
        } else if (best[i + 1][k] >= best[i][k + 1]) {
            ha.to = a.from + ++i;
        } else {
            hb.to = b.from + ++k;
        }
    }
    ha.to = a.to, hb.to = b.to;
    pair_change(p, ha, hb);
    return same;
}

/* Declares that these words of a and these of b are one passage. Passages are
 * declared by their place in a. */
static inline void pair_share(pair *p, const char *a, const char *b)
{
    stm_span x = pair_find(p->w[0].text, a), y = pair_find(p->w[1].text, b);
    size_t before = p->x.change_count;
    uint32_t same = pair_diff(p, x, y);
    bool kept = p->x.change_count == before;
    assert_true(p->x.passage_count < PAIR_PASSAGES);
    p->x.shared_count++;
    p->passage[p->x.passage_count++] =
        (stm_passage){x, y, kept ? STM_PASSAGE_VERBATIM : STM_PASSAGE_EDITED,
                      (float)same / (float)(x.to - x.from), same};
    p->x.covered_a += x.to - x.from;
    p->x.covered_b += y.to - y.from;
}

/* Measures the pair as declared so far. */
static inline stm_case *pair_case(pair *p, stm_relation_kind kind)
{
    assert_true(stm_relate__measure(&p->c, &p->w[0], &p->w[1]));
    p->c.kind = kind;
    return &p->c;
}

/* The first finding of the case; fails when there is none. */
static inline const stm_evidence *pair_said(const stm_case *c)
{
    assert_false(c->out_of_memory);
    assert_true(c->said.count > 0);
    return &c->said.items[0];
}

static inline void assert_says(const stm_case *c, stm_direction says,
                               const char *text)
{
    const stm_evidence *e = pair_said(c);
    assert_int_equal(e->says, says);
    assert_true(e->weight > 0);
    if (stm_str_find(e->text, stm_str_of(text), 0) == SIZE_MAX)
        assert_string_equal(e->text.ptr, text); /* shows both */
}

static inline void assert_silent(const stm_case *c)
{
    assert_false(c->out_of_memory);
    assert_int_equal(c->said.count, 0);
}

/* A letter, and a copy of it with a copyist's slips. */
#define PAIR_LETTER                                                          \
    "We came into the harbour upon the ninth day of March with the sails "   \
    "torn "                                                                  \
    "and the water casks empty and lay there eleven weeks. The master sold " \
    "the brass lamps to buy flour. When the ice broke we put out again and " \
    "saw no land until the feast of Saint John."
#define PAIR_COPY                                                            \
    "We came into the harbuor upon ninth day of Marhc with the sails torn "  \
    "and the water csaks empty and lay there eleven weeks. The mastre sold " \
    "brass lamps to buy flour. When the ice brake we put out and "           \
    "saw no land until the faest of Saint John."

/* A report of 62 words and the same with a dozen of them replaced, as a spinner
 * does it. */
#define PAIR_REPORT                                                           \
    "The old bridge was closed on Monday after the river rose again and the " \
    "mayor said that the town would need help before the winter. Farmers "    \
    "said "                                                                   \
    "that the flood had taken half of their harvest, and that they would "    \
    "need "                                                                   \
    "help from the province to buy seed. The mayor said that a small fund "   \
    "would be opened for them before the winter begins."
#define PAIR_SPUN                                                             \
    "The aged bridge was shut on Monday after the watercourse climbed again " \
    "and the mayor mentioned that the municipality would require assistance " \
    "earlier than the winter. Agriculturists mentioned that the flood had "   \
    "taken half of their crop yield, and that they would require assistance " \
    "from the province to purchase seed. The mayor mentioned that a tiny "    \
    "monetary fund would be opened for them earlier than the winter begins."

#endif
