/* A family's collation for those who print it: collated anew, as the trees were
 * built, because few who want a tree want its texts side by side, and keeping
 * all of them would cost more memory than all else. */
#include <stemma/tree.h>

#include <stdlib.h>
#include <string.h>

#include "tree/family.h"

typedef struct synopsis {
    stm_synopsis public; /* first: stm_synopsis_free gets this back */
    stm_arena mem;
} synopsis;

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

/* A node for every text that stands for itself. */
static bool add_texts(stm_tree__family *f, stm_arena *mem)
{
    f->local = STM_ARENA_NEW(mem, uint32_t, f->in->count);
    if (!f->local)
        return false;
    for (size_t i = 0; i < f->member_count; i++) {
        uint32_t w = f->member[i];
        if (f->kin->twin[w] != w)
            continue;
        f->local[w] = stm_tree__node_add(f, w);
        if (f->local[w] == STM_LOST)
            return false;
    }
    f->captures = (uint32_t)f->node.count;
    return f->captures < 2 || stm_tree__span(f);
}

static bool copy_row(synopsis *s, stm_column *c, const stm_tree__node *n)
{
    uint32_t *place = STM_ARENA_NEW(&s->mem, uint32_t, n->row.count);
    uint32_t *token = STM_ARENA_NEW(&s->mem, uint32_t, n->row.count);
    if (!place || !token)
        return false;
    if (n->row.count) {
        memcpy(place, n->row.place, n->row.count * sizeof *place);
        memcpy(token, n->row.token, n->row.count * sizeof *token);
    }
    *c = (stm_column){n->witness, place, token, n->row.count};
    return true;
}

static bool publish(synopsis *s, const stm_tree__family *f)
{
    stm_column *column = STM_ARENA_NEW(&s->mem, stm_column, f->captures);
    for (uint32_t i = 0; column && i < f->captures; i++)
        if (!copy_row(s, &column[i], &f->node.items[i]))
            return false;
    uint32_t places = f->places ? f->places - 1 : 0; /* without the start */
    s->public = (stm_synopsis){column, f->captures, places};
    return column != NULL;
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory while collating a family");
}

static stm_status collate(synopsis *s, stm_tree__family *f, stm_arena *scratch,
                          stm_error *err)
{
    stm_tree__kinship kin;
    stm_tree__input in = *f->in;
    if (!stm_tree__spun_shares(&in, scratch) ||
        !stm_tree__kinship_find(&kin, &in, scratch))
        return no_memory(err);
    f->in = &in;
    f->kin = &kin;
    if (!add_texts(f, scratch))
        return no_memory(err);
    stm_status rc = stm_tree__collate(f, err);
    return rc != STM_OK || publish(s, f) ? rc : no_memory(err);
}

stm_status stm_tree_collate(stm_synopsis **out, const stm_tree *t,
                            uint32_t family, const stm_witness *witnesses,
                            size_t count, const stm_relation *const *relations,
                            size_t relation_count, const stm_lexicon *lex,
                            stm_error *err)
{
    texts user = {witnesses, lex};
    stm_tree__input in = {.witness = witnesses,
                          .count = count,
                          .relation = relations,
                          .relation_count = relation_count,
                          .aligner = {align_texts, stm_alignment_free, &user}};
    stm_tree__family f = {.in = &in,
                          .member = t->families[family].witnesses,
                          .member_count = t->families[family].count};
    stm_arena scratch = {0};
    synopsis *s = calloc(1, sizeof *s);
    *out = NULL;
    stm_status rc = s ? collate(s, &f, &scratch, err) : no_memory(err);
    stm_tree__family_free(&f);
    stm_arena_free(&scratch);
    if (rc == STM_OK)
        *out = &s->public;
    else
        stm_synopsis_free(s ? &s->public : NULL);
    return rc;
}

void stm_synopsis_free(stm_synopsis *s)
{
    synopsis *own = (synopsis *)s;
    if (!own)
        return;
    stm_arena_free(&own->mem);
    free(own);
}
