/* The signs of every segment of many pages, for page_fit.py.
 *
 *   page_signs own FILE             by itself,
 *   page_signs among FILE SCORES    among its neighbours, whose log-odds are
 *                                   floats in SCORES, page by page,
 *   page_signs pooled FILE SCORES   one sign: the log-odds in SCORES, drawn to
 *                                   those of their boxes
 *
 * FILE is read as stemma reads it (JSON lines of pages or texts). Standard
 * output, for each capture, in numbers of this machine: lengths of its record
 * and text, number of segments and of signs (32 bits each); the record, the
 * text, each segment's start and end (32 bits each), each segment's signs
 * (floats).
 *
 * Built by page_fit.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stemma/page.h>

#include "page/among.h"
#include "page/pool.h"
#include "page/prepare.h"

typedef struct job {
    stm_html_reader *reader;
    FILE *scores; /* NULL: own signs */
    bool pooled;
} job;

static void must(bool ok)
{
    if (!ok) {
        fprintf(stderr, "page_signs: out of memory or input\n");
        exit(2);
    }
}

static unsigned sign_count(const job *j, const stm_html *html)
{
    if (j->pooled)
        return 1;
    if (j->scores)
        return html ? STM_AMONG_MARKUP : STM_AMONG_PLAIN;
    return html ? STM_SIGN_MARKUP : STM_SIGN_OWN;
}

static void put_pooled(const job *j, stm_page_work *w)
{
    stm_segment *s = w->segments.items;
    for (uint32_t i = 0; i < w->segments.count; i++)
        must(fread(&s[i].score, sizeof s[i].score, 1, j->scores) == 1);
    must(stm_page__pool(w));
    for (uint32_t i = 0; i < w->segments.count; i++)
        fwrite(&s[i].score, sizeof s[i].score, 1, stdout);
}

static void put_segments(const job *j, stm_page_work *w, unsigned signs)
{
    uint32_t n = w->segments.count;
    float *score = STM_ARENA_NEW(w->mem, float, n);
    stm_nest *nest = w->html ? stm_page__nest_new(w->html, w->mem) : NULL;
    stm_among *among = NULL;
    must(score);
    if (j->scores) {
        must(fread(score, sizeof *score, n, j->scores) == n);
        among =
            stm_page__among_new(&w->segments, score, w->html, w->block, w->mem);
        must(!nest ||
             stm_page__kin_weigh(stm_page__nest_kin(nest), &w->segments, score,
                                 w->block, w->mem));
    }
    for (uint32_t i = 0; i < n; i++) {
        float out[STM_AMONG_MARKUP] = {0};
        stm_page__own_signs(out, &w->segments.items[i]);
        if (nest)
            stm_page__markup_signs(out, nest, w->block[i]);
        if (among)
            stm_page__among(out, among, i);
        if (among && nest)
            stm_page__kin_scores(out + STM_AMONG_KIN, stm_page__nest_kin(nest),
                                 i, w->block[i]);
        fwrite(out, sizeof *out, signs, stdout);
    }
}

static void put_page(const job *j, const stm_capture *c, const stm_html *html)
{
    stm_arena mem = {0};
    stm_words *words;
    must(stm_words_scan(&words, c->text, NULL) == STM_OK);
    stm_page_work w = {.mem = &mem, .text = c->text, .html = html};
    w.language = stm_language_guess(words, (stm_span){0, words->count});
    must(stm_page__prepare(&w, words));
    uint32_t head[4] = {(uint32_t)c->record.len, (uint32_t)c->text.len,
                        w.segments.count, sign_count(j, html)};
    fwrite(head, sizeof *head, 4, stdout);
    fwrite(c->record.ptr, 1, c->record.len, stdout);
    fwrite(c->text.ptr, 1, c->text.len, stdout);
    for (uint32_t i = 0; i < w.segments.count; i++) {
        uint32_t at[2] = {w.segments.items[i].start, w.segments.items[i].end};
        fwrite(at, sizeof *at, 2, stdout);
    }
    if (j->pooled)
        put_pooled(j, &w);
    else
        put_segments(j, &w, head[3]);
    stm_words_free(words);
    stm_arena_free(&mem);
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    job *j = user;
    stm_html *html = NULL;
    if (c->markup.ptr)
        must(stm_html_read(&html, j->reader, c, err) == STM_OK);
    put_page(j, c, html);
    stm_html_free(html);
    stm_capture_free(c);
    return STM_OK;
}

int main(int argc, char **argv)
{
    job j = {NULL, NULL, argc > 1 && !strcmp(argv[1], "pooled")};
    if (argc < 3)
        return 2;
    must(stm_html_reader_new(&j.reader, NULL) == STM_OK);
    if (argc > 3)
        must((j.scores = fopen(argv[3], "rb")) != NULL);
    stm_capture_sink sink = {take, NULL, &j};
    const char *path = argv[2];
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    must(stm_capture_walk(&path, 1, &opts, &sink, NULL) == STM_OK);
    stm_html_reader_free(j.reader);
    return 0;
}
