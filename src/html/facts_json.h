/* JSON as pages carry it, well-formed or not: a flat tree of slices. */
#ifndef STM_HTML_FACTS_JSON_H
#define STM_HTML_FACTS_JSON_H

#include <stemma/base.h>

#include "base/vec.h"

typedef enum stm_json_kind {
    STM_JSON_ARRAY,
    STM_JSON_OBJECT,
    STM_JSON_STRING,
    STM_JSON_WORD /* a number, true, false, null */
} stm_json_kind;

typedef struct stm_html__json {
    stm_str key;   /* in an object, as it stands there; else absent */
    stm_str value; /* of strings and words, escapes as they are */
    uint32_t parent;
    uint32_t child, last; /* of arrays and objects: first and last; 0: none */
    uint32_t next;        /* behind it in its parent; 0: none */
    uint8_t kind;
} stm_html__json;

typedef STM_VEC(stm_html__json) stm_html__json_tree;

/* Reads `text`; node 0 is an array of what stands there. Damaged JSON gives
 * what can be made of it; depth and number of nodes are bounded, and what lies
 * beyond is left out. Linear time. False when out of memory. */
bool stm_html__json_read(stm_html__json_tree *tree, stm_str text);

/* The member `key` of node `of`, 0 for none (or where `of` is no object). */
uint32_t stm_html__json_get(const stm_html__json_tree *tree, uint32_t of,
                            const char *key);

#endif
