"""The clean text beside the original, always in step: view, layout, painting, the card.

Everything here knows a document and its repairs, but neither menus and files (`window`,
`document`) nor who saves what is decided (`review`): it says by signals what the user wants.
"""

from reader.ui.panes.panes import DocumentPanes
from reader.ui.panes.ruby import RubyMode

__all__ = ["DocumentPanes", "RubyMode"]
