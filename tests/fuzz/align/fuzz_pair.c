/* Two texts, split at the first 0xFF byte: whatever they hold, passages are
 * sorted, disjoint and inside, and the other order gives the mirror image. */
#include <stemma/align.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static stm_text *text_of(const char *bytes, size_t len)
{
    stm_words *w = NULL;
    stm_text *t = NULL;
    stm_range all = {0, (uint32_t)len};
    if (stm_words_scan(&w, (stm_str){bytes, len}, NULL) == STM_OK)
        must(stm_text_new(&t, w, &all, 1, "en", NULL) == STM_OK);
    stm_words_free(w);
    return t;
}

static void check_passages(const stm_alignment *x, const stm_text *a,
                           const stm_text *b)
{
    uint32_t last = 0, sum_a = 0, sum_b = 0;
    for (size_t k = 0; k < x->passage_count; k++) {
        stm_passage p = x->passages[k];
        must(p.a.from >= last && p.a.from < p.a.to && p.a.to <= a->count);
        must(p.b.from < p.b.to && p.b.to <= b->count);
        must(p.similarity > 0 && p.similarity <= 1);
        last = p.a.to;
        sum_a += p.a.to - p.a.from;
        sum_b += p.b.to - p.b.from;
    }
    must(sum_a == x->covered_a && sum_b == x->covered_b);
}

static void check_pair(const stm_text *a, const stm_text *b,
                       const stm_lexicon *lex)
{
    stm_alignment *x = NULL, *y = NULL;
    must(stm_align(&x, a, b, lex, NULL, NULL) == STM_OK);
    must(stm_align(&y, b, a, lex, NULL, NULL) == STM_OK);
    check_passages(x, a, b);
    must(x->covered_a == y->covered_b && x->covered_b == y->covered_a);
    must(x->change_count == y->change_count);
    stm_alignment_free(x);
    stm_alignment_free(y);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *cut = size ? memchr(data, 0xFF, size) : NULL;
    size_t left = cut ? (size_t)(cut - data) : size;
    const char *right = cut ? (const char *)cut + 1 : "";
    stm_lexicon *lex = NULL;
    stm_text *a = text_of((const char *)data, left);
    stm_text *b = text_of(right, cut ? size - left - 1 : 0);
    if (a && b && stm_lexicon_new(&lex, NULL) == STM_OK) {
        must(stm_lexicon_add(lex, a, NULL) == STM_OK);
        must(stm_lexicon_add(lex, b, NULL) == STM_OK);
        check_pair(a, b, lex);
    }
    stm_text_free(a);
    stm_text_free(b);
    stm_lexicon_free(lex);
    return 0;
}
