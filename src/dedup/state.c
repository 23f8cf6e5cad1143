/* The journal is a file of marks of one size, each with a check sum; the last
 * one that is whole counts, and what the other files have behind it is
 * forgotten. So a job may be killed at any moment. */
#include "dedup/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { MARK = STM_STATE_MARK_BYTES };

static stm_status name_file(stm_status rc, const stm_state *s, const char *name,
                            const stm_error *why, stm_error *err)
{
    return stm_fail(err, rc, why->offset, "%s/%s: %s", s->folder, name,
                    why->message);
}

static stm_status open_file(stm_disk *d, const stm_state *s, const char *name,
                            stm_error *err)
{
    stm_error why;
    char *path = stm_disk_join(s->folder, name);
    if (!path)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    stm_status rc = stm_disk_keep(d, path, &why);
    free(path);
    return rc == STM_OK ? rc : name_file(rc, s, name, &why, err);
}

static const char *const names[STM_CORPUS_STORES] = {
    "docs", "sketches", "edges", "prints", "ids", "names", "spool"};

static stm_status open_stores(stm_state *s, stm_corpus *c,
                              const stm_state_mark *m, stm_error *err)
{
    stm_status rc = STM_OK;
    for (int i = 0; i < STM_CORPUS_STORES && rc == STM_OK; i++) {
        stm_error why;
        rc = open_file(&c->store[i].disk, s, names[i], err);
        if (rc != STM_OK)
            break;
        rc = stm_disk_cut(&c->store[i].disk, m->sizes[i], &why);
        if (rc != STM_OK)
            name_file(rc, s, names[i], &why, err);
    }
    return rc;
}

/* The last mark that is whole; what is behind it is cut off. */
static stm_status last_mark(stm_state *s, stm_state_mark *m, bool *found,
                            stm_error *err)
{
    uint8_t bytes[MARK];
    *m = (stm_state_mark){0};
    *found = false;
    uint64_t count = s->journal.size / MARK;
    while (count && !*found) {
        stm_status rc =
            stm_disk_read(&s->journal, (count - 1) * MARK, bytes, MARK, err);
        if (rc != STM_OK)
            return rc;
        *found = stm_state__read_mark(m, bytes);
        count -= !*found;
    }
    if (!*found)
        *m = (stm_state_mark){0};
    return stm_disk_cut(&s->journal, count * MARK, err);
}

/* The folder is of one kind of job: what it depends on stands in a file. */
static stm_status check_about(stm_state *s, stm_str about, stm_error *err)
{
    char was[512];
    stm_status rc = open_file(&s->lock, s, "job", err);
    if (rc == STM_OK)
        rc = stm_disk_lock(&s->lock, err);
    if (rc != STM_OK)
        return rc;
    if (!s->lock.size)
        return stm_disk_append(&s->lock, about.ptr, about.len, err);
    size_t n = s->lock.size < sizeof was ? (size_t)s->lock.size : sizeof was;
    rc = stm_disk_read(&s->lock, 0, was, n, err);
    if (rc == STM_OK && about.ptr && !stm_str_eq((stm_str){was, n}, about))
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "%s is the state of another job; name another folder, or "
                      "give the options it was made with",
                      s->folder);
    return rc;
}

static stm_status damaged(const stm_state *s, const char *what, stm_error *err)
{
    return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                    "%s/%s is damaged; remove the folder to begin anew",
                    s->folder, what);
}

static bool same_mark(const stm_disk_mark *a, const stm_disk_mark *b)
{
    return a->size == b->size && a->changed == b->changed &&
           a->regular == b->regular;
}

static stm_status add_input(const stm_state *s, stm_corpus *c, stm_str name,
                            const stm_disk_mark *mark, stm_error *err)
{
    uint32_t row;
    stm_status rc = stm_corpus__input(&row, c, name, !mark->regular, err);
    if (rc == STM_OK && !same_mark(&c->inputs.items[row].mark, mark))
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "%s is not what it was when it was read; remove the "
                      "folder %s to begin anew",
                      c->inputs.items[row].path, s->folder);
    return rc;
}

