import codecs
import io
import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader import ReaderError
from reader.formats.decode import decode, offered_encodings
from reader.formats.interpretations import interpret
from reader.text.errors import BinaryContent, EmptyFile, UnknownEncoding
from tests.damage.everyday import TEXTS

SENTENCES = (
    "各级人民政府应当加强对劳动关系协调工作的领导。",
    "用人单位拖欠农民工工资的，由人力资源社会保障行政部门责令限期支付；",
    "一是建立健全应急处置机制，二是推动各区成立领导小组。",
    "他出生在南方的一个小城，后来到北京上学，毕业以后当了老师。",
    "这本书讲的是什么？我还没有看完。",
    "第三章 监督管理",
    "2026年，全市共受理案件1.45万件，调解成功率达到79.39%。",
    "春天来了，河边的柳树开始发芽，孩子们在院子里跑来跑去。",
    "勞(lao)動(dòng)關(guān)係(xi)矛(mao)盾(dun)會(huì )商(shang)機(ji)製",
)
SIMPLIFIED = ("gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


def cuts(seed, number):
    """Return short texts of 20 to 200 characters, cut anywhere."""
    draw = random.Random(seed)
    for _ in range(number):
        whole = "\r\n".join(draw.choices(SENTENCES, k=14))
        start = draw.randrange(60)
        yield whole[start : start + draw.randint(20, 200)]


def sound(seed, layout, loudness):
    draw = random.Random(seed)
    return b"".join(struct.pack(layout, int(draw.gauss(0, loudness))) for _ in range(500))


def right(texts, encoding):
    texts = [text for text in texts if text.encode(encoding, "ignore").decode(encoding) == text]
    assert len(texts) > 100
    hits = sum(decode(text.encode(encoding))[0] == text for text in texts)
    return hits / len(texts)


@pytest.mark.parametrize("encoding", SIMPLIFIED)
def test_short_simplified_texts_are_read_right(encoding):
    assert right(cuts(1, 300), encoding) >= 0.98


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "cp950", "utf-16-be", "utf-8"])
def test_short_traditional_texts_are_read_right(encoding):
    convert = OpenCC("s2t").convert
    texts = [convert(text).translate({ord("ò"): "o", ord("ā"): "a"}) for text in cuts(2, 300)]
    texts = [text.encode(encoding, "ignore").decode(encoding) for text in texts]
    assert right(texts, encoding) >= 0.98


def test_the_origin_says_how_it_was_read():
    text = SENTENCES[0]
    assert decode(text.encode("utf-8-sig"))[1].how == "bom"
    origin = decode(text.encode("gbk"))[1]
    assert (origin.encoding, origin.how, origin.lost) == ("gb18030", "detected", 0)
    assert decode(text.encode(), encoding="UTF-8")[1].how == "chosen"


def test_a_byte_order_mark_is_no_part_of_the_text():
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ):
        data = mark + "第一条".encode(encoding)
        assert decode(data)[0] == "第一条"
        assert decode(data, encoding=encoding)[0] == "第一条"
    assert decode("第一条".encode("utf-16"), encoding="utf-16")[0] == "第一条"
    # The mark of UTF-16 and a NUL begin like the mark of UTF-32.
    assert decode(codecs.BOM_UTF16_LE + b"\0\0", encoding="utf-16")[0] == "\0"


def test_a_page_that_declares_the_wrong_encoding_is_read_by_its_bytes():
    page = f'<html><meta charset="gb2312"><p>{"".join(SENTENCES[:4])}</p></html>'
    assert decode(page.encode("utf-8"))[0] == page
    assert decode(page.encode("utf-16-le"))[0] == page
    wrong = page.replace("gb2312", "big5")
    assert decode(wrong.encode("gbk"))[0] == wrong


def test_a_declaration_helps_where_bytes_alone_do_not():
    page = '<meta charset="big5"><p>鑾駕</p>'
    text, origin = decode(page.encode("big5"))
    assert text == page
    assert origin.how == "declared"


def test_undecodable_bytes_are_marked_and_counted():
    data = "依法处置".encode("gbk") + b"\xff" + "突发事件".encode("gbk")
    text, origin = decode(data, encoding="gbk")
    assert text == "依法处置\ufffd突发事件"
    assert origin.lost == 1
    text, origin = decode(("劳动关系和谐稳定。" * 20).encode()[:-1])
    assert (origin.encoding, origin.lost) == ("utf-8", 1)
    assert text.endswith("稳定\ufffd")


def test_a_replacement_character_that_stood_there_already_is_not_lost_here():
    assert decode("第一\ufffd条".encode())[1].lost == 0
    assert decode("第一\ufffd条款".encode("gb18030"), encoding="gb18030")[1].lost == 0


def test_line_ends_stay_as_they_are():
    text = "一\r\n二\r三\n四\u2028五\x85六"
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_at_all(data):
    with pytest.raises(EmptyFile) as caught:
        decode(data)
    assert caught.value.advice


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)) * 4,
        b"\x00" * 500,
        b"abc\x00\x01\x02def\x00\x00\x00",
        random.Random(3).randbytes(4000),
        b"\x00\x01\x02\xff" * 100,  # Ā＂ in UTF-16
        b"\x00",
        b"\x00\xf3" * 200,
        b"\x01\xff" * 200,
        ("甲方应当按照合同约定支付工资。" + "<\x00>" * 9999).encode(),
        ("劳动争议由仲裁委员会处理。" + "\x00" * 500).encode() * 9,
        b"\x00\x34\xff\x00" * 100,  # no character in UTF-32
        sound(16, "<h", 300),
        sound(17, "<h", 3000),
        sound(18, ">i", 3000),
        b"".join(struct.pack("<H", n * 37 % 300) for n in range(3000)),
    ],
)
def test_what_is_no_text(data):
    with pytest.raises(BinaryContent) as caught:
        decode(data)
    assert caught.value.code == "binary"
    assert caught.value.advice


