"""All that Jingdu says of repairs, evidence and errors, for the command line and the window.

The English sentence is here, the others are its translations. `marked` says so to lupdate (see
resources/build/translations.py), which finds literals only; `reader.text.sentences` puts the
sentences together.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reader.text.kinds import RepairKind, RepairState
from reader.text.marked import marked

# -- kinds and states of repairs


class KindMessage(NamedTuple):
    """What a kind of damage is called, alone and in a sentence, and a sentence that explains it."""

    name: str
    plural: str
    explanation: str


KINDS = {
    RepairKind.GLOSS: KindMessage(
        marked("Kinds", "Gloss"),
        marked("Kinds", "glosses"),
        marked("Kinds", "Pinyin in parentheses was added after the character."),
    ),
    RepairKind.SLIP: KindMessage(
        marked("Kinds", "Byte slip"),
        marked("Kinds", "byte slips"),
        marked("Kinds", "Bytes were inserted or cut, which turned characters into others."),
    ),
    RepairKind.VARIANT: KindMessage(
        marked("Kinds", "Variant"),
        marked("Kinds", "variants"),
        marked("Kinds", "The character was replaced by a rare variant."),
    ),
    RepairKind.SCRIPT: KindMessage(
        marked("Kinds", "Traditional form"),
        marked("Kinds", "traditional forms"),
        marked("Kinds", "The character was replaced by a traditional form."),
    ),
    RepairKind.PUNCTUATION: KindMessage(
        marked("Kinds", "Punctuation"),
        marked("Kinds", "punctuation"),
        marked("Kinds", "A punctuation mark was made half-width, or a stray space was inserted."),
    ),
    RepairKind.ENCODING: KindMessage(
        marked("Kinds", "Encoding"),
        marked("Kinds", "wrong encodings"),
        marked("Kinds", "The text was read in the wrong encoding."),
    ),
    RepairKind.DEBRIS: KindMessage(
        marked("Kinds", "Web page residue"),
        marked("Kinds", "web page residue"),
        marked(
            "Kinds",
            "Tags, entities, invisible characters or signs against copying were left over from a "
            "web page.",
        ),
    ),
    RepairKind.MANUAL: KindMessage(
        marked("Kinds", "By hand"),
        marked("Kinds", "changes by hand"),
        marked("Kinds", "You decided this yourself."),
    ),
}

STATES = {
    RepairState.LOST: marked("State", "Lost"),
    RepairState.CERTAIN: marked("State", "Certain"),
    RepairState.UNSURE: marked("State", "Unsure"),
    RepairState.UNDECIDED: marked("State", "Undecided"),
    RepairState.BY_HAND: marked("State", "By hand"),
}

DECISIONS = {
    "accept": marked("Decisions", "Accepted"),
    "keep": marked("Decisions", "Original kept"),
    "alternative": marked("Decisions", "Alternative chosen"),
    "typed": marked("Decisions", "Typed"),
}
"""How a place was decided by hand: the values of `reader.review.history.How`."""

DECIDED_BY = marked("Decisions", "{decision} by {name}")
DECIDED_AS_PROPOSED = marked("Decisions", "{decision}: {before} → {after} ({percent}%)")
DECIDED = marked("Decisions", "{decision}: {before} → {after}")
DECIDED_OTHERWISE = marked(
    "Decisions", "{decision}: {before} → {after}; proposed: {proposed} ({percent}%)"
)
DECIDED_TO_KEEP = marked("Decisions", "{decision}; proposed: {proposed} ({percent}%)")
PROPOSED = marked("Decisions", "Proposed: {proposed}")

PROFILE_CLEAN = marked("Profile", "Nothing was repaired.")
PROFILE_ALL = marked("Profile", "{kinds} throughout.")
PROFILE_SPARED = marked("Profile", "{kinds} throughout; paragraphs {numbers} are untouched.")
PROFILE_MANY_SPARED = marked(
    "Profile", "{kinds} almost throughout; {count} of {total} paragraphs are untouched."
)
PROFILE_EVERYWHERE = marked("Profile", "All paragraphs were repaired, mostly {kinds}.")
PROFILE_ONLY = marked("Profile", "Only paragraphs {numbers} were repaired, mostly {kinds}.")
PROFILE_SCATTERED = marked(
    "Profile", "{count} of {total} paragraphs were repaired, mostly {kinds}."
)
AND = marked("Profile", "{0} and {1}")
RANGE = marked("Profile", "{0}–{1}")

CHANGE = marked("Repairs", "{kind}: {before} → {after} ({state}, {percent}%)")
NOTHING = marked("Repairs", "nothing")
ALTERNATIVES = marked("Repairs", "Alternatives: {texts}")

CONTROLS = marked(
    "Exports", "Characters this format cannot store, shown as control pictures: {count}"
)


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


class EvidenceMessage(NamedTuple):
    """What a piece of evidence says, and the kinds of its arguments.

    `encoding` is that of all its bytes where the code alone tells it.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    encoding: str = ""


