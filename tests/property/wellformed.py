"""What must hold of every result, whatever the captures were."""
import bisect
import unicodedata

import stemma

COPIES = ("identical", "reprint", "excerpt", "revision", "spun")
RELATIONS = (*COPIES, "quotes", "related", "unrelated")
DIRECTIONS = ("a>b", "b>a", "sibling", "unknown")
KINDS = ("verbatim", "edited", "spun")
MIRROR = {"a>b": "b>a", "b>a": "a>b"}


class Broken(AssertionError):
    pass


def need(held, what):
    if not held:
        raise Broken(what)


def on_boundary(raw, at):
    return at == len(raw) or raw[at] & 0xC0 != 0x80


def span(raw, s, where):
    """(start, end) of a span of `raw`, checked; `raw` None: order only."""
    start, end = s["start"], s["end"]
    need(0 <= start < end, f"{where}: empty or backward span {s}")
    if raw is not None:
        need(end <= len(raw), f"{where}: {s} beyond {len(raw)} bytes")
        need(on_boundary(raw, start) and on_boundary(raw, end),
             f"{where}: {s} cuts a code point")
    return start, end


def ranges(raw, spans, where):
    out = [span(raw, s, where) for s in spans]
    for (_, end), (start, _) in zip(out, out[1:]):
        need(end <= start, f"{where}: spans overlap or are out of order")
    return out


def words_outside(raw, spans):
    """Letters and digits of `raw` that lie in none of the sorted spans."""
    text, at, lost = raw.decode("utf-8"), 0, []
    starts = [s for s, _ in spans]
    for ch in text:
        if unicodedata.category(ch)[0] in "LN":
            i = bisect.bisect_right(starts, at) - 1
            if i < 0 or at >= spans[i][1]:
                lost.append((at, ch))
        at += len(ch.encode("utf-8"))
    return lost


def capture(c, raw):
    """Checks one capture; returns its content ranges. Text that was converted
    (raw None) is checked for order only."""
    where = f"capture {c.get('id')}"
    for name in ("source", "record", "uri", "title", "authors", "published",
                 "updated", "captured", "language", "words", "truncated",
                 "content", "furniture", "repeats"):
        need(name in c, f"{where}: no {name}")
    content = ranges(raw, c["content"], f"{where} content")
    furniture = ranges(raw, c["furniture"], f"{where} furniture")
    every = sorted(content + furniture)
    for (_, end), (start, _) in zip(every, every[1:]):
        need(end <= start, f"{where}: content and furniture overlap at {start}")
    if raw is not None and len(raw) < 1 << 20:
        lost = words_outside(raw, every)
        need(not lost, f"{where}: words in neither: {lost[:5]}")
    for r in c["repeats"]:
        span(raw, r["a"], f"{where} repeat"), span(raw, r["b"], f"{where} repeat")
    need(c["words"] >= 0 and isinstance(c["truncated"], bool), where)
    return content


def inside(s, content, where):
    i = bisect.bisect_right(content, (s[0], float("inf"))) - 1
    need(i >= 0 and s[1] <= content[i][1], f"{where}: {s} is not in content")


def relation(r, content, raws):
    a, b = r["a"], r["b"]
    where = f"relation {a}-{b}"
    need(r["relation"] in RELATIONS, f"{where}: {r['relation']}")
    need(r["direction"] in DIRECTIONS, f"{where}: {r['direction']}")
    need(0 <= r["confidence"] <= 1, f"{where}: confidence {r['confidence']}")
    for side in "ab":
        need(0 <= r["coverage"][side] <= 1, f"{where}: coverage {r['coverage']}")
        need(bool(r["passages"]) == (r["coverage"][side] > 0),
             f"{where}: coverage {r['coverage']} of {len(r['passages'])} passages")
    for p in r["passages"]:
        need(p["kind"] in KINDS and 0 <= p["similarity"] <= 1, f"{where}: {p}")
        for side, n in (("a", a), ("b", b)):
            inside(span(raws[n], p[side], where), content[n], f"{where} {side}")
    for s in r["substitutions"]:
        need(s["count"] >= 1, f"{where}: {s}")
    for e in r["evidence"]:
        need(e["says"] in DIRECTIONS and e["text"] and e["kind"], f"{where}: {e}")


