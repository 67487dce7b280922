"""Text decoded in the wrong encoding, whole or in runs: µÚÒ» is 第一, 鍔冲姩 is 劳动.

A run by itself is believed only if it is far likelier as Chinese (`SURE` nats). Once the document
is known to be misread in some way, short runs of the same kind need only `KNOWN`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reader.codepages.interpretation import KNOWN, SURE, InterpretedPart, RunInterpretation
from reader.codepages.reinterpret import interpret
from reader.codepages.step_budget import StepBudget
from reader.codepages.triggers import (
    any_letter,
    find_views,
    narrow_trigger,
    weak_trigger,
    wide_triggers,
)
from reader.codepages.twice import Inner
from reader.codepages.unread import find_rest
from reader.codepages.views import WIDE, View, narrow_views, view_of
from reader.codepages.where_valid import READ, interpret_where_valid
from reader.repair.calibration import SHOWN, probability_of_misreading, ratio_of
from reader.repair.lines import find_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_PROOF = 8  # certainly misread hanzi from which on the document is known to be misread
_DEEPEST = 3  # misreadings on top of each other
_SHORTEST = 2  # hanzi of a run that is believed by itself
_RULES = {
    ("GBK", "Windows-1252"): "encoding.gbk_as_latin",
    ("Big5", "Windows-1252"): "encoding.big5_as_latin",
    ("Big5-HKSCS", "Windows-1252"): "encoding.big5_as_latin",
    ("UTF-8", "Windows-1252"): "encoding.utf8_as_latin",
    ("UTF-8", "GBK"): "encoding.utf8_as_gbk",
}
_UNREAD = "encoding.unread"
_AS_NARROW, _AS_WIDE = "encoding.as_narrow", "encoding.as_wide"
_LOST = "encoding.lost"
_NOTHING = ratio_of(0.0)
_ODD, _LOSS = lazy_pattern(r"[?\ufffd]|[^\x00-\x7f]"), lazy_pattern("[?\ufffd]")
_LONG, _LEFT = 8, 2  # hanzi of a run that is no chance, and characters that it may leave
# Share of a line that it may leave where no other alphabet has its letters: what was ASCII stays.
_LEFT_OF_NARROW = 0.4
_STRANGE = 0.15  # share of these characters that the view lacks at most, beyond what all lack
_KEPT = 0.3  # share of a line's characters that the encoding must have in which a part was decoded


class Misread:
    """Texts, or runs of text, that were decoded in the wrong encoding."""

    name = "misread"
    kinds = frozenset((RepairKind.ENCODING,))
    layer = Layer.BYTES

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield what each part of a misread run was; clean text costs only a search or two."""
        text, low, high = stretch.text, stretch.low, stretch.high
        budget = StepBudget(stretch.steps)
        refused: dict[int, str] = {}
        found: dict[int, tuple[str, list[RunInterpretation]]] = {}
        for at, line in find_lines(text, low, high, (narrow_trigger(), *wide_triggers())):
            context.tick()
            before = budget.refused
            interpretations = [
                one
                for one in _interpret_line(line, None, _DEEPEST, budget)
                if one.hanzi >= _SHORTEST
            ]
            if budget.refused > before:
                refused[at] = line
            if interpretations:
                found[at] = line, interpretations
        known = _find_known(found)
        if known is not None:
            view = _outermost(known)
            weak = weak_trigger(view, "" if known.again else known.written)
            weak = weak if view.is_wide else any_letter(view)
            for at, line in find_lines(text, low, high, (weak,)):
                context.tick()
                before = budget.refused
                _look_again(found, at, line, known, budget)
                if budget.refused > before:
                    refused[at] = line
        stretch.steps_spent += budget.taken
        yield from _propose_runs(found, known)
        for at, line in refused.items():
            yield from _propose_not_searched(at, line)


def _interpret_line(
    line: str, known: RunInterpretation | None, deep: int, budget: StepBudget
) -> list[RunInterpretation]:
    """Return the runs of a line, in the encoding that explains most of it."""
    needed = SURE if known is None else KNOWN

    def inner(text: str) -> list[RunInterpretation]:
        if deep <= 1 or not _may_be_misread(text):
            return []
        return [one for one in _interpret_line(text, None, deep - 1, budget) if one.gain >= needed]

    if known is None:
        found = list(_interpret_views(line, inner, budget))
    else:
        found = list(interpret(line, _outermost(known), known, inner, budget))
    kept: list[RunInterpretation] = []
    taken: list[tuple[int, int]] = []  # the spans of these, sorted: a line may have 10,000
    for one in sorted(found, key=lambda interpretation: -interpretation.gain):
        start, end = one.span
        at = bisect_left(taken, (start, end))
        if (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0]):
            kept.append(one)
            taken.insert(at, (start, end))
    return kept


def _may_be_misread(text: str) -> bool:
    return any(pattern.search(text) for pattern in (narrow_trigger(), *wide_triggers()))


def _interpret_views(line: str, inner: Inner, budget: StepBudget) -> Iterator[RunInterpretation]:
    """Yield the runs of a line in each encoding in which it may have been decoded.

    Those that have more of its characters come first, until one of them explains all.
    """
    is_narrow = narrow_trigger().search(line) is not None
    views = _list_narrow_views(line) if is_narrow else []
    if any(pattern.search(line) for pattern in wide_triggers()):
        views += find_views(line, _KEPT, wide_only=True)
    for view in views:
        runs = list(interpret(line, view, None, inner, budget))
        yield from runs
        left = _count_left(line, runs)
        if left <= _LEFT or (not view.is_wide and left <= _LEFT_OF_NARROW * len(line)):
            return
    if is_narrow:
        yield from interpret_where_valid(line)


