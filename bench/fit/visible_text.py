"""The visible text of a page as copying it from a browser gives it: a block a
line, menus, notices and all."""
from html.parser import HTMLParser

UNSEEN = frozenset("script style noscript template head svg select".split())
WITHIN_A_LINE = frozenset(
    "a abbr b bdi cite code em font i kbd label mark q s small span strong sub sup time u wbr".split())


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.unseen = [[]], []

    def end_line(self, tag):
        if tag not in WITHIN_A_LINE:
            self.lines.append([])

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self.unseen.append(tag)
        else:
            self.end_line(tag)

    def handle_endtag(self, tag):
        if tag not in UNSEEN:
            self.end_line(tag)
        elif tag in self.unseen:
            while self.unseen.pop() != tag:
                pass

    def handle_data(self, data):
        if not self.unseen:
            self.lines[-1].append(data)


def visible_text(html):
    reader = Reader()
    reader.feed(html)
    lines = (" ".join("".join(line).split()) for line in reader.lines)
    return "\n".join(line for line in lines if line)
