"""Texts in Japanese, Korean, Chinese and other languages, in the encodings that they have."""

import random

import pytest

from reader import ReaderError, restore
from reader.formats.cns import decode_plane
from reader.formats.decode import decode, offered_encodings
from reader.formats.open import text_of
from tests.damage.everyday import TEXTS

JAPANESE = (
    "来週の火曜日に図書館で勉強会を開きます。参加したい人は受付で名前を書いてください。\n"
    "台風が近づいているので、駅の近くの店は早めに閉まりました。電車も止まるかもしれません。\n"
)
KOREAN = (
    "다음 주 화요일에 도서관에서 모임을 엽니다. 참가하고 싶은 사람은 이름을 적어 주세요.\n"
    "태풍이 다가오고 있어서 역 근처의 가게들은 일찍 문을 닫았습니다. 기차도 멈출지 모릅니다.\n"
)
CHINESE = (
    "下星期二在图书馆举行学习会，想参加的人请在门口写下自己的名字。\n"
    "台风快要到了，车站附近的商店很早就关门，火车也许会停开。\n"
)
TRADITIONAL = (
    "下星期二在圖書館舉行學習會，想參加的人請在門口寫下自己的名字。\n"
    "颱風快要到了，車站附近的商店很早就關門，火車也許會停開。\n"
)
OTHERS = (
    ("В следующий вторник в библиотеке будет встреча. Буря уже близко.", "cp1251"),
    ("В следующий вторник в библиотеке будет встреча. Буря уже близко.", "koi8-r"),
    ("В следующий вторник в библиотеке будет встреча. Буря уже близко.", "cp866"),
    ("Την επόμενη Τρίτη θα γίνει μια συνάντηση στη βιβλιοθήκη της πόλης.", "cp1253"),
    ("ביום שלישי הבא תהיה פגישה בספרייה של העיר, כולם מוזמנים.", "cp1255"),
    ("يوم الثلاثاء القادم سيكون هناك لقاء في مكتبة المدينة للجميع", "cp1256"),
    ("วันอังคารหน้าจะมีการประชุมที่ห้องสมุดของเมือง ขอเชิญทุกคน", "cp874"),
    ("Gelecek salı günü şehir kütüphanesinde bir toplantı yapılacağını öğrendik.", "cp1254"),
    ("Příští úterý se v městské knihovně koná setkání; přijďte včas, začíná přesně.", "cp1250"),
    ("Mardi prochain, la bibliothèque a prévu une réunion très animée à l'étage.", "cp1252"),
)


def euc_tw(text):
    """Write EUC-TW: the other way round through the table of planes 1 and 2."""
    cells = [bytes((row, cell)) for row in range(0x21, 0x7F) for cell in range(0x21, 0x7F)]
    codes = {}
    for plane, head in ((2, b"\x8e\xa2"), (1, b"")):
        for cell in cells:
            codes[decode_plane(cell, plane)] = head + bytes(byte | 0x80 for byte in cell)
    return b"".join(char.encode() if char < "\x80" else codes[char] for char in text)


def iso_2022_cn(text):
    """Write ISO-2022-CN with GB 2312, which is named again on each line."""
    lines = []
    for line in text.split("\n"):
        pairs = bytes(byte & 0x7F for byte in line.encode("gb2312"))
        lines.append(b"\x1b$)A\x0e" + pairs + b"\x0f" if pairs else b"")
    return b"\n".join(lines)


