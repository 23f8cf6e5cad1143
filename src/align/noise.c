/* A scanner misreads letters, loses spaces and keeps the hyphens at the ends of
 * lines; whoever compares words sees a change at each of these. Words that are
 * the same letters with other spaces or hyphens are told wherever they stand.
 * Misread letters are believed only where they are the rule: one word for
 * another that looks alike may be an editor's, twenty are a machine's. So some
 * of the places are looked at first, and what they say decides how the rest is
 * read. */
#include "align/noise.h"

#include <string.h>

#include "align/misread.h"
#include "align/weights.h"

/* How much is believed to be noise. */
typedef enum belief { SPACES, LETTERS, NOISY } belief;

typedef struct sorter {
    stm_pair *p;
    belief belief;
    stm_changes out;
    uint32_t noise, words; /* places: noise; a word or phrase for another */
} sorter;

/* Words run together. */
typedef struct joined {
    char bytes[STM_NOISE_BYTES];
    size_t len;
} joined;

static uint32_t len(stm_span s) { return s.to - s.from; }

static stm_str word_of(const stm_pair *p, const stm_side *s, uint32_t i)
{
    return stm_lexicon_word(p->lex, s->text->word[i]);
}

static bool run_together(const stm_pair *p, const stm_side *s, stm_span at,
                         joined *out)
{
    out->len = 0;
    for (uint32_t i = at.from; i < at.to; i++) {
        stm_str w = word_of(p, s, i);
        if (w.len > sizeof out->bytes - out->len)
            return false;
        memcpy(out->bytes + out->len, w.ptr, w.len);
        out->len += w.len;
    }
    return out->len > 0;
}

/* A hyphen and white space, or a hyphen alone, between two words. */
static bool is_hyphen(const stm_text *t, uint32_t i)
{
    stm_str gap = {t->bytes.ptr + t->at[i].end,
                   t->at[i + 1].start - t->at[i].end};
    size_t n = gap.len && gap.ptr[0] == '-' ? 1 : 0;
    if (gap.len >= 3 && (!memcmp(gap.ptr, "\xe2\x80\x90", 3) ||
                         !memcmp(gap.ptr, "\xe2\x80\x91", 3)))
        n = 3;
    if (gap.len >= 2 && !memcmp(gap.ptr, "\xc2\xad", 2))
        n = 2;
    for (size_t k = n; n && k < gap.len; k++)
        if (gap.ptr[k] != '\n' && gap.ptr[k] != '\r' && gap.ptr[k] != ' ' &&
            gap.ptr[k] != '\t')
            return false;
    return n > 0;
}

static bool is_hyphened(const stm_text *t, stm_span at)
{
    for (uint32_t i = at.from; i + 1 < at.to; i++)
        if (!is_hyphen(t, i))
            return false;
    return true;
}

/* The same letters: which spaces or hyphens make them other words. */
static stm_noise same_letters(const stm_pair *p, stm_span a, stm_span b)
{
    joined x, y;
    if (!len(a) || !len(b) || len(a) > STM_NOISE_WORDS ||
        len(b) > STM_NOISE_WORDS || !run_together(p, &p->a, a, &x) ||
        !run_together(p, &p->b, b, &y) || x.len != y.len ||
        memcmp(x.bytes, y.bytes, x.len) != 0)
        return STM_NOISE_NONE;
    return is_hyphened(p->a.text, a) && is_hyphened(p->b.text, b)
               ? STM_NOISE_HYPHEN
               : STM_NOISE_SPACE;
}

/* Are the same letters there at all, in whatever order? Cheap, and false of
 * most places that were rewritten. */
static bool shares_letters(const stm_pair *p, stm_span a, stm_span b)
{
    int count[32] = {0};
    uint32_t all = 0, off = 0;
    joined x, y;
    if (!run_together(p, &p->a, a, &x) || !run_together(p, &p->b, b, &y))
        return false;
    for (size_t i = 0; i < x.len; i++)
        count[x.bytes[i] & 31]++;
    for (size_t i = 0; i < y.len; i++)
        count[y.bytes[i] & 31]--;
    for (int i = 0; i < 32; i++)
        off += (uint32_t)(count[i] < 0 ? -count[i] : count[i]);
    all = (uint32_t)(x.len + y.len);
    return off * 100 <= all * STM_NOISE_STRANGE_PERCENT;
}

/* Bytes of the words of a place before each word and behind the last. */
typedef struct lengths {
    uint32_t from; /* the first word */
    size_t sum[STM_NOISE_WORDS + 1];
} lengths;

