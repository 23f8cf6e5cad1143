/* Myers's greedy algorithm (1986): for 0, 1, 2 ... differences, how far each
 * diagonal can be followed; the answer is read back from the rows. Costs little
 * where little differs and more than the bit-parallel way where much does, so
 * it gives up when a quarter of the differences has not brought it a quarter of
 * the way. */
#include "align/lcs.h"

#include "align/weights.h"

typedef struct rows {
    int32_t *far; /* row d at d * (d + 1) / 2: for diagonals -d, -d + 2 ... d */
} rows;

static int32_t *row_of(const rows *r, int32_t d)
{
    return r->far + (size_t)d * ((size_t)d + 1) / 2;
}

/* Where place `at` of a row starts: below or right of its better neighbour in
 * the row before, which has `d` places. */
static inline int32_t start(const int32_t *before, int32_t d, int32_t at,
                            bool *down)
{
    *down = at == 0 || (at != d && before[at - 1] < before[at]);
    return *down ? before[at] : before[at - 1] + 1;
}

/* The words of a and of b that diagonal k shares from word `i` of a on. */
static inline int32_t follow(const stm_lcs *x, int32_t i, int32_t k)
{
    int32_t j = i - k, na = (int32_t)x->na, nb = (int32_t)x->nb;
    if (i >= na || j >= nb || x->a[i] != x->b[j])
        return i;
    int32_t left = na - i < nb - j ? na - i : nb - j;
    return i + (int32_t)x->prefix(x->a + i, x->b + j, (size_t)left);
}

static void read_back(const stm_lcs *x, const rows *r, int32_t d)
{
    int32_t k = (int32_t)x->na - (int32_t)x->nb;
    for (; d >= 0; d--) {
        bool down = false;
        int32_t at = (k + d) / 2, end = row_of(r, d)[at];
        int32_t from = d ? start(row_of(r, d - 1), d, at, &down) : 0;
        for (int32_t i = end; i-- > from;)
            x->kept((uint32_t)i, (uint32_t)(i - k), x->user);
        k += down ? 1 : -1;
    }
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

/* One row; true when the end of both texts is reached. */
static bool next_row(const stm_lcs *x, const rows *r, int32_t d)
{
    int32_t *row = row_of(r, d);
    int32_t na = (int32_t)x->na, apart = na - (int32_t)x->nb;
    row[0] = 0;
    if (d)
        start_all(row, row_of(r, d - 1), d);
    for (int32_t at = 0, k = -d; at <= d; at++, k += 2)
        row[at] = follow(x, row[at], k);
    int32_t end = (apart + d) / 2;
    return apart >= -d && apart <= d && !((apart + d) % 2) && row[end] >= na;
}

/* Has a quarter of the differences brought it a quarter of the way? */
static bool is_on_its_way(const stm_lcs *x, const rows *r, int32_t d)
{
    int64_t most = 0, all = (int64_t)x->na + x->nb;
    for (int32_t at = 0, k = -d; at <= d; at++, k += 2) {
        int64_t reached = 2 * (int64_t)row_of(r, d)[at] - k;
        most = reached > most ? reached : most;
    }
    return 4 * most >= all;
}

stm_lcs_end stm_lcs__greedy(const stm_lcs *x)
{
    int64_t all = (int64_t)x->na + x->nb;
    int64_t apart = (int64_t)x->na - (int64_t)x->nb;
    int32_t most = all < STM_LCS_EDITS ? (int32_t)all : STM_LCS_EDITS;
    rows r;
    if (apart > most || apart < -most || all > INT32_MAX)
        return STM_LCS_TOO_FAR;
    size_t room = ((size_t)most + 1) * ((size_t)most + 2) / 2;
    x->work->far.count = x->work->rows.count = 0;
    if (!stm_vec_reserve(&x->work->far, room))
        return STM_LCS_NO_MEMORY;
    r.far = x->work->far.items;
    for (int32_t d = 0; d <= most; d++) {
        if (next_row(x, &r, d)) {
            read_back(x, &r, d);
            return STM_LCS_DONE;
        }
        if (d == STM_LCS_EDITS / 4 && !is_on_its_way(x, &r, d))
            return STM_LCS_TOO_FAR;
    }
    return STM_LCS_TOO_FAR;
}
