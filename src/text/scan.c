/* A text is read in pieces that stay in the first cache. A kernel finds the
 * runs of a piece (runs.h); plain ones are words as they stand, mixed ones are
 * read character by character into a batch with the plain ones around them;
 * then the kernel hashes all of them in one go. A run that the end of a piece
 * cuts begins the next piece. */
#include "text/scan.h"

#include <string.h>

#include "base/vec.h"
#include "text/chars.h"

typedef struct walk {
    stm_scan *out;
    stm_scan_work *work;
    const stm_text_kernel *kernel;
    stm_str text;
    size_t piece, length; /* the piece under way */
    size_t at;            /* everything before is done */
} walk;

static bool grow_to(stm_scan *s, size_t room)
{
    size_t hash = s->room, at = s->room, flags = s->room;
    if (!stm_vec__grow(&s->hash, &hash, 0, room, sizeof *s->hash) ||
        (s->with_at && !stm_vec__grow(&s->at, &at, 0, room, sizeof *s->at)) ||
        (s->with_flags &&
         !stm_vec__grow(&s->flags, &flags, 0, room, sizeof *s->flags)))
        return false;
    s->room = hash;
    return true;
}

/* Room for a sixth of the bytes at first: English has that many words. */
static bool reserve(walk *w, size_t words)
{
    stm_scan *s = w->out;
    size_t need = s->count + words + STM_RUNS_SLACK;
    if (need <= s->room)
        return true;
    size_t first = w->text.len / 6;
    return grow_to(s, need > first ? need : first);
}

static uint8_t plain_flags(const char *first)
{
    unsigned char b = (unsigned char)*first;
    if (b <= '9')
        return STM_WORD_NUMBER;
    if (b < 0x80)
        return b <= 'Z' ? STM_WORD_CAPITAL : 0;
    if (b >= 0xe0)
        return STM_WORD_IDEOGRAPH;
    char folded[2] = {first[0], first[1]};
    stm_text__fold_tame(folded);
    bool same = !memcmp(folded, first, 2) || *folded == 's';
    return same ? 0 : STM_WORD_CAPITAL;
}

/* Nothing that a kernel reads behind the last entry may lead astray. */
static void end_entries(uint16_t *from, uint16_t *to, size_t count)
{
    memset(from + count, 0, STM_RUNS_SLACK * sizeof *from);
    memset(to + count, 0, STM_RUNS_SLACK * sizeof *to);
}

/* Hashes `n` words, which may have entries of any kind behind them. */
static bool hash_words(walk *w, uint16_t *from, uint16_t *to, size_t n)
{
    if (!reserve(w, n))
        return false;
    end_entries(from, to, n);
    w->kernel->hash(w->out->hash + w->out->count, w->work->batch.bytes, from,
                    to, n);
    return true;
}

/* All runs of the piece that have ended are words. */
static bool take_plain(walk *w)
{
    stm_scan *s = w->out;
    stm_runs *r = &w->work->runs;
    size_t n = r->ended;
    uint32_t base = (uint32_t)w->piece;
    if (!hash_words(w, r->from, r->to, n))
        return false;
    for (size_t i = 0; s->with_at && i < n; i++)
        s->at[s->count + i] = (stm_range){base + r->from[i], base + r->to[i]};
    for (size_t i = 0; s->with_flags && i < n; i++)
        s->flags[s->count + i] = plain_flags(w->text.ptr + base + r->from[i]);
    s->count += n;
    return true;
}

static void tell_batch(walk *w)
{
    stm_scan *s = w->out;
    const stm_word_batch *b = &w->work->batch;
    uint32_t base = (uint32_t)w->piece;
    for (size_t i = 0, m = 0; i < b->count; i++) {
        bool plain = b->from[i] < STM_RUNS_PIECE;
        stm_range at =
            plain ? (stm_range){base + b->from[i], base + b->to[i]} : b->at[m];
        s->at[s->count + i] = at;
        if (s->with_flags)
            s->flags[s->count + i] =
                plain ? plain_flags(w->text.ptr + at.start) : b->flags[m];
        m += !plain;
    }
}

static bool take_batch(walk *w)
{
    stm_word_batch *b = &w->work->batch;
    if (!hash_words(w, b->from, b->to, b->count))
        return false;
    if (w->out->with_at)
        tell_batch(w);
    w->out->count += b->count;
    b->count = b->mixed = 0;
    b->used = STM_RUNS_PIECE;
    return true;
}

/* A few, with some behind them: faster than a call. */
static inline void copy_entries(uint16_t *to, const uint16_t *from, size_t n)
{
    for (size_t i = 0; i < n; i += STM_RUNS_SLACK)
        memcpy(to + i, from + i, STM_RUNS_SLACK * sizeof *to);
}

static bool add_plain(walk *w, size_t first, size_t past)
{
    const stm_runs *r = &w->work->runs;
    stm_word_batch *b = &w->work->batch;
    size_t n = past - first;
    if (b->count + n > STM_RUNS_MOST && !take_batch(w))
        return false;
    copy_entries(b->from + b->count, r->from + first, n);
    copy_entries(b->to + b->count, r->to + first, n);
    b->count += n;
    return true;
}

