import json
import os
import subprocess
import sys
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.export.table import Use, exports_for
from reader.formats.table import describe_formats
from reader.review.packed import fingerprint
from tests.command import CLEAN, DAMAGED, RESTORED, jingdu
from tests.export.word_reading import read_text

ROOT = Path(__file__).resolve().parents[1]


def test_clean_prints_the_clean_text(law, page):
    run = jingdu("clean", law)
    assert (run.returncode, run.stdout.decode(), run.stderr) == (0, CLEAN, b"")
    run = jingdu("clean", page)
    assert (run.returncode, run.stdout.decode(), run.stderr) == (0, RESTORED, b"")


def test_line_ends_and_a_missing_last_one_stay():
    given = "第一条\r\n第二条\r\n第三条".encode()
    assert jingdu("clean", "-", given=given).stdout == given


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf8_in_any_locale(law, locale):
    run = jingdu("clean", law, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert run.stdout.decode() == CLEAN
    run = jingdu("explain", "无.txt", LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr.decode()


def test_several_files_are_printed_one_after_the_other(law, page):
    run = jingdu("clean", law, page)
    assert run.stdout.decode() == CLEAN + RESTORED


def test_a_failing_file_does_not_keep_the_others(law, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    run = jingdu("clean", tmp_path / "none.txt", empty, law, tmp_path)
    assert run.returncode == 1
    assert run.stdout.decode() == CLEAN
    messages = run.stderr.decode().splitlines()
    assert len(messages) == 3
    assert all(message.startswith("jingdu: ") for message in messages)
    for name, message in zip(
        ("none.txt does not exist", "is empty", "folder"), messages, strict=True
    ):
        assert name in message


def test_writing_to_a_file(page, tmp_path):
    out = tmp_path / "out.txt"
    run = jingdu("clean", page, "-o", out)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert out.read_bytes().decode() == RESTORED
    assert page.read_bytes().decode() == DAMAGED


def test_writing_into_a_folder_keeps_names_and_inputs(law, page, tmp_path):
    folder = tmp_path / "cleaned"
    assert jingdu("clean", law, page, "-o", folder).returncode == 0
    assert {path.name: path.read_bytes().decode() for path in folder.iterdir()} == {
        "law.txt": CLEAN,
        "page.txt": RESTORED,
    }
    other = tmp_path / "other"
    other.mkdir()
    twin = other / "page.txt"
    twin.write_bytes(CLEAN.encode())
    assert jingdu("clean", page, twin, "-o", folder, "--force").returncode == 0
    assert (folder / "page.txt").read_bytes().decode() == RESTORED
    assert (folder / "page.clean.txt").read_bytes().decode() == CLEAN


def test_what_a_folder_holds_already_stays_unless_forced(law, page, tmp_path):
    folder = tmp_path / "cleaned"
    folder.mkdir()
    (folder / "page.txt").write_text("corrected by hand", "utf-8")
    run = jingdu("clean", page, law, "-o", folder)
    assert run.returncode == 1
    assert "page.txt cannot be written: it already exists" in run.stderr.decode()
    assert (folder / "page.txt").read_text("utf-8") == "corrected by hand"
    assert (folder / "law.txt").read_bytes().decode() == CLEAN
    assert jingdu("clean", page, law, "-o", folder, "--force").returncode == 0
    assert (folder / "page.txt").read_bytes().decode() == RESTORED


def test_a_report_takes_the_place_of_no_input_and_no_result(page, tmp_path):
    link, twin, folder = tmp_path / "link.txt", tmp_path / "twin.txt", tmp_path / "cleaned"
    link.symlink_to(page)
    os.link(page, twin)
    out = tmp_path / "out.txt"
    for arguments, told in (
        (["--report", page], "input"),
        (["--report", link], "input"),
        (["--report", twin], "input"),
        (["--report", tmp_path / "." / "cleaned" / ".." / "page.txt"], "input"),
        (["-o", out, "--report", out], "result"),
        (["-o", f"{folder}/", "--report", folder / "page.txt"], "result"),
        (["-o", tmp_path, "--report", tmp_path / "page.clean.txt"], "result"),
    ):
        run = jingdu("clean", page, *arguments)
        assert run.returncode == 2, arguments
        assert f"would be written over the {told}" in run.stderr.decode()
        assert not out.exists()
        assert not folder.exists()
        assert page.read_bytes().decode() == DAMAGED
    assert jingdu("clean", page, "-o", out, "--report", tmp_path / "report.txt").returncode == 0
    out.unlink()
    out.symlink_to(tmp_path / "report.txt")
    run = jingdu("clean", page, "-o", out, "--report", tmp_path / "report.txt")
    assert run.returncode == 2


def test_a_folder_that_holds_the_input_does_not_lose_it(page):
    assert jingdu("clean", page, "-o", page.parent).returncode == 0
    assert page.read_bytes().decode() == DAMAGED
    assert page.with_name("page.clean.txt").read_bytes().decode() == RESTORED


def test_the_input_is_written_over_only_when_named(page):
    assert jingdu("clean", page, "-o", page).returncode == 0
    assert page.read_bytes().decode() == RESTORED


def test_json_holds_everything(page):
    found = json.loads(jingdu("clean", page, "--format", "json").stdout)
    assert (found["source"], found["text"]) == (DAMAGED, RESTORED)
    assert found["origin"]["encoding"] == "utf-8"
    for repair in found["repairs"]:
        assert DAMAGED[repair["source_start"] : repair["source_end"]] == repair["before"]
        assert repair["evidence"][0]["words"]


def test_json_of_several_files_is_one_line_each(law, page):
    run = jingdu("clean", law, page, "--format", "json")
    assert [json.loads(line)["text"] for line in run.stdout.splitlines()] == [CLEAN, RESTORED]


def test_a_report_beside_the_text(law, page, tmp_path):
    report = tmp_path / "report.txt"
    assert jingdu("clean", law, page, "--report", report).stdout.decode() == CLEAN + RESTORED
    assert "page.txt:1:3  gloss  (dòng) → (removed)" in report.read_text("utf-8")
    report = tmp_path / "report.json"
    assert jingdu("clean", law, page, "--report", report).returncode == 0
    assert [document["text"] for document in json.loads(report.read_text("utf-8"))] == [
        CLEAN,
        RESTORED,
    ]


def test_explain_lists_repairs_with_place_and_reason(page, law):
    lines = jingdu("explain", page).stdout.decode().splitlines()
    place = lines.index(next(line for line in lines if line.startswith("1:10  gloss")))
    assert "(lao) → (removed)" in "".join(lines)
    assert lines[place + 1].startswith("    ")
    assert "repairs (" in lines[-1]
    assert jingdu("explain", law).stdout.decode() == "0 repairs\n"
    assert f"{law}: 0 repairs" in jingdu("explain", page, law).stdout.decode()


def test_an_encoding_can_be_chosen(law):
    assert jingdu("clean", law, "--encoding", "gbk").stdout.decode() == CLEAN
    run = jingdu("clean", law, "--encoding", "nonsense")
    assert run.returncode == 2
    assert "no encoding called nonsense" in run.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["clean"],
        ["explain"],
        ["clean", "x", "--format", "pcx"],
        ["clean", "x", "y", "--format", "html"],
        ["clean", "x", "--form", "json"],
        ["--nonsense"],
        ["a.txt", "b.txt"],
        ["--sample", "a.txt"],
        [],
    ],
)
def test_wrong_usage(arguments):
    run = jingdu(*arguments)
    assert run.returncode == 2
    assert run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["clean", "--help"], ["explain", "-h"]])
