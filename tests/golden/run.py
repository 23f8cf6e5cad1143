#!/usr/bin/env python3
"""Golden cases of the command line: what a command prints, to the byte.

    run.py STEMMA [CASE...]           compare (all cases of cases.txt)
    run.py STEMMA --write [CASE...]   take what it prints now as right; then
                                      read every changed line before believing it

cases.txt has a line a case: its name, the expected exit code and the words of
the command line. What it must print stands in cases/NAME.out and NAME.err; a
file that is not there means "nothing". Commands run inside captures/.
"""
import difflib
import os
import shlex
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8",
               "COLUMNS": "80", "TERM": "xterm"}


def read_cases():
    for line in (HERE / "cases.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, code, *words = line.split(None, 2)
            yield name, int(code), " ".join(words)


def run(program, words):
    """Words such as COLUMNS=120 before the command change its surroundings;
    `< FILE` at the end gives it standard input."""
    args, env, stdin = shlex.split(words), dict(ENVIRONMENT), b""
    while args and "=" in args[0] and not args[0].startswith("-"):
        key, value = args.pop(0).split("=", 1)
        env[key] = value
    if len(args) > 1 and args[-2] == "<":
        stdin = (HERE / "captures" / args[-1]).read_bytes()
        args = args[:-2]
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    return subprocess.run([program, *args], cwd=HERE / "captures", env=env,
                          input=stdin, capture_output=True, timeout=60)


def golden(name, ending):
    path = HERE / "cases" / f"{name}.{ending}"
    return path.read_bytes() if path.exists() else b""


def write(name, ending, got):
    path = HERE / "cases" / f"{name}.{ending}"
    if got:
        path.write_bytes(got)
    elif path.exists():
        path.unlink()


def differences(name, ending, want, got):
    lines = [s.decode("utf-8", "backslashreplace").splitlines()
             for s in (want, got)]
    return "\n".join(difflib.unified_diff(
        *lines, f"{name}.{ending}", "printed", lineterm=""))


def check(name, code, words, got):
    faults = []
    if got.returncode != code:
        faults.append(f"exit code {got.returncode}, wanted {code}")
    for ending, is_now in (("out", got.stdout), ("err", got.stderr)):
        want = golden(name, ending)
        if is_now != want:
            faults.append(differences(name, ending, want, is_now))
    for fault in faults:
        print(f"FAIL {name}: stemma {words}\n{fault}")
    return not faults


def main():
    words = [w for w in sys.argv[2:] if w != "--write"]
    cases = [c for c in read_cases() if not words or c[0] in words]
    failed = 0
    for name, code, line in cases:
        got = run(os.path.abspath(sys.argv[1]), line)
        if "--write" in sys.argv:
            write(name, "out", got.stdout)
            write(name, "err", got.stderr)
            failed += got.returncode != code
        else:
            failed += not check(name, code, line, got)
    print(f"{len(cases) - failed} of {len(cases)} golden cases hold")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
