"""Sample running text from SunPinyin's word trigram model.

The model knows only words; a character model needs what stands across their borders. Text drawn
from it has both. Its unknown word, which stands for every number, foreign word and rare name, is
drawn anew by what follows it, and some rare words give way to words of the lists that the model
does not hold.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Container
from pathlib import Path

import numpy as np
from ngram_sources import BOUNDARY, DIGIT, LATIN, Vocabulary
from opencc import OpenCC

CHAINS, STEPS = 100_000, 320
COMMA, ENDS = 70, (71, 73, 74)  # ，and 。？！ in the word list
NEW_PARAGRAPH = 0.2  # how often a paragraph ends with the sentence
LISTED = 0.25  # how often a rare word gives way to a listed one
RARE = math.exp(-11.0)
COUNTED = {  # what a number stands before
    *"月日年元米个分岁号点时人名次届期天万亿条项章家位块楼度倍种吨级页多余只辆台部场层套户间",
    *"本张集回寸秒周路线股份字",
    *("万元", "亿元", "美元", "小时", "分钟", "公里", "平方米", "公斤", "厘米", "毫米", "世纪"),
    *("周年", "年代", "左右"),
}


def words(path: Path) -> list[str]:
    """Return the words of pydict_sc.bin by their number."""
    data = path.read_bytes()
    offset = struct.unpack("<4I", data[:16])[2]
    tail = data[offset:]
    return tail[: len(tail) // 4 * 4].decode("utf-32-le", errors="replace").split("\0")


def simplified(names: list[str], standard: Container[str]) -> list[str]:
    """Return the words as simplified text has them; some stand there as 習 or 照 著."""
    convert = OpenCC("t2s").convert
    return [
        "着" if name == "著" else name if all(char in standard for char in name) else convert(name)
        for name in names
    ]


class WordModel:
    """The word trigram model with its cumulated probabilities, ready to draw from."""

    def __init__(self, arpa: Path, size: int) -> None:
        """Read what `tslminfo -v` prints; `size` is the number of words."""
        self.size = size
        single = np.zeros(size)
        pairs: tuple[list[int], list[float]] = ([], [])
        triples: tuple[list[int], list[float]] = ([], [])
        section = 0
        with arpa.open(encoding="ascii") as lines:
            for line in lines:
                if line[0] == "\\":
                    section = int(line[1])
                    continue
                cells = line.split()
                if section == 1:
                    single[int(cells[0])] = math.exp(-float(cells[1]))
                elif section == 2:
                    pairs[0].append(int(cells[0]) * size + int(cells[1]))
                    pairs[1].append(float(cells[2]))
                elif section == 3:
                    key = (int(cells[0]) * size + int(cells[1])) * size + int(cells[2])
                    triples[0].append(key)
                    triples[1].append(float(cells[3]))
        self.single = single
        self.sum1 = np.cumsum(single)
        self.two = np.array(pairs[0])
        self.three = np.array(triples[0])
        self.sum2 = np.concatenate([[0.0], np.cumsum(np.exp(-np.array(pairs[1])))])
        self.sum3 = np.concatenate([[0.0], np.cumsum(np.exp(-np.array(triples[1])))])
        self.start2 = np.searchsorted(self.two, np.arange(size + 1) * size)
        self.start3 = np.searchsorted(self.three // size, self.two)
        self.start3 = np.append(self.start3, len(self.three))

    def _find(self, keys: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, at, -1)

    def _by_pair(self, last: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Draw a word after each word, from the pairs or, failing these, from all words."""
        goal = self.sum2[self.start2[last]] + rng.random(len(last))
        at = np.searchsorted(self.sum2, goal, side="right") - 1
        explicit = at < self.start2[last + 1]
        drawn = self.two[np.minimum(at, len(self.two) - 1)] % self.size
        rest = np.flatnonzero(~explicit)
        for _ in range(8):  # what the pairs hold may not be drawn a second time
            if not len(rest):
                break
            new = np.searchsorted(self.sum1, rng.random(len(rest)) * self.sum1[-1])
            drawn[rest] = np.minimum(new, self.size - 1)
            rest = rest[self._find(self.two, last[rest] * self.size + drawn[rest]) >= 0]
        return drawn

    def draw(self, pair: np.ndarray, last: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Return a word for each context: the place of its pair (-1: none) and its last word."""
        drawn = np.full(len(last), -1)
        has = np.flatnonzero(pair >= 0)
        index = pair[has]
        goal = self.sum3[self.start3[index]] + rng.random(len(has))
        at = np.searchsorted(self.sum3, goal, side="right") - 1
        explicit = at < self.start3[index + 1]
        drawn[has[explicit]] = self.three[at[explicit]] % self.size
        rest = np.flatnonzero(drawn < 0)
        for _ in range(8):
            if not len(rest):
                break
            drawn[rest] = self._by_pair(last[rest], rng)
            known = np.where(pair[rest] >= 0, self.two[pair[rest]] * self.size + drawn[rest], -1)
            rest = rest[self._find(self.three, known) >= 0]
        return drawn

    def sample(self, chains: int, steps: int, rng: np.random.Generator) -> np.ndarray:
        """Return drawn words, a chain a row. After a sentence the next begins as after a comma."""
        text = np.empty((steps, chains), dtype=np.int32)
        last = np.full(chains, COMMA)
        pair = np.full(chains, -1)
        for step in range(steps):
            word = self.draw(pair, last, rng)
            text[step] = word
            ended = np.isin(word, ENDS)
            pair = np.where(ended, -1, self._find(self.two, last * self.size + word))
            last = np.where(ended, COMMA, word)
        return np.ascontiguousarray(text.T)


def _fillers(rng: np.random.Generator) -> tuple[list[list[int]], list[list[int]]]:
    """Return numbers and Latin words as character ids."""
    digits = rng.choice([1, 2, 3, 4], 200, p=[0.35, 0.3, 0.15, 0.2])
    letters = rng.integers(1, 9, 200)
    return [[DIGIT] * int(size) for size in digits], [[LATIN] * int(size) for size in letters]


def sample_text(
    arpa: Path,
    word_list: Path,
    listed: dict[str, float],
    standard: Container[str],
    vocabulary: Vocabulary,
    seed: int = 1,
) -> np.ndarray:
    """Return the ids of sampled characters; BOUNDARY ends a paragraph."""
    rng = np.random.default_rng(seed)
    names = words(word_list)
    model = WordModel(arpa, len(names))
    text = model.sample(CHAINS, STEPS, rng).ravel()

    held = set(names)
    extra = [word for word in listed if word not in held]
    weight = np.array([listed[word] for word in extra])
    numbers, latin_words = _fillers(rng)
    spelled = [vocabulary.ids(name) for name in simplified(names, standard)]
    first_number = len(spelled)
    spelled += numbers
    first_latin = len(spelled)
    spelled += latin_words
    first_extra = len(spelled)
    spelled += [vocabulary.ids(word) for word in extra]

    # The unknown word: a number before a measure, otherwise anything.
    unknown = np.flatnonzero(text == 0)
    counted = np.array([name in COUNTED for name in names])
    follows = text[np.minimum(unknown + 1, len(text) - 1)]
    kind = rng.random(len(unknown))
    number = counted[follows] | (kind < 0.25)
    latin = ~number & (kind < 0.4)
    sums = np.cumsum(weight)

    def draw_listed(count: int) -> np.ndarray:
        return first_extra + np.searchsorted(sums, rng.random(count) * sums[-1])

    new = draw_listed(len(unknown)).astype(np.int32)
    new[number] = first_number + rng.integers(0, len(numbers), number.sum())
    new[latin] = first_latin + rng.integers(0, len(latin_words), latin.sum())
    # Some rare words of two characters or more give way to listed ones.
    size = np.array([len(name) for name in names])
    rare = (model.single < RARE) & (size > 1)
    places = np.flatnonzero(rare[text] & (rng.random(len(text)) < LISTED))
    text[places] = draw_listed(len(places))
    text[unknown] = new

    # A paragraph ends at the end of a row and now and then with a sentence.
    edge = len(spelled)
    spelled.append([BOUNDARY])
    ends = np.isin(text, ENDS) & (rng.random(len(text)) < NEW_PARAGRAPH)
    ends[STEPS - 1 :: STEPS] = True
    at = np.flatnonzero(ends)
    text = np.insert(text, at + 1, edge)
    return spell(text, spelled)


def spell(text: np.ndarray, spelled: list[list[int]]) -> np.ndarray:
    """Return the character ids of a text of words."""
    lengths = np.array([len(one) for one in spelled])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    flat = np.array([number for one in spelled for number in one], dtype=np.uint16)
    size = lengths[text]
    ends = np.cumsum(size)
    place = np.arange(ends[-1], dtype=np.int64) - np.repeat(ends - size, size)
    return flat[np.repeat(starts[text], size) + place]
