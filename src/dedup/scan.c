/* The first pass: inputs come in blocks of lines; workers read parts of a
 * block, and what they found is put behind each other in order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "dedup/archive.h"
#include "dedup/captures.h"
#include "dedup/job.h"
#include "dedup/shard.h"

/* A part stays in a core's own cache; a block has some for each worker, so that
 * slow ones even out. */
enum { PART = 128 << 10, PARTS_EACH = 8 };

/* So much of the inputs is read between two marks in the journal. */
static const uint64_t mark_every = (uint64_t)64 << 20;

typedef struct scan {
    stm_dedup_job *job;
    stm_part *parts; /* [part_room] */
    size_t part_room, part_count;
    stm_part_opts reading;
    stm_place place; /* so far; at the start, where to go on */
    uint32_t walked; /* inputs that have come up */
    uint64_t next;   /* byte of the input behind the last block */
    uint64_t at;     /* of the block in its input */
    uint64_t base;   /* and where its bytes are kept */
    uint64_t marked; /* bytes read at the last mark */
    stm_shard shard;
    uint64_t piece_at, piece_base, piece_len; /* of a line that is too long */
    stm_captures *captures; /* what came that is no JSON lines */
} scan;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static bool is_same_input(const scan *s, const stm_capture_lines *b)
{
    const stm_corpus *c = &s->job->corpus;
    return s->walked > c->earlier_inputs && b->at >= s->next &&
           stm_str_eq(stm_str_of(c->inputs.items[s->walked - 1].path),
                      b->source);
}

/* An input that the run before has come to. */
static stm_status check_input(const scan *s, const stm_capture_lines *b,
                              stm_error *err)
{
    const stm_doc_input *in = &s->job->corpus.inputs.items[s->walked - 1];
    if (stm_str_eq(stm_str_of(in->path), b->source))
        return STM_OK;
    return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                    "the state is of other inputs (%s, and not %.*s); name "
                    "another folder for it",
                    in->path, (int)b->source.len, b->source.ptr);
}

/* What of the block has been read by the run before. */
static size_t read_before(const scan *s, const stm_capture_lines *b)
{
    if (s->place.done || s->walked - 1 < s->place.input)
        return b->bytes.len;
    if (b->at >= s->place.at)
        return 0;
    return b->bytes.len < s->place.at - b->at ? b->bytes.len
                                              : (size_t)(s->place.at - b->at);
}

/* Adds to what the job keeps. */
static stm_status append(scan *s, int store, const void *bytes, size_t len,
                         stm_error *err)
{
    stm_error why;
    stm_status rc =
        stm_store__append(&s->job->corpus.store[store], bytes, len, &why);
    return rc == STM_OK ? rc : stm_dedup__on_disk(s->job, rc, &why, err);
}

static stm_status place_block(scan *s, const stm_capture_lines *b,
                              stm_error *err)
{
    stm_corpus *c = &s->job->corpus;
    s->at = b->at;
    if (c->inputs.items[s->place.input].disk.fd >= 0) {
        s->base = b->at;
        return STM_OK;
    }
    s->base = stm_store__size(&c->store[STM_SPOOL]);
    if (stm_store__in_memory(&c->store[STM_SPOOL])) {
        stm_error why;
        stm_status rc =
            stm_store__spill(&c->store[STM_SPOOL], s->job->opts.scratch, &why);
        if (rc != STM_OK)
            return stm_dedup__on_disk(s->job, rc, &why, err);
    }
    return append(s, STM_SPOOL, b->bytes.ptr, b->bytes.len, err);
}

static stm_part *next_part(scan *s)
{
    if (s->part_count == s->part_room) {
        size_t room = s->part_room ? s->part_room * 2 : 8;
        stm_part *grown = realloc(s->parts, room * sizeof *grown);
        if (!grown)
            return NULL;
        memset(grown + s->part_room, 0, (room - s->part_room) * sizeof *grown);
        s->parts = grown;
        s->part_room = room;
    }
    return &s->parts[s->part_count++];
}

