"""The READ layer: makes text readable, as one list of edits over the source.

Incomplete characters come first. Then misread text and web page residue take turns, because each
may be inside the other: &lt;br&gt; is a tag only after its entities are replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reader.repair.budget import misread_steps
from reader.repair.decide import decide_alone
from reader.repair.mechanism import Context, Layer, Mechanism, Stretch
from reader.repair.rules.user_rules import find_user_rules
from reader.text.align import Alignment, Edit, apply_edits, identity
from reader.text.document import Origin
from reader.text.layers import flatten

_ROUNDS = 4


def run_read_layer(
    text: str,
    context: Context,
    mechanisms: Sequence[Mechanism],
    origin: Origin,
    low: int = 0,
    high: int | None = None,
) -> list[Edit]:
    """Return the edits over `text` that make it readable, sorted and not overlapping.

    Only the lines that overlap text[low:high] are looked at (code points). Residue is looked for
    after misread runs were replaced, since a soft hyphen in them is a byte AD. `origin` holds the
    bytes of which only U+FFFD is left.
    """
    high = len(text) if high is None else high
    rules = find_user_rules(mechanisms)
    off = rules.switched_off if rules is not None else frozenset[str]()

    def decide_layer(layer: Layer, stretch: Stretch) -> list[Edit]:
        chosen = [one for one in mechanisms if one.layer is layer]
        return decide_alone(
            proposal
            for one in chosen
            for proposal in one.propose(stretch, context)
            if proposal.rule not in off
        )

    cut: list[Edit] = []
    if origin.cuts:
        stretch = Stretch(text, low, high, cuts=origin.cuts, encoding=origin.encoding)
        cut = decide_layer(Layer.FILE, stretch)
    done = [edit for edit in cut if edit.applied]
    open_ones = [edit for edit in cut if not edit.applied]
    between, alignment = apply_edits(text, done)
    steps = misread_steps(high - low)
    for _ in range(_ROUNDS):
        found: list[list[Edit]] = []
        for layer in (Layer.BYTES, Layer.PAGE):
            near = alignment.to_output(low, low)[0], alignment.to_output(high, high)[1]
            stretch = Stretch(between, *near, steps=steps)
            found.append(decide_layer(layer, stretch))
            steps -= stretch.steps_spent
            if layer is Layer.BYTES:
                unread = _move_unread(found[0], alignment)
            done, between, alignment = _compose(text, done, between, alignment, found[-1])
        misread, left = found
        if not any(edit.applied for edit in (*misread, *left)):
            # Nothing was applied in this round, so its proposals fit the final text.
            done = flatten(done, alignment, between, flatten(misread, identity(), between, left))
            break
        # The next round sees clean text around what was not read back, and takes it for a name.
        open_ones = _add_proposals(open_ones, unread)
    made = _add_proposals(done, _keep_free(open_ones, done))
    return made if rules is None else rules.drop_forbidden(text, made)


def _move_unread(edits: Sequence[Edit], alignment: Alignment) -> list[Edit]:
    """Return the edits that are not applied, with their spans in the source."""
    moved: list[Edit] = []
    for edit in edits:
        if not edit.applied:
            start, end = alignment.to_input(edit.start, edit.end)
            moved.append(edit._replace(start=start, end=end))
    return moved


def _keep_free(proposed: Sequence[Edit], edits: Sequence[Edit]) -> list[Edit]:
    """Return the proposals that overlap no applied edit, both sorted."""
    done = [edit for edit in edits if edit.applied]
    starts = [edit.start for edit in done]
    free: list[Edit] = []
    for one in proposed:
        at = bisect_left(starts, one.end)
        if at == 0 or done[at - 1].end <= one.start:
            free.append(one)
    return free


def _add_proposals(edits: list[Edit], proposed: list[Edit]) -> list[Edit]:
    """Merge proposals into edits, both sorted; they replace unapplied edits that they overlap."""
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


def _compose(
    text: str, done: list[Edit], between: str, alignment: Alignment, found: list[Edit]
) -> tuple[list[Edit], str, Alignment]:
    """Return edits over `text` that include those found in `between`, and the result of all."""
    certain = [edit for edit in found if edit.applied]
    if not certain:
        return done, between, alignment
    done = flatten(done, alignment, between, certain)
    return done, *apply_edits(text, done)
