/* Which windows occurred before, from the whole corpus in memory: nothing is
 * told by keys, which may be alike by chance. */
#include "dedup/cut.h"
#include "dedup/cut_repeats.h"

typedef struct finding {
    stm_cutting *cutting;
    stm_cut_row row;
    stm_cut_repeats repeats;
} finding;

static stm_status check_memory(const finding *f, stm_error *err)
{
    const stm_dedup_job *j = f->cutting->job;
    uint64_t need = stm_cut_row__bytes(&f->row);
    if (!j->opts.max_memory || need <= stm_dedup__room(j))
        return STM_OK;
    return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                    "the order of %zu words and more takes over %llu MB, which "
                    "--max-memory does not allow; --substrings finds the same "
                    "passages within it",
                    f->row.number.count, (unsigned long long)need / 1000000);
}

static stm_status read_all(finding *f, stm_error *err)
{
    const stm_cutting *c = f->cutting;
    const stm_corpus *corpus = &c->job->corpus;
    stm_cut_text *t = &c->workers[0].text;
    stm_status rc = STM_OK;
    for (uint32_t doc = 0; doc < corpus->count && rc == STM_OK; doc++) {
        rc =
            stm_cut_text__read(t, corpus, c->job->reading.text_field, doc, err);
        if (rc == STM_OK)
            rc = stm_cut_text__scan(t, err);
        if (rc == STM_OK)
            rc = stm_cut_row__add(&f->row, t->text, &t->words, c->least, err);
        if (rc == STM_OK && doc % 256 == 0)
            rc = check_memory(f, err);
        if (rc == STM_OK && doc % 256 == 0)
            rc = stm_dedup__tell(c->job, "reading words", doc, corpus->count,
                                 err);
    }
    return rc;
}

/* Where the window is that begins, or ends, with the word at place `i`. */
static uint64_t place_of(const stm_cut_row *r, uint32_t i, bool ends)
{
    uint32_t doc = stm_cut_row__doc(r, i);
    return ends ? stm_cut__at_end(doc, stm_cut_row__end_of(r, i))
                : stm_cut__at(doc, r->start.items[i]);
}

/* The places of all windows told by their starts, or by their ends. */
static stm_status give_places(finding *f, bool ends, stm_error *err)
{
    const uint32_t *first = ends ? f->repeats.first_end : f->repeats.first;
    const stm_cut_row *r = &f->row;
    stm_cut_places *to = &f->cutting->places;
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < r->number.count && rc == STM_OK; i++) {
        if (first[i] == i)
            continue;
        stm_cut_place p = {place_of(r, i, ends), place_of(r, first[i], ends)};
        rc = stm_cut_places__put(to, p, err);
    }
    return rc == STM_OK ? stm_cut_places__end_run(to, err) : rc;
}

static stm_status find(finding *f, stm_error *err)
{
    stm_dedup_job *j = f->cutting->job;
    stm_status rc = read_all(f, err);
    if (rc == STM_OK)
        rc = stm_cut_row__end(&f->row, err);
    if (rc == STM_OK)
        rc = check_memory(f, err);
    if (rc == STM_OK)
        rc = stm_dedup__tell(j, "sorting words", 0, 0, err);
    if (rc == STM_OK)
        rc = stm_cut_repeats__find(&f->repeats, &f->row, err);
    if (rc == STM_OK)
        rc = give_places(f, false, err);
    return rc == STM_OK ? give_places(f, true, err) : rc;
}

stm_status stm_cut__find_exactly(stm_cutting *c, stm_error *err)
{
    finding f = {.cutting = c};
    stm_status rc = find(&f, err);
    stm_cut_row__free(&f.row);
    stm_cut_repeats__free(&f.repeats);
    return rc == STM_OK ? stm_cut_places__merge(&c->places, err) : rc;
}
