"""Pages that nest, repeat and break off as no author means them: nothing is lost, nothing hangs."""

import pytest

from reader.formats.open import text_of, text_of_fragment
from tests.formats.making import epub

WORDS = ("起", "承", "转", "合")


def read(page, **how):
    return text_of(page.encode(), None, whole_page=True, encoding="utf-8", **how)[0]


@pytest.mark.parametrize("depth", [10, 2000, 20_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", ""),
        ("<div>", "</div>"),
        ("<font>", ""),
        ("<font color=red><b>", "</b></font>"),
        ("<span><p>", "</p></span>"),
        ("<table><tr><td>", ""),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<ul><li>", ""),
        ("<ol><li>", "</li></ol>"),
        ("<a>", ""),
        ("<o:p>", "</o:p>"),
        ("<blockquote><div><b>", "</i></blockquote>"),
    ],
)
def test_no_text_is_lost_at_any_depth(opening, closing, depth):
    inside = f"{opening}中" * depth + "心" + f"下{closing}" * (depth if closing else 0)
    found = read(f"<html><body><p>首</p>{inside}<p>尾</p></body></html>")
    assert [found.count(word) for word in "首中心下尾"] == [
        1, depth, 1, depth if closing else 0, 1,
    ]  # fmt: skip


def test_a_hundred_thousand_levels_lose_nothing_either():
    found = read("<html>" + "<div>中" * 100_000 + "<p>尾")
    assert (found.count("中"), found.count("尾")) == (100_000, 1)


@pytest.mark.parametrize("depth", [5000, 20_000])
def test_no_text_of_a_book_is_lost_at_any_depth(depth):
    page = f"<html><body>{'<div><i>' * depth}中{'</i></div>' * depth}<p>尾</p></body></html>"
    assert text_of(epub({"a.xhtml": page}), None)[0].split() == ["中", "尾"]


def test_what_is_hidden_stays_hidden_however_deep():
    deep = "<div>" * 3000
    found = read(f"<html>{deep}明<div style='display:none'>{deep}暗</div><script>暗</script>")
    assert found == "明\n"


def test_blocks_stay_lines_however_deep():
    found = read("<html>" + "".join(f"<div>{word}" for word in WORDS * 100))
    assert found.split() == list(WORDS * 100)


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<html><body><p>一</body></html>二<p>三", "一二 三"),
        ("<html><body>一</body><div>二</div></html><!-- 注 -->三", "一 二 三"),
        ("<html><p>一\0二", "一二"),
        ("<html><p>一<plaintext>二<b>三</p>", "一 二<b>三</p>"),
        ("<html><p>一<!-- 二 <p>三", "一"),
        ("<html><p>一<!-->二<!--->三<!-- 四 --!>五", "一二三五"),
        ("<html><p>一<script>二<p>三", "一"),
        ("<html><p>一<script><!-- <script>二</script> --></script>三", "一三"),
        ("<html><p>一<style>二</style >三", "一三"),
        ("<html><title>一<p>二</title><p>三", "三"),
        ("<html><p>一<textarea>二<p>三</textarea>四", "一四"),
        ("<html><p>一<textarea>二<p>三", "一"),
        ("<html><p>一<![CDATA[二]]>三", "一三"),
        ("<html><p>一<svg><text><![CDATA[二]]></text></svg>三", "一三"),
        ("<html><p>一<xmp>二<b></xmp>三", "一 二<b> 三"),
        ("<html><p>一 < 二 <3 </ 三> &lt; &amp;lt; &#x4e8c;", "一 < 二 <3 < &lt; 二"),
        ("<html><p>一<?php echo 二 ?>三", "一三"),
        ("<html><p>一<select><option>二<p>三", "一 三"),
        ("<html><p>一<button>二</button>三<svg><g>四<p>五", "一三 五"),
        ("<html><p>一<noscript><div>二</noscript>三", "一三"),
        ("<html><p>一</p>二</p>三</br>四", "一 二 三 四"),
        ("<html><head><noscript><p>一</noscript></head><p>二", "二"),
        ("<html><body style='visibility:hidden'><p>一", "一"),
        ("<html><p title='a>b' 二=\"<\">一</p>", "一"),
        ("<html><p title='a>一<b>二", "一二"),
        ("<html><frameset><frame src=a><noframes><p>一</noframes></frameset>", "一"),
        ("<html><table>一<tr><td>二<td>三</table>", "一 二 三"),
        ("<html><table><tr><form><td>一<td>二</form></table>", "一\t二"),
        ("<html><table><tr><td>一<td>二<p>三</table>", "一\t二 三"),
        ("<html><dl><dt>一<dd>二<dt>三</dl>", "一 二 三"),
    ],
)
def test_broken_pages_read_as_browsers_show_them(page, wanted):
    found = read(page).strip("\n")
    assert found.replace("\n", " ") == wanted


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{n}='<'" for n in range(100_000)) + ">终",
        "&" + "amp;" * 100_000 + "<p>终",
        "&#" + "1" * 100_000 + ";<p>终",
        "<" * 200_000 + "终",
        "<!-- --" * 50_000 + "--><p>终",
        "<![CDATA[" * 50_000 + "><p>终",
        "<div>" * 50_000 + "</p></x></td>" * 50_000 + "终",
        "<!DOCTYPE html" + "[" * 100_000 + "><p>终",
        "<svg><g>" * 30_000 + "<p>终",
        "<select><option>" * 30_000 + "<p>终",
        "<table><tr>" + "<td>x" * 30_000 + "</table>终",
    ],
)
def test_what_is_made_to_take_long_does_not(page):
    """Each of these took minutes, or the rest of the page, where cost grows with the square."""
    assert "终" in read(f"<html><body>{page}")


