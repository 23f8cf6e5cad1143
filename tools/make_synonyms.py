#!/usr/bin/env python3
"""Makes the list of synonyms that src/edition/synonyms.c reads:

    make_synonyms.py WORDNET WORDS >src/edition/synonyms_en.bin

WORDNET is the folder of the files of WordNet 3.0 (Princeton University; free to
use, copy, modify and distribute with its notice, which stands in
src/edition/synonyms_en.txt), as Debian's wordnet-base has it; WORDS the list of
words and counts that make_language_model.c names. For every form of a word the
list has the forms of other words that who looks those up may have replaced by
it: synonyms, what is more general, what is more special, what is similar. Forms
are matched ("mentions" with "notes"), as far as the list of words has them.

The form, little-endian: "STMSYN1" and a zero; how many sources, how many words,
how many entries, how many bytes of sources; where each source starts, and where
the last one ends; the sources; the words' hashes, ascending; where the entries
of each word start, and where the last ones end; the source of each entry, in 16
bits; its cost. The cost is a negative log of a weight, in twelfths of a nat."""
import collections
import math
import struct
import sys
from pathlib import Path

# Costs are counted from weight TOP on; of a word the MOST weightiest sources
# are listed, none below LEAST.
STEPS, MOST, LEAST, TOP = 12, 16, -5.5, 2.
FULL, GOLDEN = 0xffffffffffffffff, 0x9e3779b97f4a7c15
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
CATEGORIES = "xnvara"  # of a sense key, from 1 on
POINTERS = {"@": "general", "@i": "general", "~": "special", "~i": "special",
            "&": "similar"}
# What a relation counts, of how much of a word's use has it; how usual both
# words are; how many others the source has. A log-linear model of which of them
# a spun word stands for, or itself: its weights for the families of
# bench/quality/reconstruct.py (seeds 1 to 8, 8,503 replaced words) and for 80
# copies by a program that takes WordNet's words (2,451), rounded.
SHARE = {"synonym": 1., "general": .3, "special": .2, "similar": .3}
BONUS = {"synonym": 1.3, "general": .95, "special": .15, "similar": 1.3}
OF_SENSE, OF_MANY, OF_SOURCE, OF_WORD = .22, .37, .75, .42
# Weight of a sense that was never counted, the first; others less.
UNCOUNTED = .3
TAGS = {"n": ["s"], "v": ["s", "ed", "en", "ing"], "a": ["er", "est"], "r": []}
VOWELS = "aeiou"


def read_words(path):
    rows = (r.split() for r in open(path, encoding="utf-8-sig"))
    counts = {word: int(count) for word, count in rows}
    total = sum(counts.values())
    return {w: math.log(n / total) for w, n in counts.items()}


def data_rows(path):
    for row in open(path, encoding="latin-1"):
        if not row.startswith(" "):
            yield row.split("|")[0].split()


class WordNet:
    def __init__(self, folder, usual):
        self.usual = usual
        self.words, self.pointers = {}, {}
        self.senses = collections.defaultdict(list)
        self.irregular = collections.defaultdict(list)
        self.cache = {}
        counted = self.read_counts(folder)
        for name, pos in FILES.items():
            self.read_data(folder / ("data." + name), pos)
            self.read_index(folder / ("index." + name), pos, counted)
            for row in open(folder / (name + ".exc")):
                form, *bases = row.split()
                for base in bases:
                    self.irregular[base, pos].append(form)

    @staticmethod
    def read_counts(folder):
        """How often the senses of a word were met, by their order."""
        out = {}
        for key, number, count in data_rows(folder / "cntlist.rev"):
            word, rest = key.split("%")
            out[word, CATEGORIES[int(rest[0])], int(number)] = int(count)
        return out

    def read_data(self, path, pos):
        for row in data_rows(path):
            many = int(row[3], 16)
            at = 4 + 2 * many
            self.words[pos, row[0]] = [
                w.split("(")[0].lower() for w in row[4:at:2]]
            links = [row[i:i + 4] for i in range(at + 1,
                                                at + 1 + 4 * int(row[at]), 4)]
            self.pointers[pos, row[0]] = [
                (POINTERS[kind], (pos, place))
                for kind, place, other, between in links
                if kind in POINTERS and between == "0000"
                and other.replace("s", "a") == pos]

    def read_index(self, path, pos, counted):
        for row in data_rows(path):
            places = row[-int(row[2]):]
            for k, place in enumerate(places, 1):
                weight = counted.get((row[0], pos, k), 0) + UNCOUNTED / k
                self.senses[row[0]].append(((pos, place), weight))

    def list_of(self, word):
        """What who looks up a word finds: (other, part of speech) and for each
        relation how much of the word's use has it."""
        out = collections.defaultdict(collections.Counter)
        total = sum(weight for _, weight in self.senses[word])
        for sense, weight in self.senses[word]:
            links = [("synonym", sense)] + self.pointers[sense]
            for relation, place in links:
                for other in self.words[place]:
                    if other != word:
                        out[other, sense[0]][relation] += weight / total
        return out

    def irregular_form(self, base, pos, tag):
        forms = self.irregular.get((base, pos), [])
        if pos == "n":
            return forms[0] if forms else None
        if pos == "a":
            forms = [f for f in forms if f.endswith(tag[-1])]
            return forms[0] if forms else None
        if tag not in ("ed", "en"):
            return None
        past = sorted((f for f in forms if not f.endswith(("s", "ing"))),
                      key=lambda f: (f.endswith(("n", "ne", "um", "ung")), f))
        return past[0 if tag == "ed" else -1] if past else None

    def regular_form(self, base, ending):
        by_y = base.endswith("y") and base[-2:-1] not in VOWELS
        if ending == "s":
            hissing = base.endswith(("s", "x", "z", "ch", "sh"))
            forms = [base[:-1] + "ies"] if by_y else \
                [base + "es"] if hissing else [base + "s", base + "es"]
        elif by_y and ending != "ing":
            forms = [base[:-1] + "i" + ending]
        elif base.endswith("ie") and ending == "ing":
            forms = [base[:-2] + "ying"]
        elif base.endswith("e") and (ending != "ing" or base[-2:] != "ee"):
            forms = [base[:-1] + ending]
        else:
            forms = [base + ending, base + base[-1] + ending]
        return max(forms, key=lambda f: self.usual.get(f, -99))

    def form(self, base, pos, tag):
        """A form of a word that the list has, or None."""
        key = base, pos, tag
        if key not in self.cache:
            word = base
            if tag:
                word = self.irregular_form(base, pos, tag) or \
                    self.regular_form(base, "ed" if tag == "en" else tag)
            self.cache[key] = word if word in self.usual else None
        return self.cache[key]


