/* Captured bytes, as they reach the reports: what comes out must be harmless in
 * each form, whatever goes in. */
#include <stdlib.h>
#include <utf8proc.h>

#include "base/str.h"
#include "report/cell.h"
#include "report/clean.h"
#include "report/glyph.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct taken {
    char *bytes;
    size_t len;
} taken;

static stm_status take(void *user, const char *bytes, size_t len)
{
    taken *t = user;
    char *grown = realloc(t->bytes, t->len + len + 1);
    if (!grown)
        return STM_ENOMEM;
    memcpy(grown + t->len, bytes, len);
    t->bytes = grown;
    t->len += len;
    return STM_OK;
}

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* UTF-8 without control characters but `allowed`. */
static void must_be_calm(const char *s, size_t len, char allowed)
{
    for (size_t at = 0; at < len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s + at,
                                              (utf8proc_ssize_t)(len - at), &c);
        must(n > 0);
        must(c == allowed || (c >= 0x20 && c != 0x7f));
        at += (size_t)n;
    }
}

static void try_json(stm_str s)
{
    taken t = {0};
    stm_sink sink = {take, &t};
    stm_json j;
    stm_json__start(&j, &sink);
    stm_json__str(&j, s);
    must(stm_json__end(&j) == STM_OK);
    must_be_calm(t.bytes, t.len, '\n');
    must(t.bytes[0] == '"' && t.bytes[t.len - 2] == '"');
    for (size_t i = 1; i < t.len - 2; i++) {
        must(t.bytes[i] != '"' && t.bytes[i] != '\n');
        if (t.bytes[i] == '\\')
            must(strchr("\"\\bfnrtu", t.bytes[++i]) != NULL);
    }
    free(t.bytes);
}

static void try_markup(stm_str s)
{
    taken t = {0};
    stm_sink sink = {take, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_markup__put(&b, s);
    must(stm_buf_end(&b) == STM_OK);
    must_be_calm(t.bytes, t.len, '\n');
    for (size_t i = 0; i < t.len; i++)
        must(!strchr("<>\"'", t.bytes[i]) || !t.bytes[i]);
    free(t.bytes);
}

static void try_cell(stm_str s)
{
    stm_cell c = {0};
    stm_cell__start(&c, 20, false);
    stm_cell__add(&c, STM_STYLE_PLAIN, s);
    stm_cell__end(&c);
    must(!c.failed);
    must_be_calm(c.bytes.items, c.bytes.count, ' ');
    for (size_t i = 0; i < c.lines.count; i++)
        must(c.lines.items[i].cols <= 20);
    stm_cell__free(&c);
}

static bool is_utf8(stm_str s)
{
    for (size_t at = 0; at < s.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
                             (utf8proc_ssize_t)(s.len - at), &c);
        if (n <= 0)
            return false;
        at += (size_t)n;
    }
    return true;
}

static stm_str taken_text(const taken *t)
{
    return (stm_str){t->bytes ? t->bytes : "", t->len};
}

/* A line end stays; of everything else that is UTF-8 no control is left. */
static void must_be_readable(stm_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        must(!stm_clean__control(s, i));
        must(s.ptr[i] != '\r');
    }
}

static void try_text(stm_str s)
{
    taken t = {0};
    stm_sink sink = {take, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_clean__text(&b, s);
    must(stm_buf_end(&b) == STM_OK);
    must_be_readable(taken_text(&t));
    t.len = 0;
    stm_clean__line(&b, s);
    must(stm_buf_end(&b) == STM_OK);
    must_be_calm(t.bytes, t.len, ' ');
    free(t.bytes);
}

/* Nothing that starts markup stands without a backslash before it. */
static void try_markdown(stm_str s, stm_markdown_place place)
{
    taken t = {0};
    stm_sink sink = {take, &t};
    stm_buf b;
    bool escaped = false;
    stm_buf_start(&b, &sink);
    stm_markdown__put(&b, s, place);
    must(stm_buf_end(&b) == STM_OK);
    must_be_readable(taken_text(&t));
    for (size_t i = 0; i < t.len; i++) {
        must(escaped || !t.bytes[i] || !strchr("`*[]<~", t.bytes[i]));
        escaped = !escaped && t.bytes[i] == '\\';
    }
    must(!escaped);
    free(t.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_str s = {size ? (const char *)data : "", size};
    try_json(s);
    try_markup(s);
    try_cell(s);
    if (!is_utf8(s))
        return 0;
    try_text(s);
    try_markdown(s, STM_MARKDOWN_LINE);
    try_markdown(s, STM_MARKDOWN_CELL);
    return 0;
}
