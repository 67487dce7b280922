"""What comes with Jingdu: the files under resources/, and which versions are installed."""

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


def installed_version(name: str) -> str:
    """Return the version of an installed distribution, empty where it is run without one."""
    # Here and not above: it reads e-mail headers, and takes longer than the rest of the window.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:  # a folder that was never installed
        return ""
