"""Lines in an encoding that is not read back are recognised and named."""

import pytest

from reader import restore
from reader.codepages.unread import UNEXPLAINED, find_misreading, find_way
from reader.language.ngram import character_model
from reader.repair.registry import MECHANISMS

TEXT = "各单位要认真组织报名，并及时公布结果。"


@pytest.mark.parametrize(
    ("read", "codec"),
    [("KOI8-R", "koi8-r"), ("CP866", "cp866"), ("MacRoman", "mac-roman"), ("CP437", "cp437")],
)
def test_the_encoding_is_named_and_its_text_offered(read, codec):
    garbled = TEXT.encode("gbk").decode(codec)
    found = find_misreading(garbled, character_model())
    assert found is not None
    assert (found.written, found.read, found.text) == ("GBK", read, TEXT)
    rest = tuple(one for one in MECHANISMS if one.name != "misread")
    document = restore(garbled, mechanisms=rest)
    assert document.text == garbled
    assert [(one.after, one.applied) for one in document.repairs] == [(TEXT, False)]


@pytest.mark.parametrize(
    ("written", "codec", "read", "lost"),
    [("utf-8", "cp950", "Big5", (40, 60)), ("cp950", "gbk", "GBK", (15, 25))],
)
@pytest.mark.parametrize("mark", ["\ufffd", "?"])
def test_what_lacks_too_much_is_named_with_its_share_and_stays(written, codec, read, lost, mark):
    text = "各单位要认真组织报名，并及时公布结果。请于星期五前把材料交到办公室。"
    shown = text.encode(written, "ignore").decode(codec, "replace").replace("\ufffd", mark)
    document = restore(shown)
    assert document.text == shown
    (repair,) = document.repairs
    assert repair.evidence[0].code == "unread_lost"
    assert repair.evidence[0].args[1] == read
    assert lost[0] <= repair.evidence[0].args[2] <= lost[1]
    assert not repair.applied


def test_what_is_full_of_losses_was_misread_all_the_same():
    assert find_misreading("撠極?瑞?????", character_model()) == UNEXPLAINED


def test_what_was_no_utf8_is_marked_and_no_character_of_it_repaired():
    shown = "练习册已经发给每个学生，请按时完成。".encode("gbk").decode("utf-8", "replace")
    document = restore(f"{TEXT}\n{shown}\n{TEXT}")
    assert document.text == f"{TEXT}\n{shown}\n{TEXT}"
    assert {repair.rule for repair in document.repairs} == {"encoding.lost"}


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "关\ufffd\ufffd于加\ufffd\ufffd强劳\ufffd动关\ufffd系的通知",
        "推動勞動關係和諧發展。",
        "狃狁狎狍狒狨獪狩狲狴狷猁狳獫狺，這些字都從犬。",
        "Привет, как дела? Всё хорошо.",
        "Příliš žluťoučký kůň úpěl ďábelské ódy.",
        "真的吗？？？你说什么？？",
        "陳剛 趙敏 孫麗 錢二",
    ],
)
def test_text_that_is_what_it_is_was_not_misread(text):
    assert find_misreading(text, character_model()) is None


def test_without_the_mechanism_nothing_is_marked():
    garbled = TEXT.encode("gbk").decode("koi8-r")
    rest = tuple(one for one in MECHANISMS if one.name not in ("misread", "unread"))
    assert not restore(garbled, mechanisms=rest).repairs


@pytest.mark.parametrize("codec", ["cp932", "cp949"])
def test_what_is_left_between_runs_that_came_back_keeps_its_forms(codec):
    """A 臥 in a misread line is none that somebody wrote; its place says what its bytes are."""
    lines = [TEXT, "（六）科", "请于星期五前把材料交到办公室。"]
    shown = "\n".join(line.encode().decode(codec, "replace") for line in lines)
    document = restore(shown)
    assert document.rebuild_source() == shown
    kept = [one for one in document.repairs if one.applied]
    assert kept
    assert {one.rule for one in kept} == {"encoding.as_wide"}


def test_the_way_of_a_document_is_told_by_its_lines():
    lines = [
        line.encode().decode("cp950", "replace")
        for line in (TEXT, "请于星期五前把材料交到办公室。")
    ]
    assert find_way(lines, character_model()) == ("UTF-8", "Big5")
    assert find_way([TEXT, "推動勞動關係和諧發展。"], character_model()) is None


def test_a_short_line_is_named_where_the_document_is_known():
    short, way = "13.以军".encode().decode("cp950", "replace"), ("UTF-8", "Big5")
    alone = find_misreading(short, character_model())
    assert alone is None or not alone.read
    found = find_misreading(short, character_model(), way)
    assert found is not None
    assert (found.written, found.read) == way
