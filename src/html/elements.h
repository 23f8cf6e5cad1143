/* What each element means for the readable text. */
#ifndef STM_HTML_ELEMENTS_H
#define STM_HTML_ELEMENTS_H

#include <stemma/html.h>

typedef enum stm_flow {
    STM_FLOW_INLINE,
    STM_FLOW_BLOCK, /* a blank line around it */
    STM_FLOW_LINE,  /* a line of its own */
    STM_FLOW_CELL,  /* beside its neighbours while it is short */
    STM_FLOW_BREAK, /* ends a line and holds nothing */
    STM_FLOW_SKIP   /* no readable text in it */
} stm_flow;

typedef struct stm_element {
    uint8_t flow; /* stm_flow */
    uint8_t kind; /* stm_block_kind; STM_BLOCK_TEXT: as outside */
    uint16_t inside;
} stm_element;

/* By lexbor's number of the element; unknown ones hold blocks. */
stm_element stm_html__element(uintptr_t tag);

#endif
