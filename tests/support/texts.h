/* Texts of one lexicon from literals, for tests. */
#ifndef STM_TEST_TEXTS_H
#define STM_TEST_TEXTS_H

#include <stemma/align.h>

enum { TEST_TEXTS = 8 };

typedef struct test_texts {
    stm_lexicon *lex;
    stm_text *text[TEST_TEXTS];
    unsigned count;
} test_texts;

/* Adds a text (borrowed) whose whole is content; asserts on failure. */
const stm_text *test_text_add(test_texts *t, const char *text);
void test_texts_free(test_texts *t);

/* The bytes of tokens [s) of `t`, as captured. */
stm_str test_text_of(const stm_text *t, stm_span s);
/* `parts` copies of `part`, each with its number written in; malloc'd. */
char *test_many(const char *part, unsigned parts);

#endif
