/* The line near the start of the main text with the most signs of a headline;
 * none if no line has enough of them. */
#include "page/title.h"

#include <math.h>

#include "page/body.h"
#include "page/names.h"

enum { LONGEST = 40, LONG = 14 /* words */, FARTHEST = 40 /* segments */ };

static const stm_segment *segment(const stm_page_work *w, uint32_t i)
{
    return i < w->segments.count ? &w->segments.items[i] : NULL;
}

static bool is_meta(const stm_page_work *w, uint32_t i)
{
    const stm_segment *s = segment(w, i);
    return s && (s->flags & (STM_SEGMENT_DATE | STM_SEGMENT_BYLINE));
}

static bool is_long(const stm_page_work *w, uint32_t i)
{
    const stm_segment *s = segment(w, i);
    return s && s->words > LONG;
}

/* A line that may stand between a headline and its text and does not count. */
static bool is_passed_over(const stm_segment *s)
{
    return s->kind == STM_FURNITURE_REPEAT || s->mark == STM_MARK_CREDIT ||
           (s->flags & (STM_SEGMENT_CUT | STM_SEGMENT_DATE |
                        STM_SEGMENT_BYLINE | STM_SEGMENT_COLUMNS)) ||
           stm_page__is_hit(s);
}

/* Where the running text starts: lines of the head that were taken for text
 * stand before it. */
static uint32_t text_start(const stm_page_work *w)
{
    uint32_t from = w->body.from, to = w->body.to;
    if (to - from > FARTHEST)
        to = from + FARTHEST;
    for (uint32_t i = from; i < to; i++)
        if (is_long(w, i) && (w->segments.items[i].flags & STM_SEGMENT_ENDED))
            return i;
    return from;
}

/* Lines from segment `i` to the start of the main text. */
static uint32_t distance(const stm_page_work *w, uint32_t i)
{
    uint32_t d = 0, start = text_start(w);
    for (uint32_t k = i; k < start && d <= 12; k++)
        d += !is_passed_over(&w->segments.items[k]) || k == i;
    return d;
}

static unsigned distance_sign(const stm_page_work *w, uint32_t i)
{
    if (i > text_start(w))
        return STM_TITLE_BEHIND;
    uint32_t d = distance(w, i);
    if (d <= 3)
        return STM_TITLE_FIRST + d;
    return d <= 6 ? STM_TITLE_4 : d <= 12 ? STM_TITLE_7 : STM_TITLE_13;
}

static unsigned length_sign(float words)
{
    static const float steps[] = {2, 3, 5, 9, 15, 23};
    unsigned i = 0;
    while (i < 6 && words >= steps[i])
        i++;
    return STM_TITLE_WORDS_1 + i;
}

static float flag(const stm_segment *s, uint32_t f)
{
    return (s->flags & f) != 0;
}

static void own_signs(float *out, const stm_page_work *w, const stm_segment *s)
{
    out[length_sign(s->words)] = 1;
    out[STM_TITLE_ENDED] = flag(s, STM_SEGMENT_ENDED);
    out[STM_TITLE_STOP] = flag(s, STM_SEGMENT_STOP);
    out[STM_TITLE_COLON] = flag(s, STM_SEGMENT_COLON);
    out[STM_TITLE_QUOTE] = flag(s, STM_SEGMENT_QUOTE);
    out[STM_TITLE_SMALL] = flag(s, STM_SEGMENT_SMALL);
    out[STM_TITLE_BAR] = flag(s, STM_SEGMENT_BAR);
    out[STM_TITLE_LEGAL] = flag(s, STM_SEGMENT_LEGAL);
    out[STM_TITLE_ADDRESS] = flag(s, STM_SEGMENT_ADDRESS);
    out[STM_TITLE_CUT] = flag(s, STM_SEGMENT_CUT);
    out[STM_TITLE_DATE] = flag(s, STM_SEGMENT_DATE);
    out[STM_TITLE_BYLINE] = flag(s, STM_SEGMENT_BYLINE);
    out[STM_TITLE_NAME] = stm_page__is_name(&w->atoms, s->from, s->to);
    out[STM_TITLE_AGAIN] = flag(s, STM_SEGMENT_AGAIN);
    bool phrases = s->mark < STM_FURNITURE_KINDS;
    out[STM_TITLE_HIT] = stm_page__is_hit(s);
    out[STM_TITLE_WORD] = phrases && s->covered > .5F && s->use == STM_USE_WORD;
    out[STM_TITLE_SOME] = phrases && s->covered <= .5F ? s->covered : 0;
    out[STM_TITLE_CAPITAL] = s->words > 2 ? s->capital : 0;
    out[STM_TITLE_NUMBER] = s->number;
    out[STM_TITLE_SCORE] = fmaxf(-4, fminf(4, s->score));
}

static bool is_longest(const stm_page_work *w, uint32_t i)
{
    for (uint32_t j = i > 3 ? i - 3 : 0; j < i + 3; j++) {
        const stm_segment *s = segment(w, j);
        if (s && j != i && !(s->flags & STM_SEGMENT_ENDED) &&
            s->words >= w->segments.items[i].words)
            return false;
    }
    return true;
}

