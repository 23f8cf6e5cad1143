#!/usr/bin/env python3
"""The documents show what the program prints.

    docs.py            compare every example of README.md and docs/guide
    docs.py --write    put in what the program prints now, and draw the picture
                       anew; then read the change

An example is an indented block with a line "$ COMMAND", run by a shell at the
root of the checkout, and what it prints. A last line "[...]" stands for all the
rest; --write then keeps as many lines as there were.
"""
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import stemma

DOCUMENTS = ["README.md", *sorted(str(p.relative_to(stemma.ROOT)) for p in
                                  (stemma.ROOT / "docs" / "guide").glob("*.md"))]
INDENT, REST = "    ", "[...]"


def printed(command, folder):
    """What a shell prints where `stemma` is the program under test."""
    os.makedirs(folder, exist_ok=True)
    link = Path(folder) / "stemma"
    if not link.exists():
        link.symlink_to(stemma.PROGRAM)
    command = command.replace("build/stemma", "stemma")
    env = {"PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    got = subprocess.run(["sh", "-c", command], cwd=stemma.ROOT, env=env,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = got.stdout.decode("utf-8").rstrip()
    return [line.rstrip() for line in text.splitlines()]


def is_example(line):
    return line.startswith(INDENT + "$ ")


def example(lines, at):
    """(end, what it shows) of the example whose command stands at `at`."""
    end = at + 1
    while end < len(lines) and not is_example(lines[end]) and (
            lines[end].startswith(INDENT) or not lines[end]):
        end += 1
    while end > at + 1 and not lines[end - 1]:
        end -= 1
    return end, [line[len(INDENT):].rstrip() for line in lines[at + 1:end]]


def fresh(shown, got):
    if shown and shown[-1].strip() == REST:
        return got[:len(shown) - 1] + [shown[-1]]
    return got


def read(name, folder):
    """The document as it is and as it should be."""
    lines = (stemma.ROOT / name).read_text("utf-8").splitlines()
    out, at = [], 0
    while at < len(lines):
        out.append(lines[at])
        if is_example(lines[at]):
            end, shown = example(lines, at)
            got = fresh(shown, printed(lines[at][len(INDENT) + 2:], folder))
            out += [(INDENT + line).rstrip() for line in got]
            at = end
        else:
            at += 1
    return lines, out


def draw():
    """The picture of the README; its layout may differ with Graphviz."""
    got = stemma.run("tree", "--svg", "examples/news", cwd=stemma.ROOT)
    if got.code == 0:
        (stemma.ROOT / "docs" / "picture.svg").write_bytes(got.out)


def main(args):
    if "--write" in args:
        draw()
    stale = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in DOCUMENTS:
            old, new = read(name, folder)
            if "--write" in args:
                (stemma.ROOT / name).write_text("\n".join(new) + "\n", "utf-8")
            elif old != new:
                stale += 1
                print("\n".join(difflib.unified_diff(old, new, name, "printed now",
                                                     lineterm="", n=1)))
        print(f"{len(DOCUMENTS)} documents, {stale} out of date")
    return stale > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
