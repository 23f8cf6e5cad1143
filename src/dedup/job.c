#include "dedup/job.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "dedup/archive.h"
#include "dedup/cut_suffixes.h"
#include "base/sets.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

stm_status stm_dedup__tell(stm_dedup_job *j, const char *stage, uint64_t done,
                           uint64_t all, stm_error *err)
{
    if (!j->opts.progress || j->opts.progress(j->opts.user, stage, done, all))
        return STM_OK;
    return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "interrupted");
}

static stm_status raw_room(stm_part_room *room, uint64_t len, stm_error *err)
{
    size_t want = (size_t)len + STM_CAPTURE_SLACK;
    if (room->raw_room >= want)
        return STM_OK;
    free(room->raw);
    want += want / 4;
    room->raw = malloc(want);
    room->raw_room = room->raw ? want : 0;
    return room->raw ? STM_OK : no_memory(err);
}

stm_status stm_dedup__words(const stm_dedup_job *j, stm_part_room *room,
                            uint32_t doc, stm_error *err)
{
    stm_doc d;
    stm_status rc = stm_corpus__doc(&d, &j->corpus, doc, err);
    if (rc == STM_OK)
        rc = raw_room(room, d.raw_len, err);
    if (rc == STM_OK)
        rc = stm_corpus__raw(&j->corpus, d.input, d.raw_at, room->raw,
                             (size_t)d.raw_len, err);
    if (rc != STM_OK)
        return rc;
    size_t len = (size_t)d.raw_len;
    while (len && room->raw[len - 1] == '\n')
        len--;
    memset(room->raw + len, 0, STM_CAPTURE_SLACK);
    return stm_part__words(room, (stm_str){room->raw, len},
                           j->reading.text_field, err);
}

static stm_status shape(stm_shape *s, const stm_dedup_job *j, unsigned worker,
                        uint32_t doc, const stm_frequent *furniture,
                        stm_error *err)
{
    stm_part_room *room = &j->rooms[worker];
    stm_status rc = stm_dedup__words(j, room, doc, err);
    if (rc != STM_OK)
        return rc;
    return stm_shape__make(s, room->words.hash, room->words.count, furniture,
                           err);
}

stm_status stm_dedup__alike(stm_alike *out, const stm_dedup_job *j,
                            stm_compare *c, unsigned worker, uint32_t a,
                            uint32_t b, const stm_frequent *furniture,
                            stm_error *err)
{
    stm_status rc = shape(&c->a, j, worker, a, furniture, err);
    if (rc == STM_OK)
        rc = shape(&c->b, j, worker, b, furniture, err);
    return rc == STM_OK ? stm_compare__jaccard(out, c, err) : rc;
}

static stm_status check_opts(const stm_dedup_opts *o, stm_error *err)
{
    if (!(o->threshold > 0 && o->threshold <= 1))
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the threshold must be over 0 and at most 1");
    if (o->text_field && strlen(o->text_field) > 256)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the name of the text's field is too long");
    if (o->shards && (o->shard < 1 || o->shard > o->shards || !o->state))
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "a shard is one of 1 to their number, and needs a "
                        "folder for its state");
    if (o->substrings && (o->contained || o->state || o->against || o->shards ||
                          o->merge || o->forecast))
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "passages are cut in one run over all inputs: without "
                        "a state, shards, an earlier corpus or a forecast");
    if (o->substrings && o->exact && !stm_cut_suffixes__there())
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "this build has no libsais, which --exact-substrings "
                        "needs; --substrings finds the same passages");
    return STM_OK;
}

static stm_status start(stm_dedup_job *j, const stm_dedup_opts *opts,
                        stm_error *err)
{
    stm_dedup_opts standard = STM_DEDUP_OPTS_INIT;
    *j = (stm_dedup_job){.opts = opts ? *opts : standard};
    stm_corpus__start(&j->corpus);
    stm_status rc = check_opts(&j->opts, err);
    j->state = STM_STATE_NONE;
    if (rc == STM_OK)
        rc = stm_pool_new(&j->pool, j->opts.threads, err);
    if (rc != STM_OK)
        return rc;
    j->reading.text_field =
        j->opts.text_field ? stm_str_of(j->opts.text_field) : STM_NONE;
    j->reading.prints = j->opts.contained;
    j->reading.bare = j->opts.substrings > 0;
    j->rooms = calloc(stm_pool_size(j->pool), sizeof *j->rooms);
    j->sum = calloc(1, sizeof *j->sum);
    return j->rooms && j->sum ? STM_OK : no_memory(err);
}

static void finish(stm_dedup_job *j)
{
    for (unsigned i = 0; j->rooms && i < stm_pool_size(j->pool); i++)
        stm_part__room_free(&j->rooms[i]);
    free(j->rooms);
    free(j->words);
    free(j->parent);
    free(j->kept);
    free(j->fate);
    stm_frequent__free(&j->frequent);
    stm_state__close(&j->state);
    stm_corpus__free(&j->corpus);
    stm_pool_free(j->pool);
    stm_dedup_summary_free(j->sum);
}

static stm_status make_tables(stm_dedup_job *j, stm_error *err)
{
    size_t n = (size_t)j->corpus.count + 1;
    j->words = calloc(n, sizeof *j->words);
    j->parent = malloc(n * sizeof *j->parent);
    j->kept = malloc(n * sizeof *j->kept);
    j->fate = calloc(n, sizeof *j->fate);
    if (!j->words || !j->parent || !j->kept || !j->fate)
        return no_memory(err);
    stm_sets__start(j->parent, j->corpus.count);
    return STM_OK;
}

/* Records are written as this machine has them. */
static const char *byte_order(void)
{
    const uint16_t one = 1;
    return *(const unsigned char *)&one ? "lowest first" : "highest first";
}

