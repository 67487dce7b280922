from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import restore
from tests.damage import debris
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.repair.making import recovered, rules

UNHURRIED = settings(deadline=None, max_examples=40)
REMOVED = [
    ("依法处理。</p><br>各地", "依法处理。各地"),
    ('见<a href="http://x.com/a?b=1&c=2" target=_blank>附件</a>二', "见附件二"),
    ("<font color=red size=2>重点</font>内容<BR/>", "重点内容"),
    ("<p>整段</p>", "整段"),
    ("正文<!-- 广告 -->继续", "正文继续"),
    ("正文<script>var a = 1 < 2;</script>继续", "正文继续"),
    ("&lt;br&gt;换行", "换行"),
    ("甲&amp;nbsp;乙", "甲 乙"),
    ("&ldquo;全面落实&rdquo;", "“全面落实”"),
    ("责任\u200b到\u00ad人", "责任到人"),
    ('依法处理。) A0 x& ^! M9" i各地要抓好落实', "依法处理。各地要抓好落实"),
]
KEPT = (
    "如果a<b，则c>d。", "若a<b>c则", "std::vector<a> x; 定义", "x = a <b> c 的意思",
    "依据<GB/T 1234>执行", "《办法》〈细则〉", "使用<br>标签换行，如<p>标签", "“<br>”表示换行",
    "`<strong>` 元素", "if (a && b) { c = d; } 求和", "当 x + y = z 时，a * b = c 成立",
    "甲 A B C D 乙", "选项 A. B. C. D. 都对", "Q & A 环节", "1 + 2 * 3 = 7 是算式",
    "型号 A1 B2 C3 D4 均可", "公式 a / b - c = d，其中", "键盘 W A S D 移动",
    "第二条  为了加强管理，制定本办法。", "姓名：张三  李四  王五", "甲方　　乙方",
    "مرحبا\u200f بالعالم，中文", "👨\u200d👩\u200d👧一家", "AT&T 公司", "http://x.cn/?a=1&lt;2",
)  # fmt: skip
SPOKEN_OF = (
    'HTML 里 <br> 是换行，<p> 是段落，<a href="#"> 是链接。',
    "<br>和<hr>都是空元素，不需要结束标签。",
    "段落用<p>开始，用</p>结束。",
    "把文字放在<strong>和</strong>之间就会变粗。",
    'Vue 模板里 <div v-if="show">内容</div> 会渲染。',
    "用 &lt; 表示小于号，用 &gt; 表示大于号，用 &amp; 表示 & 本身。",
    "在 HTML 中，空格写作 &nbsp;，版权符号写作 &copy;。",
    "直接写&nbsp;即可，多个空格就写多个&nbsp;&nbsp;。",
    "XML 中必须转义的字符有：&amp;、&lt;、&quot;。",
    "浏览器会把&amp;nbsp;显示为&nbsp;。",
)
MENUS = (
    "上一篇：无  下一篇：无", "【打印】【关闭】【收藏】", "首页 > 政务公开 > 政策文件",
    "分享到：微信 微博 QQ空间",
    "返回顶部", "版权所有：某某市人民政府", "点击次数：123",
    "当前位置：首页 > 新闻", "字体：大 中 小", "京ICP备12345678号-1", "上一页 下一页 末页",
)  # fmt: skip
NO_MENUS = (
    "关闭", "打印机坏了", "首页设计得很好", "分享",
    "他把门关闭了。", "大中小企业", "返回的时候下雨了",
    "下一步，我们要加强管理。", "位置：北纬30度", "版权归作者所有", "上一条规定不适用于前款情形。",
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), REMOVED)
def test_what_is_certain_goes(text, wanted):
    assert recovered(text) == wanted
    document = restore(text)
    assert document.rebuild_source() == text


@pytest.mark.parametrize("text", KEPT)
def test_what_is_meant_stays(text):
    assert recovered(text) == text


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_markup_that_a_text_speaks_of_is_only_pointed_out(text):
    assert recovered(text) == text
    applied, proposed = rules(text)
    assert not applied
    assert proposed


def test_a_number_behind_noise_belongs_to_the_text():
    text = "处理。) A0 x& ^! M9\" i责任，检查。. L5 Z& |}' w0 H9 |18号车库"
    assert recovered(text) == "处理。责任，检查。18号车库"


def test_rows_of_question_marks_are_no_noise():
    text = "年复一年从来就没有间断过。? ?? ? ??? ? ?？不过，二大爷也有网开一面的时候。"
    assert recovered(text) == text


def test_signs_that_a_text_speaks_of_are_only_pointed_out():
    text = '登录密码为 A0 x& ^! M9" 请牢记，不要告诉别人。'
    assert recovered(text) == text
    assert rules(text) == (set(), {"debris.noise"})


def test_tags_around_words_that_are_joined_still_go():
    assert recovered("由<b>甲方</b>和<b>乙方</b>签字。") == "由甲方和乙方签字。"
    assert recovered("标签：<a href=x>政策</a>&nbsp;时间") == "标签：政策 时间"
    assert recovered("见/index.html<br>全文") == "见/index.html全文"


def test_the_source_of_a_page_and_quoted_code_keep_their_tags():
    for text in ("<!DOCTYPE html>\n<p>正文</p>", "示例：\n```\n<p>正文</p>\n```\n"):
        assert recovered(text) == text


def test_a_line_of_nothing_but_tags_is_only_pointed_out():
    text = f"{TEXTS[0]}\n<div>\n{TEXTS[1]}"
    assert recovered(text) == text
    assert rules(text) == (set(), {"debris.tag"})


def test_one_tag_that_nothing_closes_is_only_pointed_out():
    assert recovered("不是列表 <b>") == "不是列表 <b>"
    assert rules("不是列表 <b>") == (set(), {"debris.tag"})


@pytest.mark.parametrize("line", MENUS)
def test_menus_are_pointed_out(line):
    text = f"{line}\n{TEXTS[0]}\n"
    assert recovered(text) == text
    assert "debris.navigation" in rules(text)[1]


@pytest.mark.parametrize("line", NO_MENUS)
def test_what_is_no_menu(line):
    assert rules(f"{TEXTS[0]}\n{line}") == (set(), set())


def test_private_characters_are_pointed_out():
    assert recovered("制作\ue004笔录") == "制作\ue004笔录"
    assert rules("制作\ue004笔录") == (set(), {"debris.private_use"})


def test_a_doubled_space_inside_a_word_goes():
    assert recovered("经人民  政府批准，方可施工。") == "经人民政府批准，方可施工。"


@pytest.mark.parametrize("make", [debris.tags, debris.entities, debris.invisible, debris.page])
def test_damage_is_undone(make):
    for number in range(20):
        text = "".join(Random(number).sample(SENTENCES, 3))
        case = make(text, Random(number))
        assert recovered(case.text) == case.truth


@UNHURRIED
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4), st.integers(0, 1000))
def test_noise_goes_and_nothing_else(texts, number):
    text = "\n".join(texts)
    case = debris.anti_copy(text, Random(number))
    document = restore(case.text)
    assert document.rebuild_source() == case.text
    # Every hanzi and full-width mark is still there.
    kept = [char for char in document.text if char > "\u2000"]
    assert kept == [char for char in text if char > "\u2000"]
    assert restore(document.text).text == document.text


@UNHURRIED
@given(st.lists(st.sampled_from([*TEXTS, *SENTENCES, *KEPT]), min_size=1, max_size=5))
def test_clean_text_stays(texts):
    text = "\n".join(texts)
    assert recovered(text) == text
