"""What must hold for any captures, tried on the examples."""
import itertools
import re
import shutil
import tempfile
import unittest
from pathlib import Path

import stemma
import wellformed
from wellformed import MIRROR


def printed(paths, *flags):
    got = stemma.run("tree", "--json", *flags, *map(str, paths))
    if got.code:
        raise AssertionError(str(got))
    return got.out


def copies(paths, folder, rename):
    """Copies of the files under other names, in the same order."""
    out = []
    for i, p in enumerate(paths):
        out.append(Path(folder) / rename(i, p.name))
        shutil.copy(p, out[-1])
    return out


def pairs(got, names=None):
    """{(source, source): (relation, direction)}, both ways round."""
    at = {c["id"]: (names or {}).get(Path(c["source"]).name, Path(c["source"]).name)
          for c in got["captures"]}
    out = {}
    for r in got["relations"]:
        a, b, d = at[r["a"]], at[r["b"]], r["direction"]
        out[a, b] = r["relation"], d
        out[b, a] = r["relation"], MIRROR.get(d, d)
    return out


class Case(unittest.TestCase):
    def same_pairs(self, want, got, where):
        """Only the pairs that differ are worth reading."""
        other = {k: (want.get(k), got.get(k)) for k in want.keys() | got.keys()
                 if want.get(k) != got.get(k)}
        self.assertEqual({}, other, where)


class Order(Case):
    def test_the_order_of_files_changes_nothing(self):
        for name in stemma.FAMILIES:
            files = stemma.family(name)
            want = printed(files)
            for turned in (files[::-1], files[3:] + files[:3],
                           files[::2] + files[1::2]):
                self.assertEqual(want, printed(turned), name)

    def test_the_number_of_threads_changes_nothing(self):
        for name in stemma.FAMILIES:
            want = printed(stemma.family(name), "-j", "1")
            for threads in ("2", "3"):
                self.assertEqual(want, printed(stemma.family(name), "-j", threads))

    def test_every_form_of_output_is_the_same_each_time(self):
        files = list(map(str, stemma.family("news")))
        for form in ("--json", "--html", "--dot", "--svg", "-v", "--graphml",
                     "--tei", "--csv", "--collation", "--timeline",
                     "--alternatives=5"):
            runs = [stemma.run("tree", form, "-j", j, *files, env=env)
                    for j, env in (("1", {"LC_ALL": "C", "TZ": "UTC"}),
                                   ("3", {"LC_ALL": "de_DE.UTF-8",
                                          "TZ": "Asia/Kolkata"}))]
            if form == "--svg" and all(r.code == 2 for r in runs):
                continue  # built without Graphviz
            self.assertEqual([0, 0], [r.code for r in runs], (form, str(runs[0])))
            self.assertEqual(runs[0].out, runs[1].out, form)

    def test_a_folder_is_its_files(self):
        for name in stemma.FAMILIES:
            folder = stemma.family(name)[0].parent
            self.assertEqual(printed(stemma.family(name)), printed([folder]))


class Names(Case):
    def test_another_prefix_changes_names_only(self):
        for name in stemma.FAMILIES:
            files = stemma.family(name)
            with tempfile.TemporaryDirectory() as folder:
                moved = copies(files, folder, lambda i, n: f"zz {i} {n}")
                got = printed(moved)
                for old, new in zip(files, moved):
                    got = got.replace(str(new).encode(), str(old).encode())
                self.assertEqual(printed(files), got)

    def test_the_opposite_order_of_names_mirrors_the_pairs(self):
        for name in stemma.FAMILIES:
            files = stemma.family(name)
            with tempfile.TemporaryDirectory() as folder:
                moved = copies(files, folder,
                               lambda i, n: f"{len(files) - i:02} {n}")
                back = {m.name: p.name for m, p in zip(moved, files)}
                self.same_pairs(pairs(stemma.tree(*files)),
                                pairs(stemma.tree(*moved), back), name)


