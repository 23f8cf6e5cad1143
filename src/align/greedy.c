/* Myers's greedy algorithm (1986): for 0, 1, 2 ... differences, how far each
 * diagonal can be followed. After a few differences it goes on from both ends
 * at once until the two sides meet, which costs half of what one side costs,
 * and the answer is read back from the rows of both. Costs little where little
 * differs and more than the bit-parallel way where much does, so it gives up
 * when a share of the differences has not brought it that share of the way. */
#include "align/lcs.h"

#include "align/weights.h"

enum {
    ALONE = 40, /* rows of the first side before the other begins */
    SIDE = STM_LCS_EDITS / 2, /* rows of one side */
    STEP = STM_LCS_EDITS / 8  /* rows after which is looked how far it came */
};

/* One side: from the beginning of both texts, or from their end. */
typedef struct side {
    const uint32_t *a, *b; /* in the order in which it reads */
    int32_t *far; /* row d at d * (d + 1) / 2: for diagonals -d, -d + 2 ... d */
    int32_t row;  /* the last one made */
} side;

/* Where both sides meet: on diagonal `k` of the first, at word `i` of a. */
typedef struct meeting {
    int32_t k, i;
} meeting;

static int32_t *row_of(const side *s, int32_t d)
{
    return s->far + (size_t)d * ((size_t)d + 1) / 2;
}

/* Where place `at` of a row starts: below or right of its better neighbour in
 * the row before, which has `d` places. */
static inline int32_t start(const int32_t *before, int32_t d, int32_t at,
                            bool *down)
{
    *down = at == 0 || (at != d && before[at - 1] < before[at]);
    return *down ? before[at] : before[at - 1] + 1;
}

static int32_t start_of(const side *s, int32_t d, int32_t k, bool *down)
{
    *down = false;
    return d ? start(row_of(s, d - 1), d, (k + d) / 2, down) : 0;
}

/* The words of a and of b that diagonal k shares from word `i` of a on. */
static inline int32_t follow(const stm_lcs *x, const side *s, int32_t i,
                             int32_t k)
{
    int32_t j = i - k, na = (int32_t)x->na, nb = (int32_t)x->nb;
    if (i >= na || j >= nb || s->a[i] != s->b[j])
        return i;
    int32_t left = na - i < nb - j ? na - i : nb - j;
    return i + (int32_t)x->prefix(s->a + i, s->b + j, (size_t)left);
}

/* Where all places of a row start; plain enough for a compiler to do eight at
 * a time. */
static void start_all(int32_t *restrict row, const int32_t *restrict before,
                      int32_t d)
{
    row[0] = before[0];
    for (int32_t at = 1; at < d; at++) {
        int32_t below = before[at], right = before[at - 1] + 1;
        row[at] = below > right ? below : right;
    }
    row[d] = before[d - 1] + 1;
}

static void next_row(const stm_lcs *x, side *s)
{
    int32_t d = ++s->row, *row = row_of(s, d);
    row[0] = 0;
    if (d)
        start_all(row, row_of(s, d - 1), d);
    for (int32_t at = 0, k = -d; at <= d; at++, k += 2)
        row[at] = follow(x, s, row[at], k);
}

/* Is the end of both texts reached? */
static bool is_through(const stm_lcs *x, const side *s)
{
    int32_t d = s->row, apart = (int32_t)x->na - (int32_t)x->nb;
    return apart >= -d && apart <= d && !((apart + d) % 2) &&
           row_of(s, d)[(apart + d) / 2] >= (int32_t)x->na;
}

/* The steps of a side before word `i` of diagonal `k`, last first. Words are
 * given as they stand in the texts. */
static void read_back(const stm_lcs *x, const side *s, meeting m)
{
    int32_t k = m.k, end = m.i;
    for (int32_t d = s->row; d >= 0; d--) {
        bool down;
        int32_t from = start_of(s, d, k, &down);
        if (end > from)
            x->kept((uint32_t)from, (uint32_t)(from - k),
                    (uint32_t)(end - from), x->user);
        k += down ? 1 : -1;
        if (d)
            end = row_of(s, d - 1)[(k + d - 1) / 2];
    }
}

/* The stretches of the second side are behind those of the first and come out
 * of its rows first to last, so they are turned around. */
static bool read_second(const stm_lcs *x, const side *s, meeting m)
{
    int32_t na = (int32_t)x->na, k = na - (int32_t)x->nb - m.k;
    int32_t end = na - m.i;
    stm_lcs_work *w = x->work;
    w->words.count = 0;
    for (int32_t d = s->row; d >= 0; d--) {
        bool down;
        int32_t from = start_of(s, d, k, &down);
        uint32_t first = (uint32_t)(na - end), n = (uint32_t)(end - from);
        uint32_t other = (uint32_t)((int32_t)x->nb - (end - k));
        if (!stm_vec_reserve(&w->words, 3))
            return false;
        w->words.items[w->words.count++] = first;
        w->words.items[w->words.count++] = other;
        w->words.items[w->words.count++] = n;
        k += down ? 1 : -1;
        if (d)
            end = row_of(s, d - 1)[(k + d - 1) / 2];
    }
    for (size_t n = w->words.count; n; n -= 3)
        if (w->words.items[n - 1])
            x->kept(w->words.items[n - 3], w->words.items[n - 2],
                    w->words.items[n - 1], x->user);
    return true;
}

