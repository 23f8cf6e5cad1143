#include "html/quick_attribute.h"

#include <string.h>

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

/* Behind the value at `p`. */
static place read_value(stm_quick_attribute *a, place p, place end, bool wanted)
{
    p = stm_html__skip_space(p, end);
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

const lxb_char_t *stm_html__quick_value(stm_quick_attribute *a,
                                        const lxb_char_t *p,
                                        const lxb_char_t *end, bool wanted)
{
    place behind = stm_html__skip_space(p, end);
    if (behind < end && *behind == '=')
        return read_value(a, behind + 1, end, wanted);
    bool odd = behind == end || stm_html__quick_class[*behind] == STM_QUICK_ODD;
    return odd ? NULL : p;
}
