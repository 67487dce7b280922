"""The table of exports: what can be made of a document, and where it is offered.

`jingdu clean --format` and `--report`, `jingdu pinyin --format`, the window's Export menu and its
save dialogs all take theirs from here. A new export is a module with a function that returns a str
or bytes, and a line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

from reader.export.text import to_text
from reader.text.files import encode_pieces, encode_text
from reader.text.marked import marked

if TYPE_CHECKING:
    from reader.export.material import Material


class Use(Flag):
    """Where an export is offered."""

    CLEAN = auto()  # jingdu clean --format ID
    REPORT = auto()  # jingdu clean --report FILE, by the ending of FILE
    PINYIN = auto()  # jingdu pinyin --format ID
    WINDOW = auto()  # File, Export


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be made of a document.

    `id` is what `--format` takes; no two exports of one use share it. `name` is what the window
    calls it. `write` takes of the material what this export needs; what is binary comes as bytes
    and is not for a terminal, what may be long as pieces of text. A file of it ends in `ending`,
    or as the original does if that is empty. `count_unwritable` says how many characters the format
    shows by a picture, since it cannot hold them.
    """

    id: str
    name: str
    ending: str
    write: Callable[[Material], str | bytes | Iterator[str]]
    use: Use = Use.CLEAN | Use.WINDOW
    tag: str = ""  # what the window adds to the name of the original; `id` if empty
    can_follow: bool = True  # several may follow each other on standard output
    join: Callable[[Sequence[str]], str] | None = None  # several to one report
    is_binary: bool = False
    count_unwritable: Callable[[Material], int] = lambda of: 0

    def write_bytes(self, material: Material) -> bytes:
        """Return the content of a file: text in UTF-8."""
        made = self.write(material)
        if isinstance(made, bytes):
            return made
        return encode_text(made) if isinstance(made, str) else encode_pieces(made)

    def write_text(self, material: Material) -> str:
        """Return what is no binary file as text. Raises ValueError for one that is."""
        made = self.write(material)
        if isinstance(made, bytes):
            raise ValueError(f"{self.id} is binary")
        return made if isinstance(made, str) else "".join(made)

    def suggest_name(self, original: str = "") -> str:
        """Return a name for a file of this export, beside the original: page_both.html."""
        name = f"{self.tag or self.id}{self.ending or '.txt'}"
        return f"{original}_{name}" if original else name


# These modules are loaded when somebody exports, not at every start.


def _to_csv(of: Material) -> Iterator[str]:
    from reader.export.csv import write_csv

    return write_csv(of)


def _join_csv(reports: Sequence[str]) -> str:
    from reader.export.csv import join_csv

    return join_csv(reports)


def _to_diff(of: Material) -> str:
    from reader.export.diff import to_diff

    return to_diff(of)


def _to_explanation(of: Material) -> Iterator[str]:
    from reader.export.explain import write_explanation

    return write_explanation(
        of.document, name=of.name, user=of.user, pinned=of.pinned, signatures=of.signatures
    )


def _to_html(of: Material) -> Iterator[str]:
    from reader.export.html import write_html

    return write_html(of)


def _to_clean_html(of: Material) -> str:
    from reader.export.html import to_clean_html

    return to_clean_html(of)


def _to_json(of: Material) -> Iterator[str]:
    from reader.export.json import write_json

    indent = None if of.one_line else 2
    yield from write_json(of.document, indent=indent, notes=of.notes, signatures=of.signatures)
    yield "\n"


def _join_json(reports: Sequence[str]) -> str:
    from reader.export.json import join_json

    return join_json(reports)


def _to_markdown(of: Material) -> str:
    from reader.export.markdown import to_markdown

    return to_markdown(of.document)


def _to_ruby(of: Material) -> str:
    from reader.export.pinyin import to_ruby

    return to_ruby(of.document.text, of.find_readings(), of.page_title, of.find_doubts())


def _to_brackets(of: Material) -> str:
    from reader.export.pinyin import to_brackets

    return to_brackets(of.document.text, of.find_readings())


