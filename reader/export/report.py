"""The report: what was repaired in a document, where, why, and how far that can be trusted.

One page that stands alone, to keep beside the document, to send, or to print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

from reader.export.marks import find_places, mark_text
from reader.export.material import Material
from reader.export.page import KEPT, attribute, frame_page, mark_style, page_text, theme_style
from reader.export.profile_chart import draw_profile
from reader.export.report_style import REPORT_STYLE, draw_seal
from reader.export.report_tables import write_pairs, write_places, write_spot_check
from reader.review.damage_profile import ParagraphProfile, describe, profile
from reader.review.history import How
from reader.review.outcomes import outcome_of
from reader.review.packed import fingerprint
from reader.text.document import Document, Repair
from reader.text.kinds import RepairKind, RepairState
from reader.text.repair import state_of
from reader.text.sentences import decision_name, kind_name, state_name
from reader.text.structure import Block, BlockKind

_OPEN = (RepairState.UNDECIDED, RepairState.UNSURE, RepairState.LOST)

_number = attrgetter("id")


def to_report(material: Material) -> str:
    """Return the report as a page of HTML."""
    return "".join(write_report(material))


def write_report(material: Material) -> Iterator[str]:
    """Yield what `to_report` returns in pieces: together they may be 50 MB."""
    style = f"\n{theme_style()}{REPORT_STYLE}{mark_style()}"
    return frame_page(material.page_title, style, _write_body(_Report(material)))


def _write_body(report: _Report) -> Iterator[str]:
    yield "\n<main>"
    yield report.head()
    yield report.summary()
    yield report.damage()
    yield from report.both_texts()
    yield report.open_places()
    yield write_spot_check(report.material, report.paragraphs)
    yield report.decisions()
    yield report.pairs()
    yield report.foot()
    yield "</main>\n"


class _Report:
    """The parts of one report, each as markup."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.document: Document = material.document
        self.paragraphs: Sequence[ParagraphProfile] = profile(material.document)
        self.repairs: Sequence[Repair] = tuple(material.document.repairs)
        self._outcomes = material.find_outcomes()
        # Each is asked once how it stands: there may be half a million.
        self._by_state: dict[RepairState, list[Repair]] = {state: [] for state in RepairState}
        for one in self.repairs:
            self._by_state[state_of(one)].append(one)

    @cached_property
    def _hash(self) -> str:
        return fingerprint(self.document.source)

    def head(self) -> str:
        """Return the seal, the title, and what the report is about."""
        material, origin = self.material, self.document.origin
        when = material.when
        date = material.translate("Report", "{year}-{month:02}-{day:02}").format(
            year=when.year, month=when.month, day=when.day
        )
        restored = material.translate("Report", "Restored with Jingdu 净读")
        source = material.translate("Report", "Original: {encoding}, {count} characters").format(
            encoding=_encoding_name(origin.encoding) or origin.format,
            count=f"{len(self.document.source):,}",
        )
        short = f"{self._hash[:4]}…{self._hash[-4:]}"
        title = page_text(material.page_title)
        return (
            f'<header><span class="seal">{draw_seal()}</span><h1>{title}</h1>'
            f'<p class="facts">{page_text(restored)} · {date}<br>{page_text(source)} · '
            f'<span title="{self._hash}">SHA-256 {short}</span></p></header>'
        )

    def summary(self) -> str:
        """Return the counts: of repairs, of decisions, of each kind and each open state."""
        material = self.material
        applied = Counter(one.kind for one in self.repairs if one.applied)
        by_hand = self._count(RepairState.BY_HAND)
        decided = by_hand if material.decided is None else material.decided
        still_open = sum(map(self._count, _OPEN))
        pieces = [
            _figure(
                sum(applied.values()),
                material.translate("Report", "repairs"),
                material.translate("Report", "in {count} paragraphs").format(
                    count=f"{sum(any(one.touched) for one in self.paragraphs):,}"
                ),
            ),
            _figure(
                decided,
                material.translate("Report", "of {count} decided").format(
                    count=f"{decided + still_open:,}"
                ),
                material.translate(
                    "Report", "{unsure} unsure, {undecided} undecided, {lost} lost"
                ).format(
                    unsure=f"{self._count(RepairState.UNSURE):,}",
                    undecided=f"{self._count(RepairState.UNDECIDED):,}",
                    lost=f"{self._count(RepairState.LOST):,}",
                ),
            ),
        ]
        entries = [
            (kind.value, kind_name(kind, material.translate), count)
            for kind, count in applied.most_common()
            if kind is not RepairKind.MANUAL
        ]
        decisions = Counter(
            outcome.how
            for one in self._by_state[RepairState.BY_HAND]
            if (outcome := outcome_of(one, self._outcomes))
        )
        entries += [
            (
                f"manual by-hand{f' {KEPT}' if how is How.KEEP else ''}",
                decision_name(how.value, material.translate),
                decisions[how],
            )
            for how in How
            if decisions[how]
        ]
        entries += [
            (state.value.replace(" ", "-"), state_name(state, material.translate), count)
            for state in _OPEN
            if (count := self._count(state))
        ]
        legend = "".join(
            f'<li><mark class="{name}">　　</mark><span>{page_text(title)}</span>'
            f"<b>{count:,}</b></li>"
            for name, title, count in entries
        )
        return f'<section class="summary">{"".join(pieces)}<ul>{legend}</ul></section>'

    def damage(self) -> str:
        """Return the damage profile with the sentence that says what it shows."""
        material = self.material
        if not self.paragraphs:
            return ""
        title = material.translate("Report", "Damage profile")
        hint = material.translate(
            "Report",
            "share of characters changed in each paragraph; marks above: places that need review",
        )
        return (
            f'<section class="damage"><h2>{page_text(title)} <small>{page_text(hint)}</small></h2>'
            f"{draw_profile(self.paragraphs, material.translate)}"
            f'<p class="ends"><span>¶ 1</span>'
            f"<span>{page_text(describe(self.paragraphs, material.translate))}</span>"
            f"<span>¶ {len(self.paragraphs):,}</span></p></section>"
        )

    def both_texts(self) -> Iterator[str]:
        """Yield both texts side by side, a row a paragraph."""
        material = self.material
        title = material.translate("Report", "Clean text and original")
        hint = material.translate(
            "Report",
            "left: clean text; right: original; lines under characters: kind of repair; "
            "boxes and waves: needs review",
        )
        head = f"<h2>{page_text(title)} <small>{page_text(hint)}</small></h2>"
        yield f'<section class="both">{head}'
        yield from self._pairs()
        yield "</section>"

    def _pairs(self) -> Iterator[str]:
        document, translate = self.document, self.material.translate
        clean, source = find_places(self.repairs, self._outcomes, translate, brief=True)
        blocks = {block.start: block for block in document.structure}
        following = (*(one.source_start for one in self.paragraphs), len(document.source) + 1)
        clean_starts = (*(one.clean_start for one in self.paragraphs), len(document.text))
        at = 0
        for number, one in enumerate(self.paragraphs, 1):
            first, until = at, following[number]
            while at < len(source) and source[at][0] < until:
                at += 1
            # A line end that was replaced by words: they stand behind the paragraph.
            behind = document.text[one.clean_end : clean_starts[number]].strip()
            end = clean_starts[number] if behind else one.clean_end
            # Nor does what was written above the first paragraph have one of its own.
            above = number == 1 and document.text[: one.clean_start].strip()
            begin = 0 if above else one.clean_start
            left = mark_text(document.text, clean[first:at], begin, end)
            right = mark_text(document.source, source[first:at], one.source_start, one.source_end)
            look = _class_of(blocks.get(one.source_start))
            yield f'<div class="pair{look}"><i>{number}</i><p>{left}</p><p>{right}</p></div>'

    def open_places(self) -> str:
        """Return the table of what still needs a person."""
        material = self.material
        found = sorted(chain.from_iterable(map(self._by_state.__getitem__, _OPEN)), key=_number)
        title = material.translate("Report", "Needs review")
        nothing = material.translate("Report", "Nothing left to decide.")
        return write_places(material, title, found, self._outcomes, self.paragraphs, nothing)

    def decisions(self) -> str:
        """Return the table of what was decided by hand."""
        material = self.material
        found = self._by_state[RepairState.BY_HAND]
        title = material.translate("Report", "Decided by hand")
        if not found:
            return ""
        return write_places(material, title, found, self._outcomes, self.paragraphs, "")

    def pairs(self) -> str:
        """Return the table of what the engine replaced by what."""
        by_hand = self._by_state[RepairState.BY_HAND]
        hands = {one.id for one in by_hand}
        return write_pairs(self.material, [one for one in self.repairs if one.id not in hands])

    def _count(self, state: RepairState) -> int:
        return len(self._by_state[state])

    def foot(self) -> str:
        """Return what the figures rest on."""
        words = self.material.translate(
            "Report",
            "Certain means a confidence of 95% or more, unsure 60% to 95%, undecided below 60%. "
            "SHA-256 of the original text in UTF-8: {hash}",
        )
        return f"<footer>{page_text(words.format(hash=self._hash))}</footer>"


def _figure(count: int, words: str, below: str) -> str:
    return (
        f'<div class="figure"><p><b>{count:,}</b> {page_text(words)}</p>'
        f"<p>{page_text(below)}</p></div>"
    )


def _class_of(block: Block | None) -> str:
    """Return the class of a paragraph's row, for what it was in the document."""
    if block is None:
        return ""
    if block.kind is BlockKind.HEADING:
        return f" heading h{min(max(block.level, 1), 6)}"
    return f" {attribute(block.kind.value)}"


def _encoding_name(encoding: str) -> str:
    return encoding.upper()
