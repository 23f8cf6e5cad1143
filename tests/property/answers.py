#!/usr/bin/env python3
"""Compares `stemma tree --json` of the examples with their answers.

usage: answers.py [--stemma PROGRAM] NAME...     exits 0 only if every row holds
"""
import itertools
import json
import re
import sys

import stemma
import wellformed


class Score:
    def __init__(self):
        self.rows = self.short = 0

    def row(self, name, held, figure):
        self.rows += 1
        self.short += not held
        print(f"{'ok  ' if held else 'FAIL'} {name}: {figure}")


class Case:
    """One example's answer beside what the program said of it."""

    def __init__(self, name):
        text = (stemma.ROOT / "examples" / "answers" / f"{name}.json").read_text("utf-8")
        self.want = json.loads(text)
        folder = stemma.ROOT / "examples" / name
        self.got = stemma.tree(*(folder / f for f in self.want["files"].values()))
        self.raws = wellformed.raws_of(self.got)
        ends = {f: k for k, f in self.want["files"].items()}
        self.key = {c["id"]: ends[c["source"].rpartition("/")[2]]
                    for c in self.got["captures"]}
        self.captures = {self.key[c["id"]]: c for c in self.got["captures"]}
        self.bytes = {self.key[i]: raw for i, raw in self.raws.items()}

    def pairs(self):
        """{(a, b): (relation, direction, spun side)}, both ways round."""
        out = {}
        for r in self.got["relations"]:
            a, b, d = self.key[r["a"]], self.key[r["b"]], r["direction"]
            out[a, b] = r["relation"], d
            out[b, a] = r["relation"], wellformed.MIRROR.get(d, d)
        return out


def score_relations(case, score):
    said, want = case.pairs(), case.want["relations"]
    for a, b in itertools.combinations(case.want["files"], 2):
        if f"{b}-{a}" in want:
            a, b = b, a
        expect = want.get(f"{a}-{b}") or want["*"]
        kind, way = said.get((a, b), ("unrelated", "unknown"))
        score.row(f"relation {a}-{b}", kind in expect["relation"],
                  f"{kind}, wanted {' or '.join(expect['relation'])}")
        if "direction" in expect:
            score.row(f"direction {a}-{b}", way in expect["direction"],
                      f"{way}, wanted {' or '.join(expect['direction'])}")


def score_facts(case, score):
    for k, facts in case.want["facts"].items():
        for name in ("title", "authors", "published", "updated", "language"):
            if name not in facts:
                continue
            want, have = facts[name], case.captures[k][name]
            if name in ("published", "updated") and want:
                held = str(have or "").startswith(want)
            else:
                held = (have or None) == (want or None)
            score.row(f"{name} {k}", held, f"{have!r}, wanted {want!r}")
    for k, c in case.captures.items():
        want = k in case.want["truncated"]
        score.row(f"truncated {k}", c["truncated"] == want,
                  f"{c['truncated']}, wanted {want}")


def score_repeats(case, score):
    for k, c in case.captures.items():
        words = sum(len(re.findall(r"\w+", case.bytes[k][r["b"]["start"]:
                                   r["b"]["end"]].decode("utf-8")))
                    for r in c["repeats"])
        want = case.want["repeats"].get(k, {}).get("words", 0)
        held = words >= .9 * want if want else words < 30
        score.row(f"repeats {k}", held, f"{words} words, wanted {want}")


def score_content(case, score):
    """Content is kept whole; of the furniture named, four in five must go."""
    left, named = [], 0
    for k, want in case.want.get("content", {}).items():
        if k == "note":
            continue
        raw = case.bytes[k]
        kept = "\n".join(raw[s["start"]:s["end"]].decode("utf-8")
                         for s in case.captures[k]["content"])
        lost = [s for s in want["inside"] if s not in kept]
        score.row(f"content kept {k}", not lost, f"lost {lost}")
        named += len(want["outside"])
        left += [f"{k}: {s}" for s in want["outside"] if s in kept]
    score.row("furniture gone", len(left) <= .2 * named,
              f"{named - len(left)} of {named}, left in {left}")


class Tree:
    def __init__(self, case):
        tree = case.got["tree"]
        self.name = {n["id"]: case.key.get(n["capture"]) for n in tree["nodes"]}
        self.at = {k: n for n, k in self.name.items() if k}
        self.parent = {e["to"]: e["from"] for e in tree["edges"]}
        self.secondary = {self.name[e[end]] for e in tree["secondary"]
                          for end in ("from", "to")}

    def line(self, k):
        """A capture and its ancestors, upwards."""
        out = [self.at[k]]
        while out[-1] in self.parent:
            out.append(self.parent[out[-1]])
        return out

    def path(self, a, b):
        up, down = self.line(a), self.line(b)
        met = next((n for n in up if n in down), None)
        if met is None:
            return set(up) | set(down)
        return set(up[:up.index(met) + 1]) | set(down[:down.index(met)])

    def above(self, k):
        """The nearest captured ancestor, or None."""
        return next((self.name[n] for n in self.line(k)[1:] if self.name[n]), None)


def score_tree(case, score):
    tree, want = Tree(case), case.want["tree"]
    families = sorted(sorted(case.key[i] for i in f["captures"])
                      for f in case.got["families"] if len(f["captures"]) > 1)
    score.row("families", families == case.want["families"], families)
    for k, accepted in want.get("parent", {}).items():
        score.row(f"parent {k}", tree.above(k) in accepted,
                  f"{tree.above(k)}, wanted {' or '.join(accepted)}")
    for a, b, c, d in want.get("apart", []):
        score.row(f"apart {a} {b} | {c} {d}",
                  not tree.path(a, b) & tree.path(c, d),
                  f"{sorted(tree.path(a, b))} {sorted(tree.path(c, d))}")
    for group in want.get("lost_above", []):
        over = set.intersection(*(set(tree.line(k)) for k in group))
        score.row(f"lost above {' '.join(group)}",
                  any(tree.name[n] is None for n in over), sorted(over))
    for k in want.get("secondary", []):
        score.row(f"secondary {k}", k in tree.secondary, sorted(filter(None, tree.secondary)))
    lost = sum(k is None for k in tree.name.values())
    score.row("lost ancestors", lost >= want.get("lost", 0), lost)


def score_shape(case, score):
    try:
        wellformed.check_tree(case.got, case.raws)
        score.row("well formed", True, "every invariant holds")
    except wellformed.Broken as broken:
        score.row("well formed", False, broken)


def main(args):
    if args[:1] == ["--stemma"]:
        stemma.PROGRAM, args = args[1], args[2:]
    score = Score()
    for name in args or stemma.FAMILIES:
        print(f"# {name}")
        case = Case(name)
        for part in (score_shape, score_relations, score_facts, score_repeats,
                     score_content, score_tree):
            part(case, score)
    print(f"{score.rows - score.short} of {score.rows} rows hold")
    return score.short > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