def root_of(node, parent):
    seen = set()
    while node in parent:
        need(node not in seen, f"tree: a circle through {node}")
        seen.add(node)
        node = parent[node]
    return node


def forest(got):
    """Nodes, edges and families; every family a tree, no edge between two."""
    nodes = {n["id"]: n["capture"] for n in got["tree"]["nodes"]}
    need(len(nodes) == len(got["tree"]["nodes"]), "tree: a node id stands twice")
    captured = sorted(c for c in nodes.values() if c is not None)
    need(captured == [c["id"] for c in got["captures"]],
         "tree: not every capture is one node")
    parent, sources = {}, set()
    for e in got["tree"]["edges"]:
        need(e["from"] in nodes and e["to"] in nodes, f"tree: {e} leads nowhere")
        need(e["to"] not in parent, f"tree: {e['to']} has two parents")
        need(e["relation"] in COPIES and 0 <= e["confidence"] <= 1, f"tree: {e}")
        parent[e["to"]] = e["from"]
        sources.add(e["from"])
    for e in got["tree"]["secondary"]:
        need(e["from"] in nodes and e["to"] in nodes and e["words"] > 0,
             f"tree: secondary {e}")
    for n, c in nodes.items():
        need(c is not None or n in sources, f"tree: lost {n} has no copy")
    roots = {c: root_of(n, parent) for n, c in nodes.items() if c is not None}
    return nodes, parent, roots


def families(got, roots):
    home = {}
    for i, f in enumerate(got["families"]):
        need(f["captures"] == sorted(f["captures"]), f"family {i} out of order")
        for c in f["captures"]:
            need(c not in home, f"capture {c} in two families")
            home[c] = i
        need(len({roots[c] for c in f["captures"]}) == 1,
             f"family {i} is not one tree")
    by_root = {}
    for c, root in roots.items():
        by_root.setdefault(root, set()).add(home.get(c, ("alone", c)))
    for root, homes in by_root.items():
        need(len(homes) == 1, f"tree {root} holds more than one family")


def relations(got, raws):
    content = {c["id"]: capture(c, raws.get(c["id"])) for c in got["captures"]}
    raws = {n: raws.get(n) for n in content}
    before = (-1, -1)
    for r in got["relations"]:
        need(r["a"] < r["b"] and (r["a"], r["b"]) > before,
             f"relations out of order at {r['a']}-{r['b']}")
        before = (r["a"], r["b"])
        need(r["relation"] != "unrelated", f"{before}: unrelated pair listed")
        relation(r, content, raws)


def check_tree(got, raws):
    """`raws` maps capture ids to the captured UTF-8 bytes, where known."""
    need(got["schema"] == "stemma.tree/1", got["schema"])
    need([c["id"] for c in got["captures"]] == list(range(len(got["captures"]))),
         "capture ids are not 0, 1, 2 ...")
    relations(got, raws)
    nodes, parent, roots = forest(got)
    families(got, roots)


def check_diff(got, raws):
    need(got["schema"] == "stemma.diff/1", got["schema"])
    need(len(got["captures"]) == 2, "a diff has two captures")
    content = {i: capture(c, raws.get(i)) for i, c in enumerate(got["captures"])}
    r = dict(got["relation"], a=0, b=1)
    relation(r, content, {i: raws.get(i) for i in (0, 1)})


def raws_of(got):
    """The texts of captures: the bytes of UTF-8 files, what is extracted of
    pages."""
    out = {}
    for c in got["captures"]:
        if c["source"].endswith(".html"):
            line = stemma.run("extract", "--json", c["source"]).json()
            out[c["id"]] = line["text"].encode()
        else:
            with open(c["source"], "rb") as f:
                out[c["id"]] = f.read()
    return out