def test_help_in_a_poor_locale(arguments):
    run = jingdu(*arguments, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert run.returncode == 0
    assert b"jingdu" in run.stdout
    assert run.stderr == b""


def test_the_help_lists_the_commands_and_the_formats():
    told = jingdu("--help", COLUMNS="200").stdout.decode()
    for command in ("clean FILE...", "explain FILE...", "pinyin FILE"):
        assert f"  jingdu {command} " in told
    assert f"{describe_formats()}; - is standard input" in told
    told = jingdu("clean", "--help", COLUMNS="200").stdout.decode()
    assert f"--format {{{','.join(exports_for(Use.CLEAN))}}}" in told


def test_what_a_command_does_not_know_is_said_with_its_own_usage():
    told = jingdu("clean", "x", "--form", "json").stderr.decode()
    assert told.startswith("usage: jingdu clean ")
    assert told.endswith("\njingdu clean: error: unrecognized arguments: --form json\n")


@pytest.mark.parametrize("name", ["clean", "explain", "pinyin", "window"])
def test_a_file_that_is_called_as_a_command(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / name).write_text(DAMAGED, "utf-8")
    for arguments in ([f"./{name}"], ["--", name], ["clean", name]):
        assert jingdu(*arguments).stdout.decode() == RESTORED, arguments


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_that_names_no_file(name):
    for arguments in ([name], ["clean", name], ["explain", name]):
        run = jingdu(*arguments)
        assert run.returncode == 1
        assert run.stderr.decode().endswith("is a folder. Choose a file inside it.\n")


def test_version():
    assert jingdu("--version").stdout.decode().startswith("jingdu ")


def test_without_a_display_a_file_is_printed_and_the_way_to_the_window_told(page):
    run = jingdu(page)
    assert (run.returncode, run.stdout.decode()) == (0, RESTORED)
    assert "To see the window" in run.stderr.decode()
    run = jingdu("--sample")
    assert run.returncode == 0
    assert len(run.stdout.decode()) > 200
    assert jingdu("none.txt").returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="needs X or Wayland")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_is_as_none(page, name):
    run = jingdu(page, **{name: ":54321"})
    assert (run.returncode, run.stdout.decode()) == (0, RESTORED)
    assert "To see the window" in run.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="needs X")
