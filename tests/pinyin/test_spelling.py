import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.characters import readings_of as readings_of
from reader.pinyin.spelling import Style, add_tone, split_tone, write_syllable


@pytest.mark.parametrize(
    ("marks", "numbers", "zhuyin", "plain"),
    [
        ("zhòng", "zhong4", "ㄓㄨㄥˋ", "zhong"),
        ("de", "de5", "˙ㄉㄜ", "de"),
        ("lǜ", "lü4", "ㄌㄩˋ", "lü"),
        ("lüè", "lüe4", "ㄌㄩㄝˋ", "lüe"),
        ("shì", "shi4", "ㄕˋ", "shi"),
        ("zī", "zi1", "ㄗ", "zi"),
        ("yī", "yi1", "ㄧ", "yi"),
        ("yuán", "yuan2", "ㄩㄢˊ", "yuan"),
        ("xué", "xue2", "ㄒㄩㄝˊ", "xue"),
        ("jūn", "jun1", "ㄐㄩㄣ", "jun"),
        ("wèi", "wei4", "ㄨㄟˋ", "wei"),
        ("qióng", "qiong2", "ㄑㄩㄥˊ", "qiong"),
        ("èr", "er4", "ㄦˋ", "er"),
        ("r", "r5", "˙ㄦ", "r"),
        ("rén", "ren2", "ㄖㄣˊ", "ren"),
        ("yòng", "yong4", "ㄩㄥˋ", "yong"),
    ],
)
def test_styles_of_a_syllable(marks, numbers, zhuyin, plain):
    assert write_syllable(marks, Style.MARKS) == marks
    assert write_syllable(marks, Style.NUMBERS) == numbers
    assert write_syllable(marks, Style.ZHUYIN) == zhuyin
    assert write_syllable(marks, Style.PLAIN) == plain


def test_tone_marks_come_back():
    for char in "重率略女儿军学有流贵嗯":
        for reading in readings_of(char):
            assert add_tone(*split_tone(reading)) == reading


@given(st.text(max_size=8))
def test_no_text_breaks_a_style(text):
    for style in Style:
        write_syllable(text, style)
