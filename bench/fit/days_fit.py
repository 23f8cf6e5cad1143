#!/usr/bin/env python3
"""Fits the weights of days in src/page/facts_weights.c.

usage: days_fit.py FOLDER... [--write]

A FOLDER holds dated pages: pages.jsonl.zst {id, url, html} and truth.jsonl.zst
{id, page_type, publish_date}, or publish_between, two days where only that is
known. Those behind the first weigh less (OTHERS).
Prints the share of pages whose day is right, by folder and page type: with the
weights of the table, and with weights fitted without the page's site (five parts).
A softmax over the days of a page, pulled towards the table's weights (PULL);
--write fits on all pages and writes the table.

Wants numpy and scipy, and a built build/src/libstemma.a."""
import collections, datetime, hashlib, json, re, subprocess, sys, tempfile
from pathlib import Path
from urllib.parse import urlsplit

import numpy
from scipy.optimize import minimize

from fitting import ROOT, build, rows

PARTS, OTHERS, PULL = 5, 0.3, 10
MOST_OF_SITE = 8  # pages of one site weigh as much as this many at most
TABLE = ROOT / "src/page/facts_weights.c"
DAWN = datetime.date(1970, 1, 1)
# Of a moment in UTC the day by the clocks of these, too: many write down theirs.
ZONES = (-8, -5, 2, 8, 9)


class Page:
    pass


def sign_names():
    head = (ROOT / "src/page/facts_weights.h").read_text().split("stm_day_sign;")[0]
    return [n for n in dict.fromkeys(re.findall(r"\bSTM_DAY_[A-Z_]+\b", head)) if n not in ("STM_DAY_LEAST", "STM_DAY_SIGNS")]


def table(names):
    known = dict(re.findall(r"\[(STM_DAY_[A-Z_]+)\] = (-?[\d.]+)F", TABLE.read_text()))
    return numpy.array([float(known.get(n, 0)) for n in names])


def number(day):
    return (datetime.date.fromisoformat(day) - DAWN).days


def right_days(truth):
    """From where to where the day is right; None where it is not known."""
    if truth.get("publish_between"):
        return tuple(map(number, truth["publish_between"]))
    stamp = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d):\d\d.*(?:Z|\+00:?00)$)?", truth.get("publish_date") or "")
    if not stamp:
        return None
    day = number(stamp[1])
    days = [day + (int(stamp[2]) + z) // 24 for z in ZONES] if stamp[2] else []
    return min(days + [day]), max(days + [day])


def read_folder(program, folder, weight, names):
    truth = {str(r["id"]): r for r in rows(folder / "truth.jsonl.zst")}
    source = rows(folder / "pages.jsonl.zst")
    site = {str(r["id"]): urlsplit(r["url"]).hostname or str(r["id"]) for r in source}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as f:
        f.writelines(json.dumps(r) + "\n" for r in source)
        f.flush()
        out = subprocess.run([program, f.name], stdout=subprocess.PIPE, check=True).stdout
    for line in out.splitlines():
        row = json.loads(line)
        right = right_days(truth[row["record"]])
        if not right:
            continue
        p = Page()
        p.id, p.folder, p.type, p.weight = row["record"], folder.name, truth[row["record"]]["page_type"], weight
        p.site = ".".join(site[p.id].split(".")[-2:])
        p.signs = numpy.array([[s >> k & 1 for k in range(len(names))] for _, s in row["days"]], float).reshape(-1, len(names))
        p.right = numpy.array([right[0] <= day <= right[1] for day, _ in row["days"]], bool)
        yield p


def fit(pages, prior):
    """The weights that make the right days of the pages likeliest."""
    of_site = collections.Counter((p.folder, p.site) for p in pages)
    use = [(p.signs, p.right, p.weight * min(1, MOST_OF_SITE / of_site[p.folder, p.site])) for p in pages if p.right.any()]

    def loss(v):
        value, slope = 0, numpy.zeros_like(v)
        for x, right, weight in use:
            z = x @ v
            likely = numpy.exp(z - z.max())
            likely /= likely.sum()
            chance = likely[right].sum()
            value -= weight * numpy.log(chance)
            slope -= weight * (x.T @ (likely * right / chance - likely))
        away = v - prior
        return value + PULL * away @ away / 2, slope + PULL * away

    return minimize(loss, prior, jac=True, method="L-BFGS-B").x


def part_of(p):
    return hashlib.md5(p.site.encode()).digest()[0] % PARTS


def report(title, pages, weights_of):
    hits = collections.defaultdict(list)
    for p in pages:
        hit = bool(len(p.right)) and bool(p.right[numpy.argmax(p.signs @ weights_of(p))])
        hits[p.folder, "all"].append(hit)
        hits[p.folder, p.type].append(hit)
    for (folder, kind), all in sorted(hits.items(), key=lambda h: (h[0][0], -len(h[1]))):
        print(f"{title:8} {folder:12} {kind:14} {len(all):5} pages  right {sum(all) / len(all):.4f}")
    print(flush=True)


def write(names, weights):
    text = TABLE.read_text()
    lines = "".join(f"    [{n}] = {w:.2f}F,\n" for n, w in zip(names, weights + 0.0))
    start = text.index("{\n", text.index("stm_page__day_weights[")) + 2
    TABLE.write_text(text[:start] + lines.replace("= -0.00F", "= 0.00F") + text[text.index("};", start) :])


def main():
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    names = sign_names()
    prior = table(names)
    with tempfile.TemporaryDirectory() as work:
        program = build(work, "day_signs", ROOT / "build/src/libstemma.a")
        pages = [p for i, f in enumerate(folders) for p in read_folder(program, f, OTHERS if i else 1, names)]
    crossed = [fit([p for p in pages if part_of(p) != part], prior) for part in range(PARTS)]
    report("table", pages, lambda p: prior)
    report("crossed", pages, lambda p: crossed[part_of(p)])
    if "--write" in sys.argv:
        write(names, fit(pages, prior))


if __name__ == "__main__":
    main()
