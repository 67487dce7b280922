"""Signs in the text, and in what its bytes say, for and against a run out of step."""

from __future__ import annotations

from reader.codepages.paths import EmittedCharacter, characters_of
from reader.language.characters import standard_level
from reader.language.hanzi import HANZI
from reader.text.lazy_pattern import lazy_pattern

_HANZI = lazy_pattern(f"[{HANZI}]")
_SHORT_QUESTIONS = lazy_pattern(rf"(?:[?？]{{1,2}}[!！]?[{HANZI}]{{1,2}})+(?:[?？][!！]?)*")
# Characters around a run that are looked at, and letters among them that GBK lacks.
_AROUND, _FOREIGN = 20, 2
_FULL_WIDTH_WORD = lazy_pattern("[Ａ-Ｚａ-ｚ]{2,}")
_GOES_ON = frozenset(".~%/-")
_PAIRED = dict(zip("”’）》〉】〕", "“‘（《〈【〔", strict=True))


def holds_one_word(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end] has one everyday hanzi and no other: 参天的\ufffd林。 lacks a 树."""
    hanzi = _HANZI.findall(text, start, end)
    return len(hanzi) == 1 and standard_level(hanzi[0]) == 1


def is_questions(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end], from a '?' on, is but short questions of everyday words: 我?他?!她?.

    Behind one stands nothing that goes on with a number: 曰?.5~2小時.
    """
    if text[end : end + 1] in _GOES_ON:
        return False
    return (
        (end == len(text) or text[end - 1] in "?？!！" or text[end] in "?？")
        and _SHORT_QUESTIONS.fullmatch(text, start, end) is not None
        and all(standard_level(char) == 1 for char in _HANZI.findall(text, start, end))
    )


def is_full_width_word(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end] is mostly words in full-width letters: ：Ｇｏｇｏｌ.

    Out of step, a letter is the second byte of 。 or 海 and the first of the next character; two of
    them side by side hardly ever occur.
    """
    letters = sum(map(len, _FULL_WIDTH_WORD.findall(text, start, end)))
    return 2 * letters > end - start


def is_among_foreign(text: str, start: int, end: int) -> bool:
    """Tell if letters stand in or near text[start:end] that GBK lacks: 密\ufffd君逞個신窩굵.

    Such text was misread in another encoding, and one byte off that says nothing.
    """
    near = text[max(0, start - _AROUND) : end + _AROUND]
    letters = [char for char in near if char.isalpha() and not _HANZI.match(char)]
    lacking = sum(not char.encode("gbk", "ignore") for char in letters)
    return lacking >= _FOREIGN


def find_unclosed(text: str) -> list[str]:
    """Return the opening marks that `text` does not close."""
    opened: list[str] = []
    for char in text:
        if char in _PAIRED.values():
            opened.append(char)
        elif char in _PAIRED and opened and opened[-1] == _PAIRED[char]:
            opened.pop()
    return opened


def count_unbalanced(last: EmittedCharacter | None, opened: list[str]) -> int:
    """Count the closing marks that nothing opened: a ” without its “."""
    opened = list(opened)
    count = 0
    for node in characters_of(last):
        if node.char in _PAIRED.values():
            opened.append(node.char)
        elif node.char in _PAIRED:
            if opened and opened[-1] == _PAIRED[node.char]:
                opened.pop()
            else:
                count += 1
    return count
