/* How the words that both texts have are set in either: what stands between two
 * words that were kept. Counted over whole texts such marks drown in those of
 * what was put in; here nothing but the setting changed, which is an editor's
 * work: commas put in, double spaces closed, hyphens made dashes. */
#include "base/str.h"
#include "relate/states.h"

/* The bytes between a word and the one before it, in a and in b. */
typedef struct between {
    stm_str side[2];
} between;

static stm_str before(const stm_text *t, uint32_t i)
{
    stm_range at = {t->at[i - 1].end, t->at[i].start};
    return stm_str_cut(t->bytes, at);
}

static size_t count(stm_str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] == c;
    return n;
}

/* Spaces behind a space. */
static size_t count_wide(stm_str s)
{
    size_t n = 0;
    for (size_t i = 1; i < s.len; i++)
        n += s.ptr[i] == ' ' && s.ptr[i - 1] == ' ';
    return n;
}

static size_t count_foreign(stm_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += (unsigned char)s.ptr[i] >= 0x80;
    return n;
}

/* Bytes that are neither spaces nor ends of lines. */
static size_t count_marks(stm_str s)
{
    return s.len - count(s, ' ') - count(s, '\n');
}

static bool has_trailing(stm_str s)
{
    return stm_str_find(s, STM_LIT(" \n"), 0) != SIZE_MAX;
}

/* The side that has more has one place more. */
static void place(stm_states *s, stm_state_sign sign, size_t a, size_t b)
{
    if (a != b)
        s->amount[b > a][sign]++;
}

static void count_lines(const between *x, stm_states *s)
{
    size_t a = count(x->side[0], '\n'), b = count(x->side[1], '\n');
    if (a && b)
        place(s, STM_STATE_KEPT_BLANKS, a, b);
    place(s, STM_STATE_KEPT_TRAILING, has_trailing(x->side[0]),
          has_trailing(x->side[1]));
}

static void count_between(const between *x, stm_states *s)
{
    stm_str a = x->side[0], b = x->side[1];
    place(s, STM_STATE_KEPT_COMMAS, count(a, ','), count(b, ','));
    place(s, STM_STATE_KEPT_QUOTES, count(a, '"'), count(b, '"'));
    place(s, STM_STATE_KEPT_CLOSED, count(a, ')'), count(b, ')'));
    place(s, STM_STATE_KEPT_WIDE, count_wide(a), count_wide(b));
    place(s, STM_STATE_KEPT_FOREIGN, count_foreign(a), count_foreign(b));
    place(s, STM_STATE_KEPT_MARKS, count_marks(a), count_marks(b));
    count_lines(x, s);
}

/* `words` words of a from `i` are those of b from `k`. */
static void count_run(const stm_case *c, uint32_t i, uint32_t k, uint32_t words,
                      stm_states *s)
{
    const stm_text *a = c->f.side[0].t, *b = c->f.side[1].t;
    for (uint32_t n = 1; n < words; n++) {
        if (a->gap[i + n] != a->gap[i + n - 1] ||
            b->gap[k + n] != b->gap[k + n - 1])
            continue;
        between x = {{before(a, i + n), before(b, k + n)}};
        if (!stm_str_eq(x.side[0], x.side[1]))
            count_between(&x, s);
    }
}

static bool lies_in(const stm_change *h, const stm_passage *p)
{
    return h->a.from >= p->a.from && h->a.to <= p->a.to &&
           h->b.from >= p->b.from && h->b.to <= p->b.to;
}

/* Changes stand in the order of the passages; `at` is the first not yet seen.
 */
static size_t count_passage(const stm_case *c, const stm_passage *p, size_t at,
                            stm_states *s)
{
    uint32_t i = p->a.from, k = p->b.from;
    for (; at < c->x->change_count && lies_in(&c->x->changes[at], p); at++) {
        const stm_change *h = &c->x->changes[at];
        if (h->a.from - i == h->b.from - k)
            count_run(c, i, k, h->a.from - i, s);
        i = h->a.to, k = h->b.to;
    }
    if (p->a.to - i == p->b.to - k)
        count_run(c, i, k, p->a.to - i, s);
    return at;
}

void stm_relate__state_kept(const stm_case *c, stm_states *s)
{
    size_t at = 0;
    for (size_t i = 0; i < c->x->passage_count; i++)
        at = count_passage(c, &c->x->passages[i], at, s);
}
