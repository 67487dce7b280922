"""What a page suffered from, and its row: counted from the repairs of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from reader.batch.archive.page import Page, show_name
from reader.batch.archive.row import Damage, Detail, PageRow
from reader.language.ngram import character_model
from reader.language.text_kind import is_spun
from reader.language.text_signs import read_signs
from reader.repair.profile import profile_document
from reader.text.align import Change
from reader.text.document import Document
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import LOST, SPUN, state_of

_QUESTIONS = "encoding.question"  # how the rules begin that put back what an encoding cannot write
_GONE = "encoding.unread"  # the rule of lines that were not read back, whatever is left of them
_SAMPLE = 3_000  # code points of a page that tell whether its forms were put in one by one


def row_of(page: Page, document: Document, *, details: bool = False) -> PageRow:
    """Return the row of a page that was restored; with `details` every repair stands in it."""
    changes = _count_changes(document)
    kinds: Counter[str] = Counter()
    states: Counter[RepairState] = Counter()
    for change, count in changes:
        states[state_of(change)] += count
        if change.applied:
            kinds[change.kind.value] += count
    damage = _classify(document, [change for change, _ in changes])
    return replace(
        _empty_row(page, damage, len(document.source)),
        counts={kind.value: kinds[kind.value] for kind in RepairKind if kinds[kind.value]},
        repairs=sum(states.values()),
        lost=states[RepairState.LOST],
        undecided=states[RepairState.UNDECIDED],
        unsure=states[RepairState.UNSURE],
        lowest=min((round(one.confidence, 4) for one, _ in changes if one.applied), default=None),
        clean=document.text,
        details=_list_details(document) if details else None,
    )


def failed_row(page: Page, error: str, damage: Damage = Damage.FAILED, size: int = 0) -> PageRow:
    """Return the row of a page that could not be read, or was set aside."""
    return replace(_empty_row(page, damage, size), error=show_name(error))


def _empty_row(page: Page, damage: Damage, size: int) -> PageRow:
    """Return the row of a page of this many code points, without what became of it."""
    return PageRow(
        page=show_name(page.name),
        source=show_name(page.source),
        position=page.position,
        address=page.address,
        host=page.host,
        date=page.date,
        damage=damage.value,
        characters=size,
    )


def classify(document: Document) -> Damage:
    """Return what a page suffered from; of several the one that is hardest to repair.

    Misread is text that was decoded in the wrong encoding, whether it could be read back
    (µÚÒ»·¶ÎÄ) or not (撠極?瑞?????). Slipped is text with something put inside the bytes of a
    character (人事?tīng)幾h調解, 推動上?！V州). Lost are bytes that are gone (锟斤拷, U+FFFD), also
    where the context tells what stood there. Spun is a page into which pinyin, variants, other
    forms or synonyms were put by a program; honest traditional text is none, whatever was
    simplified in it: that, folded marks and residue of a page are another repair.
    """
    return _classify(document, [change for change, _ in _count_changes(document)])


def _classify(document: Document, changes: Sequence[Change]) -> Damage:
    if not changes:
        return Damage.CLEAN
    if any(map(_is_misread, changes)):
        return Damage.MISREAD
    if any(one.kind is RepairKind.SLIP and one.applied and not _is_filled(one) for one in changes):
        return Damage.SLIPPED
    if any(one.rule in (LOST, _GONE) or one.kind is RepairKind.SLIP for one in changes):
        return Damage.LOST
    if _is_spun(document, changes):
        return Damage.SPUN
    return Damage.OTHER if any(one.applied for one in changes) else Damage.CLEAN


def _is_misread(change: Change) -> bool:
    reasons = {reason.code for reason in change.evidence}
    if change.rule == LOST:  # a line of which only the encoding is known
        return "unread" in reasons
    if "unread_lost" in reasons:  # 锟斤拷: what it was read as is known, and nothing else
        return False
    return (
        change.kind is RepairKind.ENCODING
        and change.applied
        and not change.rule.startswith(_QUESTIONS)
    )


def _is_filled(change: Change) -> bool:
    """Tell a character that was completed or guessed where bytes are gone, nothing being put in."""
    return change.rule in ("slip.cut", "slip.guessed")


def _is_spun(document: Document, changes: Sequence[Change]) -> bool:
    if any(one.rule == SPUN or (one.applied and one.kind is RepairKind.GLOSS) for one in changes):
        return True
    kinds = {one.kind for one in changes if one.applied}
    if not kinds & {RepairKind.VARIANT, RepairKind.SCRIPT}:
        return False
    profile = profile_document(document.source, character_model())
    # 咊 in simplified text was put there; 羣 and 爲 in a traditional one may be its old print.
    if RepairKind.VARIANT in kinds and not profile.traditional:
        return True
    signs = read_signs(document.source[:_SAMPLE], 0, character_model(), profile.replacing)
    return is_spun(signs, profile.shares, glossed=profile.glossed)


def _count_changes(document: Document) -> list[tuple[Change, int]]:
    """Return each change and at how many places it was made; most places share theirs."""
    found: dict[int, Change] = {}
    counts: Counter[int] = Counter()
    for one in map(attrgetter("columns"), document.paragraphs):
        counts.update(map(id, one.changes))
        found.update(zip(map(id, one.changes), one.changes, strict=True))
    return [(change, counts[name]) for name, change in found.items()]


def _list_details(document: Document) -> list[Detail]:
    return [
        Detail(
            kind=one.kind.value,
            rule=one.rule,
            before=one.before,
            after=one.after,
            start=one.source_start,
            end=one.source_end,
            confidence=round(one.confidence, 4),
            state=state_of(one).value,
        )
        for one in document.repairs
    ]