static stm_status split(scan *s, stm_str bytes, stm_error *err)
{
    s->part_count = 0;
    for (size_t at = 0; at < bytes.len;) {
        size_t to = bytes.len - at > PART ? at + PART : bytes.len;
        const char *end = to < bytes.len ? memchr(bytes.ptr + to - 1, '\n',
                                                  bytes.len - to + 1)
                                         : NULL;
        to = end ? (size_t)(end - bytes.ptr) + 1 : bytes.len;
        stm_part *p = next_part(s);
        if (!p)
            return no_memory(err);
        p->lines = (stm_str){bytes.ptr + at, to - at};
        at = to;
    }
    return STM_OK;
}

static stm_status read_part(void *user, size_t i, unsigned worker,
                            stm_error *err)
{
    scan *s = user;
    return stm_part__read(&s->parts[i], &s->reading, &s->job->rooms[worker],
                          err);
}

/* Tells the caller of a line of the input under way, by its number from 0. */
static void name_line(scan *s, uint64_t line, uint64_t at, const char *reason)
{
    const stm_dedup_job *j = s->job;
    char number[24];
    int len = snprintf(number, sizeof number, "%llu",
                       (unsigned long long)s->place.lines + line + 1);
    stm_skip what = {stm_str_of(j->corpus.inputs.items[s->place.input].path),
                     {number, (size_t)len},
                     at,
                     reason};
    if (j->opts.skip)
        j->opts.skip(j->opts.user, &what);
}

static void name_notes(scan *s, const stm_part *p, uint64_t at)
{
    for (size_t i = 0; i < p->notes.count; i++) {
        const stm_part_note *n = &p->notes.items[i];
        name_line(s, n->line, at + n->at, n->reason);
        s->place.skipped++;
    }
}

static stm_status add_id(scan *s, stm_part_doc *d, stm_error *err)
{
    char number[24];
    if (!d->id.ptr)
        d->id = (stm_str){
            number,
            (size_t)snprintf(number, sizeof number, "%llu",
                             (unsigned long long)s->place.lines + d->line + 1)};
    d->doc.id_at = stm_store__size(&s->job->corpus.store[STM_IDS]);
    d->doc.id_len = (uint32_t)d->id.len;
    return append(s, STM_IDS, d->id.ptr, d->id.len, err);
}

/* The name of a source stands in the document, or is its file's. */
static stm_status add_source(scan *s, stm_part_doc *d, stm_error *err)
{
    stm_dedup_job *j = s->job;
    char room[256 + STM_CAPTURE_SLACK];
    stm_str name = stm_str_of(j->corpus.inputs.items[s->place.input].path);
    if (d->source.ptr && d->source.len <= 256)
        name = stm_capture_line_value(d->source, room);
    d->doc.input = s->place.input;
    stm_status rc = stm_corpus__source(&d->doc.source, &j->corpus, name, err);
    if (rc != STM_OK)
        return rc;
    stm_dedup_source *of = &j->corpus.sources.items[d->doc.source];
    of->documents++;
    of->bytes += d->doc.raw_len;
    return STM_OK;
}

static stm_status add_doc(scan *s, stm_part_doc *d, stm_error *err)
{
    stm_corpus *c = &s->job->corpus;
    d->doc.raw_at += s->base;
    stm_status rc = add_id(s, d, err);
    if (rc == STM_OK)
        rc = add_source(s, d, err);
    if (rc == STM_OK)
        rc = append(s, STM_DOCS, &d->doc, sizeof d->doc, err);
    if (rc == STM_OK && c->count == UINT32_MAX - 1)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "over 4 billion documents; split them with --shard");
    c->count++;
    return rc;
}

static stm_status add_part(scan *s, stm_part *p, size_t at, stm_error *err)
{
    uint64_t base = s->base;
    stm_status rc = STM_OK;
    name_notes(s, p, s->at + at);
    s->base += at;
    for (size_t i = 0; i < p->docs.count && rc == STM_OK; i++)
        rc = add_doc(s, &p->docs.items[i], err);
    s->base = base;
    if (rc == STM_OK)
        rc = append(s, STM_SKETCHES, p->sketches.items,
                    p->sketches.count * sizeof *p->sketches.items, err);
    if (rc == STM_OK)
        rc = append(s, STM_EDGES, p->edges.items,
                    p->edges.count * sizeof *p->edges.items, err);
    if (rc == STM_OK)
        rc = append(s, STM_PRINTS, p->prints.items,
                    p->prints.count * sizeof *p->prints.items, err);
    s->place.lines += p->line_count;
    return rc;
}

