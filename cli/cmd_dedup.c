#include "cli.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { KEPT, REPORT, CLUSTERS, TARGETS };

/* Opened with its first bytes: by then the inputs have been read, and no
 * listing of a folder finds it. */
static stm_status write_target(void *user, const char *bytes, size_t len)
{
    cli_target *t = user;
    if (t->fd < 0 && !cli_target_open(t))
        return STM_EIO;
    return cli_target_write(t, bytes, len);
}

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    if (!strcmp(a, b))
        return true;
    return !stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

/* A file is replaced when all is done, so it may be an input, too; a link or a
 * device is written as it stands, and may not. */
static bool is_free(const cli_values *v, const char *path)
{
    struct stat st;
    if (lstat(path, &st)) {
        if (errno == ENOENT)
            return true;
        cli_say("stemma dedup: cannot write %s: %s", path, strerror(errno));
        return false;
    }
    if (S_ISDIR(st.st_mode)) {
        cli_say("stemma dedup: cannot write %s: it is a folder; name a file",
                path);
        return false;
    }
    for (size_t i = 0; i < v->operand_count && !S_ISREG(st.st_mode); i++)
        if (same_file(path, v->operands[i])) {
            cli_say("stemma dedup: %s leads to an input, which would be lost; "
                    "name another file",
                    path);
            return false;
        }
    return true;
}

/* Whether all outputs can be written, as far as that can be known before the
 * work. */
static bool check_targets(const cli_values *v, const cli_target *t)
{
    for (int i = 0; i < TARGETS; i++) {
        if (!t[i].path)
            continue;
        if (!is_free(v, t[i].path))
            return false;
        for (int k = 0; k < i; k++)
            if (t[k].path && same_file(t[k].path, t[i].path) &&
                strcmp(t[i].path, "/dev/null")) {
                cli_say("stemma dedup: two outputs would go to %s", t[i].path);
                return false;
            }
    }
    return true;
}

static double megabytes(uint64_t bytes) { return (double)bytes / 1e6; }

static bool loses_most(const stm_dedup_source *s)
{
    return s->kept * 2 < s->documents;
}

static void say_sources(const stm_dedup_summary *s)
{
    if (s->source_count > 1)
        cli_say("  %10s %10s %6s  %s", "documents", "kept", "lost", "source");
    for (size_t i = 0; i < s->source_count; i++) {
        const stm_dedup_source *of = &s->sources[i];
        uint64_t lost = of->documents - of->kept;
        if (s->source_count > 1 && of->documents)
            cli_say("  %10llu %10llu %4.0f %%  %.*s",
                    (unsigned long long)of->documents,
                    (unsigned long long)of->kept,
                    100 * (double)lost / (double)of->documents,
                    (int)of->name.len, of->name.ptr);
    }
    for (size_t i = 0; i < s->source_count; i++)
        if (loses_most(&s->sources[i]))
            cli_say("warning: %.*s loses more than half of its documents; "
                    "--report names each of them",
                    (int)s->sources[i].name.len, s->sources[i].name.ptr);
}

static void say_same_ids(const stm_dedup_summary *s)
{
    if (s->same_ids)
        cli_say("note: ids of earlier documents came again %llu times; reports "
                "cannot tell these documents apart",
                (unsigned long long)s->same_ids);
}

/* What cutting took from each source. */
static void say_cut_sources(const stm_dedup_summary *s)
{
    if (s->source_count > 1)
        cli_say("  %13s %13s %6s  %s", "bytes", "kept", "lost", "source");
    for (size_t i = 0; i < s->source_count; i++) {
        const stm_dedup_source *of = &s->sources[i];
        uint64_t lost = of->bytes - of->kept_bytes;
        if (s->source_count > 1 && of->bytes)
            cli_say("  %13llu %13llu %4.0f %%  %.*s",
                    (unsigned long long)of->bytes,
                    (unsigned long long)of->kept_bytes,
                    100 * (double)lost / (double)of->bytes, (int)of->name.len,
                    of->name.ptr);
    }
    for (size_t i = 0; i < s->source_count; i++)
        if (s->sources[i].kept_bytes * 2 < s->sources[i].bytes)
            cli_say("warning: %.*s loses more than half of its bytes; --report "
                    "names each passage",
                    (int)s->sources[i].name.len, s->sources[i].name.ptr);
}

