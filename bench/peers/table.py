"""Runs each program over the same pages in rounds; one table of the minima.

usage: table.py PAGES ROUNDS STEMMA PEERS
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson
import zstandard

pages, rounds, stemma, peers = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
PEER = Path(__file__).with_name("peer.py")


def unpacked(work):
    if pages.suffix != ".zst":
        return pages
    plain = work / "pages.jsonl"
    with open(pages, "rb") as packed, open(plain, "wb") as out:
        zstandard.ZstdDecompressor(max_window_size=1 << 31).copy_stream(packed, out)
    return plain


def measure(command):
    """CPU and wall seconds of a run; one processor, where that can be had."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        given = str(unpacked(work))
        with open(given, "rb") as lines:
            count, html = 0, 0
            for line in lines:
                count, html = count + 1, html + len(orjson.loads(line)["html"].encode())
        out, python = str(work / "out"), sys.executable
        programs = {"stemma extract --json": [stemma, "extract", "--json", "-j", "1", "-o", out, given]}
        if (peers / "parse").exists():
            programs["lexbor, parser alone"] = [str(peers / "parse"), given]
        programs["resiliparse, main content"] = [python, str(PEER), "resiliparse", given, out]
        programs["trafilatura, fast"] = [python, str(PEER), "trafilatura", given, out]
        best = {name: (float("inf"),) * 2 for name in programs}
        for _ in range(rounds):
            for name, command in programs.items():
                best[name] = tuple(map(min, best[name], measure(command)))
    mb = html / 1e6
    print(f"{count} pages, {mb:.1f} MB of HTML; one thread, JSONL to JSON, "
          f"minima of {rounds} rounds")
    print(f"{'program':28} {'CPU s':>8} {'wall s':>8} {'MB/s':>8}  stemma is")
    ours = best["stemma extract --json"][0]
    for name, (cpu, wall) in best.items():
        print(f"{name:28} {cpu:8.2f} {wall:8.2f} {mb / cpu:8.1f}  {cpu / ours:8.2f} times as fast")


main()
