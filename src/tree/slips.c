/* A spun text read beside another. The substitutions are transparent: the spun
 * word stands for the reading of its source, and only what no substitution
 * explains is a reading of its own.
 *
 * First come the words that both have. Between them a word that some third text
 * has there is the reading of that text: it was there before the spinner came.
 * Then the words that the alignment pairs. What is left between two of these is
 * seen through where the other text has as many words, or one more or less; and
 * up to the end of a sentence, or from the start of one, where other sentences
 * stand between. */
#include "tree/collate.h"
#include "tree/weights.h"

typedef struct reader {
    stm_tree__book *b;
    stm_tree__sheet *mine;
    const stm_tree__sheet *theirs;
    uint32_t y;
    const uint32_t *map;
} reader;

/* A spinner swaps words; it may slip a word in or out, no more. */
static bool is_slip(stm_span mine, stm_span theirs)
{
    uint32_t m = mine.to - mine.from, t = theirs.to - theirs.from;
    uint32_t more = m > t ? m : t, less = m > t ? t : m;
    return more <= STM_TREE_SLIP_WORDS && more - less <= 1;
}

/* `i` stands for `j` of the other text, and maybe for words before that. */
static void slip(reader *r, uint32_t i, uint32_t j)
{
    uint32_t p = r->theirs->at[j];
    if (r->mine->at[i] != STM_TREE_NOWHERE)
        return;
    r->mine->at[i] = STM_TREE_SLIP, r->mine->open--;
    r->mine->slips[i] = p < STM_TREE_SLIP ? p : 0;
}

static bool take_place_of(reader *r, uint32_t j, uint32_t token)
{
    uint32_t p = r->theirs->at[j];
    return p >= STM_TREE_SLIP || stm_tree__take(r->b, r->y, p, token);
}

/* As many words: one stands for one. */
static bool see_through_each(reader *r, stm_span mine, stm_span theirs)
{
    for (uint32_t k = 0; k < mine.to - mine.from; k++) {
        uint32_t i = mine.from + k;
        if (r->mine->at[i] != STM_TREE_NOWHERE)
            continue;
        slip(r, i, theirs.from + k);
        if (!take_place_of(r, theirs.from + k, STM_NO_TOKEN))
            return false;
    }
    return true;
}

static bool see_through(reader *r, stm_span mine, stm_span theirs)
{
    if (mine.to - mine.from == theirs.to - theirs.from)
        return see_through_each(r, mine, theirs);
    for (uint32_t i = mine.from; i < mine.to; i++)
        if (r->mine->at[i] != STM_TREE_NOWHERE)
            return true;
    for (uint32_t i = mine.from; i < mine.to; i++)
        slip(r, i, theirs.to - 1);
    for (uint32_t j = theirs.from; j < theirs.to; j++)
        if (!take_place_of(r, j, STM_NO_TOKEN))
            return false;
    return true;
}

static bool begins(const stm_text *t, uint32_t i)
{
    return i >= t->count ||
           (t->flags[i] & (STM_WORD_SENTENCE | STM_WORD_PARAGRAPH));
}

/* The words of `at` before the first sentence that begins there. */
static stm_span head_of(const stm_text *t, stm_span at)
{
    uint32_t to = at.from;
    while (to < at.to && !begins(t, to))
        to++;
    return (stm_span){at.from, to};
}

/* The words of `at` that belong to the sentence that goes on behind it. */
static stm_span tail_of(const stm_text *t, stm_span at)
{
    uint32_t from = at.to;
    while (from > at.from && !begins(t, from))
        from--;
    return (stm_span){from, at.to};
}

static bool is_part_slip(stm_span mine, stm_span theirs)
{
    return mine.to > mine.from && theirs.to > theirs.from &&
           is_slip(mine, theirs);
}

