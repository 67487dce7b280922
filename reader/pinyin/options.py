"""How readings are written."""

from __future__ import annotations

from dataclasses import dataclass

from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How readings are written: the style, which tone changes, and whether joined by word."""

    style: Style = Style.MARKS
    sandhi: Sandhi = Sandhi.OFF
    words: bool = False
