"""Stores the repairs of a document as JSON, and makes the document from them without the engine.

A journal holds them, so that a newer version of Jingdu changes nothing in a document that somebody
works on. They are stored by column: each different change once (`changes`), and for every repair
the distance to the one before, its length, and the number of its change. `parts` divides long
repairs: for misread text, which bytes became which character.
"""

from __future__ import annotations

import json
from array import array
from itertools import accumulate
from operator import add, sub
from typing import Any

from reader.review.packed import fingerprint
from reader.review.slip_bytes import with_code_page
from reader.text.align import Alternative, Change
from reader.text.document import Document, Origin
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.repair import Parts, RepairColumns
from reader.text.sentences import evidence_texts, read_evidence

_LONGEST_REASON = 20_000  # characters; the bytes of a misread clause are the longest


def freeze(document: Document) -> str:
    """Return the repairs of a document as JSON, which is all that `thaw` needs with the source."""
    numbers: dict[Change, int] = {}
    known: dict[int, int] = {}  # the same by id(): most changes are shared and slow to compare
    which: list[int] = []
    for _, _, change in document.rows():
        number = known.get(id(change))
        if number is None:
            number = known[id(change)] = numbers.setdefault(change, len(numbers))
        which.append(number)
    starts = [start for start, _, _ in document.rows()]
    content = {
        "changes": [_list_change(change) for change in numbers],
        "starts": list(map(sub, starts, [0, *starts[:-1]])),
        "lengths": [end - start for start, end, _ in document.rows()],
        "which": which,
        "parts": _collect_parts(document),
        "text": fingerprint(document.text),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _collect_parts(document: Document) -> dict[int, Parts]:
    parts: dict[int, Parts] = {}
    first = 0
    for paragraph in document.paragraphs:
        columns = paragraph.columns
        parts.update((first + number, part) for number, part in columns.parts.items())
        first += len(columns)
    return parts


def thaw(frozen: str, source: str, origin: Origin) -> Document:
    """Return the document whose repairs were frozen.

    Raises ValueError if they are those of another text or damaged: the clean text is checked.
    """
    try:
        return _thaw(json.loads(frozen), source, origin)
    except (LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"no frozen repairs: {error!r}") from error


def _thaw(content: dict[str, Any], source: str, origin: Origin) -> Document:
    changes = [_parse_change(row) for row in content["changes"]]
    starts = array("q", accumulate(content["starts"]))
    columns = RepairColumns(
        starts,
        array("q", map(add, starts, content["lengths"])),
        [changes[number] for number in content["which"]],
        {int(number): tuple(map(tuple, rows)) for number, rows in content["parts"].items()},
    )
    if not len(starts) == len(content["lengths"]) == len(columns.changes):
        raise ValueError("the columns are not of one length")
    document = Document.of(source, columns, origin)
    if fingerprint(document.text) != content["text"]:
        raise ValueError("the repairs do not make the text that they made")
    return document


def _list_change(change: Change) -> list[object]:
    evidence = [[reason.code, *evidence_texts(reason)] for reason in change.evidence]
    others = [[other.text, other.probability] for other in change.alternatives]
    after, kind, rule, confidence = change[:4]
    return [after, kind.value, rule, confidence, evidence, others, change.applied]


def _parse_change(row: list[Any]) -> Change:
    after, kind, rule, confidence, evidence, others, applied = row
    reasons = tuple(_parse_evidence(_check_text(after), *row) for row in evidence)
    alternatives = tuple(
        Alternative(_check_text(text), _check_share(part)) for text, part in others
    )
    return Change(
        _check_text(after), RepairKind(kind), _check_text(rule), _check_share(confidence), reasons,
        alternatives, bool(applied),
    )  # fmt: skip


def _check_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _parse_evidence(after: str, code: object, *args: object) -> Evidence:
    texts = tuple(map(_check_text, args))
    if sum(map(len, texts)) > _LONGEST_REASON:
        raise ValueError("a reason is longer than any that the engine gives")
    return with_code_page(read_evidence(_check_text(code), texts), after)


def _check_share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no share of 0 to 1")
    return value
