import json
import re

import pytest

from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.pronounce import ReadingOptions
from reader.text.document import Document

TEXT = "区长<b>出席\n第二行"


def shown(kind, text=TEXT, **options):
    material = Material(Document.of(text), "t & t", options=ReadingOptions(**options))
    return exports_for(Use.PINYIN)[kind].write(material)


def test_brackets_follow_each_hanzi_or_word():
    assert shown("brackets") == "区(qū)长(zhǎng)<b>出(chū)席(xí)\n第(dì)二(èr)行(háng)\n"
    assert shown("brackets", words=True).startswith("区长(qūzhǎng)<b>出席(chūxí)\n")


def test_ruby_is_a_page_that_shows_what_was_given():
    page = shown("ruby")
    assert "<ruby>区<rp>(</rp><rt>qū</rt><rp>)</rp></ruby>" in page
    assert "&lt;b&gt;" in page
    assert "<title>t &amp; t</title>" in page
    plain = re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|</?ruby[^>]*>", "", page)
    assert "区长&lt;b&gt;出席\n第二行</body>" in plain


def test_json_holds_source_confidence_and_others():
    loaded = json.loads(shown("json"))
    assert loaded["text"] == TEXT
    first = loaded["readings"][0]
    assert (first["text"], first["pinyin"], first["source"]) == ("区", "qū", "phrase")
    assert 0 < first["confidence"] <= 1


def test_interlinear_lines_keep_their_columns():
    lines = shown("interlinear").splitlines()
    assert lines[0].split() == ["qū", "zhǎng", "chū", "xí"]
    assert lines[1].replace(" ", "") == "区长<b>出席"
    long = shown("interlinear", "重要会议" * 30).splitlines()
    assert max(map(len, long)) <= 78
    assert "".join(long[1::2]).replace(" ", "") == "重要会议" * 30


@pytest.mark.parametrize("kind", ["ruby", "brackets", "interlinear", "json"])
@pytest.mark.parametrize("text", ["", "\n", "a", "\ud800重\x00", "重\r\n\r\n要"])
def test_no_text_breaks_a_format(kind, text):
    assert shown(kind, text).endswith("\n")
