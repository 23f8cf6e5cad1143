/* The plain parts of a page, told apart faster than lexbor's tokenizer does. */
#ifndef STM_HTML_QUICK_H
#define STM_HTML_QUICK_H

#include <lexbor/html/html.h>

#include "html/labels.h"

/* Its structs are read and written here, and each release may change them. */
#if LEXBOR_VERSION_MAJOR != 3 || LEXBOR_VERSION_MINOR != 1
#error "stemma reads pages through the insides of lexbor 3.1; see ./dev"
#endif

enum {
    STM_QUICK_TAGS = 512, /* slots of the table of elements, */
    STM_QUICK_SLOTS = 64, /* and of attributes */
    STM_QUICK_SHORT = 8,  /* bytes of a name compared at once */
    STM_QUICK_NEAR = 16,  /* bytes from the end: the next piece is needed */
    STM_QUICK_ATTRIBUTES = 19, /* that are read */
    STM_QUICK_DEEPEST = 1000   /* open elements; behind, nothing is read.
                                  Browsers show 512 */
};

/* What there is to know of an element. */
enum {
    STM_QUICK_ENDS_LINE = 1,
    STM_QUICK_AS_IS = 2,     /* its blanks count */
    STM_QUICK_OPENS = 4,     /* in a body its start tag surely ends the line, */
    STM_QUICK_CLOSES = 8,    /* and its end tag, where it is the innermost */
    STM_QUICK_LABELLED = 16, /* its names are kept as labels */
    STM_QUICK_NO_SVG = 32,   /* in a drawing it is no part of that */
    STM_QUICK_DROPS = 64,    /* mostly nothing of it is read */
    STM_QUICK_POPS = 128,    /* its end tag closes it, where innermost; */
    STM_QUICK_FORMATS = 256, /* of formatting, too, where that is the last */
    STM_QUICK_PARTS = 512,   /* all its start tag may close is a paragraph */
    STM_QUICK_INLINE = 1024  /* its start tag but opens it, in any case */
};

typedef struct stm_html__quick {
    lxb_html_tokenizer_token_f build; /* lexbor's, with its tree: */
    void *tree;
    struct {
        uint64_t name; /* 0: free */
        lxb_tag_id_t id;
    } tag[STM_QUICK_TAGS]; /* by names of up to STM_QUICK_SHORT bytes */
    struct {
        uint64_t name;
        uint8_t length, attribute;
    } slot[STM_QUICK_SLOTS]; /* by their first STM_QUICK_SHORT bytes */
    /* in this page; NULL: not met so far */
    const lxb_dom_attr_data_t *attribute[STM_QUICK_ATTRIBUTES];
    uint16_t does[LXB_TAG__LAST_ENTRY];
    stm_html__labels labels; /* of the start tag under way, */
    bool labelled;           /* if it has any */
    /* the drawings that begin before this place of the bytes that end there are
     * not passed over: one around them could not be */
    const lxb_char_t *drawn, *drawn_of;
    bool at_edge; /* a line ends and none begins where the tree has come to */
    bool as_is;   /* the page has text whose blanks count */
} stm_html__quick;

void stm_html__quick_init(stm_html__quick *q);

/* To be called when a page has been begun: `document` hands its markup to `q`
 * from now on, as long as both live. Labels of elements are bytes of the
 * markup: it has to stay as long as the tree is read. */
void stm_html__quick_begin(stm_html__quick *q, lxb_html_document_t *document);

#endif
