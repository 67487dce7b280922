"""Reads one run out of step from a place where it may begin, and proposes its clauses.

The mechanisms know where a run may begin; what happens from there on is the same for all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.codepages.clauses import Clause, divide_clauses
from reader.codepages.double_byte import CodePage, double_byte_table
from reader.codepages.out_of_step import OutOfStepReader
from reader.codepages.paths import (
    MOST_FINISHED,
    EmittedCharacter,
    FinishedPath,
    characters_of,
    find_vanished,
    list_rivals,
)
from reader.codepages.scoring import NetworkScorer, Scorer
from reader.codepages.standing import StandingCosts
from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.repair.calibration import probability_of_clause, ratio_of
from reader.repair.holes import propose_hole
from reader.repair.marks import propose_mark_behind
from reader.repair.mechanism import Context, Stretch
from reader.repair.profile import DocumentProfile
from reader.repair.proposal import Proposal, Weighing
from reader.repair.run_signs import (
    count_unbalanced,
    find_unclosed,
    holds_one_word,
    is_among_foreign,
    is_full_width_word,
    is_questions,
)
from reader.repair.torn_glosses import TornGloss
from reader.text.align import Alternative
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_IN_STEP = 10.0  # nats by which the beginning of a run may be worse than what stands there
_MIN_GAIN = 8.0  # nats by which a run must be likelier than the text as it stands

_NAMES: dict[CodePage, str] = {"gbk": "GBK", "cp950": "Big5"}
# What a run must contain: hanzi, or a mark with something after it (海、廣: ?！V); ?!) is none.
SYMBOLS = "Α-ωЁ-ёⅠ-ⅻ①-⒛─-╋ぁ-ヶㄅ-ㄩ㈠-㈩Ａ-Ｚａ-ｚ"
"""Characters that are frequent in text out of step and rare elsewhere, as a class of a pattern."""
_SPEAKS = lazy_pattern(
    rf"[{HANZI}{SYMBOLS}]|[！？；：](?![”’）》」』】\s!?]|$)|[！？；：][?\ufffd]|[!;:?][A-Za-z]|[!;:]\?"
)
_SPOKEN_WITHIN = 400  # characters within which a run must hold a hanzi
_PROBED, _FURTHEST = 8, 1_000  # characters: behind odd ones, and before them
_GLANCE = 4  # how many characters of the text as it stands are looked at before the search
_LIKELY = 0.5  # probability of a clause that shows the same
_OPEN = 4.0  # nats to the next reading below which the context network is asked
_LONG = 100  # characters of a run from which on its first clause says how long it is
# Characters of a run, and of a paragraph, that the network is asked about, some 10 ms each.
_ASKED_OF_RUN, _ASKED_OF_PARAGRAPH = 200, 500
_ASKED_FROM = 10.0  # nats of gain from which on it is
_MEANT = 8.0  # nats in favour of '??' as a question
_ASKED = 12.0  # the same of short questions in a row
_MIN_GAIN_A_CHARACTER = 0.5
_MIN_GAIN_TORN, _MIN_GAIN_BARE = 3.0, 10.0  # the same behind a torn gloss, with a '?' and without
# Nats per character that a run may cost if nothing shows the lost byte, or only a U+FFFD, which
# mostly stands for a whole character; and that a run may cost of which the network is asked.
_MOST_A_CHARACTER = 6.5
_REPLACED = "\ufffd"
_SURELY = 12.0  # nats from which on something is out of step, whatever it was
_UNBALANCED = 4.0  # nats for a closing mark that nothing opened
_ALTERNATIVES = 5
_SHARED = 0.75  # slope from nats to the shares of alternatives
_SHOWN_BYTES = 8  # characters whose bytes the evidence shows


class RunStart(NamedTuple):
    """A place where a run may begin; offsets are code points.

    The search starts at `resume`; `worth` is what leaving the place as it stands costs (nats).
    Nothing begins here if the next characters cost less than `glance` nats each. A run that begins
    here must reach `least`: one odd character of three proves nothing. Where nothing shows the loss
    it may begin up to `late` characters later. Behind a gloss that was `torn` into the bytes, the
    byte that was lost is known to be one of a few.
    """

    start: int
    resume: int
    worth: float
    glance: float = 0.0
    least: int = 0
    torn: TornGloss | None = None
    late: int = 0


class Run(NamedTuple):
    """What the bytes from a place on say: interpretations, best first, `gain` nats better."""

    place: RunStart
    page: CodePage
    gain: float
    finished: list[FinishedPath]
    before: str  # the clean text before it
    nats: float  # what a character of it costs
    by_network: bool  # the context network was asked, too
    unasked: bool = False  # it was too dear to ask, though something is open


def reader_of(stretch: Stretch, context: Context, page: CodePage, text: str) -> OutOfStepReader:
    """Return the reader of a paragraph's runs, which all its mechanisms share."""
    reader = known_reader_of(stretch, page, text)
    if reader is None:
        assert context.recurrence is not None
        profile, kind = context.profile, stretch.kind
        traditional = profile.traditional or kind.traditional or kind.mixed
        replaced = kind.spun or traditional or profile.replaced
        simplified = not replaced and not stretch.has_foreign_forms
        table = double_byte_table(page, simplified=simplified)
        reader = OutOfStepReader(text, table, context.recurrence, context.tick)
        if context.is_hasty:
            reader.asked = _ASKED_OF_PARAGRAPH
        stretch.cached[_key_of(page)] = reader
    return reader


