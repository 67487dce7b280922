"""Writes a file of rules so that everything in it stays that was not changed: comments, order.

Each rule that is gone is taken out of the file, each new one is put in; nothing else is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Array, InlineTable, Table

from reader.repair.rules.model import Replacement, Rules
from reader.review.rules.parse import (
    AFTER,
    CONTEXT,
    EXCEPTIONS,
    LISTS,
    PAIRS,
    PUNCTUATION,
    parse_rules,
)
from reader.text.errors import reading_failed
from reader.text.files import locked, write_bytes

_HEAD = "Rules for Jingdu: texts stand in quotation marks, names of sections stay as they are."


def update_rules(path: Path, change: Callable[[Rules], Rules], *, about: str = "") -> Rules:
    """Change a file of rules while it is locked, and return the new rules.

    `change` gets the rules of the file at that moment, so that nothing written in the meantime is
    lost. A new file says in a comment what it is `about`. Raises ReaderError; the file is then
    unchanged.
    """
    with locked(path):
        data = _read(path)
        before = parse_rules(data, path)
        after = change(before)
        if after != before:
            made = render_rules(after, before, data.decode("utf-8-sig"), about=about).encode()
            parse_rules(made, path)  # what could not be read again is never written
            write_bytes(path, made)
        return after


def save_rules(path: Path, rules: Rules, *, about: str = "") -> Rules:
    """Make these the rules of a file, which keeps its comments. Raises ReaderError."""
    return update_rules(path, lambda _: rules, about=about)


def render_rules(after: Rules, before: Rules | None = None, text: str = "", about: str = "") -> str:
    """Return the text of a file with the rules `after`; `text` is that of the file with `before`.

    Line ends stay as they are.
    """
    windows = "\r\n" in text
    document = tomlkit.parse(text.replace("\r\n", "\n"))
    if not text:
        document.add(tomlkit.comment(_HEAD))
        if about:
            document.add(tomlkit.comment("".join(filter(str.isprintable, about))))
        document.add(tomlkit.nl())
    was = before or Rules()
    for key in LISTS:
        _change_list(document, key, getattr(was, key), getattr(after, key))
    _change_table(document, PAIRS, was.pairs, after.pairs)
    _change_table(document, EXCEPTIONS, was.exceptions, after.exceptions)
    _change_style(document, _list_style(was), _list_style(after))
    made = tomlkit.dumps(document)
    return made.replace("\n", "\r\n") if windows else made


def _read(path: Path) -> bytes:
    """Return the bytes of a file, none if there is no file. Raises ReaderError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise reading_failed(path, error) from error


def _change_list(
    document: TOMLDocument, key: str, was: tuple[str, ...], now: tuple[str, ...]
) -> None:
    if was == now:
        return
    if not now:
        del document[key]
        return
    if key not in document:
        document.add(key, tomlkit.array())
    array: Array = document[key]
    kept, known = set(now), set(was)
    for at in range(len(array) - 1, -1, -1):  # one that stands there twice has to go twice
        if array[at] not in kept:
            del array[at]
    for text in now:
        if text not in known:
            array.append(text)


def _change_table(
    document: TOMLDocument, key: str, was: Iterable[Replacement], now: Iterable[Replacement]
) -> None:
    old, new = _group(was), _group(now)
    if old == new:
        return
    if not new:
        del document[key]
        return
    if key not in document:
        document.add(key, tomlkit.table())
    table: Table = document[key]
    # Not `remove`: a section that is written in two parts has none.
    for before in old.keys() - new.keys():
        del table[before]
    for before, rules in new.items():
        if old.get(before) != rules:
            table[before] = _render_value(rules)


def _group(rules: Iterable[Replacement]) -> dict[str, list[Replacement]]:
    found: dict[str, list[Replacement]] = {}
    for one in rules:
        found.setdefault(one.before, []).append(one)
    return found


def _render_value(rules: list[Replacement]) -> str | InlineTable | Array:
    """Return the value of a key: a text, an inline table with a context, or a list of such."""
    values: list[str | InlineTable] = []
    for one in rules:
        if one.context:
            inline = tomlkit.inline_table()
            inline.update({AFTER: one.after, CONTEXT: one.context})
            values.append(inline)
        else:
            values.append(one.after)
    if len(values) == 1:
        return values[0]
    array = tomlkit.array()
    array.extend(values)
    return array


def _list_style(rules: Rules) -> dict[str, str]:
    said = {
        "quotes": rules.quotes,
        "digits": rules.digits.value if rules.digits else "",
        "marks": rules.marks.value if rules.marks else "",
    }
    return {key: value for key, value in said.items() if value}


def _change_style(document: TOMLDocument, was: dict[str, str], now: dict[str, str]) -> None:
    if was == now:
        return
    if not now:
        del document[PUNCTUATION]
        return
    if PUNCTUATION not in document:
        document.add(PUNCTUATION, tomlkit.table())
    table: Table = document[PUNCTUATION]
    for key in was.keys() - now.keys():
        del table[key]
    for key, value in now.items():
        if was.get(key) != value:
            table[key] = value
