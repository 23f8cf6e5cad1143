/* Names of elements and attributes as the quick reader meets them. */
#ifndef STM_HTML_QUICK_NAMES_H
#define STM_HTML_QUICK_NAMES_H

#include "html/quick.h"

/* What a byte is inside of a tag. */
enum {
    STM_QUICK_NAME,
    STM_QUICK_SPACE,
    STM_QUICK_SLASH,
    STM_QUICK_CLOSE,
    STM_QUICK_EQUALS,
    STM_QUICK_ODD /* lexbor's own states know what to do */
};
extern const uint8_t stm_html__quick_class[256];

/* The numbers of some attributes. */
enum {
    STM_QUICK_REL = 7,
    STM_QUICK_ITEMPROP = 8,
    STM_QUICK_PROPERTY = 11,
    STM_QUICK_TYPE = 16
};

/* Fills the tables of `q`. */
void stm_html__quick_learn(stm_html__quick *q);

/* The number of the element of this name, in letters of any case, or
 * LXB_TAG__UNDEF: not met so far. STM_QUICK_SHORT bytes from `name` on may be
 * read. */
lxb_tag_id_t stm_html__quick_tag(const stm_html__quick *q,
                                 const lxb_html_tokenizer_t *tkz,
                                 const lxb_char_t *name, size_t n);

/* The number of an attribute that is read, else STM_QUICK_ATTRIBUTES. */
unsigned stm_html__quick_attribute(const stm_html__quick *q,
                                   const lxb_char_t *name, size_t n);

/* Its place in lexbor's tables, NULL where the page has not had it so far. */
const lxb_dom_attr_data_t *
stm_html__quick_known(stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                      unsigned attribute);

#endif