/* Reads the names anew; that appends them to a store that is set aside. */
static stm_status read_names(const stm_state *s, stm_corpus *c,
                             const stm_state_mark *m, stm_error *err)
{
    stm_store kept = c->store[STM_NAMES];
    stm_name_head h;
    char name[STM_LONGEST_NAME];
    const void *from;
    uint32_t row;
    stm_status rc = STM_OK;
    c->store[STM_NAMES] = STM_STORE_EMPTY;
    for (uint64_t at = 0; at < m->sizes[STM_NAMES] && rc == STM_OK;) {
        rc = stm_disk_read(&kept.disk, at, &h, sizeof h, err);
        if (rc == STM_OK && (h.len > sizeof name || !h.len))
            rc = damaged(s, "names", err);
        if (rc == STM_OK)
            rc = stm_disk_read(&kept.disk, at + sizeof h, name, h.len, err);
        if (rc != STM_OK)
            break;
        at += sizeof h + h.len;
        from = name;
        if (h.kind == STM_NAME_INPUT)
            rc = add_input(s, c, (stm_str){from, h.len}, &h.mark, err);
        else
            rc = stm_corpus__source(&row, c, (stm_str){from, h.len}, err);
    }
    stm_store__free(&c->store[STM_NAMES]);
    c->store[STM_NAMES] = kept;
    if (rc == STM_OK &&
        (c->inputs.count != m->inputs || c->sources.count != m->sources))
        rc = damaged(s, "names", err);
    return rc;
}

static bool is_sound(const stm_corpus *c, const stm_state_mark *m,
                     const stm_doc *d)
{
    uint64_t ids = m->sizes[STM_IDS];
    if (d->input >= c->inputs.count || d->source >= c->sources.count ||
        d->unread > 1 || d->id_len > STM_DOC_LONGEST_ID || d->id_at > ids ||
        d->id_len > ids - d->id_at)
        return false;
    const stm_doc_input *in = &c->inputs.items[d->input];
    uint64_t size = in->disk.fd >= 0 ? in->disk.size : m->sizes[STM_SPOOL];
    return d->raw_at <= size && d->raw_len <= size - d->raw_at;
}

/* The documents must point to what is there. What sources have is counted. */
static stm_status read_docs(const stm_state *s, stm_corpus *c,
                            const stm_state_mark *m, stm_error *err)
{
    uint64_t prints = 0;
    stm_store_walk w = {0};
    stm_status rc = STM_OK;
    c->count = m->count;
    c->earlier = m->earlier;
    c->earlier_inputs = m->earlier_inputs;
    for (uint32_t i = 0; i < c->count && rc == STM_OK; i++) {
        stm_doc d;
        rc = stm_corpus__next_doc(&d, &w, c, i, err);
        if (rc == STM_OK && !is_sound(c, m, &d))
            rc = damaged(s, "docs", err);
        if (rc != STM_OK)
            break;
        prints += d.prints;
        if (i < m->earlier)
            continue;
        c->sources.items[d.source].documents++;
        c->sources.items[d.source].bytes += d.raw_len;
    }
    stm_store__walk_end(&w);
    if (rc != STM_OK)
        return rc;
    return prints * sizeof(uint32_t) == m->sizes[STM_PRINTS]
               ? STM_OK
               : damaged(s, "prints", err);
}

stm_status stm_state__open(stm_state *s, const char *folder, stm_str about,
                           stm_corpus *c, stm_place *place, bool *found,
                           stm_error *err)
{
    stm_error why;
    stm_state_mark m;
    *s = STM_STATE_NONE;
    *place = (stm_place){0};
    s->folder = stm_disk_join(folder, "");
    if (!s->folder)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    s->folder[strlen(s->folder) - 1] = '\0';
    stm_status rc = stm_disk_folder(s->folder, &why);
    if (rc != STM_OK)
        return stm_fail(err, rc, STM_NO_OFFSET, "cannot use the folder %s: %s",
                        folder, why.message);
    rc = check_about(s, about, err);
    if (rc == STM_OK)
        rc = open_file(&s->journal, s, "journal", err);
    if (rc == STM_OK)
        rc = last_mark(s, &m, found, err);
    if (rc == STM_OK)
        rc = open_stores(s, c, &m, err);
    if (rc == STM_OK && *found)
        rc = read_names(s, c, &m, err);
    if (rc == STM_OK && *found)
        rc = read_docs(s, c, &m, err);
    if (rc == STM_OK)
        *place = m.place;
    return rc;
}

