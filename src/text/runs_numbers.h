/* The numbers of the bits of a byte, the lowest first. */
#ifndef STM_TEXT_RUNS_NUMBERS_H
#define STM_TEXT_RUNS_NUMBERS_H

#include <stdint.h>

extern const uint8_t stm_runs__numbers[256][8];

#endif
