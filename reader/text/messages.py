"""All that Jingdu says of evidence and errors: one table, for the command line and the window.

The English sentence is here, the others are its translations. `marked` says so to lupdate (see
resources/build/translations.py), which finds literals only; `reader.text.sentences` puts the
sentences together.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


def marked(_context: str, text: str) -> str:
    """Return `text`; resources/build/translations.py collects what stands in a call of this."""
    return text


# -- evidence


class Kind(Enum):
    """What an argument of evidence is, and how it is shown."""

    TEXT = auto()  # str, as it is
    COUNT = auto()  # int
    PER_HUNDRED = auto()  # int, 0 where it is less than one: "<1"
    BYTES = auto()  # Bytes: "CA C2 ??"
    PAIRS = auto()  # Bytes: "BAA3 A1A2"
    ENCODING = auto()  # str, a name of `CODECS`
    MISREADING = auto()  # two encodings: "UTF-8 → Windows-1252"
    SOURCES = auto()  # names of dictionaries: "CC-CEDICT, Unihan kZVariant"
    SEEN = auto()  # Characters, one: "©", "space"
    UNSEEN = auto()  # Characters: "soft hyphen, U+200E"
    CODES = auto()  # Characters: "U+E000 U+E001"


class Reason(NamedTuple):
    """What a piece of evidence says, and the kinds of its arguments.

    `encoding` is that of all its bytes where the code alone tells it.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    encoding: str = ""


_TEXT = (Kind.TEXT,)
_FORM = (Kind.TEXT, Kind.TEXT, Kind.SOURCES)

EVIDENCE = {
    "gloss_reading": Reason(
        marked("Evidence", "The gloss {0} is a reading of {1}."), (Kind.TEXT, Kind.TEXT)
    ),
    "gloss_density": Reason(
        marked("Evidence", "{0} of 100 characters in this document carry a gloss."),
        (Kind.PER_HUNDRED,),
    ),
    "gloss_lone": Reason(
        marked("Evidence", "The text around it is clean, so the gloss may be meant.")
    ),
    "source_table": Reason(marked("Evidence", "{0} is listed as a form of {1}: {2}."), _FORM),
    "traditional_form": Reason(marked("Evidence", "{0} is a traditional form of {1}: {2}."), _FORM),
    "same_phonetic": Reason(
        marked("Evidence", "{0} and {1} share the phonetic part and the reading {2}."), _TEXT * 3
    ),
    "same_reading": Reason(marked("Evidence", "{0} and {1} share the reading {2}."), _TEXT * 3),
    "word": Reason(marked("Evidence", "The text around it reads best as {0}."), _TEXT),
    "quoted_form": Reason(
        marked(
            "Evidence", "It stands in a quotation that is traditional throughout, and may be meant."
        )
    ),
    "document_spun": Reason(
        marked("Evidence", "Characters are replaced throughout this document.")
    ),
    "folded_marks": Reason(
        marked("Evidence", "{0} of {1} marks between hanzi are half-width."),
        (Kind.COUNT, Kind.COUNT),
    ),
    "slip_bytes": Reason(
        marked("Evidence", "In the bytes {0}, {1} was put between two halves."),
        (Kind.BYTES, Kind.TEXT),
        "GBK",
    ),
    "slip_key": Reason(
        marked("Evidence", "The gloss {2} was meant for {0}, which is {1}."),
        (Kind.TEXT, Kind.BYTES, Kind.TEXT),
        "GBK",
    ),
    "slip_lost": Reason(
        marked("Evidence", "The byte {0} was lost; with it in its place the bytes read {1}."),
        (Kind.BYTES, Kind.PAIRS),
    ),
    "slip_phase": Reason(
        marked("Evidence", "Read one byte off; in step the bytes read {0}."), (Kind.PAIRS,)
    ),
    "cut_bytes": Reason(
        marked("Evidence", "The character was cut in the file; of its {1} bytes {0} is left."),
        (Kind.BYTES, Kind.ENCODING, Kind.TEXT),
    ),
    "cut_apart": Reason(
        marked("Evidence", "Something was put between the {1} bytes {0} of one character."),
        (Kind.BYTES, Kind.ENCODING, Kind.TEXT),
    ),
    "guessed": Reason(
        marked("Evidence", "Nothing is left of the bytes here; only the text around it tells.")
    ),
    "entity": Reason(marked("Evidence", "{0} is the HTML code for {1}."), (Kind.TEXT, Kind.SEEN)),
    "invisible": Reason(marked("Evidence", "It is an invisible character ({0})."), (Kind.UNSEEN,)),
    "misread": Reason(
        marked("Evidence", "The bytes {0} were written in {1} and read as {2}."),
        (Kind.BYTES, Kind.ENCODING, Kind.ENCODING),
    ),
    "misread_again": Reason(
        marked("Evidence", "There was a second misreading on the way: {0}."), (Kind.MISREADING,)
    ),
    "tag": Reason(marked("Evidence", "{0} is an HTML tag."), _TEXT),
    "noise": Reason(
        marked("Evidence", "{0} is noise of the kind that forums put into copied text."), _TEXT
    ),
    "private_use": Reason(
        marked("Evidence", "{0} has no meaning outside its own font."), (Kind.CODES,)
    ),
    "navigation": Reason(marked("Evidence", "It looks like a line of a page's menu.")),
    "stray_space": Reason(marked("Evidence", "There was a stray space inside {0}."), _TEXT),
    "by_hand": Reason(marked("Evidence", "You decided this; Jingdu had read {0}."), _TEXT),
    "by_hand_removed": Reason(marked("Evidence", "You decided this; Jingdu had removed it.")),
    "by_hand_proposed": Reason(
        marked("Evidence", "You decided this; Jingdu had proposed {0}."), _TEXT
    ),
    "by_hand_proposed_gone": Reason(
        marked("Evidence", "You decided this; Jingdu had proposed to remove it.")
    ),
    "lost": Reason(
        marked("Evidence", "Bytes were lost here; nothing can be restored with certainty.")
    ),
}

CHARACTER_NAMES = {
    " ": marked("Evidence", "space"),
    "\u00ad": marked("Evidence", "soft hyphen"),
    "\u200b": marked("Evidence", "zero-width space"),
    "\u200c": marked("Evidence", "zero-width non-joiner"),
    "\u200d": marked("Evidence", "zero-width joiner"),
    "\u2060": marked("Evidence", "word joiner"),
    "\ufeff": marked("Evidence", "byte order mark"),
}
"""What is called by a name; any other character that is not seen is told by its code point."""

LESS_THAN_ONE = marked("Evidence", "<1")
LIST = marked("Evidence", "{0}, {1}")  # what stands between the names of a list
