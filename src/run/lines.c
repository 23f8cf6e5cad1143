#include "run/lines.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"

/* Words by whose start or end another version of a line is known, and the
 * fewest that such a line has. Lines whose kind was told wrongly, of 192
 * families of pages of bench/quality/families.py, 1,366 before the vote: with 2
 * words 969, 3 1,019, 4 1,089, whole lines alone 1,150; but of two words many
 * beginnings are alike. */
enum { FEW = 3, LEAST = FEW + 1 };

static uint64_t key_of(const stm_words *w, uint32_t from, uint32_t to,
                       uint64_t sort)
{
    uint64_t key = sort;
    for (uint32_t i = from; i < to; i++)
        key = stm_hash_pair(key, w->hash[i]);
    return key | 1;
}

static stm_line line_of(const stm_words *w, uint32_t from, uint32_t to,
                        uint8_t kind)
{
    stm_line l = {key_of(w, from, to, 1), 0, 0, {from, to}, kind, false};
    if (to - from >= LEAST) {
        l.start = key_of(w, from, from + FEW, 2);
        l.end = key_of(w, to - FEW, to, 3);
    }
    return l;
}

static uint32_t line_end(const stm_words *w, uint32_t from)
{
    uint32_t to = from + 1;
    while (to < w->count &&
           !(w->flags[to] & (STM_WORD_LINE | STM_WORD_PARAGRAPH)))
        to++;
    return to;
}

static bool is_even(const uint8_t *kind, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (kind[i] != kind[from])
            return false;
    return true;
}

bool stm_lines__list(stm_lines *out, const stm_page *p, const stm_words *words)
{
    STM_VEC(stm_line) lines = {0};
    uint8_t *kind = malloc(words->count + (size_t)1);
    bool ok = kind != NULL;
    if (ok)
        stm_page_kinds(p, words, kind);
    for (uint32_t from = 0, to; ok && from < words->count; from = to) {
        to = line_end(words, from);
        if (kind[from] == STM_PAGE_APART || !is_even(kind, from, to))
            continue;
        stm_line l = line_of(words, from, to, kind[from]);
        l.offer = p->truncated && words->at[from].start < p->offer.end &&
                  p->offer.start < words->at[to - 1].end;
        ok = stm_vec_push(&lines, l);
    }
    free(kind);
    *out = (stm_lines){lines.items, (uint32_t)lines.count};
    return ok;
}

void stm_lines__free(stm_lines *of, size_t count)
{
    for (size_t i = 0; of && i < count; i++)
        free(of[i].line);
    free(of);
}
