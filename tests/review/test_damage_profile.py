"""The profile of a document says what a count over its repairs, one by one, says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document, RepairKind, restore
from reader.review.damage_profile import describe, merge, profile
from reader.review.decisions import apply_decisions, decision_for
from reader.text.align import Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairState
from reader.text.repair import LOST, state_of
from tests.damage.sentences import SENTENCES

GLOSS = Change("", RepairKind.GLOSS, "gloss.reading", 0.98)
FORM = Change("庆", RepairKind.SCRIPT, "script.table", 0.8)
IDEA = Change("", RepairKind.GLOSS, "gloss.lone", 0.4, applied=False)
GONE = Change("", RepairKind.ENCODING, LOST, 0.0, applied=False)
ADDED = Change("和", RepairKind.MANUAL, "manual.typed", evidence=(Evidence("by_hand_removed"),))


def test_shares_and_open_places_of_each_paragraph():
    source = "重慶(qing)\r\n\n人(ren)?\n"
    rows = [(1, 2, FORM), (2, 8, GLOSS), (12, 17, IDEA), (17, 18, GONE), (18, 18, ADDED)]
    first, second = profile(Document.of(source, rows))
    assert (first.source_start, first.source_end) == (0, 8)
    assert (second.clean_start, second.clean_end) == (5, 12)
    assert first.share(RepairKind.GLOSS) == 6 / 8
    assert first.share(RepairKind.SCRIPT) == 1 / 8
    assert first.damage == 7 / 8
    assert first.open_places == first.count(RepairState.UNSURE) == 1
    assert second.share(RepairKind.GLOSS) == 0, "what is only proposed touched nothing"
    assert second.share(RepairKind.MANUAL) == 1 / 7
    assert second.count(RepairState.BY_HAND) == 1
    assert second.open_places == 2


@pytest.mark.parametrize("text", ["", "\n", " \r\n\u2028\t"])
def test_a_text_without_words_has_no_profile(text):
    assert profile(restore(text)) == ()


def test_it_agrees_with_the_repairs_one_by_one():
    document = restore(
        "\n".join(f"推動(dòng)勞(lao)動(dòng)關(guān)係,{one}" for one in SENTENCES[:40])
    )
    document = apply_decisions(document, [decision_for(document.repairs[3], "？")])
    found = profile(document)
    assert len(found) == 40
    for one in found:
        inside = [
            repair
            for repair in document.repairs
            if one.source_start <= repair.source_start < one.source_end
        ]
        for kind in RepairKind:
            assert one.touched[kind.number] == sum(
                max(1, repair.source_end - repair.source_start)
                for repair in inside
                if repair.applied and repair.kind is kind
            )
        for state in RepairState:
            assert one.count(state) == sum(state_of(repair) is state for repair in inside)
        span = one.source_start, one.source_end
        assert document.clean_span(*span) == (one.clean_start, one.clean_end)


@given(st.lists(st.sampled_from(["重", "慶(qing)", "\r\n", "\n", "\u2028", " ", "😀"])))
def test_paragraphs_are_in_order_and_inside_both_texts(pieces):
    source = "".join(pieces)
    rows, at = [], 0
    for piece in pieces:
        if len(piece) > 1:
            rows.append((at, at + len(piece), GLOSS))  # also over a line end
        at += len(piece)
    document = Document.of(source, rows)
    before = clean_before = 0
    for one in profile(document):
        assert before <= one.source_start < one.source_end <= len(source)
        assert clean_before <= one.clean_start <= one.clean_end <= len(document.text)
        assert 0 <= one.damage <= 1
        before, clean_before = one.source_end, one.clean_end


def test_neighbours_are_added_up_where_there_is_little_room():
    document = Document.of("重慶(qing)\n" * 10, [(9 * n + 1, 9 * n + 2, FORM) for n in range(10)])
    every = profile(document)
    few = merge(every, 3)
    assert len(few) == 3
    assert merge(every, 10) is every
    assert sum(one.open_places for one in few) == 10
    assert (few[0].source_start, few[-1].source_end) == (0, len(document.source) - 1)
    assert few[0].source_end <= few[1].source_start
    assert merge((), 3) == ()


def described(*paragraphs):
    source = "".join(f"{one}\n" for one in paragraphs)
    rows = []
    for at, char in enumerate(source):
        if char == "慶":
            rows.append((at, at + 1, FORM))
        elif char == "(":
            rows.append((at, source.index(")", at) + 1, GLOSS))
    return describe(profile(Document.of(source, rows)))


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (["重庆"], "Nothing was repaired."),
        (["重慶(qing)"] * 9, "Glosses and traditional forms throughout."),
        (
            [*["重慶(qing)"] * 12, *["重庆"] * 3, "慶(qing)", "庆"],
            "Glosses and traditional forms throughout; paragraphs 13–15 and 17 are untouched.",
        ),
        (
            (["重慶"] * 7 + ["重庆"]) * 9,
            "Traditional forms almost throughout; 9 of 72 paragraphs are untouched.",
        ),
        (
            ["重庆"] * 5 + ["重慶(qing)"] * 2,
            "Only paragraphs 6–7 were repaired, mostly glosses and traditional forms.",
        ),
        (
            ["重慶", "重(qing)"] * 4,
            "All paragraphs were repaired, mostly glosses and traditional forms.",
        ),
        (["重庆", "重慶"] * 20, "20 of 40 paragraphs were repaired, mostly traditional forms."),
    ],
)
def test_a_sentence_says_where_the_damage_is(paragraphs, words):
    assert described(*paragraphs) == words
