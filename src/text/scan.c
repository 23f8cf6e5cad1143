/* A kernel finds and hashes the words of a text as far as they are plain runs
 * (runs.h); a mixed run is read character by character into a batch, hashed,
 * and the kernel goes on behind it. The last bytes of a text are read from a
 * copy, with zeros behind. */
#include "text/scan.h"

#include <string.h>

#include "base/vec.h"
#include "text/chars.h"
#include "text/folding_tame.h"

typedef struct walk {
    stm_scan *out;
    stm_scan_work *work;
    const stm_text_kernel *kernel;
    stm_str text;
    size_t at; /* everything before is done */
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
    size_t need = s->count + words;
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

/* The last bytes of the text, with zeros behind. In steps of one size:
 * compilers make of other copies of up to 2 KB an instruction that is slow to
 * start. */
static const char *copy_tail(walk *w, size_t n)
{
    enum { STEP = STM_RUNS_WINDOW };
    const char *from = w->text.ptr + w->at;
    char *to = w->work->tail;
    if (n < STEP)
        memcpy(to, from, n);
    for (size_t i = 0; i + STEP <= n; i += STEP)
        memcpy(to + i, from + i, STEP);
    if (n >= STEP)
        memcpy(to + n - STEP, from + n - STEP, STEP);
    memset(to + n, 0, STM_RUNS_PAD);
    return to;
}

/* The words up to the next mixed run, or of a piece. */
static bool take_plain(walk *w, size_t *mixed)
{
    stm_scan *s = w->out;
    const char *bytes = w->text.ptr + w->at;
    size_t left = w->text.len - w->at, size = left;
    if (left <= STM_SCAN_TAIL)
        bytes = copy_tail(w, left);
    else
        size = left - STM_RUNS_PAD + 1;
    size = size < STM_SCAN_PIECE ? size : STM_SCAN_PIECE;
    if (!reserve(w, stm_runs__most(size)))
        return false;
    stm_range *at = s->with_at ? s->at + s->count : NULL;
    stm_runs_read r =
        w->kernel->read(s->hash + s->count, at, bytes, size, (uint32_t)w->at);
    for (size_t i = 0; s->with_flags && i < r.words; i++)
        s->flags[s->count + i] = plain_flags(w->text.ptr + at[i].start);
    s->count += r.words;
    *mixed = r.mixed < left ? r.mixed + (r.mixed ? w->at : 0) : w->text.len;
    w->at += r.end < left ? r.end : left;
    return true;
}

/* Puts down what has been read. */
static bool take_batch(walk *w)
{
    stm_scan *s = w->out;
    stm_word_batch *b = &w->work->batch;
    if (!reserve(w, b->count))
        return false;
    for (size_t i = 0; i < b->count; i++)
        s->hash[s->count + i] = w->kernel->hash(
            b->bytes + b->from[i], (size_t)(b->to[i] - b->from[i]));
    if (s->with_at)
        memcpy(s->at + s->count, b->at, b->count * sizeof *b->at);
    if (s->with_flags)
        memcpy(s->flags + s->count, b->flags, b->count);
    s->count += b->count;
    b->count = b->used = 0;
    return true;
}

/* The words of a mixed run: none reaches over `stop`. */
static stm_status take_mixed(walk *w, size_t stop)
{
    stm_word_batch *b = &w->work->batch;
    bool full;
    b->cut = false;
    do {
        w->at = stm_text__read_mixed(b, w->text, w->at, stop);
        full = stm_text__is_full(b);
        if (!take_batch(w))
            return STM_ENOMEM;
    } while (full && !b->damaged);
    return b->damaged ? STM_EARG : STM_OK;
}

static stm_status fail(const walk *w, stm_status rc, stm_error *err)
{
    if (rc == STM_EARG)
        return stm_fail(err, rc, w->at, "the text is not UTF-8 at byte %zu",
                        w->at);
    return stm_fail(err, rc, STM_NO_OFFSET, "out of memory for words");
}

static void clear(stm_word_batch *b, const stm_scan *s)
{
    b->count = b->used = 0;
    b->with_at = s->with_at;
    b->with_flags = s->with_flags;
}

stm_status stm_text__scan(stm_scan *s, stm_scan_work *work,
                          const stm_text_kernel *kernel, stm_str text,
                          stm_error *err)
{
    walk w = {.out = s, .work = work, .kernel = kernel, .text = text};
    if (text.len > UINT32_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "text of %zu bytes is over the 4 GiB limit", text.len);
    clear(&work->batch, s);
    while (w.at < text.len) {
        size_t mixed;
        stm_status rc = take_plain(&w, &mixed) ? STM_OK : STM_ENOMEM;
        if (!rc && mixed)
            rc = take_mixed(&w, mixed);
        if (rc)
            return fail(&w, rc, err);
    }
    return STM_OK;
}
