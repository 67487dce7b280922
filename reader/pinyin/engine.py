"""Combines the readings of a text from all sources and writes them as the options want."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.language.own_segments import NO_SEGMENTS, OwnSegments
from reader.language.segment import find_recut, tag_spans
from reader.pinyin.confidence import weigh_readings
from reader.pinyin.joining import NAMES, join_pieces, split_words
from reader.pinyin.model import context_model
from reader.pinyin.options import ReadingOptions
from reader.pinyin.phrases import Words
from reader.pinyin.reading import Chance, Reading, ReadingSource
from reader.pinyin.resolve import SURNAME, resolve
from reader.pinyin.runs import find_runs
from reader.pinyin.sandhi import Sandhi, apply_sandhi
from reader.pinyin.spelling import split_tone, write_syllable
from reader.pinyin.user_readings import UserReadings

# A gloss that agrees confirms a reading; one that disagrees wins only where we are unsure.
_AGREED = 0.995
_GLOSS = 0.9
_TRUSTED = 0.95
_DEFAULT = ReadingOptions()


def make_readings(
    text: str,
    *,
    options: ReadingOptions,
    gloss: Mapping[int, str],
    user: UserReadings | None,
    pinned: Mapping[int, str],
    own: OwnSegments | None = None,
) -> list[Reading]:
    """Do the work of `reader.pinyin.pronounce.find_readings`."""
    runs = [*find_runs(text, own or NO_SEGMENTS)]
    plain = weigh_readings(resolve(text, runs, context_model()), text)
    plain = _overlay(text, plain, gloss, user or UserReadings(), pinned)
    return write_readings(text, plain, runs, options)


def write_readings(
    text: str,
    plain: Sequence[Reading],
    runs: Sequence[tuple[int, int, Words]],
    options: ReadingOptions,
) -> list[Reading]:
    """Return readings of single hanzi, given with tone marks, as the options want them."""
    if options == _DEFAULT:
        return list(plain)
    words = [word for _, _, spans in runs for word in spans]
    said = [one.pinyin for one in plain]
    if options.sandhi is not Sandhi.OFF:
        syllables = [(one.start, one.pinyin) for one in plain]
        said = apply_sandhi(text, syllables, words, options.sandhi)
    shown = [write_syllable(syllable, options.style) for syllable in said]
    single = [
        one if new == one.pinyin and not one.others else _restyle(one, marked, new, options)
        for one, marked, new in zip(plain, said, shown, strict=True)
    ]
    return _group_by_word(text, single, runs, options) if options.words else single


def _restyle(one: Reading, said: str, shown: str, options: ReadingOptions) -> Reading:
    """Return a reading that is `said` with tone marks, and `shown` in another style."""
    others = tuple(
        Chance(write_syllable(o.reading, options.style), o.probability) for o in one.others
    )
    pieces = ((shown, split_tone(said)[1]),) if shown != said else ()
    return one._replace(pinyin=shown, others=others, pieces=pieces)


def _overlay(
    text: str,
    plain: list[Reading],
    gloss: Mapping[int, str],
    user: UserReadings,
    pinned: Mapping[int, str],
) -> list[Reading]:
    """Return the readings, with those of the document and the user in place of ours."""
    if not gloss and not user.words and not pinned:
        return plain
    places = {place: (reading, "") for place, reading in pinned.items()}
    set_ = {**_match_user_words(text, user), **places}
    return [
        _apply_user_reading(one, *set_[one.start])
        if one.start in set_
        else _apply_gloss(one, gloss[one.start])
        if one.start in gloss
        else one
        for one in plain
    ]


def _apply_user_reading(one: Reading, said: str, word: str) -> Reading:
    return Reading(one.start, one.end, said, ReadingSource.USER, 1.0, _list_chances(one), word)


def _match_user_words(text: str, user: UserReadings) -> dict[int, tuple[str, str]]:
    """Return offset -> (reading, word) for the user's words; the longest word wins."""
    set_: dict[int, tuple[str, str]] = {}
    if not user.words:
        return set_
    lengths = sorted({len(word) for word in user.words}, reverse=True)
    at = 0
    while at < len(text):
        for length in lengths:
            word = text[at : at + length]
            of = user.words.get(word)
            if of is not None:
                set_.update((at + number, (said, word)) for number, said in enumerate(of))
                at += length - 1
                break
        at += 1
    return set_


def _list_chances(one: Reading) -> tuple[Chance, ...]:
    return (Chance(one.pinyin, one.confidence), *one.others)


def _apply_gloss(one: Reading, said: str) -> Reading:
    """Return the reading after comparing it with the gloss of the same hanzi."""
    if agrees(said, one.pinyin):
        return one._replace(confidence=max(one.confidence, _AGREED))
    match = next((other for other in one.others if agrees(said, other.reading)), None)
    if match is None or one.confidence >= _TRUSTED:
        return one
    others = tuple(other for other in _list_chances(one) if other is not match)
    return Reading(one.start, one.end, match.reading, ReadingSource.GLOSS, _GLOSS, others, "gloss")


def agrees(said: str, reading: str) -> bool:
    """Tell whether a syllable, with or without its tone mark, matches the reading.

    A neutral tone agrees with any tone of the same syllable.
    """
    plain, tone = split_tone(said)
    other, its_tone = split_tone(reading)
    return plain == other and (not tone or not its_tone or tone == its_tone)


def _group_by_word(
    text: str,
    single: list[Reading],
    runs: Sequence[tuple[int, int, Words]],
    options: ReadingOptions,
) -> list[Reading]:
    """Return one reading per word; a word with a hanzi of unknown reading stays in syllables."""
    found: list[Reading] = []
    at = 0
    for start, end, words in runs:
        classes = tag_spans(text, start, end, words)
        for number in find_recut(text, start, end, words):
            # What the user joined is one word here, too; but a name is written as names are.
            classes[number] = classes[number] if classes[number] in NAMES else ""
        for low, high, capital, idiom in split_words(text, words, classes):
            first = at
            while at < len(single) and single[at].start < high:
                at += 1
            part = single[first:at]
            if len(part) != high - low:
                found.extend(part)
                continue
            least = min(part, key=lambda one: one.confidence)
            spelled = join_pieces(
                [one.pinyin for one in part],
                options.style,
                capital=capital or least.reason == SURNAME,
                idiom=idiom,
            )
            tones = [tone for one in part for _, tone in one.toned]
            others = least.others if len(part) == 1 else ()
            found.append(
                least._replace(
                    start=low,
                    end=high,
                    pinyin="".join(spelled),
                    others=others,
                    pieces=tuple(zip(spelled, tones, strict=True)),
                )
            )
    return found
