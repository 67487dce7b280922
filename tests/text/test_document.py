"""A document is what its paragraphs are, side by side: nothing tells where one ends."""

import pickle
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.align import Change, Edit, apply_edits, back, through
from reader.text.document import Document
from reader.text.kinds import RepairKind
from reader.text.repair import Codes, RepairColumns, can_decide
from tests.text.test_align import edits_of

UNHURRIED = settings(deadline=None)
SHORT = st.text(alphabet="动動(d) 。a\n𠀀", max_size=5)


class Layered:
    """A paragraph of two layers; its repairs are of no interest here."""

    def __init__(self, source, first, second):
        read, step = apply_edits(source, first)
        self.text, last = apply_edits(read, second)
        self.steps = step, last
        self.lengths = len(source), len(read), len(self.text)
        self.columns = RepairColumns.of(())


def moved(edits, by):
    return [edit._replace(start=edit.start + by, end=edit.end + by) for edit in edits]


@st.composite
def side_by_side(draw):
    """Draw a document of some paragraphs, and both layers as if it were one."""
    sources, firsts, seconds, made = [], [], [], []
    at = read_at = 0
    for _ in range(draw(st.integers(1, 5))):
        source = draw(SHORT.filter(bool))
        first = draw(edits_of(source))
        read, _ = apply_edits(source, first)
        second = draw(edits_of(read))
        made.append(Layered(source, first, second))
        sources.append(source)
        firsts += moved(first, at)
        seconds += moved(second, read_at)
        at, read_at = at + len(source), read_at + len(read)
    source = "".join(sources)
    read, step = apply_edits(source, firsts)
    text, last = apply_edits(read, seconds)
    return Document(source, tuple(made)), text, (step, last)


@UNHURRIED
@given(side_by_side())
def test_spans_are_those_of_one_alignment_of_the_whole(case):
    document, text, steps = case
    assert document.text == text
    for start in range(len(document.source) + 1):
        for end in range(start, len(document.source) + 2):
            assert document.clean_span(start, end) == through(steps, start, end)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 2):
            assert document.source_span(start, end) == back(steps, start, end)


@st.composite
def rows_of(draw):
    source = draw(st.text(alphabet="动動。a\n𠀀", min_size=1, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=16)))
    kinds = st.sampled_from((RepairKind.GLOSS, RepairKind.ENCODING, RepairKind.MANUAL))
    rules = st.sampled_from(("rule", "encoding.lost"))
    rows = [
        (start, end, Change(draw(SHORT), draw(kinds), draw(rules), applied=draw(st.booleans())))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return source, rows


@UNHURRIED
@given(rows_of(), st.integers(1, 12), st.data())
def test_repairs_are_the_same_in_paragraphs_of_any_length(case, least, data):
    source, rows = case
    whole, parted = Document.of(source, rows), Document.of(source, rows, least=least)
    assert len(whole.paragraphs) == 1
    assert "".join(one.text for one in parted.paragraphs) == parted.text == whole.text
    assert parted == whole
    repairs = list(whole.repairs)
    assert [one.id for one in repairs] == list(range(len(rows)))
    assert [(one.source_start, one.source_end) for one in repairs] == [row[:2] for row in rows]
    assert [parted.repairs[at] for at in range(-len(rows), len(rows))] == repairs * 2
    assert tuple(parted.repairs[::-2]) == tuple(repairs[::-2])
    assert list(parted.rows()) == rows
    assert parted.rebuild_source() == source
    low, high = sorted(data.draw(st.tuples(*2 * [st.integers(0, len(source))])))
    assert parted.repairs[low:high] == tuple(repairs[low:high])
    assert parted.repairs_in_source(low, high) == tuple(
        one for one in repairs if one.source_end >= low and one.source_start < high
    )
    assert parted.repairs_in_clean(low, high) == tuple(
        one for one in repairs if one.clean_end >= low and one.clean_start <= high
    )
    first = parted.repairs.first_in_clean(low)
    assert first == sum(one.clean_start < low for one in repairs)
    for one in repairs:
        found = repairs[parted.repairs.number_of(one.source_start, one.source_end)]
        assert (found.source_start, found.source_end) == (one.source_start, one.source_end)
    assert pickle.loads(pickle.dumps(parted)) == whole


@UNHURRIED
@given(rows_of())
def test_codes_count_the_repairs(case):
    document = Document.of(*case, least=3)
    for kind in RepairKind:
        codes = Codes.of(kind)
        own = [one for one in document.repairs if one.kind is kind]
        counts = [document.repairs.codes.count(code) for code in codes]
        assert counts == [
            sum(one.applied for one in own),
            sum(not one.applied and can_decide(one) for one in own),
            sum(not one.applied and not can_decide(one) for one in own),
        ]


@given(st.lists(st.integers(0, 5), min_size=1))
def test_a_repair_across_a_line_end_keeps_the_lines_together(widths):
    lines = ["a" * width for width in widths]
    source = "\n".join(lines)
    across = len(lines[0])
    rows = [(across, across + 1, Change("", RepairKind.DEBRIS, "x"))] if len(lines) > 1 else []
    document = Document.of(source, rows, least=1)
    ends = list(accumulate(one.lengths[0] for one in document.paragraphs))
    assert ends[-1] == len(source)
    assert document.text == source.replace("\n", "", 1)


@pytest.mark.parametrize(
    "rows",
    [
        [(0, 2, "x"), (1, 3, "y")],
        [(2, 1, "x")],
        [(0, 9, "x")],
        [(-1, 1, "x")],
        [(2, 3, "x"), (0, 1, "y")],
    ],
)
def test_repairs_that_overlap_or_reach_outside_are_refused(rows):
    changes = [(low, high, Change(text, RepairKind.MANUAL, "x")) for low, high, text in rows]
    with pytest.raises(ValueError, match=r"."):
        Document.of("动动动", changes)


def test_only_an_edit_that_is_applied_moves_anything():
    change = Edit(1, 7, "", RepairKind.GLOSS, "test", confidence=0.3, applied=False)
    document = Document.of("动(dong)", [(1, 7, Change(*change[2:]))])
    assert document.text == document.source
    assert document.clean_span(2, 4) == (2, 4)
