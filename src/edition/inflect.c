/* Two forms of a word begin alike and differ in their endings. The source's
 * form gives up the one ending and takes the other, by the rules of spelling
 * that English has for that; of what comes out the word that is the most usual
 * counts, and none that the model of the language does not know. Irregular
 * forms ("said" for "mentioned") do not have the ending, and are left alone. */
#include "edition/inflect.h"

#include <stemma/relate.h>

#include "base/str.h"

enum { LEAST_SHARED = 3, LONGEST_ENDING = 3 };

static size_t shared_start(stm_str a, stm_str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
        n++;
    return n;
}

static stm_str from(stm_str s, size_t n)
{
    return (stm_str){s.ptr + n, s.len - n};
}

static bool ends(stm_str s, stm_str end)
{
    return s.len >= end.len && stm_str_eq(from(s, s.len - end.len), end);
}

typedef struct search {
    const char *language;
    char *room;
    size_t len; /* of the best; 0: none */
    double cost;
} search;

/* The word made of these parts, where it is more usual than the best. */
static void propose(search *s, stm_str base, const char *joint, stm_str ending)
{
    char word[STM_EDITION_LONGEST];
    size_t n = 0;
    stm_str part[] = {base, stm_str_of(joint), ending};
    for (int i = 0; i < 3; i++) {
        if (part[i].len > sizeof word - n)
            return;
        for (size_t k = 0; k < part[i].len; k++)
            word[n++] = part[i].ptr[k];
    }
    double cost = stm_word_cost(s->language, STM_NONE, (stm_str){word, n});
    if (cost >= s->cost)
        return;
    memcpy(s->room, word, n);
    s->len = n;
    s->cost = cost;
}

/* "carry" + "s", "make" + "ing", "carri" + "": what happens where a word and
 * its ending meet. */
static void join(search *s, stm_str base, stm_str ending)
{
    stm_str less = {base.ptr, base.len ? base.len - 1 : 0};
    propose(s, base, "", ending);
    propose(s, base, "e", ending);
    if (ends(base, STM_LIT("e")))
        propose(s, less, "", ending);
    if (ends(base, STM_LIT("y")))
        propose(s, less, "ie", ending);
    if (ends(base, STM_LIT("i")))
        propose(s, less, "y", ending);
    if (ends(base, STM_LIT("ie")))
        propose(s, (stm_str){base.ptr, base.len - 2}, "y", ending);
}

stm_str stm_edition__inflect(const char *language, stm_str seen, stm_str met,
                             stm_str source, char *room)
{
    /* what no list has costs as much as this */
    double unknown = stm_word_cost(language, STM_NONE, STM_LIT("\x01"));
    search s = {language, room, 0, unknown};
    size_t n = shared_start(seen, met);
    stm_str old = from(seen, n), now = from(met, n);
    if (n < LEAST_SHARED || old.len > LONGEST_ENDING ||
        now.len > LONGEST_ENDING || !ends(source, old) ||
        source.len - old.len < LEAST_SHARED)
        return STM_NONE;
    join(&s, (stm_str){source.ptr, source.len - old.len}, now);
    return s.len ? (stm_str){room, s.len} : STM_NONE;
}
