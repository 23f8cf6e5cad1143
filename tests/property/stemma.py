"""Runs the program for the tests, with limits, and says what a run cost."""
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("STEMMA", str(ROOT / "build" / "stemma"))
# A sanitizer build is several times slower, and maps terabytes of shadow.
SANITIZED = bool(os.environ.get("STEMMA_SANITIZED"))
GIB = 1 << 30


class Run:
    """What a run printed and cost. `seconds` is CPU time, which other work on
    the machine does not lengthen; `peak` is resident memory in bytes."""

    def __init__(self, code, out, err, usage, wall):
        self.code, self.out, self.err, self.wall = code, out, err, wall
        self.seconds = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024

    def json(self):
        return json.loads(self.out.decode("utf-8"))

    def __str__(self):
        return (f"code {self.code}, {self.seconds:.2f} s, "
                f"{self.peak >> 20} MiB, stderr {self.err[-2000:]!r}")


def bound():
    """Keeps a runaway program from taking the machine with it."""
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (8 * GIB, 8 * GIB))


def run(*args, stdin=None, patience=120, env=None, cwd=None, stdout=None):
    """Runs `stemma ARGS`; a run longer than `patience` seconds is killed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen(
            [PROGRAM, *args], stdin=stdin or subprocess.DEVNULL,
            stdout=stdout or out, stderr=err, preexec_fn=bound, cwd=cwd,
            env={**os.environ, **(env or {})})
        watch = threading.Timer(patience * (10 if SANITIZED else 1), child.kill)
        watch.start()
        _, status, usage = os.wait4(child.pid, 0)
        watch.cancel()
        child.returncode = code = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        out.seek(0), err.seek(0)
        return Run(code, out.read(), err.read(), usage, wall)


def tree(*paths, flags=()):
    """`stemma tree --json` as parsed JSON; anything but success is an error."""
    got = run("tree", "--json", *flags, *map(str, paths))
    if got.code:
        sys.exit(f"stemma tree {' '.join(map(str, paths))}: {got}")
    return got.json()


def diff(a, b, flags=()):
    got = run("diff", "--json", *flags, str(a), str(b))
    if got.code:
        sys.exit(f"stemma diff {a} {b}: {got}")
    return got.json()


def family(name):
    """The captures of one of the examples, in name order."""
    return sorted((ROOT / "examples" / name).glob("*.txt"))


FAMILIES = ("letters", "news", "presse")
