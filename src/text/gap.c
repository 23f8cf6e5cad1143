#include "text/gap.h"

#include "text/chars.h"
#include "text/utf8.h"

static stm_mark mark_of(uint32_t cp, bool greek)
{
    switch (cp) {
    case '.':
        return STM_MARK_POINT;
    case 0x2025: /* two-dot leader, ellipsis, midline ellipsis */
    case 0x2026:
    case 0x22ef:
        return STM_MARK_ELLIPSIS;
    case ';':
    case 0x037e:
        return greek || cp != ';' ? STM_MARK_STRONG : STM_MARK_NONE;
    case '!':
    case '?':
    case 0x203c: /* doubled ! and ? */
    case 0x203d:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061f: /* Arabic ? and Urdu full stop */
    case 0x06d4:
    case 0x0589: /* Armenian full stop */
    case 0x1362: /* Ethiopic full stop, question mark, paragraph mark */
    case 0x1367:
    case 0x1368:
        return STM_MARK_STRONG;
    case 0x0964: /* danda and double danda */
    case 0x0965:
    case 0x0f0d: /* Tibetan shad and double shad */
    case 0x0f0e:
    case 0x104a: /* Myanmar little section and section */
    case 0x104b:
    case 0x17d4: /* Khmer khan and bariyoosan */
    case 0x17d5:
    case 0x3002:
    case 0xff01:
    case 0xff0e:
    case 0xff1f:
    case 0xff61:
        return STM_MARK_FREE;
    default:
        return STM_MARK_NONE;
    }
}

static bool is_closing(uint32_t cp)
{
    switch (cp) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x00bb:
    case 0x2018: /* closes in German */
    case 0x2019:
    case 0x201c: /* closes in German */
    case 0x201d:
    case 0x203a:
    case 0x3009:
    case 0x300b:
    case 0x300d:
    case 0x300f:
    case 0x3011:
    case 0xff02:
    case 0xff09:
        return true;
    default:
        return false;
    }
}

static bool is_bullet(uint32_t cp)
{
    switch (cp) {
    case 0x2022: /* round, triangular, hyphen-like, white */
    case 0x2023:
    case 0x2043:
    case 0x25e6:
    case 0x25a0: /* squares */
    case 0x25a1:
    case 0x25aa:
    case 0x25ab:
    case 0x25b6: /* pointers */
    case 0x25b8:
    case 0x25ba:
    case 0x25cb: /* discs */
    case 0x25cf:
    case 0x27a4: /* arrow heads */
    case 0x27a2:
    case 0x2713: /* ticks */
    case 0x2714:
        return true;
    default:
        return false;
    }
}

static void add_mark(stm_gap *g, stm_mark mark)
{
    bool again =
        mark == STM_MARK_POINT && g->mark == STM_MARK_POINT && !g->space_after;
    if (again)
        mark = STM_MARK_ELLIPSIS;
    if (mark > g->mark)
        g->mark = mark;
    g->space_after = g->quote_after = false;
}

/* What has been seen of the line the gap is in. */
typedef struct line_state {
    bool empty, dash; /* only space so far; a hyphen or star just before */
} line_state;

static void end_line(stm_gap *g, line_state *l, uint32_t cp)
{
    if (g->lines && l->empty)
        g->blank = true;
    else if (g->lines)
        g->symbols = true;
    g->blank = g->blank || cp == 0x2029;
    g->lines++;
    g->dash = false;
    *l = (line_state){.empty = true};
}

/* Most of what stands in gaps. A hyphen, plus or star that opens a line is one
 * of a list only before a space. */
static void see_space(stm_gap *g, line_state *l)
{
    g->space = true;
    g->space_after = g->space_after || g->mark;
    g->dash = g->dash || l->dash;
    l->dash = false;
}

stm_gap stm_text__gap(stm_str text, stm_range at, bool greek)
{
    stm_gap g = {.feed = UINT32_MAX};
    line_state line = {.empty = true};
    const char *p = text.ptr + at.start, *end = text.ptr + at.end;
    while (p < end) {
        uint32_t cp = 0;
        const char *here = p;
        if (*p == ' ') {
            see_space(&g, &line);
            p++;
            continue;
        }
        p += stm_text__decode(p, end, &cp);
        stm_mark mark = mark_of(cp, greek);
        bool space = stm_text__is_space(cp);
        line.dash =
            g.lines && line.empty && (cp == '-' || cp == '*' || cp == '+');
        if (mark)
            add_mark(&g, mark);
        g.quote_after = g.quote_after || (g.mark && is_closing(cp));
        g.bullet = g.bullet || is_bullet(cp);
        g.space = g.space || space;
        g.space_after = g.space_after || (g.mark && space);
        line.empty = line.empty && space;
        if (!stm_text__is_line_end(cp) || (cp == '\r' && p < end && *p == '\n'))
            continue;
        if (!g.lines && cp == '\n')
            g.feed = (uint32_t)(here - text.ptr);
        end_line(&g, &line, cp);
    }
    return g;
}
