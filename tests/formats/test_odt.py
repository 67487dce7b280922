"""OpenDocument texts: lines and what they are, numbers of lists, what is left out."""

import pytest

from reader.formats.open import text_of
from tests.formats.making import odt


def lines(body, **how):
    return text_of(odt(body, **how), None)[0].splitlines()


def left_out(body, **how):
    return dict(text_of(odt(f"<text:p>文</text:p>{body}", **how), None)[1].left_out)


def list_style(*levels, name="L1", tag="list-style"):
    return f'<text:{tag} style:name="{name}">{"".join(levels)}</text:{tag}>'


def level(number, way, **more):
    more = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{way}"{more}/>'


def listed(*texts, style="L1", more=""):
    items = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {more}>{items}</text:list>'


def para(text, style="P"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_headings_paragraphs_and_tables(blocks):
    table = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"<table:table-cell>{para('姓名')}</table:table-cell>"
        f"<table:table-cell>{para('年龄')}</table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row>"
        f"<table:table-cell>{para('张')}{para('三')}</table:table-cell>"
        f"<table:table-cell>{para('三十')}</table:table-cell></table:table-row></table:table>"
    )
    body = f'<text:h text:outline-level="2">总则</text:h>{para("正文。")}{table}{para("末段。")}'
    assert blocks(odt(body), "a.odt") == [
        ("heading", 2, "总则"),
        ("paragraph", 0, "正文。"),
        ("row", 1, "姓名\t年龄"),
        ("row", 0, "张 三\t三十"),
        ("paragraph", 0, "末段。"),
    ]


def test_a_table_that_only_frames_text_is_text():
    cell = f"<table:table-cell>{para('一')}{para('二')}</table:table-cell>"
    assert lines(f"<table:table><table:table-row>{cell}</table:table-row></table:table>") == [
        "一",
        "二",
    ]


def test_the_title_is_a_heading_by_its_style(blocks):
    styles = (
        '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    shared = (
        '<office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles>'
    )
    found = blocks(odt(para("某市条例", "P9") + para("正文。"), styles=styles, shared=shared))
    assert found == [("heading", 1, "某市条例"), ("paragraph", 0, "正文。")]


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("甲<text:s/>乙", "甲 乙"),
        ('甲<text:s text:c="3"/>乙', "甲   乙"),
        ("甲<text:tab/>乙", "甲\t乙"),
        ("甲\n    <text:span>乙</text:span>\n丙", "甲 乙 丙"),
        ('<text:a xmlns:x="http://www.w3.org/1999/xlink" x:href="a">链接</text:a>。', "链接。"),
        ("<text:ruby><text:ruby-base>汉</text:ruby-base>"
         "<text:ruby-text>hàn</text:ruby-text></text:ruby>字", "汉字"),
        ("<text:bookmark/>甲<text:page-number>3</text:page-number>", "甲3"),
        ("&lt;b&gt;", "<b>"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(inside, wanted):
    assert lines(para(inside)) == [wanted]


def test_a_line_break_begins_a_line():
    assert lines(para("甲<text:line-break/>乙")) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("way", "more", "wanted"),
    [
        ("1", {"num_suffix": "."}, ["1. 甲", "2. 乙"]),
        ("一, 二, 三, ...", {"num_prefix": "第", "num_suffix": "条"}, ["第一条甲", "第二条乙"]),
        ("壹, 贰, 叁, ...", {"num_suffix": "、"}, ["壹、甲", "贰、乙"]),
        ("甲, 乙, 丙, ...", {"num_suffix": "、"}, ["甲、甲", "乙、乙"]),
        ("①, ②, ③, ...", {}, ["①甲", "②乙"]),
        ("a", {"num_suffix": ")"}, ["a) 甲", "b) 乙"]),
        ("I", {}, ["I 甲", "II 乙"]),
        ("", {}, ["甲", "乙"]),
    ],
)
def test_items_have_their_numbers(way, more, wanted):
    styles = list_style(level(1, way, **more))
    assert lines(listed(para("甲"), para("乙")), styles=styles) == wanted


def test_lists_inside_lists_show_the_numbers_above(blocks):
    styles = list_style(
        level(1, "1", num_suffix="."), level(2, "1").replace("/>", ' text:display-levels="2"/>')
    )
    inner = "<text:list><text:list-item>{}</text:list-item></text:list>".format
    body = listed(para("甲") + inner(para("甲一")) + inner(para("甲二")), para("乙") + para("又"))
    assert blocks(odt(body, styles=styles)) == [
        ("item", 1, "1. 甲"),
        ("item", 2, "1.1 甲一"),
        ("item", 2, "1.2 甲二"),
        ("item", 1, "2. 乙"),
        ("paragraph", 0, "又"),
    ]


