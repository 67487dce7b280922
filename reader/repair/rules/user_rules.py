"""Rules of the user as a mechanism: what is always replaced, what stays, and what never happens.

Each literal is looked for in the source of a paragraph, and in its text without glosses: a rule
about 著者 holds for 著(zhu)者, too. What is found is proposed as `PINNED`: a pair proposes what the
user wants, a protected text or a gloss that is kept proposes what stands there already. `decide`
lets nothing else stand at such a place.

An exception depends on what the others make of a place. `object_to` is called once a paragraph has
been decided on, and claims the source wherever a forbidden pair came out; then the paragraph is
decided again with that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from reader.language.glosses import GlossColumns
from reader.repair.mechanism import Context, Layer, Mechanism, Stretch
from reader.repair.proposal import KEPT, Proposal, Weighing
from reader.repair.rules.literals import Literal, Literals, Meaning
from reader.repair.rules.model import Level, Replacement, RuleSet, split_gloss
from reader.text.align import Edit
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind

PAIR = "user.pair"
"""The rule of what a pair of the user replaced."""

# Nats, far beyond what any mechanism gives. A level outweighs those below it; in one level an
# exception outweighs a protected text, and that a pair.
_PER_LEVEL = 100.0
_OF_PAIR, _OF_PROTECTED, _OF_EXCEPTION = 0.0, 10.0, 20.0


class _Meaning(NamedTuple):
    """What a rule says of the places of a literal, and how strongly (nats).

    `after` is what it becomes, None where the source stays; if `is_never`, what it must not become.
    """

    after: str | None
    ratio: float
    evidence: tuple[Evidence, ...] = ()
    is_never: bool = False


class Claim(NamedTuple):
    """A place that a rule of the user claims, how strongly (nats), and what it pins there."""

    start: int
    end: int
    ratio: float
    pins: tuple[Proposal, ...]


class Suspect(NamedTuple):
    """A place at which an exception forbids that it becomes `after`; see `Claim`."""

    start: int
    end: int
    after: str
    ratio: float
    text: str


def settle_claims(claims: Iterable[Claim]) -> list[Proposal]:
    """Return what is pinned: of claims that overlap, the stronger one holds, then the longer."""
    kept: list[Claim] = []
    for one in sorted(claims, key=lambda one: (-one.ratio, one.start - one.end, one.start)):
        at = bisect_left(kept, one.start, key=attrgetter("start"))
        before, after = kept[at - 1 : at], kept[at : at + 1]
        if (not before or before[0].end <= one.start) and (not after or one.end <= after[0].start):
            kept.insert(at, one)
    return [pin for one in kept for pin in one.pins]


class UserRules:
    """The literal rules of the user for paragraphs, and the ids of what is switched off."""

    name = "user_rules"
    kinds = frozenset((RepairKind.MANUAL,))
    layer = Layer.PARAGRAPH

    def __init__(self, rules: RuleSet) -> None:
        self.switched_off = rules.switched_off
        exceptions = list(_list_exceptions(rules))
        self._all = Literals([*exceptions, *_list_pins(rules)])
        self._exceptions = Literals(exceptions)
        self._glosses = {
            gloss: _PER_LEVEL * level + _OF_PROTECTED
            for level, of in rules.ascending()
            for gloss in filter(None, map(split_gloss, of.glosses))
        }

    def propose(self, stretch: Stretch, context: Context) -> list[Proposal]:
        """Return what each pair wants, and the source where a text or a gloss is to stay."""
        return settle_claims(self.find_places(stretch)[0])

    def find_places(self, stretch: Stretch) -> tuple[list[Claim], list[Suspect]]:
        """Return what pairs, protected texts and kept glosses claim, and what exceptions watch."""
        claims: list[Claim] = []
        suspects: list[Suspect] = []
        for start, end, found in _find(self._all, stretch):
            after, ratio, evidence, is_never = found.meaning
            if after is None:
                claims.append(_keep(stretch, start, end, ratio, found.text))
            elif is_never:
                suspects.append(Suspect(start, end, after, ratio, found.text))
            else:
                pin = Proposal(
                    start,
                    end,
                    after,
                    RepairKind.MANUAL,
                    PAIR,
                    ratio,
                    evidence,
                    weighing=Weighing.PINNED,
                )
                claims.append(Claim(start, end, ratio, (pin,)))
        if self._glosses:
            claims += self._keep_glosses(stretch)
        return claims, suspects

    def _keep_glosses(self, stretch: Stretch) -> Iterator[Claim]:
        glosses = stretch.glosses
        for start, end, at, reading in zip(*glosses[:4], strict=True):
            of_this = self._glosses.get((stretch.text[at], reading.raw))
            ratio = of_this or self._glosses.get(("", reading.raw))
            if ratio is not None:
                yield _keep(stretch, start, end, ratio)

    def drop_forbidden(self, text: str, edits: list[Edit]) -> list[Edit]:
        """Return edits over a whole text without those that make an exception's pair."""
        if not self._exceptions or not edits:
            return edits
        result = _Result(text, text, edits, GlossColumns.none(), unglossed=False)
        gone: set[Edit] = set()
        for at, one in self._exceptions.find(text):
            end = at + len(one.text)
            if result.is_forbidden(at, end, one.meaning.after or ""):
                gone.update(result.inside(at, end))
        return [edit for edit in edits if edit not in gone] if gone else edits