static lengths measure(const stm_pair *p, const stm_side *s, stm_span at)
{
    lengths l = {.from = at.from};
    for (uint32_t i = 0; i < len(at); i++)
        l.sum[i + 1] = l.sum[i] + word_of(p, s, at.from + i).len;
    return l;
}

static size_t bytes_of(const lengths *l, stm_span at)
{
    return l->sum[at.to - l->from] - l->sum[at.from - l->from];
}

/* A word has about as many letters when it is misread. */
static bool are_as_long(size_t x, size_t y)
{
    size_t more = x > y ? x : y, less = x > y ? y : x;
    return more - less <= 2 + more / 4;
}

static bool is_misread(const sorter *s, stm_span a, stm_span b)
{
    const stm_pair *p = s->p;
    joined x, y;
    if (len(a) == 1 && len(b) == 1) {
        if (s->belief != NOISY && p->a.stem[a.from] == p->b.stem[b.from])
            return false;
        return stm_align__is_misread(word_of(p, &p->a, a.from),
                                     word_of(p, &p->b, b.from),
                                     s->belief == NOISY);
    }
    return run_together(p, &p->a, a, &x) && run_together(p, &p->b, b, &y) &&
           stm_align__is_misread((stm_str){x.bytes, x.len},
                                 (stm_str){y.bytes, y.len}, false);
}

static bool put(sorter *s, stm_span a, stm_span b, stm_noise noise)
{
    if (!len(a) && !len(b))
        return true;
    s->noise += noise == STM_NOISE_MISREAD || noise == STM_NOISE_SPACE;
    s->words += !noise && len(a) && len(b) && len(a) <= STM_ALIGN_PHRASE &&
                len(b) <= STM_ALIGN_PHRASE;
    return stm_vec_push(&s->out, ((stm_change){a, b, false, noise}));
}

/* Steps of a way through a place: so many words of each side are one. */
static const uint8_t steps[][2] = {{1, 1}, {1, 2}, {2, 1},
                                   {1, 3}, {3, 1}, {2, 2}};
enum { STEPS = sizeof steps / sizeof *steps, SKIP_A = STEPS, SKIP_B };

typedef struct way {
    lengths a, b;
    uint8_t words[STM_NOISE_WORDS + 1][STM_NOISE_WORDS + 1]; /* explained */
    uint8_t step[STM_NOISE_WORDS + 1][STM_NOISE_WORDS + 1];
} way;

static stm_noise noise_of(const sorter *s, const way *w, stm_span a, stm_span b)
{
    stm_noise n = STM_NOISE_NONE;
    size_t x = bytes_of(&w->a, a), y = bytes_of(&w->b, b);
    if (x == y && len(a) + len(b) > 2)
        n = same_letters(s->p, a, b);
    if (n == STM_NOISE_NONE && are_as_long(x, y) && is_misread(s, a, b))
        n = STM_NOISE_MISREAD;
    return n;
}

static void best_step(const sorter *s, way *w, const stm_change *c, uint32_t i,
                      uint32_t j)
{
    uint8_t best = i ? w->words[i - 1][j] : 0, step = i ? SKIP_A : SKIP_B;
    if (j && (!i || w->words[i][j - 1] > best))
        best = w->words[i][j - 1], step = SKIP_B;
    /* so far from the diagonal no word is where it was */
    bool far = i > j + STM_NOISE_APART || j > i + STM_NOISE_APART;
    for (uint8_t k = 0; k < STEPS && !far; k++) {
        uint32_t x = steps[k][0], y = steps[k][1];
        if (x > i || y > j || w->words[i - x][j - y] + x + y <= best)
            continue;
        stm_span a = {c->a.from + i - x, c->a.from + i};
        stm_span b = {c->b.from + j - y, c->b.from + j};
        if (noise_of(s, w, a, b) == STM_NOISE_NONE)
            continue;
        best = (uint8_t)(w->words[i - x][j - y] + x + y);
        step = k;
    }
    w->words[i][j] = best;
    w->step[i][j] = step;
}

