"""OFD files: what stands on their pages in which order, and what is counted."""

import pytest

from reader.formats.open import text_of
from reader.text.errors import BrokenFile, TooMuchInside
from tests.formats.making import OFD, ofd, ofd_lines, ofd_page, ofd_text, zipped

FORM = ofd_text("名称：", 20, 60) + ofd_text("地址：", 20, 70)
FILLED = ofd_text("北京市海淀区", 34, 70) + ofd_text("某某公司", 34, 60)
FRAME = ofd_text("某市人民政府文件", 60, 10) + ofd_text("内部资料注意保存", 60, 280)


def lines(data):
    return text_of(data, None)[0].splitlines()


def left_out(data):
    return dict(text_of(data, None)[1].left_out)


def drawn(steps, text, *, y_steps="", more="", size=4):
    return ofd_page(
        f'<ofd:TextObject Boundary="20 20 99 9" Size="{size}" {more}><ofd:TextCode X="0" Y="4" '
        f'DeltaX="{steps}" DeltaY="{y_steps}">{text}</ofd:TextCode></ofd:TextObject>'
    )


@pytest.mark.parametrize(
    ("why", "steps", "text", "wanted"),
    [
        ("one step each", "4 4 4", "一二三四", ["一二三四"]),
        ("a step repeated", "g 3 4", "一二三四", ["一二三四"]),
        ("both, more steps than characters", "4 g 2 4 -12 g 99 1", "一二三四", ["一二三四"]),
        ("no steps", "", "一二三四", ["一二三四"]),
        ("nonsense for steps", "g g x 4 NaN 1e999", "一二三四", ["一二三四"]),
        ("room for a word", "4 24 4", "名称地址", ["名称 地址"]),
        ("a title set wide", "12 12 12", "关于通知", ["关于通知"]),
        ("letters", "g 5 2", "Office", ["Office"]),
    ],
)
def test_characters_stand_by_their_steps(why, steps, text, wanted):
    assert lines(ofd([drawn(steps, text)])) == wanted, why


def test_one_object_of_several_lines_and_one_that_is_upright():
    wrapped = drawn("4 -4 4", "一二三四", y_steps="0 6 0")
    assert lines(ofd([wrapped])) == ["一二三四"]  # a full line and the next
    apart = drawn("4 -4 4", "一二三四", y_steps="0 20 0")
    assert lines(ofd([apart])) == ["一二", "三四"]
    assert lines(ofd([drawn("0 0", "购买方", y_steps="g 2 5")])) == ["购买方"]
    # A chemist's index stands a little lower; that is no new line.
    assert lines(ofd([drawn("3 2", "H2O", y_steps="1 -1")])) == ["H2O"]


def test_single_characters_below_each_other_are_one_word_and_rows_of_a_table_are_not():
    upright = "".join(ofd_text(char, 20, 60 + n * 4.5) for n, char in enumerate("销售方"))
    assert lines(ofd([ofd_page(upright)])) == ["销售方"]
    ticks = "".join(
        ofd_text(char, 20, 60 + n * 8) + ofd_text("已核对", 90, 60 + n * 8)
        for n, char in enumerate("是否否")
    )
    assert lines(ofd([ofd_page(ticks)])) == ["是 已核对", "否 已核对", "否 已核对"]


def test_each_character_an_object_of_its_own():
    text = "各地要加强领导"
    objects = "".join(ofd_text(char, 30 + 4 * n, 40) for n, char in enumerate(text))
    assert lines(ofd([ofd_page(objects)])) == [text]
    words = "".join(ofd_text(char, 30 + x, 40) for x, char in ((0, "A"), (2.7, "I"), (6, "x")))
    assert lines(ofd([ofd_page(words)])) == ["AI x"]


def test_what_is_drawn_twice_to_look_bold_is_said_once():
    twice = ofd_text("通知", 30, 40) + ofd_text("通知", 30.3, 40)
    assert lines(ofd([ofd_page(twice)])) == ["通知"]
    apart = ofd_text("通知", 30, 40) + ofd_text("通知", 30, 60)
    assert lines(ofd([ofd_page(apart)])) == ["通知", "通知"]


