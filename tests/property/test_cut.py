#!/usr/bin/env python3
"""What must hold of `stemma dedup --substrings N` for any corpus: just those
passages of N bytes and more go that occurred before, compared with all of them
by brute force; the first one stays; words stay whole; the lines are otherwise
what they were; the report says what was cut, to the byte; threads and memory
change nothing. --exact-substrings N gives the same, where the build has it."""
import json
import random
import re
import sys
import tempfile
import unittest
from pathlib import Path

from stemma import SANITIZED, run

WORD = re.compile(r"\w+")
GAPS = [" ", " ", " ", ", ", ". ", "\n", "  ", "; ", " \u2013 "]


def text(r, vocabulary, words):
    return "".join(r.choice(vocabulary) + r.choice(GAPS) for _ in range(words))


def corpus(seed, documents, words):
    """Texts from few words, and pieces of earlier ones in them."""
    r = random.Random(seed)
    vocabulary = [r.choice(["a", "be", "Sea", "harbour", "Stra\u00dfe",
                            "\u5341\u6708", "caf\u00e9", "lighthousekeepers",
                            "x" * r.randrange(20, 60)]) + r.choice("stuvw")
                  for _ in range(r.choice([3, 8, 40]))]
    made = []
    for i in range(documents):
        parts = []
        while sum(map(len, parts)) < r.randrange(1, 6 * words):
            old = r.choice(made) if made and r.random() < .6 else ""
            at = r.randrange(len(old) + 1)
            parts.append(old[at:at + r.randrange(1, 120)] + r.choice(GAPS)
                         if old else text(r, vocabulary, r.randrange(1, words)))
        made.append("".join(parts))
    return made


def words_of(text):
    """(start, end) of each word, in characters; a letter of a script without
    spaces is one."""
    spans = []
    for m in WORD.finditer(text):
        at = m.start()
        while at < m.end():
            to = at + 1
            if text[at] < "\u3000":
                while to < m.end() and text[to] < "\u3000":
                    to += 1
            spans.append((at, to))
            at = to
    return spans


def covered(texts, least):
    """For each text the characters that lie in passages which came before."""
    seen, result = {}, []
    for doc, text in enumerate(texts):
        spans, cut = words_of(text), [False] * len(text)
        passages = [(i, j) for i in range(len(spans))
                    for j in range(i, len(spans))
                    if len(text[spans[i][0]:spans[j][1]].encode()) >= least]
        for i, j in passages:
            start, end = spans[i][0], spans[j][1]
            first = seen.setdefault(text[start:end], (doc, start))
            if first[0] < doc or first[1] + end - start <= start:
                cut[start:end] = [True] * (end - start)
        result.append(cut)
    return result


