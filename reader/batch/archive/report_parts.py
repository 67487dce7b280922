"""What the report is put together from: tables, bars and the words for classes of damage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from reader.batch.archive.report_open import file_of, open_command
from reader.batch.archive.report_tally import CLASSES, Count
from reader.batch.archive.row import Damage, PageRow
from reader.export.explain import visible
from reader.export.page import attribute, page_text
from reader.text.marked import marked
from reader.text.sentences import Translate, translate_error

_WIDTH = 1_000  # of a bar, in its own units
_LEAST = 2.0  # what is there can be seen
_LONGEST = 160  # characters of a name; the middle of a longer one is left out

NAMES: dict[Damage, tuple[str, str]] = {
    Damage.CLEAN: (
        marked("Triage", "clean"),
        marked("Triage", "nothing to repair"),
    ),
    Damage.SPUN: (
        marked("Triage", "spun"),
        marked("Triage", "a program inserted pinyin, variants, traditional forms or synonyms"),
    ),
    Damage.SLIPPED: (
        marked("Triage", "slipped"),
        marked("Triage", "something was inserted inside the bytes of a character"),
    ),
    Damage.MISREAD: (
        marked("Triage", "misread"),
        marked("Triage", "decoded in the wrong encoding"),
    ),
    Damage.LOST: (
        marked("Triage", "lost"),
        marked("Triage", "bytes are gone"),
    ),
    Damage.OTHER: (
        marked("Triage", "other repairs"),
        marked("Triage", "punctuation, simplified forms, web page residue"),
    ),
    Damage.FAILED: (
        marked("Triage", "failed"),
        marked("Triage", "could not be read"),
    ),
    Damage.ASIDE: (
        marked("Triage", "set aside"),
        marked("Triage", "over a limit; nothing was repaired"),
    ),
}
"""What each class is called, and what it means."""


def class_name(damage: Damage, translate: Translate) -> str:
    """Return what a class is called."""
    return translate("Triage", NAMES[damage][0])


def class_words(damage: Damage, translate: Translate) -> str:
    """Return what a class means."""
    return translate("Triage", NAMES[damage][1])


def write_class(damage: Damage, translate: Translate) -> str:
    """Return the name of a class behind a patch of its colour."""
    return (
        f'<span class="class"><i class="patch {damage.value}"></i>'
        f"{page_text(class_name(damage, translate))}</span>"
    )


def draw_bar(count: Count, translate: Translate, *, look: str = "bar") -> str:
    """Return a bar of the pages by class, as SVG; each part tells its numbers."""
    total = count.total
    if not total:
        return ""
    widths = [max(_LEAST, number / total * _WIDTH) if number else 0.0 for number in count.pages]
    scale = _WIDTH / sum(widths)
    parts: list[str] = []
    at = 0.0
    for damage, number, width in zip(CLASSES, count.pages, widths, strict=True):
        if not number:
            continue
        title = translate("Triage", "{class_name}: {count} ({share})").format(
            class_name=class_name(damage, translate),
            count=f"{number:,}",
            share=share_of(number, total),
        )
        parts.append(
            f'<rect class="{damage.value}" x="{at:.1f}" y="0" width="{width * scale:.1f}" '
            f'height="10"><title>{page_text(title)}</title></rect>'
        )
        at += width * scale
    return (
        f'<svg class="{look}" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" role="img">'
        f"{''.join(parts)}</svg>"
    )


def share_of(part: int, whole: int) -> str:
    """Return a share in per cent; never 0% or 100% where that is not exact."""
    if not whole or part in (0, whole):
        return "100%" if part and part == whole else "0%"
    share = part / whole * 100
    if share < 0.1:
        return "<0.1%"
    return f"{min(share, 99.9):.1f}%"


def write_table(
    names: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], *, look: str = ""
) -> str:
    """Return a table; `names` are the classes and the heads of its columns, cells are markup."""
    head = "".join(f"<th{_class(kind)}>{page_text(name)}</th>" for kind, name in names)
    kinds = [kind for kind, _ in names]
    body = "".join(
        "<tr>"
        + "".join(f"<td{_class(kind)}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table{_class(look)}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def write_section(name: str, title: str, hint: str, content: str) -> str:
    """Return a part of the report under its title; `hint` says in small letters what it shows.

    `name` is its class, and its id for links to it.
    """
    small = f" <small>{page_text(hint)}</small>" if hint else ""
    head = f"<h2>{page_text(title)}{small}</h2>"
    return f'<section class="{name}" id="{name}">{head}{content}</section>'


def write_figure(count: int, words: str, below: str) -> str:
    """Return a large number with its words and what stands below it."""
    return (
        f'<div class="figure"><p><b>{count:,}</b> {page_text(words)}</p>'
        f"<p>{page_text(below)}</p></div>"
    )


def write_page_cell(row: PageRow, translate: Translate, *, error: bool = True) -> str:
    """Return the name of a page, with its address and date, why it failed, and what opens it."""
    day, _, _ = visible(row.date).partition("T")
    facts = [one for one in (day, _write_source(row)) if one]
    lines = [f"<p>{write_name(row.page, row.address)}</p>"]
    if facts:
        lines.append(f'<p class="rule">{page_text(" · ".join(facts))}</p>')
    if error and row.error:
        lines.append(
            f'<p class="error">{page_text(visible(translate_error(row.error, translate)))}</p>'
        )
    return "".join(lines)


def write_name(name: str, address: str = "") -> str:
    """Return a name, as a link if the page is on the web; never one that could run anything."""
    shown = page_text(shorten(visible(name)))
    where = address or name
    if not is_on_the_web(where):
        return shown
    return f'<a href="{attribute(where)}" rel="noopener noreferrer">{shown}</a>'


def write_command(row: PageRow, options: Sequence[str]) -> str:
    """Return the command that opens a page; a click chooses all of it."""
    return f'<code class="command">{page_text(open_command(row, options))}</code>'


def is_on_the_web(address: str) -> bool:
    """Tell if an address names a host on the web and holds nothing that a browser strips."""
    if not address.isprintable() or " " in address:
        return False  # java\nscript: is javascript: to a browser
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def write_lowest(lowest: float | None) -> str:
    """Return a confidence in per cent, rounded down."""
    from reader.export.reasons import round_down

    return "" if lowest is None else f"{round_down(lowest)}%"


def shorten(text: str, most: int = _LONGEST) -> str:
    """Return `text` without its middle if it is very long."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}…{text[-half:]}"


def count_cells(
    count: Count, show: Callable[[int], str] = lambda number: f"{number:,}"
) -> list[str]:
    """Return a cell for each class, empty where it has no pages."""
    return [show(number) if number else "" for number in count.pages]


def _write_source(row: PageRow) -> str:
    return "" if file_of(row) else shorten(visible(row.source))


def _class(look: str) -> str:
    return f' class="{look}"' if look else ""
