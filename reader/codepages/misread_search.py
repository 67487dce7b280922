"""Searches misread text that lacks some of its bytes, or of which only a part was misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from reader.codepages.beam import BestPath, MissingBytes, Search, best_path
from reader.codepages.encoding import encoding_of, numbers_of
from reader.codepages.interpretation import (
    RunInterpretation,
    chinese_costs,
    is_doubtful,
    is_foreign,
)
from reader.codepages.misread_runs import collect_runs
from reader.codepages.plausible import find_plausible, list_bytes, sense_of
from reader.codepages.step_budget import StepBudget, StepsSpentError
from reader.codepages.triggers import odd_in_gbk, share_of_losses, utf8_as_gbk, weak_trigger
from reader.codepages.views import C1, LOST, WINDOWS, Items, View, items_of
from reader.language.forms import form_table
from reader.language.ngram import character_model

CODECS = ("utf-8", "gb18030", "cp950", "big5hkscs")
"""What a text may have been written in."""
NO_WORD = 5.0
"""Nats against a word of another language next to misread text."""

_SEARCHED = ("utf-8", "gb18030", "cp950")  # what Hong Kong adds is rare
_UTF8_AS_GBK = ("GBK", "utf-8")
_FOR_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xEA), 0xEF))
# Pairs of bytes, and the share of everyday hanzi among them below which these are no Chinese: one
# pair in two begins a character, and of letters drawn at random one in six looks like one.
_PAIRS, _EVERYDAY = 24, 0.3
_PART, _IN_PART = 16, 8  # pairs of a part, and everyday hanzi from which on it may be Chinese
_TRIMMED = 0.3  # nats by which a text must be likelier if bytes were trimmed besides
_LIKELIER = 1.0  # the same if others were lost, or if it was written in another encoding
# Nats of a character that may be out of step, and how many before and behind it may be, too.
_ODD, _BEFORE, _BEHIND = 9.0, 3, 1
_NO_MARK = 9.0  # nats against a question mark in such a text
_RARE = 11.0  # nats; of the characters of UTF-8 one in ten is more frequent
_CLOSE = 3  # characters from one rare character to the next, where text was misread
_MANY_LOST, _AMONG_LOSSES = 0.1, 0.9  # share of lost bytes, and what a guess is worth from there
_MARKED = 0.02  # share of marks from which on bytes are lost that no view lacks
_MARKED_IN_GBK = 0.05  # the same for UTF-8 read as GBK, where single bytes may go without one
_MOST_LOST = 0.2  # share of lost bytes above which nothing is searched


class Stretch(NamedTuple):
    """A text that may have been misread in the encoding of a view.

    `literal` are the costs in nats of its characters as they are. `known` is a run that was misread
    in the same way, if the document is known for that. `ends_line` says that a line ends with it.
    `budget` is what the searches may take.
    """

    text: str
    literal: Sequence[float]
    view: View
    known: RunInterpretation | None
    ends_line: bool
    budget: StepBudget


class _Searches:
    """The searches in one stretch, and the runs of the best of them."""

    def __init__(self, asked: Stretch, standing: Sequence[float]) -> None:
        """`standing` are the costs in nats of the characters next to misread text."""
        self._asked, self._standing = asked, standing
        self._numbers = numbers_of(asked.text, character_model())
        self._cost = inf
        self._places: dict[str, frozenset[int]] = {}
        self.runs: list[RunInterpretation] = []

    def search(
        self, items: Items, codec: str, gaps: MissingBytes, likelier: float = _LIKELIER
    ) -> tuple[BestPath, list[RunInterpretation]]:
        """Search in one encoding; the runs count if their path is so many nats `likelier`.

        Raises StepsSpentError if that takes more steps than are left.
        """
        text, literal, view, known, ends_line, budget = self._asked
        limits = view.limits(codec)
        places = self._places.get(codec) if gaps.vanish < inf else None
        written = encoding_of(codec)
        search = Search(written, view.name, gaps, limits, ends_line, known is not None, places)
        path = best_path(items, search, self._numbers, self._standing, budget)
        if path is None:
            raise StepsSpentError
        if gaps.vanish == inf:
            self._places[codec] = find_doubtful(path, items)
        runs = collect_runs(path, items, text, literal, search)
        if path.cost < self._cost - likelier:
            self._cost, self.runs = path.cost, runs
        return path, runs


def find_doubtful(path: BestPath, items: Items) -> frozenset[int]:
    """Return the items near which a byte may be missing: what the path says there is no Chinese.

    Behind a missing byte, characters of two bytes go on out of step, until one byte is left over.
    """
    steps, model = path.steps, character_model()
    costs = chinese_costs("".join(step.char or "" for step in steps), model)
    places: set[int] = set()
    decoded = 0
    for number, step in enumerate(steps):
        if step.char is None:
            is_odd = items.values[step.start] >= 0x80
        else:
            is_odd = costs[decoded] > _ODD
            decoded += len(step.char)
        if is_odd:
            first = steps[max(0, number - _BEFORE)]
            last = steps[min(len(steps) - 1, number + _BEHIND)]
            places.update(range(first.start, last.end))
    return frozenset(places)


def search(asked: Stretch) -> list[RunInterpretation]:
    """Return the runs of the likeliest interpretation, none if there are too few steps left.

    That is counted in `asked.budget`: half a search may have found the worse half.
    """
    try:
        return _search_wide(asked) if asked.view.is_wide else _search_narrow(asked)
    except StepsSpentError:
        asked.budget.refused += 1
        return []


def _search_narrow(asked: Stretch) -> list[RunInterpretation]:
    """Return the runs of the likeliest interpretation, with or without missing bytes."""
    text, literal, view, known, *_ = asked
    if not weak_trigger(view).search(text):
        return []
    asked.budget.demand()
    items = items_of(view.list_bytes(text))
    high = [value for value in items.values if 0x80 <= value < LOST]
    codecs: Sequence[str] = ("gb18030", "cp950")
    if known is not None:
        codecs = [codec for codec in CODECS if encoding_of(codec).name == known.written]
    elif sum(value in _FOR_UTF8 for value in high) > 0.9 * len(high):
        codecs = ("utf-8",)
    if view.name != WINDOWS or len(codecs) > 1:
        sensible = [codec for codec in codecs if sense_of(items.values, codec) is not None]
        # Nothing else looks like µÚÒ»: where many bytes are gone, none may make sense at first.
        codecs = sensible if view.name != WINDOWS else sensible or codecs
    searches = _Searches(
        asked,
        [
            cost + NO_WORD if char >= "\x80" else cost
            for cost, char in zip(literal, text, strict=True)
        ],
    )
    codecs = [codec for codec in codecs if not _is_noise(items.values, codec)]
    for codec, gaps in _list_plans(items, high, view, codecs):
        trimmed = gaps.missing is not None and gaps.missing >= view.trimmed
        path, runs = searches.search(items, codec, gaps, _TRIMMED if trimmed else _LIKELIER)
        if not any(
            step.char is None and items.values[step.start] >= 0x80 for step in path.steps
        ) and _is_whole(runs):
            break  # nothing is missing
    return searches.runs


def _list_plans(
    items: Items, high: Sequence[int], view: View, codecs: Sequence[str]
) -> Iterator[tuple[str, MissingBytes]]:
    """Yield in which encodings to search a narrow view, and for which losses, likeliest first.

    Copying from a browser drops the C1 controls. Where 80 to 9F show as Windows-1252 characters,
    only the five bytes that it does not define can be missing, and the two that are trimmed; if
    any of the five is there, as a control, only these two.
    """
    missing: frozenset[int] | None = view.gaps or None
    if view.name == WINDOWS and not any(value in C1 and value not in view.gaps for value in high):
        missing = C1
    if missing is not None and missing.intersection(high):
        missing = view.trimmed  # such bytes are there, as controls: none was dropped
    marked = share_of_losses(items.values) > _MARKED
    for codec in codecs:
        # Of 80 to 9F no everyday character of GBK or Big5 has a byte; the marks are other losses.
        if not marked or (codec == "utf-8" and missing is not None):
            yield codec, MissingBytes(missing, enter=2.0, space=view.space)
        if marked:
            yield codec, MissingBytes(None, enter=2.0, space=view.space)
    if marked:
        return  # what loses bytes with a mark marks all of them
    for codec in codecs if missing is not None else ():
        if codec in ("utf-8", "gb18030"):
            most = 2 if codec == "utf-8" else 1
            yield codec, MissingBytes(missing, 0.7, most, 2.0, space=view.space)
    none_trimmed = missing != view.trimmed and view.trimmed.isdisjoint(items.values)
    if tuple(codecs) == ("utf-8",) and none_trimmed:
        gone = (missing or frozenset()) | view.trimmed
        yield "utf-8", MissingBytes(gone, 0.7, 2, 2.0, space=view.space)


def _is_whole(runs: Sequence[RunInterpretation]) -> bool:
    """Tell whether all bytes of some runs are there, and make Chinese."""
    parts = [part for one in runs for part in one.parts]
    after = "".join(part.after for part in parts)
    guessed = any(min(part.data) < 0 for part in parts)
    return not guessed and not is_doubtful(after, character_model())


def _is_noise(values: Sequence[int], codec: str) -> bool:
    """Tell whether no part of some bytes is Chinese, wherever a character begins: ¿Û÷ñÊý®.

    In UTF-8 a search ends soon; in the others any byte may be the first or the second.
    """
    if codec == "utf-8":
        return False
    everyday = encoding_of(codec).everyday
    found = [
        bytes(pair) in everyday
        for pair in pairwise(values)
        if min(pair) >= 0x80 and max(pair) < LOST
    ]
    if len(found) < _PAIRS or sum(found) >= _EVERYDAY * len(found):
        return False
    counts = [0, *accumulate(found)]
    return all(high - low < _IN_PART for low, high in zip(counts, counts[_PART:], strict=False))


def _search_wide(asked: Stretch) -> list[RunInterpretation]:
    """Return the likeliest runs; only if bytes stay unread, allow losses that left no mark."""
    text, literal, view, known, *_ = asked
    if known is None and view.name == "GBK" and not _reads_odd(text, literal):
        return []
    asked.budget.demand()
    is_utf8 = view.name == "GBK" and _is_utf8_as_gbk(text, view, known)
    if is_utf8:
        codecs = ["utf-8"]
    else:
        codecs = find_plausible(text, literal, view, list_codecs(view, known, _SEARCHED))
        if not codecs:
            return []
    items = items_of(view.list_bytes(text))
    if not is_utf8 and share_of_losses(items.values) > _MOST_LOST:
        return []
    standing = literal
    if codecs != ["utf-8"] or view.name != "GBK":
        # Next to misread text a '?' is a loss, if its decoder loses bytes at all.
        standing = [
            max(cost, _NO_MARK) if char == "?" else cost + NO_WORD * is_foreign(char)
            for char, cost in zip(text, literal, strict=True)
        ]
    missing = view.gaps if view.name == "Shift_JIS" else None
    searches = _Searches(asked, standing)
    for codec in codecs:
        if view.others:
            items = items_of(list_bytes(text, view, codec), view.list_variants(text))
        # A decoder that marks what is lost marks all of it, but one of GBK not always.
        least = _MARKED_IN_GBK if (view.name, codec) == _UTF8_AS_GBK else 0.0
        marked = share_of_losses(items.values) > least
        for vanish in (inf,) if marked else (inf, 3.0):
            gaps = MissingBytes(missing, vanish, 2 if codec == "utf-8" else 1, pairs=view.pairs)
            path, _ = searches.search(items, codec, gaps)
            left = {items.owner[step.start] for step in path.steps if step.char is None}
            if not _is_left_over(text, left, items, view, literal):
                break
    if share_of_losses(items.values) > _MANY_LOST:
        return [_doubt_guesses(one) for one in searches.runs]
    return searches.runs


def _reads_odd(text: str, literal: Sequence[float]) -> bool:
    """Tell whether rare characters stand close together, as they do in whatever was misread.

    Many clean pages have a private-use character here and there, or the same one twice.
    """
    rare = [at for at, cost in enumerate(literal) if cost > _RARE]
    return any(
        after - before <= _CLOSE and text[before] != text[after] for before, after in pairwise(rare)
    )


def list_codecs(
    view: View, known: RunInterpretation | None, codecs: Sequence[str] = CODECS
) -> list[str]:
    """Return the codecs of what a text may have been written in, in which it was not decoded."""
    found = []
    for codec in codecs:
        name = encoding_of(codec).name
        if name.startswith(view.name):
            continue
        if known is None or known.again or known.written == name:
            found.append(codec)
    return found


def _doubt_guesses(run: RunInterpretation) -> RunInterpretation:
    """Return a run whose guesses are believed less: where much is lost, so are their neighbours."""
    parts = tuple(
        part._replace(sure=part.sure * _AMONG_LOSSES) if min(part.data) < 0 else part
        for part in run.parts
    )
    return replace(run, parts=parts)


def _is_left_over(
    text: str, left: set[int], items: Items, view: View, literal: Sequence[float]
) -> bool:
    """Tell whether any character that was left as it is looks like a part of misread text."""
    if view.name == "GBK":
        return any(odd_in_gbk().match(text[at]) for at in left)
    return any(items.values[items.first[at]] == LOST or literal[at] > _RARE for at in left)


def _is_utf8_as_gbk(text: str, view: View, known: RunInterpretation | None) -> bool:
    """Tell whether the bytes of any run are two UTF-8 characters in common use.

    Text out of step happens to contain such bytes now and then, but not such characters.
    """
    if known is not None:
        return (
            known.written == "UTF-8" and weak_trigger(view, known.written).search(text) is not None
        )
    model = character_model()
    for hit in utf8_as_gbk().finditer(text):
        data = b"".join(view.find_bytes(char) or b"" for char in hit[0].rstrip("?\ufffd"))
        chars = data.decode("utf-8", "ignore")
        if chars and all(
            model.rarity(char) < _RARE for char in chars.translate(form_table().guess)
        ):
            return True
    return False
