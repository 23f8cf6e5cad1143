#include "page/among.h"

#include <math.h>

#include "page/body.h"

enum {
    MOST_WORDS = 100, /* a segment weighs no more */
    FAR = 100         /* segments */
};

/* What scores less is not asked again. Crossed, word F1 of the first set is
 * .8691 with -3, .8687 with -2, .8667 with -1.5; of CleanEval's pages, which no
 * forest has seen, it is .9326 with -3 and .9293 with -2. */
#define HOPELESS_SCORE (-3.F)

/* Sums up to and without a segment, or a block. */
typedef struct sums {
    float count, length, likely, words, mass, hits;
} sums;

typedef struct heads {
    uint32_t related, comments, author, any; /* last one's place + 1, or 0 */
} heads;

struct stm_among {
    const stm_segments *segments;
    const stm_html *html;
    const uint32_t *block;
    const float *score;
    sums *before;    /* [segments + 1] */
    float *of_block; /* mass up to and without each block [blocks + 1], */
    float *words_of_block;
    heads *last;
    float *likely;
    float log_segments, log_words, log_mass; /* of the page */
    uint32_t main;                           /* box */
};

float stm_page__likely(float score) { return 1 / (1 + expf(-score)); }

static float length_of(const stm_segment *s)
{
    return stm_page__log2(1 + s->words);
}

static bool is_heading(const stm_among *a, uint32_t i)
{
    return a->html && a->html->blocks[a->block[i]].kind == STM_BLOCK_HEADING;
}

static void note_heads(stm_among *a, heads *h, uint32_t i)
{
    const stm_segment *s = &a->segments->items[i];
    if (is_heading(a, i))
        h->any = i + 1;
    if (!stm_page__is_hit(s) || s->words >= 12 ||
        (s->use != STM_USE_TAIL && !is_heading(a, i)))
        return;
    if (s->mark == STM_FURNITURE_RELATED)
        h->related = i + 1;
    if (s->mark == STM_FURNITURE_COMMENTS)
        h->comments = i + 1;
    if (s->mark == STM_FURNITURE_BIOGRAPHY)
        h->author = i + 1;
}

static void sum_segments(stm_among *a)
{
    heads seen = {0, 0, 0, 0};
    for (uint32_t i = 0; i < a->segments->count; i++) {
        const stm_segment *s = &a->segments->items[i];
        float likely = stm_page__likely(a->score[i]), length = length_of(s);
        float words = stm_page__smaller(s->words, MOST_WORDS);
        sums b = a->before[i];
        b.count++;
        b.length += length;
        b.likely += length * likely;
        b.words += words;
        b.mass += words * likely;
        b.hits += stm_page__is_hit(s);
        a->before[i + 1] = b;
        a->likely[i] = likely;
        note_heads(a, &seen, i);
        a->last[i] = seen;
    }
}

static void sum_blocks(stm_among *a)
{
    size_t n = a->html->block_count;
    uint32_t at = 0;
    for (size_t k = 0; k <= n; k++) {
        while (at < a->segments->count && a->block[at] < k)
            at++;
        a->of_block[k] = a->before[at].mass;
        a->words_of_block[k] = a->before[at].words;
    }
}

static float mass_of(const stm_among *a, uint32_t box)
{
    const stm_box *b = &a->html->boxes[box];
    return a->of_block[b->last] - a->of_block[b->first];
}

/* From the page inwards, always into the box that has most of what is likely,
 * as long as it has nearly all. Boxes come behind their parents. */
static void find_main(stm_among *a)
{
    const stm_html *h = a->html;
    if (!h->box_count)
        return;
    float all = a->before[a->segments->count].mass;
    for (uint32_t i = 1; i < h->box_count; i++)
        if (h->boxes[i].parent == a->main && mass_of(a, i) > .7F * all)
            a->main = i;
}

static void take_logs(stm_among *a)
{
    const sums *all = &a->before[a->segments->count];
    a->log_segments = stm_page__log2((float)a->segments->count);
    a->log_words = stm_page__log2(1 + all->words);
    a->log_mass = stm_page__log2(1 + all->mass);
}

