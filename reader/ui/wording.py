"""What the engine says in codes, in the reader's language: evidence, rules, errors, confidence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.align import Evidence
from reader.core.errors import ReaderError


def evidence_text(evidence: Evidence) -> str:
    """Return one reason in words; an unknown code is said in English, as the core says it."""
    return str(evidence)


def rule_text(rule: str) -> str:
    """Return what a rule did in words; an unknown rule is shown as its id."""
    return rule


def error_text(error: ReaderError) -> tuple[str, str]:
    """Return what happened and what to do next; English where no translation is known."""
    return error.what, error.advice


def confidence_word(confidence: float) -> str:
    """Return how sure a repair is, as one word, for a confidence of 0..1."""
    tr = QCoreApplication.translate
    if confidence >= 0.95:
        return tr("Confidence", "Certain")
    if confidence >= 0.8:
        return tr("Confidence", "Very likely")
    if confidence >= 0.5:
        return tr("Confidence", "Likely")
    return tr("Confidence", "Undecided")
