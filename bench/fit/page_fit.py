#!/usr/bin/env python3
"""Fits the forests that tell content from furniture (src/page/forest_*.inc).

usage: page_fit.py FOLDER... [--plain] [--write]

A FOLDER holds labelled pages: pages.jsonl.zst {id, url, html} and truth.jsonl.zst
{id, main_content, page_type}. The first is of pages of all kinds; those of others
weigh less (OTHERS), and a folder whose name ends in "unseen" is judged only.
--plain: the visible text of the pages without markup, a block a line.
Prints word F1 by folder and page type, each page judged by forests that saw no
page of its site (five parts): by each line itself, among the others, and with
paragraphs drawn to their boxes; --write fits on all pages and writes the tables.

Wants lightgbm, numpy and rapidfuzz, and a built build/src/libstemma.a."""
import collections, hashlib, json, random, re, struct, subprocess, sys, tempfile
from pathlib import Path
from urllib.parse import urlsplit

import lightgbm
import numpy
from rapidfuzz.distance import LCSseq

from fitting import ROOT, as_c, build, rows
from visible_text import visible_text

PARTS, DEPTH = 5, 5
OWN = {"markup": dict(trees=80, leaves=32, rate=0.15), "plain": dict(trees=50, leaves=32, rate=0.15)}
AMONG = {"markup": dict(trees=140, leaves=32, rate=0.1), "plain": dict(trees=100, leaves=32, rate=0.1)}
OTHERS = 0.35
HOPELESS = -3  # as src/page/among.c has it

# A word of a script without spaces is a character here.
WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")


def words(text):
    return WORD.findall((text or "").lower())


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
    pages = [p for p in pages if p.weight]
    X = numpy.concatenate([p.signs[p.asked] for p in pages])
    y = numpy.concatenate([p.share[p.asked] for p in pages])
    # every page of a folder counts the same, a long segment more than a short one
    w = numpy.concatenate([p.weight * p.count[p.asked] / max(p.count @ p.share, 0.1 * p.count.sum(), 30) for p in pages])
    data = lightgbm.Dataset(X, y, weight=w * len(y) / w.sum())
    return lightgbm.train(dict(objective="cross_entropy", num_leaves=shape["leaves"], max_depth=DEPTH, learning_rate=shape["rate"],
                               min_data_in_leaf=200, min_sum_hessian_in_leaf=5, feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1,
                               lambda_l2=5, max_bin=63, num_threads=1, verbose=-1, seed=1, deterministic=True), data, shape["trees"])


def raw(forest, page):
    """Log-odds; what is not asked again keeps those it had."""
    out = page.own.copy()
    if page.asked.any():
        out[page.asked] = forest.predict(page.signs[page.asked], raw_score=True, num_threads=1)
    return out


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
        groups[p.folder, "all"].append(s)
        groups[p.folder, p.type].append(s)
    for (folder, kind), all in sorted(groups.items(), key=lambda g: (g[0][0], -len(g[1]))):
        print(f"{folder:12} {kind:16} {len(all):5} pages  F1 {sum(all) / len(all):.4f}")
    print(flush=True)


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


def read_folders(folders, plain):
    """Pages as the library reads them, and of each its site, kind, text, folder
    and weight."""
    read, known = [], {}
    for i, folder in enumerate(folders):
        weight = 0 if folder.name.endswith("unseen") else OTHERS if i else 1
        truth = {r["id"]: r for r in rows(folder / "truth.jsonl.zst")}
        for r in rows(folder / "pages.jsonl.zst"):
            t, name = truth[r["id"]], f"{folder.name}:{r['id']}"
            site, text = urlsplit(r["url"]).hostname or name, t["main_content"] or ""
            page = {"id": name, "text": visible_text(r["html"])} if plain else dict(r, id=name)
            for page, text in [(page, text)] + (copied(page, text) if plain else []):
                read.append(page)
                known[page["id"]] = (site, t["page_type"], text, folder.name, weight)
    return read, known


def judge(name, pages, shape, writes):
    """Crossed log-odds by one kind of forest; the table of it, if asked for."""
    scores = crossed(pages, shape)
    report(pages, scores)
    if writes:
        write(name, fit(pages, shape))
    return scores


def main():
    plain, writes = "--plain" in sys.argv, "--write" in sys.argv
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    kind = "plain" if plain else "markup"
    with tempfile.TemporaryDirectory() as work:
        program, source, scores = build(work, "page_signs", ROOT / "build/src/libstemma.a"), Path(work) / "pages.jsonl", Path(work) / "scores"
        read, known = read_folders(folders, plain)
        source.write_text("".join(json.dumps(r) + "\n" for r in read))
        del read
        pages = read_signs(program, "own", source)
        for p in pages:
            site, p.type, text, p.folder, p.weight = known[p.id]
            p.part = part_of(site)
            label(p, text)
            p.own, p.asked = numpy.zeros(len(p.share)), numpy.ones(len(p.share), bool)
        own = judge(f"{kind}_own", pages, OWN[kind], writes)
        put_scores(scores, pages, own)
        for p, q in zip(pages, read_signs(program, "among", source, scores)):
            p.signs, p.own = q.signs, own[p.id]
            p.asked = p.own >= HOPELESS
        put_scores(scores, pages, judge(f"{kind}_among", pages, AMONG[kind], writes))
        report(pages, {p.id: p.signs.ravel() for p in read_signs(program, "pooled", source, scores)})


if __name__ == "__main__":
    main()
