"""A journal on disk: beside its document or in the user's folder, and never incomplete."""

import errno
import os

import pytest

from reader.review import journal as lines
from reader.review import journal_file
from reader.review.decisions import Decision
from reader.review.errors import JournalChanged
from reader.review.finding import find_journals
from reader.review.history import DecisionAct, How
from reader.review.journal import Engine
from reader.text.errors import DiskFull

SOURCE = "推動(dòng)勞(lao)動。\n"
HEADER = lines.header_line(SOURCE, "page.txt", Engine("1", "2"), "now")


def act_line(number, text="动"):
    return lines.act_line(DecisionAct((Decision(1, 2, text),), How.TYPED, number=number), SOURCE)


@pytest.fixture
def page(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    path = folder / "page.txt"
    path.write_text(SOURCE, "utf-8")
    return path


@pytest.fixture
def open_file(page, tmp_path):
    def open_it(document=page, source=SOURCE):
        found = find_journals(document, source, tmp_path / "data")
        return found.file, found.journal

    return open_it


def numbers(journal):
    return [act.number for act in journal.history.done]


def made(open_file):
    file, _ = open_file()
    file.append([act_line(1)], lambda: [HEADER, act_line(1)])
    return file


def test_looking_makes_nothing(open_file, page, tmp_path):
    file, journal = open_file()
    assert (journal, file.is_made) == (None, False)
    assert [path.name for path in tmp_path.rglob("*")] == ["pages", "page.txt"]


def test_the_whole_name_is_kept(open_file, page):
    other = page.with_suffix(".html")
    file, _ = open_file(other)
    file.append([act_line(1)], lambda: [HEADER, act_line(1)])
    assert sorted(path.name for path in page.parent.iterdir()) == ["page.html.jingdu", "page.txt"]


def test_lines_are_appended_and_read_again(open_file):
    file = made(open_file)
    for number in (2, 3):
        file.append([act_line(number)], pytest.fail)
    again, journal = open_file()
    assert numbers(journal) == [1, 2, 3]
    again.append([act_line(4)], pytest.fail)
    assert numbers(open_file()[1]) == [1, 2, 3, 4]


def test_a_text_without_a_file_has_its_journal_by_its_hash(open_file, tmp_path):
    file, _ = open_file(None)
    file.append([act_line(1)], lambda: [HEADER, act_line(1)])
    assert file.path.parent == tmp_path / "data" / "journals"
    assert numbers(open_file(None)[1]) == [1]
    assert open_file(None, SOURCE + "\n")[1] is None


def test_a_torn_line_is_cut_off_before_the_next(open_file):
    file = made(open_file)
    whole = file.path.read_bytes()
    file.path.write_bytes(whole + act_line(2).encode()[:-7])
    again, journal = open_file()
    assert numbers(journal) == [1]
    again.append([act_line(2, "其")], pytest.fail)
    assert file.path.read_bytes() == whole + act_line(2, "其").encode()


def test_what_another_computer_wrote_is_not_written_over(open_file):
    file = made(open_file)
    other, _ = open_file()
    other.append([act_line(2)], pytest.fail)
    theirs = file.path.read_bytes()
    with pytest.raises(JournalChanged) as caught:
        file.append([act_line(3)], pytest.fail)
    with pytest.raises(JournalChanged):
        file.rewrite([HEADER])
    assert file.path.read_bytes() == theirs
    assert numbers(file.read(caught.value.path)) == [1, 2]
    file.rewrite([HEADER, act_line(3)])
    assert numbers(open_file()[1]) == [3]


def test_a_line_that_could_not_be_written_whole_hides_no_other(open_file, monkeypatch):
    file = made(open_file)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            file.append([act_line(2)], pytest.fail)
    other, journal = open_file()
    assert numbers(journal) == [1, 2]
    other.append([act_line(3)], pytest.fail)
    with pytest.raises(JournalChanged):
        file.append([act_line(2)], pytest.fail)
    with pytest.raises(JournalChanged):
        file.rewrite([HEADER])
    assert numbers(open_file()[1]) == [1, 2, 3]


def test_one_that_was_made_meanwhile_is_not_written_over(open_file):
    first, _ = open_file()
    made(open_file)
    with pytest.raises(JournalChanged):
        first.append([act_line(7)], lambda: [HEADER, act_line(7)])


def test_one_that_was_deleted_meanwhile_is_made_again(open_file):
    file = made(open_file)
    file.path.unlink()
    file.append([act_line(2)], lambda: [HEADER, act_line(1), act_line(2)])
    assert numbers(open_file()[1]) == [1, 2]


def full(handle):
    raise OSError(errno.ENOSPC, "full")


def fail_to_write(monkeypatch, number, folder):
    """Let the system refuse to write in a folder."""

    def refuse(path, flags, *arguments, **more):
        if flags & (os.O_RDWR | os.O_WRONLY) and os.fspath(path).startswith(os.fspath(folder)):
            raise OSError(number, os.strerror(number), os.fspath(path))
        return open_it(path, flags, *arguments, **more)

    open_it = os.open
    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENAMETOOLONG])
