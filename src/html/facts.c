#include "html/facts.h"

#include <lexbor/dom/interfaces/text.h>

#include "base/str.h"
#include "html/facts_add.h"
#include "html/facts_ldjson.h"
#include "html/facts_marks.h"
#include "html/facts_meta.h"

enum {
    MOST_BYTES = 1 << 16 /* of all values of a page */
};

/* Longest raw value of a kind, in bytes; a longer one is something else. */
static const uint16_t longest[STM_FACT_KINDS] = {
    [STM_FACT_TITLE] = 600,   [STM_FACT_AUTHOR] = 300,
    [STM_FACT_SITE] = 200,    [STM_FACT_CANONICAL] = 2000,
    [STM_FACT_LANGUAGE] = 40, [STM_FACT_PUBLISHED] = 200,
    [STM_FACT_UPDATED] = 200, [STM_FACT_DATE] = 200,
};

static lxb_dom_attr_id_t attribute_id(lxb_dom_document_t *d, const char *name)
{
    const lxb_dom_attr_data_t *data = lxb_dom_attr_data_by_local_name(
        d->attrs, (const lxb_char_t *)name, strlen(name));
    return data ? data->attr_id : 0;
}

void stm_html__facts_start(stm_html__facts *f, stm_arena *mem,
                           lxb_dom_document_t *document)
{
    f->mem = mem;
    f->found.count = 0;
    f->names =
        (stm_html__names){.itemprop = attribute_id(document, "itemprop"),
                          .itemtype = attribute_id(document, "itemtype"),
                          .itemscope = attribute_id(document, "itemscope"),
                          .property = attribute_id(document, "property"),
                          .name = attribute_id(document, "name"),
                          .datetime = attribute_id(document, "datetime")};
    f->bytes = f->json = 0;
    f->links = f->headings = f->objects = f->lookups = 0;
    f->labelled = false;
    memset(f->of_origin, 0, sizeof f->of_origin);
    memset(f->addresses, 0, sizeof f->addresses);
}

void stm_html__facts_free(stm_html__facts *f)
{
    stm_vec_free(&f->found);
    stm_vec_free(&f->tree);
}

bool stm_html__facts_add(stm_html__facts *f, stm_fact fact, stm_str raw,
                         stm_html__escapes escapes)
{
    if (!stm_html__facts_room(f, fact.origin) ||
        raw.len > MOST_BYTES - f->bytes)
        return true;
    if (!stm_html__clean(&fact.value, f->mem, raw, escapes, longest[fact.kind]))
        return false;
    if (!fact.value.len)
        return true;
    f->of_origin[fact.origin]++;
    f->bytes += raw.len;
    return stm_vec_push(&f->found, fact);
}

stm_str stm_html__first_text(lxb_dom_element_t *e)
{
    lxb_dom_node_t *n = e->node.first_child;
    if (!n || n->type != LXB_DOM_NODE_TYPE_TEXT)
        return STM_NONE;
    const lexbor_str_t *s = &lxb_dom_interface_text(n)->char_data.data;
    return (stm_str){(const char *)s->data, s->length};
}

static bool read_script(stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_str type = stm_html__attribute(e, LXB_DOM_ATTR_TYPE);
    if (stm_str_find_nocase(type, STM_LIT("ld+json"), 0) == SIZE_MAX)
        return true;
    return stm_html__facts_ldjson(f, stm_html__first_text(e));
}

static bool read_title(stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_fact fact = {.kind = STM_FACT_TITLE, .origin = STM_ORIGIN_TITLE};
    if (e->node.ns != LXB_NS_HTML) /* pictures have titles, too */
        return true;
    return stm_html__facts_add(f, fact, stm_html__first_text(e),
                               STM_HTML__ESCAPES_NONE);
}

static bool read_language(stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_fact fact = {.kind = STM_FACT_LANGUAGE, .origin = STM_ORIGIN_LANG};
    return stm_html__facts_add(f, fact,
                               stm_html__attribute(e, LXB_DOM_ATTR_LANG),
                               STM_HTML__ESCAPES_NONE);
}

static bool read_void(stm_html__facts *f, lxb_dom_element_t *e)
{
    return stm_html__facts_mark(f, e, 0, (stm_range){0, 0}, STM_NONE);
}

bool stm_html__facts_read(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, bool *text)
{
    switch (e->node.local_name) {
    case LXB_TAG_HTML:
        return read_language(f, e);
    case LXB_TAG_META:
        return stm_html__facts_meta(f, e) && read_void(f, e);
    case LXB_TAG_LINK:
        return stm_html__facts_link(f, e) && read_void(f, e);
    case LXB_TAG_TITLE:
        return read_title(f, e);
    case LXB_TAG_SCRIPT:
        return read_script(f, e);
    default:
        *text = stm_html__facts_marked(f, e, hints);
        return true;
    }
}

bool stm_html__facts_text(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, stm_range at, stm_str text)
{
    return stm_html__facts_mark(f, e, hints, at, text);
}

bool stm_html__facts_finish(stm_html__facts *f, const stm_fact **facts,
                            size_t *count)
{
    stm_html__facts_choose(f);
    stm_fact *out = STM_ARENA_NEW(f->mem, stm_fact, f->found.count);
    if (!out)
        return false;
    if (f->found.count)
        memcpy(out, f->found.items, f->found.count * sizeof *out);
    *facts = out;
    *count = f->found.count;
    return true;
}
