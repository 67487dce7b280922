"""Where results go, decided before any is made."""

from pathlib import Path

import pytest

from reader.batch.job import Job
from reader.export.table import EXPORTS, Use, exports_for


def names(folder, *files, export="text", addresses=()):
    job = Job(files, str(folder), exports_for(Use.CLEAN)[export], addresses=addresses)
    return [Path(target).relative_to(folder).as_posix() for target in job.targets()]


@pytest.mark.parametrize(
    ("export", "wanted"),
    [
        ("text", ["page.txt", "a.txt", "b.txt", "c.md", "stdin.txt"]),
        ("markdown", ["page.md", "a.md", "b.md", "c.md", "stdin.md"]),
        ("json", ["page.json", "a.json", "b.json", "c.json", "stdin.json"]),
        ("html", ["page.html", "a.html", "b.html", "c.html", "stdin.html"]),
    ],
)
def test_a_result_ends_as_its_export(tmp_path, export, wanted):
    assert names(tmp_path, "page.html", "a.DOCX", "b.doc", "c.md", "-", export=export) == wanted


def test_no_result_takes_the_place_of_another_or_of_an_input(tmp_path):
    twin = tmp_path / "a.txt"
    assert names(tmp_path, str(twin), "x/a.txt", "y/a.html") == [
        "a.clean.txt",
        "a-2.txt",
        "a-3.txt",
    ]


def test_an_address_gives_its_result_a_name_without_folders(tmp_path):
    addresses = ("http://a.cn/b/%2e%2e/c.html?d=1", "https://a.cn/", "http://a.cn/.x%3Ay.pdf")
    assert names(tmp_path, addresses=addresses) == ["c.txt", "page.txt", "x_y.txt"]


def test_every_export_is_written_as_it_ends(tmp_path):
    for export in EXPORTS:
        (target,) = Job(("a.html",), f"{tmp_path}/", export).targets()
        assert target.suffix == (export.ending or ".txt")


def test_where_there_is_no_output_the_result_is_printed():
    assert Job(("a", "b")).targets() == [None, None]
    assert Job(("a",), "b").targets() == [Path("b")]
