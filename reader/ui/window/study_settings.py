"""What all tabs have for whoever reads to learn: words of one's own, glossaries, what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.text.user_folders import data_folder
from reader.ui import settings
from reader.ui.messages import error_message
from reader.ui.settings import Setting, Settings
from reader.ui.study.glossaries import Glossaries
from reader.ui.study.own_words import OwnWords
from reader.ui.study.speaker import Speaker
from reader.ui.study.word_commands import WordCommands
from reader.ui.window.actions import ActionId, Handler
from reader.ui.window.use_choice import Use

if TYPE_CHECKING:
    from reader.ui.questions import Questions
    from reader.ui.window.document_tab import DocumentTab

_SHOWN: Mapping[ActionId, Setting[bool]] = {
    ActionId.MEANINGS: settings.MEANINGS,
    ActionId.GLOSSES: settings.GLOSSES,
    ActionId.WORD_MARKS: settings.WORD_MARKS,
}


class StudySettings(QObject):
    """Applies and remembers what of words is shown; the Words menu changes it."""

    said = Signal(object)
    """Message to show."""

    def __init__(
        self,
        store: Settings,
        actions: Mapping[ActionId, QAction],
        tabs: Callable[[], Iterable[DocumentTab]],
        data: Path | None,
        questions: Questions,
        window: QWidget,
    ) -> None:
        """`tabs` gives all that are open; `data` is as for the window."""
        super().__init__(window)
        self._store = store
        self._actions = actions
        self._tabs = tabs
        self.words = OwnWords(lambda: data or data_folder(), window)
        self.glossaries = Glossaries(store, window)
        self.speaker = Speaker(lambda: store.get(settings.SPEED), window)
        self._commands = WordCommands(self.words, self.glossaries, questions, window)
        self._commands.said.connect(self.said)
        self.words.failed.connect(lambda error: self.said.emit(error_message(error)))
        for action_id, setting in _SHOWN.items():
            actions[action_id].setChecked(store.get(setting))

    def handlers(self) -> dict[ActionId, Handler]:
        """Return what each action of the Words menu does that belongs here."""
        commands = self._commands
        return {
            **{action_id: partial(self._toggle, action_id) for action_id in _SHOWN},
            ActionId.KNOWN_WORDS: commands.add_known,
            ActionId.CUT_WORDS: commands.show_cuts,
            ActionId.GLOSSARIES: commands.show_glossaries,
            ActionId.BACK_UP_WORDS: commands.back_up,
            ActionId.RESTORE_WORDS: commands.restore,
        }

    def set_up_for(self, use: Use) -> None:
        """Show what is fit for somebody who learns, edits, or does both."""
        self._actions[ActionId.MEANINGS].setChecked(use is not Use.EDIT)
        self._actions[ActionId.WORD_MARKS].setChecked(use is Use.LEARN)
        self._toggle(ActionId.MEANINGS)
        self._toggle(ActionId.WORD_MARKS)

    def close(self) -> None:
        """Let the words go, and be silent."""
        self.speaker.close()
        self.words.close()
        self.glossaries.close()

    def _toggle(self, action_id: ActionId) -> None:
        self._store.set(_SHOWN[action_id], self._actions[action_id].isChecked())
        for tab in self._tabs():
            tab.study.show_meanings()
