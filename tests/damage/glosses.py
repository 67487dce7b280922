"""Mechanism 1: readings in parentheses after characters (勞動(dòng)關(guān)係(xi))."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.damage import readings
from tests.damage.damaged import Damaged, Source, cells_of, damaged, is_hanzi

# Toned glosses stand on a fixed list of characters; these were seen.
SEEN_TONED = "動會協關領書實時見開萬網聯務業長專線過絡續擴斷進創態戶聽"
_SEEN_SPACED = frozenset("會創絡")
# More of the same sort, of which a document's own list is drawn.
_MORE_TONED = (
    "對導設機構議製勞員爭聽應統護體類農資報準決認證規劃總標鄉環稅選驗審計識權處號請變極條級結維"
    "給終經節約組織紀純納紅紙練緊綜緩編縣論講許試該詳語說課調談談賽質買賣貿費賢"
)


@dataclass(frozen=True, slots=True)
class GlossStyle:
    """How a spinner writes its glosses."""

    share: float = 1 / 3  # of the hanzi get an untoned gloss
    wrong: float = 0.1  # of the heteronyms get another of their readings
    full_width: bool = False
    umlaut: str = "v"  # how ü is written without a tone: v, ü, u:
    numbers: bool = False
    capitals: float = 0.0

    def wrap(self, reading: str, random: Random) -> str:
        """Return the gloss with its parentheses."""
        if self.umlaut != "ü":
            reading = reading.replace("ü", self.umlaut)
        if self.capitals and random.random() < self.capitals:
            reading = reading.capitalize()
        return f"（{reading}）" if self.full_width else f"({reading})"


def untoned_glosses(source: Source, random: Random, style: GlossStyle | None = None) -> Damaged:
    """Gloss a random share of the hanzi; the reading is that of the character as it stands."""
    style = style or GlossStyle()
    cells = []
    for cell in cells_of(source):
        last = cell.text[-1:]
        if len(cell.text) == 1 and is_hanzi(last) and random.random() < style.share:
            options = readings.numbered(last) if style.numbers else readings.toned(last)
            if options:
                reading = readings.untoned(readings.pick(options, random, wrong=style.wrong))
                cell = cell.became(cell.text + style.wrap(reading, random), "gloss")
        cells.append(cell)
    return damaged(cells)


def toned_keys(random: Random, *, wrong: float = 0.1, more: int = 15) -> dict[str, str]:
    """Choose a document's list of toned glosses: character -> gloss with parentheses.

    Always the list that was seen, and `more` others; some glosses have a stray space.
    """
    keys = {}
    for char in SEEN_TONED + "".join(random.sample(sorted(set(_MORE_TONED)), more)):
        options = readings.toned(char)
        if options:
            space = " " if char in _SEEN_SPACED or random.random() < 0.05 else ""
            keys[char] = f"({readings.pick(options, random, wrong=wrong)}{space})"
    return keys


def toned_glosses(source: Source, keys: dict[str, str]) -> Damaged:
    """Put its toned gloss after every occurrence of a key, before any untoned gloss."""
    cells = []
    for cell in cells_of(source):
        gloss = keys.get(cell.text[:1])
        if gloss:
            cell = cell.became(cell.text[0] + gloss + cell.text[1:], "gloss")
        cells.append(cell)
    return damaged(cells)
