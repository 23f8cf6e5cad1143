/* The whole stage: families, then one tree after another, then what crosses
 * between them. */
#include <stemma/tree.h>

#include <stdio.h>
#include <stdlib.h>

#include "tree/output.h"
#include "tree/weights.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory while building the tree");
}

static bool add_captures(stm_tree__output *out, const stm_tree__input *in,
                         const stm_tree__kinship *kin)
{
    for (uint32_t i = 0; i < in->count; i++) {
        stm_node n = {.witness = i, .family = kin->family[i]};
        snprintf(n.id, sizeof n.id, "c%u", in->witness[i].id);
        if (!stm_vec_push(&out->node, n) ||
            !stm_vec_push(&out->above, STM_LOST))
            return false;
    }
    return true;
}

/* Lists every family's witnesses. */
static bool add_families(stm_tree__output *out, const stm_tree__input *in,
                         const stm_tree__kinship *kin)
{
    uint32_t *member = STM_ARENA_NEW(&out->mem, uint32_t, in->count);
    out->family = STM_ARENA_NEW(&out->mem, stm_family, kin->family_count);
    if (!member || !out->family)
        return false;
    for (uint32_t i = 0; i < in->count; i++)
        out->family[kin->family[i]].count++;
    for (uint32_t i = 0; i < kin->family_count; i++) {
        stm_family *f = &out->family[i];
        f->witnesses = member;
        member += f->count;
        f->count = 0;
    }
    for (uint32_t i = 0; i < in->count; i++) {
        stm_family *f = &out->family[kin->family[i]];
        ((uint32_t *)f->witnesses)[f->count++] = i;
    }
    return true;
}

static bool open_family(stm_tree__family *f, uint32_t *local)
{
    f->local = local;
    for (size_t i = 0; i < f->member_count; i++) {
        uint32_t w = f->member[i];
        if (f->kin->twin[w] != w)
            continue;
        local[w] = stm_tree__node_add(f, w);
        if (local[w] == STM_LOST)
            return false;
    }
    f->captures = (uint32_t)f->node.count;
    return true;
}

/* Copyists change words, editors sentences: most changes along the edges are
 * of one or two words, and there are enough to tell. */
static void tell_manuscripts(stm_tree__family *f)
{
    const stm_tree__node *n = f->node.items;
    uint32_t events = 0, small = 0, edges = 0;
    for (size_t u = 0; u < f->node.count; u++)
        for (size_t k = 0; k < n[u].near.count; k++) {
            uint32_t v = n[u].near.items[k];
            if (v < u)
                continue;
            stm_tree__diff d = stm_tree__compare(&n[u].row, &n[v].row);
            events += d.events, small += d.small, edges++;
        }
    f->manuscripts = events >= STM_TREE_TELLING * edges &&
                     small >= STM_TREE_SMALL_CHANGES * events;
}

static stm_status grow(stm_tree__family *f, stm_error *err)
{
    if (f->captures < 2)
        return STM_OK;
    if (!stm_tree__span(f))
        return no_memory(err);
    stm_status rc = stm_tree__collate(f, err);
    if (rc != STM_OK)
        return rc;
    if (!stm_tree__undate(f) || !stm_tree__span(f))
        return no_memory(err);
    tell_manuscripts(f);
    if (f->manuscripts && !stm_tree__find_odd(f))
        return no_memory(err);
    if (!stm_tree__learn_misfits(f))
        return no_memory(err);
    if (!stm_tree__medians(f) || !stm_tree__bars(f) || !stm_tree__prune(f) ||
        !stm_tree__spun_sources(f) || !stm_tree__root(f))
        return no_memory(err);
    return STM_OK;
}

