"""A peer's whole job: JSONL of pages in, a line of JSON with id and text out.

usage: peer.py resiliparse|trafilatura PAGES.jsonl OUT.jsonl
"""
import sys

import orjson


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda html: extract_plain_text(html, main_content=True)


def trafilatura():
    from trafilatura import extract
    return lambda html: extract(html, fast=True)


def main():
    text_of = {"resiliparse": resiliparse, "trafilatura": trafilatura}[sys.argv[1]]()
    with open(sys.argv[2], "rb") as pages, open(sys.argv[3], "wb") as out:
        for line in pages:
            page = orjson.loads(line)
            row = {"id": page["id"], "text": text_of(page["html"])}
            out.write(orjson.dumps(row) + b"\n")


main()
