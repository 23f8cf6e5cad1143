/* The kernel of processors without vectors that are known here: words of ASCII
 * letters and digits with nothing beside them that might join them to others.
 */
#include "text/chars.h"
#include "text/fold.h"
#include "text/runs.h"
#include "text/word_hash.h"

static stm_char class_of(char byte)
{
    return (stm_char)stm_text__byte[(unsigned char)byte];
}

/* Where the letters and digits from `i` on end. */
static size_t end_of_word(const char *bytes, size_t i, size_t past)
{
    while (i < past && stm_text__is_ascii_word(bytes[i]))
        i++;
    return i;
}

/* Whether a word that ends at `end` may go on. */
static bool may_go_on(const char *end)
{
    stm_char c = class_of(*end);
    bool joins = c != STM_CHAR_OTHER && c != STM_CHAR_UNREAD &&
                 class_of(end[1]) != STM_CHAR_OTHER;
    return c == STM_CHAR_UNREAD || joins;
}

static uint64_t hash_ascii(const char *word, size_t len)
{
    char folded[STM_RUNS_WINDOW];
    for (size_t i = 0; i < len; i++)
        folded[i] = (char)(word[i] | ' ');
    return stm_text__hash(folded, len);
}

static stm_runs_read read_runs(uint64_t *hash, stm_range *at, const char *bytes,
                               size_t size, uint32_t base)
{
    stm_runs_read read = {0};
    while (read.end < size && !read.mixed) {
        size_t i = read.end, end = end_of_word(bytes, i, i + STM_RUNS_WINDOW);
        if (end == i && class_of(bytes[i]) != STM_CHAR_UNREAD) {
            read.end++;
        } else if (end == i || end == i + STM_RUNS_WINDOW ||
                   may_go_on(bytes + end)) {
            read.mixed = SIZE_MAX;
        } else {
            if (at)
                at[read.words] =
                    (stm_range){base + (uint32_t)i, base + (uint32_t)end};
            hash[read.words++] = hash_ascii(bytes + i, end - i);
            read.end = end;
        }
    }
    return read;
}

const stm_text_kernel stm_text__scalar = {read_runs, stm_text__hash};
