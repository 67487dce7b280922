"""Work in a thread, as its owner hears of it."""

import gc
from threading import Event, Thread

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from reader.ui.workers import Runner, collector_at_rest


@pytest.fixture
def runner(qapp):
    made = Runner()
    yield made
    made.close()


def test_the_result_comes_after_progress_and_a_first_part(runner, qtbot):
    heard = []
    runner.progressed.connect(lambda *numbers: heard.append(numbers))
    runner.shown.connect(heard.append)

    def work(task):
        task.report(1, 2)
        task.show("part")
        return "whole"

    runner.shown.connect(runner.go_on)
    with qtbot.waitSignal(runner.finished, timeout=5000) as finished:
        runner.start(work)
        assert runner.is_busy
    assert finished.args == ["whole"]
    assert heard == [(1, 2), "part"]
    assert not runner.is_busy


def test_what_goes_wrong_is_told(runner, qtbot):
    with qtbot.waitSignal(runner.failed, timeout=5000) as failed:
        runner.start(lambda task: 1 // 0)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_new_work_begins_when_the_work_before_has_ended_and_is_alone_heard_of(runner, qtbot):
    steps, go_on = [], Event()

    def slow(task):
        go_on.wait(5)
        steps.append("first")
        return "first"

    def quick(task):
        steps.append("second")
        return "second"

    results = []
    runner.finished.connect(results.append)
    runner.start(slow)
    runner.start(quick)
    go_on.set()
    qtbot.waitUntil(lambda: bool(results), timeout=5000)
    assert results == ["second"]
    assert steps == ["first", "second"]


def test_closing_waits_for_the_thread_and_nothing_is_heard_afterwards(runner):
    begun, heard, ended = Event(), [], []

    def work(task):
        begun.set()
        try:
            while True:
                task.report(0, 1)
        finally:
            ended.append(True)

    runner.finished.connect(heard.append)
    runner.failed.connect(heard.append)
    runner.start(work)
    assert begun.wait(5)
    assert runner.close()
    assert ended == [True]
    QCoreApplication.processEvents()
    assert heard == []


def test_a_runner_may_go_while_it_works(qtbot):
    go_on, ended = Event(), Event()

    def work(task):
        go_on.wait(5)
        ended.set()

    owner = QObject()
    Runner(owner).start(work)
    shiboken6.delete(owner)
    go_on.set()
    assert ended.wait(5)
    QCoreApplication.processEvents()


def test_the_collector_rests_until_the_last_has_left():
    """One thread prepares the engine while another opens a document."""
    with collector_at_rest():
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
        entered, left = Event(), Event()

        def rest():
            with collector_at_rest():
                entered.set()
            left.set()

        Thread(target=rest).start()
        assert entered.wait(5)
        assert left.wait(5)
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_that_somebody_stopped_stays_so():
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
