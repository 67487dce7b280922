"""Rows to report on, and the report as a reader sees it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from lxml import html

from reader import restore
from reader.batch.archive.report import write_report
from reader.batch.archive.row import Detail, PageRow
from reader.text.kinds import RepairState
from reader.text.repair import state_of

WHEN = datetime(2026, 11, 30, tzinfo=UTC)


def make_row(page, position=0, **values):
    """Return the row of a page; what is not given is that of a clean one without text."""
    return PageRow(page=page, source="crawl.warc.gz", position=position, **values)


def restored_row(page, text, position=0, **values):
    """Return the row of a page that was restored, with every repair."""
    document = restore(text)
    states = Counter(map(state_of, document.repairs))
    details = [
        Detail(
            kind=one.kind.value,
            rule=one.rule,
            before=one.before,
            after=one.after,
            start=one.source_start,
            end=one.source_end,
            confidence=one.confidence,
            state=state_of(one).value,
        )
        for one in document.repairs
    ]
    given = {
        "counts": Counter(one.kind.value for one in document.repairs if one.applied),
        "repairs": len(document.repairs),
        "lost": states[RepairState.LOST],
        "undecided": states[RepairState.UNDECIDED],
        "lowest": min((one.confidence for one in document.repairs if one.applied), default=None),
        "characters": len(text),
        "clean": document.text,
        "details": details,
    }
    return make_row(page, position, **(given | values))


class ReportPage:
    """A report that was written, as a browser shows it."""

    def __init__(self, path, rows, title="crawl.warc.gz", command="", **values):
        write_report(rows, path, title=title, command=command, when=WHEN, **values)
        self.markup = path.read_text("utf-8")
        self.page = html.document_fromstring(self.markup.encode())

    def part(self, name):
        """Return a part of the page by its id, None if it is not there."""
        found = self.page.xpath(f"//section[@id='{name}']")
        return found[0] if found else None

    def table(self, name):
        """Return the rows of the first table of a part, each a dict by the heads of columns."""
        part = self.part(name)
        return read_table(part.find(".//table"))

    def classes(self):
        """Return the table of classes by the name of the class."""
        table = self.page.xpath("//table[contains(@class, 'classes')]")[0]
        return {row["Damage"]: row for row in read_table(table)}

    def samples(self):
        """Return the tables of samples by the name of their class."""
        part = self.part("samples")
        heads = [words_of(head.find("span")) for head in part.findall("h3")]
        return dict(zip(heads, map(read_table, part.findall("table")), strict=True))


def read_table(table):
    """Return the rows of a table, each a dict of words by the heads of the columns."""
    heads = [words_of(cell) for cell in table.findall("thead/tr/th")]
    return [
        dict(zip(heads, map(words_of, row.findall("td")), strict=True))
        for row in table.findall("tbody/tr")
    ]


def words_of(element):
    """Return the words of an element with single spaces, blocks apart; words of a text as it is."""
    if element.get("class") == "text":
        return "".join(element.itertext())
    return " ".join(" ".join(element.itertext()).split())
