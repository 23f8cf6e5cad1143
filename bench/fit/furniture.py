#!/usr/bin/env python3
"""How well furniture is told from content, and what facts are found.

usage: furniture.py DRIVER PAGES.jsonl...

DRIVER is furniture.c, built as it says. A row of PAGES is a page as plain
text: {"text", "main_content", "title", "author", "publish_date", "page_type"},
or a text without furniture: {"text"} alone. Printed: word F1 of what is kept,
averaged over the pages of a type, beside that of keeping everything and of
keeping lines of ten words or more; the share of titles, authors and days of
publication that are right; the words lost of texts without furniture.
"""
import collections
import json
import re
import subprocess
import sys

WORD = re.compile(r"\w+")


def bag(text):
    return collections.Counter(WORD.findall((text or "").lower()))


def f1(kept, wanted):
    have, want = bag(kept), bag(wanted)
    if not want:
        return float(not have)
    hit = sum((have & want).values())
    if not hit:
        return 0.0
    precision, recall = hit / sum(have.values()), hit / sum(want.values())
    return 2 * precision * recall / (precision + recall)


def run(driver, mode, texts):
    """One JSON value a text."""
    frames = b"".join(b"%d\n%s" % (len(t), t) for t in texts)
    out = subprocess.run([driver, mode], input=frames, capture_output=True,
                         check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def rows_of(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def cut(text, ranges):
    return "\n".join(text[a:b].decode() for a, b in ranges)


def facts(page, text):
    return {"title": cut(text, page["title"]),
            "author": cut(text, page["authors"]),
            "publish_date": page["published"][:10]}


def same(have, want):
    return bag(have) - bag("and") == bag(want) - bag("and")


def main():
    rows = list(rows_of(sys.argv[2:]))
    texts = [r["text"].encode() for r in rows]
    scores = collections.defaultdict(list)
    right = collections.defaultdict(list)
    lost = words = 0
    for row, text, page in zip(rows, texts, run(sys.argv[1], "read", texts)):
        kept = cut(text, page["content"])
        if "main_content" not in row:
            words += sum(bag(row["text"]).values())
            lost += sum((bag(row["text"]) - bag(kept)).values())
            continue
        long = [x for x in row["text"].split("\n") if len(x.split()) >= 10]
        score = [f1(x, row["main_content"])
                 for x in (row["text"], "\n".join(long), kept)]
        for kind in ("all", row.get("page_type") or "page"):
            scores[kind].append(score)
        for name, have in facts(page, text).items():
            want = (row.get(name) or "")[:10 if "date" in name else None]
            if want:
                right[name].append(same(have, want))
    for kind, list_ in sorted(scores.items(), key=lambda x: -len(x[1])):
        means = [sum(x) / len(list_) for x in zip(*list_)]
        print("%-14s %4d pages: everything %.3f, long lines %.3f, kept %.3f"
              % (kind, len(list_), *means))
    for name, list_ in right.items():
        print("%-14s %.3f of %d" % (name, sum(list_) / len(list_), len(list_)))
    if words:
        print("without furniture: %d of %d words lost" % (lost, words))


if __name__ == "__main__":
    main()
