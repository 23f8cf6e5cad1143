#include "page/signs.h"

#include <math.h>

#include "base/hash.h"

/* Brings `logs[LOGS]`. */
#include "log_table.inc"

/* Places of headings of level 1 in a page without any. */
#define NO_HEAD (-999.F)

struct stm_nest {
    const stm_html *html;
    stm_kin *kin;
    float (*box)[STM_BOX_SIGNS];
    uint32_t *last_head; /* block + 1 of the last one up to each, or 0 */
    uint32_t first_head; /* block, or block_count */
    float whole[STM_WHOLE_SIGNS];
};

float stm_page__log2(float n)
{
    if (n >= 0 && n < LOGS) {
        uint32_t whole = (uint32_t)n;
        if ((float)whole == n && whole)
            return logs[whole];
    }
    return log2f(n);
}

static float log_of(float n) { return stm_page__log2(1 + n); }

static float log_of_count(uint32_t n)
{
    return n < LOGS - 1 ? logs[n + 1] : log2f(1 + (float)n);
}

/* One number a bit, four bits at a time; `n` rounded up to four is written. */
static void bits(float *out, uint32_t set, unsigned n)
{
    static const float four[16][4] = {
        {0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, 0, 0},
        {0, 0, 1, 0}, {1, 0, 1, 0}, {0, 1, 1, 0}, {1, 1, 1, 0},
        {0, 0, 0, 1}, {1, 0, 0, 1}, {0, 1, 0, 1}, {1, 1, 0, 1},
        {0, 0, 1, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}};
    for (unsigned i = 0; i < n; i += 4, set >>= 4)
        memcpy(out + i, four[set & 15], sizeof *four);
}

void stm_page__own_signs(float *out, const stm_segment *s)
{
    for (unsigned i = 0; i < STM_SIGN_OWN; i++)
        out[i] = 0;
    bits(out + STM_SIGN_ENDED, s->flags, STM_SIGN_FUNCTION - STM_SIGN_ENDED);
    out[STM_SIGN_WORDS] = log_of(s->words);
    out[STM_SIGN_FUNCTION] = s->function;
    out[STM_SIGN_CAPITAL] = s->capital;
    out[STM_SIGN_NUMBER] = s->number;
    out[STM_SIGN_UPPER] = s->upper;
    out[STM_SIGN_COMMA] = s->comma;
    out[STM_SIGN_COVERED] = s->covered;
    out[STM_SIGN_LETTERS] =
        (float)(s->end - s->start) / stm_page__larger(s->words, .5F);
    if (s->mark >= STM_MARKS)
        return;
    out[STM_SIGN_USE] = (float)s->use + 1;
    out[STM_SIGN_WHOLE] = s->covered > .79F ? (float)s->use + 1 : 0;
    if (s->mark < STM_FURNITURE_KINDS)
        out[STM_SIGN_MARK + s->mark] = 1;
    out[STM_SIGN_CREDIT] = s->mark == STM_MARK_CREDIT;
}

/* How many neighbours have the name of each box, itself too, through a table
 * of (parent, name). */
static uint32_t *count_alike(const stm_html *h, stm_arena *mem)
{
    size_t room = 16;
    while (room < 2 * h->box_count)
        room *= 2;
    uint32_t *slot = STM_ARENA_NEW(mem, uint32_t, room); /* box + 1 */
    uint32_t *like = STM_ARENA_RAW(mem, uint32_t, h->box_count);
    uint32_t *alike = STM_ARENA_NEW(mem, uint32_t, h->box_count);
    if (!slot || !like || !alike)
        return NULL;
    for (uint32_t i = 0; i < h->box_count; i++) {
        const stm_box *b = &h->boxes[i];
        size_t at = stm_hash_pair(b->parent, b->name) & (room - 1);
        while (slot[at] && (h->boxes[slot[at] - 1].parent != b->parent ||
                            h->boxes[slot[at] - 1].name != b->name))
            at = (at + 1) & (room - 1);
        if (!slot[at])
            slot[at] = i + 1;
        like[i] = slot[at] - 1;
        alike[like[i]]++;
    }
    for (uint32_t i = (uint32_t)h->box_count; i--;)
        alike[i] = alike[like[i]];
    return alike;
}

static void box_signs(float *out, const stm_box *b, uint32_t alike, float prose)
{
    float letters = stm_page__larger((float)b->letters, 1);
    out[STM_BOX_LETTERS] = log_of_count(b->letters);
    out[STM_BOX_LINKED] = (float)b->linked / letters;
    out[STM_BOX_PROSE] = (float)b->prose / letters;
    out[STM_BOX_SHARE] = (float)b->prose / prose;
    out[STM_BOX_BOXES] = log_of_count(b->children);
    out[STM_BOX_ALIKE] = log_of_count(alike);
}

