#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "align/gains.h"

enum { STEMS = 48, WORDS = 96, LENGTHS = 40, OFFSETS = 17 };

typedef struct words {
    stm_bag_count count[STEMS];
    uint32_t stem[WORDS];
    bool taken[WORDS + STM_GAINS_ROOM];
} words;

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Counts of all kinds: absent there, oftener here than there, everywhere. */
static void make(words *w)
{
    uint32_t seed = 7;
    memset(w, 0, sizeof *w);
    for (uint32_t k = 0; k < STEMS; k++)
        w->count[k] = (stm_bag_count){{next(&seed) % 4, next(&seed) % 3},
                                      1 + next(&seed) % 90,
                                      k % 5 == 0};
    for (uint32_t i = 0; i < WORDS; i++) {
        w->stem[i] = next(&seed) % STEMS;
        w->taken[i] = next(&seed) % 11 == 0;
    }
}

static stm_gains model(const words *w, int side)
{
    return (stm_gains){.count = w->count,
                       .stem = w->stem,
                       .taken = w->taken,
                       .side = side,
                       .span = {20, 60},
                       .kept = .6f,
                       .missing = -.9162907f,
                       .most = 500,
                       .scale = 17.25f};
}

static void all_ways_agree_at_every_length_and_offset(void **state)
{
    (void)state;
    words w;
    make(&w);
    for (int side = 0; side < 2; side++) {
        stm_gains m = model(&w, side);
        for (uint32_t from = 0; from < OFFSETS; from++)
            for (uint32_t n = 0; n <= LENGTHS; n++) {
                float one[WORDS], two[WORDS];
                memset(one, 0, sizeof one);
                memset(two, 0, sizeof two);
                stm_gains__scalar(&m, from, from + n, one);
                stm_gains__pick()(&m, from, from + n, two);
                assert_memory_equal(one, two, sizeof one);
            }
    }
}

static void a_table_gives_what_is_computed(void **state)
{
    (void)state;
    words w;
    make(&w);
    stm_gains m = model(&w, 0), known = m;
    stm_gains__know(&known);
    for (uint32_t function = 0; function < 2; function++)
        for (uint32_t n = 0; n < 2 * STM_GAINS_KNOWN; n++)
            assert_true(stm_gains__found(&m, function, n) ==
                        stm_gains__found(&known, function, n));
}

static void rare_words_gain_more_than_common_ones(void **state)
{
    (void)state;
    words w;
    make(&w);
    stm_gains m = model(&w, 0);
    assert_true(stm_gains__found(&m, 0, 0) > stm_gains__found(&m, 0, 9));
    assert_true(stm_gains__found(&m, 0, 9) > stm_gains__found(&m, 1, 9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_ways_agree_at_every_length_and_offset),
        cmocka_unit_test(a_table_gives_what_is_computed),
        cmocka_unit_test(rare_words_gain_more_than_common_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
