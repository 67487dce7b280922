"""Every repair of a document as a list to read: where, what, how sure and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reader.export.alike import Alike
from reader.export.places import SourceLines
from reader.review.history import How, Signature
from reader.review.outcomes import (
    Outcome,
    engine_alternatives,
    engine_reasons,
    find_outcomes,
)
from reader.text.document import Document, Repair
from reader.text.sentences import decision_name, evidence_words
from reader.text.streams import harmless

if TYPE_CHECKING:
    from reader.pinyin.document import Disagreement
    from reader.pinyin.reading import Reading
    from reader.pinyin.user_readings import UserReadings


def to_explanation(
    document: Document,
    *,
    name: str = "",
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
    signatures: Mapping[tuple[int, int], Signature] | None = None,
) -> str:
    """Return one block a repair and a line that counts them, ending in a line end.

    After the repairs come the glosses that differ from the reading in context, or from what the
    user set for words or for places of the clean text. `signatures` tell who decided on places.
    A block starts with `name:line:column`, both from 1, the column in code points of the source.
    """
    return "".join(
        write_explanation(document, name=name, user=user, pinned=pinned, signatures=signatures)
    )


def write_explanation(
    document: Document,
    *,
    name: str = "",
    user: UserReadings | None = None,
    pinned: Mapping[int, str] | None = None,
    signatures: Mapping[tuple[int, int], Signature] | None = None,
) -> Iterator[str]:
    """Yield what `to_explanation` returns in pieces, one a block: together they may be 40 MB."""
    name = harmless(name)
    places = SourceLines(document.source)
    begin = f"{name}:" if name else ""
    blocks = Alike(_write_block, find_outcomes(document, signatures or {}))
    for repair in document.repairs:
        line, column = places.find(repair.source_start)
        yield f"{begin}{line}:{column}  {blocks.of(repair)}"
    from reader.pinyin.document import find_disagreements  # loads tables

    disagreeing = find_disagreements(document, user, pinned)
    for one in disagreeing:
        line, column = places.find(one.source_start)
        yield f"{begin}{line}:{column}  reading  {_disagreement(one)}\n"
        yield f"    {visible(_why(one.reading))}\n"
    yield f"{_summary(document, name, len(disagreeing))}\n"


def _write_block(repair: Repair, outcome: Outcome | None) -> str:
    """Return the lines of a repair behind its place."""
    change, *reasons = explain_repair(repair, outcome)
    return "".join((change, "\n", *(f"    {reason}\n" for reason in reasons)))


def explain_repair(repair: Repair, outcome: Outcome | None = None) -> list[str]:
    """Return what a repair changes, and a line for each reason and for the alternatives.

    `outcome` is how it was decided by hand.
    """
    reasons = engine_reasons(repair, outcome)
    lines = [_change(repair, outcome), *(visible(evidence_words(reason)) for reason in reasons)]
    alternatives = engine_alternatives(repair, outcome)
    if alternatives:
        others = ", ".join(
            f"{visible(other.text) or 'nothing'} ({_percent(other.probability)})"
            for other in alternatives
        )
        lines.append(f"or: {others}")
    return lines


def visible(text: str) -> str:
    """Return `text` on one line; what cannot be seen, or would steer a terminal, by its code."""
    if text.isprintable():  # nearly always, and a table asks for a million texts
        return text
    return "".join(
        character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text
    )


def _change(repair: Repair, outcome: Outcome | None) -> str:
    after = visible(repair.after) or "(removed)"
    change = f"{repair.kind.value}  {visible(repair.before) or '(nothing)'} → {after}"
    if outcome is not None:
        return f"{change}  {_decision(outcome)}"
    mark = "" if repair.applied else "  proposed, not applied"
    return f"{change}  {_percent(repair.confidence)}{mark}"


def _decision(outcome: Outcome) -> str:
    """Return how a place was decided, and what had been proposed if that was something else."""
    words = decision_name(outcome.how.value).lower()
    words = f"{words} by {visible(outcome.by)}" if outcome.by else words
    proposed = outcome.proposed
    if proposed is None:
        return words
    sure = _percent(proposed.confidence)
    if outcome.how is How.ACCEPT:
        return f"{words} ({sure})"
    return f"{words}, proposed: {visible(proposed.after) or '(removed)'} ({sure})"


def _percent(share: float) -> str:
    """Return a probability in %, never rounded up to certainty."""
    return f"{min(share * 100, 99.9):.0f}%" if share < 0.995 or share == 1 else "99%"


def _disagreement(one: Disagreement) -> str:
    """Return what the gloss says and what the context says; one of the two is wrong."""
    reading = one.reading
    return (
        f"{visible(one.hanzi)}: the gloss says {one.said}, the context {reading.pinyin} "
        f"({_percent(reading.confidence)})"
    )


def _why(reading: Reading) -> str:
    """Return where a reading comes from, as a sentence."""
    from reader.pinyin.reading import ReadingSource
    from reader.pinyin.reasons import rule_words

    of, reason = reading.source, reading.reason
    if of is ReadingSource.RULE:
        return rule_words(reason)
    if of is ReadingSource.USER:
        return f"Your choice for {reason}." if reason else "Your choice here."
    return {
        ReadingSource.GLOSS: "From the original’s own gloss.",
        ReadingSource.PHRASE: f"As in {reason}.",
        ReadingSource.MODEL: "From context.",
        ReadingSource.DEFAULT: "Most common reading.",
    }[of]


def _summary(document: Document, name: str, disagreeing: int = 0) -> str:
    applied = Counter(repair.kind.value for repair in document.repairs if repair.applied)
    proposed = sum(1 for repair in document.repairs if not repair.applied)
    kinds = ", ".join(f"{count} {kind}" for kind, count in applied.most_common())
    parts = [f"{applied.total()} repairs" + (f" ({kinds})" if kinds else "")]
    if proposed:
        parts.append(f"{proposed} proposed, not applied")
    if disagreeing:
        parts.append(f"{disagreeing} glosses differ from the reading in context")
    if document.origin.lost:
        parts.append(f"{document.origin.lost} undecodable places")
    return f"{name}: {', '.join(parts)}" if name else ", ".join(parts)
