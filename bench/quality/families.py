#!/usr/bin/env python3
"""Families of texts with a known tree, made from texts at hand, and how well
`stemma tree` finds the tree again.

usage: families.py STEMMA [options] [TEXT...]

TEXT are plain-text files, one text each, of different stories; without any, news
of the corpus of planted copies (STEMMA_DATA, else ../shared/data) where there is
one, else one text of each story of examples/. Every text becomes the oldest
version of one family of each kind:

  news         editors add, drop and reword sentences; sites cut the text at a
               paywall, reprint it and spin it word by word
  pages        news again, with menus and buttons around them and for most a
               date, read as captured pages are
  manuscripts  copyists miswrite, lose and skip words and lines, and correct
               their copy after another one

About 30 % of the versions are then lost. What is printed:

  parent       versions hung under their true parent, where that is not lost;
               in brackets the same where a version that was copied from a lost
               one, which had no other copy, hangs under a lost one of its own:
               the true tree leaves those out, but it is where they came from
  edge         the same, whichever of the two is above
  direction    pairs of an ancestor and a descendant that the tree puts in one
               line, with the ancestor above
  lost         F1 of the lost versions that readings can prove (each extant
               neighbour differs from it where two other neighbours do not),
               found by how they part the others; in brackets that of all,
               and, of news and pages, of those that no tree of the extant
               versions can do without (needed.py)
  sign         average sign similarity: of any three versions, does the tree
               agree which of two is nearer to the third (Roos, Heikkila 2009);
               beside it that of neighbour joining and of a spanning tree over
               the words that differ
  sure         edges given at a confidence of .9 or more, and how many of them
               are right
  called       edges between two captures of one line given at .8 or more, and
               how many have the ancestor above
  given        a line of how sure edges into captures are given to be, and how
               many of them are right, by tenths
  supported    a line of how often edges come back when the readings are drawn
               anew (below .5, .7, .9, 1, always), and how many of them are
               true: they part the captures as a true edge does, and end in no
               other ones

Same arguments, same families: the only source of chance is --seed.
"""
import argparse
import collections
import datetime
import difflib
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import noise
from needed import Word, near_of, needed

AT_HAND = 48  # texts that are taken where none are named
HERE = Path(__file__).resolve().parent
SENTENCE = re.compile(r"(?<=[.!?”\"»])\s+(?=[A-Z“\"«0-9])|\n\s*\n|\n(?=\S)")


# --- texts -----------------------------------------------------------------

def sentences_of(text):
    """Sentences as lists of words; stretches without marks are cut up."""
    out = []
    for piece in SENTENCE.split(text):
        words = piece.split()
        while len(words) > 45:
            out.append(words[:25])
            words = words[25:]
        if len(words) > 2:
            out.append(words)
    return out


def thesaurus():
    rows = (HERE / "families_thesaurus.txt").read_text().split("\n")
    return dict(row.split(" ", 1) for row in rows if row)


def bare(word):
    return word.strip(".,;:!?()[]“”‘’\"'«»").lower()


# --- news ------------------------------------------------------------------

