"""Signs put inside words against copying: 自?己 is 自己, 市.委 is 市委; 走?不走, 卡尔·马克思 stay.

Nobody asks or stops inside a word, so that each such place speaks for a page that was treated, and
each sign between two words against it. One place alone is only pointed out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.language.ngram import BOUNDARY, CharacterModel
from reader.language.segment import is_listed, segment, tag_words
from reader.repair.calibration import (
    SHOWN,
    probability_of_torn_page,
    probability_of_torn_word,
    ratio_of,
)
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.page_signs import SignPlace, propose_places
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_ASIDE = lazy_pattern(rf"(?<=[{HANZI}]) ?[?.．·•・] ?(?=[{HANZI}])")
_LAST, _FIRST = lazy_pattern(f"[{HANZI}]*$"), lazy_pattern(f"[{HANZI}]*")
_NUMERAL = frozenset("〇零一二三四五六七八九十百千万")
_NAME = ("nr", "ns", "nt", "nz")  # how jieba's classes of names begin
_NEAR = 8  # code points on each side that are looked at
_WIDE = 24  # the same with the signs among them
_MOST = 1_000  # places that say what a page is like
# Nats by which the sides of a mark must be likelier together, for a word to be looked for: the two
# characters, and all that is near.
_TIED_LEAST, _TIED = 1.0, 3.0
_CHAIN = 3  # code points between two signs of a chain, with another sign between them
_SEVERAL = 2  # words
_ROW = 2  # signs with one character between each two
_LONE = 8.0  # nats by which a word must be likelier than a mark, to be pointed out alone
_POINTED_OUT = 0.25  # how likely signs in words must be on a page for one to be pointed out


class _Sort(NamedTuple):
    """Signs of one sort, the marks that they may be, and if every page has them.

    A word is `least` nats likelier than any of these marks, to be split. Some
    have a space on each side at times (`spaced`).
    """

    signs: str
    read_as: str
    least: float = 2.0
    is_mark: bool = False
    spaced: bool = False


_ASKED = _Sort("?", "？")
_SORTS = (
    _ASKED,
    _Sort(".．", "·。、", spaced=True),
    _Sort("·•・", "·、", spaced=True),
    _Sort("。", "。", 6.0, is_mark=True),
    _Sort("，,", "，、", 6.0, is_mark=True),
)
# The sign comes first: a pattern that begins with a class is searched several times as fast.
_BETWEEN = lazy_pattern(
    rf"[{''.join(sort.signs for sort in _SORTS)}]"
    rf"(?:(?<=[{HANZI}].)(?=[{HANZI}])|(?<=[{HANZI}] .)(?= [{HANZI}]))"
)


class TornWords:
    """Question marks, dots, commas and full stops inside words."""

    name = "torn_words"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the signs that split a word; they go where the page has several of them."""
        text = stretch.text
        between: defaultdict[str, list[int]] = defaultdict(list)
        for one in _BETWEEN.finditer(text):
            between[one[0]].append(one.start())
        for sort in _SORTS:
            found = sorted(at for sign in sort.signs for at in between.get(sign, ()))
            if not sort.spaced:
                found = [at for at in found if text[at + 1] != " "]
            if not sort.is_mark:
                found = _without_emphasis(found)
            if found:
                yield from _propose(stretch, context.model, sort, found)


def _without_emphasis(found: Sequence[int]) -> list[int]:
    """Return the places but those in a row that alternates with characters.

    Such dots stress a phrase, as old books do (他·看·起·来·是·一·直), or adorn it.
    """
    kept: list[int] = []
    row: list[int] = []
    for at in [*found, sys.maxsize]:
        if row and at != row[-1] + 2:
            kept += row if len(row) < _ROW else []
            row = []
        row.append(at)
    return kept


