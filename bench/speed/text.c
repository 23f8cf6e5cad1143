/* How fast the text room is, stage by stage, in MB of text a CPU second.
 *
 *     cc -O2 -Iinclude bench/speed/text.c build/src/libstemma.a \
 *        -lutf8proc -lstemmer -luchardet -lpthread -lm -o text-speed
 *     ./text-speed FILE [LANGUAGE]
 *
 * Best of five; a text, its words and its lexicon are made anew each time. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <stemma/text.h>

enum { ROUNDS = 5, LARGEST = 1 << 28 };

typedef struct timing {
    double scan, text, lexicon;
} timing;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void must(stm_status rc, const stm_error *err)
{
    if (rc) {
        fprintf(stderr, "text-speed: %s\n", err->message);
        exit(2);
    }
}

static void keep_best(double *best, double from, double to)
{
    if (to - from < *best)
        *best = to - from;
}

static void run(stm_str bytes, const char *language, timing *best)
{
    stm_error err;
    stm_words *w;
    stm_text *t;
    stm_lexicon *lex;
    stm_range all = {0, (uint32_t)bytes.len};
    double start = now();
    must(stm_words_scan(&w, bytes, &err), &err);
    double scanned = now();
    must(stm_text_new(&t, w, &all, 1, language, &err), &err);
    double made = now();
    must(stm_lexicon_new(&lex, &err), &err);
    must(stm_lexicon_add(lex, t, &err), &err);
    double added = now();
    keep_best(&best->scan, start, scanned);
    keep_best(&best->text, scanned, made);
    keep_best(&best->lexicon, made, added);
    stm_lexicon_free(lex);
    stm_text_free(t);
    stm_words_free(w);
}

int main(int argc, char **argv)
{
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
    char *bytes = malloc(LARGEST);
    if (!f || !bytes) {
        fprintf(stderr, "usage: text-speed FILE [LANGUAGE]\n");
        return 2;
    }
    stm_str s = {bytes, fread(bytes, 1, LARGEST, f)};
    fclose(f);
    timing best = {1e9, 1e9, 1e9};
    for (int i = 0; i < ROUNDS; i++)
        run(s, argc > 2 ? argv[2] : "en", &best);
    double mb = (double)s.len / 1e6;
    printf("scan     %7.1f MB/s\ntext     %7.1f MB/s\nlexicon  %7.1f MB/s\n",
           mb / best.scan, mb / best.text, mb / best.lexicon);
    printf("together %7.1f MB/s\n",
           mb / (best.scan + best.text + best.lexicon));
    free(bytes);
    return 0;
}
