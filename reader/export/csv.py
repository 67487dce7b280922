"""The repairs as a table for a spreadsheet, one row each."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from reader.export.explain import visible
from reader.export.material import Material
from reader.export.places import SourceLines, context_of
from reader.review.outcomes import engine_alternatives, engine_reasons, outcome_of
from reader.text.repair import state_of
from reader.text.sentences import evidence_words
from reader.text.spreadsheet import MARK, disarm

COLUMNS = (
    "file", "number", "line", "column", "kind", "state", "decision", "decided_by", "before",
    "after", "confidence", "proposed", "proposed_confidence", "rule", "reasons", "alternatives",
    "context", "note",
)  # fmt: skip


def to_csv(material: Material) -> str:
    """Return a table with a head and one row a repair, in UTF-8 with a byte order mark.

    The file stands in each row, as the tables of several documents follow each other. Line and
    column count from 1, the column in code points of the source. What cannot be seen is
    told by its code. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    `decision` is accept, keep, alternative or typed where a person decided; `proposed` is what the
    engine had wanted there.
    """
    document, outcomes = material.document, material.find_outcomes()
    lines = SourceLines(document.source)
    path = document.origin.path
    file = disarm(visible(material.name or (path.name if path else "")))
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for repair in document.repairs:
        line, column = lines.find(repair.source_start)
        outcome = outcome_of(repair, outcomes)
        proposed = None if outcome is None else outcome.proposed
        others = (
            f"{one.text} ({one.probability:.2f})" for one in engine_alternatives(repair, outcome)
        )
        reasons = engine_reasons(repair, outcome)
        cells = (
            visible("" if outcome is None else outcome.by),
            visible(repair.before),
            visible(repair.after),
            visible("" if proposed is None else proposed.after),
            visible(" ".join(evidence_words(one, material.translate) for one in reasons)),
            visible(" / ".join(others)),
            visible(context_of(document, repair)),
            visible(material.notes.get((repair.source_start, repair.source_end), "")),
        )
        by, before, after, offer, why, alternatives, context, note = map(disarm, cells)
        table.writerow(
            (
                file, repair.id + 1, line, column, repair.kind.value, state_of(repair).value,
                "" if outcome is None else outcome.how.value, by,
                before, after, f"{repair.confidence:.4f}",
                offer, "" if proposed is None else f"{proposed.confidence:.4f}", repair.rule,
                why, alternatives, context, note,
            )
        )  # fmt: skip
    return written.getvalue()


def join_csv(tables: Sequence[str]) -> str:
    """Return several tables as one, with one head."""
    first, *others = tables
    return first + "".join(one.partition("\r\n")[2] for one in others)
