/* How fast words are found and hashed and sketches made, kernel by kernel, in
 * GB of text a second, beside memcpy and XXH3 of the same bytes.
 *
 *     ninja -C build bench/speed/kernel-speed
 *     build/bench/speed/kernel-speed FILE...
 *
 * A file's first megabyte is cut into slices and these into documents of about
 * the size that heads a column, at a space. Where a processor is shared its
 * clock changes and time is taken away, so all take turns at each slice before
 * the next one comes, each of them first as often as the others, and of some
 * dozen rounds the least time of each slice counts. Behind each figure stands
 * what of the speed of XXH3 it is: the median of all turns, of which each is
 * compared with that of XXH3 right before or behind it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <xxhash.h>

#include "base/cpu.h"
#include "sketch/minhash_kernel.h"
#include "sketch/prints.h"
#include "text/scan.h"

enum {
    ROUNDS = 24,
    MOST = 1 << 20,
    SLICE = 64 << 10,
    SLICES = MOST / SLICE,
    SIZES = 4,
    TIMED = 20
};

static const size_t sizes[SIZES] = {500, 2000, 16000, SLICE};

typedef struct kernels {
    const char *name;
    const stm_text_kernel *text;
    const stm_minhash_kernel *sketch;
} kernels;

/* What all work on. */
typedef struct bench {
    stm_scan scan;
    stm_scan_work *work;
    stm_prints prints;
    char *copy;
    uint32_t *keys;
    uint64_t sink;
} bench;

typedef void job(bench *b, const kernels *with, stm_str doc);

/* One that is timed: its seconds in this turn, the least of each slice, and
 * what of the speed of XXH3 each turn came to. */
typedef struct timed {
    char name[32];
    job *run;
    kernels with;
    double now, least[SLICES];
    double share[ROUNDS * SLICES];
} timed;

/* XXH3 is the first. */
typedef struct table {
    size_t count, slices;
    stm_str slice[SLICES];
    timed of[TIMED];
} table;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void copy(bench *b, const kernels *with, stm_str doc)
{
    (void)with;
    memcpy(b->copy, doc.ptr, doc.len);
    b->sink += (unsigned char)b->copy[doc.len / 2];
}

static void xxh3(bench *b, const kernels *with, stm_str doc)
{
    (void)with;
    b->sink += XXH3_128bits(doc.ptr, doc.len).low64;
}

static void words(bench *b, const kernels *with, stm_str doc)
{
    stm_error err;
    b->scan.count = 0;
    if (stm_text__scan(&b->scan, b->work, with->text, doc, &err)) {
        fprintf(stderr, "kernel-speed: %s\n", err.message);
        exit(2);
    }
    b->sink += b->scan.count;
}

static void sketch(bench *b, const kernels *with, stm_str doc)
{
    stm_minhash m;
    words(b, with, doc);
    size_t runs = stm_minhash__keys_by(with->sketch, b->keys, b->scan.hash,
                                       b->scan.count);
    stm_minhash__make_by(with->sketch, &m, b->keys, runs);
    b->sink += m.slot[5];
}

static void passages(bench *b, const kernels *with, stm_str doc)
{
    words(b, with, doc);
    if (stm_prints__make(&b->prints, b->scan.hash, b->scan.count, NULL))
        exit(2);
    b->sink += b->prints.count;
}

/* What starts at `at` and has `size` bytes or little more. */
static stm_str piece(stm_str text, size_t at, size_t size)
{
    size_t end = at + size < text.len ? at + size : text.len;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\n')
        end++;
    return (stm_str){text.ptr + at, end - at};
}

static double seconds(bench *b, const timed *t, stm_str slice, size_t size)
{
    double start = now();
    for (size_t at = 0; at < slice.len;) {
        stm_str doc = piece(slice, at, size);
        t->run(b, &t->with, doc);
        at += doc.len;
    }
    return now() - start;
}

