/* Exact runs: seeds of STM_ALIGN_SEED words of A in buckets, B read once
 * from left to right, every hit extended both ways to the last common word (the
 * maximal matches of MUMmer, Delcher et al. 1999, over words).
 *
 * Most seeds stand in one text only. So each text marks its seeds in a set of
 * bits first, and only those that may stand in both are put in buckets and
 * looked for.
 *
 * Repetition ("the the the", a refrain) must not cost quadratic time: a seed is
 * followed at a few places only, those nearest to where A should go on. */
#include "align/pair.h"

#include "align/weights.h"

typedef struct seeds {
    uint32_t *hash_a, *hash_b; /* [places] of the seed that begins there */
    uint32_t *start;           /* [buckets + 2] first place of a bucket */
    uint32_t *place;           /* places in A, ascending within a bucket */
    int shift;                 /* the highest bits of a hash are its bucket */
    uint64_t *bits;            /* seeds of the other text, by hash */
    int bit_shift;
    uint32_t *done; /* [diagonal] how far in B it has been followed */
} seeds;

static inline uint32_t turn(uint32_t x, int by)
{
    return x << by | x >> (32 - by);
}

/* Six products, each turned by its place, added up: two by two, then three of
 * these. Plain enough for a compiler to do several at a time. */
static void hash_all(uint32_t *restrict hash, uint32_t *restrict two,
                     const uint32_t *restrict word, size_t places)
{
    enum { ODD = 5, TWO = 9, FOUR = 18, REST = STM_ALIGN_SEED - 2 };
    const uint32_t factor = 0x9e3779b1;
    _Static_assert(STM_ALIGN_SEED == 6, "three times two words");
    for (size_t i = 0; i < places + REST; i++)
        two[i] = (word[i] + 1) * factor + turn((word[i + 1] + 1) * factor, ODD);
    for (size_t i = 0; i < places; i++) {
        uint32_t h = two[i] + turn(two[i + 2], TWO) + turn(two[i + REST], FOUR);
        hash[i] = (h ^ h >> 15) * factor;
    }
}

/* Sixteen bits for each seed, so that one in sixteen is let through in vain. */
static bool mark_seeds(stm_pair *p, seeds *t, size_t places)
{
    size_t size = 64;
    for (t->bit_shift = 26; size < 16 * places && t->bit_shift; t->bit_shift--)
        size *= 2;
    t->bits = STM_ARENA_NEW(&p->mem, uint64_t, size / 64);
    for (size_t j = 0; t->bits && j < places; j++) {
        uint32_t bit = t->hash_b[j] >> t->bit_shift;
        t->bits[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    return t->bits;
}

static bool may_be_in_b(const seeds *t, uint32_t hash)
{
    uint32_t bit = hash >> t->bit_shift;
    return t->bits[bit / 64] >> bit % 64 & 1;
}

/* The places of A whose seed B may have, too; returns how many. */
static size_t sift(const seeds *t, uint32_t *place, size_t places)
{
    size_t n = 0;
    for (size_t i = 0; i < places; i++) {
        place[n] = (uint32_t)i;
        n += may_be_in_b(t, t->hash_a[i]);
    }
    return n;
}

static bool fill_buckets(stm_pair *p, seeds *t, const uint32_t *some, size_t n)
{
    size_t size = 16;
    for (t->shift = 28; size < 4 * n && t->shift; t->shift--)
        size *= 2;
    t->start = STM_ARENA_NEW(&p->mem, uint32_t, size + 2);
    t->place = STM_ARENA_RAW(&p->mem, uint32_t, n);
    if (!t->start || !t->place)
        return false;
    for (size_t k = 0; k < n; k++)
        t->start[(t->hash_a[some[k]] >> t->shift) + 2]++;
    for (size_t i = 2; i < size + 2; i++)
        t->start[i] += t->start[i - 1];
    for (size_t k = 0; k < n; k++)
        t->place[t->start[(t->hash_a[some[k]] >> t->shift) + 1]++] = some[k];
    return true;
}

static bool table(stm_pair *p, seeds *t)
{
    const stm_text *a = p->a.text, *b = p->b.text;
    size_t in_a = (size_t)a->count - STM_ALIGN_SEED + 1;
    size_t in_b = (size_t)b->count - STM_ALIGN_SEED + 1;
    t->hash_a = STM_ARENA_RAW(&p->mem, uint32_t, in_a);
    t->hash_b = STM_ARENA_RAW(&p->mem, uint32_t, in_b);
    t->done = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)a->count + b->count + 1);
    uint32_t *some = STM_ARENA_RAW(&p->mem, uint32_t, a->count);
    uint32_t *two = STM_ARENA_RAW(&p->mem, uint32_t, b->count);
    if (!t->hash_a || !t->hash_b || !t->done || !some || !two)
        return false;
    hash_all(t->hash_a, some, a->word, in_a);
    hash_all(t->hash_b, two, b->word, in_b);
    return mark_seeds(p, t, in_b) &&
           fill_buckets(p, t, some, sift(t, some, in_a));
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
    size_t bucket = t->hash_b[j] >> t->shift;
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
    uint32_t places = b->count - STM_ALIGN_SEED + 1;
    for (uint32_t j = 0; j < places; j++) {
        size_t bucket = t.hash_b[j] >> t.shift, since = p->runs.count;
        if (t.start[bucket] == t.start[bucket + 1])
            continue;
        /* inside a run the seeds lead to nothing longer */
        if (j + STM_ALIGN_SEED <= main.b + main.len) {
            j = main.b + main.len - STM_ALIGN_SEED;
            continue;
        }
        if (!follow_all(p, &t, j, (uint64_t)main.a + (j - main.b)))
            return false;
        main = farthest(&p->runs, since, main);
    }
    return true;
}