static bool see_through_ends(reader *r, stm_span mine, stm_span theirs)
{
    const stm_text *t = r->mine->text, *u = r->theirs->text;
    stm_span a = head_of(t, mine), b = head_of(u, theirs);
    if (begins(t, a.to) && begins(u, b.to) && is_part_slip(a, b) &&
        !see_through(r, a, b))
        return false;
    a = tail_of(t, mine), b = tail_of(u, theirs);
    if (!begins(t, a.from) || !begins(u, b.from) || !is_part_slip(a, b))
        return true;
    return see_through(r, a, b);
}

static bool read_slips(reader *r)
{
    uint32_t last = STM_NO_TOKEN;
    for (uint32_t i = 0; i < r->mine->text->count; i++) {
        uint32_t j = r->map[i];
        if (j == STM_NO_TOKEN)
            continue;
        if (last != STM_NO_TOKEN && j > r->map[last]) {
            stm_span mine = {last + 1, i}, theirs = {r->map[last] + 1, j};
            if (!(is_slip(mine, theirs) ? see_through(r, mine, theirs)
                                        : see_through_ends(r, mine, theirs)))
                return false;
        }
        last = i;
    }
    return true;
}

static bool is_same(const reader *r, uint32_t i)
{
    uint32_t j = r->map[i];
    return j != STM_NO_TOKEN && r->theirs->at[j] < STM_TREE_SLIP &&
           r->theirs->text->word[j] == r->mine->text->word[i];
}

static bool take_same(reader *r)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < r->mine->text->count; i++)
        if (r->mine->at[i] == STM_TREE_NOWHERE && is_same(r, i))
            ok = take_place_of(r, r->map[i], i);
    return ok;
}

static bool take_paired(reader *r)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < r->mine->text->count; i++) {
        uint32_t j = r->map[i];
        if (j == STM_NO_TOKEN || r->mine->at[i] != STM_TREE_NOWHERE ||
            r->theirs->at[j] >= STM_TREE_SLIP)
            continue;
        ok = take_place_of(r, j, i);
        slip(r, i, j); /* if it is the second of two words for one */
    }
    return ok;
}

/* Whether `to` follows `from` within a few places. */
static bool is_near(const stm_tree__book *b, uint32_t from, uint32_t to)
{
    uint32_t p = b->place.items[from].next;
    for (unsigned n = 0; p && p != to && n < STM_TREE_SLIP_GAP; n++)
        p = b->place.items[p].next;
    return p == to;
}

/* Tokens of `mine` that another text has between two places. */
static bool take_others(reader *r, stm_span mine, uint32_t before,
                        uint32_t after)
{
    stm_tree__book *b = r->b;
    uint32_t p = b->place.items[before].next;
    if (!is_near(b, before, after))
        return true;
    for (uint32_t i = mine.from; i < mine.to; i++) {
        uint32_t q = p;
        if (r->mine->at[i] != STM_TREE_NOWHERE)
            continue;
        while (q != after &&
               (b->place.items[q].word != r->mine->text->word[i] ||
                b->place.items[q].user == r->y))
            q = b->place.items[q].next;
        if (q == after)
            continue;
        if (!stm_tree__take(b, r->y, q, i))
            return false;
        p = b->place.items[q].next;
    }
    return true;
}

/* Only where few words stand between two that both have: any two sentences have
 * some word in common. */
static bool take_all_others(reader *r)
{
    uint32_t last = STM_NO_TOKEN;
    for (uint32_t i = 0; i < r->mine->text->count; i++) {
        if (!is_same(r, i))
            continue;
        if (last != STM_NO_TOKEN && r->map[i] > r->map[last] &&
            i - last <= STM_TREE_SLIP_WORDS &&
            !take_others(r, (stm_span){last + 1, i},
                         r->theirs->at[r->map[last]], r->theirs->at[r->map[i]]))
            return false;
        last = i;
    }
    return true;
}

bool stm_tree__read_spun(stm_tree__book *b, uint32_t y, uint32_t x,
                         const uint32_t *map)
{
    reader r = {b, &b->sheet[y], &b->sheet[x], y, map};
    return take_same(&r) && take_all_others(&r) && take_paired(&r) &&
           read_slips(&r);
}
