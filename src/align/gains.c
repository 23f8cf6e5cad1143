#include "align/gains.h"

#include "align/log.h"
#include "align/weights.h"
#include "base/cpu.h"

float stm_gains__weight(uint32_t function)
{
    return function ? STM_REGION_FUNCTION : 1;
}

/* log(kept / chance + 1 - kept), chance from the count outside. */
static float gain_of(const stm_gains *m, uint32_t function, uint32_t outside)
{
    float seen = (float)outside +
                 (function ? STM_REGION_SEEN_FUNCTION : STM_REGION_SEEN);
    float rarity = 1 + m->scale / seen;
    rarity = rarity < m->most ? rarity : m->most;
    return stm_align__log(m->kept * rarity + 1 - m->kept);
}

void stm_gains__know(stm_gains *m)
{
    for (uint32_t n = 0; n < STM_GAINS_KNOWN; n++)
        m->table[0][n] = gain_of(m, 0, n);
    for (uint32_t n = 0; n < STM_GAINS_KNOWN; n++)
        m->table[1][n] = gain_of(m, 1, n);
    m->known = STM_GAINS_KNOWN;
}

float stm_gains__found(const stm_gains *m, uint32_t function, uint32_t outside)
{
    return outside < m->known ? m->table[function][outside]
                              : gain_of(m, function, outside);
}

static float word_gain(const stm_gains *m, uint32_t i)
{
    const stm_bag_count *c = &m->count[m->stem[i]];
    uint32_t there = c->in[!m->side];
    if (m->taken[i])
        return STM_REGION_TAKEN;
    if (!there)
        return stm_gains__weight(c->function) * m->missing;
    uint32_t beyond = i < m->span.from || i >= m->span.to;
    uint32_t here = c->in[m->side] + beyond;
    float gain = stm_gains__found(m, c->function, c->rest - beyond);
    if (here > there) {
        float fit = (float)there / (float)here;
        gain = fit * gain + (1 - fit) * m->missing;
    }
    return stm_gains__weight(c->function) * gain;
}

void stm_gains__scalar(const stm_gains *m, uint32_t from, uint32_t to,
                       float *gain)
{
    for (uint32_t i = from; i < to; i++)
        gain[i] = word_gain(m, i);
}

stm_gains_fn *stm_gains__pick(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_gains__avx2;
#endif
    return stm_gains__scalar;
}
