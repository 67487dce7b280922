"""What is said where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def removed_word() -> str:
    """Return what is said in place of a text that is empty."""
    return QCoreApplication.translate("RepairTable", "removed")
