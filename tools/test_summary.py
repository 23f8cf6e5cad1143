#!/usr/bin/env python3
"""The summary line of a meson test run: test_summary.py testlog.json."""

import json
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP'}


def main():
    with open(sys.argv[1], encoding='utf-8') as log:
        results = [json.loads(line)['result'] for line in log]
    passed = sum(r in PASSED for r in results)
    skipped = sum(r in SKIPPED for r in results)
    failed = len(results) - passed - skipped
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main())
