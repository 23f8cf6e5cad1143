#!/usr/bin/env python3
"""Holds the HTML report against what it promises: one file that loads nothing
and runs nothing, every element closed, every link to a place in the file.

    check_html.py STEMMA CAPTURES...     each folder as a tree
    check_html.py --self-test            see that broken pages are found
"""
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

EMPTY = {"meta", "col"}
ELEMENTS = EMPTY | set(
    "a article bdi body clippath colgroup dd defs details div dl dt footer g h1 "
    "h2 h3 h4 head header html li main mark marker nav p path rect section small "
    "span style summary svg table tbody td text th thead title tr ul".split())
LOADERS = {"src", "srcset", "action", "style", "background", "poster", "data",
           "xlink:href", "formaction", "ping"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.places, self.links, self.faults = [], set(), [], []
        self.policy = ""

    def fault(self, what):
        self.faults.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        self.look(tag, attributes)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.look(tag, attributes)

    def look(self, tag, attributes):
        if tag not in ELEMENTS:
            self.fault(f"<{tag}> is none of the report's elements")
        for name, value in attributes:
            if name == "id" and value in self.places:
                self.fault(f"the place {value} stands twice")
            if name in LOADERS or name.startswith("on"):
                self.fault(f"<{tag} {name}>")
            if name == "href":
                self.links.append(value)
            if name == "id":
                self.places.add(value)
        if ("http-equiv", "Content-Security-Policy") in attributes:
            self.policy = dict(attributes)["content"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault(f"</{tag}> closes another element")


def faults_of(text):
    page = Page()
    page.feed(text)
    page.close()
    faults = page.faults + [f"<{tag}> stays open" for tag in page.open]
    faults += [f"{link} leads nowhere" for link in page.links
               if link[:1] != "#" or link[1:] not in page.places]
    if not page.policy.startswith("default-src 'none';"):
        faults.append("no content security policy")
    if "script" in page.policy or re.search(r"url\((?!#)|@import", text):
        faults.append("something may be loaded")
    return faults


def self_test():
    head = ('<meta http-equiv="Content-Security-Policy" '
            'content="default-src \'none\'; style-src \'unsafe-inline\'">')
    if faults_of(head + '<p id="x"><a href="#x">x</a></p>'):
        raise SystemExit("a good page was taken for a broken one")
    for bad in ('<p>', '</p>', '<p><a href="http://x">x</a></p>', '<img src="x">',
                '<script></script>', '<a href="#y">y</a>', '<p onclick="x"></p>',
                '<p id="x"></p><p id="x"></p>', '<style>@import "x"</style>'):
        if not faults_of(head + bad):
            raise SystemExit(f"{bad} was not found")
    print("broken pages are found")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    for folder in sys.argv[2:]:
        files = sorted(str(p) for p in Path(folder).iterdir() if p.is_file())
        done = subprocess.run([sys.argv[1], "tree", "--html", *files],
                              capture_output=True, timeout=120)
        faults = faults_of(done.stdout.decode("utf-8"))
        if done.returncode or faults:
            raise SystemExit("\n".join([folder, done.stderr.decode(), *faults[:20]]))
    print(f"{len(sys.argv) - 2} pages hold")


if __name__ == "__main__":
    main()