def test_a_window_that_qt_cannot_open_is_told(page):
    run = jingdu(page, QT_QPA_PLATFORM="xcb", DISPLAY=":54321")
    assert run.returncode == 1
    message = run.stderr.decode()
    assert message.startswith("jingdu: the window cannot be opened: ")
    assert "jingdu clean FILE" in message


@pytest.fixture
def web_page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><body><div class='nav'><a href='/'>首页</a></div>"
        "<div class='content'><h1>标题一则</h1>"
        f"{''.join(f'<p>{line}{line}</p>' for line in CLEAN.splitlines())}</div></body></html>",
        "utf-8",
    )
    return path


def test_a_page_is_cleaned_to_its_main_text_or_all_of_it(web_page):
    assert jingdu("clean", web_page).stdout.decode().splitlines()[0] == "标题一则"
    run = jingdu("clean", web_page, "--whole-page")
    assert run.stdout.decode().splitlines()[:2] == ["首页", "标题一则"]
    run = jingdu("clean", web_page, "--format", "markdown")
    assert run.stdout.decode().startswith("# 标题一则\n\n第一条")
    run = jingdu("clean", "-", given=web_page.read_bytes())
    assert run.stdout.decode().startswith("标题一则\n")


def test_the_text_of_a_page_is_not_named_as_a_page(web_page, law, tmp_path):
    folder = tmp_path / "out"
    assert jingdu("clean", web_page, law, "-o", folder).returncode == 0
    assert {path.name for path in folder.iterdir()} == {"page.txt", "law.txt"}
    assert jingdu("clean", web_page, law, "-o", folder, "--format", "markdown").returncode == 0
    assert (folder / "page.md").read_text("utf-8").startswith("# 标题一则")


