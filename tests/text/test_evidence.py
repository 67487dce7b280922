"""Evidence: typed arguments, their words, and the strings that journals and JSON hold."""

import json
import re
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import restore
from reader.formats.open import text_of
from reader.repair.unread import Unread
from reader.review.frozen import freeze, thaw
from reader.text.evidence import Bytes, Characters, Evidence
from reader.text.messages import EVIDENCE, Kind
from reader.text.sentences import evidence_texts, evidence_words, read_evidence
from tests.damage.encodings import lose_bytes, misread
from tests.damage.everyday import TEXTS
from tests.damage.missing_byte import without_byte

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*.txt"))
ALL_DAMAGE = [
    *(path.read_text("utf-8") for path in SAMPLES),
    "重(chóng)庆是一座城市，位于中国西南部，人口众多。\n",
    "我们要推动上?！V州、深圳等地的工作。\n",
    "管网稳步扩大?；∩枋?不含农村地区)应当参加培训。长期驾驶会影响体验?；诖?,疲劳的人应当先休息。\n",
    "“十四五”規劃(huà)人事?tīng)幾h調解，推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。\n",
    "涓轰簡淇濇姢鍔冲姩鑰呯殑鍚堟硶鏉冪泭锛屽埗瀹氭湰娉曘€?\n",
    "µÚÒ»Ìõ ÎªÁË±£»¤ÀÍ¶¯ÕßµÄºÏ·¨È¨Òæ£¬ÖÆ¶¨±¾·¨¡£\n",
    "我们\u200b要\u00ad\u200e推动&nbsp;工作&copy;和</p>谐\ue000\ue001稳定。锟斤拷\n"
    "人民  政府的工作，好。",
    '依法处理。) A0 x& ^! M9" i责任，和谐,稳定,'
    "推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)",
    "“為政以德，譬如北辰，居其所而眾星共之。”这是《论语》里的话，我们应当记住。",
    "首页 上一页 下一页\n我们的工作。",
    "劳动关\ufffd和谐稳定，促进就业。",
    "主题：\\u516c\\u53f8",
    "憭批振敺?撅餃?敶???啣嗾?敺?瘝⊥?隞颱?隤?瘜?",
    "撠極?瑞?????",
    "他自?己也说不清，眼?泪就流下来了。",
    "他自?己也说不清。",
    "关键词??低碳；城市",
    "依据市政发?2013?25号和?城市供水条例?办理。",
    "zui近天气转凉，早晚温差很大。",
    "讼师替莫得钱的人打官司，连好意思国来的记者也写进了报说念。",
]
TYPES = {
    Kind.TEXT: str,
    Kind.COUNT: int,
    Kind.PER_HUNDRED: int,
    Kind.BYTES: Bytes,
    Kind.PAIRS: Bytes,
    Kind.ENCODING: str,
    Kind.MISREADING: tuple,
    Kind.SOURCES: tuple,
    Kind.SEEN: Characters,
    Kind.UNSEEN: Characters,
    Kind.CODES: Characters,
}
TEXT = "推动劳动关系和谐发展，促进就业。"
# By hand are those of review/decisions.py, the user's those of repair/rules.
ELSEWHERE = {"by_hand", "by_hand_removed", "by_hand_proposed", "by_hand_proposed_gone"}
ELSEWHERE |= {"by_hand_alone", "document_spun"}  # the latter only in older journals
ELSEWHERE |= {"user_pair", "user_pair_of", "user_quotes", "user_digits"}


def documents():
    yield from map(restore, ALL_DAMAGE)
    data = (TEXT * 2).encode()
    for broken in (data[:17], data[:7] + b"\n" + data[7:], data[:7] + data[8:]):
        text, origin = text_of(broken, None)
        yield restore(text, origin=origin)
    yield restore(without_byte("".join(TEXTS), 40))
    twice = TEXT.encode("gbk").decode("latin-1").encode().decode("latin-1")
    yield restore(twice * 2)
    copy = "老人一生俭朴。靠着两亩薄田，他供出了三个大学生。"
    yield restore("老人一生俭朴?？孔帕侥侗√铮┏隽巳龃笱??", witness=copy)
    yield restore("鼠侗欸羲爛僅馱釬", mechanisms=[Unread()])
    latin = misread("".join(TEXTS), "gbk", "latin-1")
    yield restore(lose_bytes(latin[:2_000], Random(1), share=0.4))
    yield restore(lose_bytes("".join(TEXTS) * 2, Random(1), share=0.1))


@pytest.fixture(scope="module")
def damaged():
    return list(documents())


@pytest.fixture(scope="module")
def given_reasons(damaged):
    repairs = chain.from_iterable(document.repairs for document in damaged)
    return list(dict.fromkeys(reason for repair in repairs for reason in repair.evidence))


def test_the_engine_gives_every_code_with_arguments_of_its_kinds(given_reasons):
    assert {reason.code for reason in given_reasons} == EVIDENCE.keys() - ELSEWHERE
    for reason in given_reasons:
        kinds = EVIDENCE[reason.code].kinds
        assert len(reason.args) == len(kinds), reason
        assert all(map(isinstance, reason.args, map(TYPES.get, kinds))), reason


