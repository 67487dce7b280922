"""What the engine says in codes, in the reader's language: evidence, rules, errors, confidence.

Every text stands as a literal in a call of translate(), since lupdate finds no others; the tables
are built at each call, as the language can change while the window is open.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.align import Evidence
from reader.core.errors import ReaderError

translate = QCoreApplication.translate


def evidence_text(evidence: Evidence) -> str:
    """Return one reason in words; an unknown code is said in English, as the core says it."""
    template = _evidence_templates().get(evidence.code)
    if template is None:
        return str(evidence)
    try:
        return template.format(*evidence.args)
    except IndexError:  # a document saved by another version can carry fewer arguments
        return str(evidence)


def rule_text(rule: str) -> str:
    """Return what a rule did in words; an unknown rule is shown as its id."""
    return _rules().get(rule, rule)


def error_text(error: ReaderError) -> tuple[str, str]:
    """Return what happened and what to do next; in English where no translation is known."""
    templates = _error_templates().get(error.code)
    if templates is None:
        return error.what, error.advice
    values = {name: str(value) for name, value in error.values.items()}
    if error.values.get("path") is None:
        values["path"] = translate("Errors", "The text")
    try:
        return templates[0].format(**values), templates[1].format(**values)
    except KeyError:
        return error.what, error.advice


def confidence_word(confidence: float) -> str:
    """Return how sure a repair is, as a word, for a confidence of 0..1."""
    if confidence >= 0.95:
        return translate("Confidence", "Certain")
    if confidence >= 0.8:
        return translate("Confidence", "Very likely")
    if confidence >= 0.5:
        return translate("Confidence", "Likely")
    return translate("Confidence", "Undecided")


def _evidence_templates() -> dict[str, str]:
    return {
        "gloss_reading": translate("Evidence", "The gloss {0} is a reading of {1}."),
        "gloss_repeated": translate("Evidence", "It is a second gloss of the same character."),
        "gloss_density": translate(
            "Evidence", "{0} of 100 characters in this document carry a gloss."
        ),
        "gloss_lone": translate(
            "Evidence", "The text around it is clean, so the gloss may be meant."
        ),
        "source_table": translate("Evidence", "{0} is listed as a form of {1}: {2}."),
        "traditional_form": translate("Evidence", "{0} is a traditional form of {1}: {2}."),
        "same_phonetic": translate(
            "Evidence", "{0} and {1} share the phonetic part and the reading {2}."
        ),
        "same_reading": translate("Evidence", "{0} and {1} share the reading {2}."),
        "word": translate("Evidence", "The text around it reads best as {0}."),
        "quoted_form": translate(
            "Evidence", "It stands in a quotation that is traditional throughout, and may be meant."
        ),
        "document_spun": translate("Evidence", "Characters are replaced throughout this document."),
        "folded_marks": translate("Evidence", "{0} of {1} marks between hanzi are half-width."),
        "slip_bytes": translate("Evidence", "In the bytes {0}, {1} was put between two halves."),
        "slip_key": translate("Evidence", "The gloss {2} was meant for {0}, which is {1}."),
        "entity": translate("Evidence", "{0} is the HTML code for {1}."),
        "invisible": translate("Evidence", "It is an invisible character ({0})."),
        "stray_space": translate("Evidence", "There was a stray space inside {0}."),
        "lost": translate(
            "Evidence", "Bytes were lost here; nothing can be restored with certainty."
        ),
    }


def _rules() -> dict[str, str]:
    return {
        "debris.entity": translate("Rules", "HTML code decoded"),
        "debris.invisible": translate("Rules", "Invisible character removed"),
        "punctuation.full_width": translate("Rules", "Mark made full-width"),
        "spacing.between_hanzi": translate("Rules", "Space between hanzi removed"),
        "gloss.removed": translate("Rules", "Gloss removed"),
        "gloss.repeated": translate("Rules", "Second gloss removed"),
        "gloss.proposed": translate("Rules", "Gloss that may be meant"),
        "slip.gloss": translate("Rules", "Bytes put back where a gloss was inserted"),
        "script.word": translate("Rules", "Traditional form replaced, as the word asks"),
        "script.table": translate("Rules", "Traditional form replaced"),
        "variant.table": translate("Rules", "Variant replaced, as the dictionaries list it"),
        "variant.evidence": translate("Rules", "Variant replaced, as reading and shape suggest"),
    }


def _error_templates() -> dict[str, tuple[str, str]]:
    return {
        "missing": (
            translate("Errors", "{path} does not exist."),
            translate("Errors", "Check the name, or whether it was moved."),
        ),
        "folder": (
            translate("Errors", "{path} is a folder."),
            translate("Errors", "Choose a file inside it."),
        ),
        "permission": (
            translate("Errors", "The system does not permit access to {path}."),
            translate("Errors", "Choose another place, or ask its owner for the right."),
        ),
        "empty": (
            translate("Errors", "{path} is empty."),
            translate("Errors", "Choose a file that holds text."),
        ),
        "binary": (
            translate("Errors", "{path} holds no text."),
            translate(
                "Errors",
                "Save its text as a .txt file first; if it is text, choose its encoding.",
            ),
        ),
        "too_big": (
            translate("Errors", "{path} has {megabytes} MB; at most {limit} MB can be opened."),
            translate("Errors", "Split it into smaller files."),
        ),
        "encoding": (
            translate("Errors", "There is no encoding called {encoding}."),
            translate("Errors", "Try utf-8, gb18030, big5 or utf-16."),
        ),
        "disk_full": (
            translate("Errors", "There is no room left to write {path}."),
            translate("Errors", "Free some space, or choose another disk."),
        ),
        "unreadable": (
            translate("Errors", "{path} cannot be read: {reason}."),
            translate("Errors", "Copy it to another disk."),
        ),
        "unwritable": (
            translate("Errors", "{path} cannot be written: {reason}."),
            translate("Errors", "Choose another name or folder."),
        ),
    }
