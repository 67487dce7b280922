"""What this package uses of lxml's elements, which ship no types."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Protocol


class Element(Protocol):
    """A node of a tree of HTML or XML; `tag` is no str for what is neither (an entity)."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]: ...  # noqa: D102 - as lxml's

    def get(self, key: str, default: str = ...) -> str | None: ...  # noqa: D102

    def set(self, key: str, value: str) -> None: ...  # noqa: D102

    def find(self, path: str) -> Element | None: ...  # noqa: D102

    def iterfind(self, path: str) -> Iterator[Element]: ...  # noqa: D102

    def iter(self, *tags: str) -> Iterator[Element]: ...  # noqa: D102

    def iterancestors(self) -> Iterator[Element]: ...  # noqa: D102

    def iterdescendants(self) -> Iterator[Element]: ...  # noqa: D102

    def itertext(self) -> Iterator[str]: ...  # noqa: D102

    def getparent(self) -> Element | None: ...  # noqa: D102

    def getprevious(self) -> Element | None: ...  # noqa: D102

    def remove(self, element: Element) -> None: ...  # noqa: D102

    def __iter__(self) -> Iterator[Element]: ...

    def __reversed__(self) -> Iterator[Element]: ...

    def __hash__(self) -> int: ...
