#include "html/quick_attribute.h"

#include "html/quick_find.h"

typedef const lxb_char_t *place;

/* The end of a value without quotation marks. */
static place bare_end(place p, place end)
{
    while (p < end && stm_html__quick_class[*p] != STM_QUICK_SPACE &&
           *p != '>' && *p != '&' && *p)
        p++;
    return p;
}

/* Behind the value whose quotation mark is at `p`. */
static place quoted(stm_quick_attribute *a, place p, place end, bool wanted)
{
    lxb_char_t quote = *p++;
    a->value = p;
    if (wanted) {
        p = stm_html__quick_find(p, end, quote);
        if (p < end && *p == '&')
            a->amp = p;
    }
    if (!wanted || a->amp)
        p = stm_html__quick_mark(p, end, quote);
    if (p == end || *p != quote)
        return NULL;
    a->value_length = (size_t)(p - a->value);
    return p + 1;
}

/* Behind the value at `p`. */
static place read_value(stm_quick_attribute *a, place p, place end, bool wanted)
{
    p = stm_html__skip_space(p, end);
    if (p < end && (*p == '"' || *p == '\''))
        return quoted(a, p, end, wanted);
    a->value = p;
    p = bare_end(p, end);
    a->value_length = (size_t)(p - a->value);
    return a->value_length && p < end && *p && *p != '&' ? p : NULL;
}

const lxb_char_t *stm_html__quick_value(stm_quick_attribute *a,
                                        const lxb_char_t *p,
                                        const lxb_char_t *end, bool wanted)
{
    a->amp = NULL;
    /* as nearly all are written */
    if (end - p > 1 && p[0] == '=' && p[1] == '"')
        return quoted(a, p + 1, end, wanted);
    place behind = stm_html__skip_space(p, end);
    if (behind < end && *behind == '=')
        return read_value(a, behind + 1, end, wanted);
    bool odd = behind == end || stm_html__quick_class[*behind] == STM_QUICK_ODD;
    return odd ? NULL : p;
}
