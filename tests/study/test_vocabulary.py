"""The words of a document, counted as the page has them."""

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import restore
from reader.language.own_segments import OwnSegments
from reader.language.segment import segment
from reader.study import Dictionary
from reader.study.grouping import group_words
from reader.study.levels import LevelList
from reader.study.settled import Share
from reader.study.status import WordStatus
from reader.study.vocabulary import WordKind, count_words
from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import state_of

KNOWN, IGNORED = WordStatus.KNOWN, WordStatus.IGNORED


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary()


def document(source, *repairs):
    """Return a document with these repairs: (start, end, after, confidence, applied)."""
    rows = [
        (start, end, Change(after, RepairKind.SLIP, "slips.test", confidence, (), (), applied))
        for start, end, after, confidence, applied in repairs
    ]
    return Document.of(source, rows)


def test_words_are_counted_in_the_order_of_the_text(dictionary):
    text = "劳动关系和劳动者。劳动关系！"
    counted = count_words(text, dictionary)
    assert [(one.word, one.count, one.sure, one.first) for one in counted] == [
        ("劳动关系", 2, 2, 0),
        ("和", 1, 1, 4),
        ("劳动者", 1, 1, 5),
    ]
    assert (counted.characters, counted.running, len(counted)) == (len(text), 4, 3)
    assert counted.get("劳动关系").levels == dictionary.find("劳动关系")[0].levels
    assert counted.get("经办") is None


@pytest.mark.parametrize("text", ["", "abc 123", "\ud800", "\n"])
def test_a_text_without_words(dictionary, text):
    counted = count_words(text, dictionary)
    assert (len(counted), counted.running) == (0, 0)
    assert counted.known_share({}).value is None
    assert counted.level_profile() == {}
    assert counted.hardest(5, {}) == []


@settings(max_examples=25)  # each reads the words of all dictionaries, which takes 0.2 s
@given(text=st.text(alphabet="劳动关系和者的不是有。\n王小明北京市一a\ud800", max_size=60))
def test_the_words_are_those_of_the_page(dictionary, text):
    counted = count_words(text, dictionary)
    page = [text[start:end] for start, end in group_words(text, segment(text), dictionary)]
    assert list(counted.words) == [counted.get(word) for word in dict.fromkeys(page)]
    assert {one.word: one.count for one in counted} == {word: page.count(word) for word in page}
    assert all(text.startswith(one.word, one.first) for one in counted)
    assert counted.running == len(page)


def test_words_far_apart_are_counted_together(dictionary):
    sentence = "双方发生劳动争议。"
    counted = count_words(sentence * 20_000, dictionary)
    assert {one.word: (one.count, one.first) for one in counted} == {
        "双方": (20_000, 0),
        "发生": (20_000, 2),
        "劳动争议": (20_000, 4),
    }


def test_words_that_a_user_split_are_those_counted(dictionary):
    own = OwnSegments({"劳动关系": ("劳动", "关系"), "新甲乙": ("新甲乙",)})
    counted = count_words("劳动关系新甲乙", dictionary, own=own)
    assert [one.word for one in counted] == ["劳动", "关系", "新甲乙"]
    assert counted.get("新甲乙").is_in_dictionary


def test_counting_can_be_stopped(dictionary):
    class Stopped(Exception):  # noqa: N818
        pass

    def check():
        raise Stopped

    with pytest.raises(Stopped):
        count_words("劳动", dictionary, check=check)


# -- doubt


def test_a_word_on_an_unsure_repair_is_neither_counted_nor_taught(dictionary):
    # 协办 stands on a repair that is unsure, 群众 on one that is certain.
    counted = count_words(
        document("协x，群y。", (1, 2, "办", 0.7, True), (4, 5, "众", 0.99, True)), dictionary
    )
    unsure, certain = counted.get("协办"), counted.get("群众")
    assert (unsure.count, unsure.sure, unsure.is_doubtful, unsure.can_be_taught) == (
        1, 0, True, False,
    )  # fmt: skip
    assert (certain.is_doubtful, certain.can_be_taught) == (False, True)
    assert counted.known_share({"协办": KNOWN}) == Share(0, 1)
    assert counted.known_share({"群众": KNOWN}) == Share(1, 1)
    assert [one.word for one in counted.to_learn({})] == ["群众"]
    assert sum(counted.level_profile().values()) == 1


def test_a_word_that_stands_surely_elsewhere_is_taught_from_there(dictionary):
    counted = count_words(document("协x，协办。", (1, 2, "办", 0.7, True)), dictionary)
    word = counted.get("协办")
    assert (word.count, word.sure, word.first) == (2, 1, 3)
    assert word.can_be_taught
    assert counted.known_share({"协办": KNOWN}) == Share(1, 1)


def test_a_proposal_that_nobody_decided_leaves_its_word_in_doubt(dictionary):
    counted = count_words(document("协办，群众。", (1, 2, "辨", 0.4, False)), dictionary)
    assert counted.get("协办").is_doubtful
    assert not counted.get("群众").is_doubtful


