/* The bit-parallel longest common subsequence (Crochemore et al. 2001; Hyyro
 * 2004): a row of bits a word of B, one bit a word of A, all rows kept so that
 * the words can be read back. Masks are dense: only words of A have one, so a
 * thousand words touch as little memory as they need. */
#include "align/lcs.h"

#include <string.h>

#include "align/row.h"
#include "align/weights.h"

typedef struct masks {
    uint32_t *word;  /* id + 1; 0 is free */
    uint32_t *index; /* [size] of the word's mask */
    uint64_t *bits;  /* [count][width] where in A the word stands */
    size_t size, width;
    uint32_t count;
} masks;

/* Ids are dense; a product (Knuth 1973) spreads them well enough. */
static size_t slot_of(const masks *m, uint32_t word)
{
    size_t at = (word * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (m->size - 1);
    while (m->word[at] && m->word[at] != word + 1)
        at = (at + 1) & (m->size - 1);
    return at;
}

static bool mask_words(const stm_lcs *x, masks *m)
{
    stm_lcs_work *w = x->work;
    m->width = ((size_t)x->na + 63) / 64;
    for (m->size = 8; m->size < 2 * (size_t)x->na;)
        m->size *= 2;
    w->words.count = w->bits.count = 0;
    if (!stm_vec_reserve(&w->words, 2 * m->size + x->na))
        return false;
    m->word = w->words.items;
    m->index = m->word + m->size;
    uint32_t *at = m->index + m->size;
    memset(m->word, 0, m->size * sizeof *m->word);
    for (uint32_t i = 0; i < x->na; i++) {
        size_t s = slot_of(m, x->a[i]);
        if (!m->word[s]) {
            m->word[s] = x->a[i] + 1;
            m->index[s] = m->count++;
        }
        at[i] = m->index[s];
    }
    if (!stm_vec_reserve(&w->bits, m->count * m->width))
        return false;
    m->bits = w->bits.items;
    memset(m->bits, 0, m->count * m->width * sizeof *m->bits);
    for (uint32_t i = 0; i < x->na; i++)
        m->bits[at[i] * m->width + i / 64] |= UINT64_C(1) << i % 64;
    return true;
}

/* Narrow rows are most of all, and cost less where they are no call. */
static void make_rows(const stm_lcs *x, const masks *m, uint64_t *rows)
{
    size_t width = m->width;
    stm_row_fn *next = width < STM_ROW_WIDE ? NULL : stm_align__row();
    memset(rows, 0xff, width * sizeof *rows);
    for (uint32_t j = 0; j < x->nb; j++, rows += width) {
        size_t s = slot_of(m, x->b[j]);
        if (!m->word[s]) {
            memcpy(rows + width, rows, width * sizeof *rows);
            continue;
        }
        const uint64_t *mask = m->bits + m->index[s] * width;
        if (next)
            next(rows + width, rows, mask, width);
        else
            stm_align__row_scalar(rows + width, rows, mask, width);
    }
}

/* At (i, j) the words pair up where row j gained a zero at i. */
static void read_back(const stm_lcs *x, const uint64_t *rows, size_t width)
{
    uint32_t i = x->na, j = x->nb;
    while (i && j) {
        const uint64_t *row = rows + j * width, *above = row - width;
        size_t at = (i - 1) / 64;
        uint64_t bit = UINT64_C(1) << (i - 1) % 64;
        if (row[at] & bit)
            i--;
        else if (!(above[at] & bit))
            j--;
        else
            i--, j--, x->kept(i, j, 1, x->user);
    }
}

void stm_lcs__free(stm_lcs_work *work)
{
    stm_vec_free(&work->far);
    stm_vec_free(&work->rows);
    stm_vec_free(&work->bits);
    stm_vec_free(&work->words);
    stm_vec_free(&work->turned);
}

stm_lcs_end stm_lcs__bits(const stm_lcs *x)
{
    masks m = {0};
    size_t width = ((size_t)x->na + 63) / 64;
    if (((uint64_t)x->nb + 1) * width > STM_LCS_ROWS / sizeof(uint64_t))
        return STM_LCS_TOO_FAR;
    x->work->rows.count = 0;
    if (!stm_vec_reserve(&x->work->rows, ((size_t)x->nb + 1) * width) ||
        !mask_words(x, &m))
        return STM_LCS_NO_MEMORY;
    make_rows(x, &m, x->work->rows.items);
    read_back(x, x->work->rows.items, width);
    return STM_LCS_DONE;
}