stm_among *stm_page__among_new(const stm_segments *s, const float *score,
                               const stm_html *html, const uint32_t *block,
                               stm_arena *mem)
{
    stm_among *a = STM_ARENA_NEW(mem, stm_among, 1);
    if (!a)
        return NULL;
    *a = (stm_among){
        .segments = s, .html = html, .block = block, .score = score};
    a->before = STM_ARENA_RAW(mem, sums, (size_t)s->count + 1);
    a->last = STM_ARENA_RAW(mem, heads, s->count);
    a->likely = STM_ARENA_RAW(mem, float, s->count);
    if (!a->before || !a->last || !a->likely)
        return NULL;
    a->before[0] = (sums){0};
    sum_segments(a);
    take_logs(a);
    if (!html)
        return a;
    a->of_block = STM_ARENA_RAW(mem, float, html->block_count + 1);
    a->words_of_block = STM_ARENA_RAW(mem, float, html->block_count + 1);
    if (!a->of_block || !a->words_of_block)
        return NULL;
    sum_blocks(a);
    find_main(a);
    return a;
}

static void windows(float *out, const stm_among *a, uint32_t i)
{
    static const uint32_t reach[5] = {1, 2, 4, 10, 30};
    uint32_t n = a->segments->count;
    for (unsigned k = 0; k < 5; k++) {
        uint32_t from = i > reach[k] ? i - reach[k] : 0;
        uint32_t to = n - i - 1 > reach[k] ? i + 1 + reach[k] : n;
        const sums *f = &a->before[from], *x = &a->before[i], *y = x + 1,
                   *t = &a->before[to];
        out[STM_AMONG_BEFORE + k] =
            (x->likely - f->likely) /
            stm_page__larger(x->length - f->length, 1e-3F);
        out[STM_AMONG_AFTER + k] =
            (t->likely - y->likely) /
            stm_page__larger(t->length - y->length, 1e-3F);
        out[STM_AMONG_LENGTH_BEFORE + k] =
            (x->length - f->length) / stm_page__larger(x->count - f->count, 1);
        out[STM_AMONG_LENGTH_AFTER + k] =
            (t->length - y->length) / stm_page__larger(t->count - y->count, 1);
        if (k == 3) {
            out[STM_AMONG_HITS_BEFORE] = x->hits - f->hits;
            out[STM_AMONG_HITS_AFTER] = t->hits - y->hits;
        }
    }
}

bool stm_page__is_hopeless(const stm_among *a, uint32_t i)
{
    return a->score[i] < HOPELESS_SCORE;
}

static float since(uint32_t i, uint32_t last)
{
    return last && i + 1 - last < FAR ? (float)(i + 1 - last) : FAR;
}

static void whole_page(float *out, const stm_among *a, uint32_t i)
{
    uint32_t n = a->segments->count;
    const sums *all = &a->before[n];
    float mass = stm_page__larger(all->mass, 1);
    const heads *h = &a->last[i];
    out[STM_AMONG_AHEAD] = a->before[i].mass / mass;
    out[STM_AMONG_BEHIND] = (all->mass - a->before[i + 1].mass) / mass;
    out[STM_AMONG_POSITION] = (float)i / (float)n;
    out[STM_AMONG_NUMBER] = stm_page__log2(1 + (float)i);
    out[STM_AMONG_FROM_END] = stm_page__log2((float)(n - i));
    out[STM_AMONG_SEGMENTS] = a->log_segments;
    out[STM_AMONG_WORDS] = a->log_words;
    out[STM_AMONG_MASS] = a->log_mass;
    out[STM_AMONG_MEAN] = all->likely / stm_page__larger(all->length, 1);
    out[STM_AMONG_HITS] = all->hits / (float)n;
    out[STM_AMONG_RELATED] = since(i, h->related);
    out[STM_AMONG_COMMENTS] = since(i, h->comments);
    out[STM_AMONG_AUTHOR] = since(i, h->author);
    out[STM_AMONG_HEADING] = since(i, h->any);
    out[STM_AMONG_HEADING_LEVEL] = 0;
    out[STM_AMONG_HEADING_LIKELY] = 0;
    if (h->any) {
        out[STM_AMONG_HEADING_LIKELY] = a->likely[h->any - 1];
        out[STM_AMONG_HEADING_LEVEL] =
            a->html->blocks[a->block[h->any - 1]].level;
    }
}

