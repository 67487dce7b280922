"""One document under review: as it was restored, what was decided since, and its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock

from reader.review import journal as lines
from reader.review.decisions import Decision, apply_decisions, withdraw_decisions
from reader.review.engine import this_engine
from reader.review.errors import JournalChanged, JournalElsewhere, JournalForeign, JournalMerged
from reader.review.finding import FoundJournals
from reader.review.frozen import freeze
from reader.review.history import (
    Act,
    DecisionAct,
    History,
    How,
    PinnedReading,
    PinnedReadings,
    ReadingAct,
)
from reader.review.journal import Engine, Journal, Stranded
from reader.review.packed import pack
from reader.review.reopening import ReopenedHistory, merge, reopen
from reader.text.causes import Cause
from reader.text.document import Document
from reader.text.errors import CannotWrite, ReaderError

Signer = Callable[[], str]
"""Returns the name to sign an act with, empty for none."""

_TRIES = 5  # to take in what others write meanwhile


class Review:
    """Holds a document, lets it be decided on, and keeps every act in its journal.

    What is done is in force at once and `unsaved`; `save` writes it, and may run in another
    thread. Everything else belongs to one thread.
    """

    def __init__(
        self,
        base: Document,
        found: FoundJournals,
        *,
        thawed: bool = False,
        name: str = "",
        own: PinnedReadings | None = None,
        signer: Signer = str,
    ) -> None:
        """Take up a document again, as it was restored or `thawed` from what was found.

        `name` is what it is called, for who finds its journal; `own` are readings of places that
        are kept elsewhere.
        """
        journal = found.journal
        self._lock = Lock()  # over the history and what of it is not saved
        self._saving = Lock()  # over the file
        self.base = self.document = base
        self.file = found.file
        self.found = found
        self.can_write = found.can_write
        self.reopened = reopen(journal, base.source) if journal else ReopenedHistory(History())
        self.history = self.reopened.history
        self._stranded = self.reopened.stranded
        self._engine: Engine | None = None  # None: that which runs
        self._signer = signer
        self._name = name
        self._own = dict(own or {})
        self._header = ""
        self._frozen = ""  # the line
        self._others = journal.others if journal is not None else ()
        self._tidy = journal is None or journal.tidy
        self._broken = journal.broken if journal is not None else 0
        self._last = journal.last if journal is not None else 0
        if journal is not None and not self.reopened.changed:
            self._header = journal.header
            if thawed:
                self._engine = journal.engine
                self._frozen = lines.freeze_line(journal.frozen, journal.engine)
        self.merged = False
        """Whether decisions of others were taken in that `document` does not show yet."""
        for other in found.more:
            self._take_in(other)
        self.is_thawed = thawed
        self._anew = journal is not None and (
            self.reopened.changed or not self._header or bool(found.more)
        )
        self._wrote = False
        self._pending: list[str] = []
        self.refresh()

    # -- what holds

    @property
    def pinned_readings(self) -> PinnedReadings:
        """What is set for places, in the journal and elsewhere."""
        pins = dict(self._own)
        for offset, pin in self.history.pinned_readings().items():
            if pin is None:
                pins.pop(offset, None)
            else:
                pins[offset] = pin
        return pins

    @property
    def stranded(self) -> tuple[Stranded, ...]:
        """What was decided, and has no place in the source as it is now."""
        return self._stranded

    @property
    def engine(self) -> Engine:
        """The engine that restored the document."""
        return self._engine or this_engine()

    @property
    def is_outdated(self) -> bool:
        """Whether an engine other than the one that runs restored the document."""
        return self._engine is not None and self._engine != this_engine()

    @property
    def unsaved(self) -> int:
        """How many acts are not in the journal yet."""
        return len(self._pending)

    # -- acts

    def decide(self, places: Iterable[Decision], how: How) -> Act | None:
        """Decide on a place, or on many at once; each becomes its text. Return the act, if any."""
        chosen = tuple(places)
        return self._do(DecisionAct(chosen, how, _now(), self._signer())) if chosen else None

    def pin_readings(self, places: Iterable[PinnedReading]) -> Act | None:
        """Set readings of places, or take them away. Return the act, None without places."""
        chosen = tuple(places)
        return self._do(ReadingAct(chosen, _now(), self._signer())) if chosen else None

    @property
    def depth(self) -> int:
        """How many acts are in force."""
        return len(self.history.done)

    def undo(self) -> Act | None:
        """Take the last act back and return it; None if there is none."""
        signed = _now(), self._signer()
        with self._lock:
            if not self.history.done:
                return None
            act = self.history.done[-1]
            self.history = self.history.undo()
            self._pending.append(lines.undo_line(act.number, *signed))
        self._tidy = False
        self._show(act, again=False)
        return act

    def redo(self) -> Act | None:
        """Do the act that was taken back last again and return it; None if there is none."""
        signed = _now(), self._signer()
        with self._lock:
            if not self.history.undone:
                return None
            act = self.history.undone[-1]
            self.history = self.history.redo()
            self._pending.append(lines.redo_line(act.number, *signed))
        self._tidy = False
        self._show(act, again=True)
        return act

    def _do(self, act: Act) -> Act:
        # All of it at once: a save in another thread may take in what others decided.
        with self._lock:
            self._tidy = self._tidy and not self.history.undone
            act = act._replace(number=max(self.history.next_number, self._last + 1))
            self.history = self.history.add(act)
            self._pending.append(lines.act_line(act, self.base.source))
        self._show(act, again=True)
        return act

    def _show(self, act: Act, *, again: bool) -> None:
        """Bring the document up to date after an act was done, or taken back."""
        if not isinstance(act, DecisionAct):
            return
        if self.merged:
            self._decide_all()
        elif again:
            self.document = apply_decisions(self.document, act.places)
        elif any(isinstance(one, DecisionAct) for one in self.history.done):
            self.document = withdraw_decisions(self.document, act.places)
        else:
            self.document = self.base

    def _decide_all(self) -> None:
        """Make the document anew from what was restored and all decisions."""
        self.document = apply_decisions(self.base, self.history.decisions())

    def refresh(self) -> None:
        """Bring the document up to date after decisions of others were taken in."""
        self.merged = False
        self._decide_all()

    # -- the journal

    def save(self) -> ReaderError | None:
        """Write what is not in the journal yet. Raises ReaderError; nothing is lost then.

        Returns what the user should know although all was written: that the journal lies, from now
        on, in the user's data folder, or that decisions of others were taken in.
        """
        with self._saving:
            return self._save()

    def _save(self) -> ReaderError | None:
        before = self.file.path
        notice: ReaderError | None = None
        for _ in range(_TRIES):
            with self._lock:
                waiting, history = self._pending[:], self.history
            if not waiting:
                return notice
            try:
                if self._anew:
                    self._write_anew(history)
                else:
                    self.file.append(waiting, partial(self._whole, history))
            except JournalChanged as changed:
                if self._take_in_from(changed.path):
                    notice = JournalMerged(changed.path)
                continue
            with self._lock:
                del self._pending[: len(waiting)]
            self._wrote = True
            if notice is None and self.file.path != before and not self.file.lies_beside:
                notice = JournalElsewhere(before.parent)
            return notice
        raise CannotWrite(self.file.path, Cause("always_written"))

    def _take_in_from(self, path: Path) -> bool:
        """Take in what others wrote at a place, so that it may be written over.

        Return whether that was anything new: on some disks a file is not known again.
        """
        self._anew = True
        try:
            journal = self.file.read(path)
        except JournalForeign as error:
            if error.newer:
                raise
            self.file.avoid(path)
            journal = None
        return journal is not None and self._take_in(journal)

    def _take_in(self, journal: Journal) -> bool:
        """Add what another journal says to the history, and what of it has no place.

        Return whether the history is another one now.
        """
        theirs = reopen(journal, self.base.source)
        with self._lock:
            merged = merge(self.history, theirs.history)
            is_new = [act.places for act in merged.done] != [
                one.places for one in self.history.done
            ]
            self.history = merged
            self._stranded = tuple(dict.fromkeys((*self._stranded, *theirs.stranded)))
            self._others = tuple(dict.fromkeys((*self._others, *journal.others)))
            self._broken += journal.broken
            self._last = max(self._last, journal.last)
            self.merged = self.merged or is_new
        return is_new

    @property
    def wants_freezing(self) -> bool:
        """Whether the journal lacks the repairs that a newer version is not to change."""
        return self._wrote and not self._frozen

    def freeze(self) -> None:
        """Make the line of the journal that holds the repairs; takes a second for a million."""
        self._put_frozen(pack(freeze(self.base)))

    def adopt(self, base: Document) -> None:
        """Go on with the repairs of the engine that runs, in place of those that were frozen.

        Raises ValueError if they are those of another source.
        """
        if base.source != self.base.source:
            raise ValueError("these are the repairs of another text")
        self.base, self._engine = base, None
        self._decide_all()
        self._tidy = False
        self.freeze()

    def confirm(self) -> None:
        """Note that the engine that runs would restore the same: nobody has to ask again."""
        journal = self.found.journal
        if journal is not None and self.is_outdated:
            self._engine = None
            self._tidy = False
            self._put_frozen(journal.frozen)

    def _put_frozen(self, frozen: str) -> None:
        line = lines.freeze_line(frozen, self.engine)
        with self._lock:
            self._frozen = line
            self._pending.append(line)

    def tidy(self) -> ReaderError | None:
        """Save all, and write the journal anew if that makes it shorter. Raises ReaderError.

        Only after something was written: who looks changes nothing. A journal with lines that
        could not be understood is copied first; one with lines of a version to come stays as it
        is, as an undo further down may speak of them. Returns the same as `save`.
        """
        notice = self.save()
        if not self._wrote:
            return notice
        if self.wants_freezing:
            self.freeze()
            notice = self.save() or notice
        with self._saving:
            if not self._others and (self._broken or not self._tidy):
                # What others wrote this very moment is taken in when somebody opens it.
                with suppress(JournalChanged):
                    self._write_anew(self.history)
                    self._tidy = True
        return notice

    def _write_anew(self, history: History) -> None:
        if self._broken:
            self.file.keep_copy()
            self._broken = 0
        self.file.rewrite(self._whole(history))
        self._anew = False

    def _whole(self, history: History) -> list[str]:
        source = self.base.source
        if not self._header:
            self._header = lines.header_line(source, self._name, self.engine, _now())
        return lines.whole_journal(
            self._header,
            source,
            history,
            frozen=self._frozen,
            stranded=self._stranded,
            others=self._others,
        )


def user_name() -> str:
    """Return the name of the system's user, empty where it has none."""
    from getpass import getuser  # who only looks needs none

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # no entry for the user; Windows has no such list
        return ""


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
