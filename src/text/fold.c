/* Folding by the table of characters. Most words of most scripts consist of
 * characters that fold one by one; the rest go to fold_slow.c. */
#include "text/fold.h"

#include "text/folding.h"

static bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

/* Points go but for those between digits. */
static bool is_kept_point(const char *p, const char *start, const char *end)
{
    return *p == '.' && p > start && p + 1 < end && ascii_digit(p[-1]) &&
           ascii_digit(p[1]);
}

size_t stm_text__fold(stm_str word, char *out)
{
    const char *p = word.ptr, *end = p + stm_text__cut(word);
    stm_folding f = {.out = out};
    while (p < end) {
        stm_letter l = stm_text__letter(p, end);
        if (is_kept_point(p, word.ptr, end))
            *f.out++ = '.';
        else
            stm_text__fold_letter(&f, &l);
        if (!l.len || !stm_text__is_folded(&f))
            return stm_text__fold_slow(word, out);
        p += l.len;
    }
    *f.out = '\0';
    return (size_t)(f.out - out);
}
