"""Figures of characters cut in a file's bytes: what comes back, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from random import Random
from typing import NamedTuple

from opencc import OpenCC

from reader import restore
from reader.formats.decode import decode
from reader.text.document import Repair
from reader.text.errors import ReaderError
from tests.bench import corpus, questions
from tests.bench.figure import Figure
from tests.damage import cut

_SURE = 0.9


class _Scored(NamedTuple):
    way: str
    repair: Repair | None  # of the cut character
    right: bool  # the text is what it was before
    offered: bool  # it is, or the character is among the alternatives


def figures() -> list[Figure]:
    """Measure on the laws."""
    return [*_cut_characters(), *_guesses(), _asked()]


def _cut_characters() -> list[Figure]:
    scored = _scored()
    applied = [one for one in scored if one.repair is not None and one.repair.applied]
    sure = [one for one in applied if one.repair is not None and one.repair.confidence >= _SURE]
    wrong = sum(not one.right for one in sure)
    proposed = [one for one in scored if one.repair is not None and not one.repair.applied]
    offered = sum(one.offered for one in proposed)
    right = sum(one.right for one in applied)
    groups: dict[str, list[_Scored]] = defaultdict(list)
    for one in applied:
        groups[one.way].append(one)
    ways = ", ".join(
        f"{way} {sum(one.right for one in group) / len(group):.0%}"
        for way, group in sorted(groups.items())
    )
    return [
        _share(
            f"cut characters put back, rightly so, of {len(scored):,} cut ({ways})",
            right,
            len(applied),
            0.93,
        ),
        _share("cut characters put back at all", len(applied), len(scored), 0.8),
        Figure(
            f"wrong, of {len(sure):,} cut characters put back with confidence >= {_SURE}",
            f"{wrong / max(1, len(sure)):.2%} ({wrong})",
            "<= 1%",
            wrong <= 0.01 * len(sure),
        ),
        _share("cut characters only proposed: the right one is shown", offered, len(proposed), 0.6),
    ]


def _share(name: str, part: int, whole: int, reach: float) -> Figure:
    share = part / max(1, whole)
    value = f"{share:.1%} ({part:,} of {whole:,})"
    return Figure(name, value, f">= {reach:.0%}", share >= reach)


@cache
def _scored() -> tuple[_Scored, ...]:
    random = Random("cut")
    convert = OpenCC("s2t").convert
    found: list[_Scored] = []
    for text in corpus.to_damage():
        for way in cut.WAYS.values():
            found += _score(way(text, random))
        found += _score(cut.line_end(text, random))
        found += _score(cut.line_end(convert(text).replace("爲", "為"), random, "big5"))
    return tuple(found)


def _score(case: cut.Cut | None) -> list[_Scored]:
    """Open the bytes and compare with the same text opened whole."""
    if case is None:
        return []
    try:
        text, origin = decode(case.data)
    except ReaderError:
        return [_Scored(case.way, None, False, False)]
    document = restore(text, origin=origin)
    repair = next((one for one in document.repairs if one.rule == "slip.cut"), None)
    right = document.text == restore(case.truth).text
    offered = right
    if repair is not None:
        shown = {repair.after, *(one.text for one in repair.alternatives[:5])}
        offered = not shown.isdisjoint(
            {case.char, restore(case.truth).text[len(case.before) :][:1]}
        )
    return [_Scored(case.way, repair, right, offered)]


def _guesses() -> list[Figure]:
    """Put U+FFFD in place of a character, and also where nothing is missing."""
    random = Random("guesses")
    proposed = right = none_missing = applied = 0
    texts = corpus.to_damage()
    for text in texts:
        at = random.choice(
            [at for at in range(4, len(text) - 4) if "\u4e00" <= text[at] <= "\u9fff"]
        )
        damaged = text[:at] + "\ufffd" * random.choice((1, 2, 3)) + text[at + 1 :]
        document = restore(damaged)
        guesses = [one for one in document.repairs if one.rule == "slip.guessed"]
        proposed += len(guesses)
        right += sum(one.after == text[at] for one in guesses)
        applied += document.text != damaged
        broken = restore(text[:at] + "\ufffd" + text[at:])
        none_missing += any(one.rule == "slip.guessed" for one in broken.repairs)
    return [
        _share(
            f"right, of {proposed} proposed for {len(texts)} characters of which no byte is left",
            right,
            proposed,
            0.95,
        ),
        Figure(
            f"the same proposed where nothing is missing, of {len(texts)}",
            f"{none_missing}",
            "<= 1%",
            none_missing <= 0.01 * len(texts),
        ),
        Figure(
            f"texts changed by a loss of which no byte is left, of {len(texts)}",
            f"{applied}",
            "<= 5%",
            applied <= 0.05 * len(texts),
        ),
    ]


def _asked() -> Figure:
    texts = questions.paragraphs()
    changed = proposed = 0
    for text in texts:
        guessed = [one for one in restore(text).repairs if one.rule == "slip.guessed"]
        proposed += bool(guessed)
        changed += any(one.applied for one in guessed)
    name = (
        f"clean paragraphs with question marks in which one is taken for a loss, of {len(texts):,}"
    )
    return Figure(name, f"{changed} changed, {proposed} with a proposal", "0 changed", not changed)
