/* One pair from start to end. The texts are put in an order of their own first,
 * so that (a, b) and (b, a) give the same passages, mirrored. */
#include <stemma/align.h>

#include <stdlib.h>
#include <string.h>

#include "align/pair.h"
#include "align/regions.h"
#include "align/reread.h"
#include "align/weights.h"
#include "base/str.h"

typedef struct owned {
    stm_alignment pub;
    stm_arena mem;
} owned;

const char *stm_passage_name(stm_passage_kind kind)
{
    static const char *const names[] = {"verbatim", "edited", "spun"};
    return names[kind];
}

/* Shorter first, then by the captured bytes. */
static bool comes_first(const stm_text *a, const stm_text *b)
{
    if (a->count != b->count)
        return a->count < b->count;
    return stm_str_cmp(a->bytes, b->bytes) <= 0;
}

static int by_place_in_a(const void *x, const void *y)
{
    const stm_passage *p = x, *q = y;
    return (p->a.from > q->a.from) - (p->a.from < q->a.from);
}

static int by_change(const void *x, const void *y)
{
    const stm_change *p = x, *q = y;
    if (p->a.from != q->a.from)
        return p->a.from < q->a.from ? -1 : 1;
    return (p->b.from > q->b.from) - (p->b.from < q->b.from);
}

#define SWAP(type, x, y)  \
    do {                  \
        type keep_ = (x); \
        (x) = (y);        \
        (y) = keep_;      \
    } while (0)

static void mirror_passages(stm_passage *x, size_t count)
{
    for (size_t k = 0; k < count; k++)
        SWAP(stm_span, x[k].a, x[k].b);
    if (count)
        qsort(x, count, sizeof *x, by_place_in_a);
}

static void mirror(stm_alignment *out)
{
    stm_change *changes = (stm_change *)out->changes;
    stm_substitution *subs = (stm_substitution *)out->substitutions;
    mirror_passages((stm_passage *)out->passages, out->passage_count);
    mirror_passages((stm_passage *)out->shared, out->shared_count);
    for (size_t k = 0; k < out->change_count; k++)
        SWAP(stm_span, changes[k].a, changes[k].b);
    for (size_t k = 0; k < out->substitution_count; k++)
        SWAP(stm_span, subs[k].a, subs[k].b);
    SWAP(const uint32_t *, out->a_to_b, out->b_to_a);
    SWAP(uint32_t, out->covered_a, out->covered_b);
    qsort(changes, out->change_count, sizeof *changes, by_change);
}

static uint32_t *unmapped(stm_arena *mem, uint32_t count)
{
    uint32_t *map = STM_ARENA_RAW(mem, uint32_t, (size_t)count + 1);
    if (map) {
        memset(map, 0xff, count * sizeof *map);
        map[count] = 0;
    }
    return map;
}

/* Where regions hold next to nothing of the longer text, sentences outside them
 * could prove nothing; unless both texts are short. What is a region but for a
 * little counts too: a text spun word by word has little else. */
static bool may_be_copies(const stm_pair *p)
{
    uint32_t words = 0, count = p->b.text->count;
    for (uint32_t i = 0; i < count; i++)
        words += p->promising[i];
    return count <= STM_COPY_SHORT ||
           (float)words > STM_COPY_HINT * (float)count;
}

static bool by_sentences(stm_pair *p)
{
    return stm_align__units(p) && stm_align__cells(p) && stm_align__chain(p) &&
           stm_align__learn(p) && stm_align__chain(p);
}

static bool by_regions(stm_pair *p)
{
    p->by_regions = true;
    for (size_t k = 0; k < p->regions.count; k++) {
        const stm_region *r = &p->regions.items[k];
        if (!r->condensed && !stm_vec_push(&p->links, ((stm_link){r->a, r->b})))
            return false;
    }
    return true;
}

