"""Glossaries: Jingdu's own of policy language, and those that a user keeps.

A line is a term, its pinyin, its senses with " / " between them, and if one likes a word class,
with tabs between; or a line of CC-CEDICT. A line that begins with # is a comment. A user may leave
the pinyin out: 网格员 TAB grid worker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from reader.language.segment import HANZI
from reader.study.dictionary.cedict_text import mark_tones, parse_line, read_meaning
from reader.study.dictionary.entry import Entry, EntrySource
from reader.text.errors import FileTooBig, reading_failed
from reader.text.resources import resource_path

LARGEST = 32 * 2**20  # bytes; three times CC-CEDICT


class Glossary:
    """Terms and what they mean, in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for word in {entry.simplified, entry.traditional}:
                found[word].append(entry)
        self._entries = {word: tuple(some) for word, some in found.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word, simplified or traditional."""
        return self._entries.get(word, ())


@lru_cache(maxsize=1)
def own_glossary() -> Glossary:
    """Return the glossary of policy language; its words of function come first."""
    entries: list[Entry] = []
    for name in ("function_words.tsv", "glossary.tsv"):
        text = resource_path("data", name).read_text("utf-8")
        entries += parse_glossary(text, EntrySource.GLOSSARY)
    return Glossary(entries)


def read_glossary(path: Path) -> Glossary:
    """Read a glossary of the user's. Raises ReaderError: not there, no permission, above 32 MB."""
    from reader.formats.decode import decode  # people keep lists in GBK, too

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise reading_failed(path, error) from error
    if len(data) > LARGEST:
        raise FileTooBig(path, len(data), LARGEST)
    text = decode(data)[0] if data else ""
    return Glossary(parse_glossary(text, EntrySource.USER))


def parse_glossary(text: str, source: EntrySource) -> list[Entry]:
    """Return the entries of a glossary; lines that are none are passed over."""
    return [entry for line in text.splitlines() if (entry := _parse(line, source)) is not None]


def _parse(line: str, source: EntrySource) -> Entry | None:
    if not line.strip() or line.startswith("#"):
        return None
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) == 1:
        found = parse_line(line)
        if found is None:
            return None
        meaning = read_meaning(found.senses)
        return Entry(
            found.simplified,
            found.traditional,
            found.pinyin,
            meaning.senses,
            source,
            measures=meaning.measures,
        )
    term, *more = cells
    if not HANZI.search(term):
        return None
    pinyin, senses, word_class = (["", *more, ""] if len(more) == 1 else [*more, ""])[:3]
    parts = (
        () if senses == "-" else tuple(filter(None, (one.strip() for one in senses.split(" / "))))
    )
    return Entry(term, term, mark_tones(pinyin), parts, source, word_class=word_class)