class News:
    """Versions are lists of sentences; later ones draw on sentences that the
    oldest did not have."""

    flags = ["--as-is"]

    def __init__(self, rng, text, words, others):
        own = [[Word(w) for w in s] for s in sentences_of(text)[:70]]
        held = set(rng.sample(range(len(own)), int(len(own) * .4)))
        self.rng, self.vocabulary = rng, words
        self.first = [s for i, s in enumerate(own) if i not in held]
        self.more = [own[i] for i in sorted(held)] + \
            [[Word(w) for w in s] for s in others]
        self.synonyms = thesaurus()

    def word(self):
        return Word(self.rng.choice(self.vocabulary))

    def headline(self):
        return [Word(self.word().capitalize())] + \
            [self.word() for _ in range(7)]

    def reword(self, sentence):
        s, rng = list(sentence), self.rng
        at = rng.randrange(len(s))
        kind = rng.random()
        if kind < .4:
            s[at] = self.word()
        elif kind < .6:
            s[at:at] = [self.word() for _ in range(rng.randint(1, 5))]
        elif kind < .8:
            del s[at:at + rng.randint(1, 5)]
        else:
            n = rng.randint(2, 6)
            s[at:at + n] = [self.word() for _ in range(rng.randint(2, 6))]
        return s or [self.word()]

    def revise(self, text):
        rng, text = self.rng, [list(s) for s in text]
        for _ in range(rng.randint(1, 7)):
            at = rng.randrange(len(text))
            text[at] = self.reword(text[at])
        for _ in range(rng.randint(0, 4)):
            if self.more:
                where = len(text) if rng.random() < .4 else rng.randrange(
                    1, len(text) + 1)
                text.insert(where, self.more.pop(0))
        for _ in range(rng.randint(0, 2)):
            if len(text) > 8:
                del text[rng.randrange(1, len(text))]
        if rng.random() < .4:
            text[0] = self.headline()
        return text

    def cut(self, text):
        """At the end of a sentence or in its midst."""
        left = text[:max(3, int(len(text) * self.rng.uniform(.3, .7)))]
        if self.rng.random() < .5:
            left[-1] = left[-1][:self.rng.randint(1, len(left[-1]))]
        return left

    def reprint(self, text):
        text = [list(s) for s in text]
        if self.rng.random() < .5:
            text[0] = self.headline()
        else:
            text.insert(0, [self.word() for _ in range(4)])
        if self.rng.random() < .3:
            text.append([self.word() for _ in range(6)])
        return text

    def spin(self, text):
        rng, share = self.rng, self.rng.uniform(.25, .6)
        table = {}

        def swap(word):
            plain = bare(word)
            if plain not in table:
                other = self.synonyms.get(plain)
                if not other and len(plain) > 4 and plain.isalpha():
                    other = bare(self.word()) if rng.random() < share else ""
                table[plain] = (other or "").replace("-", " ")
            if not table[plain] or rng.random() < .1:
                return word
            return word.lower().replace(plain, table[plain]) \
                if word[0].islower() or plain not in self.synonyms else word
        out = [[Word(x, w.number) for w in s for x in swap(w).split()]
               for s in text]
        for _ in range(rng.randint(0, 2)):
            if len(out) > 8:
                del out[rng.randrange(1, len(out))]
        return out

    def copy(self, parent, kinds, texts):
        """The next version: (how, words)."""
        if kinds[parent] == "spin":
            return "reprint", self.reprint(texts[parent])
        how = self.rng.choices(["revise", "cut", "reprint", "spin"],
                               [.58, .14, .15, .13])[0]
        return how, getattr(self, how)(texts[parent])

    def dress(self, number, kind, text):
        return self.show(text)

    def weight(self, kind):
        return {"cut": .1, "spin": .1}.get(kind, 1)

    def show(self, text):
        return "\n\n".join(" ".join(s) for s in text) + "\n"


# --- news as captured --------------------------------------------------------

class Pages(News):
    """News with what sites put around it: menus and buttons, and for six in ten
    a line with the date of this version. Read without --as-is."""

    flags = []
    menus = ["Home | News | Sport | Business | Opinion",
             "Skip to main content", "Menu", "Subscribe", "Log in"]
    feet = ["Share this article on Facebook", "Follow us on Twitter",
            "Sign up for our newsletter", "Read more", "Most popular",
            "Terms of use | Privacy policy | Contact us", "Advertisement"]

    def __init__(self, rng, text, words, others):
        super().__init__(rng, text, words, others)
        start = datetime.datetime(2024, rng.randint(1, 12),
                                  rng.randint(1, 28), rng.randint(5, 20))
        self.start = start + datetime.timedelta(self.days_to(start, text))

    @staticmethod
    def days_to(start, text):
        """Days from `start` to the day of the week that the text speaks of
        most: a page of Tuesday that tells of 'late Thursday' as over would
        contradict itself, as pages do not."""
        days = [text.count(d) for d in ("Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday",
                                        "Sunday")]
        if not any(days):
            return 0
        return (days.index(max(days)) - start.weekday()) % 7

    def date(self, number, kind):
        rng = self.rng
        at = self.start + datetime.timedelta(
            minutes=150 * number + rng.randrange(120))
        day = "%s %d, %d" % (at.strftime("%B"), at.day, at.year)
        hour = "%d:%02d %s ET" % (at.hour % 12 or 12, at.minute,
                                  "p.m." if at.hour > 11 else "a.m.")
        if kind == "revise":
            return "Updated %s, %s" % (day, hour)
        return rng.choice(["Published %s, %s" % (day, hour),
                           "Published: %s" % day])

    def site(self, number):
        """What stands around the text: a site keeps it from version to
        version; who reprints or spins has his own."""
        while self.kinds[number] in ("revise", "cut"):
            number = self.parents[number]
        rng = random.Random("%s %d" % (self.start, number))
        return (rng.sample(self.menus, rng.randint(1, 4)),
                rng.sample(self.feet, rng.randint(1, 5)))

    def dress(self, number, kind, text):
        rng = self.rng
        head, foot = self.site(number)
        when = [self.date(number, kind)] if rng.random() < .6 else []
        return "\n".join(head + [" ".join(text[0])] + when) + "\n\n" + \
            self.show(text[1:]) + "\n" + "\n".join(foot) + "\n"


