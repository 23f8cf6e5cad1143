/* Each relation is a rule that gives the log-odds that it holds; the first rule
 * with odds above even decides, and the odds of it and of those it passed over
 * make the confidence. A new relation is a new rule and a row. */
#include "relate/relation.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "relate/stretch.h"
#include "relate/topic.h"
#include "relate/weights.h"

/* One passage is all of both, and no word differs but by a hyphen in it. */
static bool differ_by_hyphens(const stm_case *c)
{
    const stm_alignment *x = c->x;
    if (x->passage_count != 1 || x->covered_a != c->f.side[0].words ||
        x->covered_b != c->f.side[1].words)
        return false;
    for (size_t i = 0; i < x->change_count; i++)
        if (x->changes[i].noise != STM_NOISE_HYPHEN)
            return false;
    return true;
}

static double identical(const stm_case *c)
{
    const stm_text *a = c->f.side[0].t, *b = c->f.side[1].t;
    if (differ_by_hyphens(c))
        return STM_RELATE_CERTAIN;
    if (!a->count || a->count != b->count ||
        memcmp(a->word, b->word, a->count * sizeof *a->word) != 0)
        return -STM_RELATE_CERTAIN;
    return STM_RELATE_CERTAIN;
}

/* Words in differing places, a hundred words of the shared part. */
static double change_rate(const stm_features *f)
{
    return stm_relate__per_hundred(f->changed, f->kept + f->changed);
}

/* Coverage of what is left when a title, a date line or a credit of its own is
 * taken off the ends. */
static double core_coverage(const stm_party *s)
{
    uint32_t ends = s->head + s->tail;
    if (ends > STM_RELATE_FRAME_WORDS)
        ends = STM_RELATE_FRAME_WORDS;
    if (ends > s->words / 4)
        ends = s->words / 4;
    return s->words ? (double)s->covered / (s->words - ends) : 0;
}

static bool same_title(const stm_features *f)
{
    stm_str a = f->side[0].w->page->title, b = f->side[1].w->page->title;
    return a.len && stm_str_eq(a, b);
}

static bool same_first_author(const stm_features *f)
{
    const stm_page *a = f->side[0].w->page, *b = f->side[1].w->page;
    return a->author_count && b->author_count &&
           stm_str_eq_nocase(a->authors[0], b->authors[0]);
}

static bool dates_differ(const stm_date *a, const stm_date *b)
{
    return a->year && b->year &&
           (a->year != b->year || a->month != b->month || a->day != b->day ||
            a->hour != b->hour || a->minute != b->minute);
}

/* One publisher's article in two dated states: then a change of a few words is
 * what the new date stands for. */
static bool two_states(const stm_features *f)
{
    const stm_page *a = f->side[0].w->page, *b = f->side[1].w->page;
    bool dated = dates_differ(&a->updated, &b->updated) ||
                 dates_differ(&a->published, &b->updated) ||
                 dates_differ(&a->updated, &b->published);
    return dated && (same_title(f) || same_first_author(f));
}

static double reprint(const stm_case *c)
{
    const stm_features *f = &c->f;
    double core = fmin(core_coverage(&f->side[0]), core_coverage(&f->side[1]));
    uint32_t own = f->side[0].own + f->side[1].own;
    double odds =
        fmin((core - STM_RELATE_REPRINT_COVERAGE) * STM_RELATE_REPRINT_SLOPE,
             STM_RELATE_REPRINT_CHANGES - change_rate(f));
    bool substantive = f->changed + own > STM_RELATE_STATE_WORDS;
    return two_states(f) && substantive ? fmin(odds, -1) : odds;
}

/* The smaller side is one piece of the other, word for word, and the other goes
 * on before or after it. */
static double excerpt(const stm_case *c)
{
    const stm_features *f = &c->f;
    int small = f->side[0].words > f->side[1].words;
    const stm_party *s = &f->side[small], *o = &f->side[!small];
    if (!s->cut)
        return -STM_RELATE_CERTAIN;
    double inside = stm_relate__per_hundred(o->own, o->own + o->covered);
    double odds = (core_coverage(s) - STM_RELATE_EXCERPT_COVERAGE) *
                  STM_RELATE_EXCERPT_SLOPE;
    odds = fmin(odds, STM_RELATE_EXCERPT_CHANGES - change_rate(f));
    return fmin(odds, (STM_RELATE_EXCERPT_INSIDE - inside) *
                          STM_RELATE_EXCERPT_INSIDE_SLOPE);
}

/* Log-odds that two texts that share passages are one article: a quotation
 * covers little of the longer text, and stands anywhere. A first line in common
 * is no common beginning. */
static double one_article(const stm_features *f)
{
    bool start = f->same_start && f->most_covered >= STM_RELATE_WHOLE_COVERAGE;
    return STM_RELATE_WHOLE_BIAS + STM_RELATE_WHOLE_MOST * f->most_covered +
           STM_RELATE_WHOLE_LEAST * f->least_covered +
           (start ? STM_RELATE_WHOLE_START : 0) +
           (same_title(f) ? STM_RELATE_WHOLE_TITLE : 0);
}

static double revision(const stm_case *c)
{
    if (!c->f.copied)
        return -STM_RELATE_CERTAIN;
    return fmin(one_article(&c->f), -c->f.replaced_odds);
}

/* A spinner takes the whole text, so a lower coverage is enough; what is not
 * covered may be too much replaced to be found. */
static double spun(const stm_case *c)
{
    double whole = (c->f.most_covered - STM_RELATE_WHOLE_COVERAGE) *
                   STM_RELATE_WHOLE_SLOPE;
    return fmin(whole, c->f.replaced_odds);
}

static double quotes(const stm_case *c)
{
    if (!c->f.copied)
        return -STM_RELATE_CERTAIN;
    return ((double)c->f.longest - STM_RELATE_QUOTE_WORDS) *
           STM_RELATE_QUOTE_SLOPE;
}

static double related(const stm_case *c) { return c->f.topic.odds; }

static double unrelated(const stm_case *c)
{
    (void)c;
    return STM_RELATE_CERTAIN;
}

typedef struct rule {
    stm_relation_kind kind;
    double (*odds)(const stm_case *c);
} rule;

static const rule rules[] = {
    {STM_IDENTICAL, identical}, {STM_REPRINT, reprint},
    {STM_EXCERPT, excerpt},     {STM_REVISION, revision},
    {STM_SPUN, spun},           {STM_QUOTES, quotes},
    {STM_RELATED, related},     {STM_UNRELATED, unrelated},
};

bool stm_relate__relation(stm_case *c)
{
    c->probability = 1;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].kind == STM_RELATED && !stm_relate__topic(c))
            return false;
        double odds = rules[i].odds(c);
        if (odds > 0) {
            c->kind = rules[i].kind;
            c->probability *= stm_relate__sigmoid(odds);
            return true;
        }
        c->probability *= stm_relate__sigmoid(-odds);
    }
    return true;
}