/* What of the machine and the options the state depends on. */
static stm_str about(const stm_dedup_job *j, char room[512])
{
    const char *field = j->opts.text_field ? j->opts.text_field : "";
    int n = snprintf(room, 512,
                     "stemma dedup 2\nbytes %s\ncontained %d\nas-is %d\n"
                     "text-field %s\n",
                     byte_order(), j->opts.contained, j->opts.as_is, field);
    if (j->opts.shards && n > 0 && n < 400)
        n += snprintf(room + n, 512 - (size_t)n, "shard %u/%u\n", j->opts.shard,
                      j->opts.shards);
    return (stm_str){room, (size_t)n};
}

static stm_status open_state(stm_dedup_job *j, bool *found, stm_error *err)
{
    char room[512];
    *found = false;
    if (!j->opts.state)
        return STM_OK;
    return stm_state__open(&j->state, j->opts.state, about(j, room), &j->corpus,
                           &j->place, found, err);
}

/* Takes over the corpus of another job, which has been read to its end. */
static stm_status absorb(stm_dedup_job *j, const char *folder, bool earlier,
                         stm_error *err)
{
    stm_state s = STM_STATE_NONE;
    stm_corpus other;
    stm_place place;
    stm_disk_mark mark;
    stm_error why;
    bool found = false;
    stm_corpus__start(&other);
    stm_status rc = stm_disk_look(&mark, folder, &why);
    if (rc != STM_OK)
        stm_fail(err, rc, STM_NO_OFFSET, "%s: %s", folder, why.message);
    else
        rc = stm_state__open(&s, folder, STM_NONE, &other, &place, &found, err);
    if (rc == STM_OK && !(found && place.done))
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "%s is not the state of a job that has come to its end; "
                      "run that first",
                      folder);
    if (rc == STM_OK && j->reading.prints && other.count &&
        !stm_store__size(&other.store[STM_PRINTS]))
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "%s was made without --contained, and does not know what "
                      "that needs",
                      folder);
    if (rc == STM_OK)
        rc = stm_corpus__absorb(&j->corpus, &other, earlier, err);
    if (rc == STM_OK)
        rc = stm_dedup__keep_small(j, err);
    if (!earlier) {
        j->place.skipped += place.skipped;
        j->place.unread += place.unread;
    }
    stm_state__close(&s);
    stm_corpus__free(&other);
    return rc;
}

/* All documents, from wherever they come. */
static stm_status gather(stm_dedup_job *j, const char *const *paths,
                         size_t count, stm_error *err)
{
    bool found;
    stm_status rc = open_state(j, &found, err);
    if (rc == STM_OK && j->opts.against && !found)
        rc = absorb(j, j->opts.against, true, err);
    for (size_t i = 0; i < count && j->opts.merge && !found && rc == STM_OK;
         i++)
        rc = absorb(j, paths[i], false, err);
    j->place.done |= j->opts.merge;
    return rc == STM_OK ? stm_dedup__scan(j, paths, count, err) : rc;
}

static stm_status group(stm_dedup_job *j, const stm_dedup_out *to,
                        stm_error *err)
{
    stm_status rc = stm_dedup__check_room(j, err);
    if (rc == STM_OK)
        rc = make_tables(j, err);
    if (rc == STM_OK)
        rc = stm_dedup__ids(j, err);
    if (rc == STM_OK)
        rc = stm_dedup__exact(j, err);
    if (rc == STM_OK)
        rc = stm_dedup__near(j, err);
    if (rc == STM_OK)
        rc = stm_dedup__choose(j, err);
    if (rc == STM_OK && j->opts.contained)
        rc = stm_dedup__contained(j, err);
    if (rc == STM_OK)
        rc = stm_dedup__write(j, to, err);
    if (rc == STM_OK && j->state.folder)
        rc = stm_state__write_result(&j->state, j->kept, j->fate,
                                     j->corpus.count, err);
    return rc;
}

static stm_status run(stm_dedup_job *j, const char *const *paths, size_t count,
                      const stm_dedup_out *to, stm_error *err)
{
    if (j->opts.forecast)
        return stm_dedup__forecast(j, paths, count, err);
    stm_status rc = gather(j, paths, count, err);
    if (rc == STM_OK && j->opts.substrings)
        return stm_dedup__cut(j, to, err);
    return rc == STM_OK && !j->opts.shards ? group(j, to, err) : rc;
}

/* The sources become the summary's. */
static void give_sources(stm_dedup_job *j)
{
    j->sum->sources = j->corpus.sources.items;
    j->sum->source_count = j->corpus.sources.count;
    j->corpus.sources.items = NULL;
    j->corpus.sources.count = j->corpus.sources.room = 0;
}

stm_status stm_dedup_run(stm_dedup_summary **out, const char *const *paths,
                         size_t count, const stm_dedup_opts *opts,
                         const stm_dedup_out *to, stm_error *err)
{
    stm_dedup_job j;
    *out = NULL;
    stm_status rc = start(&j, opts, err);
    j.archive = to->kept && stm_archive__is_name(to->name);
    if (rc == STM_OK && j.archive && j.opts.substrings)
        rc = stm_fail(err, STM_EARG, STM_NO_OFFSET,
                      "passages are cut from lines of JSON; name the output "
                      ".jsonl");
    if (rc == STM_OK)
        rc = run(&j, paths, count, to, err);
    if (rc == STM_OK) {
        give_sources(&j);
        *out = j.sum;
        j.sum = NULL;
    }
    finish(&j);
    return rc;
}

void stm_dedup_summary_free(stm_dedup_summary *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->source_count; i++)
        free((char *)s->sources[i].name.ptr);
    free((stm_dedup_source *)s->sources);
    free(s);
}
