"""Where two copies of a document differ, as a list to read and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.export.explain import explain_repair, visible
from reader.export.json import dump_json, repair_object
from reader.export.places import SourceLines
from reader.review.compare import Discrepancy, Nature, Verdict
from reader.text.document import Document

FORMAT = "jingdu-comparison/1"
_BESIDE = 8  # code points shown on either side of a place
_WORDS = {
    Verdict.OURS: "ours is likelier",
    Verdict.THEIRS: "theirs is likelier",
    Verdict.OPEN: "undecided",
}


def to_comparison(
    document: Document, found: Sequence[Discrepancy], *, reference: bool = False
) -> str:
    """Return one block a place and a line that counts them, ending in a line end.

    A block starts with `line:column` in the source, both from 1, the column in code points.
    """
    places = SourceLines(document.source)
    lines: list[str] = []
    for one in found:
        line, column = places.find(one.source_start)
        verdict = "correction" if reference else _WORDS[one.verdict]
        change = f"{visible(one.text) or '(nothing)'} | {visible(one.other_text) or '(nothing)'}"
        lines.append(f"{line}:{column}  {one.nature.value}  {change}  {verdict}")
        before = document.text[max(0, one.start - _BESIDE) : one.start]
        after = document.text[one.end : one.end + _BESIDE]
        lines.append(f"    in: {visible(before)}[{visible(one.text)}]{visible(after)}")
        for side, repairs in (("ours", one.repairs), ("theirs", one.other_repairs)):
            for repair in repairs:
                change, *reasons = explain_repair(repair)
                lines.append(f"    {side}: {change}")
                lines.extend(f"        {reason}" for reason in reasons)
    lines.append(_summary(found, reference))
    return "\n".join(lines) + "\n"


def to_comparison_json(
    document: Document, other: Document, found: Sequence[Discrepancy], *, reference: bool = False
) -> str:
    """Return the places as one JSON object, ending in a line end; offsets as in the document's."""
    paths = [one.origin.path for one in (document, other)]
    content = {
        "format": FORMAT,
        "path": None if paths[0] is None else str(paths[0]),
        "other": None if paths[1] is None else str(paths[1]),
        "reference": reference,
        "differences": [
            {
                "nature": one.nature.value,
                "verdict": one.verdict.value,
                "source_start": one.source_start,
                "source_end": one.source_end,
                "clean_start": one.start,
                "clean_end": one.end,
                "text": one.text,
                "other_start": one.other_start,
                "other_end": one.other_end,
                "other_text": one.other_text,
                "repairs": [repair_object(repair) for repair in one.repairs],
                "other_repairs": [repair_object(repair) for repair in one.other_repairs],
            }
            for one in found
        ],
    }
    return dump_json(content) + "\n"


def _summary(found: Sequence[Discrepancy], reference: bool) -> str:
    natures = Counter(one.nature for one in found)
    kinds = ", ".join(f"{natures[nature]} {nature.value}" for nature in Nature if natures[nature])
    count = f"{len(found)} {'corrections' if reference else 'differences'}"
    parts = [f"{count} ({kinds})" if kinds else count]
    if not reference:
        verdicts = Counter(one.verdict for one in found)
        parts += [f"{verdicts[one]}: {_WORDS[one]}" for one in Verdict if verdicts[one]]
    return ", ".join(parts)
