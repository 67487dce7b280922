"""Rules of the user on the command line: which hold, which are left out, what is said of it."""

import pytest

from reader import restore
from reader.review.decisions import decision_for
from reader.review.finding import find_journals
from reader.review.history import How
from reader.review.review import Review
from tests.command import jingdu as run_jingdu

SPUN = "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。"
CLEAN = "推动劳动关系和谐。"


@pytest.fixture
def home(tmp_path):
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "work" / "page.txt"
    path.parent.mkdir()
    path.write_text(SPUN, "utf-8")
    return path


def jingdu(*arguments, **environment):
    """Run the command; return what it printed, as text."""
    run = run_jingdu(*arguments, **environment)
    run.stdout, run.stderr = run.stdout.decode(), run.stderr.decode()
    return run


def put(path, before, after, section="pairs"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'[{section}]\n"{before}" = "{after}"\n', "utf-8")
    return path


def own(tmp_path):
    return tmp_path / "config" / "jingdu" / "rules.toml"


def test_rules_of_the_user_hold_unless_they_are_left_out(tmp_path, page, home):
    put(own(tmp_path), "咊諧", "和协")
    assert jingdu("clean", page, **home).stdout == "推动劳动关系和协。"
    assert jingdu("clean", page, "--no-rules", **home).stdout == CLEAN
    assert "rules.toml, line 2" in jingdu("explain", page, **home).stdout
    assert "协" in jingdu("pinyin", page, "--format", "brackets", **home).stdout


def test_a_file_that_is_named_wins_over_those_of_the_user(tmp_path, page, home):
    put(own(tmp_path), "咊諧", "和协")
    named = put(tmp_path / "named.toml", "咊諧", "和睦")
    run = jingdu("clean", page, "--rules", named, **home)
    assert (run.stdout, run.stderr, run.returncode) == ("推动劳动关系和睦。", "", 0)


def test_a_file_that_is_named_and_has_a_mistake_stops_the_command(tmp_path, page, home):
    named = put(tmp_path / "named.toml", "咊", "和", "pair")
    run = jingdu("clean", page, "--rules", named, **home)
    assert (run.stdout, run.returncode) == ("", 1)
    assert "named.toml, line 1: “pair” is unknown. Perhaps you meant “pairs”." in run.stderr
    run = jingdu("clean", page, "--rules", tmp_path / "none.toml", **home)
    assert run.returncode == 1
    assert "does not exist" in run.stderr
    assert jingdu("clean", page, "--rules", named, "--no-rules", **home).returncode == 2


def test_a_mistake_in_the_rules_of_the_user_is_said_once_and_the_text_still_comes(
    tmp_path, page, home
):
    put(own(tmp_path), "咊", "和", "pair")
    run = jingdu("clean", page, page, **home)
    assert run.stdout.count(CLEAN) == 2
    assert run.stderr.count("“pair” is unknown") == 1
    assert run.returncode == 0


def test_rules_of_a_folder_do_not_hold_until_they_are_trusted(page, home):
    put(page.parent / ".jingdu.toml", "咊諧", "和协")
    run = jingdu("clean", page, **home)
    assert run.stdout == CLEAN
    assert "are not trusted and do not apply; --trust-folder-rules applies them." in run.stderr
    run = jingdu("clean", page, "--trust-folder-rules", **home)
    assert (run.stdout, run.stderr) == ("推动劳动关系和协。", "")
    assert jingdu("clean", page, "--no-rules", **home).stderr == ""


def test_rules_can_be_checked(tmp_path, home):
    good = put(tmp_path / "good.toml", "咊", "和", "exceptions")
    bad = put(tmp_path / "bad.toml", "咊", "咊")
    run = jingdu("rules", "check", good, **home)
    assert (run.stdout, run.returncode) == (f"{good}: 1 rule\n", 0)
    run = jingdu("rules", "check", bad, good, **home)
    assert (run.stdout, run.returncode) == (f"{good}: 1 rule\n", 1)
    assert (
        "bad.toml, line 2: the rule “咊” cannot be applied: both texts are the same." in run.stderr
    )
    assert jingdu("rules", "check", **home).returncode == 2


def test_what_was_decided_on_keeps_its_repairs_unless_a_file_is_named(tmp_path, page, home):
    review = Review(restore(SPUN), find_journals(page, SPUN, tmp_path / "data" / "jingdu"))
    first = review.base.repairs[0]
    review.decide([decision_for(first, "试")], How.TYPED)
    review.tidy()
    named = put(own(tmp_path), "咊諧", "和协")
    run = jingdu("clean", page, **home)
    assert run.stdout == "推试劳动关系和谐。"
    assert "contains repairs made with other rules" in run.stderr
    run = jingdu("clean", page, "--rules", named, **home)
    assert (run.stdout, run.stderr) == ("推试劳动关系和协。", "")
    assert jingdu("clean", page, "--no-decisions", **home).stdout == "推动劳动关系和协。"
