/* The ranges are laid anew over the words: a range that goes on as before keeps
 * its bytes, and where a line was taken out of one the range ends with the line
 * before. */
#include "page/recast.h"

#include <string.h>

#include "base/vec.h"

typedef struct plan {
    const stm_words *words;
    uint8_t *kind; /* by word */
    stm_range *in; /* by word: the bytes of the range that it lay in */
    STM_VEC(stm_range) content;
    STM_VEC(stm_furniture) furniture;
} plan;

static void paint(const stm_words *w, stm_range at, uint8_t kind, uint32_t *i,
                  uint8_t *kinds, stm_range *in)
{
    while (*i < w->count && w->at[*i].start < at.start)
        ++*i;
    for (; *i < w->count && w->at[*i].end <= at.end; ++*i) {
        kinds[*i] = kind;
        if (in)
            in[*i] = at;
    }
}

static void paint_all(const stm_page *p, const stm_words *w, uint8_t *kinds,
                      stm_range *in)
{
    uint32_t i = 0;
    for (size_t k = 0; k < p->content_count; k++)
        paint(w, p->content[k], STM_PAGE_CONTENT, &i, kinds, in);
    i = 0;
    for (size_t k = 0; k < p->furniture_count; k++)
        paint(w, p->furniture[k].at, (uint8_t)p->furniture[k].kind, &i, kinds,
              in);
}

void stm_page_kinds(const stm_page *p, const stm_words *words, uint8_t *kind)
{
    memset(kind, STM_PAGE_APART, words->count);
    paint_all(p, words, kind, NULL);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Where the line of word `i` starts, and where that of word `i` ends. */
static uint32_t line_start(const stm_words *w, uint32_t i)
{
    uint32_t least = i ? w->at[i - 1].end : 0, at = w->at[i].start;
    while (at > least && w->bytes.ptr[at - 1] != '\n')
        at--;
    while (at < w->at[i].start && is_space(w->bytes.ptr[at]))
        at++;
    return at;
}

static uint32_t line_end(const stm_words *w, uint32_t i)
{
    uint32_t most =
        i + 1 < w->count ? w->at[i + 1].start : (uint32_t)w->bytes.len;
    uint32_t at = w->at[i].end;
    while (at < most && w->bytes.ptr[at] != '\n')
        at++;
    while (at > w->at[i].end && is_space(w->bytes.ptr[at - 1]))
        at--;
    return at;
}

static bool same_range(const plan *p, uint32_t i, uint32_t j)
{
    return p->in[i].start == p->in[j].start;
}

static stm_range bytes_of(const plan *p, uint32_t from, uint32_t to)
{
    stm_range at = {p->in[from].start, p->in[to - 1].end};
    if (from && same_range(p, from - 1, from))
        at.start = line_start(p->words, from);
    if (to < p->words->count && same_range(p, to - 1, to))
        at.end = line_end(p->words, to - 1);
    return at;
}

static bool lay_ranges(plan *p)
{
    for (uint32_t i = 0, j; i < p->words->count; i = j) {
        for (j = i; j < p->words->count && p->kind[j] == p->kind[i];)
            j++;
        stm_range at = bytes_of(p, i, j);
        stm_furniture f = {at, (stm_furniture_kind)p->kind[i]};
        if (p->kind[i] == STM_PAGE_CONTENT ? !stm_vec_push(&p->content, at)
                                           : !stm_vec_push(&p->furniture, f))
            return false;
    }
    return true;
}

static bool lay_anew(plan *p, const stm_recast *changes, size_t count)
{
    for (size_t k = 0; k < count; k++)
        memset(p->kind + changes[k].at.from, changes[k].kind,
               changes[k].at.to - changes[k].at.from);
    return lay_ranges(p);
}

static void *keep(stm_arena *mem, const void *items, size_t count, size_t size)
{
    void *copy = stm_arena_take_raw(mem, count, size);
    if (copy && count)
        memcpy(copy, items, count * size);
    return copy;
}

static bool hand_over(stm_page *p, const plan *b)
{
    stm_arena *mem = stm_page__memory(p);
    stm_range *content =
        keep(mem, b->content.items, b->content.count, sizeof *content);
    stm_furniture *furniture =
        keep(mem, b->furniture.items, b->furniture.count, sizeof *furniture);
    if (!content || !furniture)
        return false;
    p->content = content;
    p->furniture = furniture;
    p->content_count = b->content.count;
    p->furniture_count = b->furniture.count;
    return true;
}

stm_status stm_page_recast(stm_page *p, const stm_words *words,
                           const stm_recast *changes, size_t count,
                           stm_error *err)
{
    stm_arena scratch = {0};
    plan b = {.words = words,
              .kind = STM_ARENA_NEW(&scratch, uint8_t, words->count),
              .in = STM_ARENA_NEW(&scratch, stm_range, words->count)};
    bool ok = b.kind && b.in;
    if (ok) {
        memset(b.kind, STM_PAGE_APART, words->count);
        paint_all(p, words, b.kind, b.in);
        if (!memchr(b.kind, STM_PAGE_APART, words->count))
            ok = lay_anew(&b, changes, count) && hand_over(p, &b);
    }
    stm_vec_free(&b.content);
    stm_vec_free(&b.furniture);
    stm_arena_free(&scratch);
    return ok ? STM_OK
              : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                         "out of memory for a page");
}
