/* Exact runs: seeds of STM_ALIGN_SEED words of A in buckets, B read once
 * from left to right, every hit extended both ways to the last common word (the
 * maximal matches of MUMmer, Delcher et al. 1999, over words).
 *
 * Repetition ("the the the", a refrain) must not cost quadratic time: a seed is
 * followed at a few places only, those nearest to where A should go on. */
#include "align/pair.h"

#include "align/weights.h"

typedef struct seeds {
    uint32_t *start; /* [buckets + 2] first place of a bucket */
    uint32_t *place; /* places in A, ascending within a bucket */
    int shift;       /* the highest bits of a hash are its bucket */
    uint32_t *done;  /* [diagonal] how far in B it has been followed */
} seeds;

/* The scalar product with odd constants (digits of pi): six multiplications
 * that do not wait for one another. */
static size_t bucket_of(const seeds *t, const uint32_t *word)
{
    static const uint64_t factor[STM_ALIGN_SEED] = {
        UINT64_C(0x243f6a8885a308d3), UINT64_C(0x13198a2e03707345),
        UINT64_C(0xa4093822299f31d1), UINT64_C(0x082efa98ec4e6c89),
        UINT64_C(0x452821e638d01377), UINT64_C(0xbe5466cf34e90c6d)};
    uint64_t h = 0;
    for (int i = 0; i < STM_ALIGN_SEED; i++)
        h += (word[i] + UINT64_C(1)) * factor[i];
    return (size_t)(h >> t->shift);
}

static bool table(stm_pair *p, seeds *t)
{
    const stm_text *a = p->a.text;
    size_t size = 16, places = (size_t)a->count - STM_ALIGN_SEED + 1;
    for (t->shift = 60; size < 2 * places; t->shift--)
        size *= 2;
    t->start = STM_ARENA_NEW(&p->mem, uint32_t, size + 2);
    t->place = STM_ARENA_NEW(&p->mem, uint32_t, places);
    t->done = STM_ARENA_NEW(&p->mem, uint32_t,
                            (size_t)a->count + p->b.text->count + 1);
    size_t *bucket = STM_ARENA_NEW(&p->mem, size_t, places);
    if (!t->start || !t->place || !t->done || !bucket)
        return false;
    for (size_t i = 0; i < places; i++) {
        bucket[i] = bucket_of(t, a->word + i);
        t->start[bucket[i] + 2]++;
    }
    for (size_t i = 2; i < size + 2; i++)
        t->start[i] += t->start[i - 1];
    for (size_t i = 0; i < places; i++)
        t->place[t->start[bucket[i] + 1]++] = (uint32_t)i;
    return true;
}

/* Follows the diagonal of (i, j); records a run that is long enough. */
static bool follow(stm_pair *p, seeds *t, uint32_t i, uint32_t j)
{
    const stm_text *a = p->a.text, *b = p->b.text;
    size_t diagonal = (size_t)i + b->count - j;
    if (t->done[diagonal] > j || a->word[i] != b->word[j])
        return true;
    uint32_t low = t->done[diagonal], back = 0, on = 0;
    while (back < STM_ALIGN_BACK && back < i && back < j && j - back > low &&
           a->word[i - back - 1] == b->word[j - back - 1])
        back++;
    while (i + on < a->count && j + on < b->count &&
           a->word[i + on] == b->word[j + on])
        on++;
    t->done[diagonal] = j + on;
    if (back + on < STM_ALIGN_SEED)
        return true;
    return stm_vec_push(&p->runs, ((stm_run){i - back, j - back, back + on}));
}

/* The run that reaches farthest in B: where it stops the texts differ. */
static stm_run farthest(const stm_runs *runs, size_t since, stm_run best)
{
    for (size_t k = since; k < runs->count; k++)
        if (runs->items[k].b + runs->items[k].len > best.b + best.len)
            best = runs->items[k];
    return best;
}

/* Where to begin in a bucket that is too full to follow: a little before the
 * place where A is expected to go on. */
static uint32_t first_place(const seeds *t, size_t bucket, uint64_t expected)
{
    uint32_t from = t->start[bucket], lo = from, hi = t->start[bucket + 1];
    if (hi - lo <= STM_ALIGN_SEED_PLACES)
        return lo;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (t->place[mid] < expected)
            lo = mid + 1;
        else
            hi = mid;
    }
    uint32_t last = t->start[bucket + 1] - STM_ALIGN_SEED_PLACES;
    lo = lo - from > STM_ALIGN_SEED_PLACES / 4 ? lo - STM_ALIGN_SEED_PLACES / 4
                                               : from;
    return lo < last ? lo : last;
}

/* Follows the seed at `j` of B wherever it stands in A. */
static bool follow_all(stm_pair *p, seeds *t, uint32_t j, uint64_t expected)
{
    size_t bucket = bucket_of(t, p->b.text->word + j);
    uint32_t k = first_place(t, bucket, expected);
    for (int n = 0; k < t->start[bucket + 1] && n < STM_ALIGN_SEED_PLACES;
         n++, k++)
        if (!follow(p, t, t->place[k], j))
            return false;
    return true;
}

bool stm_align__runs(stm_pair *p)
{
    const stm_text *a = p->a.text, *b = p->b.text;
    seeds t;
    stm_run main = {0, 0, 0};
    if (a->count < STM_ALIGN_SEED || b->count < STM_ALIGN_SEED)
        return true;
    if (!table(p, &t))
        return false;
    for (uint32_t j = 0; j + STM_ALIGN_SEED <= b->count; j++) {
        /* inside a run the seeds lead to nothing longer */
        if (j + STM_ALIGN_SEED <= main.b + main.len)
            continue;
        size_t since = p->runs.count;
        uint64_t i = (uint64_t)main.a + (j - main.b);
        if (!follow_all(p, &t, j, i))
            return false;
        if (i < a->count && !follow(p, &t, (uint32_t)i, j))
            return false;
        main = farthest(&p->runs, since, main);
    }
    return true;
}