/* Does any diagonal of the first side reach as far as the second has come on
 * it? `t` is read downwards; plain like start_all. */
static bool overlap(const int32_t *s, const int32_t *t, int32_t count,
                    int32_t na)
{
    int32_t any = 0;
    for (int32_t i = 0; i < count; i++)
        any |= s[i] + t[-i] >= na;
    return any;
}

/* The same for the last rows, as far as they have diagonals in common. */
static bool have_met(const stm_lcs *x, const side *s, const side *t)
{
    int32_t apart = (int32_t)x->na - (int32_t)x->nb;
    int32_t low = -s->row > apart - t->row ? -s->row : apart - t->row;
    int32_t high = s->row < apart + t->row ? s->row : apart + t->row;
    if (low > high)
        return false;
    return overlap(row_of(s, s->row) + (low + s->row) / 2,
                   row_of(t, t->row) + (apart - low + t->row) / 2,
                   (high - low) / 2 + 1, (int32_t)x->na);
}

/* Where the last rows overlap so that the way of the one goes over into that of
 * the other; false where they pass each other by on every diagonal, which is
 * rare and not worth a search. */
static bool find_meeting(const stm_lcs *x, const side *s, const side *t,
                         meeting *m)
{
    int32_t na = (int32_t)x->na, apart = na - (int32_t)x->nb;
    for (int32_t at = 0, k = -s->row; at <= s->row; at++, k += 2) {
        int32_t other = apart - k;
        bool down;
        if (other < -t->row || other > t->row)
            continue;
        int32_t end = row_of(s, s->row)[at];
        int32_t begin = na - row_of(t, t->row)[(other + t->row) / 2];
        if (end < begin)
            continue;
        int32_t from = start_of(s, s->row, k, &down);
        *m = (meeting){k, from > begin ? from : begin};
        if (m->i <= na - start_of(t, t->row, other, &down))
            return true;
    }
    return false;
}

/* How far the best diagonal of the last row has come, in words of both. */
static int64_t reached(const side *s)
{
    int64_t most = 0;
    for (int32_t at = 0, k = -s->row; at <= s->row; at++, k += 2) {
        int64_t words = 2 * (int64_t)row_of(s, s->row)[at] - k;
        most = words > most ? words : most;
    }
    return most;
}

static bool open_second(const stm_lcs *x, side *t)
{
    stm_lcs_work *w = x->work;
    size_t all = (size_t)x->na + x->nb;
    w->turned.count = 0;
    if (!stm_vec_reserve(&w->turned, all))
        return false;
    uint32_t *a = w->turned.items, *b = a + x->na;
    for (uint32_t i = 0; i < x->na; i++)
        a[i] = x->a[x->na - 1 - i];
    for (uint32_t j = 0; j < x->nb; j++)
        b[j] = x->b[x->nb - 1 - j];
    t->a = a, t->b = b;
    return true;
}

/* Goes on from both ends; the first side has made its first rows. */
static stm_lcs_end from_both(const stm_lcs *x, side *s, side *t)
{
    int64_t all = (int64_t)x->na + x->nb;
    int32_t odd = (int32_t)((x->na ^ x->nb) & 1);
    meeting m;
    if (!open_second(x, t))
        return STM_LCS_NO_MEMORY;
    while (s->row + t->row < STM_LCS_EDITS - 2) {
        next_row(x, t->row < s->row ? t : s);
        int32_t edits = s->row + t->row;
        if ((edits & 1) == odd && have_met(x, s, t)) {
            if (!find_meeting(x, s, t, &m))
                return STM_LCS_TOO_FAR;
            if (!read_second(x, t, m))
                return STM_LCS_NO_MEMORY;
            read_back(x, s, m);
            return STM_LCS_DONE;
        }
        if (edits % STEP == 0 &&
            STM_LCS_EDITS * (reached(s) + reached(t)) < edits * all)
            return STM_LCS_TOO_FAR;
    }
    return STM_LCS_TOO_FAR;
}

stm_lcs_end stm_lcs__greedy(const stm_lcs *x)
{
    int64_t all = (int64_t)x->na + x->nb;
    int64_t apart = (int64_t)x->na - (int64_t)x->nb;
    size_t room = ((size_t)SIDE + 1) * ((size_t)SIDE + 2) / 2;
    if (apart > STM_LCS_EDITS || apart < -STM_LCS_EDITS || all > INT32_MAX)
        return STM_LCS_TOO_FAR;
    x->work->far.count = 0;
    if (!stm_vec_reserve(&x->work->far, 2 * room))
        return STM_LCS_NO_MEMORY;
    side s = {x->a, x->b, x->work->far.items, -1};
    side t = {NULL, NULL, x->work->far.items + room, -1};
    while (s.row < ALONE) {
        next_row(x, &s);
        if (is_through(x, &s)) {
            read_back(x, &s, (meeting){(int32_t)apart, (int32_t)x->na});
            return STM_LCS_DONE;
        }
    }
    return from_both(x, &s, &t);
}
