/* Tags with plain attributes, the text between them and the scripts and styles
 * that nobody reads are nearly all of a page. lexbor's tokenizer takes any of
 * its steps by calling a state; after each token it is given this file's state
 * instead of its own, which reads on as long as what comes is plain, makes the
 * same tree of it, and gives the first thing that is not (a rare
 * reference, a control character, the end of the bytes at hand) back to
 * lexbor's state for that place.
 *
 * What differs is what is left out: attributes that no file here asks for,
 * which are most bytes of many a tag, the insides of scripts, styles, frames
 * and drawings, comments, and blanks between elements that begin or end a line
 * anyway, which would be half of all nodes. The names of most elements become
 * labels instead of attributes. */
#include "html/quick.h"

#include <lexbor/html/tokenizer/state.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>

#include <string.h>

#include "html/quick_attribute.h"
#include "html/quick_comment.h"
#include "html/quick_does.h"
#include "html/quick_drop.h"
#include "html/quick_find.h"
#include "html/quick_idle.h"
#include "html/quick_names.h"
#include "html/quick_pass.h"
#include "html/quick_refs.h"
#include "html/quick_skip.h"
#include "html/quick_svg.h"
#include "html/quick_tree.h"

typedef const lxb_char_t *place; /* in the markup */

/* The value in the memory for attributes, where it is once it had references.
 */
static lxb_char_t *value_of(lxb_html_tokenizer_t *tkz,
                            const stm_quick_attribute *a)
{
    if (a->amp)
        return (lxb_char_t *)a->value;
    lxb_char_t *value = lexbor_mraw_alloc(tkz->attrs_mraw, a->value_length + 1);
    if (value) {
        memcpy(value, a->value, a->value_length);
        value[a->value_length] = 0;
    }
    return value;
}

static bool add_attribute(lxb_html_tokenizer_t *tkz,
                          const stm_quick_attribute *a,
                          const lxb_dom_attr_data_t *data)
{
    lxb_html_token_attr_t *t =
        lxb_html_token_attr_append(tkz->token, tkz->dobj_token_attr);
    if (!t)
        return false;
    t->name = data;
    t->name_begin = a->name;
    t->name_end = a->name + a->name_length;
    if (a->value) {
        t->value = value_of(tkz, a);
        if (!t->value)
            return false;
        t->value_size = a->value_length;
        t->value_begin = a->value;
        t->value_end = a->value + a->value_length;
    }
    lxb_html_tokenizer_attr_last_duplicate(tkz);
    return true;
}

/* Keeps an attribute that is read, as a label or for lexbor. False where lexbor
 * is to read it; out of memory, the status is set, too. */
static bool keep(stm_html__quick *q, lxb_html_tokenizer_t *tkz, unsigned which,
                 const stm_quick_attribute *a, bool label)
{
    if (label) {
        stm_str value = {(const char *)a->value, a->value_length};
        if (!a->value)
            value = STM_LIT("");
        if (!q->labelled)
            q->labels = (stm_html__labels){0};
        if (!q->labels.of[which].ptr)
            q->labels.of[which] = value;
        q->labelled = true;
        return true;
    }
    const lxb_dom_attr_data_t *data = stm_html__quick_known(q, tkz, which);
    if (data && !add_attribute(tkz, a, data)) {
        tkz->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        return false;
    }
    return data;
}

/* Behind the attribute at `p`; NULL where lexbor is to read it, or out of
 * memory. */
