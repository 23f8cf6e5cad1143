#!/usr/bin/env python3
"""Fits the weights by which two bare states of a text are put in order
(src/relate/states.inc).

usage: states_fit.py FOLDER LIBRARY [--write]

FOLDER holds docs.jsonl.zst {id, text} and chains.jsonl {oldest_to_newest: ids};
ids are TITLE#NUMBER. LIBRARY is a built libstemma.a. Every pair of neighbouring
states is judged by weights that saw no state of its article (eight parts, drawn
three times); prints how many are right, of all and of the surest, and how sure
the weights are of those. --write fits on all articles and writes the table.

Logistic regression with a quadratic penalty: a pair and the same pair with its
sides swapped say the same, so there is no constant. Pairs are given to the
library in an order drawn by lot, since an alignment that breaks ties from the
left would tell the older side.

Wants numpy."""
import json, random, re, subprocess, sys, tempfile, zlib
from pathlib import Path

import numpy

from fitting import ROOT, build, c_float, rows

PARTS, DRAWS = 8, (1, 2, 3)
STATES = (0, 1, 2, 3, 5)  # identical, reprint, excerpt, revision, quotes: the relations asked
SPREAD = 1.5  # times its root mean square, a sign is bounded
PENALTY = 2.0


def part_of(name, draw):
    """Articles and the talk about them fall into one part."""
    return zlib.crc32(f"{draw}{re.sub('^Talk:|#.*', '', name)}".encode()) % PARTS


def signs(folder, library):
    """How many pairs there are; of those whose texts differ names, relations,
    log-odds of other evidence and signs, the older side first."""
    text = {r["id"]: r["text"] for r in rows(folder / "docs.jsonl.zst")}
    chains = [json.loads(line)["oldest_to_newest"] for line in open(folder / "chains.jsonl")]
    neighbours = [p for c in chains for p in zip(c, c[1:])]
    pairs = [p for p in neighbours if text[p[0]] != text[p[1]]]
    lot = random.Random(11)
    turn = [lot.random() < 0.5 for _ in pairs]
    with tempfile.TemporaryDirectory() as work:
        source = Path(work) / "pairs.jsonl"
        given = sum(((b, a) if t else (a, b) for t, (a, b) in zip(turn, pairs)), ())
        source.write_text("".join(json.dumps({"id": f"{i}", "text": text[d]}) + "\n" for i, d in enumerate(given)))
        out = subprocess.run([build(work, "state_signs", library), source], stdout=subprocess.PIPE, check=True).stdout
    table = numpy.frombuffer(out, "f4").reshape(len(pairs), -1).astype(float)
    sense = numpy.where(turn, -1, 1)
    return len(neighbours), [a for a, b in pairs], table[:, 0], table[:, 1] * sense, table[:, 2:] * sense[:, None]


def bounded(signs, scale):
    x = signs / scale
    return x / numpy.sqrt(1 + x * x)


def fit(signs, other):
    """Scales and weights, by Newton's method; `other` is known beforehand."""
    scale = SPREAD * numpy.sqrt((signs**2).mean(0)) + 1e-6
    x = bounded(signs, scale)
    weight = numpy.zeros(x.shape[1])
    for _ in range(12):
        wrong = 1 / (1 + numpy.exp(other + x @ weight))
        slope = x.T @ wrong - PENALTY * weight
        bend = (x * (wrong * (1 - wrong))[:, None]).T @ x + PENALTY * numpy.eye(x.shape[1])
        weight += numpy.linalg.solve(bend, slope)
    return scale, weight


def crossed(names, asked, other, signs, draw):
    """Log-odds of the true order by weights that saw nothing of the article."""
    part = numpy.array([part_of(n, draw) for n in names])
    odds = numpy.zeros(len(part))
    for p in range(PARTS):
        scale, weight = fit(signs[(part != p) & asked], other[(part != p) & asked])
        odds[part == p] = other[part == p] + bounded(signs[part == p], scale) @ weight
    return odds


def callable_at(odds, right):
    """How many of the surest are right in this share."""
    hits = numpy.cumsum(odds[numpy.argsort(-abs(odds), kind="stable")] > 0)
    return numpy.nonzero(hits >= right * numpy.arange(1, len(hits) + 1))[0].max() + 1


def report(draws, all):
    """`draws`: log-odds of the true order, several times, of pairs that can be
    called; `all`: the pairs that shares are of."""
    for share in (1, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5):
        right, least, n = [], [], min(len(draws[0]), int(share * all))
        for odds in draws:
            surest = odds[numpy.argsort(-abs(odds), kind="stable")[:n]]
            right.append((surest > 0).mean())
            least.append(1 / (1 + numpy.exp(-abs(surest[-1]))))
        right = numpy.mean(right)
        half = (n * right + (all - n) / 2) / all
        print(f"called {n / all:.3f} (given {numpy.mean(least):.3f} or more)  right {right:.4f}  accuracy, others half {half:.4f}")
    print(f"called at .90 right: {numpy.mean([callable_at(odds, 0.9) for odds in draws]) / all:.3f}")
    odds = numpy.concatenate(draws)
    # the factor that makes the odds as sure as they are right
    best = min(numpy.arange(0.3, 1.6, 0.02), key=lambda k: numpy.log1p(numpy.exp(-k * odds)).sum())
    print(f"log-odds are best multiplied by {best:.2f}")
    sure = 1 / (1 + numpy.exp(-abs(odds)))
    for low in (0.5, 0.6, 0.7, 0.8, 0.9):
        here = (sure >= low) & (sure < low + 0.1)
        print(f"  given {sure[here].mean():.3f}  right {(odds[here] > 0).mean():.3f} of {here.sum() // len(draws)}")


def write(scale, weight):
    lines = "".join(f"    {{{c_float(s, 4)}, {c_float(w, 4)}}},\n" for s, w in zip(scale, weight))
    (ROOT / "src/relate/states.inc").write_text(
        "/* Written by bench/fit/states_fit.py: of each sign, where it is bounded, and\n"
        " * what it is worth in nats. */\n"
        "static const struct {\n    float scale, weight;\n} weights[] = {\n" + lines + "};\n")


def main():
    neighbours, names, kind, other, sign = signs(Path(sys.argv[1]), sys.argv[2])
    asked = numpy.isin(kind, STATES)
    draws = [crossed(names, asked, other, sign, d)[asked] for d in DRAWS]
    print(f"{neighbours} pairs, {len(names)} with different texts, {asked.sum()} asked about; shares are of all")
    report(draws, neighbours)
    if "--write" in sys.argv:
        write(*fit(sign[asked], other[asked]))


if __name__ == "__main__":
    main()
