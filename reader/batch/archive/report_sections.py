"""The parts of the report that show pages: the worst, those that are copies, and samples."""

from __future__ import annotations

from collections.abc import Sequence

from reader.batch.archive.report_choice import (
    MOST_UNREPAIRED,
    MOST_WORST,
    Sample,
    Samples,
    Worst,
    open_share,
)
from reader.batch.archive.report_copies import (
    INSIDE,
    PACKAGE,
    SHORTEST,
    SIMILAR,
    Copies,
    Copy,
    Group,
)
from reader.batch.archive.report_parts import (
    class_words,
    write_class,
    write_command,
    write_lowest,
    write_name,
    write_page_cell,
    write_section,
    write_table,
)
from reader.batch.archive.report_tally import CLASSES, Totals, class_of
from reader.batch.archive.row import Damage, PageRow
from reader.export.explain import visible
from reader.export.marks import mark_text
from reader.export.page import page_text
from reader.text.sentences import Translate, translate_error

_MOST_COPIES = 6  # of a group that are named


def write_worst(worst: Worst, totals: Totals, translate: Translate, options: Sequence[str]) -> str:
    """Return the pages that need a human most, each with the command that opens it."""
    title = translate("Triage", "Pages that need a human")
    rows = worst.rows()
    if not rows:
        nothing = translate("Triage", "None: nothing failed, and nothing is lost or undecided.")
        return write_section("worst", title, "", f"<p>{page_text(nothing)}</p>")
    count = totals.all.human
    hint = translate("Triage", "the worst {shown} of {count}").format(
        shown=f"{len(rows):,}", count=f"{count:,}"
    )
    words = translate(
        "Triage",
        "Pages that failed or were set aside come first (at most {most}), then misread pages, then "
        "those with lost bytes, then all others. Within each group, pages with more lost and "
        "undecided places per 1,000 characters come first, then those with the lowest confidence. "
        "Click a command to select all of it.",
    ).format(most=MOST_UNREPAIRED)
    names = (
        ("place", "#"),
        ("page", translate("Triage", "Page")),
        ("", translate("Triage", "Damage")),
        ("number", translate("Triage", "Open places per 1,000")),
        ("number", translate("Triage", "Lost")),
        ("number", translate("Triage", "Undecided")),
        ("number", translate("Triage", "Lowest confidence")),
        ("open", translate("Triage", "Open with")),
    )
    table = [
        [
            f"{number}",
            write_page_cell(row, translate),
            write_class(class_of(row), translate),
            f"{open_share(row):.1f}" if row.lost or row.undecided else "",
            f"{row.lost:,}" if row.lost else "",
            f"{row.undecided:,}" if row.undecided else "",
            write_lowest(row.lowest),
            write_command(row, options),
        ]
        for number, row in enumerate(rows, 1)
    ]
    more = ""
    if (left := worst.unrepaired - MOST_UNREPAIRED) > 0:
        told = translate(
            "Triage", "And {count} more that failed or were set aside; their rows say why."
        )
        more = f'<p class="more">{page_text(told.format(count=f"{left:,}"))}</p>'
    content = f"<p>{page_text(words)}</p>{write_table(names, table)}{more}"
    return write_section(
        "worst", title, hint if count > len(rows) or count > MOST_WORST else "", content
    )


def write_copies(copies: Copies | None, translate: Translate, options: Sequence[str]) -> str:
    """Return which pages are scrapes of one text, and which of them is best restored."""
    title = translate("Triage", "Copies of one text")
    if copies is None:
        words = translate(
            "Triage",
            "Copies were not looked for: {package} is not installed. To install it: {command}",
        )
        command = "pip install 'jingdu[batch]'"
        before, _, behind = words.replace("{package}", PACKAGE).partition("{command}")
        told = (
            f'{page_text(before)}<code class="command">{page_text(command)}</code>'
            f"{page_text(behind)}"
        )
        return write_section("copies", title, "", f"<p>{told}</p>")
    if not copies.groups:
        nothing = translate("Triage", "No two pages are copies of one text (compared: {count}).")
        words = nothing.format(count=f"{copies.compared:,}")
        return write_section("copies", title, "", f"<p>{page_text(words)}</p>")
    told = (
        translate("Triage", "{pages} pages are copies of one text")
        if copies.groups == 1
        else translate("Triage", "{pages} pages are copies of {groups} texts")
    )
    hint = told.format(pages=f"{copies.pages:,}", groups=f"{copies.groups:,}")
    rule = translate(
        "Triage",
        "Two clean texts of {shortest} characters or more count as copies if they share {percent}% "
        "of their five-character sequences, or if one contains {inside}% of the other and is no "
        "more than two thirds longer (estimated by MinHash). The best restored copy lacks at most "
        "a tenth of the longest; among those, it has the fewest lost places, then the fewest "
        "undecided ones, then the highest “lowest confidence”; if all are equal, it is the first.",
    ).format(shortest=SHORTEST, percent=round(SIMILAR * 100), inside=round(INSIDE * 100))
    names = (
        ("number", translate("Triage", "Copies")),
        ("text", translate("Triage", "Beginning")),
        ("page", translate("Triage", "Best restored")),
        ("number", translate("Triage", "Lost")),
        ("number", translate("Triage", "Undecided")),
        ("number", translate("Triage", "Lowest confidence")),
        ("", translate("Triage", "Other copies")),
    )
    table = [_copies_row(group, translate, options) for group in copies.largest]
    more = ""
    if (left := copies.groups - len(copies.largest)) > 0:
        told = translate("Triage", "More texts with copies, not listed here: {count}")
        more = f'<p class="more">{page_text(told.format(count=f"{left:,}"))}</p>'
    content = f"<p>{page_text(rule)}</p>{write_table(names, table)}{more}"
    return write_section("copies", title, hint, content)


