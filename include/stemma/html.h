/** Pages in HTML: their readable text, block by block, with what the markup
 * says about each block and about the page. */
#ifndef STEMMA_HTML_H
#define STEMMA_HTML_H

#include <stemma/capture.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a block of text is, by its innermost element that tells. */
typedef enum stm_block_kind {
    STM_BLOCK_TEXT, /**< no element tells */
    STM_BLOCK_PARAGRAPH,
    STM_BLOCK_HEADING,
    STM_BLOCK_ITEM, /**< of a list */
    STM_BLOCK_CELL, /**< a row of a table */
    STM_BLOCK_TERM, /**< dt, dd, summary */
    STM_BLOCK_QUOTE,
    STM_BLOCK_CODE,    /**< pre: lines and blanks as they are */
    STM_BLOCK_CAPTION, /**< of a figure or a table */
    STM_BLOCK_CONTROL, /**< of a form: labels, buttons */
    STM_BLOCK_KINDS
} stm_block_kind;

/** Ancestors of a block, one bit each. */
typedef enum stm_inside {
    STM_INSIDE_MAIN = 1 << 0,
    STM_INSIDE_ARTICLE = 1 << 1,
    STM_INSIDE_SECTION = 1 << 2,
    STM_INSIDE_HEADER = 1 << 3,
    STM_INSIDE_FOOTER = 1 << 4,
    STM_INSIDE_NAV = 1 << 5,
    STM_INSIDE_ASIDE = 1 << 6,
    STM_INSIDE_FORM = 1 << 7,
    STM_INSIDE_LIST = 1 << 8,
    STM_INSIDE_TABLE = 1 << 9,
    STM_INSIDE_FIGURE = 1 << 10,
    STM_INSIDE_QUOTE = 1 << 11,
    STM_INSIDE_HIDDEN = 1 << 12, /**< hidden, aria-hidden, display: none */
    STM_INSIDE_BUTTON = 1 << 13,
    STM_INSIDE_DIALOG = 1 << 14,
    STM_INSIDE_ARTICLE_TWICE = 1 << 15 /**< articles inside an article */
} stm_inside;

/** What the names (class, id, role, itemprop) of an element hint at. Each is a
 * bit of a set. */
typedef enum stm_hint {
    STM_HINT_BODY,    /**< content, entry, story, post-body */
    STM_HINT_ARTICLE, /**< article, post, hentry */
    STM_HINT_MAIN,
    STM_HINT_TITLE,
    STM_HINT_SUMMARY, /**< lead, standfirst, excerpt */
    STM_HINT_AUTHOR,
    STM_HINT_DATE,
    STM_HINT_META, /**< meta, info, details */
    STM_HINT_NAV,  /**< nav, menu, breadcrumb, toc, pagination */
    STM_HINT_HEADER,
    STM_HINT_FOOTER,
    STM_HINT_SIDE, /**< sidebar, rail, aside, widget */
    STM_HINT_RELATED,
    STM_HINT_SHARE,
    STM_HINT_COMMENTS,
    STM_HINT_PROMO, /**< newsletter, subscribe, banner, cta */
    STM_HINT_ADVERT,
    STM_HINT_LEGAL,  /**< cookie, consent, copyright */
    STM_HINT_WIDGET, /**< modal, popup, search, login, toolbar */
    STM_HINT_TAGS,
    STM_HINT_CAPTION,
    STM_HINT_CARD, /**< card, teaser, tile, grid, carousel */
    STM_HINT_PRODUCT,
    STM_HINT_DESCRIPTION,
    STM_HINT_REVIEW,
    STM_HINT_THREAD, /**< topic, thread, message, reply, question, answer */
    STM_HINT_BIO,
    STM_HINT_HIDDEN, /**< hidden, screen-reader only, skip link */
    STM_HINT_PRICE,
    STM_HINT_HERO,
    STM_HINTS
} stm_hint;

