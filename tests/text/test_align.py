"""Edits and alignments, over chains of steps with insertions and deletions."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.align import Alignment, Edit, apply_edits, back, identity, through
from reader.text.kinds import RepairKind

# No deadline: a busy machine is no failure.
UNHURRIED = settings(deadline=None)
TEXT = st.text(alphabet="动動(dòng) 。a\n𠀀", max_size=24)


def edit(start, end, after):
    return Edit(start, end, after, RepairKind.MANUAL, "test")


@st.composite
def edits_of(draw, text):
    """Sorted, non-overlapping edits; several may insert at one place, one may change nothing."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    if len(cuts) % 2:
        cuts.pop()
    afters = st.text(alphabet="好𠀀x", max_size=3)
    return [edit(cuts[at], cuts[at + 1], draw(afters)) for at in range(0, len(cuts), 2)]


@st.composite
def one_step(draw):
    text = draw(TEXT)
    edits = draw(edits_of(text))
    out, alignment = apply_edits(text, edits)
    return text, edits, out, alignment


@st.composite
def chain(draw):
    """Return the texts and alignments of up to four steps, and which characters were copied."""
    texts = [draw(TEXT)]
    steps: list[Alignment] = []
    # For each character of the last text its offset in the first one, -1 if it is new.
    origin = list(range(len(texts[0])))
    for _ in range(draw(st.integers(1, 4))):
        edits = draw(edits_of(texts[-1]))
        text, alignment = apply_edits(texts[-1], edits)
        moved: list[int] = []
        at = 0
        for change in edits:
            moved += origin[at : change.start] + [-1] * len(change.after)
            at = change.end
        origin = moved + origin[at:]
        texts.append(text)
        steps.append(alignment)
    return texts, steps, origin


def copied(text, edits):
    """Yield (input offset, output offset) of every character no edit touched."""
    at = shift = 0
    for change in edits:
        yield from ((index, index + shift) for index in range(at, change.start))
        shift += len(change.after) - (change.end - change.start)
        at = change.end
    yield from ((index, index + shift) for index in range(at, len(text)))


def spans(length):
    return [(start, end) for start in range(length + 1) for end in range(start, length + 1)]


@UNHURRIED
@given(one_step())
def test_edits_are_applied_in_place(step):
    text, edits, out, _ = step
    expected = text
    for change in reversed(edits):
        expected = expected[: change.start] + change.after + expected[change.end :]
    assert out == expected


@UNHURRIED
@given(one_step())
def test_copied_characters_map_to_themselves(step):
    text, edits, out, alignment = step
    for here, there in copied(text, edits):
        assert text[here] == out[there]
        assert alignment.to_output(here, here + 1) == (there, there + 1)
        assert alignment.to_input(there, there + 1) == (here, here + 1)


@UNHURRIED
@given(one_step())
def test_spans_stay_in_bounds(step):
    text, _, out, alignment = step
    for start, end in spans(len(text)):
        low, high = alignment.to_output(start, end)
        assert 0 <= low <= high <= len(out)
    for start, end in spans(len(out)):
        low, high = alignment.to_input(start, end)
        assert 0 <= low <= high <= len(text)


@UNHURRIED
@given(one_step())
def test_a_later_span_never_maps_before_an_earlier_one(step):
    text, _, out, alignment = step
    for length, mapped in ((len(text), alignment.to_output), (len(out), alignment.to_input)):
        for size in (0, 1, 2):
            found = [mapped(start, start + size) for start in range(length - size + 1)]
            assert found == sorted(found)
            assert [high for _, high in found] == sorted(high for _, high in found)


@UNHURRIED
@given(one_step())
def test_a_span_finds_what_it_holds_again(step):
    """There and back covers every character that has a counterpart; a mere insertion has none."""
    text, edits, out, alignment = step
    pairs = list(copied(text, edits))
    shift = 0
    for change in edits:
        moved = change.start + shift
        shift += len(change.after) - (change.end - change.start)
        if change.start < change.end and change.after:
            pairs += [(at, moved) for at in range(change.start, change.end)]
            pairs += [(change.start, moved + at) for at in range(len(change.after))]
    ways = (
        (len(text), alignment.to_output, alignment.to_input, {here for here, _ in pairs}),
        (len(out), alignment.to_input, alignment.to_output, {there for _, there in pairs}),
    )
    for length, there, again, lasting in ways:
        for start, end in spans(length):
            low, high = again(*there(start, end))
            assert all(low <= at < high for at in range(start, end) if at in lasting)


@UNHURRIED
@given(one_step())
def test_what_was_deleted_is_found_from_the_caret(step):
    _, edits, _, alignment = step
    for change in edits:
        if change.start < change.end and not change.after:
            caret = alignment.to_output(change.start, change.end)
            low, high = alignment.to_input(*caret)
            assert low <= change.start
            assert change.end <= high


@UNHURRIED
@given(one_step())
def test_every_edit_finds_its_other_side(step):
    """A replaced span maps to the whole of what replaced it, and back."""
    _, edits, _, alignment = step
    shift = 0
    for change in edits:
        start = change.start + shift
        end = start + len(change.after)
        shift += len(change.after) - (change.end - change.start)
        if change.start < change.end and change.after:
            assert alignment.to_output(change.start, change.end) == (start, end)
            assert alignment.to_input(start, end) == (change.start, change.end)


@UNHURRIED
@given(chain())
def test_chains_stay_in_bounds_and_keep_copied_characters(made):
    texts, steps, origin = made
    first, last = texts[0], texts[-1]
    for start, end in spans(len(first)):
        low, high = through(steps, start, end)
        assert 0 <= low <= high <= len(last)
    for start, end in spans(len(last)):
        low, high = back(steps, start, end)
        assert 0 <= low <= high <= len(first)
    for there, here in enumerate(origin):
        if here >= 0:
            assert through(steps, here, here + 1) == (there, there + 1)
            assert back(steps, there, there + 1) == (here, here + 1)


@UNHURRIED
@given(chain())
def test_chains_agree_both_ways(made):
    texts, steps, origin = made
    lasting = set(origin) - {-1}
    for start, end in spans(len(texts[0])):
        low, high = back(steps, *through(steps, start, end))
        assert all(low <= at < high for at in range(start, end) if at in lasting)


@UNHURRIED
@given(TEXT)
@example("")
def test_no_edit_is_the_identity(text):
    assert apply_edits(text, []) == (text, identity())
    for start, end in spans(len(text)):
        assert identity().to_input(start, end) == (start, end)


def test_a_proposal_changes_nothing():
    proposal = Edit(1, 7, "", RepairKind.GLOSS, "test", confidence=0.3, applied=False)
    assert apply_edits("动(dong)", [proposal]) == ("动(dong)", identity())


@pytest.mark.parametrize(
    "wrong", [[edit(0, 2, "x"), edit(1, 3, "y")], [edit(2, 1, "x")], [edit(0, 9, "x")]]
)
def test_edits_that_overlap_or_reach_outside_are_refused(wrong):
    with pytest.raises(ValueError, match="edit"):
        apply_edits("动动动", wrong)


def test_a_removed_gloss_is_found_from_the_caret_in_the_clean_text():
    text, alignment = apply_edits("勞動(dòng)關", [edit(2, 8, "")])
    assert text == "勞動關"
    assert alignment.to_input(2, 2) == (2, 8)
    assert alignment.to_input(1, 2) == (1, 2)
    assert alignment.to_output(2, 8) == (2, 2)
