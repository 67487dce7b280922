"""Near-duplicates: which pages are scrapes of one text, and which of them is best restored.

Each clean text becomes a signature of MinHash over its runs of five letters; marks and spaces do
not count, as crawlers fold them. Pages that agree in one band of their signatures are compared, as
in LSH; the bands lie on the disk, one file each, and are sorted one after the other, so that a
million pages take little more memory than a thousand: 30 bytes a page while a band is sorted.

Measured on laws, news and an encyclopedia, each text damaged in six ways and restored: scrapes of
one text share 86 % and more of their runs, the two most alike of 2,900 different laws 65 %. A
scrape that was cut off, or has lost many characters, shares less, but nearly all it has: the most
that one of two different laws has of the other is 83 %.
"""

from __future__ import annotations

import heapq
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from reader.batch.archive.report_tally import class_of
from reader.batch.archive.row import Damage, PageRow

if TYPE_CHECKING:
    from numpy import bool_, int64, uint16, uint32, uint64
    from numpy.typing import NDArray

SIMILAR = 0.75
"""The share of their runs from which on two texts are taken for one, as signatures estimate it."""
INSIDE, ROUGHLY = 0.92, 0.6
"""Two texts are also taken for one where so much of the shorter is in the longer, and they share so
much altogether: that one is no more than two thirds longer."""
SHORTEST = 40
"""Letters that a page must have to be compared: an error message is no text."""
PACKAGE = "datasketch"
"""What makes signatures; it comes with jingdu[batch]."""

_RUN = 5  # letters
_LONGEST = 200_000  # letters that are looked at; a book is known by its first part
_PERMUTATIONS = 128  # the estimate is off by 0.04 at most two times out of three
_BANDS, _ROWS = 25, 5  # two texts that share 60 % meet in a band with 87 %, 75 % nearly always
_WHOLE = 0.9  # of the runs of the longest copy, else a page is no whole copy
_AT_ONCE = 512  # signatures that are written together
_ROWS_AT_ONCE = 4_096  # signatures that are compared together
_PIECE = 256  # runs that are permuted together: they stay in the cache
_BEGINNING = 40  # code points of a text by which a reader knows it
_NO_LETTERS = re.compile("[^\\w\0]+|_+")
# What stands where characters are lost: what is around it was never one run.
_LOST = re.compile("\0+|[?\ufffd]+|(?:锟斤拷)+")
_TRIED = 200  # groups in a chain of pages: a million pages of one template must not take hours
_LISTED = 12  # pages of a group


class Copy(NamedTuple):
    """A page of a group, as the report names it."""

    page: str
    source: str
    position: int
    damage: str
    lost: int
    undecided: int
    lowest: float | None
    beginning: str


class Group(NamedTuple):
    """Scrapes of one text: how many there are, and some of them, the best restored first."""

    size: int
    copies: tuple[Copy, ...]


class Copies(NamedTuple):
    """What was found: how many pages were compared, in how many groups how many of them are."""

    compared: int
    groups: int
    pages: int
    largest: tuple[Group, ...]


def can_find_copies() -> bool:
    """Tell if what makes signatures is installed."""
    return find_spec(PACKAGE) is not None


