"""The tables of the report: what needs a person, the spot check, and repairs by pair."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from reader.export.explain import visible
from reader.export.marks import classes_of, mark_tag, mark_text
from reader.export.material import Material
from reader.export.page import attribute, page_text
from reader.export.reasons import round_down
from reader.repair.rules.known import rule_name
from reader.review.damage_profile import ParagraphProfile
from reader.review.history import How
from reader.review.outcomes import (
    Outcome,
    Outcomes,
    engine_alternatives,
    engine_reasons,
    outcome_of,
)
from reader.review.spot_check import CONFIDENCE, count_certain, draw_certain, upper_bound
from reader.text.document import Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.messages import NOTHING, PROPOSED
from reader.text.repair import state_of
from reader.text.sentences import decision_name, evidence_words, kind_name, state_name

_MOST_PLACES = 1_000
_MOST_PAIRS = 300
_AROUND = 14  # code points on each side
_SHOWN_BOUNDS = 4  # for no wrong repair, one, two and three
# What of a line stands before and behind a place; half a gloss, as in "ng)", stays out.
_BEFORE = re.compile(r"[^\r\n()]*(?:\([^\r\n()]*\)[^\r\n()]*)*\(?[^\r\n()]*\Z")
_BEHIND = re.compile(r"[^\r\n()]*\)?(?:[^\r\n()]*\([^\r\n()]*\))*[^\r\n()]*")
_CLOSING = frozenset("，。、；：？！”’）》」』】〉…")

_source_start = attrgetter("source_start")


def write_places(
    material: Material,
    title: str,
    repairs: Sequence[Repair],
    outcomes: Outcomes,
    paragraphs: Sequence[ParagraphProfile],
    nothing: str,
) -> str:
    """Return a table of places in their order; the sentence `nothing` if there are none."""
    translate = material.translate
    count = f"{len(repairs):,}" if repairs else ""
    head = f"<h2>{page_text(title)} <small>{count}</small></h2>"
    if not repairs:
        return f"<section>{head}<p>{page_text(nothing)}</p></section>"
    decided, standing = translate("Report", "Decision"), translate("Report", "State")
    names = (
        ("number", "¶"),
        ("", translate("Report", "Original")),
        ("", translate("Report", "Clean text")),
        ("", decided if outcome_of(repairs[0], outcomes) else standing),
        ("number", translate("Report", "Confidence")),
        ("", translate("Report", "Why")),
    )
    rows = "".join(
        _place_row(material, one, outcome_of(one, outcomes), paragraphs)
        for one in repairs[:_MOST_PLACES]
    )
    left_out = len(repairs) - _MOST_PLACES
    return f"<section>{head}{_table(names, rows)}{_more(material, left_out)}</section>"


def _place_row(
    material: Material,
    repair: Repair,
    outcome: Outcome | None,
    paragraphs: Sequence[ParagraphProfile],
) -> str:
    """Return the row of a place; one decided by hand shows what had been proposed, and how sure."""
    translate = material.translate
    state, standing = state_of(repair), state_name(state_of(repair), translate)
    kind, why = repair.kind, []
    sure = "" if state is RepairState.LOST else f"{round_down(repair.confidence)}%"
    if outcome is not None:
        standing = decision_name(outcome.how.value, translate, by=visible(outcome.by))
        kind, offer = outcome.kind, outcome.proposed
        sure = "" if offer is None else f"{round_down(offer.confidence)}%"
        if offer is not None and outcome.how is not How.ACCEPT:
            text = visible(offer.after) or translate("Repairs", NOTHING)
            why.append(translate("Decisions", PROPOSED).format(proposed=text))
    reasons = engine_reasons(repair, outcome)
    why += [visible(evidence_words(one, translate)) for one in reasons]
    alternatives = engine_alternatives(repair, outcome)
    if alternatives:
        others = (
            f"{visible(one.text) or '∅'} {round_down(one.probability)}%" for one in alternatives
        )
        why.append(" / ".join(others))
    note = material.notes.get((repair.source_start, repair.source_end), "")
    written = f'<p class="note">{page_text(note)}</p>' if note else ""
    proposed = (
        "" if repair.applied or state is RepairState.LOST else f" → {visible(repair.after) or '∅'}"
    )
    return (
        f'<tr><td class="number">{_paragraph_number(repair, paragraphs)}</td>'
        f'<td class="text">{_around_source(material, repair)}</td>'
        f'<td class="text">{_around_clean(material, repair)}{page_text(proposed)}</td>'
        f'<td class="kind"><p>{page_text(standing)}</p>{_kind_lines(material, repair, kind)}</td>'
        f'<td class="number">{sure}</td>'
        f"<td>{''.join(f'<p>{page_text(line)}</p>' for line in why)}{written}</td></tr>"
    )


def write_spot_check(material: Material, paragraphs: Sequence[ParagraphProfile]) -> str:
    """Return certain repairs drawn at random, to tick, and what follows from how many are wrong."""
    document, translate = material.document, material.translate
    drawn = draw_certain(document)
    if not drawn:
        return ""
    total = count_certain(document)
    if total > len(drawn):
        words = translate(
            "Report",
            "{drawn} of the {total} certain repairs, drawn at random; the same document always "
            "gives the same ones. Check each one and mark it right or wrong. If none is wrong, at "
            "most {percent}% of all certain repairs are, with {sure}% confidence.",
        )
    else:
        words = translate("Report", "These are all {total} certain repairs.")
    explained = words.format(
        drawn=len(drawn),
        total=f"{total:,}",
        percent=_bound(len(drawn), 0),
        sure=round(CONFIDENCE * 100),
    )
    names = (
        ("tick", translate("Report", "right")),
        ("tick", translate("Report", "wrong")),
        ("number", "¶"),
        ("", translate("Report", "Original")),
        ("", translate("Report", "Clean text")),
        ("", translate("Report", "Kind")),
        ("", translate("Report", "Why")),
    )
    rows = "".join(_check_row(material, one, paragraphs) for one in drawn)
    bounds = ""
    if total > len(drawn):
        of_each = translate("Report", "{wrong} wrong: at most {percent}%")
        words_of = (
            of_each.format(wrong=wrong, percent=_bound(len(drawn), wrong))
            for wrong in range(min(_SHOWN_BOUNDS, len(drawn)))
        )
        bounds = "".join(f"<span>{page_text(one)}</span>" for one in words_of)
    found = page_text(translate("Report", "Marked as wrong: "))
    title = page_text(translate("Report", "Spot check"))
    return (
        f'<section class="check"><h2>{title}</h2>'
        f"<p>{page_text(explained)}</p>{_table(names, rows)}"
        f'<p class="result"><span class="found">{found}</span>{bounds}</p></section>'
    )


def _bound(drawn: int, wrong: int) -> int:
    """Return the bound in per cent, rounded up."""
    return ceil(upper_bound(drawn, wrong) * 100 - 1e-9)


def _check_row(material: Material, repair: Repair, paragraphs: Sequence[ParagraphProfile]) -> str:
    why = " ".join(visible(evidence_words(one, material.translate)) for one in repair.evidence)
    names = {
        "right": material.translate("Report", "right"),
        "wrong": material.translate("Report", "wrong"),
    }
    answers = "".join(
        f'<td class="tick"><input type="checkbox" class="{answer}" aria-label="{attribute(name)}">'
        "</td>"
        for answer, name in names.items()
    )
    return (
        f'<tr>{answers}<td class="number">{_paragraph_number(repair, paragraphs)}</td>'
        f'<td class="text">{_around_source(material, repair)}</td>'
        f'<td class="text">{_around_clean(material, repair)}</td>'
        f'<td class="kind">{_kind_lines(material, repair, repair.kind)}</td>'
        f"<td>{page_text(why)}</td></tr>"
    )


class _Pair(NamedTuple):
    before: str
    after: str
    kind: RepairKind


def write_pairs(material: Material, repairs: Sequence[Repair]) -> str:
    """Return the table of what was replaced by what: how often, how sure at least, and why.

    `repairs` are those that nobody decided on.
    """
    translate = material.translate
    found: dict[_Pair, list[Repair]] = {}
    for one in repairs:
        if one.applied:
            found.setdefault(_Pair(one.before, one.after, one.kind), []).append(one)
    if not found:
        return ""
    pairs = sorted(found.items(), key=lambda pair: -len(pair[1]))
    title = page_text(translate("Report", "Repairs by pair"))
    names = (
        ("number", translate("Report", "Count")),
        ("", translate("Report", "Original")),
        ("", translate("Report", "Clean text")),
        ("", translate("Report", "Kind")),
        ("number", translate("Report", "Lowest confidence")),
        ("", translate("Report", "Why")),
    )
    nothing = page_text(translate("Repairs", NOTHING))
    rows = "".join(
        f'<tr><td class="number">{len(same):,}</td>'
        f'<td class="text"><mark class="{pair.kind.value}">{_shown(pair.before)}</mark></td>'
        f'<td class="text">{_shown(pair.after) or nothing}</td>'
        f'<td class="kind">{_kind_lines(material, same[0], pair.kind)}</td>'
        f'<td class="number">{round_down(min(one.confidence for one in same))}%</td>'
        f"<td>{_reason(material, same[0])}</td></tr>"
        for pair, same in pairs[:_MOST_PAIRS]
    )
    more = _more(material, len(pairs) - _MOST_PAIRS)
    head = f"<h2>{title} <small>{len(pairs):,}</small></h2>"
    return f"<section>{head}{_table(names, rows)}{more}</section>"


def _kind_lines(material: Material, repair: Repair, kind: RepairKind) -> str:
    """Return the kind of a repair and the name of its rule, whose id is the name's title."""
    rule = page_text(rule_name(repair.rule, material.translate))
    name = page_text(kind_name(kind, material.translate)) if kind is not RepairKind.MANUAL else ""
    first = f"<p>{name}</p>" if name else ""
    return f'{first}<p class="rule" title="{attribute(repair.rule)}">{rule}</p>'


