/* Minimizers (Roberts et al. 2004) whose windows are measured in bytes: words
 * are short where there are many, so windows of so many words would miss
 * passages of few long ones. An anchor's key is the words that reach half a
 * window from it on, and the anchor is the word of least order among those
 * whose keys lie in the window.
 *
 * As windows move on, their ends never move back. The least of what is in one
 * is the least of two parts: for the first part it is known from each word on,
 * by one walk back over it; of the second, which grows, it is the least so far.
 * When the first is used up the second takes its place.
 *
 * Keys are differences of sums (Rabin, Karp 1987), with the hash of a word for
 * a letter: so a key costs the same whatever is in it, be it a word of a
 * megabyte. */
#include "dedup/cut_windows.h"

#include <xxhash.h>

#include "base/hash.h"

/* Digits of the golden ratio, odd. */
static const uint64_t base = UINT64_C(0x9e3779b97f4a7c15);

void stm_cut_windows__free(stm_cut_windows *w)
{
    stm_vec_free(&w->bytes.sum);
    stm_vec_free(&w->like.sum);
    stm_vec_free(&w->power);
    stm_vec_free(&w->order);
    stm_vec_free(&w->least);
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

size_t stm_cut_windows__last(const stm_hashes *words, size_t word, size_t from,
                             uint32_t least)
{
    uint64_t end = (uint64_t)words->at[word].start + least;
    while (from < words->count && words->at[from].end < end)
        from++;
    return from;
}

static uint64_t hash_of(const stm_cut_windows *w, uint32_t from, uint32_t to)
{
    return XXH3_64bits(w->text.ptr + from, to - from);
}

/* sum[i + 1] = sum[i] * base + the hash of word i */
static bool sum_words(stm_cut_windows *w)
{
    const stm_hashes *words = w->words;
    uint64_t sum = 0;
    if (!stm_vec_reserve(&w->like.sum, words->count))
        return false;
    for (size_t i = 0; i < words->count; i++) {
        w->like.sum.items[i] = sum;
        sum = sum * base + words->hash[i];
    }
    return true;
}

/* The same with what stands behind the word. */
static bool sum_bytes(stm_cut_windows *w)
{
    const stm_hashes *words = w->words;
    uint64_t sum = 0;
    w->bytes.last = SIZE_MAX;
    if (!stm_vec_reserve(&w->bytes.sum, words->count))
        return false;
    w->bytes.made = true;
    for (size_t i = 0; i + 1 < words->count; i++) {
        w->bytes.sum.items[i] = sum;
        sum =
            sum * base + hash_of(w, words->at[i].start, words->at[i + 1].start);
    }
    w->bytes.sum.items[words->count - 1] = sum;
    return true;
}

static bool make_powers(stm_cut_windows *w, size_t count)
{
    while (w->power.count < count) {
        size_t n = w->power.count;
        uint64_t next = n ? w->power.items[n - 1] * base : 1;
        if (!stm_vec_push(&w->power, next))
            return false;
    }
    return true;
}

/* Of words [first, last), and the hash of word `last`. */
static uint64_t key_of(const stm_cut_windows *w, const stm_cut_sums *s,
                       size_t first, size_t last, uint64_t hash)
{
    uint64_t before =
        s->sum.items[last] - s->sum.items[first] * w->power.items[last - first];
    return stm_mix64(before * base + hash);
}

uint64_t stm_cut_windows__anchor(stm_cut_windows *w, const stm_cut_span *s)
{
    size_t last = stm_cut_windows__last(w->words, s->anchor, s->anchor, w->key);
    return key_of(w, &w->like, s->anchor, last, w->words->hash[last]);
}

/* Last words come in order, and often more than once. */
stm_status stm_cut_windows__key(uint64_t *key, stm_cut_windows *w,
                                const stm_cut_span *s, size_t last,
                                stm_error *err)
{
    if (!w->bytes.made && !sum_bytes(w))
        return no_memory(err);
    if (w->bytes.last != last) {
        const stm_range *at = &w->words->at[last];
        w->bytes.last = last;
        w->bytes.hash = hash_of(w, at->start, at->end);
    }
    *key = key_of(w, &w->bytes, s->word, last, w->bytes.hash);
    return STM_OK;
}

/* One word of the key or two decide on the order: all of them need not. */
static bool make_order(stm_cut_windows *w)
{
    const stm_hashes *words = w->words;
    const stm_range *at = words->at;
    size_t n = words->count;
    if (!stm_vec_reserve(&w->order, n) || !stm_vec_reserve(&w->least, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        bool two = at[i].end - at[i].start < w->key && i + 1 < n;
        uint64_t second = two ? words->hash[i + 1] : 0;
        w->order.items[i] = (uint32_t)((words->hash[i] * base + second) >> 32);
    }
    return true;
}

/* The words that may be anchors now: [.., parted) and [parted, next). */
typedef struct sliding {
    size_t next, parted, newest; /* the least of the second part */
} sliding;

/* Takes what is new in a window that ends with word `last`. */
static void take_new(const stm_cut_windows *w, sliding *s, size_t last)
{
    const stm_range *at = w->words->at;
    const uint32_t *order = w->order.items;
    while (s->next <= last &&
           at[last].end >= (uint64_t)at[s->next].start + w->key) {
        if (s->newest < s->parted || order[s->next] < order[s->newest])
            s->newest = s->next;
        s->next++;
    }
}

/* The word of least order from `first` on, the first of equals. */
static size_t least_from(const stm_cut_windows *w, sliding *s, size_t first)
{
    const uint32_t *order = w->order.items;
    uint32_t *least = w->least.items;
    if (first >= s->parted) {
        size_t best = s->next - 1;
        for (size_t i = s->next; i-- > first;) {
            best = order[i] <= order[best] ? i : best;
            least[i] = (uint32_t)best;
        }
        s->parted = s->next;
    }
    bool newer =
        s->newest >= s->parted && order[s->newest] < order[least[first]];
    return newer ? s->newest : least[first];
}

static stm_status each(stm_cut_windows *w, uint32_t bytes, stm_cut_take *take,
                       void *user, stm_error *err)
{
    const stm_hashes *words = w->words;
    size_t until = stm_cut_windows__last(words, 0, 0, bytes);
    sliding slide = {0, 0, 0};
    stm_status rc = STM_OK;
    for (size_t i = 0; until < words->count && rc == STM_OK; i++) {
        size_t last = until;
        until = i + 1 < words->count
                    ? stm_cut_windows__last(words, i + 1, last, bytes)
                    : words->count;
        take_new(w, &slide, last);
        stm_cut_span s = {(uint32_t)i, (uint32_t)last, (uint32_t)until,
                          (uint32_t)least_from(w, &slide, i)};
        if (until - i >= w->power.count && !make_powers(w, until - i + 1))
            return no_memory(err);
        rc = take(user, &s, err);
    }
    return rc;
}

stm_status stm_cut_windows__each(stm_cut_windows *w, stm_str text,
                                 const stm_hashes *words, uint32_t least,
                                 stm_cut_take *take, void *user, stm_error *err)
{
    w->text = text;
    w->words = words;
    w->key = least / 2 + least % 2;
    w->bytes.made = false;
    if (!words->count)
        return STM_OK;
    if (!sum_words(w) || !make_order(w))
        return no_memory(err);
    return each(w, least, take, user, err);
}
