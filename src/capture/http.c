/* Archives keep answers as they came, but many crawlers have joined the chunks
 * and unpacked the body without taking the headers away that say so. So a
 * header is believed only where the body looks like what it says. */
#include "capture/http.h"

#include <stdlib.h>

#include "base/inflate.h"
#include "base/str.h"
#include "capture/headers.h"

static int status_of(stm_str head)
{
    size_t at = stm_str_find(head, STM_LIT(" "), 0);
    int status = 0;
    if (at == SIZE_MAX)
        return 0;
    while (at < head.len && head.ptr[at] == ' ')
        at++;
    for (int i = 0; i < 3 && at < head.len; i++, at++) {
        if (!stm_ascii_digit(head.ptr[at]))
            return 0;
        status = status * 10 + (head.ptr[at] - '0');
    }
    return status;
}

stm_http stm_http__read(stm_str block)
{
    stm_http h = {.body = block};
    if (!stm_str_starts(block, STM_LIT("HTTP/")))
        return h;
    size_t n = stm_headers__length(block, 0);
    if (n == SIZE_MAX)
        n = block.len;
    h.head = (stm_str){block.ptr, n};
    h.body = (stm_str){block.ptr + n, block.len - n};
    h.status = status_of(h.head);
    h.type = stm_headers__find(h.head, STM_LIT("Content-Type"));
    return h;
}

static int hex_value(char c)
{
    if (stm_ascii_digit(c))
        return c - '0';
    c = stm_ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The line that opens a chunk: its length, and how long the chunk is. False
 * for anything else. */
static bool read_size(stm_str s, size_t *line, size_t *size)
{
    const char *end = memchr(s.ptr, '\n', s.len < 1024 ? s.len : 1024);
    size_t i = 0;
    *size = 0;
    if (!end)
        return false;
    *line = (size_t)(end - s.ptr) + 1;
    for (; hex_value(s.ptr[i]) >= 0; i++)
        if (__builtin_mul_overflow(*size, (size_t)16, size) ||
            __builtin_add_overflow(*size, (size_t)hex_value(s.ptr[i]), size))
            return false;
    while (s.ptr[i] == ' ' || s.ptr[i] == '\t')
        i++;
    return hex_value(*s.ptr) >= 0 && memchr(";\r\n", s.ptr[i], 3);
}

/* Past the line's end behind a chunk. */
static size_t skip_end(stm_str s)
{
    if (stm_str_starts(s, STM_LIT("\r\n")))
        return 2;
    return s.len && *s.ptr == '\n';
}

stm_chunks stm_http__join(char *body, size_t *len)
{
    size_t to = 0, at = 0, line, size;
    while (at < *len) {
        stm_str rest = {body + at, *len - at};
        if (!read_size(rest, &line, &size)) {
            if (!at)
                return STM_CHUNKS_NONE;
            *len = to;
            return STM_CHUNKS_BAD;
        }
        at += line;
        bool cut = size > *len - at;
        if (cut)
            size = *len - at;
        memmove(body + to, body + at, size);
        to += size, at += size;
        if (cut || !size) {
            *len = to;
            return cut ? STM_CHUNKS_CUT : STM_CHUNKS_WHOLE;
        }
        at += skip_end((stm_str){body + at, *len - at});
    }
    *len = to;
    return STM_CHUNKS_WHOLE;
}

static bool says(stm_str value, const char *word)
{
    return stm_str_find_nocase(value, stm_str_of(word), 0) != SIZE_MAX;
}

/* Markup begins with a bracket; no packed data do. */
static bool is_open_text(stm_str s)
{
    if (stm_str_starts(s, STM_LIT("\xef\xbb\xbf")))
        s = (stm_str){s.ptr + 3, s.len - 3};
    s = stm_str_trim(s);
    return s.len && *s.ptr == '<';
}

static stm_status unpack(stm_str how, stm_str body, size_t max,
                         stm_bytes *unpacked, stm_error *err)
{
    if (says(how, "gzip") && stm_str_starts(body, STM_LIT("\x1f\x8b")))
        return stm_inflate(unpacked, body, max, err);
    if (says(how, "zstd") && stm_str_starts(body, STM_LIT("\x28\xb5\x2f\xfd")))
        return stm_inflate_zstd(unpacked, body, max, err);
    if (is_open_text(body))
        return STM_OK;
    if (says(how, "deflate"))
        return stm_inflate(unpacked, body, max, err);
    if (says(how, "br"))
        return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                        "its body is packed with brotli, which cannot be read");
    return STM_OK;
}

stm_status stm_http__body(const stm_http *h, char *body, size_t max,
                          stm_str *plain, stm_bytes *unpacked, stm_error *err)
{
    stm_chunks chunks = STM_CHUNKS_NONE;
    size_t len = h->body.len;
    *unpacked = (stm_bytes){NULL, 0};
    if (says(stm_headers__find(h->head, STM_LIT("Transfer-Encoding")),
             "chunked"))
        chunks = stm_http__join(body, &len);
    *plain = (stm_str){body, len};
    if (chunks == STM_CHUNKS_BAD)
        return stm_fail(err, STM_EFORMAT, STM_NO_OFFSET,
                        "damaged: its body is in chunks, but not to the end");
    stm_str how = stm_headers__find(h->head, STM_LIT("Content-Encoding"));
    if (how.ptr && len) {
        stm_status rc = unpack(how, *plain, max, unpacked, err);
        if (rc != STM_OK)
            return rc;
    }
    return chunks == STM_CHUNKS_CUT
               ? stm_fail(err, STM_EIO, STM_NO_OFFSET,
                          "its body ends in the middle of a chunk")
               : STM_OK;
}
