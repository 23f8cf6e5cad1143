/* Where letters are misread in every second word, few runs and few rare words
 * are left to find a passage by. But once it is known that a pair is noisy, a
 * word that one text alone has can be taken for the word of the other that it
 * is nearest to, and the pair be aligned once more. Candidates are the words
 * that share pairs of letters (the inverted index of q-grams of spelling
 * correctors), the judge is the same as of single places. */
#include "align/reread.h"

#include <string.h>

#include "align/misread.h"
#include "align/weights.h"
#include "base/hash.h"

/* A word of the two texts. */
typedef struct type {
    uint32_t word, stem; /* lexicon ids */
    uint32_t count[2];   /* how often it stands in a and in b */
    uint32_t of;         /* the type that it is a misreading of, or itself */
} type;

typedef struct types {
    type *items;
    uint32_t count;
    uint32_t *slot; /* index + 1 by word id; 0 is free */
    size_t size;
    uint32_t *number[2]; /* [tokens] index of each token's type */
} types;

/* Types of one text by the pairs of letters in them. */
typedef struct grams {
    uint32_t *start, *list; /* [GRAMS + 1] and the types */
} grams;

typedef struct search {
    const stm_pair *p;
    types *t;
    grams g;
    int side; /* the text whose words are looked up in */
    uint8_t *shared;
    uint32_t *touched, count;
} search;

enum { GRAMS = 4096 };

static bool types_new(types *t, stm_pair *p)
{
    size_t tokens = (size_t)p->a.text->count + p->b.text->count;
    for (t->size = 16; t->size < 2 * tokens;)
        t->size *= 2;
    t->items = STM_ARENA_NEW(&p->mem, type, tokens + 1);
    t->slot = STM_ARENA_NEW(&p->mem, uint32_t, t->size);
    t->number[0] =
        STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->a.text->count + 1);
    t->number[1] =
        STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->b.text->count + 1);
    return t->items && t->slot && t->number[0] && t->number[1];
}

static uint32_t type_of(types *t, uint32_t word, uint32_t stem)
{
    size_t mask = t->size - 1, at = stm_mix64(word) & mask;
    while (t->slot[at] && t->items[t->slot[at] - 1].word != word)
        at = (at + 1) & mask;
    if (!t->slot[at]) {
        t->items[t->count] = (type){word, stem, {0, 0}, t->count};
        t->slot[at] = ++t->count;
    }
    return t->slot[at] - 1;
}

static void count_types(types *t, const stm_text *text, int side)
{
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t k = type_of(t, text->word[i], text->stem[i]);
        t->items[k].count[side]++;
        t->number[side][i] = k;
    }
}

/* Calls `each` with the pairs of bytes of a word, its ends among them. */
static void for_grams(stm_str w, void (*each)(search *, uint32_t, uint32_t),
                      search *s, uint32_t k)
{
    unsigned char before = 0;
    for (size_t i = 0; i <= w.len; i++) {
        unsigned char now = i < w.len ? (unsigned char)w.ptr[i] : 0;
        each(s, (before & 63u) << 6 | (now & 63u), k);
        before = now;
    }
}

static void count_gram(search *s, uint32_t gram, uint32_t k)
{
    (void)k;
    s->g.start[gram + 2]++;
}

static void list_gram(search *s, uint32_t gram, uint32_t k)
{
    s->g.list[s->g.start[gram + 1]++] = k;
}

static void touch_gram(search *s, uint32_t gram, uint32_t k)
{
    uint32_t from = s->g.start[gram], to = s->g.start[gram + 1];
    (void)k;
    if (to - from > STM_REREAD_COMMON)
        to = from;
    for (uint32_t i = from; i < to; i++) {
        uint32_t other = s->g.list[i];
        if (!s->shared[other])
            s->touched[s->count++] = other;
        if (s->shared[other] < UINT8_MAX)
            s->shared[other]++;
    }
}

static stm_str spelling(const search *s, uint32_t k)
{
    return stm_lexicon_word(s->p->lex, s->t->items[k].word);
}

static bool is_long(stm_str w) { return w.len >= STM_REREAD_BYTES; }

static bool list_types(search *s, stm_pair *p)
{
    size_t all = 0;
    memset(&s->g, 0, sizeof s->g);
    s->g.start = STM_ARENA_NEW(&p->mem, uint32_t, GRAMS + 3);
    for (uint32_t k = 0; s->g.start && k < s->t->count; k++)
        if (s->t->items[k].count[s->side] && is_long(spelling(s, k))) {
            for_grams(spelling(s, k), count_gram, s, k);
            all += spelling(s, k).len + 1;
        }
    s->g.list = STM_ARENA_NEW(&p->mem, uint32_t, all + 1);
    if (!s->g.start || !s->g.list)
        return false;
    for (size_t i = 2; i < GRAMS + 3; i++)
        s->g.start[i] += s->g.start[i - 1];
    for (uint32_t k = 0; k < s->t->count; k++)
        if (s->t->items[k].count[s->side] && is_long(spelling(s, k)))
            for_grams(spelling(s, k), list_gram, s, k);
    return true;
}

