#!/usr/bin/env python3
"""Whether `stemma tree` finds the second source of a text that was made from two.

usage: contamination.py STEMMA [options] [TEXT...]

TEXT, --seed and --families mean what they mean in families.py. Every family is
one of manuscripts as it is made there, with two of its copies corrected after
another one: a fifth to two fifths of the readings in which that differed were
taken over. Nothing is lost unless --lose, which takes 30 % of the versions away.
What is printed:

  found        copies with a second source that have a secondary edge to it, or
               to a version next to it, which has nearly the same readings;
               exact: to it. Only those that took over five readings or more that
               neither their source nor what they were copied from had, of all
               that did; in brackets how many did not
  true         secondary edges that touch a copy with a second source on one side
               and that source, or a version next to it, on the other
  clean        families in which nothing was corrected: those without any
               secondary edge
"""
import argparse
import collections
import difflib
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import families

READINGS = 5


class Mixed(families.Manuscripts):
    """Copies with the numbers in `mixed` are corrected after another one."""

    def __init__(self, rng, text, words, others, mixed):
        super().__init__(rng, text, words, others)
        self.mixed, self.second, self.taken = mixed, {}, {}

    def copy(self, parent, kinds, texts):
        number = len(texts)
        if number not in self.mixed:
            return super().copy(parent, kinds, Once(texts, parent))
        near = {parent, self.parents[parent]}
        near |= {i for i, p in enumerate(self.parents) if p == parent}
        far = [i for i in range(number) if i not in near]
        if not far:
            return super().copy(parent, kinds, Once(texts, parent))
        other = self.rng.choice(far)
        text = self.correct(texts[parent], texts[other])
        self.second[number] = other
        self.taken[number] = count_taken(texts[parent], texts[other], text)
        return super().copy(parent, kinds, Once(texts, parent, text))


class Once(list):
    """The versions so far, with another text for one of them, and too few for
    families.Manuscripts to correct anything by itself."""

    def __init__(self, texts, parent, text=None):
        super().__init__(texts)
        if text is not None:
            self[parent] = text

    def __len__(self):
        return 3


def count_taken(source, other, text):
    """Readings of `other` that stand in the corrected text."""
    changed = difflib.SequenceMatcher(None, source, text, autojunk=False)
    return sum(how != "equal" for how, *_ in changed.get_opcodes())


def run(stemma, maker, extant, versions, rng, folder):
    order = list(extant)
    rng.shuffle(order)
    files = []
    for place, i in enumerate(order):
        path = folder / ("v%02d_%d.txt" % (place, i))
        path.write_text(maker.show(versions[i]))
        files.append(str(path))
    out = subprocess.run([stemma, "tree", "--json", "--as-is", "-q", *files],
                         capture_output=True, check=True).stdout
    got = json.loads(out)
    name = {"c%d" % c["id"]: int(Path(c["source"]).stem.split("_")[1])
            for c in got["captures"]}
    return [tuple(name.get(s[k]) for k in ("from", "to"))
            for s in got["tree"]["secondary"]]


def judge(maker, tree, extant, edges, total):
    near = collections.defaultdict(set)
    for v, p in tree.items():
        if p is not None:
            near[v].add(p)
            near[p].add(v)
    right = set()
    for v, other in maker.second.items():
        if v not in extant or other not in tree:
            continue
        if maker.taken[v] < READINGS:
            total["few"] += 1
            continue
        total["mixed"] += 1
        hits = {e for e in edges if v in e and
                ({*e} - {v}) & ({other} | near[other])}
        right |= hits
        total["found"] += bool(hits)
        total["exact"] += any(other in e for e in hits)
    total["edges"] += len(edges)
    total["true"] += len(right)
    if not maker.second:
        total["pure"] += 1
        total["clean"] += not edges


def line(name, t):
    def share(a, b):
        return "%.2f (%d of %d)" % (t[a] / max(1, t[b]), t[a], t[b])
    return "%-8s found %s, exact %s [%d with fewer readings]  true %s" \
           "  clean %s" % (name, share("found", "mixed"),
                           share("exact", "mixed"), t["few"],
                           share("true", "edges"), share("clean", "pure"))


def main():
    ap = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stemma")
    ap.add_argument("text", nargs="*", type=Path)
    ap.add_argument("--families", type=int, default=24)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--lose", action="store_true")
    args = ap.parse_intermixed_args()
    texts, words = families.material(args.text)
    total = collections.Counter()
    for k in range(2 * args.families):
        rng = random.Random("mixed %d %d" % (args.seed, k))
        mixed = set(rng.sample(range(5, 9), 2)) if k % 2 == 0 else set()
        maker = Mixed(rng, texts[k % len(texts)], words, None, mixed)
        parents, _, versions = families.grow(maker, rng)
        tree = dict(enumerate(parents))
        lost = set()
        if args.lose:
            tree, lost = families.lose(parents, rng)
        extant = sorted(set(tree) - lost)
        with tempfile.TemporaryDirectory() as scratch:
            edges = run(args.stemma, maker, extant, versions, rng,
                        Path(scratch))
        judge(maker, tree, set(extant), edges, total)
    print(line("mixed", total))


if __name__ == "__main__":
    main()
