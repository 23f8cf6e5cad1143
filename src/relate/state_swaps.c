/* One word for one word. Editors mend what is misspelt, so of two spellings the
 * likelier word is the later; they raise counts oftener than they lower them;
 * they put the accents on names; and they know which of two words they like
 * better. */
#include <math.h>

#include "base/str.h"
#include "relate/model.h"
#include "relate/states.h"
#include "relate/stretch.h"
#include "relate/usage.h"
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

/* Does the byte go on a character? */
static bool is_inner(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* One word letter by letter the other, but for letters beyond ASCII: by how
 * many it has more of these. "cortés" has one more than "cortes". */
static int accents(stm_str mine, stm_str other)
{
    int more = 0;
    size_t i = 0, k = 0;
    while (i < mine.len && k < other.len) {
        bool far = (unsigned char)mine.ptr[i] >= 0x80;
        bool away = (unsigned char)other.ptr[k] >= 0x80;
        if (!far && !away && mine.ptr[i] != other.ptr[k])
            return 0;
        more += far - away;
        do
            i++;
        while (i < mine.len && is_inner(mine.ptr[i]));
        do
            k++;
        while (k < other.len && is_inner(other.ptr[k]));
    }
    return i == mine.len && k == other.len ? more : 0;
}

static void count_spelling(const stm_model *m, stm_str mine, stm_str other,
                           double *amount)
{
    double lead = stm_relate__cost(m, STM_NONE, other) -
                  stm_relate__cost(m, STM_NONE, mine);
    amount[STM_STATE_SPELT] += lead > 0;
    amount[STM_STATE_LIKELIER] += fmax(0, fmin(MOST, lead));
    amount[STM_STATE_KNOWN] += lead > 0 && !stm_relate__is_listed(m, other) &&
                               stm_relate__is_listed(m, mine);
}

/* `mine` stands where the other has `other`; a spelling of it or not. `m` is
 * NULL where the language has none. */
static void count_swap(const stm_model *m, bool spelt, stm_str mine,
                       stm_str other, double *amount)
{
    uint32_t x, y;
    if (is_number(mine, &x) && is_number(other, &y)) {
        amount[STM_STATE_GROWN] += x > y;
        return;
    }
    int more = accents(mine, other);
    amount[STM_STATE_ACCENTED] += more > 0;
    if (more)
        return;
    if (!spelt) {
        amount[STM_STATE_SWAPPED] += (double)mine.len;
        return;
    }
    amount[STM_STATE_FULLER] += mine.len > other.len;
    if (m)
        count_spelling(m, mine, other, amount);
}

bool stm_relate__state_swaps(stm_case *c, int side, double *amount)
{
    const stm_text *mine = c->f.side[side].t, *other = c->f.side[!side].t;
    stm_model model;
    bool known = stm_relate__model(&model, mine->language);
    const stm_usage *u = stm_relate__usage(c);
    for (size_t i = 0; u && i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        stm_span x = side ? h->b : h->a, y = side ? h->a : h->b;
        if (stm_span_len(x) != 1 || stm_span_len(y) != 1)
            continue;
        bool spelt = stm_relate__is_spelling(c, h);
        uint32_t word = mine->word[x.from];
        amount[STM_STATE_AGREED] +=
            spelt && stm_relate__use(u, word)->all[!side] > 0;
        count_swap(known ? &model : NULL, spelt, stm_lexicon_word(c->lex, word),
                   stm_lexicon_word(c->lex, other->word[y.from]), amount);
    }
    return u != NULL;
}
