"""The panel on the screen, with a review that does what it asks, as the window does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.review.finding import find_journals
from reader.review.history import Note
from reader.review.review import Review
from reader.text.align import Alternative, Change
from reader.text.document import Document
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.ui.review.panel.panel import ReviewPanel

SOURCE = (
    "双唱咊声部，麻将咊牌。\n"
    "由各街镇?k的劳动监察员，咊稀泥的做法。\n"
    "丢了?字，又发(fa)现了，繁榮昌盛的城市，繁榮。\n"
)


def make_document(source=SOURCE):
    """Return a document with places of every state; 咊 is least sure at first, then surer."""
    rows = []
    sure = iter((0.70, 0.80, 0.90))
    for at, char in enumerate(source):
        if char == "咊":
            others = (Alternative("合", 0.1),)
            why = (Evidence("source_table", ("咊", "和", ("Unihan",))),)
            change = Change("和", RepairKind.VARIANT, "variant.table", next(sure), why, others)
            rows.append((at, at + 1, change))
        elif char == "榮":
            rows.append((at, at + 1, Change("荣", RepairKind.SCRIPT, "script.form", 0.99)))
    at = source.find("?k")
    if at >= 0:
        lost = Bytes("經辦".encode("cp950"), "Big5")
        why = (Evidence("slip_lost", (Bytes(b"\xb8"), lost)),)
        others = (Alternative("协办", 0.36), Alternative("□办", 0.06))
        change = Change("经办", RepairKind.SLIP, "slip.lost", 0.58, why, others)
        rows.append((at, at + 2, change))
        at = source.index("了?") + 1
        gone = Change("?", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False)
        rows.append((at, at + 1, gone))
        at = source.index("(fa)")
        rows.append((at, at + 4, Change("", RepairKind.GLOSS, "gloss.reading", 0.99)))
    return Document.of(source, sorted(rows, key=lambda row: row[0]), least=5)


class Desk:
    """A panel and the review behind it, and what an editor does with them."""

    def __init__(self, qtbot, tmp_path, document):
        self.review = Review(document, find_journals(None, document.source, tmp_path))
        self.can_decide = True
        self.panel = ReviewPanel()
        qtbot.addWidget(self.panel)
        self.panel.decided.connect(self._on_decided)
        self.panel.note_changed.connect(self._on_note)
        self.panel.resize(380, 830)
        self.panel.set_document(document, self)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    @property
    def notes(self):
        return self.review.notes

    @property
    def document(self):
        return self.review.document

    @property
    def current(self):
        """What stands at the current place in the source, and its offset."""
        repair = self.panel.current
        return None if repair is None else (repair.before, repair.source_start)

    @property
    def rows(self):
        """The texts of the first column of the table."""
        model = self.panel.browser.table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def upper(self):
        """What the upper part shows."""
        return self.panel.upper.shown

    def presses(self, *keys):
        for key in keys:
            QTest.keyClick(self.panel.browser.table, key)

    def shift(self, key):
        QTest.keyClick(self.panel.browser.table, key, Qt.KeyboardModifier.ShiftModifier)

    def undoes(self):
        self.review.undo()
        self.panel.update_document(self.review.document)

    def _on_decided(self, places, how):
        self.review.decide(places, how)
        self.panel.update_document(self.review.document)

    def _on_note(self, start, end, text):
        self.review.note([Note(start, end, text)])
        self.panel.update_notes()


@pytest.fixture
def open_desk(qtbot, tmp_path):
    return lambda document=None: Desk(qtbot, tmp_path, document or make_document())


@pytest.fixture
def desk(open_desk):
    return open_desk()
