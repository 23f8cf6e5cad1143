/* A tradition made by hand, for the tests of this room: texts are words with
 * spaces between, alignments are longest common subsequences of words, and
 * relations say what the test lets them say.
 *
 *     tradition t = {0};
 *     text(&t, "one two three");
 *     text(&t, "one two four");
 *     relate(&t, 0, 1, STM_REVISION);
 *     ...
 *     close_tradition(&t);
 */
#ifndef STM_TEST_TRADITION_H
#define STM_TEST_TRADITION_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "tree/output.h"

enum { MOST_TEXTS = 12, MOST_WORDS = 200, MOST_PAIRS = 66 };

typedef struct tradition {
    stm_text text[MOST_TEXTS];
    stm_capture capture[MOST_TEXTS];
    stm_page page[MOST_TEXTS];
    stm_witness witness[MOST_TEXTS];
    uint32_t count;
    stm_relation relation[MOST_PAIRS];
    stm_shared passage[MOST_PAIRS];
    const stm_relation *sorted[MOST_PAIRS];
    uint32_t pairs;
    stm_str word[MOST_TEXTS * MOST_WORDS];
    uint32_t words;
    stm_tree__input in;
    stm_tree__kinship kin;
    uint32_t member[MOST_TEXTS], local[MOST_TEXTS];
    stm_arena mem;
    unsigned alignments; /* asked for so far */
} tradition;

/* Test memory comes from calls that a failing allocator does not see. */
static inline void *test_take(size_t size)
{
    void *p = test_calloc(1, size ? size : 1);
    assert_non_null(p);
    return p;
}

static inline uint32_t word_id(tradition *t, stm_str w)
{
    for (uint32_t i = 0; i < t->words; i++)
        if (stm_str_eq(t->word[i], w))
            return i;
    assert_true(t->words < MOST_TEXTS * MOST_WORDS);
    t->word[t->words] = w;
    return t->words++;
}

static inline bool ends_sentence(stm_str bytes, uint32_t end)
{
    return end == 0 || bytes.ptr[end - 1] == '.';
}

/* Adds a text (borrowed); its id. A word that ends in "." ends a sentence. */
static inline uint32_t text(tradition *t, const char *bytes)
{
    assert_true(t->count < MOST_TEXTS);
    stm_text *x = &t->text[t->count];
    stm_range *at = test_take(MOST_WORDS * sizeof *at);
    uint8_t *flags = test_take(MOST_WORDS);
    x->word = test_take(MOST_WORDS * sizeof *x->word);
    x->bytes = stm_str_of(bytes);
    for (uint32_t i = 0, end = 0; i < x->bytes.len;) {
        uint32_t start = i;
        while (i < x->bytes.len && bytes[i] != ' ')
            i++;
        assert_true(x->count < MOST_WORDS);
        flags[x->count] = ends_sentence(x->bytes, end) ? STM_WORD_SENTENCE : 0;
        at[x->count] = (stm_range){start, i};
        x->word[x->count++] = word_id(t, (stm_str){bytes + start, i - start});
        end = i;
        while (i < x->bytes.len && bytes[i] == ' ')
            i++;
    }
    x->at = at;
    x->flags = flags;
    t->capture[t->count].text = x->bytes;
    t->witness[t->count] = (stm_witness){.id = t->count,
                                         .capture = &t->capture[t->count],
                                         .page = &t->page[t->count],
                                         .text = x};
    return t->count++;
}

static inline void close_tradition(tradition *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        test_free((void *)t->text[i].at);
        test_free((void *)t->text[i].flags);
        test_free(t->text[i].word);
    }
    stm_arena_free(&t->mem);
}

typedef struct test_map {
    stm_alignment pub;
    uint32_t a_to_b[MOST_WORDS], b_to_a[MOST_WORDS];
} test_map;

/* Longest common subsequence from the front. */
static inline void map_words(const stm_text *a, const stm_text *b,
                             uint32_t *a_to_b, uint32_t *b_to_a)
{
    static uint32_t best[MOST_WORDS + 1][MOST_WORDS + 1];
    memset(best, 0, sizeof best);
    memset(a_to_b, 0xff, MOST_WORDS * sizeof *a_to_b);
    memset(b_to_a, 0xff, MOST_WORDS * sizeof *b_to_a);
    for (uint32_t i = a->count; i-- > 0;)
        for (uint32_t k = b->count; k-- > 0;) {
            uint32_t down = best[i + 1][k], right = best[i][k + 1];
            best[i][k] = a->word[i] == b->word[k] ? best[i + 1][k + 1] + 1
                         : down > right           ? down
                                                  : right;
        }
    for (uint32_t i = 0, k = 0; i < a->count && k < b->count;) {
        if (a->word[i] == b->word[k])
            a_to_b[i] = k, b_to_a[k] = i, i++, k++;
        else if (best[i + 1][k] >= best[i][k + 1])
            i++;
        else
            k++;
    }
}

static inline stm_status align_words(void *user, uint32_t a, uint32_t b,
                                     stm_alignment **out, stm_error *err)
{
    tradition *t = user;
    assert_true(a < b && b < t->count);
    t->alignments++;
    *out = NULL;
    test_map *m = malloc(sizeof *m);
    if (!m)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    map_words(&t->text[a], &t->text[b], m->a_to_b, m->b_to_a);
    m->pub = (stm_alignment){.a_to_b = m->a_to_b, .b_to_a = m->b_to_a};
    *out = &m->pub;
    return STM_OK;
}

