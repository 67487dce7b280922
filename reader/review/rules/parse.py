"""Reads a file of rules, which is TOML in UTF-8.

    protected = ["乾隆", "著者"]              # stay as the source has them
    glosses = ["(ma)", "了(liǎo)"]            # pinyin that stays
    switched_off = ["spacing.between_hanzi"]  # rules of Jingdu, or whole mechanisms
    switched_on = ["marks"]                   # which a file of a lower level has switched off

    [pairs]                                   # always
    "帐号" = "账号"
    "后" = { after = "後", context = "以后" }   # only there

    [exceptions]                              # never
    "喫" = "吃"
    "乾" = ["干", "幹"]

    [punctuation]
    quotes = "「」"                            # or “”, or keep
    digits = "half-width"                     # or keep
    marks = "keep"                            # half-width ones stay; or repair

Whatever is wrong is an error with its line, so that no rule is left out in silence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.repair.rules.known import SWITCHES
from reader.repair.rules.model import (
    QUOTES,
    Digits,
    Marks,
    Replacement,
    Rules,
    check_gloss,
    check_replacement,
    check_text,
)
from reader.review.rules.errors import RulesNotForFolder, RulesUnreadable, RuleUnknown, RuleWrong
from reader.text.causes import Cause
from reader.text.errors import BrokenFile, FileTooBig, reading_failed

PAIRS, EXCEPTIONS, PUNCTUATION = "pairs", "exceptions", "punctuation"
AFTER, CONTEXT = "after", "context"
LISTS = ("protected", "glosses", "switched_off", "switched_on")
SECTIONS = (*LISTS, PAIRS, EXCEPTIONS, PUNCTUATION)
LITERAL = (PAIRS, EXCEPTIONS, "protected")
KEEP = "keep"
STYLES: Mapping[str, tuple[str, ...]] = {
    "quotes": (*QUOTES, KEEP),
    "digits": tuple(one.value for one in Digits),
    "marks": tuple(one.value for one in Marks),
}
LARGEST = 2**20  # bytes; ten thousand rules take 300 kB
_SHOWN = 60  # characters of a line that is not understood
_LINE = re.compile(r"at line (\d+)")
# Texts of several lines, which may end in one or two quotation marks of their own, and of one line;
# comments; brackets; line ends. All else stands between them.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]"
)


def load_rules(path: Path, *, literal_only: bool = False) -> Rules:
    """Return the rules of a file.

    `literal_only` allows nothing but pairs, exceptions and protected texts. Raises ReaderError: no
    such file, not UTF-8, no TOML, a word that is unknown, a value that does not fit.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        failed = error if isinstance(error, OSError) else FileNotFoundError()
        raise reading_failed(path, failed) from error
    return parse_rules(data, path, literal_only=literal_only)


