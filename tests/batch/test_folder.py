"""Folders of documents: what is listed, and what is found in each."""

import os
import sys
from pathlib import Path

import pytest

from reader import restore
from reader.batch.folder import FolderExaminer, list_folder, natural_key
from reader.export.table import EXPORTS
from reader.review.decisions import decision_for
from reader.review.finding import find_journals
from reader.review.history import classify_choice
from reader.review.journal_file import JournalFile
from reader.review.repair_table import RepairTable
from reader.review.review import Review
from reader.text.errors import EmptyFile, FileMissing
from tests.command import CLEAN, DAMAGED

OPEN = "他们在這裡擔噹(dang)重任。一個(gè)孤立的�字。\n"


@pytest.fixture
def folder(tmp_path):
    """Return a folder with documents, and with what is none."""
    root = tmp_path / "proof"
    for name in ("10.txt", "2.txt", "b/page.html", "b/c/deep.docx", "A/sheet.xlsx", "A/one.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(CLEAN, "utf-8")
    for name in (".git/config.txt", ".hidden.txt", "2.txt.jingdu", "picture.png"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(CLEAN, "utf-8")
    return root


def names(listing):
    return [path.relative_to(listing.folder).as_posix() for path in listing.files]


def test_documents_are_listed_as_people_count_and_nothing_else(folder):
    listing = list_folder(folder)
    assert names(listing) == ["2.txt", "10.txt", "A/one.md", "b/page.html", "b/c/deep.docx"]
    assert not listing.has_more
    assert not listing.closed


def test_what_was_exported_beside_a_document_is_none(folder):
    for export in EXPORTS:
        (folder / export.suggest_name("10")).write_text(CLEAN, "utf-8")
    for alone in ("11_clean.txt", "10_cleaned.txt", "b/10_clean.txt"):
        (folder / alone).write_text(CLEAN, "utf-8")
    assert names(list_folder(folder)) == [
        "2.txt", "10.txt", "10_cleaned.txt", "11_clean.txt", "A/one.md", "b/10_clean.txt",
        "b/page.html", "b/c/deep.docx",
    ]  # fmt: skip


def test_a_link_that_leads_round_is_followed_once(folder):
    (folder / "b" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "b" / "self.txt").symlink_to(folder / "b" / "self.txt")
    (folder / "b" / "gone.txt").symlink_to(folder / "nowhere.txt")
    assert names(list_folder(folder)) == [
        "2.txt", "10.txt", "A/one.md", "b/page.html", "b/c/deep.docx",
    ]  # fmt: skip


def test_a_list_has_an_end(folder):
    listing = list_folder(folder, limit=3)
    assert names(listing) == ["2.txt", "10.txt", "A/one.md"]
    assert listing.has_more
    assert not list_folder(folder, limit=5).has_more


def test_listing_can_be_stopped(folder):
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list_folder(folder, stop)


def test_a_folder_that_is_gone_says_so(tmp_path):
    with pytest.raises(FileMissing):
        list_folder(tmp_path / "no")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read here"
)
def test_a_sub_folder_that_may_not_be_read_is_named(folder):
    (folder / "A").chmod(0)
    try:
        listing = list_folder(folder)
    finally:
        (folder / "A").chmod(0o755)
    assert listing.closed == (folder / "A",)
    assert "b/page.html" in names(listing)


@pytest.mark.parametrize(
    ("first", "second"), [("2.txt", "10.txt"), ("甲2", "甲10"), ("a²", "b"), ("1.txt", "a.txt")]
)
def test_numbers_in_names_are_counted(first, second):
    assert natural_key(first) < natural_key(second)


def decide(path: Path, data: Path) -> None:
    """Decide on the first repair of a file, as in the window, and save that."""
    text = path.read_text("utf-8")
    review = Review(restore(text), find_journals(path, text, data))
    repair = review.document.repairs[0]
    review.decide([decision_for(repair, repair.before)], classify_choice(repair, repair.before))
    review.save()


def test_what_is_left_in_a_document_is_what_opening_it_would_show(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(OPEN, "utf-8")
    progress = FolderExaminer(tmp_path / "data", tmp_path).examine(page).progress
    assert progress == RepairTable.of(restore(OPEN)).progress()
    assert progress.decided == 0


def test_decisions_saved_beside_a_document_count(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(DAMAGED, "utf-8")
    examiner = FolderExaminer(tmp_path / "data", tmp_path)
    assert examiner.examine(page).progress.decided == 0
    decide(page, tmp_path / "data")
    # Its journal is another than before: it has to be looked at again.
    assert examiner.known(page) is None
    assert examiner.examine(page).progress.decided == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_decisions_saved_beside_what_a_link_leads_to_count(tmp_path):
    page, link = tmp_path / "page.txt", tmp_path / "proof" / "page.txt"
    page.write_text(DAMAGED, "utf-8")
    link.parent.mkdir()
    link.symlink_to(page)
    examiner = FolderExaminer(tmp_path / "data", tmp_path)
    examiner.examine(link)
    decide(page, tmp_path / "data")
    assert examiner.examine(link).progress.decided == 1


def test_decisions_saved_in_the_data_folder_count(tmp_path):
    page, data = tmp_path / "page.txt", tmp_path / "data"
    page.write_text(DAMAGED, "utf-8")
    examiner = FolderExaminer(data, tmp_path)
    examiner.examine(page)
    decide(page, data)
    beside, (_, spare, *_) = tmp_path / "page.txt.jingdu", JournalFile(page, DAMAGED, data).places()
    spare.parent.mkdir(parents=True)
    beside.rename(spare)  # where it lies if the folder may not be written
    assert examiner.examine(page).progress.decided == 1
    beside.with_name("other.txt").write_text(CLEAN, "utf-8")
    assert examiner.known(page) is not None
    spare.unlink()
    assert examiner.examine(page).progress.decided == 0


def test_the_rules_of_the_user_hold_in_a_folder_too(tmp_path):
    page, rules = tmp_path / "page.txt", tmp_path / "rules.toml"
    page.write_text("重(chóng)庆是一座城市，位于中国西南部，人口众多。\n", "utf-8")
    examiner = FolderExaminer(tmp_path / "data", tmp_path)
    before = examiner.examine(page).progress
    rules.write_text('[pairs]\n"重(chóng)" = "重"\n', "utf-8")
    after = examiner.examine(page).progress
    assert (before.total, after.total) == (1, 0)
    examiner.put(page, before)
    assert examiner.examine(page).progress == before
    rules.unlink()
    assert examiner.known(page) is None


def test_a_document_is_examined_again_only_after_a_change(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(DAMAGED, "utf-8")
    examiner = FolderExaminer(tmp_path / "data", tmp_path)
    found = examiner.examine(page)
    assert examiner.examine(page) is found
    page.write_text(CLEAN, "utf-8")
    assert examiner.known(page) is None
    assert examiner.examine(page).progress.total == 0


def test_a_document_that_cannot_be_read_says_why(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(b"")
    found = FolderExaminer(tmp_path / "data", tmp_path).examine(page)
    assert isinstance(found.error, EmptyFile)
    assert found.needs_a_human


def test_examining_can_be_stopped_within_a_document(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(DAMAGED * 3_000, "utf-8")
    asked = []

    def stop():
        asked.append(1)
        if len(asked) > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FolderExaminer(tmp_path / "data", tmp_path).examine(page, stop)
