/* The days each page speaks of, and what speaks for each, for days_fit.py.
 *
 *   day_signs FILE
 *
 * FILE is read as stemma reads it (JSON lines of pages). One object a line:
 * {"record": ..., "days": [[number, signs], ...]}. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/page.h>

#include "page/facts_days.h"
#include "page/steps.h"

static void must(bool ok)
{
    if (!ok) {
        fprintf(stderr, "day_signs: out of memory or input\n");
        exit(2);
    }
}

static void put_days(const stm_capture *c, const stm_days *d)
{
    printf("{\"record\":\"%.*s\",\"days\":[", (int)c->record.len,
           c->record.ptr);
    for (unsigned i = 0; i < d->count; i++)
        printf("%s[%d,%" PRIu64 "]", i ? "," : "", d->days[i].number,
               d->days[i].signs);
    puts("]}");
}

static void put_page(const stm_capture *c, const stm_html *html)
{
    stm_arena mem = {0};
    stm_words *words;
    must(stm_words_scan(&words, c->text, NULL) == STM_OK);
    stm_page_work w;
    must(stm_page__take_steps(&w, &mem, c, html, words));
    static stm_days days;
    stm_page__days(&days, &w, c, html);
    put_days(c, &days);
    stm_words_free(words);
    stm_arena_free(&mem);
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    stm_html *html = NULL;
    if (c->markup.ptr)
        must(stm_html_read(&html, user, c, err) == STM_OK);
    put_page(c, html);
    stm_html_free(html);
    stm_capture_free(c);
    return STM_OK;
}

int main(int argc, char **argv)
{
    stm_html_reader *reader;
    if (argc != 2)
        return 2;
    must(stm_html_reader_new(&reader, NULL) == STM_OK);
    stm_capture_sink sink = {take, NULL, reader};
    const char *path = argv[1];
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    must(stm_capture_walk(&path, 1, &opts, &sink, NULL) == STM_OK);
    stm_html_reader_free(reader);
    return 0;
}