_TEXT = (Kind.TEXT,)
_FORM = (Kind.TEXT, Kind.TEXT, Kind.SOURCES)

EVIDENCE = {
    "gloss_reading": EvidenceMessage(
        marked("Evidence", "The gloss {0} is a reading of {1}."), (Kind.TEXT, Kind.TEXT)
    ),
    "gloss_density": EvidenceMessage(
        marked("Evidence", "Of every 100 characters in this document, {0} have a gloss."),
        (Kind.PER_HUNDRED,),
    ),
    "gloss_lone": EvidenceMessage(
        marked("Evidence", "The text around it is clean, so the gloss may be intended.")
    ),
    "source_table": EvidenceMessage(
        marked("Evidence", "{0} is listed as a variant of {1}: {2}."), _FORM
    ),
    "traditional_form": EvidenceMessage(
        marked("Evidence", "{0} is a traditional form of {1}: {2}."), _FORM
    ),
    "same_phonetic": EvidenceMessage(
        marked("Evidence", "{0} and {1} share the phonetic component and the reading {2}."),
        _TEXT * 3,
    ),
    "same_reading": EvidenceMessage(
        marked("Evidence", "{0} and {1} share the reading {2}."), _TEXT * 3
    ),
    "word": EvidenceMessage(marked("Evidence", "{0} fits the context best."), _TEXT),
    "quoted_form": EvidenceMessage(
        marked(
            "Evidence",
            "It is inside a quotation that is traditional throughout, so it may be intended.",
        )
    ),
    "replaced_here": EvidenceMessage(
        marked(
            "Evidence",
            "Elsewhere in this document, unusual forms stand where common characters belong, so "
            "{0} may stand for {1} here, too.",
        ),
        (Kind.TEXT, Kind.TEXT),
    ),
    "document_spun": EvidenceMessage(  # as older versions wrote it into journals
        marked("Evidence", "Unusual forms stand for common characters throughout this document.")
    ),
    "folded_marks": EvidenceMessage(
        marked(
            "Evidence", "{0} of {1} punctuation marks between Chinese characters are half-width."
        ),
        (Kind.COUNT, Kind.COUNT),
    ),
    "slip_bytes": EvidenceMessage(
        marked("Evidence", "{1} was inserted inside the bytes {0}."),
        (Kind.BYTES, Kind.TEXT),
        "GBK",
    ),
    "slip_key": EvidenceMessage(
        marked("Evidence", "The gloss {2} was meant for {0}, whose bytes are {1}."),
        (Kind.TEXT, Kind.BYTES, Kind.TEXT),
        "GBK",
    ),
    "slip_lost": EvidenceMessage(
        marked("Evidence", "The byte {0} was lost; with it restored, the bytes are {1}."),
        (Kind.BYTES, Kind.PAIRS),
    ),
    "slip_phase": EvidenceMessage(
        marked("Evidence", "Decoded one byte off; correctly aligned, the bytes are {0}."),
        (Kind.PAIRS,),
    ),
    "byte_missing": EvidenceMessage(
        marked(
            "Evidence",
            "One byte is missing here, so that the next {0} characters were decoded one byte off.",
        ),
        (Kind.COUNT,),
    ),
    "cut_bytes": EvidenceMessage(
        marked(
            "Evidence", "The character was cut off in the file; only {0} is left of its {1} bytes."
        ),
        (Kind.BYTES, Kind.ENCODING, Kind.TEXT),
    ),
    "cut_apart": EvidenceMessage(
        marked("Evidence", "Something was inserted between the {1} bytes {0} of one character."),
        (Kind.BYTES, Kind.ENCODING, Kind.TEXT),
    ),
    "guessed": EvidenceMessage(
        marked("Evidence", "The bytes are gone; this is a guess from context.")
    ),
    "entity": EvidenceMessage(
        marked("Evidence", "{0} is the HTML code for {1}."), (Kind.TEXT, Kind.SEEN)
    ),
    "escape": EvidenceMessage(
        marked("Evidence", "{0} is {1}, written as codes."), (Kind.TEXT, Kind.TEXT)
    ),
    "invisible": EvidenceMessage(
        marked("Evidence", "It is an invisible character ({0})."), (Kind.UNSEEN,)
    ),
    "misread": EvidenceMessage(
        marked("Evidence", "The bytes {0} were written in {1} and read as {2}."),
        (Kind.BYTES, Kind.ENCODING, Kind.ENCODING),
    ),
    "unread": EvidenceMessage(
        marked("Evidence", "The text was decoded in the wrong encoding and can't be read back.")
    ),
    "unread_as": EvidenceMessage(
        marked("Evidence", "It seems to be {0} decoded as {1}; it is left unchanged."),
        (Kind.ENCODING, Kind.ENCODING),
    ),
    "unread_lost": EvidenceMessage(
        marked(
            "Evidence",
            "It seems to be {0} decoded as {1}, of which {2}% of the bytes are lost; "
            "it is left unchanged.",
        ),
        (Kind.ENCODING, Kind.ENCODING, Kind.PER_HUNDRED),
    ),
    "misread_again": EvidenceMessage(
        marked("Evidence", "It was misread a second time: {0}."), (Kind.MISREADING,)
    ),
    "tag": EvidenceMessage(marked("Evidence", "{0} is an HTML tag."), _TEXT),
    "noise": EvidenceMessage(
        marked("Evidence", "{0} is the kind of noise that forums insert against copying."), _TEXT
    ),
    "inside_word": EvidenceMessage(
        marked(
            "Evidence",
            "{0} splits the word {1}; {2} words of this document are split like this.",
        ),
        (Kind.TEXT, Kind.TEXT, Kind.COUNT),
    ),
    "inside_word_lone": EvidenceMessage(
        marked("Evidence", "{0} splits the word {1}, but no other word of this document is split."),
        _TEXT * 2,
    ),
    "lost_space": EvidenceMessage(
        marked(
            "Evidence", "A space beside or inside {0} did not exist in the encoding and became ?."
        ),
        _TEXT,
    ),
    "document_number": EvidenceMessage(
        marked("Evidence", "The year in a document number is written {0}."), _TEXT
    ),
    "law_title": EvidenceMessage(
        marked("Evidence", "{0} is the title of a document; question marks replaced its 《》."),
        _TEXT,
    ),
    "pinyin_for": EvidenceMessage(
        marked("Evidence", "{0} is the pinyin of {1}, which forms the word {2}."), _TEXT * 3
    ),
    "spun_words": EvidenceMessage(
        marked(
            "Evidence",
            "Words on this page were replaced by synonyms ({0}), which changed its meaning; the "
            "original can't be restored.",
        ),
        (Kind.SOURCES,),
    ),
    "witness": EvidenceMessage(marked("Evidence", "The second copy has {0} here."), _TEXT),
    "witness_bytes": EvidenceMessage(marked("Evidence", "The remaining bytes match it.")),
    "private_use": EvidenceMessage(
        marked("Evidence", "{0} has no meaning outside its own font."), (Kind.CODES,)
    ),
    "navigation": EvidenceMessage(
        marked("Evidence", "It looks like part of a web page’s navigation.")
    ),
    "stray_space": EvidenceMessage(
        marked("Evidence", "There was a stray space inside {0}."), _TEXT
    ),
    "by_hand": EvidenceMessage(marked("Evidence", "You decided this; Jingdu had read {0}."), _TEXT),
    "by_hand_removed": EvidenceMessage(
        marked("Evidence", "You decided this; Jingdu had removed it.")
    ),
    "by_hand_proposed": EvidenceMessage(
        marked("Evidence", "You decided this; Jingdu had proposed {0}."), _TEXT
    ),
    "by_hand_proposed_gone": EvidenceMessage(
        marked("Evidence", "You decided this; Jingdu had proposed removing it.")
    ),
    "by_hand_alone": EvidenceMessage(
        marked("Evidence", "You decided this; Jingdu had proposed nothing here.")
    ),
    "user_pair": EvidenceMessage(marked("Evidence", "Set by your rule for {0}."), _TEXT),
    "user_pair_of": EvidenceMessage(
        marked("Evidence", "Set by the rule for {0} in {1}, line {2}."),
        (Kind.TEXT, Kind.TEXT, Kind.COUNT),
    ),
    "user_quotes": EvidenceMessage(
        marked("Evidence", "Your rules set {0} as quotation marks."), _TEXT
    ),
    "user_digits": EvidenceMessage(
        marked("Evidence", "Your rules set half-width digits and letters.")
    ),
    "lost": EvidenceMessage(
        marked("Evidence", "Bytes were lost here; nothing can be restored with certainty.")
    ),
    "eaten": EvidenceMessage(
        marked(
            "Evidence",
            "1 byte is gone here: a character such as a digit, a comma or a parenthesis was taken"
            " for half of the Chinese character before it.",
        )
    ),
    "behind_run": EvidenceMessage(
        marked("Evidence", "{0} stands between Chinese characters once the bytes are realigned."),
        _TEXT,
    ),
    "unpaired": EvidenceMessage(
        marked("Evidence", "{0} has no counterpart in this sentence."), _TEXT
    ),
    "not_searched": EvidenceMessage(
        marked(
            "Evidence",
            "Too many bytes were lost to search everywhere; from here to the end of the paragraph,"
            " places that were not read: {0}.",
        ),
        (Kind.COUNT,),
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


# -- errors


class ErrorMessage(NamedTuple):
    """What happened and what to do next; the values of the error stand in braces.

    `window_advice` is what to do in the window, where that differs from the command line.
    """

    what: str
    advice: str = ""
    window_advice: str = ""


TWO_SENTENCES = marked("Wording", "{first} {second}")  # Chinese has no space between them
NAMELESS, NAMELESS_IN_WINDOW = marked("Errors", "The input"), marked("Errors", "The text")
"""What stands for the path of a text that has none: standard input, the clipboard."""

ERRORS = {
    "missing": ErrorMessage(
        marked("Errors", "{path} does not exist."),
        marked("Errors", "Check the name and whether the file was moved."),
    ),
    "folder": ErrorMessage(
        marked("Errors", "{path} is a folder."), marked("Errors", "Choose a file inside it.")
    ),
    "permission": ErrorMessage(
        marked("Errors", "Permission denied: {path} cannot be read."),
        marked("Errors", "Ask its owner for access, or copy it to a folder of your own."),
    ),
    "permission_to_write": ErrorMessage(
        marked("Errors", "Permission denied: {path} cannot be written."),
        marked("Errors", "Choose another folder, or ask its owner for access."),
    ),
    "empty": ErrorMessage(
        marked("Errors", "{path} is empty."), marked("Errors", "Choose a file that contains text.")
    ),
    "binary": ErrorMessage(
        marked("Errors", "{path} is binary data, not text."),
        marked("Errors", "If it is text, specify its encoding."),
        marked("Errors", "If it is text, choose its encoding."),
    ),
    "binary_of_format": ErrorMessage(
        marked("Errors", "{path} is a {format} file, not a text file."),
        marked(
            "Errors", "Save its text as a .txt file first, or, if it is text, specify its encoding."
        ),
        marked("Errors", "Save its text as a .txt file first; if it is text, choose its encoding."),
    ),
    "too_big": ErrorMessage(
        marked("Errors", "{path} is {megabytes} MB; at most {limit} MB can be opened."),
        marked("Errors", "Split it into smaller files."),
    ),
    "broken": ErrorMessage(
        marked("Errors", "{path} is a damaged {format} file."),
        marked(
            "Errors",
            "Download it again, or open it in the program that made it and save it again.",
        ),
    ),
    "encrypted": ErrorMessage(
        marked("Errors", "{path} is protected by a password."),
        marked("Errors", "Open it in the program that made it, remove the password, and save it."),
    ),
    "encrypted_book": ErrorMessage(
        marked("Errors", "{path} is locked: its seller has encrypted the book."),
        marked("Errors", "Ask the seller for a copy without copy protection."),
    ),
    "no_text": ErrorMessage(
        marked(
            "Errors", "{path} has no text: this {format} file contains only pictures, or nothing."
        ),
        marked(
            "Errors",
            "If it is a scan, run text recognition (OCR) on it first and open the result.",
        ),
    ),
    "no_characters": ErrorMessage(
        marked(
            "Errors",
            "{path} has no readable text: its fonts do not say which characters they show.",
        ),
        marked("Errors", "Run text recognition (OCR) on it first and open the result."),
    ),
    "other_format": ErrorMessage(
        marked("Errors", "{path} is in a format that Jingdu cannot read: {format}."),
        marked("Errors", "Open it in the program that made it and save it as {ending}."),
    ),
    "needs_office": ErrorMessage(
        marked("Errors", "{path} is a {format} file; to open it, Jingdu needs LibreOffice."),
        marked("Errors", "Install LibreOffice and open it again, or save it as {ending} first."),
    ),
    "too_much_inside": ErrorMessage(
        marked("Errors", "{path} contains more than any document needs."),
        marked(
            "Errors",
            "It may be damaged, or made to fill memory. If you trust it, save it as text first.",
        ),
    ),
    "takes_too_long": ErrorMessage(
        marked("Errors", "Reading {path} took longer than {seconds} seconds and was stopped."),
        marked(
            "Errors",
            "It may be damaged, or made to take that long. If you trust it, save it as text first.",
        ),
    ),
    "no_address": ErrorMessage(
        marked("Errors", "{address} is not a web address."),
        marked("Errors", "An address starts with http:// or https:// and contains no password."),
    ),
    "address_not_file": ErrorMessage(
        marked("Errors", "{address} is an address, not a file; nothing was fetched."),
        marked(
            "Errors",
            "To fetch it, use jingdu clean --url ADDRESS, or Open address in the window.",
        ),
        marked("Errors", "To fetch it, choose Open address in the File menu."),
    ),
    "cannot_fetch": ErrorMessage(
        marked("Errors", "{address} could not be fetched: {reason}."),
        marked(
            "Errors",
            "Check the address and the connection, or save the page in a browser and open the "
            "saved file.",
        ),
    ),
    "encoding": ErrorMessage(
        marked("Errors", "There is no encoding called {encoding}."),
        marked("Errors", "Try utf-8, gb18030, big5 or utf-16."),
    ),
    "readings": ErrorMessage(
        marked("Errors", "Line {line} of {path} is not a valid reading: {text}."),
        marked(
            "Errors",
            "Write the word, a tab, and one syllable per character, or delete the line.",
        ),
    ),
    "busy": ErrorMessage(
        marked("Errors", "{path} is in use by another program; nothing was saved."),
        marked("Errors", "Try again in a moment, or close other windows of Jingdu."),
    ),
    # archives of pages
    "needs_extra": ErrorMessage(
        marked("Errors", "This needs the Python package {package}, which is not installed."),
        marked("Errors", "To install it, run pip install 'jingdu[{extra}]'."),
    ),
    "no_column": ErrorMessage(
        marked("Errors", "{path} has no column “{column}”. It has: {columns}."),
        marked("Errors", "Name the column of the text with --column."),
    ),
    "no_pages": ErrorMessage(
        marked("Errors", "{path} contains no pages."),
        marked("Errors", "Choose a folder with documents, or an archive."),
    ),
    "no_such_page": ErrorMessage(
        marked("Errors", "{path} has no page called “{page}”."),
        marked("Errors", "The results of jingdu batch list the names of its pages."),
    ),
    "unknown_shape": ErrorMessage(
        marked("Errors", "{path} is neither a document nor an archive that Jingdu can read."),
        marked("Errors", "Names of archives end in {endings}."),
    ),
    "output_there": ErrorMessage(
        marked("Errors", "{path} already exists."),
        marked("Errors", "Use --force to replace it, or choose another name."),
    ),
    "output_unfinished": ErrorMessage(
        marked("Errors", "{path} was begun by an earlier run and is incomplete."),
        marked("Errors", "Use --resume to continue, or --force to start again."),
    ),
    "output_inside": ErrorMessage(
        marked("Errors", "{path} is the source itself."),
        marked("Errors", "Choose another name for the output."),
    ),
    "output_busy": ErrorMessage(
        marked("Errors", "{path} is being written by another run."),
        marked("Errors", "Wait for it to finish, or choose another name."),
    ),
    "cannot_resume_source": ErrorMessage(
        marked("Errors", "{path} cannot be resumed: the source has changed since the run began."),
        marked("Errors", "Use --force to start again."),
    ),
    "cannot_resume_options": ErrorMessage(
        marked("Errors", "{path} cannot be resumed: it was begun with other options or rules."),
        marked("Errors", "Use the same options and rules, or --force to start again."),
    ),
    "cannot_resume_engine": ErrorMessage(
        marked("Errors", "{path} cannot be resumed: it was begun by another version of Jingdu."),
        marked("Errors", "Use that version, or --force to start again."),
    ),
    "cannot_resume_format": ErrorMessage(
        marked("Errors", "{path} cannot be resumed: its manifest cannot be read."),
        marked("Errors", "Use --force to start again."),
    ),
    "workers_die": ErrorMessage(
        marked("Errors", "Worker processes were killed {count} times without finishing anything."),
        marked("Errors", "If memory is short, use fewer processes (-j)."),
    ),
    "no_scheduler": ErrorMessage(
        marked("Errors", "The Dask scheduler at {address} does not answer."),
        marked("Errors", "Check the address, and whether the cluster is running."),
    ),
    "worker_failed": ErrorMessage(
        marked("Errors", "Part {part} failed on a worker: {reason}."),
        marked("Errors", "Check that all workers have the same version of Jingdu."),
    ),
    "row_empty": ErrorMessage(marked("Errors", "The row is empty.")),
    "row_no_column": ErrorMessage(
        marked("Errors", "The row has no column “{column}”. It has: {columns}.")
    ),
    "row_no_text": ErrorMessage(marked("Errors", "The column “{column}” is empty.")),
    "row_other_text": ErrorMessage(
        marked("Errors", "The column “{column}” contains {kind}, not text.")
    ),
    "row_no_json": ErrorMessage(
        marked("Errors", "The line is not valid JSON: there is an error at character {place}.")
    ),
    "row_deep": ErrorMessage(
        marked(
            "Errors", "The JSON in the line is nested too deeply, or contains too long a number."
        )
    ),
    "row_no_object": ErrorMessage(marked("Errors", "The line is not a JSON object.")),
    "rest_lost": ErrorMessage(marked("Errors", "The rest of the file could not be read: {words}")),
    "table_wide": ErrorMessage(
        marked("Errors", "{path} is in {encoding}; tables in this encoding cannot be read."),
        marked("Errors", "Save it as UTF-8 first."),
    ),
    "page_too_long": ErrorMessage(
        marked("Errors", "The page has {count} characters; at most {most} are cleaned."),
        marked("Errors", "Split the page, or raise the limit."),
    ),
    "page_crashed": ErrorMessage(
        marked("Errors", "Worker processes kept crashing on this page, so it was set aside.")
    ),
    "disk_full": ErrorMessage(
        marked("Errors", "Disk full; {path} was not saved."),
        marked("Errors", "Free some space, or choose another disk."),
    ),
    "unreadable": ErrorMessage(
        marked("Errors", "{path} cannot be read: {reason}."),
        marked("Errors", "Copy it to another disk."),
    ),
    "unwritable": ErrorMessage(
        marked("Errors", "{path} cannot be written: {reason}."),
        marked("Errors", "Choose another name or folder."),
    ),
    "journal_foreign": ErrorMessage(
        marked("Errors", "{path} is not a Jingdu file."),
        marked(
            "Errors",
            "Your decisions are saved in Jingdu's own folder instead. Rename that file to save "
            "them beside the document.",
        ),
    ),
    "journal_newer": ErrorMessage(
        marked("Errors", "{path} was saved by a newer version of Jingdu."),
        marked("Errors", "Update Jingdu to see your decisions and continue."),
    ),
    "journal_given": ErrorMessage(
        marked("Errors", "{path} contains the decisions on {document}."),
        marked("Errors", "Name {document} instead; the decisions apply to it."),
        marked("Errors", "Open {document} instead; the decisions apply to it."),
    ),
    "journal_elsewhere": ErrorMessage(
        marked("Errors", "Nothing can be saved in {path}."),
        marked(
            "Errors",
            "Your decisions are saved in Jingdu's own folder and will be there when you open "
            "this document again.",
        ),
    ),
    "journal_merged": ErrorMessage(
        marked("Errors", "{path} was changed by another window or on another computer."),
        marked(
            "Errors",
            "The decisions made there were added to yours; where both decided on a place, the "
            "later decision applies.",
        ),
    ),
    "rules_toml": ErrorMessage(
        marked("Errors", "{path}, line {line}: “{text}” cannot be understood."),
        marked(
            "Errors",
            'Put each text in quotation marks ("), with = between the two texts of a pair.',
        ),
    ),
    "rules_unknown": ErrorMessage(
        marked("Errors", "{path}, line {line}: “{word}” is unknown."),
        marked("Errors", "Perhaps you meant “{nearest}”."),
    ),
    "rules_unknown_of": ErrorMessage(
        marked("Errors", "{path}, line {line}: “{word}” is unknown."),
        marked("Errors", "Use one of: {known}."),
    ),
    "rules_wrong": ErrorMessage(
        marked("Errors", "{path}, line {line}: the rule “{word}” cannot be applied: {reason}."),
        marked("Errors", "Correct the line, or delete it."),
    ),
    "rules_not_for_folder": ErrorMessage(
        marked("Errors", "{path}, line {line}: “{word}” is not allowed in folder rules."),
        marked(
            "Errors",
            "Folder rules can only contain pairs, exceptions and protected texts; move it to "
            "your own rules.",
        ),
    ),
    "library_newer": ErrorMessage(
        marked("Errors", "{path} was saved by a newer version of Jingdu."),
        marked("Errors", "Update Jingdu to see your words; nothing in the file was changed."),
    ),
    "library_damaged": ErrorMessage(
        marked("Errors", "Your words in {path} cannot be read: the file is damaged."),
        marked("Errors", "Restart Jingdu, or restore a backup."),
    ),
    "library_set_aside": ErrorMessage(
        marked("Errors", "{path} was damaged; {saved} entries were recovered."),
        marked(
            "Errors", "The damaged file is kept as {copy}. If words are missing, restore a backup."
        ),
    ),
    "no_typesetter": ErrorMessage(
        marked("Errors", "PDF files cannot be made here."),
        marked(
            "Errors",
            "Install the system packages listed in README.md, or export a web page instead.",
        ),
    ),
    "library_set_aside_whole": ErrorMessage(
        marked("Errors", "{path} was damaged, and a new list of words was begun."),
        marked("Errors", "The damaged file is kept as {copy}. Restore a backup if you have one."),
    ),
    "no_library": ErrorMessage(
        marked("Errors", "{path} is not a backup of your words."),
        marked("Errors", "Choose a file that Jingdu saved as a backup; nothing was changed."),
    ),
    "no_words": ErrorMessage(
        marked("Errors", "{path} contains no Chinese words."),
        marked("Errors", "Choose a list with one word per line, a CSV file, or an Anki export."),
    ),
    "glossary_line": ErrorMessage(
        marked("Errors", "{path}, line {line}: “{text}” was skipped, because {reason}."),
        marked("Errors", "Write a word, a tab and its meaning, or use the CC-CEDICT format."),
    ),
    "newer_anki": ErrorMessage(
        marked("Errors", "{path} is in Anki's newest format, which Jingdu cannot read."),
        marked(
            "Errors",
            "In Anki, export again with “Support older Anki versions” checked, or as “Notes in "
            "Plain Text”.",
        ),
    ),
    "not_this_computer": ErrorMessage(
        marked("Errors", "{address} is not an address on this computer."),
        marked("Errors", "Words go only to Anki on this computer, such as http://127.0.0.1:8765."),
    ),
    "anki_silent": ErrorMessage(
        marked("Errors", "Anki does not answer at {address}: {reason}."),
        marked("Errors", "Start Anki with the AnkiConnect add-on, or export a file instead."),
    ),
    "anki_refused": ErrorMessage(
        marked("Errors", "Anki reported an error: {reason}."),
        marked("Errors", "Check Anki, or export a file instead."),
    ),
    "no_voice": ErrorMessage(
        marked("Errors", "There is no program here that reads aloud."),
        marked("Errors", "Install espeak-ng, then start Jingdu again."),
    ),
    "no_chinese_voice": ErrorMessage(
        marked("Errors", "No voice for Chinese is installed."),
        marked("Errors", "Install espeak-ng with its data, then start Jingdu again."),
    ),
    "cannot_speak": ErrorMessage(
        marked("Errors", "Nothing can be read aloud ({name}): {reason}."),
        marked("Errors", "Check the sound output of the computer."),
    ),
    "not_safe": ErrorMessage(
        marked("Errors", "{address} would receive text without encryption; nothing was sent."),
        marked(
            "Errors",
            "Use an address that starts with https://. Only a server on this computer may have "
            "http://.",
        ),
    ),
    "cannot_translate": ErrorMessage(
        marked("Errors", "{address} gave no translation: {reason}."),
        marked("Errors", "Check the server's address and key, or try again later."),
    ),
    "too_much_to_send": ErrorMessage(
        marked("Errors", "That is too much to translate at once ({size} characters)."),
        marked("Errors", "Up to {limit} characters are sent; translate single sentences instead."),
    ),
    "unexpected": ErrorMessage(
        marked("Errors", "{name} could not be opened: {reason}."),
        "",
        marked("Errors", "The window still shows what was open before."),
    ),
    "crashed": ErrorMessage(
        marked("Errors", "Something failed inside Jingdu ({name})."),
        marked("Errors", "A note on it, without any text of yours, is in {path}."),
    ),
    "crashed_unnoted": ErrorMessage(marked("Errors", "Something failed inside Jingdu ({name}).")),
    "input_closed": ErrorMessage(
        marked("Errors", "Standard input is closed."),
        marked("Errors", "Name a file, or pipe in a text."),
    ),
    "input_unreadable": ErrorMessage(marked("Errors", "Standard input cannot be read: {reason}.")),
    "output_unread": ErrorMessage(marked("Errors", "the program reading the output has ended.")),
    "output_unwritable": ErrorMessage(marked("Errors", "the output cannot be written: {reason}.")),
}

CAUSES = {
    "system": "{words}",  # what the system says, where nothing here says it
    # files
    "is_folder": marked("Errors", "it is a folder"),
    "is_no_folder": marked("Errors", "there is something else of that name, and no folder"),
    "no_folder": marked("Errors", "its folder does not exist"),
    "is_there": marked("Errors", "it already exists; --force replaces it"),
    "not_regular": marked("Errors", "it is not a regular file"),
    "too_long": marked("Errors", "it is larger than {megabytes} MB"),
    "always_written": marked("Errors", "another program keeps writing to it"),
    "no_copy": marked("Errors", "there is nowhere to put a copy"),
    "no_room": marked("Errors", "the disk is full"),
    "bad_name": marked("Errors", "its name is not allowed here"),
    "long_name": marked("Errors", "its name is too long"),
    "link_loop": marked("Errors", "its links form a loop"),
    "read_only": marked("Errors", "the disk is read-only"),
    "in_use": marked("Errors", "another program is using it"),
    "disk_error": marked("Errors", "the disk reports an error"),
    "disk_silent": marked("Errors", "the disk does not answer"),
    "disk_gone": marked("Errors", "the disk was removed"),
    "disk_cannot": marked("Errors", "the disk does not support this"),
    "disk_limit": marked("Errors", "it is larger than the disk allows"),
    "many_open": marked("Errors", "too many files are open"),
    "no_memory": marked("Errors", "there is not enough memory"),
    "no_network": marked("Errors", "the network cannot be reached"),
    "stream_closed": marked("Errors", "standard output is closed"),
    # rules of the user
    "rule_empty": marked("Errors", "a text is empty"),
    "rule_of_lines": marked("Errors", "a text has more than one line"),
    "rule_of_halves": marked("Errors", "a text has half of a character, which no file can hold"),
    "rule_of_nothing": marked("Errors", "both texts are the same"),
    "rule_outside_context": marked("Errors", "the context does not contain the text"),
    "rule_no_gloss": marked("Errors", "it is not pinyin in parentheses, such as (ma) or 吗(ma)"),
    "rule_no_text": marked("Errors", "its value is not a text in quotation marks"),
    "rule_no_list": marked("Errors", "its value is not a list of texts"),
    "rule_no_table": marked("Errors", "it is not a section"),
    "rule_twice": marked("Errors", "the file has another rule for the same text"),
    # glossaries of the user
    "glossary_no_tab": marked("Errors", "no tab separates the word from its meaning"),
    "glossary_no_hanzi": marked("Errors", "it does not begin with a Chinese word"),
    # pages
    "no_answer": marked("Errors", "the server does not answer"),
    "refused": marked("Errors", "the server refuses the connection"),
    "no_server": marked("Errors", "there is no such server, or no network connection"),
    "untrusted": marked("Errors", "the server's certificate cannot be trusted"),
    "broke_off": marked("Errors", "the connection was lost"),
    "damaged": marked("Errors", "the data arrived damaged"),
    "packed": marked("Errors", "its compression is unknown ({packing})"),
    "nowhere": marked("Errors", "it redirects in a loop, or to something that is not a page"),
    "private": marked("Errors", "it redirects into a private network, or to this computer"),
    "answered": marked("Errors", "the server answered {status} {phrase}"),
    "no_http": marked("Errors", "the server's answer cannot be understood"),
    "too_big": marked("Errors", "the server's answer is too large"),
    "other_number": marked("Errors", "it translated {came} sentences of {asked}"),
    "redirected": marked("Errors", "it redirects to another address"),
    "not_here": marked("Errors", "the address does not lead to this computer"),
    "said": marked("Errors", "the server answered {status}: {words}"),
    # programs
    "no_end": marked("Errors", "the program does not finish"),
    "ended": marked("Errors", "the program ended with code {status}"),
}
"""Why something failed: the `reason` of an error."""

FORMATS = (
    marked("Errors", "program"),
    marked("Errors", "ZIP or Office"),
    marked("Errors", "Word or Excel 97"),
)
"""Names of formats that are words of a language."""

CELLS = (
    marked("Errors", "a number"),
    marked("Errors", "true or false"),
    marked("Errors", "a list"),
    marked("Errors", "an object"),
    marked("Errors", "binary data"),
    marked("Errors", "other data"),
)
"""What a cell of a table holds that is not text."""


# -- what is not in the text of a file

LEFT_OUT = {
    "headers": marked("LeftOut", "page headers"),
    "footers": marked("LeftOut", "page footers"),
    "page_numbers": marked("LeftOut", "page numbers"),
    "comments": marked("LeftOut", "comments"),
    "notes": marked("LeftOut", "notes"),
    "fields": marked("LeftOut", "form fields"),
    "deleted": marked("LeftOut", "deleted passages"),
    "hidden": marked("LeftOut", "hidden passages"),
    "pictures": marked("LeftOut", "pictures"),
    "formulas": marked("LeftOut", "formulas"),
    "charts": marked("LeftOut", "charts"),
    "objects": marked("LeftOut", "embedded objects"),
    "symbols": marked("LeftOut", "characters of symbol fonts"),
    "annotations": marked("LeftOut", "annotations"),
    "signatures": marked("LeftOut", "signatures and stamps"),
    "attachments": marked("LeftOut", "attached files"),
    "repeated": marked("LeftOut", "page backgrounds that repeat"),
    "frames": marked("LeftOut", "pages inside the page"),
    "readings": marked("LeftOut", "readings above characters"),
    "unlisted": marked("LeftOut", "pages outside the reading order"),
    "unreadable": marked("LeftOut", "parts that cannot be read"),
    "garbled": marked("LeftOut", "pages whose font does not say which characters it shows"),
}
"""What a file may hold besides its text; the keys are stable."""

NOT_READ = marked("LeftOut", "Not part of the text: {list}.")
NOT_READ_ONE = marked("LeftOut", "{what} ({count})")
