"""What must hold for documents extracted from any container."""
import bz2
import gzip
import io
import json
import lzma
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest
import zipfile
from pathlib import Path

import stemma

PAGES = sorted((stemma.ROOT / "examples" / "pages").glob("*.html"))


def extract(*paths, flags=("--json",)):
    got = stemma.run("extract", *flags, *map(str, paths))
    if got.code:
        raise AssertionError(str(got))
    return got.out


def documents(*paths, flags=()):
    out = extract(*paths, flags=("--json", *flags))
    return [json.loads(line) for line in out.decode().splitlines()]


def said(document, *but):
    """A document without what depends on where it was found."""
    return {k: v for k, v in document.items()
            if k not in ("id", "source", "record", "uri", "captured", "charset", *but)}


def content(document):
    raw = document["text"].encode()
    return [raw[s["start"]:s["end"]].decode() for s in document["content"]]


def words(texts):
    return re.findall(r"\w+", " ".join(texts))


class Case(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def put(self, name, raw):
        path = self.folder / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return path

    def lines(self, count=400):
        """JSON lines of pages and texts of many sizes."""
        sources = PAGES + [p for name in stemma.FAMILIES for p in stemma.family(name)]
        rows = []
        for i in range(count):
            path = sources[i * 7 % len(sources)]
            field = "html" if path.suffix == ".html" else "text"
            times = 1 + (i * i) % 5
            rows.append({"id": f"d{i}", field: path.read_text("utf-8") * times})
        return "".join(json.dumps(row) + "\n" for row in rows)


class Order(Case):
    def test_the_number_of_threads_changes_nothing(self):
        path = self.put("docs.jsonl", self.lines())
        for form in (("--json",), ("--markdown",), ()):
            want = extract(path, flags=(*form, "-j", "1"))
            for threads in ("2", "3", "8"):
                self.assertEqual(want, extract(path, flags=(*form, "-j", threads)))

    def test_documents_come_in_the_order_of_the_input(self):
        path = self.put("docs.jsonl", self.lines(300))
        got = documents(path, flags=("-j", "3"))
        self.assertEqual([f"d{i}" for i in range(300)], [d["record"] for d in got])
        self.assertEqual(list(range(300)), [d["id"] for d in got])

    def test_a_document_says_the_same_alone_and_among_others(self):
        among = documents(*PAGES, *stemma.family("news"))
        for path, document in zip([*PAGES, *stemma.family("news")], among):
            alone, = documents(path)
            self.assertEqual(said(alone), said(document), path.name)

    def test_a_file_is_written_as_standard_output_is(self):
        out = self.folder / "out.jsonl"
        self.assertEqual(b"", extract(*PAGES, flags=("--json", "-o", str(out))))
        self.assertEqual(extract(*PAGES), out.read_bytes())
        self.assertEqual([out], list(self.folder.iterdir()))

    def test_what_is_written_into_the_folder_that_is_read_is_not_read(self):
        self.put("a.txt", "The ferry is late.\n")
        out = self.folder / "out.jsonl"
        extract(self.folder, flags=("--json", "-o", str(out)))
        self.assertEqual(1, len(out.read_bytes().splitlines()))


class Containers(Case):
    """The same documents, whatever they come in."""

    def same(self, path):
        want = [said(d) for d in documents(*PAGES)]
        self.assertEqual(want, [said(d) for d in documents(path)], path.name)

    def jsonl(self):
        rows = ({"id": p.name, "html": p.read_text("utf-8")} for p in PAGES)
        return "".join(json.dumps(row) + "\n" for row in rows).encode()

    def test_a_folder(self):
        self.same(PAGES[0].parent)

    def test_json_lines_plain_and_packed(self):
        raw = self.jsonl()
        half = len(raw) // 2
        for name, packed in (("plain", raw), ("gz", gzip.compress(raw)),
                             ("two.gz", gzip.compress(raw[:half]) + gzip.compress(raw[half:])),
                             ("bz2", bz2.compress(raw)), ("xz", lzma.compress(raw))):
            self.same(self.put(f"docs.{name}", packed))

    @unittest.skipUnless(shutil.which("zstd"), "no zstd here")
    def test_json_lines_in_zstd(self):
        done = subprocess.run(["zstd", "-qc"], input=self.jsonl(), check=True,
                              stdout=subprocess.PIPE)
        self.same(self.put("docs.zst", done.stdout))

    def test_zip(self):
        with zipfile.ZipFile(self.folder / "docs.zip", "w", zipfile.ZIP_DEFLATED) as z:
            for p in PAGES:
                z.write(p, p.name)
        self.same(self.folder / "docs.zip")

    def test_tar(self):
        for mode in ("w", "w:gz", "w:xz"):
            path = self.folder / f"docs.{mode[2:] or 'tar'}"
            with tarfile.open(path, mode) as t:
                for p in PAGES:
                    t.add(p, p.name)
            self.same(path)

    def warc(self, member=lambda record: record):
        out = io.BytesIO()
        for p in PAGES:
            body = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                    + p.read_bytes())
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                    f"https://example.org/{p.name}\r\nWARC-Date: 2024-03-20T08:00:00Z"
                    f"\r\nContent-Type: application/http; msgtype=response\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n").encode()
            out.write(member(head + body + b"\r\n\r\n"))
        return out.getvalue()

    def test_warc(self):
        for name, member in (("warc", bytes), ("warc.gz", gzip.compress)):
            path = self.put(name, self.warc(member))
            self.same(path)
            for p, d in zip(PAGES, documents(path)):
                self.assertEqual(f"https://example.org/{p.name}", d["uri"])
                self.assertEqual("2024-03-20T08:00:00Z", d["captured"])

    def test_standard_input(self):
        with open(self.put("docs", self.jsonl()), "rb") as f:
            got = stemma.run("extract", "--json", "-", stdin=f)
        self.assertEqual([said(d) for d in documents(*PAGES)],
                         [said(json.loads(line)) for line in got.out.splitlines()])

    def test_the_tree_of_a_container_is_that_of_its_files(self):
        def shape(got):
            keys = {c["id"]: c["title"] for c in got["captures"]}
            return {(keys[r["a"]], keys[r["b"]], r["relation"], r["direction"])
                    for r in got["relations"]}
        want = shape(stemma.tree(*PAGES))
        self.assertTrue(want)
        self.assertEqual(want, shape(stemma.tree(self.put("docs.jsonl", self.jsonl()))))


