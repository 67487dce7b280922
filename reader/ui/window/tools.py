"""The tools at the right of the menu bar: go on, look otherwise, open a panel."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: D102, N802

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from reader.ui.kinds import is_dark, theme_colour
from reader.ui.window.actions import ActionId
from reader.ui.window.pinyin_settings import PinyinSettings

_TIGHT = 980  # a window narrower than this (pixels) shows icons without words
_ROOMY = 1180  # one narrower than this does not name the mode of pinyin
_NARROW = 860  # and one narrower than this shows some tools only behind »
_GIVE = 12  # pixels that the edges of all buttons can give


class ToolRow(QWidget):
    """Buttons for actions of the table; each does what its action does."""

    def __init__(
        self, actions: Mapping[ActionId, QAction], pinyin: PinyinSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pinyin = pinyin
        pinyin.mode_changed.connect(self._say)
        self.setObjectName("tools")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 10, 4)
        self._row.setSpacing(4)
        self._worded: list[QToolButton] = []
        self._folding: list[QWidget] = []  # into »
        for action_id in (ActionId.PREVIOUS_REPAIR, ActionId.NEXT_REPAIR):
            self._add(_button(actions[action_id], self))
        self._folding.append(self._rule())
        self.marking = MarkingSwitch(actions[ActionId.QUIET], self)
        self._row.addWidget(self.marking)
        self._folding += (self.marking, self._rule())
        self.ruby = QToolButton(self)
        self.ruby.setMenu(pinyin.ruby_menu)
        self.ruby.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add(self.ruby)
        self._folding.append(self.ruby)
        for action_id in (ActionId.ORIGINAL, ActionId.FIND):
            button = _button(actions[action_id], self)
            self._add(button)
            self._folding.append(button)
        self.more = QToolButton(self)
        menu = QMenu(self.more)
        menu.addActions([actions[one] for one in (ActionId.QUIET, ActionId.ORIGINAL)])
        menu.addMenu(pinyin.ruby_menu)
        menu.addAction(actions[ActionId.FIND])
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add(self.more)
        self._rule()
        self.review = PanelButton(self)
        self.word = PanelButton(self)
        for button, action_id in ((self.review, ActionId.REVIEW), (self.word, ActionId.WORD)):
            button.setDefaultAction(actions[action_id])
            self._add(button, worded=True)
        self._say()

    def set_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Give the buttons without an action their icons: "pinyin" and "more"."""
        self.ruby.setIcon(icons["pinyin"])
        self.more.setIcon(icons["more"])

    def set_width(self, width: int, menus: int = 0) -> None:
        """Adapt to the width of the window and of its menus (pixels), which stay whole.

        Words go first, then tools go into »: Chinese menus and a count of 1,000 leave less room.
        """
        for least in sorted({_ROOMY, _TIGHT, _NARROW, 0}, reverse=True):
            if width >= least:
                self._show_as(least)
                if self.sizeHint().width() - _GIVE <= width - menus:
                    break

    def _show_as(self, width: int) -> None:
        """Show what there is room for in a window of some width."""
        narrow = width < _NARROW
        self.more.setVisible(narrow)
        for widget in self._folding:
            widget.setVisible(not narrow)
        style = Qt.ToolButtonStyle
        least = dict.fromkeys(self._worded, _TIGHT) | {self.ruby: _ROOMY}
        for button, wide in least.items():
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if width < wide else style.ToolButtonTextBesideIcon
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _add(self, button: QToolButton, *, worded: bool = False) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        if worded:
            self._worded.append(button)
        self._row.addWidget(button)

    def _rule(self) -> QWidget:
        rule = QFrame(self)
        rule.setObjectName("toolRule")
        rule.setFixedSize(1, 20)
        self._row.addSpacing(4)
        self._row.addWidget(rule)
        self._row.addSpacing(4)
        return rule

    def _say(self) -> None:
        self.ruby.setText(self._pinyin.mode_name)
        text = self.tr("Pinyin above text: {mode}").format(mode=self._pinyin.mode_name)
        self.ruby.setToolTip(text)
        menu = self._pinyin.ruby_menu.menuAction()
        menu.setText(self.tr("Pinyin above text"))
        self.ruby.setAccessibleName(self.ruby.toolTip())
        self.more.setToolTip(self.tr("More tools"))
        self.more.setAccessibleName(self.more.toolTip())


class MarkingSwitch(QFrame):
    """Quiet | Proof: what is marked on the page; both halves do what the action does."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("markingSwitch")
        self._action = action
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.quiet, self.proof = QToolButton(self), QToolButton(self)
        for button in (self.quiet, self.proof):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.quiet.clicked.connect(lambda: self._choose(quiet=True))
        self.proof.clicked.connect(lambda: self._choose(quiet=False))
        action.toggled.connect(self._show)
        self._show(action.isChecked())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _choose(self, *, quiet: bool) -> None:
        if quiet != self._action.isChecked():
            self._action.trigger()
        self._show(self._action.isChecked())

    def _show(self, quiet: bool) -> None:
        self.quiet.setChecked(quiet)
        self.proof.setChecked(not quiet)

    def _say(self) -> None:
        self.quiet.setText(self.tr("Quiet"))
        self.proof.setText(self.tr("Proof"))
        self.quiet.setToolTip(self.tr("Mark only what is unsure, undecided or decided by hand (V)"))
        self.proof.setToolTip(self.tr("Mark every place that was replaced (V)"))


class PanelButton(QToolButton):
    """Opens a panel; beside its name stands how many places wait there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def set_count(self, count: int) -> None:
        """Say how many places wait; none are not worth a word."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()

    @property
    def _is_worded(self) -> bool:
        return self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        badge = self._badge_width() + 6 if self._count and self._is_worded else 0
        return QSize(hint.width() + badge, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = is_dark(self.window().palette())  # a style sheet changes that of a button
        pen = QPen(theme_colour("und", dark=dark), 1.2)
        pen.setDashPattern([2.5, 1.8])
        painter.setPen(pen)
        painter.setBrush(theme_colour("und_fill", dark=dark))
        if not self._is_worded:  # no room for a number
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_colour("und", dark=dark))
            painter.drawEllipse(QRectF(self.width() - 12, 5, 7, 7))
            return
        width = self._badge_width()
        box = QRectF(self.width() - width - 7, (self.height() - 18) / 2, width, 18)
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(theme_colour("und", dark=dark))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words())
        painter.end()

    def _words(self) -> str:
        return str(self.locale().toString(self._count))

    def _badge_width(self) -> int:
        return max(18, self.fontMetrics().horizontalAdvance(self._words()) + 12)


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    return button
