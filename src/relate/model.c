#include "relate/model.h"

#include <string.h>

#include <stemma/relate.h>

#include "base/hash.h"
#include "base/str.h"
#include "relate/weights.h"

/* model_en.S.in: the bytes of model_en.bin, as long as its head says. */
extern const unsigned char stm_relate__model_en[];

/* Costs are in twelfths of a nat. */
#define STEP (1 / 12.0)

static uint32_t read32(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

/* The list of `count` at `p`; returns what stands behind it. */
static const unsigned char *take(stm_model_list *l, const unsigned char *p,
                                 uint32_t count)
{
    l->count = count;
    l->hash = p;
    l->cost = p + (size_t)4 * count;
    return l->cost + count;
}

bool stm_relate__model(stm_model *out, const char *language)
{
    if (strcmp(language, "en") != 0)
        return false;
    const unsigned char *p = stm_relate__model_en;
    out->unknown = p[6];
    take(&out->pairs, take(&out->words, p + 16, read32(p + 8)), read32(p + 12));
    return true;
}

static uint32_t hash_at(const stm_model_list *l, uint32_t i)
{
    return read32(l->hash + (size_t)4 * i);
}

/* The first place whose hash is not below `wanted`, by halves. */
static uint32_t by_halves(const stm_model_list *l, uint32_t wanted)
{
    uint32_t from = 0, to = l->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (hash_at(l, mid) < wanted)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

/* The same by a guess. Hashes lie evenly, so that a place follows from a hash
 * and the rest of the way from what stands there; the last few steps are in one
 * line of the cache. Should hashes not be even, by halves. */
static uint32_t place_of(const stm_model_list *l, uint32_t wanted)
{
    enum { STEPS = 128 };
    uint32_t at = (uint32_t)((uint64_t)wanted * l->count >> 32);
    int64_t off = (int64_t)wanted - hash_at(l, at);
    int64_t next = at + off * (int64_t)l->count / ((int64_t)1 << 32);
    uint32_t last = l->count - 1, left = STEPS;
    at = next < 0 ? 0 : next > last ? last : (uint32_t)next;
    for (; left && at && hash_at(l, at - 1) >= wanted; left--)
        at--;
    for (; left && at <= last && hash_at(l, at) < wanted; left--)
        at++;
    return left ? at : by_halves(l, wanted);
}

/* The cost of what has this hash; 0 when it is not listed. */
static unsigned find(const stm_model_list *l, uint64_t hash)
{
    uint32_t at = l->count ? place_of(l, (uint32_t)hash) : 0;
    return at < l->count && hash_at(l, at) == (uint32_t)hash ? l->cost[at] : 0;
}

uint64_t stm_word_key(stm_str word)
{
    if (word.len > 2 && memcmp(word.ptr + word.len - 2, "'s", 2) == 0)
        word.len -= 2;
    return stm_hash_bytes(word.ptr, word.len);
}

static unsigned find_pair(const stm_model *m, uint64_t before, uint64_t word)
{
    return find(&m->pairs, stm_hash_pair(before, word));
}

static double cost_alone(const stm_model *m, uint64_t word)
{
    unsigned alone = find(&m->words, word);
    return (alone ? alone : m->unknown) * STEP;
}

double stm_relate__cost(const stm_model *m, stm_str before, stm_str word)
{
    uint64_t k = stm_word_key(word);
    unsigned pair = before.len ? find_pair(m, stm_word_key(before), k) : 0;
    if (pair)
        return pair * STEP;
    return cost_alone(m, k) + (before.len ? STM_RELATE_BACKOFF : 0);
}

bool stm_relate__is_listed(const stm_model *m, stm_str word)
{
    return find(&m->words, stm_word_key(word)) > 0;
}

double stm_word_cost(const char *language, stm_str before, stm_str word)
{
    stm_model m;
    return stm_relate__model(&m, language) ? stm_relate__cost(&m, before, word)
                                           : -1;
}

stm_known_word stm_word_known(const char *language, uint64_t key)
{
    stm_model m;
    stm_known_word known = {key, -1, -1};
    if (stm_relate__model(&m, language)) {
        known.cost = cost_alone(&m, key);
        known.cost_behind = known.cost + STM_RELATE_BACKOFF;
    }
    return known;
}

bool stm_words_are_neighbours(const char *language, stm_known_word before,
                              stm_known_word word)
{
    stm_model m;
    return stm_relate__model(&m, language) &&
           find_pair(&m, before.key, word.key) > 0;
}
