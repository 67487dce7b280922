"""The triage report, as one who reads it in a browser sees it."""

import os
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from reader.batch.archive.row import Damage
from reader.text.errors import EmptyFile, ReaderError
from tests.batch.archive.report_page import (
    WHEN,
    ReportPage,
    make_row,
    read_table,
    restored_row,
    words_of,
)

SPUN = "各地(di)要抓好(hao)落实(shi)，確保群眾的合法(fa)權益。\n"
SLIPPED = "穩步擴大?；肚捌诮涷灒骺h應當建立健全制度。\n"
FORMS = "我們要確保群眾的合法權益，讓勞動者滿意。\n"
LOST = "关于开展锟斤拷的通知，各县应当认真落实。\n"
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;</style>"


@pytest.fixture
def report(tmp_path):
    return lambda rows, **values: ReportPage(tmp_path / "report.html", rows, **values)


# -- counts


def test_pages_are_counted_by_what_damaged_them(report):
    rows = [
        make_row("a", 0, characters=1_500),
        make_row("b", 1, damage="spun", repairs=7, counts={"gloss": 7}, characters=500),
        make_row("c", 2, damage="spun", repairs=3, counts={"gloss": 2, "script": 1}),
        make_row("d", 3, damage="lost", lost=2, repairs=2),
        make_row("e", 4, damage="failed", error="e is a damaged Word document."),
    ]
    page = report(rows)
    classes = page.classes()
    assert {name: row["Pages"] for name, row in classes.items()} == {
        "clean": "1", "spun": "2", "lost": "1", "failed": "1",
    }  # fmt: skip
    assert classes["spun"]["Share"] == "40.0%"
    assert classes["spun"]["Repairs"] == "10"
    assert classes["clean"]["Characters"] == "1,500"
    assert classes["lost"]["Need a human"] == "1"
    figures = [words_of(one) for one in page.page.find_class("figure")]
    assert figures[:3] == [
        "5 pages 20.0% clean",
        "2 need a human 40.0% of all pages",
        "12 repairs 2 lost, 0 undecided",
    ]


def test_the_bar_shows_the_shares_and_tells_them(report):
    rows = [make_row(f"{at}", at, damage="clean" if at else "failed") for at in range(2_000)]
    (bar,) = report(rows).page.find_class("bar")
    parts = {part.get("class"): part for part in bar.iter("rect")}
    assert [words_of(part) for part in parts.values()] == [
        "clean: 1,999 (99.9%)", "failed: 1 (<0.1%)",
    ]  # fmt: skip
    width = {name: float(part.get("width")) for name, part in parts.items()}
    assert width["clean"] > 990
    assert width["failed"] >= 1, "one page of two thousand can be seen"


def test_repairs_are_counted_by_kind(report):
    page = report([restored_row("a", SPUN, damage="spun"), restored_row("b", SPUN, damage="spun")])
    kinds = [words_of(one) for one in page.part("kinds").iter("li")]
    assert kinds[0] == "Gloss 8"
    assert [one.split()[0] for one in kinds] == ["Gloss", "Traditional"]


def test_a_class_of_a_later_version_is_another_repair(report):
    assert set(report([make_row("a", damage="shuffled")]).classes()) == {"other repairs"}


def test_hosts_are_listed_the_largest_first_and_the_rest_is_summed_up(report):
    rows = [
        make_row(f"{host}/{at}", host, host=f"h{host:02}.example", damage="spun" if at else "clean")
        for host in range(60)
        for at in range(60 - host)
    ]
    hosts = report(rows).table("hosts")
    assert len(hosts) == 51
    assert hosts[0]["Host"] == "h00.example"
    assert (hosts[0]["Pages"], hosts[0]["clean"], hosts[0]["spun"]) == ("60", "1", "59")
    assert hosts[-1]["Host"] == "other hosts: 10"
    assert hosts[-1]["Pages"] == str(sum(range(1, 11)))
    assert "failed" not in hosts[0], "a class that none has takes no column"


def test_months_stand_in_their_order_and_what_has_none_at_the_end(report):
    dates = ("2024-03-09", "2023-12-31T23:59:59Z", "2024-03-01", "", "bad", "2024-13-01", "2024-1")
    rows = [make_row(f"{at}", at, date=date) for at, date in enumerate(dates)]
    months = report(rows).table("months")
    assert [(row["Month"], row["Pages"]) for row in months] == [
        ("2023-12", "1"), ("2024-03", "2"), ("date unknown", "4"),
    ]  # fmt: skip