# --- manuscripts -----------------------------------------------------------

class Manuscripts:
    """Versions are lists of words."""

    flags = ["--as-is"]

    def __init__(self, rng, text, words, others):
        self.rng, self.vocabulary = rng, words
        self.first = [w for s in sentences_of(text) for w in s][:1200]

    def slip(self, word):
        rng, plain = self.rng, bare(word)
        if len(plain) > 3 and rng.random() < .6:
            at = rng.randrange(len(plain) - 1)
            return plain[:at] + plain[at + 1] + plain[at] + plain[at + 2:]
        return rng.choice(self.vocabulary)

    def skip(self, text):
        """The eye jumps from a word to where it stands again."""
        at = self.rng.randrange(len(text))
        for to in range(at + 4, min(at + 30, len(text))):
            if bare(text[to]) == bare(text[at]):
                return text[:at] + text[to:]
        return text

    def correct(self, text, other):
        """Some readings are taken over from another copy."""
        match = difflib.SequenceMatcher(None, text, other, autojunk=False)
        out, share = [], self.rng.uniform(.2, .4)
        for how, i, j, k, m in match.get_opcodes():
            taken = how != "equal" and self.rng.random() < share
            out += other[k:m] if taken else text[i:j]
        return out

    def copy(self, parent, kinds, texts):
        rng, text, how = self.rng, list(texts[parent]), "copy"
        if len(texts) > 3 and rng.random() < .07:
            other = rng.choice([i for i in range(len(texts)) if i != parent])
            text, how = self.correct(text, texts[other]), "corrected"
        rate, out = rng.uniform(.004, .02), []
        for word in text:
            dice = rng.random() / rate
            if dice > 1:
                out.append(word)
            elif dice < .65:
                out.append(self.slip(word))
            elif dice < .8:
                out += [word, rng.choice(self.vocabulary)]
        for _ in range(rng.randint(0, 3)):
            out = self.skip(out)
        if rng.random() < .12:
            size = int(len(out) * rng.uniform(.05, .3))
            at = rng.choice([0, len(out) - size,
                             rng.randrange(len(out) - size)])
            del out[at:at + size]
        return how, out

    def dress(self, number, kind, text):
        return self.show(text)

    def weight(self, kind):
        return 1

    def show(self, text):
        lines = [text[i:i + 12] for i in range(0, len(text), 12)]
        return "\n".join(" ".join(line) for line in lines) + "\n"


# --- a family --------------------------------------------------------------

def grow(maker, rng):
    """Parents (None for the first), kinds and texts of all versions."""
    parents, kinds, texts = [None], ["first"], [maker.first]
    maker.parents, maker.kinds = parents, kinds
    for _ in range(rng.randint(8, 15)):
        weights = [maker.weight(k) * (1 + i / 4) for i, k in enumerate(kinds)]
        parent = rng.choices(range(len(texts)), weights)[0]
        how, text = maker.copy(parent, kinds, texts)
        parents.append(parent)
        kinds.append(how)
        texts.append(text)
    return parents, kinds, texts


