"""Readings of the clean text: of whole blocks, made in a thread and kept; of a word, at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import segment
from reader.pinyin.pronounce import Reading, ReadingOptions, find_readings
from reader.pinyin.user_readings import UserReadings
from reader.review.history import PinnedReadings
from reader.review.place_readings import locate_readings
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.ui.panes.cells import Gloss
from reader.ui.panes.text_blocks import TextBlocks
from reader.ui.panes.word_finder import Grouping, WordFinder
from reader.ui.workers import Runner, Task

Span = tuple[int, int]
_Syllables = tuple[tuple[int, str], ...]
_Key = tuple[str, _Syllables, _Syllables]  # text, (place, gloss), (place, what the user set)
_Found = tuple[Reading, ...]
_Glosses = tuple[Gloss, ...]


class _Made(NamedTuple):
    """What was made of a block: its readings, its words as the page has them, their glosses."""

    readings: _Found
    words: tuple[Span, ...]
    glosses: _Glosses


Glossing = Callable[[str, _Found], _Glosses]
"""Makes the glosses of a text with its plain readings; called in a thread."""

_KEPT = 150_000  # characters of blocks with readings: some 20 MB
_KEYS = 2000
_NEAR = 200
_BATCH = 1200  # characters a thread reads before it hands them over: 30 ms
_REACH = 120
_ENDS = "。！？；!?;"
_PLAIN = ReadingOptions()


class BlockReadings(QObject):
    """Gives the readings of blocks, with what the document's glosses and the user say of them.

    Blocks that are on the screen or soon will be are `want`ed; `annotated` tells when some of
    them are there. The word under the mouse does not wait: `of_word` reads its sentence.
    """

    annotated = Signal()
    changed = Signal()
    """Anything may be read or written in another way now."""
    document_changed = Signal()
    """Another document is read from now on."""

    def __init__(
        self, words: WordFinder, blocks: Callable[[], TextBlocks], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.options = _PLAIN
        self._words = words
        self._blocks = blocks
        self._document: Document | None = None
        self._user: UserReadings | None = None
        self._pins: PinnedReadings = {}
        self._pinned: dict[int, str] = {}
        self._kept: OrderedDict[_Key, _Made] = OrderedDict()
        self._glossing: Glossing | None = None
        self._stale: set[_Key] = set()  # of those that are kept: to be read again
        self._own = NO_SEGMENTS
        self._size = 0
        self._near: OrderedDict[tuple[_Key, bool], _Found] = OrderedDict()
        self._keys: dict[int, _Key] = {}
        self._keys_for: TextBlocks | None = None
        self._wanted: list[int] = []
        self._runner = Runner(self)
        self._runner.finished.connect(self._on_annotated)
        self._runner.failed.connect(self._on_failed)
        words.ready.connect(self._go_on)

    # -- what is read, and how

    @property
    def document(self) -> Document | None:
        """The document that is read, or None."""
        return self._document

    @property
    def pins(self) -> PinnedReadings:
        """What the user set for single places of this document."""
        return self._pins

    @property
    def pinned(self) -> Mapping[int, str]:
        """What the user set for single places: offset in the clean text -> reading."""
        return self._pinned

    @property
    def own(self) -> OwnSegments:
        """How the user cuts words."""
        return self._own

    @property
    def user(self) -> UserReadings | None:
        """What the user set for words."""
        return self._user

    def set_document(self, document: Document | None, *, same: bool) -> None:
        """Read this document; what was set for places stays if it is the same one, repaired on."""
        self._document = document
        self._keys.clear()
        self._wanted = []
        self.set_pins(self._pins if same else {})
        if not same:
            self.document_changed.emit()

    def set_pins(self, pins: PinnedReadings) -> None:
        """Read single places as the user says."""
        changed = pins != self._pins
        self._pins = pins
        self._pinned = locate_readings(self._document, pins) if self._document is not None else {}
        if changed:
            self._keys.clear()
            self.changed.emit()

    def set_user(self, user: UserReadings) -> None:
        """Read words as the user says."""
        self._user = user
        self.forget()

    def set_own(self, own: OwnSegments, words: Collection[str]) -> None:
        """Cut words as the user says now; only texts that hold one of `words` are read again.

        What is known of these is shown until they are read.
        """
        self._own = own
        self._stale.update(key for key in self._kept if any(word in key[0] for word in words))
        self._near.clear()
        self._runner.cancel()
        self.changed.emit()
        self._go_on()

    def set_options(self, options: ReadingOptions) -> None:
        """Write readings in this way."""
        if options != self.options:
            self.options = options
            self.forget()

    def set_glossing(self, glossing: Glossing | None) -> None:
        """Make glosses for blocks, too, or no longer."""
        if glossing is not self._glossing:
            self._glossing = glossing
            self.forget()

    def forget(self) -> None:
        """Read all blocks again."""
        self._kept.clear()
        self._stale.clear()
        self._near.clear()
        self._size = 0
        self._runner.cancel()
        self.changed.emit()
        self._go_on()

    # -- asking

    def of_block(self, block: int) -> _Found | None:
        """Return what is known of a whole block, offsets from its start; None if nothing yet."""
        made = self._made(block)
        return made.readings if made is not None else None

    def words_of(self, block: int) -> tuple[Span, ...] | None:
        """Return the words of a block, offsets from its start; None if they are not known yet."""
        made = self._made(block)
        return made.words if made is not None else None

    def glosses_of(self, block: int) -> _Glosses | None:
        """Return the glosses of a block, offsets from its start; None if there are none yet."""
        made = self._made(block)
        return made.glosses if made is not None else None

    def _made(self, block: int) -> _Made | None:
        key = self._key(block)
        made = self._kept.get(key)
        if made is not None:
            self._kept.move_to_end(key)
        return made

    def of_word(self, block: int, word: Span, *, plain: bool = False) -> list[Reading] | None:
        """Return the readings of a word, at once; None as long as the dictionaries load.

        Offsets count from the start of the block. `plain` gives one a hanzi with tone marks.
        """
        if not self._words.is_ready():
            return None
        low, high = word
        plain = plain or self.options == _PLAIN
        shift = 0
        found = self.of_block(block) if not plain or self.options == _PLAIN else None
        if found is None or self._key(block) in self._stale:
            text, glosses, pinned = self._key(block)
            shift, end = _sentence(text, low, high)
            part = (text[shift:end], _cut(glosses, shift, end), _cut(pinned, shift, end))
            found = self._near.get((part, plain))
            if found is None:
                options = _PLAIN if plain else self.options
                found = self._near[part, plain] = _annotate(part, options, self._user, self._own)
                if len(self._near) > _NEAR:
                    self._near.popitem(last=False)
        return [
            one._replace(start=one.start + shift, end=one.end + shift)
            for one in found
            if one.start + shift < high and one.end + shift > low
        ]

    def gloss(self, block: int, place: int) -> str | None:
        """Return what the document's own gloss says of a hanzi, None if there is none."""
        from reader.pinyin.document import syllable_of_gloss

        text, glosses, _ = self._key(block)
        gloss = dict(glosses).get(place)
        return syllable_of_gloss(text[place], gloss) if gloss is not None else None

    def want(self, blocks: Iterable[int]) -> None:
        """Read these blocks next, in this order, and none that was wanted before."""
        self._wanted = [
            block
            for block in blocks
            if self.of_block(block) is None or self._key(block) in self._stale
        ]
        self._go_on()

    def _key(self, block: int) -> _Key:
        blocks = self._blocks()
        if blocks is not self._keys_for or len(self._keys) > _KEYS:
            self._keys = {}
            self._keys_for = blocks
        key = self._keys.get(block)
        if key is None:
            start, end = blocks.starts[block], blocks.ends[block]
            pinned = ((at - start, text) for at, text in self._pinned.items() if start <= at < end)
            key = (blocks.block_text(block), self._glosses(start, end), tuple(sorted(pinned)))
            self._keys[block] = key
        return key

    def _glosses(self, start: int, end: int) -> _Syllables:
        if self._document is None:
            return ()
        return tuple(
            (repair.clean_start - 1 - start, repair.before)
            for repair in self._document.repairs_in_clean(start, end)
            if repair.kind is RepairKind.GLOSS
            and repair.applied
            and not repair.after
            and start < repair.clean_start <= end
        )

    # -- the thread

    def _go_on(self) -> None:
        if self._runner.is_busy or not self._wanted or not self._words.is_ready():
            return
        keys: list[_Key] = []
        size = 0
        while self._wanted and (not keys or size < _BATCH):
            key = self._key(self._wanted.pop(0))
            keys.append(key)
            size += len(key[0])
        how = _How(self.options, self._user, self._own, self._words.grouping, self._glossing)
        self._runner.start(lambda task: _annotate_all(task, keys, how))

    def _on_annotated(self, found: dict[_Key, _Made]) -> None:
        for key, made in found.items():
            self._keep(key, made)
        self.annotated.emit()
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        raise error  # no text is one that the engine may fail on

    def _keep(self, key: _Key, made: _Made) -> None:
        if key not in self._kept:
            self._size += len(key[0])
        self._kept[key] = made
        self._stale.discard(key)
        while self._size > _KEPT and len(self._kept) > 1:
            old, _ = self._kept.popitem(last=False)
            self._stale.discard(old)
            self._size -= len(old[0])