def test_an_address_is_fetched_only_when_asked_for(web_page):
    class Site(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            asked.append(self.path)

    asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(web_page.parent)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/page.html"
    try:
        for command in ("clean", "explain"):
            run = jingdu(command, address)
            assert run.returncode == 1
            assert "is an address, not a file; nothing was fetched" in run.stderr.decode()
            assert "--url" in run.stderr.decode()
        assert asked == []
        run = jingdu("clean", "--url", address, no_proxy="127.0.0.1")
        assert run.stdout.decode().startswith("标题一则\n")
        run = jingdu("explain", "--url", address, web_page, no_proxy="127.0.0.1")
        assert f"{address}: 0 repairs" in run.stdout.decode()
        run = jingdu("clean", "--url", f"{address}x", no_proxy="127.0.0.1")
        assert run.returncode == 1
        assert "the server answered 404" in run.stderr.decode()
        folder = web_page.parent / "fetched"
        run = jingdu("clean", "--url", address, "-o", f"{folder}/", no_proxy="127.0.0.1")
        assert [path.name for path in folder.iterdir()] == ["page.txt"]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_pinyin_prints_the_clean_text_with_readings(page, tmp_path):
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    run = jingdu("pinyin", page, "--format", "brackets", "--words", **home)
    assert (run.returncode, run.stderr) == (0, b"")
    assert "和谐(héxié)" in run.stdout.decode()
    run = jingdu("pinyin", "-", "--style", "numbers", given="一个".encode(), **home)
    assert "<rt>yi1</rt>" in run.stdout.decode()
    out = tmp_path / "out.json"
    run = jingdu("pinyin", page, "--format", "json", "--sandhi", "full", "-o", out, **home)
    assert (run.returncode, run.stdout) == (0, b"")
    assert json.loads(out.read_text("utf-8"))["text"] == RESTORED


def test_pinyin_writes_what_the_ending_of_the_file_says(page, tmp_path):
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    for name, head in {"a.epub": b"PK", "a.docx": b"PK", "a.html": b"<!DOC", "a": b"<!DOC"}.items():
        run = jingdu("pinyin", page, "-o", tmp_path / name, **home)
        assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
        assert (tmp_path / name).read_bytes().startswith(head)
    with zipfile.ZipFile(tmp_path / "a.epub") as book:
        assert "<rt>xié</rt>" in book.read("EPUB/text0001.xhtml").decode()
    run = jingdu("pinyin", page, "--format", "glossed-html", "-o", tmp_path / "a.epub", **home)
    assert run.returncode == 0
    assert "harmon" in (tmp_path / "a.epub").read_text("utf-8"), "what was asked for wins"
    run = jingdu("pinyin", page, "--format", "epub", **home)
    assert run.stdout.startswith(b"PK")


def test_pinyin_counts_what_a_word_document_cannot_hold(tmp_path):
    out = tmp_path / "out.docx"
    run = jingdu("pinyin", "-", "-o", out, given="和\x01谐".encode(), XDG_CONFIG_HOME=str(tmp_path))
    assert run.returncode == 0
    assert b"shown as control pictures: 1" in run.stderr


def test_clean_makes_e_books_of_many_files(page, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("改革\n", "utf-8")
    run = jingdu("clean", "--format", "epub", page, other, "-o", f"{tmp_path}/books/")
    assert run.returncode == 0
    assert {one.suffix for one in (tmp_path / "books").iterdir()} == {".epub"}


def test_pinyin_takes_the_readings_of_the_user(law, tmp_path):
    mine = tmp_path / "jingdu" / "readings.tsv"
    mine.parent.mkdir()
    mine.write_text("第一条\tdi4 yi1 diao4\n", "utf-8")
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    run = jingdu("pinyin", law, "--format", "brackets", **home)
    assert run.stdout.decode().startswith("第(dì)一(yī)条(diào)")
    mine.write_text("第一条\n第二条\tdi4 er4 diao4\n", "utf-8")
    run = jingdu("pinyin", law, "--format", "brackets", **home)
    assert run.returncode == 0
    assert "第(dì)二(èr)条(diào)" in run.stdout.decode()
    assert "Line 1 of" in run.stderr.decode()
    mine.write_bytes(b"\xff")
    run = jingdu("pinyin", law, "--format", "brackets", **home)
    assert run.stdout.decode().startswith("第(dì)一(yī)条(tiáo)")
    assert "Line 1 of" in run.stderr.decode()


def test_pinyin_takes_the_readings_of_places(law, tmp_path):
    places = tmp_path / "jingdu" / "places.tsv"
    places.parent.mkdir()
    places.write_text(f"{fingerprint(CLEAN)}\t2\t条\tdiào\n", "utf-8")
    run = jingdu("pinyin", law, "--format", "brackets", XDG_CONFIG_HOME=str(tmp_path))
    assert run.stdout.decode().startswith("第(dì)一(yī)条(diào)")
    assert run.stdout.decode().count("diào") == 1


def test_explain_takes_the_readings_of_the_user(tmp_path):
    path = tmp_path / "gloss.txt"
    source = DAMAGED + "區(qū)長(cháng)出席。\n"
    path.write_text(source, "utf-8")
    mine = tmp_path / "jingdu" / "readings.tsv"
    mine.parent.mkdir()
    home = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert "the gloss says" in jingdu("explain", path, **home).stdout.decode()
    mine.write_text("区长\tqu1 chang2\n", "utf-8")
    assert "the gloss says" not in jingdu("explain", path, **home).stdout.decode()
    report = tmp_path / "report.txt"
    jingdu("clean", path, "--report", report, **home)
    assert "the gloss says" not in report.read_text("utf-8")
    mine.write_text("区长\tou1 zhang3\nnonsense\n", "utf-8")
    run = jingdu("explain", path, **home)
    assert "区: the gloss says qū, the context ōu" in run.stdout.decode()
    assert "\n    Your choice for 区长.\n" in run.stdout.decode()
    assert "Line 2 of" in run.stderr.decode()
    assert run.returncode == 0
    mine.unlink()
    place = f"{fingerprint(source)}\t{source.index('長')}\t长\tcháng\n"
    mine.with_name("places.tsv").write_text(place, "utf-8")
    assert "the gloss says" not in jingdu("explain", path, **home).stdout.decode()


def test_pinyin_says_what_it_does_not_know(law):
    assert jingdu("pinyin", law, "--style", "wade").returncode == 2
    assert jingdu("pinyin").returncode == 2
    assert jingdu("pinyin", "无.txt").returncode == 1


def test_explain_lists_glosses_that_contradict_the_context(tmp_path):
    path = tmp_path / "gloss.txt"
    path.write_text(DAMAGED + "區(qū)長(cháng)出席。\n", "utf-8")
    run = jingdu("explain", path)
    assert "长: the gloss says cháng, the context zhǎng" in run.stdout.decode()
    assert "\n    As in 区长.\n" in run.stdout.decode()
    path.write_text(DAMAGED + "社區為(wéi)獨居老人送餐。\n", "utf-8")
    assert "so it means “for”.\n" in jingdu("explain", path).stdout.decode()


def test_a_word_document_is_written_to_a_file_or_a_pipe(page, tmp_path):
    out = tmp_path / "out.docx"
    run = jingdu("clean", page, "--format", "docx", "-o", out)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert read_text(out.read_bytes(), accept=True) == RESTORED
    run = jingdu("clean", page, "--format", "docx")
    assert run.returncode == 0
    assert read_text(run.stdout, accept=False) == page.read_text("utf-8")
    folder = tmp_path / "folder"
    run = jingdu("clean", page, page, "--format", "clean-docx", "-o", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["page.clean.docx", "page.docx"]
    assert jingdu("clean", page, page, "--format", "docx").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_word_document_is_not_shown_on_a_terminal(page):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reader", "clean", str(page), "--format", "docx"]
    run = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 2
    assert b"name a file with -o, or redirect the output" in run.stderr


def test_what_a_word_document_cannot_hold_is_counted(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("第一条\x01内容\x02。\n", "utf-8")
    run = jingdu("clean", path, "--format", "docx", "-o", tmp_path / "page.docx")
    assert run.returncode == 0
    assert "shown as control pictures: 2" in run.stderr.decode()


def test_a_report_is_what_its_ending_says(page, tmp_path):
    html, table = tmp_path / "report.html", tmp_path / "report.csv"
    assert jingdu("clean", page, "--report", html).returncode == 0
    assert html.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert jingdu("clean", page, page, "--report", table).returncode == 0
    assert table.read_text("utf-8").count("number,line,column") == 1
    run = jingdu("clean", page, page, "--report", html)
    assert run.returncode == 2
    assert b"cannot be a .html file" in run.stderr
