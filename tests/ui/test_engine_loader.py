"""What is done in the background after the start, until a document is wanted."""

import gc
from threading import Event

import pytest
from PySide6.QtCore import SIGNAL

from reader.ui.app import EngineLoader, prepare

STARTED = SIGNAL("opening_started()")


@pytest.fixture
def wanted():
    is_wanted = Event()
    is_wanted.set()
    return is_wanted


def test_all_that_a_document_needs_is_there_to_be_imported(wanted):
    prepare(wanted)


def test_who_stops_keeps_no_garbage_of_whoever_wanted_it(monkeypatch):
    """Frozen, what the opener has as garbage just then would never be collected."""
    is_wanted = Event()

    def fill():
        is_wanted.set()
        yield

    monkeypatch.setattr("reader.repair.caches.fill", fill)
    frozen = gc.get_freeze_count()
    prepare(is_wanted)
    assert gc.get_freeze_count() <= frozen
    assert gc.isenabled()


def test_the_first_document_stops_it_and_no_other_is_heard_of(user, monkeypatch):
    begun, go_on, stopped = Event(), Event(), Event()

    def wait(is_wanted):
        begun.set()
        go_on.wait(5)
        if is_wanted.wait(5):
            stopped.set()

    monkeypatch.setattr("reader.ui.app.prepare", wait)
    before = user.window.receivers(STARTED)
    EngineLoader(user.window)
    assert begun.wait(5)
    assert user.window.receivers(STARTED) == before + 1
    user.opens_text()
    assert user.window.receivers(STARTED) == before
    go_on.set()
    assert stopped.wait(5)


def test_where_a_document_is_open_it_is_only_imported(user, monkeypatch):
    begun, seen = Event(), []

    def note(is_wanted):
        seen.append(is_wanted.is_set())
        begun.set()

    monkeypatch.setattr("reader.ui.app.prepare", note)
    user.opens_text()
    EngineLoader(user.window)
    assert begun.wait(5)
    assert seen == [True]
