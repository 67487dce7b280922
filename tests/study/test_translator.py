"""Sentences go to a translation server; here one of the test's own."""

import json
import socket
import threading
from contextlib import closing

import pytest

from reader.study.errors import CannotTranslate, NotSafe, TooMuchToSend
from reader.study.translator import LARGEST_SENT, LibreTranslate, clean_address
from reader.text.errors import NoAddress
from tests.study.server import serving


class Stopped(Exception):  # noqa: N818
    pass


@pytest.fixture
def server():
    with serving() as one:
        yield one


@pytest.fixture
def translator(server):
    return LibreTranslate(server.address, timeout=5)


def test_a_sentence_is_translated(server, translator):
    assert translator.translate(["你好。"]) == ["<你好。>"]
    assert server.paths == ["/translate"]
    assert server.asked == [{"q": ["你好。"], "source": "zh", "target": "en", "format": "text"}]


def test_several_sentences_go_in_one_request_in_order(server, translator):
    assert translator.translate(["一", "二", "三"]) == ["<一>", "<二>", "<三>"]
    assert len(server.asked) == 1


def test_many_sentences_go_in_requests_that_servers_take(server, translator):
    sentences = [f"{number}" * 300 for number in range(9)] + ["长" * 2500]
    assert translator.translate(sentences) == [f"<{one}>" for one in sentences]
    assert [len(asked["q"]) for asked in server.asked] == [6, 3, 1]


def test_nothing_is_sent_for_nothing(server, translator):
    assert translator.translate([]) == []
    assert server.asked == []


def test_a_key_goes_with_the_text_where_there_is_one(server):
    LibreTranslate(server.address, " secret ").translate(["你"])
    assert server.asked[0]["api_key"] == "secret"


def test_a_single_sentence_may_be_answered_without_a_list(server, translator):
    server.answer = lambda asked: (200, json.dumps({"translatedText": "you"}))
    assert translator.translate(["你"]) == ["you"]
    with pytest.raises(CannotTranslate):
        translator.translate(["你", "我"])


def test_a_server_that_calls_chinese_otherwise(server, translator):
    def answer(asked):
        if asked["source"] == "zh":
            return 400, json.dumps({"error": "zh is not supported"})
        return 200, json.dumps({"translatedText": ["you"]})

    server.answer = answer
    assert translator.translate(["你"]) == ["you"]
    assert translator.translate(["你"]) == ["you"]
    assert [asked["source"] for asked in server.asked] == ["zh", "zh-Hans", "zh-Hans"]


def test_half_a_character_is_sent_as_a_question_mark(server, translator):
    translator.translate(["半\ud840个"])
    assert server.sentences == ["半?个"]


def failure(translator, sentences=("你好",), check=None):
    with pytest.raises(CannotTranslate) as failed:
        translator.translate(list(sentences), check)
    return failed.value.what


def test_what_a_server_says_of_an_error_is_passed_on(server, translator):
    server.answer = lambda asked: (403, json.dumps({"error": "Invalid\nAPI key"}))
    assert "the server answered 403: Invalid API key" in failure(translator)
    server.answer = lambda asked: (429, json.dumps({"error": "slow " * 1000}))
    assert len(failure(translator)) < 400


@pytest.mark.parametrize(
    "body", ["", "<html>broken</html>", '{"error": {"a": 1}}', "[1]", "[" * 5000]
)
def test_an_error_without_words_is_told_by_its_number(server, translator, body):
    server.answer = lambda asked: (500, body)
    assert "500 Internal Server Error" in failure(translator)


@pytest.mark.parametrize(
    "body",
    [
        "", "no json", "[" * 100_000, b"\xff\xfe\x00", "[]", "null", "{}",
        '{"translatedText": null}', '{"translatedText": [1]}', '{"translatedText": {"0": "you"}}',
    ],
)  # fmt: skip
def test_an_answer_that_is_none(server, translator, body):
    server.answer = lambda asked: (200, body)
    assert "cannot be understood" in failure(translator)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_another_number_of_answers_is_refused(server, translator, number):
    server.answer = lambda asked: (200, json.dumps({"translatedText": ["x"] * number}))
    assert f"{number} sentences of 2" in failure(translator, ("你", "我"))