@pytest.mark.parametrize("name", ["klingon", "hex", "zip", "", "\x00", "undefined"])
def test_no_such_encoding(name):
    with pytest.raises(UnknownEncoding):
        decode("第一条".encode(), encoding=name)


def test_every_offered_encoding_can_be_chosen():
    names = [name for name, _ in offered_encodings()]
    assert len(set(names)) == len(names)
    for name, label in offered_encodings():
        assert label
        assert decode(b"abcd1234", encoding=name)[1].encoding == name


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Это обычный русский текст, который надо прочитать без ошибок.", "cp1251"),
        ("これは日本語の文章です。漢字と仮名が混ざっています。", "shift_jis"),
        ("한국어 문장입니다. 이것은 인코딩 시험입니다.", "euc_kr"),
        ("Le café est très agréable, déjà vu à l'été dernier.", "cp1252"),
    ],
)
def test_other_languages_are_not_taken_for_chinese(text, encoding):
    _, origin = decode(text.encode(encoding))
    assert origin.encoding not in ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")


def test_a_long_head_without_chinese_hides_nothing():
    page = io.StringIO()
    page.write("<script>var x = 1;</script>\n" * 5000)
    page.write("第一条 为了保护劳动者的合法权益，制定本法。\n" * 50)
    for encoding in ("gbk", "utf-16-le", "utf-8"):
        assert decode(page.getvalue().encode(encoding))[0] == page.getvalue()


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_a_text_or_a_clear_error(data):
    try:
        text, origin = decode(data)
    except ReaderError as error:
        text, origin = error.what + error.advice, None
    assert isinstance(text, str)
    assert text
    assert origin is None or origin.lost >= 0


@given(st.text(min_size=1).filter(lambda text: "\ufeff" not in text), st.sampled_from(SIMPLIFIED))
@settings(deadline=None)
def test_a_chosen_encoding_is_obeyed(text, encoding):
    text = text.encode(encoding, "ignore").decode(encoding)
    if text:
        assert decode(text.encode(encoding), encoding=encoding)[0] == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_few_words_are_enough(encoding):
    convert = OpenCC("s2t").convert if encoding == "big5" else str
    texts = [convert(text[at : at + 8]) for text in TEXTS for at in range(0, 24, 8)]
    assert right(texts, encoding) >= 0.98


@pytest.mark.parametrize("text", ["委员", "一只", "一件旧棉袄", "滴答滴答", "联通", "寧靜"])
def test_what_the_weights_alone_get_wrong(text):
    """委员 in GBK is valid UTF-8, 一件旧棉袄 looks Korean."""
    assert decode(text.encode("gbk"))[0] == text


@pytest.mark.parametrize("text", ["Größe α", "Ω und ö", "нет", "ίαση", "שלום"])
def test_few_letters_of_utf8_stay_utf8(text):
    assert decode(text.encode())[0] == text


def test_utf8_cut_inside_characters():
    data = (TEXTS[0] * 2).encode()
    for start, end in ((1, -1), (2, -2), (1, len(data)), (0, -1)):
        text, origin = decode(data[start:end])
        assert origin.encoding == "utf-8"
        assert text.strip("\ufffd") in TEXTS[0] * 2


def test_every_encoding_can_be_previewed():
    text = TEXTS[1]
    readings = interpret(text.encode("gbk"))
    assert readings[0] == ("gb18030", readings[0].label, text, readings[0].score, 0, True)
    assert readings[0].score > 0.8
    assert sorted(one.encoding for one in readings) == sorted(n for n, _ in offered_encodings())
    others = readings[1:]
    assert all(one.score < 0.3 and not one.best for one in others)
    assert [one.score for one in others] == sorted((one.score for one in others), reverse=True)


@pytest.mark.parametrize("data", [b"", b"abc", b"\x00" * 40, b"%PDF-1.7", b"\xff", codecs.BOM_UTF8])
def test_anything_can_be_previewed(data):
    assert len(interpret(data)) >= len(offered_encodings())


def test_a_preview_of_a_long_page_begins_with_its_chinese():
    page = "<script>var x = 1;</script>\n" * 5000 + TEXTS[2]
    assert TEXTS[2][:10] in interpret(page.encode("gbk"))[0].sample


def test_a_preview_has_no_byte_order_mark():
    assert interpret("第一条".encode("utf-16"))[0].sample == "第一条"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "２０２１年１２月３１日（星期五）ＡＢＣ公司文件，编号：ＸＹＺ９８７",
        "（一）！（二）！（三）！",
        "Les salariés ont droit à une rémunération équitable, où qu'ils travaillent.",
        "Người lao động có quyền được hưởng lương phù hợp với trình độ kỹ năng nghề.",
        "Pārējie darbinieki saņēma algu tikai pēc mēneša, kā tas bija noteikts līgumā.",
        "Работник имеет право на заключение договора.",
        "للعامل الحق في الحصول على أجر عادل مقابل عمله في جميع الأحوال.",
        "労働条件は、ﾎｰﾑﾍﾟｰｼﾞに記載する。",
        "１\t２\t３\n４\t５\t６\n",
    ],
)
def test_letters_of_two_bytes_are_no_numbers(text, encoding):
    assert decode((text * 8).encode(encoding))[0] == text * 8
