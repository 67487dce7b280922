"""Where rules lie, which win, and that those of a folder wait until they are trusted."""

import pytest

from reader.repair.rules.model import Level, Rules
from reader.review.rules.levels import FOLDER_FILE, RuleFiles
from reader.review.rules.write import save_rules
from reader.text.errors import ReaderError

SOURCE = "和谐"
RULES = Rules()


@pytest.fixture
def files(tmp_path):
    return RuleFiles(tmp_path / "data", tmp_path / "configuration")


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "work" / "deep" / "page.txt"
    path.parent.mkdir(parents=True)
    path.write_text(SOURCE, "utf-8")
    return path


def put_in_folder(document, text='[pairs]\n"甲" = "乙"\n', up=0):
    path = document.parents[up] / FOLDER_FILE
    path.write_text(text, "utf-8")
    return path


def test_without_files_there_are_no_rules(files, document, tmp_path):
    found = files.find(document, SOURCE)
    assert not found.rules
    assert (found.folder, found.problems, found.waits_for_trust) == (None, (), False)
    assert not (tmp_path / "data").exists()


def test_each_level_has_its_file(files, document):
    save_rules(files.user_path, RULES.protect("甲"))
    save_rules(files.document_path(SOURCE), RULES.protect("乙"))
    given = save_and_return(document.parent / "given.toml", RULES.protect("丙"))
    folder = put_in_folder(document)
    found = files.find(document, SOURCE, given=given, trust=True).rules
    assert dict(found.levels) == {
        Level.USER: RULES.protect("甲"),
        Level.FOLDER: RULES.add_pair("甲", "乙"),
        Level.DOCUMENT: RULES.protect("乙"),
        Level.GIVEN: RULES.protect("丙"),
    }
    assert found.names[Level.USER] == "rules.toml"
    assert found.names[Level.FOLDER] == FOLDER_FILE
    assert found.at(Level.FOLDER).pairs[0].line == 2
    assert files.path_of(Level.FOLDER, SOURCE, files.find_folder_rules(document)) == folder
    assert not files.find(document, "另一篇").rules.at(Level.DOCUMENT)


def save_and_return(path, rules):
    save_rules(path, rules)
    return path


def test_rules_of_a_folder_wait_until_they_are_trusted(files, document):
    put_in_folder(document)
    found = files.find(document, SOURCE)
    assert found.waits_for_trust
    assert not found.rules
    files.trust(found.folder)
    found = files.find(document, SOURCE)
    assert not found.waits_for_trust
    assert found.rules.at(Level.FOLDER) == RULES.add_pair("甲", "乙")
    files.distrust(found.folder.path)
    assert files.find(document, SOURCE).waits_for_trust


def test_rules_of_a_folder_that_changed_are_asked_about_anew(files, document):
    path = put_in_folder(document)
    files.trust(files.find_folder_rules(document))
    path.write_text('[pairs]\n"甲" = "丙"\n', "utf-8")
    assert files.find(document, SOURCE).waits_for_trust
    path.write_text('[pairs]\n"甲" = "乙"\n', "utf-8")
    assert not files.find(document, SOURCE).waits_for_trust


def test_trust_in_one_folder_is_none_in_another(files, document):
    put_in_folder(document, up=1)
    files.trust(files.find_folder_rules(document))
    assert files.find_folder_rules(document).trusted
    put_in_folder(document)  # the same, but nearer
    assert not files.find_folder_rules(document).trusted


def test_rules_of_a_folder_are_literal_or_none(files, document):
    put_in_folder(document, 'switched_off = ["marks"]\n')
    found = files.find(document, SOURCE, trust=True)
    assert not found.rules
    assert not found.waits_for_trust
    assert [problem.code for problem in found.problems] == ["rules_not_for_folder"]


def test_a_file_with_a_mistake_is_a_problem_and_the_others_hold(files, document):
    save_rules(files.user_path, RULES.protect("甲"))
    path = files.document_path(SOURCE)
    path.parent.mkdir(parents=True)
    path.write_text("[pairs", "utf-8")
    found = files.find(document, SOURCE, given=document.parent / "none.toml")
    assert [problem.code for problem in found.problems] == ["rules_toml", "missing"]
    assert dict(found.rules.levels) == {Level.USER: RULES.protect("甲")}


def test_damaged_notes_on_trust_trust_nothing(files, document, tmp_path):
    put_in_folder(document)
    files.trust(files.find_folder_rules(document))
    (note,) = (tmp_path / "data").glob("*.json")
    for damaged in (b"", b"[]", b"{", b"\xff", b'{"x": 3}'):
        note.write_bytes(damaged)
        assert files.find(document, SOURCE).waits_for_trust
    files.trust(files.find_folder_rules(document))
    assert not files.find(document, SOURCE).waits_for_trust


def test_a_text_without_a_file_has_no_folder(files):
    assert files.find(None, SOURCE).folder is None


def test_what_cannot_be_read_is_a_problem(files, document):
    (document.parent / FOLDER_FILE).symlink_to("loop")
    (document.parent / "loop").symlink_to(FOLDER_FILE)
    found = files.find(document, SOURCE)
    assert not found.rules
    assert all(isinstance(problem, ReaderError) for problem in found.problems)
