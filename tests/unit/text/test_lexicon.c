#include "said.h"

static stm_text *make(const char *bytes, const char *language)
{
    stm_words *w = said_scan(bytes);
    stm_text *t;
    stm_range all = {0, (uint32_t)strlen(bytes)};
    assert_int_equal(stm_text_new(&t, w, &all, 1, language, NULL), STM_OK);
    stm_words_free(w);
    return t;
}

static stm_text *add(stm_lexicon *lex, const char *bytes, const char *language)
{
    stm_text *t = make(bytes, language);
    assert_int_equal(stm_lexicon_add(lex, t, NULL), STM_OK);
    return t;
}

static stm_lexicon *open_lexicon(void)
{
    stm_lexicon *lex;
    assert_int_equal(stm_lexicon_new(&lex, NULL), STM_OK);
    return lex;
}

static void assert_word(const stm_lexicon *lex, uint32_t id, const char *word)
{
    stm_str s = stm_lexicon_word(lex, id);
    assert_int_equal(s.len, strlen(word));
    assert_memory_equal(s.ptr, word, s.len);
}

static void words_and_stems_share_dense_ids(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *t = add(lex, "Mill mills MILLING wheel", "en");
    assert_int_equal(stm_lexicon_size(lex), 4);
    assert_int_equal(t->word[0], t->stem[0]);
    assert_int_equal(t->stem[1], t->word[0]);
    assert_int_equal(t->stem[2], t->word[0]);
    assert_word(lex, t->word[0], "mill");
    assert_word(lex, t->word[2], "milling");
    assert_word(lex, t->stem[3], "wheel");
    stm_text_free(t);
    stm_lexicon_free(lex);
}

static void texts_and_occurrences_are_counted(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *a = add(lex, "mill mills mills", "en");
    stm_text *b = add(lex, "Mills wheel", "en");
    stm_text *c = add(lex, "wheel", "en");
    assert_int_equal(stm_lexicon_texts(lex), 3);
    assert_int_equal(stm_lexicon_df(lex, a->stem[1]), 2);
    assert_int_equal(stm_lexicon_df(lex, a->word[1]), 2);
    assert_int_equal(stm_lexicon_df(lex, c->word[0]), 2);
    assert_int_equal(stm_lexicon_cf(lex, a->word[0]), 1);
    assert_int_equal(stm_lexicon_cf(lex, a->word[1]), 3);
    assert_int_equal(stm_lexicon_cf(lex, c->word[0]), 2);
    stm_text_free(a);
    stm_text_free(b);
    stm_text_free(c);
    stm_lexicon_free(lex);
}

static void a_text_is_added_once(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *t = add(lex, "mill", "en");
    stm_error err;
    assert_int_equal(stm_lexicon_add(lex, t, &err), STM_EARG);
    assert_int_equal(stm_lexicon_texts(lex), 1);
    assert_int_equal(stm_lexicon_cf(lex, t->word[0]), 1);
    stm_text_free(t);
    stm_lexicon_free(lex);
}

static void function_words_are_those_of_the_texts_languages(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *en = add(lex, "the mill will die", "en");
    assert_true(stm_lexicon_is_function(lex, en->word[0]));
    assert_false(stm_lexicon_is_function(lex, en->word[1]));
    assert_false(stm_lexicon_is_function(lex, en->word[3]));
    stm_text *de = add(lex, "die Mühle", "de");
    assert_true(stm_lexicon_is_function(lex, en->word[3]));
    assert_false(stm_lexicon_is_function(lex, de->word[1]));
    stm_text *any = add(lex, "les moulins", "");
    assert_true(stm_lexicon_is_function(lex, any->word[0]));
    stm_text_free(en);
    stm_text_free(de);
    stm_text_free(any);
    stm_lexicon_free(lex);
}

static void
function_words_numbers_and_ideographs_are_their_own_stems(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *t = add(lex, "this does 1990s 山", "en");
    for (uint32_t i = 0; i < t->count; i++)
        assert_int_equal(t->word[i], t->stem[i]);
    stm_text_free(t);
    stm_lexicon_free(lex);
}

