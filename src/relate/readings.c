/* What shows a text behind both. A spun text cannot be the source of
 * what was replaced in it; when it also has whole sentences that its
 * counterpart lacks, and these speak the replaced wording too ("conflict" where
 * the author always has "war"), the spinner had a text before it that holds
 * them: the counterpart is not that text, only near to it. Sentences in other
 * wording may come from anywhere and say nothing; nor do those that a cut took
 * from the counterpart, which had them once. */
#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/usage.h"
#include "relate/weights.h"

enum { QUOTED = 12 };

/* Words put in by the spinner and words it replaced, seen in sentences. */
typedef struct seen {
    uint32_t finds, authors, words;
    stm_span longest;
} seen;

/* Words of the other side that stand alone before each passage and behind it:
 * in the place of a stretch there they may be the same sentences, too much
 * replaced to be told. */
typedef struct places {
    uint32_t *before, *behind; /* [passage_count + 1] */
} places;

static bool find_places(places *p, stm_case *c, const stm_party *other)
{
    size_t n = c->x->passage_count + 1;
    p->before = STM_ARENA_NEW(&c->scratch, uint32_t, n);
    p->behind = STM_ARENA_NEW(&c->scratch, uint32_t, n);
    if (!p->before || !p->behind)
        return false;
    for (size_t i = 0; i < other->stretch_count; i++) {
        const stm_stretch *run = &other->stretch[i];
        p->before[run->next] = stm_span_len(run->at);
        p->behind[run->last] = stm_span_len(run->at);
    }
    return true;
}

static void count_words(seen *n, const stm_case *c, const stm_usage *u,
                        stm_span at)
{
    int spun = c->spun_side;
    const stm_text *t = c->f.side[spun].t;
    for (uint32_t i = at.from; i < at.to; i++) {
        uint32_t w = t->word[i];
        if (stm_lexicon_is_function(c->lex, w))
            continue;
        const stm_use *x = stm_relate__use(u, w);
        n->finds += x->replaced[spun] && x->all[!spun] == x->replaced[!spun];
        n->authors += x->replaced[!spun] > 0;
    }
}

/* Sentences of the spun side in whose place the other has next to nothing. */
static void look_through(seen *n, const stm_case *c, const stm_usage *u,
                         const places *p)
{
    const stm_party *s = &c->f.side[c->spun_side];
    for (size_t i = 0; i < s->stretch_count; i++) {
        const stm_stretch *run = &s->stretch[i];
        uint32_t len = stm_span_len(run->at);
        if (run->beyond || len < STM_RELATE_STRETCH_WORDS ||
            (p->before[run->next] + p->behind[run->last]) * 4 > len)
            continue;
        count_words(n, c, u, run->at);
        n->words += len;
        if (len > stm_span_len(n->longest))
            n->longest = run->at;
    }
}

static void say_whole_sentences(stm_case *c, const seen *n, double weight)
{
    int spun = c->spun_side;
    stm_str said =
        stm_relate__quote(c->mem, c->f.side[spun].t, n->longest, QUOTED);
    if (!said.ptr) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__say(
        c, STM_SIBLING, weight,
        stm_arena_format(c->mem,
                         "%c has '%s', which %c lacks, in the same replaced "
                         "wording: its source held more than %c",
                         stm_relate__name(spun), said.ptr,
                         stm_relate__name(!spun), stm_relate__name(!spun)));
}

/* Where much of the spun text was not found again and as much of the other is
 * left over, the sentences may stand there, replaced beyond recognition. */
static bool may_be_left_over(const stm_case *c, const seen *n)
{
    const stm_party *spun = &c->f.side[c->spun_side];
    const stm_party *other = &c->f.side[!c->spun_side];
    return spun->covered < STM_RELATE_FINDS_COVERED * spun->words &&
           other->words - other->covered >= n->words;
}

static void look_at_sentences(stm_case *c, double weight)
{
    const stm_usage *u = stm_relate__usage(c);
    places p;
    seen n = {0};
    if (!u || !find_places(&p, c, &c->f.side[!c->spun_side])) {
        c->out_of_memory = true;
        return;
    }
    look_through(&n, c, u, &p);
    if (n.finds >= STM_RELATE_FINDS &&
        n.finds >= STM_RELATE_FINDS_PER_WORD * n.authors &&
        !may_be_left_over(c, &n))
        say_whole_sentences(c, &n, weight);
}

/* A spinner works on a whole text. One that shares a passage only with the
 * other was spun from a third, which had the passage too. */
static void say_third_text(stm_case *c, double weight)
{
    int spun = c->spun_side;
    stm_relate__say(
        c, STM_SIBLING, weight,
        stm_arena_format(c->mem,
                         "most of %c is not in %c: it was spun from another "
                         "text that had the passage too",
                         stm_relate__name(spun), stm_relate__name(!spun)));
}

void stm_relate__readings(stm_case *c, double weight)
{
    if (c->spun_side < 0)
        return;
    if (c->kind == STM_QUOTES)
        say_third_text(c, weight);
    else
        look_at_sentences(c, weight);
}