@pytest.mark.parametrize("declared", [True, False])
def test_an_answer_without_end_is_cut_off(server, translator, declared):
    data = b'{"translatedText": ["' + b"x" * 3_000_000 + b'"]}'
    headers = [] if declared else [("Transfer-Encoding", "identity")]
    server.answer = lambda asked: (200, data, *headers)
    assert "too large" in failure(translator)


def test_an_answer_that_breaks_off(server, translator):
    server.answer = lambda asked: (200, '{"translatedText": ["y', ("Content-Length", "100"))
    assert "connection was lost" in failure(translator)


def test_a_silent_server_is_waited_for_only_so_long(server):
    server.answer = lambda asked: None
    assert "does not answer" in failure(LibreTranslate(server.address, timeout=0.5))


def test_waiting_can_be_stopped(server, translator):
    server.answer = lambda asked: None

    def check():
        if server.asked:
            raise Stopped

    with pytest.raises(Stopped):
        translator.translate(["你"], check)


def test_stopping_before_anything_was_sent_sends_nothing(server, translator):
    def check():
        raise Stopped

    with pytest.raises(Stopped):
        translator.translate(["你"], check)
    assert server.asked == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(server, translator, status):
    with serving() as other:
        server.answer = lambda asked: (status, "", ("Location", f"{other.address}/translate"))
        assert "redirects" in failure(translator)
        assert other.paths == []
    assert server.paths == ["/translate"]


def test_nobody_listens():
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refuses the connection" in failure(LibreTranslate(f"http://127.0.0.1:{port}"))


def test_a_server_that_is_none():
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def answer():
            client, _ = listening.accept()
            with closing(client):
                client.recv(65536)
                client.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        assert "cannot be understood" in failure(LibreTranslate(address))
        thread.join()


def test_a_proxy_never_gets_what_is_meant_for_this_computer(server, translator, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    assert translator.translate(["你"]) == ["<你>"]


def test_a_name_of_this_computer_that_leads_elsewhere_gets_nothing(server, monkeypatch):
    one = LibreTranslate(server.address.replace("127.0.0.1", "localhost"))
    assert one.translate(["你"]) == ["<你>"]
    elsewhere = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: elsewhere)
    assert "does not lead to this computer" in failure(one)
    assert server.sentences == ["你"]


def test_too_much_at_once_is_not_sent(server, translator):
    with pytest.raises(TooMuchToSend):
        translator.translate(["长" * 100] * (LARGEST_SENT // 100 + 1))
    assert server.asked == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://translate.example.org", "https://translate.example.org/translate"),
        (" translate.example.org/ ", "https://translate.example.org/translate"),
        ("https://example.org/libre/translate", "https://example.org/libre/translate"),
        ("https://example.org:8443/libre?x=1#y", "https://example.org:8443/libre/translate"),
        ("http://localhost:5000", "http://localhost:5000/translate"),
        ("http://127.8.9.1:5000", "http://127.8.9.1:5000/translate"),
        ("HTTP://[::1]:5000/", "http://[::1]:5000/translate"),
        ("https://例子.测试", "https://xn--fsqu00a.xn--0zwm56d/translate"),
    ],
)
def test_addresses(typed, address):
    assert clean_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "http://translate.example.org", "http://192.168.1.5:5000", "http://10.0.0.1",
        "http://localhost.example.org", "http://127.0.0.1.example.org", "http://0.0.0.0:5000",
    ],
)  # fmt: skip
def test_text_goes_unencrypted_to_this_computer_alone(typed):
    with pytest.raises(NotSafe) as failed:
        LibreTranslate(typed)
    assert typed in failed.value.what


@pytest.mark.parametrize(
    "typed",
    ["", "https://", "ftp://example.org", "file:///etc/passwd", "https://me:pw@example.org",
     "https://exa mple.org", "https://example.org:port", "https://[::1"],
)  # fmt: skip
def test_what_is_no_address(typed):
    with pytest.raises(NoAddress):
        LibreTranslate(typed)