def known_reader_of(stretch: Stretch, page: CodePage, text: str) -> OutOfStepReader | None:
    """Return the same if something was read already, else None."""
    reader = stretch.cached.get(_key_of(page))
    return reader if isinstance(reader, OutOfStepReader) and reader.text == text else None


def _key_of(page: CodePage) -> str:
    return f"out of step {page}"


def glances_well(reader: OutOfStepReader, place: RunStart, left: str) -> bool:
    """Tell if the text behind a place reads so well as it stands that nothing is searched."""
    end = min(len(reader.text), place.resume + _GLANCE)
    costs = reader.standing_costs(place.start, reader.context(left))
    cost = costs.up_to(end) - costs.up_to(place.resume)
    return cost < place.glance * (end - place.resume)


def floor_of(text: str, low: int, high: int) -> int:
    """Return the place of low..high behind which nothing can show that a run begins before it.

    That is a line end, or a mark that may stand for a lost byte: a run begins at that.
    """
    return max(low, *(text.rfind(mark, low, high) + 1 for mark in "\n?？\ufffd"))


def locate(reader: OutOfStepReader, place: RunStart, left: str, done: int) -> RunStart:
    """Return where a run begins of which nothing shows the start; `done` is what is read already.

    The first guess is a little before the first odd characters; where all of that is out of step,
    it is looked for further back.
    """
    high, reach = place.start + place.late, place.least + _PROBED
    low, back = place.start, place.late
    while True:
        before = (
            left if low == place.start else simplify_characters(reader.text[max(0, low - 3) : low])
        )
        start = reader.locate(low, high, reach, reader.context(before))
        if start > low + 1 or back > _FURTHEST:
            return place._replace(start=start, resume=start, late=0)
        back *= 4
        further = floor_of(reader.text, max(done, low - back), low)
        if further >= low:
            return place._replace(start=start, resume=start, late=0)
        high, low = low + 1, further


def read_run(reader: OutOfStepReader, place: RunStart, left: str) -> Run | None:
    """Return the run that begins at a place after the clean text `left`, None if there is none.

    What the n-grams leave open is read once more with the context network, if that is there.
    """
    run = _read_run(reader, place, left)
    if run is None or not _is_open(run):
        return run
    length = run.finished[0].reach - place.start
    if length > _ASKED_OF_RUN or reader.asked + length > _ASKED_OF_PARAGRAPH:
        return run._replace(unasked=True)
    reader.asked += length
    from reader.language.context_network import context_network  # loads numpy

    network = context_network()
    if network is None:
        return run
    scorer = NetworkScorer(reader.recurrence, network, left)
    return _read_run(reader, place, left, scorer, find_vanished(run.finished)) or run


def _is_open(run: Run) -> bool:
    """Tell if something is surely out of step, but another reading nearly as likely as the best."""
    first, *others = run.finished
    if run.gain < _ASKED_FROM or run.nats > _MOST_A_CHARACTER:
        return False
    rivals = [one.nats for one in list_rivals(first.rivals)] + [other.cost for other in others]
    return min(rivals, default=_OPEN) < _OPEN


