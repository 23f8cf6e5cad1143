/* Tags with plain attributes, the text between them and the scripts and styles
 * that nobody reads are nearly all of a page. lexbor's tokenizer takes any of
 * its steps by calling a state; after each token it is given this file's state
 * instead of its own, which reads on as long as what comes is plain, hands the
 * same tokens to the same tree, and gives the first thing that is not (a
 * character reference, a comment, a control character, the end of the bytes at
 * hand) back to lexbor's state for that place.
 *
 * What differs is what is left out: attributes that no file here asks for,
 * which are most bytes of many a tag, the insides of scripts, styles and
 * frames, and blanks between elements that begin or end a line anyway, which
 * would be half of all nodes. */
#include "html/quick.h"

#include <lexbor/html/tokenizer/state.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>

#include <string.h>

#include "html/elements.h"
#include "html/quick_find.h"
#include "html/quick_names.h"
#include "html/quick_skip.h"

enum { NEAR = 16 /* bytes from the end: the next piece is needed */ };

typedef const lxb_char_t *place; /* in the markup */

static bool is_letter(lxb_char_t c)
{
    return (lxb_char_t)((c | 0x20) - 'a') < 26;
}

/* Passes the token on; false when that fails. */
static bool pass(lxb_html_tokenizer_t *tkz)
{
    tkz->token =
        tkz->callback_token_done(tkz, tkz->token, tkz->callback_token_ctx);
    if (!tkz->token) {
        if (tkz->status == LXB_STATUS_OK)
            tkz->status = LXB_STATUS_ERROR;
        return false;
    }
    lxb_html_token_clean(tkz->token);
    tkz->pos = tkz->start;
    return true;
}

static bool pass_text(lxb_html_tokenizer_t *tkz, place from, place to)
{
    lxb_html_token_t *t = tkz->token;
    t->tag_id = LXB_TAG__TEXT;
    t->begin = t->text_start = from;
    t->end = t->text_end = to;
    return pass(tkz);
}

static place name_end(place p, place end)
{
    while (p < end && stm_html__quick_class[*p] == STM_QUICK_NAME)
        p++;
    return p;
}

static place skip_space(place p, place end)
{
    while (p < end && stm_html__quick_class[*p] == STM_QUICK_SPACE)
        p++;
    return p;
}

/* An attribute as it stands. */
typedef struct attribute {
    place name, value; /* NULL: it has no value */
    size_t name_length, value_length;
} attribute;

/* The end of a value without quotation marks. */
static place bare_end(place p, place end)
{
    while (p < end && stm_html__quick_class[*p] != STM_QUICK_SPACE &&
           *p != '>' && *p != '&' && *p)
        p++;
    return p;
}

/* Behind the value at `p`; NULL where it is not plain. A value that nobody
 * reads may hold anything. */
static place read_value(attribute *a, place p, place end, bool wanted)
{
    p = skip_space(p, end);
    lxb_char_t quote = p < end ? *p : 0;
    if (quote == '"' || quote == '\'') {
        a->value = ++p;
        p = wanted ? stm_html__quick_find(p, end, quote)
                   : memchr(p, quote, (size_t)(end - p));
        if (!p || p == end || *p != quote)
            return NULL;
        a->value_length = (size_t)(p - a->value);
        return p + 1;
    }
    a->value = p;
    p = bare_end(p, end);
    a->value_length = (size_t)(p - a->value);
    return a->value_length && p < end && *p && *p != '&' ? p : NULL;
}

static bool add_attribute(lxb_html_tokenizer_t *tkz, const attribute *a,
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
        t->value = lexbor_mraw_alloc(tkz->attrs_mraw, a->value_length + 1);
        if (!t->value)
            return false;
        memcpy(t->value, a->value, a->value_length);
        t->value[a->value_length] = 0;
        t->value_size = a->value_length;
        t->value_begin = a->value;
        t->value_end = a->value + a->value_length;
    }
    lxb_html_tokenizer_attr_last_duplicate(tkz);
    return true;
}

/* Elements that are compared with all their attributes when the tree is made.
 */
static bool keeps_all(lxb_tag_id_t tag)
{
    switch (tag) {
    case LXB_TAG_B:
    case LXB_TAG_BIG:
    case LXB_TAG_CODE:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_NOBR:
    case LXB_TAG_S:
    case LXB_TAG_SMALL:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_ANNOTATION_XML:
        return true;
    default:
        return false;
    }
}

/* Behind the attribute at `p`; NULL where lexbor is to read it. Out of memory,
 * the status is set, too. */
