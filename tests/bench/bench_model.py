"""Figures of the language model: size, loading, speed, perplexity on text it has not seen."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path
from time import process_time

from reader.language.ngram import CharacterModel
from reader.text.resources import resource_path
from tests.bench import corpus, needs, pages
from tests.bench.figure import Figure

NEEDS = (needs.LAWS, needs.SENTENCES, needs.WEB)
_CPP_DEV = corpus.LAWS.with_name("cpp_dev.sent")
_GENERAL = Path(__file__).with_name("general.txt")
_LOAD = (
    "from time import perf_counter; from reader.language.ngram import character_model\n"
    "start = perf_counter(); character_model(); print(perf_counter() - start)"
)


def run() -> list[Figure]:
    """Measure on laws, web pages, sentences of an encyclopedia and our own."""
    path = resource_path("data", "ngram.bin")
    size = path.stat().st_size
    model = CharacterModel(path)
    general = _GENERAL.read_text("utf-8").splitlines()
    web = list(pages.paragraphs())
    laws = [line for line in corpus.held_out_paragraphs() if line]
    lines = _CPP_DEV.read_text("utf-8").replace("▁", "").splitlines()
    return [
        Figure("size of the model", f"{size / 1e6:.2f} MB", "<= 30 MB", size <= 30_000_000),
        _load(),
        _perplexity(model, "30 sentences of news, business, daily life", general, 200),
        _perplexity(model, "web pages that were not learnt from", web, 200),
        _perplexity(model, "laws that were held out", laws, 11),
        *_speed(path, laws),
        _perplexity(model, "encyclopedia sentences (CPP dev)", lines, 500),
        *_speed(path, lines, " on encyclopedia sentences"),
    ]


def _load() -> Figure:
    """Load in five new processes; the files are in the system's cache after the first."""
    took = min(
        float(subprocess.run([sys.executable, "-c", _LOAD], check=True, capture_output=True).stdout)
        for _ in range(5)
    )
    return Figure("loading the model", f"{took * 1000:.1f} ms", "< 50 ms", took < 0.05)


def _perplexity(model: CharacterModel, name: str, lines: list[str], reach: float) -> Figure:
    """Measure per character of the lines; digits are one character, Latin letters another."""
    count = sum(map(len, lines))
    value = math.exp(sum(model.text_costs(lines)) / count)
    return Figure(
        f"perplexity a character, {name}",
        f"{value:.1f} ({count:,} characters)",
        f"<= {reach:g}",
        value <= reach,
    )


def _speed(path: Path, lines: list[str], kind: str = "") -> list[Figure]:
    """Compare the batch with a loop of single calls over the same lines, both from scratch."""
    lines = lines[:4_000]
    count = sum(map(len, lines))
    single = batch = float("inf")
    for _ in range(3):
        model = CharacterModel(path)  # what a loop has asked before is remembered
        start = process_time()
        for line in lines:
            model.text_cost(line)
        single = min(single, process_time() - start)
        model.text_costs(lines[:1])  # loads numpy
        start = process_time()
        model.text_costs(lines)
        batch = min(batch, process_time() - start)
    return [
        Figure(
            f"scores a second of one core in a batch{kind}",
            f"{count / batch:,.0f}",
            ">= 1,000,000",
            count / batch >= 1e6,
        ),
        Figure(
            f"speed of the batch{kind}",
            f"{single / batch:.1f} times",
            ">= 1 times",
            single >= batch,
            f"a loop of text_cost, {count / single:,.0f} scores a second",
        ),
    ]
