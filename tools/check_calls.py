#!/usr/bin/env python3
"""Fails when a source calls what the house has banned.

    check_calls.py [ROOT]        check the tree at ROOT (default: this one)
    check_calls.py --self-test   plant bad calls and see that they are found

Everywhere: calls that overrun buffers, keep hidden state or hide errors. In
the library also: what prints, ends the program, reads a clock, or depends on
the locale; but for its make_*.c, programs that write tables for the build.
Comments and strings do not count.
"""

import pathlib
import re
import sys
import tempfile

ANYWHERE = '''strcpy strcat sprintf vsprintf stpcpy strtok gets atoi atol atof
    localtime gmtime asctime ctime rand srand random tmpnam mktemp alloca
    '''.split()
LIBRARY = '''exit _exit quick_exit abort raise system popen
    printf vprintf fprintf vfprintf dprintf puts fputs putchar perror fopen
    time clock gettimeofday clock_gettime getenv
    setlocale strcoll strxfrm strerror strtod strtof strtold
    isalpha isupper islower isdigit isxdigit isspace isalnum ispunct isprint
    tolower toupper strcasecmp strncasecmp strcasestr mbstowcs wcstombs mbrtowc
    '''.split()
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"'
                   r"|'(?:\\.|[^'\\\n])*'", re.S)


def blank(found):
    return re.sub(r'[^\n]', ' ', found[0])


def find_calls(text, names):
    call = re.compile(r'(?<![\w.>])(' + '|'.join(names) + r')\s*\(')
    for number, line in enumerate(NOISE.sub(blank, text).splitlines(), 1):
        for found in call.finditer(line):
            yield number, found[1]


def check(root):
    faults = []
    for folder, names in [('include', ANYWHERE + LIBRARY),
                          ('src', ANYWHERE + LIBRARY), ('cli', ANYWHERE),
                          ('tests', ANYWHERE), ('bench', ANYWHERE)]:
        for path in sorted((root / folder).rglob('*')):
            if path.suffix not in {'.c', '.h', '.inc'}:
                continue
            text = path.read_text(encoding='utf-8', errors='replace')
            builder = path.name.startswith('make_')
            banned = ANYWHERE if builder else names
            for number, name in find_calls(text, banned):
                place = path.relative_to(root)
                faults.append(f'{place}:{number}: {name} is banned')
    return faults


def self_test():
    planted = [
        ('src/a/a.c', 'void f(void) { exit (1); }', 1),
        ('src/a/a.c', '/* exit(1) */ char *s = "abort()"; // puts(s)', 0),
        ('src/a/a.c', 'q->exit(1); q.time(0); my_exit(2); snprintf(b, 1);', 0),
        ('src/a/a.h', 'if (c == \'"\') printf("x");', 1),
        ('src/a/make_a.c', 'printf("x"); gets(s);', 1),
        ('cli/a.c', 'printf("x"); exit(1);', 0),
        ('cli/a.c', 'x = atoi(s);\ny = strtok(s, ",");', 2),
        ('tests/a/b/a.c', 'strcpy(a, b);', 1),
    ]
    faults = []
    for name, text, count in planted:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding='utf-8')
            found = len(check(pathlib.Path(folder)))
        if found != count:
            faults.append(f'found {found} of {count} in {text!r}')
    return faults


def main():
    if sys.argv[1:] == ['--self-test']:
        faults = self_test()
    else:
        here = pathlib.Path(__file__).resolve().parent.parent
        faults = check(pathlib.Path(sys.argv[1]) if sys.argv[1:] else here)
    print('\n'.join(faults) if faults else 'no banned calls')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
