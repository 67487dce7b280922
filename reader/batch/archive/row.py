"""What is known of one page of an archive once it was cleaned: one row of every output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypedDict


class Damage(StrEnum):
    """What a page suffered from most, the worst first; the value is a stable id used in files."""

    FAILED = "failed"  # it could not be read
    ASIDE = "aside"  # over a limit; nothing was repaired
    MISREAD = "misread"  # decoded in the wrong encoding
    SLIPPED = "slipped"  # something was inserted inside the bytes of a character
    LOST = "lost"  # bytes are gone
    SPUN = "spun"  # pinyin, variants or traditional forms were put in
    OTHER = "other"  # repaired, but none of these
    CLEAN = "clean"


class Detail(TypedDict):
    """One repair of a page; offsets are half-open, code points of the original."""

    kind: str
    rule: str
    before: str
    after: str
    start: int
    end: int
    confidence: float
    state: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: where it came from, how it was damaged, and its clean text.

    `page` names it in its source: the path inside a folder or an archive, the address of a WARC
    record, `file#row` in a table. `position` is its running number there, from 0, and the order
    of every output.
    """

    page: str
    source: str
    position: int
    address: str = ""  # where it was fetched from, if that is known
    host: str = ""
    date: str = ""  # ISO 8601, if known
    damage: str = Damage.CLEAN.value
    counts: Mapping[str, int] = field(default_factory=dict)  # applied repairs, by kind
    repairs: int = 0  # all of them
    lost: int = 0  # places where bytes are gone and nothing was written
    undecided: int = 0  # places that need a person
    unsure: int = 0  # repairs that were applied and should be looked at
    lowest: float | None = None  # confidence of the least sure repair that was applied
    characters: int = 0  # code points of the original
    clean: str | None = None  # the clean text; None if the page failed
    error: str = ""  # why it failed or was set aside, in plain English
    details: list[Detail] | None = None  # every repair, where that was asked for

    def to_dict(self) -> dict[str, Any]:
        """Return the row as what JSON can hold, in the order of the columns."""
        # asdict copies each value with all it holds: a tenth of the time of a short page.
        values = {name: getattr(self, name) for name in _NAMES}
        return {**values, "counts": dict(self.counts)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> PageRow:
        """Return the row of a dict; what it holds besides is passed over, what it lacks is empty.

        Raises KeyError: no page, source or position.
        """
        given = {name: values[name] for name in _NAMES if name in values}
        for name in ("page", "source", "position"):
            given[name] = values[name]
        return cls(**given)


_NAMES = tuple(one.name for one in fields(PageRow))
