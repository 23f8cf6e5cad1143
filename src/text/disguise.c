#include <stemma/text.h>

#include "text/alike.h"
#include "text/fold.h"
#include "text/utf8.h"

static bool is_invisible(uint32_t cp)
{
    return (cp >= 0x200b && cp <= 0x200d) || (cp >= 0x2060 && cp <= 0x2064) ||
           cp == 0xfeff || cp == 0x180e;
}

/* Scripts whose letters never need a joiner between them. */
static bool stands_alone(uint32_t cp)
{
    return (cp | 0x20) < 0x250 ? (cp | 0x20) >= 'a'
                               : cp >= 0x0370 && cp < 0x0530;
}

unsigned stm_word_disguise(stm_str word)
{
    uint32_t letters[STM_TEXT_WORD_MAX];
    size_t count = 0, alone = 0, invisible = 0;
    for (const char *p = word.ptr, *end = p + word.len;
         p < end && count < STM_TEXT_WORD_MAX;) {
        uint32_t cp;
        unsigned step = stm_text__decode(p, end, &cp);
        if (!step)
            break;
        p += step;
        if (is_invisible(cp)) {
            invisible++;
            continue;
        }
        alone += stands_alone(cp);
        letters[count++] = cp;
    }
    return (invisible && alone == count ? STM_DISGUISE_INVISIBLE : 0) |
           (stm_text__unmask(letters, count) ? STM_DISGUISE_ALIKE : 0);
}
