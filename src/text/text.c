/* The content's words as tokens: what lies in the content is kept, a change of
 * content range starts a sentence, and every distinct word is stemmed once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "text/function_words.h"
#include "text/memo.h"
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

/* The next word that lies in a content range (walk.range). */
static bool step(walk *k, uint32_t *word)
{
    for (; k->next < k->w->count; k->next++) {
        stm_range at = k->w->at[k->next];
        while (k->range < k->content_count &&
               k->content[k->range].end <= at.start)
            k->range++;
        if (k->range == k->content_count)
            return false;
        stm_range in = k->content[k->range];
        if (in.start <= at.start && at.end <= in.end) {
            *word = k->next++;
            return true;
        }
    }
    return false;
}

static bool take_arrays(stm_text_own *t, uint32_t count, uint32_t sentences)
{
    stm_text *x = &t->text;
    x->at = STM_ARENA_NEW(&t->mem, stm_range, count);
    x->flags = STM_ARENA_NEW(&t->mem, uint8_t, count);
    x->gap = STM_ARENA_NEW(&t->mem, uint32_t, count);
    x->word = STM_ARENA_NEW(&t->mem, uint32_t, count);
    x->stem = STM_ARENA_NEW(&t->mem, uint32_t, count);
    x->sentence = STM_ARENA_NEW(&t->mem, stm_span, sentences);
    return x->at && x->flags && x->gap && x->word && x->stem && x->sentence;
}

static uint8_t token_flags(const walk *k, uint32_t word, uint32_t token,
                           size_t range_before)
{
    uint8_t flags = k->w->flags[word];
    if (!token)
        flags |= STM_WORD_SENTENCE | STM_WORD_LINE | STM_WORD_PARAGRAPH;
    else if (k->range != range_before)
        flags |= STM_WORD_SENTENCE | STM_WORD_LINE;
    return flags;
}

/* Counts tokens and sentences, so that the arrays are made to measure. */
static void measure(walk k, uint32_t *tokens, uint32_t *sentences)
{
    uint32_t word;
    size_t range = 0;
    *tokens = *sentences = 0;
    while (step(&k, &word)) {
        if (token_flags(&k, word, *tokens, range) & STM_WORD_SENTENCE)
            ++*sentences;
        ++*tokens;
        range = k.range;
    }
}

/* Open addressing by word hash. */
typedef struct slot {
    uint64_t hash;  /* 0: empty */
    uint32_t index; /* of the distinct word */
} slot;

typedef struct table {
    slot *slots;
    size_t size; /* a power of two */
} table;

struct stm_text_maker {
    stm_memo memo;
    table seen; /* words of the text under way */
};

static slot *find(const table *x, uint64_t hash)
{
    size_t i = hash & (x->size - 1);
    while (x->slots[i].hash && x->slots[i].hash != hash)
        i = (i + 1) & (x->size - 1);
    return &x->slots[i];
}

static bool enlarge(table *x)
{
    table wide = {NULL, x->size ? x->size * 2 : 1024};
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

/* Copies what is known of a word; the stem may lie in it. */
static bool describe(stm_text_own *t, stm_distinct *d, const stm_known *k)
{
    bool inside = k->stem.ptr == k->word.ptr;
    d->word = d->stem = stm_arena_copy(&t->names, k->word);
    d->stem.len = k->stem.len;
    if (!inside)
        d->stem = stm_arena_copy(&t->names, k->stem);
    d->stem_hash = k->stem_hash;
    return d->word.ptr && d->stem.ptr;
}

static bool add_distinct(stm_text_own *t, stm_text_maker *m, uint32_t tongue,
                         const stm_words *w, uint32_t word, uint32_t *index)
{
    table *x = &m->seen;
    if (t->distinct.count >= x->size / 2 && !enlarge(x))
        return false;
    slot *at = find(x, w->hash[word]);
    if (!at->hash) {
        stm_distinct d = {.word_hash = w->hash[word]};
        stm_range r = w->at[word];
        stm_str bytes = {w->bytes.ptr + r.start, r.end - r.start};
        const stm_known *k = stm_memo__word(&m->memo, tongue, d.word_hash,
                                            bytes, w->flags[word]);
        if (!k || !describe(t, &d, k) || !stm_vec_push(&t->distinct, d))
            return false;
        *at = (slot){d.word_hash, (uint32_t)t->distinct.count - 1};
    }
    *index = at->index;
    return true;
}

/* The table is used again, unless a large text left it large. */
static void forget(table *x)
{
    enum { KEPT = 1 << 14 };
    if (x->size > KEPT) {
        free(x->slots);
        *x = (table){NULL, 0};
    } else if (x->size) {
        memset(x->slots, 0, x->size * sizeof *x->slots);
    }
}

static bool fill(stm_text_own *t, walk k, stm_text_maker *m, uint32_t tongue)
{
    stm_text *x = &t->text;
    stm_range *at = (stm_range *)x->at;
    uint8_t *flags = (uint8_t *)x->flags;
    uint32_t *gap = (uint32_t *)x->gap, word;
    stm_span *sentence = (stm_span *)x->sentence;
    size_t range = 0;
    bool ok = true;
    for (uint32_t i = 0; ok && step(&k, &word); i++) {
        at[i] = k.w->at[word];
        flags[i] = token_flags(&k, word, i, range);
        gap[i] = (uint32_t)k.range;
        range = k.range;
        if (flags[i] & STM_WORD_SENTENCE)
            sentence[x->sentence_count++].from = i;
        sentence[x->sentence_count - 1].to = i + 1;
        ok = add_distinct(t, m, tongue, k.w, word, &x->word[i]);
        x->stem[i] = x->word[i];
    }
    forget(&m->seen);
    return ok;
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
    stm_memo__free(&m->memo);
    free(m->seen.slots);
    free(m);
}

static stm_status make(stm_text_own *t, stm_text_maker *m, walk k,
                       const char *language, stm_error *err)
{
    uint32_t sentences, tongue;
    stm_status rc = stm_memo__language(&tongue, &m->memo, language, err);
    if (rc != STM_OK)
        return rc;
    t->text.bytes = k.w->bytes;
    t->language = stm_text__language_bit(language);
    snprintf(t->text.language, sizeof t->text.language, "%s", language);
    measure(k, &t->text.count, &sentences);
    if (!take_arrays(t, t->text.count, sentences) || !fill(t, k, m, tongue))
        rc = no_memory(err);
    return rc;
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
    stm_arena_free(&own->names);
    stm_vec_free(&own->distinct);
    free(own);
}
