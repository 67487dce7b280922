"""Glossaries: Jingdu's own of policy language, and those that a user keeps.

A line is a term, its pinyin, its senses with " / " between them, and if one likes a word class,
with tabs between; or a line of CC-CEDICT. A line that begins with # is a comment. A user may leave
the pinyin out: 网格员 TAB grid worker.
"""

from __future__ import annotations

from collections.abc import KeysView
from functools import lru_cache
from pathlib import Path

from reader.language.segment import HANZI
from reader.study.dictionary.cedict_text import mark_tones, parse_line, read_meaning
from reader.study.dictionary.entry import Entry, EntrySource
from reader.text.errors import FileTooBig, reading_failed
from reader.text.resources import resource_path

_NAME_CLASSES = ("\tnr", "\tns")
LARGEST = 32 * 2**20  # bytes; three times CC-CEDICT


class Glossary:
    """Terms and what they mean; a line is read when its term is asked for."""

    def __init__(self, text: str, source: EntrySource) -> None:
        self._source = source
        self._lines: dict[str, list[str]] = {}
        for line in text.splitlines():
            for term in _terms(line):
                self._lines.setdefault(term, []).append(line)

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def terms(self) -> KeysView[str]:
        """The words that it holds."""
        return self._lines.keys()

    @property
    def names(self) -> frozenset[str]:
        """Those of its words whose class is that of a name, of a person (nr) or a place (ns)."""
        return frozenset(
            word for word, lines in self._lines.items() if lines[0].endswith(_NAME_CLASSES)
        )

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word, simplified or traditional."""
        return tuple(_parse(line, self._source) for line in self._lines.get(word, ()))


@lru_cache(maxsize=1)
def own_glossary() -> Glossary:
    """Return the glossary of policy language; its words of function come first."""
    names = ("function_words.tsv", "glossary.tsv")
    texts = (resource_path("data", name).read_text("utf-8") for name in names)
    return Glossary("\n".join(texts), EntrySource.GLOSSARY)


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
    return Glossary(decode(data)[0] if data else "", EntrySource.USER)


def _terms(line: str) -> tuple[str, ...]:
    """Return the terms that a line is about, none for a comment and for what is no entry."""
    if line.startswith("#"):
        return ()
    term, tab, _ = line.partition("\t")
    if tab:
        return (term.strip(),) if HANZI.search(term) else ()
    found = parse_line(line)
    return () if found is None else tuple({found.simplified, found.traditional})


def _parse(line: str, source: EntrySource) -> Entry:
    """Return the entry of a line that has a term."""
    found = None if "\t" in line else parse_line(line)
    if found is not None:
        meaning = read_meaning(found.senses)
        return Entry(
            found.simplified,
            found.traditional,
            found.pinyin,
            meaning.senses,
            source,
            measures=meaning.measures,
        )
    term, *more = (cell.strip() for cell in line.split("\t"))
    pinyin, senses, word_class = (["", *more, ""] if len(more) == 1 else [*more, ""])[:3]
    parts = () if senses == "-" else filter(None, (one.strip() for one in senses.split(" / ")))
    return Entry(term, term, mark_tones(pinyin), tuple(parts), source, word_class=word_class)
