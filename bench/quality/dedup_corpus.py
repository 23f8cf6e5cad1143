#!/usr/bin/env python3
"""A corpus of any size with planted copies and their truth, from generated text.

usage: dedup_corpus.py DOCUMENTS FOLDER [SEED]

Writes FOLDER/corpus.jsonl ({"id", "text"}) and FOLDER/truth.jsonl ({"id",
"cluster", "kind", "j", "size", "src"}; cluster 0: no copy). Lengths, kinds and
sizes of clusters are spread as in corpora of books, help texts and news: half
the documents have no mate, clusters have 2 to 13 members, the median text has
450 words. Words are invented, and drawn so that a few are everywhere, most are
rare, and each document has some of its own.
"""
import json
import random
import sys
from pathlib import Path

SYLLABLES = [a + b for a in "b c d f g h l m n p r s t v w br st tr".split()
             for b in "a e i o u ai ea ou an en or in".split()]
KINDS = ["exact", "exact_ws", "boiler", "edit1", "edit2", "edit5", "edit10",
         "edit20", "excerpt50", "shuffle"]
SIZES = [2] * 52 + [3] * 6 + [4] * 4 + [5] * 2 + [6] * 2 + [9] * 2 + [13] * 2


class Maker:
    def __init__(self, seed):
        self.random = r = random.Random(seed)
        self.words = ["".join(r.choice(SYLLABLES) for _ in range(r.choice(
            (1, 2, 2, 3, 3, 4)))) for _ in range(30000)]
        self.headers = [self.sentence(25) + "\n" for _ in range(9)]
        self.footers = ["\n" + self.sentence(40) for _ in range(6)]

    def word(self):
        # the square of a square: few are frequent
        return self.words[int(len(self.words) * self.random.random() ** 4)]

    def sentence(self, words):
        return " ".join(self.word() for _ in range(words)).capitalize() + "."

    def text(self):
        n = min(20000, max(25, int(self.random.lognormvariate(6.1, .9))))
        out = []
        while n > 0:
            out.append(self.sentence(self.random.randrange(6, 28)))
            n -= 17
            if self.random.random() < .15:
                out[-1] += "\n"
        return " ".join(out)

    def site(self, text):
        return (self.random.choice(self.headers) + text
                + self.random.choice(self.footers))

    def copy(self, text, kind):
        r = self.random
        if kind == "exact":
            return text
        if kind == "exact_ws":
            return "\n  ".join(text.split("\n")).replace(". ", ".  ")
        if kind == "boiler":
            return self.site(text)
        if kind == "excerpt50":
            words = text.split(" ")
            at = r.randrange(len(words) // 2 + 1)
            return " ".join(words[at:at + len(words) // 2])
        if kind == "shuffle":
            parts = text.split(". ")
            r.shuffle(parts)
            return ". ".join(parts)
        share = int(kind[4:]) / 100
        return " ".join(self.word() if r.random() < share else w
                        for w in text.split(" "))


def runs(text):
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return {tuple(words[i:i + 5]) for i in range(max(1, len(words) - 4))}


def jaccard(a, b):
    a, b = runs(a), runs(b)
    return round(len(a & b) / len(a | b), 4)


def make(count, seed):
    """(text, cluster, kind, j, size) of each document, shuffled."""
    m, rows, cluster = Maker(seed), [], 0
    while len(rows) < count:
        if m.random.random() < .8:
            alone = m.text()
            boiler = m.random.random() < .12
            rows.append((m.site(alone) if boiler else alone, 0,
                         "single_boiler" if boiler else "single", 0, 1))
            continue
        cluster += 1
        original, size = m.text(), m.random.choice(SIZES)
        rows.append((original, cluster, "orig", 1, size))
        for _ in range(size - 1):
            kind = m.random.choice(KINDS)
            copy = m.copy(original, kind)
            j = jaccard(original, copy) if size == 2 else 0
            rows.append((copy, cluster, kind, j, size))
    m.random.shuffle(rows)
    return rows


def main(args):
    if len(args) not in (2, 3):
        sys.exit(__doc__)
    folder = Path(args[1])
    folder.mkdir(parents=True, exist_ok=True)
    rows = make(int(args[0]), int(args[2]) if len(args) == 3 else 1)
    with open(folder / "corpus.jsonl", "w") as texts, \
            open(folder / "truth.jsonl", "w") as truth:
        for i, (text, cluster, kind, j, size) in enumerate(rows):
            texts.write(json.dumps({"id": i, "text": text}) + "\n")
            truth.write(json.dumps({"id": i, "cluster": cluster, "kind": kind,
                                    "j": j, "size": size, "src": "made"})
                        + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
