/* Which words may tell the time: a bit for the hash of each, and of each with
 * the genitive of English ("thursday's"). */
#ifndef STM_RELATE_TIME_FILTER_H
#define STM_RELATE_TIME_FILTER_H

/* 600 words: one in twenty-seven of all others passes. */
enum { STM_TIME_BITS = 1 << 14 };

#endif