static stm_status sync_stores(stm_corpus *c, stm_error *err)
{
    stm_status rc = STM_OK;
    for (int i = 0; i < STM_CORPUS_STORES && rc == STM_OK; i++) {
        rc = stm_store__spill(&c->store[i], NULL, err);
        if (rc == STM_OK)
            rc = stm_disk_sync(&c->store[i].disk, err);
    }
    return rc;
}

stm_status stm_state__mark(stm_state *s, stm_corpus *c, const stm_place *place,
                           stm_error *err)
{
    uint8_t bytes[MARK];
    stm_error why;
    stm_state_mark m = {.place = *place,
                        .count = c->count,
                        .earlier = c->earlier,
                        .earlier_inputs = c->earlier_inputs,
                        .inputs = (uint32_t)c->inputs.count,
                        .sources = (uint32_t)c->sources.count};
    stm_status rc = sync_stores(c, &why);
    for (int i = 0; i < STM_CORPUS_STORES; i++)
        m.sizes[i] = stm_store__size(&c->store[i]);
    stm_state__write_mark(bytes, &m);
    if (rc == STM_OK)
        rc = stm_disk_append(&s->journal, bytes, MARK, &why);
    if (rc == STM_OK)
        rc = stm_disk_sync(&s->journal, &why);
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "cannot keep the state in %s: %s", s->folder,
                                   why.message);
}

/* Eight bytes of magic, then five a document. */
enum { RESULT_HEAD = 8, RESULT_EACH = 5, RESULT_BATCH = 1024 };
static const char result_magic[RESULT_HEAD + 1] = "stmDEDR1";

static stm_status write_rows(stm_disk *d, const uint32_t *kept,
                             const uint8_t *fate, uint32_t count,
                             stm_error *err)
{
    uint8_t rows[RESULT_BATCH * RESULT_EACH];
    stm_status rc = STM_OK;
    for (uint32_t from = 0; from < count && rc == STM_OK;
         from += RESULT_BATCH) {
        size_t n = 0;
        for (uint32_t i = from; i < count && i - from < RESULT_BATCH; i++) {
            for (int b = 0; b < 4; b++)
                rows[n++] = (uint8_t)(kept[i] >> (8 * b));
            rows[n++] = fate[i];
        }
        rc = stm_disk_append(d, rows, n, err);
    }
    return rc;
}

stm_status stm_state__write_result(const stm_state *s, const uint32_t *kept,
                                   const uint8_t *fate, uint32_t count,
                                   stm_error *err)
{
    stm_disk d;
    stm_error why;
    stm_status rc = open_file(&d, s, "result", err);
    if (rc != STM_OK)
        return rc;
    rc = stm_disk_cut(&d, 0, &why);
    if (rc == STM_OK)
        rc = stm_disk_append(&d, result_magic, RESULT_HEAD, &why);
    if (rc == STM_OK)
        rc = write_rows(&d, kept, fate, count, &why);
    stm_disk_close(&d);
    return rc == STM_OK ? rc : name_file(rc, s, "result", &why, err);
}

stm_status stm_state__read_result(const stm_state *s, uint32_t doc,
                                  uint32_t count, uint32_t *kept, uint8_t *fate,
                                  stm_error *err)
{
    uint8_t head[RESULT_HEAD], row[RESULT_EACH] = {0};
    stm_disk d;
    stm_status rc = open_file(&d, s, "result", err);
    if (rc != STM_OK)
        return rc;
    bool whole = d.size == RESULT_HEAD + (uint64_t)count * RESULT_EACH;
    if (whole)
        rc = stm_disk_read(&d, 0, head, sizeof head, err);
    if (whole && rc == STM_OK)
        rc = stm_disk_read(&d, RESULT_HEAD + (uint64_t)doc * RESULT_EACH, row,
                           sizeof row, err);
    stm_disk_close(&d);
    if (rc != STM_OK)
        return rc;
    if (!whole || memcmp(head, result_magic, RESULT_HEAD) != 0)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the job of %s has not been finished; run it again",
                        s->folder);
    *kept = (uint32_t)row[0] | (uint32_t)row[1] << 8 | (uint32_t)row[2] << 16 |
            (uint32_t)row[3] << 24;
    *fate = row[4];
    return *kept < count && *fate <= 3 ? STM_OK : damaged(s, "result", err);
}

void stm_state__close(stm_state *s)
{
    stm_disk_close(&s->journal);
    stm_disk_close(&s->lock);
    free(s->folder);
    *s = STM_STATE_NONE;
}
