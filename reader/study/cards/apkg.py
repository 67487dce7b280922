"""Cards as a package of Anki (.apkg), in the format that all versions of Anki import.

That is a ZIP archive with a database of Anki's schema 11 and a list of media, which is empty. What
is written is what an import looks at; Anki fills in the rest with its own settings.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from html import unescape

from reader.study.cards.card import Card
from reader.study.cards.fields import DECK, FIELDS, NOTE_TYPE, TAG, make_fields, note_guid
from reader.study.cards.templates import BACK, FRONT, STYLE

_SCHEMA = 11
# They never change: by them Anki knows the deck and the note type of an earlier import.
_DECK_ID, _MODEL_ID = 1_766_000_000_001, 1_766_000_000_002
_DEFAULT_DECK = 1
_TO_SYNC = -1  # the "usn" of what is still to be sent to a server
_TABLES = """
CREATE TABLE col (id INTEGER PRIMARY KEY, crt INTEGER, mod INTEGER, scm INTEGER, ver INTEGER,
    dty INTEGER, usn INTEGER, ls INTEGER, conf TEXT, models TEXT, decks TEXT, dconf TEXT,
    tags TEXT);
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, mod INTEGER, usn INTEGER,
    tags TEXT, flds TEXT, sfld TEXT, csum INTEGER, flags INTEGER, data TEXT);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER, ord INTEGER, mod INTEGER,
    usn INTEGER, type INTEGER, queue INTEGER, due INTEGER, ivl INTEGER, factor INTEGER,
    reps INTEGER, lapses INTEGER, left INTEGER, odue INTEGER, odid INTEGER, flags INTEGER,
    data TEXT);
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER, usn INTEGER, ease INTEGER, ivl INTEGER,
    lastIvl INTEGER, factor INTEGER, time INTEGER, type INTEGER);
CREATE TABLE graves (usn INTEGER, oid INTEGER, type INTEGER);
"""
_TAG = re.compile("<[^<>]*>")


def to_apkg(cards: Iterable[Card], *, when: datetime | None = None) -> bytes:
    """Return a package with one note and one card for each word, the first card to learn first.

    `when` is the time of the export: an import updates a note if the package is newer than what
    Anki has of it.
    """
    now = when or datetime.now(UTC)
    seconds = int(now.timestamp())
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_TABLES)
        database.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (
                seconds, seconds * 1000, seconds * 1000, _SCHEMA,
                json.dumps({"nextPos": 1, "curDeck": _DECK_ID, "curModel": _MODEL_ID}),
                json.dumps({_MODEL_ID: _note_type(seconds)}),
                json.dumps(
                    {one: _deck(one, name, seconds)
                     for one, name in ((_DEFAULT_DECK, "Default"), (_DECK_ID, DECK))}
                ),
                json.dumps({1: _options(seconds)}),
            ),
        )  # fmt: skip
        for number, card in enumerate(cards):
            fields = make_fields(card)
            note = seconds * 1000 + number  # ids are times in milliseconds
            database.execute(
                "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
                (
                    note, note_guid(card.word), _MODEL_ID, seconds, _TO_SYNC, f" {TAG} ",
                    "\x1f".join(fields), unescape(fields[0]), _checksum(fields[0]),
                ),
            )  # fmt: skip
            database.execute(
                "INSERT INTO cards VALUES (?, ?, ?, 0, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (note, note, _DECK_ID, seconds, _TO_SYNC, number + 1),
            )
        database.commit()
        data = database.serialize()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", data)
        package.writestr("media", "{}")
    return written.getvalue()


def _checksum(field: str) -> int:
    """Return what Anki finds notes with the same first field by."""
    plain = unescape(_TAG.sub("", field))
    return int(hashlib.sha1(plain.encode("utf-8"), usedforsecurity=False).hexdigest()[:8], 16)


def _note_type(seconds: int) -> dict[str, object]:
    fields = [
        {"name": name, "ord": number, "font": "Arial", "size": 20, "sticky": False, "rtl": False}
        for number, name in enumerate(FIELDS)
    ]
    template = {
        "name": "Word", "ord": 0, "qfmt": FRONT, "afmt": BACK, "bqfmt": "", "bafmt": "",
        "did": None,
    }  # fmt: skip
    return {
        "id": _MODEL_ID, "name": NOTE_TYPE, "type": 0, "mod": seconds, "usn": _TO_SYNC, "sortf": 0,
        "did": _DECK_ID, "flds": fields, "tmpls": [template], "css": STYLE, "latexPre": "",
        "latexPost": "", "tags": [], "vers": [], "req": [[0, "all", [0]]],
    }  # fmt: skip


def _deck(number: int, name: str, seconds: int) -> dict[str, object]:
    return {
        "id": number, "name": name, "mod": seconds, "usn": _TO_SYNC, "conf": 1, "dyn": 0,
        "desc": "", "collapsed": False, "browserCollapsed": False, "newToday": [0, 0],
        "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0], "extendNew": 0,
        "extendRev": 0,
    }  # fmt: skip


def _options(seconds: int) -> dict[str, object]:
    """Return the options of decks as a new collection of Anki has them."""
    return {
        "id": 1, "name": "Default", "mod": seconds, "usn": 0, "maxTaken": 60, "autoplay": True,
        "timer": 0, "replayq": True, "dyn": False,
        "new": {
            "delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1,
            "perDay": 20, "bury": False,
        },
        "rev": {"perDay": 200, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "bury": False},
        "lapse": {
            "delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1,
        },
    }  # fmt: skip
