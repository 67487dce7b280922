"""How readings are written."""

from __future__ import annotations

from dataclasses import dataclass

from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """The style of a syllable, which tone changes are written, and whether words are joined."""

    style: Style = Style.MARKS
    sandhi: Sandhi = Sandhi.OFF
    words: bool = False
