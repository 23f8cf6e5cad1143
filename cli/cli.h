/* What the commands share. Only the command line prints, and only here. */
#ifndef STM_CLI_CLI_H
#define STM_CLI_CLI_H

#include <stdio.h>

#include <stemma/stemma.h>

/* Exit codes of the contract. */
enum {
    CLI_DONE = 0,
    CLI_USAGE = 2,   /* wrong usage, or nothing could be read */
    CLI_SKIPPED = 3, /* done, but some inputs were left out */
    CLI_LIMIT = 4,
    CLI_INTERRUPTED = 130
};

typedef enum cli_form {
    CLI_TERMINAL,
    CLI_JSON,
    CLI_HTML,
    CLI_DOT,
    CLI_SVG,
    CLI_MARKDOWN,
    CLI_GRAPHML,
    CLI_TEI,
    CLI_CSV,
    CLI_COLLATION,
    CLI_FORMS
} cli_form;

typedef enum cli_when { CLI_AUTO, CLI_ALWAYS, CLI_NEVER } cli_when;

/* What it asked of dedup. */
typedef struct cli_dedup_values {
    double threshold; /* 0: the usual one */
    bool contained, keep_chosen;
    stm_dedup_keep keep;
    char **priority, *names; /* malloc'd */
    size_t priority_count;
    const char *report, *clusters, *state, *against;
    uint32_t shard, shards; /* 0: no shard */
    uint32_t substrings;    /* bytes of a passage; 0: whole documents */
    bool exact;             /* by the order of all words */
    bool dry_run;
} cli_dedup_values;

/* What a command line asked for. */
typedef struct cli_values {
    cli_form form;
    const char *output; /* NULL: standard output */
    const char *pairs, *corpus, *text_field, *thesaurus;
    const char *reconstruct; /* folder for the lost texts, or NULL */
    unsigned alternatives, samples;
    bool timeline;
    unsigned threads;
    uint64_t max_memory;
    cli_when colour;
    bool quiet, verbose, as_is, progress, help;
    cli_dedup_values dedup;
    const char **operands; /* into argv */
    size_t operand_count;
} cli_values;

typedef struct cli_command {
    const char *name;
    const char *operands; /* "PATH..." */
    const char *summary;  /* one line */
    const char *more;     /* paragraphs for its help */
    unsigned bit;         /* marks its rows in the option table */
    int (*run)(const cli_values *v);
} cli_command;

enum {
    CLI_BIT_TREE = 1,
    CLI_BIT_DIFF = 2,
    CLI_BIT_EXTRACT = 4,
    CLI_BIT_DEDUP = 8,
    CLI_BIT_EXPLAIN = 16
};

/* main.c: ends with a row without name. */
extern const cli_command cli_commands[];
const cli_command *cli_find_command(const char *name);

/* options.c: a row an option; feeds the parser, help and completion. */
typedef struct cli_option {
    char letter; /* or 0 */
    const char *name;
    const char *value;   /* what it takes, or NULL */
    const char *choices; /* "auto always never", or NULL */
    unsigned commands;   /* bits of the commands that take it */
    const char *help;
    const char *(*set)(cli_values *v, const char *value); /* problem or NULL */
} cli_option;

extern const cli_option cli_options[]; /* ends with a row without name */

/* dedup_options.c */
const char *cli_set_threshold(cli_values *v, const char *value);
const char *cli_set_contained(cli_values *v, const char *value);
const char *cli_set_keep(cli_values *v, const char *value);
const char *cli_set_report(cli_values *v, const char *value);
const char *cli_set_against(cli_values *v, const char *value);
const char *cli_set_shard(cli_values *v, const char *value);
const char *cli_set_dry_run(cli_values *v, const char *value);
const char *cli_set_substrings(cli_values *v, const char *value);
const char *cli_set_exact_substrings(cli_values *v, const char *value);
const char *cli_set_state(cli_values *v, const char *value);
const char *cli_set_clusters(cli_values *v, const char *value);

/* Fills `v` from the words behind the command; false after saying what is
 * wrong. `v->operands` has room for all words. */
bool cli_parse(const cli_command *c, int count, char **words, cli_values *v);
/* nearer.c: slips of the finger that a suggestion forgives. */
enum { CLI_SLIPS = 2 };
/* `name` where it is nearer to what was typed than `*least`, which it then
 * lowers; else `best`. */
const char *cli_nearer(const char *typed, const char *name, const char *best,
                       size_t *least);

/* cmd_*.c */
int cli_tree(const cli_values *v);
int cli_diff(const cli_values *v);
int cli_extract(const cli_values *v);
int cli_dedup(const cli_values *v);
int cli_explain(const cli_values *v);
int cli_help(int count, char **words);
int cli_completion(int count, char **words);
void cli_print_help(FILE *out, const cli_command *c); /* NULL: of all */

/* talk.c: standard error. Control characters of names become \xNN. */
void cli_say(const char *format, ...) STM_PRINTF(1, 2);
void cli_skip(void *user, const stm_skip *what);
void cli_cut(void *user, const stm_skip *what);
/* Says what went wrong; the exit code. */
int cli_fail(const char *command, const stm_error *err);

/* progress.c */
void cli_progress_start(const cli_values *v);
bool cli_progress(void *user, const char *stage, uint64_t done, uint64_t all);
void cli_progress_clear(void);
/* True once the user has pressed Ctrl-C. */
bool cli_interrupted(void);
/* A file to be removed when the user's Ctrl-C ends the program; NULL: none. */
void cli_remove_when_interrupted(const char *path);
/* From `hold` to `release` Ctrl-C waits for what is being written. */
void cli_interrupt_hold(void);
void cli_interrupt_release(void);

/* target.c: where the command line wants the output. */
typedef struct cli_target {
    const char *path; /* NULL: standard output */
    char *temp;       /* what is renamed to `path`, or NULL: written straight */
    int fd;           /* -1: not open */
    int problem;      /* errno of the first failure */
} cli_target;

bool cli_target_open(cli_target *t);
/* The sink's call; `user` is the target. */
stm_status cli_target_write(void *user, const char *bytes, size_t len);
/* The same for output that comes while inputs are read: the target is opened
 * with the first bytes. A folder that holds it has been listed by then, so the
 * job does not read what it writes. */
stm_status cli_target_stream(void *user, const char *bytes, size_t len);
/* Keeps what was written, if all went well. */
void cli_target_close(cli_target *t, bool keep);
/* Says what went wrong with a target; the exit code. */
int cli_target_problem(const char *command, const cli_target *t);

/* output.c: writes a report to where the command line wants it and says what
 * went wrong; the exit code. */
int cli_write(const cli_values *v, const char *command, const stm_result *r);

/* lost.c: the lost texts of a result into the folder asked for. */
int cli_write_lost(const cli_values *v, const stm_result *r);

/* job.c: options for the library from the command line. */
stm_run_opts cli_run_opts(const cli_values *v);
/* Writes the result, frees it, says what was left out; the exit code. */
int cli_finish(const cli_values *v, const char *command, stm_result *r);
/* Closes the target of a job that has written as it went; the exit code. */
int cli_finish_stream(const char *command, cli_target *t,
                      const stm_tally *tally, stm_status rc,
                      const stm_error *err);

#endif
