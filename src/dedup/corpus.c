#include "dedup/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_corpus__start(stm_corpus *c)
{
    *c = (stm_corpus){0};
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        c->store[i] = STM_STORE_EMPTY;
}

void stm_corpus__free(stm_corpus *c)
{
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        stm_store__free(&c->store[i]);
    for (size_t i = 0; i < c->inputs.count; i++) {
        free(c->inputs.items[i].path);
        stm_disk_close(&c->inputs.items[i].disk);
    }
    stm_vec_free(&c->inputs);
    for (size_t i = 0; i < c->sources.count; i++)
        free((char *)c->sources.items[i].name.ptr);
    stm_vec_free(&c->sources);
}

static char *copy_of(stm_str s)
{
    char *copy = malloc(s.len + 1);
    if (copy) {
        memcpy(copy, s.ptr, s.len);
        copy[s.len] = '\0';
    }
    return copy;
}

/* What the names' store has of a name: what it is, its length, itself. */
static stm_status note_name(stm_corpus *c, char kind, stm_str name,
                            const stm_disk_mark *mark, stm_error *err)
{
    stm_name_head h = {.kind = kind, .len = (uint32_t)name.len, .mark = *mark};
    stm_status rc = stm_store__append(&c->store[STM_NAMES], &h, sizeof h, err);
    return rc == STM_OK ? stm_store__append(&c->store[STM_NAMES], name.ptr,
                                            name.len, err)
                        : rc;
}

stm_status stm_corpus__input(uint32_t *row, stm_corpus *c, stm_str path,
                             bool spooled, stm_error *err)
{
    stm_error why;
    stm_doc_input in = {.path = copy_of(path), .disk = STM_DISK_CLOSED};
    if (!in.path)
        return no_memory(err);
    if (!spooled && stm_disk_look(&in.mark, in.path, &why) == STM_OK &&
        in.mark.regular)
        stm_disk_open(&in.disk, in.path, &why);
    if (in.disk.fd < 0)
        in.mark = (stm_disk_mark){0};
    if (!stm_vec_push(&c->inputs, in)) {
        free(in.path);
        stm_disk_close(&in.disk);
        return no_memory(err);
    }
    *row = (uint32_t)(c->inputs.count - 1);
    return note_name(c, STM_NAME_INPUT, path, &in.mark, err);
}

/* Sources are few and come in stretches: from the newest on. */
stm_status stm_corpus__source(uint32_t *row, stm_corpus *c, stm_str name,
                              stm_error *err)
{
    static const stm_disk_mark none;
    for (size_t i = c->sources.count; i--;)
        if (stm_str_eq(c->sources.items[i].name, name)) {
            *row = (uint32_t)i;
            return STM_OK;
        }
    stm_dedup_source s = {.name = {copy_of(name), name.len}};
    if (!s.name.ptr || !stm_vec_push(&c->sources, s)) {
        free((char *)s.name.ptr);
        return no_memory(err);
    }
    *row = (uint32_t)(c->sources.count - 1);
    return note_name(c, STM_NAME_SOURCE, name, &none, err);
}

stm_status stm_corpus__doc(stm_doc *out, const stm_corpus *c, uint32_t doc,
                           stm_error *err)
{
    const void *at;
    stm_status rc =
        stm_store__get(&at, &c->store[STM_DOCS], (uint64_t)doc * sizeof *out,
                       sizeof *out, out, err);
    if (rc == STM_OK && at != out)
        memcpy(out, at, sizeof *out);
    return rc;
}

stm_status stm_corpus__next_doc(stm_doc *out, stm_store_walk *w,
                                const stm_corpus *c, uint32_t doc,
                                stm_error *err)
{
    const void *at;
    stm_status rc =
        stm_store__walk(&at, w, &c->store[STM_DOCS],
                        (uint64_t)doc * sizeof *out, sizeof *out, err);
    if (rc == STM_OK)
        memcpy(out, at, sizeof *out);
    return rc;
}

stm_status stm_corpus__sketches(const stm_minhash **out, const stm_corpus *c,
                                uint32_t first, size_t count, stm_minhash *room,
                                stm_error *err)
{
    const void *at = room;
    stm_status rc = stm_store__get(&at, &c->store[STM_SKETCHES],
                                   (uint64_t)first * sizeof *room,
                                   count * sizeof *room, room, err);
    *out = at;
    return rc;
}

stm_status stm_corpus__sketch(const stm_minhash **out, const stm_corpus *c,
                              uint32_t doc, stm_minhash *room, stm_error *err)
{
    return stm_corpus__sketches(out, c, doc, 1, room, err);
}

/* Of a store that is in memory, the lines that an item of it lies on. */
static void fetch(const stm_store *s, uint32_t item, size_t size)
{
    enum { LINE = 64 };
    if (!stm_store__in_memory(s))
        return;
    const char *at = s->tail + (size_t)item * size;
    for (size_t i = 0; i < size; i += LINE)
        __builtin_prefetch(at + i);
}

void stm_corpus__fetch_sketch(const stm_corpus *c, uint32_t doc)
{
    fetch(&c->store[STM_SKETCHES], doc, sizeof(stm_minhash));
}

void stm_corpus__fetch_edges(const stm_corpus *c, uint32_t doc)
{
    fetch(&c->store[STM_EDGES], doc, sizeof(stm_edges));
}

stm_status stm_corpus__edges(const stm_edges **out, const stm_corpus *c,
                             uint32_t doc, stm_edges *room, stm_error *err)
{
    const void *at = room;
    stm_status rc =
        stm_store__get(&at, &c->store[STM_EDGES], (uint64_t)doc * sizeof *room,
                       sizeof *room, room, err);
    *out = at;
    return rc;
}

stm_status stm_corpus__raw(const stm_corpus *c, uint32_t input, uint64_t at,
                           void *to, size_t len, stm_error *err)
{
    const stm_doc_input *in = &c->inputs.items[input];
    const void *from = to;
    stm_error why;
    if (in->disk.fd < 0) {
        stm_status rc =
            stm_store__get(&from, &c->store[STM_SPOOL], at, len, to, err);
        if (rc == STM_OK && from != to)
            memcpy(to, from, len);
        return rc;
    }
    stm_status rc = stm_disk_read(&in->disk, at, to, len, &why);
    return rc == STM_OK
               ? STM_OK
               : stm_fail(err, rc == STM_EFORMAT ? STM_EIO : rc, at,
                          "cannot read %s again: %s", in->path, why.message);
}
