"""Passages in languages of many scripts: a source, an edited copy of it, a text
with a stretch of it, and a text that shares nothing, all of our own invention
(languages.json)."""
import json
import tempfile
import unittest
from pathlib import Path

import stemma

TEXTS = json.loads((Path(__file__).parent / "languages.json").read_text("utf-8"))
UNSPACED = {"zh", "ja"}
NEAR = 12  # bytes that a bound may be off: a short word, four ideographs


def join(language, sentences):
    return ("" if language in UNSPACED else " ").join(sentences)


def edited(language, text):
    for old, new in TEXTS[language]["edits"]:
        text = text.replace(old, new)
    return text


def bytes_before(text, part):
    at = text.index(part)
    return len(text[:at].encode()), len(text[:at + len(part)].encode())


class Languages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, "utf-8")
        return str(path)

    def diff(self, a, b):
        got = stemma.run("diff", "--json", "--as-is", self.file("a.txt", a),
                         self.file("b.txt", b))
        self.assertEqual(0, got.code, got)
        return got.json()

    def lies(self, span, text, part, where):
        start, end = bytes_before(text, part)
        self.assertLessEqual(abs(span["start"] - start), NEAR, where)
        self.assertLessEqual(abs(span["end"] - end), NEAR, where)

    def each(self, check):
        for language, t in TEXTS.items():
            with self.subTest(language):
                check(language, t["source"], t["other"])

    def test_a_language_is_told(self):
        def check(language, source, other):
            got = self.diff(join(language, source),
                            join(language, source + other))
            self.assertEqual([language] * 2,
                             [c["language"] for c in got["captures"]])
        self.each(check)

    def test_an_edited_copy_is_one_passage(self):
        def check(language, source, _):
            a = join(language, source)
            b = edited(language, a)
            got = self.diff(a, b)["relation"]
            self.assertIn(got["relation"], {"revision", "reprint"})
            self.assertEqual(1, len(got["passages"]), got["passages"])
            passage = got["passages"][0]
            self.assertEqual("edited", passage["kind"])
            self.assertGreater(passage["similarity"], .85)
            self.lies(passage["a"], a, a.rstrip(".。।"), language)
            self.lies(passage["b"], b, b.rstrip(".。।"), language)
        self.each(check)

    def test_a_stretch_in_another_text_has_its_bounds(self):
        def check(language, source, other):
            stretch = edited(language, join(language, source[1:4]))
            a = join(language, source)
            b = join(language, other[:2] + [stretch] + other[2:])
            got = self.diff(a, b)["relation"]
            self.assertIn(got["relation"], {"quotes", "revision"})
            self.assertEqual(1, len(got["passages"]), got["passages"])
            passage = got["passages"][0]
            self.assertEqual("edited", passage["kind"])
            self.lies(passage["a"], a, join(language, source[1:4]), language)
            self.lies(passage["b"], b, stretch, language)
        self.each(check)

    def test_a_stretch_word_for_word_is_verbatim(self):
        def check(language, source, other):
            stretch = join(language, source[2:5])
            a = join(language, source)
            b = join(language, other[:2] + [stretch] + other[2:])
            got = self.diff(b, a)["relation"]
            self.assertIn(got["relation"], {"quotes", "revision"})
            self.assertEqual(["verbatim"],
                             [p["kind"] for p in got["passages"]])
            self.lies(got["passages"][0]["a"], b, stretch, language)
            self.lies(got["passages"][0]["b"], a, stretch, language)
        self.each(check)

    def test_texts_of_their_own_share_nothing(self):
        def check(language, source, other):
            got = self.diff(join(language, source), join(language, other))
            self.assertEqual([], got["relation"]["passages"])
            self.assertIn(got["relation"]["relation"], {"related", "unrelated"})
        self.each(check)

    def test_families_do_not_cross_languages(self):
        paths = []
        for language, t in TEXTS.items():
            text = join(language, t["source"])
            paths.append(self.file(f"{language}-1.txt", text))
            paths.append(self.file(f"{language}-2.txt", edited(language, text)))
            paths.append(self.file(f"{language}-3.txt",
                                   join(language, t["other"])))
        got = stemma.run("tree", "--json", "--as-is", *paths).json()
        name = {c["id"]: Path(c["source"]).name for c in got["captures"]}
        families = sorted(sorted(name[i] for i in f["captures"])
                          for f in got["families"] if len(f["captures"]) > 1)
        self.assertEqual(sorted([f"{k}-1.txt", f"{k}-2.txt"] for k in TEXTS),
                         families)


if __name__ == "__main__":
    unittest.main()