static stm_status add_blank(scan *s, stm_error *err)
{
    static const stm_minhash sketch;
    static const stm_edges edges;
    stm_status rc = append(s, STM_SKETCHES, &sketch, sizeof sketch, err);
    return rc == STM_OK ? append(s, STM_EDGES, &edges, sizeof edges, err) : rc;
}

/* A line that is larger than memory allows is kept, and not compared. */
static stm_status end_piece(scan *s, stm_error *err)
{
    stm_part_doc d = {
        .doc = {.raw_len = s->piece_len, .date = STM_DOC_NO_DATE, .unread = 1}};
    if (!s->piece_len)
        return STM_OK;
    name_line(s, 0, s->piece_at,
              "too long for the memory allowed; it is kept, and was not "
              "compared");
    s->piece_len = 0;
    s->base = s->piece_base;
    s->place.unread++;
    stm_status rc = add_doc(s, &d, err);
    s->place.lines++;
    return rc == STM_OK ? add_blank(s, err) : rc;
}

static stm_status take_piece(scan *s, const stm_capture_lines *b,
                             stm_error *err)
{
    if (!s->piece_len) {
        s->piece_at = b->at;
        s->piece_base = s->base;
    }
    s->piece_len += b->bytes.len;
    bool ends = b->bytes.ptr[b->bytes.len - 1] == '\n';
    return ends ? end_piece(s, err) : STM_OK;
}

/* An input that is a file is read again from there; others are kept aside. */
static stm_status find_input(scan *s, const stm_capture_lines *b,
                             stm_error *err)
{
    stm_corpus *c = &s->job->corpus;
    if (is_same_input(s, b))
        return STM_OK;
    stm_status rc = end_piece(s, err);
    if (rc != STM_OK)
        return rc;
    if (++s->walked <= c->inputs.count)
        return check_input(s, b, err);
    s->place.at = s->place.lines = 0;
    return stm_corpus__input(&s->place.input, c, b->source,
                             b->packed || stm_str_eq(b->source, STM_LIT("-")),
                             err);
}

static stm_status read_lines(scan *s, stm_str bytes, stm_error *err)
{
    stm_status rc = split(s, bytes, err);
    if (rc == STM_OK)
        rc = stm_pool_run(s->job->pool, s->part_count, read_part, s, NULL, NULL,
                          err);
    for (size_t i = 0; i < s->part_count && rc == STM_OK; i++)
        rc = add_part(s, &s->parts[i],
                      (size_t)(s->parts[i].lines.ptr - bytes.ptr), err);
    return rc;
}

/* Between two blocks: what is known may go to the disk. */
static stm_status settle(scan *s, stm_error *err)
{
    stm_dedup_job *j = s->job;
    stm_status rc = stm_dedup__keep_small(j, err);
    if (rc == STM_OK && j->state.folder && !s->piece_len &&
        s->place.bytes - s->marked >= mark_every) {
        rc = stm_state__mark(&j->state, &j->corpus, &s->place, err);
        s->marked = s->place.bytes;
    }
    return rc == STM_OK ? stm_dedup__tell(j, "reading", s->place.bytes, 0, err)
                        : rc;
}

static stm_status take_block(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    scan *s = user;
    stm_status rc = find_input(s, b, err);
    if (rc != STM_OK)
        return rc;
    size_t before = read_before(s, b);
    s->next = b->at + b->bytes.len;
    stm_capture_lines rest = *b;
    rest.at += before;
    rest.bytes = (stm_str){b->bytes.ptr + before, b->bytes.len - before};
    stm_shard__cut(&s->shard, &rest);
    if (!rest.bytes.len)
        return stm_dedup__tell(s->job, "going on", s->next, 0, err);
    rc = place_block(s, &rest, err);
    if (rc == STM_OK)
        rc = b->piece ? take_piece(s, &rest, err)
                      : read_lines(s, rest.bytes, err);
    s->place.at = s->next;
    s->place.bytes += rest.bytes.len;
    return rc == STM_OK ? settle(s, err) : rc;
}

