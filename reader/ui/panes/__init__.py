"""The two reading panes as one widget: the clean text beside the original, always in step."""

from reader.ui.panes.panes import ReadingPanes
from reader.ui.panes.ruby import RubyMode

__all__ = ["ReadingPanes", "RubyMode"]
