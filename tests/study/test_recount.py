"""The words of a document after the user cut some otherwise: as if all had been counted again."""

import random

import pytest

from reader import restore
from reader.language.own_segments import NO_SEGMENTS, Change, OwnSegments
from reader.study import Dictionary
from reader.study.recount import recount_words
from reader.study.vocabulary import count_words
from reader.text import align
from reader.text.document import Document
from reader.text.kinds import RepairKind


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary()


def own(*cuts):
    return OwnSegments({cut.replace("|", ""): tuple(cut.split("|")) for cut in cuts})


def as_counted(vocabulary):
    return vocabulary.running, {one.word: one for one in vocabulary}


TEXT = (
    "发展新质生产力，吃方便面。他叫王小明。\n"
    "劳动关系和劳动者，新质生产力。方便面好吃，面也好吃。\n"
    "晚上班主任来了，新质的东西。"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ("新质生产力",)),
        (("新质生产力",), ()),
        ((), ("方便|面",)),
        (("方便|面",), ("方便面",)),
        ((), ("劳动|关系", "王小明", "上班")),
        (("劳动|关系",), ("劳动|关|系",)),
        ((), ("不在此处",)),
        ((), ()),
    ],
)
def test_only_what_changed_is_counted_again(dictionary, before, after):
    before, after = own(*before), own(*after)
    counted = count_words(TEXT, dictionary, own=before)
    again = recount_words(counted, Document.of(TEXT), dictionary, before, after)
    assert as_counted(again) == as_counted(count_words(TEXT, dictionary, own=after))


def test_step_by_step_nothing_drifts(dictionary):
    chance = random.Random(7)
    pieces = ["发展", "新质", "生产力", "，", "方便面", "劳动", "关系", "者", "。\n", "面", "好吃"]
    text = "".join(chance.choice(pieces) for _ in range(600))
    words = ["新质生产力", "方便|面", "劳动者", "关系|者", "面好吃", "生产|力", "发展新质"]
    document, now = Document.of(text), NO_SEGMENTS
    counted = count_words(text, dictionary)
    for _ in range(12):
        cut = chance.choice(words)
        word = cut.replace("|", "")
        said = None if word in now.parts else tuple(cut.split("|"))
        then = now.changed([Change(word, said)])
        counted = recount_words(counted, document, dictionary, now, then)
        now = then
        assert as_counted(counted) == as_counted(count_words(text, dictionary, own=now))


def test_what_rests_on_an_unsure_repair_stays_in_doubt(dictionary):
    source = "新质生彦力。新质生产力。"
    change = align.Change("产", RepairKind.SLIP, "slips.test", 0.7, (), (), True)
    document = Document.of(source, [(3, 4, change)])
    counted = count_words(document, dictionary)
    after = own("新质生产力")
    again = recount_words(counted, document, dictionary, NO_SEGMENTS, after)
    assert as_counted(again) == as_counted(count_words(document, dictionary, own=after))
    word = again.get("新质生产力")
    assert (word.count, word.sure, word.first) == (2, 1, 6)
    assert word.is_in_dictionary


def test_a_long_text_is_not_counted_again(dictionary):
    document = restore("劳动者发生劳动争议，可以申请调解。\n" * 3000 + "发展新质生产力。")
    counted = count_words(document, dictionary)
    looked = []
    again = recount_words(
        counted,
        document,
        dictionary,
        NO_SEGMENTS,
        own("新质生产力"),
        check=lambda: looked.append(1),
    )
    assert again.get("新质生产力").count == 1
    assert len(looked) < 20
