#include "cli.h"

#include <stdlib.h>
#include <string.h>

static bool read_number(const char **s, uint64_t *out)
{
    uint64_t n = 0;
    const char *p = *s;
    for (; *p >= '0' && *p <= '9'; p++)
        if (__builtin_mul_overflow(n, 10, &n) ||
            __builtin_add_overflow(n, (uint64_t)(*p - '0'), &n))
            return false;
    if (p == *s)
        return false;
    *s = p;
    *out = n;
    return true;
}

static const char *set_form(cli_values *v, cli_form form)
{
    if (v->form != CLI_TERMINAL && v->form != form)
        return "only one form (--json, --html, ...) can be had at once";
    v->form = form;
    return NULL;
}

static const char *set_json(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_JSON);
}

static const char *set_html(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_HTML);
}

static const char *set_dot(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_DOT);
}

static const char *set_svg(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_SVG);
}

static const char *set_markdown(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_MARKDOWN);
}

static const char *set_graphml(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_GRAPHML);
}

static const char *set_tei(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_TEI);
}

static const char *set_csv(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_CSV);
}

static const char *set_collation(cli_values *v, const char *value)
{
    (void)value;
    return set_form(v, CLI_COLLATION);
}

static const char *set_reconstruct(cli_values *v, const char *value)
{
    v->reconstruct = value;
    return *value ? NULL : "needs the name of a folder";
}

static const char *set_timeline(cli_values *v, const char *value)
{
    (void)value;
    v->timeline = true;
    return NULL;
}

static const char *set_alternatives(cli_values *v, const char *value)
{
    uint64_t n;
    if (!read_number(&value, &n) || *value || n < 1 || n > 1000)
        return "takes a number of trees from 1 to 1000";
    v->alternatives = (unsigned)n;
    return NULL;
}

static const char *set_support(cli_values *v, const char *value)
{
    uint64_t n;
    if (!read_number(&value, &n) || *value || n < 1 || n > 10000)
        return "takes a number of trees from 1 to 10000";
    v->samples = (unsigned)n;
    return NULL;
}

static const char *set_output(cli_values *v, const char *value)
{
    if (!*value)
        return "needs the name of a file";
    v->output = value;
    return NULL;
}

static const char *set_pairs(cli_values *v, const char *value)
{
    v->pairs = value;
    return *value ? NULL : "needs the name of a file";
}

static const char *set_corpus(cli_values *v, const char *value)
{
    v->corpus = value;
    return *value ? NULL : "needs the name of a file or folder";
}

static const char *set_text_field(cli_values *v, const char *value)
{
    v->text_field = value;
    return *value ? NULL : "needs the name of a field";
}

static const char *set_thesaurus(cli_values *v, const char *value)
{
    v->thesaurus = value;
    return *value ? NULL : "needs the name of a file";
}

static const char *set_threads(cli_values *v, const char *value)
{
    uint64_t n;
    if (!read_number(&value, &n) || *value || n < 1 || n > 1024)
        return "takes a number of threads from 1 to 1024";
    v->threads = (unsigned)n;
    return NULL;
}

static const char *set_max_memory(cli_values *v, const char *value)
{
    static const char problem[] = "takes a size such as 500M or 2G";
    static const char units[] = "KMGT";
    uint64_t n;
    if (!read_number(&value, &n) || !n)
        return problem;
    const char *unit = *value ? strchr(units, *value & ~0x20) : NULL;
    if (unit) {
        uint64_t factor = UINT64_C(1) << (10 * (unit - units + 1));
        if (__builtin_mul_overflow(n, factor, &n))
            return problem;
        value++;
        if (*value == 'i')
            value++;
    }
    if (*value == 'B' || *value == 'b')
        value++;
    v->max_memory = n;
    return *value ? problem : NULL;
}

static const char *set_colour(cli_values *v, const char *value)
{
    if (!strcmp(value, "auto"))
        v->colour = CLI_AUTO;
    else if (!strcmp(value, "always"))
        v->colour = CLI_ALWAYS;
    else if (!strcmp(value, "never"))
        v->colour = CLI_NEVER;
    else
        return "takes auto, always or never";
    return NULL;
}

static const char *set_as_is(cli_values *v, const char *value)
{
    (void)value;
    v->as_is = true;
    return NULL;
}

static const char *set_quiet(cli_values *v, const char *value)
{
    (void)value;
    v->quiet = true;
    return NULL;
}

static const char *set_verbose(cli_values *v, const char *value)
{
    (void)value;
    v->verbose = true;
    return NULL;
}

static const char *set_progress(cli_values *v, const char *value)
{
    (void)value;
    v->progress = true;
    return NULL;
}

