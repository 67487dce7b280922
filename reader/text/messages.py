"""Reasons in English sentences, by evidence code; the window translates these very sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.align import Evidence

CONTEXT = "Evidence"


def marked(_context: str, text: str) -> str:
    """Return `text`; resources/build/translations.py collects what stands in a call of this."""
    return text


TEMPLATES = {
    "gloss_reading": marked("Evidence", "The gloss {0} is a reading of {1}."),
    "gloss_density": marked("Evidence", "{0} of 100 characters in this document carry a gloss."),
    "gloss_lone": marked("Evidence", "The text around it is clean, so the gloss may be meant."),
    "source_table": marked("Evidence", "{0} is listed as a form of {1}: {2}."),
    "traditional_form": marked("Evidence", "{0} is a traditional form of {1}: {2}."),
    "same_phonetic": marked("Evidence", "{0} and {1} share the phonetic part and the reading {2}."),
    "same_reading": marked("Evidence", "{0} and {1} share the reading {2}."),
    "word": marked("Evidence", "The text around it reads best as {0}."),
    "quoted_form": marked(
        "Evidence", "It stands in a quotation that is traditional throughout, and may be meant."
    ),
    "document_spun": marked("Evidence", "Characters are replaced throughout this document."),
    "folded_marks": marked("Evidence", "{0} of {1} marks between hanzi are half-width."),
    "slip_bytes": marked("Evidence", "In the bytes {0}, {1} was put between two halves."),
    "slip_lost": marked(
        "Evidence", "The byte {0} was lost; with it in its place the bytes read {1}."
    ),
    "slip_phase": marked("Evidence", "Read one byte off; in step the bytes read {0}."),
    "slip_key": marked("Evidence", "The gloss {2} was meant for {0}, which is {1}."),
    "cut_bytes": marked(
        "Evidence", "The character was cut in the file; of its {1} bytes {0} is left."
    ),
    "cut_apart": marked(
        "Evidence", "Something was put between the {1} bytes {0} of one character."
    ),
    "guessed": marked(
        "Evidence", "Nothing is left of the bytes here; only the text around it tells."
    ),
    "entity": marked("Evidence", "{0} is the HTML code for {1}."),
    "invisible": marked("Evidence", "It is an invisible character ({0})."),
    "misread": marked("Evidence", "The bytes {0} were written in {1} and read as {2}."),
    "misread_again": marked("Evidence", "There was a second misreading on the way: {0}."),
    "tag": marked("Evidence", "{0} is an HTML tag."),
    "noise": marked("Evidence", "{0} is noise of the kind that forums put into copied text."),
    "private_use": marked("Evidence", "{0} has no meaning outside its own font."),
    "navigation": marked("Evidence", "It looks like a line of a page's menu."),
    "stray_space": marked("Evidence", "There was a stray space inside {0}."),
    "by_hand": marked("Evidence", "You decided this; Jingdu had read {0}."),
    "by_hand_removed": marked("Evidence", "You decided this; Jingdu had removed it."),
    "by_hand_proposed": marked("Evidence", "You decided this; Jingdu had proposed {0}."),
    "by_hand_proposed_gone": marked(
        "Evidence", "You decided this; Jingdu had proposed to remove it."
    ),
    "lost": marked("Evidence", "Bytes were lost here; nothing can be restored with certainty."),
}


def evidence_words(evidence: Evidence, template: str | None = None) -> str:
    """Return one reason as a sentence, by `template` where it is translated.

    An unknown code, or one with fewer arguments than this version gives it, is shown as it is.
    """
    try:
        return (template or TEMPLATES[evidence.code]).format(*evidence.args)
    except (KeyError, IndexError):
        return " ".join((evidence.code, *evidence.args))
