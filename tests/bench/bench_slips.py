"""Figures of slips: what is restored, how sure, what is left alone, how fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from random import Random
from statistics import median
from time import process_time

from reader import MECHANISMS, Document, RepairKind, restore
from tests.bench import corpus, genres, needs, pages, questions
from tests.bench.figure import Figure
from tests.damage.damaged import Damaged, Source
from tests.damage.mark_slip import MARKS, folded_slip, mark_slip
from tests.damage.traditional import traditional

NEEDS = (needs.LAWS, needs.SENTENCES, needs.WEB)
_COUNT = 300
_DOCUMENT = 100  # paragraphs restored together, as they stand in their document
_SURE = 0.9
_ENCYCLOPEDIA = corpus.LAWS.with_name("cpp_dev.sent")

Slipped = list[tuple[str, str]]  # (truth, damaged) of the paragraphs of one document


def run() -> list[Figure]:
    """Measure on laws, sentences of an encyclopedia and web pages."""
    simplified = list(_documents(_held_out(), lambda text, _: text))
    spun = list(_documents(_held_out(), traditional))
    laws = [*simplified, *spun]
    sentences = list(_documents(_sentences(), lambda text, _: text))
    web = tuple(text for text in pages.paragraphs() if _is_usable(text))
    found = list(_documents(web, lambda text, _: text))
    return [
        _exact("slipped policy paragraphs exactly restored, half of them traditional", laws, 0.85),
        _exact("of these, simplified", simplified, 0.85),
        _exact("of these, traditional", spun, 0.85),
        _exact("policy paragraphs, marks folded in the bytes, '?' and mark", _folded(False), 0.85),
        _exact("policy paragraphs, marks folded in the bytes, '?' alone", _folded(True), 0.85),
        _exact("slipped sentences of an encyclopedia exactly restored", sentences, 0.75),
        _exact("slipped paragraphs of web pages exactly restored", found, 0.75),
        *_held_out_genres(),
        _overconfident(found, "on web pages, "),
        _overconfident(laws),
        _questions(),
        _time_for_one(simplified),
        _switched_off(),
    ]


@cache
def _held_out() -> tuple[str, ...]:
    """Return paragraphs no model was built from, in the order of their documents."""
    return tuple(text for text in corpus.held_out_paragraphs() if _is_usable(text))


def _is_usable(text: str) -> bool:
    return 30 <= len(text) <= 300 and corpus.is_regular(text)


def _sentences() -> tuple[str, ...]:
    lines = _ENCYCLOPEDIA.read_text("utf-8").splitlines()
    plain = (line.strip().replace("▁", "").replace(" ", "") for line in lines)
    return tuple(text for text in plain if 20 <= len(text) <= 200 and corpus.is_regular(text))


def _folded(eats: bool) -> list[Slipped]:
    """Return documents of a crawl that folds marks; only what holds none in its truth is compared.

    Which of ; and : beside hanzi were full-width is another mechanism's question.
    """
    texts = tuple(text for text in _held_out() if not any(mark in text for mark in MARKS))
    return list(_documents(texts, lambda text, _: text, lambda text: folded_slip(text, eats=eats)))


def _documents(
    texts: tuple[str, ...],
    first: Callable[[str, Random], Source],
    slip: Callable[[Source], Damaged] = mark_slip,
) -> Iterator[Slipped]:
    """Yield documents until enough of their paragraphs hold a slip."""
    random = Random("slips")
    count = 0
    for at in range(0, len(texts), _DOCUMENT):
        document: Slipped = []
        for text in texts[at : at + _DOCUMENT]:
            try:
                damaged = slip(first(text, random))
            except UnicodeEncodeError:  # nothing that was ever GBK
                continue
            document.append((text, damaged.text))
            count += "mark_slip" in damaged.kinds
        yield document
        if count >= _COUNT:
            return


@cache
def _restored(text: str) -> Document:
    return restore(text)


def _exact(name: str, documents: list[Slipped], reach: float, forgiving: bool = False) -> Figure:
    right = total = 0
    for document in documents:
        restored = _restored("\n".join(damaged for _, damaged in document)).text.split("\n")
        for (truth, damaged), text in zip(document, restored, strict=True):
            if "?" in damaged:
                total += 1
                right += _is_forgiven(truth, text) if forgiving else text == truth
    share = right / max(1, total)
    return Figure(name, f"{share:.1%} ({right} of {total})", f">= {reach:.0%}", share >= reach)


def _held_out_genres() -> Iterator[Figure]:
    """Measure on pieces of paragraphs of other kinds that no model was built from."""
    for genre, reach in (("news", 0.68), ("reports", 0.68), ("encyclopedia", 0.64)):
        texts = tuple(text for text in genres.held_out(genre) if _is_usable(text))
        documents = list(_documents(texts, lambda text, _: text))
        yield _exact(f"slipped pieces of {genre} exactly restored", documents, reach)
        yield _exact(f"slipped pieces of {genre}, what is gone forgiven", documents, reach, True)


def _is_forgiven(truth: str, text: str) -> bool:
    """Tell if a text is the truth but for ASCII characters that a '?' ate, which are gone."""
    if "?" not in text:
        return text == truth
    pattern = "".join("[!-~]" if char == "?" else re.escape(char) for char in text)
    return re.fullmatch(pattern, truth) is not None


def _overconfident(documents: list[Slipped], where: str = "") -> Figure:
    """Count repairs given as sure that are wrong in some character."""
    sure = wrong = 0
    for document in documents:
        done = _restored("\n".join(damaged for _, damaged in document))
        bounds = [0]
        for text in done.text.split("\n"):
            bounds.append(bounds[-1] + len(text) + 1)
        for number, (truth, _) in enumerate(document):
            start, end = bounds[number], bounds[number + 1] - 1
            text = done.text[start:end]
            differing = [
                (low + start, high + start)
                for tag, _, _, low, high in SequenceMatcher(
                    None, truth, text, autojunk=False
                ).get_opcodes()
                if tag != "equal"
            ]
            slips = [
                repair
                for repair in done.repairs_in_clean(start, end)
                if repair.kind is RepairKind.SLIP
            ]
            starts = {repair.clean_start for repair in slips}
            for repair in slips:
                if repair.confidence < _SURE:
                    continue
                low, high = repair.clean_start, repair.clean_end
                sure += 1
                # What is missing between two clauses is missing in the second.
                wrong += any(
                    (first < high and last > low)
                    if last > first
                    else low <= first < high or (first == high and first not in starts)
                    for first, last in differing
                )
    share = wrong / max(1, sure)
    name = f"{where}wrong, of {sure:,} slips restored with confidence >= {_SURE}"
    return Figure(name, f"{share:.1%} ({wrong})", "<= 1%", share <= 0.01)


def _questions() -> Figure:
    texts = questions.paragraphs()
    changed = [
        text
        for text in texts
        if any(r.kind is RepairKind.SLIP and r.applied for r in restore(text).repairs)
    ]
    name = f"clean paragraphs with question marks read as slips, of {len(texts):,}"
    return Figure(name, f"{len(changed)}", "0", not changed)


def _time_for_one(documents: list[Slipped]) -> Figure:
    taken = []
    for document in documents:
        for _, damaged in document:
            breaks = damaged.count("?")
            if breaks:
                start = process_time()
                restore(damaged)
                taken.append((process_time() - start) / breaks)
    value = median(taken) * 1000
    return Figure("time for one slip", f"median {value:.1f} ms", "< 20 ms", value < 20)


def _switched_off(rounds: int = 7) -> Figure:
    """Compare text without slips with and without the search for them, fresh text each round."""
    ratios = []
    texts = corpus.clean()
    for number in range(rounds):
        text = "\n".join(texts[number * 2000 : (number + 1) * 2000])
        restore(text[:2000])
        start = process_time()
        restore(text, mechanisms=[one for one in MECHANISMS if one.name != "byte_slips"])
        off = process_time() - start
        start = process_time()
        restore(text)
        ratios.append(off / (process_time() - start))
    ratio = median(ratios)
    return Figure(
        "restore speed on text without slips",
        f"{ratio:.2f} times",
        ">= 0.9 times",
        ratio >= 0.9,
        "the same with the search for byte slips switched off",
    )
