/* Microseconds that two texts of 1,000 words take to be aligned word by word,
 * at several shares of words replaced: greedy where it comes through, else
 * bit-parallel, as the library does. The least of many runs. */
#include <stdio.h>
#include <time.h>

#include "align/lcs.h"

enum { WORDS = 1000, RUNS = 400 };

static uint32_t next(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static void count(uint32_t a, uint32_t b, uint32_t n, void *user)
{
    (void)a, (void)b;
    *(uint32_t *)user += n;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* A text whose words are as skewed as those of a language: half of them are
 * among the fifty most frequent. */
static void make(uint32_t *a, uint32_t *b, uint32_t percent)
{
    uint64_t state = 7;
    for (int i = 0; i < WORDS; i++) {
        a[i] = next(&state) % 2 ? next(&state) % 50 : next(&state) % 4000;
        b[i] = a[i];
        if (next(&state) % 100 < percent)
            b[i] = next(&state) % 2 ? next(&state) % 50 : next(&state) % 4000;
    }
}

int main(void)
{
    static const uint32_t shares[] = {0, 2, 5, 7, 10, 30, 50, 100};
    static uint32_t a[WORDS], b[WORDS];
    for (size_t s = 0; s < sizeof shares / sizeof *shares; s++) {
        stm_lcs_work work = {0};
        uint32_t kept = 0;
        double least = 1;
        const char *way = "greedy";
        make(a, b, shares[s]);
        for (int run = 0; run < RUNS; run++) {
            stm_lcs x = {a,     b,     WORDS, WORDS, stm_align__prefix(),
                         &work, count, &kept};
            kept = 0;
            double began = seconds();
            if (stm_lcs__greedy(&x) == STM_LCS_TOO_FAR) {
                way = "bits";
                stm_lcs__bits(&x);
            }
            double took = seconds() - began;
            least = took < least ? took : least;
        }
        printf("%3u %% replaced: %6.1f us, %u kept, %s\n", shares[s],
               1e6 * least, kept, way);
        stm_lcs__free(&work);
    }
    return 0;
}
