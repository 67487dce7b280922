"""Restores a text: both layers, paragraph by paragraph, with progress."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.language.ngram import character_model
from reader.language.recurrence import Recurrence
from reader.repair import byte_slips
from reader.repair.budget import Meter, SearchBudget
from reader.repair.glosses import GlossChanges
from reader.repair.known_losses import find_known_losses
from reader.repair.mechanism import Context, Mechanism, Stretch
from reader.repair.paragraph import restore_paragraph
from reader.repair.profile import profile_document
from reader.repair.read_layer import read
from reader.repair.registry import MECHANISMS
from reader.repair.repairs import Kept, assemble, keep, leave
from reader.repair.votes import Votes
from reader.text.align import apply_edits
from reader.text.document import Document, Origin

Progress = Callable[[int, int], None]  # characters done, characters in all

_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LONG = 3000  # code points; a longer paragraph is worked on in pieces
_SENTENCE_END = re.compile(r"[。！？；!?;]")
_PREVIEW = 6_000  # code points restored for a first screen


def restore(
    text: str,
    *,
    origin: Origin | None = None,
    progress: Progress | None = None,
    mechanisms: Sequence[Mechanism] = MECHANISMS,
) -> Document:
    """Restore `text`; never raises on any str.

    `progress` is called with code points done and code points in all, a few times a second; what
    it raises (to cancel) goes through. `mechanisms` are those of Jingdu unless another tuple is
    given: one of them left out, one of your own added.
    """
    return _restore(text, 0, len(text), origin or Origin(), progress, mechanisms)


def preview(text: str, *, near: int = 0, origin: Origin | None = None) -> Document:
    """Restore only the paragraphs around code point `near`, for a first screen.

    The rest of `Document.text` is the source as it is. Takes well under a second on any size.
    """
    near = min(max(near, 0), len(text))
    low = max(0, near - _PREVIEW // 3)
    return _restore(text, low, low + _PREVIEW, origin or Origin(), None, MECHANISMS)


def _restore(
    text: str,
    low: int,
    high: int,
    origin: Origin,
    progress: Progress | None,
    mechanisms: Sequence[Mechanism],
) -> Document:
    """Restore the paragraphs that reach into text[low:high]."""
    model = character_model()
    context = Context(model, tick=Meter(progress, len(text)).tick)
    edits = read(text, context, mechanisms, origin, low, high)
    between, first = apply_edits(text, edits)
    if edits:
        low, high = first.to_output(low, low)[0], first.to_output(high, high)[0]
    meter = Meter(progress, len(between))
    context = replace(
        context,
        profile=profile_document(between, model),
        recurrence=Recurrence(between, model),
        may_be_out_of_step=byte_slips.suspicious(between),
        tick=meter.tick,
    )
    losses = find_known_losses(between, edits, first, origin)
    done = _restore_paragraphs(between, low, high, context, mechanisms, losses, meter)
    made = assemble(
        between,
        list(_with_rest(between, done)),
        GlossChanges(context.profile),
        len(text),
        edits,
        first,
    )
    if progress is not None:
        progress(len(between), len(between))
    return Document(text, made, origin)


def _restore_paragraphs(
    text: str,
    low: int,
    high: int,
    context: Context,
    mechanisms: Sequence[Mechanism],
    losses: Sequence[int],
    meter: Meter,
) -> list[Kept]:
    """Return what becomes of the paragraphs that reach into text[low:high].

    Those with a form that was read in more than one way are restored again, with what the whole
    document says about it.
    """
    votes, budget = Votes(), SearchBudget()
    done: list[Kept] = []
    allowances: list[int] = []

    def stretch(start: int, end: int, allowance: int) -> Stretch:
        inside = losses[bisect_left(losses, start) : bisect_left(losses, end)]
        own = [place - start for place in inside]
        return Stretch(text[start:end], losses=own, allowance=allowance)

    for start, end in paragraphs(text):
        if start < high and end > low:
            allowances.append(budget.allowance(start))
            paragraph = stretch(start, end, allowances[-1])
            restored = restore_paragraph(paragraph, context, mechanisms)
            budget.spend(paragraph.spent)
            for ballot in restored.ballots:
                votes.count(ballot)
            done.append(keep(start, end, restored))
        meter.reach(end)
    usual = votes.settle()
    if usual:
        context = replace(context, usual=usual)
        for number, (start, end, *_) in enumerate(done):
            if any(map(text[start:end].__contains__, usual)):
                paragraph = stretch(start, end, allowances[number])
                done[number] = keep(start, end, restore_paragraph(paragraph, context, mechanisms))
                meter.tick()
    return done


def _with_rest(text: str, done: list[Kept]) -> Iterator[Kept]:
    """Yield what was restored, and what stands before and behind it as it is."""
    begin = done[0].start if done else len(text)
    if begin or not done:
        yield leave(0, text[:begin])
    yield from done
    behind = _PARAGRAPH.search(text, done[-1].end) if done else None
    if behind is not None:
        yield leave(behind.start(), text[behind.start() :])


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs, long ones cut at sentence ends (code points)."""
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        while end - start > _LONG:
            ends = [
                m.end() for m in _SENTENCE_END.finditer(text, start + _LONG // 2, start + _LONG)
            ]
            cut = ends[-1] if ends else start + _LONG
            yield start, cut
            start = cut
        yield start, end