def lose(parents, rng):
    """Loses 30 % of the versions, and drops those of the lost that left no
    trace: without copies, or with one only. Returns parents by version."""
    n = len(parents)
    lost = set(rng.sample(range(n), round(n * .3)))
    tree = {i: p for i, p in enumerate(parents)}
    while True:
        below = collections.Counter(p for p in tree.values() if p is not None)
        idle = [i for i in tree if i in lost and below[i] < 2]
        if not idle:
            return tree, lost & set(tree)
        gone = idle[0]
        for i, p in tree.items():
            if p == gone:
                tree[i] = tree[gone]
        del tree[gone]


def from_hidden(parents, tree):
    """The versions whose source is lost and left out of the tree."""
    return {v for v, p in tree.items() if p != parents[v]}


def kept(lost, text):
    """Which words of a lost text stand in another, and which of its words still
    follow each other there. Both as lists over ^ text $."""
    a, b = ["^", *lost, "$"], ["^", *text, "$"]
    word, joint = [False] * len(a), [False] * len(a)
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    opcodes = match.get_opcodes()
    for how, i, j, _, _ in opcodes:
        if how == "equal":
            word[i:j] = [True] * (j - i)
            joint[i:j - 1] = [True] * (j - i - 1)
    return word, joint, [(i, j) for how, i, j, _, _ in opcodes
                         if how != "equal"]


def provable(tree, lost, texts):
    """The lost versions that readings can prove. One that has a neighbour
    without any reading of its own cannot be told from that neighbour, and one
    with two neighbours only parts nothing."""
    out = set()
    for x in lost:
        near = [v for v, p in tree.items() if p == x]
        near += [tree[x]] if tree[x] is not None else []
        seen = {n: kept(texts[x], texts[n]) for n in near}

        def agrees(n, i, j):
            word, joint, _ = seen[n]
            return all(word[i:j]) and all(joint[max(0, i - 1):j])

        def stands_alone(n):
            return any(sum(agrees(m, i, j) for m in near if m != n) >= 2
                       for i, j in seen[n][2])
        if len(near) > 2 and all(stands_alone(n) for n in near
                                 if n not in lost):
            out.add(x)
    return out


# --- scores ----------------------------------------------------------------

def distances(edges, extant):
    near = near_of(edges)
    table = {}
    for start in extant:
        seen, queue = {start: 0}, collections.deque([start])
        while queue:
            x = queue.popleft()
            for y in near[x]:
                if y not in seen:
                    seen[y] = seen[x] + 1
                    queue.append(y)
        table[start] = seen
    return table


def sign_similarity(want, have, extant):
    def sign(d, a, b, c):
        x, y = d[a].get(b, 10**9), d[a].get(c, 10**9)
        return (x > y) - (x < y)
    total = count = 0
    for a in extant:
        for b, c in itertools.combinations([x for x in extant if x != a], 2):
            total += 1 - abs(sign(want, a, b, c) - sign(have, a, b, c)) / 2
            count += 1
    return total, count


# --- what others do: distances of texts, and nothing else -------------------

def changed_words(a, b):
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return sum(max(j - i, m - k) for how, i, j, k, m in match.get_opcodes()
               if how != "equal")


def spanning_tree(names, far):
    edges, inside = [], {names[0]}
    while len(inside) < len(names):
        _, u, v = min((far[u, v], u, v) for u in inside for v in names
                      if v not in inside)
        edges.append((u, v))
        inside.add(v)
    return edges


def neighbour_joining(names, far):
    """Saitou and Nei 1987."""
    edges, alive, far = [], list(names), dict(far)
    while len(alive) > 2:
        total = {u: sum(far[u, v] for v in alive if v != u) for u in alive}
        _, _, u, v = min(
            ((len(alive) - 2) * far[u, v] - total[u] - total[v], i, u, v)
            for i, (u, v) in enumerate(itertools.combinations(alive, 2)))
        new = "j%d" % len(edges)
        for w in alive:
            if w not in (u, v):
                far[new, w] = far[w, new] = (
                    far[u, w] + far[v, w] - far[u, v]) / 2
        edges += [(new, u), (new, v)]
        alive = [w for w in alive if w not in (u, v)] + [new]
    return edges + [tuple(alive)]


