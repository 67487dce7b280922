import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import pronounce
from reader.language.segment import HANZI
from reader.pinyin.pronounce import warm_up
from reader.text.resources import resource_path

MIXED = st.text(
    st.one_of(st.sampled_from("重建设长行不一了的着调会计给𠮷嗯〇，。A1 \r\n"), st.characters())
)


def read(text):
    return " ".join(reading for _, _, reading in pronounce(text))


@pytest.mark.parametrize(
    ("sentence", "word", "reading"),
    [
        ("区长和市长出席会议", "区长", "qū zhǎng"),
        ("乡长、镇长、厅长到会", "乡长", "xiāng zhǎng"),
        ("该行行长表示", "行长", "háng zhǎng"),
        ("建立长效机制", "长效", "cháng xiào"),
        ("市场长期向好", "市场长期", "shì chǎng cháng qī"),
        ("妥善处置突发事件", "处置", "chǔ zhì"),
        ("应该处罚的人", "处罚", "chǔ fá"),
        ("人事争议调解仲裁", "调解", "tiáo jiě"),
        ("开展调查研究", "调查", "diào chá"),
        ("十分重要的工作", "重要", "zhòng yào"),
        ("灾后重建工作", "重建", "chóng jiàn"),
        ("一般不会改变", "一般不会", "yī bān bù huì"),
        ("按期还款", "还款", "huán kuǎn"),
        ("消费者偏好", "偏好", "piān hào"),
        ("内蒙古自治区", "内蒙古", "nèi měng gǔ"),
        ("框架协议", "框架", "kuàng jià"),
        ("供给侧改革", "供给", "gōng jǐ"),
        ("给予处分", "给予处分", "jǐ yǔ chǔ fèn"),
        ("会计人员", "会计", "kuài jì"),
        ("着力推进", "着力", "zhuó lì"),
        ("各行业发展", "行业", "háng yè"),
        ("为群众办实事", "为", "wèi"),
        ("成为重点", "成为", "chéng wéi"),
        ("依法适当处理", "适当", "shì dàng"),
        ("旅游业", "旅", "lǚ"),
    ],
)
def test_reading_in_context(sentence, word, reading):
    start = sentence.index(word)
    syllables = [said for at, _, said in pronounce(sentence) if start <= at < start + len(word)]
    assert " ".join(syllables) == reading


def test_particles_are_neutral():
    assert read("他们的") == "tā men de"
    assert read("来了") == "lái le"


def test_what_has_no_reading_is_left_out():
    assert pronounce("𠮷") == []
    assert pronounce("GDP 1.45，\n") == []
    assert pronounce("") == []


def test_offsets_count_code_points():
    assert pronounce("😀重要")[0] == (1, 2, "zhòng")


@given(MIXED)
@settings(deadline=None)  # the first call loads dictionaries
def test_any_text_gives_one_syllable_a_hanzi_in_order(text):
    syllables = pronounce(text)
    starts = [start for start, _, _ in syllables]
    assert starts == sorted(set(starts))
    for start, end, reading in syllables:
        assert end == start + 1
        assert HANZI.match(text[start])
        assert re.fullmatch(r"[^\W\d_A-Z]\w*[\u0300-\u036f]?\w*", reading)


def test_no_hanzi_of_common_text_stays_without_a_reading():
    text = resource_path("data", "phrases.tsv").read_text("utf-8")
    hanzi = sum(1 for character in text if HANZI.match(character))
    assert len(pronounce(text)) == hanzi


def test_every_phrase_of_our_list_is_well_formed_and_read_as_listed():
    seen = set()
    for line in resource_path("data", "phrases.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        word, readings = line.split("\t")
        assert word not in seen
        seen.add(word)
        assert len(readings.split(" ")) == len(word), line
        assert readings == unicodedata.normalize("NFC", readings)
        assert read(word) == readings


def test_nothing_is_loaded_before_it_is_needed():
    late = {"numpy", "rjieba", "reader.pinyin.engine", "reader.pinyin.model"}
    code = "import sys, reader, reader.cli.main; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not late & set(run.stdout.split())


def test_warming_up_twice_does_no_harm():
    warm_up()
    warm_up()
    assert read("重要") == "zhòng yào"