def _reason(material: Material, repair: Repair) -> str:
    first = repair.evidence[:1]
    return "".join(page_text(visible(evidence_words(one, material.translate))) for one in first)


def _table(names: Sequence[tuple[str, str]], rows: str) -> str:
    head = "".join(
        f'<th class="{look}">{page_text(name)}</th>' if look else f"<th>{page_text(name)}</th>"
        for look, name in names
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _more(material: Material, count: int) -> str:
    if count <= 0:
        return ""
    words = material.translate("Report", "and {count} more; see the table of repairs (CSV)")
    return f'<p class="more">{page_text(words.format(count=f"{count:,}"))}</p>'


def _shown(text: str) -> str:
    return page_text(visible(text))


def _paragraph_number(repair: Repair, paragraphs: Sequence[ParagraphProfile]) -> int:
    return max(1, bisect_right(paragraphs, repair.source_start, key=_source_start))


def _around_source(material: Material, repair: Repair) -> str:
    return _around(material.document.source, repair.source_start, repair.source_end, repair)


def _around_clean(material: Material, repair: Repair) -> str:
    return _around(material.document.text, repair.clean_start, repair.clean_end, repair)


def _around(text: str, start: int, end: int, repair: Repair) -> str:
    """Return the place marked, with the text of its line around it; no gloss is cut in two."""
    before = _BEFORE.search(text, max(0, start - _AROUND), start)
    behind = _BEHIND.match(text, end, min(len(text), end + _AROUND))
    low = before.start() if before else start
    while low < start and text[low] in _CLOSING:  # no line begins with it
        low += 1
    high = behind.end() if behind else end
    return mark_text(text, [(start, end, mark_tag(classes_of(repair)))], low, high)