static void say_cut(const cli_values *v, const stm_dedup_summary *s)
{
    uint64_t lost = s->bytes - s->kept_bytes;
    cli_say("%llu documents (%.1f MB): %llu passages of %u bytes and more cut "
            "from %llu of them (%.1f MB, %.0f %%); %llu have no word left",
            (unsigned long long)s->documents, megabytes(s->bytes),
            (unsigned long long)s->passages, v->dedup.substrings,
            (unsigned long long)s->shortened, megabytes(lost),
            s->bytes ? 100 * (double)lost / (double)s->bytes : 0,
            (unsigned long long)s->bare);
    say_same_ids(s);
    say_cut_sources(s);
}

static void say_summary(const stm_dedup_summary *s)
{
    cli_say("%llu documents (%.1f MB): %llu kept (%.1f MB), %llu dropped: %llu "
            "exact, %llu near, %llu contained; %llu clusters",
            (unsigned long long)s->documents, megabytes(s->bytes),
            (unsigned long long)s->kept, megabytes(s->kept_bytes),
            (unsigned long long)(s->documents - s->kept),
            (unsigned long long)s->exact, (unsigned long long)s->near,
            (unsigned long long)s->contained, (unsigned long long)s->clusters);
    say_same_ids(s);
    say_sources(s);
}

