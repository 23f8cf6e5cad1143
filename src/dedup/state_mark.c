/* A mark of the journal and its bytes. What is read must have the right sum,
 * and not contradict itself. */
#include "base/hash.h"
#include "dedup/state.h"

enum { MARK = STM_STATE_MARK_BYTES, FIELDS = MARK / 8 };
/* Raised with the records: a folder of another version has no mark. */
static const uint64_t magic = UINT64_C(0x3250554445446d73);

static void put(uint8_t *to, uint64_t x)
{
    for (int i = 0; i < 8; i++)
        to[i] = (uint8_t)(x >> (8 * i));
}

static uint64_t get(const uint8_t *from)
{
    uint64_t x = 0;
    for (int i = 8; i--;)
        x = x << 8 | from[i];
    return x;
}

static uint64_t sum_of(const uint8_t mark[MARK])
{
    return stm_hash_bytes((const char *)mark, MARK - 8);
}

void stm_state__write_mark(uint8_t out[MARK], const stm_state_mark *m)
{
    const stm_place *p = &m->place;
    uint64_t field[FIELDS] = {magic,
                              p->input,
                              p->at,
                              p->lines,
                              p->skipped,
                              p->unread,
                              p->bytes,
                              p->done,
                              m->count,
                              m->inputs,
                              m->sources,
                              m->earlier,
                              m->earlier_inputs};
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        field[13 + i] = m->sizes[i];
    for (int i = 0; i < FIELDS; i++)
        put(out + 8 * i, field[i]);
    put(out + MARK - 8, sum_of(out));
}

static bool agrees(const stm_state_mark *m)
{
    uint64_t n = m->count;
    return m->earlier <= n && m->earlier_inputs <= m->inputs &&
           m->sizes[STM_DOCS] == n * sizeof(stm_doc) &&
           m->sizes[STM_SKETCHES] == n * sizeof(stm_minhash) &&
           m->sizes[STM_EDGES] == n * sizeof(stm_edges) &&
           m->sizes[STM_PRINTS] % sizeof(uint32_t) == 0 &&
           (m->place.input < m->inputs || (!m->inputs && !m->place.input));
}

bool stm_state__read_mark(stm_state_mark *out, const uint8_t in[MARK])
{
    uint64_t field[FIELDS];
    for (int i = 0; i < FIELDS; i++)
        field[i] = get(in + 8 * i);
    if (field[0] != magic || field[FIELDS - 1] != sum_of(in))
        return false;
    for (int i = 8; i <= 12; i++)
        if (field[i] >= UINT32_MAX)
            return false;
    if (field[1] >= UINT32_MAX || field[7] > 1)
        return false;
    *out = (stm_state_mark){
        .place = {(uint32_t)field[1], field[2], field[3], field[4], field[5],
                  field[6], field[7] == 1},
        .count = (uint32_t)field[8],
        .inputs = (uint32_t)field[9],
        .sources = (uint32_t)field[10],
        .earlier = (uint32_t)field[11],
        .earlier_inputs = (uint32_t)field[12],
    };
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        out->sizes[i] = field[13 + i];
    return agrees(out);
}
