#!/usr/bin/env python3
"""What must hold of `stemma dedup` for any corpus: the same bytes for any number
of threads, any memory limit, packed or not, interrupted or not; what is kept is
what came in; everything dropped is told."""
import json
import random
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from stemma import PROGRAM, run

WORDS = """amber barge copper dune ember fennel gannet harbour iron jetty kiln
lantern marsh nettle orchard pewter quarry rudder sorrel tallow umber vessel
willow yarrow anvil bramble cinder drover eddy furrow girdle hollow ingot juniper
kestrel linden mallow nave osier parsley quill rafter saddle thistle udder vane
wattle yoke zephyr""".split()
HEADER = "Home News Weather Boats Tides Letters Contact Sign in Join the list"


def text(random, words):
    return " ".join(random.choice(WORDS) + str(random.randrange(40))
                    for _ in range(words))


def edit(random, words, share):
    return " ".join(random.choice(WORDS) if random.random() < share else w
                    for w in words.split())


def corpus(seed, documents):
    """Texts of any length, and copies of every kind among them."""
    r = random.Random(seed)
    made = []
    for i in range(documents):
        words = text(r, r.choice([12, 40, 90, 300, 900]))
        old = r.choice(made)["text"] if made else words
        words = {0: old, 1: edit(r, old, .03), 2: HEADER + "\n" + old,
                 3: old[:len(old) // 2], 4: edit(r, old, .15),
                 5: HEADER + "\n" + words}.get(r.randrange(14), words)
        made.append({"id": i, "source": r.choice("abc"), "text": words,
                     "date": f"20{r.randrange(10, 25)}-0{r.randrange(1, 9)}"})
    return made


class Dedup(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = Path(self.folder.name)
        self.docs = corpus(7, 3000)
        self.input = self.at / "in.jsonl"
        self.input.write_text("".join(json.dumps(d) + "\n" for d in self.docs))

    def tearDown(self):
        self.folder.cleanup()

    def dedup(self, *flags, name="out", inputs=None):
        outs = [self.at / f"{name}.{e}" for e in ("jsonl", "report", "clusters")]
        result = run("dedup", "-q", "--threshold", "0.5", "--contained", *flags,
                     *(inputs or [str(self.input)]), "-o", str(outs[0]),
                     "--report", str(outs[1]), "--clusters", str(outs[2]))
        self.assertEqual(result.code, 0, str(result))
        return [p.read_bytes() for p in outs]

    def test_threads_and_memory_change_nothing(self):
        wanted = self.dedup("-j1")
        for flags in (["-j2"], ["-j5"], ["-j1", "--max-memory", "64M"],
                      ["-j3", "--max-memory", "24M"]):
            self.assertEqual(self.dedup(*flags), wanted, flags)

    def test_all_documents_are_kept_as_they_were_or_told(self):
        kept, report, clusters = self.dedup()
        lines = self.input.read_bytes().splitlines(True)
        rows = [json.loads(line) for line in report.splitlines()]
        gone = {row["id"] for row in rows}
        self.assertEqual(kept, b"".join(line for i, line in enumerate(lines)
                                        if i not in gone))
        self.assertGreater(len(gone), 300)
        members = {i: row["cluster"] for row in map(json.loads,
                   clusters.splitlines()) for i in row["ids"]}
        for row in rows:
            self.assertNotIn(row["kept"], gone)
            self.assertEqual(members[row["id"]], row["cluster"])
            self.assertEqual(members[row["kept"]], row["cluster"])
            self.assertIn(row["kind"], ("exact", "near", "contained"))
            self.assertTrue(0 <= row["similarity"] <= 1)

    def test_a_second_run_drops_nothing_exact(self):
        self.dedup()
        _, report, _ = self.dedup(name="again",
                                  inputs=[str(self.at / "out.jsonl")])
        kinds = {json.loads(line)["kind"] for line in report.splitlines()}
        self.assertNotIn("exact", kinds)

    def test_the_container_does_not_matter(self):
        wanted = self.dedup()
        packed = self.at / "in.jsonl.gz"
        packed.write_bytes(subprocess.run(
            ["gzip", "-c", str(self.input)], stdout=subprocess.PIPE,
            check=True).stdout)
        self.assertEqual(self.dedup(inputs=[str(packed)]), wanted)
        halves = self.input.read_bytes().splitlines(True)
        (self.at / "1.jsonl").write_bytes(b"".join(halves[:1000]))
        (self.at / "2.jsonl").write_bytes(b"".join(halves[1000:]))
        self.assertEqual(self.dedup(inputs=[str(self.at / "1.jsonl"),
                                            str(self.at / "2.jsonl")]), wanted)

    def test_an_input_may_be_the_output(self):
        wanted = self.dedup()[0]
        copy = self.at / "copy.jsonl"
        copy.write_bytes(self.input.read_bytes())
        result = run("dedup", "-q", "--threshold", "0.5", "--contained",
                     str(copy), "-o", str(copy))
        self.assertEqual(result.code, 0, str(result))
        self.assertEqual(copy.read_bytes(), wanted)

    def test_a_killed_job_goes_on(self):
        wanted = self.dedup()
        state = str(self.at / "state")
        for wait in (.01, .03, .05, .08):
            child = subprocess.Popen(
                [PROGRAM, "dedup", "-q", "--threshold", "0.5", "--contained",
                 str(self.input), "-o", str(self.at / "killed"),
                 "--state", state], stderr=subprocess.DEVNULL)
            time.sleep(wait)
            child.kill()
            child.wait()
        self.assertEqual(self.dedup("--state", state), wanted)
        self.assertEqual(self.dedup("--state", state, "-j2"), wanted)

    def test_shards_together_are_the_whole(self):
        wanted = self.dedup()
        shards = []
        for i in (1, 2, 3):
            shards.append(str(self.at / f"shard{i}"))
            result = run("dedup", "-q", "--contained", str(self.input),
                         "--shard", f"{i}/3", "--state", shards[-1])
            self.assertEqual(result.code, 0, str(result))
        self.assertEqual(self.dedup(inputs=["merge", *shards]), wanted)

    def test_an_earlier_corpus_stays_and_is_not_written_again(self):
        lines = self.input.read_bytes().splitlines(True)
        old, new = self.at / "old.jsonl", self.at / "new.jsonl"
        old.write_bytes(b"".join(lines[:2000]))
        new.write_bytes(b"".join(lines[1500:]))
        state = str(self.at / "old-state")
        self.dedup("--state", state, name="old-out", inputs=[str(old)])
        kept, report, _ = self.dedup("--against", state, inputs=[str(new)])
        gone = {json.loads(line)["id"] for line in report.splitlines()}
        self.assertTrue(set(range(1500, 2000)) <= gone)
        self.assertEqual(kept, b"".join(line for i, line in enumerate(lines)
                                        if i >= 1500 and i not in gone))

    def test_a_policy_keeps_what_it_says(self):
        by_id = {d["id"]: d for d in self.docs}
        for policy, key in (("longest", lambda d: -len(d["text"].split())),
                            ("earliest", lambda d: d["date"]),
                            ("priority:c,a", lambda d: "cab".index(d["source"]))):
            rows = [json.loads(line) for line in self.dedup(
                "--keep", policy)[1].splitlines()]
            for row in rows:
                if row["kind"] == "exact":
                    self.assertLessEqual(key(by_id[row["kept"]]),
                                         key(by_id[row["id"]]), (policy, row))

    def test_another_job_is_told_from_this_one(self):
        state = str(self.at / "state")
        self.dedup("--state", state)
        result = run("dedup", "-q", str(self.input), "--state", state)
        self.assertEqual(result.code, 2)
        self.assertIn(b"state", result.err)
        self.input.write_text('{"text": "something else"}\n')
        result = run("dedup", "-q", "--contained", str(self.input), "--state",
                     state)
        self.assertEqual(result.code, 2)
        self.assertIn(b"not what it was", result.err)


if __name__ == "__main__":
    sys.exit(unittest.main())
