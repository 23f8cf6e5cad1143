"""Containers that lie about what they hold, each with a limit on time and memory.
What stands before and after the damage is read; the damage is named."""
import bz2
import gzip
import io
import json
import lzma
import unittest
import zipfile

import test_pathological
from test_pathological import GOOD, MIB, SKIPPED, USAGE

PAGE = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n"
        b"<html><body><p>%s</p></body></html>")


def record(body, length=None):
    return (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            b"https://example.org/\r\nWARC-Date: 2024-03-20T08:00:00Z\r\n"
            b"Content-Type: application/http; msgtype=response\r\n"
            b"Content-Length: " + (length or str(len(body))).encode()
            + b"\r\n\r\n" + body + b"\r\n\r\n")


def response(body, headers=b""):
    return record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers
                  + b"\r\n" + body)


RIGHT = record(PAGE % (b"", GOOD.encode()))


class Case(test_pathological.Case):
    def extracted(self, raw, count, *named, code=SKIPPED, seconds=3.0, memory=640):
        """The documents of a container; what is `named` stands in the talk."""
        path = self.put("in", raw)
        got = self.run_within("extract", "--json", "-j", "1", path, code=code,
                              seconds=seconds, memory=memory * MIB)
        lines = [json.loads(line) for line in got.out.splitlines()]
        self.assertEqual(count, len(lines), str(got))
        for text in named:
            self.assertIn(text, got.err)
        return lines


class Packed(Case):
    def test_a_file_that_unpacks_a_hundredfold(self):
        for pack in (gzip.compress, bz2.compress, lzma.compress):
            self.extracted(pack(b"a " * 2 * MIB) * 80, 0, b"256 MiB", code=USAGE,
                           seconds=8)

    def test_a_record_that_unpacks_a_hundredfold(self):
        bomb = gzip.compress(b"<p>" + b"a " * 2 * MIB) * 80
        members = [gzip.compress(r) for r in (RIGHT, RIGHT)]
        members.insert(1, gzip.compress(response(b"<p>" + b"a " * 150 * MIB), 1))
        self.extracted(b"".join(members), 2, b"record 2", b"256 MiB")
        self.extracted(RIGHT + response(bomb, b"Content-Encoding: gzip\r\n") + RIGHT,
                       2, b"record 2", b"256 MiB")

    def test_an_archive_that_unpacks_a_hundredfold(self):
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
            z.writestr("bomb.txt", b"a " * 150 * MIB)
            z.writestr("good.txt", GOOD)
        self.extracted(raw.getvalue(), 1, b"bomb.txt")

    def test_a_packing_of_packings(self):
        raw = GOOD.encode()
        for _ in range(40):
            raw = gzip.compress(raw)
        self.extracted(raw, 0, b"packed over and over", code=USAGE)


class Lengths(Case):
    def test_lengths_beyond_the_end_and_beyond_reason(self):
        body = PAGE % (b"", GOOD.encode())
        for length in ("9223372036854775808", "9" * 40, "-1", "12x"):
            self.extracted(RIGHT + record(body, length) + RIGHT, 2, b"record 2",
                           b"Content-Length")

    def test_chunks_that_do_not_end(self):
        chunked = b"Transfer-Encoding: chunked\r\n"
        one = response(b"1\r\na\r\n" * 2 * MIB, chunked)
        self.extracted(RIGHT + one + RIGHT, 3, code=None)
        self.extracted(RIGHT + response(b"0" * 8 * MIB, chunked) + RIGHT, 3, code=None)
        self.extracted(RIGHT + response(b"f" * 16 + b"\r\nhello", chunked) + RIGHT, 3,
                       b"record 2", b"chunk")

    def test_heads_that_do_not_end(self):
        self.extracted(RIGHT + b"WARC/1.0\r\n" + b"X: y\r\n" * 2 * MIB + b"\r\n" + RIGHT,
                       2, b"record 2", b"head")
        self.extracted(b"WARC/1.0\r\nWARC-Type: " + b"x" * 30 * MIB, 0, b"head",
                       code=USAGE)


class Lines(Case):
    GOOD_LINE = json.dumps({"text": GOOD}).encode() + b"\n"

    def test_a_line_of_300_megabytes(self):
        raw = b'{"text": "' + b"word " * 60 * MIB + b'"}\n' + self.GOOD_LINE
        self.extracted(raw, 1, b"record 1", b"256 MiB")

    def test_brackets_that_do_not_close(self):
        self.extracted(self.GOOD_LINE + b'{"a":' + b"[" * 20 * MIB + b"\n"
                       + self.GOOD_LINE, 2, b"record 2")

    def test_two_hundred_thousand_lines_without_a_text(self):
        got = self.extracted(self.GOOD_LINE + b'{"id": 1}\n' * 200_000
                             + self.GOOD_LINE, 2, b"record 2,", seconds=6)
        self.assertEqual(GOOD, got[1]["text"])


if __name__ == "__main__":
    unittest.main()
