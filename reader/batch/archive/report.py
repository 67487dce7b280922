"""The triage report: of many pages, which were damaged and how, and which need a human.

One page of HTML that stands alone, as the report on one document. Rows are taken one by one and
not kept: a million pages take hardly more memory than a thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from reader.batch.archive.report_choice import Samples, Worst
from reader.batch.archive.report_copies import Copies, CopyFinder, can_find_copies
from reader.batch.archive.report_look import TRIAGE_STYLE
from reader.batch.archive.report_parts import (
    class_name,
    class_words,
    draw_bar,
    share_of,
    write_class,
    write_figure,
    write_section,
    write_table,
)
from reader.batch.archive.report_sections import write_copies, write_samples, write_worst
from reader.batch.archive.report_tally import CLASSES, Count, Totals
from reader.batch.archive.row import PageRow
from reader.export.explain import visible
from reader.export.page import mark_style, page_text, theme_style, write_page
from reader.export.report_style import REPORT_STYLE, draw_seal
from reader.text.errors import writing_failed
from reader.text.files import write_text
from reader.text.kinds import RepairKind
from reader.text.marked import marked
from reader.text.sentences import Translate, kind_name

_PARTS = ("worst", "copies", "samples", "hosts", "months")
_MOST_HOSTS = 50
_MOST_MONTHS = 48
_MOST_GROUPS = 100
_KINDS = {kind.value: kind for kind in RepairKind}


def write_report(
    rows: Iterable[PageRow],
    path: str | Path,
    *,
    title: str,
    command: str,
    options: Sequence[str] = (),
    translate: Translate = marked,
    when: datetime | None = None,
) -> None:
    """Write the report on pages to `path`.

    `title` says what was cleaned, `command` is the command line that did it, `options` are those
    that `jingdu open` needs to read a page in the same way (--column NAME). The same rows in the
    same order give the same report but for `when`, the time that stands in its head, which is now.
    While it is made, some 500 bytes a page lie on the disk beside `path`, in files without names.
    Raises ReaderError if nothing can be written there.
    """
    target = Path(path)
    try:
        page = _make_report(
            rows, target, title, command, options, translate, when or datetime.now(UTC).astimezone()
        )
    except (OSError, sqlite3.Error) as error:
        failed = error if isinstance(error, OSError) else OSError(str(error))
        raise writing_failed(target, failed) from error
    write_text(target, page)


def _make_report(
    rows: Iterable[PageRow],
    target: Path,
    title: str,
    command: str,
    options: Sequence[str],
    translate: Translate,
    when: datetime,
) -> str:
    totals, worst, samples = Totals(), Worst(), Samples()
    finder = CopyFinder(target.resolve().parent) if can_find_copies() else None
    try:
        for order, row in enumerate(rows):
            totals.add(row)
            worst.add(row, order)
            samples.add(row, order)
            if finder is not None:
                finder.add(row)
        copies = None if finder is None else finder.find(_MOST_GROUPS)
        parts = (
            write_worst(worst, totals, translate, options),
            write_copies(copies, translate, options),
            write_samples(samples, totals, translate, options),
            _write_hosts(totals, translate),
            _write_months(totals, translate),
        )
        body = "".join(
            (
                _write_head(totals, title, command, translate, when),
                _write_contents(parts, translate),
                _write_summary(totals, copies, translate),
                _write_kinds(totals, translate),
                *parts,
                _write_foot(translate),
            )
        )
    finally:
        totals.close()
        if finder is not None:
            finder.close()
    style = f"\n{theme_style()}{REPORT_STYLE}{mark_style()}{TRIAGE_STYLE}"
    return write_page(title, style, f"\n<main>{body}</main>\n")


def _write_head(
    totals: Totals, title: str, command: str, translate: Translate, when: datetime
) -> str:
    """Return the seal, the title, and what was done when."""
    date = translate("Report", "{year}-{month:02}-{day:02}").format(
        year=when.year, month=when.month, day=when.day
    )
    made = translate("Triage", "Triage report by Jingdu 净读")
    count = totals.all
    size = translate("Triage", "Pages: {pages} · characters: {characters}").format(
        pages=f"{count.total:,}", characters=f"{count.characters:,}"
    )
    asked = f'<p class="asked"><code>{page_text(visible(command))}</code></p>' if command else ""
    return (
        f'<header><span class="seal">{draw_seal()}</span><h1>{page_text(visible(title))}</h1>'
        f'<p class="facts">{page_text(made)} · {page_text(date)}<br>{page_text(size)}</p>'
        f"</header>{asked}"
    )


def _write_contents(parts: Sequence[str], translate: Translate) -> str:
    """Return links to the parts that are there."""
    titles = (
        translate("Triage", "Pages that need a human"),
        translate("Triage", "Copies of one text"),
        translate("Triage", "Samples of each class"),
        translate("Triage", "By host"),
        translate("Triage", "By month"),
    )
    links = "".join(
        f'<a href="#{name}">{page_text(title)}</a>'
        for name, title, part in zip(_PARTS, titles, parts, strict=True)
        if part
    )
    return f"<nav>{links}</nav>" if links else ""


def _write_summary(totals: Totals, copies: Copies | None, translate: Translate) -> str:
    """Return how many pages are damaged in which way, as figures, as a bar and as a table."""
    count = totals.all
    clean = totals.by_class[0].total
    figures = [
        write_figure(
            count.total,
            translate("Triage", "page") if count.total == 1 else translate("Triage", "pages"),
            translate("Triage", "{share} clean").format(share=share_of(clean, count.total)),
        ),
        write_figure(
            count.human,
            translate("Triage", "needs a human")
            if count.human == 1
            else translate("Triage", "need a human"),
            translate("Triage", "{share} of all pages").format(
                share=share_of(count.human, count.total)
            ),
        ),
        write_figure(
            count.repairs,
            translate("Triage", "repair") if count.repairs == 1 else translate("Triage", "repairs"),
            translate("Triage", "{lost} lost, {undecided} undecided").format(
                lost=f"{count.lost:,}", undecided=f"{count.undecided:,}"
            ),
        ),
    ]
    if copies is not None:
        spare = copies.pages - copies.groups
        words = translate("Triage", "texts with copies: {groups}")
        figures.append(
            write_figure(
                spare,
                translate("Triage", "redundant copy")
                if spare == 1
                else translate("Triage", "redundant copies"),
                words.format(groups=f"{copies.groups:,}"),
            )
        )
    names = (
        ("", translate("Triage", "Damage")),
        ("number", translate("Triage", "Pages")),
        ("number", translate("Triage", "Share")),
        ("number", translate("Triage", "Need a human")),
        ("number", translate("Triage", "Repairs")),
        ("number", translate("Triage", "Lost")),
        ("number", translate("Triage", "Undecided")),
        ("number", translate("Triage", "Characters")),
        ("means", ""),
    )
    table = [
        [
            write_class(damage, translate),
            f"{one.total:,}",
            share_of(one.total, count.total),
            *(_number(of) for of in (one.human, one.repairs, one.lost, one.undecided)),
            f"{one.characters:,}",
            page_text(class_words(damage, translate)),
        ]
        for damage, one in zip(CLASSES, totals.by_class, strict=True)
        if one.total
    ]
    if not table:
        words = translate("Triage", "There are no pages.")
        return f"<section><p>{page_text(words)}</p></section>"
    content = f"{draw_bar(count, translate)}{write_table(names, table, look='classes')}"
    return f'<section class="summary">{"".join(figures)}</section><section>{content}</section>'


def _write_kinds(totals: Totals, translate: Translate) -> str:
    """Return how many repairs there are of each kind, with the mark of the kind."""
    found = [
        (_KINDS[name], number)
        for name, number in sorted(totals.kinds.items(), key=lambda one: (-one[1], one[0]))
        if number and name in _KINDS
    ]
    if not found:
        return ""
    entries = "".join(
        f'<li><mark class="{kind.value}">　　</mark>'
        f"<span>{page_text(kind_name(kind, translate))}</span><b>{number:,}</b></li>"
        for kind, number in found
    )
    title = translate("Triage", "Repairs by kind")
    hint = translate("Triage", "what was changed in the clean texts")
    return write_section("kinds", title, hint, f"<ul>{entries}</ul>")


def _write_hosts(totals: Totals, translate: Translate) -> str:
    """Return what the pages of each host suffered from."""
    if not totals.with_host:
        return ""
    found, others, rest = totals.hosts.by_size(_MOST_HOSTS)
    unknown = translate("Triage", "host unknown")
    rows = [(page_text(visible(host)) or page_text(unknown), "", one) for host, one in found]
    if others:
        words = translate("Triage", "other hosts: {count}").format(count=f"{others:,}")
        rows.append((page_text(words), "rest", rest))
    title = translate("Triage", "By host")
    return _write_places("hosts", title, translate("Triage", "Host"), rows, translate)


def _write_months(totals: Totals, translate: Translate) -> str:
    """Return what the pages of each month suffered from."""
    if not totals.with_month:
        return ""
    found, others, rest, unknown = totals.months.by_name(_MOST_MONTHS)
    rows = [(month, "", one) for month, one in found]
    if others:
        rows.insert(0, (page_text(translate("Triage", "earlier")), "rest", rest))
    if unknown is not None:
        rows.append((page_text(translate("Triage", "date unknown")), "rest", unknown))
    title = translate("Triage", "By month")
    return _write_places("months", title, translate("Triage", "Month"), rows, translate)


def _write_places(
    name: str, title: str, of: str, rows: list[tuple[str, str, Count]], translate: Translate
) -> str:
    """Return a table of names with their pages by class; classes that none has are left out."""
    classes = [at for at in range(len(CLASSES)) if any(count.pages[at] for _, _, count in rows)]
    names = [
        ("", of),
        ("number", translate("Triage", "Pages")),
        ("picture", ""),
        ("number", translate("Triage", "Need a human")),
    ]
    heads = [("number", class_name(CLASSES[at], translate)) for at in classes]
    table = [
        [
            f'<span class="{look}">{shown}</span>' if look else shown,
            f"{count.total:,}",
            draw_bar(count, translate, look="thin"),
            _number(count.human),
            *(_number(count.pages[at]) for at in classes),
        ]
        for shown, look, count in rows
    ]
    return write_section(name, title, "", write_table([*names, *heads], table, look="where"))


def _write_foot(translate: Translate) -> str:
    words = translate(
        "Triage",
        "Each page counts once, by the damage that is hardest to repair: misread, then slipped, "
        "lost, spun. It needs a human if it could not be read, was set aside, or has places that "
        "are lost (bytes are gone and nothing was written) or undecided (confidence below 60%). "
        "Confidence says how sure a repair is, from 0% to 100%.",
    )
    return f"<footer>{page_text(words)}</footer>"


def _number(number: int) -> str:
    return f"{number:,}" if number else ""
