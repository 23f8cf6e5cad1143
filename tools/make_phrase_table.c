/* Runs while stemma is built: prints phrase_table.inc. Phrases are listed in
 * their folded form, so that no more than the hash is needed here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/word_hash.h"
#include "page/phrases.h"

enum { FILTER_SIZE = 65536, TABLE_SIZE = 8192, ENTRIES = 8192, WORDS = 16384 };

typedef struct entry {
    uint64_t first;
    stm_phrase phrase;
} entry;

static entry entries[ENTRIES];
static unsigned entry_count;
static uint64_t rests[WORDS];
static unsigned rest_count;

/* A character of a script without spaces is a word of its own. */
static size_t word_length(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    bool spaceless = c >= 0xe2 && c < 0xea;
    if (spaceless)
        return 3;
    size_t n = 0;
    while (p + n < end && p[n] != ' ' &&
           !((unsigned char)p[n] >= 0xe2 && (unsigned char)p[n] < 0xea))
        n++;
    return n;
}

static void add(const char *p, size_t len, unsigned mark, unsigned use)
{
    const char *end = p + len;
    entry *e = &entries[entry_count++];
    e->phrase =
        (stm_phrase){(uint16_t)rest_count, 0, (uint8_t)mark, (uint8_t)use};
    while (p < end && rest_count < WORDS) {
        size_t n = word_length(p, end);
        uint64_t hash = stm_text__hash(p, n);
        if (e->phrase.length++)
            rests[rest_count++] = hash;
        else
            e->first = hash;
        p += n;
        while (p < end && *p == ' ')
            p++;
    }
}

static void add_all(unsigned mark, unsigned use, const char *list)
{
    while (*list && entry_count < ENTRIES) {
        size_t len = strcspn(list, "|");
        add(list, len, mark, use);
        list += len + (list[len] == '|');
    }
}

/* By first word, longest first; of two marks of one phrase the surer. */
static int compare(const void *x, const void *y)
{
    const entry *a = x, *b = y;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->phrase.length != b->phrase.length)
        return b->phrase.length - a->phrase.length;
    if (a->phrase.use != b->phrase.use)
        return b->phrase.use - a->phrase.use;
    return a->phrase.rest < b->phrase.rest ? -1 : 1;
}

static bool print_table(void)
{
    static bool taken[TABLE_SIZE];
    unsigned used = 0;
    printf("enum { TABLE_SIZE = %d };\n"
           "static const slot table[TABLE_SIZE + 1] = {\n",
           TABLE_SIZE);
    for (unsigned i = 0, n; i < entry_count; i += n) {
        uint32_t marks = 0;
        for (n = 0; i + n < entry_count; n++) {
            if (entries[i + n].first != entries[i].first)
                break;
            marks |= STM_MARK_BIT(entries[i + n].phrase.mark);
        }
        uint64_t at = entries[i].first & (TABLE_SIZE - 1);
        while (taken[at])
            at = (at + 1) & (TABLE_SIZE - 1);
        taken[at] = true;
        if (++used > TABLE_SIZE / 2 || n > UINT8_MAX)
            return false;
        printf("[%u] = {0x%016llx, {0x%x, %u, %u}},\n", (unsigned)at,
               (unsigned long long)entries[i].first, (unsigned)marks, i, n);
    }
    printf("};\n");
    return true;
}

/* By the first phrase of a word: what the word may begin. */
static void print_begins(void)
{
    printf("static const uint64_t begins[%u] = {\n", entry_count);
    for (unsigned i = 0, first = 0; i <= entry_count; i++) {
        static uint64_t bits;
        if (i &&
            (i == entry_count || entries[i].first != entries[first].first)) {
            printf("[%u] = 0x%016llx,\n", first, (unsigned long long)bits);
            first = i;
            bits = 0;
        }
        if (i < entry_count)
            bits |= entries[i].phrase.length == 1
                        ? STM_MARK_BIT(entries[i].phrase.mark)
                        : stm_page__second_bit(rests[entries[i].phrase.rest]);
    }
    printf("};\n");
}

/* A bit for each first word, by other bits of its hash: few words start a
 * phrase, and this fits where it is read at once. */
static void print_filter(void)
{
    static uint64_t filter[FILTER_SIZE / 64];
    for (unsigned i = 0; i < entry_count; i++) {
        uint64_t bit = entries[i].first >> 32 & (FILTER_SIZE - 1);
        filter[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    printf("enum { FILTER_SIZE = %d };\n"
           "static const uint64_t filter[FILTER_SIZE / 64] = {\n",
           FILTER_SIZE);
    for (unsigned i = 0; i < FILTER_SIZE / 64; i++)
        printf("0x%016llx,\n", (unsigned long long)filter[i]);
    printf("};\n");
}

static void print_phrases(void)
{
    printf("static const stm_phrase phrases[] = {\n");
    for (unsigned i = 0; i < entry_count; i++) {
        stm_phrase p = entries[i].phrase;
        printf("{%u, %u, %u, %u},\n", p.rest, p.length, p.mark, p.use);
    }
    printf("};\nstatic const uint64_t words[] = {\n");
    for (unsigned i = 0; i < rest_count; i++)
        printf("0x%016llx,\n", (unsigned long long)rests[i]);
    printf("0};\n");
}

int main(void)
{
#define PHRASES(mark, use, language, list) add_all(mark, use, list);
#include "page/phrases_all.inc"
#undef PHRASES
    if (entry_count == ENTRIES || rest_count == WORDS)
        return 1;
    qsort(entries, entry_count, sizeof *entries, compare);
    if (!print_table())
        return 1;
    print_begins();
    print_filter();
    print_phrases();
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
