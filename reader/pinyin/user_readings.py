"""The readings that the user has set for words: a file that can also be edited by hand.

The file is `readings.tsv` in the user's configuration folder (`user_readings_path`), in UTF-8. A
line is a word, a tab, and one reading per hanzi, separated by spaces, with tone marks or numbers:

    行长	háng zhǎng
    单田芳	shan4 tian2 fang1

Empty lines and lines that begin with # are ignored; of a word that is given twice, the last line
counts. A line that cannot be parsed, or is not UTF-8, is reported and skipped. `update_readings`
changes only the lines it has to; every other line stays as it was, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from reader.language.segment import HANZI_RUN
from reader.pinyin.spelling import add_tone, split_tone
from reader.text.errors import ReaderError, reading_failed, writing_failed
from reader.text.files import locked, write_bytes
from reader.text.user_folders import READINGS, config_folder

_HEAD = "# Readings for Jingdu: word, tab, one reading a hanzi (háng zhǎng or hang2 zhang3).\n"
_BOM = "\ufeff"
_NUMBERED = re.compile(r"([a-zü:]+?)([1-5])")
_SYLLABLE = re.compile(r"[a-zêü]{1,6}")
_LONGEST = 16  # code points of any syllable; normalising very long ones would be slow
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # bytes as `read_raw_lines` escapes them
_MOST_TOLD = 100  # reported lines: a file that is not text could have a hundred thousand


class BadReadings(ReaderError):  # noqa: N818 - named by what happened, as the user reads it
    """A line of the user's readings cannot be understood. Values: path, line, text."""

    code = "readings"

    def __init__(self, path: Path, line: int, text: str) -> None:
        super().__init__(path=path, line=line, text=text)


