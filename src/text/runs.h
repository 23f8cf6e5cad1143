/* The kernels of the words: what finds and hashes them sixteen to sixty-four
 * bytes at a time, one file an instruction set, all with the same results.
 *
 * A run is what may be a word or may hold several: letters, digits, bytes over
 * 127, and the joiners that mixed.c knows between or beside them. No word
 * reaches out of one. A plain run is one word as it stands but for capitals: of
 * ASCII and of the tame letters, those of two bytes that fold byte by byte; or
 * one ideograph, which another run may touch. Any other run is mixed and read
 * by mixed.c, character by character. */
#ifndef STM_TEXT_RUNS_H
#define STM_TEXT_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/units.h"

enum {
    STM_RUNS_BLOCK = 64,
    /* Bytes looked at in one go: with the runs and hashes found they stay in
     * the first cache. */
    STM_RUNS_PIECE = 2048,
    /* What a kernel may read behind the bytes it works on. */
    STM_RUNS_PAD = 64,
    /* Every other byte may start one, and kernels store 32 at once. */
    STM_RUNS_MOST = STM_RUNS_PIECE / 2 + 32,
    /* Entries and hashes that a kernel may touch behind the last. */
    STM_RUNS_SLACK = 8,
    STM_RUN_MIXED = 0xffff /* instead of the end of a run */
};

/* Makes a tame capital small, and two letters s of a sharp one; `letter` is its
 * two bytes. */
static inline void stm_text__fold_tame(char *letter)
{
    unsigned char *b = (unsigned char *)letter;
    if (b[0] == 0xc3 && b[1] == 0x9f) {
        b[0] = b[1] = 's';
    } else if (b[1] < 0xa0 && b[0] != 0xd1) {
        b[1] |= 0x20;
    } else if (b[0] == 0xd0 && b[1] < 0xb0) {
        b[0] = 0xd1;
        b[1] = (unsigned char)(b[1] - 0x20);
    }
}

/* The runs that start in a piece. */
typedef struct stm_runs {
    uint32_t started, ended; /* one has not ended, or they are the same */
    uint32_t mixed;          /* so many runs are */
    uint16_t from[STM_RUNS_MOST + STM_RUNS_SLACK];
    uint16_t to[STM_RUNS_MOST +
                STM_RUNS_SLACK];   /* past the last byte, or STM_RUN_MIXED */
    uint16_t which[STM_RUNS_MOST]; /* [mixed] of the runs, ascending */
} stm_runs;

typedef struct stm_text_kernel {
    /* The runs of `blocks` blocks at `piece`, before which a run cannot have
     * begun. `blocks` * 64 + 2 bytes are read. `folded` gets the piece with its
     * plain runs in small letters, and anything between. */
    void (*find)(stm_runs *out, char *folded, const char *piece, size_t blocks);
    /* stm_text__hash of bytes[from[i], to[i]) for every i < `count`. Reads up
     * to STM_RUNS_PAD bytes from any from[i] on, and STM_RUNS_SLACK entries
     * behind the last, which must be of the same kind; writes as many. */
    void (*hash)(uint64_t *out, const char *bytes, const uint16_t *from,
                 const uint16_t *to, size_t count);
} stm_text_kernel;

extern const stm_text_kernel stm_text__scalar, stm_text__sse42, stm_text__avx2,
    stm_text__avx512, stm_text__neon;

/* The fastest that this processor runs. */
const stm_text_kernel *stm_text__kernel(void);

#endif
