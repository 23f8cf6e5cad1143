"""What both fits need: rows of data, programs linked with the library, and
forests as C."""
import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARIES = ["libgvc", "libzstd", "libisal", "libarchive", "uchardet", "libutf8proc", "expat"]


def rows(path):
    out = subprocess.run(["zstd", "-dc", "--long=27", str(path)], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def build(folder, name, library):
    """bench/fit/NAME.c linked with a libstemma.a, as a program in `folder`."""
    program = Path(folder) / name
    flags = subprocess.run(["pkg-config", "--libs", *LIBRARIES], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    lexbor = ROOT / "build-lexbor/lib/liblexbor_static.a"
    subprocess.run(["cc", "-O2", "-fno-lto", "-D_GNU_SOURCE", f"-I{ROOT}/include", f"-I{ROOT}/src", str(ROOT / f"bench/fit/{name}.c"),
                    str(library), *([str(lexbor)] if lexbor.exists() else ["-llexbor"]), "-lstemmer",
                    *flags, "-lm", "-lpthread", "-o", str(program)], check=True)
    return program


def c_float(x, digits):
    text = f"{x:.{digits}g}"
    return text + ("F" if "." in text or "e" in text else ".F")


def complete(tree, nodes, leaves, depth, at=0):
    """Fills the nodes and leaves of a tree that has `depth` levels everywhere."""
    leaf = "leaf_value" in tree
    if not depth:
        leaves[at - len(nodes)] = tree["leaf_value"]
        return
    nodes[at] = ("0", 0) if leaf else (c_float(tree["threshold"], 7), tree["split_feature"])
    complete(tree if leaf else tree["left_child"], nodes, leaves, depth - 1, 2 * at + 1)
    complete(tree if leaf else tree["right_child"], nodes, leaves, depth - 1, 2 * at + 2)


def wrapped(items):
    lines, line = [], ""
    for item in items:
        if len(line) + len(item) > 78:
            lines.append(line)
            line = ""
        line += item + ","
    return "\n".join(lines + [line])


def as_c(forest, depth, script, prefix, node_type, declaration):
    """A forest as C: its nodes, its leaves, and `declaration` with both and the
    number of its trees."""
    nodes, leaves = [], []
    for tree in forest.dump_model()["tree_info"]:
        n, l = [None] * (2**depth - 1), [None] * 2**depth
        complete(tree["tree_structure"], n, l, depth)
        nodes += n
        leaves += l
    return (f"/* Written by bench/fit/{script}. */\n"
            f"static const {node_type} {prefix}_nodes[] = {{\n" + wrapped(f"{{{t},{f}}}" for t, f in nodes) + "\n};\n"
            f"static const float {prefix}_leaves[] = {{\n" + wrapped(c_float(v, 4) for v in leaves) + "\n};\n"
            f"const {declaration} = {{{prefix}_nodes, {prefix}_leaves, {len(leaves) // 2**depth}}};\n")
