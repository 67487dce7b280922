"""The tables of the library, and how those of older versions become these.

The number of migrations a file went through is its `PRAGMA user_version`. What was published is
never changed: a new version of Jingdu adds a migration.

words       what a learner said of a word: status (`WordStatus`), note, a reading of one's own
documents   what was opened, by the fingerprint of the source that its journal is named by, too
vocabularies  the words of a document that can be taught, as `word_counts` packs them
days        what was read on a day: local date, document, seconds, code points
translations  what a server made of a sentence, by the SHA-256 of server, language and sentence

A path is bytes, as the name of a file need not be text. Times are whole seconds since 1970 in UTC.
`counted` is when the words of a document were counted, 0: never. `levels` is JSON: of each HSK
level, how many words of the document are of it; level 0 is for those in no list.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

Migration = tuple[str, ...]
"""The statements that lead to the next version, one after the other."""

APPLICATION = 0x4A694E67  # PRAGMA application_id, "JiNg": a library of Jingdu

MIGRATIONS: tuple[Migration, ...] = (
    (
        """CREATE TABLE words (
            word TEXT PRIMARY KEY,
            status TEXT NOT NULL,
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            pinyin TEXT NOT NULL DEFAULT ''
        ) WITHOUT ROWID""",
        """CREATE TABLE documents (
            fingerprint TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            path BLOB,
            address TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL DEFAULT 0,
            progress REAL NOT NULL DEFAULT 0,
            characters INTEGER NOT NULL DEFAULT 0,
            words INTEGER NOT NULL DEFAULT 0,
            known INTEGER NOT NULL DEFAULT 0,
            levels TEXT NOT NULL DEFAULT '{}',
            added INTEGER NOT NULL,
            read INTEGER NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE days (
            day TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            seconds INTEGER NOT NULL DEFAULT 0,
            characters INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (day, fingerprint)
        ) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE translations (
            sentence TEXT PRIMARY KEY,
            translation TEXT NOT NULL,
            added INTEGER NOT NULL
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE documents ADD COLUMN counted INTEGER NOT NULL DEFAULT 0",
        "CREATE TABLE vocabularies (fingerprint TEXT PRIMARY KEY, words BLOB NOT NULL)",
    ),
)

TABLES = {
    "words": {
        "word": "TEXT", "status": "TEXT", "added": "INTEGER", "changed": "INTEGER",
        "note": "TEXT", "pinyin": "TEXT",
    },
    "documents": {
        "fingerprint": "TEXT", "title": "TEXT", "path": "BLOB", "address": "TEXT",
        "position": "INTEGER", "progress": "REAL", "characters": "INTEGER", "words": "INTEGER",
        "known": "INTEGER", "levels": "TEXT", "added": "INTEGER", "read": "INTEGER",
        "counted": "INTEGER",
    },
    "vocabularies": {"fingerprint": "TEXT", "words": "BLOB"},
    "days": {
        "day": "TEXT", "fingerprint": "TEXT", "seconds": "INTEGER", "characters": "INTEGER",
    },
    "translations": {"sentence": "TEXT", "translation": "TEXT", "added": "INTEGER"},
}  # fmt: skip
"""The tables of the present version, their columns and what these hold."""


class TooNew(Exception):  # noqa: N818 - not for the user
    """The file went through more migrations than this version of Jingdu knows."""


class NotOurs(Exception):  # noqa: N818 - not for the user
    """The file is a database of another program."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many migrations a file went through. Raises NotOurs, and sqlite3.Error."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version or application or tables:
            raise NotOurs
    return int(version)


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file up to date, each step in a transaction of its own.

    Another process that does so at the same moment is waited for. Raises TooNew, NotOurs, and
    sqlite3.Error, after which the file is as before the step that failed.
    """
    while (version := version_of(connection)) != len(migrations):
        if version > len(migrations):
            raise TooNew
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)
            if version < len(migrations):
                for statement in migrations[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