/* Reads the way from its end: what is noise, and what lies between. */
static bool put_way(sorter *s, const way *w, const stm_change *c)
{
    uint8_t turn[2 * STM_NOISE_WORDS + 1];
    uint32_t i = len(c->a), j = len(c->b), n = 0;
    while (i || j) {
        uint8_t step = w->step[i][j];
        turn[n++] = step;
        i -= step == SKIP_A ? 1 : step == SKIP_B ? 0 : steps[step][0];
        j -= step == SKIP_B ? 1 : step == SKIP_A ? 0 : steps[step][1];
    }
    stm_span a = {c->a.from, c->a.from}, b = {c->b.from, c->b.from};
    while (n--) {
        if (turn[n] >= STEPS) {
            *(turn[n] == SKIP_A ? &a.to : &b.to) += 1;
            continue;
        }
        stm_span x = {a.to, a.to + steps[turn[n]][0]};
        stm_span y = {b.to, b.to + steps[turn[n]][1]};
        if (!put(s, a, b, STM_NOISE_NONE) ||
            !put(s, x, y, noise_of(s, w, x, y)))
            return false;
        a = (stm_span){x.to, x.to};
        b = (stm_span){y.to, y.to};
    }
    return put(s, a, b, STM_NOISE_NONE);
}

static bool divide(sorter *s, const stm_change *c)
{
    way w;
    w.a = measure(s->p, &s->p->a, c->a);
    w.b = measure(s->p, &s->p->b, c->b);
    w.words[0][0] = 0;
    for (uint32_t i = 0; i <= len(c->a); i++)
        for (uint32_t j = !i; j <= len(c->b); j++)
            best_step(s, &w, c, i, j);
    return put_way(s, &w, c);
}

static bool sort_change(sorter *s, const stm_change *c)
{
    stm_noise whole = len(c->a) + len(c->b) > 2 ? same_letters(s->p, c->a, c->b)
                                                : STM_NOISE_NONE;
    if (whole)
        return put(s, c->a, c->b, whole);
    if (s->belief == SPACES || !len(c->a) || !len(c->b) ||
        len(c->a) > STM_NOISE_WORDS || len(c->b) > STM_NOISE_WORDS ||
        (len(c->a) + len(c->b) > 2 && !shares_letters(s->p, c->a, c->b)))
        return put(s, c->a, c->b, STM_NOISE_NONE);
    return divide(s, c);
}

/* How many words of a place may turn out to be noise. */
static uint32_t most_noise(const stm_change *c)
{
    uint32_t a = len(c->a), b = len(c->b);
    if (a > STM_NOISE_WORDS || b > STM_NOISE_WORDS)
        return 0;
    return a < b ? a : b;
}

static bool are_many(uint32_t noise, uint32_t words)
{
    return noise >= STM_NOISE_LEAST &&
           (float)noise >= STM_NOISE_SHARE * (float)(noise + words);
}

/* What some of the places say, evenly taken, until it is known; of a pair that
 * is read again it is. */
static bool look(sorter *s, const stm_changes *all, belief *found)
{
    size_t step = all->count / STM_NOISE_SAMPLE + 1;
    *found = NOISY;
    if (s->p->noisy)
        return true;
    s->belief = LETTERS;
    uint32_t left = 0;
    for (size_t k = 0; k < all->count; k += step)
        left += most_noise(&all->items[k]);
    for (size_t k = 0; k < all->count && are_many(s->noise + left, s->words);
         k += step) {
        if (!sort_change(s, &all->items[k]))
            return false;
        left -= most_noise(&all->items[k]);
    }
    uint32_t both = s->noise + s->words;
    *found = SPACES;
    if (are_many(s->noise, s->words))
        *found =
            (float)s->noise >= STM_NOISE_SURE * (float)both ? NOISY : LETTERS;
    s->p->noisy = *found == NOISY && s->noise >= STM_REREAD_PLACES;
    s->out.count = s->noise = s->words = 0;
    return true;
}

static bool sort_all(sorter *s, const stm_changes *all, size_t *first,
                     size_t passages)
{
    size_t k = 0;
    for (size_t m = 0; m < passages; m++) {
        size_t to = first[m + 1];
        for (; k < to; k++)
            if (!sort_change(s, &all->items[k]))
                return false;
        first[m + 1] = s->out.count;
    }
    return true;
}

bool stm_align__noise(stm_pair *p, stm_changes *all, size_t *first,
                      size_t passages)
{
    sorter s = {.p = p};
    belief found;
    bool ok = look(&s, all, &found);
    s.belief = found;
    ok = ok && sort_all(&s, all, first, passages);
    if (ok) {
        stm_changes was = *all;
        *all = s.out;
        s.out = was;
    }
    stm_vec_free(&s.out);
    return ok;
}