def rivals(numbers, texts):
    far = {}
    for u, v in itertools.combinations(numbers, 2):
        far[u, v] = far[v, u] = changed_words(texts[u], texts[v])
    return {"joining": neighbour_joining(numbers, far),
            "spanning": spanning_tree(numbers, far)}


def parts(edges, node, extant):
    """How a node parts the extant versions: a set of sets."""
    near, out = near_of(edges), set()
    for start in near[node]:
        seen, todo = {node, start}, [start]
        while todo:
            for y in near[todo.pop()] - seen:
                seen.add(y)
                todo.append(y)
        part = frozenset(seen & extant)
        if part:
            out.add(part)
    return frozenset(out)


def ancestors(parent, node):
    out = []
    while parent.get(node) is not None:
        node = parent[node]
        out.append(node)
    return out


def draw(parent, label):
    """A tree on one line, children in brackets."""
    below = collections.defaultdict(list)
    for v, p in parent.items():
        below[p].append(v)

    def text(v):
        children = sorted(below[v], key=str)
        return label(v) + (" [%s]" % ", ".join(map(text, children))
                           if children else "")
    print("    " + "; ".join(map(text, sorted(below[None], key=str))))


SUPPORTS = [(.5, "< .5"), (.7, "< .7"), (.9, "< .9"), (1, "< 1"),
            (2, "always")]


class Score(collections.Counter):
    def ratio(self, name):
        return self[name + " right"] / max(1, self[name + " all"])

    def given(self):
        """Edges by the tenth their confidence lies in: given, right, of."""
        bins = [(self["given %d" % i] / self["bin %d" % i],
                 self["hit %d" % i] / self["bin %d" % i], self["bin %d" % i])
                for i in range(10) if self["bin %d" % i]]
        return "given " + ", ".join("%.2f: %.2f of %d" % b for b in bins)

    def supported(self):
        return "supported " + ", ".join(
            "%s: %.2f of %d" % (name, self["true %s" % name] /
                                self["support %s" % name],
                                self["support %s" % name])
            for _, name in SUPPORTS if self["support %s" % name])

    def lost_f1(self, which):
        return 2 * self[which + " found"] / max(
            1, self[which + " made"] + self[which + " real"])

    def line(self, title):
        f1 = self.lost_f1("proved")
        return ("%-15s parent %.3f (%d; %.3f)  edge %.3f  direction %.3f  lost F1 %.3f "
                "(%d of %d, %d made, %d of them hidden; all %.3f of %d; "
                "needed %.3f of %d)  sign %.2f %% "
                "(neighbour joining %.2f, spanning tree %.2f)  sure %.3f (%d of %d)  "
                "called %.3f (%d)" % (
                    title, self.ratio("parent"), self["parent all"],
                    self["source right"] / max(1, self["parent all"]),
                    self.ratio("edge"),
                    self.ratio("direction"), f1,
                    self["proved found"], self["proved real"],
                    self["proved made"], self["hidden made"],
                    self.lost_f1("lost"),
                    self["lost real"],
                    self.lost_f1("needed"), self["needed real"],
                    100 * self.ratio("sign"), 100 * self.ratio("joining"),
                    100 * self.ratio("spanning"), self.ratio("sure"),
                    self["sure all"], self["edges"],
                    self.ratio("called"), self["called all"]))


def named(result):
    """The number of each node's version, or the node's id where it is lost."""
    name = {c["id"]: int(re.findall(r"(\d+)\.txt$", c["source"])[0])
            for c in result["captures"]}
    return {n["id"]: name[n["capture"]] if n["capture"] is not None
            else n["id"] for n in result["tree"]["nodes"]}


def found(result):
    """The parents that stemma found; None for roots."""
    node = named(result)
    got = {v: None for v in node.values()}
    for e in result["tree"]["edges"]:
        got[node[e["to"]]] = node[e["from"]]
    return got


def own_source(got, v):
    """The source of the lost version that `v` alone was copied from."""
    p = got.get(v)
    alone = isinstance(p, str) and list(got.values()).count(p) == 1
    return got.get(p) if alone else None


