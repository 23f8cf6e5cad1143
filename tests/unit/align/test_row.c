#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "align/row.h"

enum { MOST = 40, OFFSETS = 5, KINDS = 4 };

typedef struct rows {
    uint64_t from[MOST + OFFSETS], mask[MOST + OFFSETS];
} rows;

static uint64_t next(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return *seed >> 32 | *seed << 32;
}

/* Full rows and few mask bits, as rows begin; words of ones amidst, through
 * which carries run; anything. */
static void make(rows *r, uint64_t seed, int kind)
{
    for (size_t k = 0; k < MOST + OFFSETS; k++) {
        uint64_t v = next(&seed), m = next(&seed);
        r->from[k] = kind == 0 || (kind == 1 && v % 3) ? UINT64_MAX : v;
        r->mask[k] = kind == 2 ? m & next(&seed) & next(&seed) : m;
        if (kind == 1 && m % 2)
            r->mask[k] = 0;
        else if (kind == 0)
            r->mask[k] = UINT64_C(1) << m % 64;
    }
}

/* Bit by bit, as sums are done by hand. */
static void define(uint64_t *to, const uint64_t *from, const uint64_t *mask,
                   size_t width)
{
    unsigned carry = 0;
    memset(to, 0, width * sizeof *to);
    for (size_t i = 0; i < 64 * width; i++) {
        unsigned v = from[i / 64] >> i % 64 & 1, m = mask[i / 64] >> i % 64 & 1;
        unsigned sum = v + (v & m) + carry;
        carry = sum >> 1;
        to[i / 64] |= (uint64_t)((sum & 1) | (v & !m)) << i % 64;
    }
}

static void agrees(stm_row_fn *row, const rows *r, size_t at, size_t width)
{
    uint64_t wanted[MOST + 1], got[MOST + 1];
    define(wanted, r->from + at, r->mask + at, width);
    wanted[width] = got[width] = 7; /* not to be written */
    row(got, r->from + at, r->mask + at, width);
    assert_memory_equal(got, wanted, (width + 1) * sizeof *got);
}

static void all_ways_agree_at_every_width_and_offset(void **state)
{
    (void)state;
    rows r;
    for (uint64_t seed = 0; seed < 8; seed++)
        for (int kind = 0; kind < KINDS; kind++) {
            make(&r, seed, kind);
            for (size_t at = 0; at < OFFSETS; at++)
                for (size_t width = 0; width <= MOST; width++) {
                    agrees(stm_align__row_scalar, &r, at, width);
                    agrees(stm_align__row(), &r, at, width);
                }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_ways_agree_at_every_width_and_offset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
