"""Identifies the engine: the version of Jingdu, and hashes of its code and of its tables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from reader.review.journal import Engine
from reader.text.resources import installed_version, resource_path

# The folders that determine how a text is restored; pronunciation does not count.
_CODE = tuple(
    f"{floor}/**/*.py" for floor in ("text", "language", "codepages", "repair", "formats")
)
_RULES = "+rules:"
_TABLES = (".tsv", ".bin", ".npz")


@cache
def this_engine() -> Engine:
    """Return the identity of the running engine; reads all its files once (about 50 ms).

    The code is hashed, too, because a clone gets new code under the same version.
    """
    package = Path(__file__).resolve().parents[1]
    code = [path for pattern in _CODE for path in package.glob(pattern)]
    tables = [one for one in resource_path("data").iterdir() if one.suffix in _TABLES]
    digest = _hash_files(
        code, package, f"OpenCC {installed_version('opencc-python-reimplemented') or '0'}"
    )
    return Engine(
        f"{installed_version('jingdu') or '0'}+{digest[:12]}",
        _hash_files(tables, resource_path("data")),
    )


def with_rules(engine: Engine, rules: str) -> Engine:
    """Return the identity of an engine that restores by rules of the user.

    `rules` is the fingerprint of their set, empty without any. What other rules restored would read
    otherwise now, just as what other tables restored.
    """
    return engine._replace(data=f"{engine.data}{_RULES}{rules}") if rules else engine


def rules_of(engine: Engine) -> str:
    """Return the fingerprint of the rules of the user that an engine restored by, "" for none."""
    return engine.data.partition(_RULES)[2]


def _hash_files(paths: Iterable[Path], root: Path, more: str = "") -> str:
    found = sha256(more.encode())
    for path in sorted(paths):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