static void find_heads(stm_nest *n)
{
    const stm_block *b = n->html->blocks;
    uint32_t last = 0;
    n->first_head = (uint32_t)n->html->block_count;
    for (uint32_t i = 0; i < n->html->block_count; i++) {
        if (b[i].kind == STM_BLOCK_HEADING && b[i].level == 1) {
            n->first_head = last ? n->first_head : i;
            last = i + 1;
        }
        n->last_head[i] = last;
    }
}

/* How much of the page lies in what tells pages of one kind from others. */
static void sum_whole(stm_nest *n)
{
    enum { MOST_LETTERS = 600, INSIDE = 6 };
    static const uint16_t inside[INSIDE] = {
        STM_INSIDE_MAIN, STM_INSIDE_ARTICLE, STM_INSIDE_SECTION,
        STM_INSIDE_FORM, STM_INSIDE_LIST,    STM_INSIDE_TABLE};
    static const uint8_t hint[STM_WHOLE_SIGNS - INSIDE] = {
        STM_HINT_BODY,    STM_HINT_ARTICLE, STM_HINT_MAIN,
        STM_HINT_CARD,    STM_HINT_PRODUCT, STM_HINT_DESCRIPTION,
        STM_HINT_REVIEW,  STM_HINT_THREAD,  STM_HINT_PRICE,
        STM_HINT_COMMENTS};
    float all = 1;
    for (size_t i = 0; i < n->html->block_count; i++) {
        const stm_block *b = &n->html->blocks[i];
        float letters = stm_page__smaller((float)b->letters, MOST_LETTERS);
        all += letters;
        for (unsigned k = 0; k < INSIDE; k++)
            n->whole[k] += b->inside & inside[k] ? letters : 0;
        for (unsigned k = INSIDE; k < STM_WHOLE_SIGNS; k++)
            n->whole[k] += b->hints >> hint[k - INSIDE] & 1 ? letters : 0;
    }
    for (unsigned k = 0; k < STM_WHOLE_SIGNS; k++)
        n->whole[k] /= all;
}

stm_nest *stm_page__nest_new(const stm_html *html, stm_arena *mem)
{
    stm_nest *n = STM_ARENA_NEW(mem, stm_nest, 1);
    uint32_t *alike = count_alike(html, mem);
    if (!n || !alike)
        return NULL;
    n->html = html;
    n->box = stm_arena_take_raw(mem, html->box_count, sizeof *n->box);
    n->last_head = STM_ARENA_RAW(mem, uint32_t, html->block_count);
    n->kin = stm_page__kin_new(html, mem);
    if (!n->box || !n->last_head || !n->kin)
        return NULL;
    find_heads(n);
    sum_whole(n);
    for (size_t i = 0; i < html->box_count; i++)
        box_signs(n->box[i], &html->boxes[i], alike[i],
                  stm_page__larger((float)html->boxes[0].prose, 1));
    return n;
}

unsigned stm_page__nest_up(uint32_t out[STM_UP], const stm_html *html,
                           uint32_t block)
{
    uint32_t box = html->blocks[block].parent;
    unsigned n = 0, steps = 0;
    out[n++] = box;
    while (box && n < STM_UP && steps++ < STM_UP_STEPS) {
        box = html->boxes[box].parent;
        if (html->boxes[box].letters > html->boxes[out[n - 1]].letters)
            out[n++] = box;
    }
    return n;
}

stm_kin *stm_page__nest_kin(const stm_nest *n) { return n->kin; }

static void head_signs(float *out, const stm_nest *n, uint32_t block)
{
    uint32_t first = n->first_head, last = n->last_head[block];
    bool none = first == n->html->block_count;
    out[STM_SIGN_FIRST_HEAD] = none            ? NO_HEAD
                               : block < first ? -log_of_count(first - block)
                                               : log_of_count(block - first);
    out[STM_SIGN_LAST_HEAD] = none    ? NO_HEAD
                              : !last ? -1
                                      : log_of_count(block + 1 - last);
}

void stm_page__markup_signs(float *out, const stm_nest *n, uint32_t block)
{
    const stm_block *b = &n->html->blocks[block];
    uint32_t up[STM_UP];
    unsigned count = stm_page__nest_up(up, n->html, block);
    out[STM_SIGN_KIND] = b->kind;
    out[STM_SIGN_LEVEL] = b->level;
    out[STM_SIGN_DEPTH] = b->depth;
    out[STM_SIGN_LINKED] =
        (float)b->linked / stm_page__larger((float)b->letters, 1);
    /* in order: each writes a little into the next */
    bits(out + STM_SIGN_INSIDE, b->inside, 16);
    bits(out + STM_SIGN_HINT, b->hints, STM_HINTS);
    bits(out + STM_SIGN_NAME, b->own, STM_HINTS);
    for (unsigned k = 0; k < STM_UP; k++)
        memcpy(out + STM_SIGN_BOX + k * STM_BOX_SIGNS,
               n->box[up[k < count ? k : count - 1]], sizeof *n->box);
    head_signs(out, n, block);
    memcpy(out + STM_SIGN_WHOLE_PAGE, n->whole, sizeof n->whole);
    stm_page__kin_signs(out + STM_SIGN_KIN, n->kin, block);
}
