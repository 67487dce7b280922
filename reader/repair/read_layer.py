"""The first layer as a whole, as one list of edits.

Characters that were cut in the file's bytes come first, then text in the wrong encoding, then the
debris of pages.
"""

from __future__ import annotations

from reader.repair.cuts import find_cuts
from reader.repair.debris import find_debris
from reader.repair.mojibake import Tick, find_mojibake
from reader.text.align import Alignment, Edit, apply_edits, identity
from reader.text.document import Origin
from reader.text.layers import flatten

_ROUNDS = 4


def recover(
    text: str,
    low: int = 0,
    high: int | None = None,
    tick: Tick | None = None,
    origin: Origin | None = None,
) -> list[Edit]:
    """Return the edits over `text` that make it readable, sorted and apart.

    Only the lines that reach into text[low:high] are looked at (code points). Debris is looked
    for in what the misread runs were restored to, where a soft hyphen is no byte AD any more.
    `tick` is called some times a second; what it raises (to cancel) goes through. `origin` knows
    the bytes behind U+FFFD.
    """
    high = len(text) if high is None else high
    cut: list[Edit] = []
    if origin is not None and origin.cuts:
        cut = find_cuts(text, origin.cuts, origin.encoding, low, high, tick)
    done = [edit for edit in cut if edit.applied]
    open_ones = [edit for edit in cut if not edit.applied]
    between, alignment = apply_edits(text, done)
    offered: list[Edit] = []
    for _ in range(_ROUNDS):
        # What one round leaves is for the next: &lt;br&gt; is a tag only now, and a misread run
        # may have stood around one.
        near = alignment.to_output(low, low)[0], alignment.to_output(high, high)[1]
        misread = find_mojibake(between, *near, tick)
        offered = [edit for edit in misread if not edit.applied]
        done, between, alignment = _add(text, done, between, alignment, misread)
        near = alignment.to_output(low, low)[0], alignment.to_output(high, high)[1]
        debris = find_debris(between, *near)
        done, between, alignment = _add(text, done, between, alignment, debris)
        if not any(edit.applied for edit in (*misread, *debris)):
            offered = flatten(offered, identity(), between, debris)
            done = flatten(done, alignment, between, offered)
            break
    return with_proposals(done, open_ones)


def with_proposals(edits: list[Edit], proposed: list[Edit]) -> list[Edit]:
    """Add proposals to edits, both sorted, in place of other proposals that they touch."""
    if not proposed:
        return edits
    kept: list[Edit] = []
    waiting = proposed[::-1]
    for edit in edits:
        while waiting and waiting[-1].end <= edit.start:
            kept.append(waiting.pop())
        if waiting and waiting[-1].start < edit.end:
            if not edit.applied:
                continue
            waiting.pop()
        kept.append(edit)
    return kept + waiting[::-1]


def _add(
    text: str, done: list[Edit], between: str, alignment: Alignment, found: list[Edit]
) -> tuple[list[Edit], str, Alignment]:
    """Return the edits with those found over `between` added, and what applying them makes."""
    certain = [edit for edit in found if edit.applied]
    if not certain:
        return done, between, alignment
    done = flatten(done, alignment, between, certain)
    return done, *apply_edits(text, done)
