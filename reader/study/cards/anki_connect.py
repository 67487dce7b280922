"""Puts cards into Anki while it runs on this computer, through its add-on AnkiConnect.

Source of the interface: https://git.sr.ht/~foosoft/anki-connect (version 6). Words go to this
computer only: another address is refused, and neither proxies nor redirections are followed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.study.cards.card import Card
from reader.study.cards.fields import DECK, FIELDS, NOTE_TYPE, TAG, make_fields
from reader.study.cards.templates import BACK, FRONT, STYLE
from reader.study.errors import AnkiRefused, AnkiSilent, NotThisComputer
from reader.text.causes import Cause, cause_of

ADDRESS = "http://127.0.0.1:8765"
PATIENCE = 20.0  # seconds for one answer; Anki writes a hundred notes in less than one
_VERSION = 6
_AT_ONCE = 100  # notes in one request
_LARGEST = 16 * 2**20  # bytes of an answer
_STEP = 2**16
_SPECIAL = str.maketrans({char: f"\\{char}" for char in '\\"*_:'})  # in a search of Anki


class Sent(NamedTuple):
    """How many notes were added, how many updated, and how many Anki would not take."""

    added: int
    updated: int
    failed: int


class AnkiConnect:
    """Anki on this computer. Each call waits for it; use a worker."""

    def __init__(self, address: str = ADDRESS, *, patience: float = PATIENCE) -> None:
        """Set the address; nothing is sent. Raises NotThisComputer for any other computer's.

        `patience` is how many seconds an answer may take.
        """
        self._address = address
        self._host, self._port = _loopback(address)
        self._patience = patience

    def is_there(self) -> bool:
        """Tell if Anki runs, with the add-on; asks for its version."""
        try:
            return isinstance(self._ask("version"), int)
        except (AnkiSilent, AnkiRefused):
            return False

    def send(self, cards: Iterable[Card]) -> Sent:
        """Add a note for each card, or update the one that an earlier call added.

        Makes the deck and the note type if they are not there. Raises AnkiSilent if nothing
        answers, and AnkiRefused with what Anki says; what was sent before stays in Anki.
        """
        self._ask("createDeck", deck=DECK)
        self._prepare_note_type()
        added = updated = failed = 0
        rest = iter(cards)
        while some := list(islice(rest, _AT_ONCE)):
            one = self._send_some(some)
            added, updated, failed = added + one.added, updated + one.updated, failed + one.failed
        return Sent(added, updated, failed)

    def _prepare_note_type(self) -> None:
        if NOTE_TYPE not in _list(self._ask("modelNames")):
            template = {"Name": "Word", "Front": FRONT, "Back": BACK}
            self._ask(
                "createModel",
                modelName=NOTE_TYPE,
                inOrderFields=list(FIELDS),
                css=STYLE,
                isCloze=False,
                cardTemplates=[template],
            )
            return
        present = _list(self._ask("modelFieldNames", modelName=NOTE_TYPE))
        for name in FIELDS:  # the user may have taken one away
            if name not in present:
                self._ask("modelFieldAdd", modelName=NOTE_TYPE, fieldName=name)

    def _send_some(self, cards: Sequence[Card]) -> Sent:
        searches = [
            _action(
                "findNotes",
                query=f'"note:{NOTE_TYPE}" "Word:{card.word.translate(_SPECIAL)}"',
            )
            for card in cards
        ]
        found = [_list(answer) for answer in self._ask_many(searches)]
        notes = [dict(zip(FIELDS, make_fields(card), strict=True)) for card in cards]
        updates = [
            _action("updateNoteFields", note={"id": ids[0], "fields": fields})
            for fields, ids in zip(notes, found, strict=True)
            if ids
        ]
        new = [
            _action(
                "addNote",
                note={
                    "deckName": DECK,
                    "modelName": NOTE_TYPE,
                    "fields": fields,
                    "tags": [TAG],
                    "options": {"allowDuplicate": False},
                },
            )
            for fields, ids in zip(notes, found, strict=True)
            if not ids
        ]
        changed = sum(1 for answer in self._answers(updates) if answer.get("error") is None)
        added = sum(1 for answer in self._answers(new) if answer.get("result") is not None)
        return Sent(added, changed, len(cards) - added - changed)

    # -- asking

    def _ask(self, name: str, **parameters: object) -> object:
        """Return the result of one action. Raises AnkiSilent and AnkiRefused."""
        answer = self._post(_action(name, **parameters))
        if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
            raise AnkiSilent(self._address, Cause("no_http"))
        if answer["error"] is not None:
            raise AnkiRefused(str(answer["error"])[:300])
        return answer["result"]

    def _ask_many(self, actions: Sequence[dict[str, object]]) -> Iterator[object]:
        """Yield the results of several actions; the first error ends it."""
        for answer in self._answers(actions):
            if answer.get("error") is not None:
                raise AnkiRefused(str(answer["error"])[:300])
            yield answer.get("result")

    def _answers(self, actions: Sequence[dict[str, object]]) -> list[dict[str, object]]:
        """Return the answers to several actions, each with a result or an error."""
        if not actions:
            return []
        answers = _list(self._ask("multi", actions=list(actions)))
        if len(answers) != len(actions) or not all(isinstance(one, dict) for one in answers):
            raise AnkiSilent(self._address, Cause("no_http"))
        return [dict(one) for one in answers if isinstance(one, dict)]

    def _post(self, action: dict[str, object]) -> object:
        """Send one action and return the JSON that comes back. Raises AnkiSilent."""
        body = json.dumps(action, ensure_ascii=False).encode("utf-8", "replace")
        until = time.monotonic() + self._patience
        connection = HTTPConnection(self._host, self._port, timeout=self._patience)
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            if response.status != 200:
                cause = Cause("answered", status=response.status, phrase=response.reason)
                raise AnkiSilent(self._address, cause)
            data = bytearray()
            while piece := response.read1(_STEP):
                data += piece
                if len(data) > _LARGEST or time.monotonic() > until:
                    raise AnkiSilent(self._address, Cause("no_answer"))
            return json.loads(data)
        except TimeoutError as error:
            raise AnkiSilent(self._address, Cause("no_answer")) from error
        except HTTPException as error:
            raise AnkiSilent(self._address, Cause("no_http")) from error
        except (ValueError, RecursionError) as error:  # no JSON
            raise AnkiSilent(self._address, Cause("no_http")) from error
        except OSError as error:
            raise AnkiSilent(self._address, cause_of(error)) from error
        finally:
            connection.close()


def _action(name: str, **parameters: object) -> dict[str, object]:
    return {"action": name, "version": _VERSION, "params": parameters}


def _list(answer: object) -> list[object]:
    """Return an answer that should be a list, nothing if it is none."""
    return answer if isinstance(answer, list) else []


def _loopback(address: str) -> tuple[str, int]:
    """Return host and port of an address on this computer. Raises NotThisComputer."""
    try:
        parts = urlsplit(address)
        # "localhost" is not looked up: a name could be made to lead elsewhere.
        host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname or ""
        port = 80 if parts.port is None else parts.port
        if parts.scheme == "http" and parts.username is None and ip_address(host).is_loopback:
            return host, port
    except ValueError:
        pass
    raise NotThisComputer(address)
