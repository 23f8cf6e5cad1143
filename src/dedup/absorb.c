/* One corpus behind another: the shards of a job, or an earlier one. */
#include <stdlib.h>
#include <string.h>

#include "dedup/corpus.h"

enum { COPY = 1 << 20 };

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static stm_status copy_store(stm_store *to, const stm_store *from, char *room,
                             stm_error *err)
{
    uint64_t size = stm_store__size(from);
    stm_status rc = STM_OK;
    for (uint64_t at = 0; at < size && rc == STM_OK;) {
        size_t n = size - at < COPY ? (size_t)(size - at) : COPY;
        const void *bytes;
        rc = stm_store__get(&bytes, from, at, n, room, err);
        if (rc == STM_OK)
            rc = stm_store__append(to, bytes, n, err);
        at += n;
    }
    return rc;
}

/* Where what the documents point to has come to lie. */
typedef struct moved {
    uint32_t input; /* the first row */
    uint32_t *source;
    uint64_t ids, spool;
} moved;

static stm_status move_names(moved *m, stm_corpus *c, const stm_corpus *other,
                             stm_error *err)
{
    stm_status rc = STM_OK;
    uint32_t row;
    m->input = (uint32_t)c->inputs.count;
    m->source = malloc((other->sources.count + 1) * sizeof *m->source);
    if (!m->source)
        return no_memory(err);
    for (size_t i = 0; i < other->inputs.count && rc == STM_OK; i++) {
        const stm_doc_input *in = &other->inputs.items[i];
        stm_str path = {in->path, strlen(in->path)};
        rc = stm_corpus__input(&row, c, path, in->disk.fd < 0, err);
    }
    for (size_t i = 0; i < other->sources.count && rc == STM_OK; i++)
        rc = stm_corpus__source(&m->source[i], c, other->sources.items[i].name,
                                err);
    return rc;
}

static stm_status move_docs(const moved *m, stm_corpus *c,
                            const stm_corpus *other, bool earlier,
                            stm_error *err)
{
    stm_doc d;
    for (uint32_t i = 0; i < other->count; i++) {
        stm_status rc = stm_corpus__doc(&d, other, i, err);
        if (rc != STM_OK)
            return rc;
        if (other->inputs.items[d.input].disk.fd < 0)
            d.raw_at += m->spool;
        d.input += m->input;
        d.id_at += m->ids;
        d.source = m->source[d.source];
        rc = stm_store__append(&c->store[STM_DOCS], &d, sizeof d, err);
        if (rc != STM_OK)
            return rc;
        stm_dedup_source *s = &c->sources.items[d.source];
        s->documents += !earlier;
        s->bytes += earlier ? 0 : d.raw_len;
    }
    return STM_OK;
}

stm_status stm_corpus__absorb(stm_corpus *c, const stm_corpus *other,
                              bool earlier, stm_error *err)
{
    static const int whole[] = {STM_SKETCHES, STM_EDGES, STM_PRINTS, STM_IDS,
                                STM_SPOOL};
    moved m = {.ids = stm_store__size(&c->store[STM_IDS]),
               .spool = stm_store__size(&c->store[STM_SPOOL])};
    char *room = malloc(COPY);
    stm_status rc = room ? move_names(&m, c, other, err) : no_memory(err);
    if (rc == STM_OK && other->count >= UINT32_MAX - 1 - c->count)
        rc = stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                      "over 4 billion documents in one job");
    if (rc == STM_OK)
        rc = move_docs(&m, c, other, earlier, err);
    for (size_t i = 0; i < sizeof whole / sizeof *whole && rc == STM_OK; i++)
        rc =
            copy_store(&c->store[whole[i]], &other->store[whole[i]], room, err);
    if (rc == STM_OK)
        c->count += other->count;
    c->earlier_inputs = (uint32_t)c->inputs.count;
    if (rc == STM_OK && earlier)
        c->earlier = c->count;
    free(m.source);
    free(room);
    return rc;
}
