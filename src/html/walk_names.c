/* Labels first, then the attributes that they are not: lexbor reads those of a
 * tag from where it is not plain. */
#include "html/walk_names.h"

#include <string.h>

#include "base/hash.h"
#include "base/str.h"
#include "html/labels.h"

typedef struct reader {
    stm_hint_words *hints;
    const stm_html__name_ids *ids;
    const lxb_dom_element_t *element;
    stm_html__named out;
    uint64_t name;
} reader;

static stm_str value_of(const lxb_dom_attr_t *a)
{
    if (!a->value)
        return STM_LIT("");
    return (stm_str){(const char *)a->value->data, a->value->length};
}

/* Most styles are short. */
static size_t find_none(stm_str style)
{
    for (size_t i = 0; i + 4 <= style.len; i++)
        if (!memcmp(style.ptr + i, "none", 4))
            return i;
    return SIZE_MAX;
}

/* "display: none", as nearly all pages spell it. */
static bool style_hides(stm_str style)
{
    static const char display[] = "display";
    size_t none = find_none(style);
    if (none == SIZE_MAX)
        return false;
    stm_str before = stm_str_trim((stm_str){style.ptr, none});
    if (!before.len || before.ptr[before.len - 1] != ':')
        return false;
    before.len--;
    before = stm_str_trim(before);
    return before.len >= sizeof display - 1 &&
           !memcmp(before.ptr + before.len - (sizeof display - 1), display,
                   sizeof display - 1);
}

static void read_label(reader *r, stm_html__label which, stm_str value)
{
    uint64_t hash;
    if (which == STM_LABEL_STYLE) {
        r->out.hidden = r->out.hidden || style_hides(value);
        return;
    }
    r->out.hints |= stm_html__hints(r->hints, value, &hash);
    if (which == STM_LABEL_CLASS)
        r->name ^= hash;
}

/* Which label an attribute is, STM_LABELS for none. */
static stm_html__label label_of(const reader *r, uintptr_t id)
{
    switch (id) {
    case LXB_DOM_ATTR_CLASS:
        return STM_LABEL_CLASS;
    case LXB_DOM_ATTR_ID:
        return STM_LABEL_ID;
    case LXB_DOM_ATTR_STYLE:
        return STM_LABEL_STYLE;
    default:
        return r->ids->role && id == r->ids->role ? STM_LABEL_ROLE : STM_LABELS;
    }
}

static bool hides(const reader *r, const lxb_dom_attr_t *a)
{
    uintptr_t id = a->node.local_name;
    if (r->ids->hidden && id == r->ids->hidden)
        return true;
    return r->ids->aria_hidden && id == r->ids->aria_hidden &&
           stm_str_eq(value_of(a), STM_LIT("true"));
}

static void read_attribute(reader *r, const lxb_dom_attr_t *a)
{
    stm_html__label which = label_of(r, a->node.local_name);
    if (which == STM_LABELS)
        r->out.hidden = r->out.hidden || hides(r, a);
    else if (!stm_html__has_label(r->element, which))
        read_label(r, which, value_of(a));
}

stm_html__named stm_html__names_of(stm_hint_words *hints,
                                   const stm_html__name_ids *ids,
                                   const lxb_dom_element_t *e)
{
    reader r = {
        .hints = hints, .ids = ids, .element = e, .name = e->node.local_name};
    const stm_html__labels *l = stm_html__labels_of(e);
    for (unsigned k = 0; l && k < STM_LABELS; k++)
        if (l->of[k].ptr)
            read_label(&r, (stm_html__label)k, l->of[k]);
    for (const lxb_dom_attr_t *a = e->first_attr; a; a = a->next)
        read_attribute(&r, a);
    r.out.name = (uint32_t)stm_mix64(r.name);
    return r.out;
}

static lxb_dom_attr_id_t attribute(lxb_dom_document_t *document,
                                   const char *name)
{
    const lxb_dom_attr_data_t *d = lxb_dom_attr_data_by_local_name(
        document->attrs, (const lxb_char_t *)name, strlen(name));
    return d ? d->attr_id : 0;
}

void stm_html__find_name_ids(stm_html__name_ids *ids,
                             lxb_dom_document_t *document)
{
    ids->role = attribute(document, "role");
    ids->hidden = attribute(document, "hidden");
    ids->aria_hidden = attribute(document, "aria-hidden");
}
