"""What an export is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.export.typeset import Typesetter, refuse_to_typeset
from reader.pinyin.options import ReadingOptions
from reader.text.marked import marked
from reader.text.sentences import Translate

if TYPE_CHECKING:
    from datetime import datetime

    from reader.language.own_segments import OwnSegments
    from reader.pinyin.reading import Reading
    from reader.pinyin.user_readings import UserReadings
    from reader.review.history import Signature
    from reader.review.outcomes import Outcomes
    from reader.study.dictionary.glossary import Glossary
    from reader.text.document import Document
    from reader.text.doubts import Doubts


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Material:
    """A document as it was decided on, and what is set for its readings.

    `title` is for the head of a page; without it the name of the file stands there. `name` stands
    before each place of a list, where the lists of several documents follow each other.
    `one_line` asks for a result without line ends, where the format can do that. `user` holds the
    user's readings of words, `pinned` those of places in the clean text, `own` how the user cuts
    words; `glossaries` are asked before the dictionaries. `notes` are what the user wrote about
    places, by their span in the source (code points), `signatures` tell who decided on them;
    `decided` is the number of decisions in force, and None where nobody counted. `when` is the time
    of the export; `translate` gives its words in the user's language; `typeset` sets pages to
    print. `report` is told now and then how many code points of how many are done; what it raises
    ends the export.
    """

    document: Document
    title: str = ""
    name: str = ""
    one_line: bool = False
    options: ReadingOptions = field(default_factory=ReadingOptions)
    user: UserReadings | None = None
    pinned: Mapping[int, str] = field(default_factory=dict)
    own: OwnSegments | None = None
    glossaries: tuple[Glossary, ...] = ()
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    signatures: Mapping[tuple[int, int], Signature] = field(default_factory=dict)
    decided: int | None = None
    when: datetime = field(default_factory=_now)
    translate: Translate = marked
    typeset: Typesetter = refuse_to_typeset
    report: Callable[[int, int], None] = lambda done, total: None

    @property
    def page_title(self) -> str:
        """What stands at the head of a page."""
        path = self.document.origin.path
        return self.title or (path.name if path else "Jingdu")

    def find_outcomes(self) -> Outcomes:
        """Return how each place was decided that was decided by hand."""
        from reader.review.outcomes import find_outcomes

        return find_outcomes(self.document, self.signatures)

    def find_doubts(self) -> Doubts:
        """Return what of the clean text rests on repairs that are unsure or undecided."""
        from reader.text.doubts import Doubts

        return Doubts(self.document)

    def find_readings(self) -> list[Reading]:
        """Return the reading of each hanzi or word of the clean text, written as asked for."""
        # Here, since they load tables and models, and most exports need none.
        from reader.pinyin.document import map_gloss_readings
        from reader.pinyin.pronounce import find_readings

        return find_readings(
            self.document.text,
            options=self.options,
            gloss=map_gloss_readings(self.document),
            user=self.user,
            pinned=self.pinned,
            own=self.own,
        )
