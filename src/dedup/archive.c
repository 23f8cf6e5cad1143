/* A record is not kept while documents are read, for it may be many times its
 * text: archives are read a second time, and documents met again in their
 * order, by their ids. */
#include "dedup/archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "base/str.h"
#include "dedup/captures.h"

typedef struct archiving {
    stm_dedup_job *job;
    const char *how;
    const stm_sink *to;
    uint32_t doc, end; /* documents of the input that are still to come */
    STM_VEC(char) record;
    bool shown; /* it is that of the capture to come */
    stm_json_out id;
} archiving;

bool stm_archive__is_name(const char *name)
{
    stm_str s = stm_str_of(name);
    if (name && stm_pack_for(name))
        while (s.len && s.ptr[--s.len] != '.')
            continue;
    static const char *const endings[] = {".warc", ".wet"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        stm_str e = stm_str_of(endings[i]);
        if (s.len > e.len && !memcmp(s.ptr + s.len - e.len, e.ptr, e.len))
            return true;
    }
    return false;
}

stm_status stm_archive__refuse(stm_str source, stm_error *err)
{
    return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                    "%.*s holds no records of a web archive (WARC), which the "
                    "output is to have by its name; name it .jsonl",
                    (int)source.len, source.ptr);
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static stm_status show_record(void *user, stm_str bytes, stm_error *err)
{
    archiving *a = user;
    a->shown = true;
    a->record.count = 0;
    if (!stm_vec_reserve(&a->record, bytes.len + 1))
        return no_memory(err);
    if (bytes.len)
        memcpy(a->record.items, bytes.ptr, bytes.len);
    a->record.count = bytes.len;
    return STM_OK;
}

static stm_status put(const archiving *a, const stm_sink *to)
{
    stm_status rc = to->write(to->user, a->record.items, a->record.count);
    return rc == STM_OK ? to->write(to->user, "\r\n\r\n", 4) : rc;
}

static stm_status put_packed(const archiving *a, stm_error *err)
{
    stm_pack *p;
    stm_status rc = stm_pack_open(&p, a->how, a->to, err);
    if (rc != STM_OK)
        return rc;
    stm_sink in = {stm_pack_write, p};
    rc = put(a, &in);
    if (rc == STM_OK)
        rc = stm_pack_end(p);
    stm_pack_free(p);
    return rc;
}

/* A record that is cut short would swallow the one behind it. */
static stm_status put_record(archiving *a, const stm_capture *c, stm_error *err)
{
    stm_dedup_job *j = a->job;
    stm_skip what = {c->source, c->record, STM_NO_OFFSET,
                     "cut short, and so left out of the web archive"};
    if (!a->record.count) {
        j->sum->skipped++;
        if (j->opts.skip)
            j->opts.skip(j->opts.user, &what);
        return STM_OK;
    }
    stm_status rc = a->how ? put_packed(a, err) : put(a, a->to);
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "cannot write the documents kept");
}

/* Whether the capture is the next document; those without an id of their own
 * are numbered. */
static stm_status is_next(archiving *a, const stm_capture *c, bool *yes,
                          stm_error *err)
{
    char room[STM_DOC_LONGEST_ID];
    const stm_corpus *corpus = &a->job->corpus;
    const void *id;
    stm_doc d;
    *yes = false;
    if (a->doc == a->end)
        return STM_OK;
    stm_status rc = stm_corpus__doc(&d, corpus, a->doc, err);
    if (rc == STM_OK)
        rc = stm_store__get(&id, &corpus->store[STM_IDS], d.id_at, d.id_len,
                            room, err);
    if (rc != STM_OK)
        return rc;
    a->id.count = 0;
    if (!stm_captures__id(&a->id, c))
        return no_memory(err);
    *yes = *(const char *)id != '"' ||
           (a->id.count == d.id_len && !memcmp(id, a->id.items, d.id_len));
    return STM_OK;
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    archiving *a = user;
    bool next = false;
    stm_status rc = a->shown ? is_next(a, c, &next, err)
                             : stm_archive__refuse(c->source, err);
    if (rc == STM_OK && next && a->job->kept[a->doc] == a->doc)
        rc = put_record(a, c, err);
    a->doc += next;
    a->shown = false;
    stm_capture_free(c);
    return rc;
}

static stm_status refuse_lines(void *user, const stm_capture_lines *b,
                               stm_error *err)
{
    (void)user;
    return stm_archive__refuse(b->source, err);
}

static stm_status read_input(archiving *a, const char *path, stm_error *err)
{
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take, NULL, a};
    opts.max_bytes = stm_dedup__longest(a->job);
    opts.lines = refuse_lines;
    opts.record = show_record;
    opts.record_user = a;
    a->shown = false;
    stm_status rc = stm_capture_walk(&path, 1, &opts, &sink, err);
    if (rc == STM_OK && a->doc < a->end)
        rc = stm_fail(err, STM_EIO, STM_NO_OFFSET,
                      "cannot read %s again: it is no file, or not what it was",
                      path);
    return rc;
}

/* Behind the documents that come from the input of `doc`. */
static stm_status find_end(const stm_corpus *c, uint32_t doc, uint32_t *end,
                           uint32_t *input, stm_error *err)
{
    stm_doc d;
    stm_status rc = stm_corpus__doc(&d, c, doc, err);
    *input = d.input;
    for (*end = doc + 1; *end < c->count && rc == STM_OK; ++*end) {
        rc = stm_corpus__doc(&d, c, *end, err);
        if (d.input != *input)
            break;
    }
    return rc;
}

stm_status stm_archive__write(stm_dedup_job *j, const char *how,
                              const stm_sink *to, stm_error *err)
{
    archiving a = {.job = j, .how = how, .to = to, .doc = j->corpus.earlier};
    stm_status rc = STM_OK;
    while (a.doc < j->corpus.count && rc == STM_OK) {
        uint32_t input;
        rc = find_end(&j->corpus, a.doc, &a.end, &input, err);
        if (rc == STM_OK)
            rc = read_input(&a, j->corpus.inputs.items[input].path, err);
        if (rc == STM_OK)
            rc = stm_dedup__tell(j, "writing", a.doc, j->corpus.count, err);
    }
    stm_vec_free(&a.record);
    stm_vec_free(&a.id);
    return rc;
}
