/* Web archives: WARC 1.0 and 1.1 (ISO 28500), and the drafts before them.
 *
 * A record says how long it is, and behind it stands an empty line and the next
 * record. That is checked: where it does not hold, or the bytes end or break,
 * what was declared is not believed, and reading goes on where a line begins
 * with "WARC/" and a version - in the record itself, if it swallowed others. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "capture/headers.h"
#include "capture/record.h"
#include "capture/warc_head.h"

enum {
    LONGEST_HEAD = 1 << 20,
    FIRST_LOOK = 8 << 10, /* most heads, and the heads of answers in them */
    /* records that are not wanted are taken whole all the same when they are
     * no larger, for then it is seen where they really end */
    SMALL = 1 << 20,
    BEHIND = 5 /* CR LF CR LF and a byte more, where records follow */
};
/* No record is larger: its length is wrong. */
static const uint64_t absurd = (uint64_t)1 << 40;

typedef enum verdict {
    RIGHT,     /* the record ends where it says */
    SWALLOWED, /* another begins before */
    CUT,       /* the bytes end before */
    BROKEN,    /* there is damage before */
    LOOSE      /* it is right, but what follows is no record */
} verdict;

typedef struct warc {
    stm_capture__input *in;
    stm_capture__record now;
    size_t head;     /* length of its head */
    uint64_t length; /* of its block, as declared */
    bool lost;       /* damage has been told, and no record seen since */
    bool damaged;    /* some has, at any time */
    bool ended;
} warc;

static stm_str at_hand(const warc *w) { return stm_window_bytes(w->in->bytes); }

static stm_str behind(stm_str s, size_t n)
{
    return n < s.len ? (stm_str){s.ptr + n, s.len - n}
                     : (stm_str){s.ptr + s.len, 0};
}

/* Names damage, once in a stretch of it. */
static void name(warc *w, uint64_t at, const char *reason)
{
    if (!w->lost) {
        w->now.at = at;
        stm_capture__skip_record(w->in, &w->now, reason);
    }
    w->lost = w->damaged = true;
}

/* On to the next record, from the second byte at hand on, but past no more
 * than `most` bytes; `*passed` says how many. */
static stm_status pass_to_record(warc *w, uint64_t most, uint64_t *passed,
                                 stm_error *err)
{
    enum { LINE = 16 }; /* longer than any version line */
    stm_window *b = w->in->bytes;
    for (*passed = 0;;) {
        stm_str s = at_hand(w);
        size_t next = stm_warc__find(s), drop = next;
        if (next == SIZE_MAX)
            drop = s.len > LINE ? s.len - LINE : 0;
        if (drop > most - *passed)
            drop = (size_t)(most - *passed);
        stm_window_drop(b, drop);
        *passed += drop;
        size_t kept = s.len - drop;
        if (next != SIZE_MAX || *passed == most)
            return STM_OK;
        stm_status rc = stm_window_want(b, kept + 1, err);
        if (rc != STM_OK)
            return rc;
        if (at_hand(w).len > kept)
            continue;
        drop = kept < most - *passed ? kept : (size_t)(most - *passed);
        stm_window_drop(b, drop);
        *passed += drop;
        return STM_OK;
    }
}

static stm_status search(warc *w, stm_error *err)
{
    uint64_t passed;
    return pass_to_record(w, UINT64_MAX, &passed, err);
}

/* The bytes are broken, and the record under way with them. */
static void pass_break(warc *w)
{
    char number[24];
    int n = snprintf(number, sizeof number, "%llu",
                     (unsigned long long)w->now.number);
    stm_capture__name_break(w->in, (stm_str){number, (size_t)n});
    stm_window_mend(w->in->bytes);
    w->lost = w->damaged = true;
}

/* The length of the head at hand into w->head; 0 where it does not end. */
static stm_status find_head(warc *w, stm_error *err)
{
    size_t seen = 0, want = FIRST_LOOK;
    w->head = 0;
    for (;;) {
        stm_status rc = stm_window_want(w->in->bytes, want, err);
        if (rc != STM_OK)
            return rc;
        stm_str s = at_hand(w);
        size_t n = stm_headers__length(s, seen);
        if (n != SIZE_MAX && n <= LONGEST_HEAD)
            w->head = n;
        if (n != SIZE_MAX || s.len < want || want > LONGEST_HEAD)
            return STM_OK;
        seen = s.len;
        want *= 2;
    }
}

