"""Tells if anything around a place is Chinese, as it stands or one byte off; in noise nothing is.

Text that was cut out of step stands between clean text, or reads well itself once its bytes are
paired in the other way: 确？！笆奈濉币巹 has 十四五 in it. Characters at random do neither, and a
search there, which may let any pair of bytes be lost, takes a thousand times as long as this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.codepages.double_byte import CodePage
from reader.language.forms import form_table
from reader.language.hanzi import HANZI, IS_HANZI
from reader.language.ngram import CharacterModel
from reader.text.lazy_pattern import lazy_pattern

_PART = 16  # characters that are looked at together; each part is looked at once
_PARTS = 2  # before a place, and as many from there on
_WINDOW = 4  # hanzi in a row that make sense together
# Nats that one of these costs at most where they do. Of 150 runs out of step the worst had such a
# window below 7.4; of 400 places in characters at random the best had none below 7.7.
_SENSE = 7.5
# The same for what is most surely out of step, if anything is. In characters at random most places
# have no better window than 9; of those runs none was worse than 7.6.
_POOR = 9.0
_FEWEST = 6  # windows from which on it is no chance that none makes sense
# Where no four hanzi stand in a row: how many characters are enough, the share of hanzi below which
# it is no text out of step (three of four are hanzi there), and the nats from which on hanzi are
# drawn at random (7 to 12.2 there).
_MANY, _SHARE = 8, 0.4
_FURTHER = 4  # parts before and behind that are looked at for this
_RARE, _MOST = 12.5, 16.0
_ROW = lazy_pattern(f"[{HANZI}]{{{_WINDOW},}}")
_PAIRS = lazy_pattern(f"[^\\x00-\\x7f\ufffd]{{{_WINDOW + 1},}}")
_LETTERS = lazy_pattern("[^\x00-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff60\ufffd]")  # no marks
_KNOWN = lazy_pattern(f"[^?\ufffd]{{{_WINDOW},}}")
_CODECS: dict[CodePage, str] = {"gbk": "gb18030", "cp950": "cp950"}  # it has user-defined pairs


class Surroundings:
    """What the parts of one text look like; those that nobody asks about are not looked at."""

    def __init__(self, text: str, pages: Sequence[CodePage], model: CharacterModel) -> None:
        """`pages` are the code pages in which the text may be out of step."""
        self._text, self._codecs, self._model = text, [_CODECS[one] for one in pages], model
        self._parts: dict[int, tuple[bool, int]] = {}

    def make_sense(self, at: int) -> bool:
        """Tell if something around text[at] reads as Chinese, or too little is there to tell."""
        here = at // _PART
        windows = 0
        for part in (here, *(here + step for far in range(1, _PARTS + 1) for step in (-far, far))):
            if 0 <= part * _PART < len(self._text):
                known = self._parts.get(part)
                if known is None:
                    known = self._parts[part] = self._look_at(part * _PART)
                if known[0]:
                    return True
                windows += known[1]
        return windows < _FEWEST and not self._is_foreign(here)

    def may_be_one_byte_off(self, low: int, high: int) -> bool:
        """Tell if text[low:high] reads a little like Chinese one byte off, or is too short to tell.

        At an ASCII byte, or where bytes are lost, a run may end that begins at `low`.
        """
        row = _PAIRS.match(self._text, low, high)
        if row is None:
            return True
        for codec in self._codecs:
            shifted = _KNOWN.match(_shift(row[0], codec))
            windows = self._weigh_windows(shifted[0]) if shifted else []
            if len(windows) < _FEWEST or min(windows) < _POOR:
                return True
        return False

    def _is_foreign(self, part: int) -> bool:
        """Tell if hardly any characters around are hanzi, or nearly all of them rare ones."""
        low, high = max(0, part - _FURTHER) * _PART, (part + _FURTHER + 1) * _PART
        text = self._text[low:high]
        letters = len(_LETTERS.findall(text))
        hanzi = IS_HANZI.findall(text.translate(form_table().guess))
        if letters >= _MANY and len(hanzi) < _SHARE * letters:
            return True
        total = sum(min(_MOST, self._model.rarity(char)) for char in hanzi)
        return len(hanzi) >= _MANY and total > _RARE * len(hanzi)

    def _look_at(self, start: int) -> tuple[bool, int]:
        """Return if a part makes sense, and how many windows of it were looked at."""
        windows = 0
        # The last characters begin windows that end in the next part.
        part, _, _ = self._text[start : start + _PART + _WINDOW].partition("\n")
        for read in chain(_ROW.findall(part), self._list_shifted(part)):
            costs = self._weigh_windows(read)
            if min(costs) < _SENSE:
                return True, windows
            windows += len(costs)
        return False, windows

    def _list_shifted(self, part: str) -> Iterator[str]:
        """Yield the rows of what the bytes of a text say one byte off."""
        for row in _PAIRS.findall(part):
            for codec in self._codecs:
                yield from _KNOWN.findall(_shift(row, codec))

    def _weigh_windows(self, row: str) -> list[float]:
        """Return what a character costs, on average, of each few characters in a row."""
        ids = [0, 0, *self._model.ids(row.translate(form_table().guess))]
        costs = list(map(self._model.cost, ids, ids[1:], ids[2:]))
        return [sum(costs[at : at + _WINDOW]) / _WINDOW for at in range(len(costs) - _WINDOW + 1)]


def _shift(row: str, codec: str) -> str:
    """Return what the bytes of a text say one byte off, ?? for what is nothing."""
    data = row.encode(codec, "replace").replace(b"?", b"??")  # what the code page lacks
    pairs = (data[at : at + 2] for at in range(1, len(data) - 1, 2))
    return b"".join(pair if pair[0] >= 0x80 else b"??" for pair in pairs).decode(codec, "replace")