def _read_run(
    reader: OutOfStepReader,
    place: RunStart,
    left: str,
    scorer: Scorer | None = None,
    vanished: Mapping[int, int] | None = None,
) -> Run | None:
    if not _may_begin(reader, place, left):
        return None
    costs = reader.standing_costs(place.start, reader.context(left))
    finished = _search(reader, place, left, costs, scorer, vanished)
    standing = _weigh_as_it_stands(reader, place, left, costs, {one.reach for one in finished})
    finished = [one for one in finished if one.reach in standing]
    if not finished:
        return None
    opened = find_unclosed(left)
    finished.sort(key=lambda one: one.cost - standing[one.reach])
    finished = [
        one._replace(cost=one.cost + _UNBALANCED * count_unbalanced(one.last, opened))
        for one in finished[:MOST_FINISHED]
    ]
    finished.sort(key=lambda one: one.cost - standing[one.reach])
    first = finished[0]
    nodes = characters_of(first.last)
    if _reads_better_as_it_stands(reader, place, left, costs, nodes):
        return None
    raw = "".join(node.char for node in nodes)
    gain = standing[first.reach] - first.cost
    if place.torn is None and reader.text.startswith("??", place.start) and raw[0] != "。":
        # Two question marks are often meant; after a sentence they are a cut: 部署??偟膩.
        gain -= _MEANT
    if gain < _least_gain(place.torn, first.reach - place.resume):
        return None
    nats = reader.model.text_cost(simplify_characters(raw).replace("\u3000", ""), left[-3:])
    nats /= len(raw)
    if not _is_proved(reader.text, place, first, len(raw), nats):
        return None
    best = first.cost - standing[first.reach]
    ranked = [one._replace(cost=one.cost - standing[one.reach] - best) for one in finished]
    return Run(place, reader.page, gain, ranked, left, nats, scorer is not None)


def _reads_better_as_it_stands(
    reader: OutOfStepReader,
    place: RunStart,
    left: str,
    costs: StandingCosts,
    nodes: Iterable[EmittedCharacter],
) -> bool:
    """Tell if the text is in step at first: in 躲？咱且在这里渡裣窈蟊? a run begins at 渡."""
    a, b, c = reader.context(left)
    skipped, spent = costs.up_to(place.resume), 0.0
    for node in nodes:
        (number,) = reader.model.ids(simplify_characters(node.char))
        spent += reader.model.cost4(a, b, c, number)
        a, b, c = b, c, number
        if costs.up_to(node.end) - skipped + place.worth - spent < -_IN_STEP:
            return True
    return False


def _may_begin(reader: OutOfStepReader, place: RunStart, left: str) -> bool:
    """Tell quickly if a run may begin at a place behind the clean text `left`."""
    if place.glance and glances_well(reader, place, left):
        return False
    if place.torn is not None:
        return True
    text, start, resume = reader.text, place.start, place.resume
    if _REPLACED * 2 in text[max(0, start - 1) : start + 2]:
        return False  # 联\ufffd\ufffd\ufffd官: these were the bytes of one character in UTF-8
    spoken = _SPEAKS.search(text, resume, resume + _SPOKEN_WITHIN)
    return spoken is not None and reader.reaches(resume, spoken.end())  # µÚ?Ò» does not


def _search(
    reader: OutOfStepReader,
    place: RunStart,
    left: str,
    costs: StandingCosts,
    scorer: Scorer | None,
    vanished: Mapping[int, int] | None,
) -> list[FinishedPath]:
    """Return the interpretations from a place on; `costs` are those of the text as it stands."""
    skipped = costs.up_to(place.resume)
    leads = None if place.torn is None else frozenset(place.torn.keys)
    found = reader.read(
        place.resume,
        reader.context(left),
        lambda at: costs.up_to(at) - skipped + place.worth,
        leads=leads,
        scorer=scorer,
        vanished=vanished,
    )
    return [
        one
        for one in found
        if one.reach >= place.least
        and (leads is not None or _SPEAKS.search(reader.text, place.resume, one.reach))
    ]


def _weigh_as_it_stands(
    reader: OutOfStepReader, place: RunStart, left: str, costs: StandingCosts, ends: Iterable[int]
) -> dict[int, float]:
    """Return what the text up to each end of an interpretation, and behind it, costs as it is.

    Ends up to which there is nothing to interpret are left out.
    """
    text, start, context = reader.text, place.start, reader.context(left)
    found: dict[int, float] = {}
    for end in ends:
        if place.torn is None and not text[start:end].strip("？！"):
            continue  # a row of full-width marks: 男？？？（笑）; 罚款； may become ?？?；
        found[end] = costs.up_to(end) + place.worth
        found[end] += reader.behind_cost(end, reader.context_at(end, start, context))
        if place.torn is None and is_questions(text, start, end):
            found[end] -= _ASKED
    return found


