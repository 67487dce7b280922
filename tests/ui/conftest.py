import gc

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.ui.app import create
from reader.ui.window.actions import ActionId
from reader.ui.window.panels import Panel

DAMAGED = (
    "強化使命擔噹(dang),堅(jian)持底(di)線(xiàn)(xian)思維(wei),採取各(ge)種(zhong)有(you)力(li)措(cuo)施。\n"
    "全(quan)麵加強勞動(dòng)(dong)關(guān)係協(xié)調,構(gou)建咊(he)諧(xie)勞動(dòng)關(guān)(guan)係。\n"
)
CLEAN = "强化使命担当，坚持底线思维，采取各种有力措施。\n全面加强劳动关系协调，构建和谐劳动关系。\n"
MOUSE, KEYS, COPY = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.DropAction.CopyAction,
)


class Answers:
    """Answers what the window asks, as a user would in the dialogs."""

    def __init__(self):
        self.opened = None
        self.opened_folder = None
        self.typed_address = None
        self.saved = None
        self.overwrite = False
        self.chosen_font = None
        self.font_before = None
        self.typed_reading = None
        self.glossaries = ()
        self.note_text = None
        self.bookmark_text = None
        self.asked_about = []
        self.chosen_colour = None
        self.asked_reading = []
        self.suggested = None
        self.rules_from = None
        self.rules_to = None
        self.known = None
        self.list_of_words = None
        self.backup = None
        self.asked_to_overwrite = []
        self.lose = False
        self.asked_to_lose = []
        self.delete = False
        self.asked_to_delete = 0
        self.send = False
        self.asked_to_send = []

    def open_path(self, parent, folder):
        return self.opened

    def open_folder(self, parent, folder):
        return self.opened_folder

    def address(self, parent):
        return self.typed_address

    def save_path(self, parent, suggestion, result):
        self.suggested = suggestion
        return self.saved

    def overwrite_original(self, parent, path):
        self.asked_to_overwrite.append(path)
        return self.overwrite

    def lose_decisions(self, parent, count, what, advice):
        self.asked_to_lose.append((count, what, advice))
        return self.lose

    def reading(self, parent, word, current):
        self.asked_reading.append((word, current))
        return self.typed_reading

    def glossaries_to_add(self, parent):
        return self.glossaries

    def note(self, parent, about, current):
        self.asked_about.append((about, current))
        return self.note_text

    def bookmark_name(self, parent, about, current):
        self.asked_about.append((about, current))
        return self.bookmark_text

    def send_text(self, parent, address, number, has_key):
        self.asked_to_send.append((address, number, has_key))
        return self.send

    def rules_to_import(self, parent):
        return self.rules_from

    def rules_to_export(self, parent):
        return self.rules_to

    def known_words(self, parent):
        return self.known

    def word_list(self, parent):
        return self.list_of_words

    def words_backup(self, parent):
        return self.backup

    def words_to_restore(self, parent):
        return self.backup

    def colour(self, parent, title, current):
        return self.chosen_colour

    def delete_history(self, parent):
        self.asked_to_delete += 1
        return self.delete

    def font(self, parent, current):
        self.font_before = current
        return self.chosen_font


class User:
    """Does to one window what a person does."""

    def __init__(self, qtbot, window, answers):
        self.qtbot = qtbot
        self.window = window
        self.answers = answers

    def opens(self, path):
        with self.qtbot.waitSignal(self.window.opening_ended, timeout=20_000):
            self.window.open_commands.open_path(path)

    def opens_text(self, text=DAMAGED):
        with self.qtbot.waitSignal(self.window.opening_ended, timeout=20_000):
            self.window.open_commands.open_text(text)

    def reviews(self):
        """Open the review panel, without which nothing is decided."""
        if self.window.page.side.front is not Panel.REVIEW:
            self.triggers(ActionId.REVIEW)

    def triggers(self, action_id):
        if action_id in (ActionId.ACCEPT, ActionId.REJECT):
            self.reviews()
        action = self.window.actions_by_id[action_id]
        assert action.isEnabled()
        action.trigger()

    @property
    def recent_rows(self):
        """Return the rows of the list of recent documents on the start page."""
        model = self.window.start_page.recent.model()
        return [model.index(row, 0) for row in range(model.rowCount())]

    def clicks_recent(self, row):
        view = self.window.start_page.recent
        middle = view.visualRect(self.recent_rows[row]).center()
        self.qtbot.mouseClick(view.viewport(), MOUSE, pos=middle)

    def closes_all(self):
        """Close one document after the other, until the start page is there."""
        while not self.window.start_page.isVisible():
            self.triggers(ActionId.CLOSE)

    def drags(self, *, paths=(), text=""):
        """Drag over the window; return whether it takes what is dragged."""
        self.dragged = QMimeData()
        if paths:
            self.dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        if text:
            self.dragged.setText(text)
        enter = QDragEnterEvent(self.window.rect().center(), COPY, self.dragged, MOUSE, KEYS)
        QApplication.sendEvent(self.window, enter)
        return enter.isAccepted()

    def drops(self, *, paths=(), text=""):
        taken = self.drags(paths=paths, text=text)
        if taken:
            there = QPointF(self.window.rect().center())
            QApplication.sendEvent(self.window, QDropEvent(there, COPY, self.dragged, MOUSE, KEYS))
        return taken

    def quits(self):
        """Close the window; its translations go with the process otherwise."""
        self.window.close()
        self.window.languages.choose("en")

    @property
    def document(self):
        return self.window.page.panes.document

    @property
    def message(self):
        return self.window.message.text()


@pytest.fixture
def start(qtbot, tmp_path):
    """Start windows that keep their settings in a folder of the test's own."""
    users = []

    def begin(size=(1000, 700)):
        answers = Answers()
        settings_path = tmp_path / "settings" / "jingdu.ini"
        paths = {"settings_path": settings_path, "data_path": tmp_path / "data"}
        _, window = create(["jingdu"], **paths, questions=answers)
        if window.languages.language != "en" and not window.languages.choice:
            window.languages.choose("en")
        if size:
            window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        # Qt keeps the modifiers of the last key of the test before, and would add to a selection.
        QTest.keyRelease(window, Qt.Key.Key_Control)
        users.append(User(qtbot, window, answers))
        return users[-1]

    yield begin
    while users:
        user = users.pop()
        user.quits()
        # A QBasicTimer goes with its Python object, not with the widget that it calls: both must
        # be gone before events are handled again.
        shiboken6.delete(user.window)
        del user
    gc.collect()


@pytest.fixture
def user(start):
    return start()


@pytest.fixture
def damaged(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(DAMAGED, "utf-8")
    return path
