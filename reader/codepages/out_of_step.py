"""Decodes text that is one byte out of step, by a beam search over what its bytes may be.

Each visible character gives the second byte of one character and the first byte of the next; a
pair that vanished is two unknown bytes. The language model chooses. All costs are in nats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import nsmallest
from math import inf

from reader.codepages.double_byte import DoubleByteTable
from reader.codepages.paths import SLACK, EmittedCharacter, FinishedPath, Path, prune
from reader.language.forms import form_table as form_table
from reader.language.glosses import find_glosses
from reader.language.ngram_context import RankedCharacters
from reader.language.ngram_file import BOUNDARY, DIGIT
from reader.language.recurrence import Recurrence
from reader.language.syllables import SYLLABLE, match_gloss

MAX_RUN = 400  # code points after which a run that did not come back in step is given up
_VANISHED = 24  # paths kept where a pair may have vanished
_FOLLOWED = 10  # paths, the best ones, in which a pair may vanish
_ROW = 3  # pairs that may vanish in a row
_LATE, _LATE_SLACK = 4, 10.0  # paths, and nats, for a pair that vanished right before a '?'
_VANISH = 0.5
_EATEN = 3.0  # '?' swallowed an ASCII character
_DROPPED = 4.0  # the last character of a line is gone
_LOST_PAIR = 2.0  # '?' stands for a pair that is no character
_GLOSS_AGREES = -6.0  # a gloss is the pinyin of the character that it split
_FOLDED = dict(zip(",:;?()!", "，：；？（）！", strict=True))
_WIDENED = str.maketrans({**_FOLDED, "?": "？"})
_HOPELESS = 25.0  # nats by which a run may be worse than the text as it stands
_LOST = "?？\ufffd"
_ENDS = "！？；：，。、!?;:"  # text was cut before these, so a '?' before them swallowed nothing
_BROKEN_TAG = re.compile(r"\?/[a-z][a-z0-9]{0,9}>")  # 。</p>: the '?' swallowed the <
_BROKEN_GLOSS = re.compile(rf"[?？\ufffd][(（]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")
_CUT_AT = frozenset("！？；：!;:")
_EATEN_FIRST, _EATEN_SECOND = 0xA3, (0xA1, 0xBF, 0xBB, 0xBA)  # the bytes of ！ ？ ； ：
_EATEN_MARK = -3.0  # text is cut at marks; one byte alone is hardly ever lost
_LATIN_WORD = re.compile("[A-Za-z]{2}")


class OutOfStepReader:
    """Decodes what is out of step in one text; holds what all its runs share."""

    def __init__(self, text: str, pages: DoubleByteTable, recurrence: Recurrence) -> None:
        self.text, self._pages, self._model = text, pages, recurrence.model
        self._following, self._cost = recurrence.following, recurrence.cost
        self.positions = 0  # characters tried so far, each counted as often as it was tried
        self._glosses = {gloss.start: gloss.end for gloss in find_glosses(text)}
        self._guess = form_table().guess
        self._ids = self._model.ids(text.translate(self._guess).translate(_WIDENED))

    def context(self, before: str) -> tuple[int, int, int]:
        """Return the ids of the last three characters of `before`, which is clean text."""
        numbers = [BOUNDARY, BOUNDARY, BOUNDARY, *self._model.ids(before[-3:])]
        return numbers[-3], numbers[-2], numbers[-1]

    def standing_costs(self, start: int, end: int, context: tuple[int, int, int]) -> list[float]:
        """Return what text[start:n] costs as it stands, for n from `start` to `end`.

        A '?' costs as much as a full-width one, and glosses cost nothing, so that only characters
        are compared.
        """
        a, b, c = context
        costs = [0.0]
        total = 0.0
        while len(costs) <= end - start:
            at = start + len(costs) - 1
            number = self._ids[at]
            if at in self._glosses:
                costs += [total] * (min(end, self._glosses[at]) - at)
                continue
            total += self._model.cost4(a, b, c, number)
            a, b, c = b, c, number
            costs.append(total)
        return costs

    def behind_cost(self, end: int, context: tuple[int, int, int]) -> float:
        """Return what the two characters after text[:end] cost as they stand."""
        a, b, c = context
        total = 0.0
        for number in self._behind(end):
            total += self._model.cost4(a, b, c, number)
            a, b, c = b, c, number
        return total

    def context_at(
        self, end: int, start: int, context: tuple[int, int, int]
    ) -> tuple[int, int, int]:
        """Return the context after text[start:end] as it stands."""
        numbers = [*context, *self._ids[max(start, end - 3) : end]]
        return numbers[-3], numbers[-2], numbers[-1]

    def _behind(self, end: int) -> list[int]:
        if not self.text[end : end + 4].strip():
            return [BOUNDARY]
        return self._ids[end : end + 2]

    def read(
        self, start: int, context: tuple[int, int, int], standing: list[float]
    ) -> list[FinishedPath]:
        """Return the interpretations of the text from `start` on if a byte was lost before it.

        `standing` is what the text from there on costs as it stands: where that is clearly better
        Chinese, nothing is out of step and the search stops.
        """
        beam = [Path(0.0, -1, None, context, None, ())]
        silent = self.text[start - 1 : start] not in ("?", "？", "\ufffd")
        if not silent and self._pages.name == "gbk" and self.text[start : start + 1] not in _CUT_AT:
            beam += self._start_behind_eaten_mark(beam, start)
        finished: list[FinishedPath] = []
        text, end = self.text, min(len(self.text), start + MAX_RUN)
        at = start
        while at < end and beam:
            if at in self._glosses:  # added after the text had slipped: 笆(ba)奈濉
                at = self._glosses[at]
                continue
            if beam[0].cost > standing[at - start] + _HOPELESS:
                return finished
            self.positions += 1
            char = text[at]
            grown: list[Path] = []
            if at == start and char == "?" and self._pages.name == "gbk":
                char = "？"  # the mark at the cut, folded to half-width: ??偟膩 was 。總的來
            elif char in _LOST:
                grown += self._lose(beam, at, finished)
            if (char < "\x80" and char not in _FOLDED) or char == "€":
                self._fall_in_step(beam, at, finished)
                break
            if silent and char in "！？；：" and at > start:
                self._cut_again(beam, at, finished)
            if char != "\ufffd":
                data = self._pages.bytes_of(_FOLDED.get(char, char))
                if data is None:
                    break
                grown += self._pair(beam, data, at)
            beam = prune(grown)
            if beam and 0 <= beam[0].pending < 0x80:
                beam = self._split_ascii_trail(beam, at, finished)
            at += 1
        if at == len(text):
            self._end(beam, at, finished)
        return finished

    def _start_behind_eaten_mark(self, beam: list[Path], start: int) -> list[Path]:
        """Return the paths in which '?' swallowed the mark, so that three bytes are lost."""
        paths = [
            path
            for second in _EATEN_SECOND
            for path in self._emit(beam, _EATEN_FIRST, second, start, SLACK)
        ]
        return [path._replace(cost=path.cost + _EATEN_MARK) for path in paths]

    def _pair(self, beam: list[Path], data: bytes, at: int) -> list[Path]:
        """Read a visible character: the second byte of one, the first byte of the next."""
        trail, lead = data
        grown = list(self._emit(beam, trail, lead, at + 1, SLACK, slack_of_all=SLACK))
        best = min((path.cost for path in grown), default=1e9)
        vanished = beam[:_FOLLOWED]
        for _ in range(_ROW):
            vanished = self._vanish(vanished, at, best + 4.5)
            if not vanished:
                break
            more = list(self._emit(vanished, trail, lead, at + 1, SLACK, slack_of_all=SLACK))
            best = min(best, min((path.cost for path in more), default=best))
            grown += more
        return grown

    def _emit(
        self,
        paths: list[Path],
        trail: int,
        lead: int,
        end: int,
        slack: float,
        *,
        slack_of_all: float = inf,
    ) -> Iterator[Path]:
        """Complete the pending character with `trail`; `lead` begins the next one.

        Of each path those are left out that are more than `slack` nats behind its best one, and of
        all those that are `slack_of_all` behind the best so far: they would be pruned.
        """
        pages, following_of = self._pages, self._following
        most = inf
        for cost, pending, allowed, context, last, rivals in paths:
            if cost > most:
                continue
            if pending >= 0:
                pair = pages.pairs.get(pending << 8 | trail)
                if pair is not None:
                    char, number = pair
                    total = cost + self._cost(*context, number)
                    if total > most:
                        continue
                    most = min(most, total + slack_of_all)
                    following = (context[1], context[2], number)
                    node = EmittedCharacter(last, char, end)
                    yield Path(total, lead, None, following, node, rivals)
                continue
            cost_of = following_of(*context)
            options = [
                (cost_of(number), char, number)
                for first, char, number in pages.by_trail.get(trail, ())
                if allowed is None or first in allowed
            ]
            if not options:
                continue
            least = min(options)[0]
            most = min(most, cost + least + slack_of_all)
            limit = min(least + slack, most - cost)
            for extra, char, number in options:
                if extra <= limit:
                    following = (context[1], context[2], number)
                    node = EmittedCharacter(last, char, end)
                    yield Path(cost + extra, lead, None, following, node, rivals)

    def _vanish(self, paths: list[Path], at: int, limit: float) -> list[Path]:
        """Complete the pending character with the first byte of a pair that vanished."""
        pages = self._pages
        grown: list[tuple[float, int, int, str, int]] = []  # what it costs, path, trail, character
        for which, (cost, pending, allowed, context, _, _) in enumerate(paths):
            allowance = limit - cost - _VANISH
            if allowance <= 0:
                continue
            cost_of = self._following(*context)
            if pending >= 0:
                for trail, char, number in pages.vanishing_behind(pending):
                    extra = cost_of(number)
                    if extra < allowance:
                        grown.append((cost + _VANISH + extra, which, trail, char, number))
            elif allowed is not None:
                for extra, number in cost_of.below(self._between(context[2]), allowance):
                    for lead, trail, char in pages.between[number]:
                        if lead in allowed:
                            grown.append((cost + _VANISH + extra, which, trail, char, number))
        kept = []
        for cost, which, trail, char, number in nsmallest(_VANISHED, grown):
            path = paths[which]
            following = (path.context[1], path.context[2], number)
            kept.append(
                Path(
                    cost,
                    -1,
                    pages.vanishing[trail],
                    following,
                    EmittedCharacter(path.last, char, at),
                    path.rivals,
                )
            )
        return kept

    def _between(self, second: int) -> RankedCharacters:
        """Return the characters of which both bytes may have vanished.

        They are those that the model has seen after `second`, and the most frequent ones.
        """
        known = self._pages.known_between.get(second)
        if known is None:
            contexts = self._model.contexts
            numbers = {*contexts.pairs(second), *self._pages.usual} & self._pages.between.keys()
            known = self._pages.known_between[second] = RankedCharacters(contexts, second, numbers)
        return known

    def _common(self, second: int) -> list[tuple[int, int, str, int]]:
        """Return (lead, trail, char, id) of each character that the model has seen after one."""
        known = self._pages.known_common.get(second)
        if known is None:
            places = self._pages.places
            known = self._pages.known_common[second] = [
                (lead, trail, char, number)
                for number in self._model.contexts.pairs(second)
                for lead, trail, char in places.get(number, ())
            ]
        return known

    def _lose(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> list[Path]:
        """Read a '?': the last byte before the text is in step again, or an undefined pair."""
        pages, text = self._pages, self.text
        broken = _BROKEN_GLOSS.match(text, at)
        tag = _BROKEN_TAG.match(text, at)
        following = text[at + 1 : at + 2]
        # Inside a line it may have swallowed an ASCII character, such as a digit or a bracket.
        # Nobody can tell which, so the '?' stays.
        eaten = text[at] == "?" and following.strip() != "" and following not in _ENDS
        grown: list[Path] = []
        paths = beam[:_VANISHED]
        if paths:
            paths = paths + self._vanish(paths, at, paths[0].cost + _LATE_SLACK)[:_LATE]
        completed = list(self._complete(paths))
        limit = min((one[4] for one in completed), default=0.0) + SLACK
        for path, trail, char, number, total in completed:
            if total > limit:
                continue
            context = (path.context[1], path.context[2], number)
            node = EmittedCharacter(path.last, char, at + 1)
            if broken is not None and match_gloss(char, broken[1]):
                self._finish(
                    finished, total + _GLOSS_AGREES, broken.end(), context, node, path.rivals
                )
                continue
            if tag is not None:
                self._finish(finished, total, tag.end(), context, node, path.rivals)
            elif eaten:
                total_eaten = total + _EATEN + self._cost(*context, DIGIT)
                after = (context[1], context[2], DIGIT)
                mark = EmittedCharacter(node, text[at], at + 1)
                self._finish(finished, total_eaten, at + 1, after, mark, path.rivals)
            else:
                self._finish(finished, total, at + 1, context, node, path.rivals)
            among = pages.undefined.get(trail)
            if among:
                cost = total + _LOST_PAIR
                grown.append(Path(cost, -1, among, context, node, path.rivals))
        return prune(grown)

    def _complete(self, paths: list[Path]) -> Iterator[tuple[Path, int, str, int, float]]:
        """Yield (path, trail, character, id, cost) for each character whose trail may be lost."""
        for path in paths:
            cost_of = self._following(*path.context)
            if path.pending >= 0:
                for trail, char, number in self._pages.by_lead.get(path.pending, ()):
                    yield path, trail, char, number, path.cost + cost_of(number)
            elif path.among:
                for lead, trail, char, number in self._common(path.context[2]):
                    if lead in path.among:
                        yield path, trail, char, number, path.cost + cost_of(number)

    def _cut_again(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read a mark where nothing shows the lost bytes: the text may be cut here, too."""
        for path, _, char, number, total in self._complete(beam[:_VANISHED]):
            context = (path.context[1], path.context[2], number)
            self._finish(
                finished, total, at, context, EmittedCharacter(path.last, char, at), path.rivals
            )

    def _end(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read the end of the text: the last byte had no partner there and left no trace."""
        for path, _, char, number, total in self._complete(beam[:_VANISHED]):
            cost = total + self._cost(path.context[1], path.context[2], number, BOUNDARY)
            finished.append(
                FinishedPath(cost, at, EmittedCharacter(path.last, char, at), path.rivals)
            )
        for path in beam:
            if path.last is not None:
                # Or the line was cut off.
                cost = path.cost + _DROPPED + self._cost(*path.context, BOUNDARY)
                finished.append(FinishedPath(cost, at, path.last, path.rivals))

    def _fall_in_step(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read an ASCII character: it is a second byte, and what follows is in step again."""
        if _LATIN_WORD.match(self.text, at):  # 职权?！http://: a word, not a second byte
            return
        byte = 0x80 if self.text[at] == "€" else ord(self.text[at])
        paths = beam
        for _ in range(_ROW):
            beam = self._vanish(beam, at, paths[0].cost + SLACK)
            paths = paths + beam
        for path in self._emit(paths, byte, -1, at + 1, SLACK):
            assert path.last is not None
            self._finish(finished, path.cost, at + 1, path.context, path.last, path.rivals)

    def _split_ascii_trail(
        self, beam: list[Path], at: int, finished: list[FinishedPath]
    ) -> list[Path]:
        """Finish the paths whose pending byte is an ASCII character; return the others."""
        kept = []
        for path in beam:
            if not 0 <= path.pending < 0x80 or path.last is None:
                kept.append(path)
                continue
            char = chr(path.pending)
            number = self._model.ids(char)[0]
            cost = path.cost + self._cost(*path.context, number)
            context = (path.context[1], path.context[2], number)
            node = EmittedCharacter(path.last, char, at + 1)
            self._finish(finished, cost, at + 1, context, node, path.rivals)
        return kept

    def _finish(
        self,
        finished: list[FinishedPath],
        cost: float,
        end: int,
        context: tuple[int, int, int],
        last: EmittedCharacter,
        rivals: tuple[tuple[float, EmittedCharacter, EmittedCharacter], ...],
    ) -> None:
        a, b, c = context
        for number in self._behind(end):
            cost += self._cost(a, b, c, number)
            a, b, c = b, c, number
        finished.append(FinishedPath(cost, end, last, rivals))