def _to_interlinear(of: Material) -> str:
    from reader.export.pinyin import to_interlinear

    return to_interlinear(of.document.text, of.find_readings())


def _to_readings_json(of: Material) -> str:
    from reader.export.pinyin import to_readings_json

    return to_readings_json(of.document.text, of.find_readings())


def _to_docx(of: Material) -> bytes:
    from reader.export.docx import to_docx

    return to_docx(of)


def _to_clean_docx(of: Material) -> bytes:
    from reader.export.docx import to_clean_docx

    return to_clean_docx(of)


def _count_unwritable(of: Material) -> int:
    from reader.export.docx import count_unwritable

    return count_unwritable(of)


def _count_unwritable_in_clean(of: Material) -> int:
    from reader.export.docx import count_unwritable_in_clean

    return count_unwritable_in_clean(of)


def _to_report(of: Material) -> Iterator[str]:
    from reader.export.report import write_report

    return write_report(of)


def _to_cases(of: Material) -> str:
    from reader.export.cases import to_cases

    return to_cases(of)


def _to_words_page(of: Material) -> str:
    from reader.export.study_page import to_study_page

    return to_study_page(of)


def _to_glossed_page(of: Material) -> str:
    from reader.export.study_page import to_study_page

    return to_study_page(of, glosses=True)


def _to_epub(of: Material) -> bytes:
    from reader.export.epub import to_epub

    return to_epub(of)


def _to_glossed_epub(of: Material) -> bytes:
    from reader.export.epub import to_epub

    return to_epub(of, glosses=True)


def _to_ruby_docx(of: Material) -> bytes:
    from reader.export.phonetic_docx import to_phonetic_docx

    return to_phonetic_docx(of)


def _to_words_docx(of: Material) -> bytes:
    from reader.export.phonetic_docx import to_phonetic_docx

    return to_phonetic_docx(of, listed=True)


def _to_pdf(of: Material) -> bytes:
    from reader.export.pdf import to_pdf

    return to_pdf(of)


def _to_glossed_pdf(of: Material) -> bytes:
    from reader.export.pdf import to_pdf

    return to_pdf(of, glosses=True)


_LEARNING = Use.CLEAN | Use.PINYIN | Use.WINDOW

