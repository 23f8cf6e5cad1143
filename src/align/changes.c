/* Where passages differ, and what the differences say: many small replacements
 * spread over the words are a spinner's work, else they are edits. */
#include "align/pair.h"

#include <string.h>

#include "align/noise.h"
#include "align/weights.h"

static uint32_t len(stm_span s) { return s.to - s.from; }

/* Words put for words; noise is nobody's choice. */
static bool is_small(const stm_change *c)
{
    return !c->noise && len(c->a) && len(c->b) &&
           len(c->a) <= STM_ALIGN_PHRASE && len(c->b) <= STM_ALIGN_PHRASE;
}

static bool find_in(const stm_pair *p, const stm_passage *x, stm_changes *out)
{
    uint32_t a = x->a.from, b = x->b.from;
    for (uint32_t i = x->a.from; i <= x->a.to; i++) {
        uint32_t j = i < x->a.to ? p->a_to_b[i] : x->b.to;
        if (j == STM_NO_TOKEN)
            continue;
        stm_change c = {{a, i}, {b, j}, false, STM_NOISE_NONE};
        if ((len(c.a) || len(c.b)) && !stm_vec_push(out, c))
            return false;
        a = i + 1, b = j + 1;
    }
    return true;
}

/* Of changes [from, to). */
static uint32_t small_changes(const stm_changes *all, size_t from, size_t to)
{
    uint32_t n = 0;
    for (size_t k = from; k < to; k++)
        n += is_small(&all->items[k]);
    return n;
}

/* A substituted word stands for its counterpart, place by place. */
static void map_words(stm_pair *p, const stm_change *c)
{
    for (uint32_t i = 0; i < len(c->a) || i < len(c->b); i++) {
        uint32_t a = i < len(c->a) ? c->a.from + i : c->a.to - 1;
        uint32_t b = i < len(c->b) ? c->b.from + i : c->b.to - 1;
        if (i < len(c->a))
            p->a_to_b[a] = b;
        if (i < len(c->b))
            p->b_to_a[b] = a;
    }
}

/* A word with a hyphen in it is kept as it was. */
static void keep_hyphened(stm_passage *x, const stm_changes *all, size_t from,
                          size_t to)
{
    uint32_t a = len(x->a), b = len(x->b), more = a > b ? a : b;
    for (size_t k = from; k < to; k++) {
        const stm_change *c = &all->items[k];
        if (c->noise == STM_NOISE_HYPHEN)
            x->same += len(c->a) > len(c->b) ? len(c->a) : len(c->b);
    }
    x->same = x->same < more ? x->same : more;
    x->similarity = (float)x->same / (float)more;
}

static bool is_changed(const stm_changes *all, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (all->items[k].noise != STM_NOISE_HYPHEN)
            return true;
    return false;
}

static void tell_kinds(stm_passage *x, size_t count, const stm_changes *all,
                       const size_t *first, bool spun)
{
    for (size_t k = 0; k < count; k++) {
        uint32_t words = len(x[k].a) > len(x[k].b) ? len(x[k].a) : len(x[k].b);
        uint32_t small = small_changes(all, first[k], first[k + 1]);
        x[k].kind = is_changed(all, first[k], first[k + 1])
                        ? STM_PASSAGE_EDITED
                        : STM_PASSAGE_VERBATIM;
        keep_hyphened(&x[k], all, first[k], first[k + 1]);
        if (spun && (float)small >= STM_ALIGN_SPUN_PASSAGE * (float)words)
            x[k].kind = STM_PASSAGE_SPUN;
    }
}

typedef struct wording {
    const stm_pair *p;
    const stm_change *c;
} wording;

static int compare_words(const stm_text *t, stm_span x, stm_span y)
{
    if (len(x) != len(y))
        return len(x) < len(y) ? -1 : 1;
    for (uint32_t i = 0; i < len(x); i++) {
        uint32_t a = t->word[x.from + i], b = t->word[y.from + i];
        if (a != b)
            return a < b ? -1 : 1;
    }
    return 0;
}

static int same_wording(const wording *x, const wording *y)
{
    int c = compare_words(x->p->a.text, x->c->a, y->c->a);
    return c ? c : compare_words(x->p->b.text, x->c->b, y->c->b);
}

static int by_wording(const void *x, const void *y)
{
    const wording *a = x, *b = y;
    int c = same_wording(a, b);
    return c ? c
             : (a->c->a.from > b->c->a.from) - (a->c->a.from < b->c->a.from);
}

static int most_frequent(const void *x, const void *y)
{
    const stm_substitution *a = x, *b = y;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return (a->a.from > b->a.from) - (a->a.from < b->a.from);
}

static bool count_wordings(stm_pair *p, const stm_changes *all,
                           stm_alignment *out, stm_arena *mem)
{
    size_t n = 0, kept = 0;
    wording *w = STM_ARENA_NEW(&p->mem, wording, all->count + 1);
    stm_substitution *s = STM_ARENA_NEW(mem, stm_substitution, all->count + 1);
    if (!w || !s)
        return false;
    for (size_t k = 0; k < all->count; k++)
        if (is_small(&all->items[k]))
            w[n++] = (wording){p, &all->items[k]};
    qsort(w, n, sizeof *w, by_wording);
    for (size_t k = 0; k < n; k++) {
        if (k && !same_wording(&w[k - 1], &w[k]))
            s[kept - 1].count++;
        else
            s[kept++] = (stm_substitution){w[k].c->a, w[k].c->b, 1};
    }
    qsort(s, kept, sizeof *s, most_frequent);
    out->substitutions = s;
    out->substitution_count = kept;
    return true;
}

static bool finish(stm_pair *p, stm_passage *x, stm_changes *all,
                   const size_t *first, stm_alignment *out, stm_arena *mem)
{
    uint32_t small = small_changes(all, 0, all->count), most;
    for (size_t k = 0; k < out->passage_count; k++) {
        out->covered_a += len(x[k].a);
        out->covered_b += len(x[k].b);
    }
    most = out->covered_a > out->covered_b ? out->covered_a : out->covered_b;
    bool spun = small >= STM_ALIGN_SPUN_COUNT &&
                (float)small >= STM_ALIGN_SPUN_RATE * (float)most;
    tell_kinds(x, out->passage_count, all, first, spun);
    for (size_t k = 0; k < all->count; k++) {
        all->items[k].substitution = spun && is_small(&all->items[k]);
        if (all->items[k].substitution || all->items[k].noise)
            map_words(p, &all->items[k]);
    }
    stm_change *kept = STM_ARENA_NEW(mem, stm_change, all->count + 1);
    if (!kept)
        return false;
    if (all->count)
        memcpy(kept, all->items, all->count * sizeof *kept);
    out->changes = kept;
    out->change_count = all->count;
    return count_wordings(p, all, out, mem);
}

bool stm_align__changes(stm_pair *p, stm_passage *passages, stm_alignment *out,
                        stm_arena *mem)
{
    stm_changes all = {0};
    bool ok = true;
    size_t *first = STM_ARENA_NEW(&p->mem, size_t, out->passage_count + 1);
    if (!first)
        return false;
    for (size_t k = 0; ok && k < out->passage_count; k++) {
        ok = find_in(p, &passages[k], &all);
        first[k + 1] = all.count;
    }
    ok = ok && stm_align__noise(p, &all, first, out->passage_count) &&
         finish(p, passages, &all, first, out, mem);
    stm_vec_free(&all);
    return ok;
}
