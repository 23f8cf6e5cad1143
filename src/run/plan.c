/* Peak resident memory measured (x86-64, 5 MiB of program taken off), in bytes:
 *
 *     texts                              a byte     a word    a capture
 *     2 of prose, 600 KB each              29         165
 *     20 of prose, 58 KB each              15          90
 *     2 of Chinese, 900 KB each            45         138
 *     2 of short lines, 1.2 MB each        44         180
 *     2 of words of one letter, 1 MB       88         173
 *     2 where no word stands twice         26         218
 *     2,000 of 50 bytes                                          14,500
 *
 * 400 pages of 97 MB of markup in a tree take 2.2 bytes a byte of it, words and
 * relations included; pages read one after the other, 1 to 5 MB each, 3.3
 * to 5.3. And 4,100 a relation kept (2,000 copies of one line, 98,750
 * relations). */
#include "run/plan.h"

enum {
    BYTES_AT_START = 6 << 20,
    BYTES_PER_BYTE = 16, /* what any text takes, whatever its words */
    BYTES_PER_WORD = 220,
    BYTES_PER_CAPTURE = 16 << 10,
    BYTES_OF_MARKUP_KEPT = 1,
    BYTES_OF_MARKUP_READ = 6,
    BYTES_PER_PAIR = 5 << 10,
    PAIRS = 100000, /* seconds for short texts, half a gigabyte at most */
    LEAST_EACH = 32
};

uint64_t stm_plan__start(void) { return BYTES_AT_START; }

uint64_t stm_plan__capture(uint64_t bytes)
{
    return bytes * BYTES_PER_BYTE + BYTES_PER_CAPTURE;
}

uint64_t stm_plan__page(uint64_t markup)
{
    return markup * BYTES_OF_MARKUP_KEPT + BYTES_PER_CAPTURE;
}

uint64_t stm_plan__page_alone(uint64_t markup)
{
    return markup * BYTES_OF_MARKUP_READ + BYTES_PER_CAPTURE;
}

uint64_t stm_plan__words(uint64_t words, uint64_t bytes)
{
    uint64_t all = words * BYTES_PER_WORD, planned = bytes * BYTES_PER_BYTE;
    return all > planned ? all - planned : 0;
}

uint64_t stm_plan__pairs(uint64_t pairs) { return pairs * BYTES_PER_PAIR; }

uint32_t stm_plan__most_each(uint64_t texts)
{
    uint64_t each = texts ? PAIRS / texts : PAIRS;
    return (uint32_t)(each < LEAST_EACH ? LEAST_EACH : each);
}
