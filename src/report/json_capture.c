/* The members of a capture in the contract's order; what we add beyond it
 * stands at the end. */
#include "report/json_capture.h"

#include "base/str.h"
#include "base/utf8.h"

void stm_json__put_bounds(stm_json *j, stm_range at)
{
    stm_json__put_whole(j, "start", at.start);
    stm_json__put_whole(j, "end", at.end);
}

void stm_json__put_range(stm_json *j, const char *key, stm_range at)
{
    stm_json__key(j, key);
    stm_json__open(j, '{');
    stm_json__put_bounds(j, at);
    stm_json__close(j, '}');
}

static void put_date(stm_json *j, const char *key, const stm_date *d)
{
    char text[32];
    size_t n = stm_date_format(d, text, sizeof text);
    stm_json__put_str(j, key, n ? (stm_str){text, n} : STM_NONE);
}

static void put_authors(stm_json *j, const stm_page *p)
{
    stm_json__open_list(j, "authors");
    for (size_t i = 0; i < p->author_count; i++)
        stm_json__str(j, p->authors[i]);
    stm_json__close(j, ']');
}

static void put_content(stm_json *j, const stm_page *p)
{
    stm_json__open_list(j, "content");
    for (size_t i = 0; i < p->content_count; i++) {
        stm_json__open(j, '{');
        stm_json__put_bounds(j, p->content[i]);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_furniture(stm_json *j, const stm_page *p)
{
    stm_json__open_list(j, "furniture");
    for (size_t i = 0; i < p->furniture_count; i++) {
        const char *kind = stm_furniture_name(p->furniture[i].kind);
        stm_json__open(j, '{');
        stm_json__put_bounds(j, p->furniture[i].at);
        stm_json__put_str(j, "kind", stm_str_of(kind));
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static void put_repeats(stm_json *j, const stm_page *p)
{
    stm_json__open_list(j, "repeats");
    for (size_t i = 0; i < p->repeat_count; i++) {
        stm_json__open(j, '{');
        stm_json__put_range(j, "a", p->repeats[i].a);
        stm_json__put_range(j, "b", p->repeats[i].b);
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

static const char *fact_name(stm_fact_kind kind)
{
    static const char *const names[STM_FACT_KINDS] = {
        [STM_FACT_TITLE] = "title",       [STM_FACT_AUTHOR] = "author",
        [STM_FACT_SITE] = "site",         [STM_FACT_CANONICAL] = "canonical",
        [STM_FACT_LANGUAGE] = "language", [STM_FACT_PUBLISHED] = "published",
        [STM_FACT_UPDATED] = "updated",   [STM_FACT_DATE] = "date",
    };
    return (unsigned)kind < STM_FACT_KINDS ? names[kind] : "fact";
}

static void put_conflicts(stm_json *j, const stm_page *p)
{
    stm_json__open_list(j, "conflicts");
    for (size_t i = 0; i < p->conflict_count; i++) {
        const stm_conflict *c = &p->conflicts[i];
        stm_json__open(j, '{');
        stm_json__put_str(j, "fact", stm_str_of(fact_name(c->kind)));
        stm_json__put_str(j, "value", c->value);
        stm_json__put_str(j, "origin",
                          stm_str_of(stm_fact_origin_name(c->origin)));
        stm_json__close(j, '}');
    }
    stm_json__close(j, ']');
}

/* Beyond the contract: what the page says of itself besides, what the bytes
 * were converted from, how many did not convert, where the page was cut, and
 * the exact name of a file whose name is not UTF-8. */
static void put_extras(stm_json *j, const stm_document *d)
{
    const stm_capture *c = d->capture;
    stm_json__put_str(j, "site", d->page->site);
    stm_json__put_str(j, "canonical", d->page->canonical);
    put_conflicts(j, d->page);
    stm_json__put_str(j, "charset", c->charset);
    stm_json__put_whole(j, "replaced", c->replaced);
    if (d->html && d->html->limit)
        stm_json__put_str(j, "limit", stm_str_of(d->html->limit));
    if (stm_utf8_valid(c->source) == c->source.len)
        return;
    stm_json__key(j, "source_hex");
    stm_json__hex(j, c->source);
}

void stm_json__capture(stm_json *j, const stm_document *d)
{
    const stm_capture *c = d->capture;
    const stm_page *p = d->page;
    stm_str language = p->language[0] ? stm_str_of(p->language) : STM_NONE;
    stm_json__put_whole(j, "id", d->id);
    stm_json__put_str(j, "source", c->source);
    stm_json__put_str(j, "record", c->record);
    stm_json__put_str(j, "uri", c->uri);
    stm_json__put_str(j, "title", p->title);
    put_authors(j, p);
    put_date(j, "published", &p->published);
    put_date(j, "updated", &p->updated);
    stm_json__put_str(j, "captured", c->captured);
    stm_json__put_str(j, "language", language);
    stm_json__put_whole(j, "words", d->words);
    stm_json__key(j, "truncated");
    stm_json__bool(j, p->truncated);
    put_content(j, p);
    put_furniture(j, p);
    put_repeats(j, p);
    put_extras(j, d);
}
