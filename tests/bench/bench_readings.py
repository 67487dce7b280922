"""Figures of the readings: how many are right, how fast, how honest about what they do not know."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pypinyin

from reader import pronounce
from reader.pinyin.pronounce import Reading, find_readings
from reader.pinyin.spelling import Style, split_tone, write_syllable
from reader.study.dictionary.file import DictionaryFile
from tests.bench import corpus, needs
from tests.bench.figure import Figure

SHARED = corpus.LAWS.parent
HERE = Path(__file__).parent
NEEDS = (needs.LAWS, needs.SENTENCES, needs.READINGS, needs.WORDS)
_ROUNDS = 7  # the first warms up
_AGAIN = 600  # paragraphs
_SURE = 0.95
_FREQUENT = 2.6  # on the Zipf scale: once in 2.5 million words
_MEMORY = """
import resource
def resident():
    with open("/proc/self/statm") as memory:
        return int(memory.read().split()[1]) * resource.getpagesize() / 2**20
before = resident()
from reader.pinyin.pronounce import warm_up
warm_up()
print(resident() - before)
"""


def run() -> list[Figure]:
    """Measure on sentences of an encyclopedia, the policy words and our own tables."""
    figures = [
        *_heteronyms(),
        _words("policy words", SHARED / "policy_words.txt", "102 of 102", 1.0),
        _words("further policy words", HERE / "readings_policy.tsv", ">= 98 %", 0.98),
        _words("function words", HERE / "readings_function.tsv", ">= 88 %", 0.88),
        _words("sentences written after all rules", HERE / "readings_fresh.tsv", ">= 88 %", 0.88),
        _words(
            "news and daily life, 87 of 100 and 55 of 60 at first",
            HERE / "readings_news.tsv",
            ">= 97 %",
            0.97,
        ),
        _words("surnames that begin a word", HERE / "readings_surnames.tsv", ">= 80 %", 0.80),
    ]
    figures.append(_dictionary())
    if Path("/proc/self/statm").is_file():
        figures.append(_memory())
    return [*figures, _speed(), _second_pass()]


def numbered(reading: str) -> str:
    """Return a reading as the test tables spell it: lv4, de5."""
    return write_syllable(reading, Style.NUMBERS).replace("ü", "v")


def sentences(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (sentence, word, accepted readings) of a table with tabs or bars."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, word, accepted = line.replace("|", "\t").split("\t")
            yield sentence, word, accepted.split("/")


def read(sentence: str, word: str) -> str:
    """Return the reading of a word that stands once in a sentence."""
    start = sentence.index(word)
    end = start + len(word)
    return " ".join(numbered(said) for at, _, said in pronounce(sentence) if start <= at < end)


def kept_apart() -> Iterator[tuple[str, int, str]]:
    """Yield (sentence, place, reading) of the fifth of the CPP dev sentences nothing learns from.

    resources/build/context.py leaves out the same: index % 5 == 4.
    """
    lines = (SHARED / "cpp_dev.sent").read_text("utf-8").split("\n")
    labels = (SHARED / "cpp_dev.lb").read_text("utf-8").split("\n")
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label and index % 5 == 4:
            yield line.replace("▁", ""), line.index("▁"), label.replace("u:", "v")


def _heteronyms() -> list[Figure]:
    total = right = sure = right_and_sure = 0
    for sentence, place, label in kept_apart():
        one = _at(find_readings(sentence), place)
        is_right = one is not None and numbered(one.pinyin) == label
        total += 1
        right += is_right
        if one is not None and one.confidence >= _SURE:
            sure += 1
            right_and_sure += is_right
    share, honest = right / total, right_and_sure / sure
    return [
        Figure(
            f"heteronyms in context, of {total:,} kept apart",
            f"{share:.2%} ({total - right} wrong)",
            ">= 97 %",
            share >= 0.97,
        ),
        Figure(
            f"right of those given as {_SURE:.0%} sure or more",
            f"{honest:.2%} (of {sure / total:.1%})",
            ">= 98 %",
            honest >= 0.98,
        ),
    ]


def _at(found: list[Reading], place: int) -> Reading | None:
    return next((one for one in found if one.start == place), None)


def _words(name: str, path: Path, reach: str, least: float) -> Figure:
    rows = [*sentences(path)]
    wrong = [word for sentence, word, accepted in rows if read(sentence, word) not in accepted]
    share = 1 - len(wrong) / len(rows)
    value = f"{len(rows) - len(wrong)} of {len(rows)}"
    return Figure(
        name, value + (f" ({', '.join(wrong[:8])})" if wrong else ""), reach, share >= least
    )


def _dictionary() -> Figure:
    """Read the frequent words of CC-CEDICT; a neutral tone stands for any, 一 and 不 for theirs."""
    file = DictionaryFile()
    words = [word for word in sorted(file.vocabulary()[0]) if len(word) > 1]
    often = file.levels_of(words)
    asked = [word for word in words if (often.get(word, (None, None))[1] or 0) >= _FREQUENT]
    wrong = []
    for word, entries in file.entries(asked).items():
        said = [reading for _, _, reading in pronounce(word)]
        listed = [entry.pinyin.lower().split() for entry in entries]
        if len(said) == len(word) and not any(_agree(word, said, one) for one in listed):
            wrong.append(word)
    file.close()
    named = ", ".join(wrong[:8])
    return Figure(
        f"frequent words of CC-CEDICT that we read otherwise, of {len(asked):,}",
        f"{len(wrong)} ({named}, ...)",
        "reported",
        True,
    )


def _agree(word: str, said: list[str], listed: list[str]) -> bool:
    if len(said) != len(listed):
        return False
    both = zip(map(split_tone, said), map(split_tone, listed), strict=True)
    return all(
        char in "一不" or (one[0] == other[0] and (one[1] == other[1] or not one[1] * other[1]))
        for char, (one, other) in zip(word, both, strict=True)
    )


def _memory() -> Figure:
    command = [sys.executable, "-c", _MEMORY]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    grown = float(run.stdout)
    return Figure("memory with tables and model", f"{grown:.0f} MB", "< 80 MB", grown < 80)


def _second_pass() -> Figure:
    """Time `pronounce` on paragraphs that both systems have read before, in CPU time."""
    paragraphs = corpus.to_time()[:_AGAIN]
    ratios = []
    for number in range(_ROUNDS):
        start = process_time()
        for paragraph in paragraphs:
            pypinyin.lazy_pinyin(paragraph, style=pypinyin.Style.TONE)
        between = process_time()
        for paragraph in paragraphs:
            pronounce(paragraph)
        if number:
            ratios.append((between - start) / (process_time() - between))
    ratio = median(ratios)
    name = "paragraphs pronounced a second, read before"
    return Figure(name, f"{ratio:.2f} times", ">= 1.8 times", ratio >= 1.8, "pypinyin alone")


def _speed() -> Figure:
    """Time paragraphs nobody read before in this process, each system in turn."""
    paragraphs = corpus.to_time()
    ratios, rates = [], []
    for number in range(_ROUNDS):
        part = paragraphs[number::_ROUNDS]
        start = perf_counter()
        for paragraph in part:
            pypinyin.lazy_pinyin(paragraph, style=pypinyin.Style.TONE)
        between = perf_counter()
        for paragraph in part:
            find_readings(paragraph)
        ours = perf_counter() - between
        if number:
            ratios.append((between - start) / ours)
            rates.append(sum(map(len, part)) / ours)
    ratio = median(ratios)
    value = f"{ratio:.2f} times ({median(rates) / 1000:,.0f} k characters/s)"
    return Figure("readings a second", value, ">= 0.5 times", ratio >= 0.5, "pypinyin alone")
