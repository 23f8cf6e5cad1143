#!/usr/bin/env python3
"""What `stemma dedup` does at its bounds: memory, disks that are full, lines too
long, a death at any moment. Nothing is lost, and it says what happened."""
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from stemma import PROGRAM, run

SANITIZED = "STEMMA_SANITIZED" in os.environ
KEEP = b"what stood here before\n"


def documents(count, words, seed=1):
    """Lines of invented words; every third text is an edited copy."""
    r = random.Random(seed)
    last = []
    for i in range(count):
        if i % 3 or not last:
            last = [f"w{r.randrange(50000)}" for _ in range(words)]
        else:
            last[r.randrange(words)] = "edited"
        yield json.dumps({"id": i, "text": " ".join(last)}).encode() + b"\n"


def limited(size):
    """No file grows over `size`, as if its disk were full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Bounds(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = Path(self.folder.name)
        self.input = self.at / "in.jsonl"
        self.out = self.at / "out.jsonl"
        self.out.write_bytes(KEEP)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, count, words):
        self.input.write_bytes(b"".join(documents(count, words)))

    def dedup(self, *flags, size=None, inputs=None):
        return subprocess.run(
            [PROGRAM, "dedup", "-q", "--threshold", "0.5", *flags,
             *(inputs or [str(self.input)]), "-o", str(self.out)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            preexec_fn=limited(size) if size else None)

    def test_a_full_disk_leaves_the_old_output_and_no_rest(self):
        self.write(3000, 60)
        for flags in ([], ["--state", str(self.at / "state")],
                      ["--max-memory", "24M"]):
            before = set(self.at.iterdir()) | {self.at / "state"}
            result = self.dedup(*flags, size=100_000)
            self.assertEqual(result.returncode, 4, (flags, result.stderr))
            self.assertIn(b"large", result.stderr)
            self.assertEqual(self.out.read_bytes(), KEEP)
            self.assertLessEqual(set(self.at.iterdir()), before)

    def test_a_state_on_a_full_disk_goes_on_when_there_is_room(self):
        self.write(3000, 60)
        self.assertEqual(self.dedup().returncode, 0)
        wanted = self.out.read_bytes()
        state = ["--state", str(self.at / "state")]
        self.assertEqual(self.dedup(*state, size=100_000).returncode, 4)
        self.assertEqual(self.dedup(*state).returncode, 0)
        self.assertEqual(self.out.read_bytes(), wanted)

    def test_a_line_too_long_is_kept_and_named(self):
        small = b'{"id":"s","text":"one two three four five six"}\n'
        long = b'{"id":"l","text":"' + b"word " * 1_000_000 + b'"}'
        other = self.at / "other.jsonl"
        self.input.write_bytes(small + long)
        other.write_bytes(b'{"id":"o","text":"seven eight"}\n' + long + b"\n"
                          + small + b"{broken\n")
        inputs = [str(self.input), str(other)]
        result = self.dedup("--max-memory", "64M", inputs=inputs)
        self.assertEqual(result.returncode, 3, result.stderr)
        kept = [json.loads(line)["id"]
                for line in self.out.read_bytes().splitlines()]
        self.assertEqual(kept, ["s", "l", "o", "l"])
        said = result.stderr.decode().splitlines()
        self.assertEqual([line.split(": too long")[0] for line in said[:2]],
                         [f"skipped: {self.input}, record 2, byte {len(small)}",
                          f"skipped: {other}, record 2, byte 32"])
        self.assertIn("record 4", said[2])

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_memory_follows_documents_and_stays_within_its_limit(self):
        count = 60_000
        self.write(count, 12)
        result = run("dedup", "-q", "-j1", str(self.input), "-o", str(self.out))
        self.assertEqual(result.code, 0, str(result))
        self.assertLess(result.peak, 300 * count + (64 << 20))
        wanted = self.out.read_bytes()
        for threads in ("-j1", "-j2"):
            result = run("dedup", "-q", threads, "--max-memory", "64M",
                         str(self.input), "-o", str(self.out))
            self.assertEqual(result.code, 0, str(result))
            self.assertLess(result.peak, 64 << 20)
            self.assertEqual(self.out.read_bytes(), wanted)

    @unittest.skipIf(SANITIZED, "sanitizers need memory of their own")
    def test_memory_does_not_follow_the_text(self):
        line = next(documents(1, 900_000))
        with open(self.input, "wb") as out:
            for i in range(12):
                out.write(line.replace(b"w1", b"v%d" % i))
        result = run("dedup", "-q", "-j1", "--max-memory", "128M",
                     str(self.input), "-o", str(self.out))
        self.assertEqual(result.code, 0, str(result))
        self.assertLess(result.peak, 128 << 20)

    def test_killed_at_any_moment_the_old_output_or_the_new_one_stands(self):
        self.write(20_000, 60)
        self.assertEqual(self.dedup().returncode, 0)
        wanted = self.out.read_bytes()
        self.out.write_bytes(KEEP)
        r = random.Random(4)
        state = str(self.at / "state")
        for _ in range(12):
            child = subprocess.Popen(
                [PROGRAM, "dedup", "-q", "--threshold", "0.5", "-j2",
                 str(self.input), "-o", str(self.out), "--state", state],
                stderr=subprocess.DEVNULL)
            time.sleep(r.random() * .25)
            child.send_signal(r.choice((signal.SIGKILL, signal.SIGTERM,
                                        signal.SIGINT)))
            child.wait()
            self.assertIn(self.out.read_bytes(), (KEEP, wanted))
        self.assertEqual(self.dedup("--state", state).returncode, 0)
        self.assertEqual(self.out.read_bytes(), wanted)

    def test_an_output_that_cannot_be_is_said_before_anything_is_read(self):
        self.write(10, 20)
        for out in (self.at, self.at / "no" / "folder.jsonl"):
            result = run("dedup", str(self.input), "-o", str(out))
            self.assertEqual(result.code, 2, str(result))
            self.assertIn(str(out).encode(), result.err)


if __name__ == "__main__":
    sys.exit(unittest.main())
