#!/usr/bin/env python3
"""Labelled pages of others, as page_fit.py wants them.

usage: page_sets.py daniel CHECKOUT OUT      of rundimeco/waddle: the DAnIEL corpus,
                                             news in five languages, 2011 and 2012
       page_sets.py tests CHECKOUT... OUT    of mozilla/readability and
                                             AndyTheFactory/newspaper4k: the pages of
                                             their tests and the text they expect

OUT becomes a folder with pages.jsonl.zst and truth.jsonl.zst. A page that is not
UTF-8 is read as it declares, else left out."""
import html, json, re, subprocess, sys
from pathlib import Path


def text_of(markup):
    return html.unescape(re.sub(r"<[^<>]*>", " ", re.sub(r"</?(p|div|li|h\d|br|td|tr|blockquote|pre)\b[^<>]*>", "\n", markup)))


def read(path):
    data = path.read_bytes()
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    for charset in ["utf-8"] + ([declared[1].decode()] if declared else []):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return None


def daniel(checkout):
    folder = checkout / "corpora/Corpus_daniel_v2.1"
    language = json.loads((folder / "doc_lg.json").read_text())
    for page in sorted((folder / "html").iterdir()):
        truth = folder / "reference" / page.name
        if truth.exists():
            yield page.name, f"http://{page.name.split('_')[1]}/", page, text_of(truth.read_text(errors="replace")), language.get(page.name, "?")


def tests(checkout):
    for folder in sorted(checkout.glob("test/test-pages/*/")):
        yield folder.name, "", folder / "source.html", text_of((folder / "expected.html").read_text()), "readability"
    for truth in sorted(checkout.glob("tests/data/txt/*.txt")):
        yield truth.stem, "", checkout / f"tests/data/html/{truth.stem}.html", truth.read_text(), "newspaper"


def main():
    kind, *checkouts, out = sys.argv[1:]
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    found = [f for c in checkouts for f in {"daniel": daniel, "tests": tests}[kind](Path(c))]
    pages, truths = [], []
    for name, url, path, text, page_type in found:
        markup = read(path) if path.exists() else None
        if markup is not None and text.strip():
            pages.append({"id": name, "url": url, "html": markup})
            truths.append({"id": name, "main_content": text, "page_type": page_type})
    for name, rows in (("pages", pages), ("truth", truths)):
        lines = "".join(json.dumps(r) + "\n" for r in rows)
        subprocess.run(["zstd", "-qf", "-o", out / f"{name}.jsonl.zst"], input=lines.encode(), check=True)
    print(f"{len(pages)} of {len(found)} pages")


if __name__ == "__main__":
    main()
