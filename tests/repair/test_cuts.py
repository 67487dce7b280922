"""Incomplete characters are restored where their bytes and the text allow it."""

from random import Random
from time import process_time

import pytest

from reader import RepairKind, open_document, restore
from reader.formats.decode import decode
from reader.text.cut import Cut
from reader.text.document import Origin
from reader.text.sentences import evidence_texts
from tests.damage import cut
from tests.damage.noise import many_cuts
from tests.damage.properties import not_rebuilt
from tests.damage.sentences import SENTENCES

TEXT = "推动劳动关系和谐发展，促进就业。"
DATA = TEXT.encode()
REST = "\n各级人民政府应当加强对劳动关系协调工作的领导。"


def restore_bytes(data, encoding=None):
    text, origin = decode(data, encoding=encoding)
    document = restore(text, origin=origin)
    assert document.source == text
    assert document.rebuild_source() == text
    return document


def find_cuts(document):
    return [repair for repair in document.repairs if repair.rule == "slip.cut"]


@pytest.mark.parametrize(
    ("data", "chain"),
    [
        (DATA[:8] + DATA[9:], "E5 8A ??"),
        (DATA[:7] + DATA[8:], "E5 B3 ??"),  # or E5 ?? B3, which 劳 is
        (DATA[:6] + DATA[7:], "?? 8A B3"),
        (DATA[:8] + b"?" + DATA[9:], "E5 8A ??"),
        (DATA[:7] + b"?" + DATA[8:], "E5 ?? B3"),
        (DATA[:6] + b"?" + DATA[7:], "?? 8A B3"),
        (DATA[:7] + b"??" + DATA[9:], "E5 ?? ??"),
    ],
)
def test_a_byte_that_is_gone_or_a_question_mark(data, chain):
    document = restore_bytes(data + REST.encode())
    assert document.text == TEXT + REST
    (repair,) = find_cuts(document)
    assert (repair.kind, repair.after, repair.applied) == (RepairKind.SLIP, "劳", True)
    shown = evidence_texts(repair.evidence[0])
    assert shown[1:] == ("UTF-8", "劳")
    assert shown[0] == chain or (chain == "E5 B3 ??" and shown[0] == "E5 ?? B3")


@pytest.mark.parametrize("tail", ["", "\n", "...", "……", "\r\n下一段的内容。"])
def test_a_summary_cut_after_so_many_bytes(tail):
    document = restore_bytes((REST + TEXT).encode() + DATA[:17] + tail.encode())
    assert document.text == REST + TEXT + "推动劳动关系" + tail
    assert evidence_texts(find_cuts(document)[0].evidence[0])[0] == "E7 B3 ??"


@pytest.mark.parametrize("between", ["\n", "\r\n", " ", "\r\n1f40\r\n"])
@pytest.mark.parametrize("at", [7, 8])
def test_what_was_put_inside_a_character_goes(at, between):
    document = restore_bytes(DATA[:at] + between.encode() + DATA[at:] + REST.encode())
    assert document.text == TEXT + REST
    (repair,) = find_cuts(document)
    assert (repair.after, repair.evidence[0].code) == ("劳", "cut_apart")


def test_a_summary_is_cut_out_of_the_text_below():
    text = "本办法自颁布之日起由市科工信局负责解释。"
    data = text.encode()
    at = data.index("科".encode())
    alone, above = (
        restore_bytes(REST.encode() + data[: at + 1] + tail) for tail in (b"...", b"...\n" + data)
    )
    assert find_cuts(above)[0].after == "科"
    assert find_cuts(above)[0].confidence > max(
        [one.confidence for one in find_cuts(alone) if one.after == "科"], default=0.0
    )


def test_what_stays_open_is_only_proposed():
    document = restore_bytes((REST + TEXT + "他想了想，说：").encode() + b"\xe5")
    (repair,) = find_cuts(document)
    assert not repair.applied
    assert repair.confidence < 0.5
    assert document.text == document.source
    shown = [repair.after, *(other.text for other in repair.alternatives)]
    assert 1 < len(shown) <= 6
    shares = [other.probability for other in repair.alternatives]
    assert shares == sorted(shares, reverse=True)


