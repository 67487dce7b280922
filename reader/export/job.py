"""What `jingdu clean` is asked for, and where each result goes, decided before any is made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Format = Literal["text", "json", "html"]
_ENDING = {"json": ".json", "html": ".html"}
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Job:
    """What `jingdu clean` is asked for. A file named - is standard input."""

    files: tuple[str, ...]
    output: str | None = None
    format: Format = "text"
    report: str | None = None
    encoding: str | None = None
    force: bool = False  # files that are there already in a folder may be replaced

    @property
    def to_folder(self) -> bool:
        """Whether `output` names a folder: several files, or a folder that is there."""
        if self.output is None:
            return False
        return len(self.files) > 1 or self.output.endswith("/") or Path(self.output).is_dir()

    def targets(self) -> list[Path | None]:
        """Return where the result of each file goes; None is standard output.

        In a folder a result never takes the place of an input or of another result.
        """
        if self.output is None:
            return [None] * len(self.files)
        if not self.to_folder:
            return [Path(self.output)]
        inputs = {_resolved(Path(name)) for name in self._named()}
        taken: set[Path] = set()
        found: list[Path | None] = []
        for name in self.files:
            source = Path("stdin.txt" if name == STANDARD_INPUT else name)
            ending = _ENDING.get(self.format, source.suffix)
            number = 1
            target = Path(self.output) / f"{source.stem}{ending}"
            while target in taken or _resolved(target) in inputs:
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
        for name in self._named():
            if _same(report, Path(name)):
                return f"--report {report} would be written over the input {name}"
        for target in self.targets():
            if target is not None and _same(report, target):
                return f"--report {report} would be written over the result {target}"
        return ""

    def _named(self) -> list[str]:
        return [name for name in self.files if name != STANDARD_INPUT]


def _same(one: Path, other: Path) -> bool:
    """Tell if both name one file, by whatever links; what is no file, /dev/null, holds nothing."""
    try:
        if one.exists() and not one.is_file():
            return False
        return _resolved(one) == _resolved(other) or (
            one.exists() and other.exists() and os.path.samefile(one, other)
        )
    except OSError:
        return False


def _resolved(path: Path) -> Path:
    """Return the path without links; a link that leads to itself stays one."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()
