#!/usr/bin/env python3
"""Holds what the program prints with --json against its schema.

    check_schema.py STEMMA CAPTURES...   each folder as a tree, its first two
                                         files as a diff, alone and in a list,
                                         and each of its documents
    check_schema.py --self-test          see that wrong results are found

Knows the part of JSON Schema that result.schema.json uses, and no more: a
keyword it does not know is an error, so that nothing goes unchecked. Members
must stand in the order in which the schema names them.
"""
import collections
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SCHEMA = json.loads((Path(__file__).parent / "result.schema.json").read_text("utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool,
         "null": type(None), "integer": int, "number": (int, float)}
SILENT = {"$schema", "$defs", "title", "description"}


class Broken(Exception):
    pass


def need(held, where, what):
    if not held:
        raise Broken(f"{where or 'the result'}: {what}")


def is_type(value, name):
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])


def check_type(value, names, where):
    names = [names] if isinstance(names, str) else names
    need(any(is_type(value, n) for n in names), where, f"{value!r} is no {names}")


def check_one_of(value, options, where):
    faults = []
    for option in options:
        try:
            check(value, option, where)
        except Broken as fault:
            faults.append(str(fault))
    need(len(options) - len(faults) == 1, where, "; ".join(faults) or "fits two")


def check_members(value, schema, where):
    named = schema.get("properties", {})
    for key in schema.get("required", []):
        need(key in value, where, f"{key} is missing")
    if schema.get("additionalProperties") is False:
        need(set(value) <= set(named), where, f"unknown {set(value) - set(named)}")
        want = [key for key in named if key in value]
        need(list(value) == want, where, f"members in the order {list(value)}")
    for key, part in named.items():
        if key in value:
            check(value[key], part, f"{where}.{key}")


def check_list(value, schema, where):
    need(len(value) >= schema.get("minItems", 0), where, "too few")
    need(len(value) <= schema.get("maxItems", len(value)), where, "too many")
    for i, item in enumerate(value):
        check(item, schema["items"], f"{where}[{i}]")


def check_word(value, key, expected, where):
    if key == "const":
        need(value == expected, where, f"{value!r} is not {expected!r}")
    elif key == "enum":
        need(value in expected, where, f"{value!r} is none of {expected}")
    elif key == "pattern":
        need(not isinstance(value, str) or re.search(expected, value), where,
             f"{value!r} does not look like {expected}")
    elif key == "minimum":
        need(value is None or value >= expected, where, f"{value} < {expected}")
    elif key == "maximum":
        need(value is None or value <= expected, where, f"{value} > {expected}")
    else:
        raise SystemExit(f"the checker does not know the keyword {key}")


def part_of_schema(reference):
    part = SCHEMA
    for name in reference.removeprefix("#/").split("/"):
        part = part[name]
    return part


def check(value, schema, where=""):
    handled = {"required", "properties", "additionalProperties", "items",
               "minItems", "maxItems"} | SILENT
    for key, expected in schema.items():
        if key == "$ref":
            check(value, part_of_schema(expected), where)
        elif key == "oneOf":
            check_one_of(value, expected, where)
        elif key == "allOf":
            for part in expected:
                check(value, part, where)
        elif key == "type":
            check_type(value, expected, where)
        elif key not in handled:
            check_word(value, key, expected, where)
    if isinstance(value, dict) and ("properties" in schema or "required" in schema):
        check_members(value, schema, where)
    if isinstance(value, list) and "items" in schema:
        check_list(value, schema, where)


def no_constant(name):
    raise Broken(f"{name} is no JSON")


def unique(members):
    keys = [k for k, _ in members]
    need(len(keys) == len(set(keys)), "", f"a member twice in {keys}")
    return dict(members)


def read(raw):
    need(raw.endswith(b"\n") and raw.count(b"\n") == 1, "", "not one line")
    return json.loads(raw.decode("utf-8"), parse_constant=no_constant,
                      object_pairs_hook=unique)


def lines(program, *words):
    """The result of each line, held against the schema."""
    done = subprocess.run([program, *words], capture_output=True, timeout=120)
    need(done.returncode in (0, 3), " ".join(words), done.stderr.decode())
    results = [read(line) for line in done.stdout.splitlines(keepends=True)]
    for result in results:
        check(result, SCHEMA)
    return results


