/* What was made of a literal, written down so that a test can compare it. */
#ifndef STM_TEST_SAID_H
#define STM_TEST_SAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <stemma/text.h>

static inline stm_words *said_scan(const char *text)
{
    stm_words *w;
    stm_error err;
    stm_str s = {text, strlen(text)};
    assert_int_equal(stm_words_scan(&w, s, &err), STM_OK);
    return w;
}

/* The folded words with one space between, in a buffer of the caller's. */
static inline const char *said_words(const char *text, char *buf, size_t size)
{
    stm_words *w = said_scan(text);
    size_t used = 0;
    buf[0] = '\0';
    for (uint32_t i = 0; i < w->count; i++) {
        if (i)
            used += (size_t)snprintf(buf + used, size - used, " ");
        used += stm_words_folded(w, i, buf + used, size - used);
    }
    stm_words_free(w);
    return buf;
}

/* Each sentence as captured, trimmed to its words, in square brackets. */
static inline const char *said_sentences(const char *text, char *buf,
                                         size_t size)
{
    stm_words *w = said_scan(text);
    size_t used = 0;
    for (uint32_t i = 0; i < w->count && used < size; i++) {
        uint32_t k = i;
        while (k + 1 < w->count && !(w->flags[k + 1] & STM_WORD_SENTENCE))
            k++;
        int len = (int)(w->at[k].end - w->at[i].start);
        used += (size_t)snprintf(buf + used, size - used, "[%.*s]", len,
                                 text + w->at[i].start);
        i = k;
    }
    stm_words_free(w);
    return buf;
}

static inline void assert_words(const char *text, const char *words)
{
    char buf[4096];
    assert_string_equal(said_words(text, buf, sizeof buf), words);
}

static inline void assert_sentences(const char *text, const char *sentences)
{
    char buf[4096];
    assert_string_equal(said_sentences(text, buf, sizeof buf), sentences);
}

/* Each of the words, which one space parts, is its own folding. */
static inline void assert_listed_folded(const char *words)
{
    while (*words) {
        size_t len = strcspn(words, " ");
        char word[64], folded[64];
        snprintf(word, sizeof word, "%.*s", (int)len, words);
        stm_words *w = said_scan(word);
        assert_int_equal(w->count, 1);
        stm_words_folded(w, 0, folded, sizeof folded);
        assert_string_equal(folded, word);
        stm_words_free(w);
        words += len + (words[len] == ' ');
    }
}

#endif
