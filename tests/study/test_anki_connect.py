"""Cards go into a running Anki; here a server of the test's own stands for it."""

import json
import re
import socket
import threading
import time
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.study.cards.anki_connect import AnkiConnect, Sent
from reader.study.cards.fields import FIELDS
from reader.study.errors import AnkiRefused, AnkiSilent, NotThisComputer
from tests.study.made_cards import TEXT, cards_of


class Anki:
    """What AnkiConnect does with the actions that Jingdu sends."""

    def __init__(self):
        self.decks, self.models, self.notes = [], {}, {}
        self.asked = []
        self.answer = self.handle

    def handle(self, asked):
        assert asked["version"] == 6
        self.asked.append(asked["action"])
        try:
            return {"result": getattr(self, asked["action"])(**asked["params"]), "error": None}
        except ValueError as error:
            return {"result": None, "error": str(error)}

    def version(self):
        return 6

    def createDeck(self, deck):
        self.decks.append(deck)

    def modelNames(self):
        return ["Basic", *self.models]

    def createModel(self, modelName, inOrderFields, css, isCloze, cardTemplates):  # noqa: N803
        self.models[modelName] = list(inOrderFields)

    def modelFieldNames(self, modelName):  # noqa: N803
        return self.models[modelName]

    def modelFieldAdd(self, modelName, fieldName):  # noqa: N803
        self.models[modelName].append(fieldName)

    def findNotes(self, query):
        word = re.fullmatch('"note:Jingdu" "Word:(.*)"', query)[1]
        return [number for number, fields in self.notes.items() if fields["Word"] == word]

    def addNote(self, note):
        if note["fields"]["Word"] == "仲裁" and "refuse" in self.decks:
            raise ValueError("cannot create note because it is empty")
        assert note["deckName"] in self.decks
        assert set(note["fields"]) == set(self.models[note["modelName"]])
        self.notes[len(self.notes) + 1] = note["fields"]
        return len(self.notes)

    def updateNoteFields(self, note):
        self.notes[note["id"]].update(note["fields"])

    def multi(self, actions):
        return [self.handle(one) for one in actions]


@contextmanager
def serving(respond):
    """Serve on this computer: `respond(handler, body)` answers each request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            respond(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def put(handler, data, status=200):
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture
def anki():
    return Anki()


@pytest.fixture
def address(anki):
    def respond(handler, body):
        put(handler, json.dumps(anki.answer(json.loads(body))).encode())

    with serving(respond) as found:
        yield found


def test_cards_become_notes(anki, address):
    cards = cards_of(TEXT)
    assert AnkiConnect(address).is_there()
    assert AnkiConnect(address).send(cards) == Sent(len(cards), 0, 0)
    assert [note["Word"] for note in anki.notes.values()] == [card.word for card in cards]
    assert anki.models == {"Jingdu": list(FIELDS)}
    assert anki.decks == ["Jingdu 净读"]


def test_a_second_time_they_are_updated(anki, address):
    AnkiConnect(address).send(cards_of(TEXT))
    number = len(anki.notes)
    again = cards_of(TEXT + "劳务。", title="条例（修订）")
    assert AnkiConnect(address).send(again) == Sent(1, number, 0)
    assert len(anki.notes) == number + 1
    assert {note["Source"] for note in anki.notes.values()} == {"条例（修订）"}


def test_a_field_that_the_user_took_away_is_added(anki, address):
    anki.models["Jingdu"] = list(FIELDS[:-1])
    AnkiConnect(address).send(cards_of(TEXT))
    assert anki.models["Jingdu"] == list(FIELDS)


def test_many_cards_go_in_parts(anki, address):
    cards = [card._replace(word=f"{card.word}{number}") for number in range(30)
             for card in cards_of(TEXT)]  # fmt: skip
    assert AnkiConnect(address).send(cards) == Sent(len(cards), 0, 0)
    assert anki.asked.count("multi") == 2 * -(-len(cards) // 100)


def test_no_cards_are_no_notes(anki, address):
    assert AnkiConnect(address).send([]) == Sent(0, 0, 0)


def test_a_note_that_anki_does_not_take_is_counted(anki, address):
    anki.decks.append("refuse")
    cards = cards_of(TEXT)
    assert AnkiConnect(address).send(cards) == Sent(len(cards) - 1, 0, 1)


def test_what_anki_says_is_said(anki, address):
    anki.answer = lambda asked: {"result": None, "error": "collection is not available"}
    with pytest.raises(AnkiRefused, match="collection is not available"):
        AnkiConnect(address).send(cards_of(TEXT))
    assert not AnkiConnect(address).is_there()


@pytest.mark.parametrize(
    "answer", [None, [], {}, {"result": 1}, {"result": [], "error": None}, "x"]
)
def test_an_answer_that_makes_no_sense_is_said(anki, address, answer):
    anki.answer = lambda asked: answer if asked["action"] == "multi" else anki.handle(asked)
    with pytest.raises(AnkiSilent, match="cannot be understood"):
        AnkiConnect(address).send(cards_of(TEXT))


@pytest.mark.parametrize("data", [b"", b"no json", b"\xff\xfe", b"[" * 100_000])
def test_no_json_is_said(data):
    with serving(lambda handler, body: put(handler, data)) as address:
        with pytest.raises(AnkiSilent):
            AnkiConnect(address).send(cards_of(TEXT))
        assert not AnkiConnect(address).is_there()


@pytest.mark.parametrize("status", [301, 403, 404, 500])
def test_another_status_is_said_and_not_followed(status):
    with (
        serving(lambda handler, body: put(handler, b"{}", status)) as address,
        pytest.raises(AnkiSilent, match=str(status)),
    ):
        AnkiConnect(address).send([])


def test_where_nothing_listens_advice_is_given():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(AnkiSilent, match=r"refuses the connection.*Start Anki"):
        AnkiConnect(f"http://127.0.0.1:{port}").send([])


def test_a_server_that_is_silent_is_given_up():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        start = time.monotonic()
        with pytest.raises(AnkiSilent, match="does not answer"):
            AnkiConnect(f"http://127.0.0.1:{server.getsockname()[1]}", patience=0.2).send([])
        assert time.monotonic() - start < 5


def test_a_server_that_drips_is_given_up():
    gone = threading.Event()

    def drip(handler, body):
        handler.send_response(200)
        handler.end_headers()
        try:
            while not gone.wait(0.02):
                handler.wfile.write(b" ")
        except OSError:
            pass

    with serving(drip) as address:
        with pytest.raises(AnkiSilent, match="does not answer"):
            AnkiConnect(address, patience=0.3).send([])
        gone.set()


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org:8765", "http://192.168.1.5:8765", "http://0.0.0.0:8765", "",
        "https://127.0.0.1:8765", "http://127.0.0.1.example.org:8765", "ftp://127.0.0.1",
        "http://localhost.example.org", "http://user@127.0.0.1:8765", "127.0.0.1:8765",
        "http://127.0.0.1:99999", "http://[::2]:8765", "http://127.0.0.1@example.org",
    ],
)  # fmt: skip
def test_no_other_computer_is_asked(address):
    with pytest.raises(NotThisComputer):
        AnkiConnect(address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8765", "http://localhost:8765", "http://[::1]:8765"]
)
def test_addresses_of_this_computer(address):
    AnkiConnect(address)


def test_proxies_are_not_asked(anki, address, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert AnkiConnect(address).is_there()
