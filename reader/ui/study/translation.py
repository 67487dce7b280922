"""What the word panel shows of a translated sentence or paragraph, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class TranslationState(Enum):
    """How far a translation is."""

    NO_SERVER = auto()
    WAITING = auto()
    DONE = auto()
    FAILED = auto()


class Translation(NamedTuple):
    """The translation of text[start:end] of the clean text, which was `text` then.

    `rows` are its sentences with their translations, the latter empty until they come. `problem`
    says what failed and what to do.
    """

    start: int
    end: int
    text: str
    state: TranslationState
    rows: tuple[tuple[str, str], ...] = ()
    server: str = ""
    problem: str = ""

    def covers(self, offset: int, text: str) -> bool:
        """Tell whether a word that begins here is in what is translated, which stands there yet."""
        same = text[self.start : self.end] == self.text
        return same and self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class TranslationActions:
    """What the buttons of the section do."""

    set_up: Callable[[], object]
    again: Callable[[], object]
    show_glosses: Callable[[], object]
