"""Finds the files under resources/, in a checkout as in an installed wheel."""

from __future__ import annotations

from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a file or folder under resources/.

    A wheel holds the folder inside the package; a checkout beside it. Raises FileNotFoundError
    if neither has it.
    """
    package = Path(__file__).resolve().parents[1]
    for root in (package / "resources", package.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{'/'.join(parts)} is missing; reinstall jingdu")
