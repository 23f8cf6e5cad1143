#include "cli.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const cli_command cli_commands[] = {
    {"tree", "PATH...", "the family tree of some captures",
     "A PATH is a file, a folder (all files in it count), or - for standard "
     "input; a\nfile may hold many captures. The result names what each pair "
     "of "
     "texts is to each\nother, which came first, and why, and draws the tree "
     "with "
     "the versions that were\nlost.",
     CLI_BIT_TREE, cli_tree},
    {"diff", "A B", "two captures, passage by passage",
     "A and B are files, folders or - for standard input; of several captures "
     "in "
     "one\nthe first counts. Shows what both texts share, what was changed, "
     "and "
     "what only\none has.\n\nMany at once: stemma diff --json --pairs FILE "
     "--corpus DOCS.jsonl prints one\nline for each pair of ids in FILE, which "
     "have a tab between them. An id that the\ncorpus has not is named, and "
     "its "
     "pairs are left out.",
     CLI_BIT_DIFF, cli_diff},
    {"extract", "PATH...", "content, title, authors and dates of captures",
     "Prints what the author wrote, without menus, adverts and comments: as "
     "text, as\nMarkdown, or with --json all that is known of each capture, "
     "one a "
     "line. A page\nthat went over a limit is named: only a part of it was "
     "read.",
     CLI_BIT_EXTRACT, cli_extract},
    {"dedup", "INPUT...", "near-duplicate removal over a corpus",
     "An INPUT is a file of JSON lines, a web archive (WARC, WET, ARC), a text "
     "or a page,\nall of them packed or not, a folder of such, or - for "
     "standard input. Of documents\nthat are the same or nearly so one is "
     "kept. Lines of JSON are written unchanged and\nin order; a text or a "
     "page becomes a line with its id, address, date and content.\nThe output "
     "may have the name of an input: it is replaced when all is done.\n\n"
     "--substrings N cuts passages of N bytes or more that came before, and "
     "leaves the\nrest of their documents; --report tells of each. "
     "--exact-substrings N finds the\nsame by the order of all words, which "
     "takes 24 bytes of memory for each word; where\n--max-memory is less it "
     "is refused.\n\nA "
     "corpus of many machines: "
     "each reads its part with --shard I/N --state DIR;\nstemma dedup merge "
     "DIR... -o OUT gives what one job would have given.",
     CLI_BIT_DEDUP, cli_dedup},
    {"explain", "STATE ID", "why a document was dropped by dedup",
     "STATE is the folder that dedup was given with --state, ID the document's "
     "id. Shows\nthe document that was kept, and the passages that both have.",
     CLI_BIT_EXPLAIN, cli_explain},
    {NULL, NULL, NULL, NULL, 0, NULL},
};

const cli_command *cli_find_command(const char *name)
{
    for (const cli_command *c = cli_commands; c->name; c++)
        if (!strcmp(c->name, name))
            return c;
    return NULL;
}

static int unknown_command(const char *typed)
{
    size_t least = CLI_SLIPS + 1;
    const char *near = cli_nearer(typed, "help", NULL, &least);
    near = cli_nearer(typed, "completion", near, &least);
    for (const cli_command *c = cli_commands; c->name; c++)
        near = cli_nearer(typed, c->name, near, &least);
    if (access(typed, F_OK) == 0)
        cli_say("stemma: '%s' is a file, not a command; for its family tree: "
                "stemma tree PATH...",
                typed);
    else
        cli_say("stemma: there is no command '%s'%s%s%s ('stemma help' lists "
                "all)",
                typed, near ? "; did you mean '" : "", near ? near : "",
                near ? "'?" : "");
    return CLI_USAGE;
}

static int run_command(const cli_command *c, int count, char **words)
{
    cli_values v = {.operands = calloc((size_t)count + 1, sizeof(char *))};
    int code = CLI_USAGE;
    if (!v.operands) {
        cli_say("stemma %s: out of memory", c->name);
        return CLI_LIMIT;
    }
    if (cli_parse(c, count, words, &v)) {
        if (v.help)
            cli_print_help(stdout, c);
        code = v.help ? CLI_DONE : c->run(&v);
    }
    free(v.dedup.priority);
    free(v.dedup.names);
    free(v.operands);
    return code;
}

static int dispatch(int count, char **words)
{
    if (!count) {
        cli_print_help(stderr, NULL);
        return CLI_USAGE;
    }
    const char *word = words[0];
    const cli_command *c = cli_find_command(word);
    if (c)
        return run_command(c, count - 1, words + 1);
    if (!strcmp(word, "help") || !strcmp(word, "--help") || !strcmp(word, "-h"))
        return cli_help(count - 1, words + 1);
    if (!strcmp(word, "completion"))
        return cli_completion(count - 1, words + 1);
    if (!strcmp(word, "--version")) {
        printf("stemma %s\n", stm_version());
        return CLI_DONE;
    }
    return unknown_command(word);
}

/* What help and completion printed has to have arrived, too. */
int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a failed write says so itself, */
    signal(SIGXFSZ, SIG_IGN); /* also one of a file too large */
    int code = dispatch(argc - 1, argv + 1);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        if (errno == EPIPE) {
            signal(SIGPIPE, SIG_DFL);
            raise(SIGPIPE);
        }
        cli_say("stemma: cannot write standard output: %s", strerror(errno));
        return CLI_LIMIT;
    }
    return code;
}
