import pytest

from reader import open_document
from reader.formats.open import read_text, text_of_fragment
from tests.formats.making import LINKS, NAVIGATION, PARAGRAPHS, TITLE, page

NOISE = ("首页", "搜索", "相关新闻", "三方会议", "网站标识码", "secret", "margin")


def lines(found):
    return [text for _, _, text in found]


def paragraphs(texts=PARAGRAPHS, tag="p"):
    return "".join(f"<{tag}>　　{text}</{tag}>" for text in texts)


@pytest.mark.parametrize("tag", ["p", "div"])
def test_the_main_text_of_a_page_and_its_title(blocks, tag):
    found = blocks(page(paragraphs(tag=tag)), "page.html")
    assert found == [("heading", 1, TITLE), *(("paragraph", 0, text) for text in PARAGRAPHS)]


def test_the_whole_page_on_demand(blocks):
    found = "\n".join(lines(blocks(page(paragraphs()), "page.html", whole_page=True)))
    for noise in ("首页", "相关新闻", "三方会议", "网站标识码"):
        assert noise in found
    for hidden in ("secret", "margin", "搜索"):
        assert hidden not in found


def test_an_old_page_set_in_tables_with_breaks(blocks):
    text = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>{TITLE}</title></head><body><table><tr><td>{NAVIGATION}</td></tr><tr><td><table>"
        f"<tr><td><ul>{LINKS}</ul></td><td><table><tr><td><b>{TITLE}</b></td></tr><tr><td><font>"
        + "<br><br>".join(f"　　{text}" for text in PARAGRAPHS * 2)
        + "</font></td></tr></table></td></tr></table></td></tr></table></body></html>"
    )
    found = blocks(text.encode("gb18030"), "page.htm")
    assert found[0] == ("heading", 1, TITLE)
    assert lines(found)[-6:] == list(PARAGRAPHS * 2)
    assert not any(noise in "".join(lines(found)) for noise in NOISE)


def test_short_headings_between_divisions_stay(blocks):
    """readability drops what is shorter than 25 characters and has no picture."""
    content = ""
    wanted = []
    for number, text in zip("一二三", PARAGRAPHS, strict=True):
        content += f"<div><b>{number}、工作目标</b></div><div>{text}</div>"
        wanted += [f"{number}、工作目标", text]
    content += "<div>某市人民政府</div><div>2020年5月1日</div>"
    found = blocks(page(content), "page.html")
    assert lines(found) == [TITLE, *wanted, "某市人民政府", "2020年5月1日"]


def test_headings_lists_and_tables(blocks):
    content = (
        f"<h2>一、总体<br>要求</h2>{paragraphs()}<ol><li>第一项<ul><li>其中之一</li></ul></li>"
        "<li value=7>第七项</li></ol><table><tr><th>序号</th><th>城市</th></tr>"
        "<tr><td>1</td><td>合肥市</td></tr><tr><td>2</td><td></td></tr></table>"
        "<pre>一行\n  二行</pre>"
    )
    found = blocks(page(content), "page.html")
    assert found[1] == ("heading", 2, "一、总体要求")
    assert found[5:] == [
        ("item", 1, "1. 第一项"),
        ("item", 2, "其中之一"),
        ("item", 1, "7. 第七项"),
        ("row", 1, "序号\t城市"),
        ("row", 0, "1\t合肥市"),
        ("row", 0, "2\t"),
        ("paragraph", 0, "一行"),
        ("paragraph", 0, "二行"),
    ]


def test_what_a_browser_does_not_show_is_no_text(blocks):
    content = (
        '<p>推动<span style="display: none">x7g</span>劳动<span style="FONT-SIZE:0px">复制</span>'
        "<b hidden>h</b>关系<!-- 注 -->和谐<ruby>稳<rt>wěn</rt></ruby>定，"
        f"构建\n    和谐 and\nstable。</p>{paragraphs()}"
    )
    found = blocks(page(content), "page.html")
    assert found[1][2] == "推动劳动关系和谐稳定，构建和谐 and stable。"