static void count_skip(void *user, const stm_skip *what)
{
    scan *s = user;
    stm_dedup_job *j = s->job;
    s->place.skipped++;
    if (j->opts.skip)
        j->opts.skip(j->opts.user, what);
}

static stm_status take_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    scan *s = user;
    if (s->job->archive)
        return stm_archive__refuse(b->source, err);
    stm_status rc = stm_captures__flush(s->captures, err);
    return rc == STM_OK ? take_block(s, b, err) : rc;
}

/* Whether what comes is wanted; not that of inputs which the run before has
 * read to their ends: finding its content is most of the work. */
static stm_status look_at(scan *s, const stm_capture *c, stm_str input,
                          bool *wanted, stm_error *err)
{
    stm_capture_lines start = {.source = input, .packed = true};
    *wanted = stm_shard__is_ours(&s->shard, input);
    if (s->job->archive && !c->record.ptr)
        return stm_archive__refuse(c->source, err);
    if (!*wanted || s->walked > s->place.input)
        return STM_OK;
    stm_status rc = find_input(s, &start, err);
    s->next = 0;
    *wanted = s->walked > s->place.input;
    return rc;
}

static stm_status take_capture(void *user, stm_capture *c, stm_error *err)
{
    scan *s = user;
    bool wanted;
    stm_str input = stm_shard__input(&s->shard, c->source);
    if (!input.ptr)
        input = stm_captures__input(c);
    stm_status rc = look_at(s, c, input, &wanted, err);
    if (rc == STM_OK && wanted)
        return stm_captures__take(s->captures, c, input, err);
    stm_capture_free(c);
    return rc;
}

static stm_status start_captures(scan *s, stm_error *err)
{
    stm_dedup_job *j = s->job;
    stm_captures_opts o = {.pool = j->pool,
                           .as_is = j->opts.as_is,
                           .bytes = stm_dedup__waiting(j),
                           .give = take_block,
                           .skip = count_skip,
                           .user = s};
    return stm_captures__new(&s->captures, &o, err);
}

static stm_status walk(scan *s, const char *const *paths, size_t count,
                       stm_error *err)
{
    stm_dedup_job *j = s->job;
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take_capture, count_skip, s};
    opts.text_field = s->reading.text_field;
    opts.max_bytes = stm_dedup__longest(j);
    opts.lines = take_lines;
    opts.lines_user = s;
    opts.lines_bytes = (size_t)PART * PARTS_EACH * stm_pool_size(j->pool);
    stm_status rc = start_captures(s, err);
    if (rc == STM_OK)
        rc = stm_capture_walk(paths, count, &opts, &sink, err);
    if (rc == STM_OK)
        rc = end_piece(s, err);
    if (rc == STM_OK)
        rc = stm_captures__flush(s->captures, err);
    return rc;
}

/* The corpus as it is now, for this run and the next. */
static stm_status end(scan *s, stm_error *err)
{
    stm_dedup_job *j = s->job;
    s->place.done = true;
    j->sum->documents = j->corpus.count - j->corpus.earlier;
    j->sum->skipped = s->place.skipped;
    j->sum->unread = s->place.unread;
    if (!j->sum->documents && !j->opts.shards)
        return stm_fail(err, STM_EIO, STM_NO_OFFSET,
                        "there is no document to read");
    return j->state.folder
               ? stm_state__mark(&j->state, &j->corpus, &s->place, err)
               : STM_OK;
}

stm_status stm_dedup__scan(stm_dedup_job *j, const char *const *paths,
                           size_t count, stm_error *err)
{
    scan s = {.job = j, .reading = j->reading, .place = j->place};
    s.walked = j->corpus.earlier_inputs;
    bool before = j->place.done;
    s.marked = s.place.bytes;
    stm_status rc = STM_OK;
    if (j->opts.shards)
        rc = stm_shard__start(&s.shard, paths, count, j->opts.shard,
                              j->opts.shards, err);
    if (rc == STM_OK && !before)
        rc = walk(&s, paths, count, err);
    for (size_t i = 0; i < s.part_room; i++)
        stm_part__free(&s.parts[i]);
    free(s.parts);
    stm_captures__free(s.captures);
    return rc == STM_OK ? end(&s, err) : rc;
}
