"""What a number and what it counts mean: 三百二十人 320 people, 第三十七条 Article 37, 十余年.

`affixes.tsv` says how what is counted is put. The rules are regular: such a meaning is certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.study.dictionary.affixes import counted
from reader.study.dictionary.numbers import ordinal, read_number
from reader.study.dictionary.spoken_word import SpokenWord

_MANY = {"多": "many", "几": "several", "数": "several"}
_ROUND = {"十": "tens of {}", "百": "hundreds of {}", "千": "thousands of {}"}
_ROUND |= {"万": "tens of thousands of {}", "亿": "hundreds of millions of {}"}
_ROUND |= {"十万": "hundreds of thousands of {}", "百万": "millions of {}"}
_ROUND |= {"千万": "tens of millions of {}", "十亿": "billions of {}"}
_MORE = frozenset("多余")
# What a stretch of time may be followed by: 五年来, 十年间.
_STRETCH = {"来": "over the past {}", "以来": "over the past {}", "间": "within {}"}
_STRETCH |= {"内": "within {}", "后": "{} later", "前": "{} ago", "之内": "within {}"}
_STRETCH |= {"之后": "{} later", "之前": "{} ago"}
_TIMES = ("年", "个月", "天", "周", "小时", "世纪", "日", "月")
_SINGULAR = {"people": "person", "countries": "country", "cities": "city", "counties": "county"}
_SINGULAR |= {"batches": "batch", "bodies": "body", "copies": "copy", "centuries": "century"}
_ENDED = re.compile(r"(?:st|nd|rd|th)$")


def count(word: SpokenWord, mean: Callable[[SpokenWord], str]) -> str:
    """Return the meaning of a number with what it counts, "" where the word is none.

    `mean` gives the meaning of a part that no table says how to count.
    """
    return _stretch(word) or _number(word, mean) or _many(word)


def _number(word: SpokenWord, mean: Callable[[SpokenWord], str]) -> str:
    size = len(word.text)
    for end in range(size, 0, -1):
        number = read_number(word.text[:end])
        if number is None:
            continue
        if end == size:
            return number
        rest = word.text[end:]
        if read_number(rest[0]) is not None:  # 二三十一二 is none
            return ""
        if rest == "是":  # 一是 ... 二是 ... are the points of a list
            return f"{read_number('第' + word.text[:end])}:" if word.text[0] != "第" else ""
        if rest[0] in _MORE and _is_round(word.text[:end]):
            # 一千四百多万吨 is 一千四百万吨 and more.
            tens = 1 if rest[1:2] in ("万", "亿") else 0
            more = f"over {read_number(word.text[:end] + rest[1 : 1 + tens]) or number}"
            unit = word.part(end + 1 + tens, size)
            return _put(more, unit, "number") if unit.text else more
        # 两用品 is what is dual-use, not two of something
        if end == 1 and size > 2 and mean(word.part(0, 2)) and not _is_counted(word, 1):
            return ""
        if end == 1 and word.text[0] in "百千万亿" and not _is_counted(word, 1):
            return ""
        place = "ordinal" if word.text.startswith("第") else "number"
        unit = word.part(end, size)
        # 一九五八年 is a year, digit by digit, and 一千九百年 are years.
        if rest == "年" and re.fullmatch(r"[1-3]\d{3}", number):
            return f"year {number}"
        if word.text == "两级":  # 市、区两级 are two, and 二级 is the second
            return "2 levels"
        return _put(number, unit, place) or _put_meaning(number, mean(unit))
    return ""


def _is_round(number: str) -> bool:
    """Tell if 余 and 多 may stand behind a number: 十余, 三百多."""
    return number[-1] in "十百千万亿"


def _is_counted(word: SpokenWord, start: int) -> bool:
    rest = word.part(start, len(word.text))
    return ("number", rest.text) in counted() or rest.is_measure


def _put(number: str, unit: SpokenWord, place: str) -> str:
    """Return a number with what is counted, "" where no table has it."""
    template = counted().get((place, unit.text), "")
    if template:
        bare = _ENDED.sub("", number)
        whole = bare.replace(",", "")
        nth = ordinal(int(whole)) if whole.isdigit() else bare
        filled = template.replace("{#}", bare).replace("{nth}", nth).replace("{}", number)
        return _singular(filled)
    return f"{number} (measure word)" if unit.is_measure and len(unit.text) == 1 else ""


def _put_meaning(number: str, meaning: str) -> str:
    return f"{number} {meaning}" if meaning and not meaning.startswith("to ") else ""


def _singular(counted_things: str) -> str:
    """Return one of a thing: 1 batches is 1 batch.

    >>> _singular("1 batches"), _singular("1 yuan"), _singular("11 people")
    ('1 batch', '1 yuan', '11 people')
    """
    found = re.match(r"1 (\w+)", counted_things)
    if not found:
        return counted_things
    thing = found[1]
    one = _SINGULAR.get(thing) or re.sub("(?<!s)s$", "", thing)
    return f"1 {one}{counted_things[found.end() :]}"


def _many(word: SpokenWord) -> str:
    """Return 多项 as many items, 几年 as several years, 数百人 as hundreds of people."""
    text = word.text
    if text[0] not in _MANY or len(text) < 2:
        return ""
    amount = next((one for one in (text[1:3], text[1:2]) if one in _ROUND), "")
    size = _ROUND[amount] if amount and text[0] != "多" else ""
    unit = word.part(1 + len(amount) if size else 1, len(text))
    if size and not unit.text:
        return size.removesuffix(" of {}")
    many = size.removesuffix(" {}") if size else _MANY[text[0]]
    template = counted().get(("number", unit.text), "")
    if not template.startswith("{} ") or (unit.text == "大" and not size):  # 多大 asks how big
        return ""
    filled = template.partition(" / ")[0].replace("{}", many)
    return filled.replace(" of (", " (")


def _stretch(word: SpokenWord) -> str:
    """Return 五年来 as "over the past 5 years", 十天后 as "10 days later"."""
    for tail in (word.text[-2:], word.text[-1:]):
        template = _STRETCH.get(tail)
        span = word.part(0, len(word.text) - len(tail))
        if not template or not span.text.endswith(_TIMES) or span.text.startswith("第"):
            continue
        if span.text.endswith(("日", "月")) and not span.text.endswith("个月"):
            if tail not in ("内", "之内", "后", "前") or span.text.endswith("月"):
                continue
            meaning = _number(span, lambda _: "").partition(" / ")[0]
        else:
            meaning = _number(span, lambda _: "") or _many(span)
        if meaning and not meaning.startswith("year "):
            return template.replace("{}", meaning)
    return ""
