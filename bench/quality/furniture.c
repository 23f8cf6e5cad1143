/* Reads pages for furniture.py and furniture_fit.py. Standard input: for each
 * page its length in bytes, a line feed and the bytes. Standard output: a line
 * of JSON for each.
 *
 *   furniture read      what stm_page_read says: ranges of bytes, dates
 *   furniture looks     the signs of each segment by itself,
 *   furniture places    those of its place (its looks scored as built in),
 *   furniture titles    and those of the lines that may be the headline
 *
 * Build: ninja -C build, then
 *   cc -O2 -D_GNU_SOURCE -Iinclude -Isrc bench/quality/furniture.c \
 *      build/src/libstemma.a -lutf8proc -lstemmer -lm -o build/furniture */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/page.h>

#include "page/body.h"
#include "page/byline.h"
#include "page/dateline.h"
#include "page/repeat.h"
#include "page/score.h"
#include "page/title.h"
#include "page/twice.h"

static void print_range(uint32_t start, uint32_t end, bool first)
{
    printf("%s[%u,%u]", first ? "" : ",", start, end);
}

static void print_slice(stm_str text, stm_str s, bool first)
{
    uint32_t start = (uint32_t)(s.ptr - text.ptr);
    print_range(start, start + (uint32_t)s.len, first);
}

static void print_page(const stm_page *p, stm_str text)
{
    char date[32];
    printf("{\"content\":[");
    for (size_t i = 0; i < p->content_count; i++)
        print_range(p->content[i].start, p->content[i].end, !i);
    printf("],\"title\":[");
    if (p->title.ptr)
        print_slice(text, p->title, true);
    printf("],\"authors\":[");
    for (size_t i = 0; i < p->author_count; i++)
        print_slice(text, p->authors[i], !i);
    stm_date_format(&p->published, date, sizeof date);
    printf("],\"published\":\"%s\",\"truncated\":%s}\n", date,
           p->truncated ? "true" : "false");
}

static void read_page(stm_str text)
{
    stm_capture c = {.text = text};
    stm_words *w;
    stm_page *p;
    if (stm_words_scan(&w, text, NULL) || stm_page_read(&p, &c, w, NULL, NULL))
        exit(EXIT_FAILURE);
    print_page(p, text);
    stm_page_free(p);
    stm_words_free(w);
}

static void print_signs(const stm_segment *s, const float *signs, unsigned n,
                        bool first)
{
    printf("%s[%u,%u", first ? "" : ",", s->start, s->end);
    for (unsigned i = 0; i < n; i++)
        printf(",%.6g", signs[i]);
    printf("]");
}

static void print_all(stm_page_work *w, char mode)
{
    float signs[STM_LOOKS + STM_PLACES + STM_TITLE_SIGNS];
    stm_places *p = stm_page__places_new(&w->segments, w->mem);
    uint32_t from = mode == 't' ? w->head.from : 0;
    uint32_t to = mode == 't' ? w->head.to : w->segments.count;
    bool first = true;
    printf("[");
    for (uint32_t i = from; p && i < to; i++) {
        unsigned n = mode == 'l' ? STM_LOOKS : STM_PLACES;
        const stm_segment *s = &w->segments.items[i];
        if (mode == 't' && !stm_page__may_be_title(w, i))
            continue;
        if (mode == 'l')
            stm_page__looks(signs, s);
        else if (mode == 'p')
            stm_page__place(signs, p, i);
        else
            stm_page__title_signs(signs, w, i), n = STM_TITLE_SIGNS;
        print_signs(s, signs, n, first);
        first = false;
    }
    printf("]\n");
}

static void read_signs(stm_str text, char mode)
{
    stm_arena mem = {0};
    stm_words *words;
    if (stm_words_scan(&words, text, NULL))
        exit(EXIT_FAILURE);
    stm_page_work w = {.mem = &mem,
                       .text = text,
                       .title = STM_NO_SEGMENT,
                       .byline = STM_NO_SEGMENT};
    w.language = stm_language_guess(words, (stm_span){0, words->count});
    if (!stm_page__atoms(&w.atoms, words, &mem) ||
        !stm_page__segments(&w.segments, &w.atoms, &mem) ||
        !stm_page__mark_twice(&w.segments, &mem))
        exit(EXIT_FAILURE);
    stm_page__mark_date_lines(&w);
    stm_page__mark_bylines(&w);
    if (!stm_page__score(&w.segments, &mem))
        exit(EXIT_FAILURE);
    stm_page__decide(&w);
    if (!stm_page__fold_repeats(&w))
        exit(EXIT_FAILURE);
    stm_page__find_body(&w);
    print_all(&w, mode);
    stm_arena_free(&mem);
    stm_words_free(words);
}

int main(int argc, char **argv)
{
    size_t len;
    char mode = argc > 1 ? argv[1][0] : 'r';
    while (scanf("%zu", &len) == 1 && getchar() == '\n') {
        char *bytes = malloc(len + 1);
        if (!bytes || fread(bytes, 1, len, stdin) != len)
            return EXIT_FAILURE;
        if (mode == 'r')
            read_page((stm_str){bytes, len});
        else
            read_signs((stm_str){bytes, len}, mode);
        free(bytes);
    }
    return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
