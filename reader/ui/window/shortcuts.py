"""The keys of actions: those of the table, or what the user chose instead; remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from reader.ui import settings
from reader.ui.settings import Settings
from reader.ui.window.actions import CommandId, specs

_Keys = tuple[QKeySequence, ...]
_BETWEEN = "\t"  # of several key sequences of one action, as they are stored
# One combination with a key that is held, or a function key.
_USABLE = re.compile(r"(Shift\+)?((Ctrl|Alt|Meta)\+)+(Shift\+)?([^,]+|,)|(Shift\+)?F[1-9]\d?")


class Shortcuts(QObject):
    """Gives the actions their keys; no two have the same."""

    changed = Signal()

    def __init__(
        self, actions: Mapping[CommandId, QAction], store: Settings, parent: QObject
    ) -> None:
        """`actions` are those of the table of actions, and others, which have no keys at first."""
        super().__init__(parent)
        self._actions = actions
        self._store = store
        self._defaults: dict[CommandId, _Keys] = dict.fromkeys(actions, ())
        for action_id, spec in specs().items():
            self._defaults[action_id] = tuple(map(QKeySequence, spec.shortcuts))
        self._chosen = self._load()
        self._apply()

    @property
    def actions(self) -> Mapping[CommandId, QAction]:
        """All that can have keys."""
        return self._actions

    def keys(self, action_id: CommandId) -> _Keys:
        """Return the key sequences of an action, the first one for menus."""
        return self._chosen.get(action_id, self._defaults[action_id])

    def is_chosen(self, action_id: CommandId) -> bool:
        """Tell if the user chose other keys than those of the table."""
        return action_id in self._chosen

    @property
    def has_chosen(self) -> bool:
        """Whether the user chose any keys."""
        return bool(self._chosen)

    def find_owner(self, keys: QKeySequence) -> CommandId | None:
        """Return the action that has these keys, None if they are free."""
        return next((one for one in self._defaults if keys in self.keys(one)), None)

    def choose(self, action_id: CommandId, keys: QKeySequence | None) -> None:
        """Give an action these keys alone, taken from whoever has them; None gives it none."""
        if keys is not None:
            self._take_away(keys, action_id)
        self._set(action_id, () if keys is None else (keys,))
        self._keep()

    def reset(self, action_id: CommandId) -> None:
        """Give an action the keys of the table again, taken from whoever has them."""
        for keys in self._defaults[action_id]:
            self._take_away(keys, action_id)
        self._chosen.pop(action_id, None)
        self._keep()

    def reset_all(self) -> None:
        """Give all actions the keys of the table again."""
        self._chosen.clear()
        self._keep()

    def _take_away(self, keys: QKeySequence, wanted_by: CommandId) -> None:
        owner = self.find_owner(keys)
        if owner is not None and owner != wanted_by:
            self._set(owner, tuple(one for one in self.keys(owner) if one != keys))

    def _set(self, action_id: CommandId, keys: _Keys) -> None:
        if keys == self._defaults[action_id]:
            self._chosen.pop(action_id, None)
        else:
            self._chosen[action_id] = keys

    def _load(self) -> dict[CommandId, _Keys]:
        """Return what was chosen; an action or keys that are not known any more count as not."""
        known = {action_id.name: action_id for action_id in self._defaults}
        chosen: dict[CommandId, _Keys] = {}
        for name, written in self._store.get(settings.SHORTCUTS).items():
            keys = tuple(map(QKeySequence, filter(None, written.split(_BETWEEN))))
            if name in known and all(map(is_usable, keys)):
                chosen[known[name]] = keys
        return chosen

    def _keep(self) -> None:
        form = QKeySequence.SequenceFormat.PortableText
        self._store.set(
            settings.SHORTCUTS,
            {
                action_id.name: _BETWEEN.join(one.toString(form) for one in keys)
                for action_id, keys in self._chosen.items()
            },
        )
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        taken: list[QKeySequence] = []
        for action_id, action in self._actions.items():
            # A new version may give an action the keys that the user gave to another.
            keys = [one for one in self.keys(action_id) if self._is_first(one, action_id)]
            action.setShortcuts([one for one in keys if one not in taken])
            taken += keys

    def _is_first(self, keys: QKeySequence, action_id: CommandId) -> bool:
        """Tell if keys are this action's: what the user chose comes before the table."""
        others = (one for one, chosen in self._chosen.items() if keys in chosen)
        owner = next(others, action_id)
        return owner == action_id


def is_usable(keys: QKeySequence) -> bool:
    """Tell if keys can call an action: single letters belong to the page and to fields."""
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return _USABLE.fullmatch(written) is not None
