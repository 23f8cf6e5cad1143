/* The rules of the one tokeniser once more, as plainly as they can be written
 * and without tables or kernels: what the fast way is held to. */
#ifndef STM_TEST_PLAIN_WORDS_H
#define STM_TEST_PLAIN_WORDS_H

#include <stemma/text.h>

#include "text/chars.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word_hash.h"

static inline stm_char plain_class(const char *p, const char *end, uint32_t *cp,
                                   unsigned *len)
{
    *cp = 0;
    *len = p < end ? stm_text__decode(p, end, cp) : 0;
    return *len ? stm_text__char_slow(*cp) : STM_CHAR_OTHER;
}

static inline bool plain_is_single(const char *p, const char *end)
{
    uint32_t cp;
    unsigned len;
    if (plain_class(p, end, &cp, &len) != STM_CHAR_LETTER)
        return false;
    stm_char after = plain_class(p + len, end, &cp, &len);
    return after != STM_CHAR_LETTER && after != STM_CHAR_DIGIT &&
           after != STM_CHAR_MARK && after != STM_CHAR_APOSTROPHE;
}

/* The end of the word at `p`, whose first character has class `first`. */
static inline const char *plain_end(const char *p, const char *end,
                                    stm_char first)
{
    const char *start = p;
    stm_char last = first;
    uint32_t last_cp = 0, cp, next_cp;
    unsigned letters = 0, len, next_len;
    for (;; p += len) {
        stm_char c = plain_class(p, end, &cp, &len);
        if (!len || p + len - start > STM_TEXT_WORD_MAX)
            return p;
        stm_char next = plain_class(p + len, end, &next_cp, &next_len);
        bool both = last == STM_CHAR_LETTER && next == STM_CHAR_LETTER;
        bool digits = last == STM_CHAR_DIGIT && next == STM_CHAR_DIGIT;
        bool joins =
            (c == STM_CHAR_APOSTROPHE && (both || digits)) ||
            (c == STM_CHAR_COMMA && digits) || (c == STM_CHAR_MIDDOT && both) ||
            (c == STM_CHAR_POINT &&
             (digits ||
              (both && letters == 1 && plain_is_single(p + len, end)))) ||
            (c == STM_CHAR_QUOTE && both && stm_text__is_hebrew(last_cp) &&
             stm_text__is_hebrew(next_cp));
        if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT) {
            if (first == STM_CHAR_IDEOGRAPH)
                return p;
            last = c, last_cp = cp;
            letters += c == STM_CHAR_LETTER;
        } else if (c == STM_CHAR_IDEOGRAPH ? p > start
                                           : c != STM_CHAR_MARK && !joins) {
            return p;
        } else if (joins) {
            letters = 0;
        }
    }
}

/* The words of `text` into arrays with room for all; false where the text is
 * not UTF-8. */
static inline bool plain_words(stm_str text, uint64_t *hash, stm_range *at,
                               size_t *count)
{
    const char *p = text.ptr, *end = p + text.len;
    bool cut = false;
    *count = 0;
    while (p < end) {
        char folded[STM_TEXT_FOLD_MAX];
        uint32_t cp;
        unsigned len;
        stm_char c = plain_class(p, end, &cp, &len);
        if (!len)
            return false;
        if (c != STM_CHAR_LETTER && c != STM_CHAR_DIGIT &&
            c != STM_CHAR_IDEOGRAPH && !(c == STM_CHAR_MARK && cut)) {
            cut = false;
            p += len;
            continue;
        }
        const char *stop = plain_end(p, end, c);
        size_t n =
            stm_text__fold_slow((stm_str){p, (size_t)(stop - p)}, folded);
        if (n) {
            at[*count] = (stm_range){(uint32_t)(p - text.ptr),
                                     (uint32_t)(stop - text.ptr)};
            hash[(*count)++] = stm_text__hash(folded, n);
        }
        cut = stop - p > STM_TEXT_WORD_MAX - 4;
        p = stop;
    }
    return true;
}

#endif
