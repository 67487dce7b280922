"""Cards: what stands on them, and that nothing of a text becomes markup."""

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.cards.apkg import to_apkg
from reader.study.cards.card import Card, Spoken
from reader.study.cards.fields import FIELDS, make_fields, note_guid
from reader.study.cards.templates import BACK, FRONT, STYLE
from reader.study.cards.tsv import to_tsv
from reader.study.known_words import read_words
from reader.study.levels import LevelList
from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind
from tests.study.made_cards import TEXT, TITLE, cards_of


def card_of(text, word, **options):
    return next(card for card in cards_of(text, **options) if card.word == word)


def said(card):
    return "".join(piece.text for piece in card.sentence)


def document(source, *repairs):
    """Return a document with these repairs: (start, end, after, confidence)."""
    rows = [
        (start, end, Change(after, RepairKind.SLIP, "slips.test", confidence))
        for start, end, after, confidence in repairs
    ]
    return Document.of(source, rows)


# -- what a card says


def test_a_card_says_what_a_word_means_where_it_stands():
    card = card_of(TEXT, "用人单位")
    assert card.traditional == "用人單位"
    assert card.pinyin == "yòng rén dān wèi"
    assert card.meanings[0] == "employer"
    assert said(card) == "用人单位应当与劳动者签订合同。"
    assert card.source == TITLE


def test_the_word_is_marked_in_its_sentence_and_every_hanzi_is_read():
    card = card_of(TEXT, "仲裁")
    assert "".join(piece.text for piece in card.sentence if piece.is_word) == "仲裁"
    assert [piece.pinyin for piece in card.sentence if piece.is_word] == ["zhòng", "cái"]
    assert all(piece.pinyin for piece in card.sentence if piece.text not in "，。")
    assert card.sentence[-1] == Spoken("。")


def test_the_reading_is_that_of_the_place():
    assert card_of("他在银行工作。", "银行").pinyin == "yín háng"
    assert card_of("都是我的。", "都").pinyin == "dōu"


@pytest.mark.parametrize(
    ("word", "levels", "level", "name"),
    [
        ("我", LevelList.HSK2, 1, "HSK 1"),
        ("仲裁", LevelList.HSK2021, 7, "HSK 7–9"),
        ("赓续", LevelList.HSK2025, None, ""),
    ],
)
def test_the_level_is_that_of_the_list_asked_for(word, levels, level, name):
    card = card_of(f"{word}，", word, levels=levels)
    assert (card.level, card.level_name) == (level, name)


def test_names_have_no_cards():
    assert "王小明" not in [card.word for card in cards_of("王小明来了。")]


def test_a_word_on_an_unsure_repair_has_no_card():
    cards = cards_of(document("协x，群y。", (1, 2, "办", 0.7), (4, 5, "众", 0.99)))
    assert [card.word for card in cards] == ["群众"]


def test_a_sentence_on_an_unsure_repair_is_on_no_card():
    source = "协x群众。群众来了。仲裁协x。协x，已经受理，"
    doubts = [(at, at + 1, "办", 0.7) for at, char in enumerate(source) if char == "x"]
    cards = {card.word: card for card in cards_of(document(source, *doubts))}
    assert said(cards["群众"]) == "群众来了。"
    assert said(cards["受理"]) == "已经受理"  # the clause without doubt
    assert cards["仲裁"].sentence == ()
    assert cards["仲裁"].pinyin == "zhòng cái"
    assert cards["仲裁"].meanings


def test_readings_of_ones_own_are_taken():
    class Read:
        start, end, pinyin, confidence = 0, 1, "xíng", 0.5

    card = card_of("行。", "行", find_readings=lambda sentence: [Read()])
    assert card.pinyin == "xíng"
    assert card.sentence[0] == Spoken("行", "xíng", True, True)


# -- HTML


