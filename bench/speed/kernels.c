/* How fast words are found and hashed and sketches made, kernel by kernel, in
 * GB of text a CPU second, beside memcpy and XXH3 of the same bytes.
 *
 *     ninja -C build bench/speed/kernel-speed
 *     build/bench/speed/kernel-speed FILE...
 *
 * A file is cut into documents of about the size that heads a column, at a
 * space. Best of nine rounds over the file's first megabytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <xxhash.h>

#include "base/cpu.h"
#include "sketch/minhash_kernel.h"
#include "sketch/prints.h"
#include "text/scan.h"

enum { ROUNDS = 9, MOST = 1 << 20, SIZES = 4, LEAST_SIZE = 500 };

static const size_t sizes[SIZES] = {500, 2000, 16000, MOST};

typedef struct kernels {
    const char *name;
    const stm_text_kernel *text;
    const stm_minhash_kernel *sketch;
    bool usable;
} kernels;

/* What is timed, and all that it works on. */
typedef struct bench {
    const kernels *with;
    stm_scan scan;
    stm_scan_work *work;
    stm_prints prints;
    char *copy;
    uint32_t *keys;
    uint64_t sink;
} bench;

typedef void job(bench *b, stm_str doc);

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void copy(bench *b, stm_str doc)
{
    memcpy(b->copy, doc.ptr, doc.len);
    b->sink += (unsigned char)b->copy[doc.len / 2];
}

static void xxh3(bench *b, stm_str doc)
{
    b->sink += XXH3_128bits(doc.ptr, doc.len).low64;
}

static void words(bench *b, stm_str doc)
{
    stm_error err;
    b->scan.count = 0;
    if (stm_text__scan(&b->scan, b->work, b->with->text, doc, &err)) {
        fprintf(stderr, "kernel-speed: %s\n", err.message);
        exit(2);
    }
    b->sink += b->scan.count;
}

static void sketch(bench *b, stm_str doc)
{
    stm_minhash m;
    words(b, doc);
    size_t runs = stm_minhash__keys_by(b->with->sketch, b->keys, b->scan.hash,
                                       b->scan.count);
    stm_minhash__make_by(b->with->sketch, &m, b->keys, runs);
    b->sink += m.slot[5];
}

static void passages(bench *b, stm_str doc)
{
    words(b, doc);
    if (stm_prints__make(&b->prints, b->scan.hash, b->scan.count, NULL))
        exit(2);
    b->sink += b->prints.count;
}

/* The document that starts at `at`. */
static stm_str document(stm_str text, size_t at, size_t size)
{
    size_t end = at + size < text.len ? at + size : text.len;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\n')
        end++;
    return (stm_str){text.ptr + at, end - at};
}

static double speed(bench *b, job *run, stm_str text, size_t size)
{
    double best = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now();
        for (size_t at = 0; at < text.len;) {
            stm_str doc = document(text, at, size);
            run(b, doc);
            at += doc.len;
        }
        double took = now() - start;
        best = took < best ? took : best;
    }
    return (double)text.len / best * 1e-9;
}

static void row(bench *b, const char *name, job *run, stm_str text)
{
    printf("%-20s", name);
    for (int i = 0; i < SIZES; i++)
        printf(" %8.2f", speed(b, run, text, sizes[i]));
    printf("\n");
    fflush(stdout);
}

static void rows(bench *b, const char *what, job *run, stm_str text)
{
    const bool avx512 = stm_cpu_has(STM_CPU_AVX512_BYTES);
    const kernels all[] = {
#if defined(__x86_64__)
        {"AVX-512", &stm_text__avx512, &stm_minhash__avx512, avx512},
        {"AVX2", &stm_text__avx2, &stm_minhash__avx2,
         stm_cpu_has(STM_CPU_AVX2_AES)},
        {"SSE4.2", &stm_text__sse42, &stm_minhash__sse42,
         stm_cpu_has(STM_CPU_SSE42_AES)},
#elif defined(__aarch64__)
        {"NEON", &stm_text__neon, &stm_minhash__neon,
         stm_cpu_has(STM_CPU_NEON_AES)},
#endif
        {"scalar", &stm_text__scalar, &stm_minhash__scalar, true}
    };
    (void)avx512;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char name[32];
        snprintf(name, sizeof name, "%s, %s", what, all[i].name);
        b->with = all + i;
        if (all[i].usable)
            row(b, name, run, text);
    }
}

static stm_str slurp(const char *path)
{
    static char bytes[MOST + 1];
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(2);
    }
    size_t n = fread(bytes, 1, MOST, f);
    fclose(f);
    while (n && bytes[n - 1] & 0x80) /* perhaps half a character */
        n--;
    return (stm_str){bytes, n};
}

int main(int argc, char **argv)
{
    bench b = {.work = malloc(sizeof *b.work),
               .copy = malloc(MOST + 1),
               .keys = malloc((MOST + STM_MINHASH_SLACK) * sizeof *b.keys)};
    if (argc < 2 || !b.work || !b.copy || !b.keys) {
        fprintf(stderr, "usage: kernel-speed FILE...\n");
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        stm_str text = slurp(argv[i]);
        printf("%-20s %8s %8s %8s %8s\n", argv[i], "500", "2000", "16000",
               "all");
        row(&b, "memcpy", copy, text);
        row(&b, "XXH3", xxh3, text);
        rows(&b, "words", words, text);
        rows(&b, "sketch", sketch, text);
        rows(&b, "passages", passages, text);
    }
    return b.sink == 1;
}
