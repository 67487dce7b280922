"""An attempt that came too early says with which allowances it would have come out the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader import MECHANISMS
from reader.language.ngram import character_model
from reader.language.recurrence import Recurrence
from reader.repair.attempt import Attempt, ParagraphRestorer
from reader.repair.budget import Allowance
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.profile import profile_document
from tests.damage.noise import sample

_MANY = 1_000_000  # steps
NOISE, QUESTIONS, SLIPS = (
    text
    for _, text in sample(
        150,
        [
            "random common hanzi",
            "Chinese, a question mark for 5 % of it",
            "one byte missing in each line",
        ],
    )
)


def _restorer(text: str) -> ParagraphRestorer:
    model = character_model()
    profile = profile_document(text, model)
    context = Context(
        model, profile=profile, recurrence=Recurrence(text, model), may_be_out_of_step=True
    )
    paragraph = [one for one in MECHANISMS if one.layer is Layer.PARAGRAPH]
    return ParagraphRestorer(text, context, paragraph, (), ())


def _attempt(text: str, characters: int, steps: int = _MANY) -> Attempt:
    return _restorer(text).restore(0, len(text), Allowance(characters, steps))


def test_what_is_not_searched_holds_with_any() -> None:
    attempt = _attempt("推動(dòng)勞動(dòng)關(guān)係", 200)
    assert attempt.holds
    assert attempt.holds_with(Allowance(0, 0))


def test_stretch_notes_with_which_allowances_it_answers_the_same() -> None:
    stretch = Stretch("", allowance=100)
    assert stretch.may_spend(30)
    assert stretch.may_spend(40, 20)
    assert not stretch.may_spend(50, 80)
    assert (stretch.enough, stretch.too_much) == (60, 130)


@pytest.mark.parametrize("characters", [0, 4, 9, 20, 150, 200])
@pytest.mark.parametrize("steps", [0, 1_000, 12_000, _MANY])
@pytest.mark.parametrize("text", [NOISE, QUESTIONS, SLIPS])
def test_attempt_that_holds_is_what_comes_out(text: str, characters: int, steps: int) -> None:
    early = _attempt(text, 200)
    then = _attempt(text, characters, steps)
    if early.holds_with(Allowance(characters, steps)):
        assert _said(then) == _said(early)


@pytest.mark.parametrize("text", [NOISE, QUESTIONS, SLIPS])
def test_attempt_does_not_hold_where_nothing_may_be_searched(text: str) -> None:
    early = _attempt(text, 200)
    assert early.taken.steps
    assert not early.holds_with(Allowance(0, _MANY))
    assert not early.holds_with(Allowance(200, 0))


@pytest.mark.parametrize("text", [NOISE, QUESTIONS, SLIPS])
def test_a_little_less_than_usual_is_enough(text: str) -> None:
    """Something was searched in vain before most paragraphs of a page that has lost bytes."""
    assert _attempt(text, 200).holds_with(Allowance(190, _MANY))


def _said(attempt: Attempt) -> Sequence[object]:
    return attempt.kept, attempt.ballots, attempt.taken
