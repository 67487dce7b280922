"""Reads one run out of step from a place where it may begin, and proposes its clauses.

The mechanisms know where a run may begin; what happens from there on is the same for all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from reader.codepages.clauses import Clause, divide_clauses
from reader.codepages.double_byte import CodePage, double_byte_table
from reader.codepages.out_of_step import MAX_RUN, OutOfStepReader
from reader.codepages.paths import MOST_FINISHED, EmittedCharacter, FinishedPath, characters_of
from reader.codepages.scoring import NetworkScorer, Scorer
from reader.language.characters import standard_level
from reader.language.forms import simplify_characters
from reader.language.hanzi import HANZI
from reader.repair.calibration import probability_of_clause, ratio_of
from reader.repair.mechanism import Context, Stretch
from reader.repair.proposal import Proposal, Weighing
from reader.repair.torn_glosses import TornGloss
from reader.text.align import Alternative
from reader.text.evidence import Bytes, Evidence
from reader.text.kinds import RepairKind
from reader.text.lazy_pattern import lazy_pattern

_MIN_GAIN = 8.0  # nats by which a run must be likelier than the text as it stands

_NAMES: dict[CodePage, str] = {"gbk": "GBK", "cp950": "Big5"}
# What a run must contain: hanzi, or a mark with something after it (海、廣: ?！V); ?!) is none.
SYMBOLS = "Α-ωЁ-ёⅠ-ⅻ①-⒛─-╋ぁ-ヶㄅ-ㄩ㈠-㈩Ａ-Ｚａ-ｚ"
"""Characters that are frequent in text out of step and rare elsewhere, as a class of a pattern."""
_SPEAKS = lazy_pattern(
    rf"[{HANZI}{SYMBOLS}]|[！？；：](?![”’）》」』】\s!?]|$)|[！？；：][?\ufffd]|[!;:?][A-Za-z]|[!;:]\?"
)
_GLANCE = 4  # how many characters of the text as it stands are looked at before the search
_LIKELY = 0.5  # probability of a clause that shows the same
_OPEN = 5.0  # nats to the next reading below which the context network is asked
_MEANT = 8.0  # nats in favour of '??' as a question
_MIN_GAIN_A_CHARACTER = 0.5
_MIN_GAIN_TORN, _MIN_GAIN_BARE = 3.0, 10.0  # the same behind a torn gloss, with a '?' and without
# Nats per character that a run may cost if nothing shows the lost byte, and that it is read again.
_MOST_A_CHARACTER = 6.5
_SURELY = 12.0  # nats from which on something is out of step, whatever it was
_HANZI = lazy_pattern(f"[{HANZI}]")
_SHORT_QUESTIONS = lazy_pattern(rf"(?:[?？]{{1,2}}[!！]?[{HANZI}]{{1,2}})+(?:[?？][!！]?)*")
_PAIRED = dict(zip("”’）》〉】〕", "“‘（《〈【〔", strict=True))
_UNBALANCED = 4.0  # nats for a closing mark that nothing opened
_ALTERNATIVES = 5
_SHARED = 0.75  # slope from nats to the shares of alternatives
_SHOWN_BYTES = 8  # characters whose bytes the evidence shows


class RunStart(NamedTuple):
    """A place where a run may begin; offsets are code points.

    The search starts at `resume`; `worth` is what leaving the place as it stands costs (nats).
    Nothing begins here if the next characters cost less than `glance` nats each. A run that begins
    here must reach `least`: one odd character of three proves nothing. Behind a gloss that was
    `torn` into the bytes, the byte that was lost is known to be one of a few.
    """

    start: int
    resume: int
    worth: float
    glance: float = 0.0
    least: int = 0
    torn: TornGloss | None = None


class Run(NamedTuple):
    """What the bytes from a place on say: interpretations, best first, `gain` nats better."""

    place: RunStart
    page: CodePage
    gain: float
    finished: list[FinishedPath]
    before: str  # the clean text before it
    nats: float  # what a character of it costs
    by_network: bool  # the context network was asked, too


def reader_of(stretch: Stretch, context: Context, page: CodePage, text: str) -> OutOfStepReader:
    """Return the reader of a paragraph's runs, which all its mechanisms share."""
    key = f"out of step {page}"
    reader = stretch.cached.get(key)
    if not isinstance(reader, OutOfStepReader) or reader.text != text:
        assert context.recurrence is not None
        profile, kind = context.profile, stretch.kind
        traditional = profile.traditional or kind.traditional or kind.mixed
        replaced = kind.spun or traditional or profile.replaced
        simplified = not replaced and not stretch.has_foreign_forms
        table = double_byte_table(page, simplified=simplified)
        reader = OutOfStepReader(text, table, context.recurrence, context.tick)
        stretch.cached[key] = reader
    return reader


