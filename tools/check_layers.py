#!/usr/bin/env python3
"""Fails when an include breaks the layers of src/LAYERS.

    check_layers.py [ROOT]        check the tree at ROOT (default: this one)
    check_layers.py --self-test   plant bad includes and see that they are found

A room may include <stemma/ROOM.h> and "ROOM/file.h" of itself and of base,
<stemma/OTHER.h> of the rooms that LAYERS gives it, and "OTHER/file.h" only of
given rooms that have no public header. Public headers obey the same rows.
Programs (cli) see <stemma/...> and their own headers, nothing else. System
headers that open files or start threads belong to base.
"""

import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCES = {'.c', '.h', '.inc'}
# Rooms of src/ that may open files, ask the CPU, start threads: base alone.
BASE_ONLY = {'dirent.h', 'fcntl.h', 'ftw.h', 'pthread.h', 'sched.h',
             'spawn.h', 'sys/mman.h', 'sys/socket.h', 'sys/stat.h',
             'threads.h', 'unistd.h', 'locale.h', 'time.h', 'signal.h'}


def read_layers(path):
    layers = {}
    for line in path.read_text(encoding='utf-8').splitlines():
        line = line.split('#')[0].strip()
        if line:
            room, _, given = line.partition(':')
            layers[room.strip()] = set(given.split())
    return layers


def includes(path):
    text = path.read_text(encoding='utf-8', errors='replace')
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1] == '<', found[2]


def judge_library(room, layers, public, angled, name):
    """Why a file of a room of src/ may not include `name`, or None."""
    seen = {room, 'base'} | layers[room]
    where, _, rest = name.partition('/')
    if where == 'stemma':
        if not angled:
            return 'public headers are included as <stemma/...>'
        other = rest.removesuffix('.h')
        return None if other in seen else f'{room} may not see {other}'
    if angled:
        if room != 'base' and name in BASE_ONLY:
            return f'<{name}> belongs to base'
        return None
    if not rest:
        if name.endswith('.inc'):  # a table made beside its room
            return None
        return 'headers of a room are included as "room/file.h"'
    if where in (room, 'base'):
        return None
    if where not in seen:
        return f'{room} may not see {where}'
    if where in public:
        return f'{where} is seen through <stemma/{where}.h> alone'
    return None


def judge_program(room, layers, public, angled, name):
    where, _, rest = name.partition('/')
    if angled:
        return None
    if where == 'stemma':
        return 'public headers are included as <stemma/...>'
    if rest and where != room:
        return f'{room} sees only <stemma/...>'
    return None


def walk(root, layers):
    """(file, room, judge) of all that is checked."""
    for room in sorted(layers):
        program = 'stemma' in layers[room]
        folder = root / room if program else root / 'src' / room
        judge = judge_program if program else judge_library
        for path in sorted(folder.rglob('*')):
            if path.suffix in SOURCES:
                yield path, room, judge
    for path in sorted((root / 'include/stemma').glob('*.h')):
        if path.stem in layers:
            yield path, path.stem, judge_library


def check(root):
    layers = read_layers(root / 'src/LAYERS')
    public = {p.stem for p in (root / 'include/stemma').glob('*.h')}
    faults = []
    for folder in sorted((root / 'src').iterdir()):
        if folder.is_dir() and folder.name not in layers:
            faults.append(f'{folder.relative_to(root)}: not in src/LAYERS')
    for path, room, judge in walk(root, layers):
        for number, angled, name in includes(path):
            why = judge(room, layers, public, angled, name)
            if why:
                place = path.relative_to(root)
                faults.append(f'{place}:{number}: {name}: {why}')
    return faults


GOOD = {
    'src/LAYERS': '# comment\nbase:\ntext:\nsketch: text\npage: text sketch\n'
                  'cli: stemma\n',
    'include/stemma/base.h': '#include <stdint.h>\n',
    'include/stemma/text.h': '#include <stemma/base.h>\n',
    'include/stemma/page.h': '#include <stemma/text.h>\n',
    'src/base/file.c': '#include "base/file.h"\n#include <fcntl.h>\n',
    'src/text/words.c': '#include <stemma/text.h>\n#include "base/vec.h"\n'
                        '#include "text/words.h"\n'
                        '#include "table.inc"\n',
    'src/sketch/sketch.c': '#include <stemma/text.h>\n',
    'src/page/page.c': '#include <stemma/text.h>\n'
                       '#include "sketch/sketch.h"\n',
    'cli/main.c': '#include <stemma/page.h>\n#include "options.h"\n'
                  '#include <unistd.h>\n',
}
BAD = [
    ('src/text/bad.c', '#include <stemma/page.h>'),
    ('src/text/bad.c', '#include "page/page.h"'),
    ('src/page/bad.c', '#include "text/words.h"'),
    ('src/page/bad.h', '  #  include  "text/words.h"'),
    ('src/text/bad.c', '#include "words.h"'),
    ('src/text/bad.c', '#include "stemma/text.h"'),
    ('src/text/bad.c', '#include <stemma/stemma.h>'),
    ('src/text/bad.c', '#include <pthread.h>'),
    ('src/base/bad.c', '#include "text/words.h"'),
    ('include/stemma/text.h', '#include <stemma/page.h>'),
    ('cli/bad.c', '#include "base/vec.h"'),
    ('src/attic/bad.c', ''),
]


def check_planted(extra):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {**GOOD, **extra}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return check(root)


def self_test():
    faults = check_planted({})
    if faults:
        return [f'found a fault in a good tree: {f}' for f in faults]
    return [f'missed {text!r} in {name}' for name, text in BAD
            if len(check_planted({name: text + '\n'})) != 1]


def main():
    if sys.argv[1:] == ['--self-test']:
        faults = self_test()
    else:
        here = pathlib.Path(__file__).resolve().parent.parent
        faults = check(pathlib.Path(sys.argv[1]) if sys.argv[1:] else here)
    print('\n'.join(faults) if faults else 'layers hold')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
