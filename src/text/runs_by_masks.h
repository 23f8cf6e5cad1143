/* The search for runs where a comparison gives a bit a byte, for instruction
 * sets that cannot compress. A file that includes this has defined what
 * runs_hard.h wants, and
 *
 *     stm_block_bits read_block(const char *p, char *folded)
 *         what 64 bytes are; writes those of ASCII down with bit 5 set
 *     uint64_t lowest(uint64_t bits)
 *         the number of the lowest bit; of no bits, anything under 256 */
#ifndef STM_TEXT_RUNS_BY_MASKS_H
#define STM_TEXT_RUNS_BY_MASKS_H

#include "text/runs_hard.h"

/* Writes down the positions of the bits behind `base`. Few blocks have more
 * than twelve words: what is written of the first twelve needs no test. */
static inline uint16_t *put(uint16_t *out, uint64_t bits, size_t base)
{
    unsigned count = (unsigned)__builtin_popcountll(bits);
    for (unsigned i = 0; i < 12; i++) {
        out[i] = (uint16_t)(base + lowest(bits));
        bits &= bits - 1;
    }
    for (unsigned i = 12; i < count; i++) {
        out[i] = (uint16_t)(base + lowest(bits));
        bits &= bits - 1;
    }
    return out + count;
}

static void find(stm_runs *out, char *folded, const char *piece, size_t blocks)
{
    stm_bits_before before = {0};
    uint16_t *from = out->from, *to = out->to;
    out->mixed = 0;
    for (size_t i = 0; i < blocks; i++) {
        size_t base = i * STM_RUNS_BLOCK;
        const char *p = piece + base;
        stm_block_bits b = read_block(p, folded + base);
        stm_run_bits r;
        if (stm_text__is_easy(&b, &before)) {
            r = stm_text__easy_bits(&b, &before);
        } else {
            stm_bits_before now = before; /* whose address would be taken */
            r = hard_bits(b, &now, p, i > 0, folded + base);
            before = now;
        }
        uint16_t *ends = to;
        from = put(from, r.start, base);
        to = put(to, r.end, base);
        stm_text__note_mixed(out, ends, r);
    }
    stm_text__finish_runs(out, from, to, &before);
}

#endif
