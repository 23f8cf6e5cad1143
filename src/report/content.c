#include "report/content.h"

#include "base/str.h"

enum { WRAPPED = 100 /* characters; a longer line is not wrapped */ };

void stm_content__start(stm_content *c, const stm_document *d)
{
    *c = (stm_content){.document = d};
}

static stm_range trim(const char *text, stm_range r)
{
    while (r.start < r.end && stm_ascii_space(text[r.start]))
        r.start++;
    while (r.start < r.end && stm_ascii_space(text[r.end - 1]))
        r.end--;
    return r;
}

/* Characters of the line at `from`, and where it ends. */
static uint32_t measure_line(const char *text, uint32_t from, uint32_t to,
                             uint32_t *end)
{
    uint32_t n = 0, i = from;
    for (; i < to && text[i] != '\n'; i++)
        n += ((unsigned char)text[i] & 0xc0) != 0x80;
    *end = i;
    return n;
}

/* Where the paragraph of plain text that starts at `r` ends: before a line of
 * blanks only, and before or behind a line that nobody has wrapped. */
static uint32_t paragraph_end(const char *text, stm_range r)
{
    uint32_t end, next_end;
    uint32_t length = measure_line(text, r.start, r.end, &end);
    while (end < r.end) {
        uint32_t next = measure_line(text, end + 1, r.end, &next_end);
        stm_str line = {text + end + 1, next_end - end - 1};
        if (length > WRAPPED || next > WRAPPED || !stm_str_trim(line).len)
            break;
        length = next;
        end = next_end;
    }
    return end;
}

/* What stands between two paragraphs. */
static stm_str gap_before(const stm_content *c, uint32_t start)
{
    const char *text = c->document->capture->text.ptr;
    return (stm_str){text + c->end, start > c->end ? start - c->end : 0};
}

static bool has(stm_str s, stm_str what)
{
    return stm_str_find(s, what, 0) != SIZE_MAX;
}

static bool next_plain(stm_content *c, stm_range left, stm_paragraph *out)
{
    const char *text = c->document->capture->text.ptr;
    stm_range whole = trim(text, left);
    c->at = left.end;
    if (whole.start == whole.end)
        return false;
    stm_range at = {whole.start, paragraph_end(text, whole)};
    c->at = at.end;
    out->at = trim(text, at);
    out->block = NULL;
    out->close = false;
    out->continues =
        c->end && !has(gap_before(c, out->at.start), STM_LIT("\n"));
    return true;
}

/* The part of the next block that lies in what is left of a range. */
static bool next_block(stm_content *c, stm_range left, stm_paragraph *out)
{
    const stm_html *h = c->document->html;
    while (c->block < h->block_count &&
           h->blocks[c->block].at.end <= left.start)
        c->block++;
    const stm_block *b =
        c->block < h->block_count ? &h->blocks[c->block] : NULL;
    c->at = left.end;
    if (!b || b->at.start >= left.end)
        return false;
    stm_range at = {b->at.start > left.start ? b->at.start : left.start,
                    b->at.end < left.end ? b->at.end : left.end};
    c->at = at.end;
    out->at = trim(c->document->capture->text.ptr, at);
    out->block = b;
    stm_str gap = gap_before(c, out->at.start);
    out->continues = c->end > b->at.start;
    out->close = c->end && !stm_str_trim(gap).len && !has(gap, STM_LIT("\n\n"));
    return out->at.start < out->at.end;
}

bool stm_content__next(stm_content *c, stm_paragraph *out)
{
    const stm_page *p = c->document->page;
    while (c->range < p->content_count) {
        stm_range left = p->content[c->range];
        if (left.start < c->at)
            left.start = c->at;
        if (left.start >= left.end) {
            c->range++;
            continue;
        }
        bool found = c->document->html ? next_block(c, left, out)
                                       : next_plain(c, left, out);
        if (found) {
            c->end = out->at.end;
            return true;
        }
    }
    return false;
}