static float linked(const stm_block *b)
{
    return (float)b->linked / stm_page__larger((float)b->letters, 1);
}

static void beside(float *out, const stm_among *a, uint32_t i)
{
    const stm_block *blocks = a->html->blocks;
    bool first = i == 0, last = i + 1 == a->segments->count;
    const stm_block *b = &blocks[a->block[first ? i : i - 1]];
    const stm_block *c = &blocks[a->block[last ? i : i + 1]];
    out[STM_AMONG_KIND_BEFORE] = first ? -1 : b->kind;
    out[STM_AMONG_KIND_AFTER] = last ? -1 : c->kind;
    out[STM_AMONG_LINKED_BEFORE] = first ? -1 : linked(b);
    out[STM_AMONG_LINKED_AFTER] = last ? -1 : linked(c);
}

/* The box `a` reaches from block to block, `b` as well. */
static bool holds(const stm_box *a, const stm_box *b)
{
    return a->first <= b->first && b->last <= a->last && a->depth <= b->depth;
}

static void near_main(float *out, const stm_among *a, uint32_t i)
{
    const stm_box *boxes = a->html->boxes, *main = &boxes[a->main];
    const stm_block *b = &a->html->blocks[a->block[i]];
    float all = stm_page__larger(a->before[a->segments->count].mass, 1);
    uint32_t at = b->parent, from = at;
    unsigned steps = 0;
    while (at && steps < STM_UP_STEPS && !holds(&boxes[at], main)) {
        from = at;
        at = boxes[at].parent;
        steps++;
    }
    bool within = a->block[i] >= main->first && a->block[i] < main->last;
    out[STM_AMONG_MAIN_STEPS] = within ? 0 : (float)steps;
    out[STM_AMONG_MAIN_SHARE] = mass_of(a, from) / all;
    out[STM_AMONG_MAIN_DEPTH] = within ? (float)(b->depth - main->depth) : -1;
    out[STM_AMONG_MAIN_BEFORE] = within                      ? 0
                                 : a->block[i] < main->first ? -1
                                                             : 1;
}

static void in_boxes(float *out, const stm_among *a, uint32_t i)
{
    uint32_t up[STM_UP];
    unsigned count = stm_page__nest_up(up, a->html, a->block[i]);
    float all = stm_page__larger(a->before[a->segments->count].mass, 1);
    for (unsigned k = 0; k < STM_UP; k++) {
        uint32_t box = up[k < count ? k : count - 1];
        const stm_box *b = &a->html->boxes[box];
        float words = a->words_of_block[b->last] - a->words_of_block[b->first];
        float mass = mass_of(a, box);
        out[STM_AMONG_BOX_SHARE + k] = mass / all;
        out[STM_AMONG_BOX_MEAN + k] = mass / stm_page__larger(words, .5F);
    }
}

void stm_page__among(float *out, const stm_among *a, uint32_t i)
{
    out[STM_AMONG_SCORE] = a->score[i];
    out[STM_AMONG_LIKELY] = a->likely[i];
    windows(out, a, i);
    whole_page(out, a, i);
    if (!a->html)
        return;
    const stm_box *page = &a->html->boxes[0];
    float letters = stm_page__larger((float)page->letters, 1);
    out[STM_AMONG_PAGE_LINKED] = (float)page->linked / letters;
    out[STM_AMONG_PAGE_PROSE] = (float)page->prose / letters;
    beside(out, a, i);
    near_main(out, a, i);
    in_boxes(out, a, i);
}
