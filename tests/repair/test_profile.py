"""The profile of a document."""

from reader import RepairKind, restore
from tests.damage.mark_slip import mark_slip
from tests.repair.test_variants import PLAIN


def find_glosses(document):
    return [repair for repair in document.repairs if repair.kind is RepairKind.GLOSS]


def test_a_few_glosses_in_a_long_clean_text_are_meant():
    """Three in thousands of characters; a spinner leaves one in every few."""
    text = PLAIN * 8 + "张仃(ding)、冼(xian)星海和甪(lu)直镇。" + PLAIN * 4
    document = restore(text)
    assert document.text == text
    assert len(find_glosses(document)) == 3
    assert not any(repair.applied or repair.confidence >= 0.5 for repair in find_glosses(document))


def test_as_many_in_a_short_text_are_damage():
    assert restore("张仃(ding)、冼(xian)星海和甪(lu)直镇。").text == "张仃、冼星海和甪直镇。"


def test_marks_that_a_cut_left_do_not_count_as_full_width():
    """In ?？榈 the ？ is a piece of what was torn apart; the text's own marks are folded."""
    folded = "我们要加强管理,提高效率。\n各地要认真落实,抓好工作。\n有关部门要配合,做好服务。\n"
    torn = mark_slip("本章介绍系统主要模块的功能,说明模块的实现。").text
    assert "?？" in torn
    assert restore(folded * 2 + torn).text.startswith(folded.replace(",", "，") * 2)
