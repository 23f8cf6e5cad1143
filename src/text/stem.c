#include "text/stem.h"

#include <string.h>

#include <libstemmer.h>

typedef struct algorithm {
    const char *language, *name;
} algorithm;

/* By name, not by code, so that a library without the language can be told
 * from one that ran out of memory. */
static const algorithm algorithms[] = {
    {"ar", "arabic"},     {"ca", "catalan"},   {"da", "danish"},
    {"de", "german"},     {"el", "greek"},     {"en", "english"},
    {"es", "spanish"},    {"et", "estonian"},  {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},    {"ga", "irish"},
    {"hi", "hindi"},      {"hu", "hungarian"}, {"hy", "armenian"},
    {"id", "indonesian"}, {"it", "italian"},   {"lt", "lithuanian"},
    {"nb", "norwegian"},  {"ne", "nepali"},    {"nl", "dutch"},
    {"nn", "norwegian"},  {"no", "norwegian"}, {"pl", "polish"},
    {"pt", "portuguese"}, {"ro", "romanian"},  {"ru", "russian"},
    {"sr", "serbian"},    {"sv", "swedish"},   {"ta", "tamil"},
    {"tr", "turkish"},    {"yi", "yiddish"},
};

static const char *algorithm_of(const char *language)
{
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
        if (!strcmp(algorithms[i].language, language))
            return algorithms[i].name;
    return NULL;
}

static bool is_built_in(const char *name)
{
    for (const char **have = sb_stemmer_list(); *have; have++)
        if (!strcmp(*have, name))
            return true;
    return false;
}

stm_status stm_text__stemmer_new(stm_stemmer **out, const char *language,
                                 stm_error *err)
{
    const char *name = algorithm_of(language);
    *out = NULL;
    if (!name || !is_built_in(name))
        return STM_OK;
    *out = sb_stemmer_new(name, "UTF_8");
    return *out ? STM_OK
                : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                           "out of memory for the %s stemmer", name);
}

void stm_text__stemmer_free(stm_stemmer *s) { sb_stemmer_delete(s); }

stm_str stm_text__stem(stm_stemmer *s, stm_str folded)
{
    if (!s)
        return folded;
    const sb_symbol *stem =
        sb_stemmer_stem(s, (const sb_symbol *)folded.ptr, (int)folded.len);
    if (!stem)
        return (stm_str){NULL, 0};
    int len = sb_stemmer_length(s);
    /* A stemmer may take a whole word away; such a word is its own stem. */
    return len > 0 ? (stm_str){(const char *)stem, (size_t)len} : folded;
}
