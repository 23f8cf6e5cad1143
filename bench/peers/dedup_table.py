"""Runs `stemma dedup` and its peers over one corpus, back to back, and prints
one table.

usage: dedup_table.py CORPUS.jsonl TRUTH.jsonl SECONDS STEMMA

CORPUS: {"id", "text"} a line; TRUTH: {"id", "cluster", "kind", "j", "size"}
(cluster 0: no copy). Each program runs once on one processor, which gives CPU
seconds, MB of text a second of them, and the peak of memory; and once on two,
which gives the time on the wall. All make near-duplicates at Jaccard .5 over
word 5-grams, from lines of JSON to clusters. A peer that a first sample says
would take over SECONDS runs on a sample, of whole clusters, and so does stemma
beside it: the table says so.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

PEER = Path(__file__).with_name("dedup_peer.py")
PEERS = ("daft", "rensa", "gaoya", "datasketch")
PROBE = 5e6  # bytes


def rows(path):
    with open(path, "rb") as lines:
        for line in lines:
            yield json.loads(line)


def text_size(path):
    return sum(len(r["text"].encode()) for r in rows(path))


def sample(corpus, truth, share, path):
    """Some of the clusters, and as many of the documents without one."""
    with open(corpus, "rb") as lines, open(path, "wb") as out:
        for line in lines:
            name = str(json.loads(line)["id"])
            group = truth[name]["cluster"] or "alone " + name
            if zlib.crc32(str(group).encode()) < share * 2 ** 32:
                out.write(line)
    return path


def limits(cpus):
    def apply():
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cpus])
    return apply


def measure(command, cpus):
    """CPU and wall seconds, and MB at the peak."""
    env = {**os.environ, "RAYON_NUM_THREADS": str(cpus),
           "OMP_NUM_THREADS": str(cpus), "DO_NOT_TRACK": "1",
           "DAFT_PROGRESS_BAR": "0"}
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, env=env,
                             preexec_fn=limits(cpus))
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{command}: {said.decode(errors='replace')[-2000:]}")
    return (usage.ru_utime + usage.ru_stime, time.monotonic() - began,
            usage.ru_maxrss / 1024)


def command_of(name, corpus, clusters, stemma, cpus):
    if name in PEERS:
        return [sys.executable, str(PEER), name, str(corpus), str(clusters)]
    extra = ["--contained"] if "contained" in name else []
    return [stemma, "dedup", "-q", "-j", str(cpus), "--threshold", "0.5", *extra,
            str(corpus), "-o", str(clusters) + ".kept", "--clusters",
            str(clusters)]


def score(clusters, truth, ids):
    """Precision and recall of what is dropped when the first of each cluster
    stays; recall of planted pairs by kind and by their Jaccard index."""
    label, dropped = {}, set()
    for number, row in enumerate(rows(clusters)):
        members = [str(i) for i in row["ids"]]
        label.update((i, number) for i in members)
        dropped.update(members[1:])
    planted = collections.defaultdict(list)
    for i in ids:
        if truth[i]["cluster"]:
            planted[truth[i]["cluster"]].append(i)
    right = sum(min(len(dropped & set(m)), len(m) - 1)
                for m in planted.values())
    kinds, near = collections.defaultdict(list), {.8: [], .5: []}
    for members in planted.values():
        if len(members) != 2 or truth[members[0]]["size"] != 2:
            continue
        copy = next((i for i in members if truth[i]["kind"] != "orig"),
                    members[1])
        hit = (members[0] in label
               and label[members[0]] == label.get(members[1]))
        kinds[truth[copy]["kind"]].append(hit)
        for bar, hits in near.items():
            if truth[copy]["j"] >= bar:
                hits.append(hit)
    precision = right / max(1, len(dropped))
    recall = right / max(1, sum(len(m) - 1 for m in planted.values()))
    return {"precision": precision,
            "F1": 2 * precision * recall / max(1e-9, precision + recall),
            "R80": mean(near[.8]), "R50": mean(near[.5]),
            "kinds": {k: mean(v) for k, v in kinds.items()}}


def mean(hits):
    return sum(hits) / len(hits) if hits else float("nan")


def run(name, corpus, mb, truth, stemma, work):
    clusters = work / "clusters"
    cpu, _, peak = measure(command_of(name, corpus, clusters, stemma, 1), 1)
    found = score(clusters, truth, {str(r["id"]) for r in rows(corpus)})
    _, wall, _ = measure(command_of(name, corpus, clusters, stemma, 2), 2)
    return {"name": name, "mb": mb, "speed": mb / cpu, "wall": wall,
            "peak": peak, **found}


def print_table(results, whole):
    kinds = sorted({k for r in results for k in r["kinds"]})
    print(f"{'program':22} {'MB':>5} {'MB/s':>7} {'wall, 2':>8} {'MB peak':>8} "
          f"{'prec.':>6} {'F1':>6} {'R80':>6} {'R50':>6} "
          + " ".join(f"{k[:9]:>9}" for k in kinds))
    for r in results:
        mark = " " if r["mb"] == whole else "*"
        print(f"{r['name']:22} {r['mb']:4.0f}{mark} {r['speed']:7.1f} "
              f"{r['wall']:7.1f}s {r['peak']:8.0f} {r['precision']:6.4f} "
              f"{r['F1']:6.4f} {r['R80']:6.4f} {r['R50']:6.4f} "
              + " ".join(f"{r['kinds'][k]:9.3f}" if k in r["kinds"] else
                         f"{'-':>9}" for k in kinds))
    if any(r["mb"] != whole for r in results):
        print(f"* a sample of whole clusters; all of it has {whole:.0f} MB")
    for r in results:
        if r["name"] in PEERS:
            beside = next(o for o in results
                          if o["name"] == "stemma" and o["mb"] == r["mb"])
            print(f"stemma does {beside['speed'] / r['speed']:.1f} times "
                  f"{r['name']}'s MB/s a core")


def main(corpus, truth_path, seconds, stemma):
    truth = {str(r["id"]): r for r in rows(truth_path)}
    whole = text_size(corpus) / 1e6
    load = os.getloadavg()[0]
    print(f"{whole:.0f} MB of text, {len(truth)} documents, "
          f"{len(os.sched_getaffinity(0))} processors, load {load:.1f} at the "
          "start; CPU seconds on one")
    results = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        probe = sample(corpus, truth, min(1, PROBE / 1e6 / whole), work / "probe")
        probe_mb = text_size(probe) / 1e6
        for name in ("stemma", "stemma --contained"):
            results.append(run(name, corpus, whole, truth, stemma, work))
        for name in PEERS:
            cpu, _, _ = measure(command_of(name, probe, work / "clusters",
                                           stemma, 1), 1)
            share = min(1, seconds / (cpu / probe_mb * whole))
            path, mb = corpus, whole
            if share < 1:
                path = sample(corpus, truth, share, work / "sample")
                mb = text_size(path) / 1e6
                results.append(run("stemma", path, mb, truth, stemma, work))
            results.append(run(name, path, mb, truth, stemma, work))
    print_table(results, whole)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4])
