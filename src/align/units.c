/* Units are sentences, cut at semicolons (lists are reordered item by item)
 * and, where a "sentence" is very long, at clause marks or, failing these, at
 * words chosen by their own spelling, so that both texts are cut alike.
 *
 * A stem weighs log(1 + units / units that have it), counted over both texts:
 * the weight depends on the pair alone, so a pair reads the same in any pile.
 */
#include "align/pair.h"

#include <math.h>
#include <string.h>

#include "align/weights.h"
#include "base/hash.h"

static bool is_clause_mark(const stm_text *t, uint32_t token, bool weak)
{
    uint32_t from = t->at[token - 1].end, to = t->at[token].start;
    for (uint32_t i = from; i < to; i++) {
        char c = t->bytes.ptr[i];
        if (c == ';' || (weak && (c == ',' || c == ':' || c == '(')))
            return true;
        /* U+FF1B, U+FF0C, U+3001: the marks of Chinese and Japanese */
        if (i + 2 < to && !memcmp(t->bytes.ptr + i, "\xef\xbc\x9b", 3))
            return true;
        if (weak && i + 2 < to &&
            (!memcmp(t->bytes.ptr + i, "\xef\xbc\x8c", 3) ||
             !memcmp(t->bytes.ptr + i, "\xe3\x80\x81", 3)))
            return true;
    }
    return false;
}

/* One word in some twenty, the same ones in every text. */
static bool is_landmark(const stm_lexicon *lex, uint32_t word)
{
    stm_str s = stm_lexicon_word(lex, word);
    return stm_hash_bytes(s.ptr, s.len) % (STM_ALIGN_LONG_UNIT / 2) == 0;
}

/* Does a unit that began at `from` end before `token`? */
static bool ends_before(const stm_pair *p, const stm_text *t, uint32_t from,
                        uint32_t token)
{
    uint32_t len = token - from;
    if (t->gap[token] != t->gap[token - 1])
        return true;
    if (len < STM_ALIGN_SHORT_CLAUSE)
        return false;
    if (is_clause_mark(t, token, len >= STM_ALIGN_LONG_UNIT))
        return true;
    return len >= 2 * STM_ALIGN_LONG_UNIT &&
           (len >= 4 * STM_ALIGN_LONG_UNIT ||
            is_landmark(p->lex, t->word[token]));
}

static bool cut(stm_pair *p, stm_side *s)
{
    const stm_text *t = s->text;
    /* a unit ends with a sentence or after STM_ALIGN_SHORT_CLAUSE tokens, so
     * there are at most as many as tokens */
    s->unit = STM_ARENA_NEW(&p->mem, stm_unit, (size_t)t->count + 1);
    s->unit_of = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)t->count + 1);
    if (!s->unit || !s->unit_of)
        return false;
    for (uint32_t k = 0; k < t->sentence_count; k++) {
        stm_span at = t->sentence[k];
        uint32_t from = at.from;
        for (uint32_t i = at.from + 1; i <= at.to; i++)
            if (i == at.to || ends_before(p, t, from, i)) {
                s->unit[s->unit_count++].at = (stm_span){from, i};
                from = i;
            }
    }
    for (uint32_t u = 0; u < s->unit_count; u++)
        for (uint32_t i = s->unit[u].at.from; i < s->unit[u].at.to; i++)
            s->unit_of[i] = u;
    return true;
}

/* Sorted and counted stems of one unit; returns how many. A unit has some
 * twenty words, and no more than 4 * STM_ALIGN_LONG_UNIT. */
static uint32_t fill_bag(const uint32_t *stem, const stm_unit *u,
                         stm_bag_item *bag)
{
    uint32_t n = 0;
    for (uint32_t i = u->at.from; i < u->at.to; i++) {
        uint32_t at = n;
        while (at && bag[at - 1].stem > stem[i])
            at--;
        if (at && bag[at - 1].stem == stem[i]) {
            bag[at - 1].count++;
            continue;
        }
        memmove(bag + at + 1, bag + at, (n - at) * sizeof *bag);
        bag[at] = (stm_bag_item){stem[i], 1};
        n++;
    }
    return n;
}

static bool fill_bags(stm_pair *p, stm_side *s)
{
    s->bag = STM_ARENA_NEW(&p->mem, stm_bag_item, (size_t)s->text->count + 1);
    if (!s->bag)
        return false;
    uint32_t used = 0;
    for (uint32_t k = 0; k < s->unit_count; k++) {
        stm_unit *u = &s->unit[k];
        u->bag = used;
        u->bags = fill_bag(s->stem, u, s->bag + used);
        used += u->bags;
        for (uint32_t i = u->at.from; i < u->at.to; i++)
            u->content += !stm_lexicon_is_function(p->lex, s->text->word[i]);
    }
    return true;
}

static void count_units(const stm_side *s, float *have)
{
    for (uint32_t k = 0; k < s->unit_count; k++)
        for (uint32_t i = 0; i < s->unit[k].bags; i++)
            have[s->bag[s->unit[k].bag + i].stem] += 1;
}

static void weigh_units(stm_side *s, const float *weight)
{
    for (uint32_t k = 0; k < s->unit_count; k++) {
        stm_unit *u = &s->unit[k];
        for (uint32_t i = 0; i < u->bags; i++)
            u->weight += (float)s->bag[u->bag + i].count *
                         weight[s->bag[u->bag + i].stem];
    }
}

bool stm_align__units(stm_pair *p)
{
    p->weight = STM_ARENA_NEW(&p->mem, float, (size_t)p->stem_count + 1);
    if (!p->weight || !cut(p, &p->a) || !cut(p, &p->b) ||
        !fill_bags(p, &p->a) || !fill_bags(p, &p->b))
        return false;
    count_units(&p->a, p->weight);
    count_units(&p->b, p->weight);
    float units = (float)(p->a.unit_count + p->b.unit_count);
    for (uint32_t i = 0; i < p->stem_count; i++)
        p->weight[i] = logf(1 + units / p->weight[i]);
    weigh_units(&p->a, p->weight);
    weigh_units(&p->b, p->weight);
    return true;
}
