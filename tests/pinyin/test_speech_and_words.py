"""Tone sandhi and joined words, as options of find_readings()."""

import pytest

from reader.pinyin.pronounce import ReadingOptions, Sandhi, Style, find_readings


def read(text, **options):
    return " ".join(one.pinyin for one in find_readings(text, options=ReadingOptions(**options)))


def test_no_tone_change_is_written_unless_asked_for():
    assert read("一个人不会") == "yī gè rén bù huì"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("一个", "yí gè"),
        ("一定", "yí dìng"),
        ("一般", "yì bān"),
        ("一年", "yì nián"),
        ("一起", "yì qǐ"),
        ("统一规划", "tǒng yī guī huà"),
        ("第一条", "dì yī tiáo"),
        ("十一月", "shí yī yuè"),
        ("一月", "yī yuè"),
        ("不会", "bú huì"),
        ("不能", "bù néng"),
        ("我很了解", "wǒ hěn liǎo jiě"),
    ],
)
def test_yi_and_bu_as_they_are_said(text, reading):
    assert read(text, sandhi=Sandhi.YIBU) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("领导", "líng dǎo"),
        ("了解", "liáo jiě"),
        ("很好", "hén hǎo"),
        ("我很好", "wó hén hǎo"),
        ("不对", "bú duì"),
        ("老师", "lǎo shī"),
    ],
)
def test_third_tones_as_they_are_said(text, reading):
    assert read(text, sandhi=Sandhi.FULL) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("西安", "Xī'ān"),
        ("人民政府", "Rénmín Zhèngfǔ"),
        ("高水平文明城镇", "gāoshuǐpíng wénmíng chéngzhèn"),  # the segmenter takes all for names
        ("养老黑名单", "yǎnglǎo hēimíngdān"),
        ("广泛开展", "guǎngfàn kāizhǎn"),
        ("引导劳企双方", "yǐndǎo láoqǐ shuāngfāng"),
        ("毛泽东", "Máo Zédōng"),
        ("小王", "Xiǎo Wáng"),
        ("北京市", "Běijīng Shì"),
        ("市人社局负责", "shì Rénshèjú fùzé"),
        ("劳动人事争议", "láodòng rénshì zhēngyì"),
        ("方便群众办事", "fāngbiàn qúnzhòng bànshì"),
        ("国务院办公厅", "Guówùyuàn Bàngōngtīng"),
        ("人民代表大会", "Rénmín Dàibiǎo Dàhuì"),
        ("研究生院", "yánjiūshēngyuàn"),  # not 研究|生院
        ("哈萨克斯坦", "Hāsàkèsītǎn"),
        ("因地制宜", "yīndì-zhìyí"),
        ("书记单志强主持", "shūjì Shàn Zhìqiáng zhǔchí"),
        ("王建国", "Wáng Jiànguó"),
        ("他在这儿签字", "tā zài zhèr qiānzì"),
        ("提供方案", "tígōng fāng'àn"),
    ],
)
def test_words_are_spelled_as_the_standard_says(text, reading):
    assert read(text, words=True) == reading


def test_words_in_other_styles():
    assert read("西安", words=True, style=Style.NUMBERS) == "Xi1'an1"
    assert read("西安", words=True, style=Style.ZHUYIN) == "ㄒㄧㄢ"
    assert read("西安", words=True, style=Style.PLAIN) == "Xi'an"


def test_a_word_is_as_sure_as_its_least_sure_syllable():
    (word,) = find_readings("重要", options=ReadingOptions(words=True))
    assert (word.start, word.end) == (0, 2)
    assert word.confidence == min(one.confidence for one in find_readings("重要"))


def test_a_hanzi_without_a_reading_leaves_the_others():
    shown = find_readings("𠮷重要", options=ReadingOptions(words=True))
    assert [(one.start, one.end) for one in shown] in ([(1, 3)], [(1, 2), (2, 3)])
