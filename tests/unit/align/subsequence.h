/* Both ways to a longest common subsequence against the table that defines it,
 * for tests. */
#ifndef STM_TEST_ALIGN_SUBSEQUENCE_H
#define STM_TEST_ALIGN_SUBSEQUENCE_H

#include <stdlib.h>

#include "align/lcs.h"

enum { SUBSEQUENCE_MOST = 300 };

typedef struct subsequence {
    uint32_t a[SUBSEQUENCE_MOST], b[SUBSEQUENCE_MOST], na, nb;
    uint32_t kept, last_a, last_b;
} subsequence;

/* `words` different ones; b is a with `edits` of 100 words dropped, put in or
 * replaced. */
static inline void subsequence_make(subsequence *s, uint32_t seed,
                                    uint32_t length, uint32_t words,
                                    uint32_t edits)
{
    uint64_t x = seed + 1;
    s->na = length, s->nb = 0;
    for (uint32_t i = 0; i < length; i++) {
        x = x * UINT64_C(6364136223846793005) + 1442695040888963407u;
        uint32_t r = (uint32_t)(x >> 33);
        s->a[i] = r % words;
        uint32_t kind = r / words % 100 < edits ? r / 7 % 3 : 3;
        if (kind && s->nb < SUBSEQUENCE_MOST)
            s->b[s->nb++] = kind == 1 ? (s->a[i] + 1) % words : s->a[i];
        if (kind == 2 && s->nb < SUBSEQUENCE_MOST)
            s->b[s->nb++] = r / 11 % words;
    }
}

/* Words must be equal, and come last first. */
static inline void subsequence_note(uint32_t a, uint32_t b, uint32_t n,
                                    void *user)
{
    subsequence *s = user;
    assert_true(n > 0 && a + n <= s->last_a && b + n <= s->last_b);
    assert_memory_equal(s->a + a, s->b + b, n * sizeof *s->a);
    s->last_a = a, s->last_b = b;
    s->kept += n;
}

static inline uint32_t subsequence_longest(const subsequence *s)
{
    static uint32_t row[2][SUBSEQUENCE_MOST + 1];
    for (uint32_t j = 0; j <= s->nb; j++)
        row[0][j] = row[1][j] = 0;
    for (uint32_t i = 0; i < s->na; i++)
        for (uint32_t j = 0; j < s->nb; j++) {
            uint32_t up = row[i % 2][j + 1], left = row[(i + 1) % 2][j];
            uint32_t best = up > left ? up : left;
            if (s->a[i] == s->b[j])
                best = row[i % 2][j] + 1;
            row[(i + 1) % 2][j + 1] = best;
        }
    return row[s->na % 2][s->nb];
}

static inline stm_lcs_end subsequence_find(subsequence *s, stm_lcs_work *work,
                                           stm_lcs_end (*way)(const stm_lcs *))
{
    const stm_lcs x = {
        s->a, s->b, s->na, s->nb, stm_align__prefix(), work, subsequence_note,
        s};
    s->kept = 0;
    s->last_a = s->last_b = UINT32_MAX;
    return way(&x);
}

#endif
