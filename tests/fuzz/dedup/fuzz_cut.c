/* Any line of JSON with parts cut from its text: what is read from the new line
 * is the text without them, and the rest of the line is as it was. The first
 * byte says how many characters stay and go in turn. */
#include <stemma/capture.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "dedup/cut_line.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

enum { CUTS = 64 };

typedef struct parts {
    stm_range cut[CUTS];
    size_t count;
    stm_json_out left;
} parts;

/* Characters of the text, `stay` and then `go` of them in turn. */
static void choose(parts *p, stm_str text, unsigned stay, unsigned go)
{
    size_t n = 0;
    for (size_t at = 0; at < text.len; n++) {
        size_t len = stm_utf8_step((stm_str){text.ptr + at, text.len - at}).len;
        bool cut = p->count < CUTS && n % (stay + go) >= stay;
        if (!cut)
            must(stm_json_out__put(&p->left, text.ptr + at, len));
        else if (p->count && p->cut[p->count - 1].end == at)
            p->cut[p->count - 1].end += (uint32_t)len;
        else
            p->cut[p->count++] =
                (stm_range){(uint32_t)at, (uint32_t)(at + len)};
        at += len;
    }
}

/* The text of a line, repaired and malloc'd; absent where it has none. */
static stm_bytes read_text(stm_str line, stm_capture_line *found, char *room)
{
    uint64_t replaced;
    stm_bytes whole = {NULL, 0};
    stm_capture_line_read(found, line, STM_NONE, room);
    if (!found->wrong && found->text.ptr)
        must(!stm_utf8_repair(&whole, &replaced, found->text, NULL));
    return whole;
}

/* Halves of characters may meet where something between them went. */
static bool has_halves(stm_bytes text)
{
    for (size_t i = 0; i + 3 <= text.len; i++)
        if (!memcmp(text.ptr + i, "\xef\xbf\xbd", 3))
            return true;
    return false;
}

static void check(const stm_json_out *made, size_t head, stm_str tail,
                  const parts *p, bool halves, char *room)
{
    stm_capture_line found;
    size_t len = made->count - STM_CAPTURE_SLACK;
    stm_bytes again = read_text((stm_str){made->items, len}, &found, room);
    must(!found.wrong && found.raw_text.ptr == made->items + head - 1);
    must(!memcmp(made->items + len - tail.len, tail.ptr, tail.len));
    if (!halves)
        must(again.len == p->left.count &&
             (!again.len || !memcmp(again.ptr, p->left.items, again.len)));
    free(again.ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char slack[STM_CAPTURE_SLACK];
    if (!size)
        return 0;
    size_t len = size - 1;
    char *line = calloc(len + STM_CAPTURE_SLACK, 1);
    char *room = malloc(len + STM_CAPTURE_SLACK);
    parts p = {.count = 0};
    stm_json_out made = {0};
    stm_capture_line found;
    must(line && room);
    memcpy(line, data + 1, len);
    stm_bytes text = read_text((stm_str){line, len}, &found, room);
    if (text.ptr && found.raw_text.len >= 2) {
        size_t head = (size_t)(found.raw_text.ptr - line) + 1;
        stm_str value = {line + head, found.raw_text.len - 2};
        stm_str tail = {value.ptr + value.len, len - head - value.len};
        choose(&p, (stm_str){text.ptr, text.len}, data[0] & 7,
               1 + (data[0] >> 3));
        must(stm_json_out__put(&made, line, head) &&
             stm_cut__value(&made, value, p.cut, p.count) &&
             stm_json_out__put(&made, tail.ptr, tail.len) &&
             stm_json_out__put(&made, slack, sizeof slack));
        check(&made, head, tail, &p, has_halves(text), room);
    }
    free(text.ptr);
    free(line);
    free(room);
    stm_vec_free(&p.left);
    stm_vec_free(&made);
    return 0;
}
