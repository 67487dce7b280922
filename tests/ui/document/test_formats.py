import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.formats.open import text_of
from reader.ui.window.actions import ActionId
from tests.formats.making import (
    PARAGRAPHS,
    TITLE,
    docx,
    odt,
    ofd,
    ofd_page,
    ofd_text,
    ole,
    page,
    paragraph,
    pdf,
)
from tests.ui.window.test_settings import choose

MAIN = "\n".join((TITLE, *PARAGRAPHS, ""))


@pytest.fixture
def web_page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page("".join(f"<p>{text}</p>" for text in PARAGRAPHS)), "utf-8")
    return path


def switches(user, action_id):
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.triggers(action_id)


def test_a_page_shows_its_main_text_and_all_of_it_on_demand(user, web_page):
    user.opens(web_page)
    assert user.document.text == MAIN
    assert "HTML UTF-8" in user.window.status.summary.text()
    whole = user.window.actions_by_id[ActionId.WHOLE_PAGE]
    assert not whole.isChecked()
    switches(user, ActionId.WHOLE_PAGE)
    assert "首页" in user.document.text
    assert whole.isChecked()
    switches(user, ActionId.WHOLE_PAGE)
    assert user.document.text == MAIN


def test_a_text_file_has_no_page_to_show_whole(user, damaged):
    assert not user.window.actions_by_id[ActionId.WHOLE_PAGE].isEnabled()
    user.opens(damaged)
    assert not user.window.actions_by_id[ActionId.WHOLE_PAGE].isEnabled()


def test_another_encoding_of_a_page_keeps_what_was_shown(user, web_page):
    user.opens(web_page)
    switches(user, ActionId.WHOLE_PAGE)
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.tab.documents.read_again("utf-8")
    assert "首页" in user.document.text
    assert user.document.origin.how == "chosen"


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        (
            "a.docx",
            docx(paragraph("推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)。")),
            "Word",
        ),
        ("a.pdf", pdf([[(72, 700, 12, "推動勞動關係和諧。")]]), "PDF"),
        ("a.ofd", ofd([ofd_page(ofd_text("推動勞動關係和諧。", 30, 40))]), "OFD"),
        ("a.odt", odt("<text:p>推動勞動關係和諧。</text:p>"), "OpenDocument"),
    ],
)
def test_other_formats_open_like_texts(user, tmp_path, name, data, word):
    path = tmp_path / name
    path.write_bytes(data)
    user.opens(path)
    assert user.document.text == "推动劳动关系和谐。\n"
    assert user.window.status.summary.text().startswith(word)
    assert not user.window.encoding_menu.isEnabled()


def test_what_an_ofd_has_besides_its_text_is_said(user, tmp_path):
    seal = '<ofd:ImageObject Boundary="90 200 40 40" ResourceID="3"/>'
    path = tmp_path / "公文.ofd"
    path.write_bytes(ofd([ofd_page(ofd_text("推動勞動關係和諧。", 30, 40) + seal)]))
    user.opens(path)
    assert user.document.text == "推动劳动关系和谐。\n"
    assert user.message == "Not part of the text: pictures (1)."


def test_a_format_that_is_not_read_is_told_in_chinese_too(user, tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(ole("Workbook"))
    choose(user.window.preferences.language_menu, "zh_CN")
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.window.open_commands.open_path(path)
    assert "净读不能读取" in user.message
    assert "另存为 .html" in user.message


def types_address(user, address):
    """Type an address on the start page, as its key asks for."""
    user.triggers(ActionId.OPEN_ADDRESS)
    field = user.window.start_page.ways.field
    assert QApplication.focusWidget() is field
    user.qtbot.keyClicks(field, address)


def test_an_address_is_fetched_when_the_user_names_it(user, web_page, monkeypatch):
    class Site(SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(web_page.parent))

        def log_message(self, *_):
            pass

    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/page.html"
        types_address(user, address)
        with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
            user.qtbot.keyClick(user.window.start_page.ways.field, Qt.Key.Key_Return)
        assert user.document.text == MAIN
        assert address in user.window.windowTitle()
        switches(user, ActionId.WHOLE_PAGE)
        assert "首页" in user.document.text
        # With a document on the screen a dialog asks.
        user.answers.typed_address = address
        switches(user, ActionId.OPEN_ADDRESS)
        assert user.document.text == MAIN
        user.closes_all()
        (row,) = user.recent_rows
        assert row.data() == TITLE
        with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
            user.clicks_recent(0)
        assert user.document.text == MAIN
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_wrong_address_is_told(user):
    types_address(user, "file:///etc/passwd")
    with user.qtbot.waitSignal(user.window.opening_failed, timeout=20_000):
        user.qtbot.mouseClick(user.window.start_page.ways.go, Qt.MouseButton.LeftButton)
    assert "is not a web address" in user.message


def test_giving_up_on_an_address_changes_nothing(user, web_page):
    user.opens(web_page)
    user.triggers(ActionId.OPEN_ADDRESS)
    assert user.document.text == MAIN


@pytest.fixture
def copied():
    """Put text and HTML on the clipboard, and take them away: they may not outlive Python."""

    def copy(text, html):
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    yield copy
    QGuiApplication.clipboard().clear()


def test_a_pasted_selection_keeps_its_headings(user, copied):
    copied("第一章\n甲\n乙", "<h2>第一章</h2><ul><li>甲</li><li>乙</li></ul>")
    switches(user, ActionId.PASTE)
    kinds = [block.kind.value for block in user.document.structure]
    assert kinds == ["heading", "item", "item"]
    assert user.document.text == "第一章\n甲\n乙\n"


def test_html_that_says_something_else_than_the_text_is_not_taken(user, copied):
    copied("第一章 总则 全文如下", "<p>请登录后查看更多精彩内容，关注公众号</p>")
    switches(user, ActionId.PASTE)
    assert user.document.source == "第一章 总则 全文如下"
    copied("print(1)", '<span style="color: red">print(1)</span>')
    switches(user, ActionId.PASTE)
    assert user.document.source == "print(1)"
    assert user.document.structure == ()


def test_what_came_through_standard_input_keeps_its_structure(user, web_page):
    text, origin = text_of(web_page.read_bytes(), None)
    with user.qtbot.waitSignal(user.window.opening_ended, timeout=20_000):
        user.window.open_commands.open_text(text, origin=origin)
    assert user.document.text == MAIN
    assert user.document.structure == origin.structure != ()
    assert not user.window.encoding_menu.isEnabled()
