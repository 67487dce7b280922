"""The bar that shows the whole document at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader import Document, RepairKind
from reader.review.repair_table import RepairTable
from reader.text.align import Change
from reader.ui.kinds import theme_colour

LINES = 200


@pytest.fixture
def document():
    """Two hundred lines with an unsure place in the first and an undecided one in the last."""
    source = "勞動關係和諧穩定\n" * LINES
    last = source.rindex("關")
    rows = [
        (0, 1, Change("劳", RepairKind.SCRIPT, "form", 0.8)),
        (last, last + 1, Change("关", RepairKind.SCRIPT, "form", 0.3, applied=False)),
    ]
    return Document.of(source, rows, least=10)


@pytest.fixture
def shown(panes, document):
    panes.set_document(document)
    panes.overview.set_table(RepairTable.of(document))
    return panes


def colours(panes, x):
    """Return the colours of a column of the bar, from top to bottom."""
    picture = panes.overview.grab().toImage()
    scale = picture.height() / panes.overview.height()
    return [
        picture.pixelColor(round(x * scale), round(y * scale)).name()
        for y in range(panes.overview.height())
    ]


def name(colour):
    return theme_colour(colour, dark=False).name()


def test_places_stand_at_their_height_in_the_colour_of_their_state(shown):
    column = colours(shown, 6)
    assert name("uns") in column[:4]
    assert name("und") in column[-8:]
    assert name("und") not in column[: len(column) // 2]


def test_a_click_goes_there(shown, document):
    bar = shown.overview
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, bar.height() // 2))
    middle = len(document.text) // 2
    assert abs(shown.top_clean_offset() - middle) < len(document.text) // 10


def test_what_was_found_is_shown_until_it_is_forgotten(shown):
    assert name("found") not in colours(shown, 6)
    shown.overview.set_hits([900])
    assert name("found") in colours(shown, 6)
    shown.overview.set_hits([])
    assert name("found") not in colours(shown, 6)


def test_the_current_place_is_framed(shown, document):
    shown.go_to_repair(document.repairs[1])
    assert name("cur") in colours(shown, 3)


def test_a_short_document_does_not_fill_the_bar(panes):
    document = Document.of("勞動", [(0, 1, Change("劳", RepairKind.SCRIPT, "form", 0.8))])
    panes.set_document(document)
    panes.overview.set_table(RepairTable.of(document))
    column = colours(panes, 6)
    assert name("uns") in column[:4]
    assert set(column[100:]) == {column[-1]}


def test_without_a_document_nothing_is_shown(panes):
    panes.overview.set_table(None)
    assert len(set(colours(panes, 6))) == 1
