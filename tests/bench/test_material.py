"""The material of the measurements: deterministic, and kept apart from what models learn."""

import pytest

from tests.bench import corpus, honest, sample


@pytest.fixture(scope="module")
def laws():
    if not corpus.available():
        pytest.skip("the corpus is not here")


def test_one_block_in_twenty_is_held_out():
    held = [index for index in range(80_000) if corpus.is_held_out(index)]
    assert len(held) == 4_000
    assert held[0] == 1_400
    assert held[199] == 1_599
    assert held[200] == 5_400


@pytest.mark.usefixtures("laws")
def test_paragraphs_to_damage_are_held_out_and_regular():
    texts = corpus.to_damage()
    held = set(corpus.held_out_paragraphs())
    assert len(set(texts)) == 500
    assert all(text in held and corpus.is_regular(text) for text in texts)


@pytest.mark.usefixtures("laws")
def test_what_is_looked_at_or_timed_is_not_scored():
    scored, seen, timed = map(set, (corpus.to_damage(), corpus.to_look_at(), corpus.to_time()))
    assert len(seen) == 500
    assert len(timed) > 3_000
    assert not scored & seen
    assert not (scored | seen) & timed
    assert not set(corpus.clean()) & set(corpus.clean(scored=False))
    assert not {text for text, _ in honest.paragraphs(200)} & {
        text for text, _ in honest.paragraphs(200, scored=False)
    }


@pytest.mark.usefixtures("laws")
def test_honest_parentheses_are_there_before_restoring():
    cases = honest.paragraphs(100)
    assert cases == honest.paragraphs(100)
    assert all(kept and not honest.missing(text, kept) for text, kept in cases)


@pytest.mark.parametrize(
    ("text", "regular"),
    [
        ("第一条，为了（试行）——“好”…", True),
        ("第一条,为了", False),
        ("第一条 为了", False),
        ("勞动", False),
        ("好?", False),
        ("&nbsp;好", False),
    ],
)
def test_irregular_paragraphs_are_left_out(text, regular):
    assert corpus.is_regular(text) is regular


def test_a_removed_parenthesis_is_missed_whatever_its_width():
    assert honest.missing("他（he）来了", ("(he)", "(GDP)")) == ["(GDP)"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [("動", "form 動"), ("好(hao)", "gloss (hao)"), ("好,我", "mark ,"), ("好 我", "space")],
)
def test_what_is_wrong_in_a_sample_is_named(text, entry):
    assert entry in sample.wrong(text)
