"""Signs put inside words against copying: 自?己 is 自己, 市.委 is 市委; 走?不走, 卡尔·马克思 stay.

Nobody asks or stops inside a word, so that each such place speaks for a page that was treated, and
each sign between two words against it. One place alone is only pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.language.ngram import CharacterModel
from reader.language.segment import is_listed, segment, tag_words
from reader.repair.calibration import (
    SHOWN,
    probability_of_torn_page,
    probability_of_torn_word,
    ratio_of,
)
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

# The sign comes first: a pattern that begins with a class is searched several times as fast.
_SIGN = re.compile(rf"[?.．·•・](?:(?<=[{HANZI}].)(?=[{HANZI}])|(?<=[{HANZI}] .)(?= [{HANZI}]))")
_ASIDE = re.compile(rf"(?<=[{HANZI}]) ?[?.．·•・] ?(?=[{HANZI}])")
_LAST, _FIRST = re.compile(f"[{HANZI}]*$"), re.compile(f"[{HANZI}]*")
_NUMERAL = frozenset("〇零一二三四五六七八九十百千万两甲乙丙丁上下")
_READ_AS = {"?": "？", ".": "·。、", "．": "·。、", "·": "·、", "•": "·、", "・": "·、"}
_NAME = ("nr", "ns", "nt", "nz")  # how jieba's classes of names begin
_NEAR = 8  # code points on each side that are looked at
_WIDE = 24  # the same with the signs among them
_MOST = 1_000  # places that say what a page is like
_LEAST, _LONE = 2.0, 8.0  # nats by which a word must be likelier than a mark; alone in a page
_POINTED_OUT = 0.25  # how likely signs in words must be on a page for one to be pointed out


class TornPlace(NamedTuple):
    """A sign between two hanzi, and the word that it splits ("" if none).

    `gain` is by how many nats the word is likelier than any mark that the sign may be. Signs that
    follow each other share their `chain`.
    """

    start: int
    end: int
    sign: str
    word: str
    gain: float
    chain: int


class TornWords:
    """Question marks and dots inside words."""

    name = "torn_words"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield the signs that split a word; they go where the page has several of them."""
        text = stretch.text
        found = list(_SIGN.finditer(text))
        if not found:
            return
        chains = _number_chains(text, found)
        for signs in ("?", ".．", "·•・"):
            numbers = [at for at, one in enumerate(found) if one[0] in signs]
            if not numbers:
                continue
            step = max(1, len(numbers) // _MOST)
            sample = [_weigh(text, found[at], chains[at], context.model) for at in numbers[::step]]
            torn = {one.word: one.chain for one in sample if one.gain >= _LEAST}
            words = len(set(torn.values()))
            others = sum(one.gain < _LEAST for one in sample)
            page = probability_of_torn_page(words, others)
            if page < _POINTED_OUT:
                continue
            inside = [at for at in numbers if stretch.low <= found[at].start() < stretch.high]
            for at in inside:
                yield from _propose(_weigh(text, found[at], chains[at], context.model), page, words)


def _propose(one: TornPlace, page: float, words: int) -> Iterator[Proposal]:
    if one.gain < _LEAST:
        return
    probability = min(page, probability_of_torn_word(one.gain))
    if probability < 0.5 and one.gain < _LONE:
        return
    reason = (
        Evidence("inside_word", (one.sign, one.word, words))
        if words > 1
        else Evidence("inside_word_lone", (one.sign, one.word))
    )
    yield Proposal(
        one.start,
        one.end,
        "",
        RepairKind.DEBRIS,
        "debris.inside_word",
        ratio_of(probability) if probability >= 0.5 else SHOWN,
        (reason,),
    )


def _number_chains(text: str, found: Sequence[re.Match[str]]) -> list[int]:
    """Return for each sign the number of its chain: the signs of 诚.信.第.一 are one ornament."""
    chains = [0] * len(found)
    for at, (one, other) in enumerate(pairwise(found), 1):
        apart = len(text[one.end() : other.start()].strip())
        chains[at] = chains[at - 1] + (apart > 1)
    return chains


def _weigh(text: str, found: re.Match[str], chain: int, model: CharacterModel) -> TornPlace:
    """Return what a sign splits, read as if no other sign stood near it."""
    sign = found[0]
    spaced = text[found.end()] == " "
    start, end = found.start() - spaced, found.end() + spaced
    left = _ASIDE.sub("", text[max(0, start - _WIDE) : start])[-_NEAR:]
    right = _ASIDE.sub("", text[end : end + _WIDE])[:_NEAR]
    word, gain = weigh_word(simplify_characters(left), simplify_characters(right), sign, model)
    return TornPlace(start, end, sign, word, gain, chain)


def weigh_word(left: str, right: str, sign: str, model: CharacterModel) -> tuple[str, float]:
    """Return the word across the border of two texts, and how much likelier it is than `sign`."""
    word = find_word_across(left, right)
    if not word or _is_asked(left, right) or _NUMERAL.issuperset(word):
        return "", 0.0
    if sign != "?" and any(one.startswith(_NAME) for one in tag_words(word)):
        return "", 0.0  # 哈利·波特 and 卡尔.马克思 have their dots; jieba knows 哈利波, too
    before, behind, after = f"\n\n\n{left}", right[:3], right[3:6]
    joined = model.text_cost(behind, before, after)
    marked = min(model.text_cost(mark + behind, before, after) for mark in _READ_AS[sign])
    return word, marked - joined


def find_word_across(left: str, right: str) -> str:
    """Return the word of the dictionary that begins in `left` and ends in `right`, or ""."""
    before, behind = _LAST.search(left), _FIRST.match(right)
    border = len(before[0]) if before else 0
    run = (before[0] if before else "") + (behind[0] if behind else "")
    return _find_across(run, border)


def _find_across(run: str, border: int) -> str:
    for low, high in segment(run):
        if low < border < high and is_listed(run[low:high]):
            return run[low:high]
    return ""


def _is_asked(left: str, right: str) -> bool:
    """Tell if the two sides may be a question and its answer: 走?不走, 是?是, 哈?哈."""
    return right[:1] == left[-1:] or (right[:1] in "不没" and right[1:2] == left[-1:])
