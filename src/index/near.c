/* Two texts on one topic share names and set phrases here and there; a copy
 * shares what stands around them, too, however it was reworded. So for every
 * shared key the stems of a window in the one text are looked for in the window
 * around the same key in the other, and each one found counts as many bits as
 * it would be surprising to meet there by chance. */
#include "index/near.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "index/weights.h"

enum { SLOTS = 256 /* of a window's stems; a power of two */ };

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the search of pairs");
}

/* A word that is frequent in the job is met by chance as often as any other
 * place has it; the two places at hand do not count. */
static float bits_of(double count, double words)
{
    double rate = (count > 2 ? count - 2 : 0) / words + 1.0 / (words + 1);
    float bits = (float)-log2(rate * 2 * STM_NEAR_REACH);
    return fminf(fmaxf(bits, STM_NEAR_LEAST), STM_NEAR_MOST);
}

stm_status stm_near__new(stm_near *n, const stm_text *const *texts,
                         size_t count, const stm_lexicon *lex, stm_error *err)
{
    uint32_t size = stm_lexicon_size(lex);
    uint64_t words = 0;
    *n = (stm_near){calloc((size_t)size + 1, sizeof *n->bits)};
    uint32_t *seen = calloc((size_t)size + 1, sizeof *seen);
    if (!n->bits || !seen) {
        free(seen);
        return no_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        words += texts[i]->count;
        for (uint32_t k = 0; k < texts[i]->count; k++)
            seen[texts[i]->stem[k]]++;
    }
    for (uint32_t i = 0; i < size; i++)
        n->bits[i] = bits_of(seen[i], (double)words);
    free(seen);
    return STM_OK;
}

void stm_near__free(stm_near *n)
{
    free(n->bits);
    *n = (stm_near){0};
}

static stm_span around(const stm_text *t, uint32_t at)
{
    return (stm_span){at > STM_NEAR_REACH ? at - STM_NEAR_REACH : 0,
                      t->count - at > STM_NEAR_REACH ? at + STM_NEAR_REACH
                                                     : t->count};
}

/* The place of a stem among the slots, or where it would go. */
static size_t slot_of(const uint32_t *slots, uint32_t stem)
{
    size_t at = stm_mix64(stem) % SLOTS;
    while (slots[at] && slots[at] != stem + 1)
        at = (at + 1) % SLOTS;
    return at;
}

/* What agrees, of what could agree. */
typedef struct agreement {
    float bits, share;
} agreement;

static agreement agree_at(const stm_near *n, stm_near_side a, uint32_t at_a,
                          stm_near_side b, uint32_t at_b)
{
    uint32_t slots[SLOTS] = {0};
    bool counted[SLOTS] = {0};
    stm_span x = around(a.text, at_a), y = around(b.text, at_b);
    float sum = 0, all_a = 0, all_b = 0;
    for (uint32_t i = x.from; i < x.to; i++) {
        size_t at = slot_of(slots, a.text->stem[i]);
        all_a += n->bits[a.text->stem[i]];
        slots[at] = a.text->stem[i] + 1;
    }
    for (uint32_t i = y.from; i < y.to; i++) {
        size_t at = slot_of(slots, b.text->stem[i]);
        all_b += n->bits[b.text->stem[i]];
        if (slots[at] && !counted[at])
            sum += n->bits[b.text->stem[i]];
        counted[at] = counted[at] || slots[at];
    }
    float all = all_a < all_b ? all_a : all_b;
    return (agreement){sum, all > 0 ? sum / all : 0};
}

/* How surely a window speaks of copying. */
typedef enum sure { NOT, MAYBE, SURELY } sure;

static sure judge(agreement g)
{
    if (g.bits >= STM_NEAR_BITS_SURE)
        return SURELY;
    return g.bits >= STM_NEAR_BITS || g.share >= STM_NEAR_SHARE ? MAYBE : NOT;
}

/* A text that a window holds as a whole has no better one. */
static bool is_short(stm_near_side s)
{
    return s.text->count < 2 * STM_NEAR_REACH;
}

bool stm_near__may_share(const stm_near *n, stm_near_side a, stm_near_side b)
{
    const stm_sketch *x = a.sketch, *y = b.sketch;
    bool maybe = false, enough = is_short(a) || is_short(b);
    unsigned runs = 0;
    for (size_t i = 0, k = 0; i < x->count && k < y->count;) {
        uint64_t in_a = x->keys[i], in_b = y->keys[k];
        if (in_a == in_b) {
            sure how = judge(agree_at(n, a, x->at[i], b, y->at[k]));
            runs += stm_key__kind(in_a) == STM_KEY_RUN;
            enough = enough || runs >= STM_NEAR_RUNS;
            maybe = maybe || how == MAYBE;
            if (how == SURELY || (maybe && enough))
                return true;
        }
        i += in_a <= in_b;
        k += in_b <= in_a;
    }
    return false;
}
