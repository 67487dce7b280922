"""What comes with Jingdu: the files under resources/, and which versions are installed."""

from __future__ import annotations

from importlib.util import find_spec
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


def package_file(package: str, *parts: str) -> Path:
    """Return the path of a file that comes with another package, which is not imported."""
    # importlib.resources brings archives, compression and random numbers.
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"the package {package} is missing; reinstall jingdu")
    return Path(found.submodule_search_locations[0]).joinpath(*parts)


def installed_version(name: str) -> str:
    """Return the version of an installed distribution, empty where it is run without one."""
    # Here and not above: it reads e-mail headers, and takes longer than the rest of the window.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:  # a folder that was never installed
        return ""