class Tags(HTMLParser):
    """Collects the text and the tags of HTML."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []
        self.feed(text)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, *attributes))

    def handle_comment(self, data):
        self.tags.append(("comment", data))


EVIL = '<img src=x onerror="alert(1)">&amp;{{Word}}[sound:x.mp3]\x1f\t\n\'"=1'
ALLOWED = {"b", "i", "ruby", "rt", "rp", "span", "ol", "li"}


def evil_card(text):
    return Card(
        text, text, text, (text, text), (Spoken(text), Spoken(text, text, True)), text, 1,
        LevelList.HSK2, len(text) % 2 == 0,
    )  # fmt: skip


@given(text=st.text(max_size=20) | st.just(EVIL))
def test_no_text_is_markup(text):
    for field in make_fields(evil_card(text)):
        parsed = Tags(field)
        assert {name for name, *_ in parsed.tags} <= ALLOWED
        attributes = {one for _, *rest in parsed.tags for one in rest}
        assert all(
            name == "class" and re.fullmatch("t[1-5]( soft)?", value) for name, value in attributes
        )
        assert not re.search("[\x00-\x1f\x7f\ud800-\udfff]", field)
        assert "[" not in field
        field.encode("utf-8")


def test_what_is_shown_is_what_was_written():
    fields = dict(zip(FIELDS, make_fields(evil_card("<b>\"&'=")), strict=True))
    assert Tags(fields["Source"]).text == "<b>\"&'="
    assert Tags(fields["Sentence"]).text == "<b>\"&'=<b>\"&'=(<b>\"&'=)"
    assert make_fields(evil_card("=1+1"))[5] == "&#61;1+1"


def test_ruby_and_tone_colours():
    fields = dict(zip(FIELDS, make_fields(card_of("我申请了仲裁。", "仲裁")), strict=True))
    assert fields["Word"] == "仲裁"
    assert fields["Pinyin"] == '<span class="t4">zhòng</span> <span class="t2">cái</span>'
    assert fields["Coloured"] == '<span class="t4">仲</span><span class="t2">裁</span>'
    assert (
        '<b><ruby class="t4">仲<rp>(</rp><rt>zhòng</rt><rp>)</rp></ruby></b>'
        in (fields["Sentence"])
    )
    assert '<ruby class="t5">了' in fields["Sentence"]
    assert fields["Sentence"].endswith("。")


def test_an_unsure_reading_is_soft():
    card = card_of("行。", "行")._replace(sentence=(Spoken("行", "xíng", True, True),))
    assert 'class="t2 soft"' in make_fields(card)[4]


def test_one_meaning_needs_no_list():
    card = card_of("仲裁，", "仲裁")
    assert "<ol>" not in make_fields(card._replace(meanings=("arbitration",)))[3]
    assert make_fields(card._replace(meanings=()))[3] == ""
    assert make_fields(card._replace(meanings=("a", "b")))[3] == "<ol><li>a</li><li>b</li></ol>"


def test_a_meaning_that_was_put_together_is_marked():
    card = card_of("捐助人，", "捐助人")
    assert card.is_composed
    assert card.meaning_text.startswith("≈ ")
    assert re.fullmatch("<i>≈ [^<]+</i>", make_fields(card)[3])
    assert not card_of("仲裁，", "仲裁").is_composed


# -- templates


def test_the_sides_name_fields_that_are_there():
    named = set(re.findall(r"\{\{[#/]?(\w+)\}\}", FRONT + BACK))
    assert named == set(FIELDS)
    for name in FIELDS:
        assert BACK.count(f"{{{{#{name}}}}}") == BACK.count(f"{{{{/{name}}}}}")


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_text_is_readable_by_day_and_by_night():
    light, dark = re.findall(r"(--ink[^}]*background: #\w{6})", STYLE, re.S)
    assert "nightMode" in STYLE
    assert "night_mode" in STYLE
    for block in (light, dark):
        page = re.search("background: (#[0-9a-f]{6})", block)[1]
        colours = dict(re.findall("--([a-z0-9]+): (#[0-9a-f]{6})", block))
        assert contrast(colours["ink"], page) >= 7
        for name in ("muted", "t1", "t2", "t3", "t4"):
            assert contrast(colours[name], page) >= 4.5, name


# -- files


def test_lines_for_anki():
    written = to_tsv(cards_of(TEXT))
    lines = written.splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert "#separator:tab" in head
    assert "#guid column:1" in head
    columns = head[-1].removeprefix("#columns:").split("\t")
    assert columns == ["GUID", *FIELDS, "Tags"]
    rows = [line.split("\t") for line in lines[len(head) :]]
    assert len(rows) == len(cards_of(TEXT))
    assert all(len(row) == len(columns) for row in rows)
    assert rows[0][0] == note_guid("用人单位")


def test_the_lines_are_read_back_as_known_words(tmp_path):
    path = tmp_path / "cards.txt"
    path.write_text(to_tsv(cards_of(TEXT)), "utf-8")
    assert list(read_words(path).words) == [card.word for card in cards_of(TEXT)]


def test_the_package_is_read_back_as_known_words(tmp_path):
    path = tmp_path / "cards.apkg"
    path.write_bytes(to_apkg(cards_of(TEXT)))
    assert list(read_words(path).words) == [card.word for card in cards_of(TEXT)]


def test_the_package_holds_a_note_and_a_card_for_each_word():
    cards = cards_of(TEXT)
    with zipfile.ZipFile(io.BytesIO(to_apkg(cards))) as package:
        assert sorted(package.namelist()) == ["collection.anki2", "media"]
        assert package.read("media") == b"{}"
        data = package.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(data)
        notes = file.execute("SELECT guid, flds FROM notes ORDER BY id").fetchall()
        assert [guid for guid, _ in notes] == [note_guid(card.word) for card in cards]
        assert [tuple(fields.split("\x1f")) for _, fields in notes] == list(map(make_fields, cards))
        assert file.execute("SELECT count(*) FROM cards").fetchone() == (len(cards),)


def test_the_id_of_a_note_depends_on_its_word_alone():
    one, two = card_of(TEXT, "仲裁"), card_of("仲裁。", "仲裁", title="x")
    assert one != two
    assert note_guid(one.word) == note_guid(two.word)
    assert note_guid("仲裁") != note_guid("裁")
    assert note_guid("\ud800")
