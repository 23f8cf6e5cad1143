#!/usr/bin/env python3
"""Fits the forests that tell content from furniture (src/page/forest_*.inc).

usage: page_fit.py FOLDER [--plain] [--write]

FOLDER holds labelled pages: pages.jsonl.zst {id, url, html} and truth.jsonl.zst
{id, main_content}. --plain: their visible text without markup, a block a line.
Prints word F1 by page type, each page judged by forests that saw no page of its
site (five parts): by each line itself, among the others, and with paragraphs
drawn to their boxes; --write fits on all pages and writes the tables.

Wants lightgbm, numpy and rapidfuzz, and a built build/src/libstemma.a."""
import collections, hashlib, json, random, re, struct, subprocess, sys, tempfile
from pathlib import Path
from urllib.parse import urlsplit

import lightgbm
import numpy
from rapidfuzz.distance import LCSseq

from fitting import ROOT, as_c, build, rows

PARTS, DEPTH = 5, 5
OWN = dict(trees=50, leaves=32, rate=0.15)
AMONG = dict(trees=100, leaves=32, rate=0.1)


def words(text):
    return re.findall(r"\w+", (text or "").lower())


class Page:
    pass


def read_signs(program, *args):
    """The pages as page_signs prints them."""
    out = subprocess.run([program, *map(str, args)], stdout=subprocess.PIPE, check=True).stdout
    at, pages = 0, []
    while at < len(out):
        p = Page()
        record, text, n, k = struct.unpack_from("4I", out, at)
        at += 16
        p.id = out[at : at + record].decode()
        p.text = out[at + record : at + record + text]
        at += record + text
        p.spans = numpy.frombuffer(out, "u4", 2 * n, at).reshape(n, 2)
        p.signs = numpy.frombuffer(out, "f4", n * k, at + 8 * n).reshape(n, k)
        at += 8 * n + 4 * n * k
        pages.append(p)
    return pages


def label(page, truth):
    """Words of each segment, and the share of them that the truth has, in order."""
    page.words = [words(page.text[a:b].decode()) for a, b in page.spans]
    page.truth = words(truth)
    flat = [w for seg in page.words for w in seg]
    hit = numpy.zeros(len(flat) + 1)
    for op in LCSseq.opcodes(flat, page.truth):
        if op.tag == "equal":
            hit[op.src_start : op.src_end] = 1
    ends = numpy.cumsum([0] + [len(seg) for seg in page.words])
    total = numpy.concatenate([[0], numpy.cumsum(hit[:-1])])
    page.count = numpy.diff(ends).astype(float)
    page.share = (total[ends[1:]] - total[ends[:-1]]) / numpy.maximum(page.count, 1)


def f1(page, keep):
    got = collections.Counter(w for seg, k in zip(page.words, keep) if k for w in seg)
    want = collections.Counter(page.truth)
    hit = sum((got & want).values())
    if not want:
        return float(not got)
    total = sum(got.values()) + len(page.truth)
    return 2 * hit / total if total else 0.0


def choose(page, likely):
    """The segments that make the expected F1 largest: a prefix by likelihood."""
    order = numpy.argsort(-likely, kind="stable")
    size = numpy.cumsum(page.count[order])
    hit = numpy.cumsum((page.count * likely)[order])
    expected = 2 * hit / (size + max(hit[-1], 1e-9))
    keep = numpy.zeros(len(likely), bool)
    keep[order[: int(numpy.argmax(expected)) + 1]] = True
    return keep


def fit(pages, shape):
    X = numpy.concatenate([p.signs for p in pages])
    y = numpy.concatenate([p.share for p in pages])
    # every page counts the same, a long segment more than a short one
    w = numpy.concatenate([p.count / max(p.count @ p.share, 0.1 * p.count.sum(), 30) for p in pages])
    data = lightgbm.Dataset(X, y, weight=w * len(y) / w.sum())
    return lightgbm.train(dict(objective="cross_entropy", num_leaves=shape["leaves"], max_depth=DEPTH, learning_rate=shape["rate"],
                               min_data_in_leaf=200, min_sum_hessian_in_leaf=5, feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1,
                               lambda_l2=5, max_bin=63, num_threads=2, verbose=-1, seed=1, deterministic=True), data, shape["trees"])


