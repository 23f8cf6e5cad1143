/* Where the spun text and its source are known at one unit, words that stand
 * in the same order are pairs when there are as many of them, else the whole
 * stretch is one. Words that were kept count too: a spinner leaves some alone,
 * and a word of his may well be the author's. */
#include "edition/learn.h"

#include <stdlib.h>

#include "base/hash.h"
#include "edition/weights.h"

uint64_t stm_edition__phrase_hash(const stm_text *t, uint32_t from,
                                  uint32_t count)
{
    uint64_t h = count;
    for (uint32_t i = from; i < from + count; i++)
        h = stm_hash_pair(h, t->word[i]);
    return h;
}

/* Tokens of a unit as one stretch of the text; false where they are not. */
static bool stretch(const stm_edition__bench *b, uint32_t unit, uint32_t c,
                    stm_span *out)
{
    stm_span s = stm_edition__cells(b, unit, c);
    const stm_edition__cell *cell = b->column[c].cell;
    if (s.from == s.to)
        return false;
    *out = (stm_span){cell[s.from].token, cell[s.to - 1].token + 1};
    for (uint32_t i = s.from; i < s.to; i++)
        if (cell[i].token != out->from + (i - s.from))
            return false;
    return true;
}

static bool add(const stm_edition__bench *b, stm_edition__lessons *out,
                uint32_t v, stm_span mine, uint32_t c, stm_span theirs)
{
    const stm_text *t = b->column[v].text, *s = b->column[c].text;
    uint32_t n = mine.to - mine.from, m = theirs.to - theirs.from;
    stm_edition__swap swap = {stm_edition__phrase_hash(t, mine.from, n),
                              stm_edition__phrase_hash(s, theirs.from, m),
                              n,
                              c,
                              theirs.from,
                              m,
                              1,
                              STM_NO_TOKEN,
                              STM_NO_TOKEN};
    if (n == 1 && m == 1)
        swap.word = t->word[mine.from], swap.stem = t->stem[mine.from];
    if (swap.spun == swap.source)
        out->kept += n;
    else
        out->swapped += n;
    return stm_vec_push(&out->swap, swap);
}

static bool compare(const stm_edition__bench *b, stm_edition__lessons *out,
                    uint32_t v, stm_span mine, uint32_t c, stm_span theirs)
{
    uint32_t n = mine.to - mine.from, m = theirs.to - theirs.from;
    if (n != m)
        return n > STM_EDITION_PHRASE || m > STM_EDITION_PHRASE ||
               add(b, out, v, mine, c, theirs);
    for (uint32_t i = 0; i < n; i++) {
        stm_span x = {mine.from + i, mine.from + i + 1};
        stm_span y = {theirs.from + i, theirs.from + i + 1};
        if (!add(b, out, v, x, c, y))
            return false;
    }
    return true;
}

/* A column that no spinner touched and that has what `u` reads. */
static uint32_t source_at(const stm_edition__bench *b, uint32_t unit,
                          uint32_t u)
{
    const uint32_t *state = stm_edition__states(b, unit);
    for (uint32_t c = 0; c < b->columns; c++)
        if (state[c] == state[u] && b->spinner[c] == STM_NO_LOCAL)
            return c;
    return STM_NO_LOCAL;
}

bool stm_edition__learn(const stm_edition__bench *b, uint32_t v,
                        stm_edition__lessons *out)
{
    uint32_t u = b->parent[v];
    for (uint32_t k = 0; k < b->units; k++) {
        stm_span mine, theirs;
        uint32_t c = source_at(b, k, u);
        if (c == STM_NO_LOCAL || !stretch(b, k, v, &mine) ||
            !stretch(b, k, c, &theirs))
            continue;
        if (!compare(b, out, v, mine, c, theirs))
            return false;
    }
    return true;
}

static int by_words(const void *x, const void *y)
{
    const stm_edition__swap *a = x, *b = y;
    if (a->spun != b->spun)
        return a->spun < b->spun ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return (a->token > b->token) - (a->token < b->token);
}

static int by_count(const void *x, const void *y)
{
    const stm_edition__swap *a = x, *b = y;
    if (a->spun != b->spun)
        return a->spun < b->spun ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return by_words(x, y);
}

static int by_stem(const void *x, const void *y)
{
    const stm_edition__form *a = x, *b = y;
    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    return (a->swap > b->swap) - (a->swap < b->swap);
}

static bool list_forms(stm_edition__lessons *l)
{
    for (size_t i = 0; i < l->swap.count; i++) {
        stm_edition__form f = {l->swap.items[i].stem, (uint32_t)i};
        if (f.stem != STM_NO_TOKEN && !stm_vec_push(&l->form, f))
            return false;
    }
    if (l->form.count)
        qsort(l->form.items, l->form.count, sizeof *l->form.items, by_stem);
    return true;
}

bool stm_edition__sort_lessons(stm_edition__lessons *l)
{
    stm_edition__swap *s = l->swap.items;
    size_t kept = 0;
    if (!l->swap.count)
        return true;
    qsort(s, l->swap.count, sizeof *s, by_words);
    for (size_t i = 0; i < l->swap.count; i++) {
        if (kept && s[kept - 1].spun == s[i].spun &&
            s[kept - 1].source == s[i].source)
            s[kept - 1].count += s[i].count;
        else
            s[kept++] = s[i];
    }
    l->swap.count = kept;
    qsort(s, kept, sizeof *s, by_count);
    return list_forms(l);
}

void stm_edition__lessons_free(stm_edition__lessons *l)
{
    stm_vec_free(&l->swap);
    stm_vec_free(&l->form);
}

static uint64_t form_key(const void *items, size_t i)
{
    return ((const stm_edition__form *)items)[i].stem;
}

static uint64_t swap_key(const void *items, size_t i)
{
    return ((const stm_edition__swap *)items)[i].spun;
}

/* Of items in the order of their keys, the first of those with `key`, and how
 * many there are. */
static size_t find(const void *items, size_t items_count,
                   uint64_t (*key_of)(const void *, size_t), uint64_t key,
                   size_t *count)
{
    size_t from = 0, to = items_count;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (key_of(items, mid) < key)
            from = mid + 1;
        else
            to = mid;
    }
    for (to = from; to < items_count && key_of(items, to) == key;)
        to++;
    *count = to - from;
    return from;
}

const stm_edition__form *stm_edition__find_forms(const stm_edition__lessons *l,
                                                 uint32_t stem, size_t *count)
{
    return l->form.items +
           find(l->form.items, l->form.count, form_key, stem, count);
}

const stm_edition__swap *stm_edition__find_swaps(const stm_edition__lessons *l,
                                                 uint64_t spun, size_t *count)
{
    return l->swap.items +
           find(l->swap.items, l->swap.count, swap_key, spun, count);
}
