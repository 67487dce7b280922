"""How the user likes to read: font, zoom, sides, kinds, colours, language; remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMainWindow

from reader.text.kinds import RepairKind
from reader.ui import settings
from reader.ui.panes.marking import Marking
from reader.ui.parts.fonts import chinese_families
from reader.ui.settings import Settings
from reader.ui.window.language import Languages
from reader.ui.window.menus import (
    OTHER_FONT,
    ChoiceMenu,
    font_entries,
    language_entries,
    speed_entries,
    theme_entries,
)
from reader.ui.window.panels import Panel
from reader.ui.window.theme import Theme, ThemeChoice
from reader.ui.window.use_choice import Use

if TYPE_CHECKING:
    from reader.ui.questions import Questions
    from reader.ui.window.document_page import DocumentPage

_LEARNER_SIZE = 16.5  # points: 22 pixels on most screens


def hidden_kinds(store: Settings) -> frozenset[RepairKind]:
    """Return the kinds of repairs that were switched off."""
    hidden = store.get(settings.HIDDEN_KINDS)
    return frozenset(kind for kind in RepairKind if kind.value in hidden)


class Preferences(QObject):
    """Applies and remembers how the user likes to read; most of it is chosen in menus."""

    def __init__(
        self,
        store: Settings,
        theme: Theme,
        languages: Languages,
        pages: Callable[[], Iterable[DocumentPage]],
        questions: Questions,
        window: QMainWindow,
    ) -> None:
        """`pages` gives all that are open; what is chosen holds for each of them."""
        super().__init__(window)
        self._store = store
        self._theme = theme
        self._languages = languages
        self._pages = pages
        self._questions = questions
        self._window = window
        self.font_menu = ChoiceMenu(
            lambda: font_entries(store.get(settings.FONT_FAMILY)),
            lambda: store.get(settings.FONT_FAMILY),
            window,
        )
        self.speed_menu = ChoiceMenu(
            speed_entries, lambda: str(float(store.get(settings.SPEED))), window
        )
        self.theme_menu = ChoiceMenu(theme_entries, lambda: theme.choice.value, window)
        self.language_menu = ChoiceMenu(language_entries, lambda: languages.choice, window)
        self.font_menu.chosen.connect(self._on_font)
        self.speed_menu.chosen.connect(self._on_speed)
        self.theme_menu.chosen.connect(self._on_theme)
        self.language_menu.chosen.connect(self._on_language)

    def apply_to(self, page: DocumentPage) -> None:
        """Show a page as pages were read last."""
        store, panes = self._store, page.panes
        panes.set_text_font(store.get(settings.FONT_FAMILY), store.get(settings.FONT_SIZE))
        panes.set_zoom(store.get(settings.ZOOM))
        panes.set_swapped(store.get(settings.SWAPPED))
        panes.set_ratio(store.get(settings.RATIO))
        panes.set_marking(self.marking())
        panes.marking_changed.connect(self._on_marking)

    def set_up_for(self, use: Use) -> None:
        """Set the first view after what the window is used for; all of it can be changed later."""
        store, learns = self._store, use is Use.LEARN
        store.set(settings.USE, use.value)
        store.set(settings.MARKING, (Marking.QUIET if learns else Marking.PROOF).value)
        store.set(settings.PANEL, (Panel.WORD if learns else Panel.REVIEW).value)
        if learns and store.get(settings.FONT_SIZE) == settings.FONT_SIZE.default:
            store.set(settings.FONT_SIZE, _LEARNER_SIZE)
        for page in self._pages():
            page.panes.set_text_font(store.get(settings.FONT_FAMILY), store.get(settings.FONT_SIZE))
            page.panes.set_marking(self.marking())

    def keep(self, page: DocumentPage) -> None:
        """Remember what has no entry in a menu: it was changed on the page itself."""
        store, panes = self._store, page.panes
        store.set(settings.ZOOM, panes.zoom())
        store.set(settings.RATIO, panes.ratio())
        store.set(settings.SWAPPED, panes.is_swapped())
        hidden = frozenset(RepairKind) - page.legend.shown()
        store.set(settings.HIDDEN_KINDS, sorted(kind.value for kind in hidden))

    def marking(self) -> Marking:
        """Return what is marked on a page."""
        markings = {marking.value: marking for marking in Marking}
        return markings.get(self._store.get(settings.MARKING), Marking.PROOF)

    def _on_marking(self, marking: Marking) -> None:
        self._store.set(settings.MARKING, marking.value)
        for page in self._pages():
            page.panes.set_marking(marking)

    def _on_speed(self, speed: str) -> None:
        self._store.set(settings.SPEED, float(speed))

    def _on_font(self, family: str) -> None:
        size = self._store.get(settings.FONT_SIZE)
        if family == OTHER_FONT:
            # The best for Chinese is not the window's own: who wants a size only keeps it.
            families = [*chinese_families(), self._window.font().family()]
            best, chosen = families[0], self._store.get(settings.FONT_FAMILY)
            current = QFont(chosen or best)
            current.setPointSizeF(size)
            font = self._questions.font(self._window, current)
            if font is None:
                return
            family, size = font.family(), font.pointSizeF()
            if family == best and not chosen:
                family = ""
        self._store.set(settings.FONT_FAMILY, family)
        self._store.set(settings.FONT_SIZE, size)
        for page in self._pages():
            page.panes.set_text_font(family, size)

    def _on_theme(self, choice: str) -> None:
        self._store.set(settings.THEME, choice)
        self._theme.choose(ThemeChoice(choice))

    def _on_language(self, choice: str) -> None:
        self._store.set(settings.LANGUAGE, choice)
        self._languages.choose(choice)
