"""Archives of a few pages in every shape, and what cleaning them gives."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from reader.batch.archive.job import BatchJob
from reader.batch.archive.results import read_rows
from reader.batch.archive.row import PageRow
from reader.batch.archive.run import clean_archive

SPUN = "推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie),全(quan)麵髮(fa)揮作用。\n"
CLEAN = "昨夜一场大雨过后，城南的老街积水没过了脚踝。\n"
MISREAD = "µÚÒ»·¶ÎÄ£¬ÕâÊÇÒ»¸ö²âÊÔ¡£\n"
SLIPPED = "各級部門要推動上?！V州、深圳等地的發展。\n"
LOST = "这一段锟斤拷锟斤拷再也找不回来了。\n"
TEXTS = (SPUN, CLEAN, MISREAD, SLIPPED, LOST)
RESTORED = (
    "推动劳动关系和谐，全面发挥作用。\n",
    CLEAN,
    "第一范文，这是一个测试。\n",
    "各级部门要推动上海、广州、深圳等地的发展。\n",
    LOST,
)
DAMAGE = ("spun", "clean", "misread", "slipped", "lost")
NAMES = ("a.txt", "b.txt", "c/d.txt", "c/e.txt", "c/f/g.txt")


def clean(*sources: object, output: object, **options: object) -> bool:
    """Do a run, as the command does."""
    return clean_archive(BatchJob(tuple(map(str, sources)), str(output), **options))  # type: ignore[arg-type]


def rows_of(output: object) -> list[PageRow]:
    return list(read_rows(str(output)))


def rows_from(tmp_path: Path, *sources: object, **options: object) -> list[PageRow]:
    """Return the rows that some sources give."""
    output = tmp_path / "rows.jsonl"
    clean(*sources, output=output, force=True, **options)
    return rows_of(output)


def folder(path: Path, texts: Sequence[str] = TEXTS, names: Sequence[str] = NAMES) -> Path:
    for name, text in zip(names, texts, strict=True):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return path


def zipped(path: Path, texts: Sequence[str] = TEXTS, names: Sequence[str] = NAMES) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in zip(names, texts, strict=True):
            archive.writestr(name, text)
    return path


def tarred(path: Path, texts: Sequence[str] = TEXTS, names: Sequence[str] = NAMES) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, text in zip(names, texts, strict=True):
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def objects(texts: Sequence[str] = TEXTS) -> list[dict[str, object]]:
    return [
        {"id": number, "text": text, "url": f"https://A.example/{number}", "date": "2024-05-01"}
        for number, text in enumerate(texts)
    ]


def jsonl(path: Path, texts: Sequence[str] = TEXTS) -> Path:
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects(texts)).encode()
    if path.suffix == ".gz":
        lines = gzip.compress(lines)
    elif path.suffix == ".zst":
        import zstandard

        lines = zstandard.compress(lines)
    path.write_bytes(lines)
    return path


def table_csv(path: Path, texts: Sequence[str] = TEXTS, encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        table = csv.DictWriter(file, ("id", "text", "url", "date"))
        table.writeheader()
        table.writerows(objects(texts))
    return path


def parquet(path: Path, texts: Sequence[str] = TEXTS, group: int = 2) -> Path:
    import pyarrow as pa
    from pyarrow import parquet as pq

    pq.write_table(pa.Table.from_pylist(objects(texts)), path, row_group_size=group)
    return path


def record(
    address: str, body: bytes, mime: str = "text/html", status: str = "200 OK", kind: str = ""
) -> bytes:
    """Return one record of a crawl."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n".encode() + body
    kind = kind or "response"
    content = http if kind == "response" else body
    typed = "application/http; msgtype=response" if kind == "response" else mime
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{abs(hash(address))}>\r\n"
        f"Content-Type: {typed}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def crawl(path: Path, texts: Sequence[str] = TEXTS, *, whole: bool = False) -> Path:
    """Write a crawl; each record is packed by itself, or the file as a `whole`."""
    records = [record("https://a.example/robots.txt", b"x", "text/plain", "404 Not Found")]
    records += [record("https://a.example/logo.png", b"\x89PNG", "image/png")]
    records += [
        record(
            f"https://A.example/{number}.html",
            f'<html><head><meta charset="utf-8"></head><body><p>{text}</p></body></html>'.encode(),
            "text/html; charset=utf-8",
        )
        for number, text in enumerate(texts)
    ]
    if path.suffix == ".gz" and whole:
        path.write_bytes(gzip.compress(b"".join(records)))
    elif path.suffix == ".gz":
        path.write_bytes(b"".join(map(gzip.compress, records)))
    else:
        path.write_bytes(b"".join(records))
    return path


def workers_of(pid: int) -> list[int]:
    """Return the process ids of the workers that a run has started; Linux tells them."""
    found: list[int] = []
    for folder in Path("/proc").iterdir():
        try:
            stat = (folder / "stat").read_text()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(stat.rpartition(")")[2].split()[1]) == pid and b"spawn_main" in command:
            found.append(int(folder.name))
    return sorted(found)