class KeptInPage:
    """Protected texts, and what pairs replace, before web page residue is looked for.

    A pair may be about residue itself: &nbsp; is kept here, and replaced in its paragraph.
    """

    name = "user_rules_in_page"
    kinds = frozenset((RepairKind.MANUAL,))
    layer = Layer.PAGE

    def __init__(self, rules: RuleSet) -> None:
        self._pins = Literals(_list_pins(rules))

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield each text that has to reach its paragraph as it is."""
        text = stretch.text
        for at, one in self._pins.find(text):
            end = at + len(one.text)
            if at < stretch.high and end > stretch.low:
                yield _pin_source(text, at, end, one.meaning.ratio)


def find_user_rules(mechanisms: Iterable[Mechanism]) -> UserRules | None:
    """Return the rules of the user among mechanisms, None if there are none."""
    return next((one for one in mechanisms if isinstance(one, UserRules)), None)


def object_to(
    suspects: Sequence[Suspect],
    stretch: Stretch,
    edits: Sequence[Edit],
    draft: str,
    glosses: GlossColumns,
    *,
    unglossed: bool,
) -> list[Claim]:
    """Return claims that keep the source wherever an exception's pair came out.

    `edits` are those of the paragraph, `draft` and `glosses` what was replaced and parsed without
    proposals (see `Restored`); `unglossed` says that the glosses are removed, and not only proposed
    to be.
    """
    if not suspects:
        return []
    result = _Result(stretch.text, draft, edits, glosses, unglossed=unglossed)
    return [
        _keep(stretch, start, end, ratio, text)
        for start, end, after, ratio, text in suspects
        if result.is_forbidden(start, end, after)
    ]


def make_finder(rules: Iterable[str]) -> Callable[[str], bool]:
    """Return a test whether any of these texts occurs in a text, glosses left in or out."""
    wanted: Literals[None] = Literals(Literal(one, "", None) for one in dict.fromkeys(rules))

    def occurs(text: str) -> bool:
        if wanted.occur_in(text):
            return True
        stretch = Stretch(text)
        return bool(stretch.glosses.starts) and wanted.occur_in(stretch.bare)

    return occurs


class _Result:
    """What a text becomes, span by span."""

    def __init__(
        self,
        text: str,
        draft: str,
        edits: Sequence[Edit],
        glosses: GlossColumns,
        *,
        unglossed: bool,
    ) -> None:
        self._text, self._draft, self._edits = text, draft, edits
        gone = list(zip(glosses.starts, glosses.ends, repeat(""), strict=False))
        done = [edit[:3] for edit in edits if edit.applied]
        self._proposed = {edit[:3] for edit in edits if not edit.applied}
        self._proposed.update(() if unglossed else gone)
        self._spans = sorted([*(gone if unglossed else ()), *done])
        self._starts = [span[0] for span in self._spans]

    def is_forbidden(self, start: int, end: int, after: str) -> bool:
        """Tell if text[start:end] becomes, or is proposed to become, `after`."""
        number = bisect_left(self._starts, start)
        if number and self._spans[number - 1][1] > start:
            return False  # a longer repair reaches in from before
        pieces: list[str] = []
        at = start
        while number < len(self._spans) and self._spans[number][0] < end:
            low, high, text = self._spans[number]
            if high > end:
                return False
            pieces += self._draft[at:low], text
            at = high
            number += 1
        became = "".join(pieces) + self._draft[at:end]
        changed = became != self._text[start:end]
        return (changed and became == after) or (start, end, after) in self._proposed

    def inside(self, start: int, end: int) -> Iterator[Edit]:
        """Yield the edits within text[start:end]."""
        number = bisect_left(self._edits, start, key=attrgetter("start"))
        while number < len(self._edits) and self._edits[number].start < end:
            if self._edits[number].end <= end:
                yield self._edits[number]
            number += 1


def _list_exceptions(rules: RuleSet) -> Iterator[Literal[_Meaning]]:
    for level, of in rules.ascending():
        ratio = _PER_LEVEL * level + _OF_EXCEPTION
        for one in of.exceptions:
            meaning = _Meaning(one.after, ratio, is_never=True)
            yield Literal(one.before, one.context, meaning)


def _list_pins(rules: RuleSet) -> Iterator[Literal[_Meaning]]:
    for level, of in rules.ascending():
        name = rules.names.get(level, "")
        for pair in of.pairs:
            ratio = _PER_LEVEL * level + _OF_PAIR
            reason = _explain(pair, name, level)
            yield Literal(pair.before, pair.context, _Meaning(pair.after, ratio, (reason,)))
        for text in of.protected:
            yield Literal(text, "", _Meaning(None, _PER_LEVEL * level + _OF_PROTECTED))


def _explain(pair: Replacement, name: str, level: Level) -> Evidence:
    """Return whose rule a pair is: which file, which line."""
    if not pair.line:
        return Evidence("user_pair", (pair.before,))
    return Evidence("user_pair_of", (pair.before, name or level.name.lower(), pair.line))


def _find(
    wanted: Literals[Meaning], stretch: Stretch
) -> Iterator[tuple[int, int, Literal[Meaning]]]:
    """Yield start, end (code points of the stretch) and the literal of each occurrence.

    Inside a gloss, which is a token and no text, nothing is found.
    """
    if not wanted:
        return
    glosses = stretch.glosses
    if not glosses.starts:
        for at, one in wanted.find(stretch.text):
            yield at, at + len(one.text), one
        return
    for at, one in wanted.find(stretch.bare):
        yield stretch.origin(at), stretch.origin(at + len(one.text) - 1) + 1, one
    # Only what has a bracket itself can reach into a gloss.
    for at, one in wanted.with_brackets.find(stretch.text):
        end = at + len(one.text)
        number = bisect_left(glosses.ends, at + 1)
        if number < len(glosses.starts) and glosses.starts[number] < end:
            yield at, end, one


def _keep(stretch: Stretch, start: int, end: int, ratio: float, text: str = "") -> Claim:
    """Return the claim that a place stays; of 著(zhu)者, found as the `text` 著者, two parts."""
    pins: list[Proposal] = []
    at = start
    if text and end - start > len(text):
        glosses = stretch.glosses
        number = bisect_left(glosses.starts, start)
        while number < len(glosses.starts) and glosses.ends[number] < end:
            if at < glosses.starts[number]:
                pins.append(_pin_source(stretch.text, at, glosses.starts[number], ratio))
            at = glosses.ends[number]
            number += 1
    pins.append(_pin_source(stretch.text, at, end, ratio))
    return Claim(start, end, ratio, tuple(pins))


def _pin_source(text: str, start: int, end: int, ratio: float) -> Proposal:
    return Proposal(
        start, end, text[start:end], RepairKind.MANUAL, KEPT, ratio, weighing=Weighing.PINNED
    )
