"""The first layer as a whole: text in the wrong encoding, then the debris of pages, as one list."""

from __future__ import annotations

from reader.core.align import Alignment, Edit, apply_edits, identity
from reader.core.layers import flatten
from reader.core.recover.debris import find_debris
from reader.core.recover.mojibake import Tick, find_mojibake

_ROUNDS = 4


def recover(
    text: str, low: int = 0, high: int | None = None, tick: Tick | None = None
) -> list[Edit]:
    """Return the edits over `text` that make it readable, sorted and apart.

    Only the lines that reach into text[low:high] are looked at (code points). Debris is looked
    for in what the misread runs were restored to, where a soft hyphen is no byte AD any more.
    `tick` is called some times a second; what it raises (to cancel) goes through.
    """
    high = len(text) if high is None else high
    done: list[Edit] = []
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
            return flatten(done, alignment, between, offered)
    return done


def _add(
    text: str, done: list[Edit], between: str, alignment: Alignment, found: list[Edit]
) -> tuple[list[Edit], str, Alignment]:
    """Return the edits with those found over `between` added, and what applying them makes."""
    certain = [edit for edit in found if edit.applied]
    if not certain:
        return done, between, alignment
    done = flatten(done, alignment, between, certain)
    return done, *apply_edits(text, done)
