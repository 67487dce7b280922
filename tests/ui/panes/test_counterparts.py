"""Places of one side on the other."""

from reader import RepairKind
from reader.text.align import Edit
from reader.ui.panes.counterparts import matching_span, repairs_at
from reader.ui.panes.side import Side
from tests.ui.panes.making import make_document


def test_a_word_came_from_its_characters_and_all_their_glosses():
    document = make_document("在勞動(dòng)(dong)關係中")
    start = document.text.index("劳动")
    span = matching_span(document, Side.CLEAN, (start, start + 2))
    assert document.source[slice(*span)] == "勞動(dòng)(dong)"


def test_a_variant_and_its_glosses_are_one_place_from_both_sides():
    document = make_document("一昰(shi)(shì)建立")
    kinds = [RepairKind.VARIANT, RepairKind.GLOSS, RepairKind.GLOSS]
    for side, offset in ((Side.CLEAN, 1), (Side.SOURCE, 1), (Side.SOURCE, 4), (Side.SOURCE, 9)):
        assert [repair.kind for repair in repairs_at(document, side, offset)] == kinds
    assert repairs_at(document, Side.CLEAN, 2) == []
    assert repairs_at(document, Side.CLEAN, 0) == []


def test_what_was_removed_at_the_very_start_belongs_to_the_first_character():
    edits = [Edit(0, 1, "", RepairKind.DEBRIS, "debris.invisible")]
    document = make_document("\u200b中国", edits)
    assert len(repairs_at(document, Side.CLEAN, 0)) == 1
