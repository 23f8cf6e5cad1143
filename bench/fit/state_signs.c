/* The signs of pairs of states of one text, for states_fit.py.
 *
 *   state_signs FILE
 *
 * FILE is read as stemma reads it (JSON lines of texts); texts 1 and 2 are a
 * pair, 3 and 4 another. Standard output, for each pair, floats of this
 * machine: the relation's number, the log-odds of a>b against b>a by all
 * evidence but that of states, the signs (src/relate/states.h).
 *
 * Built by states_fit.py. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <stemma/relate.h>

#include "relate/evidence.h"
#include "relate/relation.h"
#include "relate/states.h"

typedef struct side {
    stm_capture *capture;
    stm_page *page;
    stm_text *text;
} side;

static void must(bool ok)
{
    if (!ok) {
        fprintf(stderr, "state_signs: out of memory or input\n");
        exit(2);
    }
}

static void open_side(side *s, stm_capture *c, stm_lexicon *lex)
{
    stm_words *w;
    stm_page_opts opts = STM_PAGE_OPTS_INIT;
    opts.as_is = true;
    s->capture = c;
    must(stm_words_scan(&w, c->text, NULL) == STM_OK);
    must(stm_page_read(&s->page, c, NULL, w, &opts, NULL) == STM_OK);
    must(stm_text_new(&s->text, w, s->page->content, s->page->content_count,
                      s->page->language, NULL) == STM_OK);
    must(stm_lexicon_add(lex, s->text, NULL) == STM_OK);
    stm_words_free(w);
}

static void close_side(side *s)
{
    stm_text_free(s->text);
    stm_page_free(s->page);
    stm_capture_free(s->capture);
}

static float other_odds(stm_case *c)
{
    double sum = 0;
    stm_relate__gather(c);
    for (size_t i = 0; i < c->said.count; i++) {
        const stm_evidence *e = &c->said.items[i];
        if (!stm_relate__is_of_states(e->kind))
            sum += e->says == STM_A_TO_B   ? e->weight
                   : e->says == STM_B_TO_A ? -e->weight
                                           : 0;
    }
    return (float)sum;
}

static void put_pair(stm_capture *const two[2])
{
    side s[2];
    stm_lexicon *lex;
    must(stm_lexicon_new(&lex, NULL) == STM_OK);
    stm_witness w[2];
    for (uint32_t i = 0; i < 2; i++) {
        open_side(&s[i], two[i], lex);
        w[i] = (stm_witness){i, two[i], NULL, s[i].page, s[i].text, NULL};
    }
    stm_alignment *x;
    stm_align_opts opts = STM_ALIGN_OPTS_INIT;
    must(stm_align(&x, s[0].text, s[1].text, lex, &opts, NULL) == STM_OK);
    stm_arena mem = {0};
    stm_case c = {.x = x, .lex = lex, .mem = &mem, .spun_side = -1};
    must(stm_relate__measure(&c, &w[0], &w[1]) && stm_relate__relation(&c));
    stm_states states;
    float out[2 + STM_STATE_SIGNS_ALL];
    must(stm_relate__state_amounts(&states, &c));
    out[0] = (float)c.kind;
    out[1] = other_odds(&c);
    stm_relate__state_signs(out + 2, &states);
    fwrite(out, sizeof *out, sizeof out / sizeof *out, stdout);
    stm_vec_free(&c.said);
    stm_arena_free(&c.scratch);
    stm_arena_free(&mem);
    stm_alignment_free(x);
    stm_lexicon_free(lex);
    close_side(&s[0]);
    close_side(&s[1]);
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    stm_capture **first = user;
    (void)err;
    if (!*first) {
        *first = c;
        return STM_OK;
    }
    stm_capture *two[2] = {*first, c};
    *first = NULL;
    put_pair(two);
    return STM_OK;
}

int main(int argc, char **argv)
{
    stm_capture *first = NULL;
    if (argc != 2)
        return 2;
    stm_capture_sink sink = {take, NULL, &first};
    const char *path = argv[1];
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    must(stm_capture_walk(&path, 1, &opts, &sink, NULL) == STM_OK);
    return 0;
}
