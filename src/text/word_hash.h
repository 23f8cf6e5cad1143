/* The hash of a word: two rounds of AES for every 16 bytes of its folded form,
 * because most processors do a round in an instruction and every processor can
 * give the same values. It is no cipher and keeps no secret.
 *
 * state = 0; for every block of 16 bytes, the last filled up with zeros (no
 * word has any): state = round(round(state ^ block, KEY_1), KEY_2). The hash is
 * one half of the state ^ the other. After two rounds every bit depends on
 * every byte, and words that differ in one byte have different hashes. */
#ifndef STM_TEXT_WORD_HASH_H
#define STM_TEXT_WORD_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { STM_WORD_HASH_BLOCK = 16 };

/* Digits of pi and of e behind the point; the lowest column first. */
#define STM_WORD_HASH_KEY_1 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344
#define STM_WORD_HASH_KEY_2 0xb7e15162, 0x8aed2a6a, 0xbf715880, 0x9cf4f3c7

/* The definition; never 0. Kernels of runs.h give the same values. */
uint64_t stm_text__hash(const char *folded, size_t len);

#endif