def test_what_is_not_known_takes_no_room(report):
    page = report([make_row("a"), make_row("b", 1)])
    assert page.part("hosts") is None
    assert page.part("months") is None
    assert page.part("kinds") is None
    links = [one.get("href") for one in page.page.find(".//nav")]
    assert links == ["#worst", "#copies", "#samples"]


def test_no_page_at_all_is_told(report):
    page = report([])
    assert "There are no pages." in words_of(page.page)
    assert "None: nothing failed, and nothing is lost or undecided." in words_of(page.part("worst"))


# -- the worst


def test_the_worst_come_first(report):
    size = {"characters": 1_000}
    rows = [
        make_row("fine", 0, damage="spun", repairs=9, lowest=0.6, **size),
        make_row("long", 1, damage="spun", undecided=3, characters=9_000),
        make_row("short", 2, damage="slipped", undecided=3, **size),
        make_row("unsure", 3, damage="other", undecided=3, lowest=0.3, **size),
        make_row("lost", 4, damage="lost", lost=1, **size),
        make_row("misread", 5, damage="misread", undecided=1, **size),
        make_row("read back", 6, damage="misread", repairs=40, lowest=0.99, **size),
        make_row("aside", 7, damage="aside", error="It took longer than 60 s."),
        make_row("failed", 8, damage="failed", error="It is empty."),
    ]
    table = report(rows).table("worst")
    names = [row["Page"].split(" crawl")[0] for row in table]
    assert names == ["failed", "aside", "misread", "lost", "unsure", "short", "long"]
    assert table[0]["Page"].endswith("It is empty.")
    assert table[4]["Open places per 1,000"] == "3.0"
    assert table[4]["Lowest confidence"] == "30%"


def test_one_cause_does_not_take_all_places(report):
    rows = [make_row(f"f{at}", at, damage="failed", error="No.") for at in range(500)]
    rows += [make_row(f"u{at}", 500 + at, undecided=1, characters=9) for at in range(500)]
    page = report(rows)
    table = page.table("worst")
    assert len(table) == 100
    assert sum(row["Damage"] == "failed" for row in table) == 30
    assert "the worst 100 of 1,000" in words_of(page.part("worst"))
    assert "And 470 more that failed" in words_of(page.part("worst"))