def raw(forest, page):
    return forest.predict(page.signs, raw_score=True, num_threads=2) if len(page.signs) else numpy.zeros(0)


def part_of(site):
    return hashlib.md5(site.encode()).digest()[0] % PARTS


def crossed(pages, shape):
    """Log-odds of each page's segments by a forest that saw none of its site."""
    scores = {}
    for part in range(PARTS):
        forest = fit([p for p in pages if p.part != part], shape)
        scores.update((p.id, raw(forest, p)) for p in pages if p.part == part)
    return scores


def report(pages, scores):
    groups = collections.defaultdict(list)
    for p in pages:
        if "+" in p.id:
            continue
        likely = 1 / (1 + numpy.exp(-scores[p.id]))
        s = f1(p, choose(p, likely)) if len(likely) else float(not p.truth)
        groups["all"].append(s)
        groups[p.type].append(s)
    for name, all in sorted(groups.items(), key=lambda g: -len(g[1])):
        print(f"{name:16} {len(all):5} pages  F1 {sum(all) / len(all):.4f}")


def put_scores(path, pages, scores):
    with open(path, "wb") as f:
        for p in pages:
            f.write(scores[p.id].astype("f4").tobytes())


def write(name, forest):
    (ROOT / "src/page" / f"forest_{name}.inc").write_text(
        as_c(forest, DEPTH, "page_fit.py", name, "stm_forest_node", f"stm_forest stm_page__{name}"))


def copied(page, truth):
    """Pages as other hands leave them: every fourth with its lines run together,
    all or in stretches; every tenth with its text twice, the second time in one
    line. Their ids end in + and their truths are returned."""
    pick = random.Random(page["id"])
    lines, more = page["text"].split("\n"), []
    if pick.random() < 0.25:
        longest = pick.choice([3, 10, 40, len(lines) + 1])
        at, joined = 0, []
        while at < len(lines):
            n = pick.randint(1, longest)
            joined.append(" ".join(lines[at : at + n]))
            at += n
        more.append(({"id": page["id"] + "+joined", "text": "\n".join(joined)}, truth))
    if pick.random() < 0.1:
        text = page["text"] + "\n" + " ".join(lines)
        more.append(({"id": page["id"] + "+twice", "text": text}, truth + "\n" + truth))
    return more


def main():
    folder, plain = Path(sys.argv[1]), "--plain" in sys.argv
    truth = {r["id"]: r for r in rows(folder / "truth.jsonl.zst")}
    with tempfile.TemporaryDirectory() as work:
        program, source, scores = build(work, "page_signs", ROOT / "build/src/libstemma.a"), Path(work) / "pages.jsonl", Path(work) / "scores"
        raw_pages = rows(folder / "pages.jsonl.zst")
        site = {r["id"]: urlsplit(r["url"]).hostname or "" for r in raw_pages}
        if plain:
            from visible_text import visible_text
            raw_pages = [{"id": r["id"], "text": visible_text(r["html"])} for r in raw_pages]
            for r in list(raw_pages):
                for page, main_content in copied(r, truth[r["id"]]["main_content"] or ""):
                    raw_pages.append(page)
                    truth[page["id"]] = dict(truth[r["id"]], main_content=main_content)
                    site[page["id"]] = site[r["id"]]
        source.write_text("".join(json.dumps(r) + "\n" for r in raw_pages))
        del raw_pages
        pages = read_signs(program, "own", source)
        for p in pages:
            label(p, truth[p.id]["main_content"])
            p.part, p.type = part_of(site[p.id]), truth[p.id]["page_type"]
        own = crossed(pages, OWN)
        report(pages, own)
        put_scores(scores, pages, own)
        if "--write" in sys.argv:
            write("plain_own" if plain else "markup_own", fit(pages, OWN))
        for p, q in zip(pages, read_signs(program, "among", source, scores)):
            p.signs = q.signs
        among = crossed(pages, AMONG)
        report(pages, among)
        put_scores(scores, pages, among)
        report(pages, {p.id: p.signs.ravel() for p in read_signs(program, "pooled", source, scores)})
        if "--write" in sys.argv:
            write("plain_among" if plain else "markup_among", fit(pages, AMONG))


if __name__ == "__main__":
    main()
