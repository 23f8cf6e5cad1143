#include "report/pieces.h"

static stm_range side_of(const stm_pieces *p, const stm_difference *d)
{
    return p->side_b ? d->b : d->a;
}

void stm_pieces__start(stm_pieces *p, const stm_page *page,
                       const stm_difference *differences, size_t count,
                       bool side_b, stm_range range)
{
    *p = (stm_pieces){page, differences, count, side_b, range, 0, 0};
    size_t low = 0, high = page->furniture_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (page->furniture[mid].at.end <= range.start)
            low = mid + 1;
        else
            high = mid;
    }
    p->furniture_at = low;
    low = 0, high = count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (side_of(p, &differences[mid]).end <= range.start)
            low = mid + 1;
        else
            high = mid;
    }
    p->difference_at = low;
}

/* Where `at` begins or, once inside it, ends: the next change of look. */
static uint32_t next_edge(stm_range at, uint32_t here, uint32_t limit)
{
    uint32_t edge = at.start > here ? at.start : at.end;
    return edge < limit ? edge : limit;
}

bool stm_pieces__next(stm_pieces *p, stm_piece *out)
{
    uint32_t here = p->left.start, end = p->left.end;
    if (here >= end)
        return false;
    const stm_page *page = p->page;
    *out = (stm_piece){0};
    while (p->furniture_at < page->furniture_count &&
           page->furniture[p->furniture_at].at.end <= here)
        p->furniture_at++;
    if (p->furniture_at < page->furniture_count) {
        const stm_furniture *f = &page->furniture[p->furniture_at];
        end = next_edge(f->at, here, end);
        out->furniture = f->at.start <= here ? f : NULL;
    }
    while (p->difference_at < p->difference_count &&
           side_of(p, &p->differences[p->difference_at]).end <= here)
        p->difference_at++;
    if (p->difference_at < p->difference_count) {
        const stm_difference *d = &p->differences[p->difference_at];
        end = next_edge(side_of(p, d), here, end);
        out->difference = side_of(p, d).start <= here ? d : NULL;
    }
    out->at = (stm_range){here, end};
    p->left.start = end;
    return true;
}