def test_what_is_written_is_read_again(damaged, given_reasons):
    for reason in given_reasons:
        again = read_evidence(reason.code, evidence_texts(reason))
        assert evidence_words(again) == evidence_words(reason)
        if not reason.code.startswith("slip"):
            assert again == reason
    for document in damaged:
        assert thaw(freeze(document), document.source, document.origin).repairs == document.repairs


# The strings of journals and JSON: a later version must write and read the same.
WRITTEN = [
    (Evidence("gloss_density", (0,)), ["<1"]),
    (Evidence("gloss_density", (12,)), ["12"]),
    (Evidence("folded_marks", (3, 40)), ["3", "40"]),
    (Evidence("slip_bytes", (Bytes(b"\xca\xc2\xa0", "GBK"), "(tīng)")), ["CA C2 A0", "(tīng)"]),
    (Evidence("slip_key", ("聽", Bytes(b"\xc2\xa0", "GBK"), "tīng")), ["聽", "C2 A0", "tīng"]),
    (Evidence("slip_lost", (Bytes(b"\xba"), Bytes(b"\xba\xa3\xa1\xa2"))), ["BA", "BAA3 A1A2"]),
    (Evidence("slip_phase", (Bytes(b"\x41\xba\xa3"),)), ["41 BAA3"]),
    (
        Evidence("cut_bytes", (Bytes(b"\xe7\xb3\0", "UTF-8", (2,)), "UTF-8", "系")),
        ["E7 B3 ??", "UTF-8", "系"],
    ),
    (
        Evidence("misread", (Bytes(b"\xa4\xa4", "Big5"), "Big5", "Windows-1252")),
        ["A4 A4", "Big5", "Windows-1252"],
    ),
    (Evidence("misread_again", (("UTF-8", "Windows-1252"),)), ["UTF-8 → Windows-1252"]),
    (
        Evidence("source_table", ("咊", "和", ("CC-CEDICT", "Unihan kZVariant"))),
        ["咊", "和", "CC-CEDICT, Unihan kZVariant"],
    ),
    (Evidence("source_table", ("咊", "和", ())), ["咊", "和", ""]),
    (Evidence("entity", ("&nbsp;", Characters(" "))), ["&nbsp;", "space"]),
    (Evidence("entity", ("&copy;", Characters("©"))), ["&copy;", "©"]),
    (
        Evidence("invisible", (Characters("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e"),)),
        [
            "soft hyphen, zero-width space, zero-width non-joiner, zero-width joiner, "
            "word joiner, byte order mark, U+200E"
        ],
    ),
    (Evidence("private_use", (Characters("\ue000\uf8ff"),)), ["U+E000 U+F8FF"]),
    (Evidence("by_hand", ("和",)), ["和"]),
    (Evidence("lost"), []),
]


@pytest.mark.parametrize(("evidence", "texts"), WRITTEN)
def test_journals_and_json_hold_the_strings_they_always_held(evidence, texts):
    assert list(evidence_texts(evidence)) == texts
    assert read_evidence(evidence.code, texts) == evidence


ANYTHING = st.one_of(
    st.text(),
    st.sampled_from(
        ["", " ", "<1", "-1", "１２", "9" * 5000, "ca c2", "CAC2", "CA  C2", "CA C", "?? ??", "?",
         "space", "U+0", "U+D800", "U+110000", "U+E000, U+E000", ", ", " → ", "{0}", "\ud800"]
    ),
)  # fmt: skip


@given(st.sampled_from([*EVIDENCE, "new_code"]), st.lists(ANYTHING, max_size=4))
def test_whatever_a_journal_says_is_kept_and_shown_as_it_is(code, texts):
    evidence = read_evidence(code, texts)
    assert list(evidence_texts(evidence)) == texts
    words = evidence_words(evidence)
    reason = EVIDENCE.get(code)
    if reason is None or len(texts) < len(reason.kinds):
        assert words == " ".join((code, *texts))
    else:
        assert words == reason.words.format(*texts)
    assert evidence_words(evidence, short=True)
    json.dumps(evidence_texts(evidence))


def test_no_argument_is_left_out_but_what_the_cut_bytes_were():
    for code, reason in EVIDENCE.items():
        named = {int(number) for number in re.findall(r"\{(\d)\}", reason.words)}
        unsaid = {2} if code.startswith("cut_") else set()
        assert named == set(range(len(reason.kinds))) - unsaid, code


def test_bytes_that_follow_on_each_other_are_joined_with_their_gaps():
    one, two = Bytes.of((0xE6, -1), "UTF-8"), Bytes.of((-2, 0x80), "UTF-8")
    assert one + two == Bytes(b"\xe6\0\0\x80", "UTF-8", (1, 2))
    assert list((one + two).values()) == [0xE6, None, None, 0x80]
