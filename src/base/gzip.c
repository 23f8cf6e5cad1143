/* ISA-L does the work. A member stays in the window until its checksum has
 * been seen to be right (as far as KEEP goes), so that after damage the search
 * for the next one can begin where the broken one did: a decoder that has lost
 * its way runs on into what follows. */
#include "base/gzip.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum {
    KEEP = 1 << 20,
    MOST_BACK = 64 << 20, /* then damage is not gone back over any more: bytes
                             that are all heads of members would never end */
    HEADER = 10,
    LONGEST_NAME = 1 << 10,
    LARGEST_STEP = 1 << 30
};

typedef struct gzip {
    stm_stream shown;
    stm_window *from;
    size_t used;   /* of the bytes at hand, by the decoder */
    bool inside;   /* a member */
    bool gave;     /* that gave bytes */
    bool lost;     /* no member has been right since the last damage */
    uint64_t back; /* bytes gone back over, in all */
    stm_error due; /* damage behind the bytes that were given last */
    struct inflate_state state;
} gzip;

static const char damaged[] = "damaged gzip data";
static const char early_end[] = "the gzip data end too early";

/* Magic number, the one method there is, no reserved flags. */
static bool is_member(stm_str s)
{
    return s.len >= HEADER && stm_str_starts(s, STM_LIT("\x1f\x8b\x08")) &&
           !(s.ptr[3] & 0xe0);
}

/* The place behind the name, or note, at `at`; 0 where it does not end. */
static size_t behind_name(stm_str s, size_t at)
{
    size_t left = at < s.len ? s.len - at : 0;
    const char *end = left ? memchr(s.ptr + at, '\0',
                                    left < LONGEST_NAME ? left : LONGEST_NAME)
                           : NULL;
    return end ? (size_t)(end - s.ptr) + 1 : 0;
}

/* Length of a member's head, with all that it may have (RFC 1952, 2.3); 0
 * where it is not all there. ISA-L could read it, but loses its flags where
 * a call ends in the middle of it (2.30). */
static size_t head_length(stm_str s)
{
    enum { CHECKSUM = 2, EXTRA = 4, NAME = 8, COMMENT = 16 };
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t n = HEADER;
    if (p[3] & EXTRA) {
        if (s.len < n + 2)
            return 0;
        n += 2u + p[n] + ((size_t)p[n + 1] << 8);
    }
    if (p[3] & NAME && !(n = behind_name(s, n)))
        return 0;
    if (p[3] & COMMENT && !(n = behind_name(s, n)))
        return 0;
    if (p[3] & CHECKSUM)
        n += 2;
    return n <= s.len ? n : 0;
}

/* Gets the head of the member at hand to hand; its length, or 0 where it does
 * not end. */
static stm_status find_head(stm_window *w, size_t *head, stm_error *err)
{
    enum { LONGEST = (64 << 10) + 3 * LONGEST_NAME };
    for (;;) {
        stm_str s = stm_window_bytes(w);
        *head = head_length(s);
        if (*head || s.len > LONGEST)
            return STM_OK;
        stm_status rc = stm_window_want(w, s.len + 1, err);
        if (rc != STM_OK || stm_window_bytes(w).len == s.len)
            return rc;
    }
}

/* True for the little that is left of a member's head. */
static bool is_head_cut(stm_str s)
{
    stm_str magic = {"\x1f\x8b\x08", s.len < 3 ? s.len : 3};
    return s.len && s.len < HEADER && stm_str_starts(s, magic);
}

/* Where the decoder is, without what it has taken in but not looked at. */
static uint64_t place_of(const gzip *g)
{
    size_t ahead = 0;
    if (g->inside && g->state.read_in_length > 0)
        ahead = (size_t)g->state.read_in_length / 8;
    return g->from->at + g->used - (ahead < g->used ? ahead : 0);
}

/* The member is given up; what is told once is not told again before
 * something was right. */
static stm_status give_up(gzip *g, stm_status code, const char *why,
                          stm_error *err)
{
    bool known = g->lost && !g->gave;
    size_t have = stm_window_bytes(g->from).len;
    uint64_t at = code == STM_EIO ? g->from->at + have : place_of(g);
    size_t drop = g->back < MOST_BACK || g->used < 1 ? have != 0 : g->used;
    stm_window_drop(g->from, code == STM_EIO ? have : drop);
    g->back += g->used;
    g->used = 0;
    g->inside = g->gave = false;
    g->lost = true;
    return known ? STM_OK : stm_fail(err, code, at, "%s", why);
}

/* The packed bytes themselves are broken off. */
static stm_status pass_on(gzip *g, stm_error *err)
{
    stm_error why = g->from->why;
    stm_window_mend(g->from);
    g->used = 0;
    g->inside = g->gave = false;
    g->lost = true;
    return stm_fail(err, why.code, why.offset, "%s", why.message);
}

/* Past the zeros that fill up the last block of a tape. */
static size_t count_zeros(stm_str s)
{
    size_t n = 0;
    while (n < s.len && !s.ptr[n])
        n++;
    return n;
}