static const char *set_help(cli_values *v, const char *value)
{
    (void)value;
    v->help = true;
    return NULL;
}

#define BOTH (CLI_BIT_TREE | CLI_BIT_DIFF)
#define ALL (BOTH | CLI_BIT_EXTRACT)
#define EACH (ALL | CLI_BIT_DEDUP)
#define HELP (EACH | CLI_BIT_EXPLAIN)

const cli_option cli_options[] = {
    {0, "json", NULL, NULL, ALL | CLI_BIT_EXPLAIN, "the result for programs",
     set_json},
    {0, "html", NULL, NULL, BOTH, "a page for a browser, in one file",
     set_html},
    {0, "dot", NULL, NULL, CLI_BIT_TREE, "the tree for Graphviz", set_dot},
    {0, "svg", NULL, NULL, CLI_BIT_TREE, "the tree as a picture", set_svg},
    {0, "graphml", NULL, NULL, CLI_BIT_TREE,
     "the tree for programs that draw graphs", set_graphml},
    {0, "tei", NULL, NULL, CLI_BIT_TREE,
     "a critical apparatus of each family, in TEI", set_tei},
    {0, "csv", NULL, NULL, CLI_BIT_TREE,
     "the table of readings for a spreadsheet", set_csv},
    {0, "collation", NULL, NULL, CLI_BIT_TREE,
     "the table of readings for programs, as JSON", set_collation},
    {0, "timeline", NULL, NULL, CLI_BIT_TREE,
     "the versions in time, and what changed in each", set_timeline},
    {0, "alternatives", "N", NULL, CLI_BIT_TREE, "the N next best trees, too",
     set_alternatives},
    {0, "support", "N", NULL, CLI_BIT_TREE,
     "draw N trees of resampled readings (up to 64 texts: 100)", set_support},
    {0, "reconstruct", "DIR", NULL, CLI_BIT_TREE,
     "write what lost versions likely said into DIR", set_reconstruct},
    {0, "markdown", NULL, NULL, CLI_BIT_EXTRACT,
     "the content with its headings, lists and tables", set_markdown},
    {0, "pairs", "FILE", NULL, CLI_BIT_DIFF,
     "compare the pairs of ids in FILE, a pair a line", set_pairs},
    {0, "corpus", "PATH", NULL, CLI_BIT_DIFF,
     "where the captures with these ids are", set_corpus},
    {'o', "output", "FILE", NULL, EACH,
     "write to FILE instead of standard output", set_output},
    {0, "threshold", "SHARE", NULL, CLI_BIT_DEDUP,
     "how alike near documents are, from 0 to 1 (default: 0.8)",
     cli_set_threshold},
    {0, "contained", NULL, NULL, CLI_BIT_DEDUP,
     "drop also what stands mostly in another document", cli_set_contained},
    {0, "substrings", "N", NULL, CLI_BIT_DEDUP,
     "cut passages of N bytes that came before, not documents",
     cli_set_substrings},
    {0, "exact-substrings", "N", NULL, CLI_BIT_DEDUP,
     "the same by a suffix array: 24 bytes of memory a word",
     cli_set_exact_substrings},
    {0, "keep", "WHICH", NULL, CLI_BIT_DEDUP,
     "first, longest, earliest or priority:SOURCE,...", cli_set_keep},
    {0, "report", "FILE", NULL, CLI_BIT_DEDUP,
     "write a line of JSON for each document dropped, or passage cut",
     cli_set_report},
    {0, "clusters", "FILE", NULL, CLI_BIT_DEDUP,
     "write a line of JSON for each cluster", cli_set_clusters},
    {0, "state", "DIR", NULL, CLI_BIT_DEDUP,
     "keep in DIR what is needed to go on, and to explain", cli_set_state},
    {0, "against", "DIR", NULL, CLI_BIT_DEDUP,
     "drop also what the job with this state has seen", cli_set_against},
    {0, "shard", "I/N", NULL, CLI_BIT_DEDUP,
     "read part I of N into --state, for dedup merge", cli_set_shard},
    {0, "dry-run", NULL, NULL, CLI_BIT_DEDUP,
     "say what memory and disk it would take, and stop", cli_set_dry_run},
    {'v', "verbose", NULL, NULL, BOTH,
     "show every passage and all the evidence", set_verbose},
    {'q', "quiet", NULL, NULL, EACH,
     "no progress and no notes, only what went wrong", set_quiet},
    {0, "as-is", NULL, NULL, EACH,
     "take the whole text; leave no menus or adverts out", set_as_is},
    {0, "text-field", "NAME", NULL, EACH,
     "where JSON lines have their text, if not in \"text\"", set_text_field},
    {0, "thesaurus", "FILE", NULL, BOTH,
     "know the synonyms of this thesaurus (th_en_US_v2.dat)", set_thesaurus},
    {'j', "threads", "N", NULL, EACH,
     "work on N threads (default: all processors)", set_threads},
    {0, "max-memory", "SIZE", NULL, ALL,
     "give up rather than take more memory (500M, 2G)", set_max_memory},
    {0, "max-memory", "SIZE", NULL, CLI_BIT_DEDUP,
     "take no more memory (500M, 2G) but the disk", set_max_memory},
    {0, "color", "WHEN", "auto always never", BOTH,
     "colours: auto, always or never", set_colour},
    {0, "progress", NULL, NULL, EACH, "show progress also where no terminal is",
     set_progress},
    {'h', "help", NULL, NULL, HELP, "show this help", set_help},
    {0, NULL, NULL, NULL, 0, NULL, NULL},
};

