/* Runs while stemma is built: prints the filters of words that tell the time,
 * and of those that are days, as C. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "relate/time_filter.h"
#include "text/word_hash.h"

typedef struct filter {
    uint64_t bits[STM_TIME_BITS / 64];
} filter;

static void add(filter *f, const char *word)
{
    uint64_t bit = stm_text__hash(word, strlen(word)) % STM_TIME_BITS;
    f->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static void print(const filter *f, const char *name)
{
    printf("static const uint64_t %s[STM_TIME_BITS / 64] = {\n", name);
    for (unsigned i = 0; i < STM_TIME_BITS / 64; i++)
        printf("0x%016llx,\n", (unsigned long long)f->bits[i]);
    printf("};\n");
}

typedef struct time_word {
    const char *plain, *owner; /* and with 's */
    bool is_day;
} time_word;

#define TIME_WORD(word, language, class, from, to) \
    {word, word "'s", !strcmp(#class, "DAY")},

int main(void)
{
    static filter all, days;
    const time_word words[] = {
#include "relate/time_words.inc"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        add(&all, words[i].plain);
        add(&all, words[i].owner);
        if (!words[i].is_day)
            continue;
        add(&days, words[i].plain);
        add(&days, words[i].owner);
    }
    print(&all, "time_filter");
    print(&days, "day_filter");
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
