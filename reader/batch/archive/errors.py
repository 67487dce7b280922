"""What can go wrong with an archive as a whole; what is wrong with one page stands in its row."""

from __future__ import annotations

from reader.text.causes import Cause
from reader.text.errors import ReaderError


class NoColumn(ReaderError):  # noqa: N818 - named by what happened
    """A table lacks the column of the text. Values: path, column, columns."""

    code = "no_column"

    def __init__(self, path: str, column: str, columns: str) -> None:
        super().__init__(path=path, column=column, columns=columns)


class NoPages(ReaderError):  # noqa: N818
    """There is nothing to clean. Values: path."""

    code = "no_pages"

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class OutputThere(ReaderError):  # noqa: N818
    """The output is there already. Values: path."""

    code = "output_there"

    def __init__(self, path: str, *, unfinished: bool = False) -> None:
        if unfinished:
            self.message_id = "output_unfinished"
        super().__init__(path=path)


class CannotResume(ReaderError):  # noqa: N818
    """What was begun had another source, other options or another engine. Values: path, what."""

    code = "cannot_resume"

    def __init__(self, path: str, what: str) -> None:
        self.message_id = f"cannot_resume_{what}"
        super().__init__(path=path)


class OutputInside(ReaderError):  # noqa: N818
    """The output would take the place of its source. Values: path."""

    code = "output_inside"

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class UnknownShape(ReaderError):  # noqa: N818
    """No reader of archives takes such a file. Values: path, endings."""

    code = "unknown_shape"

    def __init__(self, path: str, endings: str) -> None:
        super().__init__(path=path, endings=endings)


class WorkersDie(ReaderError):  # noqa: N818
    """Workers end before they have done anything. Values: count."""

    code = "workers_die"

    def __init__(self, count: int) -> None:
        super().__init__(count=count)


class NoScheduler(ReaderError):  # noqa: N818
    """A cluster does not answer. Values: address."""

    code = "no_scheduler"

    def __init__(self, address: str) -> None:
        super().__init__(address=address)


class WorkerFailed(ReaderError):  # noqa: N818
    """A worker of a cluster failed for another reason than a page. Values: part, reason."""

    code = "worker_failed"

    def __init__(self, part: int, reason: Cause) -> None:
        super().__init__(part=part, reason=reason)


class OutputBusy(ReaderError):  # noqa: N818
    """Another run writes there. Values: path."""

    code = "output_busy"

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
