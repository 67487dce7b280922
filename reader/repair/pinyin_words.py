"""Pinyin in place of a character, against filters: zui近 is 最近, 政fu is 政府; wifi, OK了 stay.

The character is proposed, never written: only the word around it tells which one it was.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from reader.codepages.encoding import encoding_of
from reader.language.characters import plain_readings_of, readings_of
from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.language.ngram import CharacterModel, character_model
from reader.language.syllables import split_spelling
from reader.repair.calibration import SHOWN
from reader.repair.lines import find_lines
from reader.repair.mechanism import Context, Layer, Stretch
from reader.repair.proposal import Proposal
from reader.repair.torn_words import find_word_across
from reader.text.align import Alternative
from reader.text.evidence import Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_TRIGGER = lazy_pattern(rf"[{_LETTERS}](?:(?=[{HANZI}])|(?<=[{HANZI}].))")
_SYLLABLE = lazy_pattern(
    rf"(?:(?<=[{HANZI}])|(?<![^\s，。、；：？！“”《》（])(?=[{_LETTERS}]+[{HANZI}]))"
    rf"[{_LETTERS}]{{2,6}}(?=[{HANZI}，。、；：？！”》）\s]|$)"
)
_SPOKEN_OF = lazy_pattern(
    "[读念拼音]|[写叫称]作|声母|韵母|字母|单词|英文|英语|域名|账号|密码|命令|参数"
)
_NEAR = 4  # code points before a syllable that may say that it is meant
# Words of English, names and slang that are syllables, too: ban掉, ping一下, ta们. They count where
# other syllables of the document stand for characters.
_LATIN = frozenset((
    "ai", "an", "ba", "ban", "bang", "bin", "can", "che", "da", "dan", "de", "den", "die",
    "fan", "gang", "ge", "ha", "hang", "he", "hen", "la", "lang", "le", "long", "lv", "ma",
    "man", "me", "men", "mi", "na", "ne", "pan", "pang", "pen", "pi", "pin", "ping", "re",
    "run", "sang", "she", "shun", "song", "sun", "ta", "tai", "tan", "tang", "tie", "tu",
    "wan", "yang", "you", "za", "zen",
))  # fmt: skip
_RAREST = 12.0  # nats; a rarer character is not proposed
_BESIDE = 6  # code points on each side that are looked at
_MOST = 2_000  # places; if there are more, the others are not looked at
_SLOPE = 0.7  # costs of the model are overconfident
_LEAST = 0.5  # probability among the characters with that reading
_TIED = 4.0  # nats by which the word must be likelier than its characters apart
_LISTED, _RARELY = 5, 0.005


class PinyinWords:
    """Syllables of pinyin that make a word with the hanzi beside them."""

    name = "pinyin_words"
    kinds = frozenset((RepairKind.DEBRIS,))
    layer = Layer.PAGE

    def propose(self, stretch: Stretch, context: Context) -> Iterator[Proposal]:
        """Yield a proposal for each such syllable, which is shown and not applied."""
        lines = find_lines(stretch.text, stretch.low, stretch.high, (_TRIGGER,))
        found = (one for shift, line in lines for one in _find_places(line, shift))
        places = list(islice(found, _MOST))
        raws = [stretch.text[one.start : one.end] for one in places]
        if any(split_spelling(raw)[0] not in _LATIN for raw in raws):
            yield from places


def _find_places(line: str, shift: int) -> Iterator[Proposal]:
    for syllable in _SYLLABLE.finditer(line):
        start, end = syllable.span()
        raw = syllable[0]
        options = _list_options(raw)
        if not options or _SPOKEN_OF.search(line, max(0, start - _NEAR), start):
            continue
        left = simplify_characters(line[max(0, start - _BESIDE) : start])
        right = simplify_characters(line[end : end + _BESIDE])
        found, word = _find_characters(options, left, right)
        if word:
            best, *others = found
            yield Proposal(
                start + shift,
                end + shift,
                best.text,
                RepairKind.DEBRIS,
                "debris.pinyin",
                SHOWN,
                (Evidence("pinyin_for", (raw, best.text, word)),),
                tuple(others),
            )


@lru_cache(4096)
def _find_characters(
    options: tuple[str, ...], left: str, right: str
) -> tuple[tuple[Alternative, ...], str]:
    """Return the characters for a place, the likeliest first, and the word that the first makes.

    The word is "" if none fits.
    """
    model = character_model()
    costs = model.text_costs([one + right[:3] for one in options], f"\n\n\n{left}")
    ranked = sorted(zip(costs, options, strict=True))
    weights = [math.exp(_SLOPE * (ranked[0][0] - cost)) for cost, _ in ranked]
    total = sum(weights)
    best = ranked[0][1]
    word = _word_with(left, best, right)
    if weights[0] < _LEAST * total or not word or not _is_tied(left, best, right, model):
        return (), ""
    found = tuple(
        Alternative(char, round(weight / total, 3))
        for weight, (_, char) in zip(weights[: _LISTED + 1], ranked, strict=False)
        if weight >= _RARELY * total
    )
    return found, word


def _word_with(left: str, char: str, right: str) -> str:
    """Return the word of the dictionary that a character makes with its neighbours, or ""."""
    return find_word_across(left, char + right) or find_word_across(left + char, right)


def _is_tied(left: str, char: str, right: str, model: CharacterModel) -> bool:
    """Tell if the character and the hanzi beside it are likely side by side, not just frequent."""
    ties = []
    if left and re.match(f"[{HANZI}]", left[-1]):
        ties.append(model.attraction(left, char))
    if right and re.match(f"[{HANZI}]", right[0]):
        ties.append(model.attraction(left[-1:] + char, right))
    return bool(ties) and max(ties) > _TIED


@cache
def _list_options(raw: str) -> tuple[str, ...]:
    """Return the characters with a reading; those with its tone, if it has one."""
    plain, tone = split_spelling(raw)
    options = _index_readings().get(plain, ())
    if not tone:
        return options
    wanted = (plain, tone)
    return tuple(one for one in options if wanted in map(split_spelling, readings_of(one)))


@cache
def _index_readings() -> Mapping[str, tuple[str, ...]]:
    """Return syllable -> the characters that are read so."""
    index: dict[str, list[str]] = defaultdict(list)
    for one in encoding_of("gb18030").find_common(_RAREST):
        for reading in plain_readings_of(one.char):
            index[reading].append(one.char)
    return {reading: tuple(chars) for reading, chars in index.items()}
