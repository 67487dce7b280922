"""Text in the wrong encoding, whole or in runs: which runs are believed, and their edits.

A run counts on its own only if it reads far better as Chinese (`SURE` nats); once a document has
given itself away, short runs that were misread in the same way follow at `KNOWN`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from reader.codepages.as_gbk import TRIGGER as GBK_TRIGGER
from reader.codepages.as_gbk import WEAK as GBK_WEAK
from reader.codepages.as_gbk import gbk_readings
from reader.codepages.latin import TRIGGER as LATIN_TRIGGER
from reader.codepages.latin import WEAK as LATIN_WEAK
from reader.codepages.latin import latin_readings
from reader.codepages.reading import KNOWN, SURE, EditMaker, Reading
from reader.repair.lines import lines_with
from reader.text.align import Edit

Tick = Callable[[], None]

_PROOF = 12  # hanzi that were misread for sure, from which on the document is known for it
_DEEPEST = 3  # misreadings one upon the other
_SHORTEST = 2  # hanzi of a run that counts on its own


def find_mojibake(
    text: str, low: int = 0, high: int | None = None, tick: Tick | None = None
) -> list[Edit]:
    """Return the edits that restore misread runs in the lines that reach into text[low:high].

    `tick` is called between lines, some times a second. Clean text costs a search or two.
    """
    high = len(text) if high is None else high
    lines = lines_with(text, low, high, (LATIN_TRIGGER, GBK_TRIGGER))
    found: dict[int, tuple[str, list[Reading]]] = {}
    for at, line in lines:
        if tick is not None:
            tick()
        readings = [one for one in _line(line, None, _DEEPEST) if one.hanzi >= _SHORTEST]
        if readings:
            found[at] = line, readings
    known = _known(found)
    if known is not None:
        weak = GBK_WEAK if known.read == "GBK" and not known.again else LATIN_WEAK
        for at, line in lines_with(text, low, high, (weak,)):
            if tick is not None:
                tick()
            _look_again(found, at, line, known)
    return _edits(found, known)


def _line(line: str, known: Reading | None, deep: int) -> list[Reading]:
    """Return the runs of a line, of whichever view explains more of it."""

    def inner(text: str) -> list[Reading]:
        if deep <= 1 or not (LATIN_TRIGGER.search(text) or GBK_TRIGGER.search(text)):
            return []
        return [one for one in _line(text, None, deep - 1) if one.gain >= SURE]

    latin: list[Reading] = []
    gbk: list[Reading] = []
    if known is None or known.read != "GBK" or known.again:
        latin = list(latin_readings(line, known, inner))
    if known is None or known.read == "GBK":
        gbk = list(gbk_readings(line, known is not None))
    kept: list[Reading] = []
    for one in sorted((*latin, *gbk), key=lambda reading: -reading.gain):
        start, end = one.span
        if all(end <= other.span[0] or other.span[1] <= start for other in kept):
            kept.append(one)
    return kept


def _known(found: dict[int, tuple[str, list[Reading]]]) -> Reading | None:
    """Return a run that was misread as most of the document was, None if too few were."""
    hanzi: Counter[tuple[object, ...]] = Counter()
    example: dict[tuple[object, ...], Reading] = {}
    for _, readings in found.values():
        for one in readings:
            if one.gain >= SURE:
                hanzi[one.way] += one.hanzi
                example[one.way] = one
    if not hanzi:
        return None
    way, number = hanzi.most_common(1)[0]
    return example[way] if number >= _PROOF else None


def _look_again(
    found: dict[int, tuple[str, list[Reading]]], at: int, line: str, known: Reading
) -> None:
    """Read a line as the document was misread, where nothing better is known about it."""
    before = found.get(at, (line, []))[1]
    if any(one.gain >= SURE for one in before):
        return
    readings = [one for one in _line(line, known, _DEEPEST) if one.way == known.way]
    if known.read != "GBK" or known.again:
        # Where other letters are left it is a line of French in a document of misread Chinese.
        at_letters = {letter.start() for letter in LATIN_WEAK.finditer(line)}
        for one in readings:
            for part in one.parts:
                at_letters.difference_update(range(part.start, part.end))
        if at_letters:
            return
    if readings:
        found[at] = line, readings


def _edits(found: dict[int, tuple[str, list[Reading]]], known: Reading | None) -> list[Edit]:
    maker = EditMaker()
    edits: list[Edit] = []
    for at, (_, readings) in sorted(found.items()):
        edits += _edits_of_line(readings, at, known, maker)
    return edits


def _edits_of_line(
    readings: list[Reading], at: int, known: Reading | None, maker: EditMaker
) -> Iterator[Edit]:
    for one in sorted(readings, key=lambda reading: reading.parts[0].start):
        needed = KNOWN if known is not None and one.way == known.way else SURE
        if one.gain >= needed - 6 and one.gain > 0:
            yield from maker.edits(one, at, needed)