class CopyFinder:
    """Takes pages one by one, then finds those that are scrapes of one text.

    The best restored of a group is a whole copy, not one that lacks a tenth of the longest. Of
    those it has the fewest lost places, then the fewest undecided ones, then the highest lowest
    confidence; of equals it is the first. A group is the pages that are like it.
    """

    def __init__(self, folder: Path) -> None:
        """Begin without any. What is kept of each page lies in `folder`, in files without names.

        Raises OSError.
        """
        self._files = ExitStack()
        self._bands = [self._open(folder) for _ in range(_BANDS)]
        self._signatures = self._open(folder)
        self._names = self._open(folder)
        self._facts = self._open(folder)
        self._names_end = 0
        self._waiting: list[NDArray[uint32]] = []
        self._count = 0
        self._sign = _Signer()

    def add(self, row: PageRow) -> None:
        """Take a page into account, unless it was not repaired or holds too little text.

        Raises OSError.
        """
        if row.clean is None or class_of(row) in (Damage.FAILED, Damage.ASIDE):
            return
        letters = _NO_LETTERS.sub("", _LOST.sub("\0", row.clean))[:_LONGEST]
        if len(letters) < SHORTEST:
            return
        runs = _hash_runs(letters)
        if len(runs) <= SHORTEST - _RUN:
            return
        self._waiting.append(self._sign(runs))
        words = " ".join(row.clean[: 4 * _BEGINNING].split())
        beginning = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING]}…"
        copy = Copy(
            row.page, row.source, row.position, row.damage,
            row.lost, row.undecided, row.lowest, beginning,
        )  # fmt: skip
        name = json.dumps(copy).encode()
        sure = 1.0 if row.lowest is None else row.lowest
        fact = _Fact(self._names_end, len(name), len(runs), row.lost, row.undecided, sure)
        self._names.write(name)
        self._facts.write(fact.pack())
        self._names_end += len(name)
        self._count += 1
        if len(self._waiting) == _AT_ONCE:
            self._write()

    def find(self, most: int) -> Copies:
        """Return the groups, of which the `most` largest are named. Raises OSError."""
        self._write()
        for file in (*self._bands, self._signatures, self._names, self._facts):
            file.flush()
        if not self._count:
            return Copies(0, 0, 0, ())
        import numpy as np

        # Views of plain arrays: each look into a mapped one would make another of its kind.
        signatures = np.asarray(
            np.memmap(self._signatures, np.uint16, "r", shape=(self._count, _PERMUTATIONS))
        )
        facts = np.asarray(np.memmap(self._facts, _Fact.layout(), "r", shape=(self._count,)))
        compare = _Comparison(signatures, facts["runs"])
        roots = _join_similar(self._read_bands(), compare, self._count)
        groups = pages = 0
        largest: list[tuple[int, int, NDArray[int64]]] = []
        for members in _split(roots, facts, compare):
            groups, pages = groups + 1, pages + len(members)
            # Of two that are as large the one whose best page came first.
            entry = (len(members), -int(members[0]), members[:_LISTED].copy())
            (heapq.heappush if len(largest) < most else heapq.heappushpop)(largest, entry)
        found = sorted(largest, key=lambda one: (-one[0], -one[1]))
        named = tuple(Group(one[0], tuple(self._name(facts, one[2]))) for one in found)
        return Copies(self._count, groups, pages, named)

    def close(self) -> None:
        """Give back what is on the disk."""
        self._files.close()

    def _open(self, folder: Path) -> IO[bytes]:
        return self._files.enter_context(TemporaryFile(dir=folder))

    def _write(self) -> None:
        """Write the signatures that wait, and the keys of their bands."""
        if not self._waiting:
            return
        import numpy as np

        signatures = np.array(self._waiting, np.uint32)
        self._waiting.clear()
        # Half of each value: of 128 that are drawn at random two are then alike by chance, in 65536
        self._signatures.write(signatures.astype(np.uint16).tobytes())
        rows = signatures[:, : _BANDS * _ROWS].astype(np.uint64).reshape(-1, _BANDS, _ROWS)
        keys = np.zeros(rows.shape[:2], np.uint64)
        for row in range(_ROWS):
            keys = _mix(keys, rows[:, :, row])
        for file, band in zip(self._bands, keys.T, strict=True):
            file.write(band.tobytes())

    def _read_bands(self) -> Iterator[NDArray[uint64]]:
        import numpy as np

        for file in self._bands:
            file.seek(0)
            yield np.frombuffer(file.read(), np.uint64)

    def _name(self, facts: NDArray[Any], members: NDArray[int64]) -> Iterator[Copy]:
        for member in members:
            fact = facts[member]
            self._names.seek(int(fact["at"]))
            yield Copy(*json.loads(self._names.read(int(fact["length"]))))


class _Fact(NamedTuple):
    """What is kept of each page beside its signature: where its name is, and how well it is."""

    at: int
    length: int
    runs: int
    lost: int
    undecided: int
    lowest: float

    def pack(self) -> bytes:
        import numpy as np

        return np.array([tuple(self)], self.layout()).tobytes()

    @staticmethod
    def layout() -> list[tuple[str, str]]:
        names = ("at", "length", "runs", "lost", "undecided", "lowest")
        return list(zip(names, ("<u8", "<u4", "<u4", "<u4", "<u4", "<f8"), strict=True))


class _Signer:
    """Makes the signature of a text; the same in every process, as all seeds are fixed."""

    def __init__(self) -> None:
        from datasketch import MinHash

        self._empty = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)

    def __call__(self, runs: NDArray[uint32]) -> NDArray[uint32]:
        """Return the signature of a text, of which the runs are given as numbers."""
        minhash = self._empty.copy()
        numbers = runs.tolist()
        for at in range(0, len(numbers), _PIECE):
            minhash.update_batch(numbers[at : at + _PIECE])
        signature: NDArray[uint32] = minhash.hashvalues
        return signature


