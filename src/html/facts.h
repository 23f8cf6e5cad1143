/* What the markup of a page says about the page itself: meta and link elements,
 * JSON-LD, microdata, title, headings, time elements, bylines.
 *
 * The collector is fed while a tree is walked once, in the order of the
 * document:
 *
 *     stm_html__facts_start(f, mem, document)
 *     for every element, also of the head:
 *         text = false
 *         stm_html__facts_element(f, e, hints, &text)   before its children
 *         ...
 *         if (text)
 *             stm_html__facts_text(f, e, hints, at, bytes)   behind them
 *     stm_html__facts_finish(f, &facts, &count)
 *
 * `hints` are those of the element's own names. Values are bounded in length
 * and number: what lies beyond is dropped. */
#ifndef STM_HTML_FACTS_H
#define STM_HTML_FACTS_H

#include <lexbor/html/html.h>
#include <stemma/html.h>

#include "base/arena.h"
#include "base/vec.h"
#include "html/facts_json.h"

/* Names of attributes that lexbor gives a number only where a page has them; 0
 * for those the page has not. */
typedef struct stm_html__names {
    lxb_dom_attr_id_t itemprop, itemtype, itemscope, property, name, datetime;
} stm_html__names;

/* An article that JSON-LD speaks of. */
typedef struct stm_html__object {
    uint32_t first, last; /* its facts */
    stm_str address;
} stm_html__object;

enum { STM_HTML__OBJECTS = 16 }; /* articles a page can have */

typedef struct stm_html__facts {
    stm_arena *mem; /* the page's: values live here */
    STM_VEC(stm_fact) found;
    stm_html__json_tree tree;
    stm_html__names names;
    size_t bytes; /* of all values */
    size_t json;  /* bytes of JSON-LD read */
    uint8_t of_origin[STM_ORIGINS];
    stm_html__object object[STM_HTML__OBJECTS];
    unsigned objects;
    unsigned lookups;     /* of names by id */
    unsigned links;       /* that lead to a person */
    unsigned headings;    /* of the first level */
    bool labelled;        /* the next twitter:data1 is an author */
    stm_str addresses[2]; /* canonical, og:url */
} stm_html__facts;

/* Begins a page: values are copied into `mem`, and `document` is its parsed
 * tree. The collector itself is reused from page to page; zeroed at first. */
void stm_html__facts_start(stm_html__facts *f, stm_arena *mem,
                           lxb_dom_document_t *document);

/* False when out of memory. Sets `text` where stm_html__facts_text wants to see
 * the element. Called through the test below. */
bool stm_html__facts_read(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, bool *text);

/* The readable text of an element that was asked for: it lies at `at` and is
 * `text`, without the blanks around; both may be empty. False when out of
 * memory. */
bool stm_html__facts_text(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, stm_range at, stm_str text);

/* All that was found, in order, in `mem`. False when out of memory. */
bool stm_html__facts_finish(stm_html__facts *f, const stm_fact **facts,
                            size_t *count);

void stm_html__facts_free(stm_html__facts *f);

#define STM_HTML__FACT_HINTS                                         \
    (UINT32_C(1) << STM_HINT_AUTHOR | UINT32_C(1) << STM_HINT_DATE | \
     UINT32_C(1) << STM_HINT_TITLE)

/* Most elements say nothing, and that must cost next to nothing. */
static inline bool stm_html__facts_element(stm_html__facts *f,
                                           lxb_dom_element_t *e, uint32_t hints,
                                           bool *text)
{
    bool speaks = hints & STM_HTML__FACT_HINTS;
    switch (e->node.local_name) {
    case LXB_TAG_HTML:
    case LXB_TAG_META:
    case LXB_TAG_LINK:
    case LXB_TAG_TITLE:
    case LXB_TAG_SCRIPT:
    case LXB_TAG_TIME:
    case LXB_TAG_H1:
    case LXB_TAG_A:
        speaks = true;
        break;
    default:
        speaks = speaks ||
                 (e->first_attr && (f->names.itemprop || f->names.property));
    }
    return !speaks || stm_html__facts_read(f, e, hints, text);
}

#endif
