"""JSON: everything about a document, for other programs.

resources/schemas/jingdu-1.schema.json describes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from reader.review.history import Signature
from reader.review.outcomes import NO_OUTCOMES, Outcome, Outcomes, find_outcomes, outcome_of
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
    outcomes = find_outcomes(document, signatures or {})
    content = {
        "format": FORMAT,
        "origin": _origin(document.origin),
        "blocks": _blocks(document),
        "source": document.source,
        "text": document.text,
        "repairs": [repair_object(repair, notes, outcomes) for repair in document.repairs],
    }
    return dump_json(content, indent=indent)


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


def repair_object(
    repair: Repair,
    notes: Mapping[tuple[int, int], str] | None = None,
    outcomes: Outcomes = NO_OUTCOMES,
) -> dict[str, object]:
    """Return a repair as what JSON can hold; offsets are half-open code points."""
    outcome = outcome_of(repair, outcomes)
    note = (notes or {}).get((repair.source_start, repair.source_end))
    return {
        "id": repair.id,
        "kind": repair.kind.value,
        "applied": repair.applied,
        "source_start": repair.source_start,
        "source_end": repair.source_end,
        "clean_start": repair.clean_start,
        "clean_end": repair.clean_end,
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
        **({"note": note} if note else {}),
        **({"decision": _decision(outcome)} if outcome is not None else {}),
    }


def _decision(outcome: Outcome) -> dict[str, object]:
    """Return how a place was decided by hand; null is what is not known."""
    proposed = outcome.proposed
    return {
        "how": outcome.how.value,
        "by": outcome.by or None,
        "when": outcome.when or None,
        "kind": outcome.kind.value,
        "proposed": None if proposed is None else proposed.after,
        "confidence": None if proposed is None else round(proposed.confidence, 4),
    }
