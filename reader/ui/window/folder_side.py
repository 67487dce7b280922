"""The folder beside the pages: shown on request, told how far its documents are, remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui import settings
from reader.ui.document.recent import FolderProgress, RecentFiles
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.ui.folder import FolderPane
    from reader.ui.window.document_tab import DocumentTab


class FolderSide(QObject):
    """Keeps the folder pane, the list of recent folders and the open documents in step.

    The pane is made when a folder is first shown: most windows never show one.
    """

    def __init__(
        self,
        make_pane: Callable[[], FolderPane],
        recent: RecentFiles,
        store: Settings,
        parent: QObject,
    ) -> None:
        """`make_pane` makes a pane at its place in the window, with what it is connected to."""
        super().__init__(parent)
        self._make_pane = make_pane
        self._made: FolderPane | None = None
        self._recent = recent
        self._store = store

    @property
    def pane(self) -> FolderPane:
        """The pane."""
        if self._made is None:
            pane = self._made = self._make_pane()
            pane.hide()
            pane.closed.connect(pane.hide)
            pane.examined.connect(self._on_examined)
        return self._made

    @property
    def made(self) -> FolderPane | None:
        """The pane, None while no folder was ever shown."""
        return self._made

    def show_folder(self, folder: Path) -> None:
        """List the documents of a folder beside the page."""
        self._recent.add_folder(folder)
        self.pane.set_folder(folder)
        self.pane.show()
        self.pane.tree.setFocus()

    def tell(self, tab: DocumentTab, *, in_front: bool) -> None:
        """Show how far the document of a tab is, and mark the one in front."""
        if self._made is None:
            return
        request = tab.request
        path = self._made.listed_path(
            (request.path or request.page) if request is not None else None
        )
        if in_front and path != self._made.current:  # else the row the reader is at would be left
            self._made.set_current(path)
        if path is not None and tab.progress is not None:
            self._made.set_progress(path, tab.progress)

    def reopen(self) -> None:
        """Show the folder that was shown when the window was closed last, if it is still there."""
        name = self._store.get(settings.OPEN_FOLDER)
        if name and Path(name).is_dir():
            self.show_folder(Path(name))

    def keep_open(self) -> None:
        """Remember which folder is shown."""
        pane = self._made
        folder = pane.folder if pane is not None and pane.isVisible() else None
        self._store.set(settings.OPEN_FOLDER, str(folder.absolute()) if folder else "")

    def _on_examined(self, folder: Path, done: int, files: int, left: int) -> None:
        self._recent.keep_folder(folder, FolderProgress(done, files, left))