def test_a_page_is_opened_by_a_command_to_copy(report, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages of May").mkdir()
    rows = [
        make_row("https://a.example/x?y=1&z=2", 0, undecided=9),
        make_row("b/c d.txt", 1, undecided=8),
        make_row("-rf.txt", 2, undecided=7),
    ]
    folder = [("pages of May", "e/f.txt"), ("g.txt", "g.txt"), ("-h.txt", "-h.txt")]
    rows += [
        type(rows[0])(page=page, source=source, position=3 + at, undecided=6 - at)
        for at, (source, page) in enumerate(folder)
    ]
    commands = [row["Open with"] for row in report(rows).table("worst")]
    opens = ["jingdu", "open", "crawl.warc.gz"]
    assert [shlex.split(one) for one in commands] == [
        [*opens, "https://a.example/x?y=1&z=2"],
        [*opens, "b/c d.txt"],
        [*opens, "--", "-rf.txt"],
        ["jingdu", "pages of May/e/f.txt"],
        ["jingdu", "g.txt"],
        ["jingdu", "./-h.txt"],
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="another shell, other quotation marks")
@pytest.mark.parametrize(
    "name", ["a\nrm -rf x", "\x1b[2Ka", "$(touch x)`y`", "it's \\ \x07", "甲\u202e乙", "x\u0000y"]
)
def test_a_shell_takes_any_name_for_one_word(report, name):
    page = report([make_row(name, undecided=1)])
    (command,) = page.part("worst").iter("code")
    assert command.text.isprintable()
    if "\0" in name:  # no word can hold it
        return
    shell = ["bash", "-c", f"jingdu() {{ printf '%s\\0' \"$@\"; }}; {command.text}"]
    said = subprocess.run(shell, capture_output=True, check=True).stdout.decode()
    assert said.split("\0")[:3] == ["open", "crawl.warc.gz", name]


def test_the_command_says_how_the_page_was_read(report):
    page = report([make_row("a.jsonl#3", undecided=1)], options=("--column", "正文 1"))
    (command,) = page.part("worst").iter("code")
    assert shlex.split(command.text) == [
        "jingdu", "open", "--column", "正文 1", "crawl.warc.gz", "a.jsonl#3",
    ]  # fmt: skip


# -- samples


def test_a_few_pages_of_each_class_are_shown_with_the_repair_marked(report):
    rows = [
        restored_row("spun", SPUN, 0, damage="spun"),
        restored_row("slipped", SLIPPED, 1, damage="slipped"),
        restored_row("lost", LOST, 2, damage="lost"),
        restored_row("clean", "各县应当认真落实。\n", 3),
        make_row("failed", 4, damage="failed", error="It is empty."),
    ]
    page = report(rows)
    samples = page.samples()
    assert list(samples) == ["clean", "spun", "slipped", "lost", "failed"]
    assert samples["clean"][0]["Clean text"] == "各县应当认真落实。"
    assert samples["failed"][0]["Why"] == "It is empty."
    marks = {}
    for title, table in zip(samples, page.part("samples").findall("table"), strict=True):
        cells = table.findall("tbody/tr/td")
        texts = ["".join(cell.itertext()) for cell in cells if cell.get("class") == "text"]
        marks[title] = (texts, [(one.get("class"), one.text) for one in table.iter("mark")])
    original, clean = marks["spun"][0]
    assert original == SPUN.strip()
    assert clean == "各地要抓好落实，确保群众的合法权益。"
    assert ("gloss", "(di)") in marks["spun"][1]
    assert ("script", "確") in marks["spun"][1]
    assert ("script", "确") in marks["spun"][1]
    original, clean = marks["slipped"][0]
    assert original == SLIPPED.strip()
    assert clean.startswith("稳步扩大。基于前期经验")
    assert any(name.startswith("slip") for name, _ in marks["slipped"][1])
    assert any("lost" in name for name, _ in marks["lost"][1])
    assert "锟斤拷" in marks["lost"][0][0]


def test_an_excerpt_is_cut_around_the_repair_that_tells(report):
    far = "会议在市里召开,代表们认真讨论了报告。" * 30
    row = restored_row("a", f"{far}\n{SLIPPED}{far}", damage="slipped")
    original = report([row]).samples()["slipped"][0]["Original"]
    assert "?；肚捌诮" in original
    assert len(original) < 150


def test_without_details_the_beginning_is_shown(report):
    row = restored_row("a", SPUN * 20, damage="spun", details=None)
    (shown,) = report([row]).samples()["spun"]
    assert shown["Clean text"].startswith("各地要抓好落实")
    assert shown["Clean text"].endswith("…")
    assert "Original" not in shown


def test_details_of_another_text_do_no_harm(report):
    row = restored_row("a", SPUN, damage="spun", clean="完全不同的一段文字。")
    (shown,) = report([row]).samples()["spun"]
    assert shown["Clean text"] == "完全不同的一段文字。"


def test_samples_are_drawn_by_name_whatever_the_order(report):
    rows = [make_row(f"page{at}", at, damage="spun", clean="文") for at in range(300)]
    drawn = [row["Page"] for row in report(rows).samples()["spun"]]
    turned = [row["Page"] for row in report(rows[::-1]).samples()["spun"]]
    assert len(drawn) == 5
    assert sorted(drawn) == sorted(turned)
    more = [row["Page"] for row in report(rows[:200]).samples()["spun"]]
    assert {one for one in drawn if int(re.search(r"\d+", one)[0]) < 200} <= set(more)


# -- what stands there is text


def test_nothing_of_a_page_becomes_markup(report):
    row = restored_row(
        HOSTILE, f"{HOSTILE}{SPUN}", damage="spun", undecided=1, host=HOSTILE, address=HOSTILE,
        date=HOSTILE, error=HOSTILE,
    )  # fmt: skip
    failed = make_row(HOSTILE, 1, damage="failed", error=HOSTILE, host=HOSTILE)
    rows = [row, failed, row]
    page = report(rows, title=HOSTILE, command=f"jingdu batch {HOSTILE}")
    plain = report(
        [restored_row("a", SPUN, damage="spun", undecided=1, host="h"), make_row("b", 1)]
    )
    tags = {element.tag for element in page.page.iter()}
    assert tags <= {element.tag for element in plain.page.iter()} | {"ul", "li", "span", "p", "a"}
    assert not page.page.xpath("//script | //img | //*[@*[starts-with(name(), 'on')]]")
    assert len(page.page.xpath("//style")) == 1
    assert words_of(page.page.find(".//h1")) == HOSTILE
    assert HOSTILE in words_of(page.part("worst"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "java\nscript:alert(1)", "JavaScript://a.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "https://", "http:a",
        " https://a.example/", "https://[", "//a.example/x", "vbscript:x", "https://a\x00.example",
    ],
)  # fmt: skip
def test_no_link_is_made_of_what_is_no_address_on_the_web(report, address):
    rows = [make_row(address, 0, undecided=1), make_row("a", 1, undecided=1, address=address)]
    links = report(rows).page.xpath("//a/@href")
    assert all(link.startswith("#") for link in links)


def test_an_address_on_the_web_is_a_link_that_tells_nobody(report):
    address = 'https://a.example/b?c="d"&e=<f>'
    page = report([make_row("a", undecided=1, address=address)])
    link = page.part("worst").find(".//a")
    assert link.get("href") == address
    assert link.get("rel") == "noopener noreferrer"


def test_what_steers_is_shown_by_its_code(report):
    page = report([make_row("a\u202eb\x1b", undecided=1, error="c\nd")])
    words = words_of(page.part("worst"))
    assert "a<U+202E>b<U+001B>" in words
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", page.markup)


def test_the_page_needs_nothing_but_itself(report):
    rows = [restored_row("a", SPUN, damage="spun", undecided=1, address="https://a.example/")]
    page = report(rows)
    policy = page.page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert not page.page.xpath("//*[@src] | //link | //script | //iframe | //object")
    assert "url(" not in page.markup
    assert "@import" not in page.markup
    assert "prefers-color-scheme: dark" in page.markup
    assert "@media print" in page.markup


def test_half_a_surrogate_pair_does_not_stop_it(report):
    row = make_row("\ud800", undecided=1, host="\udfff", clean="\ud83d" * 90, damage="spun")
    assert report([row]).classes()["spun"]["Pages"] == "1"


# -- again, elsewhere, in another language


def test_the_same_rows_give_the_same_bytes(report, tmp_path):
    rows = [
        restored_row(f"p{at}", SPUN * (1 + at % 3), at, damage="spun", host=f"h{at % 7}")
        for at in range(40)
    ]
    first = report(rows).markup
    assert report(iter(rows)).markup == first
    script = (
        "import sys; from tests.batch.archive.test_report import *; from pathlib import Path\n"
        "rows = [restored_row(f'p{at}', SPUN * (1 + at % 3), at, damage='spun', host=f'h{at % 7}')"
        " for at in range(40)]\n"
        "ReportPage(Path(sys.argv[1]), rows)"
    )
    other = tmp_path / "other.html"
    subprocess.run(
        [sys.executable, "-c", script, str(other)],
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert other.read_text("utf-8") == first


def test_it_says_so_when_it_cannot_be_written(tmp_path):
    with pytest.raises(ReaderError):
        ReportPage(tmp_path / "no" / "report.html", [make_row("a")])


def test_nothing_is_left_beside_it(report, tmp_path):
    report([make_row(f"{at}", at, clean="各县应当认真落实。" * 20) for at in range(30)])
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_it_is_all_in_chinese(report):
    translated = _chinese()
    rows = [
        restored_row("p1", FORMS * 9, 0, damage="spun", host="h.example", date="2024-05-01"),
        restored_row("p2", FORMS * 9, 1, damage="spun", undecided=2, lost=1),
        *(
            make_row(f"q{one}", 2, damage=one.value, undecided=1, error=str(EmptyFile("p1")))
            for one in Damage
        ),
        *(make_row(f"r{at}", 3 + at, host=f"{at}.example") for at in range(60)),
        *(make_row(f"s{at}", 99 + at, date=f"{1990 + at}-01-01") for at in range(60)),
    ]
    page = report(rows, translate=lambda of, text: translated[of, text])
    names = {row.page for row in rows}
    for element in page.page.find("body").iter():
        for words in (element.text, element.tail):
            if element.tag in ("code", "a") or words is None:
                continue
            left = re.sub(r"[a-z0-9]+\.example|Jingdu|MinHash|crawl\.warc\.gz", "", words)
            if left.strip() not in names:
                assert not re.search("[A-Za-z]{2,}", left), words
    head = words_of(page.page.find(".//header"))
    assert "2026年11月30日" in head
    assert WHEN.year == 2026


def _chinese():
    found = {}
    source = Path(__file__).parents[3] / "resources" / "i18n" / "jingdu_zh_CN.ts"
    for context in ET.parse(source).iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name"), message.findtext("source")
            found[key] = message.findtext("translation")
    return found


# -- without what finds copies


def test_without_the_package_it_says_how_to_get_it(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "datasketch", None)
    page = report([make_row("a", clean="各县应当认真落实。" * 20)])
    assert "datasketch is not installed" in words_of(page.part("copies"))
    (command,) = page.part("copies").iter("code")
    assert shlex.split(command.text) == ["pip", "install", "jingdu[batch]"]
    assert read_table(page.page.find(".//table"))[0]["Pages"] == "1"
