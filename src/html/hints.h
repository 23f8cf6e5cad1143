/* What the names that a site gives its elements hint at. */
#ifndef STM_HTML_HINTS_H
#define STM_HTML_HINTS_H

#include <stemma/html.h>

#define STM_HINT_BIT(h) ((uint32_t)1 << (h))

enum { STM_HINT_SLOTS = 1024, STM_HINTS_KNOWN = 1024 };

/* Words of names by their first letters, and the names met lately: a page has
 * the same few names again and again. Only a memory of pure functions, so that
 * nothing depends on what was met. */
typedef struct stm_hint_words {
    struct {
        uint64_t first; /* eight letters; 0: free */
        uint32_t length, hints;
    } word[STM_HINT_SLOTS];
    const char *start[STM_HINT_SLOTS]; /* of the words in the list */
    struct {
        uint64_t hash;
        uint32_t hints;
    } known[STM_HINTS_KNOWN];
} stm_hint_words;

void stm_html__hints_init(stm_hint_words *h);

/* The hints of a class, id, role or the like; `hash` becomes that of `name`. */
uint32_t stm_html__hints(stm_hint_words *h, stm_str name, uint64_t *hash);

#endif
