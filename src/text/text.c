/* The content's words as tokens: what lies in the content is kept, a change of
 * content range starts a sentence, and every distinct word is told once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "text/function_words.h"
#include "base/vec.h"
#include "text/token.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory for a text");
}

static bool is_sorted(const stm_range *r, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (r[i].start > r[i].end || (i && r[i].start < r[i - 1].end))
            return false;
    return true;
}

/* A walk over the words that lie in content. */
typedef struct walk {
    const stm_words *w;
    const stm_range *content;
    size_t content_count, range;
    uint32_t next;
} walk;

/* Words on end in one content range. */
typedef struct piece {
    uint32_t from, to;
    size_t range;
    bool begins; /* another range than the piece before */
} piece;

/* To the next word that lies in a content range (walk.range). */
static bool find_next(walk *k)
{
    for (; k->next < k->w->count; k->next++) {
        stm_range at = k->w->at[k->next];
        while (k->range < k->content_count &&
               k->content[k->range].end <= at.start)
            k->range++;
        if (k->range == k->content_count)
            return false;
        stm_range in = k->content[k->range];
        if (in.start <= at.start && at.end <= in.end)
            return true;
    }
    return false;
}

static bool next_piece(walk *k, piece *p)
{
    bool first = !k->next;
    size_t range = k->range;
    if (!find_next(k))
        return false;
    *p = (piece){k->next, k->next, k->range, first || range != k->range};
    uint32_t end = k->content[k->range].end;
    while (k->next < k->w->count && k->w->at[k->next].end <= end)
        k->next++;
    p->to = k->next;
    return true;
}

static bool take_arrays(stm_text_own *t, uint32_t count, uint32_t sentences)
{
    stm_text *x = &t->text;
    x->at = STM_ARENA_RAW(&t->mem, stm_range, count);
    x->flags = STM_ARENA_RAW(&t->mem, uint8_t, count);
    x->gap = STM_ARENA_RAW(&t->mem, uint32_t, count);
    x->word = STM_ARENA_RAW(&t->mem, uint32_t, count);
    x->stem = STM_ARENA_RAW(&t->mem, uint32_t, count);
    x->sentence = STM_ARENA_RAW(&t->mem, stm_span, sentences);
    return x->at && x->flags && x->gap && x->word && x->stem && x->sentence;
}

/* Counts tokens and sentences, so that the arrays are made to measure. A piece
 * that begins a range begins a sentence. */
static void measure(walk k, uint32_t *tokens, uint32_t *sentences)
{
    piece p;
    *tokens = *sentences = 0;
    while (next_piece(&k, &p)) {
        const uint8_t *flags = k.w->flags;
        uint32_t marked = 0;
        for (uint32_t i = p.from; i < p.to; i++)
            marked += (flags[i] & STM_WORD_SENTENCE) != 0;
        bool one_more =
            (p.begins || !*tokens) && !(flags[p.from] & STM_WORD_SENTENCE);
        *sentences += marked + one_more;
        *tokens += p.to - p.from;
    }
}

/* Open addressing by word hash. */
typedef struct slot {
    uint64_t hash;  /* 0: empty */
    uint32_t index; /* of the distinct word */
} slot;

/* All slots are empty between two texts. */
typedef struct table {
    slot *slots;
    size_t room, size; /* `size` of them are in use: a power of two */
} table;

struct stm_text_maker {
    table seen; /* words of the text under way */
    STM_VEC(stm_distinct) distinct;
};

static slot *find(const table *x, uint64_t hash)
{
    size_t i = hash & (x->size - 1);
    while (x->slots[i].hash && x->slots[i].hash != hash)
        i = (i + 1) & (x->size - 1);
    return &x->slots[i];
}

/* Empties the table; what a large text left large goes. */
static void forget(table *x)
{
    enum { KEPT = 1 << 16 };
    if (x->room > KEPT) {
        free(x->slots);
        *x = (table){NULL, 0, 0};
    } else if (x->size) {
        memset(x->slots, 0, x->size * sizeof *x->slots);
    }
}

/* As many slots as the text has words: half of them come again. */
static bool begin(table *x, uint32_t words)
{
    for (x->size = 256; x->size < words;)
        x->size *= 2;
    if (x->size <= x->room)
        return true;
    free(x->slots);
    x->slots = calloc(x->size, sizeof *x->slots);
    x->room = x->size = x->slots ? x->size : 0;
    return x->slots;
}

static bool enlarge(table *x)
{
    table wide = {NULL, x->size * 2, x->size * 2};
    wide.slots = calloc(wide.size, sizeof *wide.slots);
    if (!wide.slots)
        return false;
    for (size_t i = 0; i < x->size; i++)
        if (x->slots[i].hash)
            *find(&wide, x->slots[i].hash) = x->slots[i];
    free(x->slots);
    *x = wide;
    return true;
}

