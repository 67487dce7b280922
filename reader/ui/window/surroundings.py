"""What all tabs of a window share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.document.bookmarks import Bookmarks
    from reader.ui.document.storage import Storage
    from reader.ui.questions import Questions
    from reader.ui.settings import Settings
    from reader.ui.study.glossaries import Glossaries
    from reader.ui.study.own_words import OwnWords
    from reader.ui.study.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tabs of a window share."""

    store: Settings
    storage: Storage
    bookmarks: Bookmarks
    words: OwnWords
    glossaries: Glossaries
    speaker: Speaker
    questions: Questions
    sample: Path | None
