/* All families, one after the other: collated, cut into units, the lost texts
 * inferred; then what is kept of it. */
#include <stdlib.h>

#include "edition/restore.h"

typedef struct edition {
    stm_edition public; /* first: stm_edition_free gets this back */
    stm_arena mem;
} edition;

typedef struct order {
    const stm_tree *tree;
    const stm_witness *witnesses;
    size_t count;
    const stm_relation *const *relations;
    size_t relation_count;
    const stm_lexicon *lex;
} order;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the edition of a family");
}

const char *stm_reading_name(stm_reading_kind kind)
{
    static const char *const names[] = {"words", "restored", "omitted",
                                        "absent", "moved"};
    return names[kind];
}

const char *stm_alteration_name(stm_alteration_kind kind)
{
    static const char *const names[] = {"added", "dropped", "softened",
                                        "hardened", "reworded"};
    return names[kind];
}

/* The family on its bench, its lost texts inferred. */
static stm_status prepare(stm_edition__bench *b, const order *o, stm_error *err)
{
    stm_synopsis *s = NULL;
    stm_status rc =
        stm_tree_collate(&s, o->tree, b->family, o->witnesses, o->count,
                         o->relations, o->relation_count, o->lex, err);
    if (rc == STM_OK && (!stm_edition__columns(b, s) ||
                         !stm_edition__nodes(b, s) || !stm_edition__units(b) ||
                         !stm_edition__readings(b) || !stm_edition__infer(b)))
        rc = no_memory(err);
    stm_synopsis_free(s);
    return rc;
}

static stm_edition__bench bench_of(const order *o, uint32_t family,
                                   stm_arena *out)
{
    return (stm_edition__bench){.tree = o->tree,
                                .witness = o->witnesses,
                                .lex = o->lex,
                                .family = family,
                                .out = out};
}

static void clear(stm_edition__bench *b)
{
    stm_vec_free(&b->restored);
    stm_arena_free(&b->mem);
}

static bool publish(stm_edition__bench *b, const stm_edition__school *school,
                    stm_collation *out)
{
    return stm_edition__restore(b, school) &&
           stm_edition__publish_units(b, out) &&
           stm_edition__publish_lost(b, out) &&
           stm_edition__publish_versions(b, out);
}

static stm_status edit(edition *e, const order *o, uint32_t family,
                       const stm_edition__school *school, stm_collation *out,
                       stm_error *err)
{
    stm_edition__bench b = bench_of(o, family, &e->mem);
    stm_status rc = prepare(&b, o, err);
    if (rc == STM_OK && !publish(&b, school, out))
        rc = no_memory(err);
    clear(&b);
    return rc;
}

static stm_status edit_all(edition *e, const order *o,
                           const stm_edition__school *school, stm_error *err)
{
    const stm_tree *t = o->tree;
    stm_collation *c = STM_ARENA_NEW(&e->mem, stm_collation, t->family_count);
    stm_status rc = c ? STM_OK : no_memory(err);
    e->public.collations = c;
    for (uint32_t i = 0; rc == STM_OK && i < t->family_count; i++) {
        if (t->families[i].count < 2)
            continue;
        rc = edit(e, o, i, school, &c[e->public.collation_count], err);
        e->public.collation_count += rc == STM_OK;
    }
    return rc;
}

/* Which families have a spun text; how many spun texts there are. */
static size_t find_spun(const stm_tree *t, bool *family)
{
    size_t count = 0;
    for (size_t i = 0; i < t->edge_count; i++)
        if (t->edges[i].kind == STM_SPUN) {
            family[t->nodes[t->edges[i].to].family] = true;
            count++;
        }
    return count;
}

/* Spinners learn from each other, so they are all heard before the first family
 * is edited; a bench is made anew then, for all of them together would take the
 * memory of all families. */
static stm_status teach(stm_edition__school *school, const order *o,
                        stm_error *err)
{
    stm_arena mem = {0};
    bool *spun = STM_ARENA_NEW(&mem, bool, o->tree->family_count);
    stm_status rc = spun ? STM_OK : no_memory(err);
    bool many = spun && find_spun(o->tree, spun) > 1;
    for (uint32_t i = 0; many && rc == STM_OK && i < o->tree->family_count;
         i++) {
        if (!spun[i])
            continue;
        stm_edition__bench b = bench_of(o, i, NULL);
        rc = prepare(&b, o, err);
        if (rc == STM_OK && !stm_edition__teach(&b, school))
            rc = no_memory(err);
        clear(&b);
    }
    if (rc == STM_OK && !stm_edition__open_school(school))
        rc = no_memory(err);
    stm_arena_free(&mem);
    return rc;
}

stm_status stm_edition_new(stm_edition **out, const stm_tree *t,
                           const stm_witness *witnesses, size_t count,
                           const stm_relation *const *relations,
                           size_t relation_count, const stm_lexicon *lex,
                           stm_error *err)
{
    const order o = {t, witnesses, count, relations, relation_count, lex};
    edition *e = calloc(1, sizeof *e);
    *out = NULL;
    stm_edition__school school = {0};
    stm_status rc = e ? teach(&school, &o, err) : no_memory(err);
    if (rc == STM_OK)
        rc = edit_all(e, &o, &school, err);
    stm_edition__school_free(&school);
    if (rc == STM_OK)
        *out = &e->public;
    else
        stm_edition_free(e ? &e->public : NULL);
    return rc;
}

void stm_edition_free(stm_edition *e)
{
    edition *own = (edition *)e;
    if (!own)
        return;
    stm_arena_free(&own->mem);
    free(own);
}
