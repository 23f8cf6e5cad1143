/* The first pass: which inputs there are, and what of them is still to be
 * read. */
#include <stdlib.h>

#include "base/str.h"
#include "dedup/archive.h"
#include "dedup/scan.h"

/* So much of the inputs is read between two marks in the journal. */
static const uint64_t mark_every = (uint64_t)64 << 20;

static bool is_same_input(const stm_scan *s, const stm_capture_lines *b)
{
    const stm_corpus *c = &s->job->corpus;
    return s->walked > c->earlier_inputs && b->at >= s->next &&
           stm_str_eq(stm_str_of(c->inputs.items[s->walked - 1].path),
                      b->source);
}

/* An input that the run before has come to. */
static stm_status check_input(const stm_scan *s, const stm_capture_lines *b,
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
static size_t read_before(const stm_scan *s, const stm_capture_lines *b)
{
    if (s->place.done || s->walked - 1 < s->place.input)
        return b->bytes.len;
    if (b->at >= s->place.at)
        return 0;
    return b->bytes.len < s->place.at - b->at ? b->bytes.len
                                              : (size_t)(s->place.at - b->at);
}

static stm_status place_block(stm_scan *s, const stm_capture_lines *b,
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
    return stm_scan__append(s, STM_SPOOL, b->bytes.ptr, b->bytes.len, err);
}

/* An input that is a file is read again from there; others are kept aside. */
static stm_status find_input(stm_scan *s, const stm_capture_lines *b,
                             stm_error *err)
{
    stm_corpus *c = &s->job->corpus;
    if (is_same_input(s, b))
        return STM_OK;
    stm_status rc = stm_scan__end_piece(s, err);
    if (rc != STM_OK)
        return rc;
    if (++s->walked <= c->inputs.count)
        return check_input(s, b, err);
    s->place.at = s->place.lines = 0;
    return stm_corpus__input(&s->place.input, c, b->source,
                             b->packed || stm_str_eq(b->source, STM_LIT("-")),
                             err);
}

/* Between two blocks: what is known may go to the disk. */
static stm_status settle(stm_scan *s, stm_error *err)
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
    stm_scan *s = user;
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
        rc = b->piece ? stm_scan__piece(s, &rest, err)
                      : stm_scan__lines(s, &rest, err);
    s->place.at = s->next;
    s->place.bytes += rest.bytes.len;
    return rc == STM_OK ? settle(s, err) : rc;
}

static void count_skip(void *user, const stm_skip *what)
{
    stm_scan *s = user;
    stm_dedup_job *j = s->job;
    s->place.skipped++;
    if (j->opts.skip)
        j->opts.skip(j->opts.user, what);
}

static stm_status take_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    stm_scan *s = user;
    if (s->job->archive)
        return stm_archive__refuse(b->source, err);
    stm_status rc = stm_captures__flush(s->captures, err);
    return rc == STM_OK ? take_block(s, b, err) : rc;
}

/* Whether what comes is wanted; not that of inputs which the run before has
 * read to their ends: finding its content is most of the work. */
static stm_status look_at(stm_scan *s, const stm_capture *c, stm_str input,
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
    stm_scan *s = user;
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

static stm_status start_captures(stm_scan *s, stm_error *err)
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

static stm_status walk(stm_scan *s, const char *const *paths, size_t count,
                       stm_error *err)
{
    stm_dedup_job *j = s->job;
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take_capture, count_skip, s};
    opts.text_field = s->reading.text_field;
    opts.max_bytes = stm_dedup__longest(j);
    opts.lines = take_lines;
    opts.lines_user = s;
    opts.lines_bytes =
        (size_t)STM_SCAN_PART * STM_SCAN_PARTS_EACH * stm_pool_size(j->pool);
    stm_status rc = start_captures(s, err);
    if (rc == STM_OK)
        rc = stm_capture_walk(paths, count, &opts, &sink, err);
    if (rc == STM_OK)
        rc = stm_scan__end_piece(s, err);
    if (rc == STM_OK)
        rc = stm_captures__flush(s->captures, err);
    return rc;
}

/* The corpus as it is now, for this run and the next. */
static stm_status end(stm_scan *s, stm_error *err)
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
    stm_scan s = {.job = j, .reading = j->reading, .place = j->place};
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
