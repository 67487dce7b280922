"""What a document tells about itself."""

from reader import RepairKind, restore
from tests.core.restore.test_variants import PLAIN


def glosses(document):
    return [repair for repair in document.repairs if repair.kind is RepairKind.GLOSS]


def test_a_few_glosses_in_a_long_clean_text_are_meant():
    """Three in thousands of characters; a spinner leaves one in every few."""
    text = PLAIN * 8 + "张仃(ding)、冼(xian)星海和甪(lu)直镇。" + PLAIN * 4
    document = restore(text)
    assert document.text == text
    assert len(glosses(document)) == 3
    assert not any(repair.applied or repair.confidence >= 0.5 for repair in glosses(document))


def test_as_many_in_a_short_text_are_damage():
    assert restore("张仃(ding)、冼(xian)星海和甪(lu)直镇。").text == "张仃、冼星海和甪直镇。"
