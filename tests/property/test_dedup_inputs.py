#!/usr/bin/env python3
"""`stemma dedup` over what is no JSON lines: folders of texts and pages, web
archives, all of them together. The same documents give the same answer however
they come; what is kept can be read again; damage is named and passed over."""
import gzip
import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from stemma import PROGRAM, run
from test_dedup import corpus

PAGE = """<html><head><title>{0}</title></head><body><nav><ul><li>
<a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><article>
<h1>{0}</h1><p>{1}</p></article></body></html>"""


def record(number, kind, headers, body):
    """One record of a web archive."""
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:n:{number}>"
            f"\r\nWARC-Target-URI: http://harbour.example/{number}\r\n"
            f"WARC-Date: 2025-01-02T03:04:05Z\r\n{headers}"
            f"Content-Length: {len(body)}\r\n\r\n").encode()
    return head + body + b"\r\n\r\n"


def text_record(number, text):
    return record(number, "conversion", "Content-Type: text/plain\r\n",
                  text.encode())


def page_record(number, title, text):
    body = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + PAGE.format(title, text).encode())
    return record(number, "response", "Content-Type: application/http; "
                  "msgtype=response\r\n", body)


class Inputs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = Path(self.folder.name)
        self.texts = [d["text"] for d in corpus(11, 400)]
        self.lines = self.at / "in.jsonl"
        self.lines.write_text("".join(json.dumps({"id": i, "text": t}) + "\n"
                                      for i, t in enumerate(self.texts)))
        self.wet = self.at / "in.wet"
        self.wet.write_bytes(b"".join(text_record(i + 1, t)
                                      for i, t in enumerate(self.texts)))

    def tearDown(self):
        self.folder.cleanup()

    def dedup(self, *args, code=0):
        out, report = self.at / "out.jsonl", self.at / "report"
        result = run("dedup", "-q", "--threshold", "0.5", "--contained",
                     *map(str, args), "-o", str(out), "--report", str(report))
        self.assertEqual(result.code, code, str(result))
        return ([json.loads(line) for line in out.read_text().splitlines()],
                [json.loads(line) for line in report.read_text().splitlines()],
                out.read_bytes() + report.read_bytes())

    def wanted(self):
        kept, report, _ = self.dedup(self.lines)
        return ([r["text"] for r in kept],
                [(r["id"], r["kept"], r["kind"]) for r in report])

    def check(self, got, number):
        texts, report = self.wanted()
        self.assertEqual([r["text"] for r in got[0]], texts)
        self.assertEqual([(number(r["id"]), number(r["kept"]), r["kind"])
                          for r in got[1]], report)

    def test_an_archive_of_texts_is_a_corpus(self):
        got = self.dedup(self.wet)
        self.check(got, lambda i: int(i.rpartition("#")[2]) - 1)
        self.assertEqual(got[0][0]["id"], f"{self.wet}#1")
        self.assertEqual(got[0][0]["url"], "http://harbour.example/1")
        self.assertEqual(got[0][0]["date"][:10], "2025-01-02")

    def test_a_folder_of_texts_is_a_corpus(self):
        folder = self.at / "texts"
        for i, t in enumerate(self.texts):
            to = folder / f"{i // 100}"
            to.mkdir(parents=True, exist_ok=True)
            (to / f"{i:04}.txt").write_text(t)
        self.check(self.dedup(folder), lambda i: int(Path(i).stem))

    def test_packing_threads_and_memory_change_nothing(self):
        wanted = self.dedup(self.wet)[2]
        for flags in (["-j1"], ["-j3"], ["--max-memory", "64M"]):
            self.assertEqual(self.dedup(self.wet, *flags)[2], wanted, flags)
        packed = self.at / "packed"
        packed.mkdir()
        self.wet.rename(packed / "in.wet")
        members = b"".join(gzip.compress(text_record(i + 1, t), 1)
                           for i, t in enumerate(self.texts))
        self.wet.write_bytes(members)
        self.assertEqual(self.dedup(self.wet)[2], wanted)

    def test_what_is_kept_can_be_read_again(self):
        first = self.dedup(self.wet)[0]
        again = self.at / "again.jsonl"
        again.write_text("".join(json.dumps(r) + "\n" for r in first))
        kept, report, _ = self.dedup(again)
        self.assertEqual({r["kind"] for r in report} - {"near", "contained"},
                         set())
        self.assertTrue({r["id"] for r in kept} <= {r["id"] for r in first})

    def archive(self, name, *args, code=0):
        out = self.at / name
        result = run("dedup", "-q", *map(str, args), "-o", str(out))
        self.assertEqual(result.code, code, str(result))
        return out.read_bytes() if not code else result.err

    def test_records_go_out_as_they_came(self):
        alike = ["--threshold", "0.5", "--contained"]
        texts = set(self.wanted()[0])
        kept = b"".join(text_record(i + 1, t) for i, t in enumerate(self.texts)
                        if t in texts and t not in self.texts[:i])
        self.assertEqual(self.archive("out.wet", self.wet, *alike), kept)
        packed = self.archive("out.warc.gz", self.wet, *alike)
        self.assertEqual(gzip.decompress(packed), kept)
        read = run("extract", "--json", "--as-is", str(self.at / "out.warc.gz"))
        self.assertEqual(read.code, 0, str(read))
        self.assertEqual([json.loads(line)["text"] for line in
                          read.out.splitlines()], self.wanted()[0])

    def test_pages_go_out_as_they_came(self):
        pages = [page_record(i, "Title", t)
                 for i, t in enumerate(self.wanted()[0][:9])]
        image = record(99, "resource", "Content-Type: image/png\r\n", b"\x89PNG")
        crawl = self.at / "crawl.warc"
        crawl.write_bytes(b"".join(p + image for p in pages) + pages[0])
        self.assertEqual(self.archive("out.warc", crawl, "--threshold", "1"),
                         b"".join(pages))
        state = self.at / "state"
        self.archive("out.jsonl", crawl, "--threshold", "1", "--state", state)
        self.assertEqual(self.archive("out.warc", crawl, "--threshold", "1",
                                      "--state", state), b"".join(pages))

    def test_only_records_go_into_an_archive(self):
        for given in (self.lines, self.at):
            self.assertIn(b"holds no records",
                          self.archive("out.warc", given, code=2))
        result = run("dedup", "--substrings", "9", str(self.wet), "-o",
                     str(self.at / "out.warc"))
        self.assertEqual(result.code, 2)
        self.assertIn(b".jsonl", result.err)
        cut = self.at / "cut.wet"
        cut.write_bytes(self.wet.read_bytes()[:-9])
        result = run("dedup", "-q", str(cut), "-o", str(self.at / "cut.warc"))
        self.assertEqual(result.code, 3)
        self.assertIn(b"left out of the web archive", result.err)

    def test_pages_are_compared_by_their_content(self):
        text = self.texts[0] + " " + self.texts[1]
        crawl = self.at / "crawl.warc"
        crawl.write_bytes(page_record(1, "One title", text)
                          + page_record(2, "One title", text)
                          + page_record(3, "Other", self.texts[5] * 3))
        (self.at / "plain").mkdir()
        (self.at / "plain" / "page.html").write_text(
            PAGE.format("One title", text))
        kept, report, _ = self.dedup(crawl, self.at / "plain")
        self.assertEqual([r["id"] for r in kept], [f"{crawl}#1", f"{crawl}#3"])
        self.assertNotIn("News", kept[0]["text"])
        self.assertEqual([r["id"] for r in report],
                         [f"{crawl}#2", str(self.at / "plain" / "page.html")])

    def test_lines_among_them_stay_as_they_were(self):
        (self.at / "one.txt").write_text(self.texts[3] + "\nand more\n")
        self.dedup(self.at / "one.txt", self.lines, self.wet)
        lines = self.lines.read_bytes().splitlines(True)
        kept = [line for line in (self.at / "out.jsonl").read_bytes()
                .splitlines(True) if json.loads(line)["id"] in range(400)]
        self.assertGreater(len(kept), 100)
        for line in kept:
            self.assertEqual(line, lines[json.loads(line)["id"]])

    def test_damage_is_named_and_the_rest_is_read(self):
        cut = self.at / "cut.wet.gz"
        members = [gzip.compress(text_record(i + 1, t), 1)
                   for i, t in enumerate(self.texts[:20])]
        cut.write_bytes(b"".join(members)[:-20])
        result = run("dedup", "-q", str(cut), "-o", str(self.at / "out"))
        self.assertEqual(result.code, 3, str(result))
        self.assertIn(b"record 20", result.err)
        self.assertGreater((self.at / "out").read_text().count("\n"), 10)

    def test_a_killed_job_goes_on(self):
        wanted = self.dedup(self.wet)[2]
        state = self.at / "state"
        for wait in (.01, .03, .06):
            child = subprocess.Popen(
                [PROGRAM, "dedup", "-q", "--threshold", "0.5", "--contained",
                 str(self.wet), "-o", str(self.at / "killed"), "--state",
                 str(state)], stderr=subprocess.DEVNULL)
            time.sleep(wait)
            child.kill()
            child.wait()
        self.assertEqual(self.dedup(self.wet, "--state", state)[2], wanted)

    def test_shards_together_are_the_whole(self):
        other = self.at / "other.wet"
        other.write_bytes(b"".join(text_record(i + 1, t) for i, t in
                                   enumerate(reversed(self.texts))))
        wanted = self.dedup(self.wet, self.lines, other)[2]
        shards = []
        for i in (1, 2, 3):
            shards.append(str(self.at / f"shard{i}"))
            result = run("dedup", "-q", "--contained", str(self.wet),
                         str(self.lines), str(other), "--shard", f"{i}/3",
                         "--state", shards[-1])
            self.assertEqual(result.code, 0, str(result))
        self.assertEqual(self.dedup("merge", *shards)[2], wanted)

    def test_why_a_document_went_can_be_asked(self):
        state = str(self.at / "state")
        _, report, _ = self.dedup(self.wet, "--state", state)
        for row in report[:5]:
            result = run("explain", "--json", state, row["id"])
            self.assertEqual(result.code, 0, str(result))
            why = json.loads(result.out)
            self.assertEqual((why["kept"], why["kind"]),
                             (row["kept"], row["kind"]))
            self.assertTrue(why["passages"])
            dropped = self.texts[int(row["id"].rpartition("#")[2]) - 1].encode()
            for p in why["passages"]:
                at = p["dropped"]
                self.assertEqual(dropped[at["start"]:at["end"]].decode(),
                                 p["text"])

    def test_an_earlier_corpus_stays(self):
        state = str(self.at / "state")
        self.dedup(self.lines, "--state", state)
        kept, _, _ = self.dedup(self.wet, "--against", state)
        self.assertEqual(kept, [])

    def test_loss_is_told_by_source(self):
        result = run("dedup", str(self.wet), str(self.lines), "-o",
                     str(self.at / "out"))
        self.assertIn(f"{self.wet}".encode(), result.err)
        self.assertIn(f"warning: {self.lines} loses more than half".encode(),
                      result.err)

    def test_a_forecast_reads_them_too(self):
        result = run("dedup", "--dry-run", str(self.at))
        self.assertEqual(result.code, 0, str(result))
        self.assertIn(b"documents, about 800", result.out)

    def test_passages_are_cut_from_them(self):
        wanted = run("dedup", "-q", "--substrings", "80", str(self.lines))
        got = run("dedup", "-q", "--substrings", "80", str(self.wet))
        self.assertEqual([json.loads(x)["text"] for x in wanted.out.splitlines()],
                         [json.loads(x)["text"] for x in got.out.splitlines()])


if __name__ == "__main__":
    sys.exit(unittest.main())
