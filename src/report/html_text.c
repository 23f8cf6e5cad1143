#include <stdio.h>

#include "base/str.h"
#include "report/html.h"
#include "report/markup.h"
#include "report/pieces.h"
#include "report/show.h"

/* Furniture longer than this is folded behind its name. */
enum { SHORT_FURNITURE = 160 };

void stm_sheet__str(stm_sheet *h, stm_str text)
{
    stm_markup__put(&h->out, text);
}

void stm_sheet__text(stm_sheet *h, const char *own)
{
    stm_buf_text(&h->out, own);
}

void stm_sheet__name(stm_sheet *h, uint32_t id)
{
    bool link = id < STM_HTML_CAPTURES;
    if (link)
        stm_buf_format(&h->out, "<a class=\"name\" href=\"#c%u\"><bdi>", id);
    else
        stm_sheet__text(h, "<bdi>");
    stm_sheet__str(h, h->names[id]);
    stm_sheet__text(h, link ? "</bdi></a>" : "</bdi>");
}

static void put_furniture(stm_sheet *h, const stm_furniture *f, stm_str text)
{
    const char *name = stm_furniture_name(f->kind);
    bool repeat = f->kind == STM_FURNITURE_REPEAT;
    const char *look = repeat ? "furniture repeat" : "furniture";
    if (text.len <= SHORT_FURNITURE) {
        stm_buf_format(&h->out, "<span class=\"%s\" title=\"%s\">", look, name);
        stm_sheet__str(h, text);
        stm_sheet__text(h, "</span>");
        return;
    }
    stm_buf_format(&h->out, "<details class=\"%s\"><summary>%s: ", look,
                   repeat ? "the same text again" : name);
    stm_sheet__str(h, stm_show__line(&h->scratch, text, 60));
    stm_sheet__text(h, "</summary>");
    stm_sheet__str(h, text);
    stm_sheet__text(h, "</details>");
}

void stm_sheet__pieces(stm_sheet *h, stm_pieces *pieces, const stm_witness *w)
{
    stm_piece p;
    while (stm_pieces__next(pieces, &p)) {
        stm_str text = stm_show__bytes(w, p.at);
        if (p.furniture) {
            put_furniture(h, p.furniture, text);
            continue;
        }
        if (p.difference)
            stm_sheet__text(h, p.difference->substitution
                                   ? "<mark class=\"replaced\">"
                                   : "<mark>");
        stm_sheet__str(h, text);
        stm_sheet__text(h, p.difference ? "</mark>" : "");
    }
}

static void put_fact(stm_sheet *h, const char *term, stm_str fact)
{
    if (!fact.len)
        return;
    stm_buf_format(&h->out, "<dt>%s</dt><dd><bdi>", term);
    stm_sheet__str(h, fact);
    stm_sheet__text(h, "</bdi></dd>");
}

static void put_date(stm_sheet *h, const char *term, const stm_date *d)
{
    char text[32];
    size_t n = stm_date_format(d, text, sizeof text);
    put_fact(h, term, (stm_str){text, n});
}

static void put_facts(stm_sheet *h, const stm_witness *w)
{
    const stm_page *p = w->page;
    char words[64];
    stm_sheet__text(h, "<dl>");
    put_fact(h, "File", w->capture->source);
    put_fact(h, "Record", w->capture->record);
    put_fact(h, "Address", w->capture->uri);
    for (size_t i = 0; i < p->author_count; i++)
        put_fact(h, i ? "and" : "By", p->authors[i]);
    put_date(h, "Published", &p->published);
    put_date(h, "Updated", &p->updated);
    put_fact(h, "Fetched", w->capture->captured);
    put_fact(h, "Language", stm_str_of(p->language));
    snprintf(words, sizeof words, "%u%s", w->text->count,
             p->truncated ? ", cut short by the site" : "");
    put_fact(h, "Words", stm_str_of(words));
    put_fact(h, "Encoding", w->capture->charset);
    stm_sheet__text(h, "</dl>");
}

void stm_sheet__capture(stm_sheet *h, const stm_witness *w)
{
    stm_buf_format(&h->out, "<article class=\"capture\" id=\"c%u\"><h3><bdi>",
                   w->id);
    stm_sheet__str(h, h->names[w->id]);
    stm_sheet__text(h, "</bdi> <span class=\"title\"><bdi>");
    stm_sheet__str(h, stm_show__title(&h->scratch, w, 160));
    stm_sheet__text(h, "</bdi></span></h3>");
    put_facts(h, w);
    size_t len = w->capture->text.len;
    if (len > h->budget) {
        stm_sheet__text(h, "<p class=\"dim\">Its text is left out here: the "
                           "report would grow too large.</p></article>\n");
        return;
    }
    h->budget -= len;
    stm_pieces pieces;
    stm_pieces__start(&pieces, w->page, NULL, 0, false,
                      (stm_range){0, (uint32_t)len});
    stm_sheet__text(h, "<details><summary>The text as captured, what is not "
                       "its own in grey</summary><div class=\"text\" "
                       "dir=\"auto\">");
    stm_sheet__pieces(h, &pieces, w);
    stm_sheet__text(h, "</div></details></article>\n");
}
