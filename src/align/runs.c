/* Exact runs: seeds of STM_ALIGN_SEED words of A in buckets, B read once
 * from left to right, every hit extended both ways to the last common word (the
 * maximal matches of MUMmer, Delcher et al. 1999, over words).
 *
 * Repetition ("the the the", a refrain) must not cost quadratic time: a seed is
 * followed at a few places only, those nearest to where A should go on. */
#include "align/pair.h"

#include "align/weights.h"
#include "base/hash.h"

typedef struct seeds {
    uint32_t *start; /* [mask + 2] first place of a bucket */
    uint32_t *place; /* places in A, ascending within a bucket */
    size_t mask;
    uint32_t *done; /* [diagonal] how far in B it has been followed */
} seeds;

static uint64_t seed_hash(const uint32_t *word)
{
    uint64_t h = 0;
    for (int i = 0; i < STM_ALIGN_SEED; i++)
        h = stm_hash_pair(h, word[i]);
    return h;
}

static bool table(stm_pair *p, seeds *t)
{
    const stm_text *a = p->a.text;
    size_t size = 16, places = (size_t)a->count - STM_ALIGN_SEED + 1;
    while (size < 2 * places)
        size *= 2;
    t->mask = size - 1;
    t->start = STM_ARENA_NEW(&p->mem, uint32_t, size + 2);
    t->place = STM_ARENA_NEW(&p->mem, uint32_t, places);
    t->done = STM_ARENA_NEW(&p->mem, uint32_t,
                            (size_t)a->count + p->b.text->count + 1);
    uint64_t *hash = STM_ARENA_NEW(&p->mem, uint64_t, places);
    if (!t->start || !t->place || !t->done || !hash)
        return false;
    for (size_t i = 0; i < places; i++) {
        hash[i] = seed_hash(a->word + i) & t->mask;
        t->start[hash[i] + 2]++;
    }
    for (size_t i = 2; i < size + 2; i++)
        t->start[i] += t->start[i - 1];
    for (size_t i = 0; i < places; i++)
        t->place[t->start[hash[i] + 1]++] = (uint32_t)i;
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
    size_t bucket = seed_hash(p->b.text->word + j) & t->mask;
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
