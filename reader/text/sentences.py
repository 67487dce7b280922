"""Says kinds, evidence and errors in words, in English or by a translation.

Evidence and errors are also written as the strings that files hold, and read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from reader.text.causes import Cause
from reader.text.evidence import CODECS, Argument, Bytes, Characters, Evidence
from reader.text.kinds import RepairKind, RepairState
from reader.text.left_out import LeftOut
from reader.text.marked import marked
from reader.text.messages import (
    CAUSES,
    CHARACTER_NAMES,
    DECIDED_BY,
    DECISIONS,
    ERRORS,
    EVIDENCE,
    KINDS,
    LEFT_OUT,
    LESS_THAN_ONE,
    LIST,
    NAMELESS,
    NAMELESS_IN_WINDOW,
    NOT_READ,
    NOT_READ_ONE,
    STATES,
    TWO_SENTENCES,
    Kind,
)

Translate = Callable[[str, str], str]
"""Gives the translation of an English text in a context; `marked` leaves it in English."""

_NAMES = ("path", "address", "name")
_LONGEST = 18  # characters of bytes in a sentence that is to be short
_HEX = re.compile(r"(?:[0-9A-F]{2}|\?\?)(?: ?(?:[0-9A-F]{2}|\?\?))*")
_MISSING = "??"
_ARROW = " → "
_NUMBER = re.compile("[0-9]{1,9}")
_CODE_POINT = re.compile("U\\+([0-9A-F]{4,6})")
_VALUE = re.compile(r"{(\w+)}")
_LONGEST_ERROR = 1_000  # characters; rows may be anybody's, and a search must not take seconds
_BY_NAME = {name: char for char, name in CHARACTER_NAMES.items()}


def kind_name(kind: RepairKind, translate: Translate = marked) -> str:
    """Return what a kind of repair is called."""
    return translate("Kinds", KINDS[kind].name)


def state_name(state: RepairState, translate: Translate = marked) -> str:
    """Return what a state of a repair is called."""
    return translate("State", STATES[state])


def decision_name(how: str, translate: Translate = marked, *, by: str = "") -> str:
    """Return how a place was decided by hand, and by whom; `how` is a key of `DECISIONS`."""
    name = translate("Decisions", DECISIONS[how])
    if not by:
        return name
    return translate("Decisions", DECIDED_BY).format(decision=name, name=by)


def left_out_words(left_out: Sequence[LeftOut], translate: Translate = marked) -> str:
    """Return what is not in the text of a file, as a sentence; empty for nothing."""
    if not left_out:
        return ""
    one = translate("LeftOut", NOT_READ_ONE)
    names = [
        one.format(what=translate("LeftOut", LEFT_OUT[what]), count=number)
        for what, number in left_out
    ]
    return translate("LeftOut", NOT_READ).format(list=_listed(names, translate))


def evidence_words(
    evidence: Evidence, translate: Translate = marked, *, short: bool = False
) -> str:
    """Return one reason as a sentence; a `short` one shows the first and the last of many bytes.

    An unknown code, or one with fewer arguments than this version gives it, is shown as it is.
    """
    reason = EVIDENCE.get(evidence.code)
    if reason is None or len(evidence.args) < len(reason.kinds):
        return " ".join((evidence.code, *evidence_texts(evidence)))
    shown = [
        _show(kind, value, translate, short=short)
        for kind, value in zip(reason.kinds, evidence.args, strict=False)
    ]
    return translate("Evidence", reason.words).format(*shown)


def evidence_texts(evidence: Evidence) -> tuple[str, ...]:
    """Return the arguments as journals and JSON hold them; they are what English words show."""
    reason = EVIDENCE.get(evidence.code)
    kinds = reason.kinds if reason else ()
    rest = (Kind.TEXT,) * (len(evidence.args) - len(kinds))
    return tuple(
        _show(kind, value) for kind, value in zip((*kinds, *rest), evidence.args, strict=False)
    )


def read_evidence(code: str, texts: Sequence[str]) -> Evidence:
    """Return the evidence that was written as these strings.

    What is not written as `evidence_texts` would is left a string, and is shown as it is. The
    encoding of bytes stays empty where the strings do not tell it.
    """
    reason = EVIDENCE.get(code)
    if reason is None:
        return Evidence(code, tuple(texts))
    named = [
        text
        for kind, text in zip(reason.kinds, texts, strict=False)
        if kind is Kind.ENCODING and text in CODECS
    ]
    encoding = reason.encoding or (named[0] if named else "")
    read = [_read(kind, text, encoding) for kind, text in zip(reason.kinds, texts, strict=False)]
    return Evidence(code, (*read, *texts[len(read) :]))


def _show(
    kind: Kind, value: Argument, translate: Translate = marked, *, short: bool = False
) -> str:
    """Return an argument in words; one that is not of its kind as it is."""
    match value:
        case str():
            return value
        case int():
            few = kind is Kind.PER_HUNDRED and value == 0
            return translate("Evidence", LESS_THAN_ONE) if few else str(value)
        case Bytes():
            return _show_bytes(value, in_pairs=kind is Kind.PAIRS, short=short)
        case Characters():
            return _show_characters(kind, value.text, translate)
        case _:
            return _ARROW.join(value) if kind is Kind.MISREADING else _listed(value, translate)


def _show_bytes(data: Bytes, *, in_pairs: bool, short: bool) -> str:
    digits = [_MISSING if value is None else f"{value:02X}" for value in data.values()]
    if in_pairs:  # of an odd number the first stands alone
        odd = len(digits) % 2
        rest = digits[odd:]
        pairs = map("".join, zip(rest[::2], rest[1::2], strict=True))
        digits = [*digits[:odd], *pairs]
    shown = " ".join(digits)
    return f"{digits[0]} … {digits[-1]}" if short and len(shown) > _LONGEST else shown


def _show_characters(kind: Kind, text: str, translate: Translate) -> str:
    if kind is Kind.CODES:
        return " ".join(map(_code_point, text))
    known = {
        char: translate("Evidence", CHARACTER_NAMES[char])
        for char in text
        if char in CHARACTER_NAMES
    }
    if kind is Kind.SEEN:
        return known.get(text, text)
    return _listed([known.get(char) or _code_point(char) for char in text], translate)


def _listed(names: Sequence[str], translate: Translate) -> str:
    between = translate("Evidence", LIST).format("", "")
    return between.join(names)


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


def _read(kind: Kind, text: str, encoding: str) -> Argument:
    """Return the argument that is written as `text`, or the text if none is."""
    value = _parse(kind, text, encoding)
    return text if value is None or _show(kind, value) != text else value


def _parse(kind: Kind, text: str, encoding: str) -> Argument | None:
    match kind:
        case Kind.COUNT | Kind.PER_HUNDRED:
            if text == LESS_THAN_ONE:
                return 0
            return int(text) if _NUMBER.fullmatch(text) else None
        case Kind.BYTES | Kind.PAIRS:
            if not _HEX.fullmatch(text):
                return None
            digits = text.replace(" ", "")
            pieces = [digits[at : at + 2] for at in range(0, len(digits), 2)]
            return Bytes.of((-1 if one == _MISSING else int(one, 16) for one in pieces), encoding)
        case Kind.MISREADING:
            return tuple(text.split(_ARROW))
        case Kind.SOURCES:
            return tuple(text.split(", ")) if text else ()
        case Kind.SEEN:
            return Characters(_BY_NAME.get(text, text))
        case Kind.UNSEEN:
            return _parse_names(text.split(", "))
        case Kind.CODES:
            return _parse_names(text.split(" "))
        case _:
            return None


def _parse_names(names: Sequence[str]) -> Characters | None:
    chars = [_BY_NAME.get(name) or _of_code(name) for name in names]
    return Characters("".join(chars)) if all(chars) else None


def _of_code(name: str) -> str:
    found = _CODE_POINT.fullmatch(name)
    code = int(found[1], 16) if found else 0
    return chr(code) if 0 < code <= 0x10FFFF else ""


# -- errors


def error_words(
    code: str, values: Mapping[str, object], translate: Translate = marked, *, window: bool = False
) -> tuple[str, str]:
    """Return what happened and what to do next, as the command line or the window says it."""
    message = ERRORS[code]
    shown = {name: _show_value(name, value, translate) for name, value in values.items()}
    nameless = NAMELESS_IN_WINDOW if window else NAMELESS
    for name in _NAMES:
        if name in values and not values[name]:
            shown[name] = translate("Errors", nameless)
    advice = (window and message.window_advice) or message.advice
    return (
        translate("Errors", message.what).format(**shown),
        translate("Errors", advice).format(**shown) if advice else "",
    )


def cause_words(cause: Cause, translate: Translate = marked) -> str:
    """Return a cause in a few words that end a sentence."""
    words = translate("Errors", CAUSES[cause.code])
    return words.format(**cause.values).rstrip(" .")


def translate_error(text: str, translate: Translate) -> str:
    """Return an error that a file holds in English in another language, as it is if unknown.

    The row of a page says so why it failed: "a.txt is empty. Choose a file that contains text."
    """
    found = None if translate is marked else read_error(text)
    if found is None:
        return text
    first, second = error_words(*found, translate)
    if not second:
        return first
    return translate("Wording", TWO_SENTENCES).format(first=first, second=second)


def read_error(text: str) -> tuple[str, dict[str, object]] | None:
    """Return the line of the table that says this in English, and its values; None if none does."""
    if len(text) > _LONGEST_ERROR:
        return None
    for code, pattern in _error_patterns():
        if found := pattern.fullmatch(text):
            values = {name: _read_value(name, value) for name, value in found.groupdict().items()}
            if " ".join(error_words(code, values)).strip() == text:
                return code, values
    return None


@cache
def _error_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return what each error reads like, those first that say most of their own.

    First of all how they begin: "The rest of the file could not be read: a.zip is a damaged…"
    """
    said = {code: f"{error.what} {error.advice}".strip() for code, error in ERRORS.items()}
    return _patterns(said)


