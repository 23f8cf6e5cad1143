/* A list a language, of words that every writer uses. It stands in for a model
 * of the language: of two wordings that mean the same, the author's is most
 * often the everyday one. A new language is a list and a row. */
#include "relate/common.h"

#include "base/str.h"

static const char *const english[] = {
#include "relate/common_en.inc"
};

typedef struct list {
    const char *language;
    const char *const *words;
    size_t count;
    const char *const *endings; /* NULL at the end */
} list;

static const char *const english_endings[] = {"'s", "s",   "es", "ed",
                                              "d",  "ing", "ly", NULL};

static const list lists[] = {
    {"en", english, sizeof english / sizeof *english, english_endings},
};

static bool holds(const list *l, stm_str word)
{
    size_t from = 0, to = l->count;
    while (from < to) {
        size_t mid = (from + to) / 2;
        int c = stm_str_cmp(stm_str_of(l->words[mid]), word);
        if (!c)
            return true;
        if (c < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return false;
}

/* "stopped" is "stop", "making" is "make". */
static bool holds_stem(const list *l, stm_str stem)
{
    enum { LONGEST = 20 };
    char with_e[LONGEST + 1];
    if (stem.len < 2 || stem.len >= LONGEST)
        return false;
    if (holds(l, stem))
        return true;
    memcpy(with_e, stem.ptr, stem.len);
    with_e[stem.len] = 'e';
    if (holds(l, (stm_str){with_e, stem.len + 1}))
        return true;
    bool doubled = stem.ptr[stem.len - 1] == stem.ptr[stem.len - 2];
    return doubled && holds(l, (stm_str){stem.ptr, stem.len - 1});
}

static bool ends(stm_str word, stm_str ending)
{
    return word.len > ending.len &&
           !memcmp(word.ptr + word.len - ending.len, ending.ptr, ending.len);
}

int stm_relate__is_common(stm_str word, const char *language)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const list *l = &lists[i];
        if (!stm_str_eq(stm_str_of(l->language), stm_str_of(language)))
            continue;
        if (holds(l, word))
            return 1;
        for (const char *const *e = l->endings; *e; e++) {
            stm_str ending = stm_str_of(*e);
            if (ends(word, ending) &&
                holds_stem(l, (stm_str){word.ptr, word.len - ending.len}))
                return 1;
        }
        return 0;
    }
    return -1;
}
