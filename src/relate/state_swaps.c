/* One word for one word. Editors mend what is misspelt, so of two spellings the
 * likelier word is the later; they raise counts oftener than they lower them;
 * and they know which of two words they like better. */
#include <math.h>

#include "base/str.h"
#include "relate/model.h"
#include "relate/states.h"
#include "relate/stretch.h"
#include "relate/wording.h"

/* Nats by which one swap counts at most. */
#define MOST 3.0
enum { DIGITS = 9 };

static bool is_number(stm_str w, uint32_t *value)
{
    *value = 0;
    if (!w.len || w.len > DIGITS)
        return false;
    for (size_t i = 0; i < w.len; i++) {
        if (!stm_ascii_digit(w.ptr[i]))
            return false;
        *value = *value * 10 + (uint32_t)(w.ptr[i] - '0');
    }
    return true;
}

/* `mine` stands where the other has `other`. */
static void count_swap(const stm_model *m, bool spelt, stm_str mine,
                       stm_str other, double *amount)
{
    uint32_t x, y;
    bool number = is_number(mine, &x);
    if (number && is_number(other, &y)) {
        amount[STM_STATE_GROWN] += x > y;
        return;
    }
    if (!spelt) {
        amount[STM_STATE_SWAPPED] += (double)mine.len;
        return;
    }
    amount[STM_STATE_FULLER] += mine.len > other.len;
    if (!m)
        return;
    double lead = stm_relate__cost(m, STM_NONE, other) -
                  stm_relate__cost(m, STM_NONE, mine);
    amount[STM_STATE_SPELT] += lead > 0;
    amount[STM_STATE_LIKELIER] += fmax(0, fmin(MOST, lead));
}

void stm_relate__state_swaps(const stm_case *c, int side, double *amount)
{
    const stm_text *mine = c->f.side[side].t, *other = c->f.side[!side].t;
    stm_model model;
    bool known = stm_relate__model(&model, mine->language);
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        stm_span x = side ? h->b : h->a, y = side ? h->a : h->b;
        if (stm_span_len(x) == 1 && stm_span_len(y) == 1)
            count_swap(known ? &model : NULL, stm_relate__is_spelling(c, h),
                       stm_lexicon_word(c->lex, mine->word[x.from]),
                       stm_lexicon_word(c->lex, other->word[y.from]), amount);
    }
}