static stm_status add_tree(stm_tree__output *out, const stm_tree__input *in,
                           const stm_tree__kinship *kin, uint32_t family,
                           uint32_t *local, stm_error *err)
{
    stm_tree__family f = {.in = in,
                          .kin = kin,
                          .member = out->family[family].witnesses,
                          .member_count = out->family[family].count};
    const uint32_t *out_of;
    size_t first_edge = out->edge.count;
    stm_status rc = open_family(&f, local) ? grow(&f, err) : no_memory(err);
    if (rc == STM_OK && (!stm_tree__emit(out, &f, &out_of) ||
                         !stm_tree__support(out, &f, first_edge) ||
                         !stm_tree__write_notes(out, &f, out_of) ||
                         !stm_tree__contamination(out, &f, out_of)))
        rc = no_memory(err);
    stm_tree__family_free(&f);
    return rc;
}

static void publish(stm_tree__output *out, uint32_t families)
{
    stm_tree *t = &out->tree;
    t->nodes = out->node.items;
    t->node_count = out->node.count;
    t->edges = out->edge.items;
    t->edge_count = out->edge.count;
    t->secondary = out->secondary.items;
    t->secondary_count = out->secondary.count;
    t->families = out->family;
    t->family_count = families;
}

static stm_status fill(stm_tree__output *out, stm_tree__input *in,
                       stm_arena *scratch, stm_error *err)
{
    stm_tree__kinship kin;
    uint32_t *local = STM_ARENA_NEW(scratch, uint32_t, in->count);
    in->site = stm_tree__sites(in->witness, in->count, scratch);
    if (!local || !in->site || !stm_tree__spun_shares(in, scratch) ||
        !stm_tree__kinship_find(&kin, in, scratch) ||
        !add_captures(out, in, &kin) || !add_families(out, in, &kin))
        return no_memory(err);
    stm_status rc = STM_OK;
    for (uint32_t i = 0; rc == STM_OK && i < kin.family_count; i++)
        rc = add_tree(out, in, &kin, i, local, err);
    if (rc == STM_OK && !stm_tree__quotations(out, in, &kin))
        rc = no_memory(err);
    publish(out, kin.family_count);
    return rc;
}

stm_status stm_tree__build(stm_tree **out, const stm_tree__input *in,
                           stm_error *err)
{
    stm_arena scratch = {0};
    *out = NULL;
    if (in->count >= STM_LOST)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "a tree of %zu captures is too large", in->count);
    stm_tree__output *o = calloc(1, sizeof *o);
    if (!o)
        return no_memory(err);
    stm_tree__input with_shares = *in;
    stm_status rc = fill(o, &with_shares, &scratch, err);
    stm_arena_free(&scratch);
    if (rc == STM_OK)
        *out = &o->tree;
    else
        stm_tree_free(&o->tree);
    return rc;
}

typedef struct texts {
    const stm_witness *witness;
    const stm_lexicon *lex;
} texts;

static stm_status align_texts(void *user, uint32_t a, uint32_t b,
                              stm_alignment **out, stm_error *err)
{
    const texts *t = user;
    const stm_align_opts opts = STM_ALIGN_OPTS_INIT;
    return stm_align(out, t->witness[a].text, t->witness[b].text, t->lex, &opts,
                     err);
}

stm_status stm_tree_build(stm_tree **out, const stm_witness *witnesses,
                          size_t count, const stm_relation *const *relations,
                          size_t relation_count, const stm_lexicon *lex,
                          unsigned samples, stm_error *err)
{
    texts t = {witnesses, lex};
    stm_tree__input in = {.witness = witnesses,
                          .count = count,
                          .relation = relations,
                          .relation_count = relation_count,
                          .aligner = {align_texts, stm_alignment_free, &t},
                          .samples = samples};
    return stm_tree__build(out, &in, err);
}

void stm_tree_free(stm_tree *t)
{
    stm_tree__output *o = (stm_tree__output *)t;
    if (!o)
        return;
    stm_vec_free(&o->node);
    stm_vec_free(&o->above);
    stm_vec_free(&o->edge);
    stm_vec_free(&o->secondary);
    stm_arena_free(&o->mem);
    free(o);
}