def _list_narrow_views(line: str) -> list[View]:
    """Return the views of one byte, those first that have more of the characters of a line.

    The one that it was decoded in has all that are not of another script, and hardly any other
    view does.
    """
    high = Counter(char for char in line if char >= "\x80")
    lacking = [(view.count_lacking(high), view) for view in narrow_views()]
    least = min(count for count, _ in lacking)
    most = least + _STRANGE * (high.total() - least)
    return [view for count, view in sorted(lacking, key=itemgetter(0)) if count <= most]


def _count_left(line: str, runs: Sequence[RunInterpretation]) -> int:
    """Return how much that is not ASCII in a line is in no long run that is sure."""
    sure = [one for one in runs if one.gain >= SURE and one.hanzi >= _LONG]
    inside = sum(
        char >= "\x80" for one in sure for part in one.parts for char in line[part.start : part.end]
    )
    return sum(char >= "\x80" for char in line) - inside


def _outermost(known: RunInterpretation) -> View:
    """Return the encoding in which a text was decoded last."""
    return view_of(known.outermost[1])


def _find_known(found: dict[int, tuple[str, list[RunInterpretation]]]) -> RunInterpretation | None:
    """Return a run that was misread in the most common way, None if there is too little."""
    hanzi: Counter[tuple[object, ...]] = Counter()
    example: dict[tuple[object, ...], RunInterpretation] = {}
    for _, interpretations in found.values():
        for one in interpretations:
            if one.gain >= SURE and one.read != READ:
                hanzi[one.way] += one.hanzi
                example[one.way] = one
    if not hanzi:
        return None
    way, number = hanzi.most_common(1)[0]
    return example[way] if number >= _PROOF else None


def _look_again(
    found: dict[int, tuple[str, list[RunInterpretation]]],
    at: int,
    line: str,
    known: RunInterpretation,
    budget: StepBudget,
) -> None:
    """Interpret a line again in the way in which the document is known to be misread."""
    before = found.get(at, (line, []))[1]
    if any(one.gain >= SURE for one in before):
        return
    interpretations = [
        one for one in _interpret_line(line, known, _DEEPEST, budget) if one.way == known.way
    ]
    view = _outermost(known)
    if not view.is_wide:
        # If other letters are left, it is a line of French in a document of misread Chinese.
        at_letters = {letter.start() for letter in weak_trigger(view).finditer(line)}
        for one in interpretations:
            for part in one.parts:
                at_letters.difference_update(range(part.start, part.end))
        if at_letters:
            return
    if interpretations or view.is_wide:
        found[at] = line, interpretations or before


def _propose_runs(
    found: dict[int, tuple[str, list[RunInterpretation]]], known: RunInterpretation | None
) -> Iterator[Proposal]:
    reasons: dict[tuple[object, ...], tuple[Evidence, ...]] = {}  # a page has some thousand alike
    for at, (line, interpretations) in sorted(found.items()):
        believed: list[RunInterpretation] = []
        for one in sorted(
            interpretations, key=lambda interpretation: interpretation.parts[0].start
        ):
            needed = KNOWN if known is not None and one.way == known.way else SURE
            if one.gain < needed - 6 or one.gain <= 0:
                continue
            believed += [one] if one.gain >= needed else []
            other = _AS_WIDE if one.read in WIDE else _AS_NARROW
            rule = _RULES.get((one.written, one.read), other)
            for part in one.parts:
                asked = (part.data, part.after, one.way)
                if asked not in reasons:
                    reasons[asked] = _explain(one, part)
                yield Proposal(
                    part.start + at,
                    part.end + at,
                    part.after,
                    RepairKind.ENCODING,
                    rule,
                    ratio_of(probability_of_misreading(one.gain, needed, part.sure)),
                    reasons[asked],
                    part.others,
                )
        like = believed[0] if believed else known
        if like is not None:
            yield from _propose_rest(at, line, believed, like)


def _propose_rest(
    at: int, line: str, runs: Sequence[RunInterpretation], like: RunInterpretation
) -> Iterator[Proposal]:
    """Yield what is left of a line around its runs: it stays, and nothing is repaired in it."""
    reason = Evidence("unread_as", like.outermost)
    for start, end, after in find_rest(line, runs, like):
        start, end = start + at, end + at
        yield Proposal(start, end, after, RepairKind.ENCODING, _UNREAD, SHOWN, (reason,))


def _propose_not_searched(at: int, line: str) -> Iterator[Proposal]:
    """Yield the mark that a line was not searched to its end, at its first odd character.

    It says how many bytes may be lost in it.
    """
    odd = _ODD.search(line)
    if odd is not None:
        reason = Evidence("not_searched", (len(_LOSS.findall(line)) or 1,))
        start, end = odd.start() + at, odd.end() + at
        yield Proposal(start, end, odd[0], RepairKind.ENCODING, _LOST, _NOTHING, (reason,))


def _explain(interpretation: RunInterpretation, part: InterpretedPart) -> tuple[Evidence, ...]:
    data = Bytes.of(part.data, interpretation.written)
    reasons = [Evidence("misread", (data, interpretation.written, interpretation.read))]
    reasons += [Evidence("misread_again", (step,)) for step in interpretation.again]
    if min(part.data) < 0:
        reasons.append(Evidence("word", (part.after,)))
    return tuple(reasons)