def test_what_was_taken_away_leaves_no_doubt(dictionary):
    counted = count_words(document("群(qún)众。", (1, 6, "", 0.7, True)), dictionary)
    assert not counted.get("群众").is_doubtful


@pytest.mark.parametrize("length", [1, 5])
def test_places_in_doubt_move_with_what_came_before(dictionary, length):
    source = "x" * length + "，协y，群众。"
    counted = count_words(
        document(
            source, (0, length, "双方发生", 0.99, True), (length + 2, length + 3, "办", 0.7, True)
        ),
        dictionary,
    )
    assert [one.word for one in counted if one.is_doubtful] == ["协办"]


def test_doubt_of_a_restored_document_is_that_of_its_repairs(dictionary):
    text = "经勞动(dòng)仲裁委员会裁決，用人單位应当支付經济补償。" * 60
    restored = restore(text)
    counted = count_words(restored, dictionary)
    doubts = [
        one
        for one in restored.repairs
        if state_of(one) in (RepairState.UNSURE, RepairState.UNDECIDED)
        and one.clean_end > one.clean_start
    ]
    for one in counted:
        at = restored.text.find(one.word)
        sure = 0
        spans = group_words(restored.text, segment(restored.text), dictionary)
        for start, end in spans:
            if restored.text[start:end] == one.word:
                sure += not any(r.clean_start < end and r.clean_end > start for r in doubts)
        assert one.sure == sure, (one, at)


# -- names, levels, shares


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("王小明来了", "王小明", WordKind.PERSON),
        ("李建国先生", "李建国", WordKind.PERSON),
        ("在浦东新区办理", "浦东新区", WordKind.PLACE),
        ("在哈尔滨办理", "哈尔滨", WordKind.PLACE),
        ("在北京办理", "北京", WordKind.WORD),  # of the first level
        ("文明，", "文明", WordKind.WORD),  # a given name to the segmenter
        ("各地隆重庆祝，", "庆祝", WordKind.WORD),  # 隆重庆祝 is two words
        ("办理，", "办理", WordKind.WORD),
    ],
)
def test_names_are_told_from_words(dictionary, text, word, kind):
    counted = count_words(text, dictionary)
    found = counted.get(word)
    assert found.kind is kind
    assert found.is_name is (kind is not WordKind.WORD)


def test_names_and_ignored_words_count_on_neither_side(dictionary):
    counted = count_words("王小明办理劳动仲裁手续", dictionary)
    every = [one.word for one in counted]
    assert "王小明" in every
    total = counted.known_share({}).total
    assert total == len(every) - 1
    assert counted.known_share({"办理": KNOWN, "王小明": KNOWN}) == Share(1, total)
    assert counted.known_share({"办理": IGNORED}) == Share(0, total - 1)
    assert counted.known_share({"办理": WordStatus.LEARNING_4}) == Share(0, total)


def test_the_level_profile_counts_running_words(dictionary):
    counted = count_words("我学习汉语。我学习汉语。踔厉奋发！", dictionary)
    profile = counted.level_profile(LevelList.HSK2)
    assert sum(profile.values()) == counted.running
    assert profile[1] == 6
    assert list(profile) == sorted(profile)
    assert [one.highest for one in LevelList] == [6, 7, 7]


def test_the_hardest_words_come_first_and_known_ones_never(dictionary):
    counted = count_words("我们赓续血脉，办理手续，王小明也来了。", dictionary)
    hardest = [one.word for one in counted.hardest(3, {})]
    assert hardest[0] == "赓续"
    assert "王小明" not in hardest
    assert "赓续" not in [one.word for one in counted.hardest(9, {"赓续": KNOWN})]
    assert counted.hardest(9, {one.word: IGNORED for one in counted}) == []


def test_words_with_the_same_character(dictionary):
    counted = count_words("劳动关系，劳务，劳务，关键。", dictionary)
    assert [one.word for one in counted.with_characters("劳")] == ["劳务", "劳动关系"]
    assert [one.word for one in counted.with_characters("关")] == ["劳动关系", "关键"]
    assert counted.with_characters("无") == []


def test_a_vocabulary_can_be_sent_to_another_process(dictionary):
    counted = count_words("劳动关系", dictionary)
    assert pickle.loads(pickle.dumps(counted)) == counted


def test_a_million_characters_take_a_few_seconds(dictionary):
    text = "经劳动人事争议仲裁委员会裁决，用人单位应当支付经济补偿。" * 36_000
    start = time.process_time()
    counted = count_words(text, dictionary)
    assert counted.characters > 1_000_000
    assert time.process_time() - start < 9  # some two seconds, without others on the machine


def test_words_of_a_long_text_are_not_looked_up_one_by_one():
    """The entries of them all would be kept, 10 MB."""
    dictionary = Dictionary()
    find, asked = dictionary.find, []

    def note(word):
        asked.append(word)
        return find(word)

    dictionary.find = note
    counted = count_words("上海市人社局推动劳动关系和谐，各地要构建和谐社会。", dictionary)
    assert "人社局" in {one.word for one in counted.words}
    assert not dictionary.vocabulary().words.intersection(asked)
