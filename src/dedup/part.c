#include "dedup/part.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "dedup/date.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_part__free(stm_part *p)
{
    stm_vec_free(&p->docs);
    stm_vec_free(&p->sketches);
    stm_vec_free(&p->edges);
    stm_vec_free(&p->prints);
    stm_vec_free(&p->notes);
}

void stm_part__room_free(stm_part_room *room)
{
    free(room->text);
    free(room->raw);
    stm_hashes_free(&room->words);
    stm_vec_free(&room->keys);
    *room = (stm_part_room){0};
}

static stm_status make_room(stm_part_room *room, size_t line, stm_error *err)
{
    size_t want;
    if (!stm_add_size(line, STM_CAPTURE_SLACK, &want))
        return no_memory(err);
    if (room->text_room >= want)
        return STM_OK;
    free(room->text);
    want += want / 4;
    room->text = malloc(want);
    room->text_room = room->text ? want : 0;
    return room->text ? STM_OK : no_memory(err);
}

/* Text that is not UTF-8 is read as the house reads it everywhere. */
static stm_status words_of_damaged(stm_part_room *room, stm_str text,
                                   stm_error *err)
{
    stm_bytes whole;
    uint64_t replaced;
    stm_status rc = stm_utf8_repair(&whole, &replaced, text, err);
    if (rc != STM_OK)
        return rc;
    rc = stm_hashes_scan(&room->words, (stm_str){whole.ptr, whole.len}, err);
    free(whole.ptr);
    return rc;
}

static stm_status words_of(stm_part_room *room, stm_str text, stm_error *err)
{
    stm_status rc = stm_hashes_scan(&room->words, text, err);
    return rc == STM_EARG ? words_of_damaged(room, text, err) : rc;
}

stm_status stm_part__words(stm_part_room *room, stm_str line,
                           stm_str text_field, stm_error *err)
{
    stm_capture_line found;
    stm_status rc = make_room(room, line.len, err);
    if (rc != STM_OK)
        return rc;
    stm_capture_line_read(&found, line, text_field, room->text);
    if (found.text.ptr && !found.wrong)
        return words_of(room, found.text, err);
    room->words.count = 0;
    return STM_OK;
}

static stm_status add_prints(stm_part *p, stm_doc *d, const uint32_t *key,
                             stm_error *err)
{
    size_t room = stm_run__print_room(d->words);
    if (!stm_vec_reserve(&p->prints, room))
        return no_memory(err);
    size_t n =
        stm_run__prints(p->prints.items + p->prints.count, room, key, d->words);
    d->prints = (uint32_t)n;
    p->prints.count += n;
    return STM_OK;
}

/* Sums do not mind the order; that of the products keeps two words from
 * standing for two others. */
static uint64_t bag_of(const stm_hashes *w)
{
    uint64_t sum = 0, products = 0;
    for (size_t i = 0; i < w->count; i++) {
        sum += w->hash[i];
        products += (w->hash[i] & UINT32_MAX) * (w->hash[i] >> 32);
    }
    return stm_hash_pair(sum, products);
}

static stm_status add_doc(stm_part *p, const stm_part_opts *opts,
                          stm_part_room *room, stm_part_doc *d, stm_str text,
                          stm_error *err)
{
    stm_minhash sketch;
    stm_edges edges;
    const stm_hashes *w = &room->words;
    if (!stm_vec_reserve(&room->keys, w->count + STM_MINHASH_SLACK))
        return no_memory(err);
    uint32_t *key = room->keys.items;
    d->doc.words = (uint32_t)w->count;
    d->doc.same =
        w->count ? stm_exact__words(w->hash, w->count) : stm_exact__bytes(text);
    d->doc.bag = opts->prints ? bag_of(w) : 0;
    stm_minhash__make(&sketch, key, stm_minhash__keys(key, w->hash, w->count));
    stm_run__edges(&edges, key, w->count);
    stm_status rc = opts->prints ? add_prints(p, &d->doc, key, err) : STM_OK;
    if (rc != STM_OK)
        return rc;
    return stm_vec_push(&p->docs, *d) && stm_vec_push(&p->sketches, sketch) &&
                   stm_vec_push(&p->edges, edges)
               ? STM_OK
               : no_memory(err);
}

/* An id is printed as it stands, so it must be what JSON has: a number of plain
 * digits, or a string of valid UTF-8 without controls. */
static bool is_usable(stm_str id)
{
    bool number = id.len && *id.ptr != '"';
    if (id.len > STM_DOC_LONGEST_ID || stm_utf8_valid(id) != id.len)
        return false;
    for (size_t i = 0; i < id.len; i++) {
        unsigned char c = (unsigned char)id.ptr[i];
        if (c < 0x20 || (number && (c < '0' || c > '9')))
            return false;
    }
    return !number || id.len == 1 || *id.ptr != '0';
}

static stm_status read_line(stm_part *p, const stm_part_opts *opts,
                            stm_part_room *room, stm_str line, size_t end,
                            stm_error *err)
{
    stm_capture_line found;
    stm_status rc = make_room(room, line.len, err);
    if (rc != STM_OK)
        return rc;
    stm_capture_line_read(&found, line, opts->text_field, room->text);
    uint64_t at = (uint64_t)(line.ptr - p->lines.ptr);
    if (found.wrong) {
        stm_part_note n = {p->line_count, at + found.wrong_at, found.wrong};
        return stm_vec_push(&p->notes, n) ? STM_OK : no_memory(err);
    }
    if (!found.text.ptr)
        return STM_OK;
    stm_part_doc d = {
        .doc = {.raw_at = at,
                .raw_len = end - at,
                .date = stm_date__read(found.dated)},
        .line = p->line_count,
        .id = is_usable(found.id) ? found.id : STM_NONE,
        .source = found.source,
    };
    if (opts->bare)
        return stm_vec_push(&p->docs, d) ? STM_OK : no_memory(err);
    rc = words_of(room, found.text, err);
    if (rc != STM_OK)
        return rc;
    return add_doc(p, opts, room, &d, found.text, err);
}

stm_status stm_part__read(stm_part *p, const stm_part_opts *opts,
                          stm_part_room *room, stm_error *err)
{
    const char *at = p->lines.ptr, *end = at + p->lines.len;
    p->docs.count = p->sketches.count = p->edges.count = 0;
    p->prints.count = p->notes.count = 0;
    p->line_count = 0;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *next = stop ? stop + 1 : end;
        stm_str line = {at, (size_t)((stop ? stop : end) - at)};
        stm_status rc =
            read_line(p, opts, room, line, (size_t)(next - p->lines.ptr), err);
        if (rc != STM_OK)
            return rc;
        p->line_count++;
        at = next;
    }
    return STM_OK;
}