def test_entities_are_read_once(blocks):
    found = blocks("<html><body><p>&ldquo;全面&rdquo; &amp;ldquo; &lt;b&gt;</p></body></html>", "a")
    assert lines(found) == ["“全面” &ldquo; <b>"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        (f"{TITLE}-某市政府网", TITLE),
        (f"{TITLE} | 政策 | 某市", TITLE),
        (f"{TITLE}", TITLE),
        ("首页", None),
    ],
)
def test_the_name_of_the_site_is_no_title(blocks, title, wanted):
    text = page(paragraphs()).replace(f"{TITLE}_某市人民政府网", title)
    assert lines(blocks(text, "page.html"))[0] == (wanted or PARAGRAPHS[0])


def test_the_title_that_authorities_declare_comes_first(blocks):
    head = '<meta name="ArticleTitle" content="关于工作的补充通知">'
    found = blocks(page(paragraphs(), title="某栏目页面列表", head=head), "page.html")
    assert found[0] == ("heading", 1, "关于工作的补充通知")


def test_a_title_in_the_text_is_not_repeated(blocks):
    found = blocks(page(f"<p><b>{TITLE}</b></p>{paragraphs()}"), "page.html")
    assert found[0] == ("heading", 1, TITLE)
    assert lines(found).count(TITLE) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_a_page_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "page.html"
    text = page(
        paragraphs(("人民政府會議記錄公布實施辦法，自發布之日起施行。" * 3,)), charset="gbk"
    )
    path.write_bytes(text.encode(encoding, "ignore"))
    text, origin = read_text(path)
    assert "自發布之日起施行" in text
    assert origin.format == "html"


def test_a_chosen_encoding_is_obeyed(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(page(paragraphs()).encode("gb18030"))
    _, origin = read_text(path, encoding="utf-8")
    assert (origin.encoding, origin.how) == ("utf-8", "chosen")


@pytest.mark.parametrize(
    "text",
    [
        "<html>",
        "<html><body></body></html>",
        "<html><body><script>x</script><img src=a></body></html>",
        "<!DOCTYPE html>\n\n",
    ],
)
def test_a_page_without_text_says_so(fails, text):
    assert fails(text.encode(), "page.html") == (
        "page.html has no text: this HTML file contains only pictures, or nothing."
    )


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>" + "<font>" * 3000 + "深处的文字" + "</body>",
        "<html><body>" + "<div>" * 3000 + "<p>深处的文字",
        "<html><body><p>深处的文字\x01</p><p>" + PARAGRAPHS[0] * 9 + "\x0b</p><table><tr><td>",
        "<?xml version='1.0' encoding='gbk'?><html xmlns='x'><body>深处的文字</body></html>",
        "<html><body><a><li></ol><p>深处的文字<h1></p></div></table></body></html>",
        "<html><body><ol start=99999999999999><li value=-x>深处的文字</ol>",
    ],
)
def test_broken_pages_are_read(blocks, text):
    assert "深处的文字" in "".join(lines(blocks(text, "page.html")))


def test_untrusted_text_stays_text(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><body><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></body></html>", "utf-8"
    )
    document = open_document(path)
    assert document.source == "<script>alert(1)</script>\n"


def test_a_selection_from_the_clipboard_is_taken_whole():
    text, origin = text_of_fragment("<!--StartFragment--><h2>第一章</h2><ul><li>短</li></ul>")
    assert text == "第一章\n短\n"
    assert [block.kind.value for block in origin.structure] == ["heading", "item"]


def test_text_that_only_has_tags_in_it_is_no_page(tmp_path):
    """Damage of a page that was pasted into a text file is repaired there, and shown."""
    path = tmp_path / "page.txt"
    path.write_text("<p>全面落实</p>\n<br>推动工作", "utf-8")
    text, origin = read_text(path)
    assert (text, origin.format) == ("<p>全面落实</p>\n<br>推动工作", "text")
    path.rename(tmp_path / "page.html")
    text, origin = read_text(tmp_path / "page.html")
    assert (text, origin.format) == ("全面落实\n推动工作\n", "html")
