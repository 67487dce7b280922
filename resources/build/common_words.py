"""Write common_words.txt: words that the segmenter's dictionary calls names and that are none.

It learnt from a newspaper in which 文明, 弘扬, 城镇 and 黑名单 were taken for persons and places.
Here stand those that CC-CEDICT, which writes names with a capital, has in small letters only, and
among persons also the words of HSK and of the glossary, and 高水平: such a word behind what could
be a surname. Run: python -m resources.build.common_words
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.language.segment import HANZI_RUN, is_listed, tag_words
from reader.pinyin.surnames import COMMON_SURNAMES

_DATA = Path(__file__).resolve().parents[1] / "data"
_PERSONS = frozenset({"nr", "nrt", "nrfg"})
_PLACES = frozenset({"ns"})


def main() -> None:
    """Write the table from dictionary.sqlite and glossary.tsv."""
    with closing(sqlite3.connect(_DATA / "dictionary.sqlite")) as dictionary:
        pinyin: dict[str, list[str]] = {}
        for word, said in dictionary.execute("SELECT simplified, pinyin FROM entry"):
            pinyin.setdefault(word, []).append(said)
        levels = [
            word
            for (word,) in dictionary.execute(
                "SELECT simplified FROM word WHERE coalesce(hsk2, hsk2021, hsk2025) IS NOT NULL"
            )
        ]
    lines = (_DATA / "glossary.tsv").read_text("utf-8").splitlines()
    terms = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    small = {word for word, said in pinyin.items() if "".join(said).islower()}
    known = {*levels, *terms} - {word for word in pinyin if word not in small}
    found = {word for word in small if _is_called(word, _PERSONS | _PLACES)}
    found |= {word for word in known if _is_called(word, _PERSONS)}
    behind = {surname + word for surname in COMMON_SURNAMES for word in levels if len(word) == 2}
    found |= {word for word in behind if is_listed(word) and _is_called(word, _PERSONS)}
    found -= {nick + surname for nick in "小老大" for surname in COMMON_SURNAMES}  # 小王
    text = "".join(f"{word}\n" for word in sorted(found))
    (_DATA / "common_words.txt").write_text(text, "utf-8")


def _is_called(word: str, classes: frozenset[str]) -> bool:
    """Tell whether the segmenter gives a word of two or more hanzi one of these classes."""
    return len(word) > 1 and bool(HANZI_RUN.fullmatch(word)) and tag_words(word)[-1] in classes


if __name__ == "__main__":
    main()
