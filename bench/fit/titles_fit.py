#!/usr/bin/env python3
"""Fits the weights of headlines in src/page/weights.c.

usage: titles_fit.py DRIVER PAGES.jsonl...

Rows of PAGES as in furniture.py; needs numpy and scipy.
"""
import sys

import numpy
from scipy.optimize import minimize

from furniture import bag, rows_of, run

DECAY = 2e-3


def fit_titles(rows, signs):
    """A choice among the lines of each page, or none, which scores nought."""
    pages = []
    for row, lines in zip(rows, signs):
        text = row["text"].encode()
        right = [bool(row.get("title")) and
                 bag(text[s[0]:s[1]].decode()) == bag(row["title"])
                 for s in lines]
        if not lines or ("main_content" in row and not any(right)):
            continue
        x = numpy.array([s[2:] for s in lines])
        x = numpy.vstack([x, numpy.zeros((1, x.shape[1]))])
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
        return value / n + DECAY * (v @ v) / 2, slope / n + DECAY * v

    start = numpy.zeros(pages[0][0].shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def main():
    driver = sys.argv[1]
    rows = list(rows_of(sys.argv[2:]))
    signs = run(driver, "titles", [r["text"].encode() for r in rows])
    for i, w in enumerate(fit_titles(rows, signs)):
        print("    [%d] = %.2fF," % (i, w))


if __name__ == "__main__":
    main()