static void stemmers_follow_the_language(void **state)
{
    (void)state;
    static const char *const forms[][2] = {
        {"en", "bridges bridge"},  {"de", "Brücken Brücke"},
        {"fr", "moulins moulin"},  {"es", "molinos molino"},
        {"it", "mulini mulino"},   {"pt", "moinhos moinho"},
        {"nl", "boeken boek"},     {"sv", "kvarnarna kvarnar"},
        {"da", "møllerne mølle"},  {"no", "møllene mølle"},
        {"fi", "myllyssä myllyt"}, {"hu", "malmok malmokat"},
        {"ro", "morile morilor"},  {"ru", "мельницы мельница"},
        {"tr", "evler evlerin"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        stm_lexicon *lex = open_lexicon();
        stm_text *t = add(lex, forms[i][1], forms[i][0]);
        assert_int_equal(t->count, 2);
        assert_int_equal(t->stem[0], t->stem[1]);
        stm_text_free(t);
        stm_lexicon_free(lex);
    }
}

static void a_language_without_a_stemmer_keeps_its_words(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *t = add(lex, "방앗간은 방앗간", "ko");
    assert_int_equal(t->word[0], t->stem[0]);
    assert_true(t->stem[0] != t->stem[1]);
    stm_text_free(t);
    stm_lexicon_free(lex);
}

static void of_two_texts_it_says_what_these_two_have(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon(), *two;
    stm_text *a = add(lex, "die mill and the die", "en");
    stm_text *other = add(lex, "die mill", "de");
    stm_text *b = add(lex, "the wheel", "en");
    assert_true(stm_lexicon_is_function(lex, a->word[0]));
    assert_int_equal(stm_lexicon_of_two(&two, lex, a, b, NULL), STM_OK);
    assert_int_equal(stm_lexicon_texts(two), 2);
    assert_int_equal(stm_lexicon_df(two, a->word[0]), 1);
    assert_int_equal(stm_lexicon_cf(two, a->word[0]), 2);
    assert_int_equal(stm_lexicon_df(two, b->word[0]), 2);
    assert_false(stm_lexicon_is_function(two, a->word[0]));
    assert_true(stm_lexicon_is_function(two, b->word[0]));
    assert_word(two, b->word[1], "wheel");
    assert_int_equal(stm_lexicon_hash(two, b->word[1]),
                     stm_word_hash((stm_str){"wheel", 5}));
    stm_lexicon_free(two);
    stm_lexicon_free(lex);
    stm_text_free(a);
    stm_text_free(b);
    stm_text_free(other);
}

static void stems_of_a_text_are_numbered_by_first_place(void **state)
{
    (void)state;
    stm_lexicon *lex = open_lexicon();
    stm_text *first = add(lex, "wheel the mill", "en");
    stm_text *t = add(lex, "mills the wheel milling the Wheels", "en");
    static const uint32_t own[] = {0, 1, 2, 0, 1, 2};
    assert_int_equal(t->stem_count, 3);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t id = t->stems[own[i]] & ~STM_STEM_FUNCTION;
        assert_int_equal(t->own_stem[i], own[i]);
        assert_int_equal(id, t->stem[i]);
        assert_int_equal((t->flags[i] & STM_WORD_FUNCTION) != 0, own[i] == 1);
    }
    assert_int_equal((t->stems[1] & STM_STEM_FUNCTION) != 0, true);
    assert_int_equal((t->stems[0] & STM_STEM_FUNCTION) != 0, false);
    stm_text *chinese = add(lex, "\xe6\xb0\xb4\xe7\x81\xab", "zh");
    assert_null(chinese->stems);
    stm_text_free(first);
    stm_text_free(t);
    stm_text_free(chinese);
    stm_lexicon_free(lex);
}

static void many_words_keep_their_ids(void **state)
{
    (void)state;
    enum { WORDS = 20000 };
    char *bytes = malloc(WORDS * 8);
    assert_non_null(bytes);
    size_t used = 0;
    for (unsigned i = 0; i < WORDS; i++)
        used += (size_t)snprintf(bytes + used, 8, "w%u ", i);
    stm_lexicon *lex = open_lexicon();
    stm_text *t = add(lex, bytes, "xx"), *again = add(lex, bytes, "xx");
    assert_int_equal(stm_lexicon_size(lex), WORDS);
    for (uint32_t i = 0; i < WORDS; i++) {
        assert_int_equal(t->word[i], i);
        assert_int_equal(again->word[i], i);
        assert_int_equal(stm_lexicon_df(lex, i), 2);
    }
    assert_word(lex, 12345, "w12345");
    stm_text_free(t);
    stm_text_free(again);
    stm_lexicon_free(lex);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_stems_share_dense_ids),
        cmocka_unit_test(texts_and_occurrences_are_counted),
        cmocka_unit_test(a_text_is_added_once),
        cmocka_unit_test(function_words_are_those_of_the_texts_languages),
        cmocka_unit_test(
            function_words_numbers_and_ideographs_are_their_own_stems),
        cmocka_unit_test(stemmers_follow_the_language),
        cmocka_unit_test(a_language_without_a_stemmer_keeps_its_words),
        cmocka_unit_test(of_two_texts_it_says_what_these_two_have),
        cmocka_unit_test(stems_of_a_text_are_numbered_by_first_place),
        cmocka_unit_test(many_words_keep_their_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
