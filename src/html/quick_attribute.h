/* Attributes as they stand in a tag. */
#ifndef STM_HTML_QUICK_ATTRIBUTE_H
#define STM_HTML_QUICK_ATTRIBUTE_H

#include <lexbor/html/html.h>

#include "html/quick_find.h"
#include "html/quick_names.h"

typedef struct stm_quick_attribute {
    const lxb_char_t *name, *value; /* NULL: it has no value */
    const lxb_char_t *amp;          /* the first ampersand of its value */
    size_t name_length, value_length;
} stm_quick_attribute;

static inline bool stm_html__is_letter(lxb_char_t c)
{
    return (lxb_char_t)((c | 0x20) - 'a') < 26;
}

static inline const lxb_char_t *stm_html__skip_space(const lxb_char_t *p,
                                                     const lxb_char_t *end)
{
    while (p < end && stm_html__quick_class[*p] == STM_QUICK_SPACE)
        p++;
    return p;
}

/* Reads what follows the name of `a`, which ends at `p`: nothing, or a value.
 * Returns what is behind, NULL where that is not plain. A value that is not
 * `wanted` may hold anything; one that is may hold references if it stands
 * between quotation marks, and then `a->amp` is set. */
const lxb_char_t *stm_html__quick_value(stm_quick_attribute *a,
                                        const lxb_char_t *p,
                                        const lxb_char_t *end, bool wanted);

#endif
