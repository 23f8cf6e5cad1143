/* Any bytes through words, text and lexicon: words are sorted, disjoint, whole
 * characters and hash as their bytes do; sentences hold all tokens; ids lead to
 * the folded words and back. The first byte chooses language and content. */
#include <stemma/text.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static bool is_boundary(stm_str s, uint32_t byte)
{
    return byte == s.len || (s.ptr[byte] & 0xc0) != 0x80;
}

static stm_str bytes_of(const stm_words *w, uint32_t i)
{
    stm_range at = w->at[i];
    return (stm_str){w->bytes.ptr + at.start, at.end - at.start};
}

static void check_words(const stm_words *w)
{
    uint32_t last = 0;
    char folded[2048], cut[4];
    for (uint32_t i = 0; i < w->count; i++) {
        stm_range at = w->at[i];
        must(at.start >= last && at.start < at.end && at.end <= w->bytes.len);
        must(is_boundary(w->bytes, at.start) && is_boundary(w->bytes, at.end));
        must(w->hash[i] && w->hash[i] == stm_word_hash(bytes_of(w, i)));
        size_t len = stm_words_folded(w, i, folded, sizeof folded);
        must(len && len == strlen(folded));
        must(stm_words_folded(w, i, cut, sizeof cut) < sizeof cut);
        must(i || w->flags[0] & STM_WORD_SENTENCE);
        must(!(w->flags[i] & STM_WORD_PARAGRAPH) ||
             (w->flags[i] & STM_WORD_SENTENCE && w->flags[i] & STM_WORD_LINE));
        last = at.end;
    }
    must(strlen(stm_language_guess(w, (stm_span){0, w->count})) <= 2);
}

/* Content that leaves out a piece in the middle, at whole words. */
static size_t choose(stm_range content[2], const stm_words *w, uint8_t choice)
{
    uint32_t len = (uint32_t)w->bytes.len, third = w->count / 3;
    if (choice & 1 || !third) {
        content[0] = (stm_range){0, len};
        return 1;
    }
    content[0] = (stm_range){0, w->at[third].start};
    content[1] = (stm_range){w->at[2 * third].start, len};
    return 2;
}

static void check_text(const stm_text *t)
{
    uint32_t next = 0;
    for (uint32_t k = 0; k < t->sentence_count; k++) {
        must(t->sentence[k].from == next && t->sentence[k].to > next);
        must(t->flags[next] & STM_WORD_SENTENCE);
        for (next++; next < t->sentence[k].to; next++)
            must(!(t->flags[next] & STM_WORD_SENTENCE));
    }
    must(next == t->count);
    for (uint32_t i = 1; i < t->count; i++)
        must(t->at[i].start >= t->at[i - 1].end && t->gap[i] >= t->gap[i - 1]);
}

static void check_ids(const stm_lexicon *lex, const stm_text *t)
{
    uint64_t sum = 0;
    uint32_t ids = stm_lexicon_size(lex);
    for (uint32_t i = 0; i < t->count; i++) {
        stm_str bytes = {t->bytes.ptr + t->at[i].start,
                         t->at[i].end - t->at[i].start};
        stm_str word = stm_lexicon_word(lex, t->word[i]);
        must(t->word[i] < ids && t->stem[i] < ids);
        must(word.len && stm_lexicon_word(lex, t->stem[i]).len);
        must(stm_word_hash(bytes) == stm_word_hash(word) ||
             word.len > bytes.len);
    }
    for (uint32_t id = 0; id < ids; id++) {
        must(stm_lexicon_df(lex, id) == 1);
        sum += stm_lexicon_cf(lex, id);
    }
    must(sum == t->count);
}

static void check_all(const stm_words *w, uint8_t choice)
{
    static const char *const languages[] = {"en", "de", "ru", "tr",
                                            "ar", "el", "zh", ""};
    stm_range content[2];
    size_t count = choose(content, w, choice);
    stm_text *t;
    stm_lexicon *lex;
    must(
        !stm_text_new(&t, w, content, count, languages[choice >> 1 & 7], NULL));
    check_text(t);
    must(!stm_lexicon_new(&lex, NULL) && !stm_lexicon_add(lex, t, NULL));
    check_ids(lex, t);
    stm_lexicon_free(lex);
    stm_text_free(t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    stm_words *w;
    stm_str s = {(const char *)data + 1, size - 1};
    stm_status rc = stm_words_scan(&w, s, NULL);
    must(rc == STM_OK || rc == STM_EARG);
    if (rc)
        return 0;
    check_words(w);
    check_all(w, data[0]);
    stm_words_free(w);
    return 0;
}
