"""The garbage collector rests while a text is restored, and is as it was afterwards."""

import gc

import pytest

from reader import restore
from reader.text.collector import collector_at_rest


def test_it_rests_and_works_again():
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_at_rest_where_it_was():
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()


def test_it_works_again_after_a_restore_was_cancelled():
    def cancel(done, total):
        raise KeyError

    with pytest.raises(KeyError):
        restore("推動勞動關係和諧發展。\n" * 100, progress=cancel)
    assert gc.isenabled()
