/* The language of a stretch of words: by script where a script belongs to one
 * language, else by function words. A function word of k languages counts 1/k
 * for each, so that words of one language decide between neighbours. */
#include "text/language.h"

#include <string.h>

#include "text/function_words.h"
#include "text/weights.h"
#include "text/utf8.h"

typedef struct script {
    uint32_t first, last;
    char code[3];
} script;

/* Scripts that one language writes, at least in nearly all texts met. Han and
 * kana come first: they are told apart below. */
enum { KANA, HAN };
static const script scripts[] = {
    {0x3041, 0x30ff, "ja"}, {0x4e00, 0x9fff, "zh"}, {0xac00, 0xd7a3, "ko"},
    {0x0370, 0x03ff, "el"}, {0x1f00, 0x1fff, "el"}, {0x0530, 0x058f, "hy"},
    {0x0590, 0x05ff, "he"}, {0x0980, 0x09ff, "bn"}, {0x0a00, 0x0a7f, "pa"},
    {0x0a80, 0x0aff, "gu"}, {0x0b00, 0x0b7f, "or"}, {0x0b80, 0x0bff, "ta"},
    {0x0c00, 0x0c7f, "te"}, {0x0c80, 0x0cff, "kn"}, {0x0d00, 0x0d7f, "ml"},
    {0x0d80, 0x0dff, "si"}, {0x0e00, 0x0e7f, "th"}, {0x0e80, 0x0eff, "lo"},
    {0x0f00, 0x0fff, "bo"}, {0x1000, 0x109f, "my"}, {0x10a0, 0x10ff, "ka"},
    {0x1200, 0x137f, "am"}, {0x1780, 0x17ff, "km"},
};
enum { SCRIPTS = sizeof scripts / sizeof *scripts };

typedef struct tally {
    double score[STM_TEXT_LANGUAGES_MAX];
    uint32_t hits[STM_TEXT_LANGUAGES_MAX];
    uint32_t script[SCRIPTS];
    uint32_t words;
} tally;

static void count_script(tally *t, const stm_words *w, uint32_t i)
{
    enum { LEAST = 0xcd /* the first byte of U+0370 */ };
    const char *p = w->bytes.ptr + w->at[i].start;
    uint32_t cp = 0;
    if ((unsigned char)*p < LEAST)
        return;
    stm_text__decode(p, w->bytes.ptr + w->at[i].end, &cp);
    for (unsigned k = 0; k < SCRIPTS; k++)
        if (cp >= scripts[k].first && cp <= scripts[k].last)
            t->script[k]++;
}

/* Few words belong to many languages. */
static unsigned count_bits(uint64_t set)
{
    unsigned n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static void count_languages(tally *t, uint64_t languages, unsigned times)
{
    double share = (double)times / count_bits(languages);
    for (; languages; languages &= languages - 1) {
        int k = __builtin_ctzll(languages);
        t->score[k] += share;
        t->hits[k] += times;
    }
}

/* Counts the words from `from` on, each `step` behind the last. */
static void count_words(tally *t, const stm_words *w, uint32_t from,
                        uint32_t to, uint32_t step)
{
    stm_function_counts c;
    stm_text__function_counts_start(&c);
    t->words = (to - from + step - 1) / step;
    stm_text__count_function_words(&c, w->hash + from, t->words, step);
    for (unsigned k = 0; k < c.count; k++)
        count_languages(t, stm_text__languages_at(c.met[k]), c.times[c.met[k]]);
    for (uint64_t i = from; i < to; i += step)
        count_script(t, w, (uint32_t)i);
}

static const char *by_script(const tally *t)
{
    uint32_t east_asian = t->script[KANA] + t->script[HAN];
    if (east_asian * (uint64_t)100 > t->words * STM_TEXT_SCRIPT_PERCENT)
        return t->script[KANA] * 10 > east_asian ? "ja" : "zh";
    for (unsigned k = 0; k < SCRIPTS; k++)
        if (t->script[k] * (uint64_t)100 > t->words * STM_TEXT_SCRIPT_PERCENT)
            return scripts[k].code;
    return "";
}

static const char *by_function_words(const tally *t)
{
    unsigned best = 0;
    for (unsigned k = 1; k < stm_text__language_count(); k++)
        if (t->score[k] > t->score[best])
            best = k;
    bool stands_out =
        t->hits[best] >= STM_TEXT_LANGUAGE_HITS &&
        t->hits[best] * (uint64_t)100 >= t->words * STM_TEXT_LANGUAGE_PERCENT;
    return stands_out ? stm_text__language_code(best) : "";
}

const char *stm_text__language(const stm_words *w, stm_span span,
                               uint32_t sample)
{
    tally t;
    memset(&t, 0, sizeof t);
    uint32_t to = span.to < w->count ? span.to : w->count;
    uint32_t step = span.from < to ? (to - span.from) / sample + 1 : 1;
    if (span.from < to)
        count_words(&t, w, span.from, to, step);
    const char *code = by_script(&t);
    return *code ? code : by_function_words(&t);
}

const char *stm_language_guess(const stm_words *w, stm_span span)
{
    return stm_text__language(w, span, STM_TEXT_LANGUAGE_SAMPLE);
}