static stm_str head_of(const warc *w)
{
    return (stm_str){at_hand(w).ptr, w->head};
}

static stm_str header(const warc *w, const char *name)
{
    return stm_headers__find(head_of(w), stm_str_of(name));
}

/* With the head of the block at hand. */
static bool is_wanted(const warc *w)
{
    stm_str block = behind(at_hand(w), w->head);
    if (!stm_warc__may_hold_text(head_of(w)))
        return false;
    if (block.len > w->length)
        block.len = (size_t)w->length;
    return !stm_warc__is_answer(head_of(w)) || stm_capture__wants(block);
}

/* What is behind the block that ends at `end`: the next record, or nothing. */
static bool is_end(stm_str s, size_t end)
{
    s = behind(s, end);
    while (s.len && (*s.ptr == '\r' || *s.ptr == '\n'))
        s = behind(s, 1);
    return !s.len || stm_str_starts(s, STM_LIT("WARC/")) ||
           stm_str_starts(STM_LIT("WARC/"), s);
}

/* Gets the whole record to hand and looks at its end. */
static stm_status judge(warc *w, verdict *v, stm_error *err)
{
    size_t end = w->head + (size_t)w->length;
    stm_status rc = stm_window_want(w->in->bytes, end + BEHIND, err);
    if (rc != STM_OK)
        return rc;
    stm_str s = at_hand(w);
    bool all = s.len >= end;
    *v = RIGHT;
    if (all && is_end(s, end))
        return STM_OK;
    stm_str block = {s.ptr + w->head - 1, (all ? end : s.len) - w->head + 1};
    if (stm_warc__find(block) != SIZE_MAX)
        *v = SWALLOWED;
    else if (all)
        *v = LOOSE;
    else
        *v = w->in->bytes->broken && w->in->bytes->why.code == STM_EFORMAT
                 ? BROKEN
                 : CUT;
    return STM_OK;
}

/* Hands over the record at hand, of which `len` bytes are there. */
static stm_status give(warc *w, size_t len, stm_error *err)
{
    stm_str s = at_hand(w);
    stm_capture__record *r = &w->now;
    const stm_capture__job *job = w->in->job;
    bool whole = len >= w->head + w->length;
    stm_status rc = STM_OK;
    if (job->record) /* before its block is written to */
        rc = job->record(job->record_user,
                         whole ? (stm_str){s.ptr, len} : STM_NONE, err);
    if (rc != STM_OK)
        return rc;
    r->uri = stm_warc__target(head_of(w));
    r->captured = header(w, "WARC-Date");
    r->cut = header(w, "WARC-Truncated").len;
    if (!stm_warc__is_answer(head_of(w))) {
        r->type = stm_warc__type(head_of(w));
        return stm_capture__give_bytes(
            w->in, r, (stm_str){s.ptr + w->head, len - w->head}, err);
    }
    r->type = header(w, "WARC-Identified-Payload-Type");
    char *block = w->in->bytes->buffer + w->in->bytes->start + w->head;
    return stm_capture__give_answer(w->in, r, block, len - w->head, err);
}

static void name_cut(warc *w, size_t have)
{
    char reason[120];
    snprintf(reason, sizeof reason,
             "cut short: %zu of the %llu bytes it should have are there",
             have - w->head, (unsigned long long)w->length);
    name(w, w->now.at, reason);
}

/* A record that is not as it says. */
static stm_status read_odd(warc *w, verdict v, stm_error *err)
{
    stm_status rc = STM_OK;
    stm_window *b = w->in->bytes;
    size_t end = w->head + (size_t)w->length;
    switch (v) {
    case SWALLOWED:
        name(w, w->now.at, "damaged: the next record begins inside it");
        stm_window_drop(b, w->head - 1);
        return search(w, err);
    case LOOSE:
        name(w, b->at + end, "bytes that belong to no record");
        stm_window_drop(b, end - 1);
        return search(w, err);
    case CUT:
        if (is_wanted(w))
            rc = give(w, at_hand(w).len, err);
        if (!b->broken)
            name_cut(w, at_hand(w).len);
        break;
    default:
        break;
    }
    if (rc == STM_OK && b->broken)
        pass_break(w);
    else
        stm_window_drop(b, at_hand(w).len);
    return rc;
}

