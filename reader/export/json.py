"""JSON: everything about a document, for other programs.

resources/schemas/jingdu-1.schema.json describes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from reader.export.alike import Alike
from reader.review.history import Signature
from reader.review.outcomes import (
    NO_OUTCOMES,
    Outcome,
    Outcomes,
    Span,
    find_outcomes,
    outcome_of,
)
from reader.text.document import Document, Origin, Repair
from reader.text.repair import state_of
from reader.text.sentences import evidence_texts, evidence_words

FORMAT = "jingdu/1"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(
    document: Document,
    *,
    indent: int | None = 2,
    notes: Mapping[tuple[int, int], str] | None = None,
    signatures: Mapping[tuple[int, int], Signature] | None = None,
) -> str:
    """Return the document as one JSON object; offsets are half-open code points.

    `indent` is the number of spaces a level, None for a single line; `notes` are the user's, by the
    span of the place in the source, and `signatures` tell who decided there.
    """
    return "".join(write_json(document, indent=indent, notes=notes, signatures=signatures))


def write_json(
    document: Document,
    *,
    indent: int | None = 2,
    notes: Mapping[Span, str] | None = None,
    signatures: Mapping[Span, Signature] | None = None,
) -> Iterator[str]:
    """Yield what `to_json` returns in pieces, one a repair: together they may be 200 MB."""
    content = {
        "format": FORMAT,
        "origin": _origin(document.origin),
        "blocks": _blocks(document),
        "source": document.source,
        "text": document.text,
        "repairs": [],
    }
    before, _, behind = dump_json(content, indent=indent).rpartition("]")
    yield before
    layout = _Layout(indent)
    written = _RepairWriter(layout, notes or {}, find_outcomes(document, signatures or {}))
    between = layout.line(2)
    for repair in document.repairs:
        yield between
        yield written.write(repair)
        between = f",{layout.line(2) or ' '}"
    if document.repairs:
        yield layout.line(1)
    yield f"]{behind}"


class _Layout:
    """How JSON is divided into lines."""

    def __init__(self, indent: int | None) -> None:
        self._indent = indent

    def line(self, level: int) -> str:
        """Return the beginning of a line of some level; nothing where all is on one line."""
        return "" if self._indent is None else f"\n{' ' * (level * self._indent)}"

    def fields(self, content: Mapping[str, object], level: int) -> str:
        """Return the fields of an object as they stand on lines of some level, without braces."""
        written = dump_json(content, indent=self._indent)[1:-1].strip("\n ")
        # No text in JSON holds a line end.
        return written if self._indent is None else written.replace("\n", self.line(level - 1))


class _RepairWriter:
    """Writes repairs as `repair_object` has them; what many have in common, once."""

    def __init__(self, layout: _Layout, notes: Mapping[Span, str], outcomes: Outcomes) -> None:
        self._layout = layout
        self._notes = notes
        self._begin, self._end = f"{{{layout.line(3)}", f"{layout.line(2)}}}"
        self._between = f",{layout.line(3) or ' '}"
        self._alike = Alike(self._fields, outcomes)

    def write(self, repair: Repair) -> str:
        """Return a repair as an object."""
        between = self._between
        head, tail, decision = self._alike.of(repair)
        number, _, source_start, source_end, clean_start, clean_end, *_ = repair
        note = self._notes.get((source_start, source_end))
        noted = f"{between}{self._layout.fields({'note': note}, 3)}" if note else ""
        return (
            f'{self._begin}"id": {number}{between}{head}{between}'
            f'"source_start": {source_start}{between}"source_end": {source_end}{between}'
            f'"clean_start": {clean_start}{between}"clean_end": {clean_end}{between}'
            f"{tail}{noted}{decision}{self._end}"
        )

    def _fields(self, repair: Repair, outcome: Outcome | None) -> tuple[str, str, str]:
        """Return the fields before the offsets, those behind them, and the decision."""
        fields = self._layout.fields
        decided = f"{self._between}{fields(_decision_field(outcome), 3)}" if outcome else ""
        return fields(_first_fields(repair), 3), fields(_last_fields(repair), 3), decided


def dump_json(content: object, *, indent: int | None = 2) -> str:
    """Return JSON that UTF-8 can hold: half of a surrogate pair is named by its number."""
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def join_json(objects: Sequence[str]) -> str:
    """Return the objects as one JSON array, each on lines of its own."""
    inside = ",\n".join(one.removesuffix("\n") for one in objects)
    return f"[\n{inside}\n]\n"


def _origin(origin: Origin) -> dict[str, object]:
    return {
        "path": None if origin.path is None else str(origin.path),
        "encoding": origin.encoding,
        "how": origin.how,
        "lost": origin.lost,
        "format": origin.format,
        "address": origin.address or None,
        "whole_page": origin.whole_page,
    }


def _blocks(document: Document) -> list[dict[str, object]]:
    """Return headings, paragraphs, items and rows; none for plain text."""
    return [
        {
            "kind": block.kind.value,
            "level": block.level,
            "ordered": block.ordered,
            "source_start": block.start,
            "source_end": block.end,
            "clean_start": clean.start,
            "clean_end": clean.end,
        }
        for block, clean in document.place_structure()
    ]


def repair_object(repair: Repair) -> dict[str, object]:
    """Return a repair as what JSON can hold; offsets are half-open code points."""
    return {
        "id": repair.id,
        **_first_fields(repair),
        "source_start": repair.source_start,
        "source_end": repair.source_end,
        "clean_start": repair.clean_start,
        "clean_end": repair.clean_end,
        **_last_fields(repair),
        **_decision_field(outcome_of(repair, NO_OUTCOMES)),
    }


def _first_fields(repair: Repair) -> dict[str, object]:
    return {"kind": repair.kind.value, "applied": repair.applied}


def _last_fields(repair: Repair) -> dict[str, object]:
    return {
        "before": repair.before,
        "after": repair.after,
        "rule": repair.rule,
        "confidence": round(repair.confidence, 4),
        "state": state_of(repair).value,
        "evidence": [
            {
                "code": reason.code,
                "args": list(evidence_texts(reason)),
                "words": evidence_words(reason),
            }
            for reason in repair.evidence
        ],
        "alternatives": [
            {"text": other.text, "probability": round(other.probability, 4)}
            for other in repair.alternatives
        ],
    }


def _decision_field(outcome: Outcome | None) -> dict[str, object]:
    """Return how a place was decided by hand; null is what is not known."""
    if outcome is None:
        return {}
    proposed = outcome.proposed
    decision = {
        "how": outcome.how.value,
        "by": outcome.by or None,
        "when": outcome.when or None,
        "kind": outcome.kind.value,
        "proposed": None if proposed is None else proposed.after,
        "confidence": None if proposed is None else round(proposed.confidence, 4),
    }
    return {"decision": decision}
