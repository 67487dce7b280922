"""Paragraphs to measure on: the laws, and which of them the language model has not seen."""

from __future__ import annotations

import lzma
import os
import re
from functools import cache
from pathlib import Path
from random import Random

# Beside the checkout, or where JINGDU_SHARED says.
SHARED = Path(os.environ.get("JINGDU_SHARED") or Path(__file__).resolve().parents[3] / "shared")
LAWS = SHARED / "data" / "laws.txt.xz"
_HANZI = re.compile(r"[\u4e00-\u9fff]")
# What a paragraph may not hold if it is to be damaged: it would not be clean to begin with.
_IRREGULAR = re.compile(
    r"[\u4e00-\u9fff][,;:?()!]|[,;:?()!][\u4e00-\u9fff]"
    r"|[\u4e00-\u9fff][ \u3000\u00a0]+[\u4e00-\u9fff]|[?？]{2}|\?|\ufffd|[\ue000-\uf8ff]|&|<|>"
)


def available() -> bool:
    """Tell whether the corpus is on this machine."""
    return LAWS.is_file()


def is_held_out(index: int) -> bool:
    """Tell whether the language model leaves out line `index` (0-based) of the corpus.

    Blocks of 200 consecutive lines, so that a law's own phrases are not on both sides; 5 %.
    """
    return (index // 200) % 20 == 7


@cache
def lines() -> tuple[str, ...]:
    """Return all paragraphs as they stand. Raises FileNotFoundError where the corpus is absent."""
    with lzma.open(LAWS, "rt", encoding="utf-8", newline="\n") as laws:
        return tuple(line.rstrip("\n") for line in laws)


@cache
def held_out_paragraphs() -> tuple[str, ...]:
    """Return the paragraphs no model is built from."""
    return tuple(line for index, line in enumerate(lines()) if is_held_out(index))


def is_regular(paragraph: str) -> bool:
    """Tell whether a paragraph is simplified text without damage or oddities of its own."""
    if _IRREGULAR.search(paragraph):
        return False
    return all(_in_gb2312(char) for char in paragraph)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        # Ordinary marks that GB2312 places elsewhere or lacks.
        return char in "—·…"
    return True


@cache
def _usable() -> tuple[str, ...]:
    """Return the held-out regular paragraphs of 30 to 300 hanzi, none twice."""
    return tuple(
        sorted(
            {
                paragraph
                for paragraph in held_out_paragraphs()
                if 30 <= len(_HANZI.findall(paragraph)) <= 300 and is_regular(paragraph)
            }
        )
    )


@cache
def to_damage(count: int = 500) -> tuple[str, ...]:
    """Return the paragraphs that the figures are measured on. Nobody mends the engine by them."""
    return tuple(Random("to damage").sample(_usable(), count))


@cache
def _others() -> tuple[str, ...]:
    """Return the usable paragraphs that are not scored, in an order of their own."""
    scored = set(to_damage())
    others = [paragraph for paragraph in _usable() if paragraph not in scored]
    Random("others").shuffle(others)
    return tuple(others)


def to_look_at(count: int = 500) -> tuple[str, ...]:
    """Return paragraphs whose failures may be read, at most 500; none of them is scored or timed.

    Who reads a failing place and mends the engine has fitted it to that paragraph; a score on the
    same paragraphs would then say nothing about others.
    """
    return _others()[: min(count, 500)]


def to_time() -> tuple[str, ...]:
    """Return the paragraphs left for timing, some 3,500."""
    return _others()[500:]


@cache
def clean(count: int = 20_000, *, scored: bool = True) -> tuple[str, ...]:
    """Return paragraphs as they stand, all but those under 4 characters, at even steps.

    Those to look at (`scored` false) are none of those that are scored.
    """
    known = frozenset() if scored else frozenset(clean())
    usable = [line for line in lines() if len(line) >= 4 and line not in known]
    step = len(usable) / count
    return tuple(usable[int(index * step)] for index in range(count))
