/* What a job will take, from the first documents of its inputs. */
#include <string.h>

#include "dedup/captures.h"
#include "dedup/job.h"
#include "dedup/sizes.h"

enum { SAMPLE = 16 << 20 };

typedef struct sampling {
    stm_dedup_job *job;
    stm_captures *captures;
    stm_part part;
    uint64_t bytes, documents, prints, ids; /* bytes of what was read */
    uint64_t made; /* bytes of lines made of captures, which are kept aside */
    bool packed, enough;
} sampling;

static stm_status read_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    sampling *s = user;
    s->part.lines = b->bytes;
    stm_status rc =
        stm_part__read(&s->part, &s->job->reading, &s->job->rooms[0], err);
    s->documents += s->part.docs.count;
    s->prints += s->part.prints.count;
    for (size_t i = 0; i < s->part.docs.count; i++)
        s->ids += s->part.docs.items[i].id.len;
    return rc;
}

static stm_status count_bytes(sampling *s, uint64_t bytes, stm_error *err)
{
    s->bytes += bytes;
    s->enough = s->bytes >= SAMPLE;
    return s->enough ? stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "enough")
                     : STM_OK;
}

static stm_status take_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    sampling *s = user;
    s->packed |= b->packed || !strncmp(b->source.ptr, "-", b->source.len);
    stm_status rc = b->piece ? STM_OK : read_lines(s, b, err);
    return rc == STM_OK ? count_bytes(s, b->bytes.len, err) : rc;
}

static stm_status take_made(void *user, const stm_capture_lines *b,
                            stm_error *err)
{
    sampling *s = user;
    s->made += b->bytes.len;
    return read_lines(s, b, err);
}

/* Web archives are nearly always packed. */
static stm_status take_capture(void *user, stm_capture *c, stm_error *err)
{
    sampling *s = user;
    uint64_t bytes = c->markup.len + c->text.len;
    s->packed |= c->record.ptr != NULL;
    stm_status rc =
        stm_captures__take(s->captures, c, stm_captures__input(c), err);
    return rc == STM_OK ? count_bytes(s, bytes, err) : rc;
}

static void fill(const sampling *s, uint64_t bytes, stm_dedup_forecast *f)
{
    uint64_t lines = s->made ? s->made : s->bytes; /* of the sample */
    /* packed JSON is about a quarter of what it was */
    enum { UNPACKED = 4 };
    const stm_dedup_job *j = s->job;
    uint64_t whole = s->packed ? bytes * UNPACKED : bytes;
    double more = s->enough ? (double)whole / (double)s->bytes : 1;
    uint64_t records = s->documents * (sizeof(stm_doc) + sizeof(stm_edges) +
                                       sizeof(stm_minhash)) +
                       s->prints * sizeof(uint32_t) + s->ids;
    records = (uint64_t)((double)records * more);
    f->bytes = bytes;
    f->sampled = s->bytes;
    f->documents = (uint64_t)((double)s->documents * more);
    f->memory = stm_dedup__likely(j, f->documents, records);
    f->disk = (uint64_t)(s->packed || s->made ? (double)lines * more : 0) +
              (j->opts.state ||
                       (j->opts.max_memory && f->memory >= j->opts.max_memory)
                   ? records
                   : 0);
}

stm_status stm_dedup__forecast(stm_dedup_job *j, const char *const *paths,
                               size_t count, stm_error *err)
{
    sampling s = {.job = j};
    uint64_t bytes = 0;
    stm_captures_opts made = {.pool = j->pool,
                              .as_is = j->opts.as_is,
                              .bytes = stm_dedup__waiting(j),
                              .give = take_made,
                              .user = &s};
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take_capture, NULL, &s};
    opts.text_field = j->reading.text_field;
    opts.lines = take_lines;
    opts.lines_user = &s;
    stm_status rc = stm_captures__new(&s.captures, &made, err);
    if (rc == STM_OK)
        rc = stm_capture_walk(paths, count, &opts, &sink, err);
    if (rc == STM_ECANCEL && s.enough)
        rc = STM_OK;
    if (rc == STM_OK)
        rc = stm_captures__flush(s.captures, err);
    if (rc == STM_OK && !s.documents)
        rc = stm_fail(err, STM_EIO, STM_NO_OFFSET,
                      "there is no document to read");
    if (rc == STM_OK)
        rc = stm_sizes__of(&bytes, paths, count, err);
    if (rc == STM_OK)
        fill(&s, bytes, &j->sum->forecast);
    stm_captures__free(s.captures);
    stm_part__free(&s.part);
    return rc;
}
