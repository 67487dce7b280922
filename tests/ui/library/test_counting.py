"""What the user has forgotten is not written again by a thread that was counting."""

import pytest

from reader import restore
from reader.language.own_segments import NO_SEGMENTS
from reader.study.dictionary.lookup import Dictionary
from reader.study.library import Library
from reader.ui.library.counting import Permit, Source, count_document


class Thread:
    """Stands in for the task of a thread: `then` happens while the document is counted."""

    def __init__(self, then):
        self.show = lambda recorded: then()

    def check(self):
        pass


def count(library, permit, then):
    return count_document(
        Thread(then),
        document=restore("劳动关系和谐稳定。"),
        source=Source("报告.txt"),
        library=library,
        permit=permit,
        dictionary=Dictionary,
        own=NO_SEGMENTS,
    )


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "words.sqlite")
    yield library
    library.close()


def test_a_document_is_put_into_the_library_with_its_words(library):
    counted = count(library, Permit(), lambda: None)
    (document,) = library.history.documents()
    assert (document.title, document.counted) == ("报告.txt", True)
    assert document.fingerprint == counted.fingerprint


def test_one_that_is_forgotten_meanwhile_does_not_come_back(library):
    permit = Permit()

    def forget():
        permit.withdraw()
        library.history.forget({one.fingerprint for one in library.history.documents()})

    counted = count(library, permit, forget)
    assert library.history.documents() == []
    assert counted.vocabulary  # the window needs the words all the same


def test_nothing_is_written_without_a_permit(library):
    permit = Permit()
    permit.withdraw()
    count(library, permit, lambda: None)
    assert library.history.documents() == []