/* The words of a mixed run: none reaches into the next run. */
static stm_status add_mixed(walk *w, size_t run)
{
    const stm_runs *r = &w->work->runs;
    stm_word_batch *b = &w->work->batch;
    size_t at = w->piece + r->from[run];
    size_t stop =
        run + 1 < r->ended ? w->piece + r->from[run + 1] : w->text.len;
    b->cut = false;
    for (;;) {
        w->at = stm_text__read_mixed(b, w->text, at, stop);
        if (b->damaged)
            return STM_EARG;
        if (!stm_text__is_full(b))
            return STM_OK;
        if (!take_batch(w))
            return STM_ENOMEM;
        at = w->at;
    }
}

/* Reading a mixed run may go over those behind it. */
static size_t past_read(const walk *w, size_t run)
{
    const stm_runs *r = &w->work->runs;
    while (run < r->ended && w->piece + r->from[run] < w->at)
        run++;
    return run;
}

static stm_status take_mixed(walk *w)
{
    const stm_runs *r = &w->work->runs;
    size_t next = 0;
    w->work->batch.count = w->work->batch.mixed = 0;
    w->work->batch.with_at = w->out->with_at;
    w->work->batch.with_flags = w->out->with_flags;
    w->work->batch.used = STM_RUNS_PIECE;
    for (size_t i = 0; i < r->mixed; i++) {
        size_t run = r->which[i];
        if (run < next)
            continue;
        if (!add_plain(w, next, run))
            return STM_ENOMEM;
        stm_status rc = add_mixed(w, run);
        if (rc)
            return rc;
        next = past_read(w, run + 1);
    }
    return add_plain(w, next, r->ended) && take_batch(w) ? STM_OK : STM_ENOMEM;
}

/* A piece may end inside of a mark that only separates, whose bytes are no
 * run. */
static size_t whole_characters(const walk *w, size_t end)
{
    while (end < w->text.len && end > w->piece &&
           ((unsigned char)w->text.ptr[end] & 0xc0) == 0x80)
        end--;
    return end;
}

/* The last run of a piece has not ended: it begins the next piece, unless it
 * fills this one, or the text ends here. */
static size_t settle_last(walk *w)
{
    stm_runs *r = &w->work->runs;
    size_t end = w->piece + w->length;
    if (r->started == r->ended)
        return whole_characters(w, end);
    size_t from = r->from[r->ended];
    if (end < w->text.len && from)
        return w->piece + from;
    bool is_word = end == w->text.len && w->length - from <= STM_TEXT_WORD_MAX;
    r->to[r->ended] = is_word ? (uint16_t)w->length : STM_RUN_MIXED;
    r->which[r->mixed] = (uint16_t)r->ended++;
    r->mixed += !is_word;
    return end;
}

/* The last bytes of the text, with zeros behind. In steps of one size:
 * compilers make of other copies of up to 2 KB an instruction that is slow to
 * start. */
static void copy_tail(char *to, const char *from, size_t n)
{
    enum { STEP = STM_RUNS_BLOCK };
    if (n < STEP)
        memcpy(to, from, n);
    for (size_t i = 0; i + STEP <= n; i += STEP)
        memcpy(to + i, from + i, STEP);
    if (n >= STEP)
        memcpy(to + n - STEP, from + n - STEP, STEP);
    memset(to + n, 0, STM_RUNS_BLOCK + 2);
}

static void find_runs(walk *w)
{
    const char *piece = w->text.ptr + w->at;
    size_t left = w->text.len - w->at;
    size_t n = left < STM_RUNS_PIECE ? left : STM_RUNS_PIECE;
    size_t blocks = (n + STM_RUNS_BLOCK - 1) / STM_RUNS_BLOCK;
    if (left <= STM_RUNS_PIECE + 1) {
        char *tail = w->work->tail;
        copy_tail(tail, piece, n);
        if (left > n)
            tail[n] = piece[n];
        piece = tail;
    }
    w->piece = w->at;
    w->length = n;
    w->kernel->find(&w->work->runs, w->work->batch.bytes, piece, blocks);
}

static stm_status fail(const walk *w, stm_status rc, stm_error *err)
{
    if (rc == STM_EARG)
        return stm_fail(err, rc, w->at, "the text is not UTF-8 at byte %zu",
                        w->at);
    return stm_fail(err, rc, STM_NO_OFFSET, "out of memory for words");
}

stm_status stm_text__scan(stm_scan *s, stm_scan_work *work,
                          const stm_text_kernel *kernel, stm_str text,
                          stm_error *err)
{
    walk w = {.out = s, .work = work, .kernel = kernel, .text = text};
    if (text.len > UINT32_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "text of %zu bytes is over the 4 GiB limit", text.len);
    if (!reserve(&w, 0))
        return fail(&w, STM_ENOMEM, err);
    while (w.at < text.len) {
        stm_status rc = STM_OK;
        find_runs(&w);
        size_t next = settle_last(&w);
        if (work->runs.mixed)
            rc = take_mixed(&w);
        else if (!take_plain(&w))
            rc = STM_ENOMEM;
        if (rc)
            return fail(&w, rc, err);
        w.at = w.at > next ? w.at : next;
    }
    return STM_OK;
}
