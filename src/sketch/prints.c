/* Minimizers (Roberts et al. 2004; winnowing, Schleimer, Wilkerson, Aiken
 * 2003): of every window of runs the one with the smallest key, the first of
 * equals. Keys go through a mixer, so that the smallest is any. */
#include "sketch/prints.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"

enum {
    RUN = STM_PRINTS_RUN,
    WINDOW = STM_PRINTS_WINDOW,
    RING = 16 /* a power of two, which the window fits in */
};

static const uint32_t run_factor[RUN] = {0xf58c4a71, 0xe97fb4e9, 0xfb3a1d27,
                                         0xed5ad4bb, 0xf1bbcdcb, 0xe3779b1b,
                                         0xf7c15a35, 0xef8f6cad};

static uint64_t run_at(const uint64_t *hash)
{
    uint64_t sum = 0;
    for (size_t k = 0; k < RUN; k++)
        sum += (uint64_t)(uint32_t)hash[k] * run_factor[k];
    return stm_mix64(sum);
}

static bool grow(stm_prints *p)
{
    return stm_vec__grow(&p->key, &p->room, p->count, 1, sizeof *p->key) &&
           stm_vec__grow(&p->word, &p->word_room, p->count, 1, sizeof *p->word);
}

/* Whether the last print stands between two of its like that one window holds
 * together: without this a word that is repeated for a page has a print a
 * word. */
static bool is_spare(const stm_prints *p, uint64_t key, size_t word)
{
    size_t n = p->count;
    return n >= 2 && p->key[n - 1] == key && p->key[n - 2] == key &&
           word - p->word[n - 2] <= WINDOW;
}

static bool add(stm_prints *p, uint64_t key, size_t word)
{
    if (p->count && p->word[p->count - 1] == word)
        return true;
    p->count -= is_spare(p, key, word);
    if ((p->count == p->room || p->count == p->word_room) && !grow(p))
        return false;
    p->key[p->count] = key;
    p->word[p->count++] = (uint32_t)word;
    return true;
}

/* The smallest of the last WINDOW runs is looked for anew only when it has
 * left the window. */
static bool add_all(stm_prints *p, const uint64_t *hash, size_t runs)
{
    uint64_t ring[RING] = {0};
    size_t least = 0;
    for (size_t i = 0; i < runs; i++) {
        ring[i % RING] = run_at(hash + i);
        if (i - least >= WINDOW) {
            least = i - WINDOW + 1;
            for (size_t k = least + 1; k <= i; k++)
                if (ring[k % RING] < ring[least % RING])
                    least = k;
        } else if (ring[i % RING] < ring[least % RING]) {
            least = i;
        }
        if ((i + 1 >= WINDOW || i + 1 == runs) &&
            !add(p, ring[least % RING], least))
            return false;
    }
    return true;
}

stm_status stm_prints__make(stm_prints *out, const uint64_t *hash, size_t count,
                            stm_error *err)
{
    out->count = 0;
    if (count > UINT32_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "%zu words are over the limit of 2^32", count);
    if (count < RUN || add_all(out, hash, count - RUN + 1))
        return STM_OK;
    out->count = 0;
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for passages");
}

void stm_prints__free(stm_prints *p)
{
    free(p->key);
    free(p->word);
    *p = (stm_prints){0};
}
