"""What a change of rules would change in a document, before it is made. Pure functions.

Only the paragraphs that the change can touch are restored, once by either rules: those with a text
that only one of them is about, and those with a repair of a rule that only one has switched off.
What the user decided stands in both, since it stays whatever the rules say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reader.repair.pipeline import Progress, Wanted, restore_some
from reader.repair.registry import MECHANISMS
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.model import Level, Rules, RuleSet, split_gloss
from reader.repair.rules.style import STYLED
from reader.repair.rules.user_rules import make_finder
from reader.review.decisions import Decision, apply_decisions, texts_in_force
from reader.review.differences import Difference, find_differences
from reader.text.document import Document

_BESIDE = 12  # code points


class RuleChange(NamedTuple):
    """source[start:end] (code points) is `before`, reads `now`, and would read `then`.

    `left` and `right` are the source beside it; `times` is at how many places it changes so, of
    which this is the first.
    """

    start: int
    end: int
    before: str
    now: str
    then: str
    left: str
    right: str
    times: int


class RulePreview(NamedTuple):
    """What would change, each sort of change once, in the order of their first places.

    `kept` is at how many places the rules would change something, were it not decided by hand.
    """

    changes: tuple[RuleChange, ...] = ()
    kept: int = 0


def preview(
    document: Document,
    rules_before: RuleSet,
    rules_after: RuleSet,
    decisions: Iterable[Decision] = (),
    *,
    progress: Progress | None = None,
) -> RulePreview:
    """Return what would read otherwise by other rules.

    `document` was restored by `rules_before`; `decisions` are those of the user on it. `progress`
    is called as by `restore`; to cancel, let it raise.
    """
    if rules_before.fingerprint == rules_after.fingerprint:
        return RulePreview()
    touched = _make_test(document, rules_before, rules_after)
    old, new = (
        restore_some(
            document.source,
            touched,
            origin=document.origin,
            progress=_halve(progress, part),
            mechanisms=apply_rules(rules),
        )
        for part, rules in enumerate((rules_before, rules_after))
    )
    made = tuple(decisions)
    by_rules = find_differences(old, new)
    decided = (apply_decisions(one, made) for one in (old, new))
    changed = find_differences(*decided) if made else by_rules
    kept = _count_kept(by_rules, changed, list(texts_in_force(made)))
    return RulePreview(_group(document.source, changed), kept)


def _group(source: str, changed: Iterable[Difference]) -> tuple[RuleChange, ...]:
    found: dict[tuple[str, str, str], RuleChange] = {}
    for start, end, before, now, then in changed:
        key = before, now, then
        if key in found:
            found[key] = found[key]._replace(times=found[key].times + 1)
        else:
            left, right = source[max(0, start - _BESIDE) : start], source[end : end + _BESIDE]
            found[key] = RuleChange(start, end, before, now, then, left, right, 1)
    return tuple(found.values())


def _count_kept(
    by_rules: Iterable[Difference],
    changed: Sequence[Difference],
    decided: Iterable[tuple[int, int]],
) -> int:
    """Return at how many places rules alone differ and nothing changes, as the user decided."""
    changes, is_by_hand = _make_overlap(one[:2] for one in changed), _make_overlap(decided)
    return sum(is_by_hand(*one[:2]) and not changes(*one[:2]) for one in by_rules)


def _make_overlap(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Return a test whether a span overlaps one of these, or is one where nothing is between."""
    known = set(spans)
    starts: list[int] = []
    reach: list[int] = []  # how far those go that begin here or before
    for start, end in sorted(known):
        starts.append(start)
        reach.append(max(end, reach[-1]) if reach else end)

    def overlaps(start: int, end: int) -> bool:
        at = bisect_left(starts, end) - 1
        return (at >= 0 and reach[at] > start) or (start, end) in known

    return overlaps


def _make_test(document: Document, before: RuleSet, after: RuleSet) -> Wanted:
    """Return a test whether a paragraph has anything that a change of rules can touch."""
    texts: set[str] = set()
    for level in Level:
        texts.update(
            text for text, *_ in _list_texts(before.at(level)) ^ _list_texts(after.at(level))
        )
    occurs = make_finder(texts)
    is_everywhere, starts = _find_switched(document, before, after)
    style = before.quotes, before.digits
    is_styled = style != (after.quotes, after.digits)
    source = document.source

    def touches(text: str, start: int, end: int) -> bool:
        at = bisect_left(starts, start)
        return (
            is_everywhere
            or (at < len(starts) and starts[at] < end)
            or (is_styled and STYLED.search(text) is not None)
            or occurs(text)
            or (text != source[start:end] and occurs(source[start:end]))
        )

    return touches


def _list_texts(rules: Rules) -> set[tuple[str, ...]]:
    """Return the literal rules of a level, each with the text to look for first."""
    glosses = filter(None, map(split_gloss, rules.glosses))
    return {
        *((one.before, "pair", one.after, one.context) for one in rules.pairs),
        *((one.before, "exception", one.after, one.context) for one in rules.exceptions),
        *((text, "protected") for text in rules.protected),
        *((reading, "gloss", hanzi) for hanzi, reading in glosses),
    }


def _find_switched(document: Document, before: RuleSet, after: RuleSet) -> tuple[bool, list[int]]:
    """Return whether any place may change, and where repairs are whose rule is switched off.

    What a rule would do that was off is not known before it is tried.
    """
    new = after.switched_off - before.switched_off
    if not new:
        return bool(before.switched_off - after.switched_off), []
    kinds = {kind for one in MECHANISMS if one.name in new for kind in one.kinds}
    starts = [
        start for start, _, change in document.rows() if change.rule in new or change.kind in kinds
    ]
    return bool(before.switched_off - after.switched_off), starts


def _halve(progress: Progress | None, part: int) -> Progress | None:
    """Return what tells the progress of the first or the second of two restorations."""
    if progress is None:
        return None
    return lambda done, total: progress(done + part * total, 2 * total)