static stm_status read_whole(warc *w, bool wanted, stm_error *err)
{
    verdict v;
    stm_status rc = judge(w, &v, err);
    if (rc != STM_OK)
        return rc;
    if (v == RIGHT || v == LOOSE) {
        size_t end = w->head + (size_t)w->length;
        w->lost = false;
        if (wanted)
            rc = give(w, end, err);
        if (rc == STM_OK && v == RIGHT)
            stm_window_drop(w->in->bytes, end);
    }
    return rc == STM_OK && v != RIGHT ? read_odd(w, v, err) : rc;
}

/* A record that is too large, or large and not wanted, is passed over without
 * having it in memory. */
static stm_status skip_large(warc *w, bool wanted, stm_error *err)
{
    stm_window *b = w->in->bytes;
    uint64_t passed, all = w->head + w->length;
    stm_error why;
    w->lost = false;
    stm_window_drop(b, w->head - 1);
    stm_status rc = pass_to_record(w, w->length + 1, &passed, err);
    if (rc != STM_OK)
        return rc;
    if (passed + w->head - 1 < all && !b->broken)
        name(w, w->now.at,
             at_hand(w).len ? "damaged: the next record begins inside it"
                            : "cut short");
    else if (wanted && stm_capture__too_large(w->in->job->limit, &why))
        stm_capture__skip_record(w->in, &w->now, why.message);
    return STM_OK;
}

/* True for a length that no record can have. */
static bool is_absurd(const warc *w)
{
    const stm_window *b = w->in->bytes;
    uint64_t all = b->from->size;
    return w->length > absurd || (all > b->at && w->length > all - b->at);
}

/* The record at hand has a head. */
static stm_status read_record(warc *w, stm_error *err)
{
    stm_window *b = w->in->bytes;
    if (!stm_headers__number(header(w, "Content-Length"), &w->length)) {
        name(w, w->now.at, "damaged: its Content-Length is no number");
        return search(w, err);
    }
    uint64_t limit = w->in->job->limit;
    if (is_absurd(w) && w->length > limit) {
        name(w, w->now.at, "damaged: its Content-Length is more than there is");
        return search(w, err);
    }
    stm_status rc = stm_window_want(b, w->head + FIRST_LOOK, err);
    if (rc != STM_OK)
        return rc;
    bool wanted = is_wanted(w);
    if (w->length > limit || (w->length > SMALL && !wanted))
        return skip_large(w, wanted, err);
    return read_whole(w, wanted, err);
}

/* Past the empty lines between records. */
static stm_status skip_lines(warc *w, stm_error *err)
{
    for (;;) {
        stm_status rc = stm_window_want(w->in->bytes, 1, err);
        stm_str s = at_hand(w);
        size_t n = 0;
        while (n < s.len && (s.ptr[n] == '\r' || s.ptr[n] == '\n'))
            n++;
        stm_window_drop(w->in->bytes, n);
        if (rc != STM_OK || n < s.len || !s.len)
            return rc;
    }
}

static stm_status next(warc *w, stm_error *err)
{
    stm_window *b = w->in->bytes;
    stm_status rc = skip_lines(w, err);
    if (rc == STM_OK && at_hand(w).len)
        rc = find_head(w, err);
    if (rc != STM_OK)
        return rc;
    stm_str s = at_hand(w);
    w->now = (stm_capture__record){.number = w->now.number, .at = b->at};
    if (!s.len) {
        w->ended = !b->broken;
        if (b->broken)
            pass_break(w);
        return STM_OK;
    }
    if (!stm_warc__is_version(s)) {
        name(w, b->at, "bytes that belong to no record");
        return search(w, err);
    }
    w->now.number++;
    if (w->head)
        return read_record(w, err);
    if (!b->broken)
        name(w, b->at, "damaged: its head does not end");
    return search(w, err);
}

/* Each record is to be packed by itself (ISO 28500, annex D), or nobody can
 * find it by its offset. It can be read here all the same. */
static void check_packing(const warc *w)
{
    char reason[160];
    uint64_t members = w->in->bytes->from->pieces;
    if (!members || members == w->now.number || w->damaged)
        return;
    snprintf(reason, sizeof reason,
             "records: %llu, gzip members: %llu; each record should be one; "
             "they were read all the same",
             (unsigned long long)w->now.number, (unsigned long long)members);
    stm_capture__skip_part(w->in, STM_NONE, 0, reason);
}

stm_status stm_capture__read_warc(stm_capture__input *in, stm_error *err)
{
    warc w = {.in = in};
    stm_status rc = STM_OK;
    while (rc == STM_OK && !w.ended)
        rc = next(&w, err);
    if (rc == STM_OK)
        check_packing(&w);
    return rc;
}
