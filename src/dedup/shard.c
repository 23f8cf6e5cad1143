#include "dedup/shard.h"

#include <string.h>

#include "base/disk.h"
#include "base/str.h"

static stm_status size_of(uint64_t *size, const char *path, stm_error *err)
{
    stm_disk_mark mark;
    stm_error why;
    stm_status rc = stm_disk_look(&mark, path, &why);
    *size = mark.size;
    if (rc != STM_OK)
        return stm_fail(err, rc, STM_NO_OFFSET, "%s: %s", path, why.message);
    if (!mark.regular)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "%s is no file; the inputs of a shard are named one by "
                        "one",
                        path);
    return STM_OK;
}

stm_status stm_shard__start(stm_shard *s, const char *const *paths,
                            size_t count, uint32_t which, uint32_t of,
                            stm_error *err)
{
    uint64_t all = 0, size;
    *s = (stm_shard){.paths = paths, .count = count};
    for (size_t i = 0; i < count; i++) {
        stm_status rc = size_of(&size, paths[i], err);
        if (rc != STM_OK)
            return rc;
        all += size;
    }
    s->from = all / of * (which - 1);
    s->to = which == of ? UINT64_MAX : all / of * which;
    return STM_OK;
}

/* Inputs come in order, but those that hold nothing do not come. */
static void find_path(stm_shard *s, stm_str source)
{
    uint64_t size;
    while (s->path + 1 < s->count &&
           !stm_str_eq(stm_str_of(s->paths[s->path]), source)) {
        if (size_of(&size, s->paths[s->path], NULL) == STM_OK)
            s->base += size;
        s->path++;
    }
}

/* Where the first line begins whose first byte is at `at` or behind. */
static size_t line_from(const stm_capture_lines *b, uint64_t start, uint64_t at)
{
    if (at <= start)
        return 0;
    if (at - start > b->bytes.len)
        return b->bytes.len;
    size_t before = (size_t)(at - start) - 1;
    const char *end =
        memchr(b->bytes.ptr + before, '\n', b->bytes.len - before);
    return end ? (size_t)(end - b->bytes.ptr) + 1 : b->bytes.len;
}

static void keep(stm_capture_lines *b, size_t from, size_t to)
{
    b->at += from;
    b->bytes = (stm_str){b->bytes.ptr + from, to - from};
}

static bool is_ours(const stm_shard *s, uint64_t at)
{
    return at >= s->from && at < s->to;
}

/* What lies in an archive has its path behind the archive's own. */
stm_str stm_shard__input(const stm_shard *s, stm_str source)
{
    for (size_t i = 0; s->paths && i < s->count; i++) {
        stm_str path = stm_str_of(s->paths[i]);
        if (stm_str_starts(source, path) &&
            (source.len == path.len || source.ptr[path.len] == '/'))
            return path;
    }
    return s->paths ? source : STM_NONE;
}

bool stm_shard__is_ours(stm_shard *s, stm_str input)
{
    if (!s->paths)
        return true;
    find_path(s, input);
    return is_ours(s, s->base);
}

void stm_shard__cut(stm_shard *s, stm_capture_lines *b)
{
    if (!s->paths || !b->bytes.len)
        return;
    find_path(s, b->source);
    uint64_t start = s->base + (b->packed ? 0 : b->at);
    if (b->piece && !s->inside)
        s->ours = is_ours(s, start);
    s->inside = b->piece && b->bytes.ptr[b->bytes.len - 1] != '\n';
    if (b->piece || b->packed) {
        if (!(b->piece ? s->ours : is_ours(s, start)))
            keep(b, 0, 0);
        return;
    }
    size_t to = line_from(b, start, s->to);
    size_t from = line_from(b, start, s->from);
    keep(b, from < to ? from : to, to);
}
