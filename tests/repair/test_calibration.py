"""How sure a repair says it is, and how often it is right."""

from difflib import SequenceMatcher
from random import Random

import pytest

from reader import RepairKind, restore
from reader.repair.calibration import in_context, probability_of, ratio_of
from tests.bench import corpus
from tests.damage.styles import STYLES

SENTENCES = corpus.LAWS.with_name("cpp_dev.sent")
LIMITS = (0.5, 0.8, 0.95, 1.0)


def test_a_margin_is_worth_less_than_it_seems():
    """Trigram costs overstate what they know: e to the 4th would be 98 %."""
    assert in_context(0) == 0.5
    assert 0.8 < in_context(4) < 0.9
    assert 0.92 < in_context(7) < 0.98
    assert in_context(100) == 0.99


@pytest.mark.parametrize("probability", [0.0, 0.1, 0.4, 0.5, 0.85, 0.95, 0.99, 1.0])
def test_a_ratio_says_what_the_probability_said(probability):
    assert probability_of(ratio_of(probability)) == probability


def places_wrong(text, truth):
    wrong = set()
    for tag, start, end, _, _ in SequenceMatcher(None, text, truth, False).get_opcodes():
        if tag != "equal":
            wrong.update(range(start, max(end, start + 1)))
    return wrong


@pytest.fixture(scope="module")
def judged():
    """Return (confidence, right) of every repair of a form in damaged encyclopedia texts."""
    if not SENTENCES.is_file():
        pytest.skip("the sentences are not here")
    lines = SENTENCES.read_text("utf-8").replace("▁", "").splitlines()
    sentences = [line for line in lines if len(line) > 20][:2400]
    found = []
    for style in ("variants", "traditional"):
        for number in range(0, len(sentences), 4):
            text = "\n".join(sentences[number : number + 4])
            case = STYLES[style](text, Random(f"judged {number}"))
            document = restore(case.text)
            wrong = places_wrong(document.text, case.truth)
            found += [
                (repair.confidence, repair.clean_start not in wrong)
                for repair in document.repairs
                if repair.applied and repair.kind in (RepairKind.VARIANT, RepairKind.SCRIPT)
            ]
    return found


@pytest.mark.parametrize("number", range(len(LIMITS) - 1))
def test_a_repair_is_right_as_often_as_it_says(judged, number):
    low, high = LIMITS[number : number + 2]
    within = [one for one in judged if low <= one[0] < high]
    assert len(within) > 60
    said = sum(confidence for confidence, _ in within) / len(within)
    right = sum(right for _, right in within) / len(within)
    assert abs(right - said) < 0.12, f"{right:.1%} of {len(within)} are right, {said:.1%} was said"