static inline void release_words(stm_alignment *x) { free(x); }

static inline double differing_words(const stm_text *a, const stm_text *b)
{
    static uint32_t to[MOST_WORDS], from[MOST_WORDS];
    uint32_t same = 0;
    map_words(a, b, to, from);
    for (uint32_t i = 0; i < a->count; i++)
        same += to[i] != STM_NO_TOKEN;
    return a->count + b->count - 2.0 * same;
}

/* The relation of two texts, a < b; the test may change what it says. */
static inline stm_relation *relate(tradition *t, uint32_t a, uint32_t b,
                                   stm_relation_kind kind)
{
    uint32_t i = t->pairs++;
    assert_true(a < b && b < t->count && i < MOST_PAIRS);
    stm_relation *r = &t->relation[i];
    *r = (stm_relation){.a = a, .b = b, .kind = kind, .confidence = 0.9};
    r->coverage_a = r->coverage_b = 1;
    r->passages = &t->passage[i];
    r->passage_count = 1;
    r->distance = differing_words(&t->text[a], &t->text[b]);
    for (int k = 0; k < 3; k++)
        r->log_odds[k] = log(1.0 / 3);
    for (; i && (t->sorted[i - 1]->a > a ||
                 (t->sorted[i - 1]->a == a && t->sorted[i - 1]->b > b));
         i--)
        t->sorted[i] = t->sorted[i - 1];
    t->sorted[i] = r;
    return r;
}

/* All pairs as revisions of unknown direction. */
static inline void relate_all(tradition *t)
{
    for (uint32_t a = 0; a < t->count; a++)
        for (uint32_t b = a + 1; b < t->count; b++)
            relate(t, a, b, STM_REVISION);
}

static inline stm_relation *relation_of(tradition *t, uint32_t a, uint32_t b)
{
    for (uint32_t i = 0; i < t->pairs; i++)
        if (t->relation[i].a == a && t->relation[i].b == b)
            return &t->relation[i];
    fail();
    return NULL;
}

/* Probabilities of a>b, b>a and siblings. */
static inline void say(stm_relation *r, double forth, double back,
                       double beside)
{
    r->log_odds[STM_A_TO_B] = log(forth);
    r->log_odds[STM_B_TO_A] = log(back);
    r->log_odds[STM_SIBLING] = log(beside);
}

static inline stm_tree__input *input_of(tradition *t)
{
    t->in = (stm_tree__input){
        .witness = t->witness,
        .count = t->count,
        .relation = t->sorted,
        .relation_count = t->pairs,
        .aligner = {align_words, release_words, t},
    };
    return &t->in;
}

/* The workbench of all texts as one family, without edges. */
static inline void open_bench(tradition *t, stm_tree__family *f)
{
    stm_tree__input *in = input_of(t);
    assert_true(stm_tree__kinship_find(&t->kin, in, &t->mem));
    *f = (stm_tree__family){.in = in,
                            .kin = &t->kin,
                            .member = t->member,
                            .member_count = t->count,
                            .local = t->local};
    for (uint32_t i = 0; i < t->count; i++) {
        t->member[i] = i;
        if (t->kin.twin[i] == i)
            t->local[i] = stm_tree__node_add(f, i);
    }
    f->captures = (uint32_t)f->node.count;
}

/* The same, collated, with the edges of the spanning tree. */
static inline void open_collated(tradition *t, stm_tree__family *f)
{
    open_bench(t, f);
    assert_true(stm_tree__span(f));
    assert_int_equal(stm_tree__collate(f, NULL), STM_OK);
    assert_true(stm_tree__span(f));
}

static inline bool are_joined(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *n = &f->node.items[u];
    for (size_t i = 0; i < n->near.count; i++)
        if (n->near.items[i] == v)
            return true;
    return false;
}

/* Builds the whole tree; its root's edges and all. */
static inline stm_tree *build(tradition *t)
{
    stm_tree *tree;
    assert_int_equal(stm_tree__build(&tree, input_of(t), NULL), STM_OK);
    return tree;
}

/* The source of a node by its id, "" for a root. */
static inline const char *source_of(const stm_tree *t, const char *id)
{
    for (size_t i = 0; i < t->edge_count; i++)
        if (!strcmp(t->nodes[t->edges[i].to].id, id))
            return t->nodes[t->edges[i].from].id;
    return "";
}

static inline const stm_edge *edge_to(const stm_tree *t, const char *id)
{
    for (size_t i = 0; i < t->edge_count; i++)
        if (!strcmp(t->nodes[t->edges[i].to].id, id))
            return &t->edges[i];
    fail();
    return NULL;
}

/* Thirty words, none twice. */
#define OPENING                                                             \
    "on the first day after winter a fisherman from Marrow pulled an iron " \
    "box "                                                                  \
    "out of that lake under old willows which nobody had opened since"
#define CLOSING                                                             \
    "war years inside lay forty letters tied with blue ribbon and one map " \
    "showing seven wells where his village keeps only three today."

/* Three copies that each change words of their own in one lost text. */
#define LOST "a b c d e f g h i j k l m n o p q r s t u v w x y z"
#define FIRST "a B1 c d e f g h i j k l m n o P1 q R1 s T1 u v w x Y1 z"
#define SECOND "a b c D2 e f g h i j k L2 m N2 o p q r s t u V2 w x y Z2"
#define THIRD "A3 b c d e F3 g H3 i J3 k l m n o p q r s t u v w X3 y z"

#endif
