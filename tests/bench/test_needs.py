"""The bench says which corpora are missing, and measures nothing without them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import needs

ROOT = Path(__file__).resolve().parents[2]


def bench(shared: Path, *sections: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.bench", *sections],
        cwd=ROOT,
        env={**os.environ, "JINGDU_SHARED": str(shared)},
        capture_output=True,
        text=True,
    )


def test_each_missing_corpus_has_its_line(tmp_path):
    done = bench(tmp_path, "slips", "engine")
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    (laws,) = [line for line in lines if needs.LAWS in line]
    assert str(tmp_path / needs.LAWS) in laws
    assert laws.endswith("needed by slips, engine")
    assert any(needs.SAMPLE in line and line.endswith("needed by engine") for line in lines)
    assert all(line.startswith("missing corpus ") for line in lines)


def test_a_section_that_does_not_exist_is_refused(tmp_path):
    done = bench(tmp_path, "nothing")
    assert done.returncode == 2
    assert "no section nothing" in done.stderr
    assert "slips" in done.stderr


def test_what_is_there_is_not_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.bench.corpus.SHARED", tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / needs.LAWS).touch()
    assert list(needs.missing([needs.LAWS, needs.WORDS, needs.WORDS])) == [needs.WORDS]


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("bench_*.py")))
def test_a_section_that_reads_a_corpus_says_so(path):
    source = path.read_text("utf-8")
    # A word at the end of a sentence reads nothing.
    if re.search(r"\b(?:corpus|genres|pages|questions|honest|cuts)\.\w|sample\.SAMPLE", source):
        assert "\nNEEDS = " in source