def run(program, *words):
    results = lines(program, *words)
    need(len(results) == 1, " ".join(words), f"{len(results)} lines")
    return results[0]


def check_folder(program, folder):
    files = sorted(str(p) for p in Path(folder).iterdir() if p.is_file())
    tree = run(program, "tree", "--json", *files)
    need(len(tree["captures"]) == len(files), folder, "captures are missing")
    check_tree(tree)
    check_documents(program, tree, files)
    check_edition(program, tree, files)
    alone = run(program, "diff", "--json", *files[:2])
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as pairs:
        pairs.write("\t".join(files[:2]) + "\n" + f"{files[0]}\t{files[0]}\n")
        pairs.flush()
        listed = lines(program, "diff", "--json", "--pairs", pairs.name,
                       "--corpus", folder)
    need(listed[0] == alone, folder, "a pair in a list is not what it is alone")
    need(listed[1] == run(program, "diff", "--json", files[0], files[0]), folder,
         "a text beside itself in a list is not what it is alone")


def check_edition(program, tree, files):
    """What is asked for beyond the tree is added and changes nothing else; every
    node has one reading at each place; the lost texts are all there."""
    with tempfile.TemporaryDirectory() as folder:
        more = run(program, "tree", "--json", "--timeline", "--alternatives=4",
                   "--reconstruct", folder, *files)
        lost = [read(p.read_bytes()) for p in sorted(Path(folder).glob("*.json"))]
        texts = len(list(Path(folder).glob("*.txt")))
    for result in lost:
        check(result, SCHEMA)
    need({k: more[k] for k in tree} == tree, files, "the tree is another one")
    nodes = [n["id"] for n in tree["tree"]["nodes"] if n["capture"] is None]
    need(sorted(x["node"] for x in more["reconstructions"]) == sorted(nodes)
         and len(lost) == texts == len(nodes), files, "not all that is lost")
    if all(len(f["captures"]) < 2 for f in tree["families"]):
        return
    got = run(program, "tree", "--collation", *files)
    for table in got["collations"]:
        for unit in table["units"]:
            have = [n for r in unit["readings"] for n in r["nodes"]]
            need(sorted(have) == sorted(table["nodes"]), files,
                 f"readings of {have}")
        check_readings(got, table)


def words_of(text):
    text = re.sub("[\u2018\u2019']", "", text.lower())
    return collections.Counter(re.findall(r"\w+", text))


def check_readings(got, table):
    """Every captured text can be read off the table, to the last word."""
    for capture in got["captures"]:
        node = f"c{capture['id']}"
        if node not in table["nodes"] or not capture["source"].endswith(".txt"):
            continue
        raw = Path(capture["source"]).read_bytes()
        want = " ".join(raw[s["start"]:s["end"]].decode()
                        for s in capture["content"])
        have = " ".join(r["text"] for u in table["units"]
                        for r in u["readings"] if node in r["nodes"])
        lost = words_of(want) - words_of(have)
        more = words_of(have) - words_of(want)
        need(not lost and not more, capture["source"], f"{lost}, {more}")


def check_documents(program, tree, files):
    """What extract and tree say of a capture is the same; content and furniture
    are ranges of the text that cut no character."""
    got = lines(program, "extract", "--json", *files)
    need(len(got) == len(files), files, "documents are missing")
    for document, capture in zip(got, tree["captures"]):
        text = document["text"].encode()
        bounds = [(s["start"], s["end"]) for s in
                  document["content"] + document["furniture"]]
        for start, end in bounds:
            need(start < end <= len(text), document["source"], f"{start, end}")
            text[start:end].decode()
        order = sorted(bounds)
        need(all(a[1] <= b[0] for a, b in zip(order, order[1:])),
             document["source"], "content and furniture overlap")
        said = {k: v for k, v in document.items() if k not in ("schema", "text")}
        need(said == capture, document["source"], "tree says otherwise")


