"""What `jingdu batch` is asked for, and where everything of a run lies."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.batch.archive.limits import MOST_CHARACTERS
from reader.batch.archive.sinks.folder import ROWS
from reader.batch.archive.sinks.part import Sink
from reader.batch.archive.sinks.table import TREE, sink_for
from reader.batch.archive.storage import WORK, is_folder, join
from reader.batch.job import RuleOptions


@dataclass(frozen=True, slots=True)
class BatchJob:
    """What is to be cleaned, and how.

    `sources` are files, folders, patterns or addresses, `output` a file, or a folder: for texts, or
    for parts where it ends as a table and with "/". `share` is (number from 1, of how many).
    `chunk_size` is in bytes; by default it follows from the size of the sources.
    """

    sources: tuple[str, ...]
    output: str
    processes: int = 1
    scheduler: str = ""
    column: str = "text"
    encoding: str | None = None
    whole_page: bool = False
    report: str | None = None
    resume: bool = False
    force: bool = False
    share: tuple[int, int] = (1, 1)
    details: bool = False
    rules: RuleOptions = field(default_factory=RuleOptions)
    most_characters: int = MOST_CHARACTERS
    chunk_size: int | None = None
    json_log: bool = False
    command: str = ""  # what the report says that was asked for

    @property
    def places(self) -> Places:
        """Where everything of this run lies."""
        return Places.of(self.output)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a run lie, its manifest, and the file that they are joined to.

    `joined` is empty where the parts are the output.
    """

    output: str
    sink: Sink
    parts: str
    notes: str
    joined: str

    @classmethod
    def of(cls, output: str) -> Places:
        """Return the places for an output."""
        sink = sink_for(output)
        bare = output.rstrip("/") or output
        if sink is TREE:
            work = join(bare, WORK)
            return cls(bare, sink, work, work, join(work, ROWS))
        if output.endswith("/") or is_folder(output):
            return cls(bare, sink, bare, join(bare, WORK), "")
        work = f"{bare}.parts"
        return cls(bare, sink, work, work, bare)

    @property
    def is_tree(self) -> bool:
        """Whether the output is a folder of texts."""
        return self.sink is TREE
