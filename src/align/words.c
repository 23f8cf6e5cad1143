/* Words kept in place between two short spans: the longest common subsequence,
 * bit-parallel (Crochemore et al. 2001; Hyyro 2004), with the rows kept so that
 * the words can be read back. Spans are units, so rows are a few machine words;
 * common beginnings and ends are taken off first. */
#include "align/pair.h"

#include <string.h>

#include "base/hash.h"

typedef struct masks {
    uint32_t *word; /* id + 1; 0 is free */
    uint64_t *bits; /* [size][width] where in A the word stands */
    size_t size, width;
} masks;

static uint64_t *mask_of(const masks *m, uint32_t word, bool make)
{
    size_t at = stm_mix64(word) & (m->size - 1);
    while (m->word[at] && m->word[at] != word + 1)
        at = (at + 1) & (m->size - 1);
    if (!m->word[at]) {
        if (!make)
            return NULL;
        m->word[at] = word + 1;
    }
    return m->bits + at * m->width;
}

static bool mask_words(stm_arena *mem, masks *m, const uint32_t *a, size_t na)
{
    m->width = (na + 63) / 64;
    for (m->size = 8; m->size < 2 * na;)
        m->size *= 2;
    m->word = STM_ARENA_NEW(mem, uint32_t, m->size);
    m->bits = STM_ARENA_NEW(mem, uint64_t, m->size * m->width);
    if (!m->word || !m->bits)
        return false;
    for (size_t i = 0; i < na; i++)
        mask_of(m, a[i], true)[i / 64] |= UINT64_C(1) << i % 64;
    return true;
}

/* One row of the recurrence V' = (V + (V & M)) | (V & ~M), with carry. */
static void next_row(uint64_t *to, const uint64_t *from, const uint64_t *mask,
                     size_t width)
{
    uint64_t carry = 0;
    for (size_t k = 0; k < width; k++) {
        uint64_t m = mask ? mask[k] : 0, u = from[k] & m, sum;
        uint64_t over = __builtin_add_overflow(from[k], u, &sum);
        over += __builtin_add_overflow(sum, carry, &sum);
        carry = over;
        to[k] = sum | (from[k] & ~m);
    }
}

static void keep(stm_pair *p, uint32_t a, uint32_t b)
{
    p->a_to_b[a] = b;
    p->b_to_a[b] = a;
}

/* Reads the kept words back from the rows: at (i, j) the words pair up where
 * row j gained a zero at i. */
static void read_back(stm_pair *p, const uint64_t *rows, size_t width,
                      stm_span a, stm_span b)
{
    size_t i = a.to - a.from, j = b.to - b.from;
    while (i && j) {
        const uint64_t *row = rows + j * width, *above = row - width;
        bool in_row = !(row[(i - 1) / 64] >> (i - 1) % 64 & 1);
        bool in_above = !(above[(i - 1) / 64] >> (i - 1) % 64 & 1);
        if (!in_row) {
            i--;
        } else if (in_above) {
            j--;
        } else {
            i--, j--;
            keep(p, a.from + (uint32_t)i, b.from + (uint32_t)j);
        }
    }
}

static bool subsequence(stm_pair *p, stm_span a, stm_span b)
{
    masks m;
    size_t na = a.to - a.from, nb = b.to - b.from;
    if (!na || !nb)
        return true;
    if (!mask_words(&p->mem, &m, p->a.text->word + a.from, na))
        return false;
    uint64_t *rows = STM_ARENA_NEW(&p->mem, uint64_t, (nb + 1) * m.width);
    if (!rows)
        return false;
    memset(rows, 0xff, m.width * sizeof *rows);
    for (size_t j = 0; j < nb; j++)
        next_row(rows + (j + 1) * m.width, rows + j * m.width,
                 mask_of(&m, p->b.text->word[b.from + j], false), m.width);
    read_back(p, rows, m.width, a, b);
    return true;
}

bool stm_align__words(stm_pair *p, stm_span a, stm_span b)
{
    const uint32_t *wa = p->a.text->word, *wb = p->b.text->word;
    for (; a.from < a.to && b.from < b.to && wa[a.from] == wb[b.from];
         a.from++, b.from++)
        keep(p, a.from, b.from);
    for (; a.from < a.to && b.from < b.to && wa[a.to - 1] == wb[b.to - 1];
         a.to--, b.to--)
        keep(p, a.to - 1, b.to - 1);
    return subsequence(p, a, b);
}
