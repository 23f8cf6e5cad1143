/* Runs while stemma is built: prints the table of function words, that of
 * abbreviations or that of the words of formulae as C. Words are listed in
 * their folded form, so that no more than the hash is needed here; tests hold
 * the lists to that. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "text/abbreviations.h"
#include "text/word_hash.h"
#include "text/word_table.h"

static stm_word_slot table[STM_WORD_TABLE_SIZE];
static unsigned used, twice;

static void add(const char *word, size_t len, uint64_t bits)
{
    uint64_t hash = stm_text__hash(word, len);
    uint64_t i = hash % STM_WORD_TABLE_SIZE;
    while (table[i].hash && table[i].hash != hash)
        i = (i + 1) % STM_WORD_TABLE_SIZE;
    used += !table[i].hash;
    twice += table[i].hash != 0;
    table[i].hash = hash;
    table[i].bits |= bits;
}

static void add_all(const char *words, uint64_t bits)
{
    while (*words && used <= STM_WORD_TABLE_SIZE / 2) {
        size_t len = strcspn(words, " ");
        add(words, len, bits);
        words += len + (words[len] == ' ');
    }
}

static void add_function_words(void)
{
    unsigned language = 0;
#define LANGUAGE(code, words) add_all(words, UINT64_C(1) << language++);
#include "text/function_words.inc"
#undef LANGUAGE
}

static void add_abbreviations(void)
{
#define ABBREVIATIONS(bits, words) add_all(words, (bits));
#include "text/abbreviations.inc"
#undef ABBREVIATIONS
}

static void add_formula_words(void)
{
#define LANGUAGE(code, words) add_all(words, 1);
#include "text/formula_words.inc"
#undef LANGUAGE
}

static void print_tags(void)
{
    printf("static const uint16_t tags[STM_WORD_TABLE_SIZE] = {\n");
    for (unsigned i = 0; i < STM_WORD_TABLE_SIZE; i++)
        if (table[i].hash)
            printf("[%u] = 0x%04x,\n", i,
                   (unsigned)stm_text__tag(table[i].hash));
    printf("};\n");
}

static void print_slots(void)
{
    printf("static const stm_word_slot slots[STM_WORD_TABLE_SIZE] = {\n");
    for (unsigned i = 0; i < STM_WORD_TABLE_SIZE; i++)
        if (table[i].hash)
            printf("[%u] = {0x%016llx, 0x%llx},\n", i,
                   (unsigned long long)table[i].hash,
                   (unsigned long long)table[i].bits);
    printf("};\n");
}

int main(int argc, char **argv)
{
    bool abbreviations = argc == 2 && !strcmp(argv[1], "abbreviation");
    if (abbreviations)
        add_abbreviations();
    else if (argc == 2 && !strcmp(argv[1], "formula"))
        add_formula_words();
    else
        add_function_words();
    if (abbreviations && twice) {
        fprintf(stderr, "%u abbreviations are listed twice\n", twice);
        return 1;
    }
    if (used > STM_WORD_TABLE_SIZE / 2) {
        fprintf(stderr, "STM_WORD_TABLE_SIZE is too small for the words\n");
        return 1;
    }
    print_tags();
    print_slots();
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
