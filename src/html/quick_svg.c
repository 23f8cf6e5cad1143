/* Nothing of a drawing is read, and as long as its tags are those of a drawing,
 * nothing in it changes the tree around it. So it is enough to see that each of
 * them is plain, and which of them are open: the drawing ends where an end tag
 * closes it. Given up, and left to lexbor from its beginning, is a drawing with
 * anything that the standard treats otherwise: elements of HTML, which end it,
 * places where HTML is drawn, scripts, sections of data. */
#include "html/quick_svg.h"

#include <string.h>

#include "base/str.h"
#include "html/quick_attribute.h"
#include "html/quick_comment.h"
#include "html/quick_names.h"

enum { DEEPEST = 32 /* elements in each other; drawings have few */ };

typedef const lxb_char_t *place;

typedef struct drawing {
    const stm_html__quick *q;
    const lxb_html_tokenizer_t *tkz;
    stm_str open[DEEPEST]; /* names, as they stand */
    unsigned depth;
} drawing;

static place next_mark(place p, place end)
{
    place at = memchr(p, '<', (size_t)(end - p));
    return at ? at : end;
}

/* Text counts for frames: a page with any cannot have them. */
static bool is_text_idle(const drawing *d, place from, place to)
{
    return !d->tkz->tree->frameset_ok || stm_html__skip_space(from, to) == to;
}

/* Behind the attributes at `p` and the end of the tag; NULL where they are not
 * plain. */
static place tag_over(place p, place end, bool *closes_itself)
{
    for (;;) {
        stm_quick_attribute a;
        p = stm_html__skip_space(p, end);
        if (end - p < STM_QUICK_NEAR)
            return NULL;
        *closes_itself = p[0] == '/' && p[1] == '>';
        if (*p == '>' || *closes_itself)
            return p + 1 + *closes_itself;
        place to = stm_html__name_end(p, end);
        if (to == p || !(p = stm_html__quick_value(&a, to, end, false)))
            return NULL;
    }
}

/* Closes the element of this name and those in it. False where none is open. */
static bool close_element(drawing *d, stm_str name)
{
    unsigned at = d->depth;
    while (at && !stm_str_eq_nocase(d->open[at - 1], name))
        at--;
    if (at)
        d->depth = at - 1;
    return at;
}

/* Behind the tag at `p`, NULL where it is none of a drawing. */
static place one_tag(drawing *d, place p, place end)
{
    bool closes = p[1] == '/', itself;
    place from = p + 1 + closes, to = stm_html__name_end(from, end);
    if (end - to < STM_QUICK_NEAR || to == from || !stm_html__is_letter(*from))
        return NULL;
    stm_str name = {(const char *)from, (size_t)(to - from)};
    if (closes)
        return *to == '>' && close_element(d, name) ? to + 1 : NULL;
    lxb_tag_id_t tag = stm_html__quick_tag(d->q, d->tkz, from, name.len);
    if (tag < LXB_TAG__LAST_ENTRY && d->q->does[tag] & STM_QUICK_NO_SVG)
        return NULL;
    unsigned c = stm_html__quick_class[*to];
    if (c != STM_QUICK_SPACE && c != STM_QUICK_SLASH && c != STM_QUICK_CLOSE)
        return NULL;
    p = tag_over(to, end, &itself);
    if (!p || itself)
        return p;
    if (d->depth == DEEPEST)
        return NULL;
    d->open[d->depth++] = name;
    return p;
}

/* Whether the end tag of the drawing itself is at `p`. */
static bool is_end(const drawing *d, place p)
{
    stm_str svg = STM_LIT("svg"), tag = STM_LIT("</svg>");
    if (!stm_str_eq_nocase((stm_str){(const char *)p, tag.len}, tag))
        return false;
    for (unsigned k = 0; k < d->depth; k++)
        if (stm_str_eq_nocase(d->open[k], svg))
            return false;
    return true;
}

const lxb_char_t *stm_html__skip_svg(const stm_html__quick *q,
                                     const lxb_html_tokenizer_t *tkz,
                                     const lxb_char_t *p, const lxb_char_t *end,
                                     bool *closed)
{
    drawing d = {.q = q, .tkz = tkz};
    for (;;) {
        place mark = next_mark(p, end);
        *closed = false;
        if (end - mark < STM_QUICK_NEAR || !is_text_idle(&d, p, mark))
            return mark;
        if ((*closed = is_end(&d, mark)))
            return mark;
        p = mark[1] == '!' ? stm_html__comment_end(mark, end)
                           : one_tag(&d, mark, end);
        if (!p)
            return mark;
    }
}
