"""Readings that the user has set for words: one file, to be edited by hand as well.

The file is `readings.tsv` in the user's configuration folder (`default_path`), UTF-8. A line is a
word, a tab, and one reading a hanzi with spaces between, with tone marks or tone numbers:

    行长	háng zhǎng
    单田芳	shan4 tian2 fang1

Empty lines and lines that begin with # say nothing. A word given twice takes the last reading.
A line that cannot be understood, or is not UTF-8, is told and passed over. When a reading is set or
forgotten (`update`), only its own line changes; every other stays as it was, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from reader.language.segment import HANZI_RUN
from reader.pinyin.spelling import split_tone, with_tone
from reader.text.errors import ReaderError, reading_failed, writing_failed
from reader.text.files import locked, write_bytes
from reader.text.user_folders import READINGS, config_folder

_HEAD = "# Readings for Jingdu: word, tab, one reading a hanzi (háng zhǎng or hang2 zhang3).\n"
_BOM = "\ufeff"
_NUMBERED = re.compile(r"([a-zü:]+?)([1-5])")
_SYLLABLE = re.compile(r"[a-zêü]{1,6}")
_LONGEST = 16  # code points of a syllable however it is spelled; Unicode sorts endless ones slowly
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # bytes as `read_lines` escapes them
_MOST_TOLD = 100  # lines: if a file is no text at all, there would be a hundred thousand


class BadReadings(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """A line of the user's readings cannot be understood. Values: path, line, text."""

    code = "readings"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(path=path, line=line, text=text)


@dataclass(frozen=True, slots=True)
class UserReadings:
    """Words and their readings, one with tone marks a hanzi. Immutable.

    `lines` are those of the file they came from, with their ends, as `read_lines` gives them;
    `broken` are the first of them that could not be understood. Neither counts when readings are
    compared.
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
        end = (_end(self.lines[0]) if self.lines else "") or "\n"
        kept = []
        for number, (line, (word, said)) in enumerate(zip(self.lines, given, strict=True)):
            if not word or (
                word in self.words and (number < last[word] or said == self.words[word])
            ):
                kept.append(line)
            elif word in self.words:
                kept.append(self._line(word, _end(line) or end))
        if kept and not kept[-1].endswith(("\n", "\r")):
            kept[-1] += end
        new = [self._line(word, end) for word in self.words if word not in last]
        return "".join([*(kept if self.lines else [_HEAD]), *new])

    def _line(self, word: str, end: str) -> str:
        return f"{word}\t{' '.join(self.words[word])}{end}"


def default_path() -> Path:
    """Return where the file lies, beside the settings of the window: ~/.config/jingdu on Linux."""
    return config_folder() / READINGS


def load(path: Path | None = None) -> UserReadings:
    """Return the readings of the file, none if there is no file.

    Lines that cannot be understood are passed over and the first of them listed in `broken`.
    Raises ReaderError where the file as a whole cannot be read.
    """
    source = path or default_path()
    lines = read_lines(source)
    words: dict[str, tuple[str, ...]] = {}
    broken: list[BadReadings] = []
    for number, line in enumerate(lines, 1):
        word, readings = _word_on(line)
        if readings is not None:
            words[word] = readings
        elif len(broken) < _MOST_TOLD and (not _says_nothing(line) or _NOT_UTF8.search(line)):
            broken.append(BadReadings(source, number, _legible(line)))
    return UserReadings(words, lines, tuple(broken))


def update(
    change: Callable[[UserReadings], UserReadings], path: Path | None = None
) -> UserReadings:
    """Change the words of the file, whoever else is at it; return the readings now in force.

    `change` gets what the file says at that moment, so that nothing written meanwhile is lost.
    Raises ReaderError; the file is then as it was.
    """
    target = path or default_path()
    with locked(target):
        before = load(target)
        after = replace(before, words=change(before).words)
        if after != before:
            save(after, target)
    return after


def save(readings: UserReadings, path: Path | None = None) -> None:
    """Write the file, whatever it says by now: to change it, use `update`. Raises ReaderError."""
    write_lines(path or default_path(), (readings.written(),))


def read_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file with their ends, none if there is no file. Raises ReaderError.

    Only LF, CR LF and CR end a line. A byte that is not UTF-8 is kept as a lone surrogate, which
    `write_lines` turns into the byte again: 0xFF becomes U+DCFF.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise reading_failed(path, error) from error
    # Of bytes, unlike of text, splitlines takes no U+0085 or U+2028 for an end.
    return tuple(line.decode("utf-8", "surrogateescape") for line in data.splitlines(keepends=True))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write what `read_lines` gave, by way of a temporary file; makes the folder.

    Raises ReaderError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(path, error) from error
    write_bytes(path, "".join(lines).encode("utf-8", "surrogateescape"))


def _legible(line: str) -> str:
    """Return the beginning of a line as it can be shown: what is no character is escaped."""
    start = line.strip()[:60].encode("utf-8", "surrogateescape")
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in start.decode("utf-8", "backslashreplace")
    )
    return f"{shown} (not UTF-8)" if _NOT_UTF8.search(line) else shown


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


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
        reading = _marked(part) if len(part) <= _LONGEST else None
        if reading is None:
            return None
        readings.append(reading)
    return tuple(readings)


@lru_cache(maxsize=4096)
def _marked(part: str) -> str | None:
    """Return a syllable with its tone mark: zhang3 becomes zhǎng; None if it is no syllable."""
    match = _NUMBERED.fullmatch(part)
    plain, tone = (match[1], int(match[2])) if match else split_tone(part)
    plain = plain.replace("u:", "ü").replace("v", "ü")
    return with_tone(plain, tone) if _SYLLABLE.fullmatch(plain) else None
