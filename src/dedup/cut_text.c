#include "dedup/cut_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/utf8.h"

/* Bytes from which on a word that another one follows without a gap has been
 * cut in two: letters of scripts without spaces have at most a dozen. */
enum { PIECE_OF_A_WORD = 64 };

/* A text whose places might need more bits than they have is not cut; repaired
 * it may be three times as long. */
static const size_t longest = INT32_MAX / 4;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_cut_text__free(stm_cut_text *t)
{
    free(t->raw);
    free(t->room);
    free(t->whole.ptr);
    stm_hashes_free(&t->words);
    *t = (stm_cut_text){0};
}

static stm_status make_room(char **at, size_t *room, uint64_t len,
                            stm_error *err)
{
    size_t want;
    if (len > SIZE_MAX / 2 ||
        !stm_add_size((size_t)len, STM_CAPTURE_SLACK, &want))
        return no_memory(err);
    if (*room >= want)
        return STM_OK;
    free(*at);
    want += want / 4;
    *at = malloc(want);
    *room = *at ? want : 0;
    return *at ? STM_OK : no_memory(err);
}

static stm_status read_line(stm_cut_text *t, const stm_corpus *c,
                            stm_error *err)
{
    size_t len = (size_t)t->doc.raw_len;
    stm_status rc = make_room(&t->raw, &t->raw_room, len, err);
    if (rc == STM_OK)
        rc = make_room(&t->room, &t->room_room, len, err);
    if (rc == STM_OK)
        rc = stm_corpus__raw(c, t->doc.input, t->doc.raw_at, t->raw, len, err);
    if (rc != STM_OK)
        return rc;
    memset(t->raw + len, 0, STM_CAPTURE_SLACK);
    t->line = (stm_str){t->raw, len};
    return STM_OK;
}

static stm_status read_text(stm_cut_text *t, stm_str text_field, stm_error *err)
{
    stm_capture_line found;
    uint64_t replaced;
    stm_str line = t->line;
    while (line.len && line.ptr[line.len - 1] == '\n')
        line.len--;
    stm_capture_line_read(&found, line, text_field, t->room);
    if (found.wrong || found.raw_text.len < 2 || found.text.len > longest)
        return STM_OK;
    t->value = (stm_str){found.raw_text.ptr + 1, found.raw_text.len - 2};
    t->text = found.text;
    if (!found.maybe_high || stm_utf8_valid(t->text) == t->text.len)
        return STM_OK;
    free(t->whole.ptr);
    t->whole = (stm_bytes){NULL, 0};
    stm_status rc = stm_utf8_repair(&t->whole, &replaced, t->text, err);
    t->text = (stm_str){t->whole.ptr, t->whole.len};
    return rc;
}

stm_status stm_cut_text__read(stm_cut_text *t, const stm_corpus *c,
                              stm_str text_field, uint32_t doc, stm_error *err)
{
    stm_status rc = stm_corpus__doc(&t->doc, c, doc, err);
    t->line = t->value = t->text = (stm_str){"", 0};
    t->words.count = 0;
    if (rc == STM_OK && !t->doc.unread)
        rc = read_line(t, c, err);
    if (rc == STM_OK && !t->doc.unread)
        rc = read_text(t, text_field, err);
    return rc;
}

/* One word for its pieces, with the hash of the first; texts that have the same
 * bytes are cut into the same pieces. */
static void join_pieces(stm_hashes *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->count; i++) {
        stm_range *last = kept ? &w->at[kept - 1] : NULL;
        if (last && last->end == w->at[i].start &&
            last->end - last->start >= PIECE_OF_A_WORD) {
            last->end = w->at[i].end;
            continue;
        }
        w->at[kept] = w->at[i];
        w->hash[kept++] = w->hash[i];
    }
    w->count = kept;
}

stm_status stm_cut_text__scan(stm_cut_text *t, stm_error *err)
{
    stm_status rc = stm_hashes_scan_at(&t->words, t->text, err);
    if (rc == STM_OK)
        join_pieces(&t->words);
    return rc;
}
