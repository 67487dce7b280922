from reader import restore
from reader.pinyin.document import find_disagreements, map_gloss_readings

TEXT = "區長(cháng)和市長(zhǎng)推動(dòng)勞(lao)動(dòng)關(guān)係(xi)和諧(xie)重(zhong)要(yào)。"


def test_glosses_are_known_by_their_place_in_the_clean_text():
    document = restore(TEXT)
    said = {document.text[at]: reading for at, reading in map_gloss_readings(document).items()}
    assert said["劳"] == "lao"
    assert said["要"] == "yào"


def test_a_gloss_that_contradicts_the_context_is_listed():
    document = restore(TEXT)
    (one,) = find_disagreements(document)
    assert (one.hanzi, one.said, one.reading.pinyin) == ("长", "cháng", "zhǎng")
    assert document.source[one.source_start : one.source_end] == "(cháng)"
    assert document.text[one.place] == "长"


def test_a_clean_text_has_none():
    assert find_disagreements(restore("区长出席会议。")) == ()
