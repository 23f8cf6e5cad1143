#!/usr/bin/env python3
"""Fits the tables of src/page/weights.c.

usage: furniture_fit.py DRIVER looks|places|titles PAGES.jsonl...

Rows of PAGES as in furniture.py; needs numpy and scipy. Fit `looks` first, put
the table printed into weights.c and build again, then `places`, then `titles`:
each builds on the one before. A segment is content by the share of its words
that an alignment finds in the main content. Every page weighs the same, a text
without furniture half as much.
"""
import difflib
import sys

import numpy
from scipy.optimize import minimize

from furniture import WORD, bag, rows_of, run

DECAY = {"looks": 3e-5, "places": 3e-5, "titles": 2e-3}


def matched(text, main):
    """For each word of the text: whether it stands in the main content."""
    have = [m.group().lower() for m in WORD.finditer(text)]
    want = [m.group().lower() for m in WORD.finditer(main)]
    hit = numpy.zeros(len(have))
    blocks = difflib.SequenceMatcher(None, have, want, autojunk=False)
    for block in blocks.get_matching_blocks():
        hit[block.a:block.a + block.size] = 1
    return hit


def shares(row, segments):
    """Words and share of content of each segment."""
    text = row["text"]
    starts = [s[0] for s in segments]
    at = [len(text[:m.start()].encode()) for m in WORD.finditer(text)]
    if "main_content" in row:
        hit = matched(text, row["main_content"] or "")
    else:
        hit = numpy.ones(len(at))
    owner = numpy.maximum(numpy.searchsorted(starts, at, side="right") - 1, 0)
    words = numpy.bincount(owner, minlength=len(segments)).astype(float)
    content = numpy.bincount(owner, hit, minlength=len(segments))
    return words, content / numpy.maximum(words, 1)


def logistic(signs, share, weight, decay):
    keep = numpy.ones(signs.shape[1])
    keep[-1] = 0

    def loss(v):
        z = signs @ v
        value = (weight * (numpy.logaddexp(0, z) - share * z)).sum()
        slope = signs.T @ (weight * (1 / (1 + numpy.exp(-z)) - share))
        return (value + decay * (keep * v * v).sum() / 2,
                slope + decay * keep * v)

    return minimize(loss, numpy.zeros(signs.shape[1]), jac=True,
                    method="L-BFGS-B", options={"maxiter": 500}).x


def fit_segments(rows, signs, mode):
    parts = []
    for row, segments in zip(rows, signs):
        if not segments:
            continue
        words, share = shares(row, segments)
        weight = numpy.sqrt(words) if mode == "looks" else words
        weight = weight / max(1, weight.sum())
        weight *= 1 if "main_content" in row else .5
        parts.append((numpy.array(segments)[:, 2:], share, weight))
    x, y, w = (numpy.concatenate(p) for p in zip(*parts))
    return logistic(x, y, w / w.sum(), DECAY[mode])


def fit_titles(rows, signs):
    """A choice among the lines of each page, or none, which scores nought."""
    pages = []
    for row, lines in zip(rows, signs):
        text = row["text"].encode()
        right = [bool(row.get("title")) and
                 bag(text[s[0]:s[1]].decode()) == bag(row["title"])
                 for s in lines]
        if "main_content" in row and not any(right):
            continue
        x = numpy.array([s[2:] for s in lines]).reshape(len(lines), -1)
        x = numpy.vstack([x, numpy.zeros((1, x.shape[1]))]) if lines else None
        if x is not None:
            pages.append((x, numpy.array(right + [not any(right)], float)))

    def loss(v):
        value, slope = 0, numpy.zeros_like(v)
        for x, right in pages:
            z = x @ v
            p = numpy.exp(z - z.max())
            p /= p.sum()
            chance = (p * right).sum()
            value -= numpy.log(chance)
            slope -= x.T @ (p * right / chance - p)
        n = len(pages)
        decay = DECAY["titles"]
        return value / n + decay * (v @ v) / 2, slope / n + decay * v

    start = numpy.zeros(pages[0][0].shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def main():
    driver, mode = sys.argv[1:3]
    rows = list(rows_of(sys.argv[3:]))
    signs = run(driver, mode, [r["text"].encode() for r in rows])
    if mode == "titles":
        weights = fit_titles(rows, signs)
    else:
        weights = fit_segments(rows, signs, mode)
    for i, w in enumerate(weights):
        print("    [%d] = %.2fF," % (i, w))


if __name__ == "__main__":
    main()
