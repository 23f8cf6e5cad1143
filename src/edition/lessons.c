/* Lists are sorted once and searched by halves. */
#include "edition/lessons.h"

#include <stdlib.h>

#include "base/hash.h"

uint64_t stm_edition__phrase_hash(const stm_text *t, uint32_t from,
                                  uint32_t count)
{
    uint64_t h = count;
    for (uint32_t i = from; i < from + count; i++)
        h = stm_hash_pair(h, t->word[i]);
    return h;
}

static int by_key(const void *x, const void *y)
{
    const stm_edition__swap *a = x, *b = y;
    if (a->spun != b->spun)
        return a->spun < b->spun ? -1 : 1;
    return (a->source > b->source) - (a->source < b->source);
}

static int by_words(const void *x, const void *y)
{
    const stm_edition__swap *a = x, *b = y;
    int order = by_key(x, y);
    return order ? order : (a->turn > b->turn) - (a->turn < b->turn);
}

static int by_source(const void *x, const void *y)
{
    const stm_edition__origin *a = x, *b = y;
    return (a->source > b->source) - (a->source < b->source);
}

static int by_stem(const void *x, const void *y)
{
    const stm_edition__form *a = x, *b = y;
    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    return (a->swap > b->swap) - (a->swap < b->swap);
}

static void sort(void *items, size_t count, size_t size,
                 int (*order)(const void *, const void *))
{
    if (count)
        qsort(items, count, size, order);
}

static void merge_swaps(stm_edition__lessons *l)
{
    stm_edition__swap *s = l->swap.items;
    size_t kept = 0;
    sort(s, l->swap.count, sizeof *s, by_words);
    for (size_t i = 0; i < l->swap.count; i++) {
        if (kept && s[kept - 1].spun == s[i].spun &&
            s[kept - 1].source == s[i].source) {
            s[kept - 1].count += s[i].count;
            s[kept - 1].spinners += s[i].spinners;
        } else {
            s[kept++] = s[i];
        }
    }
    l->swap.count = kept;
}

static void merge_origins(stm_edition__lessons *l)
{
    stm_edition__origin *o = l->origin.items;
    size_t kept = 0;
    sort(o, l->origin.count, sizeof *o, by_source);
    for (size_t i = 0; i < l->origin.count; i++) {
        if (kept && o[kept - 1].source == o[i].source) {
            o[kept - 1].count += o[i].count;
            o[kept - 1].kept += o[i].kept;
            o[kept - 1].spinners += o[i].spinners;
        } else {
            o[kept++] = o[i];
        }
    }
    l->origin.count = kept;
}

bool stm_edition__list_forms(stm_edition__lessons *l)
{
    for (size_t i = 0; i < l->swap.count; i++) {
        stm_edition__form f = {l->swap.items[i].stem, (uint32_t)i};
        if (f.stem != STM_NO_TOKEN && !stm_vec_push(&l->form, f))
            return false;
    }
    sort(l->form.items, l->form.count, sizeof *l->form.items, by_stem);
    return true;
}

/* How many spinners agree at most on what stands for a source. */
static void count_agreed(stm_edition__lessons *l)
{
    for (size_t i = 0; i < l->swap.count; i++) {
        const stm_edition__swap *s = &l->swap.items[i];
        stm_edition__origin key = {.source = s->source};
        stm_edition__origin *o = bsearch(&key, l->origin.items, l->origin.count,
                                         sizeof key, by_source);
        if (o && s->spun != s->source && s->spinners > o->most)
            o->most = s->spinners;
    }
}

bool stm_edition__settle(stm_edition__lessons *l)
{
    merge_swaps(l);
    for (size_t i = 0; i < l->swap.count; i++) {
        stm_edition__swap *s = &l->swap.items[i];
        s->spinners = 1;
        stm_edition__origin o = {s->source, s->count,
                                 s->spun == s->source ? s->count : 0, 0, 0};
        if (!stm_vec_push(&l->origin, o))
            return false;
    }
    merge_origins(l);
    for (size_t i = 0; i < l->origin.count; i++)
        l->origin.items[i].spinners = 1;
    count_agreed(l);
    return stm_edition__list_forms(l);
}

bool stm_edition__add_lessons(stm_edition__lessons *all,
                              const stm_edition__lessons *l)
{
    for (size_t i = 0; i < l->swap.count; i++) {
        stm_edition__swap s = l->swap.items[i];
        s.turn = (uint32_t)all->swap.count;
        if (!stm_vec_push(&all->swap, s))
            return false;
    }
    for (size_t i = 0; i < l->origin.count; i++)
        if (!stm_vec_push(&all->origin, l->origin.items[i]))
            return false;
    return true;
}

void stm_edition__join_lessons(stm_edition__lessons *all)
{
    merge_swaps(all);
    merge_origins(all);
    count_agreed(all);
}

void stm_edition__lessons_free(stm_edition__lessons *l)
{
    stm_vec_free(&l->swap);
    stm_vec_free(&l->origin);
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

const stm_edition__swap *stm_edition__find_swap(const stm_edition__lessons *l,
                                                uint64_t spun, uint64_t source)
{
    stm_edition__swap key = {.spun = spun, .source = source};
    return l->swap.count
               ? bsearch(&key, l->swap.items, l->swap.count, sizeof key, by_key)
               : NULL;
}

const stm_edition__origin *
stm_edition__find_origin(const stm_edition__lessons *l, uint64_t source)
{
    stm_edition__origin key = {.source = source};
    return l->origin.count ? bsearch(&key, l->origin.items, l->origin.count,
                                     sizeof key, by_source)
                           : NULL;
}