/* To where the next member may begin. */
static void search(gzip *g)
{
    stm_str s = stm_window_bytes(g->from);
    const char *next = s.len > 1 ? memchr(s.ptr + 1, 0x1f, s.len - 1) : NULL;
    stm_window_drop(g->from, next ? (size_t)(next - s.ptr) : s.len);
}

/* At a member. */
static stm_status enter(gzip *g, stm_error *err)
{
    size_t head;
    stm_status rc = find_head(g->from, &head, err);
    if (rc != STM_OK)
        return rc;
    if (!head && g->from->broken)
        return pass_on(g, err);
    if (!head)
        return give_up(g, g->from->ended ? STM_EIO : STM_EFORMAT,
                       g->from->ended ? early_end : damaged, err);
    isal_inflate_init(&g->state);
    g->state.crc_flag = ISAL_GZIP_NO_HDR_VER;
    g->used = head;
    g->shown.pieces++;
    g->inside = true;
    return STM_OK;
}

/* Between members. `*ended` at the end of them all. */
static stm_status start_member(gzip *g, bool *ended, stm_error *err)
{
    stm_status rc = stm_window_want(g->from, HEADER, err);
    stm_str s = stm_window_bytes(g->from);
    if (rc != STM_OK)
        return rc;
    if (is_member(s))
        return enter(g, err);
    if (!s.len && g->from->broken)
        return pass_on(g, err);
    if (is_head_cut(s) && g->from->ended)
        return give_up(g, STM_EIO, early_end, err);
    if (!s.len) {
        *ended = true;
    } else if (count_zeros(s)) {
        stm_window_drop(g->from, count_zeros(s));
    } else if (g->lost) {
        search(g);
    } else {
        g->lost = true;
        return stm_fail(err, STM_EFORMAT, g->from->at,
                        "bytes that are no gzip data");
    }
    return STM_OK;
}

static const char *cause_of(int rc)
{
    return rc == ISAL_INCORRECT_CHECKSUM
               ? "damaged gzip data (the checksum is wrong)"
               : damaged;
}

/* One step of the decoder; its verdict. */
static int step(gzip *g, stm_str packed, char *to, size_t room, size_t *got)
{
    struct inflate_state *s = &g->state;
    uint32_t in = packed.len < LARGEST_STEP ? (uint32_t)packed.len
                                            : (uint32_t)LARGEST_STEP;
    uint32_t out = room < LARGEST_STEP ? (uint32_t)room : LARGEST_STEP;
    s->next_in = (uint8_t *)packed.ptr;
    s->avail_in = in;
    s->next_out = (uint8_t *)to;
    s->avail_out = out;
    int rc = isal_inflate(s);
    g->used += in - s->avail_in;
    *got = out - s->avail_out;
    g->gave |= *got;
    bool stuck =
        in == s->avail_in && !*got && s->block_state != ISAL_BLOCK_FINISH;
    return rc >= 0 && stuck ? ISAL_INVALID_BLOCK : rc;
}

static stm_status inflate_some(gzip *g, char *to, size_t room, size_t *got,
                               stm_error *err)
{
    stm_status rc = stm_window_want(g->from, g->used + 1, err);
    stm_str s = stm_window_bytes(g->from);
    if (rc != STM_OK)
        return rc;
    if (s.len == g->used && g->from->broken)
        return pass_on(g, err);
    if (s.len == g->used)
        return give_up(g, STM_EIO, early_end, err);
    s = (stm_str){s.ptr + g->used, s.len - g->used};
    int verdict = step(g, s, to, room, got);
    if (verdict < 0) {
        rc = give_up(g, STM_EFORMAT, cause_of(verdict), *got ? &g->due : err);
        return *got ? STM_OK : rc;
    }
    bool done = g->state.block_state == ISAL_BLOCK_FINISH;
    if (done)
        g->inside = g->gave = g->lost = false;
    if (done || g->used > KEEP) {
        stm_window_drop(g->from, g->used);
        g->used = 0;
    }
    return STM_OK;
}

static stm_status read_gzip(stm_stream *s, char *to, size_t room, size_t *got,
                            stm_error *err)
{
    gzip *g = (gzip *)s;
    stm_status rc = STM_OK;
    bool ended = false;
    *got = 0;
    if (g->due.code != STM_OK) {
        rc = stm_fail(err, g->due.code, g->due.offset, "%s", g->due.message);
        g->due.code = STM_OK;
    }
    while (rc == STM_OK && !*got && !ended)
        rc = g->inside ? inflate_some(g, to, room, got, err)
                       : start_member(g, &ended, err);
    return rc;
}

static void close_gzip(stm_stream *s) { free(s); }

stm_status stm_gzip_open(stm_stream **out, stm_window *from, stm_error *err)
{
    gzip *g = calloc(1, sizeof *g);
    *out = NULL;
    if (!g)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    g->shown = (stm_stream){read_gzip, NULL, close_gzip, 0, 0};
    g->from = from;
    *out = &g->shown;
    return STM_OK;
}
