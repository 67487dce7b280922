r"""The bytes of a Rich Text file as characters, by the font they stand in.

A character of two bytes may be cut by words that mean nothing to it: \'d6\hich\'d0 is 中.
"""

from __future__ import annotations

import codecs
from collections import Counter

from reader.formats.rtf_tables import DOUBLE, Font
from reader.formats.symbols import is_known, symbol


class Decoder:
    """Decodes bytes as they come. `lost` counts those that are no characters."""

    def __init__(self, page: str, fonts: dict[int, Font], counts: Counter[str]) -> None:
        self.lost = 0
        self._page = page
        self._fonts = fonts
        self._counts = counts
        self._encoding = page
        self._decoder = codecs.getincrementaldecoder(page)("replace")

    @property
    def has_half(self) -> bool:
        """Whether the bytes so far end in the first half of a character."""
        return bool(self._decoder.getstate()[0])

    def decode(self, data: bytes, font: int | None, *, is_apart: bool) -> str:
        """Return the characters of some bytes; `is_apart` if they do not go on from the last."""
        symbols = self._symbols(font)
        if symbols:
            return self.finish() + "".join(self._symbol(byte, symbols) for byte in data)
        encoding = self._encoding_of(font)
        before = ""
        if encoding != self._encoding or is_apart:
            before = self.finish()
        if encoding != self._encoding:
            self._encoding = encoding
            self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = self._decoder.decode(data)
        self.lost += text.count("\ufffd")
        return before + text

    def finish(self) -> str:
        """Give up waiting for the second half of a character; return what stands for the first."""
        text = self._decoder.decode(b"", True) if self.has_half else ""
        self._decoder.reset()
        self.lost += text.count("\ufffd")
        return text

    def character(self, number: int, font: int | None) -> str:
        r"""Return the character that \u gives by its number; -4000 is 61536."""
        unit = number % 0x10000
        symbols = self._symbols(font) if 0xF000 <= unit <= 0xF0FF else ""
        return self._symbol(unit, symbols) if symbols else chr(unit)

    def _symbol(self, code: int, font: str) -> str:
        found = symbol(code, font)
        self._counts["symbols"] += found is None
        return found or ""

    def _symbols(self, number: int | None) -> str:
        """Return the name of the font if it is one of symbols, and known."""
        font = None if number is None else self._fonts.get(number)
        return font.symbols if font is not None and is_known(font.symbols) else ""

    def _encoding_of(self, number: int | None) -> str:
        """Return the encoding of bytes in a font.

        A Chinese file is read as Chinese whatever a Western font claims: Word names Times New
        Roman for the Latin letters of a run, not for its bytes.
        """
        font = None if number is None else self._fonts.get(number)
        encoding = None if font is None else font.encoding
        if encoding is None or (encoding not in DOUBLE and self._page in DOUBLE):
            return self._page
        return encoding
