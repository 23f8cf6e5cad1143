/* A family made by hand: its texts are read, aligned and collated as always,
 * but what they are to each other and the tree are as the test says.
 *
 *     family f = {0};
 *     text(&f, "The red boat came home late.");        -> c0
 *     text(&f, "The blue boat came home late.");       -> c1
 *     uint32_t x = lost(&f);                           -> x1
 *     edge(&f, x, 0, STM_REVISION);
 *     edge(&f, x, 1, STM_REVISION);
 *     const stm_collation *c = edit(&f);
 *     ...
 * With f.second = f.count the texts that follow are a second family, whose lost
 * texts have f.node[x].family = 1.
 *     close_family(&f);
 */
#ifndef STM_TEST_EDITION_FAMILY_H
#define STM_TEST_EDITION_FAMILY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/edition.h>

#include "base/str.h"

enum { MOST_TEXTS = 8, MOST_NODES = 16, MOST_PAIRS = 28 };

typedef struct family {
    stm_capture capture[MOST_TEXTS];
    stm_page page[MOST_TEXTS];
    stm_text *words[MOST_TEXTS];
    stm_witness witness[MOST_TEXTS];
    uint32_t count;
    stm_lexicon *lex;
    stm_relation relation[MOST_PAIRS];
    const stm_relation *sorted[MOST_PAIRS];
    size_t pairs;
    stm_node node[MOST_NODES];
    uint32_t nodes; /* captures first: all texts before all lost */
    stm_edge edge[MOST_NODES];
    size_t edges;
    uint32_t member[MOST_TEXTS];
    uint32_t second;   /* first text of a second family, or 0 */
    stm_family one[2]; /* by their first texts */
    stm_tree tree;
    stm_edition *edition;
} family;

static inline uint32_t text(family *f, const char *s)
{
    uint32_t id = f->count++;
    stm_words *w = NULL;
    stm_range all = {0, (uint32_t)strlen(s)};
    f->capture[id].text = stm_str_of(s);
    memcpy(f->page[id].language, "en", 3);
    if (!f->lex)
        assert_int_equal(stm_lexicon_new(&f->lex, NULL), STM_OK);
    assert_int_equal(stm_words_scan(&w, f->capture[id].text, NULL), STM_OK);
    assert_int_equal(stm_text_new(&f->words[id], w, &all, 1, "en", NULL),
                     STM_OK);
    stm_words_free(w);
    assert_int_equal(stm_lexicon_add(f->lex, f->words[id], NULL), STM_OK);
    f->witness[id] = (stm_witness){.id = id,
                                   .capture = &f->capture[id],
                                   .page = &f->page[id],
                                   .text = f->words[id]};
    snprintf(f->node[id].id, sizeof f->node[id].id, "c%u", id);
    f->node[id].witness = f->member[id] = id;
    return f->nodes++;
}

static inline uint32_t lost(family *f)
{
    stm_node *n = &f->node[f->nodes];
    n->witness = STM_LOST;
    snprintf(n->id, sizeof n->id, "x%u", f->nodes - f->count + 1);
    return f->nodes++;
}

static inline void edge(family *f, uint32_t from, uint32_t to,
                        stm_relation_kind kind)
{
    f->edge[f->edges++] = (stm_edge){from, to, kind, .9, -1};
}

/* Day `day` of May 2024. */
static inline void dated(family *f, uint32_t id, int day)
{
    f->page[id].published =
        (stm_date){2024, 5, (uint8_t)day, -1, -1, -1, STM_NO_ZONE};
}

static inline bool is_spun(const family *f, uint32_t id)
{
    for (size_t i = 0; i < f->edges; i++)
        if (f->edge[i].to == id)
            return f->edge[i].kind == STM_SPUN;
    return false;
}

static inline bool is_twin(const family *f, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < f->edges; i++)
        if (f->edge[i].from == a && f->edge[i].to == b)
            return f->edge[i].kind == STM_IDENTICAL;
    return false;
}

/* Of every pair what the edges make it. */
static inline void relate_all(family *f)
{
    f->pairs = 0;
    for (uint32_t a = 0; a < f->count; a++)
        for (uint32_t b = a + 1; b < f->count; b++) {
            stm_relation *r = &f->relation[f->pairs];
            bool spun = is_spun(f, a) != is_spun(f, b);
            *r = (stm_relation){.a = a,
                                .b = b,
                                .kind = is_twin(f, a, b) ? STM_IDENTICAL
                                        : spun           ? STM_SPUN
                                                         : STM_REVISION,
                                .direction = STM_UNKNOWN,
                                .coverage_a = 1,
                                .coverage_b = 1,
                                .distance = spun ? 20 : 1,
                                .spun_a = spun && is_spun(f, a),
                                .spun_b = spun && is_spun(f, b),
                                .log_odds = {-1.1, -1.1, -1.1}};
            f->sorted[f->pairs++] = r;
        }
}

static inline stm_status try_edit(family *f, stm_error *err)
{
    relate_all(f);
    uint32_t first = f->second ? f->second : f->count;
    f->one[0] = (stm_family){f->member, first, 0};
    f->one[1] = (stm_family){f->member + first, f->count - first, first};
    for (uint32_t i = first; i < f->count; i++)
        f->node[i].family = 1;
    f->tree = (stm_tree){.nodes = f->node,
                         .node_count = f->nodes,
                         .edges = f->edge,
                         .edge_count = f->edges,
                         .families = f->one,
                         .family_count = f->second ? 2 : 1};
    return stm_edition_new(&f->edition, &f->tree, f->witness, f->count,
                           f->sorted, f->pairs, f->lex, err);
}

static inline const stm_collation *edit(family *f)
{
    assert_int_equal(try_edit(f, NULL), STM_OK);
    return f->edition->collation_count ? &f->edition->collations[0] : NULL;
}

/* What a node reads at a unit, or NULL. */
static inline const stm_reading *reads(const stm_unit *u, uint32_t node)
{
    for (size_t k = 0; k < u->reading_count; k++)
        for (size_t i = 0; i < u->readings[k].by_count; i++)
            if (u->readings[k].by[i].node == node)
                return &u->readings[k];
    return NULL;
}

/* The first unit that has `words` in a reading, or NULL. */
static inline const stm_unit *unit_with(const stm_collation *c,
                                        const char *words)
{
    for (size_t i = 0; i < c->unit_count; i++)
        for (size_t k = 0; k < c->units[i].reading_count; k++)
            if (stm_str_find(c->units[i].readings[k].text, stm_str_of(words),
                             0) != SIZE_MAX)
                return &c->units[i];
    return NULL;
}

static inline void assert_text(stm_str s, const char *want)
{
    char buf[4096];
    snprintf(buf, sizeof buf, "%.*s", (int)s.len, s.ptr);
    assert_string_equal(buf, want);
}

/* The whole wording of a lost text. */
static inline const char *wording(const stm_lost *l, char *buf, size_t size)
{
    size_t n = 0;
    *buf = '\0';
    for (size_t i = 0; i < l->stretch_count; i++) {
        const stm_stretch *s = &l->stretches[i];
        n += (size_t)snprintf(buf + n, size - n, "%s%.*s",
                              i && !s->joined ? " " : "", (int)s->text.len,
                              s->text.ptr);
    }
    return buf;
}

static inline void close_family(family *f)
{
    stm_edition_free(f->edition);
    for (uint32_t i = 0; i < f->count; i++)
        stm_text_free(f->words[i]);
    stm_lexicon_free(f->lex);
}

#endif