EXPORTS = (
    Export(
        "text", marked("Exports", "Clean text"), "",
        lambda of: to_text(of.document), Use.CLEAN, "clean",
    ),
    Export(
        "docx", marked("Exports", "&Word document with tracked changes"), ".docx",
        _to_docx, Use.CLEAN | Use.WINDOW, "tracked", can_follow=False,
        is_binary=True, count_unwritable=_count_unwritable,
    ),
    Export(
        "clean-docx", marked("Exports", "&Clean Word document"), ".docx",
        _to_clean_docx, Use.CLEAN | Use.WINDOW, "clean", can_follow=False,
        is_binary=True, count_unwritable=_count_unwritable_in_clean,
    ),
    Export(
        "clean-html", marked("Exports", "Clean web &page"), ".html",
        _to_clean_html, Use.CLEAN | Use.WINDOW, "clean", can_follow=False,
    ),
    Export(
        "markdown", marked("Exports", "Clean text as &Markdown"), ".md",
        _to_markdown, Use.CLEAN | Use.WINDOW, "clean",
    ),
    Export(
        "ruby", marked("Exports", "Text with p&inyin"), ".html",
        _to_ruby,
        Use.PINYIN | Use.WINDOW, "readings",
    ),
    Export(
        "words-html", marked("Exports", "Text with pinyi&n and word list"), ".html",
        _to_words_page, _LEARNING, "words", can_follow=False,
    ),
    Export(
        "glossed-html", marked("Exports", "Text with pinyin and m&eanings"), ".html",
        _to_glossed_page, _LEARNING, "meanings", can_follow=False,
    ),
    Export(
        "epub", marked("Exports", "E-&book with pinyin (EPUB)"), ".epub",
        _to_epub, _LEARNING, "readings", can_follow=False, is_binary=True,
    ),
    Export(
        "glossed-epub", marked("Exports", "E-book with pinyin and meanings (EP&UB)"), ".epub",
        _to_glossed_epub, _LEARNING, "meanings", can_follow=False, is_binary=True,
    ),
    Export(
        "ruby-docx", marked("Exports", "Word document with pin&yin"), ".docx",
        _to_ruby_docx, _LEARNING, "readings", can_follow=False, is_binary=True,
        count_unwritable=_count_unwritable_in_clean,
    ),
    Export(
        "words-docx", marked("Exports", "Word document with pinyin and w&ord list"), ".docx",
        _to_words_docx, _LEARNING, "words", can_follow=False, is_binary=True,
        count_unwritable=_count_unwritable_in_clean,
    ),
    Export(
        "pdf", marked("Exports", "PD&F with pinyin and word list"), ".pdf",
        _to_pdf, _LEARNING, "readings", can_follow=False, is_binary=True,
    ),
    Export(
        "glossed-pdf", marked("Exports", "PDF with pinyin and meanin&gs"), ".pdf",
        _to_glossed_pdf, _LEARNING, "meanings", can_follow=False, is_binary=True,
    ),
    Export(
        "html", marked("Exports", "&Side-by-side comparison"), ".html",
        _to_html, Use.CLEAN | Use.WINDOW, "both", can_follow=False,
    ),
    Export(
        "report", marked("Exports", "&Repair report"), ".html",
        _to_report, Use.CLEAN | Use.REPORT | Use.WINDOW, "report", can_follow=False,
    ),
    Export(
        "repairs", marked("Exports", "&List of repairs"), ".txt",
        _to_explanation,
        Use.REPORT | Use.WINDOW, "repairs", join="\n".join,
    ),
    Export(
        "csv", marked("Exports", "&Table of repairs (CSV)"), ".csv",
        _to_csv, Use.CLEAN | Use.REPORT | Use.WINDOW, "repairs", can_follow=False, join=_join_csv,
    ),
    Export(
        "diff", marked("Exports", "&Differences (diff)"), ".diff",
        _to_diff, Use.CLEAN | Use.WINDOW, "changes",
    ),
    Export(
        "json", marked("Exports", "All data as &JSON"), ".json",
        _to_json, Use.CLEAN | Use.REPORT | Use.WINDOW, "repairs", join=_join_json,
    ),
    Export(
        "cases", marked("Exports", "Decisions as test c&ases"), ".tsv",
        _to_cases, Use.CLEAN | Use.WINDOW, "cases", can_follow=False,
    ),
    Export(
        "brackets", marked("Exports", "Text with pinyin in parentheses"), ".txt",
        _to_brackets, Use.PINYIN,
    ),
    Export(
        "interlinear", marked("Exports", "Interlinear pinyin"), ".txt",
        _to_interlinear, Use.PINYIN,
    ),
    Export(
        "json", marked("Exports", "Pinyin as JSON"), ".json",
        _to_readings_json, Use.PINYIN,
    ),
)  # fmt: skip


def exports_for(use: Use) -> dict[str, Export]:
    """Return id -> export for all that are offered there, in the order of the table."""
    return {one.id: one for one in EXPORTS if use in one.use}


TEXT = exports_for(Use.CLEAN)["text"]
RUBY = exports_for(Use.PINYIN)["ruby"]
REPAIRS = exports_for(Use.REPORT)["repairs"]


def pinyin_for(ending: str) -> Export:
    """Return what is made of a text with pinyin for a file with this ending; else a web page."""
    made = exports_for(Use.PINYIN).values()
    return next((one for one in made if one.ending == ending and one.is_binary), RUBY)


def report_for(ending: str) -> Export:
    """Return what a report is whose file has this ending; the list for any that none has."""
    reports = exports_for(Use.REPORT).values()
    return next((one for one in reports if one.ending == ending), REPAIRS)