@cache
def _cause_patterns() -> list[tuple[str, re.Pattern[str]]]:
    return _patterns({code: words for code, words in CAUSES.items() if code != "system"})


def _patterns(said: Mapping[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for code, words in said.items():
        pieces = _VALUE.split(words)  # words and names of values in turn
        named: set[str] = set()
        pattern = re.escape(pieces[0])
        for name, behind in zip(pieces[1::2], pieces[2::2], strict=True):
            pattern += f"(?P={name})" if name in named else f"(?P<{name}>.+?)"
            pattern += re.escape(behind)
            named.add(name)
        own = len(pieces[0]), sum(map(len, pieces[::2]))
        found.append((own, code, re.compile(pattern, re.DOTALL)))
    found.sort(key=lambda one: one[0], reverse=True)
    return [(code, pattern) for _, code, pattern in found]


def _read_value(name: str, text: str) -> object:
    if name == "reason":
        for code, pattern in _cause_patterns():
            if found := pattern.fullmatch(text):
                return Cause(code, **found.groupdict())
        return Cause("system", words=text)
    return None if name in _NAMES and text == NAMELESS else text


def _show_value(name: str, value: object, translate: Translate) -> str:
    if isinstance(value, Cause):
        return cause_words(value, translate)
    if name == "words" and isinstance(value, str):  # an error in an error: why the rest is lost
        return translate_error(value, translate)
    if name in ("format", "kind") and isinstance(value, str):
        return translate("Errors", value)
    return str(value)
