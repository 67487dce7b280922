"""The examples in docstrings are true."""

import doctest
import importlib

import pytest

MODULES = (
    "reader.language.characters",
    "reader.language.glosses",
    "reader.language.syllables",
    "reader.pinyin.pronounce",
    "reader.pinyin.spelling",
    "reader.repair.pipeline",
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed
