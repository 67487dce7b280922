"""What a mechanism of damage is, what it is given to look at, and what it knows about the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import Protocol

from reader.language.forms import table
from reader.language.glosses import Glosses, split_glosses
from reader.language.ngram import CharacterModel
from reader.language.recurrence import Recurrence
from reader.repair.certain_forms import draft
from reader.repair.profile import UNKNOWN, DocumentProfile
from reader.repair.proposal import Proposal
from reader.text.cut import Cut
from reader.text.kinds import RepairKind


class Layer(Enum):
    """Which text a mechanism looks at: what the layers before it have left.

    The first three read a text as a whole, before paragraphs are cut, because U+0085 may be a byte
    of a misread character there.
    """

    FILE = "file"  # characters whose bytes were cut; only a file's bytes tell of them
    BYTES = "bytes"  # text decoded wrongly, whole or in runs
    PAGE = "page"  # what a page left in its text; BYTES and PAGE take turns, at most four times
    PARAGRAPH = "paragraph"


def do_nothing() -> None:
    """Go on: nobody waits for a search, or wants to stop it."""


@dataclass(frozen=True)
class Context:
    """What is known about a whole document before one of its paragraphs is restored.

    Made once and frozen: a paragraph that is restored again gets the same. `usual` says what an
    unsure form is read as in the rest of the document. Something `may_be_out_of_step` if any
    paragraph looks so. `tick` is called now and then by long searches; what it raises (to cancel)
    goes through.
    """

    model: CharacterModel
    profile: DocumentProfile = UNKNOWN
    recurrence: Recurrence | None = None
    usual: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    may_be_out_of_step: bool = False
    tick: Callable[[], None] = do_nothing


class Stretch:
    """A text as a mechanism sees it: all of a document, or one paragraph (code points).

    Of a whole document only the lines that reach into text[low:high] are looked at. `cuts` are
    the bytes of `encoding` that stand behind its U+FFFD. `losses` are the offsets, sorted, of
    marks of loss of which it is known that nothing is out of step behind them. `allowance` is
    how many characters may be read out of step in vain; `spent` is where a search counts them.
    """

    def __init__(
        self,
        text: str,
        low: int = 0,
        high: int | None = None,
        *,
        cuts: Sequence[Cut] = (),
        encoding: str = "",
        losses: Sequence[int] = (),
        allowance: int = 200,
    ) -> None:
        self.text = text
        self.low, self.high = low, len(text) if high is None else high
        self.cuts, self.encoding = cuts, encoding
        self.losses = losses
        self.allowance, self.spent = allowance, 0

    @cached_property
    def glosses(self) -> Glosses:
        """The parentheses that read the hanzi before them, parsed once for all mechanisms."""
        return split_glosses(self.text)

    @cached_property
    def bare(self) -> str:
        """The text without its glosses."""
        return "".join(self.glosses.kept)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(map(len, self.glosses.kept[:-1]))]

    def origin(self, at: int) -> int:
        """Return the offset in `text` of bare[at]."""
        index = bisect_right(self._starts, at) - 1
        return at if index <= 0 else self.glosses.ends[index - 1] + at - self._starts[index]

    @cached_property
    def has_forms(self) -> bool:
        """Whether any traditional or variant form stands in it."""
        return table().pattern.search(self.text) is not None

    def bare_draft(self, profile: DocumentProfile) -> str:
        """Return the bare text with all forms replaced that can mean only one thing."""
        known = self.__dict__.get("_bare_draft")
        if known is None:
            known = self.__dict__["_bare_draft"] = draft(self.bare, profile)
        return str(known)


class Mechanism(Protocol):
    """One way in which text gets damaged, and how that is read backwards."""

    @property
    def name(self) -> str:
        """Return a stable name, for rules of the user, the command line and the figures."""
        ...

    @property
    def kinds(self) -> frozenset[RepairKind]:
        """Return the kinds of repair that it proposes."""
        ...

    @property
    def layer(self) -> Layer:
        """Return which text it looks at."""
        ...

    def propose(self, stretch: Stretch, context: Context) -> Iterable[Proposal]:
        """Yield what could be changed here; to leave it is always a proposal, too."""
        ...