def glances_well(reader: OutOfStepReader, place: RunStart, left: str) -> bool:
    """Tell if the text behind a place reads so well as it stands that nothing is searched."""
    end = min(len(reader.text), place.resume + _GLANCE)
    costs = reader.standing_costs(place.start, end, reader.context(left))
    behind = costs[place.resume - place.start :]
    return behind[-1] - behind[0] < place.glance * (len(behind) - 1)


def read_run(reader: OutOfStepReader, place: RunStart, left: str) -> Run | None:
    """Return the run that begins at a place after the clean text `left`, None if there is none.

    What the n-grams leave open is read once more with the context network, if that is there.
    """
    run = _read_run(reader, place, left, None)
    if run is None or not _is_open(run):
        return run
    from reader.language.context_network import context_network  # loads numpy

    network = context_network()
    if network is None:
        return run
    return _read_run(reader, place, left, NetworkScorer(reader.recurrence, network, left)) or run


def _is_open(run: Run) -> bool:
    """Tell if something is surely out of step, but another reading nearly as likely as the best."""
    first, *others = run.finished
    if run.gain < _SURELY or run.nats > _MOST_A_CHARACTER:
        return False
    rivals = [nats for nats, _, _ in first.rivals] + [other.cost for other in others]
    return min(rivals, default=_OPEN) < _OPEN


def _read_run(
    reader: OutOfStepReader, place: RunStart, left: str, scorer: Scorer | None
) -> Run | None:
    if place.glance and glances_well(reader, place, left):
        return None
    start, resume, worth, _, least, torn = place
    leads = None if torn is None else frozenset(torn.keys)
    context = reader.context(left)
    high = min(len(reader.text), resume + MAX_RUN)
    if leads is None:
        spoken = _SPEAKS.search(reader.text, resume, high)
        if spoken is None or not reader.reaches(resume, spoken.end()):
            return None  # µÚ?Ò»: nothing here could be a run
    costs = reader.standing_costs(start, high, context)
    skipped = costs[resume - start]
    ahead = [cost - skipped + worth for cost in costs[resume - start :]]
    finished = [
        one
        for one in reader.read(resume, context, ahead, leads=leads, scorer=scorer)
        if one.end >= least and (leads is not None or _is_spoken(reader.text, start, resume, one))
    ]
    if not finished:
        return None
    standing: dict[int, float] = {}
    for one in finished:
        if one.end not in standing:
            behind = reader.behind_cost(one.end, reader.context_at(one.end, start, context))
            standing[one.end] = costs[one.end - start] + behind + worth
    opened = _find_unclosed(left)
    finished.sort(key=lambda one: one.cost - standing[one.end])
    finished = [
        one._replace(cost=one.cost + _UNBALANCED * _count_unbalanced(one.last, opened))
        for one in finished[:MOST_FINISHED]
    ]
    finished.sort(key=lambda one: one.cost - standing[one.end])
    first = finished[0]
    nodes = characters_of(first.last)
    gain = standing[first.end] - first.cost
    if leads is None and reader.text.startswith("??", start) and nodes[0].char != "。":
        # Two question marks are often meant; after a sentence they are a cut: 部署??偟膩.
        gain -= _MEANT
    if gain < _least_gain(torn, first.end - resume):
        return None
    if least and first.cost > _MOST_A_CHARACTER * (len(nodes) + 2):
        return None  # not Chinese either: 钎钏钐钒钔钕 is a list
    ranked = [one._replace(cost=one.cost - standing[one.end] + gain) for one in finished]
    raw = "".join(node.char for node in nodes)
    nats = reader.model.text_cost(simplify_characters(raw), left[-3:]) / len(raw)
    return Run(place, reader.page, gain, ranked, left, nats, scorer is not None)


