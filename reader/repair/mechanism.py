"""The protocol of a mechanism, the text that it is given, and what it knows of the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from math import inf
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from reader.language.foreign import CHINESE, identify_language, may_be_foreign
from reader.language.forms import find_foreign_forms, may_hold_forms
from reader.language.glosses import GlossColumns, split_glosses
from reader.language.ngram import CharacterModel
from reader.language.recurrence import Recurrence
from reader.language.text_kind import TextKind, identify_paragraph
from reader.repair.certain_forms import draft
from reader.repair.profile import UNKNOWN, DocumentProfile
from reader.repair.proposal import Proposal
from reader.text.cut import Cut
from reader.text.kinds import RepairKind


class Layer(Enum):
    """Which text a mechanism looks at: the result of the layers before its own.

    The first three see the whole text, before it is divided into paragraphs, because there U+0085
    may be a byte of a misread character.
    """

    FILE = "file"  # incomplete characters, which only the file's bytes can restore
    BYTES = "bytes"  # text decoded in the wrong encoding, whole or in runs
    PAGE = "page"  # web page residue; BYTES and PAGE take turns, at most four times
    PARAGRAPH = "paragraph"


def do_nothing() -> None:
    """Do nothing: the `tick` of a search whose progress nobody wants to know."""


@dataclass(frozen=True)
class Context:
    """What is known about a whole document before any of its paragraphs is restored.

    It is made once and frozen, so that a paragraph that is restored again gets the same. `usual`
    maps unsure forms to what they stand for in the rest of the document. `may_be_out_of_step` and
    `may_be_misread` are true if any paragraph looks so; `misread_as` is how most of those that do
    were written and read ("Big5", "GBK"). Long searches call `tick`; to cancel
    them, let it raise. `is_hasty` is true of a first screen, which is shown until all is done:
    nothing in it may take seconds.
    """

    model: CharacterModel
    profile: DocumentProfile = UNKNOWN
    recurrence: Recurrence | None = None
    usual: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    may_be_out_of_step: bool = False
    may_be_misread: bool = False
    misread_as: tuple[str, str] | None = None
    tick: Callable[[], None] = do_nothing
    is_hasty: bool = False


class Stretch:
    """A text as a mechanism sees it: a whole document, or one paragraph. Offsets: code points.

    Of a whole document only the lines that overlap text[low:high] are looked at. `cuts` are the
    bytes, in `encoding`, of which only U+FFFD is left in the text. `losses` are the sorted offsets
    of loss marks after which nothing is out of step, `unread` the sorted spans of misread text that
    was not read back, in which nothing is repaired. `allowance` is how many characters may be
    searched in vain for text out of step, `steps` how many of a search's steps that may take; the
    search counts them in `spent` and `steps_spent`, in `most_steps` the most that counted at any
    time, -1 if nothing was looked at, and in `steps_taken` all, in vain or not. With any allowance
    of `enough` characters, but less than `too_much`, it would have come out the same. `cached`
    holds results that several mechanisms share.
    """

    __slots__ = (
        "_bare", "_draft", "_glosses", "_has_forms", "_starts", "allowance", "cached", "cuts",
        "encoding", "enough", "high", "kind", "losses", "low", "most_steps", "spent", "steps",
        "steps_spent", "steps_taken", "text", "too_much", "unread",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        low: int = 0,
        high: int | None = None,
        *,
        cuts: Sequence[Cut] = (),
        encoding: str = "",
        losses: Sequence[int] = (),
        unread: Sequence[tuple[int, int]] = (),
        allowance: int = 200,
        steps: float = inf,
    ) -> None:
        self.text = text
        self.low, self.high = low, len(text) if high is None else high
        self.cuts, self.encoding = cuts, encoding
        self.losses = losses
        self.unread = unread
        self.allowance, self.spent = allowance, 0
        self.enough, self.too_much = 0, inf
        self.steps, self.steps_spent = steps, 0
        self.most_steps, self.steps_taken = -1, 0
        self.cached: dict[str, object] = {}
        self.kind = TextKind()
        # Not cached_property: its lock takes longer than most paragraphs.
        self._glosses: GlossColumns | None = None
        self._bare: str | None = None
        self._draft: str | None = None
        self._starts: list[int] | None = None
        self._has_forms: bool | None = None

    def may_spend(self, spent: int, more: int = 1) -> bool:
        """Tell if so many more characters may be searched in vain, after so many that were."""
        if spent + more <= self.allowance:
            self.enough = max(self.enough, spent + more)
            return True
        self.too_much = min(self.too_much, spent + more)
        return False

    @property
    def glosses(self) -> GlossColumns:
        """The glosses of the text, parsed once for all mechanisms."""
        if self._glosses is None:
            self._glosses = split_glosses(self.text)
        return self._glosses

    @property
    def bare(self) -> str:
        """The text without its glosses."""
        if self._bare is None:
            self._bare = "".join(self.glosses.kept)
        return self._bare

    @property
    def bare_starts(self) -> list[int]:
        """The offsets in the bare text of its beginning and of what is behind each gloss."""
        if self._starts is None:
            self._starts = [0, *accumulate(map(len, self.glosses.kept[:-1]))]
        return self._starts

    def origin(self, at: int) -> int:
        """Return the offset in `text` of bare[at]."""
        starts = self.bare_starts
        index = bisect_right(starts, at) - 1
        return at if index <= 0 else self.glosses.ends[index - 1] + at - starts[index]

    @property
    def has_forms(self) -> bool:
        """Whether the text contains any traditional or variant form."""
        if self._has_forms is None:
            self._has_forms = may_hold_forms(self.text)
        return self._has_forms

    @property
    def has_foreign_forms(self) -> bool:
        """Whether the bare text contains a form that simplified text does not use."""
        return bool(find_foreign_forms(self.bare))

    @property
    def bare_draft(self) -> str:
        """The bare text with all forms replaced that can mean only one thing in its kind."""
        if self._draft is None:
            self._draft = draft(self.bare, self.kind)
        return self._draft

    def identify(self, context: Context) -> None:
        """Find out what kind of text this paragraph is, and keep that in `kind`."""
        profile = context.profile
        if profile.foreign:
            self.kind = TextKind(foreign=True)
            return
        if (may_be_foreign(self.text) or profile.speaks_foreign) and identify_language(
            self.text, profile.languages
        ) != CHINESE:
            self.kind = TextKind(foreign=True)
            return
        if not self.has_forms and not (profile.glossed and self.glosses.starts):
            return  # nothing was replaced
        self.kind = identify_paragraph(
            self.bare,
            len(self.glosses.starts),
            context.model,
            profile.replacing,
            profile.shares,
            glossed=profile.glossed,
        )


@runtime_checkable
class Selective(Protocol):
    """A mechanism that can tell of a text that it has nothing to propose in any part of it.

    Where all can, a paragraph without anything for one of them costs no more than that.
    """

    def may_concern(self, text: str, context: Context) -> bool:
        """Tell quickly if anything in a paragraph, or in a whole document, may be proposed."""
        ...


def may_concern_forms(text: str, context: Context) -> bool:
    """Tell what `Selective` asks for of a mechanism that looks only at texts with forms."""
    return may_hold_forms(text)


class Mechanism(Protocol):
    """One way in which text gets damaged, and how to undo it."""

    @property
    def name(self) -> str:
        """A stable name, for user rules, the command line and figures."""
        ...

    @property
    def kinds(self) -> frozenset[RepairKind]:
        """The kinds of repair that it proposes."""
        ...

    @property
    def layer(self) -> Layer:
        """Which text it looks at."""
        ...

    def propose(self, stretch: Stretch, context: Context) -> Iterable[Proposal]:
        """Yield what could be changed here; leaving it is always an implicit proposal."""
        ...
