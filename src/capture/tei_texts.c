/* What each witness reads, off an apparatus by parallel segmentation: the text
 * is walked once, and what stands at a place goes to those who hear it there.
 * All hear what is common; of a variant those whom it names; of a lemma that
 * names nobody, those who are in no variant beside it.
 *
 * Work and room are bounded together: whatever is given to a witness is taken
 * off what the file may have, and so is having been asked. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "capture/tei.h"

typedef enum gap { GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH } gap;

/* A witness's text so far. */
typedef struct leaf {
    STM_VEC(char) text;
    gap gap;        /* before its next word */
    bool gone;      /* in a lacuna */
    bool ended;     /* there was one before */
    uint32_t level; /* the frame in which it hears */
    uint32_t app;   /* + 1: the last one in which it was given its reading */
    uint32_t named; /* the same: the last one in which a reading names it */
} leaf;

/* Those who hear what stands in an element. */
typedef struct frame {
    uint32_t from; /* of `hearer`, up to its end */
    uint32_t app;  /* + 1: whose readings stand in it; 0: none */
    bool asked;    /* of an apparatus: whom nothing in it names was asked */
} frame;

typedef struct press {
    const stm_tei *t;
    leaf *leaf; /* [witnesses + 1] the last is a text without an apparatus */
    STM_VEC(uint32_t) hearer;
    STM_VEC(frame) frame;
    STM_VEC(char) words; /* scratch */
    uint64_t left;
    bool full; /* out of memory */
    bool over; /* nothing is left */
} press;

static bool spend(press *p, uint64_t cost)
{
    p->over |= cost > p->left;
    p->left -= p->over ? 0 : cost;
    return !p->over;
}

/* --- who hears ----------------------------------------------------------- */

static bool open_frame(press *p, uint32_t app)
{
    frame f = {(uint32_t)p->hearer.count, app, false};
    p->full |= !stm_vec_push(&p->frame, f);
    return !p->full;
}

/* Adds a witness that hears what is around the open frame's element. */
static void admit(press *p, uint32_t w, uint32_t around)
{
    uint32_t level = (uint32_t)p->frame.count;
    leaf *x = &p->leaf[w];
    if (x->level != around || !spend(p, 1))
        return;
    x->level = level;
    p->full |= !stm_vec_push(&p->hearer, w);
}

static void close_frame(press *p, uint32_t around)
{
    frame f = p->frame.items[--p->frame.count];
    for (size_t i = f.from; i < p->hearer.count; i++) {
        p->leaf[p->hearer.items[i]].level = around;
        p->leaf[p->hearer.items[i]].app = f.app;
    }
    p->hearer.count = f.from;
}

/* Calls `act` for each witness that a list of pointers stands for. */
static void for_each(press *p, stm_str list, uint32_t extra,
                     void (*act)(press *p, uint32_t w, uint32_t extra))
{
    for (stm_str id; (id = stm_tei__next(&list)).ptr && spend(p, 1);) {
        const stm_tei_name *n = stm_tei__find(p->t, id);
        for (uint32_t w = n ? n->from : 0; n && w < n->to && spend(p, 1); w++)
            if (!p->t->witness.items[w].lost)
                act(p, w, extra);
    }
}

/* `app` is that of the open frame: a second reading there, as of a correction,
 * is not the first hand's. */
static void admit_once(press *p, uint32_t w, uint32_t app)
{
    if (p->leaf[w].app != app)
        admit(p, w, (uint32_t)p->frame.count - 2);
}

static void mark(press *p, uint32_t w, uint32_t app) { p->leaf[w].named = app; }

/* Everybody around the apparatus whom none of its readings names. */
static void admit_unnamed(press *p, uint32_t event, uint32_t app)
{
    const stm_tei_event *e = p->t->event.items;
    size_t own = p->frame.count - 1, around = own - 2;
    size_t to = p->frame.items[own - 1].from;
    for (uint32_t i = app; i < e[app - 1].other && spend(p, 1); i++) {
        if (e[i].what != STM_TEI_OPEN)
            continue;
        if (e[i].kind == STM_TEI_APP)
            i = e[i].other;
        else if (i != event &&
                 (e[i].kind == STM_TEI_LEMMA || e[i].kind == STM_TEI_READING))
            for_each(p, stm_tei__value(p->t, i, STM_TEI_WIT), app, mark);
    }
    for (size_t i = p->frame.items[around].from; i < to && !p->full; i++)
        if (p->leaf[p->hearer.items[i]].named != app)
            admit_once(p, p->hearer.items[i], app);
}

/* In an apparatus itself nobody hears; frames are counted from 1. */
static void open_reading(press *p, uint32_t event, bool lemma)
{
    frame *around = &p->frame.items[p->frame.count - 1];
    uint32_t app = around->app;
    stm_str list = stm_tei__value(p->t, event, STM_TEI_WIT);
    bool rest = lemma && app && !list.ptr && !around->asked;
    around->asked |= rest; /* a second lemma finds nobody left */
    if (!open_frame(p, app) || !app)
        return; /* the latter: it stands in no apparatus */
    if (list.ptr)
        for_each(p, list, app, admit_once);
    else if (rest)
        admit_unnamed(p, event, app);
}

