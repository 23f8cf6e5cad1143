"""Hostile and awkward inputs, each with a limit on time and memory.

Limits are CPU seconds and resident bytes of the program alone. A host that
lends its processors and memory to others can be at a third of its speed for
minutes: a run that took too long is made again, and has what the machine takes
longer at that moment.
"""
import html.parser
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "property"))

import inputs
import stemma
import wellformed

MIB = 1 << 20
DONE, USAGE, SKIPPED, LIMIT, INTERRUPTED = 0, 2, 3, 4, 130
GOOD = ("The lamp on the pier has been out since Sunday, and the harbour "
        "master says that no one has come to mend it. Boats keep to the far "
        "side of the channel until it burns again.\n")


# CPU seconds of steady() on the machine that the limits were set on.
STEADY = .15
TRIES = 3


def steady():
    """CPU seconds of a piece of work that is always the same: words counted,
    and memory touched that was not before."""
    began = time.process_time()
    words = {}
    for i in range(500_000):
        words[i % 5000] = words.get(i % 5000, 0) + i
    bytearray(b"x") * (128 * MIB)
    return time.process_time() - began


class Case(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def put(self, name, content):
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_within(self, *args, seconds=2.0, memory=1024 * MIB, code=DONE, **more):
        for _ in range(TRIES):
            got, slow = stemma.run(*args, **more), 1
            if stemma.SANITIZED or got.seconds < seconds:
                break
            slow = max(1, steady() / STEADY)
            if got.seconds < seconds * slow:
                break
        if code is not None:
            self.assertEqual(code, got.code, f"{args[:4]}: {got}")
        if not stemma.SANITIZED:
            self.assertLess(got.seconds, seconds * slow, f"{args[:4]}: {got}")
            self.assertLess(got.peak, memory, f"{args[:4]}: {got}")
        return got


class Unreadable(Case):
    """Nothing stops the rest; what is left out is named, with the reason."""

    def alone_and_beside_a_good_file(self, bad, *named):
        alone = self.run_within("tree", "--json", bad, code=USAGE)
        for text in named:
            self.assertIn(text, alone.err)
        good = self.put("good.txt", GOOD)
        both = self.run_within("tree", "--json", bad, good, code=SKIPPED)
        for text in named:
            self.assertIn(text, both.err)
        self.assertEqual(1, len(both.json()["captures"]))

    def test_an_empty_file_is_named_and_skipped(self):
        self.alone_and_beside_a_good_file(self.put("hollow.txt", b""), b"hollow.txt")

    def test_a_binary_is_named_and_skipped(self):
        bytes_ = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40
        self.alone_and_beside_a_good_file(self.put("machine", bytes_), b"machine")

    def test_a_missing_file_is_named(self):
        self.alone_and_beside_a_good_file(str(self.folder / "nowhere.txt"),
                                          b"nowhere.txt")

    def test_a_link_to_nothing_is_named(self):
        os.symlink(self.folder / "gone", self.folder / "dangling")
        self.alone_and_beside_a_good_file(str(self.folder / "dangling"), b"dangling")

    def test_a_link_to_nothing_in_a_folder_is_named(self):
        os.symlink(self.folder / "gone", self.folder / "dangling")
        self.put("good.txt", GOOD)
        got = self.run_within("tree", "--json", str(self.folder), code=SKIPPED)
        self.assertIn(b"dangling", got.err)
        self.assertEqual(1, len(got.json()["captures"]))

    def test_a_circle_of_links_ends(self):
        os.symlink(self.folder, self.folder / "loop")
        os.symlink("loop2", self.folder / "loop2")
        self.put("good.txt", GOOD)
        got = self.run_within("tree", "--json", str(self.folder), code=None)
        self.assertIn(got.code, (DONE, SKIPPED), str(got))
        self.assertEqual(1, len(got.json()["captures"]))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_folder_without_rights_is_named(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0)
        self.addCleanup(closed.chmod, 0o700)
        self.alone_and_beside_a_good_file(str(closed), b"closed")

    def test_an_empty_folder_is_not_a_success(self):
        (self.folder / "bare").mkdir()
        self.run_within("tree", "--json", str(self.folder / "bare"), code=USAGE)

    def test_a_pipe_in_a_folder_does_not_hang(self):
        os.mkfifo(self.folder / "pipe")
        self.put("good.txt", GOOD)
        got = stemma.run("tree", "--json", str(self.folder), patience=10)
        self.assertIn(got.code, (DONE, SKIPPED), str(got))

    def test_invalid_utf8_is_still_a_text(self):
        lines = GOOD.encode()
        bad = self.put("bad.txt", lines + b"caf\xe9 \xff\xfe\x80 \xf0\x9f " + lines)
        good = self.put("good.txt", GOOD)
        got = self.run_within("tree", "--json", bad, good)
        wellformed.check_tree(got.json(), {1: GOOD.encode()})
        self.assertEqual(2, len(got.json()["captures"]))

    def test_nul_bytes_do_no_harm(self):
        odd = self.put("nul.txt", GOOD.encode() + b"\0" + GOOD.encode())
        self.run_within("tree", "--json", odd, self.put("good.txt", GOOD), code=None)

    def test_a_full_disk_is_not_a_success(self):
        good = self.put("good.txt", GOOD)
        with open("/dev/full", "wb") as full:
            for form in ("--json", "--html", "--dot", "-v"):
                got = stemma.run("tree", form, good, stdout=full)
                self.assertEqual(LIMIT, got.code, f"{form}: {got}")
                self.assertTrue(got.err, form)

    def test_a_memory_limit_is_kept_and_said(self):
        big = self.put("big.txt", inputs.paragraphs(inputs.sentences(100_000, 1)))
        got = self.run_within("diff", "--max-memory", "64K", big, big, code=LIMIT)
        self.assertIn(b"memory", got.err)


class Small(Case):
    def test_texts_of_one_word(self):
        for i in range(300):
            self.put(f"{i:03}.txt", f"word{i}")
        got = self.run_within("tree", "--json", str(self.folder), seconds=4)
        got = got.json()
        wellformed.check_tree(got, wellformed.raws_of(got))
        self.assertEqual(300, len(got["captures"]))

    def test_texts_of_the_same_word(self):
        for i in range(40):
            self.put(f"{i:03}.txt", "word")
        got = self.run_within("tree", "--json", str(self.folder)).json()
        wellformed.check_tree(got, wellformed.raws_of(got))

    def test_a_text_of_marks_only(self):
        for i, text in enumerate(("... --- ...\n", "\n\n\n", "?!", "\u200b\ufeff", "😀😀")):
            self.put(f"{i}.txt", text)
        self.put("good.txt", GOOD)
        got = self.run_within("tree", "--json", str(self.folder), code=None)
        self.assertIn(got.code, (DONE, SKIPPED), str(got))
        wellformed.check_tree(got.json(), wellformed.raws_of(got.json()))

    def test_two_thousand_tiny_files(self):
        rng, words = random.Random(7), inputs.vocabulary(5000, 7)
        for i in range(2000):
            text = " ".join(rng.choice(words) for _ in range(rng.randint(1, 30)))
            self.put(f"{i:04}.txt", text + ".\n")
        got = self.run_within("tree", "--json", str(self.folder), seconds=6)
        self.assertEqual(2000, len(got.json()["captures"]))
        self.run_within("tree", str(self.folder), seconds=6)

    def test_two_thousand_notes_of_few_words(self):
        rng, words = random.Random(8), inputs.vocabulary(60, 8)
        for i in range(2000):
            text = " ".join(rng.choice(words + inputs.SMALL) for _ in range(25))
            self.put(f"{i:04}.txt", text.capitalize() + ".\n")
        self.run_within("tree", "--json", str(self.folder), seconds=20)


class Long(Case):
    def pair(self, a, b, **more):
        return self.run_within("diff", "--json", self.put("a.txt", a),
                               self.put("b.txt", b), **more)

    def book(self, seed=1):
        return inputs.sentences(100_000, seed)

    def checked(self, got, a, b):
        got = got.json()
        wellformed.check_diff(got, {0: a.encode(), 1: b.encode()})
        return got["relation"]

    def test_a_long_text_and_itself(self):
        a = inputs.paragraphs(self.book())
        self.assertEqual("identical", self.checked(self.pair(a, a), a, a)["relation"])

    def test_a_long_text_and_an_edited_one(self):
        book = self.book()
        a, b = inputs.paragraphs(book), inputs.paragraphs(inputs.edited(book, .05, 2))
        r = self.checked(self.pair(a, b), a, b)
        self.assertIn(r["relation"], wellformed.COPIES)
        self.assertGreater(min(r["coverage"].values()), .9)

    def test_two_long_texts_that_share_nothing(self):
        a, b = inputs.paragraphs(self.book(3)), inputs.paragraphs(self.book(4))
        r = self.checked(self.pair(a, b), a, b)
        self.assertNotIn(r["relation"], (*wellformed.COPIES, "quotes"))

    def test_a_long_text_with_its_sentences_shuffled(self):
        book = self.book()
        mixed = book[:]
        random.Random(5).shuffle(mixed)
        a, b = inputs.paragraphs(book), inputs.paragraphs(mixed)
        r = self.checked(self.pair(a, b), a, b)
        self.assertGreater(min(r["coverage"].values()), .5)

    def test_a_long_text_with_every_tenth_word_replaced(self):
        book = self.book(6)
        a, b = inputs.paragraphs(book), inputs.paragraphs(inputs.edited(book, .1, 7))
        self.checked(self.pair(a, b, seconds=3), a, b)

    def test_a_long_text_with_a_third_of_the_words_replaced(self):
        book = self.book(8)
        a, b = inputs.paragraphs(book), inputs.paragraphs(inputs.edited(book, .33, 9))
        self.checked(self.pair(a, b, seconds=4), a, b)

    def test_one_sentence_twenty_thousand_times(self):
        a = "The gate is shut and the keeper has gone home for the night. " * 20_000
        self.pair(a, a)
        self.pair(a, a.replace(". ", ".\n"))
        self.pair(a, GOOD * 30)

    def test_one_word_for_a_megabyte(self):
        a = "the " * (MIB // 4)
        self.pair(a, a)
        self.pair(a, a[:MIB // 2])
        self.pair(a, GOOD)

    def test_two_words_in_turn_for_a_megabyte(self):
        a, b = "to be " * (MIB // 6), "be to " * (MIB // 6)
        self.pair(a, b)

    def test_one_letter_for_a_megabyte(self):
        self.pair("x" * MIB, "x" * (MIB - 1))

    def test_marks_for_a_megabyte(self):
        for text in ("." * MIB, "\n" * MIB, "“" * (MIB // 3), "- " * (MIB // 2),
                     "e" + "\u0301" * (MIB // 2), "a.b." * (MIB // 4)):
            self.run_within("tree", "--json", self.put("a.txt", text),
                            self.put("good.txt", GOOD), code=None)

    def test_a_hundred_thousand_short_lines(self):
        self.pair("Menu\nHome\nShare\n" * 33_000, "Menu\nHome\nShare\n" * 33_000,
                  code=None)

    def test_the_same_paragraph_in_every_capture(self):
        for i in range(60):
            self.put(f"{i:02}.txt", GOOD * 20 + f"Note number {i} is here.\n")
        self.run_within("tree", "--json", str(self.folder), seconds=6)

    def test_two_texts_of_many_words(self):
        # a fifth of a million each; time and memory grow with the words
        book = inputs.sentences(200_000, 12)
        a, b = inputs.paragraphs(book), inputs.paragraphs(inputs.edited(book, .02, 13))
        r = self.checked(self.pair(a, b, seconds=8, memory=256 * MIB), a, b)
        self.assertIn(r["relation"], wellformed.COPIES)

    def test_a_long_text_against_its_reverse(self):
        words = " ".join(self.book(14)).split()
        a, b = " ".join(words), " ".join(words[::-1])
        r = self.checked(self.pair(a, b, seconds=4, memory=256 * MIB), a, b)
        self.assertNotIn(r["relation"], wellformed.COPIES)

    def test_one_word_in_texts_of_other_lengths(self):
        a, b = "lamp " * 200_000, "lamp " * 190_000
        r = self.checked(self.pair(a, b, seconds=4, memory=256 * MIB), a, b)
        self.assertIn(r["relation"], wellformed.COPIES)

    def test_a_thousand_copies_of_one_paragraph(self):
        with open(self.folder / "copies.jsonl", "w") as f:
            for i in range(1000):
                f.write('{"id": "%d", "text": "%s"}\n' % (i, GOOD.replace("\n", " ")))
        got = self.run_within("tree", "--json", str(self.folder / "copies.jsonl"),
                              seconds=20, memory=768 * MIB)
        self.assertEqual(1, len(got.json()["families"]))

    def line(self):
        """A file of 64 MB without an end of line, written in pieces."""
        path = self.folder / "line.txt"
        piece = " ".join(inputs.sentences(20_000, 10)).encode()
        with open(path, "wb") as f:
            for _ in range(64 * MIB // len(piece)):
                f.write(piece + b" ")
        return str(path)

    def test_a_line_of_64_megabytes(self):
        self.run_within("tree", "--json", self.line(), self.put("good.txt", GOOD),
                        seconds=40, memory=4096 * MIB)

    def test_an_interrupt_ends_it_soon(self):
        line = self.line()
        child = subprocess.Popen([stemma.PROGRAM, "diff", "--json", line, line],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
        self.assertEqual(INTERRUPTED, child.returncode, err)


class Paths(Case):
    NAMES = [b"new\nline.txt", b'quo"te\'s.txt', b"esc\x1b[31mred\x1b]0;t\x07.txt",
             b"not\xff\xfeutf8.txt", b"-leading.txt", b"--json", b"back\\slash.txt",
             "<script>alert(1)<ſcript>.txt".encode(), "名前 نام.txt".encode(),
             b"tab\tand  spaces .txt", b"$(id)`id`;&|.txt", b"%s%n%d.txt"]

    def make(self):
        for i, name in enumerate(self.NAMES):
            self.put(name, GOOD + f"Note {i} was added by hand.\n")
        self.put("empty\x1b[2J\n.txt", b"")

    def test_no_path_breaks_a_report(self):
        self.make()
        for form in ("--json", "--html", "--dot", "-v", "--color=never"):
            got = self.run_within("tree", form, str(self.folder), code=SKIPPED)
            self.assertNotIn(b"\x1b", got.out, form)
            self.assertNotIn(b"\x1b", got.err, form)
            if form == "--html":
                self.assertNotIn(b"<script>alert", got.out)
            got.out.decode("utf-8")
        captures = self.run_within("tree", "--json", str(self.folder),
                                   code=SKIPPED).json()["captures"]
        self.assertEqual(len(self.NAMES), len(captures))

    def test_a_leading_dash_is_a_name_after_two_dashes(self):
        self.make()
        got = self.run_within("diff", "--json", "--", "-leading.txt", "--json",
                              cwd=self.folder)
        self.assertEqual(["-leading.txt", "--json"],
                         [c["source"] for c in got.json()["captures"]])

    def test_errors_name_odd_paths_safely(self):
        got = self.run_within("tree", "no\x1b[31m such\nfile", code=USAGE)
        self.assertNotIn(b"\x1b", got.err)


HOSTILE = """The keeper said <script>alert('lamp')</script> that the light would burn.
</script><script src=//evil.example/x.js></script> He wrote it down twice.
"><img src=x onerror=alert(1)> and 'onmouseover=alert(2) x=' were on the wall.
<!-- <style>body{display:none}</style> ]]> &lt;b&gt; &amp; {{7*7}} ${7*7}
\x1b[2J\x1b]0;owned\x07 \x1b[31mred\x1b[0m \x9b31m and \u009b31m \u202eflipped\u202c
\u2028 \u2029 \x00 \x7f \\" \\u0000 \\ud800 label="x"]; evil [label="y
javascript:alert(3) <svg onload=alert(4)> <a href="javascript:alert(5)">the lamp</a>
"""


class Page(html.parser.HTMLParser):
    """Counts scripts and collects what a browser would run or fetch."""

    def __init__(self, text):
        super().__init__()
        self.scripts, self.bad = 0, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        if tag in ("iframe", "object", "embed", "base"):
            self.bad.append(tag)
        for name, value in attrs:
            if name.startswith("on") or re.match(
                    r"\s*(javascript:|https?:|//)", value or "") and name in (
                        "src", "href", "action", "xlink:href"):
                self.bad.append((tag, name, value))


class Hostile(Case):
    """Markup and control characters in captures reach no report as such."""

    def setUp(self):
        super().setUp()
        text = GOOD + HOSTILE.replace("\x00", "") * 2 + GOOD.replace("lamp", "lantern")
        self.a = self.put("a.txt", text)
        self.b = self.put("b.txt", text.replace("burn", "shine").replace("twice", "<b>once</b>"))
        self.plain = [self.put("c.txt", GOOD * 2), self.put("d.txt", GOOD + "Then it rained.\n" + GOOD)]

    def both(self, form, *flags):
        yield self.run_within("tree", form, *flags, self.a, self.b).out.decode()
        if form not in ("--dot", "--svg"):
            yield self.run_within("diff", form, *flags, self.a, self.b).out.decode()

    def no_controls(self, text, what):
        found = re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]", text)
        self.assertEqual([], found[:5], what)

    def test_html_holds_no_markup_of_a_capture(self):
        benign = [Page(self.run_within(c, "--html", *self.plain).out.decode())
                  for c in ("tree", "diff")]
        for text, other in zip(self.both("--html"), benign):
            page = Page(text)
            self.assertEqual(other.scripts, page.scripts)
            self.assertEqual([], page.bad)
            self.assertNotIn("<script>alert", text)
            self.assertNotIn("<img src=x", text)
            self.no_controls(text, "html")

    def test_json_is_json(self):
        for text in self.both("--json"):
            self.no_controls(text, "json")
        got = self.run_within("tree", "--json", self.a, self.b).json()
        wellformed.check_tree(got, wellformed.raws_of(got))

    def test_dot_is_dot(self):
        for text in self.both("--dot"):
            self.no_controls(text, "dot")
            if shutil.which("dot"):
                subprocess.run(["dot", "-Tcanon"], input=text.encode(),
                               check=True, stdout=subprocess.DEVNULL)

    def test_svg_is_svg(self):
        got = stemma.run("tree", "--svg", self.a, self.b)
        if got.code == USAGE:
            self.skipTest("built without Graphviz")
        self.assertEqual(DONE, got.code, str(got))
        drawn = xml.etree.ElementTree.fromstring(got.out)
        for element in drawn.iter():
            self.assertNotIn("script", str(element.tag))
            for name in element.attrib:
                self.assertFalse(name.startswith("on"), name)

    def test_a_terminal_gets_no_control_from_a_capture(self):
        for command in ("tree", "diff"):
            got = self.run_within(command, "-v", "--color=never", self.a, self.b)
            self.no_controls(got.out.decode(), command)
            got = self.run_within(command, "-v", "--color=always", self.a, self.b)
            text = re.sub(r"\x1b\[[0-9;]*m", "", got.out.decode())
            self.no_controls(text, command)

    def test_right_to_left_marks_do_not_leak(self):
        got = self.run_within("tree", "-v", "--color=never", self.a, self.b)
        self.assertNotIn("\u202e", got.out.decode())


class Scripts(Case):
    def test_every_script_has_words_and_offsets(self):
        for name, text in inputs.SCRIPTS.items():
            a = self.put("a.txt", text)
            b = self.put("b.txt", text + " " + text[:len(text) // 2])
            self.assertEqual("identical", self.run_within(
                "diff", "--json", a, a).json()["relation"]["relation"], name)
            got = self.run_within("diff", "--json", "--as-is", a, b).json()
            wellformed.check_diff(got, {i: Path(os.fsdecode(p)).read_bytes()
                                        for i, p in enumerate((a, b))})
            self.assertGreater(got["captures"][0]["words"], 8, name)
            self.assertTrue(got["relation"]["passages"], name)

    def test_a_copy_is_found_in_every_script(self):
        for name, text in inputs.SCRIPTS.items():
            self.put(f"{name}.txt", text)
            self.put(f"{name} again.txt", text + "\n")
        got = self.run_within("tree", "--json", str(self.folder)).json()
        wellformed.check_tree(got, wellformed.raws_of(got))
        self.assertEqual([2] * len(inputs.SCRIPTS),
                         sorted(len(f["captures"]) for f in got["families"]
                                if len(f["captures"]) > 1))

    def test_legacy_encodings_are_read(self):
        text = inputs.SCRIPTS["cyrillic"] + "\n"
        text *= 4
        utf8 = self.put("a.txt", text)
        for code in ("utf-16", "utf-16-le", "utf-16-be", "koi8-r", "windows-1251"):
            raw = text.encode(code)
            if code.startswith("utf-16-"):
                raw = "\ufeff".encode(code) + raw
            other = self.put("b.txt", raw)
            got = self.run_within("diff", "--json", utf8, other).json()
            self.assertEqual("identical", got["relation"]["relation"], code)


if __name__ == "__main__":
    unittest.main()