def damage(data, way, draw):
    at = draw.randrange(len(data) // 4, len(data))
    if way == "dropped":
        return data[:at] + data[at + 1 :]
    if way == "inserted":
        return data[:at] + draw.randbytes(1) + data[at:]
    return data[:at] + bytes([data[at] ^ (1 << draw.randrange(8))]) + data[at + 1 :]


WRITTEN = [
    (JAPANESE, "cp932", JAPANESE.encode("cp932")),
    (JAPANESE, "euc_jp", JAPANESE.encode("euc_jp")),
    (JAPANESE, "iso2022_jp", JAPANESE.encode("iso2022_jp")),
    (JAPANESE, "utf-16-le", JAPANESE.encode("utf-16-le")),
    (KOREAN, "cp949", KOREAN.encode("cp949")),
    (KOREAN, "johab", KOREAN.encode("johab")),
    (KOREAN, "iso2022_kr", KOREAN.encode("iso2022_kr")),
    (CHINESE, "gb18030", CHINESE.encode("gb2312")),
    (CHINESE, "hz", CHINESE.encode("hz")),
    (CHINESE, "iso-2022-cn", iso_2022_cn(CHINESE)),
    (CHINESE, "utf-16-be", CHINESE.encode("utf-16-be")),
    (CHINESE, "utf-32-le", CHINESE.encode("utf-32-le")),
    (CHINESE, "utf-32-be", CHINESE.encode("utf-32-be")),
    (TRADITIONAL, "cp950", TRADITIONAL.encode("big5")),
    (TRADITIONAL, "euc-tw", euc_tw(TRADITIONAL)),
]
SAME = {"big5hkscs": "cp950", "iso2022_jp_2": "iso2022_jp", "iso2022_jp_ext": "iso2022_jp"}
NAMES = [f"{name}-{text[:2]}" for text, name, _ in WRITTEN]


@pytest.mark.parametrize(("text", "encoding", "data"), WRITTEN, ids=NAMES)
def test_each_encoding_is_recognised_and_can_be_chosen(text, encoding, data):
    found, origin = decode(data)
    assert (origin.encoding, origin.how, found) == (encoding, "detected", text)
    assert decode(data, encoding=encoding)[0] == text


@pytest.mark.parametrize(("text", "encoding"), OTHERS)
def test_languages_with_an_alphabet_are_read_as_what_they_are(text, encoding):
    found, origin = decode(text.encode(encoding))
    assert (origin.encoding, found) == (encoding, text)


@pytest.mark.parametrize("way", ["dropped", "inserted", "flipped"])
@pytest.mark.parametrize(("text", "encoding", "data"), WRITTEN, ids=NAMES)
def test_one_bad_byte_does_not_change_the_encoding(text, encoding, data, way):
    draw = random.Random(f"{encoding} {way}")
    repeated = data * 3 if encoding != "iso2022_kr" else (KOREAN * 3).encode("iso2022_kr")
    for _ in range(5):
        found = decode(damage(repeated, way, draw))[1].encoding
        # Big5 with a character of Hong Kong is read as that; so is a byte that makes one.
        assert SAME.get(found, found) == encoding


@pytest.mark.parametrize("text", [JAPANESE, KOREAN, *(text for text, _ in OTHERS)])
def test_another_language_is_left_alone(text):
    page = f"{text}<br>&lt;p&gt; &nbsp;{text}"
    document = restore(page)
    assert document.text == page
    assert not len(document.repairs)


@pytest.mark.parametrize(("text", "encoding", "data"), WRITTEN, ids=NAMES)
def test_a_file_in_another_language_has_no_repairs(text, encoding, data):
    content, origin = text_of(data, None)
    document = restore(content, origin=origin)
    if text in (JAPANESE, KOREAN):
        assert (document.text, len(document.repairs)) == (text, 0)
    else:
        assert document.text == CHINESE.replace("颱", "台")


@pytest.mark.parametrize(
    ("damaged", "wanted"),
    [
        ("他說“ありがとう”，然後離開了圖書館。", "他说“ありがとう”，然后离开了图书馆。"),
        ("金先生（김대중）寫的書，學習會上用過。", "金先生（김대중）写的书，学习会上用过。"),
        ("這個詞在俄語裏是слово，意思是語言。", "这个词在俄语里是слово，意思是语言。"),
        ("café裏的勞動關係", "café里的劳动关系"),
    ],
)
def test_chinese_with_foreign_words_is_repaired(damaged, wanted):
    assert restore(damaged).text == wanted


def test_misread_chinese_is_no_other_language():
    text = "各级人民政府应当加强对劳动关系协调工作的领导。"
    assert restore(text.encode("gbk").decode("latin-1")).text == text
    shown = text.encode("gbk").decode("cp1251", "replace")
    assert {one.rule for one in restore(shown).repairs} == {"encoding.as_narrow"}


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        (JAPANESE, "Shift_JIS", "cp932"),
        (KOREAN, "ks_c_5601-1987", "cp949"),
        (CHINESE, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "cp950"),
    ],
)
def test_a_true_declaration_is_believed(text, declared, encoding):
    page = f'<?xml version="1.0" encoding="{declared}"?><p>{text}</p>'
    found, origin = decode(page.encode(encoding))
    assert (origin.encoding, found) == (encoding, page)


@pytest.mark.parametrize(
    ("text", "declared", "encoding"),
    [
        (TRADITIONAL, "gb2312", "cp950"),
        (CHINESE, "utf-8", "gb18030"),
        (CHINESE, "iso-8859-1", "gb18030"),
        (CHINESE, "shift_jis", "gb18030"),
        (KOREAN, "gb2312", "cp949"),
        (JAPANESE, "big5", "cp932"),
    ],
)
def test_a_false_declaration_loses(text, declared, encoding):
    page = f'<html><head><meta charset="{declared}"></head><p>{text}</p></html>'
    found, origin = decode(page.encode(encoding))
    assert (origin.encoding, origin.how, found) == (encoding, "detected", page)


def test_a_text_that_only_mentions_a_charset_declares_nothing():
    text = "charset=big5 是一个例子。" + CHINESE
    assert decode(text.encode("gbk"))[1].how == "detected"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_few_words_of_unicode_need_no_mark(encoding):
    texts = [text[at : at + 8] for text in TEXTS for at in range(0, 24, 8)]
    texts += ["plain words, no marks", "Zweitausend Bücher"]
    wrong = [text for text in texts if decode(text.encode(encoding))[0] != text]
    assert len(wrong) <= 0.02 * len(texts)


@pytest.mark.parametrize(
    "data",
    [
        b"\x80" * 3000,
        b"\x80\x20" * 1500,
        b"\x8e\xa2" * 1500,
        b"\x1b$)A\x0e" * 600,
        b"\x1b$B" * 1000,
        b"~{" * 1500,
        b"\x0e\x0f" * 1500,
    ],
)
def test_hostile_bytes_are_a_text_or_a_clear_error(data):
    try:
        text, _ = decode(data)
    except ReaderError as error:
        text = error.advice
    assert text


def test_the_list_of_encodings_names_those_of_east_asia():
    names = {name for name, _ in offered_encodings()}
    assert names >= {encoding for _, encoding, _ in WRITTEN} - {"utf-32-le", "utf-32-be"}