/* --- what they hear ------------------------------------------------------ */

static void part(press *p, gap g)
{
    const frame *f = &p->frame.items[p->frame.count - 1];
    for (size_t i = f->from; i < p->hearer.count && spend(p, 1); i++) {
        leaf *x = &p->leaf[p->hearer.items[i]];
        x->gap = g > x->gap ? g : x->gap;
    }
}

static bool put(leaf *x, stm_str s)
{
    if (!stm_vec_reserve(&x->text, s.len))
        return false;
    memcpy(x->text.items + x->text.count, s.ptr, s.len);
    x->text.count += s.len;
    return true;
}

/* Words with one blank between them; whether white space is at the ends. */
static bool squeeze(press *p, stm_str s, bool *before, bool *behind)
{
    p->words.count = 0;
    if (!stm_vec_reserve(&p->words, s.len))
        return false;
    *before = s.len && stm_ascii_space(*s.ptr);
    *behind = s.len && stm_ascii_space(s.ptr[s.len - 1]);
    s = stm_str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!stm_ascii_space(s.ptr[i]))
            p->words.items[p->words.count++] = s.ptr[i];
        else if (!stm_ascii_space(s.ptr[i - 1]))
            p->words.items[p->words.count++] = ' ';
    return true;
}

static void say(press *p, stm_str s)
{
    static const stm_str gaps[] = {{"", 0}, {" ", 1}, {"\n", 1}, {"\n\n", 2}};
    const frame *f = &p->frame.items[p->frame.count - 1];
    bool before, behind;
    if (f->from == p->hearer.count || !spend(p, s.len))
        return;
    p->full |= !squeeze(p, s, &before, &behind);
    stm_str words = {p->words.items, p->full ? 0 : p->words.count};
    if (before || !words.len)
        part(p, GAP_SPACE);
    for (size_t i = f->from; words.len && i < p->hearer.count; i++) {
        leaf *x = &p->leaf[p->hearer.items[i]];
        if (x->gone)
            continue;
        if (!spend(p, words.len + 2))
            return;
        p->full |= (x->text.count && !put(x, gaps[x->gap])) || !put(x, words);
        x->gap = behind ? GAP_SPACE : GAP_NONE;
    }
}

static void end(press *p, uint32_t w, uint32_t extra)
{
    (void)extra;
    p->leaf[w].gone = p->leaf[w].ended = true;
    p->leaf[w].gap = GAP_LINE;
}

static void start(press *p, uint32_t w, uint32_t extra)
{
    (void)extra;
    p->leaf[w].gone = false;
}

static void begin(press *p, uint32_t w, uint32_t extra)
{
    p->leaf[w].text.count = p->leaf[w].ended ? p->leaf[w].text.count : 0;
    start(p, w, extra);
}

/* A lacuna, or the end of one, of those named, else of those who hear it in a
 * reading; in the common text it has to say whose. */
static void turn(press *p, uint32_t event, stm_tei_kind kind)
{
    void (*act)(press *, uint32_t, uint32_t) = kind == STM_TEI_ENDS     ? end
                                               : kind == STM_TEI_STARTS ? start
                                                                        : begin;
    stm_str list = stm_tei__value(p->t, event, STM_TEI_WIT);
    const frame *f = &p->frame.items[p->frame.count - 1];
    if (list.ptr)
        for_each(p, list, 0, act);
    else if (f->app)
        for (size_t i = f->from; i < p->hearer.count && spend(p, 1); i++)
            act(p, p->hearer.items[i], 0);
}

/* --- one text ------------------------------------------------------------ */

static void open_element(press *p, uint32_t event)
{
    const stm_tei_event *e = &p->t->event.items[event];
    stm_str broken;
    switch ((stm_tei_kind)e->kind) {
    case STM_TEI_APP:
        open_frame(p, event + 1);
        break;
    case STM_TEI_LEMMA:
    case STM_TEI_READING:
        open_reading(p, event, e->kind == STM_TEI_LEMMA);
        break;
    case STM_TEI_BREAK:
        broken = stm_tei__value(p->t, event, STM_TEI_BROKEN);
        if (!stm_str_eq(broken, STM_LIT("no")))
            part(p, GAP_SPACE);
        break;
    case STM_TEI_BLOCK:
        part(p, GAP_PARAGRAPH);
        break;
    case STM_TEI_LINE:
        part(p, GAP_LINE);
        break;
    case STM_TEI_ENDS:
    case STM_TEI_STARTS:
    case STM_TEI_BEGINS:
        turn(p, event, (stm_tei_kind)e->kind);
        break;
    case STM_TEI_WORD: /* two words without white space between them */
        if (p->t->event.items[event - 1].kind == STM_TEI_WORD)
            part(p, GAP_SPACE);
        break;
    default:
        break;
    }
}

