/* One document of a finished job, and the one kept in its place, read again. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "dedup/compare.h"
#include "dedup/cover.h"
#include "dedup/job.h"

/* What is shown, with what it is borrowed from. */
typedef struct explanation {
    stm_dedup_reason shown;
    char *text[2], *id[2];
    STM_VEC(stm_dedup_passage) passages;
} explanation;

typedef struct explaining {
    stm_state state;
    stm_corpus corpus;
    stm_hashes words[2];
    stm_compare compare;
    stm_cover cover;
} explaining;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* A job's text field, from the file that says what the state depends on. */
static stm_status text_field(const stm_state *s, char room[512], stm_str *out,
                             stm_error *err)
{
    static const char before[] = "\ntext-field ";
    size_t n = s->lock.size < 512 ? (size_t)s->lock.size : 512;
    stm_status rc = stm_disk_read(&s->lock, 0, room, n, err);
    stm_str all = {room, n};
    size_t at = rc == STM_OK ? stm_str_find(all, STM_LIT("\ntext-field "), 0)
                             : SIZE_MAX;
    *out = STM_NONE;
    if (at == SIZE_MAX)
        return rc;
    at += sizeof before - 1;
    size_t end = stm_str_find(all, STM_LIT("\n"), at);
    if (end != SIZE_MAX && end > at)
        *out = (stm_str){room + at, end - at};
    return rc;
}

/* Quotes around either do not count. */
static bool is_id(stm_str raw, const char *id)
{
    stm_str wanted = stm_str_of(id), bare = raw;
    if (bare.len >= 2 && *bare.ptr == '"')
        bare = (stm_str){bare.ptr + 1, bare.len - 2};
    return stm_str_eq(raw, wanted) || stm_str_eq(bare, wanted);
}

static stm_status find_doc(const explaining *x, const char *id, uint32_t *doc,
                           uint32_t *kept, uint8_t *fate, stm_error *err)
{
    const stm_corpus *c = &x->corpus;
    bool found = false;
    for (uint32_t i = 0; i < c->count; i++) {
        char room[STM_DOC_LONGEST_ID];
        stm_doc d;
        const void *raw;
        uint32_t k;
        uint8_t f;
        stm_status rc = stm_corpus__doc(&d, c, i, err);
        if (rc == STM_OK)
            rc = stm_store__get(&raw, &c->store[STM_IDS], d.id_at, d.id_len,
                                room, err);
        if (rc != STM_OK)
            return rc;
        if (!is_id((stm_str){raw, d.id_len}, id))
            continue;
        rc = stm_state__read_result(&x->state, i, c->count, &k, &f, err);
        if (rc != STM_OK)
            return rc;
        if (!found || (*kept == *doc && k != i))
            *doc = i, *kept = k, *fate = f;
        found = true;
        if (*kept != *doc)
            break;
    }
    return found ? STM_OK
                 : stm_fail(err, STM_EARG, STM_NO_OFFSET,
                            "the job has no document '%s'", id);
}

/* The text of a document, malloc'd and valid UTF-8. */
static stm_status read_text(const explaining *x, const stm_doc *d,
                            stm_str field, char **out, stm_str *text,
                            stm_error *err)
{
    stm_capture_line line;
    stm_bytes whole;
    uint64_t replaced;
    size_t len = (size_t)d->raw_len;
    char *raw = calloc(len + STM_CAPTURE_SLACK, 1);
    char *room = malloc(len + STM_CAPTURE_SLACK);
    stm_status rc = raw && room ? stm_corpus__raw(&x->corpus, d->input,
                                                  d->raw_at, raw, len, err)
                                : no_memory(err);
    if (rc == STM_OK) {
        while (len && raw[len - 1] == '\n')
            len--;
        stm_capture_line_read(&line, (stm_str){raw, len}, field, room);
        rc = stm_utf8_repair(
            &whole, &replaced,
            line.text.ptr && !line.wrong ? line.text : STM_LIT(""), err);
    }
    free(raw);
    free(room);
    if (rc == STM_OK) {
        *out = whole.ptr;
        *text = (stm_str){whole.ptr, whole.len};
    }
    return rc;
}

static stm_status read_id(const explaining *x, const stm_doc *d, char **out,
                          stm_str *id, stm_error *err)
{
    const void *raw;
    *out = malloc(d->id_len + 1);
    if (!*out)
        return no_memory(err);
    stm_status rc = stm_store__get(&raw, &x->corpus.store[STM_IDS], d->id_at,
                                   d->id_len, *out, err);
    if (rc == STM_OK && raw != *out)
        memcpy(*out, raw, d->id_len);
    *id = (stm_str){*out, d->id_len};
    return rc;
}