/* A turn of each at a slice, from the one that `first` says on. */
static void take_turns(bench *b, table *t, size_t round, size_t slice,
                       size_t size)
{
    for (size_t k = 0; k < t->count; k++) {
        timed *one = &t->of[(round + slice + k) % t->count];
        one->now = seconds(b, one, t->slice[slice], size);
    }
    for (size_t k = 0; k < t->count; k++) {
        timed *one = &t->of[k];
        if (!round || one->now < one->least[slice])
            one->least[slice] = one->now;
        one->share[round * t->slices + slice] = t->of->now / one->now;
    }
}

static void time_all(bench *b, table *t, size_t size)
{
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t slice = 0; slice < t->slices; slice++)
            take_turns(b, t, round, slice, size);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void put(const table *t, timed *one)
{
    double bytes = 0, least = 0;
    size_t turns = ROUNDS * t->slices;
    for (size_t i = 0; i < t->slices; i++) {
        bytes += (double)t->slice[i].len;
        least += one->least[i];
    }
    qsort(one->share, turns, sizeof *one->share, ascending);
    printf("  %-20s %8.2f %8.3f\n", one->name, bytes / least * 1e-9,
           one->share[turns / 2]);
}

static void add(table *t, const char *what, job *run, const kernels *with)
{
    timed *one = &t->of[t->count++];
    one->run = run;
    if (with)
        one->with = *with;
    snprintf(one->name, sizeof one->name, with ? "%s, %s" : "%s", what,
             one->with.name);
}

static void add_kernels(table *t, const char *what, job *run)
{
    const bool avx512 = stm_cpu_has(STM_CPU_AVX512_BYTES);
    const struct {
        kernels with;
        bool usable;
    } all[] = {
#if defined(__x86_64__)
        {{"AVX-512", &stm_text__avx512, &stm_minhash__avx512}, avx512},
        {{"AVX2", &stm_text__avx2, &stm_minhash__avx2},
         stm_cpu_has(STM_CPU_AVX2_AES)},
        {{"SSE4.2", &stm_text__sse42, &stm_minhash__sse42},
         stm_cpu_has(STM_CPU_SSE42_AES)},
#elif defined(__aarch64__)
        {{"NEON", &stm_text__neon, &stm_minhash__neon},
         stm_cpu_has(STM_CPU_NEON_AES)},
#endif
        {{"scalar", &stm_text__scalar, &stm_minhash__scalar}, true}
    };
    (void)avx512;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].usable)
            add(t, what, run, &all[i].with);
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

static void cut(table *t, stm_str text)
{
    t->slices = 0;
    for (size_t at = 0; at < text.len && t->slices < SLICES;) {
        stm_str slice = piece(text, at, SLICE);
        t->slice[t->slices++] = slice;
        at += slice.len;
    }
}

static void time_file(bench *b, table *t, const char *path)
{
    cut(t, slurp(path));
    for (size_t i = 0; i < SIZES; i++) {
        printf("%s, documents of %zu bytes: GB/s, share of XXH3\n", path,
               sizes[i]);
        time_all(b, t, sizes[i]);
        for (size_t k = 0; k < t->count; k++)
            put(t, &t->of[k]);
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    static table t;
    bench b = {.work = malloc(sizeof *b.work),
               .copy = malloc(MOST),
               .keys = malloc((MOST + STM_MINHASH_SLACK) * sizeof *b.keys)};
    if (argc < 2 || !b.work || !b.copy || !b.keys) {
        fprintf(stderr, "usage: kernel-speed FILE...\n");
        return 2;
    }
    add(&t, "XXH3", xxh3, NULL);
    add(&t, "memcpy", copy, NULL);
    add_kernels(&t, "words", words);
    add_kernels(&t, "sketch", sketch);
    add_kernels(&t, "passages", passages);
    for (int i = 1; i < argc; i++)
        time_file(&b, &t, argv[i]);
    return b.sink == 1;
}
