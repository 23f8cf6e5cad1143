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

/* The cost of what has this hash; 0 when it is not listed. Hashes lie evenly
 * between the ends of what is left, so few steps of that kind are enough;
 * should they not be, halves. */
static unsigned find(const stm_model_list *l, uint64_t hash)
{
    enum { EVEN_STEPS = 8 };
    uint32_t wanted = (uint32_t)hash, from = 0, to = l->count;
    uint32_t least = 0, most = UINT32_MAX;
    for (unsigned step = 0; from < to; step++) {
        uint64_t left = to - from, wide = (uint64_t)most - least + 1;
        uint64_t by =
            step < EVEN_STEPS ? (wanted - least) * left / wide : left / 2;
        uint32_t mid = from + (uint32_t)by;
        uint32_t at = read32(l->hash + (size_t)4 * mid);
        if (at == wanted)
            return l->cost[mid];
        if (at < wanted)
            from = mid + 1, least = at;
        else
            to = mid, most = at;
    }
    return 0;
}

static uint64_t key(stm_str word)
{
    if (word.len > 2 && memcmp(word.ptr + word.len - 2, "'s", 2) == 0)
        word.len -= 2;
    return stm_hash_bytes(word.ptr, word.len);
}

double stm_relate__cost(const stm_model *m, stm_str before, stm_str word)
{
    uint64_t k = key(word);
    unsigned pair =
        before.len ? find(&m->pairs, stm_hash_pair(key(before), k)) : 0;
    if (pair)
        return pair * STEP;
    unsigned alone = find(&m->words, k);
    return (alone ? alone : m->unknown) * STEP +
           (before.len ? STM_RELATE_BACKOFF : 0);
}

bool stm_relate__is_listed(const stm_model *m, stm_str word)
{
    return find(&m->words, key(word)) > 0;
}

double stm_word_cost(const char *language, stm_str before, stm_str word)
{
    stm_model m;
    return stm_relate__model(&m, language) ? stm_relate__cost(&m, before, word)
                                           : -1;
}
