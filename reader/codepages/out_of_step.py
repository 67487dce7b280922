"""Decodes text that is one byte out of step, by a beam search over what its bytes may be.

Each visible character gives the second byte of one character and the first byte of the next; a
pair that vanished is two unknown bytes. The language model chooses. All costs are in nats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from math import inf
from operator import itemgetter

from reader.codepages.double_byte import WIDE_MARKS, DoubleByteTable, Options
from reader.codepages.endings import Ending, weigh_endings
from reader.codepages.paths import (
    EmittedCharacter,
    FinishedPath,
    Growth,
    Path,
    characters_of,
    grow,
    keep,
    prune,
)
from reader.codepages.scoring import NgramScorer, Scorer
from reader.codepages.standing import StandingCosts
from reader.language.forms import form_table
from reader.language.glosses import find_glosses
from reader.language.ngram_context import RankedCharacters
from reader.language.ngram_file import BOUNDARY, DIGIT
from reader.language.recurrence import Recurrence
from reader.language.syllables import SYLLABLE, match_gloss
from reader.text.lazy_pattern import lazy_pattern

_FOLLOWED = 10  # paths, the best ones, in which a pair may vanish
_ROW = 3  # pairs that may vanish in a row
# Paths, and nats, for a pair that vanished right before a '?' or an ASCII character.
_LATE, _LATE_SLACK = 4, 10.0
_VANISH = 0.5
_AHEAD = 4.0  # nats by which a path with a vanished pair may be behind one without
_EATEN = 3.0  # '?' swallowed an ASCII character
_NOT_EATEN = 6.0  # it could have swallowed one, which stands behind it
_EDIBLE = ",()"  # what that may be, apart from a digit
_DROPPED = 4.0  # the last character of a line is gone
_LOST_PAIR = 2.0  # '?' stands for a pair that is no character
_GLOSS_AGREES = -6.0  # a gloss is the pinyin of the character that it split
_WIDENED = str.maketrans({**WIDE_MARKS, "?": "？", "\u3000": "\n"})  # an indent is a boundary
_INDENTED = str.maketrans({"\u3000": "\n"})
_HOPELESS = 25.0  # nats by which a run may be worse than the text as it stands
_HOPEFUL = 100.0  # nats by which it is better where it is one, however long
_LOST = "?？\ufffd"
_ENDS = "！？；：，。、!?;:,"  # text was cut before these, so a '?' before them swallowed nothing
_BROKEN_TAG = lazy_pattern(r"\?/[a-z][a-z0-9]{0,9}>")  # 。</p>: the '?' swallowed the <
_BROKEN_GLOSS = lazy_pattern(rf"[?？\ufffd][(（]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")
_GLOSS = lazy_pattern(rf"[(（][ \u3000]?({SYLLABLE})[ \u3000]{{0,2}}[)）]")
_CUT_AT = frozenset("！？；：!;:")
_EATEN_FIRST, _EATEN_SECOND = 0xA3, (0xA1, 0xBF, 0xBB, 0xBA)  # the bytes of ！ ？ ； ：
_UNMARKED = 3.0  # nats against a run that begins at no mark
_EATEN_MARK = -3.0  # text is cut at marks; one byte alone is hardly ever lost
# Most decoders drop the pairs of the user-defined areas without a trace; where a paragraph has so
# many '?', it may have been decoded by one that shows them all. Nats against that at one place.
_SHOW_ALL, _SHOWN_FOR_ALL = 4, 2.0
_LONE_LETTER = 5.0  # nats against 秉d妻: few letters stand alone between two hanzi
_NUMBER = lazy_pattern(r"[.~:/-]?[0-9][0-9.,~:/-]*")
_LATIN_WORD = lazy_pattern("[A-Za-z]{2}")

_STEPS_AN_ENDING = 3  # weighing one takes as long as weighing so many of a list
_ROUNDING = 1e-6  # nats; sums in another order may differ by less

_Completed = tuple[float, Path, int, str, int]


class OutOfStepReader:
    """Decodes what is out of step in one text; holds what all its runs share."""

    def __init__(
        self,
        text: str,
        table: DoubleByteTable,
        recurrence: Recurrence,
        tick: Callable[[], None],
    ) -> None:
        """Read the text; `tick` is called at each character, to cancel by raising."""
        self.text, self.page, self.model = text, table.name, recurrence.model
        self._table, self._tick = table, tick
        self.recurrence = recurrence
        self._scorer: Scorer = NgramScorer(recurrence)
        self._vanished: Mapping[int, int] | None = None
        self.positions = 0  # characters tried so far, each counted as often as it was tried
        self.steps = 0  # candidates weighed so far
        self.asked = 0  # characters that the network was asked about so far
        self.most_steps: float = inf  # after so many, no run is read to its end
        self._shows_all = text.count("?") >= _SHOW_ALL
        self._glosses = {gloss.start: gloss.end for gloss in find_glosses(text)}
        self._guess = form_table().guess
        self._ids = self.model.ids(text.translate(self._guess).translate(_WIDENED))
        self._edible = (DIGIT, *self.model.ids(_EDIBLE.translate(_WIDENED)))

    def context(self, before: str) -> tuple[int, int, int]:
        """Return the ids of the last three characters of `before`, which is clean text."""
        numbers = [BOUNDARY, BOUNDARY, BOUNDARY, *self.model.ids(before[-3:].translate(_INDENTED))]
        return numbers[-3], numbers[-2], numbers[-1]

    def standing_costs(self, start: int, context: tuple[int, int, int]) -> StandingCosts:
        """Return what the text from `start` on costs as it stands, behind `context`."""
        return StandingCosts(self._ids, self._glosses, self.model.cost4, start, context)

    def behind_cost(self, end: int, context: tuple[int, int, int]) -> float:
        """Return what the two characters after text[:end] cost as they stand."""
        a, b, c = context
        total = 0.0
        for number in self._behind(end):
            total += self.model.cost4(a, b, c, number)
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
        number = _NUMBER.match(self.text, end)
        if number is not None:  # what is counted tells more than the digits: 花1.5小时
            return [DIGIT, *self._ids[number.end() : number.end() + 2]]
        return self._ids[end : end + 2]

    def reaches(self, start: int, end: int) -> bool:
        """Tell if all of text[start:end] can be bytes of a run that begins at `start`."""
        at = start
        while at < end:
            char = self.text[at]
            if at in self._glosses:
                at = self._glosses[at]
                continue
            if self._is_ascii_byte(char):
                return at + 1 >= end
            if char not in _LOST and self._table.bytes_of(WIDE_MARKS.get(char, char)) is None:
                return False
            at += 1
        return True

    def read(
        self,
        start: int,
        context: tuple[int, int, int],
        standing: Callable[[int], float],
        *,
        leads: frozenset[int] | None = None,
        scorer: Scorer | None = None,
        vanished: Mapping[int, int] | None = None,
    ) -> list[FinishedPath]:
        """Return the interpretations of the text from `start` on if a byte was lost before it.

        If `leads` are given, a gloss stands in its place and it is one of them. `vanished` says how
        many pairs may have vanished before which offsets; None: some before each.

        `standing` tells what the text from there up to an offset costs as it stands: where that is
        clearly better Chinese, nothing is out of step and the search stops. There are none if
        `most_steps` are not enough: half a search may have found the worse half. What is clearly
        out of step by then is not searched in vain.
        """
        self._scorer = scorer or NgramScorer(self.recurrence)
        self._vanished = vanished
        beam = [Path(0.0, -1, leads, context, None, None)]
        cut = leads is None and self.page == "gbk"
        silent = leads is None and self.text[start - 1 : start] not in ("?", "？", "\ufffd")
        if cut and not silent and self.text[start : start + 1] not in _CUT_AT:
            beam += self._start_behind_eaten_mark(beam, start)
        finished: list[FinishedPath] = []
        text = self.text
        at = start
        while at < len(text) and beam:
            if at in self._glosses:  # added after the text had slipped: 笆(ba)奈濉
                at = self._glosses[at]
                continue
            gain = standing(at) - beam[0].cost
            if gain < -_HOPELESS:
                return finished
            if self.steps > self.most_steps and gain < _HOPEFUL:
                return []
            self.positions += 1
            self._tick()
            char = text[at]
            grown: list[Growth] = []
            if at == start and char == "?" and cut:
                char = "？"  # the mark at the cut, folded to half-width: ??偟膩 was 。總的來
            elif char in _LOST:
                grown += map(keep, self._lose(beam, at, finished))
            if self._is_ascii_byte(char):
                self._fall_in_step(beam, at, finished)
                break
            if silent and char in _CUT_AT and at > start:
                self._cut_again(beam, at, finished)
            if char != "\ufffd":
                data = self._table.bytes_of(WIDE_MARKS.get(char, char))
                if data is None:
                    break
                grown += self._pair(beam, data, at)
            beam = prune(grown, at + 1, self._scorer.width, self._scorer.slack)
            if beam and 0 <= beam[0].pending < 0x80:
                beam = self._split_ascii_trail(beam, at, finished)
            at += 1
        if at == len(text):
            self._end(beam, at, finished)
        return finished

    def locate(self, low: int, high: int, end: int, context: tuple[int, int, int]) -> int:
        """Return at which place of low..high a run most likely begins that holds what is at `end`.

        Before it, text[low:] is as it stands behind `context`. Text is cut at marks more often than
        elsewhere. No pair vanishes here: with so much freedom, bytes say something from any place
        on. Of 37 paragraphs of news with no '?' at the cut, 12 come out right so, and 1 otherwise.
        """
        self._scorer, self._vanished = NgramScorer(self.recurrence), {}
        standing = self.standing_costs(low, context)
        beam: list[Path] = []
        at = low
        while at < min(end, len(self.text)):
            if at in self._glosses:
                at = self._glosses[at]
                continue
            if at <= high:
                marked = self.text[at] in _CUT_AT
                cost = standing.up_to(at) + (0.0 if marked else _UNMARKED)
                begins = EmittedCharacter(None, "", at)
                beam.append(Path(cost, -1, None, self.context_at(at, low, context), begins, None))
            self.steps += 1
            self._tick()
            char = self.text[at]
            data = self._table.bytes_of(WIDE_MARKS.get(char, char))
            if data is None or self._is_ascii_byte(char):
                if at > high:
                    break
                beam = []
            else:
                beam = prune(
                    self._pair(beam, data, at), at + 1, self._scorer.width, self._scorer.slack
                )
            at += 1
        if not beam:
            return high
        return characters_of(beam[0].last)[0].end

    @staticmethod
    def _is_ascii_byte(char: str) -> bool:
        """Tell if a character is one byte, after which the text is in step again."""
        return (char < "\x80" and char not in WIDE_MARKS) or char == "€"

    def _start_behind_eaten_mark(self, beam: list[Path], start: int) -> list[Path]:
        """Return the paths in which '?' swallowed the mark, so that three bytes are lost."""
        paths = [
            grow(growth, start)
            for second in _EATEN_SECOND
            for growth in self._emit(beam, _EATEN_FIRST, second)
        ]
        return [path._replace(cost=path.cost + _EATEN_MARK) for path in paths]

    def _pair(self, beam: list[Path], data: bytes, at: int) -> list[Growth]:
        """Read a visible character: the second byte of one, the first byte of the next."""
        trail, lead = data
        grown = self._emit(beam, trail, lead, of_all=True)
        best = min((growth[0] for growth in grown), default=1e9)
        vanished = beam[:_FOLLOWED]
        for _ in range(_ROW if self._vanished is None else self._vanished.get(at, 0)):
            vanished = self._vanish(vanished, at, best + _AHEAD)
            if not vanished:
                break
            more = self._emit(vanished, trail, lead, of_all=True)
            best = min(best, min((growth[0] for growth in more), default=best))
            grown += more
        return grown

    def _emit(
        self, paths: list[Path], trail: int, lead: int, *, of_all: bool = False
    ) -> list[Growth]:
        """Complete the pending character with `trail`; `lead` begins the next one.

        Of each path those are left out that are too far behind its best one, and with `of_all`
        those that are as far behind the best so far: they would be pruned.
        """
        table, scorer = self._table, self._scorer
        slack = scorer.slack
        slack_of_all = slack if of_all else inf
        scorer.prepare(paths)
        most = inf
        grown: list[Growth] = []
        for path in paths:
            cost, pending, allowed, _, _, _ = path
            if cost > most:
                continue
            if pending >= 0:
                pair = table.pairs[pending << 8 | trail]
                if pair is not None:
                    char, number = pair
                    self.steps += 1
                    total = cost + scorer.cost(path, number)
                    if total > most:
                        continue
                    most = min(most, total + slack_of_all)
                    grown.append((total, path, char, number, lead, None, ()))
                continue
            options = table.before(trail, allowed)
            if not options.rows:
                continue
            costs = scorer.behind(path).costs(options.numbers)
            self.steps += len(costs)
            least = min(costs)
            most = min(most, cost + least + slack_of_all)
            limit = min(least + slack, most - cost)
            grown += [
                (cost + extra, path, char, number, lead, None, ())
                for extra, (_, char, number) in zip(costs, options.rows, strict=True)
                if extra <= limit
            ]
        return grown

    def _vanish(self, paths: list[Path], at: int, limit: float) -> list[Path]:
        """Complete the pending character with the first byte of a pair that vanished."""
        table = self._table
        grown: list[tuple[float, int, int, str, int]] = []  # what it costs, path, trail, character
        self._scorer.prepare(paths)
        for which, path in enumerate(paths):
            cost, pending, allowed, context, _, _ = path
            allowance = limit - cost - _VANISH
            if allowance <= 0:
                continue
            cost_of = self._scorer.behind(path)
            if pending >= 0:
                options = table.vanishing_behind(pending)
                self.steps += len(options.rows)
                for extra, row in zip(cost_of.costs(options.numbers), options.rows, strict=True):
                    if extra < allowance:
                        grown.append((cost + _VANISH + extra, which, *row))
            elif allowed is not None:
                for extra, number in cost_of.below(self._between(context[2]), allowance):
                    self.steps += 1
                    for lead, trail, char in table.between_vanished(number):
                        if lead in allowed:
                            grown.append((cost + _VANISH + extra, which, trail, char, number))
        split = [
            (cost + extra, which, char, number, leads)
            for cost, which, trail, char, number in grown
            for extra, leads in table.vanishing[trail]
        ]
        kept = []
        for cost, which, char, number, leads in nsmallest(
            self._scorer.vanished, split, key=itemgetter(0)
        ):
            path = paths[which]
            following = (path.context[1], path.context[2], number)
            kept.append(
                Path(
                    cost,
                    -1,
                    leads,
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
        known = self._table.known_between.get(second)
        if known is None:
            contexts = self.model.contexts
            numbers = self._table.between.intersection(
                chain(contexts.pairs(second), self._table.usual)
            )
            known = self._table.known_between[second] = RankedCharacters(contexts, second, numbers)
        return known

    def _common(self, second: int, among: frozenset[int]) -> Options:
        """Return the characters that the model has seen after one, with these first bytes."""
        known = self._table.known_common.get((second, among))
        if known is None:
            places = self._table.places
            known = self._table.known_common[second, among] = Options.of(
                (trail, char, number)
                for number in self.model.contexts.pairs(second)
                for lead, trail, char in places[number]
                if lead in among
            )
        return known

    def _lose(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> list[Path]:
        """Read a '?': the last byte before the text is in step again, or an undefined pair."""
        text = self.text
        broken = _BROKEN_GLOSS.match(text, at)
        tag = _BROKEN_TAG.match(text, at)
        following = text[at + 1 : at + 2]
        # Inside a line it may have swallowed an ASCII character, such as a digit or a bracket.
        # Nobody can tell which, so the '?' stays and is marked as lost.
        eaten: tuple[int, ...] = ()
        if text[at] == "?" and following.strip() != "" and following not in _ENDS:
            eaten = self._edible
        grown: list[Growth] = []
        endings: list[Ending] = []
        paths = beam[: self._scorer.vanished]
        if paths:
            paths = paths + self._vanish(paths, at, paths[0].cost + _LATE_SLACK)[:_LATE]
        for total, path, trail, char, number in self._complete(paths, self._scorer.slack):
            if broken is not None and match_gloss(char, broken[1]):
                endings.append((total + _GLOSS_AGREES, broken.end(), path, char, number, ()))
                continue
            if tag is not None:
                endings.append((total, tag.end(), path, char, number, ()))
                continue
            if eaten:
                endings.append((total + _EATEN, at, path, char, number, eaten))
            if not eaten or following < "\x40":
                # Few decoders leave the ASCII character, which can be no second byte, where it is.
                alone = total + (_NOT_EATEN if eaten else 0.0)
                endings.append((alone, at + 1, path, char, number, ()))
            for extra, among in self._list_shown(trail):
                grown.append((total + _LOST_PAIR + extra, path, char, number, -1, among, ()))
        self._finish(finished, endings, at + 1)
        return prune(grown, at + 1, self._scorer.width, self._scorer.slack)

    def _list_shown(self, trail: int) -> Sequence[tuple[float, frozenset[int]]]:
        """Return what a '?' may stand for behind a second byte: its cost, possible first bytes."""
        if self._shows_all:
            options = self._table.vanishing.get(trail, ())
            return [(_SHOWN_FOR_ALL - extra, among) for extra, among in options]
        among = self._table.undefined.get(trail)
        return [(0.0, among)] if among else []

    def _complete(self, paths: list[Path], slack: float = inf) -> list[_Completed]:
        """Return (cost, path, trail, character, id) for each character whose trail may be lost.

        Those are left out that are more than `slack` nats behind the best.
        """
        most = inf
        self._scorer.prepare(paths)
        found: list[_Completed] = []
        for path in paths:
            if path.cost > most:
                continue
            if path.pending >= 0:
                options = self._table.behind(path.pending)
            elif path.among:
                options = self._common(path.context[2], path.among)
            else:
                continue
            if not options.rows:
                continue
            costs = self._scorer.behind(path).costs(options.numbers)
            self.steps += len(costs)
            most = min(most, path.cost + min(costs) + slack)
            limit = most - path.cost + _ROUNDING
            found += [
                (path.cost + cost, path, *row)
                for cost, row in zip(costs, options.rows, strict=True)
                if cost <= limit
            ]
        return [one for one in found if one[0] <= most]

    def _cut_again(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read a mark where nothing shows the lost bytes: the text may be cut here, too."""
        completed = self._complete(beam[: self._scorer.vanished])
        endings: list[Ending] = [
            (cost, at, path, char, number, ()) for cost, path, _, char, number in completed
        ]
        self._finish(finished, endings, at)

    def _end(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read the end of the text: the last byte had no partner there and left no trace."""
        self._cut_again(beam, at, finished)
        self._scorer.prepare(beam)
        for path in beam:
            if path.last is not None:
                # Or the line was cut off.
                cost = path.cost + _DROPPED + self._scorer.cost(path, BOUNDARY)
                finished.append(FinishedPath(cost, at, path.last, path.rivals))

    def _fall_in_step(self, beam: list[Path], at: int, finished: list[FinishedPath]) -> None:
        """Read an ASCII character: it is a second byte, and what follows is in step again."""
        if _LATIN_WORD.match(self.text, at):  # 职权?！http://: a word, not a second byte
            return
        byte = 0x80 if self.text[at] == "€" else ord(self.text[at])
        paths = beam
        for _ in range(_ROW):
            beam = self._vanish(beam, at, paths[0].cost + _LATE_SLACK)
            paths = paths + beam
        grown = self._emit(paths, byte, -1)
        endings: list[Ending] = [
            (cost, at + 1, path, char, number, ()) for cost, path, char, number, *_ in grown
        ]
        self._finish(finished, endings, at + 1)

    def _split_ascii_trail(
        self, beam: list[Path], at: int, finished: list[FinishedPath]
    ) -> list[Path]:
        """Finish the paths whose pending byte is an ASCII character; return the others."""
        kept: list[Path] = []
        endings: list[Ending] = []
        self._scorer.prepare(beam)
        for path in beam:
            if not 0 <= path.pending < 0x80 or path.last is None:
                kept.append(path)
                continue
            char = chr(path.pending)
            number = self.model.ids(char)[0]
            cost = path.cost + self._scorer.cost(path, number)
            if char.isalpha() and not self.text[at + 1 : at + 2].isascii():
                cost += _LONE_LETTER
            endings.append((cost, at + 1, path, char, number, ()))
        self._finish(finished, endings, at + 1)
        return kept

    def _finish(self, finished: list[FinishedPath], endings: list[Ending], read_to: int) -> None:
        """Finish paths, the last character of which used the text up to `read_to`."""
        endings = [self._with_gloss(ending) for ending in endings]
        more, weighed = weigh_endings(endings, read_to, self._behind, self.recurrence)
        finished += more
        self.steps += _STEPS_AN_ENDING * weighed

    def _with_gloss(self, ending: Ending) -> Ending:
        """Let a run end behind the gloss of its last character: 。科學 as ?茖W(xué)."""
        cost, end, path, char, number, eaten = ending
        if not eaten and self.text[end : end + 1] in ("(", "（"):
            gloss = _GLOSS.match(self.text, end)
            if gloss is not None and match_gloss(char, gloss[1]):
                return cost + _GLOSS_AGREES, gloss.end(), path, char, number, ()
        return ending
