"""Glosses that are alike are one object in a document, wherever they were read."""

import pickle

from reader.language.glosses import split_glosses
from reader.repair.restored import keep_untouched, share_readings


def test_readings_from_another_process_are_shared():
    kept = keep_untouched(0, "勞动")._replace(readings=split_glosses("勞(lao)動(dòng)").readings)
    shared = {}
    first = share_readings(pickle.loads(pickle.dumps(kept)), shared)
    second = share_readings(pickle.loads(pickle.dumps(kept)), shared)
    assert first == second
    assert list(first.readings) == list(kept.readings)
    assert all(map(lambda one, other: one is other, first.readings, second.readings))