def score(result, tree, lost, proved, texts, hidden=frozenset(),
          need=frozenset()):
    s, node, got = Score(), named(result), found(result)
    extant = set(tree) - lost
    s["hidden made"] = sum(own_source(got, v) == tree[v]
                           for v in hidden & extant if tree[v] is not None)
    for v in extant:
        if tree[v] is not None and tree[v] not in lost:
            s["parent all"] += 1
            s["parent right"] += got.get(v) == tree[v]
            s["source right"] += got.get(v) == tree[v] or \
                v in hidden and own_source(got, v) == tree[v]
            s["edge all"] += 1
            s["edge right"] += got.get(v) == tree[v] or \
                got.get(tree[v]) == v
    for v in extant:
        for u in ancestors(tree, v):
            if u in lost:
                continue
            down, up = u in ancestors(got, v), v in ancestors(got, u)
            s["direction all"] += down or up
            s["direction right"] += down
    want_edges = [(p, v) for v, p in tree.items() if p is not None]
    have_edges = [(p, v) for v, p in got.items() if p is not None]
    real = {parts(want_edges, x, extant) for x in lost}
    made = [parts(have_edges, x, extant) for x in node.values()
            if isinstance(x, str)]
    s["lost real"] += len(real)
    s["lost made"] += len(made)
    s["lost found"] += len(real & set(made))
    for name, which in ("proved", proved), ("needed", need):
        known = {parts(want_edges, x, extant) for x in which}
        s[name + " real"] += len(known)
        s[name + " found"] += len(known & set(made))
        # one that is true, though nothing proves it, is no fault
        s[name + " made"] += sum(x in known or x not in real for x in made)
    want = distances(want_edges, extant)
    others = rivals(sorted(extant), texts)
    for name, edges in [("sign", have_edges), *others.items()]:
        right, count = sign_similarity(want, distances(edges, extant),
                                       sorted(extant))
        s[name + " right"] += right
        s[name + " all"] += count
    s["edges"] = len(result["tree"]["edges"])
    for e in result["tree"]["edges"]:
        u, v = node[e["from"]], node[e["to"]]
        if not isinstance(v, str):
            score_edge(s, e["confidence"], u, v, tree, lost)
    score_supports(s, [(node[e["from"]], node[e["to"]], e["support"])
                       for e in result["tree"]["edges"]], want_edges, extant)
    return s


def halves(edges, extant):
    """Of each edge: how it parts the extant, and which of them it ends in."""
    near, out = near_of(edges), []
    for u, v in edges:
        seen, queue = {u}, [u]
        while queue:
            x = queue.pop()
            new = [y for y in near[x] - seen if {x, y} != {u, v}]
            seen.update(new)
            queue += new
        side = frozenset(seen & extant)
        out.append((frozenset((side, frozenset(extant - side))),
                    frozenset({u, v} & extant)))
    return out


def score_supports(s, edges, want_edges, extant):
    true = halves(want_edges, extant)
    have = halves([(u, v) for u, v, _ in edges], extant)
    for (side, ends), (_, _, support) in zip(have, edges):
        if support is None:
            continue
        name = next(n for most, n in SUPPORTS if support < most)
        s["support %s" % name] += 1
        s["true %s" % name] += any(side == t and ends <= e for t, e in true)


def score_edge(s, confidence, u, v, tree, lost):
    """An edge into a capture: is its source the true one, and is it above?"""
    right = tree.get(v) == u or (isinstance(u, str) and tree.get(v) in lost)
    tenth = min(9, int(confidence * 10))
    s["bin %d" % tenth] += 1
    s["given %d" % tenth] += confidence
    s["hit %d" % tenth] += right
    s["sure all"] += confidence >= .9
    s["sure right"] += right and confidence >= .9
    if confidence < .8 or isinstance(u, str):
        return
    below = u in ancestors(tree, v)
    if below or v in ancestors(tree, u):
        s["called all"] += 1
        s["called right"] += below


# --- the run ---------------------------------------------------------------

