"""What the engine says in codes, in the reader's language: evidence, errors, confidence.

The sentences of evidence and errors are the core's. Every other text stands as a literal in a call
of translate(), since lupdate finds no others, and is asked for anew at each call, as the language
can change while the window is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.text.errors import ReaderError, Unexpected, reading_failed

if TYPE_CHECKING:
    from reader.review.history import How
    from reader.text.evidence import Evidence
    from reader.text.kinds import RepairState
    from reader.text.left_out import LeftOut

translate = QCoreApplication.translate


def evidence_text(evidence: Evidence) -> str:
    """Return one reason in words, of many bytes the first and the last."""
    from reader.text.sentences import evidence_words  # not at the start

    return evidence_words(evidence, translate, short=True)


def rule_text(why: str) -> str:
    """Return the reason of a rule of reading as a sentence."""
    from reader.pinyin.reasons import CONTEXT, SENTENCES  # not at the start

    return translate(CONTEXT, SENTENCES[why]) if why in SENTENCES else why


def error_text(error: ReaderError) -> tuple[str, str]:
    """Return what happened and what to do next; in English where no translation is known."""
    from reader.text.messages import ERRORS  # not at the start
    from reader.text.sentences import error_words, read_error

    if error.message_id in ERRORS:
        return error_words(error.message_id, error.values, translate, window=True)
    found = read_error(error.what)  # the row of a page holds its error as a text
    if found is None:
        return error.what, error.advice
    return error_words(*found, translate, window=True)


def as_reader_error(error: Exception, path: Path | None) -> ReaderError:
    """Return any failure as one that says what to do; a ReaderError stays as it is."""
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, OSError) and path is not None:
        return reading_failed(path, error)
    return Unexpected(path.name if path is not None else "", error)


def rule_title(rule: str) -> str:
    """Return what a rule of the engine is called; its id where it has no title."""
    from reader.repair.rules.known import rule_name  # few places name rules

    return rule_name(rule, translate)


def state_word(state: RepairState) -> str:
    """Return how a repair stands, as a word."""
    from reader.text.messages import STATES  # not at the start

    return translate("State", STATES[state])


def gone_words(count: int) -> str:
    """Return how many bytes are gone at a place, as a sentence without its full stop."""
    if count == 1:
        return translate("State", "1 byte is gone here")
    return translate("State", "{count} bytes are gone here").format(count=count)


def left_out_text(left_out: Sequence[LeftOut]) -> str:
    """Return what is not in the text of a file, as a sentence; empty for nothing."""
    from reader.text.sentences import left_out_words  # not at the start

    return left_out_words(left_out, translate)


def decision_word(how: How) -> str:
    """Return how a place was decided on."""
    from reader.text.messages import DECISIONS  # not at the start

    return translate("Decisions", DECISIONS[how.value])


def sentences(first: str, second: str) -> str:
    """Return two sentences one after the other; Chinese has no space between them."""
    return translate("Wording", "{first} {second}").format(first=first, second=second)


def percent(share: float) -> str:
    """Return a share of 0..1 in per cent, rounded down: 99.7 is not certainty."""
    return translate("Confidence", "{number}%").format(number=int(share * 100 + 1e-9))


def plain(text: str) -> str:
    """Return an action's text as it reads outside a menu: no mnemonic, no ellipsis.

    Chinese puts the mnemonic in parentheses behind the text: 打开(&O)… becomes 打开.
    """
    text, _, _ = text.partition("\t")  # behind it a menu shows a key
    start = text.find("(&")
    if start >= 0 and text[start + 3 : start + 4] == ")":
        text = text[:start] + text[start + 4 :]
    return text.replace("&", "").rstrip("…")