static place one_attribute(stm_html__quick *q, lxb_html_tokenizer_t *tkz,
                           place p, place end)
{
    stm_quick_attribute a = {.name = p};
    lxb_tag_id_t tag = tkz->token->tag_id;
    if (end - p < STM_QUICK_NEAR)
        return NULL;
    p = stm_html__name_end(p, end);
    a.name_length = (size_t)(p - a.name);
    if (end - p < STM_QUICK_NEAR || !a.name_length)
        return NULL;
    unsigned which = stm_html__quick_attribute(q, a.name, a.name_length);
    bool wanted = which < STM_QUICK_ATTRIBUTES;
    bool label = which < STM_LABELS && tag < LXB_TAG__LAST_ENTRY &&
                 q->does[tag] & STM_QUICK_LABELLED;
    if (!wanted && stm_html__keeps_all(tag))
        return NULL;
    p = stm_html__quick_value(&a, p, end, wanted);
    if (!p || !wanted)
        return p;
    bool known = label || stm_html__quick_known(q, tkz, which);
    if (!known || (a.amp && !stm_html__quick_resolve(tkz, &a)))
        return NULL;
    return keep(q, tkz, which, &a, label) ? p : NULL;
}

/* Whether the tag ends at `*p`, which then becomes what is behind it. */
static bool tag_ends(lxb_html_tokenizer_t *tkz, place *p, place end)
{
    if (*p < end && **p == '>') {
        *p += 1;
        return true;
    }
    if (end - *p > 1 && **p == '/' && (*p)[1] == '>') {
        *p += 2;
        tkz->token->type |= LXB_HTML_TOKEN_TYPE_CLOSE_SELF;
        return true;
    }
    return false;
}

/* The state of a page that has grown too deep. */
static place past_all(lxb_html_tokenizer_t *tkz, place p, place end)
{
    (void)tkz, (void)p;
    return end;
}

/* Hangs the labels of the start tag on its element. */
static bool hang_labels(stm_html__quick *q, lxb_dom_node_t *made)
{
    stm_html__labels *l =
        lexbor_mraw_alloc(made->owner_document->mraw, sizeof *l);
    if (l)
        *l = q->labels;
    made->user = l;
    return l;
}

/* Opens the element of the start tag that was read, where that is all there is
 * to do. Out of memory, the status is set. */
static bool open_element(stm_html__quick *q, lxb_html_tokenizer_t *tkz)
{
    lxb_tag_id_t tag = tkz->token->tag_id;
    lxb_dom_node_t *made = tag < LXB_TAG__LAST_ENTRY
                               ? stm_html__quick_open(q, tkz->tree, tkz->token)
                               : NULL;
    if (!made)
        return false;
    if (q->labelled && !hang_labels(q, made))
        tkz->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
    q->labelled = false;
    q->at_edge = q->does[tag] & STM_QUICK_ENDS_LINE;
    if (tkz->tree->open_elements->length > STM_QUICK_DEEPEST)
        tkz->state = past_all;
    lxb_html_token_clean(tkz->token);
    tkz->pos = tkz->start;
    return true;
}

/* From the name of a start tag on; where to go on, in the tokenizer's state. */
static place start_tag(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place p,
                       place end)
{
    for (;;) {
        p = stm_html__skip_space(p, end);
        if (tag_ends(tkz, &p, end))
            break;
        place next = one_attribute(q, tkz, p, end);
        if (!next) {
            tkz->state = lxb_html_tokenizer_state_before_attribute_name;
            return tkz->status == LXB_STATUS_OK ? p : end;
        }
        p = next;
    }
    if (open_element(q, tkz))
        return tkz->status == LXB_STATUS_OK ? p : end;
    tkz->state = lxb_html_tokenizer_state_data_before;
    return stm_html__pass(tkz) ? p : end;
}

