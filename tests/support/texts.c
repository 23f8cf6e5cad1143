#include "texts.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#undef NDEBUG

const stm_text *test_text_add(test_texts *t, const char *text)
{
    stm_words *w = NULL;
    stm_str bytes = {text, strlen(text)};
    stm_range all = {0, (uint32_t)bytes.len};
    if (!t->lex && stm_lexicon_new(&t->lex, NULL) != STM_OK)
        abort();
    if (stm_words_scan(&w, bytes, NULL) != STM_OK)
        abort();
    const char *language = stm_language_guess(w, (stm_span){0, w->count});
    stm_text **slot = &t->text[t->count++];
    if (stm_text_new(slot, w, &all, 1, language, NULL) != STM_OK ||
        stm_lexicon_add(t->lex, *slot, NULL) != STM_OK)
        abort();
    stm_words_free(w);
    return *slot;
}

void test_texts_free(test_texts *t)
{
    for (unsigned i = 0; i < t->count; i++)
        stm_text_free(t->text[i]);
    stm_lexicon_free(t->lex);
    *t = (test_texts){0};
}

stm_str test_text_of(const stm_text *t, stm_span s)
{
    if (s.from >= s.to)
        return (stm_str){"", 0};
    uint32_t start = t->at[s.from].start, end = t->at[s.to - 1].end;
    return (stm_str){t->bytes.ptr + start, end - start};
}

char *test_many(const char *part, unsigned parts)
{
    size_t room = (strlen(part) + 12) * parts + 1, used = 0;
    char *all = malloc(room);
    if (!all)
        abort();
    for (unsigned i = 0; i < parts; i++)
        used += (size_t)snprintf(all + used, room - used, part, i);
    return all;
}
