"""Candidates that no source lists: a shared reading together with a shared part.

跼 for 局 and 郃 for 合 stand in no table as such. What they have in common with the character they
replaced is what the spinner chose them for: the sound and a part of the shape.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components import Components
from sources import in_gbk, is_hanzi
from syllables import split_tone

BEST = 6  # candidates kept for a form
BEST_OF_READING = 4  # and for one reading of it: 媮 is 偷 tou as well as 愉 yu
_KIND_COST = {"component": 0, "phonetic": 1, "radical": 2}
_UNTONED = 2
_DEAREST = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A base that a form may stand for; `cost` is 4..9."""

    base: str
    cost: int
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Finds candidates by sound and shape.

    `base_readings` and `form_readings` are toned, `glyphs` gives the shapes a base is also
    written with (农: 農), `rarity` orders bases that are equally likely otherwise.
    """

    components: Components
    base_readings: dict[str, list[str]]
    form_readings: dict[str, list[str]]
    glyphs: dict[str, list[str]]
    levels: dict[str, int]
    rarity: Callable[[str], float]

    def forms(self) -> Iterator[str]:
        """Yield what a spinner of GBK text could have put in: all but level 1 and 2."""
        for char in self.form_readings:
            if is_hanzi(char) and self.levels.get(char, 3) == 3 and in_gbk(char):
                yield char

    def by_reading(self) -> dict[str, list[str]]:
        """Return untoned reading -> bases."""
        index: dict[str, list[str]] = defaultdict(list)
        for base, readings in self.base_readings.items():
            for plain in {split_tone(reading)[0] for reading in readings}:
                index[plain].append(base)
        return index

    def candidates(self, form: str, index: dict[str, list[str]]) -> list[Candidate]:
        """Return the best candidates for `form`, cheapest first."""
        best: dict[str, tuple[Candidate, str]] = {}
        for rank, reading in enumerate(self.form_readings.get(form, ())):
            plain = split_tone(reading)[0]
            for base in index.get(plain, ()):
                candidate = self._judge(form, base, reading, plain, rank)
                if candidate and (base not in best or candidate.cost < best[base][0].cost):
                    best[base] = candidate, plain
        ordered = sorted(best.values(), key=lambda one: (one[0].cost, self.rarity(one[0].base)))
        kept: list[Candidate] = []
        heard: Counter[str] = Counter()
        for candidate, plain in ordered:
            if heard[plain] < BEST_OF_READING and self._stays(candidate, ordered[0][0]):
                heard[plain] += 1
                kept.append(candidate)
        return kept[:BEST]

    def _stays(self, one: Candidate, best: Candidate) -> bool:
        """Leave out what is dearer than the best, but for a near everyday base: 搨 for 拓."""
        near = one.cost <= min(best.cost + 1, _DEAREST - 1)
        return one.cost == best.cost or (near and self.levels[one.base] == 1)

    def _judge(self, form: str, base: str, reading: str, plain: str, rank: int) -> Candidate | None:
        if base == form:
            return None
        kinds = {
            kind
            for glyph in (base, *self.glyphs.get(base, ()))
            if glyph != form and (kind := self.components.relation(form, glyph, plain))
        }
        if not kinds and any(
            self.components.alike(form, glyph) for glyph in (base, *self.glyphs.get(base, ()))
        ):
            kinds = {"radical"}
        if not kinds:
            return None
        kind = min(kinds, key=_KIND_COST.__getitem__)
        toned = reading in self.base_readings[base]
        # A rare reading of the form (跼 qù) makes a poorer candidate than its usual one, and a
        # spinner works on everyday text, so a base of level 2 is rarer too.
        cost = 4 + _KIND_COST[kind] + (0 if toned else _UNTONED) + (1 if rank > 1 else 0)
        cost += self.levels[base] - 1
        if cost > _DEAREST:
            return None
        return Candidate(base, cost, f"evidence:{reading if toned else plain}/{kind}")