/* From `<` on; `p` itself where lexbor is to read it. */
static place read_tag(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place p,
                      place end)
{
    bool closes = p[1] == '/';
    place name = p + 1 + closes, to = stm_html__name_end(name, end);
    lxb_tag_id_t tag = LXB_TAG__UNDEF;
    if (end - to >= STM_QUICK_NEAR &&
        stm_html__quick_class[*to] != STM_QUICK_ODD &&
        stm_html__quick_class[*to] != STM_QUICK_EQUALS &&
        (!closes || *to == '>'))
        tag = stm_html__quick_tag(q, tkz, name, (size_t)(to - name));
    if (tag == LXB_TAG__UNDEF) {
        tkz->state = lxb_html_tokenizer_state_data_before;
        return p;
    }
    if (!closes && tag < LXB_TAG__LAST_ENTRY &&
        q->does[tag] & STM_QUICK_DROPS) {
        place behind = stm_html__drop(q, tkz, tag, to, end);
        if (behind)
            return behind;
    }
    if (closes && tag < LXB_TAG__LAST_ENTRY &&
        stm_html__quick_close(q, q->tree, tag)) {
        q->at_edge = q->does[tag] & STM_QUICK_ENDS_LINE;
        return to + 1;
    }
    tkz->token->begin = name;
    tkz->token->end = to;
    tkz->token->tag_id = tag;
    if (!closes)
        return start_tag(q, tkz, to, end);
    tkz->token->type |= LXB_HTML_TOKEN_TYPE_CLOSE;
    tkz->state = lxb_html_tokenizer_state_data_before;
    return stm_html__pass(tkz) ? to + 1 : end;
}

/* Whether a tag is at `p`, or a comment that parts nothing: not the texts of a
 * table, nor of what is read as it stands. */
static bool is_plain(const stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                     place p, place end)
{
    if (end - p < STM_QUICK_NEAR || *p != '<')
        return false;
    if (p[1] == '!')
        return !q->as_is && stm_html__in_body(tkz->tree);
    return stm_html__is_letter(p[p[1] == '/' ? 2 : 1]);
}

/* False when that fails. */
static bool put_text(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place from,
                     place to)
{
    if (!stm_html__quick_put(tkz->tree, from, to))
        return stm_html__pass_text(tkz, from, to);
    q->at_edge = false;
    tkz->pos = tkz->start;
    return true;
}

/* Hands on the text at `p`, as far as it goes; what follows it. NULL where
 * lexbor is to read it, or when that fails. */
static place take_text(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place p,
                       place end)
{
    place mark = stm_html__quick_find(p, end, '<');
    bool refers = mark < end && *mark == '&';
    if (refers)
        mark = stm_html__quick_text(tkz, p, mark, end);
    if (!mark || !is_plain(q, tkz, mark, end))
        return NULL;
    if (refers)
        return put_text(q, tkz, tkz->start, tkz->pos) ? mark : NULL;
    bool idle = mark == p || stm_html__is_idle(q, tkz, p, mark, end);
    return idle || put_text(q, tkz, p, mark) ? mark : NULL;
}

/* The state of plain markup. */
static place read_on(lxb_html_tokenizer_t *tkz, place p, place end)
{
    stm_html__quick *q = tkz->callback_token_ctx;
    while (p < end) {
        place mark = tkz->is_eof ? NULL : take_text(q, tkz, p, end);
        place behind =
            mark && mark[1] == '!' ? stm_html__comment_end(mark, end) : NULL;
        if (!mark || (mark[1] == '!' && !behind)) {
            tkz->state = lxb_html_tokenizer_state_data_before;
            return tkz->status != LXB_STATUS_OK ? end : mark ? mark : p;
        }
        p = behind ? behind : read_tag(q, tkz, mark, end);
        if (tkz->state != read_on)
            return p;
    }
    return p;
}

/* The state of a drawing. */
static place in_svg(lxb_html_tokenizer_t *tkz, place p, place end)
{
    stm_html__quick *q = tkz->callback_token_ctx;
    bool closed = false;
    tkz->state = read_on;
    if (tkz->is_eof || (q->drawn_of == end && p < q->drawn))
        return p;
    place to = stm_html__skip_svg(q, tkz, p, end, &closed);
    if (closed)
        return to;
    q->drawn = to;
    q->drawn_of = end;
    return p;
}

/* The innermost open element, and how many there are. */
typedef struct tip {
    lxb_dom_node_t *node;
    size_t depth;
} tip;

