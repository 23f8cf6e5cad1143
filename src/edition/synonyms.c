#include "edition/synonyms.h"

#include <string.h>

#include "base/hash.h"

/* synonyms_en.S.in: the bytes of synonyms_en.bin, as long as its head says. */
extern const unsigned char stm_edition__synonyms_en[];

/* Costs are in twelfths of a nat. */
#define STEP (1 / 12.0)

static uint32_t read32(const unsigned char *p, size_t i)
{
    p += 4 * i;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

void stm_edition__synonyms_in(stm_edition__synonyms *out, const char *language)
{
    *out = (stm_edition__synonyms){0};
    if (strcmp(language, "en") != 0)
        return;
    const unsigned char *p = stm_edition__synonyms_en + 8;
    out->sources = read32(p, 0);
    out->words = read32(p, 1);
    out->entries = read32(p, 2);
    out->start = p + 16;
    out->text = out->start + 4 * ((size_t)out->sources + 1);
    out->hash = out->text + read32(p, 3);
    out->first = out->hash + 4 * (size_t)out->words;
    out->source = out->first + 4 * ((size_t)out->words + 1);
    out->cost = out->source + 2 * (size_t)out->entries;
}

stm_range stm_edition__synonyms_of(const stm_edition__synonyms *l, stm_str word)
{
    uint32_t wanted = (uint32_t)stm_hash_bytes(word.ptr, word.len);
    uint32_t from = 0, to = l->words;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (read32(l->hash, mid) < wanted)
            from = mid + 1;
        else
            to = mid;
    }
    if (from == l->words || read32(l->hash, from) != wanted)
        return (stm_range){0, 0};
    return (stm_range){read32(l->first, from),
                       read32(l->first, (size_t)from + 1)};
}

stm_edition__synonym stm_edition__synonym_at(const stm_edition__synonyms *l,
                                             uint32_t entry)
{
    const unsigned char *p = l->source + 2 * (size_t)entry;
    size_t source = (size_t)p[0] | (size_t)p[1] << 8;
    uint32_t start = read32(l->start, source);
    return (stm_edition__synonym){
        {(const char *)l->text + start, read32(l->start, source + 1) - start},
        l->cost[entry] * STEP};
}