def _propose(
    stretch: Stretch, model: CharacterModel, sort: _Sort, found: Sequence[int]
) -> Iterator[Proposal]:
    text = stretch.text
    sample = found[:: -(-len(found) // _MOST)]
    torn = list(_find_torn(text, sample, sort, model))
    gains = _weigh_words(text, torn)
    words = len(gains)
    page = probability_of_torn_page(gains, len(sample) - len(torn), is_mark=sort.is_mark)
    if page < _POINTED_OUT or (sort.is_mark and words < _SEVERAL):
        return
    inside = [at for at in found if stretch.low <= at < stretch.high]

    def weigh(one: SignPlace) -> float | None:
        probability = min(page, probability_of_torn_word(one.gain))
        if probability >= 0.5:  # as `decide` does
            return ratio_of(probability)
        return SHOWN if one.gain >= _LONE else None

    def explain(one: SignPlace) -> Evidence:
        sign = text[one.start : one.end].strip()
        if words >= _SEVERAL:
            return Evidence("inside_word", (sign, one.word, words))
        return Evidence("inside_word_lone", (sign, one.word))

    places = torn if inside == sample else _find_torn(text, inside, sort, model)
    yield from propose_places(places, RepairKind.DEBRIS, "debris.inside_word", weigh, explain)


def _weigh_words(text: str, torn: Sequence[SignPlace]) -> list[float]:
    """Return the gains of the different words that are split.

    The signs of 诚.信.第.一 are one ornament.
    """
    words: dict[str, int] = {}
    gains: dict[int, float] = {}
    chain = 0
    for at, one in enumerate(torn):
        between = text[torn[at - 1].end : one.start] if at else ""
        chain += not at or len(between) > _CHAIN or _ASIDE.sub("", between) == between
        words[one.word] = chain
        gains[chain] = max(one.gain, gains.get(chain, 0.0))
    return [gains[one] for one in sorted(set(words.values()))]


def _find_torn(
    text: str, found: Sequence[int], sort: _Sort, model: CharacterModel
) -> Iterator[SignPlace]:
    """Yield the places that split a word."""
    for at in _find_tied(text, found, model) if sort.is_mark else found:
        one = _weigh(text, at, sort, model)
        if one.gain >= sort.least:
            yield one


def _find_tied(text: str, found: Sequence[int], model: CharacterModel) -> list[int]:
    """Return the places with two characters beside them that may stand in one word: few marks.

    A text has thousands of marks, so that all are asked about at once. What is compared is the
    `attraction` of single characters.
    """
    beside = simplify_characters("".join([text[at - 1] + text[at + 1] for at in found]))
    ids = model.ids(beside)
    rarities = {char: model.rarity(char) for char in set(beside[1::2])}
    return [
        at
        for at, left, char, right in zip(found, ids[::2], beside[1::2], ids[1::2], strict=True)
        if rarities[char] - model.cost(BOUNDARY, left, right) >= _TIED_LEAST
    ]


def _weigh(text: str, at: int, sort: _Sort, model: CharacterModel) -> SignPlace:
    """Return what a sign splits, read as if no other sign stood near it."""
    spaced = text[at + 1] == " "
    start, end = at - spaced, at + 1 + spaced
    left, right = text[max(0, start - _WIDE) : start], text[end : end + _WIDE]
    if not sort.is_mark:
        left, right = _ASIDE.sub("", left), _ASIDE.sub("", right)
    left, right = simplify_characters(left[-_NEAR:]), simplify_characters(right[:_NEAR])
    word, gain = _weigh_word(left, right, sort, model)
    return SignPlace(start, end, "", word, gain)


def _weigh_word(left: str, right: str, sort: _Sort, model: CharacterModel) -> tuple[str, float]:
    """Return the word across the border of two texts, and how much likelier it is than a mark."""
    if sort.is_mark and model.attraction(left, right) < _TIED:
        return "", 0.0
    if _is_asked(left, right) or _is_date(left, right):
        return "", 0.0
    before, behind, after = f"\n\n\n{left}", right[:3], right[3:6]
    joined = model.text_cost(behind, before, after)
    marked = min(model.text_cost(mark + behind, before, after) for mark in sort.read_as)
    gain = marked - joined
    if gain < sort.least:  # most signs: no word is looked for, which takes the whole dictionary
        return "", 0.0
    word = find_word_across(left, right)
    if not word:
        return "", 0.0
    if sort is not _ASKED and any(one.startswith(_NAME) for one in tag_words(word)):
        return "", 0.0  # 哈利·波特 and 卡尔.马克思 have their dots; jieba knows 哈利波, too
    return word, gain


def find_word_across(left: str, right: str) -> str:
    """Return the word of the dictionary that begins in `left` and ends in `right`, or ""."""
    before, behind = _LAST.search(left), _FIRST.match(right)
    border = len(before[0]) if before else 0
    run = (before[0] if before else "") + (behind[0] if behind else "")
    for low, high in segment(run):
        if low < border < high and is_listed(run[low:high]):
            parts = run[low:border], run[border:high]
            # 体育赛事 is in the dictionary; 体育·赛事 is two words all the same.
            return "" if all(len(one) > 1 and is_listed(one) for one in parts) else "".join(parts)
    return ""


def _is_asked(left: str, right: str) -> bool:
    """Tell if the two sides may be a question and its answer: 走?不走, 是?是, 哈?哈."""
    return right[:1] == left[-1:] or (right[:1] in "不没" and right[1:2] == left[-1:])


def _is_date(left: str, right: str) -> bool:
    """Tell if the two sides may be a day that has a name: 五·七, 九·一八."""
    return left[-1:] in _NUMERAL and right[:1] in _NUMERAL
