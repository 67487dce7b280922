"""The documents of a folder beside the page: which of them still need a person."""

from reader.ui.folder.pane import FolderPane

__all__ = ["FolderPane"]
