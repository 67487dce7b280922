"""jingdu compare: two copies of one page, in words and in JSON."""

import json

import pytest

from tests.command import DAMAGED, RESTORED, jingdu


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.txt"
    path.write_text(RESTORED.replace("稳定，", "稳定\n,").replace("发挥", "发扬"), "utf-8")
    return path


def test_two_copies_that_read_the_same_differ_nowhere(page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(RESTORED, "utf-8")
    run = jingdu("compare", page, other)
    assert (run.stdout.decode(), run.stderr, run.returncode) == ("0 differences\n", b"", 0)


def test_a_place_is_shown_with_both_texts_and_the_repairs_there(page, other):
    run = jingdu("compare", page, other)
    first, context, *_, last = run.stdout.decode().splitlines()
    assert first == f"1:{DAMAGED.index('揮') + 1}  words  挥 | 扬  ours is likelier"
    assert "[挥]作用" in context
    assert "    ours: script  揮 → 挥" in run.stdout.decode()
    assert last == "1 differences (1 words), 1: ours is likelier"
    assert run.returncode == 0


def test_what_differs_from_a_reference_is_a_correction(page, other):
    run = jingdu("compare", page, other, "--reference", "--layout")
    assert "  words  挥 | 扬  correction\n" in run.stdout.decode()
    assert "  layout  " in run.stdout.decode()
    assert " corrections (1 words, " in run.stdout.decode()


def test_json_holds_spans_of_both_texts(page, other):
    found = json.loads(jingdu("compare", page, other, "--json").stdout)
    assert found["format"] == "jingdu-comparison/1"
    (one,) = found["differences"]
    assert RESTORED[one["clean_start"] : one["clean_end"]] == one["text"] == "挥"
    assert DAMAGED[one["source_start"] : one["source_end"]] == "揮"
    text = other.read_text("utf-8")
    assert text[one["other_start"] : one["other_end"]] == one["other_text"] == "扬"
    assert [repair["before"] for repair in one["repairs"]] == ["揮"]


def test_a_file_that_is_not_there_fails(page, tmp_path):
    run = jingdu("compare", page, tmp_path / "none.txt")
    assert run.returncode == 1
    assert b"none.txt" in run.stderr
    assert jingdu("compare", page).returncode == 2


def test_rules_of_the_user_hold_in_both_copies(page, other, tmp_path):
    rules = tmp_path / "my.toml"
    rules.write_text('[pairs]\n"揮" = "扬"\n', "utf-8")
    run = jingdu("compare", page, other, "--rules", rules)
    assert (run.stdout.decode(), run.returncode) == ("0 differences\n", 0)
    assert jingdu("compare", page, other, "--rules", rules, "--no-rules").returncode == 2
