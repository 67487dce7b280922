"""The profile of a document: whether it is spun or glossed, and whether its marks were folded.

It is counted once over the document (samples of a long one) before anything is repaired, so that
the repair of one paragraph does not depend on that of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language import forms, glosses
from reader.language.foreign import GENERAL, find_language_shares, may_be_foreign
from reader.language.hanzi import HANZI
from reader.language.ngram import CharacterModel
from reader.language.other_languages import is_other_language
from reader.language.text_kind import GENERAL_SHARES, find_shares, is_spun, share_of
from reader.language.text_signs import read_signs
from reader.repair import calibration
from reader.repair.source_code import without_code
from reader.text.evidence import Evidence
from reader.text.lazy_pattern import lazy_pattern

_TONED_ENOUGH = 4.0  # log odds that glosses with tones must reach alone: about twenty glosses
_HALF_OF_ALL = 0.5  # share of traditional characters that a traditional text has at least
_MANY = 0.4  # share of the text that says something about the document
_EACH_ONCE = 0.85  # share of different characters among the glossed ones
_READER = 0.5  # glosses per hanzi from which on a text with tones is a book for children
_SAMPLE = 24_000  # code points that are looked at
_PIECES = 8  # samples of a long text
# The mark comes first: a pattern that begins with a class is searched several times as fast.
_HALF = lazy_pattern(
    rf"[,;:?](?:(?<=[{HANZI}”》）)%％℃].)(?=[{HANZI}“《（(0-9A-Za-z]|$)"
    rf"|(?<=[0-9A-Za-z\"].)(?=[{HANZI}“《])|(?<=[{HANZI}][,:])(?=\"))",
    re.MULTILINE,
)
_HANZI = lazy_pattern(f"[{HANZI}]+")
_LEFT_ALONE = "。、“”"  # marks that crawlers do not fold
# A full-width mark after "?" was made by a cut: 確?！, 部署?；.
_FULL = lazy_pattern("[，；：？](?<![?\ufffd].)")
_HALF_OPEN = lazy_pattern(rf"\((?=[{HANZI}][^()\n]*\))")
_ENOUGH, _PLACES = 6, 3  # half-width marks, and paragraphs with one, that are no accident


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What was counted in a document, and what follows from it."""

    hanzi: int
    glosses: int
    half_marks: int
    full_marks: int
    gloss_score: float  # log odds that the glosses are damage
    folded: bool  # full-width marks were folded to half-width
    shares: tuple[float, ...] = GENERAL_SHARES  # of each model of text
    replacing: frozenset[str] = frozenset()  # forms that certainly are replacements somewhere
    languages: tuple[float, ...] = GENERAL  # shares of Chinese, Japanese and Korean
    foreign: bool = False  # the whole document is in another language: nothing is repaired in it

    @property
    def traditional(self) -> bool:
        """Whether a good part of the document is in traditional script."""
        return _share_of_traditional(self.shares) > _MANY

    @property
    def replaced(self) -> bool:
        """Whether a good part of the document is spun or traditional."""
        return _share_of_replaced(self.shares) > _MANY

    @property
    def spun(self) -> bool:
        """Whether a good part of the document is spun."""
        return _share_of_spun(self.shares) > _MANY

    @property
    def speaks_foreign(self) -> bool:
        """Whether any part of the document is in another language."""
        return self.languages != GENERAL

    @property
    def glossed(self) -> bool:
        """Whether the glosses are damage; a single one in clean text may be meant: 重(chóng)庆."""
        return self.gloss_score > 0

    @property
    def gloss_confidence(self) -> float:
        """How sure it is that a gloss is damage (0..1)."""
        return calibration.probability_of_gloss(self.gloss_score)

    @property
    def gloss_reason(self) -> Evidence:
        """The evidence that the glosses are damage, or may be meant."""
        if not self.glossed:
            return Evidence("gloss_lone")
        share = 100 * self.glosses / max(1, self.hanzi)
        return Evidence("gloss_density", (round(share) if share >= 1 else 0,))


@lru_cache(16)  # asked for each paragraph
def _share_of_traditional(shares: tuple[float, ...]) -> float:
    return share_of(shares, lambda model: model.traditional > _HALF_OF_ALL)