def test_a_list_goes_on_where_it_says_so():
    styles = list_style(level(1, "1", num_suffix="."))
    one = listed(para("甲"))
    going_on = listed(para("乙"), more='text:continue-numbering="true"')
    assert lines(one + para("间") + going_on + one, styles=styles) == [
        "1. 甲",
        "间",
        "2. 乙",
        "1. 甲",
    ]
    started = one.replace("<text:list-item>", '<text:list-item text:start-value="7">')
    assert lines(started, styles=styles) == ["7. 甲"]


def test_headings_count_by_the_outline():
    way = '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." '
    shared = list_style(way + 'style:num-prefix="第" style:num-suffix="章"/>', tag="outline-style")
    body = (
        '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="1">附则</text:h>'
    )
    assert lines(body, shared=shared) == ["第一章总则", "第二章附则"]


def test_boxes_come_behind_their_paragraph_and_notes_at_the_end():
    box = f"<draw:frame><draw:text-box>{para('框中。')}</draw:text-box></draw:frame>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{para('脚注。')}</text:note-body></text:note>"
    )
    assert lines(para(f"前{note}{box}后。") + para("末段。")) == [
        "前后。",
        "框中。",
        "末段。",
        "脚注。",
    ]


def test_what_is_not_text_is_counted():
    picture = (
        "<text:p><draw:frame><draw:image/><draw:image/><svg:desc>说明</svg:desc></draw:frame>"
        "</text:p>"
    )
    thing = "<text:p><draw:frame><draw:object/><draw:image/></draw:frame></text:p>"
    comment = f"<text:p>文<office:annotation>{para('批注')}</office:annotation></text:p>"
    forms = "<office:forms><form:form><form:text/><form:checkbox/></form:form></office:forms>"
    assert left_out(picture + thing + comment + forms) == {
        "comments": 1, "fields": 2, "pictures": 1, "objects": 1,
    }  # fmt: skip


def test_what_was_deleted_is_left_out_wherever_it_stands():
    region = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{}</text:deletion>'
        '</text:changed-region><text:changed-region text:id="c2"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
    ).format
    assert left_out(region(para("删去"))) == {"deleted": 1}
    inline = para(
        '前<text:change-start text:change-id="c1"/>删去<text:change-end text:change-id="c1"/>'
        '<text:change-start text:change-id="c2"/>插入<text:change-end text:change-id="c2"/>后'
    )
    assert lines(region("") + inline) == ["前插入后"]


def test_what_is_hidden_is_left_out():
    styles = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    )
    body = para('前<text:span text:style-name="T2">隐<text:span>藏</text:span></text:span>后')
    assert lines(body, styles=styles) == ["前后"]
    assert left_out(body, styles=styles) == {"hidden": 1}


def test_heads_and_feet_are_counted():
    shared = (
        "<office:master-styles><style:master-page>"
        f"<style:header>{para('页眉')}</style:header><style:footer>{para('')}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    assert left_out("", shared=shared) == {"headers": 1}
    assert left_out("", shared=shared, flat=True) == {"headers": 1}


def test_one_that_breaks_off_is_read_as_far_as_it_goes():
    data = odt(para("第一段。") + para("第二段。"), flat=True)
    text, origin = text_of(data[: data.index("二".encode())], None)
    assert text.startswith("第一段。\n")
    assert dict(origin.left_out) == {"unreadable": 1}


@pytest.mark.parametrize(
    "body",
    [
        '<text:p>甲<text:s text:c="999999999"/>乙</text:p>',
        "<table:table><table:table-row>"
        "<table:table-cell table:number-columns-repeated='99999'>"
        f"{para('甲')}</table:table-cell><table:table-cell/>"
        "</table:table-row></table:table>",
        "<text:list>" * 3000 + para("甲") + "</text:list>" * 3000,
        "<text:section>" * 50_000 + para("甲") + "</text:section>" * 50_000,
        "<text:p>" * 3000 + "甲" + "</text:p>" * 3000,
        "<text:span>甲" + "</text:span>",
        "<text:list-item>" + para("甲") + "</text:list-item></text:list>",
    ],
)  # fmt: skip
def test_what_nobody_writes_is_read_or_refused_at_once(body):
    assert "甲" in "".join(lines(para("甲") + body))