def parse_rules(data: bytes, path: Path, *, literal_only: bool = False) -> Rules:
    """Return the rules that these bytes hold; errors name `path`. See `load_rules`."""
    if len(data) > LARGEST:
        raise FileTooBig(path, len(data), LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenFile(path, "TOML") from error
    content = _parse_toml(text, path)
    parser = _Parser(path, text, content)
    if literal_only:
        for key in content:
            if key not in LITERAL:
                parser.check_known(key, SECTIONS, (key,))
                raise RulesNotForFolder(path, parser.line_of(key), key)
    return parser.parse()


def _parse_toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    # A number of 5,000 digits is a ValueError of another sort.
    except (ValueError, RecursionError) as error:
        lines = text.split("\n")
        found = _LINE.search(str(error))
        number = min(int(found[1]), len(lines)) if found else len(lines)
        # At the end of a file the last line that says anything is meant.
        while number > 1 and not lines[number - 1].strip():
            number -= 1
        shown = lines[number - 1].strip()[:_SHOWN]
        if "overwrite" in str(error):
            raise RuleWrong(path, number, _make_legible(shown), Cause("rule_twice")) from error
        raise RulesUnreadable(path, number, _make_legible(shown)) from error


@dataclass
class _Parser:
    """Makes rules of the content of one file, and knows where each stands."""

    path: Path
    text: str
    content: dict[str, Any]
    _lines: dict[tuple[str, ...], int] | None = None

    def parse(self) -> Rules:
        for key in self.content:
            self.check_known(key, SECTIONS, (key,))
        rules = Rules(
            pairs=self._pairs(),
            exceptions=tuple(self._replacements(EXCEPTIONS)),
            protected=self._texts("protected", check_text),
            glosses=self._texts("glosses", check_gloss),
            switched_off=self._switches("switched_off"),
            switched_on=self._switches("switched_on"),
        )
        return self._add_style(rules)

    def line_of(self, *key: str) -> int:
        """Return the line (from 1) on which something stands; that of its section if unknown."""
        if self._lines is None:
            self._lines = dict(_find_lines(self.text))
        return self._lines.get(key) or self._lines.get(key[:1]) or 1

    def check_known(self, word: str, known: tuple[str, ...], key: tuple[str, ...]) -> None:
        """Raise RuleUnknown unless a word is one of those that are known."""
        if word in known:
            return
        from difflib import get_close_matches  # only to say what is wrong

        nearest = get_close_matches(word, known, 1, 0.5)
        raise RuleUnknown(
            self.path,
            self.line_of(*key),
            _make_legible(word),
            nearest[0] if nearest else "",
            ", ".join(known),
        )

    def _fail(self, word: str, code: str, *key: str) -> RuleWrong:
        return RuleWrong(self.path, self.line_of(*key), _make_legible(word), Cause(code))

    def _table(self, section: str) -> dict[str, Any]:
        found = self.content.get(section, {})
        if not isinstance(found, dict):
            raise self._fail(section, "rule_no_table", section)
        return found

    def _pairs(self) -> tuple[Replacement, ...]:
        found: dict[tuple[str, str], Replacement] = {}
        for one in self._replacements(PAIRS):
            if one.place in found:  # it cannot always become both
                raise self._fail(one.before, "rule_twice", PAIRS, one.before)
            found[one.place] = one
        return tuple(found.values())

    def _replacements(self, section: str) -> Iterator[Replacement]:
        for before, value in self._table(section).items():
            listed = value if isinstance(value, list) else [value]
            for one in listed:
                made = self._replacement(section, before, one)
                if problem := check_replacement(made):
                    raise self._fail(before, problem, section, before)
                yield made

    def _replacement(self, section: str, before: str, value: object) -> Replacement:
        line = self.line_of(section, before)
        if isinstance(value, str):
            return Replacement(before, value, line=line)
        if not isinstance(value, dict) or AFTER not in value:
            raise self._fail(before, "rule_no_text", section, before)
        for word in value:
            self.check_known(word, (AFTER, CONTEXT), (section, before))
        after, context = value[AFTER], value.get(CONTEXT, "")
        if not isinstance(after, str) or not isinstance(context, str):
            raise self._fail(before, "rule_no_text", section, before)
        return Replacement(before, after, context, line)

    def _texts(self, section: str, check: Callable[[str], str]) -> tuple[str, ...]:
        found = self.content.get(section, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self._fail(section, "rule_no_list", section)
        for one in found:
            if problem := check(one):
                raise self._fail(one, problem, section, one)
        return tuple(dict.fromkeys(found))

    def _switches(self, section: str) -> tuple[str, ...]:
        found = self._texts(section, check_text)
        for one in found:
            self.check_known(one, tuple(SWITCHES), (section, one))
        return found

    def _add_style(self, rules: Rules) -> Rules:
        style = self._table(PUNCTUATION)
        for key, value in style.items():
            self.check_known(key, tuple(STYLES), (PUNCTUATION, key))
            if not isinstance(value, str):
                raise self._fail(key, "rule_no_text", PUNCTUATION, key)
            self.check_known(value, STYLES[key], (PUNCTUATION, key))
        return replace(
            rules,
            quotes=style.get("quotes", ""),
            digits=Digits(style["digits"]) if "digits" in style else None,
            marks=Marks(style["marks"]) if "marks" in style else None,
        )


def _find_lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the path of each table, key and text in a list, with its line (from 1).

    tomllib does not tell them: each statement is parsed again by itself, once. The text as a whole
    was parsed before, so that signs and quotation marks in it are known to be in order.
    """
    section: tuple[str, ...] = ()
    for statement, begun, strings in _list_statements(text):
        try:
            found = tomllib.loads(statement)
        except (ValueError, RecursionError):
            continue
        if statement.lstrip().startswith("["):
            section = _first_path(found)
            yield section, begun
            continue
        for path, value in _walk(found):
            yield (*section, *path)[:2], begun
            if isinstance(value, list) and len(value) == len(strings):
                for one, line in zip(value, strings, strict=True):
                    if isinstance(one, str):
                        yield (*section, *path, one)[:2], line


def _list_statements(text: str) -> Iterator[tuple[str, int, list[int]]]:
    """Yield each statement, the line (from 1) where it begins, and those of texts in its brackets.

    What ends a statement is a line end outside brackets and texts.
    """
    start, line, begun = 0, 1, 1
    depth = 0
    strings: list[int] = []
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif sign[0] in "\"'" and depth:
            strings.append(line)
        line += sign.count("\n")
        if sign == "\n" and not depth:
            if text[start : token.start()].strip():
                yield text[start : token.end()], begun, strings
            start, begun, strings = token.end(), line, []
    if text[start:].strip():
        yield text[start:], begun, strings


def _first_path(found: dict[str, Any]) -> tuple[str, ...]:
    """Return the path of the table that a statement names."""
    path: tuple[str, ...] = ()
    value: object = found
    while isinstance(value, dict) and value:
        name = next(iter(value))
        path, value = (*path, name), value[name]
        if isinstance(value, list):
            value = value[0]
    return path


def _walk(found: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield the path and the value of each key of a statement: "pairs.甲" has two names."""
    for name, value in found.items():
        if isinstance(value, dict) and AFTER not in value:
            yield from (((name, *path), inside) for path, inside in _walk(value))
        yield (name,), value


def _make_legible(text: str) -> str:
    """Return a text for a message: one line, nothing that cannot be seen."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "replace").decode("ascii")
        for char in text[:_SHOWN]
    )