def run(stemma, maker, kinds, texts, tree, lost, rng, keep):
    numbers = sorted(set(tree) - lost)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("v*.txt"):
            old.unlink()
        order = list(numbers)
        rng.shuffle(order)
        files = []
        for place, i in enumerate(order):
            path = folder / ("v%02d_%d.txt" % (place, i))
            path.write_text(maker.dress(i, kinds[i], texts[i]))
            files.append(str(path))
        if keep:
            edges = [(p, v) for v, p in tree.items() if p is not None]
            truth = {"edges": [["x%d" % u if u in lost else
                                Path(files[order.index(u)]).stem,
                                "x%d" % v if v in lost else
                                Path(files[order.index(v)]).stem]
                               for u, v in edges],
                     "extant": [Path(f).stem for f in files]}
            (folder / "truth.json").write_text(json.dumps(truth))
        out = subprocess.run([stemma, "tree", "--json", *maker.flags, *files],
                             capture_output=True, check=True).stdout
        return json.loads(out)


def at_hand():
    """Texts of different stories: what editors add comes from another one."""
    docs, truth = (noise.DATA / "dedup" / name
                   for name in ("corpus.jsonl.zst", "truth.jsonl.zst"))
    if not docs.exists():
        stories = sorted((HERE.parent.parent / "examples").iterdir())
        firsts = [sorted(p.glob("*.txt"))[:1] for p in stories]
        return [p.read_text(errors="replace") for first in firsts for p in first]
    news = {r["id"] for r in noise.rows(truth)
            if r["kind"] == "single" and r["src"] == "news"}
    texts = (r["text"] for r in noise.rows(docs) if r["id"] in news)
    long = (t for t in texts if len(t.split()) >= 300
            and len(sentences_of(t)) >= 20)
    return list(itertools.islice(long, AT_HAND))


def material(paths):
    """The texts that families are made from, and the words that copyists draw
    from."""
    texts = [p.read_text(errors="replace") for p in paths] or at_hand()
    texts = [t for t in texts if len(sentences_of(t)) >= 12]
    if not texts:
        sys.exit("no text with twelve sentences or more")
    if not paths and len(texts) < AT_HAND:
        print("%d texts of examples/, since %s is not there: figures of other "
              "texts cannot be compared" % (len(texts), noise.DATA / "dedup"),
              file=sys.stderr)
    return texts, [w for t in texts for w in map(bare, t.split())
                   if len(w) > 3 and w.isalpha()]


def main():
    ap = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stemma")
    ap.add_argument("text", nargs="*", type=Path)
    ap.add_argument("--kind", choices=["news", "pages", "manuscripts"])
    ap.add_argument("--families", type=int, default=20, help="of each kind")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--keep", help="write the families below this folder")
    ap.add_argument("--each", action="store_true",
                    help="a line a family, and its true and found trees")
    args = ap.parse_intermixed_args()
    texts, words = material(args.text)
    for kind, maker_of in (("news", News), ("pages", Pages),
                           ("manuscripts", Manuscripts)):
        if args.kind not in (None, kind):
            continue
        total = Score()
        for k in range(args.families):
            rng = random.Random("%s %d %d" % (kind, args.seed, k))
            text = texts[k % len(texts)]
            others = sentences_of(texts[(k + 1) % len(texts)])
            maker = maker_of(rng, text, words, others)
            parents, kinds, versions = grow(maker, rng)
            tree, lost = lose(parents, rng)
            keep = args.keep and "%s/%s%02d" % (args.keep, kind, k)
            result = run(args.stemma, maker, kinds, versions, tree, lost,
                         rng, keep)
            plain = [maker.show(v).split() for v in versions]
            need = set() if maker_of is Manuscripts else \
                needed(tree, lost, versions)
            here = score(result, tree, lost, provable(tree, lost, plain),
                         plain, from_hidden(parents, tree), need)
            total.update(here)
            if args.each:
                print(here.line("%s %d" % (kind, k)), flush=True)
                draw(tree, lambda i: "(lost %d)" % i if i in lost else
                     "%d %s" % (i, kinds[i]))
                draw(found(result), str)
        print(total.line(kind))
        print("                " + total.given())
        print("                " + total.supported())


if __name__ == "__main__":
    main()