def check_tree(got):
    """What the schema cannot say: references hold, families are all captures,
    and every node has one parent at most."""
    ids = [c["id"] for c in got["captures"]]
    need(ids == list(range(len(ids))), "captures", "ids do not count up")
    pairs = [(r["a"], r["b"]) for r in got["relations"]]
    need(pairs == sorted(set(pairs)), "relations", "not ordered by (a, b)")
    need(all(a < b < len(ids) for a, b in pairs), "relations", "wrong ids")
    members = sorted(i for f in got["families"] for i in f["captures"])
    need(members == ids, "families", f"hold {members}")
    nodes = [n["id"] for n in got["tree"]["nodes"]]
    need(len(nodes) == len(set(nodes)), "nodes", "one id twice")
    kept = [n["capture"] for n in got["tree"]["nodes"] if n["capture"] is not None]
    need(kept == ids, "nodes", f"stand for {kept}")
    ends = got["tree"]["edges"] + got["tree"]["secondary"]
    need(all(e[k] in nodes for e in ends for k in ("from", "to")), "edges",
         "lead to no node")
    children = [e["to"] for e in got["tree"]["edges"]]
    need(len(children) == len(set(children)), "edges", "two parents")


def self_test():
    span = {"start": 0, "end": 4}
    capture = {"id": 0, "source": "a", "record": None, "uri": None, "title": None,
               "authors": [], "published": "2031-05", "updated": None,
               "captured": None, "language": "en", "words": 1, "truncated": False,
               "content": [span], "furniture": [], "repeats": [], "site": None,
               "canonical": None, "conflicts": [], "charset": None, "replaced": 0}
    right = {"schema": "stemma.tree/1", "captures": [capture], "relations": [],
             "families": [{"captures": [0]}],
             "tree": {"nodes": [{"id": "c0", "capture": 0}], "edges": [],
                      "secondary": []}}
    document = {"schema": "stemma.extract/1", **capture, "text": "word"}
    reading = {"kind": "words", "text": "word", "nodes": ["c0", "x1"],
               "inferred": [{"node": "x1", "sure": 0.9}]}
    unit = {"paragraph": True, "joined": False, "readings": [reading]}
    table = {"schema": "stemma.collation/1", "captures": [capture],
             "collations": [{"family": 0, "nodes": ["c0", "x1"],
                             "units": [unit]}]}
    stage = {"node": "c0", "dated": None, "earliest": None,
             "latest": {"date": "2031-05-02", "node": "c0"}, "conflict": False,
             "from": None, "alterations": []}
    in_time = [{"family": 0, "versions": [stage, {**stage, "from": "c0"}]}]
    stretch = {"text": "word", "witnesses": ["c0"], "sure": 0.5,
               "restored": False, "paragraph": True, "joined": False}
    lost = {"schema": "stemma.lost/1", "node": "x1", "words": 1, "sure": 0.5,
            "stretches": [stretch]}
    other = {"family": 0, "confidence": 0.1, "loss": 2, "text": "c0 ...",
             "edges": [{"from": None, "to": "c0"}], "without": None}
    check(table, SCHEMA)
    check(lost, SCHEMA)
    check({**right, "alternatives": [other], "timeline": in_time}, SCHEMA)
    check(right, SCHEMA)
    check(document, SCHEMA)
    wrong = [
        {**document, "text": None},
        {k: v for k, v in document.items() if k != "site"},
        {**document, "conflicts": [{"fact": "weather", "value": "rain",
                                    "origin": "meta"}]},
        {**right, "schema": "stemma.tree/2"},
        {**right, "more": 1},
        {k: v for k, v in right.items() if k != "families"},
        {**right, "captures": [{**capture, "words": -1}]},
        {**right, "captures": [{**capture, "words": 1.5}]},
        {**right, "captures": [{**capture, "published": "May 2031"}]},
        {**right, "captures": [{**capture, "truncated": 0}]},
        {**right, "captures": [dict(reversed(capture.items()))]},
        {**right, "families": [{"captures": []}]},
        {**table, "collations": []},
        {**table, "captures": None},
        {**lost, "stretches": [{**stretch, "witnesses": []}]},
        {**lost, "sure": 1.5},
        {**right, "alternatives": [{**other, "edges": []}]},
        {**right, "timeline": [{"family": 0, "versions": [stage]}]},
        {**right, "timeline": in_time, "alternatives": [other]},
    ]
    for i, case in enumerate(wrong):
        try:
            check(case, SCHEMA)
        except Broken:
            continue
        raise SystemExit(f"wrong result {i} was taken for right")
    print(f"{len(wrong)} wrong results found")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    for folder in sys.argv[2:]:
        try:
            check_folder(sys.argv[1], folder)
        except Broken as fault:
            raise SystemExit(f"{folder}: {fault}") from fault
    print(f"{len(sys.argv) - 2} folders hold")


if __name__ == "__main__":
    main()
