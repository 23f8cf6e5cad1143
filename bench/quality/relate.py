#!/usr/bin/env python3
"""How often `stemma diff` names the relation of two texts, and its direction.

usage: relate.py STEMMA [PAIRS.jsonl]

PAIRS.jsonl has a pair a line: {"a": text, "b": text, "relation": name or list,
"direction": name or list}; what is not given is not scored. Without it pairs are
made of the texts in examples/: the same words in other lines, a reprint under
another headline, a cut, a copy spun word by word, a text that takes a passage
from another, and two texts of different families. Sides are swapped at random,
always the same way. The last line is the figure; before it stand a line a
relation and the calibration of the confidence.
"""
import collections
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"
TURNED = {"a>b": "b>a", "b>a": "a>b"}


def paragraphs(path):
    """Paragraphs of prose: the menus and buttons are left out."""
    parts = path.read_text("utf-8").split("\n")
    return [p for p in parts if len(p.split()) >= 15]


def spin(text):
    """Half of the words that the list has another word for, always the same."""
    rows = (HERE / "families_thesaurus.txt").read_text().split("\n")
    other = dict(r.split(" ", 1) for r in rows if r)
    out = []
    for word in text.split(" "):
        bare = word.strip(".,;:!?“”‘’\"'").lower()
        swap = other.get(bare) if sum(map(ord, bare)) % 2 else None
        out.append(word.replace(bare, swap) if swap else word)
    return " ".join(out)


def made():
    texts = {p: paragraphs(p) for p in sorted(EXAMPLES.rglob("*.txt"))}
    long = [p for p, body in texts.items() if len(body) >= 6]
    for p in long:
        body = texts[p]
        text = "\n\n".join(body)
        far = [q for q in long if q.parent != p.parent]
        words = text.split()
        yield {"a": text, "b": text.replace(" ", "\n", 40),
               "relation": "identical"}
        yield {"a": text, "b": "Seen in other papers today\n\n" + text,
               "relation": "reprint"}
        yield {"a": text, "b": " ".join(words[:len(words) // 2]),
               "relation": "excerpt", "direction": "a>b"}
        yield {"a": text, "b": "\n\n".join(map(spin, body)),
               "relation": "spun", "direction": "a>b"} \
            if p.parent.name == "news" else {
                "a": text, "b": "\n\n".join(body[:3] + body[4:]),
                "relation": ["revision", "reprint", "excerpt"]}
        if far:
            other = texts[far[0]]
            yield {"a": text, "b": "\n\n".join(other), "relation": "unrelated"}
            yield {"a": text, "b": "\n\n".join(
                other[:2] + [body[3]] + other[2:]),
                "relation": "quotes"}


def diff(stemma, a, b):
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("a.txt", "b.txt")]
        for file, text in zip(files, (a, b)):
            file.write_text(text, "utf-8")
        run = subprocess.run([stemma, "diff", "--json", "--as-is", *files],
                             capture_output=True, check=True)
    return json.loads(run.stdout)["relation"]


def accepted(want):
    return [want] if isinstance(want, str) else want


class Score:
    def __init__(self):
        self.kinds = collections.defaultdict(collections.Counter)
        self.bins = collections.defaultdict(list)
        self.count = collections.Counter()

    def add(self, row, got, turned):
        if "relation" in row:
            want = accepted(row["relation"])
            self.kinds[want[0]][got["relation"]] += 1
            self.count["relations"] += 1
            self.count["relations right"] += got["relation"] in want
        if "direction" in row:
            said = got["direction"]
            said = TURNED.get(said, said) if turned else said
            right = said in accepted(row["direction"])
            self.count["directions"] += 1
            self.count["directions right"] += right
            self.count["unknown"] += said == "unknown"
            if said != "unknown":
                self.bins[int(got["confidence"] * 10)].append(right)

    def show(self):
        for kind in sorted(self.kinds):
            print(f"{kind}: {dict(self.kinds[kind])}")
        for i in sorted(self.bins):
            b = self.bins[i]
            print(f"confidence from .{i}: right {sum(b) / len(b):.2f} of {len(b)}")
        c = self.count
        print(f"{c['relations right']} of {c['relations']} relations, "
              f"{c['directions right']} of {c['directions']} directions "
              f"({c['unknown']} unknown)")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    rows = made()
    if len(sys.argv) == 3:
        rows = map(json.loads, open(sys.argv[2], encoding="utf-8"))
    score, rng = Score(), random.Random(1)
    for row in rows:
        turned = rng.random() < .5
        a, b = (row["b"], row["a"]) if turned else (row["a"], row["b"])
        score.add(row, diff(sys.argv[1], a, b), turned)
    score.show()


if __name__ == "__main__":
    main()
