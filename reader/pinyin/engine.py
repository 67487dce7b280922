"""All that is known of the readings of a text, written as asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.language.segment import tagged
from reader.pinyin.confidence import weighed
from reader.pinyin.joining import joined, word_parts
from reader.pinyin.model import context_model
from reader.pinyin.options import ReadingOptions
from reader.pinyin.phrases import Words
from reader.pinyin.reading import Chance, Reading, ReadingSource
from reader.pinyin.resolve import SURNAME, resolve
from reader.pinyin.runs import runs_of
from reader.pinyin.sandhi import Sandhi, spoken
from reader.pinyin.spelling import split_tone, styled
from reader.pinyin.user_readings import UserReadings

# A gloss that agrees adds a second witness; one that does not is right only where we are unsure.
_AGREED = 0.995
_GLOSS = 0.9
_TRUSTED = 0.95
_DEFAULT = ReadingOptions()


def made(
    text: str,
    *,
    options: ReadingOptions,
    gloss: Mapping[int, str],
    user: UserReadings | None,
    pinned: Mapping[int, str],
) -> list[Reading]:
    """Return what `reader.pinyin.pronounce.readings` promises."""
    runs = [*runs_of(text)]
    plain = weighed(resolve(text, runs, context_model()), text)
    plain = _overlaid(text, plain, gloss, user or UserReadings(), pinned)
    return written(text, plain, runs, options)


def written(
    text: str,
    plain: Sequence[Reading],
    runs: Sequence[tuple[int, int, Words]],
    options: ReadingOptions,
) -> list[Reading]:
    """Return readings of single hanzi with tone marks as the options want them."""
    if options == _DEFAULT:
        return list(plain)
    words = [word for _, _, spans in runs for word in spans]
    said = [one.pinyin for one in plain]
    if options.sandhi is not Sandhi.OFF:
        syllables = [(one.start, one.pinyin) for one in plain]
        said = spoken(text, syllables, words, options.sandhi)
    shown = [styled(syllable, options.style) for syllable in said]
    single = [
        one if new == one.pinyin and not one.others else _restyled(one, new, options)
        for one, new in zip(plain, shown, strict=True)
    ]
    return _by_word(text, single, runs, options) if options.words else single


def _restyled(one: Reading, shown: str, options: ReadingOptions) -> Reading:
    others = tuple(Chance(styled(o.reading, options.style), o.probability) for o in one.others)
    return one._replace(pinyin=shown, others=others)


def _overlaid(
    text: str,
    plain: list[Reading],
    gloss: Mapping[int, str],
    user: UserReadings,
    pinned: Mapping[int, str],
) -> list[Reading]:
    """Return the readings with what the document and the user say laid over them."""
    if not gloss and not user.words and not pinned:
        return plain
    places = {place: (reading, "") for place, reading in pinned.items()}
    set_ = {**_of_user(text, user), **places}
    return [
        _by_user(one, *set_[one.start])
        if one.start in set_
        else _with_gloss(one, gloss[one.start])
        if one.start in gloss
        else one
        for one in plain
    ]


def _by_user(one: Reading, said: str, word: str) -> Reading:
    return Reading(one.start, one.end, said, ReadingSource.USER, 1.0, _all(one), word)


def _of_user(text: str, user: UserReadings) -> dict[int, tuple[str, str]]:
    """Return (reading, word) of the user's words, the longest word first at each place."""
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


def _all(one: Reading) -> tuple[Chance, ...]:
    return (Chance(one.pinyin, one.confidence), *one.others)


def _with_gloss(one: Reading, said: str) -> Reading:
    """Return the reading beside what the document says of the same hanzi."""
    if agrees(said, one.pinyin):
        return one._replace(confidence=max(one.confidence, _AGREED))
    match = next((other for other in one.others if agrees(said, other.reading)), None)
    if match is None or one.confidence >= _TRUSTED:
        return one
    others = tuple(other for other in _all(one) if other is not match)
    return Reading(one.start, one.end, match.reading, ReadingSource.GLOSS, _GLOSS, others, "gloss")


def agrees(said: str, reading: str) -> bool:
    """Tell whether a gloss with tone mark, or without a tone, names the reading.

    A neutral tone agrees with any tone of the same syllable.
    """
    plain, tone = split_tone(said)
    other, its_tone = split_tone(reading)
    return plain == other and (not tone or not its_tone or tone == its_tone)


def _by_word(
    text: str,
    single: list[Reading],
    runs: Sequence[tuple[int, int, Words]],
    options: ReadingOptions,
) -> list[Reading]:
    """Return one entry a word; a word in which a hanzi has no reading stays in syllables."""
    found: list[Reading] = []
    at = 0
    for start, end, words in runs:
        classes = tagged(text[start:end])
        classes += [""] * (len(words) - len(classes))
        for low, high, capital, idiom in word_parts(text, words, classes):
            first = at
            while at < len(single) and single[at].start < high:
                at += 1
            part = single[first:at]
            if len(part) != high - low:
                found.extend(part)
                continue
            least = min(part, key=lambda one: one.confidence)
            spelled = joined(
                [one.pinyin for one in part],
                options.style,
                capital=capital or least.reason == SURNAME,
                idiom=idiom,
            )
            others = least.others if len(part) == 1 else ()
            found.append(
                Reading(low, high, spelled, least.source, least.confidence, others, least.reason)
            )
    return found
