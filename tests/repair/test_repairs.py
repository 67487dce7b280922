"""Where both layers changed a place, there is one repair."""

from reader import RepairKind, restore


def test_a_gloss_that_holds_an_invisible_character_is_one_repair():
    text = "推動(dò\u200bng)勞(lao)動(dòng)關(guān)係(xi)"
    document = restore(text)
    assert document.text == "推动劳动关系"
    (repair,) = [one for one in document.repairs if "\u200b" in one.before]
    assert (repair.kind, repair.before, repair.after) == (RepairKind.GLOSS, "(dò\u200bng)", "")
    assert {reason.code for reason in repair.evidence} == {
        "gloss_reading",
        "gloss_density",
        "invisible",
    }
    ends = [one.source_end for one in document.repairs]
    assert all(
        one.source_start >= end for one, end in zip(document.repairs[1:], ends, strict=False)
    )
    assert document.rebuild_source() == text


def test_a_mark_written_as_an_entity_is_one_repair_of_both():
    text = "推動(dòng)勞(lao)動(dòng)關(guān)係(xi)&#44;全(quan)麵髮(fa)展&#44;"
    document = restore(text)
    assert document.text == "推动劳动关系，全面发展，"
    marks = [one for one in document.repairs if one.before == "&#44;"]
    assert [one.after for one in marks] == ["，", "，"]
    assert {one.kind for one in marks} == {RepairKind.PUNCTUATION}
    assert document.rebuild_source() == text


def test_a_gloss_whose_parenthesis_is_an_entity_is_one_repair():
    text = "推動&#40;dong)勞(lao)動(dòng)關(guān)係(xi)"
    document = restore(text)
    assert document.text == "推动劳动关系"
    assert "&#40;dong)" in [one.before for one in document.repairs]
    assert document.rebuild_source() == text


def test_an_invisible_character_in_a_gloss_that_stays_goes_all_the_same():
    document = restore("重(ch\u200bóng)庆是直辖市，位于长江上游。")
    assert document.text == "重(chóng)庆是直辖市，位于长江上游。"
    assert [(one.before, one.applied) for one in document.repairs] == [("\u200b", True)]
