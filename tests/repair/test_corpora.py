"""What must hold of real damaged paragraphs: restoring twice, in any order, and back again.

`python -m tests.bench properties` asks the same of many more.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import restore
from tests.bench import genres
from tests.damage import properties
from tests.damage.styles import STYLES

HURRIED = settings(deadline=None, max_examples=4)
TEXTS = 100  # paragraphs of a genre, of which each example takes a few in a row
STYLE = st.sampled_from(sorted(STYLES))
SEED = st.integers(0, 1000)
START = st.integers(0, TEXTS - 4)


@pytest.fixture(scope="module", params=genres.GENRES)
def genre(request) -> str:
    if not genres.path(request.param).is_file():
        pytest.skip(f"{request.param}: the corpus is not here")
    return request.param


def damage_paragraphs(genre: str, style: str, start: int, count: int, seed: int) -> list[str]:
    return genres.damage(genres.paragraphs(genre, TEXTS)[start : start + count], style, seed)


@HURRIED
@given(style=STYLE, start=START, seed=SEED)
def test_what_was_certain_is_not_changed_again(genre, style, start, seed):
    document = restore("\n".join(damage_paragraphs(genre, style, start, 3, seed)))
    assert not properties.changed_again(document)


@HURRIED
@given(style=STYLE, start=START, seed=SEED)
def test_paragraphs_come_out_alike_in_any_order(genre, style, start, seed):
    paragraphs = damage_paragraphs(genre, style, start, 4, seed)
    order = Random(seed).sample(range(len(paragraphs)), len(paragraphs))
    torn = style in properties.TORN
    assert not properties.unlike_in_order(paragraphs, order, torn=torn)


@HURRIED
@given(style=STYLE, start=START, seed=SEED)
def test_the_source_can_be_rebuilt(genre, style, start, seed):
    source = "\n".join(damage_paragraphs(genre, style, start, 3, seed))
    assert not properties.not_rebuilt(restore(source), source)
