/* Facts of JSON-LD. */
#ifndef STM_HTML_FACTS_LDJSON_H
#define STM_HTML_FACTS_LDJSON_H

#include "html/facts.h"

/* Of a fact from JSON-LD, `rank` is what its object is, in steps of 8, and how
 * directly the object says it. */
enum {
    STM_LDJSON_THIS = 0,    /* the article of this page, */
    STM_LDJSON_ARTICLE = 1, /* perhaps the article of this page, */
    STM_LDJSON_THREAD = 2,
    STM_LDJSON_WEBPAGE = 3,
    STM_LDJSON_WORK = 4,   /* a video, a product, an event */
    STM_LDJSON_LISTED = 5, /* an article among others */
    STM_LDJSON_SITE = 6,
    STM_LDJSON_NONE = 7
};

/* Reads the body of a script element. False when out of memory. */
bool stm_html__facts_ldjson(stm_html__facts *f, stm_str body);

/* Behind the last one: which of several articles the page's own address and
 * title speak of. */
void stm_html__facts_choose(stm_html__facts *f);

#endif
