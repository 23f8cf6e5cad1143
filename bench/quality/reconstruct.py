#!/usr/bin/env python3
"""How much of a lost version's wording `stemma tree --reconstruct` gives back.

usage: reconstruct.py STEMMA [options] [TEXT...]

Families are those of families.py, with the same meaning of TEXT, --seed and
--families; "spun" are families of a lost version, a spun copy of it and two copies
that lack a quarter of it. Judged are lost versions that stemma found (those that part the
extant versions as the true one does) and, of the spun versions whose source is
lost, the lost version that stemma puts next above, if the same extant versions
descend from it as from that source. What is printed:

  attested     words in passages that two or more extant descendants have:
               the share that stands in the reconstruction, in order
  nearest      the same for the one descendant that is best at it
  precise      words of the reconstruction that the lost version had
  back         words that a spinner replaced, in passages that spun versions
               alone have: the share given back right
  spoilt       the others in these passages: the share that is wrong now
  known        of the replaced words those whose replacement stands elsewhere
               in the spun version for the same word: no method that learns from
               the family gives back more without knowing the language
  sure         stretches given at .9 or more whose words are all right

With --together the families of a kind are captures of one run, as the articles
of one site are, and no text goes into two of them; the texts should tell of
different things. Else each family has a run of its own.

A passage is a sentence, of manuscripts a line of twelve words; a version has it
when two fifths of its words stand there in order.
"""
import argparse
import collections
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import families

HAS = .4


def words_of(text):
    """Bare words; a dash alone is none."""
    return [families.bare(w) for w in text.split()
            if any(c.isalnum() for c in w)]


def passages_of(maker, version):
    """Lists of bare words."""
    if isinstance(maker, families.News):
        parts = [" ".join(s) for s in version]
    else:
        parts = [" ".join(version[i:i + 12]) for i in range(0, len(version), 12)]
    return [p for p in map(words_of, parts) if p]


def matched(a, b):
    """For every word of `a` its counterpart in `b`, or None: a longest common
    subsequence (H. Hyyrö's bit vectors: row i has a 0 for each word of `b` that
    makes the subsequence of a[:i] longer)."""
    places = collections.defaultdict(int)
    for j, word in enumerate(b):
        places[word] |= 1 << j
    full = (1 << len(b)) - 1
    rows, row = [], full
    for word in a:
        rows.append(row)
        hit = row & places.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    rows.append(row)
    out, i, j = [None] * len(a), len(a), len(b)
    while i and j:
        if rows[i] >> (j - 1) & 1:
            j -= 1
        elif not rows[i - 1] >> (j - 1) & 1:
            i -= 1
        else:
            i, j = i - 1, j - 1
            out[i] = j
    return out


def aligned(passages, text):
    """The same for words in passages. Where two copies have each a passage of
    their own between the same neighbours, nobody can tell which came first: a
    passage that is not there in order may stand elsewhere."""
    out = matched([w for p in passages for w in p], text)
    used, at = set(out), 0
    left = [j for j in range(len(text)) if j not in used]
    for p in passages:
        if sum(x is not None for x in out[at:at + len(p)]) < HAS * len(p):
            again = matched(p, [text[j] for j in left])
            if sum(x is not None for x in again) >= HAS * len(p):
                out[at:at + len(p)] = [None if x is None else left[x]
                                       for x in again]
        at += len(p)
    return out


def text_of(lost):
    return "".join(("" if s["joined"] else " ") + s["text"]
                   for s in lost["stretches"])


def descendants(tree, node):
    below, found = [node], []
    while below:
        top = below.pop()
        children = [v for v, p in tree.items() if p == top]
        found += children
        below += children
    return found


