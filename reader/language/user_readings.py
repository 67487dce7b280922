"""Readings that the user has set for words: one file, to be edited by hand as well.

The file is `readings.tsv` in the user's configuration folder (`default_path`), UTF-8. A line is a
word, a tab, and one reading a hanzi with spaces between, with tone marks or tone numbers:

    行长	háng zhǎng
    单田芳	shan4 tian2 fang1

Empty lines and lines that begin with # say nothing. A word given twice takes the last reading.
A line that cannot be understood is told and passed over. When a reading is set or forgotten, only
its own line changes; every other stays as it was written.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.core.errors import ReaderError, reading_failed, writing_failed
from reader.core.files import write_text
from reader.language.readings.spelling import split_tone, with_tone
from reader.language.segment import HANZI_RUN

_HEAD = "# Readings for Jingdu: word, tab, one reading a hanzi (háng zhǎng or hang2 zhang3).\n"
_BOM = "\ufeff"
_NUMBERED = re.compile(r"([a-zü:]+?)([1-5])")
_SYLLABLE = re.compile(r"[a-zêü]{1,6}")


class BadReadings(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """A line of the user's readings cannot be understood. Values: path, line, text."""

    code = "readings"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(
            f"Line {line} of {path} is no reading: {text!r}.",
            "Write the word, a tab, and one syllable for each of its characters, or delete it.",
            path=path,
            line=line,
            text=text,
        )


@dataclass(frozen=True, slots=True)
class UserReadings:
    """Words and their readings, one with tone marks a hanzi. Immutable.

    `lines` are those of the file they came from, with their ends; `broken` are the lines of it
    that could not be understood. Neither counts when readings are compared.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: tuple[str, ...] = field(default=(), compare=False)
    broken: tuple[BadReadings, ...] = field(default=(), compare=False)

    def having(self, word: str, readings: tuple[str, ...]) -> UserReadings:
        """Return these readings and one more. Raises ValueError if it does not fit the word."""
        checked = parsed(word, " ".join(readings))
        if checked is None:
            raise ValueError(f"{word}: {' '.join(readings)}")
        return replace(self, words={**self.words, word: checked})

    def without(self, word: str) -> UserReadings:
        """Return these readings without one word's."""
        return replace(self, words={key: of for key, of in self.words.items() if key != word})

    def written(self) -> str:
        """Return the text of the file: its lines as they were, but for what is said otherwise."""
        given = [_word_on(line) for line in self.lines]
        last = {word: number for number, (word, _) in enumerate(given) if word}
        end = "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"
        kept = []
        for number, (line, (word, said)) in enumerate(zip(self.lines, given, strict=True)):
            if not word or (
                word in self.words and (number < last[word] or said == self.words[word])
            ):
                kept.append(line)
            elif word in self.words:
                kept.append(self._line(word, end))
        if kept and not kept[-1].endswith(("\n", "\r")):
            kept[-1] += end
        new = [self._line(word, end) for word in self.words if word not in last]
        return "".join([*(kept if self.lines else [_HEAD]), *new])

    def _line(self, word: str, end: str) -> str:
        return f"{word}\t{' '.join(self.words[word])}{end}"


def default_path() -> Path:
    """Return where the file lies, beside the window's settings: ~/.config/jingdu/readings.tsv.

    On Windows the folder is %LOCALAPPDATA%, on macOS ~/Library/Preferences.
    """
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Preferences"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "jingdu" / "readings.tsv"


def load(path: Path | None = None) -> UserReadings:
    """Return the readings of the file, none if there is no file.

    Lines that cannot be understood are passed over and listed in `broken`. Raises ReaderError
    where the file as a whole cannot be read.
    """
    source = path or default_path()
    lines = read_lines(source)
    words: dict[str, tuple[str, ...]] = {}
    broken = []
    for number, line in enumerate(lines, 1):
        word, readings = _word_on(line)
        if readings is not None:
            words[word] = readings
        elif not _says_nothing(line):
            broken.append(BadReadings(source, number, line.strip()[:60]))
    return UserReadings(words, lines, tuple(broken))


def save(readings: UserReadings, path: Path | None = None) -> None:
    """Write the file by way of a temporary one; makes its folder. Raises ReaderError."""
    write_lines(path or default_path(), (readings.written(),))


def read_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file with their ends, none if there is no file. Raises ReaderError."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        raise BadReadings(path, before + 1, "(not UTF-8)") from error
    except OSError as error:
        raise reading_failed(path, error) from error
    return tuple(text.splitlines(keepends=True))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a file by way of a temporary one; makes its folder. Raises ReaderError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(path, error) from error
    write_text(path, "".join(lines))


def _says_nothing(line: str) -> bool:
    line = line.removeprefix(_BOM)
    return not line.strip() or line.startswith("#")


def _word_on(line: str) -> tuple[str, tuple[str, ...] | None]:
    """Return a line's word and its readings; an empty word and None where it gives none."""
    if _says_nothing(line):
        return "", None
    word, _, spelled = line.removeprefix(_BOM).partition("\t")
    readings = parsed(word.strip(), spelled)
    return (word.strip(), readings) if readings is not None else ("", None)


def parsed(word: str, spelled: str) -> tuple[str, ...] | None:
    """Return one reading with tone marks a hanzi, or None if the spelling does not fit the word."""
    parts = spelled.lower().split()
    if not HANZI_RUN.fullmatch(word) or len(parts) != len(word):
        return None
    readings = []
    for part in parts:
        match = _NUMBERED.fullmatch(part)
        plain, tone = (match[1], int(match[2])) if match else split_tone(part)
        plain = plain.replace("u:", "ü").replace("v", "ü")
        if not _SYLLABLE.fullmatch(plain):
            return None
        readings.append(with_tone(plain, tone))
    return tuple(readings)
