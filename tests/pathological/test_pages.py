"""Pages that nobody would write, each with a limit on time and memory."""
import json
import os
import signal
import subprocess
import time
import unittest

import test_pathological
from test_pathological import DONE, INTERRUPTED, SKIPPED, stemma

# Sanitizers take their time: an eighth is still beyond every limit.
SCALE = 8 if stemma.SANITIZED else 1
MIB = test_pathological.MIB // SCALE
HEAD = "<!doctype html><html><head><title>A page</title></head><body>"
WORDS = "The lamp on the pier has been out since Sunday"


class Case(test_pathological.Case):
    def page(self, body, seconds=3.0, code=DONE):
        """What extract says of a page; one that is cut is named on standard
        error with the reason, and the same stands in its line."""
        path = self.put("page.html", HEAD + body)
        got = self.run_within("extract", "--json", "-j", "1", path, seconds=seconds,
                              code=code)
        line = json.loads(got.out)
        self.assertEqual(code == SKIPPED, "limit" in line)
        if code == SKIPPED:
            self.assertIn(b"page.html: " + line["limit"].encode(), got.err)
        return line


class Deep(Case):
    def test_a_million_tags_in_each_other(self):
        for tag in ("div", "b", "ul><li", "table><tr><td", "svg", "template", "font"):
            self.page(f"<p>{WORDS}</p>" + f"<{tag}>" * (1_000_000 // SCALE) + "deep",
                      code=SKIPPED)

    def test_a_million_tags_that_close_each_other(self):
        for tag in ("a href=x", "b><p", "select><option", "table", "p", "li", "form"):
            path = self.put("page.html", HEAD + f"<{tag}>" * (700_000 // SCALE) + WORDS)
            self.run_within("extract", "--json", path, code=None, seconds=5)

    def test_a_million_tags_of_different_names(self):
        tags = "".join(f"<x{i:x}>y</x{i:x}>" for i in range(700_000 // SCALE))
        self.page(f"<p>{WORDS}</p>" + tags, code=SKIPPED)

    def test_tags_that_cross_each_other(self):
        self.page("<a><b><i></a></b></i>" * (300_000 // SCALE) + WORDS)


class Attributes(Case):
    def test_ten_million_attributes_of_one_name(self):
        self.page("<p " + "a " * (10_000_000 // SCALE) + f">{WORDS}</p>")

    def test_ten_million_attributes_of_different_names(self):
        names = " ".join(f"a{i:x}" for i in range(10_000_000 // SCALE))
        self.page(f"<p>{WORDS}</p><p {names}>more</p>", code=SKIPPED)

    def test_many_elements_with_many_attributes(self):
        names = " ".join(f"a{i:x}" for i in range(15_000))
        path = self.put("page.html", HEAD + f"<p {names}>{WORDS}</p>" * 100)
        self.run_within("extract", "--json", path, code=None, seconds=5)

    def test_a_table_wider_than_any_screen(self):
        line = self.page("<table><tr><td colspan=9007199254740992 rowspan="
                         "9007199254740992>one<td>two</table><p>" + WORDS)
        self.assertIn(WORDS, line["text"])

    def test_values_that_do_not_end(self):
        for value in ("x" * 20 * MIB, "menu " * 4 * MIB, "&amp;" * 4 * MIB):
            for name in ("class", "title", "style", "href"):
                self.page(f'<p {name}="{value}', seconds=2)


class Nothing(Case):
    def test_pages_without_a_word(self):
        for body in ("<!-- c -->" * (1_000_000 // SCALE), "<!--" + "x" * 20 * MIB,
                     "<script>" + "x<" * 10 * MIB, "<style>" + "</" * 10 * MIB,
                     "<br>" * (1_000_000 // SCALE), "<p>" + "&nbsp;" * 4 * MIB, ""):
            path = self.put("page.html", HEAD + body)
            got = self.run_within("extract", "--json", path, code=None, seconds=3)
            self.assertIn(got.code, (DONE, SKIPPED), str(got))
            for line in got.out.splitlines():
                self.assertEqual([], json.loads(line)["content"], body[:20])


class Large(Case):
    def test_text_that_is_markup_to_nobody(self):
        for body in ("<" * 10 * MIB, "&" + "a" * 10 * MIB, "&notit;&#x10ffff;" * MIB,
                     "<p>" + "w" * 20 * MIB, "<pre>" + "\t\n x" * MIB):
            path = self.put("page.html", HEAD + body)
            self.run_within("extract", "--json", path, code=None, seconds=4)

    def test_a_page_of_a_hundred_megabytes_is_read_in_part(self):
        line = self.page(f"<p>{WORDS}.</p>\n" * 2_000_000, code=SKIPPED, seconds=8)
        self.assertIn(WORDS, line["text"])

    def test_statements_by_the_thousand(self):
        for body in ("<h1>A title</h1>" * (300_000 // SCALE),
                     "<meta name=author content='A B'>" * (300_000 // SCALE),
                     "<time datetime=2024-01-01>1 January 2024</time>" * (200_000 // SCALE),
                     '<script type="application/ld+json">{"@type":"NewsArticle",'
                     '"headline":"x"}</script>' * 100_000,
                     '<script type="application/ld+json">' + "[" * 8 * MIB):
            path = self.put("page.html", HEAD + body + f"<p>{WORDS}")
            self.run_within("extract", "--json", path, code=None, seconds=4)

    def test_a_hundred_thousand_pages_are_one_stream(self):
        """Memory does not grow with the input."""
        page = json.dumps({"html": HEAD + f"<p>{WORDS}.</p>" * 10})
        path = self.put("pages.jsonl", (page + "\n") * 100_000)
        got = self.run_within("extract", "--json", "-j", "2", "-o", os.devnull, path,
                              seconds=30, memory=100 * MIB)
        self.assertEqual(b"", got.err)

    def test_an_interrupt_leaves_nothing_behind(self):
        page = json.dumps({"html": HEAD + f"<p>{WORDS}.</p>" * 100})
        path = self.put("pages.jsonl", (page + "\n") * 50_000)
        child = subprocess.Popen([stemma.PROGRAM, "extract", "-o", "out", path],
                                 cwd=self.folder, stderr=subprocess.PIPE)
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
        self.assertEqual(INTERRUPTED, child.returncode, err)
        self.assertEqual(["pages.jsonl"], os.listdir(self.folder))


if __name__ == "__main__":
    unittest.main()
