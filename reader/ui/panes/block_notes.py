"""Readings of the clean text, block by block: made in a thread and kept, or at once for a word."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from reader.pinyin.pronounce import Reading, ReadingOptions, readings
from reader.pinyin.user_readings import UserReadings
from reader.review.history import Pins
from reader.review.place_readings import placed
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.ui.panes.annotator import Annotator
from reader.ui.panes.text_blocks import TextBlocks

Span = tuple[int, int]
_Said = tuple[tuple[int, str], ...]
_Key = tuple[str, _Said, _Said]  # text, (place, gloss), (place, what the user set)
_Job = tuple[int, _Key]
_Found = tuple[Reading, ...]

_KEPT = 150_000  # characters of blocks with readings: some 20 MB
_KEYS = 2000
_NEAR = 200
_BATCH = 1200  # characters a thread reads before it hands them over: 30 ms
_LOOK_MS = 8
_REACH = 120
_ENDS = "。！？；!?;"
_PLAIN = ReadingOptions()


class BlockNotes(QObject):
    """Gives the readings of blocks as they are written, with what document and user say of them.

    Blocks that are on the screen or soon will be are `want`ed; `annotated` tells when some of
    them are there. The word under the mouse does not wait: `near` reads its sentence.
    """

    annotated = Signal()
    changed = Signal()
    """Anything may be read or written in another way now."""
    begun = Signal()
    """Another document is read from now on."""

    def __init__(
        self, annotator: Annotator, blocks: Callable[[], TextBlocks], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.options = _PLAIN
        self._annotator = annotator
        self._blocks = blocks
        self._document: Document | None = None
        self._user: UserReadings | None = None
        self._pins: Pins = {}
        self._pinned: dict[int, str] = {}
        self._kept: OrderedDict[_Key, _Found] = OrderedDict()
        self._size = 0
        self._near: OrderedDict[tuple[_Key, bool], _Found] = OrderedDict()
        self._keys: dict[int, _Key] = {}
        self._keys_for: TextBlocks | None = None
        self._wanted: list[int] = []
        self._thread: Thread | None = None
        self._made: dict[_Key, _Found] = {}
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        annotator.ready.connect(self._go_on)

    # -- what is read, and how

    @property
    def document(self) -> Document | None:
        """The document that is read, or None."""
        return self._document

    @property
    def pins(self) -> Pins:
        """What the user set for single places of this document."""
        return self._pins

    @property
    def pinned(self) -> Mapping[int, str]:
        """The same in the clean text: offset -> reading."""
        return self._pinned

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
            self.begun.emit()

    def set_pins(self, pins: Pins) -> None:
        """Read single places as the user says."""
        changed = pins != self._pins
        self._pins = pins
        self._pinned = placed(self._document, pins) if self._document is not None else {}
        if changed:
            self._keys.clear()
            self.changed.emit()

    def set_user(self, user: UserReadings) -> None:
        """Read words as the user says."""
        self._user = user
        self._forget()

    def set_options(self, options: ReadingOptions) -> None:
        """Write readings in this way."""
        if options != self.options:
            self.options = options
            self._forget()

    def _forget(self) -> None:
        self._kept.clear()
        self._near.clear()
        self._size = 0
        self._made = {}  # what the thread is at goes into the old one
        self._thread = None
        self.changed.emit()

    # -- asking

    def of(self, block: int) -> _Found | None:
        """Return what is known of a whole block, offsets from its start; None if nothing yet."""
        key = self._key(block)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def near(self, block: int, word: Span, *, plain: bool = False) -> list[Reading] | None:
        """Return the readings of a word, at once; None as long as the dictionaries load.

        Offsets count from the start of the block. `plain` gives one a hanzi with tone marks.
        """
        if not self._annotator.is_ready():
            return None
        low, high = word
        plain = plain or self.options == _PLAIN
        shift = 0
        found = self.of(block) if not plain or self.options == _PLAIN else None
        if found is None:
            text, said, pinned = self._key(block)
            shift, end = _sentence(text, low, high)
            part = (text[shift:end], _cut(said, shift, end), _cut(pinned, shift, end))
            found = self._near.get((part, plain))
            if found is None:
                options = _PLAIN if plain else self.options
                found = self._near[part, plain] = _annotate(part, options, self._user)
                if len(self._near) > _NEAR:
                    self._near.popitem(last=False)
        return [
            one._replace(start=one.start + shift, end=one.end + shift)
            for one in found
            if one.start + shift < high and one.end + shift > low
        ]

    def said(self, block: int, place: int) -> str | None:
        """Return what the document's own gloss says of a hanzi, None if there is none."""
        from reader.pinyin.document import said_of

        text, said, _ = self._key(block)
        gloss = dict(said).get(place)
        return said_of(text[place], gloss) if gloss is not None else None

    def want(self, blocks: Iterable[int]) -> None:
        """Read these blocks next, in this order, and none that was wanted before."""
        self._wanted = [block for block in blocks if self.of(block) is None]
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

    def _glosses(self, start: int, end: int) -> _Said:
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
        if self._thread is not None or not self._wanted or not self._annotator.is_ready():
            return
        jobs: list[_Key] = []
        size = 0
        while self._wanted and (not jobs or size < _BATCH):
            key = self._key(self._wanted.pop(0))
            jobs.append(key)
            size += len(key[0])
        self._made = {}
        arguments = (jobs, self.options, self._user, self._made)
        # No Qt in the thread, so it may outlive every window; the interpreter waits for it.
        self._thread = Thread(target=_annotate_all, args=arguments, name="readings")
        self._thread.start()
        self._look.start()

    def _on_look(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._look.stop()
        self._thread = None
        for key, found in self._made.items():
            self._keep(key, found)
        made, self._made = self._made, {}
        if made:
            self.annotated.emit()
        self._go_on()

    def _keep(self, key: _Key, found: _Found) -> None:
        if key not in self._kept:
            self._size += len(key[0])
        self._kept[key] = found
        while self._size > _KEPT and len(self._kept) > 1:
            old, _ = self._kept.popitem(last=False)
            self._size -= len(old[0])


def _annotate_all(
    jobs: list[_Key], options: ReadingOptions, user: UserReadings | None, made: dict[_Key, _Found]
) -> None:
    for key in jobs:
        made[key] = _annotate(key, options, user)


def _annotate(key: _Key, options: ReadingOptions, user: UserReadings | None) -> _Found:
    from reader.pinyin.document import said_of  # imports the engine

    text, said, pinned = key
    gloss = {at: it for at, raw in said if at < len(text) and (it := said_of(text[at], raw))}
    return tuple(readings(text, options=options, gloss=gloss, user=user, pinned=dict(pinned)))


def _sentence(text: str, low: int, high: int) -> Span:
    """Return the sentence around a word, or as much of it as a reading can depend on."""
    first, last = max(0, low - _REACH), min(len(text), high + _REACH)
    before = max((text.rfind(end, first, low) for end in _ENDS), default=-1)
    behind = [at for end in _ENDS if (at := text.find(end, high, last)) >= 0]
    return (before + 1 if before >= 0 else first), min(behind, default=last)


def _cut(said: _Said, start: int, end: int) -> _Said:
    return tuple((at - start, text) for at, text in said if start <= at < end)
