"""What a command is asked for, and where each result goes: decided before any is made."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from reader.export.table import RUBY, TEXT, Export, report_for
from reader.export.typeset import Typesetter, refuse_to_typeset
from reader.formats.table import is_document
from reader.pinyin.options import ReadingOptions

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """Which rules of the user hold: those of all levels, and a file that was named beside them."""

    hold: bool = True
    file: Path | None = None
    trust_folder: bool = False  # those of the folder of a document hold unseen


@dataclass(frozen=True, slots=True)
class Job:
    """What `jingdu clean` is asked for. A file named - is standard input.

    `addresses` are fetched; `files` never are, whatever they are called.
    """

    files: tuple[str, ...] = ()
    output: str | None = None
    export: Export = TEXT
    report: str | None = None
    encoding: str | None = None
    force: bool = False  # files that are there already in a folder may be replaced
    addresses: tuple[str, ...] = ()
    whole_page: bool = False  # all text of a page and not its main text alone
    decisions: bool = True  # what was decided in the window holds
    rules: RuleOptions = field(default_factory=RuleOptions)
    witness: str | None = None  # another copy of the text
    typeset: Typesetter = refuse_to_typeset

    @property
    def count(self) -> int:
        """How many documents are asked for."""
        return len(self.files) + len(self.addresses)

    @property
    def to_folder(self) -> bool:
        """Whether `output` names a folder: several files, or a folder that is there."""
        if self.output is None:
            return False
        return self.count > 1 or self.output.endswith("/") or _is_folder(Path(self.output))

    @property
    def report_export(self) -> Export:
        """What the report is."""
        return report_for(Path(self.report or "").suffix)

    def targets(self) -> list[Path | None]:
        """Return where the result of each file and address goes; None is standard output.

        In a folder a result never takes the place of an input or of another result.
        """
        if self.output is None:
            return [None] * self.count
        if not self.to_folder:
            return [Path(self.output)]
        inputs = {_resolve(Path(name)) for name in self._input_names()}
        taken: set[Path] = set()
        found: list[Path | None] = []
        sources = [Path("stdin.txt" if name == STANDARD_INPUT else name) for name in self.files]
        sources += [_name_for(address) for address in self.addresses]
        for source in sources:
            # The text of a .docx is no .docx.
            plain = ".txt" if is_document(source.suffix) else source.suffix
            ending = self.export.ending or plain
            number = 1
            target = Path(self.output) / f"{source.stem}{ending}"
            while target in taken or _resolve(target) in inputs:
                part = ".clean" if number == 1 else f"-{number}"
                target = Path(self.output) / f"{source.stem}{part}{ending}"
                number += 1
            taken.add(target)
            found.append(target)
        return found

    def report_clash(self) -> str:
        """Say which input or result the report would take the place of; empty if none."""
        if self.report is None:
            return ""
        report = Path(self.report)
        for name in self._input_names():
            if _same(report, Path(name)):
                return f"--report {report} would be written over the input {name}"
        for target in self.targets():
            if target is not None and _same(report, target):
                return f"--report {report} would be written over the result {target}"
        return ""

    def _input_names(self) -> list[str]:
        names = self.files if self.witness is None else (*self.files, self.witness)
        return [name for name in names if name != STANDARD_INPUT]


@dataclass(frozen=True, slots=True)
class PinyinJob:
    """What `jingdu pinyin` is asked for. A file named - is standard input."""

    file: str
    output: str | None = None
    export: Export = RUBY
    options: ReadingOptions = field(default_factory=ReadingOptions)
    encoding: str | None = None
    decisions: bool = True
    rules: RuleOptions = field(default_factory=RuleOptions)
    typeset: Typesetter = refuse_to_typeset


def _name_for(address: str) -> Path:
    """Return a file name for what an address gives: no folders, nothing hidden."""
    name = unquote(address.partition("?")[0].partition("#")[0].partition("//")[2])
    name = re.sub(r'[\x00-\x1f\x7f<>:"|\\]', "_", name.rpartition("/")[2]).lstrip(".")
    return Path(name if Path(name).suffix else f"{name or 'page'}.html")


def _same(one: Path, other: Path) -> bool:
    """Tell if both name one file, by whatever links; what is no file, /dev/null, holds nothing."""
    try:
        if one.exists() and not one.is_file():
            return False
        return _resolve(one) == _resolve(other) or (
            one.exists() and other.exists() and os.path.samefile(one, other)
        )
    except (OSError, ValueError):  # ValueError: a NUL in a name, which is told on writing
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long is told on writing
        return False


def _resolve(path: Path) -> Path:
    """Return the path without links; a link that leads to itself stays one."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()