def weigh(net, source, word, relations, many):
    share = sum(SHARE[r] * x for r, x in relations.items())
    return (OF_SENSE * math.log(share + 1e-6) - OF_MANY * math.log(1 + many) +
            max(BONUS[r] for r in relations) +
            OF_SOURCE * net.usual[source] - OF_WORD * net.usual[word])


def spelt(word):
    """The same for spellings of either side of the Atlantic."""
    for british, american in (("our", "or"), ("ll", "l"), ("re", "er"),
                              ("s", "z"), ("ae", "e"), ("oe", "e")):
        word = word.replace(british, american)
    return word


def entries(net):
    """By word, its sources with their weights, the likeliest first."""
    out = collections.defaultdict(dict)
    for base in sorted(net.senses):
        if not base.isalpha() or base not in net.usual:
            continue
        found = net.list_of(base)
        many = sum("_" not in other for other, _ in found)
        for (other, pos), relations in found.items():
            if not other.isalpha():
                continue
            for tag in [""] + TAGS[pos]:
                source = net.form(base, pos, tag)
                word = net.form(other, pos, tag)
                if source and word and spelt(source) != spelt(word):
                    x = weigh(net, source, word, relations, many)
                    out[word][source] = max(x, out[word].get(source, -99))
    return {w: sorted(((s, x) for s, x in found.items() if x > LEAST),
                      key=lambda e: (-e[1], e[0]))[:MOST]
            for w, found in out.items()}


def mixed(x):
    """stm_mix64 of src/base/hash.h."""
    x ^= x >> 30
    x = x * 0xbf58476d1ce4e5b9 & FULL
    x ^= x >> 27
    x = x * 0x94d049bb133111eb & FULL
    return x ^ x >> 31


def hash_of(word):
    """The lowest 32 bits of stm_hash_bytes."""
    raw = word.encode()
    h = mixed(len(raw) + GOLDEN & FULL)
    whole = len(raw) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(raw[at:at + 8], "little")
        h = mixed(h * GOLDEN + part & FULL)
    rest = int.from_bytes(raw[whole:], "little")
    return mixed(h * GOLDEN + rest & FULL) & 0xffffffff


def write(table, out):
    one = {hash_of(w): w for w in sorted(table) if table[w]}  # of alike hashes
    table = {w: table[w] for w in one.values()}
    usual = sorted({s for e in table.values() for s, _ in e})
    number = {s: i for i, s in enumerate(usual)}
    words = sorted(table, key=hash_of)
    flat = [e for w in words for e in table[w]]
    starts, at = [0], [0]
    for s in usual:
        starts.append(starts[-1] + len(s))
    for w in words:
        at.append(at[-1] + len(table[w]))
    out.write(b"STMSYN1\0" + struct.pack("<4I", len(usual), len(words),
                                         len(flat), starts[-1]))
    out.write(struct.pack("<%dI" % len(starts), *starts))
    out.write("".join(usual).encode())
    out.write(struct.pack("<%dI" % len(words), *map(hash_of, words)))
    out.write(struct.pack("<%dI" % len(at), *at))
    out.write(struct.pack("<%dH" % len(flat), *(number[s] for s, _ in flat)))
    out.write(bytes(max(0, min(255, round((TOP - x) * STEPS))) for _, x in flat))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    net = WordNet(Path(sys.argv[1]), read_words(sys.argv[2]))
    write(entries(net), sys.stdout.buffer)


if __name__ == "__main__":
    main()
