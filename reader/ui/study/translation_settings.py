"""The translation server as the settings have it, and where text may be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui import settings
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.study.translator import LibreTranslate


class TranslationSettings:
    """Reads and writes them; a consent belongs to one address."""

    def __init__(self, store: Settings) -> None:
        self._store = store

    @property
    def address(self) -> str:
        """The address as it was set; empty for none."""
        return self._store.get(settings.TRANSLATOR)

    @property
    def key(self) -> str:
        """The key that the server asks for; empty for none."""
        return self._store.get(settings.TRANSLATOR_KEY)

    def server(self) -> LibreTranslate | None:
        """Return the server, None if none is set. Raises ReaderError for a bad address."""
        if not self.address:
            return None
        from reader.study.translator import LibreTranslate  # not needed to start

        return LibreTranslate(self.address, self.key)

    def set_server(self, address: str, key: str) -> None:
        """Set the address, as `clean_address` gives it, and the key; both empty for none."""
        self._store.set(settings.TRANSLATOR, address)
        self._store.set(settings.TRANSLATOR_KEY, key if address else "")

    def may_send(self, address: str) -> bool:
        """Tell whether the user has allowed sending text there."""
        return bool(address) and address in self._store.get(settings.TRANSLATOR_ALLOWED)

    def allow(self, address: str) -> None:
        """Remember that text may be sent there."""
        allowed = self._store.get(settings.TRANSLATOR_ALLOWED)
        if address not in allowed:
            self._store.set(settings.TRANSLATOR_ALLOWED, [*allowed, address])

    def withdraw(self, address: str) -> None:
        """Ask again before anything is sent there."""
        allowed = self._store.get(settings.TRANSLATOR_ALLOWED)
        self._store.set(settings.TRANSLATOR_ALLOWED, [one for one in allowed if one != address])
