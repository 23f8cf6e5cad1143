/* Two logistic regressions. The first scores a segment by its looks. The second
 * adds where it stands: what its neighbours look like, how much prose is
 * before and behind it, how much of a web page the text is at all. A text
 * without a single furniture phrase is hardly one. */
#include "page/score.h"

#include <math.h>

static unsigned length_step(float words)
{
    static const float steps[STM_LENGTHS - 1] = {1.5F, 2.5F,  3.5F,  5.5F,
                                                 8.5F, 14.5F, 24.5F, 44.5F};
    unsigned i = 0;
    while (i < STM_LENGTHS - 1 && words >= steps[i])
        i++;
    return i;
}

static bool is_furniture_mark(const stm_segment *s)
{
    return s->mark < STM_FURNITURE_KINDS;
}

static void phrase_looks(float out[STM_LOOKS], const stm_segment *s)
{
    static const unsigned char whole[] = {[STM_USE_WORD] = STM_LOOK_WHOLE_WORD,
                                          [STM_USE_LINE] = STM_LOOK_WHOLE_LINE,
                                          [STM_USE_TAIL] = STM_LOOK_WHOLE_TAIL,
                                          [STM_USE_PART] = STM_LOOK_WHOLE_PART,
                                          [STM_USE_CUT] = STM_LOOK_WHOLE_CUT};
    if (!is_furniture_mark(s))
        return;
    if (s->covered > .79F)
        out[whole[s->use]] = 1;
    else if (s->use < STM_USE_PART)
        out[STM_LOOK_SOME] = s->covered;
    else {
        out[STM_LOOK_PART] = s->covered;
        out[STM_LOOK_ANY_PART] = s->words < 30;
    }
}

static float flag(const stm_segment *s, uint32_t f)
{
    return (s->flags & f) != 0;
}

void stm_page__looks(float out[STM_LOOKS], const stm_segment *s)
{
    for (unsigned i = 0; i < STM_LOOKS; i++)
        out[i] = 0;
    unsigned step = length_step(s->words);
    bool ended = s->flags & STM_SEGMENT_ENDED;
    out[(ended ? STM_LOOK_ENDED : STM_LOOK_LENGTH) + step] = 1;
    if (s->words >= 9)
        out[STM_LOOK_FUNCTION] = fminf(s->function, .6F);
    out[STM_LOOK_CAPITAL] = s->capital;
    out[STM_LOOK_NUMBER] = s->number;
    out[STM_LOOK_UPPER] = s->upper;
    out[STM_LOOK_COMMA] = fminf(s->comma, .3F);
    out[STM_LOOK_COLON] = flag(s, STM_SEGMENT_COLON);
    out[STM_LOOK_BULLET] = flag(s, STM_SEGMENT_BULLET);
    out[STM_LOOK_QUOTE] = flag(s, STM_SEGMENT_QUOTE);
    out[STM_LOOK_SMALL] = flag(s, STM_SEGMENT_SMALL);
    out[STM_LOOK_BAR] = flag(s, STM_SEGMENT_BAR);
    out[STM_LOOK_LEGAL] = flag(s, STM_SEGMENT_LEGAL);
    out[STM_LOOK_ADDRESS] = flag(s, STM_SEGMENT_ADDRESS);
    out[STM_LOOK_PRICE] = flag(s, STM_SEGMENT_PRICE);
    out[STM_LOOK_DOTS] = flag(s, STM_SEGMENT_DOTS);
    if (s->flags & STM_SEGMENT_TWICE)
        out[s->words < 9 ? STM_LOOK_TWICE_SHORT : STM_LOOK_TWICE_LONG] = 1;
    phrase_looks(out, s);
    out[STM_LOOK_CREDIT] = s->mark == STM_MARK_CREDIT;
    out[STM_LOOK_IDEOGRAPH] = s->words < .8F * (float)(s->to - s->from);
    out[STM_LOOK_DATE] = flag(s, STM_SEGMENT_DATE);
    out[STM_LOOK_BYLINE] = flag(s, STM_SEGMENT_BYLINE);
    out[STM_LOOK_BIAS] = 1;
}

