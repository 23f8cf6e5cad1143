#include "run/listing.h"

#include "base/hash.h"
#include "base/str.h"
#include "base/stream.h"

enum { FIRST_SLOTS = 64, READ_ONCE = 64 << 10 /* bytes */ };

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the list of pairs");
}

/* The slot of an id, or the empty one where it belongs. */
static uint32_t *slot_of(const stm_listing *l, stm_str id)
{
    size_t i = stm_hash_bytes(id.ptr, id.len) & (l->slot_count - 1);
    while (l->slots[i] && !stm_str_eq(l->ids.items[l->slots[i] - 1], id))
        i = (i + 1) & (l->slot_count - 1);
    return &l->slots[i];
}

uint32_t stm_listing__find(const stm_listing *l, stm_str id)
{
    return l->slot_count ? *slot_of(l, id) - 1 : STM_LISTING_NONE;
}

/* At most half of the slots are taken. */
static bool make_room(stm_listing *l)
{
    if (l->ids.count * 2 < l->slot_count)
        return true;
    size_t count = l->slot_count ? l->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    free(l->slots);
    l->slots = slots;
    l->slot_count = count;
    for (size_t i = 0; i < l->ids.count; i++)
        *slot_of(l, l->ids.items[i]) = (uint32_t)i + 1;
    return true;
}

static bool number_of(stm_listing *l, stm_str id, uint32_t *number)
{
    if (!make_room(l))
        return false;
    uint32_t *slot = slot_of(l, id);
    if (!*slot) {
        if (!stm_vec_push(&l->ids, id))
            return false;
        *slot = (uint32_t)l->ids.count;
    }
    *number = *slot - 1;
    return true;
}

static stm_status read_line(stm_listing *l, stm_str line, const char *path,
                            stm_error *err)
{
    uint64_t offset = (uint64_t)(line.ptr - l->bytes.items);
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    if (!line.len)
        return STM_OK;
    size_t tab = stm_str_find(line, STM_LIT("\t"), 0);
    if (tab == SIZE_MAX || !tab || tab + 1 == line.len)
        return stm_fail(err, STM_EFORMAT, offset,
                        "%s, byte %llu: not a pair of ids with a tab between "
                        "them",
                        path, (unsigned long long)offset);
    stm_listed pair;
    stm_str second = {line.ptr + tab + 1, line.len - tab - 1};
    return number_of(l, (stm_str){line.ptr, tab}, &pair.a) &&
                   number_of(l, second, &pair.b) &&
                   stm_vec_push(&l->pairs, pair)
               ? STM_OK
               : no_memory(err);
}

static stm_status read_lines(stm_listing *l, const char *path, stm_error *err)
{
    stm_str left = {l->bytes.items, l->bytes.count};
    stm_status rc = STM_OK;
    while (rc == STM_OK && left.len) {
        size_t end = stm_str_find(left, STM_LIT("\n"), 0);
        size_t len = end == SIZE_MAX ? left.len : end;
        rc = read_line(l, (stm_str){left.ptr, len}, path, err);
        len += end != SIZE_MAX;
        left = (stm_str){left.ptr + len, left.len - len};
    }
    return rc;
}

static stm_status read_bytes(stm_listing *l, stm_stream *s, stm_error *err)
{
    size_t got = 1;
    stm_status rc = STM_OK;
    while (rc == STM_OK && got) {
        if (!stm_vec_reserve(&l->bytes, READ_ONCE))
            return no_memory(err);
        rc = s->read(s, l->bytes.items + l->bytes.count, READ_ONCE, &got, err);
        l->bytes.count += rc == STM_OK ? got : 0;
    }
    return rc;
}

stm_status stm_listing__read(stm_listing *out, const char *path, stm_error *err)
{
    stm_error why = {STM_OK, 0, ""};
    stm_stream *s = NULL;
    *out = (stm_listing){0};
    stm_status rc = stm_stream_open(&s, path, &why);
    if (rc == STM_OK)
        rc = read_bytes(out, s, &why);
    stm_stream_close(s);
    if (rc == STM_OK)
        rc = read_lines(out, path, err);
    else
        stm_fail(err, rc, STM_NO_OFFSET, "%s: %s", path, why.message);
    if (rc != STM_OK)
        stm_listing__free(out);
    return rc;
}

void stm_listing__free(stm_listing *l)
{
    stm_vec_free(&l->bytes);
    stm_vec_free(&l->pairs);
    stm_vec_free(&l->ids);
    free(l->slots);
    *l = (stm_listing){0};
}
