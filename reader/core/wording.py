"""Reasons in English words, by evidence code; the window translates the same codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.align import Evidence

TEMPLATES = {
    "gloss_reading": "the gloss {0} is a reading of {1}",
    "gloss_repeated": "a second gloss of the same character",
    "gloss_density": "{0} of 100 characters in this document carry a gloss",
    "gloss_lone": "the only glosses in otherwise clean text may be meant",
    "source_table": "{0} is listed as a form of {1}: {2}",
    "traditional_form": "{0} is a traditional form of {1}: {2}",
    "same_phonetic": "{0} and {1} share the phonetic part and the reading {2}",
    "same_reading": "{0} and {1} share the reading {2}",
    "word": "the text around it reads best as {0}",
    "quoted_form": "it stands in a quotation that is traditional throughout, and may be meant",
    "document_spun": "the document replaces characters throughout",
    "folded_marks": "{0} of {1} marks between hanzi are half-width",
    "slip_bytes": "bytes {0}: {1} was inserted inside them",
    "slip_key": "{0} ({1}) is the key that the gloss {2} was inserted after",
    "entity": "{0} is the HTML entity for {1}",
    "invisible": "an invisible character ({0})",
    "stray_space": "a stray space inside the word {0}",
    "lost": "bytes were lost here; nothing can be restored with certainty",
}


def evidence_words(evidence: Evidence) -> str:
    """Return one reason as a sentence fragment; an unknown code is shown as it is."""
    template = TEMPLATES.get(evidence.code)
    if template is None:
        return " ".join((evidence.code, *evidence.args))
    return template.format(*evidence.args)
