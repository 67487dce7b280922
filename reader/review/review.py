"""One document under review: the restored text, the decisions on it, and its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Lock

from reader.repair.rules.model import NO_RULES, RuleSet
from reader.review import journal as lines
from reader.review.decisions import Decision, apply_decisions, withdraw_decisions
from reader.review.engine import rules_of, this_engine, with_rules
from reader.review.errors import JournalChanged, JournalElsewhere, JournalForeign, JournalMerged
from reader.review.finding import FoundJournals
from reader.review.frozen import freeze
from reader.review.history import (
    Act,
    Bookmark,
    BookmarkAct,
    DecisionAct,
    History,
    How,
    Note,
    NoteAct,
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

_TRIES = 5  # how often changes by others are merged before saving fails


class Review:
    """Applies decisions to a document and writes every act to its journal.

    An act takes effect at once and is `unsaved`; `save` writes it, and may run in another thread.
    Everything else belongs to one thread.
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
        rules: RuleSet = NO_RULES,
    ) -> None:
        """Begin with a document as it was restored, or `thawed` from the journal that was found.

        `name` is its title, for whoever finds the journal; `own` are readings of places that are
        stored elsewhere. `rules` are those of the user that hold now.
        """
        journal = found.journal
        self._lock = Lock()  # guards the history and its unsaved part
        self._saving = Lock()  # guards the file
        self.base = self.document = base
        self.file = found.file
        self.found = found
        self.reopened = reopen(journal, base.source) if journal else ReopenedHistory(History())
        self.history = self.reopened.history
        self._stranded = self.reopened.stranded
        self._engine: Engine | None = None  # None: the running one
        self._signer = signer
        self.rules = rules
        self._name = name
        self._own = dict(own or {})
        self._header = ""
        self._frozen = ""  # the line of the journal of the journal
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
        """Whether decisions of others were merged that `document` does not show yet."""
        for other in found.more:
            self._take_in(other)
        self.is_thawed = thawed
        self._anew = journal is not None and (
            self.reopened.changed or not self._header or bool(found.more)
        )
        self._wrote = False
        self._pending: list[str] = []
        self.refresh()

    # -- state

    @property
    def pinned_readings(self) -> PinnedReadings:
        """The readings set for places, in the journal and elsewhere."""
        pins = dict(self._own)
        for offset, pin in self.history.pinned_readings().items():
            if pin is None:
                pins.pop(offset, None)
            else:
                pins[offset] = pin
        return pins

    @property
    def notes(self) -> dict[tuple[int, int], str]:
        """Span of the source (code points) -> what the user noted there."""
        return self.history.notes()

    @property
    def bookmarks(self) -> dict[tuple[int, int], str]:
        """Span of the source (code points) -> the name of the bookmark there."""
        return self.history.bookmarks()

    @property
    def stranded(self) -> tuple[Stranded, ...]:
        """Decisions, readings and notes that have no place in the source as it is now."""
        return self._stranded

    @property
    def engine(self) -> Engine:
        """The engine that restored the document."""
        return self._engine or self._running_engine()

    @property
    def is_outdated(self) -> bool:
        """Whether the document was restored by another engine, or by other rules of the user."""
        return self._engine is not None and self._engine != self._running_engine()

    @property
    def has_other_rules(self) -> bool:
        """Whether it was restored by other rules of the user than those that hold now."""
        return self._engine is not None and rules_of(self._engine) != self.rules.fingerprint

    def _running_engine(self) -> Engine:
        return with_rules(this_engine(), self.rules.fingerprint)

    @property
    def unsaved(self) -> int:
        """How many acts are not in the journal yet."""
        return len(self._pending)

    # -- acts

    def decide(self, places: Iterable[Decision], how: How) -> Act | None:
        """Decide on one place or on many at once. Return the act, None without places."""
        chosen = tuple(places)
        return self._do(DecisionAct(chosen, how, _now(), self._signer())) if chosen else None

    def pin_readings(self, places: Iterable[PinnedReading]) -> Act | None:
        """Set or remove readings of places. Return the act, None without places."""
        chosen = tuple(places)
        return self._do(ReadingAct(chosen, _now(), self._signer())) if chosen else None

    def note(self, places: Iterable[Note]) -> Act | None:
        """Write or remove notes on places. Return the act, None without places."""
        chosen = tuple(places)
        return self._do(NoteAct(chosen, _now(), self._signer())) if chosen else None

    def bookmark(self, places: Iterable[Bookmark]) -> Act | None:
        """Set, rename or remove bookmarks. Return the act, None without places."""
        chosen = tuple(places)
        return self._do(BookmarkAct(chosen, _now(), self._signer())) if chosen else None

    @property
    def depth(self) -> int:
        """How many acts are in force."""
        return len(self.history.done)

    def undo(self) -> Act | None:
        """Undo the last act and return it; None if there is none."""
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
        """Redo the act that was undone last and return it; None if there is none."""
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
        # Under one lock: a save in another thread may merge what others decided.
        with self._lock:
            self._tidy = self._tidy and not self.history.undone
            act = act._replace(number=max(self.history.next_number, self._last + 1))
            self.history = self.history.add(act)
            self._pending.append(lines.act_line(act, self.base.source))
        self._show(act, again=True)
        return act

    def _show(self, act: Act, *, again: bool) -> None:
        """Update the document after an act was done or undone."""
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
        """Apply all decisions to the restored document again."""
        self.document = apply_decisions(self.base, self.history.decisions())

    def refresh(self) -> None:
        """Update the document after decisions of others were merged."""
        self.merged = False
        self._decide_all()

    # -- the journal

    def save(self) -> ReaderError | None:
        """Write what is not in the journal yet. Raises ReaderError; then it stays unsaved.

        Return what the user should know even though all was written: that the journal is now in
        the user's data folder, or that decisions of others were merged.
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
        """Merge what others wrote to a file, so that it can be overwritten.

        Return whether there was anything new: on some disks an unchanged file looks changed.
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
        """Merge another journal into the history; return whether that changed it."""
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
        """Whether the journal lacks the frozen repairs, which newer versions must not change."""
        return self._wrote and not self._frozen

    def freeze(self) -> None:
        """Add the line with the repairs to the journal; takes a second for a million of them."""
        self._put_frozen(pack(freeze(self.base)))

    def adopt(self, base: Document, rules: RuleSet | None = None) -> None:
        """Use the repairs of the running engine instead of the frozen ones.

        `rules` are those of the user that they were made by, if not the ones that held so far. A
        document that nobody decided on still gets no journal. Raises ValueError if `base` has
        another source.
        """
        if base.source != self.base.source:
            raise ValueError("these are the repairs of another text")
        self.rules = self.rules if rules is None else rules
        self.base, self._engine = base, None
        self._decide_all()
        if self.file.is_made or self._pending:
            self._tidy = False
            self.freeze()

    def confirm(self) -> None:
        """Record that the running engine would restore the same, so that nobody asks again."""
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
        """Save all, and rewrite the journal if that makes it shorter. Raises ReaderError.

        Nothing happens unless something was written before: opening changes no file. A journal with
        lines that could not be parsed is copied first; one with lines of a newer version stays as
        it is, since an undo may refer to them. Return what `save` returns.
        """
        notice = self.save()
        if not self._wrote:
            return notice
        if self.wants_freezing:
            self.freeze()
            notice = self.save() or notice
        with self._saving:
            if not self._others and (self._broken or not self._tidy):
                # What others are writing right now is merged the next time it is opened.
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
    from getpass import getuser  # imported here because only acts are signed

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # the user has no entry; Windows has no such module
        return ""


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