def test_a_comment_in_front_many_times_over_is_recognised_at_once():
    head = "<!---->" * 500
    assert text_of(f"{head}<html><p>终".encode(), None, encoding="utf-8")[0] == "终\n"
    assert text_of(f"{head}终".encode(), None, encoding="utf-8")[0] == f"{head}终"


def test_an_empty_element_of_xml_swallows_nothing():
    page = (
        '<html xmlns="x"><head><title/><script src="a"/></head><body><div/><p>文</p></body></html>'
    )
    assert read(f'<?xml version="1.0"?>{page}') == "文\n"
    assert text_of(epub({"a.xhtml": page}), None)[0] == "文\n"
    cdata = "<html><body><p><![CDATA[文 < 字]]></p></body></html>"
    assert text_of(epub({"a.xhtml": cdata}), None)[0] == "文 < 字\n"


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("50 m<sup>2</sup>", "50 m²"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("CO<sub>2</sub>", "CO₂"),
        ("如前所述<sup>[1]</sup>。", "如前所述[1]。"),
        ('如前所述<a href="#n1"><sup>1</sup></a>。', "如前所述1。"),
        ('如前所述<sup><a href="#n1">1</a></sup>。', "如前所述1。"),
        ("20<sup>th</sup>", "20th"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mi>y</mi></math>", "x²+y"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>",
         "(a+b)/2"),
        ("<math><semantics><mi>x</mi><annotation>y</annotation></semantics></math>", "x"),
        ("<math><msqrt><mn>2</mn></msqrt><msub><mi>a</mi><mi>i</mi></msub></math>", "√2aᵢ"),
    ],
)  # fmt: skip
def test_raised_and_lowered_signs_and_simple_formulas_are_text(markup, wanted):
    assert text_of_fragment(f"<p>{markup}</p>")[0] == f"{wanted}\n"


@pytest.mark.parametrize(
    ("markup", "counts"),
    [
        ("<img src=1.jpg alt=图><img src=2.jpg>", {"pictures": 2}),
        ("<img src=dot.gif width=1 height=1><img src=i.png width=16><img>", {}),
        ("<svg width=16><path/></svg><svg><text>图</text></svg>", {"pictures": 1}),
        ("<svg><image xlink:href='a.jpg'/></svg>", {"pictures": 1}),
        ("<iframe src=a></iframe><iframe width=1 height=1></iframe>", {"frames": 1}),
        ("<video src=a>x</video><object data=b>x</object>", {"objects": 2}),
        ("<math><mtable><mtr/></mtable></math>", {"formulas": 1}),
        ("<script type='math/tex'>x</script><script>x</script><style>x</style>", {"formulas": 1}),
        ("<input><input type=hidden><input type=submit><select></select>", {"fields": 2}),
        ("<textarea>x</textarea>", {"fields": 1}),
        ("<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>", {"readings": 2}),
        ("<span style='display:none'>x7g</span><b hidden>复制</b>", {}),
        (f"<div hidden>{'很长的一段隐藏的文字' * 5}</div>", {"hidden": 1}),
        (f"<!-- {'注' * 99} --><script>{'注' * 99}</script>", {}),
    ],
)
def test_what_a_reader_would_miss_is_counted(markup, counts):
    _, origin = text_of_fragment(f"<p>文</p>{markup}")
    assert dict(origin.left_out) == counts


def test_only_what_belongs_to_the_text_of_a_page_is_counted():
    paragraphs = f"<p>{'为了保护劳动者的合法权益，制定本法。' * 3}</p>" * 5
    page = (
        "<html><body><div class=header><img src=logo.png><iframe src=ad></iframe></div>"
        f"<div>{paragraphs}<p><img src=1.jpg></p></div></body></html>"
    ).encode()
    counts = [dict(text_of(page, None, whole_page=whole)[1].left_out) for whole in (False, True)]
    assert counts == [{"pictures": 1}, {"pictures": 2, "frames": 1}]


def test_the_text_that_an_object_holds_in_its_place_is_read():
    told = "月相图：新月、上弦月、满月、下弦月。" * 4
    text, origin = text_of_fragment(f"<p>文<object data=a.xml><p>{told}</p></object>")
    assert text == f"文\n{told}\n"
    assert dict(origin.left_out) == {"objects": 1}
