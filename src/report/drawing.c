#include "report/drawing.h"

#include "base/str.h"
#include "report/markup.h"
#include "report/names.h"
#include "report/show.h"

/* Columns of text that fit into a card. Letters of a sans-serif face are .5 to
 * .56 em wide on average; what is wider is held in by the clip of the card. */
enum {
    NAME_COLUMNS = 25,
    SHORT_NAME_COLUMNS = 17,
    TITLE_COLUMNS = 31,
    NOTE_COLUMNS = 34,
    PAD = 11
};

const char stm_drawing_style[] =
    "svg.stemma{font-family:system-ui,sans-serif;max-width:none}"
    "svg.stemma .card rect{fill:var(--card,#fff);stroke:var(--line,#8a94a3);"
    "stroke-width:1.3}"
    "svg.stemma .card.lost rect{fill:none;stroke:var(--lost,#9aa2ad);"
    "stroke-dasharray:5 4}"
    "svg.stemma a:hover rect,svg.stemma a:focus "
    "rect{stroke:var(--link,#0b57d0);"
    "stroke-width:2.4}"
    "svg.stemma text{fill:var(--ink,#1c2330);font-size:12.5px;"
    "unicode-bidi:plaintext}"
    "svg.stemma .name{font-weight:650;font-size:14px}"
    "svg.stemma .facts,svg.stemma .note{fill:var(--dim,#5b6675);"
    "font-size:11.5px}"
    "svg.stemma .lost .name{fill:var(--dim,#5b6675);font-style:italic;"
    "font-weight:500}"
    "svg.stemma .arrow{fill:none;stroke:var(--line,#8a94a3);stroke-width:1.7}"
    "svg.stemma .arrow.second{stroke:var(--second,#b3591a);"
    "stroke-dasharray:6 5}"
    "svg.stemma .head{fill:var(--line,#8a94a3)}"
    "svg.stemma .head.second{fill:var(--second,#b3591a)}"
    "svg.stemma .label{fill:var(--dim,#5b6675);font-size:11.5px;"
    "paint-order:stroke;stroke:var(--ground,#fff);stroke-width:4px}"
    "svg.stemma .label.second{fill:var(--second,#b3591a)}"
    "svg.stemma .ground{fill:var(--ground,#fff)}";

static const char head[] =
    "<defs><marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" "
    "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path "
    "class=\"head%s\" d=\"M0 0L10 5L0 10z\"/></marker></defs>";

void stm_drawing__open(stm_drawing *d, int width, int height, bool alone)
{
    stm_buf_format(d->out,
                   "<svg class=\"stemma\" xmlns=\"http://www.w3.org/2000/svg\" "
                   "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                   "role=\"group\" aria-label=\"Family tree\">",
                   width, height, width, height);
    if (alone) {
        stm_buf_text(d->out, "<style>");
        stm_buf_text(d->out, stm_drawing_style);
        stm_buf_format(d->out,
                       "</style><rect class=\"ground\" width=\"%d\" "
                       "height=\"%d\"/>",
                       width, height);
    }
    stm_buf_format(d->out, head, "arrow", "");
    stm_buf_format(d->out, head, "arrow2", " second");
    stm_buf_text(d->out, "<defs><clipPath id=\"card\"><rect width=\"232\" "
                         "height=\"84\"/></clipPath></defs>\n");
}

void stm_drawing__close(stm_drawing *d) { stm_buf_text(d->out, "</svg>\n"); }

static void put_line(stm_drawing *d, const char *look, int y, stm_str text)
{
    stm_buf_format(d->out, "<text class=\"%s\" x=\"%d\" y=\"%d\">", look, PAD,
                   y);
    stm_markup__put(d->out, text);
    stm_buf_text(d->out, "</text>");
}

