/* Windows that lie over each other and have come first side by side in one
 * text are one passage. A window is believed only when its bytes are those of
 * the other: keys may be alike by chance. */
#include "dedup/cut_passages.h"

#include <string.h>

/* A larger text is not kept for later. */
enum { LARGE = 1 << 20 };

typedef struct finding {
    stm_cut_passages *out;
    const stm_cut_text *own;
    uint32_t doc;
    const stm_cut_finding *in;
    const stm_cut_place *starts, *ends, *end; /* those that are still to come */
    stm_cut_passage now;                      /* under way, where `open` */
    stm_str first; /* the text that it came first in */
    size_t last;   /* its last word */
    bool open;
} finding;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_cut_passages__free(stm_cut_passages *p)
{
    stm_vec_free(&p->found);
    stm_vec_free(&p->cuts);
    for (int i = 0; i < STM_CUT_REFS; i++)
        stm_cut_text__free(&p->refs.text[i]);
}

static stm_status text_of(finding *f, uint32_t doc, stm_str *out,
                          stm_error *err)
{
    stm_cut_refs *r = &f->out->refs;
    uint32_t slot = doc % STM_CUT_REFS;
    stm_cut_text *t = &r->text[slot];
    stm_status rc = STM_OK;
    *out = f->own->text;
    if (doc == f->doc)
        return STM_OK;
    if (!r->there[slot] || r->doc[slot] != doc) {
        r->there[slot] = false;
        if (t->raw_room > LARGE)
            stm_cut_text__free(t);
        rc = stm_cut_text__read(t, f->in->corpus, f->in->text_field, doc, err);
        r->there[slot] = rc == STM_OK;
        r->doc[slot] = doc;
    }
    *out = t->text;
    return rc;
}

/* Whether bytes [from, to) of the text are those from `at` on in the other. */
static bool is_same(const finding *f, uint32_t from, uint32_t to, uint64_t at)
{
    uint32_t n = to - from;
    return at <= f->first.len && n <= f->first.len - at &&
           !memcmp(f->own->text.ptr + from, f->first.ptr + at, n);
}

/* How far the two go on alike up to the next word. */
static uint32_t alike_behind(const finding *f)
{
    const stm_hashes *w = &f->own->words;
    stm_str text = f->own->text;
    uint32_t at = f->now.at.end;
    size_t first = f->now.first + (at - f->now.at.start);
    uint32_t end =
        f->last + 1 < w->count ? w->at[f->last + 1].start : (uint32_t)text.len;
    while (at < end && first < f->first.len &&
           text.ptr[at] == f->first.ptr[first])
        at++, first++;
    while (at < text.len && at > f->now.at.end &&
           ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
        at--;
    return at;
}

static bool add_cut(stm_cut_passages *p, stm_range r)
{
    stm_range *last = p->cuts.count ? &p->cuts.items[p->cuts.count - 1] : NULL;
    if (!last || r.start > last->end)
        return stm_vec_push(&p->cuts, r);
    if (r.end > last->end)
        last->end = r.end;
    return true;
}

static stm_status end_passage(finding *f, stm_error *err)
{
    if (!f->open)
        return STM_OK;
    f->open = false;
    f->now.at.end = alike_behind(f);
    return stm_vec_push(&f->out->found, f->now) && add_cut(f->out, f->now.at)
               ? STM_OK
               : no_memory(err);
}

/* Whether the window goes on with the passage under way, and is the same. */
static bool goes_on(const finding *f, stm_range window, uint32_t doc,
                    uint32_t first)
{
    const stm_cut_passage *p = &f->now;
    return f->open && p->first_doc == doc && first >= p->first &&
           first - p->first == window.start - p->at.start &&
           window.start <= p->at.end &&
           (window.end <= p->at.end ||
            is_same(f, p->at.end, window.end,
                    (uint64_t)p->first + (p->at.end - p->at.start)));
}

/* The window [start, end) of the text, which ends with word `last`, and came
 * first at byte `first` of document `doc`. */
static stm_status take(finding *f, stm_range window, size_t last, uint32_t doc,
                       uint32_t first, stm_error *err)
{
    uint64_t end = (uint64_t)first + (window.end - window.start);
    if (doc == f->doc && end > window.start)
        return STM_OK; /* it would be cut out of itself */
    if (goes_on(f, window, doc, first)) {
        f->now.at.end = window.end > f->now.at.end ? window.end : f->now.at.end;
        f->last = last > f->last ? last : f->last;
        return STM_OK;
    }
    stm_status rc = end_passage(f, err);
    if (rc == STM_OK)
        rc = text_of(f, doc, &f->first, err);
    if (rc != STM_OK || !is_same(f, window.start, window.end, first))
        return rc;
    f->open = true;
    f->last = last;
    f->now = (stm_cut_passage){window, doc, first};
    return STM_OK;
}

static stm_status take_place(finding *f, const stm_cut_span *s, uint32_t last,
                             uint64_t first, stm_error *err)
{
    const stm_range *at = f->own->words.at;
    stm_range window = {at[s->word].start, at[last].end};
    uint32_t byte = stm_cut__byte(first), len = window.end - window.start;
    if (stm_cut__is_end(first) && byte < len)
        return STM_OK; /* a key that is alike by chance */
    byte -= stm_cut__is_end(first) ? len : 0;
    return take(f, window, last, stm_cut__doc(first), byte, err);
}

/* The place at the list's head, if it is that one. */
static const stm_cut_place *pick(finding *f, const stm_cut_place **list,
                                 bool ends, uint64_t at)
{
    const stm_cut_place *p = *list;
    while (p < f->end && (stm_cut__is_end(p->at) != ends || p->at < at))
        p++;
    *list = p;
    return p < f->end && p->at == at ? p : NULL;
}

static stm_status take_span(void *user, const stm_cut_span *s, stm_error *err)
{
    finding *f = user;
    const stm_range *at = f->own->words.at;
    const stm_cut_place *p =
        pick(f, &f->starts, false, stm_cut__at(f->doc, at[s->word].start));
    stm_status rc = p ? take_place(f, s, s->last, p->first, err) : STM_OK;
    for (uint32_t last = s->last + 1; last < s->until && rc == STM_OK; last++) {
        p = pick(f, &f->ends, true, stm_cut__at_end(f->doc, at[last].end));
        if (p)
            rc = take_place(f, s, last, p->first, err);
    }
    return rc;
}

stm_status stm_cut_passages__find(stm_cut_passages *p, stm_cut_windows *w,
                                  const stm_cut_text *t, uint32_t doc,
                                  const stm_cut_finding *in,
                                  const stm_cut_place *places, size_t count,
                                  stm_error *err)
{
    finding f = {.out = p,
                 .own = t,
                 .doc = doc,
                 .in = in,
                 .starts = places,
                 .ends = places,
                 .end = places + count};
    p->found.count = p->cuts.count = 0;
    stm_status rc = stm_cut_windows__each(w, t->text, &t->words, in->least,
                                          take_span, &f, err);
    return rc == STM_OK ? end_passage(&f, err) : rc;
}
