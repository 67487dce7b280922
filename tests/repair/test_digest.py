"""A first screen is made from a digest of a long document, and reads as the whole will."""

from pathlib import Path
from random import Random

import pytest

from reader.formats.open import text_of
from reader.repair.digest import make_digest
from reader.repair.pipeline import preview, restore
from reader.text.resources import resource_path
from tests.damage.styles import STYLES

_CLEAN = Path(__file__).parents[1] / "damage" / "policy.txt"
_POLICY = resource_path("samples", "policy_damaged.txt").read_text("utf-8")
_AROUND = 1_000  # code points; less than what a first screen takes in


def damaged(style: str, *, joined_by: str = "\n") -> str:
    """Return some 60,000 code points of damaged lines."""
    lines = _CLEAN.read_text("utf-8").splitlines()
    lines = [line for line in lines if len(line) > 9]
    random = Random(style)
    made = [STYLES[style](line, random).text for line in lines]
    return joined_by.join(made * (60_000 // len("".join(made)) + 1))


@pytest.mark.parametrize("style", ["glosses", "traditional", "marks", "tags", "variants"])
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_first_screen_reads_as_the_whole(style, share):
    text = damaged(style)
    near = int(share * len(text))
    part, whole = preview(text, near=near), restore(text)
    low, high = max(0, near - _AROUND), min(len(text), near + _AROUND)
    low = text.rfind("\n", 0, low) + 1
    assert (
        part.text[slice(*part.clean_span(low, high))]
        == whole.text[slice(*whole.clean_span(low, high))]
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "", "\u2028"])
def test_nothing_is_lost_at_the_edges_of_the_part(end):
    """A file of one line, too, has a part and a rest."""
    text = damaged("glosses", joined_by=end)
    for near in range(0, len(text), 7_001):
        part = preview(text, near=near)
        assert part.rebuild_source() == text
        assert sum(one.lengths[0] for one in part.paragraphs) == len(text)
        assert part.source_span(0, len(part.text)) == (0, len(text))


def test_only_the_part_is_restored():
    text = damaged("glosses")
    near = len(text) // 2
    places = [repair.source_start for repair in preview(text, near=near).repairs]
    assert places
    assert near - 4_000 < places[0] < near < places[-1] < near + 6_000


def test_a_short_text_has_no_digest():
    assert make_digest(_POLICY, 0, 1_000) is None


def test_cut_characters_in_the_part_are_known_by_their_bytes():
    """Of 劳, E5 8A B3, the bytes E5 8A are left; the offsets of the document are not the part's."""
    lines = ["我们要坚持以人民为中心的发展思想，全面推动劳动关系和谐。\n"] * 3_000
    data = bytearray("".join(lines).encode())
    line = len(lines[0].encode())
    at = 2_000 * line + data[:line].index("劳".encode())
    del data[at + 2]
    text, origin = text_of(bytes(data), None)
    near = 2_000 * len(lines[0])
    part, whole = preview(text, near=near, origin=origin), restore(text, origin=origin)
    place = text.index("\ufffd")
    assert (
        part.text[slice(*part.clean_span(place - 9, place + 9))]
        == (whole.text[slice(*whole.clean_span(place - 9, place + 9))])
    )
    assert "\ufffd" not in part.text


def test_pages_that_must_be_read_first_are_known_by_what_they_say():
    """Of &#31038;&#20250; only the part is read, so that only it tells what the page is."""
    text = "".join(f"&#{ord(char)};" if char > "\x7f" else char for char in damaged("glosses"))
    part, whole = preview(text), restore(text)
    assert part.text[:500] == whole.text[:500]
