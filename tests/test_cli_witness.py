"""`jingdu clean --witness`: another copy of the text, on the command line."""

import pytest

from tests.command import jingdu

WHOLE = "他想起劳动关系的事，一夜没睡。\n"
DAMAGED = WHOLE.replace("系", "\ufffd")


@pytest.fixture
def home(tmp_path):
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def pages(tmp_path):
    page, other = tmp_path / "page.txt", tmp_path / "other.txt"
    page.write_text(DAMAGED, "utf-8")
    other.write_bytes(WHOLE.encode("gbk"))
    return page, other


def test_another_copy_tells_what_is_lost(pages, home):
    page, other = pages
    assert jingdu("clean", page, **home).stdout.decode() == DAMAGED
    run = jingdu("clean", page, "--witness", other, **home)
    assert (run.stdout.decode(), run.stderr, run.returncode) == (WHOLE, b"", 0)


def test_either_may_be_standard_input_but_not_both(pages, home):
    page, other = pages
    run = jingdu("clean", page, "--witness", "-", given=WHOLE.encode(), **home)
    assert run.stdout.decode() == WHOLE
    run = jingdu("clean", "-", "--witness", other, given=DAMAGED.encode(), **home)
    assert run.stdout.decode() == WHOLE
    assert jingdu("clean", "-", "--witness", "-", **home).returncode == 2


def test_a_witness_that_cannot_be_read_is_told(pages, tmp_path, home):
    run = jingdu("clean", pages[0], "--witness", tmp_path / "none.txt", **home)
    assert (run.stdout, run.returncode) == (b"", 1)
    assert "none.txt does not exist" in run.stderr.decode()


def test_several_files_have_no_witness_in_common(pages, home):
    run = jingdu("clean", *pages, "--witness", pages[1], **home)
    assert run.returncode == 2
    assert "single file" in run.stderr.decode()


def test_a_report_is_never_written_over_the_witness(pages, home):
    page, other = pages
    run = jingdu("clean", page, "--witness", other, "--report", other, **home)
    assert run.returncode == 2
    assert other.read_bytes() == WHOLE.encode("gbk")
