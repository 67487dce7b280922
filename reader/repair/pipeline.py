"""Restores a text: both layers, paragraph by paragraph, with progress."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from reader.language.forms import table
from reader.language.glosses import Glosses
from reader.language.ngram import character_model
from reader.language.recurrence import Recurrence
from reader.repair import byte_slips
from reader.repair.decoder import Decoder
from reader.repair.effort import Effort, Meter
from reader.repair.evidence import gather
from reader.repair.explained import explained
from reader.repair.glosses import Remover
from reader.repair.paragraph import Restored, restore_paragraph
from reader.repair.read_layer import recover
from reader.repair.repairs import Kept, assemble, keep
from reader.repair.tools import Tools
from reader.repair.votes import Votes
from reader.text.align import apply_edits
from reader.text.collecting import uncollected
from reader.text.document import Document, Origin

Progress = Callable[[int, int], None]  # characters done, characters in all

_PARAGRAPH = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LONG = 3000  # code points; a longer paragraph is worked on in pieces
_SENTENCE_END = re.compile(r"[。！？；!?;]")
_PREVIEW = 6_000  # code points restored for a first screen


def restore(
    text: str, *, origin: Origin | None = None, progress: Progress | None = None
) -> Document:
    """Restore `text`; never raises on any str.

    `progress` is called with code points done and code points in all, a few times a second; what
    it raises (to cancel) goes through.
    """
    with uncollected():
        return _restore(text, 0, len(text), origin or Origin(), progress)


def preview(text: str, *, near: int = 0, origin: Origin | None = None) -> Document:
    """Restore only the paragraphs around code point `near`, for a first screen.

    The rest of `Document.text` is the source as it is. Takes well under a second on any size.
    """
    near = min(max(near, 0), len(text))
    low = max(0, near - _PREVIEW // 3)
    return _restore(text, low, low + _PREVIEW, origin or Origin(), None)


def _restore(text: str, low: int, high: int, origin: Origin, progress: Progress | None) -> Document:
    """Restore the paragraphs that reach into text[low:high]."""
    edits = recover(text, low, high, _tick(progress, len(text)), origin)
    recovered, first = apply_edits(text, edits)
    if edits:
        low, high = first.to_output(low, low)[0], first.to_output(high, high)[0]
    model = character_model()
    evidence = gather(recovered, model)
    meter = Meter(progress, len(recovered))
    tools = Tools(
        table(),
        model,
        _decoder(),
        Remover(evidence),
        Votes(),
        Recurrence(recovered, model),
        Effort(meter.tick),
        broken=byte_slips.suspicious(recovered),
        explained=explained(recovered, edits, first, origin),
    )
    done: list[Kept] = []
    for start, end in paragraphs(recovered):
        if start < high and end > low:
            done.append(
                keep(start, end, restore_paragraph(recovered[start:end], evidence, tools, start))
            )
        meter.reach(end)
    divided = tools.votes.settle()
    for number, (start, end, *_) in enumerate(done):
        if divided and any(map(recovered[start:end].__contains__, divided)):
            again = restore_paragraph(recovered[start:end], evidence, tools, start)
            done[number] = keep(start, end, again)
            meter.tick()
    done = list(_with_rest(recovered, done))
    made = assemble(recovered, done, tools.glosses, len(text), edits, first)
    if progress is not None:
        progress(len(recovered), len(recovered))
    return Document(text, made, origin)


def _tick(progress: Progress | None, size: int) -> Callable[[], None] | None:
    """Return what the first layer calls, so that it can be cancelled: nothing is done yet."""
    return None if progress is None else lambda: progress(0, size)


def _with_rest(text: str, done: list[Kept]) -> Iterator[Kept]:
    """Yield what was restored, and what stands before and behind it as it is."""
    begin = done[0].start if done else len(text)
    if begin or not done:
        yield keep(0, begin, Restored(text[:begin], Glosses.none(), []))
    yield from done
    behind = _PARAGRAPH.search(text, done[-1].end) if done else None
    if behind is not None:
        rest = text[behind.start() :]
        yield keep(behind.start(), len(text), Restored(rest, Glosses.none(), []))


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


@cache
def _decoder() -> Decoder:
    return Decoder(character_model())
