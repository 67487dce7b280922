"""What a person decided, as lines of a table of cases: tests/cases/README.md explains its columns.

So an editor's decisions become what the next version is measured by.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from reader.export.explain import visible
from reader.export.material import Material
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import state_of

HEADER = ("damaged", "restored", "kind", "mechanism", "why")
_SAME = "="
_WILD, _NEGATIVE = "wild", "negative"
_LONGEST = 60  # code points on each side
_END = re.compile("[。！？!?；;\r\n]")
_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Controls, invisible signs, separators other than the plain space, private, lone halves of pairs.
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cs", "Cn"})
_KINDS = {kind.value: kind for kind in RepairKind}
_OF_RULE = {"spacing": RepairKind.PUNCTUATION}


class _Case(NamedTuple):
    damaged: str
    restored: str
    kind: str
    mechanism: str
    why: str


def to_cases(material: Material) -> str:
    """Return a head and one line for each sentence in which a person decided something.

    A sentence that stays as it came is a negative case. Reasons are the user's notes where there
    are any.
    """
    cases = {case.damaged: case for case in _cases(material)}
    order = sorted(
        cases.values(), key=lambda case: (case.kind == _NEGATIVE, case.mechanism)
    )  # stable: by place within a group
    rows = [HEADER, *map(_cells, order)]
    return "".join("\t".join(row) + "\n" for row in rows)


def _cases(material: Material) -> Iterator[_Case]:
    document = material.document
    reached = 0
    for repair in document.repairs:
        if state_of(repair) is not RepairState.BY_HAND or repair.source_start < reached:
            continue
        start, end = _sentence(document, repair)
        clean_start, clean_end = document.clean_span(start, end)
        inside = [
            one
            for one in document.repairs_in_source(start, end)
            if start <= one.source_start and one.source_end <= end
        ]
        by_hand = [one for one in inside if state_of(one) is RepairState.BY_HAND]
        damaged = document.source[start:end]
        restored = document.text[clean_start:clean_end]
        same = damaged == restored
        judged = by_hand if same else [one for one in inside if one.applied]
        kinds = sorted({_kind_of(one) for one in judged}, key=list(RepairKind).index)
        notes = [material.notes.get((one.source_start, one.source_end), "") for one in by_hand]
        why = "; ".join(filter(None, notes)) or ", ".join(map(_describe, by_hand))
        yield _Case(
            damaged,
            restored,
            _NEGATIVE if same else _WILD,
            "+".join(kind.value for kind in kinds),
            " ".join(visible(" ".join(why.split())).split()),
        )
        reached = end


def _sentence(document: Document, repair: Repair) -> tuple[int, int]:
    """Return the span of the sentence in the source that holds a repair."""
    text = document.text
    low = max(0, repair.clean_start - _LONGEST)
    start = max(
        (found.end() for found in _END.finditer(text, low, repair.clean_start)), default=low
    )
    high = min(len(text), repair.clean_end + _LONGEST)
    found = _END.search(text, repair.clean_end, high)
    end = high if found is None else found.end() - (found[0] in "\r\n")
    first, last = document.source_span(start, end)
    first, last = min(first, repair.source_start), max(last, repair.source_end)
    # What was taken out behind the last character belongs to it: 慶(qing).
    for one in document.repairs_in_source(last, last + 1):
        if one.source_start == last and one.applied and not one.after:
            last = one.source_end
    return first, last


def _kind_of(repair: Repair) -> RepairKind:
    """Return the kind of damage; the rule still tells it where the kind is "by hand"."""
    if repair.kind is not RepairKind.MANUAL:
        return repair.kind
    family = repair.rule.partition(".")[0]
    kind = _OF_RULE.get(family) or _KINDS.get(family, RepairKind.MANUAL)
    if kind is not RepairKind.MANUAL:
        return kind
    # Typed where nothing was found: what was taken out was residue, what was replaced a variant.
    return RepairKind.VARIANT if repair.after and repair.before else RepairKind.DEBRIS


def _describe(repair: Repair) -> str:
    if repair.before == repair.after:
        return f"{repair.before or 'nothing'} was kept by hand"
    return f"{repair.before or 'nothing'} became {repair.after or 'nothing'} by hand"


def _cells(case: _Case) -> tuple[str, ...]:
    restored = _SAME if case.kind == _NEGATIVE else escape(case.restored)
    return escape(case.damaged), restored, case.kind, case.mechanism, case.why


def escape(text: str) -> str:
    r"""Return a text as a cell: what nobody can see is written out, \n, \u200b, \U000e0001.

    So are a space at either end and the replacement character, and an `=` that is all there is.
    """
    shown = [_NAMED.get(char) or (_code(char) if _is_hidden(char) else char) for char in text]
    for end in (0, -1):
        if shown and (shown[end] == " " or text == _SAME):
            shown[end] = _code(text[end])
    return "".join(shown)


def _is_hidden(char: str) -> bool:
    if char == "\ufffd" or "\ufe00" <= char <= "\ufe0f":  # lost; chooses how an emoji looks
        return True
    return char != " " and unicodedata.category(char) in _HIDDEN


def _code(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
