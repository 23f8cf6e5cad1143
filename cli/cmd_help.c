#include "cli.h"

#include <string.h>

static void print_option(FILE *out, const cli_option *o)
{
    char left[64];
    int n = o->letter ? snprintf(left, sizeof left, "  -%c, ", o->letter)
                      : snprintf(left, sizeof left, "      ");
    snprintf(left + n, sizeof left - (size_t)n, "--%s%s%s", o->name,
             o->value ? (o->letter ? " " : "=") : "", o->value ? o->value : "");
    fprintf(out, "%-26s %s\n", left, o->help);
}

static void print_command_help(FILE *out, const cli_command *c)
{
    fprintf(out, "stemma %s: %s\n\nUsage: stemma %s [OPTION...] %s\n\n%s\n",
            c->name, c->summary, c->name, c->operands, c->more);
    fputs(
        "\nFiles are told by their content: plain text in any encoding, HTML, "
        "JSON lines,\nWARC, ARC and WET, each bare or packed with gzip, zstd, "
        "xz "
        "or bzip2, and zip and\ntar archives of them.\n\nOptions\n",
        out);
    for (const cli_option *o = cli_options; o->name; o++)
        if (o->commands & c->bit)
            print_option(out, o);
    fputs("\nExit codes: 0 done; 2 wrong usage, or nothing could be read; 3 "
          "done, but some\ninputs were left out or read in part, each named on "
          "standard error; 4 a limit\nwas hit; 130 interrupted.\n",
          out);
}

static void print_overview(FILE *out)
{
    fputs("stemma tells which texts are copies, revisions, excerpts, reprints "
          "or reworded\ncopies of which, with proof, and draws their family "
          "tree.\n\nUsage: stemma COMMAND [OPTION...] ...\n\nCommands\n",
          out);
    for (const cli_command *c = cli_commands; c->name; c++) {
        char left[64];
        snprintf(left, sizeof left, "  %s %s", c->name, c->operands);
        fprintf(out, "%-24s %s\n", left, c->summary);
    }
    fputs("  help [COMMAND]         this help, or that of a command\n"
          "  completion SHELL       completion for bash, zsh or fish\n"
          "  --version              the version of this program\n"
          "\nTry: stemma tree FOLDER\n",
          out);
}

void cli_print_help(FILE *out, const cli_command *c)
{
    if (c)
        print_command_help(out, c);
    else
        print_overview(out);
}

int cli_help(int count, char **words)
{
    const cli_command *c = count ? cli_find_command(words[0]) : NULL;
    if (count && !c) {
        cli_say("stemma help: there is no command '%s' ('stemma help' lists "
                "all)",
                words[0]);
        return CLI_USAGE;
    }
    cli_print_help(stdout, c);
    return CLI_DONE;
}