def test_matrices_scale_and_turn():
    """A converter of PDF keeps points and says CTM="0.3528 …": 18 points are one heading."""
    small = drawn("g 4 12", "正文一段。", more='CTM="0.3528 0 0 0.3528 0 0"', size=12)
    assert lines(ofd([small])) == ["正文一段。"]
    heading = ofd_text("大标题", 30, 10, size=18, more='CTM="0.3528 0 0 0.3528 0 0"')
    body = ofd_lines(["为贯彻落实上级意见，现通知如下。"] * 4)
    structure = text_of(ofd([ofd_page(heading + body)]), None)[1].structure
    assert structure[0].kind.value == "heading"
    turned = drawn("g 4 4", "侧边的文字", more='CTM="0 1 -1 0 0 0"')
    assert lines(ofd([turned])) == ["侧边的文字"]


@pytest.mark.parametrize("ctm", ["0 0 0 0 0 0", "1 0 0", "x", "1e300 0 0 1e300 0 0", "NaN " * 6])
def test_a_matrix_that_is_none_leaves_the_text(ctm):
    assert lines(ofd([drawn("g 4 4", "正文一段。", more=f'CTM="{ctm}"')])) == ["正文一段。"]


def test_a_form_is_read_with_what_fills_it_in():
    data = ofd([ofd_page(FILLED, template="t0")], templates=[ofd_page(FORM)])
    assert lines(data) == ["名称：某某公司", "地址：北京市海淀区"]


def test_a_form_names_its_fields_on_every_page():
    page = ofd_page(FILLED, template="t0")
    data = ofd([page, page.replace("某某", "另一")], templates=[ofd_page(FORM)])
    assert "\n".join(lines(data)).count("名称：") == 2
    assert "repeated" not in left_out(data)


def test_a_head_that_repeats_is_read_once_and_counted():
    pages = [ofd_page(ofd_text(f"正文第{n}段。", 30, 40), template="t0") for n in "一二"]
    data = ofd(pages, templates=[ofd_page(FRAME)])
    assert lines(data).count("某市人民政府文件") == 1
    assert left_out(data) == {"repeated": 1}


def test_cells_of_a_row_stand_on_one_line_and_each_row_on_its_own():
    rows = "".join(
        ofd_text(f"项目{n}", 20, 40 + 6 * n) + ofd_text("单价", 60, 40 + 6 * n)
        + ofd_text("数量合计", 170, 40 + 6 * n)
        for n in range(3)
    )  # fmt: skip
    assert lines(ofd([ofd_page(rows)])) == [f"项目{n} 单价 数量合计" for n in range(3)]


def test_rows_that_all_pages_have_are_no_feet_of_pages():
    def page(number):
        words = [f"第{number}张发票的清单", "如下所列", "不含已作废的发票", "合计金额"]
        text = "".join(ofd_text(word, 20, 60 + 12 * n) for n, word in enumerate(words))
        total = ofd_text("壹佰元整", 150, 96)
        return ofd_page(text + total + ofd_text("本页由系统生成", 80, 280))

    data = ofd([page(number) for number in "一二三四"])
    assert "".join(lines(data)).count("合计金额 壹佰元整") == 4
    assert "本页由系统生成" not in "".join(lines(data))


def test_a_table_that_goes_on_over_pages_keeps_its_rows():
    def page(number):
        rows = "".join(
            ofd_text(f"第{number}页第{n}行", 20, 60 + 12 * n)
            + ofd_text("壹佰元整", 150, 60 + 12 * n)
            for n in (1, 2, 3)
        )
        return ofd_page(rows)

    found = lines(ofd([page(number) for number in "一二"]))
    assert found == [f"第{page}页第{n}行 壹佰元整" for page in "一二" for n in (1, 2, 3)]


def test_columns_and_cells_stay_together_as_they_are_drawn():
    left = "".join(ofd_text(f"左栏第{n}行文字", 20, 40 + 6 * n) for n in range(5))
    right = "".join(ofd_text(f"右栏第{n}行文字", 120, 40 + 6 * n) for n in range(5))
    found = "".join(lines(ofd([ofd_page(left + right)])))
    assert found.index("左栏第4") < found.index("右栏第0")


