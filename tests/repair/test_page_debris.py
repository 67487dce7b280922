from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import restore
from tests.cases.tables import right_texts
from tests.damage import debris
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.repair.making import list_rules, make_readable

UNHURRIED = settings(deadline=None, max_examples=40)
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


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_markup_that_a_text_speaks_of_is_only_pointed_out(text):
    assert make_readable(text) == text
    applied, proposed = list_rules(text)
    assert not applied
    assert proposed


def test_signs_that_a_text_speaks_of_are_only_pointed_out():
    text = '登录密码为 A0 x& ^! M9" 请牢记，不要告诉别人。'
    assert make_readable(text) == text
    assert list_rules(text) == (set(), {"debris.noise"})


def test_a_line_of_nothing_but_tags_is_only_pointed_out():
    text = f"{TEXTS[0]}\n<div>\n{TEXTS[1]}"
    assert make_readable(text) == text
    assert list_rules(text) == (set(), {"debris.tag"})


def test_one_tag_that_nothing_closes_is_only_pointed_out():
    assert make_readable("不是列表 <b>") == "不是列表 <b>"
    assert list_rules("不是列表 <b>") == (set(), {"debris.tag"})


@pytest.mark.parametrize("line", MENUS)
def test_menus_are_pointed_out(line):
    text = f"{line}\n{TEXTS[0]}\n"
    assert make_readable(text) == text
    assert "debris.navigation" in list_rules(text)[1]


@pytest.mark.parametrize("line", right_texts("debris"))
def test_what_is_no_menu(line):
    applied, proposed = list_rules(f"{TEXTS[0]}\n{line}")
    assert not applied
    assert "debris.navigation" not in proposed


def test_private_characters_are_pointed_out():
    assert make_readable("制作\ue004笔录") == "制作\ue004笔录"
    assert list_rules("制作\ue004笔录") == (set(), {"debris.private_use"})


@pytest.mark.parametrize("make", [debris.tags, debris.entities, debris.invisible, debris.page])
def test_damage_is_undone(make):
    for number in range(20):
        text = "".join(Random(number).sample(SENTENCES, 3))
        case = make(text, Random(number))
        assert make_readable(case.text) == case.truth


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
@given(
    st.lists(st.sampled_from([*TEXTS, *SENTENCES, *right_texts("debris")]), min_size=1, max_size=5)
)
def test_clean_text_stays(texts):
    text = "\n".join(texts)
    assert make_readable(text) == text
