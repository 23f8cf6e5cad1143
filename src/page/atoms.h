/* The words of a capture with glued ones taken apart: sites lose the blanks
 * between their elements ("2024Updated", "CommentsIn"). */
#ifndef STM_PAGE_ATOMS_H
#define STM_PAGE_ATOMS_H

#include <stemma/text.h>

#include "base/arena.h"
#include "base/str.h"
#include "page/phrases.h"

enum {
    /* beside STM_WORD_* */
    STM_ATOM_GLUED = 64, /* follows its neighbour without a gap */
    STM_ATOM_UPPER = 128 /* two capitals or more and nothing else */
};

typedef struct stm_atom {
    uint32_t start, end; /* bytes */
    uint64_t hash;       /* as the words' */
    uint32_t marks;      /* of the phrases that start with it, */
    uint16_t phrase;     /* the first of them, */
    uint8_t phrases;     /* and how many, longest first */
    uint8_t flags;
} stm_atom;

typedef struct stm_atoms {
    stm_str text;
    stm_atom *items;
    uint32_t count;
} stm_atoms;

/* False when out of memory. */
bool stm_page__atoms(stm_atoms *out, const stm_words *w, stm_arena *mem);

/* The next, where some phrase with such a mark starts with the atom. */
const stm_phrase *stm_page__match_any(const stm_atoms *a, uint32_t i,
                                      uint32_t to, uint32_t marks);

/* The longest phrase at atom `i`, ending at or before `to`, whose mark is in
 * the set `marks` (STM_MARK_BIT); NULL where there is none. */
static inline const stm_phrase *stm_page__match(const stm_atoms *a, uint32_t i,
                                                uint32_t to, uint32_t marks)
{
    return a->items[i].marks & marks ? stm_page__match_any(a, i, to, marks)
                                     : NULL;
}

/* The bytes between atom `i` and the one before it. */
static inline stm_str stm_page__gap(const stm_atoms *a, uint32_t i)
{
    uint32_t from = i ? a->items[i - 1].end : 0;
    uint32_t to = i < a->count ? a->items[i].start : (uint32_t)a->text.len;
    return (stm_str){a->text.ptr + from, to - from};
}

static inline stm_str stm_page__atom(const stm_atoms *a, uint32_t i)
{
    return stm_str_cut(a->text,
                       (stm_range){a->items[i].start, a->items[i].end});
}

#endif
