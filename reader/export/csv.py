"""The repairs as a table for a spreadsheet, one row each."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from io import StringIO

from reader.export.alike import Alike
from reader.export.explain import visible
from reader.export.material import Material
from reader.export.places import SourceLines, context_of
from reader.review.outcomes import Outcome, engine_alternatives, engine_reasons
from reader.text.document import Repair
from reader.text.repair import state_of
from reader.text.sentences import Translate, evidence_words
from reader.text.spreadsheet import MARK, disarm

COLUMNS = (
    "file", "number", "line", "column", "kind", "state", "decision", "decided_by", "before",
    "after", "confidence", "proposed", "proposed_confidence", "rule", "reasons", "alternatives",
    "context", "note",
)  # fmt: skip


_AT_ONCE = 1_000  # rows that are handed on together


def to_csv(material: Material) -> str:
    """Return a table with a head and one row a repair, in UTF-8 with a byte order mark.

    The file stands in each row, as the tables of several documents follow each other. Line and
    column count from 1, the column in code points of the source. What cannot be seen is
    told by its code. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    `decision` is accept, keep, alternative or typed where a person decided; `proposed` is what the
    engine had wanted there.
    """
    return "".join(write_csv(material))


def write_csv(material: Material) -> Iterator[str]:
    """Yield what `to_csv` returns in pieces: together they may be 60 MB."""
    document = material.document
    lines = SourceLines(document.source)
    path = document.origin.path
    file = disarm(visible(material.name or (path.name if path else "")))
    cells = Alike(partial(_cells, material.translate), material.find_outcomes())
    written = StringIO()
    written.write(MARK)
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for number, repair in enumerate(document.repairs, 1):
        line, column = lines.find(repair.source_start)
        note = material.notes.get((repair.source_start, repair.source_end), "")
        context = disarm(visible(context_of(document, repair)))
        table.writerow(
            (file, number, line, column, *cells.of(repair), context, disarm(visible(note)))
        )
        if number % _AT_ONCE == 0:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def _cells(translate: Translate, repair: Repair, outcome: Outcome | None) -> tuple[str, ...]:
    """Return the cells from `kind` to `alternatives`."""
    proposed = None if outcome is None else outcome.proposed
    others = (f"{one.text} ({one.probability:.2f})" for one in engine_alternatives(repair, outcome))
    reasons = engine_reasons(repair, outcome)
    cells = (
        "" if outcome is None else outcome.by,
        repair.before,
        repair.after,
        "" if proposed is None else proposed.after,
        " ".join(evidence_words(one, translate) for one in reasons),
        " / ".join(others),
    )
    by, before, after, offer, why, alternatives = map(disarm, map(visible, cells))
    return (
        repair.kind.value, state_of(repair).value, "" if outcome is None else outcome.how.value, by,
        before, after, f"{repair.confidence:.4f}",
        offer, "" if proposed is None else f"{proposed.confidence:.4f}", repair.rule,
        why, alternatives,
    )  # fmt: skip


def join_csv(tables: Sequence[str]) -> str:
    """Return several tables as one, with one head."""
    first, *others = tables
    return first + "".join(one.partition("\r\n")[2] for one in others)
