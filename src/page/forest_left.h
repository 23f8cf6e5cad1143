/* The leaves that are not on the left of a node, one bit each, for each node of
 * a complete tree of depth 5, level by level. */
#ifndef STM_PAGE_FOREST_LEFT_H
#define STM_PAGE_FOREST_LEFT_H

#include "page/forest.h"

static const int32_t stm_page__not_left[STM_FOREST_NODES] = {
    ~(int32_t)0x0000ffff, ~(int32_t)0x000000ff, ~(int32_t)0x00ff0000,
    ~(int32_t)0x0000000f, ~(int32_t)0x00000f00, ~(int32_t)0x000f0000,
    ~(int32_t)0x0f000000, ~(int32_t)0x00000003, ~(int32_t)0x00000030,
    ~(int32_t)0x00000300, ~(int32_t)0x00003000, ~(int32_t)0x00030000,
    ~(int32_t)0x00300000, ~(int32_t)0x03000000, ~(int32_t)0x30000000,
    ~(int32_t)0x00000001, ~(int32_t)0x00000004, ~(int32_t)0x00000010,
    ~(int32_t)0x00000040, ~(int32_t)0x00000100, ~(int32_t)0x00000400,
    ~(int32_t)0x00001000, ~(int32_t)0x00004000, ~(int32_t)0x00010000,
    ~(int32_t)0x00040000, ~(int32_t)0x00100000, ~(int32_t)0x00400000,
    ~(int32_t)0x01000000, ~(int32_t)0x04000000, ~(int32_t)0x10000000,
    ~(int32_t)0x40000000};

#endif
