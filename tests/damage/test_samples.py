"""The bundled samples are what their script makes of the clean texts."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["policy", "news"])
def test_a_sample_is_as_its_script_makes_it(name):
    make = runpy.run_path(str(ROOT / "resources" / "build" / "samples.py"))["make"]
    made = make(name)
    stored = (ROOT / "resources" / "samples" / f"{name}_damaged.txt").read_bytes()
    assert stored.decode("utf-8") == made.text
    assert made.truth == (ROOT / "tests" / "damage" / f"{name}.txt").read_text("utf-8")


def test_the_policy_sample_shows_a_gloss_that_slipped():
    sample = (ROOT / "resources" / "samples" / "policy_damaged.txt").read_text("utf-8")
    assert "人事?tīng)幾h調解" in sample.replace("(jie)", "").replace("(diao)", "")
