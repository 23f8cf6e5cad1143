"""Which lost versions no tree of the extant ones can do without.

Whether two words of two versions are the same word the generator knows: every
word has a number from when it was written, and keeps it in all copies, whatever
a spinner puts for it. So the extant versions are collated without a fault, and
what the lost ones had at least follows from them: a word is written once and
may be dropped often, so a lost version has it where it lies between two that
have it (Dollo parsimony). A tree is as long as its edges have changed stretches.
A lost version is needed where the tree is longer by one stretch or more whatever
neighbour is put in its place.

What families.py calls provable asks the lost versions for their words; this asks
the extant ones alone.
"""
import collections
import itertools


class Word(str):
    """A word as it was written once; a copy of it has its number."""

    numbers = itertools.count(1)

    def __new__(cls, text, number=None):
        word = super().__new__(cls, text)
        word.number = next(cls.numbers) if number is None else number
        return word


def rows(versions):
    """The words of each version as ascending places in one order of all."""
    after, lists = {0: None}, [[w.number for s in v for w in s]
                               for v in versions]
    for numbers in lists:
        last = 0
        for n in numbers:
            if n not in after:
                after[n], after[last] = after[last], n
            last = n
    place, at = {}, 0
    while at is not None:
        place[at] = len(place)
        at = after[at]
    return [frozenset(place[n] for n in numbers) for numbers in lists]


def near_of(edges):
    near = collections.defaultdict(set)
    for u, v in edges:
        near[u].add(v)
        near[v].add(u)
    return near


def readings(near, extant):
    """What all nodes have: of those that are not extant, what two of their
    neighbours or what lies behind these have."""
    known = {}

    def behind(x, y):
        if (x, y) not in known:
            known[x, y] = extant[y] if y in extant else frozenset().union(
                *(behind(y, z) for z in near[y] if z != x))
        return known[x, y]
    out = dict(extant)
    for x in near:
        if x not in extant:
            count = collections.Counter(
                itertools.chain.from_iterable(behind(x, y) for y in near[x]))
            out[x] = frozenset(w for w, n in count.items() if n > 1)
    return out


def stretches(a, b):
    """Changed stretches between two versions; one ends where both agree."""
    count, inside = 0, False
    for w in sorted(a | b):
        changed = (w in a) != (w in b)
        count += changed and not inside
        inside = changed
    return count


def length(edges, extant):
    have = readings(near_of(edges), extant)
    return sum(stretches(have[u], have[v]) for u, v in edges)


def needed(tree, lost, versions):
    """The lost versions of `tree`, parents by version, that are needed."""
    all_rows = rows(versions)
    extant = {v: all_rows[v] for v in tree if v not in lost}
    edges = [(p, v) for v, p in tree.items() if p is not None]
    near, whole, out = near_of(edges), length(edges, extant), set()
    for x in lost:
        merged = [[(n if u == x else u, n if v == x else v)
                   for u, v in edges if {u, v} != {x, n}] for n in near[x]]
        if all(length(m, extant) > whole for m in merged):
            out.add(x)
    return out
