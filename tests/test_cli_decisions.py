"""The commands and what was decided in the window: it holds, unless one says that it shall not."""

import json

import pytest

from reader import restore
from reader.review.decisions import decision_for
from reader.review.finding import find_journals
from reader.review.history import How, PinnedReading
from reader.review.review import Review
from reader.text.document import Origin
from tests.command import DAMAGED, jingdu


@pytest.fixture
def home(tmp_path):
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def page(tmp_path):
    """A page on which one repair was rejected and one reading set."""
    path = tmp_path / "page.txt"
    path.write_bytes(DAMAGED.encode("utf-8"))
    review = review_of(path, tmp_path)
    first = review.base.repairs[0]
    review.decide([decision_for(first, first.before)], How.KEEP)
    review.pin_readings([PinnedReading(first.source_start, first.before, None)])
    review.save()
    review.tidy()
    return path


def review_of(path, tmp_path, source=DAMAGED):
    found = find_journals(path, source, tmp_path / "data" / "jingdu")
    thawed = found.thaw(source, Origin())
    return Review(thawed or restore(source), found, thawed=thawed is not None, name=path.name)


def test_clean_prints_what_was_decided(page, tmp_path, home):
    decided = review_of(page, tmp_path).document.text
    run = jingdu("clean", page, **home)
    assert run.stdout.decode() == decided != restore(DAMAGED).text
    assert (run.returncode, run.stderr) == (0, b"")


def test_no_decisions_leaves_them_out(page, home):
    run = jingdu("clean", page, "--no-decisions", **home)
    assert run.stdout.decode() == restore(DAMAGED).text


def test_explain_and_reports_tell_what_was_decided(page, tmp_path, home):
    assert "manual  " in jingdu("explain", page, **home).stdout.decode()
    assert "manual" not in jingdu("explain", page, "--no-decisions", **home).stdout.decode()
    report = tmp_path / "report.json"
    jingdu("clean", page, "-o", tmp_path / "clean.txt", "--report", report, **home)
    kinds = {one["kind"] for one in json.loads(report.read_text("utf-8"))["repairs"]}
    assert "manual" in kinds


def test_pinyin_takes_the_readings_set_for_places(tmp_path, home):
    path = tmp_path / "law.txt"
    source = "第一条 为了保护。\n"
    path.write_text(source, "utf-8")
    review = review_of(path, tmp_path, source)
    review.pin_readings([PinnedReading(2, "条", "diào")])
    review.save()
    run = jingdu("pinyin", path, "--format", "brackets", **home)
    assert "条(diào)" in run.stdout.decode()
    run = jingdu("pinyin", path, "--format", "brackets", "--no-decisions", **home)
    assert "条(tiáo)" in run.stdout.decode()


def test_a_file_that_changed_says_what_holds_and_what_has_no_place(page, home):
    page.write_bytes(b"\xe6\x96\xb0\n" + page.read_bytes())
    run = jingdu("clean", page, **home)
    assert "1 still apply, 0 no longer apply" in run.stderr.decode()
    page.write_text("别的。\n", "utf-8")
    run = jingdu("clean", page, **home)
    assert "0 still apply, 1 no longer apply" in run.stderr.decode()
    assert "no longer applies: " in run.stderr.decode()
    assert run.returncode == 0


def test_a_journal_that_cannot_be_used_is_told_and_the_text_comes(page, home):
    journal = page.with_name("page.txt.jingdu")
    journal.write_text("mine\n", "utf-8")
    run = jingdu("clean", page, **home)
    assert "not a Jingdu file" in run.stderr.decode()
    assert run.stdout.decode() == restore(DAMAGED).text
    assert run.returncode == 0


def test_the_commands_never_write_a_journal(tmp_path, home):
    path = tmp_path / "page.txt"
    path.write_bytes(DAMAGED.encode("utf-8"))
    for command in ("clean", "explain"):
        jingdu(command, path, **home)
    assert [one.name for one in tmp_path.iterdir()] == ["page.txt"]


def test_a_text_on_standard_input_has_what_was_decided_on_it(tmp_path, home):
    found = find_journals(None, DAMAGED, tmp_path / "data" / "jingdu")
    review = Review(restore(DAMAGED), found)
    first = review.base.repairs[0]
    review.decide([decision_for(first, "净")], How.TYPED)
    review.save()
    run = jingdu("clean", "-", given=DAMAGED.encode("utf-8"), **home)
    assert "净" in run.stdout.decode()


def test_a_journal_that_a_shell_named_among_the_files_is_not_cleaned(page, tmp_path, home):
    out = tmp_path / "out"
    journal = page.with_name("page.txt.jingdu")
    run = jingdu("clean", page, journal, "-o", out, **home)
    assert (run.returncode, run.stderr) == (0, b"")
    assert [one.name for one in out.iterdir()] == ["page.txt"]
    run = jingdu("clean", journal, **home)
    assert "contains the decisions on page.txt" in run.stderr.decode()
    assert (run.returncode, run.stdout) == (1, b"")