/* What does not fit into memory goes to where the output goes. */
static void find_scratch(const cli_values *v, char room[PATH_MAX])
{
    const char *given = getenv("TMPDIR");
    const char *end = v->output ? strrchr(v->output, '/') : NULL;
    size_t n = end ? (size_t)(end - v->output) : 0;
    if (given && *given && strlen(given) < PATH_MAX)
        memcpy(room, given, strlen(given) + 1);
    else if (end && n < PATH_MAX)
        snprintf(room, PATH_MAX, "%.*s", (int)(n ? n : 1), v->output);
    else
        memcpy(room, ".", 2);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Reading is some two thirds of a job. */
static void print_forecast(const cli_values *v, const stm_dedup_forecast *f,
                           double seconds)
{
    double more = f->sampled ? (double)f->bytes / (double)f->sampled : 1;
    long threads = v->threads ? v->threads : sysconf(_SC_NPROCESSORS_ONLN);
    seconds *=
        1.5 * (more > 1 ? more : 1) / (threads > 1 ? (double)threads : 1);
    printf("inputs %.1f MB, of which %.1f MB were read\n"
           "documents, about %llu\nmemory, about %.0f MB\n"
           "disk beside the output, about %.1f MB\ntime, about %.0f s\n",
           megabytes(f->bytes), megabytes(f->sampled),
           (unsigned long long)f->documents, megabytes(f->memory),
           megabytes(f->disk), seconds + .5);
}

static void say_shard(const cli_values *v, const stm_dedup_summary *s)
{
    cli_say("shard %u of %u: %llu documents in %s; when all shards are there: "
            "stemma dedup merge STATE... -o OUT",
            v->dedup.shard, v->dedup.shards, (unsigned long long)s->documents,
            v->dedup.state);
}

/* `stemma dedup merge STATE...` */
static bool is_merge(const cli_values *v)
{
    return v->operand_count > 1 && !strcmp(v->operands[0], "merge");
}

static void say_done(const cli_values *v, const stm_dedup_summary *s)
{
    if (v->dedup.shards)
        say_shard(v, s);
    else if (v->dedup.substrings)
        say_cut(v, s);
    else
        say_summary(s);
}

/* What makes no sense with --substrings, or NULL. */
static const char *not_with_substrings(const cli_values *v)
{
    const cli_dedup_values *d = &v->dedup;
    const struct {
        bool there;
        const char *name;
    } others[] = {
        {d->threshold > 0, "--threshold"},
        {d->contained, "--contained"},
        {d->keep_chosen, "--keep"},
        {d->clusters, "--clusters"},
        {d->state, "--state"},
        {d->against, "--against"},
        {d->shards, "--shard"},
        {d->dry_run, "--dry-run"},
        {is_merge(v), "merge"},
    };
    for (size_t i = 0; d->substrings && i < sizeof others / sizeof *others; i++)
        if (others[i].there)
            return others[i].name;
    return NULL;
}

static stm_dedup_opts options(const cli_values *v, const char *scratch)
{
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    o.threads = v->threads;
    o.max_memory = v->max_memory;
    if (v->dedup.threshold > 0)
        o.threshold = v->dedup.threshold;
    o.contained = v->dedup.contained;
    o.as_is = v->as_is;
    o.keep = v->dedup.keep;
    o.priority = (const char *const *)v->dedup.priority;
    o.priority_count = v->dedup.priority_count;
    o.text_field = v->text_field;
    o.state = v->dedup.state;
    o.against = v->dedup.against;
    o.shard = v->dedup.shard;
    o.shards = v->dedup.shards;
    o.merge = is_merge(v);
    o.forecast = v->dedup.dry_run;
    o.substrings = v->dedup.substrings;
    o.exact = v->dedup.exact;
    o.scratch = scratch;
    o.skip = cli_skip;
    o.progress = cli_progress;
    return o;
}

/* Closes the targets, keeping what was written if all went well; the exit code
 * of the first that did not. */
static int close_targets(cli_target *t, bool keep)
{
    int code = CLI_DONE;
    for (int i = 0; i < TARGETS; i++) {
        if (keep && t[i].fd < 0 && (t[i].path || i == KEPT) && !t[i].problem)
            cli_target_open(&t[i]);
        cli_target_close(&t[i], keep);
        if (t[i].problem && code == CLI_DONE)
            code = cli_target_problem("dedup", &t[i]);
    }
    return code;
}

static int run(const cli_values *v, cli_target *t)
{
    stm_error err = {0};
    stm_dedup_summary *s;
    char scratch[PATH_MAX];
    find_scratch(v, scratch);
    stm_dedup_opts o = options(v, scratch);
    const stm_sink sinks[TARGETS] = {{write_target, &t[KEPT]},
                                     {write_target, &t[REPORT]},
                                     {write_target, &t[CLUSTERS]}};
    stm_dedup_out to = {&sinks[KEPT], t[REPORT].path ? &sinks[REPORT] : NULL,
                        t[CLUSTERS].path ? &sinks[CLUSTERS] : NULL, v->output};
    cli_progress_start(v);
    size_t skip = o.merge ? 1 : 0;
    double began = now();
    stm_status rc = stm_dedup_run(&s, v->operands + skip,
                                  v->operand_count - skip, &o, &to, &err);
    int code = close_targets(t, rc == STM_OK && !o.shards && !o.forecast);
    cli_progress_clear();
    if (rc == STM_ECANCEL || cli_interrupted()) {
        cli_say("stemma dedup: interrupted; no output was changed");
        code = CLI_INTERRUPTED;
    } else if (rc != STM_OK && code == CLI_DONE) {
        code = cli_fail("dedup", &err);
    }
    if (rc == STM_OK && code == CLI_DONE && o.forecast)
        print_forecast(v, &s->forecast, now() - began);
    else if (rc == STM_OK && code == CLI_DONE && !v->quiet)
        say_done(v, s);
    if (rc == STM_OK && code == CLI_DONE && (s->skipped || s->unread))
        code = CLI_SKIPPED;
    stm_dedup_summary_free(s);
    return code;
}

int cli_dedup(const cli_values *v)
{
    cli_target t[TARGETS] = {{.path = v->output, .fd = -1},
                             {.path = v->dedup.report, .fd = -1},
                             {.path = v->dedup.clusters, .fd = -1}};
    if (!v->operand_count) {
        cli_say("stemma dedup: no input given; name files or folders, or - for "
                "standard input: stemma dedup INPUT... -o OUT");
        return CLI_USAGE;
    }
    if (v->dedup.shards && !v->dedup.state) {
        cli_say(
            "stemma dedup: --shard needs --state DIR, where the shard goes");
        return CLI_USAGE;
    }
    const char *other = not_with_substrings(v);
    if (other) {
        cli_say("stemma dedup: --substrings cuts passages out of documents, "
                "and has no use for %s; run one after the other",
                other);
        return CLI_USAGE;
    }
    return check_targets(v, t) ? run(v, t) : CLI_USAGE;
}
