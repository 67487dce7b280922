"""How the user cuts words, in the library."""

import sqlite3
from contextlib import closing

import pytest

from reader.language.own_segments import NO_SEGMENTS, Change
from reader.study.library import NAME, Library
from reader.study.migrations import MIGRATIONS, migrate

JOINED = Change("智慧监管", ("智慧监管",))
SPLIT = Change("方便面", ("方便", "面"))


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path / "data")) as opened:
        yield opened


def test_what_was_said_is_there_the_next_time(library):
    assert library.segments.load() == NO_SEGMENTS
    library.segments.change([JOINED, SPLIT])
    with closing(Library(library.path.parent)) as again:
        assert again.segments.load().parts == dict([JOINED, SPLIT])


def test_the_last_word_holds_and_can_be_taken_back(library):
    library.segments.change([SPLIT])
    library.segments.change([Change("方便面", ("方", "便面"))])
    assert library.segments.load().parts == {"方便面": ("方", "便面")}
    library.segments.change([Change("方便面", None), Change("没说过", None)])
    assert library.segments.load() == NO_SEGMENTS


@pytest.mark.parametrize(
    "change",
    [
        Change("方便面", ("方便",)),
        Change("方", ("方",)),
        Change("a b", ("a", "b")),
        Change("\ud800方", ("\ud800", "方")),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_else_is_written(library, change):
    with pytest.raises(ValueError, match=r".+"):
        library.segments.change([SPLIT, change])
    assert library.segments.load() == NO_SEGMENTS


def test_what_another_program_wrote_amiss_is_left_out(library):
    library.segments.change([SPLIT])
    with closing(sqlite3.connect(library.path)) as file:
        file.execute("INSERT INTO segments VALUES ('劳动', '劳 動', 0), ('好', '好', 0)")
        file.execute("INSERT INTO segments VALUES (x'ff', x'00', 0)")
        file.commit()
    assert library.segments.load().parts == {"方便面": ("方便", "面")}


def test_a_backup_has_them(library, tmp_path):
    library.segments.change([JOINED])
    library.backup(tmp_path / "backup.sqlite")
    library.segments.change([Change(JOINED.word, None), SPLIT])
    library.restore(tmp_path / "backup.sqlite")
    assert library.segments.load().parts == {"智慧监管": ("智慧监管",)}


def test_a_library_of_the_version_before_gets_them(tmp_path):
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as file:
        migrate(file, MIGRATIONS[:2])
    with closing(Library(tmp_path)) as library:
        library.segments.change([SPLIT])
        assert library.segments.load().parts == {"方便面": ("方便", "面")}
