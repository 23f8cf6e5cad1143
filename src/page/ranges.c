/* Each atom gets the kind of its segment; what was folded follows its other
 * copy: words that the kept copy has as text, caption, byline or date are a
 * repeat, and furniture is furniture in both. Then neighbours of one kind
 * become one range. */
#include "page/ranges.h"

#include "base/vec.h"
#include "page/chars.h"

typedef struct builder {
    const stm_page_work *w;
    uint8_t *kind; /* by atom */
    STM_VEC(stm_range) content;
    STM_VEC(stm_furniture) furniture;
    STM_VEC(stm_repeat) repeats;
} builder;

static void kinds_of_segments(builder *b)
{
    const stm_page_work *w = b->w;
    for (uint32_t i = 0; i < w->segments.count; i++) {
        const stm_segment *s = &w->segments.items[i];
        bool repeat = s->kind == STM_FURNITURE_REPEAT;
        for (uint32_t k = s->from; k < s->to; k++) {
            b->kind[k] = repeat ? STM_KIND_CONTENT : s->kind;
            if (w->folded[k] == STM_FOLDED_BETWEEN &&
                b->kind[k] == STM_KIND_CONTENT)
                b->kind[k] = STM_FURNITURE_OTHER;
        }
    }
}

static bool is_text(uint8_t kind)
{
    return kind == STM_KIND_CONTENT || kind == STM_FURNITURE_CAPTION ||
           kind == STM_FURNITURE_BYLINE || kind == STM_FURNITURE_DATE;
}

static stm_range bytes_of(const builder *b, uint32_t from, uint32_t to)
{
    const stm_atom *a = b->w->atoms.items;
    return (stm_range){a[from].start, a[to - 1].end};
}

/* The parts of a run that are text. */
static bool add_run(builder *b, const stm_run *r)
{
    for (uint32_t k = 0, n; k < r->length; k += n) {
        uint8_t kind = b->kind[r->kept + k];
        bool text = is_text(kind);
        n = 0;
        do {
            b->kind[r->folded + k + n] = text ? STM_FURNITURE_REPEAT : kind;
            n++;
            if (k + n < r->length)
                kind = b->kind[r->kept + k + n];
        } while (k + n < r->length && is_text(kind) == text);
        stm_repeat x = {bytes_of(b, r->kept + k, r->kept + k + n),
                        bytes_of(b, r->folded + k, r->folded + k + n)};
        if (text && !stm_vec_push(&b->repeats, x))
            return false;
    }
    return true;
}

static bool add_range(builder *b, uint8_t kind, stm_range at)
{
    if (kind == STM_KIND_CONTENT)
        return stm_vec_push(&b->content, at);
    stm_furniture f = {at, (stm_furniture_kind)kind};
    return stm_vec_push(&b->furniture, f);
}

/* Walks over atoms and their segments side by side. */
static bool add_ranges(builder *b)
{
    const stm_page_work *w = b->w;
    uint32_t s = 0; /* segment of the atom */
    for (uint32_t i = 0, j; i < w->atoms.count; i = j) {
        while (w->segments.items[s].to <= i)
            s++;
        stm_range at = bytes_of(b, i, i + 1);
        if (w->segments.items[s].from == i)
            at.start = w->segments.items[s].start;
        for (j = i; j < w->atoms.count && b->kind[j] == b->kind[i]; j++) {
            while (w->segments.items[s].to <= j)
                s++;
            at.end = w->atoms.items[j].end;
        }
        if (w->segments.items[s].to == j)
            at.end = w->segments.items[s].end;
        if (!add_range(b, b->kind[i], at))
            return false;
    }
    return true;
}

static void *keep(stm_arena *mem, const void *items, size_t count, size_t size)
{
    void *copy = stm_arena_take_raw(mem, count, size);
    if (copy && count)
        memcpy(copy, items, count * size);
    return copy;
}

static bool hand_over(stm_page *p, const builder *b, stm_arena *mem)
{
    p->content =
        keep(mem, b->content.items, b->content.count, sizeof *b->content.items);
    p->furniture = keep(mem, b->furniture.items, b->furniture.count,
                        sizeof *b->furniture.items);
    p->repeats =
        keep(mem, b->repeats.items, b->repeats.count, sizeof *b->repeats.items);
    p->content_count = b->content.count;
    p->furniture_count = b->furniture.count;
    p->repeat_count = b->repeats.count;
    return p->content && p->furniture && p->repeats;
}

bool stm_page__ranges(stm_page *p, const stm_page_work *w, stm_arena *mem)
{
    builder b = {.w = w,
                 .kind = STM_ARENA_RAW(w->mem, uint8_t, w->atoms.count)};
    bool ok = b.kind;
    if (ok)
        kinds_of_segments(&b);
    for (size_t i = 0; ok && i < w->run_count; i++)
        ok = add_run(&b, &w->runs[i]);
    ok = ok && add_ranges(&b) && hand_over(p, &b, mem);
    stm_vec_free(&b.content);
    stm_vec_free(&b.furniture);
    stm_vec_free(&b.repeats);
    return ok;
}

stm_str stm_page__title_text(const stm_page_work *w)
{
    const stm_segment *s = &w->segments.items[w->title];
    uint32_t word = w->atoms.items[s->from].start, start = word;
    while (start > s->start) {
        const char *p = stm_page__back(w->text.ptr, w->text.ptr + start);
        uint32_t c = stm_page__char(p, w->text.ptr + w->text.len);
        bool dash = c == '-' || (c >= 0x2010 && c <= 0x2015);
        if (dash || !(stm_page__is_opening(c) || c == '(' || c == '[' ||
                      c == '#' || c == '$' || c == 0xbf || c == 0xa1))
            break;
        start = (uint32_t)(p - w->text.ptr);
    }
    return stm_str_cut(w->text, (stm_range){start, s->end});
}
