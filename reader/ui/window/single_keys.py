"""Keys without Ctrl that the page and the panels hear; the list of shortcuts shows them.

They are no actions of a menu: a field that has the focus keeps them, and they mean something only
where they are listed.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class SingleKey(NamedTuple):
    """What some keys do; `keys` are as they are printed on the keyboard."""

    does: str
    keys: str


class KeyGroup(NamedTuple):
    """Keys that are heard in one part of the window."""

    title: str
    keys: tuple[SingleKey, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """Return all groups in the language of the moment."""
    translate = QCoreApplication.translate
    return (
        KeyGroup(
            translate("Keys", "Review"),
            (
                SingleKey(translate("Keys", "Next, previous place"), "J, Shift+J"),
                SingleKey(translate("Keys", "Accept"), translate("Keys", "A, Enter")),
                SingleKey(
                    translate("Keys", "Keep the original"), translate("Keys", "R, Backspace")
                ),
                SingleKey(translate("Keys", "Choose an alternative"), "1–9"),
                SingleKey(translate("Keys", "Type a replacement"), "E"),
                SingleKey(translate("Keys", "Note"), "M"),
                SingleKey(translate("Keys", "The whole group"), "G"),
                SingleKey(translate("Keys", "All like this"), "L"),
                SingleKey(translate("Keys", "Undo and go back"), "Z"),
                SingleKey(translate("Keys", "Sort by place or confidence"), "W"),
                SingleKey(translate("Keys", "Search repairs"), "/"),
                SingleKey(translate("Keys", "Back to the page"), "Esc"),
            ),
        ),
        KeyGroup(
            translate("Keys", "Reading"),
            (
                SingleKey(translate("Keys", "Quiet or Proof"), "V"),
                SingleKey(translate("Keys", "Show or hide the original"), "O"),
                SingleKey(translate("Keys", "Read aloud, stop"), "S"),
                SingleKey(translate("Keys", "Translate this sentence"), "Shift+T"),
                SingleKey(translate("Keys", "Zoom"), translate("Keys", "Ctrl+mouse wheel")),
                SingleKey(translate("Keys", "Select text"), translate("Keys", "Shift+arrows")),
                SingleKey(translate("Keys", "Close the find bar or the popup"), "Esc"),
            ),
        ),
        KeyGroup(
            translate("Keys", "Learning (word panel or list in front)"),
            (
                SingleKey(translate("Keys", "Next, previous word"), "→, ←"),
                SingleKey(translate("Keys", "Next, previous sentence"), "↓, ↑"),
                SingleKey(translate("Keys", "Next, previous new word"), "N, Shift+N"),
                SingleKey(translate("Keys", "New, learning, known, ignored"), "0, 1–4, K, I"),
                SingleKey(translate("Keys", "Join with the next, previous word"), "J, Shift+J"),
                SingleKey(translate("Keys", "Split the word; press again for another way"), "X"),
                SingleKey(translate("Keys", "Bookmark"), "B"),
                SingleKey(translate("Keys", "Note"), "Shift+M"),
                *_looks(),
                SingleKey(translate("Keys", "Undo"), "Z"),
            ),
        ),
        KeyGroup(
            translate("Keys", "List of words"),
            (
                *_looks(),
                SingleKey(translate("Keys", "New, learning, known, ignored"), "0, 1–4, K, I"),
                SingleKey(translate("Keys", "Undo"), "Z"),
                SingleKey(translate("Keys", "Show the word"), translate("Keys", "Enter")),
                SingleKey(translate("Keys", "Search words"), "/"),
                SingleKey(translate("Keys", "Back to the page"), "Esc"),
            ),
        ),
        KeyGroup(
            translate("Keys", "Library"),
            (
                SingleKey(translate("Keys", "Open the document"), translate("Keys", "Enter")),
                SingleKey(translate("Keys", "Remove from the library"), translate("Keys", "Del")),
                SingleKey(translate("Keys", "Undo"), "Z"),
                SingleKey(translate("Keys", "Search the library"), "/"),
                SingleKey(translate("Keys", "Next, previous value in a chart"), "→, ←, ↓, ↑"),
                SingleKey(translate("Keys", "Close the library"), "Esc"),
            ),
        ),
        KeyGroup(
            translate("Keys", "Comparison"),
            (
                SingleKey(translate("Keys", "Next, previous difference"), "J, Shift+J"),
                SingleKey(translate("Keys", "Use other copy"), "T"),
                SingleKey(translate("Keys", "Keep this text"), "R"),
                SingleKey(translate("Keys", "Close the comparison"), "Esc"),
            ),
        ),
    )


def _looks() -> tuple[SingleKey, ...]:
    """Return the keys that change how the page looks to a learner."""
    translate = QCoreApplication.translate
    return (
        SingleKey(translate("Keys", "Next pinyin mode"), "P"),
        SingleKey(translate("Keys", "Tone colours: pinyin, characters, off"), "T"),
        SingleKey(translate("Keys", "Glosses under the words"), "D"),
    )
