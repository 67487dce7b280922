"""The font dialog: families with Chinese, each shown in its own shapes, and a size."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.dialogs import Dialogs
from reader.ui.font_dialog import FontDialog

CHINESE = QFontDatabase.WritingSystem.SimplifiedChinese


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def families(window):
    found = QFontDatabase.families(CHINESE)
    if not found:
        pytest.skip("no Chinese font is installed")
    return found


def current(family, size=15.0):
    font = QFont(family)
    font.setPointSizeF(size)
    return font


def shown(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_only_families_with_chinese_are_offered_at_first(window, families):
    dialog = FontDialog(current(families[0]), window)
    assert set(shown(dialog)) <= set(families)
    assert dialog.list.currentIndex().data() == families[0]
    dialog.all_fonts.setChecked(True)
    assert set(families) <= set(shown(dialog)) == set(QFontDatabase.families())


def test_a_family_and_a_size_are_chosen(window, families):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.search.setText(families[-1])
        dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
        dialog.size_field.setValue(22)
        assert dialog.sample.font().family() == dialog.list.currentIndex().data()
        dialog.accept()

    QTimer.singleShot(0, answer)
    font = Dialogs().font(window, current(families[0]))
    assert families[-1] in font.family()
    assert font.pointSizeF() == 22


def test_who_gives_up_chooses_none(window, families):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert Dialogs().font(window, current(families[0])) is None


def test_a_search_that_finds_nothing_keeps_the_font(window, families):
    dialog = FontDialog(current(families[0], 17.0), window)
    dialog.search.setText("no such font")
    assert shown(dialog) == []
    assert (dialog.chosen().family(), dialog.chosen().pointSizeF()) == (families[0], 17.0)


def test_a_sample_is_drawn_in_the_glyphs_of_the_family(window, families, qtbot):
    dialog = FontDialog(current(families[0]), window)
    dialog.show()
    qtbot.waitExposed(dialog)
    image = dialog.list.viewport().grab().toImage()
    box = dialog.list.visualRect(dialog.list.currentIndex())
    right = range(box.right() - 90, box.right() - 10)
    ink = {image.pixel(x, y) for x in right for y in range(box.top() + 4, box.bottom() - 4)}
    assert len(ink) > 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return])
def test_enter_takes_the_font(window, families, qtbot, key):
    dialog = FontDialog(current(families[0]), window)
    dialog.show()
    dialog.activateWindow()
    dialog.list.setFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.list, key)
