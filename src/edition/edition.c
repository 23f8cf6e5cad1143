/* All families, one after the other: collated, cut into units, the lost texts
 * inferred; then what is kept of it. */
#include <stdlib.h>

#include "edition/bench.h"

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

static bool work(stm_edition__bench *b, const stm_synopsis *s,
                 stm_collation *out)
{
    return stm_edition__columns(b, s) && stm_edition__nodes(b, s) &&
           stm_edition__units(b) && stm_edition__readings(b) &&
           stm_edition__infer(b) && stm_edition__restore(b) &&
           stm_edition__publish_units(b, out) &&
           stm_edition__publish_lost(b, out) &&
           stm_edition__publish_versions(b, out);
}

static stm_status edit(edition *e, const order *o, uint32_t family,
                       stm_collation *out, stm_error *err)
{
    stm_synopsis *s = NULL;
    stm_edition__bench b = {.tree = o->tree,
                            .witness = o->witnesses,
                            .lex = o->lex,
                            .family = family,
                            .out = &e->mem};
    stm_status rc =
        stm_tree_collate(&s, o->tree, family, o->witnesses, o->count,
                         o->relations, o->relation_count, o->lex, err);
    if (rc == STM_OK && !work(&b, s, out))
        rc = no_memory(err);
    stm_vec_free(&b.restored);
    stm_arena_free(&b.mem);
    stm_synopsis_free(s);
    return rc;
}

static stm_status edit_all(edition *e, const order *o, stm_error *err)
{
    const stm_tree *t = o->tree;
    stm_collation *c = STM_ARENA_NEW(&e->mem, stm_collation, t->family_count);
    stm_status rc = c ? STM_OK : no_memory(err);
    e->public.collations = c;
    for (uint32_t i = 0; rc == STM_OK && i < t->family_count; i++) {
        if (t->families[i].count < 2)
            continue;
        rc = edit(e, o, i, &c[e->public.collation_count], err);
        e->public.collation_count += rc == STM_OK;
    }
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
    stm_status rc = e ? edit_all(e, &o, err) : no_memory(err);
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
