"""The keys of reviewing: one key, one thing done. A table from keys to commands."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key


class ReviewCommand(Enum):
    """What a key does in review mode."""

    NEXT = auto()
    PREVIOUS = auto()
    ACCEPT = auto()
    KEEP = auto()
    TYPE = auto()
    NOTE = auto()
    GROUP = auto()
    LIKE = auto()
    ORDER = auto()
    SEARCH = auto()
    LEAVE = auto()


KEYS = {
    _Key.Key_J: ReviewCommand.NEXT,
    _Key.Key_A: ReviewCommand.ACCEPT,
    _Key.Key_Return: ReviewCommand.ACCEPT,
    _Key.Key_Enter: ReviewCommand.ACCEPT,
    _Key.Key_R: ReviewCommand.KEEP,
    _Key.Key_Backspace: ReviewCommand.KEEP,
    _Key.Key_E: ReviewCommand.TYPE,
    _Key.Key_M: ReviewCommand.NOTE,
    _Key.Key_G: ReviewCommand.GROUP,
    _Key.Key_L: ReviewCommand.LIKE,
    _Key.Key_W: ReviewCommand.ORDER,
    _Key.Key_Slash: ReviewCommand.SEARCH,
    _Key.Key_Escape: ReviewCommand.LEAVE,
}
STEPS = frozenset((ReviewCommand.NEXT, ReviewCommand.PREVIOUS))
"""What a key that is held down may do again and again."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def command_of(event: QKeyEvent) -> ReviewCommand | int | None:
    """Return what a key does: a command, or the number of an alternative, or None.

    Only J has a meaning with Shift; with Ctrl or Alt a key belongs to the menus.
    """
    modifiers = event.modifiers() & ~_KEYPAD
    key = _Key(event.key())
    if modifiers == _SHIFT and key is _Key.Key_J:
        return ReviewCommand.PREVIOUS
    if event.text() == "/" and modifiers in (_SHIFT, Qt.KeyboardModifier.NoModifier):
        return ReviewCommand.SEARCH  # on a German keyboard the slash is on Shift+7
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if _Key.Key_1 <= key <= _Key.Key_9:
        return int(key) - int(_Key.Key_0)
    return KEYS.get(key)
