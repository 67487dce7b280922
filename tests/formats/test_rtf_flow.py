"""Cells, rows and paragraphs of RTF, whole and with their ends lost."""

import pytest

from reader.formats.open import text_of

CELL = r"\pard\intbl {}\cell ".format
INNER = r"\pard\intbl\itap2 {}\nestcell ".format
TWO = CELL(r"a\par b")
INNER_TWO = INNER(r"a\par\pard\intbl\itap2 b")
END = r"{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}"


def lines(text):
    return text_of(rf"{{\rtf1\ansi {text}}}".encode(), None)[0].splitlines()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (rf"\trowd{CELL('a')}{CELL('b')}\row\pard c\par", ["a\tb", "c"]),
        (rf"\trowd{TWO}{CELL('')}\row", ["a b\t"]),
        (rf"\trowd{CELL('a')}{CELL('b')}\row\trowd{CELL('c')}{CELL('d')}\row", ["a\tb", "c\td"]),
        (r"\f0 a\cell b\cell ", ["a\tb"]),  # neither \intbl nor \row, as some programs paste it
        (rf"\trowd{CELL('a')}\pard\intbl b", ["a\tb"]),
        (rf"{CELL('a')}{CELL('b')}\pard c\par", ["a\tb", "c"]),
        (r"\trowd a\cell b\par c\cell\row d\par", ["a\tb c", "d"]),
        (r"\trowd\pard a\par b\par", ["a", "b"]),
        (
            rf"\trowd\pard\intbl x\par {INNER('a')}{INNER('b')}{END}"
            rf"\pard\intbl\itap1 y\cell{CELL('z')}\row\pard w\par",
            ["x", "a\tb", "y", "z", "w"],
        ),
        (
            rf"\trowd{INNER_TWO}{INNER('c')}{END}{CELL('d')}\row",
            ["a b\tc", "d"],
        ),
        (rf"{INNER('a')}{INNER('b')}", ["a\tb"]),
        (r"\trowd\pard\intbl{\listtext 1.\tab}a\cell b\cell\row", ["1. a\tb"]),
        (r"\trowd\pard\intbl a{\footnote n}\cell b\cell\row c\par", ["a\tb", "c", "n"]),
    ],
)
def test_tables(text, wanted):
    assert lines(text) == wanted


def test_a_text_in_a_group_that_never_ends_is_found():
    """{\\info of a file whose brace got lost would take all of the text."""
    assert lines(r"{\info{\title x}\pard a\par b\par") == ["a", "b"]


def test_notes_and_boxes_without_end():
    depth = 50_000
    found = lines(r"a{\footnote b\par " * depth + r"c\par")
    assert len(found) == 2 * depth + 1
    assert (found.count("b"), found.count("c")) == (depth, 1)
    found = lines(r"a{\shp{\*\shpinst{\shptxt b" * depth + r"c\par")
    assert len(found) == depth + 1
    assert (found[0], found[-1]) == ("a", "bc")