/* At most `most` lines; the last one ends in an ellipsis where more follow. */
static void put_wrapped(stm_drawing *d, const char *look, int y, int step,
                        stm_str text, unsigned columns, size_t most)
{
    stm_cell *c = &d->cell;
    stm_cell__start(c, columns - 1, false);
    stm_cell__add(c, STM_STYLE_PLAIN, text);
    stm_cell__end(c);
    for (size_t i = 0; i < c->lines.count && i < most; i++, y += step) {
        stm_cell_line line = c->lines.items[i];
        stm_str s = {c->bytes.items + line.from, line.to - line.from};
        bool more = i + 1 == most && i + 1 < c->lines.count;
        stm_buf_format(d->out, "<text class=\"%s\" x=\"%d\" y=\"%d\">", look,
                       PAD, y);
        stm_markup__put(d->out, s);
        stm_buf_text(d->out, more ? "\xe2\x80\xa6</text>" : "</text>");
    }
}

static void put_tooltip(stm_drawing *d, stm_str text)
{
    stm_buf_text(d->out, "<title>");
    stm_markup__put(d->out, text);
    stm_buf_text(d->out, "</title>");
}

static void put_capture(stm_drawing *d, const stm_witness *w)
{
    stm_str title = stm_show__title(d->mem, w, 2 * TITLE_COLUMNS - 4);
    stm_str date = stm_show__date(d->mem, w->page);
    stm_str facts =
        stm_arena_format(d->mem, "%.*s \xc2\xb7 %u word%s", (int)date.len,
                         date.ptr ? date.ptr : "", w->text->count,
                         w->text->count == 1 ? "" : "s");
    stm_str name =
        stm_show__line(d->mem, d->names[w->id],
                       w->page->truncated ? SHORT_NAME_COLUMNS : NAME_COLUMNS);
    put_tooltip(d, w->page->title.len ? w->page->title : title);
    stm_buf_text(d->out, "<g clip-path=\"url(#card)\">");
    put_line(d, "name", 21, name);
    put_wrapped(d, "title", 39, 15, title, TITLE_COLUMNS, 2);
    put_line(d, "facts", 74, facts);
    if (w->page->truncated)
        stm_buf_format(d->out,
                       "<text class=\"facts\" x=\"%d\" y=\"21\" "
                       "text-anchor=\"end\">cut short</text>",
                       STM_CARD_WIDTH - PAD);
    stm_buf_text(d->out, "</g>");
}

static void put_lost(stm_drawing *d, const stm_node *n)
{
    stm_str name = stm_arena_format(d->mem, "lost text %s", n->id);
    stm_str note =
        stm_names__note(d->mem, d->names, d->result->witness_count, n->note);
    put_tooltip(d, note.len ? note : name);
    stm_buf_text(d->out, "<g clip-path=\"url(#card)\">");
    put_line(d, "name", 21, name);
    put_wrapped(d, "note", 39, 15, note, NOTE_COLUMNS, 3);
    if (!note.ptr)
        d->cell.failed = true;
    stm_buf_text(d->out, "</g>");
}

void stm_drawing__card(stm_drawing *d, uint32_t node, int x, int y)
{
    const stm_node *n = &d->result->tree->nodes[node];
    bool lost = n->witness == STM_LOST;
    bool link = lost ? d->lost_links : n->witness < d->links;
    if (link)
        stm_buf_format(d->out, "<a href=\"#%s\">", n->id);
    stm_buf_format(d->out,
                   "<g class=\"card%s\" transform=\"translate(%d %d)\"><rect "
                   "width=\"%d\" height=\"%d\" rx=\"%d\"/>",
                   lost ? " lost" : "", x, y, STM_CARD_WIDTH, STM_CARD_HEIGHT,
                   lost ? 20 : 7);
    if (lost)
        put_lost(d, n);
    else
        put_capture(d, &d->result->witnesses[n->witness]);
    stm_buf_text(d->out, link ? "</g></a>\n" : "</g>\n");
}

void stm_drawing__label(stm_drawing *d, int x, int y, bool secondary,
                        const char *anchor, const char *text)
{
    stm_buf_format(d->out,
                   "<text class=\"label%s\" x=\"%d\" y=\"%d\" "
                   "text-anchor=\"%s\">%s</text>\n",
                   secondary ? " second" : "", x, y, anchor, text);
}

void stm_drawing__arrow(stm_drawing *d, const char *path, bool secondary)
{
    stm_buf_format(d->out,
                   "<path class=\"arrow%s\" d=\"%s\" "
                   "marker-end=\"url(#arrow%s)\"/>\n",
                   secondary ? " second" : "", path, secondary ? "2" : "");
}
