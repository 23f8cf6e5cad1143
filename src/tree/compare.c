/* Changed stretches are what counts, not words: a lost page is one event. A
 * stretch ends where the texts agree again. */
#include "tree/compare.h"

#include "tree/weights.h"

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* The next place of a row, UINT32_MAX at its end. */
static uint32_t peek(const stm_tree__row *r, uint32_t at)
{
    return at < r->count ? r->place[at] : UINT32_MAX;
}

static void end_stretch(stm_tree__diff *d, uint32_t *a, uint32_t *b)
{
    if (!*a && !*b)
        return;
    uint32_t words = most(*a, *b);
    d->events++;
    d->cost += least(words, STM_TREE_HUNK_CAP);
    d->small += words <= 2;
    d->lost_a += !*a;
    d->lost_b += !*b;
    d->own_a += *a >= STM_TREE_SENTENCE && *b <= *a / 3;
    d->own_b += *b >= STM_TREE_SENTENCE && *a <= *b / 3;
    *a = *b = 0;
}

stm_tree__diff stm_tree__compare(const stm_tree__row *a, const stm_tree__row *b)
{
    stm_tree__diff d = {0};
    uint32_t only_a = 0, only_b = 0, i = 0, j = 0;
    for (;;) {
        uint32_t x = peek(a, i), y = peek(b, j);
        if (x == y) {
            end_stretch(&d, &only_a, &only_b);
            if (x == UINT32_MAX)
                return d;
            d.shared++, i++, j++;
        } else if (x < y) {
            only_a++, i++;
        } else {
            only_b++, j++;
        }
    }
}

/* Places of a stretch by who has them: bit i for row i. */
typedef struct stretch {
    uint32_t by[8];
    uint32_t longest[8]; /* words on end */
    uint32_t run;
    unsigned last;
} stretch;

static void add_place(stretch *s, unsigned who)
{
    s->run = s->last == who ? s->run + 1 : 1;
    s->last = who;
    s->by[who]++;
    s->longest[who] = most(s->longest[who], s->run);
}

/* Whether all that the other two have here they have in common: sentences that
 * two editors put in at one place share a few common words, too. */
static bool is_clean(const stretch *s, unsigned k)
{
    for (unsigned who = 1; who < 7; who++)
        if (s->by[who] && who != 1u << k && who != (7u & ~(1u << k)))
            return false;
    return true;
}

/* Two texts agree against the third where they have words that it lacks, or
 * where only it has words. Nobody writes a whole passage twice: one that two
 * share and the third lacks never passed through the third. */
static void judge(stm_tree__trio *t, const stretch *s, const uint32_t few[3])
{
    static const unsigned others[3] = {6, 5, 3};
    bool told = false, pairs = s->by[3] || s->by[5] || s->by[6];
    unsigned alone = 0;
    for (unsigned k = 0; k < 3; k++) {
        alone += s->by[1u << k] > 0;
        if (s->by[others[k]] >= few[k])
            t->own[k]++, t->put[k] += is_clean(s, k), told = true;
        if (s->longest[others[k]] >= STM_TREE_PASSAGE)
            t->lacks[k] = true;
    }
    for (unsigned k = 0; k < 3; k++)
        if (!pairs && alone == 1 && s->by[1u << k])
            t->own[k]++, t->more[k]++, told = true;
    t->open += !told && alone > 0;
}

stm_tree__trio stm_tree__compare3(const stm_tree__row *const row[3],
                                  const uint32_t few[3])
{
    static const uint32_t one[3] = {1, 1, 1};
    stm_tree__trio t = {0};
    few = few ? few : one;
    stretch s = {{0}, {0}, 0, 0};
    uint32_t at[3] = {0}, head[3];
    for (;;) {
        for (unsigned k = 0; k < 3; k++)
            head[k] = peek(row[k], at[k]);
        uint32_t place = least(head[0], least(head[1], head[2]));
        unsigned who = 0;
        for (unsigned k = 0; place != UINT32_MAX && k < 3; k++)
            if (head[k] == place)
                who |= 1u << k, at[k]++;
        if (who == 7 || place == UINT32_MAX) {
            judge(&t, &s, few);
            s = (stretch){{0}, {0}, 0, 0};
        } else {
            add_place(&s, who);
        }
        if (place == UINT32_MAX)
            return t;
    }
}