def test_a_traditional_character_is_looked_for_in_traditional_text():
    text = "推動勞(lao)動(dòng)關(guān)係(xi)和諧(xie)發(fa)展，促進(jìn)就業(ye)。"
    data = text.encode()
    at = data.index("係".encode())
    document = restore_bytes(data[: at + 1] + data[at + 2 :] + data)
    assert document.text == "推动劳动关系和谐发展，促进就业。" * 2
    (repair,) = find_cuts(document)
    assert (repair.after, repair.evidence[0].args[2]) == ("系", "係")


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"..."])
@pytest.mark.parametrize("encoding", ["gbk", "big5"])
def test_a_first_byte_alone_at_an_end(encoding, end):
    text = TEXT if encoding == "gbk" else "推動勞動關係和諧發展，促進就業。"
    data = (text * 2).encode(encoding) + text[:6].encode(encoding)[:-1] + end
    document = restore_bytes(data)
    assert document.text == TEXT * 2 + "推动劳动关系" + end.decode()
    assert find_cuts(document)[0].evidence[0].args[1] in ("GBK", "Big5")


def test_a_byte_that_begins_no_hanzi_stays_lost():
    for left in (b"\xff", b"\xc3", b"\xf0\x9f", b"\x8a\xa8\xa8"):
        document = restore_bytes(DATA[:6] + left + DATA[6:] + REST.encode())
        assert "\ufffd" in document.text
        assert {repair.rule for repair in document.repairs} == {"encoding.lost"}


def test_a_page_keeps_what_is_left_of_its_characters(tmp_path):
    page = tmp_path / "page.html"
    body = b"<p>" + DATA[:17] + b"</p><p>" + DATA[:8] + DATA[9:] + b"</p>"
    head = '<html><head><meta charset="utf-8"><title>通知</title></head><body>'
    page.write_bytes(head.encode() + b"<script>" + DATA[:7] + b"</script>" + body)
    document = open_document(page)
    assert document.text == f"推动劳动关系\n{TEXT}\n"
    assert len(find_cuts(document)) == 2


@pytest.mark.parametrize("way", cut.WAYS)
def test_most_cut_characters_come_back(way):
    random = Random(way)
    right = wrong_but_sure = total = 0
    for text in SENTENCES[:60]:
        case = cut.WAYS[way](REST[1:] + text if way != "beginning" else text, random)
        document = restore_bytes(case.data, "utf-8")
        wanted = document.text == case.truth
        total += 1
        right += wanted
        wrong_but_sure += not wanted and any(
            one.applied and one.confidence >= 0.95 for one in find_cuts(document)
        )
    assert right >= total * (0.5 if way in ("summary", "joined") else 0.8)
    assert wrong_but_sure <= 1


@pytest.mark.parametrize("number", range(5))
def test_any_cuts_leave_a_document_that_holds(number):
    """`tests.bench limits` asks a hundred of longer ones."""
    data, encoding = many_cuts(TEXT + "勞(lao)?", Random(number))
    text, origin = decode(data, encoding=encoding)
    document = restore(text, origin=origin)
    assert not not_rebuilt(document, text)
    assert all(repair.applied or repair.confidence < 0.5 for repair in document.repairs)


def test_bytes_of_another_text_do_no_harm():
    origin = Origin(
        lost=3, cuts=(Cut(1, 2, b"\xe5"), Cut(3, 4, b"\xe5\x8a"), Cut(90, 92, b"\x8a\xa8"))
    )
    assert restore("推动劳动关系", origin=origin).text == "推动劳动关系"
    assert restore("", origin=origin).text == ""


def test_noise_is_given_up_quickly():
    random = Random(3)
    noise = [DATA[:30] + b"\xff" * 200_000, b"\xe5\x8a" * 100_000, random.randbytes(100_000)]
    start = process_time()
    for data in noise:
        restore_bytes(DATA * 3 + data, "utf-8")
    assert process_time() - start < 20
