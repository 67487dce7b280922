"""Half-width marks between hanzi, in documents whose full-width marks were folded.

和谐,稳定 -> 和谐，稳定; (试行) -> （试行）. 1.45万, 10:30, 3,600, Latin sentences and (GDP) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.hanzi import HANZI, IS_HANZI, is_hanzi
from reader.language.ngram import CharacterModel
from reader.repair.calibration import SHOWN, ratio_of
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.profile import DocumentProfile
from reader.repair.proposal import Proposal
from reader.repair.source_code import is_code
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_CLOSERS = "”’》〉）)】」』]％%℃"
_OPENERS = "“‘《〈（(【「『["
_MARK = re.compile("[,:;?!]")
_LEFT, _RIGHT = f"[{HANZI}{re.escape(_CLOSERS)}]", f"[{HANZI}{re.escape(_OPENERS)}]"
# A hanzi on one side is enough in 共23,其中 and 增长,5项; 好?好 needs both.
_FOLDED = lazy_pattern(
    rf"[,:;?!](?:(?<=[,:;])(?:(?<={_LEFT}.)|(?={_RIGHT}))"
    rf"|(?<={_LEFT}[?!])(?={_RIGHT}|[\"{re.escape(_CLOSERS)}]|\Z))"
)
_PARENTHESES = re.compile(r"\(([^()（）\n]{1,60})\)")
_RULE = "punctuation.full_width"
_WORD = 3.0  # nats by which two characters are likelier side by side if they are in one word
_ALL, _MOST = ratio_of(0.95), ratio_of(0.85)  # if all marks were folded, or most of them


class Marks:
    """Marks in a document whose marks were folded; if it has a few only, they are just shown."""

    name = "marks"
    kinds = frozenset((RepairKind.PUNCTUATION,))
    layer = Layer.PARAGRAPH

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a text may be proposed."""
        return _are_marks_looked_at(context.profile)

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each half-width mark that should be full-width."""
        profile = context.profile
        if not _are_marks_looked_at(profile):
            return
        rest = _shared_fields(profile)
        found = _find_folded(stretch.bare, context.model, parentheses=profile.folded)
        for at, mark in found:
            place = stretch.origin(at)
            yield Proposal(place, place + 1, mark, *rest)


def propose_mark_behind(
    before: str, text: str, at: int, profile: DocumentProfile
) -> list[Proposal]:
    """Return what becomes of a mark at text[at], behind a run out of step that becomes `before`.

    In 诖?,疲劳 the '?' is the second half of 此: the mark was folded, as it stands between hanzi.
    """
    mark = text[at : at + 1]
    if not before or mark == "?" or _MARK.match(mark) is None:  # at a "?" another run may begin
        return []
    left = IS_HANZI.match(before[-1]) or before[-1] in _CLOSERS
    right = text[at + 1 : at + 2]
    if not left or not (IS_HANZI.match(right) or right in _OPENERS or not right.strip()):
        return []
    ratio = _ALL if profile.folded and profile.full_marks == 0 else _MOST
    reason = Evidence("behind_run", (mark,))
    return [Proposal(at, at + 1, FULL_WIDTH[mark], RepairKind.PUNCTUATION, _RULE, ratio, (reason,))]


def _are_marks_looked_at(profile: DocumentProfile) -> bool:
    return profile.folded or (profile.half_marks > 0 and not profile.full_marks)


def _shared_fields(
    profile: DocumentProfile,
) -> tuple[RepairKind, str, float, tuple[Evidence, ...]]:
    """Return kind, rule, ratio and evidence, which all marks of a document share."""
    half, full = profile.half_marks, profile.full_marks
    ratio = SHOWN if not profile.folded else _ALL if full == 0 else _MOST
    reasons = (Evidence("folded_marks", (half, half + full)),)
    return RepairKind.PUNCTUATION, _RULE, ratio, reasons


def _find_folded(
    bare: str, model: CharacterModel, *, parentheses: bool
) -> Iterator[tuple[int, str]]:
    """Yield (offset, full-width mark) for each half-width mark that was folded."""
    if is_code(bare):
        return
    for found in _FOLDED.finditer(bare):
        at, mark = found.start(), found[0]
        if at and not (mark in "!?" and _is_in_word(bare, at, model)):
            yield at, FULL_WIDTH[mark]
    if not parentheses:
        return
    for found in _PARENTHESES.finditer(bare):
        if IS_HANZI.search(found[1]):
            yield found.start(), "（"
            yield found.end() - 1, "）"


def _is_in_word(bare: str, at: int, model: CharacterModel) -> bool:
    """Tell if bare[at] was put into a word against copying: 自?己 is no question."""
    return (
        is_hanzi(bare[at - 1])
        and is_hanzi(bare[at + 1 : at + 2])
        and model.attraction(bare[:at], bare[at + 1 :]) > _WORD
    )
