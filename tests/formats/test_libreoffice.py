"""Documents that LibreOffice converts: by a program that stands in for it, and by itself if there.

The stand-in connects to the test while it runs, and so does a process that it starts: a connection
that ends is a process that ended.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from reader.formats.libreoffice import convert, find_office
from reader.formats.open import text_of
from reader.formats.table import Refused, detect
from reader.text.errors import BrokenFile, NeedsOffice, NoTextInside, TakesTooLong, TooMuchInside
from tests.formats import stand_in
from tests.formats.making import docx, odt, ole, paragraph, zipped

WORD = ole("WordDocument")
NAMES = ("soffice", "libreoffice")
OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


class StandIn:
    """The program, what it is to do, and who it tells that it runs."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        shutil.copy(stand_in.__file__, folder / "stand_in.py")
        (folder / "result.docx").write_bytes(docx(paragraph("正文一段。")))
        if sys.platform == "win32":
            self.path = folder / "soffice.cmd"
            self.path.write_text(f'@"{sys.executable}" "{folder / "stand_in.py"}" %*\n')
        else:
            self.path = folder / "soffice"
            self.path.write_text(
                f'#!/bin/sh\nexec "{sys.executable}" "{folder}/stand_in.py" "$@"\n'
            )
            self.path.chmod(0o755)
        self.connections = []
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.settimeout(30)
        (folder / "port.txt").write_text(str(self.server.getsockname()[1]))

    def does(self, how):
        (self.folder / "how.txt").write_text(how)
        return self.path

    def started(self, count):
        """Wait until so many processes run; return their connections."""
        found = [self.server.accept()[0] for _ in range(count)]
        self.connections += found
        for one in found:
            one.settimeout(30)
            assert one.recv(7) == b"started"
        return found

    def close(self):
        for one in (self.server, *self.connections):
            one.close()

    def runs(self):
        (self.folder / "arguments.txt").touch()
        return (self.folder / "arguments.txt").read_text("utf-8").split("\n\n")[:-1]


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A program in place of LibreOffice; whatever is left in the folder of temporary files."""
    program = StandIn(tmp_path / "office")
    monkeypatch.setenv("PATH", str(program.folder) + os.pathsep + os.environ["PATH"])
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield program
    program.close()
    assert list(temporary.iterdir()) == []


def has_ended(connection):
    with suppress(ConnectionResetError):
        return connection.recv(1) == b""
    return True


def run(program, **limits):
    return convert(WORD, ".doc", ".docx", Path("a.doc"), "Word 97", office=program, **limits)


def test_a_doc_is_read_by_what_is_made_of_it(office):
    office.does("convert")
    text, origin = text_of(WORD, Path("a.doc"))
    assert (text, origin.format) == ("正文一段。\n", "doc")


def test_it_has_a_profile_of_its_own_without_macros_and_network(office):
    office.does("convert")
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: text_of(WORD, None)[0], range(2)))
    assert results == ["正文一段。\n"] * 2
    runs = office.runs()
    profiles = {line for run in runs for line in run.splitlines() if "UserInstallation" in line}
    assert len(runs) == len(profiles) == 2
    assert all("--headless" in run for run in runs)


def test_without_it_the_message_says_what_to_do(tmp_path, monkeypatch, fails):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(Path, "is_file", lambda path: False)
    assert find_office() is None
    with pytest.raises(NeedsOffice) as caught:
        text_of(WORD, Path("a.doc"))
    assert (
        caught.value.what == "a.doc is a Word 97 (.doc) file; to open it, Jingdu needs LibreOffice."
    )
    assert "save it as .docx" in caught.value.advice


def test_a_program_in_the_current_folder_is_not_it(office, monkeypatch):
    office.does("convert")
    monkeypatch.chdir(office.folder)
    monkeypatch.setenv("PATH", os.pathsep.join((".", str(office.folder))))
    found = find_office()
    assert found is None or found.parent != office.folder


def test_time_ends_and_with_it_all_processes(office):
    program = office.does("hang")
    with pytest.raises(TakesTooLong, match=r"a\.doc took longer than 2 seconds"):
        run(program, seconds=2)
    assert all(map(has_ended, office.started(2)))


def test_who_does_not_want_it_any_more_ends_it(office):
    program = office.does("hang")
    running = []

    def check():
        running[:] = running or office.started(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(program, check=check)
    assert all(map(has_ended, running))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a job by other means")
def test_nothing_runs_on_when_the_program_is_killed(office):
    program = office.does("hang")
    code = (
        "import sys; from pathlib import Path; from reader.formats.libreoffice import convert\n"
        "convert(b'x', '.doc', '.docx', None, 'Word', office=Path(sys.argv[1]))"
    )
    ours = subprocess.Popen(
        [sys.executable, "-c", code, str(program)], env={**os.environ, "TMPDIR": str(office.folder)}
    )
    running = office.started(2)
    ours.send_signal(signal.SIGKILL)
    ours.wait()
    assert all(map(has_ended, running))


def test_what_it_writes_ends_somewhere(office):
    with pytest.raises(TooMuchInside):
        run(office.does("flood"), largest=2**23)


def test_what_it_says_fills_nothing(office):
    with pytest.raises(TakesTooLong):
        run(office.does("chatter"), seconds=1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no limit of memory there")
def test_its_memory_ends_somewhere(office):
    with pytest.raises((TooMuchInside, BrokenFile)):
        run(office.does("fill the memory"), memory=2**29)


@pytest.mark.parametrize("how", ["die", "write nothing"])
def test_where_it_makes_nothing_the_file_is_damaged(office, how):
    with pytest.raises(BrokenFile, match=r"a\.doc is a damaged Word 97 file"):
        run(office.does(how))


def test_a_doc_with_a_password_says_so_without_it(fails):
    assert fails(ole("1Table", "WordDocument", locked=True)) == "file is protected by a password."


@pytest.mark.parametrize(
    ("streams", "wanted"),
    [
        (("WordDocument", "1Table"), "doc"),
        (("ObjectPool", "WordDocument", "WpsCustomData"), "doc"),
        (("Workbook",), None),
        (("PowerPoint Document",), None),
        (("EncryptedPackage", "EncryptionInfo"), None),
        ((), None),
    ],
)
@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.txt"])
def test_the_streams_at_the_root_tell_what_it_is(streams, wanted, name):
    found = detect(ole(*streams), name)
    assert found.id == wanted if wanted else isinstance(found, Refused)


def test_a_document_inside_a_spreadsheet_makes_it_no_document():
    """Below the root stands the directory of what is embedded; its names are somewhere there."""
    data = ole("Workbook") + "WordDocument".encode("utf-16-le") + bytes(512)
    assert isinstance(detect(data), Refused)
    assert detect(ole("WordDocument") + "Workbook".encode("utf-16-le") + bytes(512)).id == "doc"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (rb"{\rtf1\ansi\ansicpg936 \'b5\'da\'d2\'bb\'cc\'f5\par}", "第一条\n"),
        ("<html><body><p>网页另存为文档。</p></body></html>".encode(), "网页另存为文档。\n"),
        (docx(paragraph("正文。")), "正文。\n"),
        ("纯文本。\r\n".encode("gbk"), "纯文本。\r\n"),
    ],
)
@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_what_is_only_called_a_doc_is_read_as_what_it_is(data, wanted, name):
    assert text_of(data, Path(name))[0] == wanted


@needs_office
def test_libreoffice_itself(tmp_path):
    rich = (
        rb"{\rtf1\ansi\ansicpg936{\stylesheet{\s1\outlinelevel0 heading 1;}}"
        rb"\pard\s1\outlinelevel0 \'d7\'dc\'d4\'f2\par\pard \'b5\'da\'d2\'bb\'cc\'f5\par}"
    )
    source = tmp_path / "a.rtf"
    source.write_bytes(rich)
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless",
         "--convert-to", "doc", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text, origin = text_of((tmp_path / "a.doc").read_bytes(), None)
    assert text == "总则\n第一条\n"
    assert [block.kind.value for block in origin.structure] == ["heading", "paragraph"]


@needs_office
def test_libreoffice_asks_no_server_for_what_a_document_links_to():
    """By itself it fetches the picture, and whoever sent the document knows that it was opened."""
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1:{}/a.png"'
    with socket.create_server(("127.0.0.1", 0)) as server:
        picture = f"<draw:image {link.format(server.getsockname()[1])}/>"
        data = odt(f"<text:p>正文。<draw:frame>{picture}</draw:frame></text:p>", flat=True)
        assert convert(data, ".fodt", ".docx", None, "OpenDocument")
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


@needs_office
@pytest.mark.parametrize("keep", [1600, 2000, 6000])
def test_what_libreoffice_cannot_open_is_said(keep):
    with pytest.raises((BrokenFile, NoTextInside)):
        text_of(WORD[:keep], Path("a.doc"))


def test_a_zip_is_no_document():
    assert isinstance(detect(zipped({"WordDocument": "x"}), "a.doc"), Refused)
