import os
import pickle
import stat
from pathlib import Path

import pytest

from reader import ReaderError, open_document
from reader.formats.open import LARGEST, read_text
from reader.text.errors import DiskFull, FileTooBig, writing_failed
from reader.text.files import write_text

TEXT = "第一条 为了保护劳动者的合法权益，制定本法。\n第二条 本法自公布之日起施行。\n"


def code_of(call, *args, **named):
    with pytest.raises(ReaderError) as caught:
        call(*args, **named)
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("name", ["law.txt", "law.md", "law", "法律.text"])
def test_a_text_file_opens_as_a_document(tmp_path, encoding, name):
    path = tmp_path / name
    path.write_bytes(TEXT.encode(encoding))
    document = open_document(path)
    assert document.source == TEXT
    assert document.origin.path == path
    assert open_document(str(path)).source == TEXT


def test_the_text_comes_exactly_as_it_is(tmp_path):
    text = "一行\r\n二行\r三行\n\n\u3000\u00a0四行\u2028"
    path = tmp_path / "lines.txt"
    path.write_bytes(text.encode())
    assert read_text(path)[0] == text
    assert open_document(path).source == text


def test_one_line_of_five_megabytes_opens(tmp_path):
    path = tmp_path / "line.txt"
    path.write_bytes(("劳动关系和谐稳定，" * 200_000).encode())
    text, origin = read_text(path)
    assert len(text) == 1_800_000
    assert origin.encoding == "utf-8"


def test_a_chosen_encoding(tmp_path):
    path = tmp_path / "law.txt"
    path.write_bytes(TEXT.encode("big5", "ignore"))
    assert open_document(path, encoding="big5").origin.how == "chosen"
    assert code_of(open_document, path, encoding="nonsense") == "encoding"


def test_broken_bytes_open_and_are_counted(tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(TEXT.encode() + b"\xff\xfe\n" + TEXT.encode())
    document = open_document(path)
    assert document.origin.lost == 2
    assert document.source.count("\ufffd") == 2


def test_what_cannot_be_opened_says_why(tmp_path):
    assert code_of(open_document, tmp_path / "none.txt") == "missing"
    assert code_of(open_document, tmp_path) == "folder"
    assert code_of(open_document, "a\0b") == "missing"
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert code_of(open_document, empty) == "empty"
    assert code_of(open_document, empty / "below") == "missing"
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(ReaderError, match=r"picture\.txt is a PNG file"):
        open_document(binary)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    assert code_of(open_document, path) == "permission"


def test_a_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)  # sparse: takes no room on the disk
    with pytest.raises(FileTooBig, match="513 MB; at most 512 MB"):
        read_text(path)


def test_errors_can_cross_to_another_process(tmp_path):
    with pytest.raises(ReaderError) as caught:
        open_document(tmp_path / "none.txt")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is type(caught.value)
    assert (str(again), again.values) == (str(caught.value), caught.value.values)


def test_writing_keeps_the_text_exactly(tmp_path):
    path = tmp_path / "out.txt"
    write_text(path, "一行\r\n二行\n𠮷")
    assert path.read_bytes().decode() == "一行\r\n二行\n𠮷"
    write_text(path, "\ud800 alone, \ud842\udfb7 a pair")
    assert path.read_bytes().decode() == "\ufffd alone, 𠮷 a pair"
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def test_writing_over_a_file_keeps_its_rights_and_links(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    write_text(link, "new")
    assert path.read_text("utf-8") == "new"
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_cannot_be_written_says_why(tmp_path):
    assert code_of(write_text, tmp_path, TEXT) == "unwritable"
    assert code_of(write_text, tmp_path / "none" / "out.txt", TEXT) == "unwritable"
    assert code_of(write_text, "a\0b", TEXT) == "unwritable"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_to_itself_cannot_be_written(tmp_path):
    (tmp_path / "out.txt").symlink_to("out.txt")
    assert code_of(write_text, tmp_path / "out.txt", TEXT) == "unwritable"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_named_as_such():
    with pytest.raises(DiskFull):
        write_text("/dev/full", TEXT)
    assert writing_failed(Path("x"), OSError(28, "No space left on device")).code == "disk_full"
