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
    if (to - from == 1 && t->bytes.ptr[from] == ' ')
        return false;
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
    s->unit = STM_ARENA_RAW(&p->mem, stm_unit, (size_t)t->count + 1);
    s->unit_of = STM_ARENA_RAW(&p->mem, uint32_t, (size_t)t->count + 1);
    if (!s->unit || !s->unit_of)
        return false;
    for (uint32_t k = 0; k < t->sentence_count; k++) {
        stm_span at = t->sentence[k];
        uint32_t from = at.from;
        for (uint32_t i = at.from + 1; i <= at.to; i++)
            if (i == at.to || ends_before(p, t, from, i)) {
                s->unit[s->unit_count++] = (stm_unit){.at = {from, i}};
                from = i;
            }
    }
    for (uint32_t u = 0; u < s->unit_count; u++)
        for (uint32_t i = s->unit[u].at.from; i < s->unit[u].at.to; i++)
            s->unit_of[i] = u;
    return true;
}

/* Places by stem, in order of the stems and, of one stem, of the places: a
 * counting sort. */
static uint32_t *by_stem(stm_pair *p, const stm_side *s)
{
    uint32_t words = s->text->count;
    uint32_t *next =
        STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->stem_count + 1);
    uint32_t *place = STM_ARENA_RAW(&p->mem, uint32_t, (size_t)words + 1);
    if (!next || !place)
        return NULL;
    for (uint32_t i = 0; i < words; i++)
        next[s->stem[i] + 1]++;
    for (uint32_t k = 1; k <= p->stem_count; k++)
        next[k] += next[k - 1];
    for (uint32_t i = 0; i < words; i++)
        place[next[s->stem[i]]++] = i;
    return place;
}

/* The stems of each unit, sorted and counted: the words of the text are dealt
 * out to their units stem by stem. */
static bool fill_bags(stm_pair *p, stm_side *s)
{
    const stm_text *t = s->text;
    const uint32_t *place = by_stem(p, s);
    s->bag = STM_ARENA_RAW(&p->mem, stm_bag_item, (size_t)t->count + 1);
    if (!s->bag || !place)
        return false;
    for (uint32_t k = 0; k < s->unit_count; k++) {
        stm_unit *u = &s->unit[k];
        u->bag = u->at.from;
        for (uint32_t i = u->at.from; i < u->at.to; i++)
            u->content += !stm_lexicon_is_function(p->lex, t->word[i]);
    }
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t stem = s->stem[place[i]];
        stm_unit *u = &s->unit[s->unit_of[place[i]]];
        stm_bag_item *last = s->bag + u->bag + u->bags;
        if (u->bags && last[-1].stem == stem) {
            last[-1].count++;
        } else {
            *last = (stm_bag_item){stem, 1};
            u->bags++;
            u->marks |= UINT64_C(1) << stem % 64;
        }
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

/* Most stems stand in a few units only. */
static void weigh_stems(stm_pair *p)
{
    enum { FEW = 16 };
    float units = (float)(p->a.unit_count + p->b.unit_count), of_few[FEW];
    for (uint32_t n = 0; n < FEW; n++)
        of_few[n] = n ? logf(1 + units / (float)n) : 0;
    for (uint32_t i = 0; i < p->stem_count; i++) {
        float have = p->weight[i];
        p->weight[i] =
            have < FEW ? of_few[(uint32_t)have] : logf(1 + units / have);
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
    weigh_stems(p);
    weigh_units(&p->a, p->weight);
    weigh_units(&p->b, p->weight);
    return true;
}
