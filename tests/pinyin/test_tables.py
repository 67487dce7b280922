import re
import unicodedata

import pytest

from reader.pinyin.spelling import Style, split_tone, write_syllable
from reader.text.resources import resource_path

SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüê]+(?:n|ng|r)?|r|[hmn]g?|hng")


def rows(name):
    text = resource_path("data", name).read_text("utf-8")
    assert text.endswith("\n")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def is_syllable(reading):
    assert reading == unicodedata.normalize("NFC", reading)
    return SYLLABLE.fullmatch(split_tone(reading)[0])


def test_known_phrases_have_one_reading_a_character():
    known = rows("known_phrases.tsv")
    words = [row[0] for row in known]
    assert words == sorted(words)
    assert len(words) == len(set(words))
    for word, spelled, *mark in known:
        readings = spelled.split(" ")
        assert len(readings) == len(word) > 1, word
        assert all(map(is_syllable, readings)), (word, spelled)
        assert mark in ([], ["cedict"])


def test_no_known_phrase_is_written_as_spoken():
    for word, spelled, *_ in rows("known_phrases.tsv"):
        for char, reading in zip(word, spelled.split(" "), strict=True):
            if char == "一":
                assert reading == "yī", word
            if char == "不":
                assert reading in ("bù", "fǒu"), word


def test_our_list_does_not_stand_in_the_dictionaries_table():
    own = {row[0] for row in rows("phrases.tsv")}
    assert not own & {row[0] for row in rows("known_phrases.tsv")}


def test_usual_readings_are_syllables_and_their_shares_sum_to_one():
    seen = set()
    for characters, listed in rows("usual.tsv"):
        assert not seen & set(characters)
        seen |= set(characters)
        if ":" not in listed:
            assert is_syllable(listed), characters
            continue
        pairs = [part.split(":") for part in listed.split(" ")]
        assert len(characters) == 1
        assert len(pairs) > 1
        assert all(is_syllable(reading) for reading, _ in pairs), characters
        shares = [float(share) for _, share in pairs]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1, abs=0.02)


def test_every_standard_character_has_a_usual_reading_that_can_be_written():
    known = {char for characters, _ in rows("usual.tsv") for char in characters}
    missing = [char for char, _ in rows("standard.tsv") if char not in known]
    assert missing in ([], ["呣"])  # "ḿ" is no syllable
    for _, listed in rows("usual.tsv"):
        reading = listed.split(" ")[0].split(":")[0]
        assert re.fullmatch(r"˙?[ㄅ-ㄩ]{1,3}[ˊˇˋ]?", write_syllable(reading, Style.ZHUYIN)), reading