class Pairs(Case):
    def test_swapping_a_and_b_mirrors_the_relation(self):
        for name in stemma.FAMILIES:
            for a, b in itertools.combinations(stemma.family(name), 2):
                one = stemma.diff(a, b)["relation"]
                two = stemma.diff(b, a)["relation"]
                where = f"{name}: {a.name} {b.name}"
                self.assertEqual(one["relation"], two["relation"], where)
                self.assertEqual(MIRROR.get(one["direction"], one["direction"]),
                                 two["direction"], where)
                self.assertAlmostEqual(one["confidence"], two["confidence"], 3, where)
                self.assertAlmostEqual(one["coverage"]["a"], two["coverage"]["b"],
                                       1, where)

    def test_a_text_is_identical_to_itself(self):
        for name in stemma.FAMILIES:
            for p in stemma.family(name):
                self.assertEqual("identical", stemma.diff(p, p)["relation"]["relation"],
                                 p.name)

    def test_a_copy_of_a_file_joins_its_family(self):
        for name in stemma.FAMILIES:
            files = stemma.family(name)
            with tempfile.TemporaryDirectory() as folder:
                moved = copies(files, folder, lambda i, n: n)
                twin = Path(folder) / f"twin {files[0].name}"
                shutil.copy(files[0], twin)
                got = stemma.tree(*moved, twin)
                self.assertEqual("identical", pairs(got)[files[0].name, twin.name][0])
                home = [f["captures"] for f in got["families"]
                        if any(got["captures"][c]["source"] == str(twin)
                               for c in f["captures"])]
                self.assertEqual(1, len(home))
                self.assertIn(files[0].name,
                              [Path(got["captures"][c]["source"]).name
                               for c in home[0]])

    def test_wrapping_case_and_quotation_marks_are_not_the_wording(self):
        letter = stemma.family("letters")[0]
        text = letter.read_text("utf-8")
        paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
        variants = {"one line a paragraph": "\n\n".join(paragraphs),
                    "narrow": "\n\n".join(re.sub(r"(.{30}\S*) ", r"\1\n", p)
                                          for p in paragraphs),
                    "upper case": text.upper(),
                    "straight marks": text.replace("’", "'"),
                    "wide spaces": text.replace(" ", "  ")}
        with tempfile.TemporaryDirectory() as folder:
            for what, other in variants.items():
                p = Path(folder) / "other.txt"
                p.write_text(other, encoding="utf-8")
                self.assertEqual("identical",
                                 stemma.diff(letter, p)["relation"]["relation"], what)

    def test_leaving_a_capture_out_keeps_the_other_pairs(self):
        """Other captures may teach how words are used, so that a direction is
        told with them and not without; none may be turned round."""
        for name in stemma.FAMILIES:
            files = stemma.family(name)
            whole = pairs(stemma.tree(*files))
            for out in files:
                part = pairs(stemma.tree(*(p for p in files if p != out)))
                want = {k: v for k, v in whole.items() if out.name not in k}
                for k in want.keys() & part.keys():
                    if "unknown" in (want[k][1], part[k][1]):
                        want[k], part[k] = want[k][0], part[k][0]
                self.same_pairs(want, part, f"{name} without {out.name}")

    def test_two_families_together_stay_two(self):
        got = stemma.tree(*stemma.family("news"), *stemma.family("letters"))
        home = {c["id"]: Path(c["source"]).parent.name for c in got["captures"]}
        for f in got["families"]:
            self.assertEqual(1, len({home[c] for c in f["captures"]}))
        for r in got["relations"]:
            self.assertEqual(home[r["a"]], home[r["b"]], r["relation"])


class Shape(Case):
    def test_every_result_is_well_formed(self):
        for flags in ((), ("--as-is",)):
            for name in stemma.FAMILIES:
                got = stemma.tree(*stemma.family(name), flags=flags)
                wellformed.check_tree(got, wellformed.raws_of(got))

    def test_every_diff_is_well_formed(self):
        files = stemma.family("news") + stemma.family("letters")[:1]
        for a, b in itertools.permutations(files, 2):
            got = stemma.diff(a, b)
            wellformed.check_diff(got, {0: a.read_bytes(), 1: b.read_bytes()})

    def test_as_is_keeps_every_word(self):
        for name in stemma.FAMILIES:
            for c in stemma.tree(*stemma.family(name), flags=["--as-is"])["captures"]:
                self.assertEqual([], c["furniture"], c["source"])

    def test_standard_input_is_a_capture(self):
        first, second = stemma.family("letters")[:2]
        with open(first, "rb") as f:
            got = stemma.run("diff", "--json", "-", str(second), stdin=f)
        self.assertEqual(0, got.code, str(got))
        got = got.json()
        want = stemma.diff(first, second)
        self.assertEqual("-", got["captures"][0]["source"])
        self.assertEqual(want["relation"], got["relation"])


if __name__ == "__main__":
    unittest.main()