@lru_cache(16)
def _share_of_replaced(shares: tuple[float, ...]) -> float:
    return share_of(shares, lambda model: model.spun or model.traditional > _HALF_OF_ALL)


@lru_cache(16)
def _share_of_spun(shares: tuple[float, ...]) -> float:
    return share_of(shares, lambda model: model.spun)


UNKNOWN = DocumentProfile(0, 0, 0, 0, -1.0, False)
"""The profile of a document in which nothing was counted yet."""


def profile_document(text: str, model: CharacterModel) -> DocumentProfile:
    """Return the profile of a document; takes milliseconds for any size."""
    return profile_pieces([piece for _, piece in sample_document(text)], model)


def profile_pieces(pieces: Sequence[str], model: CharacterModel) -> DocumentProfile:
    """Return the profile of a document, given by some pieces of it."""
    total = hanzi = foreign = half = full = open_half = open_full = left_alone = 0
    score = 0.0
    untoned = 0
    half_places = set()
    glossed: set[str] = set()
    bare: list[str] = []
    for piece in pieces:
        hanzi += sum(map(len, _HANZI.findall(piece)))
        found = glosses.split_glosses(piece)
        total += len(found.starts)
        for end, at, reading in zip(found.ends, found.ats, found.readings, strict=True):
            untoned += reading.untoned
            char = piece[at]
            glossed.add(char)
            score += 1.2 if reading.untoned else 0.35
            if reading.repeated or piece[end - 2] in " \u3000":
                score += 4
            if forms.is_foreign(char):
                score += 3
                foreign += 1
        bare.append("".join(found.kept))
        sentences = without_code(bare[-1])
        full += len(_FULL.findall(sentences))
        left_alone += sum(map(sentences.count, _LEFT_ALONE))
        open_half += len(_HALF_OPEN.findall(sentences))
        open_full += sentences.count("（")
        for mark in _HALF.finditer(sentences):
            half += 1
            half_places.add(sentences.rfind("\n", 0, mark.start()))
    density = total / max(1, hanzi)
    score -= 2.5
    if untoned >= 2 and density > 0.03:
        score += 2
    if total and density < 0.004:
        score -= 2 + 0.35 * total
    if total and (foreign or any(map(forms.find_foreign_forms, bare))):
        score += 3
    elif not untoned:
        # 甪(lù)直, 马(Ma): an author glosses everything, or little, or each character only once. A
        # spinner works through a fixed list again and again.
        once = len(glossed) > _EACH_ONCE * total
        if density > _READER or score < _TONED_ENOUGH or once:
            score = min(score, -0.1)
    lines = [line for line in "\n".join(bare).splitlines() if line.strip()]
    signs = [read_signs(line, 0, model) for line in lines]
    replacing = frozenset[str]().union(*(one.convincing for one in signs))
    for number, line in enumerate(lines if replacing else ()):
        if not replacing.isdisjoint(line):
            signs[number] = read_signs(line, 0, model, replacing)
    shares = find_shares(signs, glossed=False)
    languages = find_language_shares(lines) if any(map(may_be_foreign, pieces)) else GENERAL
    in_spun = sum(one.hanzi for one in signs if is_spun(one, shares, glossed=False))
    spun = score > 0 or in_spun > _MANY * hanzi
    spread = half >= _ENOUGH and len(half_places) >= _PLACES and left_alone >= _PLACES
    more_half = half + open_half > full + open_full
    folded = more_half if spun else full == 0 and spread
    return DocumentProfile(
        hanzi,
        total,
        half,
        full,
        score,
        folded,
        shares,
        replacing,
        languages,
        is_other_language(lines, languages),
    )


def sample_document(text: str) -> list[tuple[int, str]]:
    """Return the whole text, or evenly spread samples of a long one; before each, where it begins.

    >>> [(start, len(piece)) for start, piece in sample_document("重庆" * 20_000)][-2:]
    [(31714, 3000), (36999, 3000)]
    """
    if len(text) <= _SAMPLE:
        return [(0, text)]
    size = _SAMPLE // _PIECES
    step = (len(text) - size) // (_PIECES - 1)
    return [(at, text[at : at + size]) for at in range(0, len(text) - size + 1, step)]
