"""Which pages the report takes for scrapes of one text, and which it calls best restored."""

from random import Random

import pytest

from reader import restore
from tests.batch.archive.report_page import ReportPage, make_row, words_of
from tests.damage.everyday import TEXTS
from tests.damage.sentences import SENTENCES
from tests.damage.styles import STYLES

pytest.importorskip("datasketch", reason="jingdu[batch] is not installed")

STORY = "".join(TEXTS[:12])
OTHER = "".join(TEXTS[12:24])


@pytest.fixture
def copies(tmp_path):
    """Return what tells the groups in a report: names by group, the best restored first."""

    def find(rows):
        page = ReportPage(tmp_path / "report.html", rows)
        part = page.part("copies")
        if part.find("table") is None:
            return []
        groups = []
        for row in part.findall("table/tbody/tr"):
            size, _, best, *_, others = row.findall("td")
            names = [best.find("p").text, *(one.text for one in others.iter("li"))]
            groups.append((int(size.text), *(words.split(" · ")[0] for words in names)))
        return groups

    return find


def test_one_text_damaged_in_many_ways_is_one_group(copies):
    rows = []
    for name, text in (("story", STORY), ("other", OTHER)):
        for style in ("seed", "variants", "glosses", "traditional", "marks", "mark_slip", "tags"):
            clean = restore(STYLES[style](text, Random(style)).text).text
            rows.append(make_row(f"{name} {style}", len(rows), damage="spun", clean=clean))
    found = copies(rows)
    assert [size for size, *_ in found] == [7, 7]
    for _, *names in found:
        assert len({name.split()[0] for name in names}) == 1


def law(of, what):
    """Return a law of a few articles, of which most stand in every law."""
    return "\n".join(
        (
            f"第一条 为了规范{of}，保障公众的合法权益，根据有关法律、行政法规，制定本条例。",
            f"第二条 在本省行政区域内从事{of}及其监督管理活动，适用本条例。",
            *(f"第{at}条 {line}" for at, line in enumerate(what, 3)),
            "县级以上人民政府应当加强领导，将所需经费列入本级财政预算，并组织实施本条例。",
            "国家机关工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。",
            "违反本条例规定的行为，法律、行政法规已有处罚规定的，从其规定。",
            "本条例自公布之日起施行。",
        )
    )


def test_laws_that_share_their_common_articles_stay_apart(copies):
    laws = [
        law(of, SENTENCES[at * 6 : at * 6 + 6]) for at, of in enumerate(("养犬", "供水", "燃气"))
    ]
    rows = [make_row(f"{at}", at, clean=text) for at, text in enumerate(laws)]
    assert copies(rows) == []
    assert copies([*rows, make_row("again", 3, clean=laws[1])]) == [(2, "1", "again")]


def test_a_page_around_the_text_does_not_hide_it(copies):
    around = f"首页 新闻 论坛\n{STORY}\n上一篇：无 下一篇：无 版权所有"
    rows = [make_row("bare", 0, clean=STORY), make_row("around", 1, clean=around)]
    assert copies(rows) == [(2, "bare", "around")]


def test_a_page_that_was_cut_off_is_a_copy_and_not_the_best(copies):
    rows = [
        make_row("cut off", 0, clean=STORY[: len(STORY) * 7 // 10]),
        make_row("whole", 1, clean=STORY, lost=1, undecided=2),
    ]
    assert copies(rows) == [(2, "whole", "cut off")]


@pytest.mark.parametrize("sign", ["?", "\ufffd", "锟斤拷", "??"])
def test_a_page_with_many_lost_characters_finds_its_better_copy(copies, sign):
    draw = Random(3)
    lost = "".join(sign if draw.random() < 0.06 else char for char in STORY)
    rows = [make_row("lost", 0, clean=lost, lost=30), make_row("whole", 1, clean=STORY)]
    assert copies(rows) == [(2, "whole", "lost")]


def test_a_page_with_nothing_but_lost_characters_is_no_text(copies):
    rows = [make_row(f"{at}", at, clean="的?一?是?了?" * 90, lost=360) for at in range(2)]
    assert copies(rows) == []


def test_two_texts_with_a_common_part_stay_apart(copies):
    rows = [
        make_row("one", 0, clean=STORY + OTHER[:150]),
        make_row("other", 1, clean=OTHER + STORY[:150]),
        make_row("page of many", 2, clean=STORY + OTHER + "".join(SENTENCES)),
    ]
    assert copies(rows) == []


def test_marks_and_spaces_do_not_count(copies):
    folded = STORY.replace("，", ",").replace("。", ". ")
    rows = [make_row("a", 0, clean=STORY), make_row("b", 1, clean=folded)]
    assert copies(rows) == [(2, "a", "b")]


def test_the_best_restored_has_least_left_to_do(copies):
    facts = {
        "lost": {"lost": 1, "lowest": 0.99},
        "undecided": {"undecided": 1, "lowest": 0.98},
        "sure": {"lowest": 0.97},
        "unsure": {"lowest": 0.7},
        "equal": {"lowest": 0.97},
        "more lost": {"lost": 2},
    }
    rows = [make_row(name, at, clean=STORY, **of) for at, (name, of) in enumerate(facts.items())]
    assert copies(rows) == [(6, "sure", "equal", "unsure", "undecided", "lost", "more lost")]


def test_a_page_without_a_repair_is_surer_than_any(copies):
    rows = [make_row("repaired", 0, clean=STORY, lowest=0.99), make_row("clean", 1, clean=STORY)]
    assert copies(rows) == [(2, "clean", "repaired")]


def test_what_was_not_repaired_is_not_compared(copies):
    rows = [
        make_row("repaired", 0, clean=STORY, undecided=4),
        make_row("aside", 1, clean=STORY, damage="aside"),
        make_row("failed", 2, damage="failed", error="It is empty."),
        make_row("short", 3, clean="页面不存在。"),
        make_row("short", 4, clean="页面不存在。"),
    ]
    assert copies(rows) == []


def test_the_ends_of_a_chain_are_no_copies(copies):
    sentences = [*TEXTS, *SENTENCES]
    rows = [
        make_row(f"{at}", at, clean="".join(sentences[at : at + 25]), lost=at) for at in range(25)
    ]
    found = copies(rows)
    assert found, "neighbours share nearly all"
    for _, *names in found:
        numbers = sorted(int(name) for name in names if name.isdigit())
        assert numbers[-1] - numbers[0] <= 10, "the first and the last share nothing"


def test_many_copies_are_counted_and_few_are_named(copies, tmp_path):
    rows = [make_row(f"{at}", at, clean=STORY) for at in range(700)]
    rows += [make_row(f"other {at}", 700 + at, clean=OTHER) for at in range(2)]
    (size, *names), second = copies(rows)
    assert size == 700
    assert names == ["0", "1", "2", "3", "4", "5", "6", "and 693 more"]
    assert second == (2, "other 0", "other 1")
    page = ReportPage(tmp_path / "again.html", rows)
    figures = [words_of(one) for one in page.page.find_class("figure")]
    assert figures[3] == "700 redundant copies texts with copies: 2"


def test_hundred_texts_are_named_and_the_rest_is_counted(tmp_path):
    draw = Random(5)
    texts = ["".join(draw.choices(STORY, k=90)) for _ in range(110)]
    rows = [make_row(f"{at}", at, clean=texts[at // 2]) for at in range(220)]
    part = ReportPage(tmp_path / "report.html", rows).part("copies")
    assert len(part.findall("table/tbody/tr")) == 100
    assert "220 pages are copies of 110 texts" in words_of(part)
    assert "More texts with copies, not listed here: 10" in words_of(part)
