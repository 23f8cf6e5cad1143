"""Times the main jobs: CPU seconds, wall seconds and peak memory, best of five."""
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / part) for part in ("property", "pathological")]

import inputs
import stemma

TIMES = 5


def row(name, *args, times=TIMES):
    runs = [stemma.run(*map(str, args)) for _ in range(times)]
    if any(r.code for r in runs):
        print(f"{name:44} failed: {runs[0]}")
        return
    best = min(runs, key=lambda r: r.seconds)
    print(f"{name:44} {best.seconds:8.3f} {min(r.wall for r in runs):8.3f} "
          f"{best.peak >> 20:8}")


def book(folder):
    """100,000 words, and what may become of them."""
    lines = inputs.sentences(100_000, 1)
    mixed = lines[:]
    random.Random(5).shuffle(mixed)
    texts = {"book": lines, "edited": inputs.edited(lines, .05, 2),
             "third": inputs.edited(lines, .33, 9), "mixed": mixed,
             "other": inputs.sentences(100_000, 4)}
    for name, text in texts.items():
        (folder / name).write_text(inputs.paragraphs(text))


def notes(folder):
    rng, words = random.Random(7), inputs.vocabulary(5000, 7)
    folder.mkdir()
    for i in range(2000):
        text = " ".join(rng.choice(words) for _ in range(rng.randint(1, 30)))
        (folder / f"{i:04}.txt").write_text(text + ".\n")


def line(path):
    piece = " ".join(inputs.sentences(20_000, 10)).encode()
    with open(path, "wb") as f:
        for _ in range((64 << 20) // len(piece)):
            f.write(piece + b" ")


def pages(path):
    """4,000 pages, each with a number of its own."""
    sources = [p.read_text("utf-8") for p in
               sorted((ROOT / "examples" / "pages").glob("*.html"))]
    with open(path, "w", encoding="utf-8") as f:
        for i in range(4000):
            html = sources[i % len(sources)].replace("640 tonnes", f"{i} tonnes")
            f.write(json.dumps({"id": str(i), "html": html}) + "\n")


def pairs(folder):
    """2,000 pairs of the notes."""
    names = sorted(str(p) for p in (folder / "notes").iterdir())
    with open(folder / "pairs", "w") as f:
        f.writelines(f"{a}\t{b}\n" for a, b in zip(names, names[1:] + names[:1]))


def labelled(name):
    """The documents of a labelled set beside the project, [] where it is not."""
    path = ROOT / ".." / "shared" / "data" / name
    packed = next(iter(sorted(path.glob("*.jsonl.zst"))), None)
    if not packed:
        return []
    text = subprocess.run(["zstd", "-dc", "--long=27", packed], check=True,
                          stdout=subprocess.PIPE).stdout
    return text.splitlines(keepends=True)


def pairs_by_kind(folder):
    """Pairs a second for each kind of pair of the set of plagiarism."""
    docs = labelled("pan13-train")
    if not docs:
        return
    (folder / "docs.jsonl").write_bytes(b"".join(docs))
    kinds = {}
    listing = ROOT / ".." / "shared" / "data" / "pan13-train" / "pairs.jsonl"
    for line in listing.read_text().splitlines():
        r = json.loads(line)
        kinds.setdefault(r["category"], []).append(f"{r['susp']}\t{r['source']}\n")
    for kind, found in [*kinds.items(), ("all", sum(kinds.values(), []))]:
        (folder / "listed").write_text("".join(found))
        got = stemma.run("diff", "--json", "--as-is", "-j", "1", "--pairs",
                         str(folder / "listed"), "--corpus",
                         str(folder / "docs.jsonl"))
        print(f"diff of {len(found)} pairs, {kind:30} {got.seconds:8.3f} s "
              f"{len(found) / got.seconds:8.0f} a second {got.peak >> 20:8} MiB")


def collections(folder):
    """Trees of 1,000 and of 10,000 documents, with memory a byte of input."""
    docs = labelled("pan13-train"), labelled("dedup")
    if not all(docs):
        return
    for count, some in ((1000, docs[0][::5][:1000]),
                        (10000, (docs[0] + docs[1][::10])[:10000])):
        path = folder / f"{count}.jsonl"
        path.write_bytes(b"".join(some))
        got = stemma.run("tree", "--json", "-j", "1", str(path), patience=900)
        size = path.stat().st_size
        print(f"tree of {count} documents, {size / 1e6:.1f} MB: "
              f"{got.seconds:.2f} CPU s, {got.peak >> 20} MiB, "
              f"{got.peak / size:.1f} bytes a byte")


def main():
    print(f"{'job':44} {'CPU s':>8} {'wall s':>8} {'MiB':>8}")
    for name in stemma.FAMILIES:
        row(f"tree examples/{name}", "tree", "--json", *stemma.family(name))
        row(f"tree --html examples/{name}", "tree", "--html", *stemma.family(name))
    seeds = sorted((ROOT / ".." / "shared" / "seeds").glob("*.txt"))
    if seeds:
        row("tree of five real captures", "tree", "--json", *seeds)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        book(folder)
        for name, what in (("book", "the same"), ("edited", "5 % edited"),
                           ("third", "33 % edited"), ("mixed", "sentences shuffled"),
                           ("other", "unrelated")):
            row(f"diff of 100,000 words, {what}", "diff", "--json",
                folder / "book", folder / name)
        notes(folder / "notes")
        row("tree of 2,000 notes", "tree", "--json", folder / "notes")
        pairs(folder)
        row("diff of 2,000 pairs of notes", "diff", "--json", "--pairs",
            folder / "pairs", "--corpus", folder / "notes")
        pages(folder / "pages.jsonl")
        for threads in "12":
            row(f"extract of 4,000 pages, -j {threads}", "extract", "--json", "-j",
                threads, "-o", os.devnull, folder / "pages.jsonl")
        pairs_by_kind(folder)
        collections(folder)
        line(folder / "line")
        row("tree of one line of 64 MB, once", "tree", "--json", folder / "line",
            folder / "book", times=1)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
