#include <stemma/relate.h>

#include <stdlib.h>

#include "base/str.h"
#include "relate/case.h"
#include "relate/decide.h"
#include "relate/evidence.h"
#include "relate/matched.h"
#include "relate/relation.h"
#include "relate/result.h"

/* What is handed out, with the memory that all of it lives in. */
typedef struct owned {
    stm_relation r;
    stm_arena mem;
} owned;

static int heaviest_first(const void *x, const void *y)
{
    const stm_evidence *a = x, *b = y;
    if (a->weight != b->weight)
        return a->weight < b->weight ? 1 : -1;
    return stm_str_cmp(a->text, b->text);
}

static bool put_evidence(stm_relation *r, stm_case *c)
{
    size_t n = c->said.count;
    stm_evidence *to = STM_ARENA_NEW(c->mem, stm_evidence, n);
    if (!to)
        return false;
    for (size_t i = 0; i < n; i++)
        to[i] = c->said.items[i];
    if (n > 1)
        qsort(to, n, sizeof *to, heaviest_first);
    r->evidence = to;
    r->evidence_count = n;
    return true;
}

static double share(const stm_party *s)
{
    return s->words ? (double)s->covered / s->words : 0;
}

static void put_features(stm_relation *r, const stm_case *c)
{
    const stm_party *a = &c->f.side[0], *b = &c->f.side[1];
    r->a = a->w->id;
    r->b = b->w->id;
    r->kind = c->kind;
    r->coverage_a = share(a);
    r->coverage_b = share(b);
    r->cut_a = a->cut;
    r->cut_b = b->cut;
    r->spun_a = c->spun_side == 0;
    r->spun_b = c->spun_side == 1;
    r->distance = c->f.distance;
    r->copied = c->f.copied;
}

static bool judge(stm_relation *r, stm_case *c, const stm_witness *a,
                  const stm_witness *b)
{
    if (!stm_relate__measure(c, a, b) || !stm_relate__relation(c) ||
        !stm_relate__gather(c) || !put_evidence(r, c))
        return false;
    put_features(r, c);
    stm_relate__decide(r, c);
    return stm_relate__result(r, c) && stm_relate__matched(r, c);
}

struct stm_judge {
    stm_arena scratch; /* empty between two pairs */
};

stm_status stm_judge_new(stm_judge **out, stm_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for a judge");
}

void stm_judge_free(stm_judge *j)
{
    if (!j)
        return;
    stm_arena_free(&j->scratch);
    free(j);
}

/* What has been used once is used again, unless a large pair left it large. */
static void tidy(stm_judge *j, stm_case *c, size_t words)
{
    enum { LARGE = 1 << 18 };
    stm_vec_free(&c->said);
    j->scratch = c->scratch;
    if (words > LARGE)
        stm_arena_free(&j->scratch);
    else
        stm_arena_reset(&j->scratch);
}

stm_status stm_judge_run(stm_relation **out, stm_judge *j, const stm_witness *a,
                         const stm_witness *b, const stm_alignment *x,
                         const stm_lexicon *lex, stm_error *err)
{
    *out = NULL;
    owned *o = calloc(1, sizeof *o);
    if (!o)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the relation of two texts");
    stm_case c = {.x = x,
                  .lex = lex,
                  .mem = &o->mem,
                  .scratch = j->scratch,
                  .spun_side = -1};
    bool done = judge(&o->r, &c, a, b);
    tidy(j, &c, (size_t)a->text->count + b->text->count);
    if (!done) {
        stm_relation_free(&o->r);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the relation of two texts of %u "
                        "and %u words",
                        a->text->count, b->text->count);
    }
    *out = &o->r;
    return STM_OK;
}

stm_status stm_relate(stm_relation **out, const stm_witness *a,
                      const stm_witness *b, const stm_alignment *x,
                      const stm_lexicon *lex, stm_error *err)
{
    stm_judge j = {{0}};
    stm_status rc = stm_judge_run(out, &j, a, b, x, lex, err);
    stm_arena_free(&j.scratch);
    return rc;
}

void stm_relation_free(stm_relation *r)
{
    if (!r)
        return;
    owned *o = (owned *)r; /* the relation is its first member */
    stm_arena mem = o->mem;
    stm_arena_free(&mem);
    free(o);
}