def _hash_runs(letters: str) -> NDArray[uint32]:
    """Return a number for each different run of letters; none goes over what is lost (U+0000)."""
    import numpy as np

    codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32)
    count = len(codes) - _RUN + 1
    hashes = np.zeros(count, np.uint64)
    for at in range(_RUN):
        hashes = _mix(hashes, codes[at : at + count].astype(np.uint64))
    if not codes.all():
        gone = np.concatenate(([0], np.cumsum(codes == 0)))
        hashes = hashes[gone[_RUN:] == gone[:-_RUN]]
    return np.unique((hashes >> np.uint64(16)).astype(np.uint32))


def _mix(hashes: NDArray[uint64], values: NDArray[uint64]) -> NDArray[uint64]:
    """Return hashes with one more value each."""
    import numpy as np

    mixed: NDArray[uint64] = (hashes ^ values) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    return mixed


class _Comparison:
    """Tells by their signatures which pages are copies of one text."""

    def __init__(self, signatures: NDArray[uint16], runs: NDArray[uint32]) -> None:
        self._signatures = signatures
        self._runs = runs

    def __call__(self, page: int64, others: NDArray[int64]) -> NDArray[bool_]:
        """Tell for each of the others if it is a copy as a page is; a page is like itself."""
        import numpy as np

        own = self._signatures[page]
        pieces = [
            np.count_nonzero(self._signatures[others[at : at + _ROWS_AT_ONCE]] == own, axis=1)
            for at in range(0, len(others), _ROWS_AT_ONCE)
        ]
        shared = np.concatenate(pieces) / _PERMUTATIONS
        size, sizes = self._runs[page].astype(float), self._runs[others].astype(float)
        inside = shared / (1 + shared) * (size + sizes) / np.minimum(size, sizes)
        found: NDArray[bool_] = (shared >= SIMILAR) | ((shared >= ROUGHLY) & (inside >= INSIDE))
        return found


def _join_similar(
    bands: Iterable[NDArray[uint64]], compare: _Comparison, count: int
) -> NDArray[int64]:
    """Return for each page the first of those that it is joined with.

    Pages whose keys agree in a band are compared with the first of them, what is unlike it with
    the first of those, and so on.
    """
    import numpy as np

    roots: NDArray[int64] = np.arange(count)
    for keys in bands:
        order = np.argsort(keys, kind="stable")
        firsts = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]]))
        sizes = np.diff(firsts, append=count)
        joined = roots[order]
        apart = np.minimum.reduceat(joined, firsts) != np.maximum.reduceat(joined, firsts)
        for first, size in zip(firsts[apart].tolist(), sizes[apart].tolist(), strict=True):
            left = order[first : first + size]
            for _ in range(_TRIED):
                if len(left) < 2:
                    break
                alike = compare(left[0], left)
                same = left[alike]
                low = min(_root(roots, int(one)) for one in same)
                for one in same:
                    roots[_root(roots, int(one))] = low
                left = left[~alike]
        while (roots != (above := roots[roots])).any():
            roots = above
    return roots


def _root(roots: NDArray[int64], page: int) -> int:
    above = int(roots[page])
    while above != page:
        page, above = above, int(roots[above])
    return page


def _split(
    roots: NDArray[int64], facts: NDArray[Any], compare: _Comparison
) -> Iterator[NDArray[int64]]:
    """Yield groups of pages, the best restored first and then all that are like it.

    Joining makes chains, in which the ends have little in common: each is cut into such groups.
    What is left of a very long chain after some groups is in none.
    """
    import numpy as np

    order = np.argsort(roots, kind="stable")
    firsts = np.flatnonzero(np.diff(roots[order], prepend=-1))
    sizes = np.diff(firsts, append=len(roots))
    several = sizes > 1
    for first, size in zip(firsts[several].tolist(), sizes[several].tolist(), strict=True):
        members = order[first : first + size]
        known = facts[members]
        is_part = known["runs"] < _WHOLE * known["runs"].max()
        keys = (members, -known["lowest"], known["undecided"], known["lost"], is_part)
        left = members[np.lexsort(keys)]
        for _ in range(_TRIED):
            if len(left) < 2:
                break
            alike = compare(left[0], left)
            if alike.sum() > 1:
                yield left[alike]
            left = left[~alike]
