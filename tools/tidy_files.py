#!/usr/bin/env python3
"""The sources that a build folder compiles: tidy_files.py BUILD."""

import json
import os
import sys


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, 'compile_commands.json'),
              encoding='utf-8') as commands:
        files = {os.path.relpath(os.path.join(c['directory'], c['file']))
                 for c in json.load(commands)}
    ours = [f for f in files if f.endswith('.c') and not f.startswith(folder)]
    print('\n'.join(sorted(ours)))


if __name__ == '__main__':
    main()
