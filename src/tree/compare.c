/* Changed stretches are what counts, not words: a lost page is one event. A
 * stretch ends where the texts agree again.
 *
 * A spinner's word stands at the place of the word that it was read for, which
 * is that of the text he was read beside. Where another text has another word,
 * nobody knows which of the two he had: such a stretch says nothing of him. Of
 * 192 families of news parents are right in .911 where it does and in .914
 * where not, of pages in .880 and .882, of 192 of other seeds .879 and .880. */
#include "tree/compare.h"

#include <stemma/align.h>

#include "tree/weights.h"

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* The next place of a row, UINT32_MAX at its end. */
static uint32_t peek(const stm_tree__row *r, uint32_t at)
{
    return at < r->count ? r->place[at] : UINT32_MAX;
}

/* What one text alone has of a stretch, and how much of it is a spinner's. */
typedef struct side {
    uint32_t words, spun;
} side;

static bool is_spun(const stm_tree__row *r, uint32_t at)
{
    return r->token && r->token[at] == STM_NO_TOKEN;
}

static void add_word(side *s, const stm_tree__row *r, uint32_t at)
{
    s->words++;
    s->spun += is_spun(r, at);
}

/* Whether all that the one has is a spinner's, where the other has words. */
static bool is_unknown(side a, side b)
{
    return a.words && b.words && (a.spun == a.words || b.spun == b.words);
}

static void end_stretch(stm_tree__diff *d, side *left, side *right)
{
    uint32_t a = left->words, b = right->words, words = most(a, b);
    if (words && !is_unknown(*left, *right)) {
        d->events++;
        d->cost += least(words, STM_TREE_HUNK_CAP);
        d->small += words <= 2;
        d->lost_a += !a;
        d->lost_b += !b;
        d->own_a += a >= STM_TREE_SENTENCE && b <= a / 3;
        d->own_b += b >= STM_TREE_SENTENCE && a <= b / 3;
    }
    *left = *right = (side){0, 0};
}

stm_tree__diff stm_tree__compare(const stm_tree__row *a, const stm_tree__row *b)
{
    stm_tree__diff d = {0};
    side only_a = {0, 0}, only_b = {0, 0};
    uint32_t i = 0, j = 0;
    for (;;) {
        uint32_t x = peek(a, i), y = peek(b, j);
        if (x == y) {
            end_stretch(&d, &only_a, &only_b);
            if (x == UINT32_MAX)
                return d;
            d.shared++, i++, j++;
        } else if (x < y) {
            add_word(&only_a, a, i++);
        } else {
            add_word(&only_b, b, j++);
        }
    }
}

/* Places of a stretch by who has them: bit i for row i. */
typedef struct stretch {
    uint32_t by[8];
    uint32_t longest[8]; /* words on end */
    uint32_t run;
    unsigned last;
    side of[3]; /* of the rows */
    uint32_t words;
} stretch;

static void add_place(stretch *s, unsigned who)
{
    s->run = s->last == who ? s->run + 1 : 1;
    s->last = who;
    s->by[who]++;
    s->longest[who] = most(s->longest[who], s->run);
    s->words++;
}

static bool hides_a_reading(const stretch *s)
{
    for (unsigned k = 0; k < 3; k++)
        if (s->of[k].words && s->of[k].spun == s->of[k].words &&
            s->words > s->of[k].words)
            return true;
    return false;
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
    if (hides_a_reading(s)) {
        t->open++;
        return;
    }
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
    stretch s = {0}, fresh = {0};
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
            s = fresh;
        } else {
            add_place(&s, who);
            for (unsigned k = 0; k < 3; k++)
                if (who >> k & 1)
                    add_word(&s.of[k], row[k], at[k] - 1);
        }
        if (place == UINT32_MAX)
            return t;
    }
}
