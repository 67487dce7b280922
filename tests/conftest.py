"""Shared by all tests: no display is needed, and where the training material lies if it is here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.command import CLEAN, DAMAGED

# A first call that loads a dictionary takes longer than any deadline; the same examples each time,
# so that a run on a new machine fails only for what was changed.
settings.register_profile("jingdu", deadline=None, derandomize=True)
settings.load_profile("jingdu")

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; see reader/__main__.py

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    # Qt aborts the interpreter when it finds no display and was not told to do without.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the training material; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the training material is not here")
    return SHARED


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """Return a clean file in GBK."""
    path = tmp_path / "law.txt"
    path.write_bytes(CLEAN.encode("gbk"))
    return path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a damaged file in UTF-8."""
    path = tmp_path / "page.txt"
    path.write_bytes(DAMAGED.encode())
    return path
