"""What becomes of the glosses of a document."""

from __future__ import annotations

from reader.language.glosses import Reading
from reader.repair.evidence import DocumentEvidence
from reader.text.align import Change, Evidence
from reader.text.kinds import RepairKind


class Remover:
    """Proposes the removal of glosses; only shows them where the document may mean them."""

    def __init__(self, evidence: DocumentEvidence) -> None:
        self.applied = evidence.glossed
        self._confidence = evidence.gloss_confidence
        self._reason = evidence.gloss_reason
        self._made: dict[Reading, Change] = {}

    def changes(self, readings: list[Reading]) -> list[Change]:
        """Return what becomes of each gloss; those that say the same share one change."""
        made = self._made
        for reading in set(readings).difference(made):
            made[reading] = self._change(reading)
        return list(map(made.__getitem__, readings))

    def _change(self, reading: Reading) -> Change:
        rule = "gloss.repeated" if reading.repeated else "gloss.removed"
        return Change(
            "",
            RepairKind.GLOSS,
            rule if self.applied else "gloss.proposed",
            self._confidence,
            (Evidence("gloss_reading", (reading.raw, reading.of)), self._reason),
            (),
            self.applied,
        )
