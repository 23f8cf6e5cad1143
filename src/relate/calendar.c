/* Rows in byte order, found by halving; a filter that is made while stemma is
 * built answers for nearly all words that have none. */
#include "relate/calendar.h"

#include "base/str.h"
#include "relate/time_filter.h"

/* Brings `time_filter` and `day_filter`; made from time_words.inc. */
#include "time_filter.inc"

static const stm_time_word words[] = {
#define TIME_WORD(word, language, class, from, to) \
    {word, language, STM_TIME_##class, from, to},
#include "relate/time_words.inc"
#undef TIME_WORD
};

enum { WORDS = sizeof words / sizeof *words };

/* As stm_str_cmp, without the length of the row: most differ at once. */
static int compare(const char *row, stm_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (row[i] != word.ptr[i] || !row[i])
            return (unsigned char)row[i] < (unsigned char)word.ptr[i] ? -1 : 1;
    return row[word.len] ? 1 : 0;
}

/* The first row whose word is not before `word`. */
static size_t lower_bound(stm_str word)
{
    size_t from = 0, to = WORDS;
    while (from < to) {
        size_t mid = (from + to) / 2;
        if (compare(words[mid].word, word) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

/* "thursday's" is about Thursday. */
static stm_str without_genitive(stm_str word)
{
    if (word.len > 2 && word.ptr[word.len - 1] == 's' &&
        word.ptr[word.len - 2] == '\'')
        word.len -= 2;
    return word;
}

const stm_time_word *stm_relate__time_word(stm_str word, const char *language)
{
    stm_str want = stm_str_of(*language ? language : "en");
    word = without_genitive(word);
    for (size_t i = lower_bound(word); i < WORDS; i++) {
        if (compare(words[i].word, word) != 0)
            break;
        if (words[i].class == STM_TIME_DAY ||
            stm_str_eq(stm_str_of(words[i].language), want))
            return &words[i];
    }
    return NULL;
}

_Static_assert(STM_TIME_BITS <= 1 << STM_LEXICON_HINT_BITS,
               "a hint tells every bit");

static bool passes(const uint64_t *filter, const stm_lexicon *lex,
                   uint32_t word)
{
    uint32_t bit = stm_lexicon_hints(lex)[word] % STM_TIME_BITS;
    return filter[bit / 64] >> bit % 64 & 1;
}

uint32_t stm_relate__next_day(const stm_text *t, const stm_lexicon *lex,
                              uint32_t i)
{
    const uint16_t *hint = stm_lexicon_hints(lex);
    for (; i < t->count; i++) {
        uint32_t bit = hint[t->word[i]] % STM_TIME_BITS;
        if (day_filter[bit / 64] >> bit % 64 & 1)
            break;
    }
    return i;
}

const stm_time_word *stm_relate__time_at(const stm_text *t,
                                         const stm_lexicon *lex, uint32_t i)
{
    if (!passes(time_filter, lex, t->word[i]))
        return NULL;
    const stm_time_word *w =
        stm_relate__time_word(stm_lexicon_word(lex, t->word[i]), t->language);
    if (!w || w->class != STM_TIME_AHEAD_TO)
        return w;
    if (i + 1 >= t->count)
        return NULL;
    stm_str next = stm_lexicon_word(lex, t->word[i + 1]);
    return stm_str_eq(next, STM_LIT("to")) ? w : NULL;
}

stm_time_class stm_relate__time_class(const stm_text *t, const stm_lexicon *lex,
                                      uint32_t i)
{
    const stm_time_word *w = stm_relate__time_at(t, lex, i);
    if (!w)
        return STM_TIME_NONE;
    return w->class == STM_TIME_AHEAD_TO ? STM_TIME_AHEAD : w->class;
}

const char *stm_relate__day_name(int weekday)
{
    static const char *const names[] = {"Sunday",    "Monday",   "Tuesday",
                                        "Wednesday", "Thursday", "Friday",
                                        "Saturday"};
    return weekday >= 0 && weekday < 7 ? names[weekday] : "";
}
