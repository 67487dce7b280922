"""Short names of offices as words: 市人|社局 of the segmenter is 市|人社局.

The segmenter's dictionary is older than most of them, so it takes their ends for words of their
own. `offices.tsv` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.text.resources import resource_path

Tagged = tuple[str, str]
OFFICE = "nt"  # what jieba calls an organisation

# What makes another word of the last character: 人社|局长, 文旅|部门, 卫健|委员, 网信|办事.
_GOES_ON = {
    "部": "门长署队分落位",
    "局": "长面势部限促域",
    "厅": "长堂",
    "委": "员托派任屈",
    "办": "公理事法学案结证",
    "所": "长有得需在属",
    "会": "长议谈见计员场",
}
# 工人|社部 is no 人社部: what is cut off before an office is a place, or an office itself.
_BEFORE = "省市县区州旗镇乡国部委局厅会府办和与由"


def may_hold_office(run: str) -> bool:
    """Tell if a run of hanzi may hold the short name of an office."""
    return _names().search(run) is not None


def join_offices(
    run: str, pairs: Sequence[Tagged], cut: Callable[[str], list[Tagged]]
) -> list[Tagged]:
    """Return the words of a run, each with its class, with its offices as words of their own.

    `pairs` cover the run without a gap. `cut` is asked about what is left of a word that ended
    inside of an office.
    """
    found = list(_names().finditer(run))
    if not found:
        return list(pairs)
    joined = list(pairs)
    for name in reversed(found):
        joined = _join(joined, name.start(), name.end(), cut)
    return joined


def _join(
    pairs: list[Tagged], start: int, end: int, cut: Callable[[str], list[Tagged]]
) -> list[Tagged]:
    at, first, last, low, high = 0, -1, -1, 0, 0
    for number, (word, _) in enumerate(pairs):
        stop = at + len(word)
        if at <= start < stop:
            first, low = number, at
        if at < end <= stop:
            last, high = number, stop
            break
        at = stop
    touched = "".join(word for word, _ in pairs[first : last + 1])
    before, name, after = (
        touched[: start - low],
        touched[start - low : end - low],
        touched[len(touched) - (high - end) :] if high > end else "",
    )
    if before and not before.endswith(tuple(_BEFORE)):
        return pairs
    left, right = (cut(part) if part else [] for part in (before, after))
    return [*pairs[:first], *left, (name, OFFICE), *right, *pairs[last + 1 :]]


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    lines = resource_path("data", "offices.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    rows.sort(key=lambda row: -len(row[0]))  # 文广旅局, not 文广
    return re.compile("|".join(f"{stem}(?:{_endings(listed)})" for stem, listed in rows))


def _endings(listed: str) -> str:
    return "|".join(
        f"{ending}(?![{_GOES_ON[ending]}])" if ending in _GOES_ON else ending
        for ending in listed.split()
    )