def _least_gain(torn: TornGloss | None, length: int) -> float:
    """Return by how many nats a run of this length must be likelier than what stands there."""
    if torn is None:
        return _MIN_GAIN + _MIN_GAIN_A_CHARACTER * length
    return _MIN_GAIN_TORN if torn.marked else _MIN_GAIN_BARE


def propose_run(run: Run) -> Iterator[Proposal]:
    """Yield what each clause of a run says.

    Where something is surely out of step, or one clause is likelier right than not, the likeliest
    reading of the others is better than what stands there, which can't be right either.
    """
    nodes = characters_of(run.finished[0].last)
    torn = run.place.torn
    clauses = divide_clauses(run.place.start, nodes, run.finished)
    chances = [
        probability_of_clause(
            clause, run.nats, run.gain, by_network=run.by_network, torn=torn is not None
        )
        for clause in clauses
    ]
    damaged = run.gain >= _SURELY or max(chances) >= _LIKELY
    for at, (clause, probability) in enumerate(zip(clauses, chances, strict=True)):
        yield Proposal(
            clause.start,
            clause.end,
            clause.raw,
            RepairKind.SLIP,
            "slip.byte" if torn is None or at else "slip.gloss",
            ratio_of(probability),
            _explain(clause.raw, run.page, torn, first=at == 0),
            _list_alternatives(clause, probability),
            Weighing.AS_WRITTEN,
            damaged=damaged,
        )


def _is_spoken(text: str, start: int, resume: int, one: FinishedPath) -> bool:
    """Tell if a run holds more than a question."""
    return _SPEAKS.search(text, resume, one.end) is not None and not _is_questions(
        text, start, one.end
    )


def _is_questions(text: str, start: int, end: int) -> bool:
    """Tell if text[start:end] is nothing but short questions of everyday words: 我?他?!她?.

    A row of full-width marks is one as well: 男？？？（笑）; 罚款； may become ?？?；.
    """
    if not text[start:end].strip("？！"):
        return True
    return (
        (end == len(text) or text[end - 1] in "?？!！" or text[end] in "?？")
        and _SHORT_QUESTIONS.fullmatch(text, start, end) is not None
        and all(standard_level(char) == 1 for char in _HANZI.findall(text, start, end))
    )


def _find_unclosed(text: str) -> list[str]:
    """Return the opening marks that `text` does not close."""
    opened: list[str] = []
    for char in text:
        if char in _PAIRED.values():
            opened.append(char)
        elif char in _PAIRED and opened and opened[-1] == _PAIRED[char]:
            opened.pop()
    return opened


def _count_unbalanced(last: EmittedCharacter | None, opened: list[str]) -> int:
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


def _list_alternatives(clause: Clause, probability: float) -> tuple[Alternative, ...]:
    """Return the best rivals; they share the probability that the chosen text leaves."""
    others = clause.others[:_ALTERNATIVES]
    weights = [math.exp(-_SHARED * margin) for margin, _ in others]
    left = (1 - probability) / max(1.0, sum(weights))
    return tuple(
        Alternative(simplify_characters(other), round(left * weight, 3))
        for (_, other), weight in zip(others, weights, strict=True)
    )


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