static bool find(stm_pair *p, owned *x, stm_passages *found)
{
    stm_alignment *out = &x->pub;
    *out = (stm_alignment){0};
    if (!stm_align__stems(p) || !stm_align__runs(p) || !stm_align__regions(p) ||
        !(may_be_copies(p) ? by_sentences(p) : by_regions(p)) ||
        !stm_align__passages(p, found, &x->mem))
        return false;
    stm_align__unread(p, found->strands, found->strand_count);
    stm_align__drop_set_phrases(p, found);
    out->passage_count = found->strand_count;
    return stm_align__changes(p, found->strands, out, &x->mem);
}

static bool align(stm_pair *p, owned *x)
{
    stm_passages found = {0};
    stm_alignment *out = &x->pub;
    p->a_to_b = unmapped(&x->mem, p->a.text->count);
    p->b_to_a = unmapped(&x->mem, p->b.text->count);
    if (!p->a_to_b || !p->b_to_a || !find(p, x, &found))
        return false;
    if (p->noisy && (!stm_align__reread(p) || !find(p, x, &found)))
        return false;
    stm_align__kinds(&found);
    out->passages = found.strands;
    out->shared = found.shared;
    out->shared_count = found.shared_count;
    out->a_to_b = p->a_to_b;
    out->b_to_a = p->b_to_a;
    return true;
}

struct stm_aligner {
    stm_pair pair; /* between two runs: room without content */
};

stm_status stm_aligner_new(stm_aligner **out, stm_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for an aligner");
}

static void free_room(stm_pair *p)
{
    stm_vec_free(&p->runs);
    stm_vec_free(&p->cells);
    stm_vec_free(&p->links);
    stm_vec_free(&p->regions);
    stm_lcs__free(&p->words);
    stm_arena_free(&p->mem);
    *p = (stm_pair){0};
}

void stm_aligner_free(stm_aligner *r)
{
    if (!r)
        return;
    free_room(&r->pair);
    free(r);
}

/* What has been used once is used again, unless a large pair left it large. */
static void tidy(stm_pair *p, size_t words)
{
    enum { LARGE = 1 << 18 };
    if (words > LARGE) {
        free_room(p);
        return;
    }
    stm_pair room = {.mem = p->mem, .words = p->words};
    room.runs = p->runs, room.runs.count = 0;
    room.cells = p->cells, room.cells.count = 0;
    room.links = p->links, room.links.count = 0;
    room.regions = p->regions, room.regions.count = 0;
    stm_arena_reset(&room.mem);
    *p = room;
}

stm_status stm_aligner_run(stm_alignment **out, stm_aligner *r,
                           const stm_text *a, const stm_text *b,
                           const stm_lexicon *lex, const stm_align_opts *opts,
                           stm_error *err)
{
    stm_align_opts o = STM_ALIGN_OPTS_INIT;
    bool flip = !comes_first(a, b);
    stm_pair *p = &r->pair;
    p->lex = lex;
    p->opts = opts ? *opts : o;
    p->prefix = stm_align__prefix();
    p->a.text = flip ? b : a;
    p->b.text = flip ? a : b;
    owned *x = calloc(1, sizeof *x);
    bool ok = x && align(p, x);
    tidy(p, (size_t)a->count + b->count);
    if (ok && flip)
        mirror(&x->pub);
    if (!ok) {
        stm_alignment_free(x ? &x->pub : NULL);
        x = NULL;
    }
    *out = x ? &x->pub : NULL;
    return ok ? STM_OK
              : stm_fail(
                    err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory while aligning texts of %u and %u words",
                    a->count, b->count);
}

stm_status stm_align(stm_alignment **out, const stm_text *a, const stm_text *b,
                     const stm_lexicon *lex, const stm_align_opts *opts,
                     stm_error *err)
{
    stm_aligner *r;
    *out = NULL;
    stm_status rc = stm_aligner_new(&r, err);
    if (rc == STM_OK)
        rc = stm_aligner_run(out, r, a, b, lex, opts, err);
    stm_aligner_free(r);
    return rc;
}

void stm_alignment_free(stm_alignment *x)
{
    if (!x)
        return;
    owned *o = (owned *)x;
    stm_arena_free(&o->mem);
    free(o);
}