/** A line of the readable text. */
typedef struct stm_block {
    stm_range at;     /**< bytes, without the blanks around it; never empty */
    uint8_t kind;     /**< stm_block_kind */
    uint8_t level;    /**< 1 to 6 of headings; depth of nesting of items */
    uint16_t depth;   /**< elements it lies in */
    uint16_t inside;  /**< set of stm_inside */
    uint32_t hints;   /**< set of 1 << stm_hint, of all elements it lies in */
    uint32_t own;     /**< the same of the nearest ones only */
    uint32_t parent;  /**< box it lies in, an index into `boxes` */
    uint32_t letters; /**< bytes of its text that are no blanks, */
    uint32_t linked;  /**< of these in links */
    bool ordered;     /**< an item of a numbered list */
} stm_block;

/** An element that holds blocks. Box 0 is the whole page; a box comes behind
 * its parent. */
typedef struct stm_box {
    uint32_t parent;      /**< of box 0: 0 */
    uint32_t first, last; /**< blocks [first, last) */
    uint32_t hints;       /**< of its own names */
    uint32_t letters;     /**< of all blocks in it */
    uint32_t linked;      /**< of these in links */
    uint32_t prose;       /**< of these in long blocks outside of links */
    uint32_t children;    /**< boxes right below it */
    uint32_t name;        /**< hash of element and class: likes have the same */
    uint16_t depth;
    uint8_t tag; /**< stm_inside as its bit's number plus 1, or 0 */
} stm_box;

typedef enum stm_fact_kind {
    STM_FACT_TITLE,
    STM_FACT_AUTHOR,
    STM_FACT_SITE,
    STM_FACT_CANONICAL,
    STM_FACT_LANGUAGE,
    STM_FACT_PUBLISHED,
    STM_FACT_UPDATED,
    STM_FACT_DATE, /**< of one or the other */
    STM_FACT_KINDS
} stm_fact_kind;

/** Where a page makes a statement about itself. */
typedef enum stm_fact_origin {
    STM_ORIGIN_JSONLD,
    STM_ORIGIN_MICRODATA,
    STM_ORIGIN_OPENGRAPH,
    STM_ORIGIN_META,      /**< other meta elements */
    STM_ORIGIN_LINK,      /**< link rel */
    STM_ORIGIN_TITLE,     /**< title element */
    STM_ORIGIN_HEADING,   /**< h1 */
    STM_ORIGIN_TIME,      /**< time element */
    STM_ORIGIN_CLASS,     /**< an element whose class says so */
    STM_ORIGIN_REL,       /**< rel=author */
    STM_ORIGIN_LANG,      /**< lang attribute */
    STM_ORIGIN_ADDRESS,   /**< the page's own address */
    STM_ORIGIN_CONTAINER, /**< what the page came in */
    STM_ORIGIN_TEXT,      /**< the readable text */
    STM_ORIGINS
} stm_fact_origin;

/** "json-ld", "opengraph", ...: the names the reports use. Static. */
STM_API const char *stm_fact_origin_name(stm_fact_origin origin);

/** A statement of the page about itself, not yet weighed. */
typedef struct stm_fact {
    uint8_t kind;   /**< stm_fact_kind */
    uint8_t origin; /**< stm_fact_origin */
    uint8_t rank;   /**< within its origin, 0 the best */
    stm_str value;  /**< as it stands there, blanks folded, entities resolved */
    stm_range at;   /**< where in the text; empty for none */
} stm_fact;

/** What the markup of a page says. Read-only; owns all it shows. */
typedef struct stm_html {
    const stm_block *blocks; /**< in order; each starts a line of the text */
    size_t block_count;
    const stm_box *boxes;
    size_t box_count;
    const stm_fact *facts;
    size_t fact_count;
    const char *limit; /**< which limit cut the page short, or NULL; static */
} stm_html;

/** Parses one page after the other, reusing its memory. One a thread. */
typedef struct stm_html_reader stm_html_reader;

STM_API stm_status stm_html_reader_new(stm_html_reader **out, stm_error *err);
STM_API void stm_html_reader_free(stm_html_reader *r);

/** Reads `c->markup` and gives `c` its text. The tree of elements is bounded
 * in depth and number, and so is the time: what lies beyond is left out, and
 * `limit` says so. STM_ENOMEM; STM_EARG for a capture without markup. */
STM_API stm_status stm_html_read(stm_html **out, stm_html_reader *r,
                                 stm_capture *c, stm_error *err);
STM_API void stm_html_free(stm_html *h);

#ifdef __cplusplus
}
#endif
#endif
