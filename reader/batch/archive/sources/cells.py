"""What the cells of a row say besides its text: its address and its date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reader.text.document import Origin
from reader.text.errors import ReaderError

_ADDRESS = ("url", "uri", "address", "link", "target_uri", "网址", "链接")
_DATE = ("date", "published", "publish_date", "pub_date", "timestamp", "time", "日期", "发布时间")


class BadRow(ReaderError):  # noqa: N818 - named by what happened
    """A row of a table has no text. Values: reason (a key of the messages)."""

    def __init__(self, reason: str, **values: object) -> None:
        self.message_id = self.code = reason
        super().__init__("", "", **values)


def text_of_cell(given: Mapping[str, Any], column: str) -> tuple[str, Origin]:
    """Return the text of a row. Raises BadRow where its cell is absent, empty or no text."""
    if not given:
        raise BadRow("row_empty")
    if column not in given:
        raise BadRow("row_no_column", column=column, columns=list_names(given))
    value = given[column]
    if value is None:
        raise BadRow("row_no_text", column=column)
    if not isinstance(value, str):
        raise BadRow("row_other_text", column=column, kind=_KINDS.get(type(value), "other data"))
    return value, Origin()


_KINDS = {
    int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object",
    bytes: "binary data",
}  # fmt: skip


def address_of(given: Mapping[str, Any], column: str) -> str:
    """Return the address that a row names, empty if none."""
    found = _first(given, _ADDRESS, column)
    return found if isinstance(found, str) else ""


def date_of(given: Mapping[str, Any], column: str) -> str:
    """Return the date of a row as ISO 8601, or as the row has it; empty if it names none."""
    found = _first(given, _DATE, column)
    if isinstance(found, str):
        return found
    return str(found.isoformat()) if hasattr(found, "isoformat") else ""


def list_names(names: Iterable[str]) -> str:
    """Return the names of columns for a message; of many the first ones."""
    shown = [str(one)[:40] for one in names]
    more = ", …" if len(shown) > 12 else ""
    return ", ".join(shown[:12]) + more if shown else "none"


def _first(given: Mapping[str, Any], names: Iterable[str], column: str) -> object:
    lower = {str(key).lower(): key for key in given if key != column}
    for name in names:
        if name in lower and given[lower[name]] is not None:
            return given[lower[name]]
    return None