@dataclass(frozen=True, slots=True)
class UserReadings:
    """Words and their readings, one per hanzi, with tone marks. Immutable.

    `lines` are the lines of the file, as `read_raw_lines` returns them; `broken` lists the first
    ones that could not be parsed. Comparison ignores both.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: tuple[str, ...] = field(default=(), compare=False)
    broken: tuple[BadReadings, ...] = field(default=(), compare=False)

    def with_word(self, word: str, readings: tuple[str, ...]) -> UserReadings:
        """Return a copy with the readings of `word`. Raises ValueError if their number is wrong."""
        checked = parse_readings(word, " ".join(readings))
        if checked is None:
            raise ValueError(f"{word}: {' '.join(readings)}")
        return replace(self, words={**self.words, word: checked})

    def without_word(self, word: str) -> UserReadings:
        """Return a copy without `word`."""
        return replace(self, words={key: of for key, of in self.words.items() if key != word})

    def to_text(self) -> str:
        """Return the text of the file: lines of words that changed are new, all others are kept."""
        given = [_parse_line(line) for line in self.lines]
        last = {word: number for number, (word, _) in enumerate(given) if word}
        end = (_find_line_end(self.lines[0]) if self.lines else "") or "\n"
        kept = []
        for number, (line, (word, said)) in enumerate(zip(self.lines, given, strict=True)):
            if not word or (
                word in self.words and (number < last[word] or said == self.words[word])
            ):
                kept.append(line)
            elif word in self.words:
                kept.append(self._line(word, _find_line_end(line) or end))
        if kept and not kept[-1].endswith(("\n", "\r")):
            kept[-1] += end
        new = [self._line(word, end) for word in self.words if word not in last]
        return "".join([*(kept if self.lines else [_HEAD]), *new])

    def _line(self, word: str, end: str) -> str:
        return f"{word}\t{' '.join(self.words[word])}{end}"


def user_readings_path() -> Path:
    """Return the path of the file, beside the settings: ~/.config/jingdu on Linux."""
    return config_folder() / READINGS


def load_readings(path: Path | None = None) -> UserReadings:
    """Return the readings of the file, none if there is no file.

    Lines that cannot be parsed are skipped; `broken` lists the first of them. Raises ReaderError
    if the file cannot be read at all.
    """
    source = path or user_readings_path()
    lines = read_raw_lines(source)
    words: dict[str, tuple[str, ...]] = {}
    broken: list[BadReadings] = []
    for number, line in enumerate(lines, 1):
        word, readings = _parse_line(line)
        if readings is not None:
            words[word] = readings
        elif len(broken) < _MOST_TOLD and (not _is_comment(line) or _NOT_UTF8.search(line)):
            broken.append(BadReadings(source, number, _make_legible(line)))
    return UserReadings(words, lines, tuple(broken))


def update_readings(
    change: Callable[[UserReadings], UserReadings], path: Path | None = None
) -> UserReadings:
    """Change the file while it is locked, and return the new readings.

    `change` gets the readings of the file at that moment, so that nothing written in the meantime
    is lost. Raises ReaderError; the file is then unchanged.
    """
    target = path or user_readings_path()
    with locked(target):
        before = load_readings(target)
        after = replace(before, words=change(before).words)
        if after != before:
            save_readings(after, target)
    return after


def save_readings(readings: UserReadings, path: Path | None = None) -> None:
    """Overwrite the file with these readings; see `update_readings`. Raises ReaderError."""
    write_raw_lines(path or user_readings_path(), (readings.to_text(),))


def read_raw_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a file with their ends, none if there is no file. Raises ReaderError.

    Only LF, CR LF and CR end a line. A byte that is not UTF-8 becomes a lone surrogate, which
    `write_raw_lines` turns back into the byte: 0xFF becomes U+DCFF.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise reading_failed(path, error) from error
    # For bytes, unlike for str, splitlines does not split at U+0085 or U+2028.
    return tuple(line.decode("utf-8", "surrogateescape") for line in data.splitlines(keepends=True))


def write_raw_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines as `read_raw_lines` returns them, through a temporary file; makes the folder.

    Raises ReaderError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(path, error) from error
    write_bytes(path, "".join(lines).encode("utf-8", "surrogateescape"))


def _make_legible(line: str) -> str:
    """Return the beginning of a line for display; bytes that are not UTF-8 are escaped."""
    start = line.strip()[:60].encode("utf-8", "surrogateescape")
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in start.decode("utf-8", "backslashreplace")
    )
    return f"{shown} (not UTF-8)" if _NOT_UTF8.search(line) else shown


def _find_line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _is_comment(line: str) -> bool:
    line = line.removeprefix(_BOM)
    return not line.strip() or line.startswith("#")


def _parse_line(line: str) -> tuple[str, tuple[str, ...] | None]:
    """Return (word, readings) of a line; the readings are None if it has no valid ones."""
    if _is_comment(line):
        return "", None
    word, _, spelled = line.removeprefix(_BOM).partition("\t")
    readings = parse_readings(word.strip(), spelled)
    return (word.strip(), readings) if readings is not None else ("", None)


def parse_readings(word: str, spelled: str) -> tuple[str, ...] | None:
    """Return one reading per hanzi, with tone marks, or None if `spelled` does not fit the word."""
    parts = spelled.lower().split()
    if not HANZI_RUN.fullmatch(word) or len(parts) != len(word):
        return None
    readings = []
    for part in parts:
        reading = _mark_tone(part) if len(part) <= _LONGEST else None
        if reading is None:
            return None
        readings.append(reading)
    return tuple(readings)


@lru_cache(maxsize=4096)
def _mark_tone(part: str) -> str | None:
    """Return a syllable with its tone mark, None if it is none: zhang3 becomes zhǎng."""
    match = _NUMBERED.fullmatch(part)
    plain, tone = (match[1], int(match[2])) if match else split_tone(part)
    plain = plain.replace("u:", "ü").replace("v", "ü")
    return add_tone(plain, tone) if _SYLLABLE.fullmatch(plain) else None