def test_columns_are_read_from_the_left_in_whichever_order_they_are_drawn():
    def column(name, x, count=6):
        return "".join(ofd_text(f"{name}栏第{n}行文字", x, 40 + 6 * n) for n in range(count))

    def read(*columns):
        return "".join(lines(ofd([ofd_page("".join(columns))])))

    for order in ((1, 0, 2), (2, 1, 0), (0, 2, 1)):
        columns = [column("左", 20), column("中", 80), column("右", 140)]
        found = read(*(columns[at] for at in order))
        places = [found.index(f"{name}栏第{n}") for name in "左中右" for n in range(6)]
        assert places == sorted(places)
    # A note of two lines beside the text stays where it is drawn.
    assert read(column("右", 120, 2), column("左", 20)).startswith("右栏第0")


def test_objects_in_no_order_are_read_by_their_places():
    where = [3, 0, 5, 1, 4, 2]
    objects = "".join(ofd_text(f"第{n}行。", 30, 40 + 12 * n) for n in where)
    found = "".join(lines(ofd([ofd_page(objects)])))
    assert found == "".join(f"第{n}行。" for n in range(6))


def test_names_are_found_however_they_are_written():
    page = ofd_page(ofd_text("正文一段。", 30, 40))

    def with_link(link, member):
        document = (
            f'<Document xmlns="http://www.ofdspec.org/2016"><Pages><Page ID="1" BaseLoc="{link}"/>'
            "</Pages></Document>"
        )
        entry = "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>"
        return zipped({"OFD.xml": entry, "Doc_0/Document.xml": document, member: page})

    for link, member in (
        ("Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("pages/PAGE_0/content.XML", "Doc_0/Pages/Page_0/Content.xml"),
        ("Pages\\Page_0\\Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("../Pages/a.xml", "Pages/a.xml"),
        ("./Pages/a.xml", "Doc_0\\Pages\\a.xml"),
    ):
        assert lines(with_link(link, member)) == ["正文一段。"], link


def test_several_documents_in_one_file_come_one_after_the_other():
    body = "</ofd:DocBody><ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot>"
    second = (
        f'<ofd:Document {OFD}><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>'
        "</ofd:Document>"
    )
    more = {"Doc_1/Document.xml": second, "Doc_1/P.xml": ofd_page(ofd_text("第二件。", 30, 40))}
    data = ofd([ofd_page(ofd_text("第一件。", 30, 40))], body=body, more=more)
    assert lines(data) == ["第一件。", "第二件。"]


def test_drawings_are_read_where_pages_put_them():
    unit = (
        f'<ofd:Res {OFD}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>'
        f"{ofd_text('图中文字。', 0, 0)}"
        '<ofd:CompositeObject ResourceID="7" Boundary="0 0 9 9"/>'  # it names itself
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    objects = ofd_text("之前。", 30, 40) + "".join(
        f'<ofd:CompositeObject ResourceID="{name}" Boundary="30 {y} 99 9"/>'
        for name, y in ((7, 60), (8, 70), (7, 80))
    )
    data = ofd(
        [ofd_page(objects)],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        more={"Doc_0/DocumentRes.xml": unit},
    )
    assert lines(data) == ["之前。", "图中文字。", "图中文字。"]


def test_what_is_not_text_is_counted():
    picture = '<ofd:ImageObject Boundary="0 0 9 9" ResourceID="3"/>'
    hidden = ofd_text("看不见", 30, 90, more='Visible="false"')
    data = ofd(
        [ofd_page(ofd_text("正文一段。", 30, 40) + picture * 2 + hidden)],
        document=(
            "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
            "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
        ),
        body="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        more={
            "Doc_0/Annots/Annotations.xml": (
                f'<ofd:Annotations {OFD}><ofd:Page PageID="0"><ofd:FileLoc>Page_0/Annotation.xml'
                "</ofd:FileLoc></ofd:Page></ofd:Annotations>"
            ),
            "Doc_0/Annots/Page_0/Annotation.xml": (
                f'<ofd:PageAnnot {OFD}><ofd:Annot Type="Stamp"><ofd:Appearance>'
                f"{ofd_text('水印', 0, 0)}</ofd:Appearance></ofd:Annot>"
                '<ofd:Annot Type="Highlight"/></ofd:PageAnnot>'
            ),
            "Doc_0/Attachs/Attachments.xml": (
                f'<ofd:Attachments {OFD}><ofd:Attachment Name="a"/></ofd:Attachments>'
            ),
            "Doc_0/Signs/Signatures.xml": (
                f'<ofd:Signatures {OFD}><ofd:MaxSignId>2</ofd:MaxSignId><ofd:Signature ID="1"/>'
                "</ofd:Signatures>"
            ),
        },
    )
    assert lines(data) == ["正文一段。"]
    assert left_out(data) == {
        "hidden": 1, "pictures": 2, "annotations": 2, "signatures": 1, "attachments": 1,
    }  # fmt: skip


def test_a_page_that_is_damaged_or_missing_does_not_keep_the_others():
    good = ofd_page(ofd_text("正文一段。", 30, 40))
    data = ofd([good, "<ofd:Page", good.replace("一", "二")])
    assert "".join(lines(data)) == "正文一段。正文二段。"
    assert left_out(data) == {"unreadable": 1}


def test_who_does_not_want_it_any_more_is_asked_at_each_page():
    asked = []

    def check():
        asked.append(1)
        if len(asked) == 3:
            raise KeyboardInterrupt

    page = ofd_page(ofd_text("正文一段。", 30, 40))
    with pytest.raises(KeyboardInterrupt):
        text_of(ofd([page] * 9), None, check=check)


def test_codes_that_only_the_font_can_show_are_said():
    data = ofd([drawn("g 7 4", "\ue001\ue002\ue003\ue004浏览\ue005\ue006")])
    assert left_out(data) == {"garbled": 1}
    assert left_out(ofd([drawn("g 11 4", "\uf06c正文一段，有一个圆点。")])) == {}


@pytest.mark.parametrize(
    "page",
    [
        ofd_page("<ofd:TextObject><ofd:TextCode>字</ofd:TextCode></ofd:TextObject>" * 150_000),
        ofd_page(ofd_text("字" * 150_000, 3, 3, steps="g 1000000000 1")),
        ofd_page("<a/>" * 3_000_001),
    ],
    ids=["objects", "characters", "elements"],
)  # fmt: skip
def test_a_page_that_holds_more_than_any_is_refused(page):
    with pytest.raises(TooMuchInside):
        lines(ofd([page]))


def test_what_is_named_ten_thousand_times_is_read_once():
    page = ofd_page(ofd_text("正文一段。", 30, 40))
    document = (
        f"<ofd:Document {OFD}><ofd:Pages>"
        + '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 10_000
        + "</ofd:Pages></ofd:Document>"
    )
    data = ofd([page], more={"Doc_0/Document.xml": document})
    assert lines(data) == ["正文一段。"]
    assert left_out(data) == {"repeated": 9999}


def test_drawings_that_double_in_each_other_end():
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{n}"><ofd:Content>'
        + f'<ofd:CompositeObject ResourceID="{n + 1}" Boundary="0 0 9 9"/>' * 6
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for n in range(14)
    )
    data = ofd(
        [ofd_page('<ofd:CompositeObject ResourceID="0"/>')],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        more={"Doc_0/DocumentRes.xml": f"<ofd:Res {OFD}>{units}</ofd:Res>"},
    )
    with pytest.raises(TooMuchInside):
        lines(data)


def test_xml_that_is_made_to_fill_the_stack_is_damaged():
    deep = "<ofd:PageBlock>" * 100_000 + ofd_text("文", 3, 3) + "</ofd:PageBlock>" * 100_000
    with pytest.raises(BrokenFile):
        lines(ofd([ofd_page(deep)]))


@pytest.mark.parametrize("steps", ["g 1000000000 1", "1 " * 100_000, "g 0 1 " * 100_000, "g " * 9])
def test_no_list_of_steps_is_taken_farther_than_there_are_characters(steps):
    assert "".join(lines(ofd([drawn(steps, "一二")]))) == "一二"
