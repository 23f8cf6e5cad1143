#!/usr/bin/env python3
"""Labelled pages of others, as page_fit.py wants them.

usage: page_sets.py daniel CHECKOUT OUT      of rundimeco/waddle: the DAnIEL corpus,
                                             news in five languages, 2011 and 2012
       page_sets.py tests CHECKOUT... OUT    of mozilla/readability and
                                             AndyTheFactory/newspaper4k: the pages of
                                             their tests and the text they expect
       page_sets.py dated CHECKOUT... OUT    of these two and postlight/parser: the
                                             pages whose tests expect a date
       page_sets.py bare FOLDER... OUT       dated pages of such folders without what
                                             they tell machines

OUT becomes a folder with pages.jsonl.zst and truth.jsonl.zst. A page that is not
UTF-8 is read as it declares, else left out."""
import datetime, html, json, re, subprocess, sys
from pathlib import Path

from fitting import rows


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


def between(name):
    """A DAnIEL page was known on the day in its name, and was then seldom old; it
    was fetched again in 2013."""
    known = datetime.date.fromisoformat(f"{name[:4]}-{name[4:6]}-{name[6:8]}")
    return [str(known - datetime.timedelta(45)), str(known + datetime.timedelta(1))]


def daniel(checkout):
    folder = checkout / "corpora/Corpus_daniel_v2.1"
    language = json.loads((folder / "doc_lg.json").read_text())
    for page in sorted((folder / "html").iterdir()):
        truth = folder / "reference" / page.name
        if truth.exists():
            text = text_of(truth.read_text(errors="replace"))
            yield page.name, f"http://{page.name.split('_')[1]}/", read(page), {"main_content": text, "page_type": language.get(page.name, "?"), "publish_between": between(page.name)}


def tests(checkout):
    for folder in sorted(checkout.glob("test/test-pages/*/")):
        text = text_of((folder / "expected.html").read_text())
        yield folder.name, "", read(folder / "source.html"), {"main_content": text, "page_type": "readability"}
    for truth in sorted(checkout.glob("tests/data/txt/*.txt")):
        page = checkout / f"tests/data/html/{truth.stem}.html"
        yield truth.stem, "", read(page) if page.exists() else None, {"main_content": truth.read_text(), "page_type": "newspaper"}


def expected_dates(checkout):
    """Name, address, page and date of tests that expect a date."""
    for test in sorted(checkout.glob("src/extractors/custom/*/index.test.js")):
        text = test.read_text()
        for case in re.finditer(r"readFileSync\(\s*['\"]\./(fixtures/[^'\"]+)(.*?)(?=readFileSync\(|\Z)", text, re.S):
            date = re.search(r"date_published.{0,900}?['\"`](\d{4}-\d\d-\d\d[^'\"`]*)['\"`]", case[2], re.S)
            url = re.findall(r"['\"](https?://[^'\"]+)['\"]", text[: case.start()])
            if date:
                yield "postlight", checkout / case[1], url[-1] if url else "", date[1]
    for meta in sorted(checkout.glob("test/test-pages/*/expected-metadata.json")):
        yield "readability", meta.parent / "source.html", "", json.loads(meta.read_text()).get("publishedTime")
    for meta in sorted(checkout.glob("tests/data/metadata/*.json")):
        row = json.loads(meta.read_text())
        yield "newspaper", checkout / f"tests/data/html/{meta.stem}.html", row.get("url", ""), row.get("publish_date")


def dated(checkout):
    for kind, page, url, date in expected_dates(checkout):
        markup = read(page) if date and page.exists() else None
        if markup and kind == "postlight":  # saved with its attributes renamed
            markup = re.sub(r"<meta\b[^>]*>", lambda m: re.sub(r"\bvalue=", "content=", m[0]), markup)
        name = f"{kind}-{page.stem if kind != 'readability' else page.parent.name}"
        yield name, url, markup, {"main_content": "-", "page_type": kind, "publish_date": date}


def without_machines(markup):
    markup = re.sub(r"<script\b.*?</script\s*>", "", markup, flags=re.S | re.I)
    markup = re.sub(r"<meta\b[^>]*>", lambda m: m[0] if re.search("charset|viewport|og:title|description|locale", m[0]) else "", markup, flags=re.I)
    markup = re.sub(r"\s(itemprop|datetime|data-[\w-]+|content|title)\s*=\s*(\"[^\"]*\"|'[^']*')", "", markup, flags=re.I)
    return re.sub(r"<(/?)time\b", r"<\1span", markup, flags=re.I)


def bare(folder):
    truth = {r["id"]: r for r in rows(folder / "truth.jsonl.zst")}
    for r in rows(folder / "pages.jsonl.zst"):
        if truth[r["id"]].get("publish_date"):
            yield r["id"], r["url"], without_machines(r["html"]), dict(truth[r["id"]], main_content="-")


def main():
    kind, *checkouts, out = sys.argv[1:]
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    kinds = {"daniel": daniel, "tests": tests, "dated": dated, "bare": bare}
    found = [f for c in checkouts for f in kinds[kind](Path(c))]
    pages, truths = [], []
    for name, url, markup, truth in found:
        if markup is not None and truth["main_content"].strip():
            pages.append({"id": name, "url": url, "html": markup})
            truths.append(dict(truth, id=name))
    for name, made in (("pages", pages), ("truth", truths)):
        lines = "".join(json.dumps(r) + "\n" for r in made)
        subprocess.run(["zstd", "-qf", "-o", out / f"{name}.jsonl.zst"], input=lines.encode(), check=True)
    print(f"{len(pages)} of {len(found)} pages")


if __name__ == "__main__":
    main()