static void signs_around(float *out, const stm_page_work *w, uint32_t i)
{
    const stm_segment *next = segment(w, i + 1);
    out[distance_sign(w, i)] = 1;
    out[STM_TITLE_META_BEFORE] = i && is_meta(w, i - 1);
    for (unsigned k = 0; k < 4; k++)
        out[STM_TITLE_META_1 + k] = is_meta(w, i + 1 + k);
    out[STM_TITLE_LONG_BEFORE] = i && is_long(w, i - 1);
    out[STM_TITLE_LONG_AFTER] = is_long(w, i + 1);
    out[STM_TITLE_HIT_AFTER] = next && stm_page__is_hit(next);
    out[STM_TITLE_LONGEST] = is_longest(w, i);
}

bool stm_page__is_site_name(const stm_page_work *w, uint32_t i)
{
    enum { MOST_WORDS = 5, TAIL = 12 /* segments */ };
    const stm_segment *s = &w->segments.items[i];
    uint32_t n = w->segments.count, from = n > TAIL ? n - TAIL : 0;
    stm_str name = stm_str_cut(w->text, (stm_range){s->start, s->end});
    if (s->words > MOST_WORDS)
        return false;
    for (uint32_t k = from > i ? from : i + 1; k < n; k++) {
        const stm_segment *x = &w->segments.items[k];
        stm_str line = stm_str_cut(w->text, (stm_range){x->start, x->end});
        if ((x->flags & STM_SEGMENT_LEGAL) &&
            stm_str_find(line, name, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

bool stm_page__may_be_title(const stm_page_work *w, uint32_t i)
{
    const stm_segment *s = &w->segments.items[i];
    if (stm_page__is_hit(s) && s->use >= STM_USE_PART)
        return false;
    return s->words <= LONGEST && s->mark != STM_MARK_CREDIT &&
           !stm_page__is_site_name(w, i) &&
           !(s->flags & (STM_SEGMENT_BULLET | STM_SEGMENT_COLUMNS)) &&
           i < w->first_folded; /* stands above all copies of the text */
}

void stm_page__title_signs(float out[STM_TITLE_SIGNS], const stm_page_work *w,
                           uint32_t i)
{
    for (unsigned k = 0; k < STM_TITLE_SIGNS; k++)
        out[k] = 0;
    own_signs(out, w, &w->segments.items[i]);
    signs_around(out, w, i);
    out[STM_TITLE_BIAS] = 1;
}

/* In a plain text: a first line that ends with no mark, apart from what
 * follows. */
static bool heads_plain_text(const stm_page_work *w)
{
    const stm_segment *s = segment(w, 0), *next = segment(w, 1);
    const uint32_t no = STM_SEGMENT_ENDED | STM_SEGMENT_COLON |
                        STM_SEGMENT_COMMA | STM_SEGMENT_QUOTE |
                        STM_SEGMENT_BULLET | STM_SEGMENT_DATE |
                        STM_SEGMENT_BYLINE;
    if (w->is_page || !next || (s->flags & no) || s->words > LONG ||
        stm_page__is_hit(s) || !(s->flags & STM_SEGMENT_WHOLE))
        return false;
    bool prose = next->words > LONG && (next->flags & STM_SEGMENT_ENDED);
    return prose || (next->flags & STM_SEGMENT_PARAGRAPH);
}

static float title_score(const stm_page_work *w, uint32_t i)
{
    float signs[STM_TITLE_SIGNS], sum = 0;
    stm_page__title_signs(signs, w, i);
    for (unsigned k = 0; k < STM_TITLE_SIGNS; k++)
        sum += signs[k] * stm_page__title_weights[k];
    return sum;
}

/* A standfirst looks much like a headline and stands nearer to the byline: of
 * two such lines, one on the other, the first and shorter is the headline. A
 * site's name or a kicker is shorter still. */
static bool is_standfirst(const stm_page_work *w, uint32_t i, float score)
{
    enum { LEAST = 4, LEAST_STANDFIRST = 10 /* words */ };
    const float margin = 3;
    const stm_segment *s = segment(w, i), *above = i ? s - 1 : NULL;
    return above && s->words >= LEAST_STANDFIRST && above->words >= LEAST &&
           above->words < s->words && !(above->flags & STM_SEGMENT_ENDED) &&
           stm_page__may_be_title(w, i - 1) && !is_passed_over(above) &&
           title_score(w, i - 1) > fmaxf(0, score - margin);
}

/* On a page where no line looks enough like a headline: the last one before the
 * running text that could be one and is not a single word or two. */
static uint32_t last_before_text(const stm_page_work *w)
{
    enum { LEAST = 3 /* words */ };
    for (uint32_t i = text_start(w); w->is_page && i-- > w->head.from;) {
        const stm_segment *s = &w->segments.items[i];
        if (is_passed_over(s))
            continue;
        bool fits = s->words >= LEAST && s->words <= LONG &&
                    !(s->flags & (STM_SEGMENT_ENDED | STM_SEGMENT_COLON)) &&
                    stm_page__may_be_title(w, i);
        return fits ? i : STM_NO_SEGMENT;
    }
    return STM_NO_SEGMENT;
}

void stm_page__find_title(stm_page_work *w)
{
    stm_span head = w->head;
    float best = 0;
    w->title = STM_NO_SEGMENT;
    for (uint32_t i = head.from; i < head.to; i++) {
        float sum = stm_page__may_be_title(w, i) ? title_score(w, i) : 0;
        if (sum > best) {
            best = sum;
            w->title = i;
        }
    }
    if (w->title != STM_NO_SEGMENT && is_standfirst(w, w->title, best))
        w->title--;
    if (w->title == STM_NO_SEGMENT && heads_plain_text(w))
        w->title = 0;
    if (w->title == STM_NO_SEGMENT)
        w->title = last_before_text(w);
}
