"""Mechanism 7: bytes read in the wrong encoding (劳动 -> 鍔冲姩, 第一 -> µÚÒ»)."""

from __future__ import annotations

from random import Random

from tests.damage.damaged import Cell, Damaged, Source, cells_of, damaged

# What it was written in, what it was read as. Latin-1 keeps every byte, the C1 controls included;
# the browsers' Windows-1252 shows most of those as letters and keeps the five it lacks.
MISREADINGS = (
    ("gbk", "latin-1"),
    ("gbk", "cp1252"),
    ("big5", "latin-1"),
    ("big5", "cp1252"),
    ("utf-8", "latin-1"),
    ("utf-8", "cp1252"),
    ("utf-8", "gbk"),
)
# What Chinese is written in, and all that it is decoded in by mistake; cp949 is EUC-KR with more
# characters, cp932 Shift_JIS. Many of these pairs lose bytes.
WRITTEN = ("utf-8", "gbk", "gb18030", "big5")
READ = (
    "utf-8", "gbk", "gb18030", "cp950", "cp1252", "latin-1", "cp1250", "cp1251", "cp437", "cp850",
    "cp866", "mac-roman", "koi8-r", "cp949", "cp932",
)  # fmt: skip
_SAME = {"gbk": "GB", "gb18030": "GB", "big5": "Big5", "cp950": "Big5"}
PAIRS = tuple(
    (written, read)
    for written in WRITTEN
    for read in READ
    if _SAME.get(written, written) != _SAME.get(read, read)
)
# Encodings a file can be in, with a byte order mark where the name says so.
FILES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5")


def misread(text: str, written: str, read: str, *, drop_controls: bool = False) -> str:
    """Return `text` as it looks when its bytes in `written` are decoded as `read`.

    `drop_controls` leaves out the C1 controls, as copying out of a browser does. Raises
    UnicodeEncodeError for what `written` lacks and ValueError where bytes would be lost, which is
    the case for an odd number of UTF-8 bytes read as GBK (use `misread_with_loss`).
    """
    data = text.encode(written)
    shown = _windows(data) if read == "cp1252" else data.decode(read)
    if drop_controls:
        shown = "".join(char for char in shown if not "\x80" <= char <= "\x9f")
    return shown


def _windows(data: bytes, codec: str = "cp1252") -> str:
    """Decode as browsers do: the bytes that a Windows code page lacks become C1 controls."""
    return "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in data)


def misread_by(text: str, written: str, read: str, lost: str = "\ufffd") -> tuple[str, int]:
    """Return (text, number of losses) of any of `PAIRS`: `lost` stands for what means nothing."""
    data = text.encode(written)
    if read.startswith("cp125"):
        return _windows(data, read), 0
    shown = data.decode(read, "replace")
    return shown.replace("\ufffd", lost), shown.count("\ufffd")


def where_valid(text: str, written: str = "gbk") -> str:
    """Return a text whose bytes were decoded as UTF-8 where valid, as Latin-1 elsewhere."""
    data = text.encode(written).decode("utf-8", "surrogateescape")
    return "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in data)


def misread_with_loss(text: str, written: str = "utf-8", read: str = "gbk") -> str:
    """Return `text` misread by a converter that puts U+FFFD where it cannot read.

    劳动者 has nine bytes in UTF-8, so one is left over when they are read in pairs.
    """
    return text.encode(written).decode(read, "replace")


def lose_bytes(text: str, random: Random, *, share: float = 0.3, lost: str = "?") -> str:
    """Return misread text after something that knew only ASCII: some of it is `lost`."""
    return "".join(lost if char >= "\x80" and random.random() < share else char for char in text)


def kun_jin_kao(text: str) -> str:
    """Return what is left of GBK text that went through UTF-8 and back: 锟斤拷, the bytes gone."""
    lost = text.encode("gbk").decode("utf-8", "replace")
    return lost.encode("utf-8").decode("gbk", "replace")


def wrong_encoding(
    source: Source,
    random: Random,
    *,
    misreading: tuple[str, str] | None = None,
    twice: bool = False,
    lines: float = 1.0,
    drop_controls: bool = False,
) -> Damaged:
    """Misread a text, or only a share `lines` of its lines, one cell a line.

    A line its encoding does not hold, or that would lose bytes, stays as it is.
    """
    written, read = misreading or random.choice(MISREADINGS)
    cells = []
    for truth, text in _lines(cells_of(source)):
        cell = Cell(truth, text)
        if random.random() < lines:
            try:
                shown = misread(text, written, read, drop_controls=drop_controls)
                if twice:
                    shown = misread(shown, "utf-8", "cp1252")
            except UnicodeError:
                shown = text
            cell = cell.became(shown, "encoding")
        cells.append(cell)
    return damaged(cells)


def _lines(cells: tuple[Cell, ...]) -> list[tuple[str, str]]:
    """Return (truth, text) of each line, its end with it."""
    found = []
    truth = text = ""
    for cell in cells:
        truth, text = truth + cell.truth, text + cell.text
        if cell.text == "\n":
            found.append((truth, text))
            truth = text = ""
    return [*found, (truth, text)] if truth or text else found


def as_file(text: str, encoding: str) -> bytes:
    """Return the bytes of a file; UTF-16 without an order in its name gets a byte order mark."""
    return text.encode(encoding)
