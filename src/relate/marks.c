/* What a copy says of itself: "originally published in", "first appeared on",
 * "via". Such lines stand in what a site wraps around the content, or at its
 * head and end; in the midst of it they are about something else. When both
 * texts bear one, both are copies, and neither is told from the other. */
#include "base/str.h"
#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/weights.h"

enum { EDGE_TOKENS = 60, QUOTED_BYTES = 80 };

typedef struct mark {
    const char *phrase; /* lower case, starts a word */
    double share;       /* of the full weight */
} mark;

/* Phrases that also mean other things weigh less. */
static const mark marks[] = {
    {"apareció primero en", 1},
    {"appeared first on", 1},
    {"article original", .5},
    {"artículo original", .5},
    {"cross-posted from", 1},
    {"erschien zuerst", 1},
    {"first appeared at", 1},
    {"first appeared in", 1},
    {"first appeared on", 1},
    {"first published by", 1},
    {"first published in", .5},
    {"first published on", 1},
    {"initialement publié", 1},
    {"original article", .5},
    {"originally appeared", 1},
    {"originally published", 1},
    {"publicado originalmente", 1},
    {"publié initialement", 1},
    {"read the original", 1},
    {"reposted from", 1},
    {"reprinted from", 1},
    {"reprinted with", 1},
    {"reproduced with permission", 1},
    {"republished from", 1},
    {"republished with", 1},
    {"source link", 1},
    {"syndicated from", 1},
    {"this story was provided by", 1},
    {"ursprünglich erschienen", 1},
    {"ursprünglich veröffentlicht", 1},
    {"zuerst erschienen", 1},
};

typedef struct found {
    const mark *mark;
    size_t at;
} found;

static bool in_letters(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* The first two letters of all marks, a bit each: of capitals and small letters
 * the lowest five bits are the same. */
typedef struct openings {
    uint32_t second[32]; /* by the first */
} openings;

static openings list_openings(void)
{
    openings o = {{0}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        o.second[marks[i].phrase[0] & 31] |= UINT32_C(1)
                                             << (marks[i].phrase[1] & 31);
    return o;
}

static bool may_be_mark(const openings *o, stm_str s)
{
    return s.len > 1 && o->second[s.ptr[0] & 31] >> (s.ptr[1] & 31) & 1;
}

static const mark *mark_at(stm_str s)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (*marks[i].phrase != stm_ascii_lower(*s.ptr))
            continue;
        stm_str p = stm_str_of(marks[i].phrase);
        if (s.len >= p.len && stm_str_eq_nocase((stm_str){s.ptr, p.len}, p))
            return &marks[i];
    }
    return NULL;
}

/* The content without its head and end, in bytes. */
static stm_range midst(const stm_text *t)
{
    if (t->count <= 2 * EDGE_TOKENS)
        return (stm_range){0, 0};
    return (stm_range){t->at[EDGE_TOKENS].start,
                       t->at[t->count - EDGE_TOKENS].start};
}

/* The first mark that begins in [from, to). */
static found find_in(stm_str text, size_t from, size_t to)
{
    openings o = list_openings();
    for (size_t i = from; i < to; i++) {
        if (!in_letters((unsigned char)text.ptr[i]) ||
            (i && in_letters((unsigned char)text.ptr[i - 1])))
            continue;
        stm_str rest = {text.ptr + i, text.len - i};
        const mark *m = may_be_mark(&o, rest) ? mark_at(rest) : NULL;
        if (m)
            return (found){m, i};
    }
    return (found){0};
}

/* The first mark in furniture that begins in [from, to). */
static found find_wrapped(const stm_party *s, size_t from, size_t to)
{
    const stm_page *p = s->w->page;
    found f = {0};
    for (size_t k = 0; !f.mark && k < p->furniture_count; k++) {
        stm_range at = p->furniture[k].at;
        size_t begin = at.start > from ? at.start : from;
        f = find_in(s->w->capture->text, begin, at.end < to ? at.end : to);
    }
    return f;
}

/* Deep inside the content a mark would be somebody's words. */
static found find(const stm_party *s)
{
    stm_str text = s->w->capture->text;
    stm_range deep = midst(s->t);
    found f = find_in(text, 0, deep.start);
    if (!f.mark)
        f = find_wrapped(s, deep.start, deep.end);
    return f.mark ? f : find_in(text, deep.end, text.len);
}

void stm_relate__marks(stm_case *c, double weight)
{
    found f[2] = {find(&c->f.side[0]), find(&c->f.side[1])};
    if (!f[0].mark == !f[1].mark)
        return;
    int copy = f[1].mark != NULL;
    stm_str text = c->f.side[copy].w->capture->text;
    stm_str said = stm_relate__quote_bytes(
        c->mem, (stm_str){text.ptr + f[copy].at, text.len - f[copy].at},
        QUOTED_BYTES);
    if (!said.ptr) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__say(c, stm_relate__source(!copy), weight * f[copy].mark->share,
                    stm_arena_format(c->mem, "%c says of itself '%s'",
                                     stm_relate__name(copy), said.ptr));
}
