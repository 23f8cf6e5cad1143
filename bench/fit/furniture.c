/* Reads pages for furniture.py and titles_fit.py. Standard input: for each
 * page its length in bytes, a line feed and the bytes. Standard output: a line
 * of JSON for each.
 *
 *   furniture read      what stm_page_read says: ranges of bytes, dates
 *   furniture titles    the signs of the lines that may be the headline
 *
 * Build: ninja -C build, then
 *   cc -O2 -D_GNU_SOURCE -Iinclude -Isrc bench/fit/furniture.c \
 *      build/src/libstemma.a -lutf8proc -lstemmer -lm -o build/furniture */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/page.h>

#include "page/body.h"
#include "page/judge.h"
#include "page/prepare.h"
#include "page/repeat.h"
#include "page/title.h"

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
    if (stm_words_scan(&w, text, NULL) ||
        stm_page_read(&p, &c, NULL, w, NULL, NULL))
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

static void print_titles(const stm_page_work *w)
{
    float signs[STM_TITLE_SIGNS];
    bool first = true;
    printf("[");
    for (uint32_t i = w->head.from; i < w->head.to; i++) {
        if (!stm_page__may_be_title(w, i))
            continue;
        stm_page__title_signs(signs, w, i);
        print_signs(&w->segments.items[i], signs, STM_TITLE_SIGNS, first);
        first = false;
    }
    printf("]\n");
}

static void read_titles(stm_str text)
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
    if (!stm_page__prepare(&w, words) || !stm_page__judge(&w) ||
        !stm_page__decide(&w) || !stm_page__fold_repeats(&w))
        exit(EXIT_FAILURE);
    stm_page__find_body(&w);
    print_titles(&w);
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
            read_titles((stm_str){bytes, len});
        free(bytes);
    }
    return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
