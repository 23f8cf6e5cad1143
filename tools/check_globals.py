#!/usr/bin/env python3
"""Fails when a library has variables that can change: check_globals.py LIB.

Such a variable lies in .data or .bss (or their thread-local sisters); tables
of constant pointers lie in .data.rel.ro and are fine.
"""

import re
import subprocess
import sys

SYMBOL = re.compile(r'^[0-9a-f]+ .{7} (\.t?(?:data|bss)(?:\.(?!rel\.ro)\S+)?)'
                    r'\s+([0-9a-f]+)\s+(?:\.hidden )?(\S+)$')


def find_globals(listing):
    faults, member = [], '?'
    for line in listing.splitlines():
        if ':' in line and 'file format' in line:
            member = line.split(':')[0]
        found = SYMBOL.match(line)
        if found and int(found[2], 16) and found[3] != found[1]:
            faults.append(f'{member}: {found[3]} can change ({found[1]})')
    return faults


def main():
    listing = subprocess.run(['objdump', '-t', sys.argv[1]], check=True,
                             capture_output=True, text=True).stdout
    faults = find_globals(listing)
    print('\n'.join(faults) if faults else 'no mutable globals')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