class Case:
    """A true version against what was made of it."""

    def __init__(self, family, version, made):
        self.family, self.version = family, version
        self.passages = passages_of(family.maker, family.versions[version])
        self.words = [w for p in self.passages for w in p]
        self.made = words_of(made)
        self.right = aligned(self.passages, self.made)
        self.copies = {v: aligned(self.passages, family.words(v))
                       for v in family.extant}

    def has(self, version, at, end):
        there = sum(x is not None for x in self.copies[version][at:end])
        return there >= HAS * (end - at)

    def spans(self):
        at = 0
        for passage in self.passages:
            yield at, at + len(passage)
            at += len(passage)

    def judge(self, total):
        """The wording of a lost version."""
        below = [v for v in descendants(self.family.tree, self.version)
                 if v in self.family.extant]
        attested = [i for at, end in self.spans() for i in range(at, end)
                    if sum(self.has(v, at, end) for v in below) > 1]
        total["attested all"] += len(attested)
        total["attested right"] += sum(self.right[i] is not None
                                       for i in attested)
        total["nearest right"] += max(
            [sum(self.copies[v][i] is not None for i in attested)
             for v in below] or [0])
        total["made all"] += len(self.made)
        total["made right"] += sum(x is not None for x in self.right)
        total["lost"] += 1

    def judge_spun(self, spun, total):
        """What nobody but a spinner has of the version that he had."""
        known = self.family.replacements(spun, self.words)
        mine = self.copies[spun]
        for at, end in self.spans():
            who = [v for v in self.family.extant if self.has(v, at, end)]
            if spun not in who or not all(self.family.is_spun(v) for v in who):
                continue
            total["spun passages"] += 1
            for i in range(at, end):
                kept = mine[i] is not None
                total["kept all" if kept else "replaced all"] += 1
                total["kept right" if kept else "replaced right"] += \
                    self.right[i] is not None
                if not kept:
                    total["replaced known"] += self.words[i] in known


class Family:
    strict = True  # the lost version above a spun one has to be its source

    def __init__(self, maker, rng):
        self.maker = maker
        self.parents, self.kinds, self.versions = families.grow(maker, rng)
        self.tree, self.lost = families.lose(self.parents, rng)
        self.extant = sorted(set(self.tree) - self.lost)
        self.cache = {}

    def words(self, v):
        if v not in self.cache:
            self.cache[v] = words_of(self.maker.show(self.versions[v]))
        return self.cache[v]

    def spinner(self, v):
        """The spun version that `v` is or was copied from, or None."""
        while v is not None and self.kinds[v] != "spin":
            v = self.parents[v]
        return v

    def is_spun(self, v):
        return v in self.extant and self.spinner(v) is not None

    def replacements(self, spun, source):
        """Words of the source that the spinner replaced where another extant
        version has kept them."""
        mine = matched(source, self.words(spun))
        others = [matched(source, self.words(u)) for u in self.extant
                  if not self.is_spun(u)]
        return {w for i, w in enumerate(source) if mine[i] is None and
                any(o[i] is not None for o in others)}

    def write(self, rng, folder):
        """Its files, in an order that tells nothing."""
        order = list(self.extant)
        rng.shuffle(order)
        files = []
        for place, i in enumerate(order):
            path = folder / ("v%02d_%d.txt" % (place, i))
            path.write_text(self.maker.show(self.versions[i]))
            files.append(str(path))
        return files

    def judge(self, result, total):
        got = families.found(result)
        extant = set(self.extant)
        edges = [(p, v) for v, p in got.items() if p is not None]
        want = [(p, v) for v, p in self.tree.items() if p is not None]
        texts = {x["node"]: x for x in result["reconstructions"]}
        made = {families.parts(edges, x, extant): x for x in texts}
        for lost in sorted(self.lost):
            x = made.get(families.parts(want, lost, extant))
            total["lost all"] += 1
            if x:
                case = Case(self, lost, text_of(texts[x]))
                case.judge(total)
                self.judge_sure(case, texts[x], total)
        for v in self.extant:
            source = self.spinner(v)
            if source is None or self.parents[source] in extant:
                continue
            above = next(x for x in families.ancestors(got, v) + [None]
                         if x is None or not self.is_spun(x))
            true = set(descendants(dict(enumerate(self.parents)),
                                   self.parents[source]))
            total["spun"] += 1
            below = set(descendants(got, above)) & extant
            if above in texts and (below == true & extant or not self.strict):
                total["spun found"] += 1
                Case(self, self.parents[source],
                     text_of(texts[above])).judge_spun(v, total)

    def judge_sure(self, case, found, total):
        """Whether what is called sure stands in the lost version."""
        whole = " %s " % " ".join(case.words)
        for s in found["stretches"]:
            words = words_of(s["text"])
            if s["sure"] >= .9 and words:
                total["sure all"] += 1
                total["sure right"] += " %s " % " ".join(words) in whole


def run(stemma, files, folder):
    out = subprocess.run(
        [stemma, "tree", "--json", "--as-is", "--quiet", "--reconstruct",
         str(folder / "lost"), *files],
        capture_output=True, check=True).stdout
    return json.loads(out)