static place one_attribute(stm_html__quick *q, lxb_html_tokenizer_t *tkz,
                           place p, place end)
{
    attribute a = {.name = p};
    if (end - p < NEAR)
        return NULL;
    p = name_end(p, end);
    a.name_length = (size_t)(p - a.name);
    if (end - p < NEAR || !a.name_length)
        return NULL;
    unsigned which = stm_html__quick_attribute(q, a.name, a.name_length);
    bool wanted = which < STM_QUICK_ATTRIBUTES;
    const lxb_dom_attr_data_t *data =
        wanted ? stm_html__quick_known(q, tkz, which) : NULL;
    if (wanted ? !data : keeps_all(tkz->token->tag_id))
        return NULL;
    place behind = skip_space(p, end);
    if (behind < end && *behind == '=')
        p = read_value(&a, behind + 1, end, wanted);
    else if (behind == end || stm_html__quick_class[*behind] == STM_QUICK_ODD)
        return NULL;
    if (p && wanted && !add_attribute(tkz, &a, data)) {
        tkz->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        return NULL;
    }
    return p;
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

/* From the name of a start tag on; where to go on, in the tokenizer's state. */
static place start_tag(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place p,
                       place end)
{
    for (;;) {
        p = skip_space(p, end);
        if (tag_ends(tkz, &p, end))
            break;
        place next = one_attribute(q, tkz, p, end);
        if (!next) {
            tkz->state = lxb_html_tokenizer_state_before_attribute_name;
            return tkz->status == LXB_STATUS_OK ? p : end;
        }
        p = next;
    }
    tkz->state = lxb_html_tokenizer_state_data_before;
    return pass(tkz) ? p : end;
}

/* From `<` on; `p` itself where lexbor is to read it. */
static place read_tag(stm_html__quick *q, lxb_html_tokenizer_t *tkz, place p,
                      place end)
{
    bool closes = p[1] == '/';
    place name = p + 1 + closes, to = name_end(name, end);
    lxb_tag_id_t tag = LXB_TAG__UNDEF;
    if (end - to >= NEAR && stm_html__quick_class[*to] != STM_QUICK_ODD &&
        stm_html__quick_class[*to] != STM_QUICK_EQUALS &&
        (!closes || *to == '>'))
        tag = stm_html__quick_tag(q, tkz, name, (size_t)(to - name));
    if (tag == LXB_TAG__UNDEF) {
        tkz->state = lxb_html_tokenizer_state_data_before;
        return p;
    }
    tkz->token->begin = name;
    tkz->token->end = to;
    tkz->token->tag_id = tag;
    if (!closes)
        return start_tag(q, tkz, to, end);
    tkz->token->type |= LXB_HTML_TOKEN_TYPE_CLOSE;
    tkz->state = lxb_html_tokenizer_state_data_before;
    return pass(tkz) ? to + 1 : end;
}

static bool may_be_tag(place p, place end)
{
    return end - p >= NEAR && *p == '<' &&
           (is_letter(p[1]) || (p[1] == '/' && is_letter(p[2])));
}

static bool is_blank(place p, place end)
{
    while (p < end && stm_html__quick_class[*p] == STM_QUICK_SPACE)
        p++;
    return p == end;
}

/* Whether the text between two tags may be left out. Formatting elements that
 * are to be opened anew would be opened by it. */
static bool is_idle(const stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                    place from, place to)
{
    return q->at_edge && !q->as_is && !tkz->tree->active_formatting->length &&
           is_blank(from, to);
}

/* The state of plain markup. */
static place read_on(lxb_html_tokenizer_t *tkz, place p, place end)
{
    stm_html__quick *q = tkz->callback_token_ctx;
    while (p < end) {
        place mark = tkz->is_eof ? p : stm_html__quick_find(p, end, '<');
        if (!may_be_tag(mark, end)) {
            tkz->state = lxb_html_tokenizer_state_data_before;
            return p;
        }
        if (mark > p && !is_idle(q, tkz, p, mark) && !pass_text(tkz, p, mark))
            return end;
        p = read_tag(q, tkz, mark, end);
        if (tkz->state != read_on)
            return p;
    }
    return p;
}

/* The innermost open element, and how many there are. */
typedef struct tip {
    const lxb_dom_node_t *node;
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

/* Takes lexbor's place behind its tree. */
static lxb_html_token_t *built(lxb_html_tokenizer_t *tkz,
                               lxb_html_token_t *token, void *ctx)
{
    stm_html__quick *q = ctx;
    tip before = tip_of(tkz);
    lxb_tag_id_t tag = token->tag_id;
    bool closes = token->type & LXB_HTML_TOKEN_TYPE_CLOSE;
    token = q->build(tkz, token, q->tree);
    if (!token)
        return NULL;
    note(q, tkz, tag, closes, before);
    if (tkz->state == lxb_html_tokenizer_state_data_before)
        tkz->state = read_on;
    else if (tkz->state == lxb_html_tokenizer_state_rawtext_before)
        stm_html__skip_raw(tkz);
    else if (tkz->state == lxb_html_tokenizer_state_script_data_before)
        stm_html__skip_script(tkz, token);
    return token;
}

void stm_html__quick_init(stm_html__quick *q)
{
    *q = (stm_html__quick){0};
    stm_html__quick_learn(q);
    for (lxb_tag_id_t tag = 0; tag < LXB_TAG__LAST_ENTRY; tag++) {
        stm_element e = stm_html__element(tag);
        if (e.flow == STM_FLOW_BLOCK || e.flow == STM_FLOW_LINE)
            q->does[tag] = STM_QUICK_ENDS_LINE;
        if (e.kind == STM_BLOCK_CODE)
            q->does[tag] |= STM_QUICK_AS_IS;
    }
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
    q->at_edge = q->as_is = false;
    tkz->state = read_on;
}