def _copies_row(group: Group, translate: Translate, options: Sequence[str]) -> list[str]:
    best, others = group.copies[0], group.copies[1 : _MOST_COPIES + 1]
    listed = "".join(f"<li>{write_name(one.page)}{_state(one, translate)}</li>" for one in others)
    if (left := group.size - 1 - len(others)) > 0:
        words = translate("Triage", "and {count} more").format(count=f"{left:,}")
        listed += f"<li>{page_text(words)}</li>"
    row = PageRow(best.page, best.source, best.position)
    return [
        f"{group.size:,}",
        page_text(visible(best.beginning)),
        f"<p>{write_name(best.page)}</p><p>{write_command(row, options)}</p>",
        f"{best.lost:,}" if best.lost else "",
        f"{best.undecided:,}" if best.undecided else "",
        write_lowest(best.lowest),
        f"<ul>{listed}</ul>",
    ]


def _state(copy: Copy, translate: Translate) -> str:
    """Return what is left open in a copy, in a few words."""
    parts = []
    if copy.lost:
        parts.append(translate("Triage", "{count} lost").format(count=f"{copy.lost:,}"))
    if copy.undecided:
        words = translate("Triage", "{count} undecided")
        parts.append(words.format(count=f"{copy.undecided:,}"))
    if copy.lowest is not None:
        parts.append(write_lowest(copy.lowest))
    return page_text(f" · {' · '.join(parts)}" if parts else "")


def write_samples(
    samples: Samples, totals: Totals, translate: Translate, options: Sequence[str]
) -> str:
    """Return a few pages of each class, with words of each around a repair."""
    parts = []
    for damage, count in zip(CLASSES, totals.by_class, strict=True):
        if not (drawn := samples.of(damage)):
            continue
        of = translate("Triage", "{shown} of {count}").format(
            shown=len(drawn), count=f"{count.total:,}"
        )
        parts.append(
            f"<h3>{write_class(damage, translate)} <small>{page_text(of)} · "
            f"{page_text(class_words(damage, translate))}</small></h3>"
            f"{_write_drawn(damage, drawn, translate, options)}"
        )
    if not parts:
        return ""
    title = translate("Triage", "Samples of each class")
    hint = translate("Triage", "drawn by page name: the same pages always give the same samples")
    return write_section("samples", title, hint, "".join(parts))


def _write_drawn(
    damage: Damage, drawn: Sequence[Sample], translate: Translate, options: Sequence[str]
) -> str:
    has_original = any(sample.excerpt.before for sample in drawn)
    page = ("page", translate("Triage", "Page"))
    if damage in (Damage.FAILED, Damage.ASIDE):
        names = [
            page,
            ("", translate("Triage", "Why")),
            ("open", translate("Triage", "Open with")),
        ]
        table = [
            [
                write_page_cell(sample.row, translate, error=False),
                page_text(visible(translate_error(sample.row.error, translate))),
                write_command(sample.row, options),
            ]
            for sample in drawn
        ]
        return write_table(names, table)
    names = [page]
    if has_original:
        names.append(("text", translate("Report", "Original")))
    names.append(("text", translate("Report", "Clean text")))
    table = [
        [
            f"{write_page_cell(sample.row, translate)}<p>{write_command(sample.row, options)}</p>",
            *(
                [mark_text(sample.excerpt.before, sample.excerpt.before_places)]
                if has_original
                else []
            ),
            mark_text(sample.excerpt.after, sample.excerpt.after_places),
        ]
        for sample in drawn
    ]
    return write_table(names, table)
