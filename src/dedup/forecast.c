/* What a job will take, from the first documents of its inputs. */
#include <string.h>

#include "dedup/job.h"

enum { SAMPLE = 16 << 20 };

typedef struct sampling {
    stm_dedup_job *job;
    stm_part part;
    uint64_t bytes, documents, prints, ids;
    bool packed, enough;
} sampling;

static stm_status take_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    sampling *s = user;
    s->packed |= b->packed || !strncmp(b->source.ptr, "-", b->source.len);
    if (b->piece)
        return STM_OK;
    s->part.lines = b->bytes;
    stm_status rc =
        stm_part__read(&s->part, &s->job->reading, &s->job->rooms[0], err);
    s->bytes += b->bytes.len;
    s->documents += s->part.docs.count;
    s->prints += s->part.prints.count;
    for (size_t i = 0; i < s->part.docs.count; i++)
        s->ids += s->part.docs.items[i].id.len;
    s->enough = s->bytes >= SAMPLE;
    return rc == STM_OK && s->enough
               ? stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "enough")
               : rc;
}

static stm_status take_capture(void *user, stm_capture *c, stm_error *err)
{
    (void)user;
    (void)err;
    stm_capture_free(c);
    return STM_OK;
}

/* Files alone have a size before they are read. */
static uint64_t size_of(const char *const *paths, size_t count)
{
    uint64_t all = 0;
    for (size_t i = 0; i < count; i++) {
        stm_disk_mark mark;
        if (stm_disk_look(&mark, paths[i], NULL) == STM_OK && mark.regular)
            all += mark.size;
    }
    return all;
}

static void fill(const sampling *s, uint64_t bytes, stm_dedup_forecast *f)
{
    /* packed JSON is about a quarter of what it was */
    enum { UNPACKED = 4 };
    const stm_dedup_job *j = s->job;
    uint64_t whole = s->packed ? bytes * UNPACKED : bytes;
    double more = s->enough ? (double)whole / (double)s->bytes : 1;
    uint64_t records = s->documents * (sizeof(stm_doc) + sizeof(stm_edges) +
                                       sizeof(stm_minhash_bytes)) +
                       s->prints * sizeof(uint32_t) + s->ids;
    records = (uint64_t)((double)records * more);
    f->bytes = bytes;
    f->sampled = s->bytes;
    f->documents = (uint64_t)((double)s->documents * more);
    f->memory = stm_dedup__likely(j, f->documents, records);
    f->disk = (s->packed ? whole : 0) +
              (j->opts.state ||
                       (j->opts.max_memory && f->memory >= j->opts.max_memory)
                   ? records
                   : 0);
}

stm_status stm_dedup__forecast(stm_dedup_job *j, const char *const *paths,
                               size_t count, stm_error *err)
{
    sampling s = {.job = j};
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take_capture, NULL, &s};
    opts.text_field = j->reading.text_field;
    opts.lines = take_lines;
    opts.lines_user = &s;
    stm_status rc = stm_capture_walk(paths, count, &opts, &sink, err);
    if (rc == STM_ECANCEL && s.enough)
        rc = STM_OK;
    if (rc == STM_OK && !s.documents)
        rc = stm_fail(err, STM_EIO, STM_NO_OFFSET,
                      "there is no document to read");
    if (rc == STM_OK)
        fill(&s, size_of(paths, count), &j->sum->forecast);
    stm_part__free(&s.part);
    return rc;
}
