"""What an assistive tool reads of a pane."""

from PySide6.QtGui import QAccessible

from tests.ui.panes.making import DAMAGED, make_document


def test_a_pane_tells_its_name_and_the_text_around_its_top(panes):
    document = make_document(DAMAGED * 30)
    panes.set_document(document)
    found = QAccessible.queryAccessibleInterface(panes.clean_view)
    assert found.text(QAccessible.Text.Name) == "Clean text"
    assert found.role() == QAccessible.Role.Document
    text = found.textInterface()
    assert text.text(0, 4) == document.text[:4]
    assert text.characterCount() < 1000
    panes.go_to_clean(document.text.index("由区", 3000))
    assert text.text(text.cursorPosition(), text.cursorPosition() + 2) == "由区"