static stm_range bytes_of(const stm_hashes *w, stm_span s)
{
    return (stm_range){w->at[s.from].start, w->at[s.to - 1].end};
}

static stm_status compare(explaining *x, explanation *e, stm_error *err)
{
    stm_alike alike;
    stm_dedup_reason *r = &e->shown;
    const stm_hashes *a = &x->words[0], *b = &x->words[1];
    stm_status rc = stm_hashes_scan_at(&x->words[0], r->text, err);
    if (rc == STM_OK)
        rc = stm_hashes_scan_at(&x->words[1], r->kept_text, err);
    if (rc == STM_OK)
        rc = stm_shape__make(&x->compare.a, a->hash, a->count, NULL, err);
    if (rc == STM_OK)
        rc = stm_shape__make(&x->compare.b, b->hash, b->count, NULL, err);
    if (rc == STM_OK)
        rc = stm_compare__jaccard(&alike, &x->compare, err);
    if (rc == STM_OK)
        rc = stm_cover__find(&x->cover, a->hash, a->count, b->hash, b->count,
                             NULL, err);
    if (rc != STM_OK)
        return rc;
    r->similarity = alike.all;
    r->share = stm_cover__share(&x->cover);
    for (size_t i = 0; i < x->cover.passages.count; i++) {
        const stm_cover_passage *p = &x->cover.passages.items[i];
        stm_dedup_passage shown = {bytes_of(a, p->a), bytes_of(b, p->b)};
        if (!stm_vec_push(&e->passages, shown))
            return no_memory(err);
    }
    r->passages = e->passages.items;
    r->passage_count = e->passages.count;
    return STM_OK;
}

static stm_status explain_dropped(explaining *x, explanation *e, stm_doc *d,
                                  stm_doc *kept, stm_error *err)
{
    char room[512];
    stm_str field;
    stm_status rc = text_field(&x->state, room, &field, err);
    if (rc == STM_OK)
        rc = read_id(x, kept, &e->id[1], &e->shown.kept_id, err);
    if (rc == STM_OK)
        rc = read_text(x, d, field, &e->text[0], &e->shown.text, err);
    if (rc == STM_OK)
        rc = read_text(x, kept, field, &e->text[1], &e->shown.kept_text, err);
    return rc == STM_OK ? compare(x, e, err) : rc;
}

static stm_status explain(explaining *x, explanation *e, const char *id,
                          stm_error *err)
{
    static const char *const kinds[] = {"near", "exact", "near", "contained"};
    uint32_t doc = 0, kept = 0;
    uint8_t fate = 0;
    stm_doc d, k;
    stm_status rc = find_doc(x, id, &doc, &kept, &fate, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&d, &x->corpus, doc, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&k, &x->corpus, kept, err);
    if (rc == STM_OK)
        rc = read_id(x, &d, &e->id[0], &e->shown.id, err);
    if (rc != STM_OK || kept == doc)
        return rc;
    e->shown.dropped = true;
    e->shown.kind = stm_exact_eq(d.same, k.same) ? kinds[1] : kinds[fate];
    return explain_dropped(x, e, &d, &k, err);
}

stm_status stm_dedup_explain(stm_dedup_reason **out, const char *state,
                             const char *id, stm_error *err)
{
    explaining x = {.state = STM_STATE_NONE};
    stm_place place;
    stm_disk_mark mark;
    stm_error why;
    bool found = false;
    explanation *e = calloc(1, sizeof *e);
    *out = NULL;
    stm_corpus__start(&x.corpus);
    stm_status rc = e ? STM_OK : no_memory(err);
    if (rc == STM_OK && (rc = stm_disk_look(&mark, state, &why)) != STM_OK)
        stm_fail(err, rc, STM_NO_OFFSET, "%s: %s", state, why.message);
    if (rc == STM_OK)
        rc = stm_state__open(&x.state, state, STM_NONE, &x.corpus, &place,
                             &found, err);
    if (rc == STM_OK && !found)
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "%s is not the state of a job", state);
    if (rc == STM_OK)
        rc = explain(&x, e, id, err);
    stm_state__close(&x.state);
    stm_corpus__free(&x.corpus);
    stm_hashes_free(&x.words[0]);
    stm_hashes_free(&x.words[1]);
    stm_compare__free(&x.compare);
    stm_cover__free(&x.cover);
    if (rc == STM_OK)
        *out = &e->shown;
    else if (e)
        stm_dedup_reason_free(&e->shown);
    return rc;
}

void stm_dedup_reason_free(stm_dedup_reason *r)
{
    explanation *e = (explanation *)r;
    if (!e)
        return;
    for (int i = 0; i < 2; i++) {
        free(e->text[i]);
        free(e->id[i]);
    }
    stm_vec_free(&e->passages);
    free(e);
}
