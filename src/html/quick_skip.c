/* Such an element ends at its end tag and nowhere else, so that only places
 * with a `<` are looked at. Where one might be cut by the end of the bytes at
 * hand, or where a script has a script inside of a comment (then its end tag
 * does not end it), lexbor's own state reads the rest. */
#include "html/quick_skip.h"

#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>

#include <string.h>

#include "base/str.h"
#include "html/quick_attribute.h"
#include "html/quick_names.h"
#include "html/quick_pass.h"

enum { NEAR = 16 /* bytes: longer than any end tag's name */ };

typedef const lxb_char_t *place;

/* Whether `name`, in small letters, stands at `p` as a tag's name. */
static bool is_name(place p, const char *name)
{
    size_t n = 0;
    for (; name[n]; n++)
        if (stm_ascii_lower((char)p[n]) != name[n])
            return false;
    unsigned c = stm_html__quick_class[p[n]];
    return c == STM_QUICK_SPACE || c == STM_QUICK_SLASH || c == STM_QUICK_CLOSE;
}

static place next_mark(place p, place end)
{
    place at = memchr(p, '<', (size_t)(end - p));
    return at ? at : end;
}

static const char *raw_name(lxb_tag_id_t tag)
{
    switch (tag) {
    case LXB_TAG_STYLE:
        return "style";
    case LXB_TAG_IFRAME:
        return "iframe";
    case LXB_TAG_NOEMBED:
        return "noembed";
    case LXB_TAG_NOFRAMES:
        return "noframes";
    default:
        return NULL;
    }
}

static place in_raw(lxb_html_tokenizer_t *tkz, place p, place end)
{
    const char *name = raw_name(tkz->tmp_tag_id);
    if (!tkz->is_eof) {
        for (p = next_mark(p, end); p < end; p = next_mark(p + 1, end))
            if (end - p < NEAR || (p[1] == '/' && is_name(p + 2, name)))
                break;
        if (p == end)
            return end;
    }
    tkz->state = lxb_html_tokenizer_state_rawtext_before;
    return p;
}

static place in_script(lxb_html_tokenizer_t *tkz, place p, place end)
{
    place comment = NULL;
    if (!tkz->is_eof) {
        for (p = next_mark(p, end); p < end; p = next_mark(p + 1, end)) {
            if (end - p < NEAR)
                break;
            if (p[1] == '/' && is_name(p + 2, "script")) {
                comment = NULL;
                break;
            }
            if (!comment && !memcmp(p, "<!--", 4))
                comment = p;
            else if (comment && is_name(p + 1, "script"))
                break;
        }
        if (p == end && !comment)
            return end;
    }
    tkz->state = lxb_html_tokenizer_state_script_data_before;
    return comment ? comment : p;
}

void stm_html__skip_raw(lxb_html_tokenizer_t *tkz)
{
    if (raw_name(tkz->tmp_tag_id))
        tkz->state = in_raw;
}

/* Only what says of itself what it is about is read. */
static bool is_json(const lxb_html_token_t *token)
{
    const lxb_html_token_attr_t *a = token->attr_first;
    while (a && !(a->name && a->name->attr_id == LXB_DOM_ATTR_TYPE))
        a = a->next;
    return a && a->value &&
           stm_str_find_nocase((stm_str){(const char *)a->value, a->value_size},
                               STM_LIT("ld+json"), 0) != SIZE_MAX;
}

/* The place of the end tag, where it is at hand and all before it stands for
 * itself. */
static place plain_end(place p, place end)
{
    place from = p;
    for (p = next_mark(p, end); end - p >= NEAR; p = next_mark(p + 1, end)) {
        if (!memcmp(p, "<!--", 4))
            return NULL;
        if (p[1] != '/' || !is_name(p + 2, "script"))
            continue;
        size_t n = (size_t)(p - from);
        return memchr(from, '\r', n) || memchr(from, '\0', n) ? NULL : p;
    }
    return NULL;
}

/* What is read is passed on at once. */
static place in_json(lxb_html_tokenizer_t *tkz, place p, place end)
{
    place to = tkz->is_eof ? NULL : plain_end(p, end);
    tkz->state = lxb_html_tokenizer_state_script_data_before;
    if (!to || to == p)
        return p;
    if (!stm_html__pass_text(tkz, p, to))
        return end;
    tkz->state = lxb_html_tokenizer_state_script_data_before;
    return to;
}

void stm_html__skip_script(lxb_html_tokenizer_t *tkz,
                           const lxb_html_token_t *token)
{
    tkz->state = is_json(token) ? in_json : in_script;
}

const lxb_char_t *stm_html__raw_over(lxb_tag_id_t tag, const lxb_char_t *p,
                                     const lxb_char_t *end)
{
    bool script = tag == LXB_TAG_SCRIPT;
    const char *name = script ? "script" : raw_name(tag);
    for (p = next_mark(p, end); end - p >= NEAR; p = next_mark(p + 1, end)) {
        if (script && !memcmp(p, "<!--", 4))
            return NULL;
        if (p[1] != '/' || !is_name(p + 2, name))
            continue;
        p = stm_html__skip_space(p + 2 + strlen(name), end);
        return p < end && *p == '>' ? p + 1 : NULL;
    }
    return NULL;
}
