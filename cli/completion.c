/* Completion scripts, written from the tables of commands and options. */
#include "cli.h"

#include <string.h>

static void print_names(const char *between)
{
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("%s%s", c->name, between);
    printf("help%scompletion", between);
}

static void print_bash(void)
{
    fputs("_stemma() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]}\n"
          "    local before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
          "    COMPREPLY=()\n"
          "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
          "        COMPREPLY=($(compgen -W '",
          stdout);
    print_names(" ");
    fputs(" --version --help' -- \"$word\"))\n        return\n    fi\n"
          "    case ${COMP_WORDS[1]} in\n",
          stdout);
    for (const cli_command *c = cli_commands; c->name; c++) {
        printf("    %s) options='", c->name);
        for (const cli_option *o = cli_options; o->name; o++)
            if (o->commands & c->bit)
                printf("--%s ", o->name);
        puts("' ;;");
    }
    fputs("    help) options='", stdout);
    print_names(" ");
    fputs("' ;;\n    completion) options='bash zsh fish' ;;\n    esac\n"
          "    case $before in\n",
          stdout);
    for (const cli_option *o = cli_options; o->name; o++)
        if (o->choices)
            printf("    --%s) options='%s' ;;\n", o->name, o->choices);
    fputs("    esac\n"
          "    case ${COMP_WORDS[1]}:$word in\n"
          "    help:* | completion:* | *:-*) ;;\n"
          "    *) compopt -o default ;;\n"
          "    esac\n"
          "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
          "}\ncomplete -F _stemma stemma\n",
          stdout);
}

static bool names_file(const cli_option *o)
{
    return !strcmp(o->value, "FILE") || !strcmp(o->value, "PATH") ||
           !strcmp(o->value, "DIR");
}

static void print_zsh_options(const cli_command *c)
{
    printf("    %s) _arguments", c->name);
    for (const cli_option *o = cli_options; o->name; o++) {
        if (!(o->commands & c->bit))
            continue;
        printf(" \\\n        '--%s%s[%s]", o->name, o->value ? "=" : "",
               o->help);
        if (o->choices)
            printf(":%s:(%s)", o->value, o->choices);
        else if (o->value)
            printf(":%s:%s", o->value, names_file(o) ? "_files" : "");
        putchar('\'');
    }
    puts(" \\\n        '*:capture:_files' ;;");
}

static void print_zsh(void)
{
    puts("#compdef stemma\n_stemma() {\n"
         "    if (( CURRENT == 2 )); then\n        _values command \\");
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("            '%s[%s]' \\\n", c->name, c->summary);
    puts("            'help[show help]' 'completion[print completion]'\n"
         "        return\n    fi\n    local command=$words[2]\n"
         "    shift words; (( CURRENT-- ))\n    case $command in");
    for (const cli_command *c = cli_commands; c->name; c++)
        print_zsh_options(c);
    puts("    completion) _values shell bash zsh fish ;;\n"
         "    help) _values command \\");
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("            %s \\\n", c->name);
    puts("            help completion ;;\n    esac\n}\ncompdef _stemma stemma");
}

static void print_fish(void)
{
    puts("complete -c stemma -n __fish_use_subcommand -f");
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("complete -c stemma -n __fish_use_subcommand -a %s -d '%s'\n",
               c->name, c->summary);
    puts("complete -c stemma -n __fish_use_subcommand -a help -d 'show help'\n"
         "complete -c stemma -n __fish_use_subcommand -a completion "
         "-d 'print completion'\n"
         "complete -c stemma -n '__fish_seen_subcommand_from completion' -f "
         "-a 'bash zsh fish'");
    for (const cli_command *c = cli_commands; c->name; c++)
        for (const cli_option *o = cli_options; o->name; o++) {
            if (!(o->commands & c->bit))
                continue;
            printf("complete -c stemma -n '__fish_seen_subcommand_from %s' "
                   "-l %s",
                   c->name, o->name);
            if (o->letter)
                printf(" -s %c", o->letter);
            if (o->choices)
                printf(" -xa '%s'", o->choices);
            else if (o->value)
                fputs(" -r", stdout);
            printf(" -d '%s'\n", o->help);
        }
}

int cli_completion(int count, char **words)
{
    static const struct {
        const char *shell;
        void (*print)(void);
    } shells[] = {
        {"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    for (size_t i = 0; count == 1 && i < 3; i++)
        if (!strcmp(words[0], shells[i].shell)) {
            shells[i].print();
            return CLI_DONE;
        }
    cli_say("stemma completion: takes the name of a shell: bash, zsh or "
            "fish");
    return CLI_USAGE;
}
