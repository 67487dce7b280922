"""What a word means that no dictionary holds, made of its parts: 三百二十人, 云州市, 副局长.

Such a meaning is marked as composed wherever it is shown: it is a help and no entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.language.segment import HANZI_RUN, tag_words
from reader.pinyin.spelling import split_tone
from reader.pinyin.surnames import COMMON_SURNAMES
from reader.study.dictionary.affixes import NAME, affixes, counted
from reader.study.dictionary.characters import character_entries
from reader.study.dictionary.counting import count
from reader.study.dictionary.entry import Entry, EntrySource
from reader.study.dictionary.numbers import read_number
from reader.study.dictionary.senses import drop_abbreviated, rank_senses, short_sense, shorten
from reader.study.dictionary.spoken_word import Find, SpokenWord

_REPEATED = re.compile(r"(.)\1|(.)\2(.)\3|(..)\4|(.)一\5")  # 看看, 高高兴兴, 研究研究, 看一看
# jieba takes these for names of persons, too: 高新区, 安全带, 乡华溪村.
_NO_PERSON = tuple("区县市省镇乡村路街州旗岛江河湖山军方国局部院校厂馆站店司会队组带器机")
# Surnames that hardly mean anything else at the head of a word: 李强, but not 高温, 向西.
_HARDLY_WORDS = frozenset(
    "王李张刘陈杨赵吴徐孙胡朱郭罗梁宋郑谢韩唐冯董曹袁邓傅彭吕苏蒋蔡魏薛阎潘杜汪姜姚谭廖邹熊陆郝邱秦侯邵孟龚"
)
_ALWAYS_PLACES = frozenset("省市县镇乡村")
_CHINA = "中"
_OFTEN_PAIRED = frozenset("美俄苏英韩朝")  # 以德 is "with virtue", and no two countries
_COUNTRY_HAS = frozenset("军方媒企商籍舰机")  # 乌军, 美方
# Senses that say nothing of what the parts make: (a surname), (in names), see 乌兰县.
_NOTHING = re.compile(
    r"^\(?(?:in (?:names|foreign names|[\u3400-\u9fff])|a surname|surname |see |used in "
    "|classifier|.*variant of )"
)
# What CC-CEDICT writes behind a word that it names: 无锡 Wúxī.
_NAMED = re.compile(r"\s*[\u3400-\u9fff·]+(?: [^\s,;()]+)?")
_FUNCTION = frozenset(("p", "c", "u", "r", "ad", "f", "k", "d", "m"))


def compose(word: str, find: Find) -> Entry | None:
    """Return an entry made of the parts of a word, None where they say nothing.

    `find` gives the entries of a word that stands in a dictionary.
    """
    if not HANZI_RUN.fullmatch(word):
        return None
    asked = _speak(word, find)
    spelled = " ".join(asked.spoken)
    for make in (_repetition, _number, _person, _long_parts, _country, _affixed, _parts):
        meaning = make(asked)
        if meaning:
            return Entry(word, word, spelled, (meaning,), EntrySource.COMPOSED)
    return None


def count_word(word: str, find: Find) -> str:
    """Return what a number with what it counts means, "" for another word: it is regular."""
    return _number(_speak(word, find)) if HANZI_RUN.fullmatch(word) else ""


def _number(word: SpokenWord) -> str:
    return count(word, lambda unit: _meaning(unit) or _parts(unit))


def _person(word: SpokenWord) -> str:
    """马淑杰: Ma Shujie (name); 老谭: Lao Tan (name)."""
    text = word.text
    if len(text) == 2 and text[0] in "老小" and text[1] in COMMON_SURNAMES:
        return f"{_capital(word.part(0, 1))} {_capital(word.part(1, 2))} (name)"
    if len(text) > 4 or text[0] not in COMMON_SURNAMES or text.endswith(_NO_PERSON):
        return ""
    if not _sounds_like_name(text) or (len(text) == 2 and text[0] not in _HARDLY_WORDS):
        return ""
    tails = (word.find(text[at:]) for at in range(1, len(text) - 1))
    if any(not entry.is_name for entries in tails for entry in entries):
        return ""
    return f"{_capital(word.part(0, 1))} {_capital(word.part(1, len(text)))} (name)"


def _sounds_like_name(text: str) -> bool:
    return tag_words(text) in (["nr"], ["nrt"], ["nrfg"])


def _capital(name: SpokenWord) -> str:
    return write_plain(" ".join(name.spoken)).capitalize()


def _repetition(word: SpokenWord) -> str:
    """看看, 看一看, 研究研究: to look (a little); 一幅幅: every one."""
    text = word.text
    if len(text) == 3 and text[0] == "一" and text[1] == text[2]:
        return "one after another"
    if not _REPEATED.fullmatch(text) or read_number(text) is not None:
        return ""
    size = 1 if len(text) == 3 else (len(text) + 1) // 2
    base = text[0] + text[2] if len(text) == 4 and text[0] == text[1] else text[:size]
    entries = word.find(base)
    if not entries:
        return ""
    if word.part(0, size).is_measure:
        return "every one"
    meaning = short_sense(entries)
    return f"{meaning} (a little)" if meaning.startswith("to ") else f"{meaning} (repeated)"


def _country(word: SpokenWord) -> str:
    """乌军: Ukrainian army; 中苏: Chinese-Soviet."""
    first, last = word.text[0], word.text[-1]
    adjective = counted().get(("country", first), "")
    if not adjective or len(word.text) != 2:
        return ""
    other = counted().get(("country", last), "")
    if other and (_CHINA in word.text or {first, last} <= _OFTEN_PAIRED):
        return f"{adjective}-{other}"
    return f"{adjective} {_meaning(word.part(1, 2))}" if last in _COUNTRY_HAS else ""


def _affixed(word: SpokenWord) -> str:
    """副船长: deputy captain, as the affix has it; 云州市: Yunzhou City."""
    return _with_affix(word, _meaning) or _with_affix(word, _number_or_parts)


def _with_affix(word: SpokenWord, mean: Callable[[SpokenWord, str], str]) -> str:
    for affix in affixes():
        rest = affix.rest_of(word.text)
        if not rest or (len(rest) == 1 and (len(word.text) > 2 or affix.takes_name)):
            continue
        start = len(affix.text) if affix.is_before else 0
        part = word.part(start, start + len(rest))
        if affix.takes_name:
            name = _place(part, affix.text)
            if name:
                return affix.template.replace(NAME, name)
            continue
        if mean is not _meaning and affix.is_before and not read_number(rest[:1]):
            continue  # 自给率 is the rate of 自给
        if mean is not _meaning and len(affix.text) == 1 and word.find(word.text[-2:]):
            continue  # 新安江水库 is a 水库
        meaning = mean(part, affix.word_class)
        if len(rest) == 1 and (
            _is_function(part) or (not affix.is_before and meaning.startswith("to "))
        ):
            continue  # 发证 is to issue certificates
        if meaning:
            return affix.fill(meaning)
    return ""


def _number_or_parts(word: SpokenWord, _word_class: str) -> str:
    return _number(word) or _parts(word)


def _place(rest: SpokenWord, generic: str) -> str:
    """Return the name of a place in pinyin, as on a map; nothing where the rest is a plain word."""
    entries = rest.find(rest.text)
    if len(rest.text) > 4 or (entries and not any(entry.is_name for entry in entries)):
        return ""
    if not entries and generic not in _ALWAYS_PLACES:
        # 汇水区 and 城市道路 are no names; the segmenter knows most that are.
        tags = set(tag_words(rest.text + generic))
        if not tags & {"ns", "nr", "nrt"} and tag_words(rest.text) != ["ns"]:
            return ""
    elif not entries and _long_parts(rest):
        return ""
    return _capital(rest)


def _long_parts(word: SpokenWord) -> str:
    """Return the meaning of a word that is two or more words of two and more characters."""
    return _split(word, shortest=2)


def _parts(word: SpokenWord) -> str:
    """劳动监察: labour + supervision, of the fewest parts; nothing where one of them is unknown."""
    return _split(word, shortest=1)


def _split(word: SpokenWord, shortest: int) -> str:
    size = len(word.text)
    best: list[tuple[float, tuple[tuple[int, int], ...]] | None] = [(0.0, ())]
    for end in range(1, size + 1):
        choices = []
        for start in range(max(0, end - size + 1), end - shortest + 1):
            before = best[start]
            if before is None or (start == 0 and end == size):
                continue
            piece = word.part(start, end)
            if _meaning(piece):
                choices.append((before[0] + _price(piece), (*before[1], (start, end))))
        best.append(min(choices, key=lambda one: one[0], default=None))
    found = best[-1]
    if found is None or (len(found[1]) > size / 2 and _sounds_like_name(word.text)):
        return ""  # 贝拉斯克斯 means nothing
    return _join([word.part(*span) for span in found[1]])


def _price(piece: SpokenWord) -> float:
    """Return what a part costs: fewer and longer parts are better, and the more frequent ones."""
    frequency = max((one.frequency or 1.0 for one in piece.find(piece.text)), default=1.0)
    return (1.6 if len(piece.text) == 1 else 1.0) + (7.0 - frequency) / 20


def _join(pieces: list[SpokenWord]) -> str:
    """Return the meanings of parts, the last as its affix has it: safety + training of personnel.

    Only a verb that begins the whole keeps its "to": timely + discover, to attend + meeting.
    """
    if len(pieces) == 2 and len(pieces[1].text) > 1:
        for affix in affixes():
            if affix.text == pieces[1].text and affix.place == "after" and not affix.takes_name:
                meaning = _meaning(pieces[0], "vn")
                if not meaning.startswith("to "):
                    return affix.fill(meaning)
    first, *more = pieces
    alone = len(more) == 1 and len(first.text) > 1 and len(more[0].text) == 1  # 消费国, 保护地
    meanings = [_meaning(first, "vn" if alone else _class(first))]
    meanings += [_meaning(one, _class(one)) for one in more]
    start = 0 if alone else 1
    meanings[start:] = [one.removeprefix("to ") for one in meanings[start:]]
    return " + ".join(meanings)


def _class(word: SpokenWord) -> str:
    """Return "vn" for a verb that stands for its deed more often than not: 灌溉, 合作."""
    return "vn" if len(word.text) > 1 and tag_words(word.text) == ["vn"] else ""


def _meaning(word: SpokenWord, word_class: str = "") -> str:
    """Return what a part means in a few words, "" if nothing tells; `word_class` is jieba's."""
    reading = " ".join(word.spoken)
    entries = character_entries(word.text, reading) if len(word.text) == 1 else ()
    entries = entries or word.find(word.text)
    ranked = rank_senses(entries, reading=reading, word_class=word_class)
    if not ranked or _NOTHING.match(ranked[0].text):
        return ""
    meaning = shorten(_NAMED.sub("", drop_abbreviated(ranked[0].text)))
    return re.sub("^(?:an?|the) (?=\\w+$)", "", meaning)


def _is_function(word: SpokenWord) -> bool:
    return any(one.word_class in _FUNCTION for one in character_entries(word.text, *word.spoken))


def write_plain(pinyin: str) -> str:
    """Return pinyin as English texts write names, without tones or blanks: Yunzhou, Lüliang."""
    return "".join(split_tone(syllable)[0] for syllable in pinyin.split())


def _speak(word: str, find: Find) -> SpokenWord:
    from reader.pinyin.pronounce import pronounce  # loads the readings; few words come here

    spoken = tuple(pinyin for _, _, pinyin in pronounce(word))
    return SpokenWord(word, spoken if len(spoken) == len(word) else ("",) * len(word), find)
