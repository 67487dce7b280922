"""The menu bar, built from the action table, and the menus whose entries depend on the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.export.table import Use, exports_for
from reader.pinyin.sandhi import Sandhi
from reader.pinyin.spelling import Style
from reader.study.levels import LevelList
from reader.ui.document.recent import RecentFiles, progress_words, short_names, tip
from reader.ui.panes.ruby import RubySize
from reader.ui.panes.tones import ToneMode
from reader.ui.window.actions import (
    MENUS,
    ActionId,
    ExportId,
    Menu,
    Submenu,
    Translate,
    menu_titles,
)
from reader.ui.window.language import LANGUAGES
from reader.ui.window.theme import ThemeChoice

if TYPE_CHECKING:
    from reader.text.document import Origin

_WIDEST = 480  # pixels of a file's name in a menu

Choice = tuple[str, str]
"""(id, label) of one entry of a menu in which one is chosen."""

_translate = QCoreApplication.translate


class ChoiceMenu(QMenu):
    """A menu in which one of several entries is chosen; filled when it is about to be seen."""

    chosen = Signal(str)

    def __init__(
        self,
        entries: Callable[[], Iterable[Choice]],
        current: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self._current = current
        self._group = QActionGroup(self)
        self._first: list[QAction] = []
        self.aboutToShow.connect(self.fill)

    def put_first(self, action: QAction) -> None:
        """Put an action above the choices, where it stays."""
        self._first.append(action)
        self.addAction(action)

    def fill(self) -> None:
        """Make the entries anew."""
        self.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        if self._first:
            self.addActions(self._first)
            self.addSeparator()
        current = self._current()
        for identity, label in self._entries():
            # & would become a mnemonic.
            action = self.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(identity == current)
            action.setData(identity)
            action.triggered.connect(
                lambda _checked=False, identity=identity: self.chosen.emit(identity)
            )
            self._group.addAction(action)


class RecentMenu(QMenu):
    """The files read last."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make the entries anew."""
        self.clear()
        for path, name in short_names(self._files.paths(), self.fontMetrics(), _WIDEST):
            words = progress_words(self._files.progress(path))
            action = self.addAction(f"{name}\t{words}" if words else name)
            action.setToolTip(tip(path))
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        if self.isEmpty():
            self.addAction(self.tr("No recent files")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(self.tr("Clear list"), self.cleared.emit)


class ExportMenu(QMenu):
    """What can be made of the document: one entry an export that the window offers."""

    chosen = Signal(object)
    """Export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_by_id: dict[ExportId, QAction] = {}
        for export in exports_for(Use.WINDOW).values():
            action = self.actions_by_id[ExportId(export.id)] = self.addAction("")
            action.setData(export.id)
            action.triggered.connect(lambda _checked=False, export=export: self.chosen.emit(export))
        self.aboutToShow.connect(self.say)
        self.say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say the entries in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()

    def say(self) -> None:
        """Say the entries in the language of the moment."""
        for identity, label in export_entries():
            self.actions_by_id[ExportId(identity)].setText(label)


class Menus(QObject):
    """The whole menu bar."""

    def __init__(
        self,
        bar: QMenuBar,
        actions: dict[ActionId, QAction],
        submenus: dict[Submenu, QMenu],
        encoding: QMenu,
    ) -> None:
        super().__init__(bar)
        self._menus: dict[Menu | Submenu, QMenu] = {Menu.ENCODING: encoding}
        for submenu, filled in submenus.items():
            self._menus[submenu] = filled
        for menu, entries in MENUS.items():
            widget = self._menus.setdefault(menu, QMenu(bar))
            bar.addMenu(widget)
            for entry in entries:
                if entry is None:
                    widget.addSeparator()
                elif isinstance(entry, Submenu):
                    widget.addMenu(submenus[entry])
                elif isinstance(widget, ChoiceMenu):
                    widget.put_first(actions[entry])
                else:
                    widget.addAction(actions[entry])
        # Why an action cannot be called is in its tip: what to install to hear a text.
        self._menus[Menu.WORDS].setToolTipsVisible(True)
        self.say()

    def menu(self, menu: Menu | Submenu) -> QMenu:
        """Return one of the menus."""
        return self._menus[menu]

    def say(self) -> None:
        """Say the titles in the language of the moment."""
        for menu, title in menu_titles().items():
            self._menus[menu].setTitle(title)


def export_entries(translate: Translate = _translate) -> list[Choice]:
    """Return what can be made of the document."""
    return [
        (export.id, f"{translate('Exports', export.name)}…")
        for export in exports_for(Use.WINDOW).values()
    ]


def theme_entries(translate: Translate = _translate) -> list[Choice]:
    """Return the entries of the menu of colours."""
    return [
        (ThemeChoice.SYSTEM.value, translate("Menus", "System default")),
        (ThemeChoice.LIGHT.value, translate("Menus", "Light")),
        (ThemeChoice.DARK.value, translate("Menus", "Dark")),
    ]


def language_entries(translate: Translate = _translate) -> list[Choice]:
    """Return the entries of the menu of languages."""
    return [("", translate("Menus", "System default")), *LANGUAGES.items()]


def level_list_entries(translate: Translate = _translate) -> list[Choice]:
    """Return the lists of HSK levels, the newest first."""
    return [
        (LevelList.HSK2025.value, translate("Menus", "HSK of 2025")),
        (LevelList.HSK2021.value, translate("Menus", "HSK 3.0 (2021)")),
        (LevelList.HSK2.value, translate("Menus", "HSK 2.0 (2010)")),
    ]


def level_entries(translate: Translate = _translate, *, highest: int = 7) -> list[Choice]:
    """Return the levels of a list; 7 is the band from 7 to 9, above which is what is in no list."""
    names = {level: str(level) for level in range(1, 7)} | {7: "7–9"}
    words = translate("Menus", "Above HSK {level}")
    return [(str(one), words.format(level=names[one])) for one in range(1, highest + 1)]


def ruby_size_entries(translate: Translate = _translate) -> list[Choice]:
    """Return how large readings are written above words."""
    return [
        (RubySize.NORMAL.value, translate("Menus", "Normal size")),
        (RubySize.LARGE.value, translate("Menus", "Large, with wider line spacing")),
    ]


def tone_entries(translate: Translate = _translate) -> list[Choice]:
    """Return where tones have colours."""
    return [
        (ToneMode.OFF.value, translate("Menus", "Off")),
        (ToneMode.RUBY.value, translate("Menus", "On the pinyin")),
        (ToneMode.TEXT.value, translate("Menus", "On the characters")),
    ]


def style_entries(translate: Translate = _translate) -> list[Choice]:
    """Return how a syllable can be written."""
    return [
        (Style.MARKS.value, translate("Menus", "Tone marks: zhòng")),
        (Style.NUMBERS.value, translate("Menus", "Tone numbers: zhong4")),
        (Style.ZHUYIN.value, translate("Menus", "Zhuyin: ㄓㄨㄥˋ")),
        (Style.PLAIN.value, translate("Menus", "No tones: zhong")),
    ]


def sandhi_entries(translate: Translate = _translate) -> list[Choice]:
    """Return which tone changes can be written."""
    return [
        (Sandhi.OFF.value, translate("Menus", "None, as in dictionaries")),
        (Sandhi.YIBU.value, translate("Menus", "一 and 不 only")),
        (Sandhi.FULL.value, translate("Menus", "All, including third tones")),
    ]


def speed_entries(translate: Translate = _translate) -> list[Choice]:
    """Return how fast a text can be read aloud; the ids are factors of the usual speed."""
    return [
        ("0.5", translate("Menus", "Very slow")),
        ("0.75", translate("Menus", "Slow")),
        ("1.0", translate("Menus", "Normal")),
        ("1.25", translate("Menus", "Fast")),
        ("1.5", translate("Menus", "Very fast")),
    ]


OTHER_FONT = "?"
"""The id of the entry that asks with a dialog; no family is called so."""


def font_entries(current: str) -> list[Choice]:
    """Return the Chinese families, the chosen one (which may be no such family), and others."""
    from reader.ui.parts.fonts import chinese_families

    translate = QCoreApplication.translate
    families = chinese_families()
    if current and current not in families:
        families.insert(0, current)
    entries = [("", translate("Menus", "Default Chinese font"))]
    entries += [(family, family) for family in families]
    return [*entries, (OTHER_FONT, translate("Menus", "Other font and size…"))]


def encoding_entries(origin: Origin | None) -> list[Choice]:
    """Return the encodings to read a file again in; "" detects it."""
    from reader.formats.decode import offered_encodings  # not needed to start
    from reader.ui.document.encoding_names import encoding_label, encoding_name, encoding_words

    translate = QCoreApplication.translate
    detect = translate("Menus", "Detect automatically")
    if origin is not None and origin.how != "chosen":
        found = translate("Menus", "Detect automatically: {encoding}")
        detect = found.format(encoding=encoding_words(origin))
    offered = offered_encodings()
    entries = [("", detect), *((name, encoding_label(name, label)) for name, label in offered)]
    if origin is not None and origin.how == "chosen" and origin.encoding not in dict(offered):
        entries.append((origin.encoding, encoding_name(origin.encoding)))
    return entries
