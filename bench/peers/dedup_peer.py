"""One peer of `stemma dedup` over a file: near-duplicates at Jaccard .5 over
word 5-grams, 128 permutations, as its own manual does it.

usage: dedup_peer.py daft|rensa|gaoya|datasketch CORPUS.jsonl CLUSTERS

Writes {"ids": [...]} for each cluster; the first of each is the one kept. Pairs
that a band brings together are checked by their sketches where the library has
a call for that (all but daft).
"""
import json
import sys

THRESHOLD, HASHES, BANDS, GRAM = .5, 128, 32, 5
BATCH = 512


def documents(path):
    with open(path, "rb") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"]


def batches(path):
    batch = []
    for row in documents(path):
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def grams(text):
    words = text.lower().split()
    return [" ".join(words[i:i + GRAM])
            for i in range(max(1, len(words) - GRAM + 1))]


class Sets:
    def __init__(self):
        self.parent = []

    def find(self, i):
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a, b):
        a, b = sorted((self.find(a), self.find(b)))
        self.parent[b] = a


def write(path, ids, sets):
    groups = {}
    for i, name in enumerate(ids):
        groups.setdefault(sets.find(i), []).append(name)
    with open(path, "w") as out:
        for members in groups.values():
            if len(members) > 1:
                out.write(json.dumps({"ids": members}) + "\n")


def grouped(path, out, sketch, insert, candidates):
    """Each document is inserted, and joined to those before it that are near.
    """
    ids, sets = [], Sets()
    for batch in batches(path):
        for (name, _), m in zip(batch, sketch([t for _, t in batch])):
            number = len(ids)
            ids.append(name)
            sets.parent.append(number)
            for other in candidates(m):
                sets.join(number, other)
            insert(number, m)
    write(out, ids, sets)


def rensa(path, out):
    from rensa import RMinHash, RMinHashLSH
    lsh, kept = RMinHashLSH(THRESHOLD, HASHES, BANDS), []

    def insert(number, m):
        lsh.insert(number, m)
        kept.append(m)
    grouped(path, out,
            lambda texts: RMinHash.from_token_sets(
                [grams(t) for t in texts], HASHES, 42),
            insert, lambda m: [k for k in lsh.query(m)
                               if m.jaccard(kept[k]) >= THRESHOLD])


def datasketch(path, out):
    from datasketch import MinHash, MinHashLSH
    lsh, kept = MinHashLSH(threshold=THRESHOLD, num_perm=HASHES), []

    def sketch(texts):
        return MinHash.bulk([[g.encode() for g in grams(t)] for t in texts],
                            num_perm=HASHES)

    def insert(number, m):
        lsh.insert(number, m, check_duplication=False)
        kept.append(m)
    grouped(path, out, sketch, insert,
            lambda m: [k for k in lsh.query(m)
                       if m.jaccard(kept[k]) >= THRESHOLD])


def gaoya(path, out):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(32, THRESHOLD, BANDS, HASHES // BANDS, None,
                               "word", True, (GRAM, GRAM), "vec")
    ids, sets = [], Sets()
    for batch in batches(path):
        numbers = list(range(len(ids), len(ids) + len(batch)))
        index.par_bulk_insert_docs(numbers, [t for _, t in batch])
        ids += [name for name, _ in batch]
        sets.parent += numbers
    number = 0
    for batch in batches(path):
        for found in index.par_bulk_query([t for _, t in batch]):
            for other in found:
                sets.join(number, other)
            number += 1
    write(out, ids, sets)


def daft(path, out):
    import numpy
    from daft import col, read_json
    from daft.functions import minhash, normalize
    rows = HASHES // BANDS
    made = read_json(path).select("id", "text").select(
        col("id"), minhash(normalize(col("text"), remove_punct=True,
                                     lowercase=True, white_space=True),
                           num_hashes=HASHES, ngram_size=GRAM,
                           hash_function="xxhash").alias("sketch"))
    table = made.to_arrow()
    ids = table.column("id").to_pylist()
    flat = table.column("sketch").combine_chunks().flatten()
    matrix = numpy.asarray(flat).reshape(len(ids), BANDS, rows)
    sets = Sets()
    sets.parent = list(range(len(ids)))
    for band in range(BANDS):
        keys = numpy.ascontiguousarray(matrix[:, band]).view(
            f"V{rows * matrix.itemsize}").ravel()
        _, first, same = numpy.unique(keys, return_index=True,
                                      return_inverse=True)
        for i in numpy.flatnonzero(first[same] != numpy.arange(len(ids))):
            sets.join(int(i), int(first[same[i]]))
    write(out, ids, sets)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    {"daft": daft, "rensa": rensa, "gaoya": gaoya, "datasketch": datasketch}[
        sys.argv[1]](*sys.argv[2:])
