"""What the engine says in codes, in the reader's language: evidence, errors, confidence.

The sentences of evidence are the core's. Every other text stands as a literal in a call of
translate(), since lupdate finds no others; the table is built at each call, as the language can
change while the window is open. Errors have sentences of their own: the core's, which name a path
and what the command line can do, are put together where they are raised.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.text.errors import ReaderError, reading_failed
from reader.text.evidence import Evidence
from reader.text.sentences import evidence_words

translate = QCoreApplication.translate


def evidence_text(evidence: Evidence) -> str:
    """Return one reason in words, of many bytes the first and the last."""
    return evidence_words(evidence, translate, short=True)


def rule_text(why: str) -> str:
    """Return the reason of a rule of reading as a sentence."""
    from reader.pinyin.reasons import CONTEXT, SENTENCES  # not at the start

    return translate(CONTEXT, SENTENCES[why]) if why in SENTENCES else why


def error_text(error: ReaderError) -> tuple[str, str]:
    """Return what happened and what to do next; in English where no translation is known."""
    templates = _error_templates().get(error.code)
    if templates is None:
        return error.what, error.advice
    values = {name: str(value) for name, value in error.values.items()}
    if error.values.get("path") is None:
        values["path"] = translate("Errors", "The text")
    if "reason" in values:
        values["reason"] = _reasons().get(values["reason"], values["reason"])
    try:
        return templates[0].format(**values), templates[1].format(**values)
    except KeyError:
        return error.what, error.advice


class Unexpected(ReaderError):  # noqa: N818 - named by what happened
    """Something failed that should not; said, in the language of the moment, not hidden."""

    code = "unexpected"


def as_reader_error(error: Exception, path: Path | None) -> ReaderError:
    """Return any failure as one that says what to do; a ReaderError stays as it is."""
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, OSError) and path is not None:
        return reading_failed(path, error)
    name = (path.name if path is not None else "") or translate("Errors", "The text")
    what = translate("Errors", "{name} could not be opened: {reason}.")
    return Unexpected(
        what.format(name=name, reason=error),
        translate("Errors", "The window shows what it showed before."),
    )


def confidence_word(confidence: float) -> str:
    """Return how sure a repair is, as a word, for a confidence of 0..1."""
    if confidence >= 0.95:
        return translate("Confidence", "Certain")
    if confidence >= 0.8:
        return translate("Confidence", "Very likely")
    if confidence >= 0.5:
        return translate("Confidence", "Likely")
    return translate("Confidence", "Undecided")


def sentences(first: str, second: str) -> str:
    """Return two sentences one after the other; Chinese has no space between them."""
    return translate("Wording", "{first} {second}").format(first=first, second=second)


def percent(share: float) -> str:
    """Return a share of 0..1 in per cent, rounded down: 99.7 is not certainty."""
    return translate("Confidence", "{number} %").format(number=int(share * 100 + 1e-9))


def _reasons() -> dict[str, str]:
    """Return why a page did not come, by the English words; what a system says stays as it is."""
    return {
        "the server does not answer": translate("Errors", "the server does not answer"),
        "the server refuses the connection": translate(
            "Errors", "the server refuses the connection"
        ),
        "there is no such server, or no connection to the network": translate(
            "Errors", "there is no such server, or no connection to the network"
        ),
        "the server's certificate cannot be trusted": translate(
            "Errors", "the server's certificate cannot be trusted"
        ),
        "the connection broke off": translate("Errors", "the connection broke off"),
        "it came damaged": translate("Errors", "it came damaged"),
        "it leads in circles, or to something that is no page": translate(
            "Errors", "it leads in circles, or to something that is no page"
        ),
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
        "broken": (
            translate("Errors", "{path} is a damaged {format} file."),
            translate(
                "Errors",
                "Get it again from where it came, or open it in its own program and save it anew.",
            ),
        ),
        "encrypted": (
            translate("Errors", "{path} is protected by a password."),
            translate(
                "Errors", "Open it in its own program, take the protection off, and save it."
            ),
        ),
        "no_text": (
            translate("Errors", "{path} holds no text: there are only pictures in it, or nothing."),
            translate(
                "Errors",
                "If it was scanned, let a program recognise its text (OCR) first, and open the "
                "result.",
            ),
        ),
        "other_format": (
            translate("Errors", "{path} is in a format that Jingdu cannot read: {format}."),
            translate("Errors", "Open it in its own program and save it as {ending}."),
        ),
        "too_much_inside": (
            translate("Errors", "{path} unpacks to more than {limit} MB."),
            translate(
                "Errors",
                "It may be made to fill the memory. If you trust it, save it as text first.",
            ),
        ),
        "no_address": (
            translate("Errors", "{address} is not the address of a page."),
            translate(
                "Errors", "An address begins with http:// or https:// and has no password in it."
            ),
        ),
        "address_not_file": (
            translate("Errors", "{address} is an address, not a file; nothing was fetched."),
            translate("Errors", "To fetch it, choose Open address in the File menu."),
        ),
        "cannot_fetch": (
            translate("Errors", "{address} could not be fetched: {reason}."),
            translate(
                "Errors",
                "Check the address and the connection, or save the page in a browser and open "
                "that.",
            ),
        ),
        "readings": (
            translate("Errors", "Line {line} of {path} is no reading: {text}."),
            translate(
                "Errors",
                "Write the word, a tab, and one syllable for each of its characters, or delete "
                "the line.",
            ),
        ),
        "busy": (
            translate("Errors", "{path} is in use by another program; nothing was saved."),
            translate(
                "Errors",
                "Try again in a moment, or close other windows of Jingdu.",
            ),
        ),
        "journal_foreign": (
            translate("Errors", "{path} is not a Jingdu file."),
            translate(
                "Errors",
                "Your decisions are saved in Jingdu's own folder instead. Rename that file to save "
                "them beside the document.",
            ),
        ),
        "journal_newer": (
            translate("Errors", "{path} was saved by a newer version of Jingdu."),
            translate("Errors", "Update Jingdu to see your decisions and to go on."),
        ),
        "journal_merged": (
            translate("Errors", "{path} was changed by another window or on another computer."),
            translate(
                "Errors",
                "The decisions made there were added to yours; where both decided on a place, the "
                "later decision holds.",
            ),
        ),
        "journal_elsewhere": (
            translate("Errors", "Nothing can be saved in {path}."),
            translate(
                "Errors",
                "Your decisions are saved in Jingdu's own folder and will be there when you open "
                "this document again.",
            ),
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


def plain(text: str) -> str:
    """Return an action's text as it reads outside a menu: no mnemonic, no ellipsis.

    Chinese puts the mnemonic in parentheses behind the text: 打开(&O)… becomes 打开.
    """
    start = text.find("(&")
    if start >= 0 and text[start + 3 : start + 4] == ")":
        text = text[:start] + text[start + 4 :]
    return text.replace("&", "").rstrip("…")
