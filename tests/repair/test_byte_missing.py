"""One byte missing in a file without line ends: all that is behind it is out of step."""

from difflib import SequenceMatcher
from pathlib import Path
from time import process_time

import pytest

from reader import restore
from tests.damage.missing_byte import without_byte

DAMAGE = Path(__file__).parents[1] / "damage"
LINES = [
    line
    for name in ("news.txt", "policy.txt")
    for line in (DAMAGE / name).read_text("utf-8").splitlines()
]
HANZI_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
PLAIN = [
    "".join(char for char in line.translate(HANZI_DIGITS) if char >= "\x80")
    for line in LINES
    if line
]
BEGINS = 3  # the paragraph in which the byte is missing


def novel(count: int) -> tuple[str, str]:
    """Return `count` paragraphs as a text, and as it is read where a byte is missing."""
    paragraphs = [PLAIN[number % len(PLAIN)] for number in range(count)]
    text = "".join(f"　　{one}" for one in paragraphs)
    at = len("".join(f"　　{one}" for one in paragraphs[:BEGINS])) + 12
    return text, without_byte(text, at)


def closeness(one: str, other: str) -> float:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(one)


@pytest.fixture(scope="module")
def read_again():
    text, damaged = novel(12)
    return text, damaged, restore(damaged)


def test_all_that_is_behind_a_missing_byte_is_read(read_again):
    text, damaged, document = read_again
    assert closeness(text, damaged) < 0.5
    assert closeness(text, document.text) > 0.9
    assert document.rebuild_source() == damaged


def test_what_is_before_it_stays(read_again):
    text, _, document = read_again
    slips = [one for one in document.repairs if one.applied]
    before = len("".join(f"　　{one}" for one in PLAIN[:BEGINS]))
    assert abs(slips[0].source_start - before - 12) <= 3
    assert document.text[:before] == text[:before]


def test_the_explanation_says_how_much_was_out_of_step(read_again):
    _, damaged, document = read_again
    found = [
        reason
        for one in document.repairs
        for reason in one.evidence
        if reason.code == "byte_missing"
    ]
    assert found
    (count,) = found[0].args
    assert isinstance(count, int)
    assert count > len(damaged) / 3


def test_the_time_grows_with_the_text_only(read_again):
    """It took minutes where each place was searched anew, or the network was asked everywhere."""

    def seconds(damaged: str) -> float:
        begun = process_time()
        restore(damaged)
        return process_time() - begun

    short, long = novel(8)[1], novel(24)[1]
    restore(short)
    assert seconds(long) < 6 * seconds(short) + 1


@pytest.mark.parametrize("count", [12, 24])
def test_the_same_without_a_missing_byte_stays(count):
    text = novel(count)[0]
    document = restore(text)
    assert document.text == text
    assert not [one for one in document.repairs if one.rule == "slip.byte"]
