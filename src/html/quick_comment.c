/* A comment ends at `-->`, whose hyphens may be those it begins with, or at
 * `--!>`, whose hyphens may not. */
#include "html/quick_comment.h"

#include <string.h>

const lxb_char_t *stm_html__comment_end(const lxb_char_t *p,
                                        const lxb_char_t *end)
{
    enum { OPENING = 4 };
    const lxb_char_t *inside = p + OPENING, *at = inside;
    if (memcmp(p, "<!--", OPENING))
        return NULL;
    while (at < end && (at = memchr(at, '>', (size_t)(end - at)))) {
        bool bang = at - inside >= 3 && at[-1] == '!';
        if (!memcmp(at - 2 - bang, "--", 2))
            return at + 1;
        at++;
    }
    return NULL;
}