static tip tip_of(const lxb_html_tokenizer_t *tkz)
{
    const lexbor_array_t *open = tkz->tree->open_elements;
    size_t n = open->length;
    return (tip){n ? open->list[n - 1] : NULL, n};
}

/* Notes what the token did: tags that the tree had no use for did nothing. */
static void note(stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                 lxb_tag_id_t tag, bool closes, tip before)
{
    unsigned does = tag < LXB_TAG__LAST_ENTRY ? q->does[tag] : 0;
    if (tag == LXB_TAG__EM_COMMENT)
        return;
    q->at_edge = false;
    if (!does)
        return;
    tip now = tip_of(tkz);
    bool done = closes ? now.depth < before.depth
                       : now.node != before.node && now.node->local_name == tag;
    q->at_edge = done && (does & STM_QUICK_ENDS_LINE);
    q->as_is = q->as_is || (does & STM_QUICK_AS_IS);
}

/* Hangs the labels of a start tag on the element that it has made. */
static bool label(stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                  lxb_tag_id_t tag, tip before)
{
    lxb_dom_node_t *made = tip_of(tkz).node;
    q->labelled = false;
    if (!made || made == before.node || made->local_name != tag ||
        made->first_child || made->user)
        return true;
    return hang_labels(q, made);
}

static bool is_svg(const lxb_html_tokenizer_t *tkz, tip before)
{
    const lxb_dom_node_t *made = tip_of(tkz).node;
    return made && made != before.node && made->local_name == LXB_TAG_SVG &&
           made->ns == LXB_NS_SVG;
}

/* Takes the states of lexbor's that this room has states of its own for. */
static void change_state(lxb_html_tokenizer_t *tkz,
                         const lxb_html_token_t *token, bool svg)
{
    if (tkz->state == lxb_html_tokenizer_state_data_before)
        tkz->state = svg ? in_svg : read_on;
    else if (tkz->state == lxb_html_tokenizer_state_rawtext_before)
        stm_html__skip_raw(tkz);
    else if (tkz->state == lxb_html_tokenizer_state_script_data_before)
        stm_html__skip_script(tkz, token);
}

/* Takes lexbor's place behind its tree. */
static lxb_html_token_t *built(lxb_html_tokenizer_t *tkz,
                               lxb_html_token_t *token, void *ctx)
{
    stm_html__quick *q = ctx;
    tip before = tip_of(tkz);
    lxb_tag_id_t tag = token->tag_id;
    bool closes = token->type & LXB_HTML_TOKEN_TYPE_CLOSE;
    if (closes || tag >= LXB_TAG__LAST_ENTRY ||
        !stm_html__quick_open(q, q->tree, token))
        token = q->build(tkz, token, q->tree);
    if (!token)
        return NULL;
    if (q->labelled && !label(q, tkz, tag, before)) {
        tkz->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        return NULL;
    }
    note(q, tkz, tag, closes, before);
    change_state(tkz, token,
                 tag == LXB_TAG_SVG && !closes && is_svg(tkz, before));
    if (tip_of(tkz).depth > STM_QUICK_DEEPEST)
        tkz->state = past_all;
    return token;
}

void stm_html__quick_init(stm_html__quick *q)
{
    *q = (stm_html__quick){0};
    stm_html__quick_learn(q);
    stm_html__quick_does(q);
}

void stm_html__quick_begin(stm_html__quick *q, lxb_html_document_t *document)
{
    lxb_html_parser_t *parser = document->dom_document.parser;
    lxb_html_tokenizer_t *tkz = parser->tkz;
    if (tkz->callback_token_done != built) {
        q->build = tkz->callback_token_done;
        q->tree = tkz->callback_token_ctx;
        lxb_html_tokenizer_callback_token_done_set(tkz, built, q);
    }
    memset(q->attribute, 0, sizeof q->attribute);
    q->at_edge = q->as_is = q->labelled = false;
    q->drawn = q->drawn_of = NULL;
    tkz->state = read_on;
}
