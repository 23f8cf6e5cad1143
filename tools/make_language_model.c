/* Makes the model of a language's words that src/relate/model.c reads:
 *
 *     make_language_model WORDS PAIRS >src/relate/model_en.bin
 *
 * WORDS has a word and how often it was counted a line, PAIRS two words and how
 * often they were counted one behind the other. The English model was made from
 * the lists that symspellpy 6.10.1 carries (frequency_dictionary_en_82_765.txt,
 * frequency_bigramdictionary_en_243_342.txt; MIT), which its authors took from
 * the Google Books n-grams (CC BY 3.0) for the words of SCOWL.
 *
 * The form, little-endian: "STMLM1", the cost of a word that is not in it, a
 * zero, the number of words, the number of pairs; the words' hashes, ascending,
 * and their costs; the same of the pairs. A cost is a negative log-probability
 * in twelfths of a nat. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum { MOST = 1 << 20, LONGEST = 64, STEPS = 12, SAMPLE = 200 };

typedef struct row {
    char word[2][LONGEST];
    double count;
    uint32_t hash;
    unsigned char cost;
} row;

typedef struct list {
    row *rows;
    uint32_t count;
    double total;
} list;

static void fail(const char *what)
{
    fprintf(stderr, "make_language_model: %s\n", what);
    exit(2);
}

static uint64_t key(const char *word)
{
    return stm_hash_bytes(word, strlen(word));
}

/* Lines of `columns` words and a count; a mark at the start of the file is
 * passed over. */
static void read_list(list *l, const char *path, int columns)
{
    FILE *in = fopen(path, "rb");
    l->rows = calloc(MOST, sizeof *l->rows);
    if (!in || !l->rows)
        fail(strerror(errno));
    if (getc(in) != 0xef || getc(in) != 0xbb || getc(in) != 0xbf)
        rewind(in);
    while (l->count < MOST) {
        row *r = &l->rows[l->count];
        bool whole = fscanf(in, "%63s", r->word[0]) == 1 &&
                     (columns < 2 || fscanf(in, "%63s", r->word[1]) == 1) &&
                     fscanf(in, "%lf", &r->count) == 1;
        if (!whole)
            break;
        uint64_t first = key(r->word[0]);
        r->hash =
            (uint32_t)(columns < 2 ? first
                                   : stm_hash_pair(first, key(r->word[1])));
        l->total += r->count;
        l->count++;
    }
    fclose(in);
}

static int by_hash(const void *x, const void *y)
{
    const row *a = x, *b = y;
    return (a->hash > b->hash) - (a->hash < b->hash);
}

static int by_count(const void *x, const void *y)
{
    const row *a = x, *b = y;
    return (a->count < b->count) - (a->count > b->count);
}

static int ascending(const void *x, const void *y)
{
    const double *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

static unsigned char cost(double probability)
{
    double steps = -log(probability) * STEPS;
    return (unsigned char)(steps < 1 ? 1 : steps > 255 ? 255 : steps + .5);
}

static const row *find(const list *l, uint32_t hash)
{
    row wanted = {.hash = hash};
    return bsearch(&wanted, l->rows, l->count, sizeof *l->rows, by_hash);
}

/* The pairs were counted in another collection than the words, and the rare
 * ones left out. Taken is the size at which, for three in four of the commonest
 * words, the pairs that begin with one make up nine tenths of it or less. */
static double pairs_in_all(const list *words, const list *pairs)
{
    static double ratio[SAMPLE];
    list common = {calloc(words->count, sizeof(row)), words->count, 0};
    if (!common.rows || words->count < SAMPLE)
        fail("too few words");
    memcpy(common.rows, words->rows, words->count * sizeof(row));
    qsort(common.rows, common.count, sizeof(row), by_count);
    for (uint32_t i = 0; i < SAMPLE; i++) {
        for (uint32_t k = 0; k < pairs->count; k++)
            if (!strcmp(pairs->rows[k].word[0], common.rows[i].word[0]))
                ratio[i] += pairs->rows[k].count;
        ratio[i] /= common.rows[i].count / words->total;
    }
    free(common.rows);
    qsort(ratio, SAMPLE, sizeof *ratio, ascending);
    return ratio[SAMPLE * 3 / 4] / .9;
}

static void weigh(list *words, list *pairs)
{
    double all = pairs_in_all(words, pairs);
    qsort(words->rows, words->count, sizeof(row), by_hash);
    qsort(pairs->rows, pairs->count, sizeof(row), by_hash);
    for (uint32_t i = 0; i < words->count; i++)
        words->rows[i].cost = cost(words->rows[i].count / words->total);
    for (uint32_t i = 0; i < pairs->count; i++) {
        row *p = &pairs->rows[i];
        const row *w = find(words, (uint32_t)key(p->word[0]));
        if (!w)
            fail("a pair begins with a word that is not in the list");
        p->cost = cost(p->count / all / (w->count / words->total));
    }
}

static void put32(uint32_t v)
{
    for (int i = 0; i < 4; i++)
        putchar((int)(v >> 8 * i & 255));
}

static void put_list(const list *l)
{
    for (uint32_t i = 0; i < l->count; i++)
        put32(l->rows[i].hash);
    for (uint32_t i = 0; i < l->count; i++)
        putchar(l->rows[i].cost);
}

int main(int argc, char **argv)
{
    list words = {0}, pairs = {0};
    if (argc != 3)
        fail("usage: make_language_model WORDS PAIRS >MODEL");
    read_list(&words, argv[1], 1);
    read_list(&pairs, argv[2], 2);
    weigh(&words, &pairs);
    double least = words.rows[0].count;
    for (uint32_t i = 0; i < words.count; i++)
        least = words.rows[i].count < least ? words.rows[i].count : least;
    fputs("STMLM1", stdout);
    /* half of the rarest that was listed */
    putchar(cost(least / 2 / words.total));
    putchar(0);
    put32(words.count);
    put32(pairs.count);
    put_list(&words);
    put_list(&pairs);
    free(words.rows);
    free(pairs.rows);
    return fflush(stdout) || ferror(stdout) ? 2 : 0;
}
