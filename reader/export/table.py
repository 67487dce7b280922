"""The table of exports: what can be made of a document, and where it is offered.

`jingdu clean --format` and `--report`, `jingdu pinyin --format`, the window's Export menu and its
save dialogs all take theirs from here. A new export is a module with a function that returns a
str, and a line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Flag, auto

from reader.export.explain import to_explanation
from reader.export.html import to_html
from reader.export.json import join_json, to_json
from reader.export.markdown import to_markdown
from reader.export.material import Material
from reader.export.pinyin import to_brackets, to_interlinear, to_readings_json, to_ruby
from reader.export.text import to_text
from reader.text.messages import marked


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
    calls it. `write` takes of the material what this export needs. A file of it ends in `ending`,
    or as the original does if that is empty.
    """

    id: str
    name: str
    ending: str
    write: Callable[[Material], str]
    use: Use = Use.CLEAN | Use.WINDOW
    tag: str = ""  # what the window adds to the name of the original; `id` if empty
    can_follow: bool = True  # several may follow each other on standard output
    join: Callable[[Sequence[str]], str] = "\n".join  # several to one report

    def suggest_name(self, original: str = "") -> str:
        """Return a name for a file of this export, beside the original: page_both.html."""
        name = f"{self.tag or self.id}{self.ending or '.txt'}"
        return f"{original}_{name}" if original else name


EXPORTS = (
    Export(
        "text", marked("Exports", "Clean text"), "",
        lambda of: to_text(of.document), Use.CLEAN, "clean",
    ),
    Export(
        "markdown", marked("Exports", "Markdown"), ".md",
        lambda of: to_markdown(of.document), Use.CLEAN,
    ),
    Export(
        "json", marked("Exports", "JSON"), ".json",
        lambda of: to_json(of.document, indent=None if of.one_line else 2) + "\n",
        Use.CLEAN | Use.REPORT, join=join_json,
    ),
    Export(
        "html", marked("Exports", "&Side-by-side comparison"), ".html",
        lambda of: to_html(of.document, title=of.page_title),
        Use.CLEAN | Use.WINDOW, "both", can_follow=False,
    ),
    Export(
        "ruby", marked("Exports", "Text with &pinyin"), ".html",
        lambda of: to_ruby(of.document.text, of.find_readings(), of.page_title),
        Use.PINYIN | Use.WINDOW, "readings",
    ),
    Export(
        "brackets", marked("Exports", "Text with pinyin in brackets"), ".txt",
        lambda of: to_brackets(of.document.text, of.find_readings()), Use.PINYIN,
    ),
    Export(
        "interlinear", marked("Exports", "Interlinear pinyin"), ".txt",
        lambda of: to_interlinear(of.document.text, of.find_readings()), Use.PINYIN,
    ),
    Export(
        "json", marked("Exports", "Pinyin as JSON"), ".json",
        lambda of: to_readings_json(of.document.text, of.find_readings()), Use.PINYIN,
    ),
    Export(
        "repairs", marked("Exports", "&Repair report"), ".txt",
        lambda of: to_explanation(of.document, name=of.name, user=of.user, pinned=of.pinned),
        Use.REPORT | Use.WINDOW, "repairs",
    ),
)  # fmt: skip


def exports_for(use: Use) -> dict[str, Export]:
    """Return id -> export for all that are offered there, in the order of the table."""
    return {one.id: one for one in EXPORTS if use in one.use}


TEXT = exports_for(Use.CLEAN)["text"]
RUBY = exports_for(Use.PINYIN)["ruby"]
REPAIRS = exports_for(Use.REPORT)["repairs"]


def report_for(ending: str) -> Export:
    """Return what a report is whose file has this ending: JSON for .json, else the list."""
    reports = exports_for(Use.REPORT).values()
    return next((one for one in reports if one.ending == ending), REPAIRS)