static bool is_nearer(const search *s, uint32_t x, uint32_t y)
{
    if (s->shared[x] != s->shared[y])
        return s->shared[x] > s->shared[y];
    const type *t = s->t->items;
    if (t[x].count[s->side] != t[y].count[s->side])
        return t[x].count[s->side] > t[y].count[s->side];
    return x < y;
}

/* Keeps the nearest few, the nearest first. */
static void keep_nearest(const search *s, uint32_t *few, uint32_t *n,
                         uint32_t other)
{
    uint32_t at = *n < STM_REREAD_TRIES ? (*n)++ : STM_REREAD_TRIES;
    for (; at && is_nearer(s, other, few[at - 1]); at--)
        if (at < STM_REREAD_TRIES)
            few[at] = few[at - 1];
    if (at < STM_REREAD_TRIES)
        few[at] = other;
}

/* The type that shares most with `k` and may be what it is a misreading of. */
static uint32_t nearest(search *s, uint32_t k)
{
    stm_str w = spelling(s, k);
    uint32_t few[STM_REREAD_TRIES], n = 0, best = k;
    uint32_t least = (uint32_t)w.len / STM_REREAD_SHARED;
    s->count = 0;
    for_grams(w, touch_gram, s, k);
    for (uint32_t i = 0; i < s->count; i++)
        if (s->shared[s->touched[i]] >= least)
            keep_nearest(s, few, &n, s->touched[i]);
    for (uint32_t i = n; i--;)
        if (stm_align__is_misread(w, spelling(s, few[i]), true))
            best = few[i];
    for (uint32_t i = 0; i < s->count; i++)
        s->shared[s->touched[i]] = 0;
    return best;
}

/* Words that only the other text has are looked up in this one. */
static bool look_up(search *s, stm_pair *p, int side)
{
    s->side = side;
    if (!list_types(s, p))
        return false;
    for (uint32_t k = 0; k < s->t->count; k++) {
        type *x = &s->t->items[k];
        if (x->count[side] || !is_long(spelling(s, k)))
            continue;
        uint32_t of = nearest(s, k);
        /* not in a circle: what is taken for another is nobody's source */
        if (s->t->items[of].of == of)
            x->of = of;
    }
    return true;
}

static const stm_text *read_as(stm_pair *p, const stm_side *from,
                               const types *t, int side)
{
    size_t words = (size_t)from->text->count + 1;
    stm_text *to = STM_ARENA_NEW(&p->mem, stm_text, 1);
    if (!to)
        return NULL;
    *to = *from->text;
    to->own_stem = to->stems = NULL;
    to->word = STM_ARENA_NEW(&p->mem, uint32_t, words);
    to->stem = STM_ARENA_NEW(&p->mem, uint32_t, words);
    if (!to->word || !to->stem)
        return NULL;
    for (uint32_t i = 0; i < to->count; i++) {
        const type *x = &t->items[t->items[t->number[side][i]].of];
        to->word[i] = x->word;
        to->stem[i] = x->stem;
    }
    return to;
}

static void forget_all(stm_pair *p)
{
    p->runs.count = p->cells.count = p->links.count = p->regions.count = 0;
    p->by_regions = false;
    p->learned = (stm_learned){0};
    p->a.unit_count = p->b.unit_count = 0;
    memset(p->a_to_b, 0xff, p->a.text->count * sizeof *p->a_to_b);
    memset(p->b_to_a, 0xff, p->b.text->count * sizeof *p->b_to_a);
}

bool stm_align__reread(stm_pair *p)
{
    types t = {0};
    search s = {.p = p, .t = &t};
    if (!types_new(&t, p))
        return false;
    count_types(&t, p->a.text, 0);
    count_types(&t, p->b.text, 1);
    s.shared = STM_ARENA_NEW(&p->mem, uint8_t, (size_t)t.count + 1);
    s.touched = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)t.count + 1);
    if (!s.shared || !s.touched || !look_up(&s, p, 0) || !look_up(&s, p, 1))
        return false;
    p->own_a = p->a.text;
    p->own_b = p->b.text;
    const stm_text *a = read_as(p, &p->a, &t, 0);
    const stm_text *b = read_as(p, &p->b, &t, 1);
    if (!a || !b)
        return false;
    p->a.text = a;
    p->b.text = b;
    forget_all(p);
    return true;
}

void stm_align__unread(stm_pair *p, stm_passage *strands, size_t count)
{
    if (!p->own_a)
        return;
    p->a.text = p->own_a;
    p->b.text = p->own_b;
    for (uint32_t i = 0; i < p->a.text->count; i++) {
        uint32_t j = p->a_to_b[i];
        if (j != STM_NO_TOKEN && p->a.text->word[i] != p->b.text->word[j])
            stm_align__forget(p, i);
    }
    for (size_t k = 0; k < count; k++)
        stm_align__measure(p, &strands[k]);
}
