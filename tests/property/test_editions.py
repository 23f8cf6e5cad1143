"""Editions: what is written about a family, read again and of poor input."""
import itertools
import json
import re
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

import stemma

FORMS = (("--json",), ("--tei",), ("--csv",), ("--collation",), ("--graphml",),
         ("--dot",), ("--timeline",), ("--alternatives", "3"), ("--html",), ())
TABLES = ("--tei", "--csv", "--collation")  # need two texts of one family

MILL = ("The old mill at Harrow burned down on Tuesday night. Nobody was hurt, "
        "said the miller, who slept in the village. The wheel can be saved. "
        "Neighbours carried water from the weir until two in the morning.")
LATER = MILL.replace("Tuesday", "Monday") + " A fund was opened on Friday."
MOVED = (" ".join(MILL.split(". ")[2:]) + " " +
         ". ".join(MILL.split(". ")[:2]) + ".")
BEANS = ("Soak the beans overnight and boil them for an hour with a bay leaf. "
         "Fry the onions slowly, add the beans, and season late with vinegar.")


def words(text):
    """As texts are compared: no case, no accents, no marks."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"\w+", re.sub(r"[\u0300-\u036f]", "", text))


class Folder(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.at = Path(self.scratch.name)

    def tearDown(self):
        self.scratch.cleanup()

    def put(self, name, text):
        path = self.at / name
        path.write_text(text, "utf-8")
        return str(path)

    def extracted(self, *paths):
        got = stemma.run("extract", "--json", "--as-is", *paths)
        self.assertIn(got.code, (0, 3), str(got))
        return [json.loads(line) for line in got.out.splitlines()]


class RoundTrip(Folder):
    def check(self, files):
        """What `tree --tei` writes has the texts of all captures that are of a
        family, under their ids."""
        tei = str(self.at / "apparatus.xml")
        got = stemma.run("tree", "--tei", "--as-is", "-o", tei, *files)
        self.assertEqual(0, got.code, str(got))
        tree = stemma.tree(*files, flags=["--as-is"])
        want = {(d["source"], d["record"]): words(d["text"])
                for d in self.extracted(*files)}
        again = {d["record"]: words(d["text"]) for d in self.extracted(tei)}
        alone = {f["captures"][0] for f in tree["families"]
                 if len(f["captures"]) == 1}
        names = {f"c{c['id']}": want[c["source"], c["record"]]
                 for c in tree["captures"] if c["id"] not in alone}
        self.assertEqual(names, again)

    def test_the_examples_are_read_again(self):
        for name in stemma.FAMILIES:
            self.check(list(map(str, stemma.family(name))))

    def test_moved_passages_stand_where_each_text_has_them(self):
        self.check([self.put("a.txt", MILL), self.put("b.txt", LATER),
                    self.put("c.txt", MOVED)])

    def test_twins_and_two_families_are_read_again(self):
        self.check([self.put("a.txt", MILL), self.put("b.txt", LATER),
                    self.put("c.txt", BEANS), self.put("d.txt", BEANS)])

    def test_markup_in_a_text_stays_text(self):
        odd = MILL.replace("wheel", "<rdg wit=\"#c1\"> &amp; ]]> wheel")
        self.check([self.put("a.txt", odd), self.put("b.txt", LATER)])

    def test_the_tree_of_an_apparatus_is_that_of_its_texts(self):
        files = [self.put("a.txt", MILL), self.put("b.txt", LATER)]
        tei = str(self.at / "apparatus.xml")
        stemma.run("tree", "--tei", "--as-is", "-o", tei, *files)
        want, got = (stemma.tree(*p, flags=["--as-is"])
                     for p in (files, [tei]))
        self.assertEqual(["c0", "c1"], [c["record"] for c in got["captures"]])
        self.assertEqual([f["captures"] for f in want["families"]],
                         [f["captures"] for f in got["families"]])


class PoorInput(Folder):
    def run_all(self, *files, flags=()):
        for form in FORMS:
            with self.subTest(form=form):
                lost = self.at / "lost"
                yield form, stemma.run("tree", *form, *flags, "--reconstruct",
                                       str(lost), *files)

    def test_two_equal_files_are_one_text_twice(self):
        files = self.put("a.txt", MILL), self.put("b.txt", MILL)
        for form, got in self.run_all(*files):
            self.assertEqual(0, got.code, str(got))
        edge, = stemma.tree(*files)["tree"]["edges"]
        self.assertEqual("identical", edge["relation"])
        self.assertIsNone(edge["support"])

    def test_an_empty_witness_is_named_and_left_out(self):
        files = [self.put("a.txt", MILL), self.put("b.txt", LATER),
                 self.put("none.txt", ""), self.put("blank.txt", " \n\n")]
        for form, got in self.run_all(*files):
            self.assertEqual(3, got.code, str(got))
            self.assertIn(b"none.txt: empty", got.err)
            self.assertIn(b"blank.txt: empty", got.err)

    def test_a_witness_alone_has_a_tree_but_no_variants(self):
        for form, got in self.run_all(self.put("a.txt", MILL)):
            if form[:1] and form[0] in TABLES:
                self.assertEqual(2, got.code, str(got))
                self.assertIn(b"give two captures or more", got.err)
            else:
                self.assertEqual(0, got.code, str(got))

    def test_nothing_at_all_is_said_to_be_nothing(self):
        for form, got in self.run_all(self.put("none.txt", "")):
            self.assertEqual(2, got.code, str(got))
            self.assertEqual(b"", got.out)
            self.assertIn(b"no text could be read", got.err)

    def test_dates_that_contradict_the_tree_are_said_to(self):
        """The spun, the longer, and the cut text in a circle of dates."""
        whole = "Mill burns\nPublished {}\n\n" + LATER + "\n"
        files = [self.put("a.txt", whole.format("May 3, 2024")),
                 self.put("b.txt", whole.format("May 2, 2024") +
                          "The council met on May 1, 2024 about it.\n"),
                 self.put("c.txt", "Mill burns\nPublished May 1, 2024\n\n" +
                          MILL[:150] + "\n\nRead more with a subscription")]
        for form, got in self.run_all(*files):
            self.assertEqual(0, got.code, str(got))
        got = stemma.run("tree", "--json", "--timeline", *files).json()
        for family in got["timeline"]:
            for v in family["versions"]:
                late, early = (v[k] and v[k]["date"]
                               for k in ("latest", "earliest"))
                if early and late and early[:10] > late[:10]:
                    self.assertTrue(v["conflict"], v)

    def test_no_order_and_no_threads_change_a_byte(self):
        files = [self.put("a.txt", MILL), self.put("b.txt", LATER),
                 self.put("c.txt", MOVED), self.put("d.txt", MILL)]
        for form in FORMS:
            want = None
            for k, order in enumerate(itertools.permutations(files)):
                if k % 5:
                    continue
                got = stemma.run("tree", *form, "-j", str(1 + k % 3), *order)
                self.assertEqual(0, got.code, str(got))
                want = want or got.out
                self.assertEqual(want, got.out, (form, order))

    def test_the_lost_are_the_same_for_any_order(self):
        texts = [MILL.replace("Harrow", x).replace("weir", y)
                 for x, y in (("Sarrow", "weir"), ("Harrow", "bridge"),
                              ("Marrow", "pond"))]
        files = [self.put(f"{i}.txt", t + f" So wrote number {i}.")
                 for i, t in enumerate(texts)]
        seen = set()
        for order in itertools.permutations(files):
            lost = self.at / f"lost{len(seen)}"
            got = stemma.run("tree", "-q", "--as-is", "--reconstruct",
                             str(lost), *order)
            self.assertEqual(0, got.code, str(got))
            seen.add(tuple((p.name, p.read_bytes())
                           for p in sorted(lost.iterdir())))
        self.assertEqual(1, len(seen))


class Hostile(Folder):
    """What a text says can end no markup and move no cursor."""

    TEXT = (MILL + " \x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u202c </rdg>"
            "</app></TEI><script>alert(1)</script> \"]; evil [label=\" =1+1 "
            "]]>&bogus; \u009b2J\n")

    def setUp(self):
        super().setUp()
        name = "a\x1b[2J\"<b>&\u202e.txt"
        self.files = [self.put(name, self.TEXT),
                      self.put("=b.txt", self.TEXT + LATER)]

    def test_xml_stays_well_formed(self):
        for form in ("--tei", "--graphml", "--svg"):
            got = stemma.run("tree", form, "--as-is", *self.files)
            if form == "--svg" and got.code == 2:
                continue  # built without Graphviz
            self.assertEqual(0, got.code, str(got))
            ET.fromstring(got.out)
            self.assertNotIn(b"<script", got.out)

    def test_no_control_reaches_a_terminal_or_a_file(self):
        for form in FORMS:
            got = stemma.run("tree", *form, "--as-is", "-v", *self.files)
            self.assertEqual(0, got.code, str(got))
            turns = "" if form == ("--csv",) else "\u202e\u202c"  # plain text
            bad = [c for c in got.out.decode("utf-8") if c not in "\n\r\t" and
                   (unicodedata.category(c) == "Cc" or c in turns)]
            self.assertEqual([], bad, form)


class Bombs(Folder):
    """Small files that would be large texts or long work."""

    HEAD = "<TEI><teiHeader><listWit xml:id=\"all\">{}</listWit></teiHeader><text>"

    def head(self, witnesses):
        return self.HEAD.format("".join(f"<witness xml:id=\"w{i}\"/>"
                                        for i in range(witnesses)))

    def check(self, text):
        path = self.put("bomb.xml", text)
        got = stemma.run("extract", "--json", "-o", str(self.at / "out"), path)
        self.assertIn(got.code, (0, 2, 3), str(got))
        self.assertLess(got.seconds, 200 if stemma.SANITIZED else 20, str(got))
        self.assertLess(got.peak, 2 * stemma.GIB, str(got))
        return got

    def test_many_witnesses_of_a_long_text(self):
        got = self.check(self.head(20000) +
                         "<p><app><rdg wit=\"#all\">x</rdg></app>" +
                         "mill " * 200000 + "</p></text></TEI>")
        self.assertIn(b"the limit for one text", got.err)

    def test_many_lemmas_and_readings_in_one_apparatus(self):
        self.check(self.head(2000) + "<p><app>" +
                   "<lem>a</lem><rdg wit=\"#w1 #w2\">b</rdg>" * 50000 +
                   "</app></p></text></TEI>")

    def test_apparatus_in_apparatus(self):
        deep = 80
        one = "<app><lem>a " * deep + "</lem></app>" * deep
        self.check(self.head(100) + "<p>" + one * 2000 +
                   "</p></text></TEI>")

    def test_many_texts_and_many_witnesses(self):
        self.check(self.head(20000) + "<group>" +
                   "<text><app><rdg wit=\"#w1\">a</rdg></app></text>" * 50000 +
                   "</group></text></TEI>")

    def test_many_elements(self):
        self.check("<TEI><text>" + "<p/>" * 3000000 + "a</text></TEI>")

    def test_entities_in_entities(self):
        rows = "".join(f"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">"
                       for i in range(1, 40))
        got = self.check("<!DOCTYPE TEI [<!ENTITY a0 \"ha\">" + rows +
                         "]><TEI><text><p>&a39;</p></text></TEI>")
        self.assertIn(b"it declares entities", got.err)


if __name__ == "__main__":
    unittest.main()