typedef struct parser {
    const cli_command *command;
    char **words;
    int count, at;
    cli_values *values;
} parser;

static const cli_option *find_long(const cli_command *c, const char *name,
                                   size_t len)
{
    for (const cli_option *o = cli_options; o->name; o++)
        if ((o->commands & c->bit) && strlen(o->name) == len &&
            !strncmp(o->name, name, len))
            return o;
    return NULL;
}

static const cli_option *find_short(const cli_command *c, char letter)
{
    for (const cli_option *o = cli_options; o->name; o++)
        if ((o->commands & c->bit) && o->letter == letter)
            return o;
    return NULL;
}

static bool apply(parser *p, const cli_option *o, const char *value)
{
    const char *problem = o->set(p->values, value);
    if (problem && value)
        cli_say("stemma %s: --%s=%s: %s", p->command->name, o->name, value,
                problem);
    else if (problem)
        cli_say("stemma %s: --%s: %s", p->command->name, o->name, problem);
    return !problem;
}

/* The value is the rest of the word or the next word. */
static bool apply_with_value(parser *p, const cli_option *o, const char *rest)
{
    if (!rest && p->at < p->count)
        rest = p->words[p->at++];
    if (rest)
        return apply(p, o, rest);
    cli_say("stemma %s: --%s needs a value: --%s %s", p->command->name, o->name,
            o->name, o->value);
    return false;
}

static bool unknown_option(const cli_command *c, const char *typed)
{
    const char *near = NULL;
    size_t least = CLI_SLIPS + 1;
    for (const cli_option *o = cli_options; o->name; o++)
        if (o->commands & c->bit)
            near = cli_nearer(typed, o->name, near, &least);
    cli_say("stemma %s: there is no option --%s%s%s%s ('stemma help %s' lists "
            "all)",
            c->name, typed, near ? "; did you mean --" : "", near ? near : "",
            near ? "?" : "", c->name);
    return false;
}

static bool parse_long(parser *p, const char *word)
{
    const char *equals = strchr(word, '=');
    size_t len = equals ? (size_t)(equals - word) : strlen(word);
    const cli_option *o = find_long(p->command, word, len);
    if (!o)
        return unknown_option(p->command, word);
    if (o->value)
        return apply_with_value(p, o, equals ? equals + 1 : NULL);
    if (!equals)
        return apply(p, o, NULL);
    cli_say("stemma %s: --%s takes no value", p->command->name, o->name);
    return false;
}

/* "-qv", "-j4", "-j 4" */
static bool parse_short(parser *p, const char *letters)
{
    while (*letters) {
        const cli_option *o = find_short(p->command, *letters);
        if (!o) {
            cli_say("stemma %s: there is no option -%c ('stemma help %s' "
                    "lists all)",
                    p->command->name, *letters, p->command->name);
            return false;
        }
        letters++;
        if (o->value)
            return apply_with_value(p, o, *letters ? letters : NULL);
        if (!apply(p, o, NULL))
            return false;
    }
    return true;
}

bool cli_parse(const cli_command *c, int count, char **words, cli_values *v)
{
    parser p = {c, words, count, 0, v};
    bool only_operands = false;
    while (p.at < p.count) {
        const char *word = words[p.at++];
        bool ok = true;
        if (only_operands || word[0] != '-' || !word[1])
            v->operands[v->operand_count++] = word;
        else if (!strcmp(word, "--"))
            only_operands = true;
        else if (word[1] == '-')
            ok = parse_long(&p, word + 2);
        else
            ok = parse_short(&p, word + 1);
        if (!ok)
            return false;
    }
    return true;
}