def part_of(result, files):
    """What a result says of the captures in `files` and of what it joins with
    them; captures of other families have numbers that no version has."""
    mine = {"c%d" % c["id"] for c in result["captures"]
            if c["source"] in files}
    near = families.near_of([(e["from"], e["to"])
                                for e in result["tree"]["edges"]])
    todo = list(mine)
    while todo:
        for y in near[todo.pop()] - mine:
            mine.add(y)
            todo.append(y)
    tree = {"nodes": [n for n in result["tree"]["nodes"] if n["id"] in mine],
            "edges": [e for e in result["tree"]["edges"] if e["to"] in mine]}
    captures = [c if c["source"] in files else
                dict(c, source="%d.txt" % (1000 + c["id"]))
                for c in result["captures"] if "c%d" % c["id"] in mine]
    return {"captures": captures, "tree": tree,
            "reconstructions": [x for x in result["reconstructions"]
                                if x["node"] in mine]}


class Spun(Family):
    """A lost version of which a spinner has all and others have three quarters:
    much that a spun text alone attests, below whatever lost version is found."""

    strict = False

    def __init__(self, maker, rng):
        self.maker, self.cache = maker, {}
        source = maker.first + maker.more[:len(maker.first)]
        less = [s for i, s in enumerate(source) if not i or rng.random() > .25]
        self.versions = [source, less, maker.revise(less), maker.spin(source)]
        self.parents = [None, 0, 1, 0]
        self.kinds = ["first", "revise", "revise", "spin"]
        self.tree = dict(enumerate(self.parents))
        self.lost, self.extant = {0}, [1, 2, 3]


def ratio(t, right, everything):
    return t[right] / max(1, t[everything])


def line(kind, t):
    return ("%-12s %d of %d lost  attested %.4f (%d words)  nearest %.4f  "
            "precise %.4f  back %.3f (%d words, %.3f known, of %d of %d spun)  "
            "spoilt %.4f (%d)  sure %.3f (%d)" % (
                kind, t["lost"], t["lost all"],
                ratio(t, "attested right", "attested all"), t["attested all"],
                ratio(t, "nearest right", "attested all"),
                ratio(t, "made right", "made all"),
                ratio(t, "replaced right", "replaced all"), t["replaced all"],
                ratio(t, "replaced known", "replaced all"),
                t["spun found"], t["spun"],
                1 - ratio(t, "kept right", "kept all") if t["kept all"] else 0,
                t["kept all"], ratio(t, "sure right", "sure all"),
                t["sure all"]))


def results(args, kind, maker_of, family_of, texts, words, scratch):
    """(number, family, what stemma says of it) of all families of a kind."""
    made, step = [], 2 if args.together else 1
    if args.together and 2 * args.families > len(texts):
        sys.exit("%d texts are too few for %d families together" % (
            len(texts), args.families))
    for k in range(args.families):
        rng = random.Random("%s %d %d" % (kind, args.seed, k))
        others = families.sentences_of(texts[(step * k + 1) % len(texts)])
        maker = maker_of(rng, texts[step * k % len(texts)], words, others)
        family, folder = family_of(maker, rng), scratch / ("f%02d" % k)
        folder.mkdir()
        files = family.write(rng, folder)
        if args.together:
            made.append((k, family, files))
        else:
            yield k, family, run(args.stemma, files, folder)
    if made:
        result = run(args.stemma, [f for _, _, files in made for f in files],
                     scratch)
        for k, family, files in made:
            yield k, family, part_of(result, files)


def main():
    ap = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stemma")
    ap.add_argument("text", nargs="*", type=Path)
    ap.add_argument("--kind", choices=["news", "manuscripts", "spun"])
    ap.add_argument("--families", type=int, default=20, help="of each kind")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--together", action="store_true",
                    help="all families of a kind in one run")
    ap.add_argument("--each", action="store_true", help="a line a family")
    args = ap.parse_intermixed_args()
    texts, words = families.material(args.text)
    for kind, maker_of, family_of in (
            ("news", families.News, Family),
            ("manuscripts", families.Manuscripts, Family),
            ("spun", families.News, Spun)):
        if args.kind not in (None, kind):
            continue
        total = collections.Counter()
        with tempfile.TemporaryDirectory() as scratch:
            for k, family, result in results(args, kind, maker_of, family_of,
                                             texts, words, Path(scratch)):
                here = collections.Counter()
                family.judge(result, here)
                total.update(here)
                if args.each:
                    print(line("%s %d" % (kind, k), here), flush=True)
        print(line(kind, total))


if __name__ == "__main__":
    main()
