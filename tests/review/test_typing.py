"""What the user types becomes decisions on the places that it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document, RepairKind, restore
from reader.review.decisions import Decision, apply_decisions
from reader.review.typing import Replacement, decide_replacements, decide_typed, find_changes
from reader.text.align import Change

SOURCE = (
    "強化使命擔噹(dang),堅(jian)持底(di)線(xiàn)(xian)思維(wei)。\n"
    "全(quan)麵加強勞動(dòng)(dong)關(guān)係。\n"
)


def typed(document, old, new):
    """Replace a piece of the clean text as an editor would, and return the document after it."""
    start = document.text.index(old)
    decisions = decide_typed(document, start, start + len(old), new)
    return apply_decisions(document, decisions), decisions


def test_only_what_is_different_is_decided():
    document = restore(SOURCE)
    changed, decisions = typed(
        document, "强化使命担当，坚持底线思维。", "强化使命担当，坚守底线思维。"
    )
    assert changed.text == document.text.replace("坚持", "坚守")
    assert decisions == (Decision(SOURCE.index("持"), SOURCE.index("持") + 1, "守"),)


def test_typing_over_a_repair_decides_on_that_repair():
    document = restore(SOURCE)
    changed, (decision,) = typed(document, "劳动", "牢动")
    assert changed.text == document.text.replace("劳动", "牢动")
    assert SOURCE[decision.start : decision.end] == "勞"
    (repair,) = [one for one in changed.repairs if one.kind is RepairKind.MANUAL]
    assert repair.before == "勞"


def test_what_is_inserted_stands_behind_the_glosses_of_the_character_before():
    document = restore(SOURCE)
    changed, (decision,) = typed(document, "思维。", "思维方式。")
    assert changed.text == document.text.replace("思维", "思维方式")
    assert SOURCE[: decision.start].endswith("(wei)")
    assert decision.start == decision.end


def test_inside_a_repair_of_several_characters_the_whole_of_it_is_typed():
    change = Change("经办", RepairKind.SLIP, "slip", 0.6)
    document = Document.of("由?k的人", [(1, 3, change)])
    changed, (decision,) = typed(document, "经办", "经协办")
    assert changed.text == "由经协办的人"
    assert decision == Decision(1, 3, "经协办")


def test_two_changes_inside_one_repair_are_one_decision():
    change = Change("甲乙丙丁戊", RepairKind.SLIP, "slip", 0.6)
    document = Document.of("由?k的人", [(1, 3, change)])
    changed, decisions = typed(document, "由甲乙丙丁戊的", "由子乙丙丁午的")
    assert changed.text == "由子乙丙丁午的人"
    assert decisions == (Decision(1, 3, "子乙丙丁午"),)


def test_a_lost_place_takes_what_belongs_there():
    lost = Change("\ufffd", RepairKind.ENCODING, "encoding.lost", 0.0, applied=False)
    document = Document.of("劳\ufffd关系", [(1, 2, lost)])
    changed, _ = typed(document, "劳\ufffd关系", "劳动关系")
    assert changed.text == "劳动关系"
    (repair,) = changed.repairs
    assert repair.kind is RepairKind.MANUAL


def test_nothing_typed_is_nothing_decided():
    document = restore(SOURCE)
    assert decide_typed(document, 0, 5, document.text[:5]) == ()
    assert decide_replacements(document, []) == ()


def test_a_span_outside_the_text_is_an_error():
    with pytest.raises(ValueError, match="no span"):
        decide_typed(restore("中国"), 0, 9, "")


def test_replacing_everywhere_is_one_decision_a_place():
    document = restore(SOURCE)
    at = [number for number, char in enumerate(document.text) if char == "，"]
    decisions = decide_replacements(document, [Replacement(one, one + 1, ",") for one in at])
    assert len(decisions) == len(at)
    assert apply_decisions(document, decisions).text == document.text.replace("，", ",")


def test_two_places_in_one_repair_leave_the_others_alone():
    change = Change("甲乙丙甲戊", RepairKind.SLIP, "slip", 0.6)
    document = Document.of("头甲由?k的人和甲", [(3, 5, change)])
    at = [number for number, char in enumerate(document.text) if char == "甲"]
    decisions = decide_replacements(document, [Replacement(one, one + 1, "子") for one in at])
    assert decisions == (Decision(1, 2, "子"), Decision(3, 5, "子乙丙子戊"), Decision(8, 9, "子"))


def test_what_is_typed_twice_at_one_place_stands_there_in_order():
    document = Document.of("甲乙丙", [])
    twice = [Replacement(1, 1, "子"), Replacement(1, 1, "丑"), Replacement(2, 3, "寅")]
    decisions = decide_replacements(document, twice)
    assert decisions == (Decision(1, 1, "子丑"), Decision(2, 3, "寅"))


def test_what_repeats_itself_is_compared_in_no_time():
    before, after = "的一" * 5_000 + "子", "一的" * 5_100 + "丑"
    assert find_changes(before, after)


def test_a_typed_text_can_be_typed_over_again():
    document = restore(SOURCE)
    first, _ = typed(document, "坚持", "坚守住")
    second, _ = typed(first, "坚守住底线", "守底线")
    assert second.text == document.text.replace("坚持", "守")


_PIECES = st.lists(
    st.tuples(st.text("甲乙丙", max_size=3), st.text("丁戊", max_size=2), st.booleans())
)


def build(pieces):
    """Return a document of (kept, replaced, whether it is) pieces."""
    source, rows, at = [], [], 0
    for before, after, changed in pieces:
        source.append(before)
        if changed and before:
            rows.append((at, at + len(before), Change(after, RepairKind.GLOSS, "x", 0.99)))
        at += len(before)
    return Document.of("".join(source), rows, least=3)


@given(_PIECES, st.data())
def test_any_replacements_are_made_at_once(pieces, data):
    document = build(pieces)
    cuts = data.draw(st.lists(st.integers(0, len(document.text)), max_size=6).map(sorted))
    wanted = [
        Replacement(start, end, data.draw(st.text("甲丁x", max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    expected = document.text
    for start, end, new in reversed(wanted):
        expected = expected[:start] + new + expected[end:]
    assert apply_decisions(document, decide_replacements(document, wanted)).text == expected


@given(_PIECES, st.data())
def test_what_was_typed_is_what_stands_there(pieces, data):
    document = build(pieces)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    new = data.draw(st.text("甲丁x", max_size=6))
    changed = apply_decisions(document, decide_typed(document, start, end, new))
    assert changed.text == document.text[:start] + new + document.text[end:]
    assert changed.rebuild_source() == document.source


@given(st.text("甲乙丙", max_size=30), st.text("甲乙丙", max_size=30))
def test_changes_lead_from_one_text_to_the_other(before, after):
    made, at = [], 0
    for start, end, new in find_changes(before, after):
        made += before[at:start], new
        at = end
    assert "".join((*made, before[at:])) == after
