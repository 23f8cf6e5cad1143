/* A page is read in steps, each in a file of its own:
 *
 *   atoms      words, glued ones taken apart
 *   segments   lines, and pieces of lines around furniture phrases
 *   score      how much each looks like content
 *   body       which are content, and where the text is
 *   repeat     a body that stands twice
 *   title, byline, dateline       what the page says of itself
 *   certain, kinds, truncated     what follows from it
 *   ranges     atoms -> ranges of bytes
 */
#include <stdlib.h>
#include <string.h>

#include <stemma/page.h>

#include "page/body.h"
#include "page/byline.h"
#include "page/certain.h"
#include "page/dateline.h"
#include "page/facts.h"
#include "page/judge.h"
#include "page/kinds.h"
#include "page/pool.h"
#include "page/prepare.h"
#include "page/ranges.h"
#include "page/recast.h"
#include "page/repeat.h"
#include "page/steps.h"
#include "page/title.h"
#include "page/truncated.h"
#include "page/twice.h"

/* Longer texts are no pages: corpora and whole libraries stay as they are. */
enum { MOST_WORDS = 1 << 21 };

typedef struct own {
    stm_page page; /* first: the public face is the object */
    stm_arena mem;
} own;

const char *stm_furniture_name(stm_furniture_kind kind)
{
    static const char *const names[STM_FURNITURE_KINDS] = {
        [STM_FURNITURE_NAV] = "nav",
        [STM_FURNITURE_ADVERT] = "advert",
        [STM_FURNITURE_SHARE] = "share",
        [STM_FURNITURE_COMMENTS] = "comments",
        [STM_FURNITURE_PAYWALL] = "paywall",
        [STM_FURNITURE_BIOGRAPHY] = "biography",
        [STM_FURNITURE_PROMO] = "promo",
        [STM_FURNITURE_RELATED] = "related",
        [STM_FURNITURE_WIDGET] = "widget",
        [STM_FURNITURE_DATE] = "date",
        [STM_FURNITURE_BYLINE] = "byline",
        [STM_FURNITURE_CAPTION] = "caption",
        [STM_FURNITURE_REPEAT] = "repeat",
        [STM_FURNITURE_OTHER] = "other",
    };
    return (unsigned)kind < STM_FURNITURE_KINDS ? names[kind] : "other";
}

static bool read_steps(stm_page_work *w, const stm_words *words)
{
    if (!stm_page__prepare(w, words) || !stm_page__judge(w) ||
        !stm_page__pool(w) || !stm_page__decide(w))
        return false;
    if (!stm_page__fold_repeats(w))
        return false;
    stm_page__find_body(w);
    stm_page__find_title(w);
    stm_page__find_authors(w);
    stm_page__find_page_dates(w);
    if (!w->html)
        stm_page__apply_certain(w);
    stm_page__name_kinds(w);
    stm_page__find_truncation(w);
    return true;
}

/* The words between two bytes. */
static stm_span words_in(const stm_words *w, uint32_t start, uint32_t end)
{
    stm_span found[2] = {{0, w->count}, {0, w->count}};
    uint32_t bound[2] = {start, end};
    for (unsigned k = 0; k < 2; k++)
        while (found[k].from < found[k].to) {
            uint32_t mid = found[k].from + (found[k].to - found[k].from) / 2;
            if (w->at[mid].start < bound[k])
                found[k].from = mid + 1;
            else
                found[k].to = mid;
        }
    return (stm_span){found[0].from, found[1].from};
}

/* The language of the main text, or else of all of it. */
static const char *language_of(const stm_page_work *w, const stm_words *words)
{
    if (w->body.from == w->body.to)
        return w->language;
    const stm_segment *s = w->segments.items;
    stm_span span =
        words_in(words, s[w->body.from].start, s[w->body.to - 1].end);
    const char *language = stm_language_guess(words, span);
    return *language ? language : w->language;
}

static bool take_facts(own *o, const stm_page_work *w, const stm_words *words)
{
    o->page.truncated = w->truncated;
    o->page.offer = w->offer;
    return stm_page__show_facts(&o->page, &o->mem, w, language_of(w, words),
                                words->count);
}

static bool keep_all(own *o, const stm_words *w)
{
    stm_range *all = STM_ARENA_NEW(&o->mem, stm_range, 1);
    if (!all)
        return false;
    *all = (stm_range){0, (uint32_t)w->bytes.len};
    o->page.content = all;
    o->page.content_count = w->count != 0;
    const char *language = stm_language_guess(w, (stm_span){0, w->count});
    strncpy(o->page.language, language, sizeof o->page.language - 1);
    return true;
}

bool stm_page__take_steps(stm_page_work *w, stm_arena *mem,
                          const stm_capture *c, const stm_html *html,
                          const stm_words *words)
{
    stm_date none = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    *w = (stm_page_work){.mem = mem,
                         .text = words->bytes,
                         .html = html,
                         .title = STM_NO_SEGMENT,
                         .byline = STM_NO_SEGMENT,
                         .published = none,
                         .updated = none};
    w->language = stm_language_guess(words, (stm_span){0, words->count});
    stm_page__facts_begin(w, c, html);
    return read_steps(w, words);
}

static bool read_page(own *o, const stm_capture *c, const stm_html *html,
                      const stm_words *words)
{
    stm_arena scratch = {0};
    stm_page_work w;
    bool ok = stm_page__take_steps(&w, &scratch, c, html, words) &&
              stm_page__weigh_facts(&w, &o->mem, c, html) &&
              take_facts(o, &w, words) &&
              stm_page__ranges(&o->page, &w, &o->mem);
    stm_arena_free(&scratch);
    return ok;
}

stm_status stm_page_read(stm_page **out, const stm_capture *c,
                         const stm_html *html, const stm_words *w,
                         const stm_page_opts *opts, stm_error *err)
{
    *out = NULL;
    if (w->bytes.ptr != c->text.ptr || w->bytes.len != c->text.len)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "page: the words are not those of the capture");
    own *o = calloc(1, sizeof *o);
    bool ok = o;
    if (ok) {
        stm_date none = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
        o->page.published = o->page.updated = none;
        /* a page without a word still says something of itself */
        bool whole = (opts && opts->as_is) || (!w->count && !html) ||
                     w->count > MOST_WORDS;
        ok = whole ? keep_all(o, w) : read_page(o, c, html, w);
    }
    if (!ok) {
        stm_page_free(o ? &o->page : NULL);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for a page");
    }
    *out = &o->page;
    return STM_OK;
}

stm_arena *stm_page__memory(stm_page *p) { return &((own *)(void *)p)->mem; }

void stm_page_free(stm_page *p)
{
    if (!p)
        return;
    own *o = (own *)(void *)p;
    stm_arena_free(&o->mem);
    free(o);
}