def _is_proved(text: str, place: RunStart, first: FinishedPath, size: int, nats: float) -> bool:
    """Tell if an interpretation is good enough Chinese for the sign that its run begins with.

    It has `size` characters, which cost `nats` each.
    """
    if place.torn is None and is_full_width_word(text, place.start, first.reach):
        return False
    if place.least and first.cost > _MOST_A_CHARACTER * (size + 2):
        return False  # not Chinese either: 钎钏钐钒钔钕 is a list
    if place.torn is None and text[place.start] != "?" and nats > _MOST_A_CHARACTER:
        return False  # 是欤？非欤？ is a question, and 路庆？ no better
    if place.torn is None and text[place.start] == _REPLACED:
        return not holds_one_word(text, place.start, first.reach)
    return True


def _least_gain(torn: TornGloss | None, length: int) -> float:
    """Return by how many nats a run of this length must be likelier than what stands there."""
    if torn is None:
        return _MIN_GAIN + _MIN_GAIN_A_CHARACTER * length
    return _MIN_GAIN_TORN if torn.marked else _MIN_GAIN_BARE


def propose_run(run: Run, text: str, profile: DocumentProfile) -> Iterator[Proposal]:
    """Yield what each clause of a run of the text says, and what the run ends with.

    Where something is surely out of step, or one clause is likelier right than not, the likeliest
    reading of the others is better than what stands there, which can't be right either.
    """
    nodes = characters_of(run.finished[0].last)
    torn = run.place.torn
    clauses = divide_clauses(run.place.start, run.place.resume, nodes, run.finished)
    chances = [
        probability_of_clause(
            clause,
            run.nats,
            run.gain,
            by_network=run.by_network,
            torn=torn is not None,
            unasked=run.unasked,
        )
        for clause in clauses
    ]
    begin, reach = run.place.start, run.finished[0].reach
    damaged = run.gain >= _SURELY or max(chances) >= _LIKELY
    damaged = damaged and not is_among_foreign(text, begin, reach)
    length: tuple[Evidence, ...] = ()
    if reach - begin >= _LONG:
        length = (Evidence("byte_missing", (reach - begin,)),)
    for at, (clause, probability) in enumerate(zip(clauses, chances, strict=True)):
        yield Proposal(
            clause.start,
            clause.end,
            clause.raw,
            RepairKind.SLIP,
            "slip.byte" if torn is None or at else "slip.gloss",
            ratio_of(probability),
            _explain(clause.raw, run.page, torn, first=at == 0) + (length if at == 0 else ()),
            _list_alternatives(clause, probability),
            Weighing.AS_WRITTEN,
            damaged=damaged,
        )
    if not damaged:
        return
    raw, end = "".join(clause.raw for clause in clauses), clauses[-1].end
    if run.finished[0].eaten:
        yield propose_hole(text, end, run.before + simplify_characters(raw))
    else:
        yield from propose_mark_behind(raw, text, end, profile)


def _list_alternatives(clause: Clause, probability: float) -> tuple[Alternative, ...]:
    """Return the best rivals; they share the probability that the chosen text leaves."""
    weights: dict[str, float] = {}  # by the text; traditional forms may become the same
    for margin, other in clause.others[:_ALTERNATIVES]:
        text = simplify_characters(other)
        weights[text] = weights.get(text, 0.0) + math.exp(-_SHARED * margin)
    left = (1 - probability) / max(1.0, sum(weights.values()))
    return tuple(Alternative(text, round(left * weight, 3)) for text, weight in weights.items())


def _explain(
    raw: str, page: CodePage, torn: TornGloss | None, *, first: bool
) -> tuple[Evidence, ...]:
    """Return the bytes of a clause as evidence; the first byte of a run was lost."""
    data, name = raw[:_SHOWN_BYTES].encode(page, "replace"), _NAMES[page]
    chain = Bytes(data, name)
    if not first:
        return (Evidence("slip_phase", (chain,)),)
    if torn is None or data[0] not in torn.keys:
        return (Evidence("slip_lost", (Bytes(data[:1], name), chain)),)
    key = torn.keys[data[0]]
    around = Bytes(torn.before + data, name)
    return (
        Evidence("slip_bytes", (around, f"({torn.gloss})")),
        Evidence("slip_key", (key, Bytes(key.encode("gbk"), name), torn.gloss)),
    )