class _How(NamedTuple):
    """How blocks are read, cut into words and glossed."""

    options: ReadingOptions
    user: UserReadings | None
    own: OwnSegments
    grouping: Grouping | None
    glossing: Glossing | None


def _annotate_all(task: Task, keys: list[_Key], how: _How) -> dict[_Key, _Made]:
    made = {}
    for key in keys:
        task.check()
        found = _annotate(key, how.options, how.user, how.own)
        words = segment(key[0])
        if how.grouping is not None:
            words = how.grouping(key[0], words)
        glosses: _Glosses = ()
        if how.glossing is not None:
            is_plain = how.options == _PLAIN
            plain = found if is_plain else _annotate(key, _PLAIN, how.user, how.own)
            glosses = how.glossing(key[0], plain)
        made[key] = _Made(found, tuple(words), glosses)
    return made


def _annotate(
    key: _Key, options: ReadingOptions, user: UserReadings | None, own: OwnSegments
) -> _Found:
    from reader.pinyin.document import syllable_of_gloss  # imports the engine

    text, glosses, pinned = key
    gloss = {
        at: it for at, raw in glosses if at < len(text) and (it := syllable_of_gloss(text[at], raw))
    }
    found = find_readings(
        text, options=options, gloss=gloss, user=user, pinned=dict(pinned), own=own
    )
    return tuple(found)


def _sentence(text: str, low: int, high: int) -> Span:
    """Return the sentence around a word, or as much of it as a reading can depend on."""
    first, last = max(0, low - _REACH), min(len(text), high + _REACH)
    before = max((text.rfind(end, first, low) for end in _ENDS), default=-1)
    behind = [at for end in _ENDS if (at := text.find(end, high, last)) >= 0]
    return (before + 1 if before >= 0 else first), min(behind, default=last)


def _cut(syllables: _Syllables, start: int, end: int) -> _Syllables:
    return tuple((at - start, text) for at, text in syllables if start <= at < end)