def test_where_the_folder_cannot_be_written_it_lies_in_the_user_s(
    open_file, page, monkeypatch, number
):
    with monkeypatch.context() as patch:
        fail_to_write(patch, number, page.parent)
        file = made(open_file)
        assert not list(page.parent.glob("*.jingdu"))
        assert numbers(open_file()[1]) == [1]
        file.append([act_line(2)], pytest.fail)
        again, journal = open_file()
        assert numbers(journal) == [1, 2]
    # The folder can be written again: it goes there with the next line.
    again.append([act_line(3)], lambda: [HEADER, *map(act_line, (1, 2, 3))])
    assert again.path.parent == page.parent
    assert numbers(open_file()[1]) == [1, 2, 3]


def test_one_in_the_user_s_folder_is_found_when_the_source_changes(open_file, page, monkeypatch):
    fail_to_write(monkeypatch, errno.EROFS, page.parent)
    made(open_file)
    _, journal = open_file(page, SOURCE + "more\n")
    assert numbers(journal) == [1]


def test_two_windows_have_one_lock_wherever_the_journal_lies(open_file, page, monkeypatch):
    before = open_file()[0].lock_path
    fail_to_write(monkeypatch, errno.EROFS, page.parent)
    file = made(open_file)
    assert file.lock_path == open_file()[0].lock_path == before
    assert open_file(page.with_name("other.txt"))[0].lock_path != before


def test_one_in_the_user_s_folder_is_not_written_over_either(open_file, page, monkeypatch):
    fail_to_write(monkeypatch, errno.EROFS, page.parent)
    first, second = open_file()[0], open_file()[0]
    first.append([act_line(1)], lambda: [HEADER, act_line(1)])
    with pytest.raises(JournalChanged):
        second.append([act_line(2)], lambda: [HEADER, act_line(2)])
    assert numbers(open_file()[1]) == [1]


def test_a_long_name_leaves_no_room_for_an_ending(open_file, page):
    long = page.with_name("净" * 84 + ".md")
    long.write_text(SOURCE, "utf-8")
    file, _ = open_file(long)
    file.append([act_line(1)], lambda: [HEADER, act_line(1)])
    assert numbers(open_file(long)[1]) == [1]


def test_a_full_disk_is_told_and_the_line_comes_whole_the_next_time(open_file, monkeypatch):
    file = made(open_file)
    whole = file.path.read_bytes()

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for _ in range(2):
            with pytest.raises(DiskFull):
                file.append([act_line(2)], pytest.fail)
        with pytest.raises(DiskFull):
            file.rewrite([HEADER])
    file.append([act_line(2)], pytest.fail)
    assert file.path.read_bytes() == whole + act_line(2).encode()
    assert [path.name for path in file.path.parent.iterdir()].count(file.path.name) == 1
    assert not list(file.path.parent.glob("*.tmp"))


def make_nothing(path):
    path.symlink_to(path.with_name("not there"))


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("my notes\n", "utf-8"),
        lambda path: path.write_bytes(b'{"jingdu":1\xed\xa0\x80}\n'),
        lambda path: path.write_bytes('{"jingdu":1}\n'.encode("utf-16")),
        lambda path: path.mkdir(),
        os.mkfifo,
        make_nothing,
        lambda path: path.symlink_to("/dev/zero"),
    ],
)
def test_another_file_of_that_name_is_left_alone(page, tmp_path, make):
    mine = page.with_name("page.txt.jingdu")
    make(mine)
    was = os.lstat(mine)
    found = find_journals(page, SOURCE, tmp_path / "data")
    assert "not a Jingdu file" in str(found.problem)
    assert found.can_write
    found.file.append([act_line(1)], lambda: [HEADER, act_line(1)])
    assert numbers(find_journals(page, SOURCE, tmp_path / "data").journal) == [1]
    assert (os.lstat(mine).st_ino, os.lstat(mine).st_size) == (was.st_ino, was.st_size)
    assert not page.with_name("not there").exists()


def test_one_of_a_version_to_come_is_not_written(page, tmp_path):
    page.with_name("page.txt.jingdu").write_text('{"jingdu":99}\n', "utf-8")
    found = find_journals(page, SOURCE, tmp_path / "data")
    assert (found.can_write, found.journal) == (False, None)
    assert "newer" in str(found.problem)


def test_one_that_is_too_large_is_not_cut(open_file, page, tmp_path, monkeypatch):
    file = made(open_file)
    monkeypatch.setattr(journal_file, "LARGEST", 100)
    found = find_journals(page, SOURCE, tmp_path / "data")
    assert not found.can_write
    assert "larger than" in str(found.problem)
    assert len(file.path.read_bytes()) > 100


def test_a_line_feed_that_is_missing_comes_with_the_next_line(open_file):
    file = made(open_file)
    whole = file.path.read_bytes()
    file.path.write_bytes(whole[:-1])
    again, journal = open_file()
    assert numbers(journal) == [1]
    again.append([act_line(2)], pytest.fail)
    assert file.path.read_bytes() == whole + act_line(2).encode()


def test_a_link_to_a_document_shares_its_journal(open_file, page, tmp_path):
    made(open_file)
    link = tmp_path / "link.txt"
    link.symlink_to(page)
    assert numbers(open_file(link)[1]) == [1]
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert open_file(loop)[1] is None


def test_a_copy_is_kept_under_a_new_name_each_time(open_file):
    file = made(open_file)
    for _ in range(2):
        file.keep_copy()
    names = {path.name for path in file.path.parent.iterdir()}
    assert {"page.txt.jingdu.kept-1", "page.txt.jingdu.kept-2"} <= names