static float dot(const float *a, const float *b, unsigned n)
{
    float sum = 0;
    for (unsigned i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/* Sums up to and without each segment. */
typedef struct sums {
    double length, likely, prose, hits;
} sums;

typedef struct tails {
    uint32_t related, comments, author; /* last heading before; 0 for none,
                                           else its place + 1 */
} tails;

struct stm_places {
    const stm_segments *segments;
    float *score; /* of the looks */
    sums *before; /* [count + 1] */
    tails *tail;
    double words;
};

static double likelihood(double score) { return 1 / (1 + exp(-score)); }

static double length_of(const stm_segment *s) { return log2(1 + s->words); }

static bool is_hit(const stm_segment *s)
{
    return is_furniture_mark(s) && s->covered > .5F && s->words < 15 &&
           s->use > STM_USE_WORD;
}

static void note_tail(tails *t, const stm_segment *s, uint32_t i)
{
    if (!is_hit(s) || s->use != STM_USE_TAIL || s->words >= 12)
        return;
    if (s->mark == STM_FURNITURE_RELATED)
        t->related = i + 1;
    if (s->mark == STM_FURNITURE_COMMENTS)
        t->comments = i + 1;
    if (s->mark == STM_FURNITURE_BIOGRAPHY)
        t->author = i + 1;
}

stm_places *stm_page__places_new(const stm_segments *s, stm_arena *mem)
{
    stm_places *p = STM_ARENA_NEW(mem, stm_places, 1);
    if (!p)
        return NULL;
    p->segments = s;
    p->score = STM_ARENA_NEW(mem, float, s->count);
    p->before = STM_ARENA_NEW(mem, sums, (size_t)s->count + 1);
    p->tail = STM_ARENA_NEW(mem, tails, s->count);
    if (!p->score || !p->before || !p->tail)
        return NULL;
    tails seen = {0, 0, 0};
    for (uint32_t i = 0; i < s->count; i++) {
        const stm_segment *x = &s->items[i];
        float looks[STM_LOOKS];
        stm_page__looks(looks, x);
        p->score[i] = dot(looks, stm_page__look_weights, STM_LOOKS);
        double length = length_of(x), likely = likelihood(p->score[i]);
        sums *b = &p->before[i];
        b[1].length = b->length + length;
        b[1].likely = b->likely + length * likely;
        b[1].prose = b->prose + (likely > .5 && x->words > 8 ? x->words : 0);
        b[1].hits = b->hits + is_hit(x);
        note_tail(&seen, x, i);
        p->tail[i] = seen;
        p->words += x->words;
    }
    return p;
}

typedef struct window {
    uint32_t from, to;
} window;

static window before(uint32_t i, uint32_t reach)
{
    return (window){i > reach ? i - reach : 0, i};
}

static window after(const stm_places *p, uint32_t i, uint32_t reach)
{
    uint32_t n = p->segments->count;
    return (window){i + 1, n - i - 1 > reach ? i + 1 + reach : n};
}

static float likely_in(const stm_places *p, window w)
{
    double length = p->before[w.to].length - p->before[w.from].length;
    double likely = p->before[w.to].likely - p->before[w.from].likely;
    return (float)(likely / fmax(length, 1e-6));
}

static float length_in(const stm_places *p, window w)
{
    double length = p->before[w.to].length - p->before[w.from].length;
    return (float)(length / fmax(w.to - w.from, 1) / 5);
}

static float hits_in(const stm_places *p, window w)
{
    double hits = p->before[w.to].hits - p->before[w.from].hits;
    return (float)(hits / fmax(w.to - w.from, 1));
}

static void around(float *out, const stm_places *p, uint32_t i)
{
    out[STM_PLACE_SCORE] = p->score[i];
    out[STM_PLACE_LIKELY] = (float)likelihood(p->score[i]);
    out[STM_PLACE_BEFORE_1] = likely_in(p, before(i, 1));
    out[STM_PLACE_AFTER_1] = likely_in(p, after(p, i, 1));
    out[STM_PLACE_BEFORE_3] = likely_in(p, before(i, 3));
    out[STM_PLACE_AFTER_3] = likely_in(p, after(p, i, 3));
    out[STM_PLACE_BEFORE_10] = likely_in(p, before(i, 10));
    out[STM_PLACE_AFTER_10] = likely_in(p, after(p, i, 10));
    out[STM_PLACE_LENGTH_AFTER_3] = length_in(p, after(p, i, 3));
    out[STM_PLACE_LENGTH_BEFORE_30] = length_in(p, before(i, 30));
    out[STM_PLACE_LENGTH_AFTER_30] = length_in(p, after(p, i, 30));
    out[STM_PLACE_HITS_BEFORE] = hits_in(p, before(i, 5));
    out[STM_PLACE_HITS_AFTER] = hits_in(p, after(p, i, 5));
    if (p->segments->items[i].words < 6)
        out[STM_PLACE_SHORT_AMONG] =
            out[STM_PLACE_BEFORE_3] * out[STM_PLACE_AFTER_3];
}

static void whole_page(float *out, const stm_places *p, uint32_t i)
{
    uint32_t n = p->segments->count;
    const sums *all = &p->before[n];
    double prose = fmax(all->prose, 1);
    double ahead = p->before[i].prose / prose;
    double behind = 1 - p->before[i + 1].prose / prose;
    out[STM_PLACE_SOME_BEFORE] = ahead > .02;
    out[STM_PLACE_SOME_AFTER] = behind > .02;
    out[STM_PLACE_INSIDE] = (float)(4 * fmin(fmin(ahead, behind), .25));
    out[STM_PLACE_PROSE_BEFORE] = (float)ahead;
    out[STM_PLACE_BEHIND_ALL] = ahead > .98;
    out[STM_PLACE_PAGE_END] = (double)i / n > .9;
    out[STM_PLACE_HITS] = (float)(log2(1 + all->hits) / 6);
    out[STM_PLACE_HIT_SHARE] = (float)(all->hits / n);
    out[STM_PLACE_PROSE_SHARE] = (float)(all->prose / fmax(p->words, 1));
    const tails *t = &p->tail[i];
    bool late = ahead > .3;
    out[STM_PLACE_RELATED] = late && t->related;
    out[STM_PLACE_RELATED_NEAR] = t->related && i + 1 - t->related < 12;
    out[STM_PLACE_COMMENTS] = late && t->comments;
    out[STM_PLACE_AUTHOR] = late && t->author;
}

static void again(float *out, const stm_segment *s)
{
    float looks[STM_LOOKS];
    stm_page__looks(looks, s);
    out[STM_PLACE_FUNCTION] = s->words >= 3 ? fminf(s->function, .6F) : 0;
    out[STM_PLACE_BULLET] = looks[STM_LOOK_BULLET];
    out[STM_PLACE_SMALL] = looks[STM_LOOK_SMALL];
    out[STM_PLACE_BAR] = looks[STM_LOOK_BAR];
    out[STM_PLACE_DOTS] = looks[STM_LOOK_DOTS];
    out[STM_PLACE_WHOLE_LINE] = looks[STM_LOOK_WHOLE_LINE];
    out[STM_PLACE_PART] = looks[STM_LOOK_PART];
    out[STM_PLACE_CREDIT] = looks[STM_LOOK_CREDIT];
    out[STM_PLACE_DATE] = looks[STM_LOOK_DATE];
    out[STM_PLACE_BYLINE] = looks[STM_LOOK_BYLINE];
    out[STM_PLACE_BIAS] = 1;
}

void stm_page__place(float out[STM_PLACES], const stm_places *p, uint32_t i)
{
    for (unsigned k = 0; k < STM_PLACES; k++)
        out[k] = 0;
    around(out, p, i);
    whole_page(out, p, i);
    again(out, &p->segments->items[i]);
}

bool stm_page__score(stm_segments *s, stm_arena *mem)
{
    stm_places *p = stm_page__places_new(s, mem);
    if (!p)
        return false;
    for (uint32_t i = 0; i < s->count; i++) {
        float place[STM_PLACES];
        stm_page__place(place, p, i);
        s->items[i].score = dot(place, stm_page__place_weights, STM_PLACES);
    }
    return true;
}