static void close_element(press *p, const stm_tei_event *e)
{
    uint32_t frames = (uint32_t)p->frame.count;
    if (e->kind == STM_TEI_APP)
        p->frame.count--; /* nobody heard it */
    else if (e->kind == STM_TEI_LEMMA || e->kind == STM_TEI_READING)
        close_frame(p, frames - 2);
    else if (e->kind == STM_TEI_BLOCK)
        part(p, GAP_PARAGRAPH);
    else if (e->kind == STM_TEI_LINE)
        part(p, GAP_LINE);
}

static void walk(press *p, uint32_t event)
{
    const stm_tei *t = p->t;
    uint32_t to = t->event.items[event].other;
    for (uint32_t i = event + 1; i < to && !p->full && !p->over; i++) {
        const stm_tei_event *e = &t->event.items[i];
        if (e->what == STM_TEI_OPEN)
            open_element(p, i);
        else if (e->what == STM_TEI_CLOSE)
            close_element(p, e);
        else
            say(p, (stm_str){t->bytes.items + e->from, e->to - e->from});
    }
}

static void hear(press *p, uint32_t w, uint32_t extra)
{
    (void)extra;
    admit(p, w, 0);
}

/* What a text declares names witnesses; other declarations say nothing here. */
static bool declares(const stm_tei *t, const stm_tei_text *x)
{
    stm_str list = stm_tei__value(t, x->event, STM_TEI_DECLS);
    for (stm_str id; (id = stm_tei__next(&list)).ptr;) {
        const stm_tei_name *n = stm_tei__find(t, id);
        if (n && n->from < n->to)
            return true;
    }
    return false;
}

static bool is_plain(const stm_tei *t, const stm_tei_text *x)
{
    return !x->apparatus && !declares(t, x);
}

/* Who the text is about: as it declares, or where it is the only one all, or
 * those whom its readings name. */
static void gather(press *p, const stm_tei_text *x)
{
    const stm_tei *t = p->t;
    uint32_t witnesses = (uint32_t)t->witness.count;
    for (uint32_t w = 0; w <= witnesses; w++)
        p->leaf[w].level = p->leaf[w].app = p->leaf[w].named = 0;
    if (is_plain(t, x)) {
        admit(p, witnesses, 0);
        return;
    }
    bool all = t->text.count == 1 && !declares(t, x);
    for_each(p, stm_tei__value(t, x->event, STM_TEI_DECLS), 0, hear);
    for (uint32_t w = 0; all && w < witnesses; w++)
        if (!t->witness.items[w].lost)
            admit(p, w, 0);
    for (uint32_t i = x->event; i < t->event.items[x->event].other; i++)
        if (t->event.items[i].what == STM_TEI_OPEN)
            for_each(p, stm_tei__value(t, i, STM_TEI_WIT), 0, hear);
}

static void read_text(press *p, const stm_tei_text *x)
{
    p->hearer.count = p->frame.count = 0;
    if (!spend(p, p->t->witness.count) || !open_frame(p, 0))
        return;
    gather(p, x);
    part(p, GAP_PARAGRAPH);
    walk(p, x->event);
}

/* --- all of them --------------------------------------------------------- */

static void hand_over(press *p, stm_tei_readings *out, leaf *x, stm_str id,
                      stm_str dated)
{
    stm_tei_reading r = {id, dated, {x->text.items, x->text.count}};
    p->full |= !stm_vec_push(&out->items, r);
    if (p->full)
        return;
    *x = (leaf){.gap = GAP_NONE};
}

static bool goes_on(const press *p) { return !p->full && !p->over; }

static void read_all(press *p, stm_tei_readings *out)
{
    const stm_tei *t = p->t;
    bool alone = t->text.count == 1, edited = false;
    for (size_t i = 0; i < t->text.count && goes_on(p); i++) {
        const stm_tei_text *x = &t->text.items[i];
        read_text(p, x);
        edited |= !is_plain(t, x);
        if (is_plain(t, x) && goes_on(p))
            hand_over(p, out, &p->leaf[t->witness.count], x->id,
                      alone ? t->dated : STM_NONE);
    }
    for (size_t w = 0; edited && w < t->witness.count && goes_on(p); w++)
        if (!t->witness.items[w].lost)
            hand_over(p, out, &p->leaf[w], t->witness.items[w].id,
                      t->witness.items[w].dated);
}

stm_status stm_tei__read(stm_tei_readings *out, const stm_tei *t,
                         uint64_t limit, stm_error *err)
{
    press p = {.t = t, .left = limit};
    p.leaf = calloc(t->witness.count + 1, sizeof *p.leaf);
    p.full = !p.leaf;
    if (p.leaf)
        read_all(&p, out);
    for (size_t w = 0; p.leaf && w <= t->witness.count; w++)
        stm_vec_free(&p.leaf[w].text);
    free(p.leaf);
    stm_vec_free(&p.hearer);
    stm_vec_free(&p.frame);
    stm_vec_free(&p.words);
    if (p.full)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    return p.over ? STM_ELIMIT : STM_OK;
}

void stm_tei__readings_free(stm_tei_readings *r)
{
    for (size_t i = 0; i < r->items.count; i++)
        free(r->items.items[i].text.ptr);
    stm_vec_free(&r->items);
}