class Cut(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, texts, ascii_only=False):
        rows = [{"x": 1, "id": i, "text": t, "\u00e9": ["text", {"text": 2}]}
                for i, t in enumerate(texts)]
        (self.at / "in.jsonl").write_text("".join(
            json.dumps(row, ensure_ascii=ascii_only) + "\n" for row in rows))

    def has_exact(self):
        self.write(["a"])
        result = run("dedup", "-q", "--exact-substrings", "1",
                     str(self.at / "in.jsonl"))
        if result.code:
            self.assertEqual(result.code, 2, str(result))
            self.assertIn(b"libsais", result.err)
        return result.code == 0

    def cut(self, least, *flags, option="--substrings"):
        result = run("dedup", "-q", option, str(least), *flags,
                     str(self.at / "in.jsonl"), "-o", str(self.at / "out.jsonl"),
                     "--report", str(self.at / "report"))
        self.assertEqual(result.code, 0, str(result))
        return ((self.at / "out.jsonl").read_text(),
                [json.loads(line) for line in
                 (self.at / "report").read_text().splitlines()])

    def check_report(self, texts, left, report, least):
        """Every row is true, and together they are what is gone."""
        kept = [t.encode() for t in texts]
        gone = [[False] * len(t) for t in kept]
        for row in report:
            at, n, doc = row["offset"], row["length"], row["id"]
            first, other = row["kept_offset"], row["kept"]
            self.assertGreaterEqual(n, least)
            self.assertEqual(kept[doc][at:at + n], kept[other][first:first + n])
            self.assertLess((other, first), (doc, at))
            gone[doc][at:at + n] = [True] * n
        for doc, text in enumerate(kept):
            self.assertEqual(bytes(b for b, g in zip(text, gone[doc]) if not g),
                             left[doc].encode(), doc)

    def check(self, texts, least, ascii_only=False):
        self.write(texts, ascii_only)
        out, report = self.cut(least)
        left = [json.loads(line)["text"] for line in out.splitlines()]
        self.check_report(texts, left, report, least)
        gone = [[False] * len(t.encode()) for t in texts]
        for row in report:
            end = row["offset"] + row["length"]
            gone[row["id"]][row["offset"]:end] = [True] * row["length"]
        for doc, want in enumerate(covered(texts, least)):
            at = 0
            for c, w in zip(texts[doc], want):
                n = len(c.encode())
                got = set(gone[doc][at:at + n])
                at += n
                self.assertEqual(len(got), 1, "inside a character")
                if c.isalnum():
                    self.assertEqual(got, {w}, (doc, at, texts[doc]))

    def test_what_brute_force_finds_is_cut_and_nothing_else(self):
        for seed in range(8 if SANITIZED else 40):
            r = random.Random(seed)
            least = r.choice([1, 8, 20, 33, 60])
            texts = corpus(seed, r.randrange(2, 14), r.choice([4, 12, 30]))
            with self.subTest(seed=seed, least=least):
                self.check(texts, least, seed % 2)

    def test_both_ways_of_finding_give_the_same(self):
        if not self.has_exact():
            return
        for seed in range(100, 110 if SANITIZED else 160):
            r = random.Random(seed)
            least = r.choice([1, 5, 13, 30, 60, 200])
            texts = corpus(seed, r.randrange(1, 30), r.choice([4, 12, 60]))
            with self.subTest(seed=seed, least=least):
                self.write(texts, seed % 2)
                exact = self.cut(least, option="--exact-substrings")
                self.assertEqual(exact, self.cut(least))

    def test_too_many_words_for_the_memory_allowed_are_refused(self):
        if not self.has_exact():
            return
        self.write(["a b c d e f g h i j " * 30000] * 2)
        result = run("dedup", "-q", "--exact-substrings", "60", "-j1",
                     "--max-memory", "24M", str(self.at / "in.jsonl"), "-o",
                     str(self.at / "none.jsonl"))
        self.assertEqual(result.code, 4, str(result))
        self.assertIn(b"--substrings", result.err)
        self.assertFalse((self.at / "none.jsonl").exists())

    def test_repetition_within_a_text_leaves_the_first(self):
        for least in (5, 30, 31, 32, 100):
            self.check(["ha " * 200], least)
            self.check(["one two three four. " * 30, "one two " * 5], least)

    def test_the_rest_of_a_line_stays_as_it_was(self):
        old = "The lamp on the north mole is to be lit again in the autumn"
        line = ('{ "a":[1,"\\u00e9"], "text" : "\\"%s\\u002e\\ud83d\\ude00 \\n'
                'so \\/ it \\u0073aid" ,"id":"\\u0062" }\n')
        (self.at / "in.jsonl").write_text(
            json.dumps({"id": "a", "text": old}) + "\n"
            + line % old.replace("north", "\\u006eorth")
            + line.rstrip("\n") % "nothing")
        out, report = self.cut(50)
        lines = out.splitlines(True)
        self.assertEqual(lines[1], line % "")
        self.assertEqual(lines[2], line.rstrip("\n") % "nothing")
        self.assertEqual(report, [{"id": "\u0062", "offset": 1, "length":
                                   len(old), "kept": "a", "kept_offset": 0}])

    def test_threads_and_memory_change_nothing(self):
        documents = 300 if SANITIZED else 3000
        self.write(corpus(3, documents, 200))
        wanted = self.cut(60, "-j1")
        self.assertGreater(len(wanted[1]), documents / 3)
        for flags in (["-j2"], ["-j5"], ["-j1", "--max-memory", "64M"],
                      ["-j3", "--max-memory", "24M"]):
            self.assertEqual(self.cut(60, *flags), wanted, flags)

    def test_damage_is_named_and_the_rest_is_cut(self):
        old = "The lamp on the north mole is to be lit again in the autumn"
        (self.at / "in.jsonl").write_bytes(
            b'{"id":1,"text":"%s"}\n{"id":2,"text":\n'
            b'{"id":3,"text":"\xff\xe2\x82 %s \xc3"}\n' % ((old.encode(),) * 2))
        result = run("dedup", "-q", "--substrings", "50",
                     str(self.at / "in.jsonl"), "-o", str(self.at / "out.jsonl"),
                     "--report", str(self.at / "report"))
        self.assertEqual(result.code, 3, str(result))
        self.assertIn(b"record 2", result.err)
        lines = (self.at / "out.jsonl").read_bytes().splitlines()
        self.assertEqual(lines[1], b'{"id":3,"text":"\xff\xe2\x82  \xc3"}')
        row = json.loads((self.at / "report").read_text())
        self.assertEqual((row["offset"], row["kept"]), (7, 1))

    def test_what_makes_no_sense_beside_it_is_refused(self):
        self.write(["a"])
        for flags in (["--contained"], ["--threshold", ".5"], ["--state", "s"],
                      ["--clusters", "c"], ["--keep", "first"], ["--dry-run"]):
            result = run("dedup", "--substrings", "50", *flags,
                         str(self.at / "in.jsonl"))
            self.assertEqual(result.code, 2, flags)
            self.assertIn(flags[0].encode(), result.err)


if __name__ == "__main__":
    sys.exit(unittest.main())