class Pages(Case):
    def test_prose_is_the_same_content_with_markup_and_without(self):
        for path in stemma.family("letters"):
            paragraphs = [" ".join(p.split()) for p in
                          path.read_text("utf-8").split("\n\n") if len(p) > 80]
            html = "".join(f"<p>{p}</p>\n" for p in paragraphs)
            page = self.put("letter.html", "<!doctype html><meta charset=utf-8>"
                            f"<title>A letter</title><article>{html}</article>")
            text = self.put("letter.txt", "\n\n".join(paragraphs) + "\n")
            one, two = documents(page, text)
            self.assertEqual(words(content(two)), words(content(one)), path.name)

    def test_every_form_has_the_words_of_the_content(self):
        for path in [*PAGES, *stemma.family("news")]:
            document, = documents(path)
            want = words(content(document))
            text = extract(path, flags=()).decode()
            self.assertEqual(want, words([text]), path.name)
            markdown = words([extract(path, flags=("--markdown",)).decode()])
            rest = iter(markdown)
            self.assertTrue(all(w in rest for w in want), path.name)

    def test_content_and_furniture_hold_every_word(self):
        for flags in ((), ("--as-is",)):
            for d in documents(*PAGES, *stemma.family("news"), flags=flags):
                raw = d["text"].encode()
                spans = sorted((s["start"], s["end"]) for s in
                               d["content"] + d["furniture"])
                at, left = 0, []
                for start, end in spans:
                    self.assertLessEqual(at, start, d["source"])
                    left.append(raw[at:start].decode())
                    at = end
                left.append(raw[at:].decode())
                self.assertEqual([], words(left), d["source"])
                if flags:
                    self.assertEqual([], d["furniture"], d["source"])

    def test_words_counts_the_words_of_the_content(self):
        tree = {c["source"]: c["words"] for c in stemma.tree(*PAGES)["captures"]}
        for d in documents(*PAGES):
            self.assertEqual(tree[d["source"]], d["words"])


if __name__ == "__main__":
    unittest.main()
