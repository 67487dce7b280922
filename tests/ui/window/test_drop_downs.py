"""The lists that drop down from a field show all their entries."""

import pytest
from PySide6.QtCore import Qt


@pytest.mark.parametrize("dark", [False, True])
def test_the_decision_filter_shows_all_its_entries(user, dark):
    user.window.theme.choose(type(user.window.theme.choice)("dark" if dark else "light"))
    user.opens_text()
    user.reviews()
    field = user.window.page.side.review.findChild(object, "showing")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        user.qtbot.keyClick(field, key)
    user.qtbot.keyClick(field, Qt.Key.Key_Space)
    view = field.view()
    user.qtbot.waitUntil(view.isVisible)
    seen = view.viewport().rect()
    for row in range(field.count()):
        assert seen.contains(view.visualRect(view.model().index(row, 0)))
    user.qtbot.keyClick(view, Qt.Key.Key_Escape)