static bool index_of(stm_text_maker *m, uint64_t hash, uint32_t token,
                     uint32_t *index)
{
    slot *at = find(&m->seen, hash);
    if (!at->hash) {
        stm_distinct d = {.hash = hash, .first = token};
        if (m->distinct.count >= m->seen.size / 2) {
            if (!enlarge(&m->seen))
                return false;
            at = find(&m->seen, hash);
        }
        if (!stm_vec_push(&m->distinct, d))
            return false;
        *at = (slot){hash, (uint32_t)m->distinct.count - 1};
    }
    *index = at->index;
    return true;
}

static bool keep_distinct(stm_text_own *t, const stm_text_maker *m)
{
    size_t n = m->distinct.count;
    t->distinct = malloc((n + 1) * sizeof *t->distinct);
    if (t->distinct && n)
        memcpy(t->distinct, m->distinct.items, n * sizeof *t->distinct);
    t->distinct_count = (uint32_t)n;
    return t->distinct;
}

static void list_sentences(stm_text *x)
{
    stm_span *sentence = (stm_span *)x->sentence;
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->count; i++)
        if (x->flags[i] & STM_WORD_SENTENCE)
            sentence[n++].from = i;
    for (uint32_t k = 0; k < n; k++)
        sentence[k].to = k + 1 < n ? sentence[k + 1].from : x->count;
    x->sentence_count = n;
}

static bool put_piece(stm_text *x, uint32_t i, const walk *k, const piece *p,
                      stm_text_maker *m)
{
    uint32_t n = p->to - p->from;
    uint8_t *flags = (uint8_t *)x->flags + i;
    memcpy((stm_range *)x->at + i, k->w->at + p->from, n * sizeof *x->at);
    memcpy(flags, k->w->flags + p->from, n);
    if (!i)
        *flags |= STM_WORD_SENTENCE | STM_WORD_LINE | STM_WORD_PARAGRAPH;
    else if (p->begins)
        *flags |= STM_WORD_SENTENCE | STM_WORD_LINE;
    for (uint32_t w = 0; w < n; w++)
        ((uint32_t *)x->gap)[i + w] = (uint32_t)p->range;
    for (uint32_t w = 0; w < n; w++)
        if (!index_of(m, k->w->hash[p->from + w], i + w, &x->word[i + w]))
            return false;
    memcpy(x->stem + i, x->word + i, n * sizeof *x->stem);
    return true;
}

static bool fill(stm_text_own *t, walk k, stm_text_maker *m)
{
    stm_text *x = &t->text;
    piece p;
    uint32_t i = 0;
    bool ok = begin(&m->seen, x->count);
    m->distinct.count = 0;
    while (ok && next_piece(&k, &p)) {
        ok = put_piece(x, i, &k, &p, m);
        i += p.to - p.from;
    }
    forget(&m->seen);
    if (ok)
        list_sentences(x);
    return ok && keep_distinct(t, m);
}

stm_status stm_text_maker_new(stm_text_maker **out, stm_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out ? STM_OK : no_memory(err);
}

void stm_text_maker_free(stm_text_maker *m)
{
    if (!m)
        return;
    free(m->seen.slots);
    stm_vec_free(&m->distinct);
    free(m);
}

static stm_status make(stm_text_own *t, stm_text_maker *m, walk k,
                       const char *language, stm_error *err)
{
    uint32_t sentences;
    t->text.bytes = k.w->bytes;
    t->language = stm_text__language_bit(language);
    snprintf(t->text.language, sizeof t->text.language, "%s", language);
    measure(k, &t->text.count, &sentences);
    return take_arrays(t, t->text.count, sentences) && fill(t, k, m)
               ? STM_OK
               : no_memory(err);
}

stm_status stm_text_make(stm_text **out, stm_text_maker *m, const stm_words *w,
                         const stm_range *content, size_t content_count,
                         const char *language, stm_error *err)
{
    *out = NULL;
    if (!is_sorted(content, content_count))
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "content ranges are not sorted and disjoint");
    stm_text_own *t = calloc(1, sizeof *t);
    if (!t)
        return no_memory(err);
    walk k = {w, content, content_count, 0, 0};
    stm_status rc = make(t, m, k, language, err);
    if (rc)
        stm_text_free(&t->text);
    else
        *out = &t->text;
    return rc;
}

stm_status stm_text_new(stm_text **out, const stm_words *w,
                        const stm_range *content, size_t content_count,
                        const char *language, stm_error *err)
{
    stm_text_maker *m;
    *out = NULL;
    stm_status rc = stm_text_maker_new(&m, err);
    if (rc == STM_OK)
        rc = stm_text_make(out, m, w, content, content_count, language, err);
    stm_text_maker_free(m);
    return rc;
}

void stm_text_free(stm_text *t)
{
    stm_text_own *own = (stm_text_own *)t;
    if (!own)
        return;
    stm_arena_free(&own->mem);
    free(own->distinct);
    free(own);
}
