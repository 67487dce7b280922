"""The repairs of a document as a text, and the document made of them again, without the engine.

A journal holds them, so that a newer version of Jingdu changes nothing in a document that somebody
works on. They are written column by column: what is done (`changes`, each once, as the same change
is made again and again), and for every repair the gap to the one before, its length, and the
number of its change. `parts` holds what is known about a long repair more finely: for misread
bytes, which of them became which character.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate, compress
from operator import add
from typing import Any

from reader.review.decisions import fine_spans
from reader.review.packed import fingerprint
from reader.review.slip_bytes import with_code_page
from reader.text.align import Alternative, Change, replace_spans
from reader.text.collecting import uncollected
from reader.text.document import Document, Origin, make_repairs
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.sentences import evidence_texts, read_evidence

_Row = tuple[int, int, str]
_LONGEST_REASON = 20_000  # characters; the bytes of a misread clause are the longest


def freeze(document: Document) -> str:
    """Return the repairs of a document as JSON, all that `thaw` needs besides the source."""
    numbers: dict[Change, int] = {}
    starts: list[int] = []
    lengths: list[int] = []
    which: list[int] = []
    parts: dict[int, list[tuple[int, int]]] = {}
    at = 0
    for index, repair in enumerate(document.repairs):
        change = Change(repair.after, repair.kind, *repair[8:])
        starts.append(repair.source_start - at)
        lengths.append(repair.source_end - repair.source_start)
        which.append(numbers.setdefault(change, len(numbers)))
        at = repair.source_start
        finer = fine_spans(document, repair)
        if len(finer) > 1:
            parts[index] = [(end - start, len(after)) for start, end, after in finer]
    content = {
        "changes": [_listed(change) for change in numbers],
        "starts": starts,
        "lengths": lengths,
        "which": which,
        "parts": parts,
        "text": fingerprint(document.text),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def thaw(frozen: str, source: str, origin: Origin) -> Document:
    """Return the document that was frozen.

    Raises ValueError if that was another text's, or is damaged: the clean text is compared.
    """
    try:
        with uncollected():
            document = _thawed(json.loads(frozen), source, origin)
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no frozen repairs: {error!r}") from error
    return document


def _thawed(content: dict[str, Any], source: str, origin: Origin) -> Document:
    changes = [_change(row) for row in content["changes"]]
    starts = list(accumulate(content["starts"]))
    if not starts:
        if fingerprint(source) != content["text"]:
            raise ValueError("the repairs do not make the text that they made")
        return Document(source, source, (), replace_spans(source, [])[1:], origin)
    ends = list(map(add, starts, content["lengths"]))
    of = [changes[number] for number in content["which"]]
    if min(starts) < 0 or max(ends) > len(source) or min(content["lengths"]) < 0:
        raise ValueError("a repair lies outside the text")
    parts = {int(index): rows for index, rows in content["parts"].items()}
    if parts:
        spans = list(_spans(starts, ends, of, parts))
    else:
        columns = zip(starts, ends, [change.after for change in of], strict=True)
        spans = list(compress(columns, [change.applied for change in of]))
    text, alignment = replace_spans(source, spans)
    if fingerprint(text) != content["text"]:
        raise ValueError("the repairs do not make the text that they made")
    repairs = make_repairs(source, zip(starts, ends, of, strict=True))
    return Document(source, text, repairs, (alignment,), origin)


def _spans(
    starts: list[int],
    ends: list[int],
    changes: list[Change],
    parts: dict[int, list[tuple[int, int]]],
) -> Iterator[_Row]:
    for index, (start, end, change) in enumerate(zip(starts, ends, changes, strict=True)):
        if not change.applied:
            continue
        at = written = 0
        for wide, long in parts.get(index, ()):
            yield start + at, start + at + wide, change.after[written : written + long]
            at, written = at + wide, written + long
        if not at:
            yield start, end, change.after
        elif start + at != end or written != len(change.after):
            raise ValueError("the parts of a repair do not make it up")


def _listed(change: Change) -> list[object]:
    evidence = [[reason.code, *evidence_texts(reason)] for reason in change.evidence]
    others = [[other.text, other.probability] for other in change.alternatives]
    after, kind, rule, confidence = change[:4]
    return [after, kind.value, rule, confidence, evidence, others, change.applied]


def _change(row: list[Any]) -> Change:
    after, kind, rule, confidence, evidence, others, applied = row
    reasons = tuple(_reason(_text(after), *row) for row in evidence)
    alternatives = tuple(Alternative(_text(text), _share(part)) for text, part in others)
    return Change(
        _text(after), RepairKind(kind), _text(rule), _share(confidence), reasons, alternatives,
        bool(applied),
    )  # fmt: skip


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _reason(after: str, code: object, *args: object) -> Evidence:
    texts = tuple(map(_text, args))
    if sum(map(len, texts)) > _LONGEST_REASON:
        raise ValueError("a reason is longer than any that the engine gives")
    return with_code_page(read_evidence(_text(code), texts), after)


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no share of 0 to 1")
    return value
