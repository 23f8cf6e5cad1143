/* Records of web archives, written for tests. */
#ifndef STM_TESTS_ARCHIVE_TEXT_H
#define STM_TESTS_ARCHIVE_TEXT_H

#include <stdio.h>
#include <string.h>

#define PAGE "<!doctype html><p>The mill stands still."
#define HTTP "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

typedef struct archive_text {
    char bytes[20000];
    size_t len;
} archive_text;

static inline void add_text(archive_text *a, const char *s)
{
    size_t n = strlen(s);
    memcpy(a->bytes + a->len, s, n);
    a->len += n;
}

/* A record with its length `more` bytes over what it is. */
static inline void add_record_off(archive_text *a, const char *headers,
                                  const char *block, int more)
{
    char length[60];
    add_text(a, "WARC/1.0\r\n");
    add_text(a, headers);
    snprintf(length, sizeof length, "Content-Length: %d\r\n\r\n",
             (int)strlen(block) + more);
    add_text(a, length);
    add_text(a, block);
    add_text(a, "\r\n\r\n");
}

#define RESPONSE                                \
    "WARC-Type: response\r\n"                   \
    "WARC-Target-URI: http://mill.example/\r\n" \
    "WARC-Date: 2020-08-08T17:27:41Z\r\n"       \
    "Content-Type: application/http; msgtype=response\r\n"
/* What a page in one becomes. */
#define GIVEN(number) \
    number " http://mill.example/ 2020-08-08T17:27:41Z - - <" PAGE ">\n"

static inline void add_record(archive_text *a, const char *headers,
                              const char *block)
{
    add_record_off(a, headers, block, 0);
}

static inline void add_page(archive_text *a)
{
    add_record(a, RESPONSE, HTTP PAGE);
}

static inline stm_str text_of(const archive_text *a)
{
    return (stm_str){a->bytes, a->len};
}

#endif
