/* Words for which no alignment found a counterpart go where they stand: between
 * the places of their neighbours. If another text has the same words there,
 * found as the longest common subsequence, they share its places; so texts that
 * share a variant are seen to agree without being aligned with each other. */
#include "tree/collate.h"
#include "tree/weights.h"

enum { SHORT_SIDE = 8 };

/* Places between `from` and `to` (0: the end) that `y` has not taken; none
 * when `to` does not follow. */
static bool collect(stm_tree__book *b, uint32_t y, uint32_t from, uint32_t to)
{
    b->gap.count = 0;
    uint32_t p = b->place.items[from].next;
    for (unsigned n = 0; p && p != to && n < STM_TREE_GAP; n++) {
        if (b->place.items[p].user != y && !stm_vec_push(&b->gap, p))
            return false;
        p = b->place.items[p].next;
    }
    if (p != to && to)
        b->gap.count = 0;
    return true;
}

static uint32_t word_at(const stm_tree__book *b, size_t gap)
{
    return b->place.items[b->gap.items[gap]].word;
}

/* Lengths of the common subsequences of the rests of both sides. */
static bool tabulate(stm_tree__book *b, const uint32_t *word, size_t n)
{
    size_t wide = b->gap.count + 1;
    b->matches.count = 0;
    if (!stm_vec_reserve(&b->matches, (n + 1) * wide))
        return false;
    uint16_t *m = b->matches.items;
    for (size_t j = 0; j < wide; j++)
        m[n * wide + j] = 0;
    for (size_t i = n; i-- > 0;) {
        m[i * wide + wide - 1] = 0;
        for (size_t j = wide - 1; j-- > 0;) {
            uint16_t down = m[(i + 1) * wide + j], right = m[i * wide + j + 1];
            m[i * wide + j] = down > right ? down : right;
            if (word[i] == word_at(b, j))
                m[i * wide + j] = (uint16_t)(m[(i + 1) * wide + j + 1] + 1);
        }
    }
    return true;
}

/* Common words turn up in any two sentences: half of the shorter side must
 * match (a third where it is short), and close together. */
static bool is_sound(const stm_tree__book *b, const uint32_t *word, size_t n)
{
    size_t wide = b->gap.count + 1, i = 0, j = 0, first = wide, last = 0;
    const uint16_t *m = b->matches.items;
    size_t most = m[0], less = n < wide - 1 ? n : wide - 1;
    if ((less < SHORT_SIDE ? 3 : 2) * most < less)
        return false;
    while (i < n && j + 1 < wide) {
        if (word[i] == word_at(b, j)) {
            first = first < j ? first : j;
            last = j;
            i++, j++;
        } else if (m[(i + 1) * wide + j] >= m[i * wide + j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    return most && last - first + 1 <= 3 * most + 2;
}

static bool share(stm_tree__book *b, uint32_t y, uint32_t from, size_t n)
{
    stm_tree__sheet *s = &b->sheet[y];
    const uint32_t *word = s->text->word + from;
    size_t wide = b->gap.count + 1, i = 0, j = 0;
    const uint16_t *m = b->matches.items;
    while (i < n && j + 1 < wide) {
        if (word[i] == word_at(b, j)) {
            uint32_t token = from + (uint32_t)i;
            if (s->at[token] == STM_TREE_NOWHERE &&
                !stm_tree__take(b, y, b->gap.items[j], token))
                return false;
            i++, j++;
        } else if (m[(i + 1) * wide + j] >= m[i * wide + j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    return true;
}

/* The tokens of `run` have no place; those around them stand at `before` and
 * `after`. */
static bool match_gap(stm_tree__book *b, uint32_t y, stm_span run,
                      uint32_t before, uint32_t after)
{
    size_t n = run.to - run.from;
    const uint32_t *word = b->sheet[y].text->word + run.from;
    if (!collect(b, y, before, after))
        return false;
    if (!b->gap.count || n > STM_TREE_GAP_CELLS / (b->gap.count + 1) - 1)
        return true;
    if (!tabulate(b, word, n))
        return false;
    return !is_sound(b, word, n) || share(b, y, run.from, n);
}

static bool add_place(stm_tree__book *b, uint32_t y, uint32_t after,
                      uint32_t token)
{
    uint32_t p = (uint32_t)b->place.count;
    stm_tree__place fresh = {b->sheet[y].text->word[token],
                             b->place.items[after].next, STM_LOST};
    if (b->place.count >= STM_TREE_SLIP || !stm_vec_push(&b->place, fresh))
        return false;
    b->place.items[after].next = p;
    return stm_tree__take(b, y, p, token);
}

static bool has_place(const stm_tree__sheet *s, uint32_t token)
{
    return s->at[token] < STM_TREE_SLIP;
}

static bool match_all(stm_tree__book *b, uint32_t y)
{
    const stm_tree__sheet *s = &b->sheet[y];
    uint32_t before = 0, done = 0, n = s->text->count;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t to = i;
        while (i >= done && to < n && !has_place(s, to))
            to++;
        if (to > i) {
            uint32_t after = to < n ? s->at[to] : 0;
            if (!match_gap(b, y, (stm_span){i, to}, before, after))
                return false;
            done = to;
        }
        if (has_place(s, i))
            before = s->at[i];
    }
    return true;
}

bool stm_tree__fill(stm_tree__book *b, uint32_t y)
{
    const stm_tree__sheet *s = &b->sheet[y];
    if (!match_all(b, y))
        return false;
    uint32_t before = 0;
    for (uint32_t i = 0; i < s->text->count; i++) {
        if (s->at[i] == STM_TREE_NOWHERE && !add_place(b, y, before, i))
            return false;
        if (has_place(s, i))
            before = s->at[i];
        else if (s->slips[i]) /* what follows it stands behind what it is for */
            before = s->slips[i];
    }
    return true;
}
