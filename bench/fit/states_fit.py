#!/usr/bin/env python3
"""Fits the forest that puts two bare states of a text in order
(src/relate/forest_states.inc).

usage: states_fit.py FOLDER LIBRARY [--write]

FOLDER holds docs.jsonl.zst {id, text} and chains.jsonl {oldest_to_newest: ids};
ids are TITLE#NUMBER. LIBRARY is a built libstemma.a. Every pair of neighbouring
states is judged by a forest that saw no state of its article (ten parts); prints
how many are right, of all and of the surest, and how sure the forest is of those.
--write fits on all articles and writes the table.

Wants lightgbm and numpy."""
import json, re, subprocess, sys, tempfile, zlib
from pathlib import Path

import lightgbm
import numpy

from fitting import ROOT, as_c, build, rows

PARTS, DEPTH = 10, 2
STATES = (0, 1, 2, 3, 5)  # identical, reprint, excerpt, revision, quotes: the relations asked
SHAPE = dict(objective="binary", learning_rate=0.03, num_leaves=2**DEPTH, max_depth=DEPTH, min_data_in_leaf=40, lambda_l2=5,
             feature_fraction=0.2, bagging_fraction=0.8, bagging_freq=1, max_bin=127, num_threads=1, verbose=-1, seed=1,
             deterministic=True, boost_from_average=False)
TREES = 600


def part_of(name):
    """Articles and the talk about them fall into one part."""
    return zlib.crc32(re.sub("^Talk:|#.*", "", name).encode()) % PARTS


def signs(folder, library):
    """Parts, relations, log-odds of other evidence and signs of all pairs whose
    texts differ."""
    text = {r["id"]: r["text"] for r in rows(folder / "docs.jsonl.zst")}
    chains = [json.loads(line)["oldest_to_newest"] for line in open(folder / "chains.jsonl")]
    pairs = [p for c in chains for p in zip(c, c[1:]) if text[p[0]] != text[p[1]]]
    with tempfile.TemporaryDirectory() as work:
        source = Path(work) / "pairs.jsonl"
        source.write_text("".join(json.dumps({"id": f"{i}", "text": text[d]}) + "\n" for i, d in enumerate(sum(pairs, ()))))
        out = subprocess.run([build(work, "state_signs", library), source], stdout=subprocess.PIPE, check=True).stdout
    table = numpy.frombuffer(out, "f4").reshape(len(pairs), -1)
    part = numpy.array([part_of(a) for a, b in pairs])
    return part, table[:, 0], table[:, 1].astype(float), table[:, 2:]


def fit(signs, offset):
    """A forest of pairs and of the same pairs with their sides swapped."""
    x = numpy.vstack([signs, -signs])
    y = numpy.r_[numpy.ones(len(signs)), numpy.zeros(len(signs))]
    return lightgbm.train(SHAPE, lightgbm.Dataset(x, y, init_score=numpy.r_[offset, -offset] / 2), TREES)


def order(forest, signs):
    return forest.predict(signs, raw_score=True, num_threads=1) - forest.predict(-signs, raw_score=True, num_threads=1)


def report(odds, all):
    """`odds`: log-odds of the true order of the pairs that can be called."""
    surest = numpy.sort(abs(odds))[::-1]
    for name, least in (("all", 0), ("surest .50", surest[int(0.5 * all)]), ("surest .77", surest[min(len(odds) - 1, int(0.77 * all))])):
        called = abs(odds) >= least
        print(f"{name:11} called {called.sum() / all:.3f}  right {(odds[called] > 0).mean():.4f}")
    # the factor that makes the odds as sure as they are right
    best = min(numpy.arange(0.3, 1.6, 0.02), key=lambda k: numpy.log1p(numpy.exp(-k * odds)).sum())
    print(f"log-odds are best multiplied by {best:.2f}")
    sure = 1 / (1 + numpy.exp(-best * abs(odds)))
    for low in (0.5, 0.6, 0.7, 0.8, 0.9):
        here = (sure >= low) & (sure < low + 0.1)
        print(f"  given {sure[here].mean():.3f}  right {(odds[here] > 0).mean():.3f} of {here.sum()}")


def write(forest):
    (ROOT / "src/relate/forest_states.inc").write_text(
        as_c(forest, DEPTH, "states_fit.py", "states", "stm_states_node", "stm_states_forest stm_relate__states_forest"))


def main():
    part, kind, other, sign = signs(Path(sys.argv[1]), sys.argv[2])
    odds = numpy.zeros(len(part))
    for p in range(PARTS):
        forest = fit(sign[part != p], other[part != p])
        odds[part == p] = other[part == p] + order(forest, sign[part == p])
    print(f"{len(part)} pairs with different texts")
    report(odds, len(part))
    asked = numpy.isin(kind, STATES)
    print(f"{asked.sum()} of them asked about")
    report(odds[asked], len(part))
    if "--write" in sys.argv:
        write(fit(sign[asked], other[asked]))


if __name__ == "__main__":
    main()
