import weakref

from PySide6.QtCore import QCoreApplication, QObject

from reader.ui.document.letting_go import LettingGo


class Part:
    pass


def test_parts_are_freed_little_by_little(qtbot):
    owner = QObject()
    letting_go = LettingGo(owner)
    parts = [Part() for _ in range(100_000)]
    alive = weakref.WeakSet(parts)
    letting_go.take(parts)
    parts.clear()
    assert len(alive) == len(letting_go) == 100_000
    QCoreApplication.processEvents()
    assert 0 < len(alive) < 100_000
    qtbot.waitUntil(lambda: not alive)
