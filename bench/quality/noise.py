#!/usr/bin/env python3
"""How well `stemma diff` finds passages again that were copied with noise.

usage: noise.py STEMMA [DOCS.jsonl[.zst]] [--truth FILE] [--texts N] [--seed N]
                       [--kinds K,...] [--each]

DOCS has {"id", "text"} a line; without it the corpus beside the checkout
(STEMMA_DATA, else ../shared/data) is taken where there is one, else the texts
of examples/. --truth names the source of each document ("src") and its kind;
only documents without a copy are used then, as many of each source.

Each text is copied whole, and a passage of another one is put into it, with
noise of each kind and strength:

  ocr       letters misread (rn for m, 1 for l, e for c ...) or lost, a share
            of all letters
  spaces    words run together or torn apart, a share of all spaces
  wrap      lines of 50 to 70 letters, words cut at their ends by a hyphen
  quotes    other quotes, dashes, apostrophes and points
  hidden    letters of another script that look alike, signs without width
  scan      ocr, spaces, wrap and quotes together

Printed: recall and precision of the words in passages, how often a passage was
called spun or the whole text something else than a copy, and how often two
texts that share nothing had a passage. The last line is the figure.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("STEMMA_DATA", HERE.parents[2] / "shared" / "data"))
COPIES = {"identical", "reprint", "excerpt", "revision"}

MISREAD = {
    "m": ["rn", "in", "ni", "nn"], "d": ["cl", "ci", "ol"], "w": ["vv", "iv"],
    "n": ["u", "ri", "ii"], "h": ["b", "li", "ln"], "l": ["1", "I", "i", "t"],
    "i": ["1", "l", "j", "t"], "o": ["0", "c", "e"], "e": ["c", "o"],
    "c": ["e", "o"], "u": ["n", "ii", "v"], "s": ["5", "f", "a"],
    "f": ["t", "s"], "t": ["f", "l", "r"], "b": ["h", "6", "b."],
    "g": ["9", "q"], "a": ["o", "n", "u"], "v": ["y", "r"], "r": ["i", "t"],
    "I": ["l", "1", "T"], "O": ["0", "Q", "C"], "B": ["8", "R"], "S": ["5"],
    "Z": ["2"], "G": ["6", "C"], "M": ["IVI", "N"], "D": ["O", "l)"],
    "0": ["O", "o"], "1": ["l", "I"], "5": ["S", "s"], "8": ["B"],
    "п": ["н", "и"], "н": ["п", "и"], "и": ["п", "н"], "ш": ["щ", "ии"],
    "щ": ["ш"], "с": ["е", "о"], "е": ["с", "о"], "о": ["с", "0"],
    "з": ["э", "3"], "б": ["6"], "ы": ["ьі", "и"], "л": ["п", "д"],
    "в": ["ь", "н"], "т": ["г", "m"], "г": ["т"], "а": ["о", "л"],
}
ALIKE = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ"))
HIDDEN = "\u200b\u200c\u2060"


def misread(text, share, rng):
    letters = sorted({c for c in text if c.isalpha() and c.islower()})
    out = []
    for c in text:
        if c.isspace() or rng.random() >= share:
            out.append(c)
        elif c in MISREAD and rng.random() < .8:
            out.append(rng.choice(MISREAD[c]))
        elif c.isalpha() and letters:
            out.append(rng.choice(["", c + rng.choice(letters),
                                   rng.choice(letters), rng.choice(letters)]))
        else:
            out.append(rng.choice(["", ".", c]))
    return "".join(out)


def respace(text, share, rng):
    out = []
    for i, c in enumerate(text):
        inside = c.isalpha() and i + 1 < len(text) and text[i + 1].isalpha()
        if c == " " and rng.random() < share:
            continue
        out.append(c)
        if inside and rng.random() < share / 12:
            out.append(" ")
    return "".join(out)


def wrap(text, share, rng):
    """Where a line is full its last word is cut, at the rate given."""
    lines = []
    for part in text.split("\n"):
        line = ""
        width = rng.randrange(50, 70)
        for word in part.split(" "):
            room = width - len(line) - 1
            if len(line) + len(word) < width:
                line += (" " if line else "") + word
            elif word.isalpha() and len(word) >= 6 and 3 <= room < len(word) \
                    and rng.random() < share:
                at = min(room, len(word) - 2)
                lines.append(f"{line} {word[:at]}-")
                line = word[at:]
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return "\n".join(lines)


def requote(text, share, rng):
    swap = {'"': "«»„“”", "'": "’‘ʼ´", "“": '"„«', "”": '"»', "’": "'´",
            "-": "–‐", "—": "-–", "–": "—-", ".": "…", "…": "."}
    return "".join(rng.choice(swap[c]) if c in swap and rng.random() < share
                   and (c != "." or rng.random() < .1) else c for c in text)


def hide(text, share, rng):
    out = []
    for c in text:
        if rng.random() >= share:
            out.append(c)
        elif c in ALIKE:
            out.append(ALIKE[c])
        elif c.isalpha():
            out.append(c + rng.choice(HIDDEN))
        else:
            out.append(c)
    return "".join(out)


def scan(text, share, rng):
    text = requote(text, .5, rng)
    text = misread(text, share, rng)
    text = respace(text, share / 2, rng)
    return wrap(text, .8, rng)


KINDS = {
    "ocr": (misread, [.01, .03, .06, .1]),
    "spaces": (respace, [.02, .06, .15]),
    "wrap": (wrap, [.5, 1]),
    "quotes": (requote, [.5, 1]),
    "hidden": (hide, [.02, .1]),
    "scan": (scan, [.01, .03, .06, .1]),
}


def rows(path):
    if str(path).endswith(".zst"):
        pipe = subprocess.Popen(["zstd", "-dc", "--long=27", str(path)],
                                stdout=subprocess.PIPE)
        yield from map(json.loads, pipe.stdout)
        pipe.wait()
    else:
        with open(path, encoding="utf-8") as f:
            yield from map(json.loads, f)


def has_spaces(text):
    return text.count(" ") * 12 > len(text)


def texts_of(o, rng):
    """As many texts of each source, of 250 to 3,000 words."""
    docs, truth = o.docs, o.truth
    if not docs and (DATA / "dedup" / "corpus.jsonl.zst").exists():
        docs = DATA / "dedup" / "corpus.jsonl.zst"
        truth = DATA / "dedup" / "truth.jsonl.zst"
    if not docs:
        files = sorted((HERE.parents[1] / "examples").rglob("*.txt"))
        return [("examples", f.read_text("utf-8")) for f in files]
    source = {}
    if truth:
        source = {r["id"]: r["src"] for r in rows(truth)
                  if r["kind"] == "single" and not r["src"].startswith("rfc")}
    by = collections.defaultdict(list)
    for r in rows(docs):
        src = source.get(r["id"], None if source else "texts")
        text = r["text"][:12000]
        if src and 1500 < len(text) and has_spaces(text):
            by[src].append(text)
    names = sorted(by)
    each = max(2, o.texts // max(1, len(names)))
    return [(s, t) for s in names for t in rng.sample(by[s], min(each, len(by[s])))]


def words_of(text):
    """Byte spans of the words: what lies between white space."""
    spans, at = [], 0
    for part in text.split():
        at = text.index(part, at)
        spans.append((at, at + len(part)))
        at += len(part)
    byte, places = 0, {}
    for i, c in enumerate(text):
        places[i] = byte
        byte += len(c.encode())
    places[len(text)] = byte
    return [(places[a], places[b]) for a, b in spans]


def cut(text, rng):
    """A stretch of whole sentences, some 150 words of it."""
    parts = text.replace("\n", " ").split(". ")
    at = rng.randrange(max(1, len(parts) // 2))
    out = ""
    while at < len(parts) and len(out.split()) < 150:
        out += parts[at] + ". "
        at += 1
    return out


def cases(texts, kinds, rng):
    """(key, a, b, span of b that was copied, whether whole)"""
    for k, (src, text) in enumerate(texts):
        mates = [t for s, t in texts if s == src and t != text]
        host = rng.choice(mates) if mates else None
        passage = cut(text, rng)
        for kind in kinds:
            f, strengths = KINDS[kind]
            for share in strengths:
                yield (kind, share), text, f(text, share, rng), None
                if not host:
                    continue
                parts = host.replace("\n", " ").split(". ")
                mid = len(parts) // 2
                head, tail = ". ".join(parts[:mid]) + ". ", ". ".join(parts[mid:])
                noisy = f(passage, share, rng)
                yield (kind, share), text, head + noisy + " " + tail, \
                    (len(head.encode()), len((head + noisy).encode()),
                     passage)
                yield (kind, share), text, f(host, share, rng), ()


def covered(spans, words):
    return [any(s <= (a + b) // 2 < e for s, e in spans) for a, b in words]


def judge(case, relation, n):
    key, a, b, truth = case
    got = relation.get("passages", [])
    if truth == ():
        n["clean"] += 1
        n["false"] += bool(got)
        return
    for side, text in (("a", a), ("b", b)):
        words = words_of(text)
        hit = covered([(p[side]["start"], p[side]["end"]) for p in got], words)
        if truth is None:
            want = [True] * len(words)
        elif side == "b":
            want = [truth[0] <= s < truth[1] for s, e in words]
        else:
            at = a.replace("\n", " ").find(truth[2].strip())
            if at < 0:
                continue
            low = len(a[:at].encode())
            high = low + len(truth[2].strip().encode())
            want = [low <= s < high for s, e in words]
        n["wanted"] += sum(want)
        n["found"] += sum(hit)
        n["right"] += sum(x and y for x, y in zip(want, hit))
    n["passages"] += len(got)
    n["spun passages"] += sum(p["kind"] == "spun" for p in got)
    if truth is None:
        n["whole"] += 1
        n["copies"] += relation["relation"] in COPIES
        n[relation["relation"]] += 1


def run(stemma, made):
    with tempfile.TemporaryDirectory() as folder:
        corpus, pairs = Path(folder) / "docs.jsonl", Path(folder) / "pairs.tsv"
        with open(corpus, "w", encoding="utf-8") as f, open(pairs, "w") as p:
            for n, (key, a, b, truth) in enumerate(made):
                for side, text in (("a", a), ("b", b)):
                    f.write(json.dumps({"id": f"{n}{side}", "text": text}) + "\n")
                p.write(f"{n}a\t{n}b\n")
        out = subprocess.run([stemma, "diff", "--json", "--as-is", "--corpus",
                              corpus, "--pairs", pairs],
                             capture_output=True, check=True).stdout
    return [json.loads(line)["relation"] for line in out.splitlines()]


def line(name, n):
    r = n["right"] / max(1, n["wanted"])
    p = n["right"] / max(1, n["found"])
    kinds = {k: n[k] for k in ("identical", "reprint", "excerpt", "revision",
                               "spun", "quotes", "related", "unrelated")
             if n[k]}
    return (f"{name:14} recall {r:.3f} precision {p:.3f} spun {n['spun passages']} of "
            f"{n['passages']} copies {n['copies']} of {n['whole']} false "
            f"{n['false']} of {n['clean']} {kinds}")


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("stemma")
    p.add_argument("docs", nargs="?")
    p.add_argument("--truth")
    p.add_argument("--texts", type=int, default=44)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--kinds", default=",".join(KINDS))
    p.add_argument("--each", action="store_true")
    o = p.parse_args()
    rng = random.Random(o.seed)
    made = list(cases(texts_of(o, rng), o.kinds.split(","), rng))
    by = collections.defaultdict(collections.Counter)
    for k, (case, relation) in enumerate(zip(made, run(o.stemma, made))):
        before = by[case[0]]["right"], by[case[0]]["wanted"]
        judge(case, relation, by[case[0]])
        if o.each:
            print(k, case[0], relation["relation"],
                  by[case[0]]["right"] - before[0],
                  by[case[0]]["wanted"] - before[1])
    total = collections.Counter()
    for key, n in by.items():
        print(line(f"{key[0]} {key[1]:.0%}", n))
        total.update(n)
    print(line("all", total))


if __name__ == "__main__":
    main()
