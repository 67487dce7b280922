"""Pages inside somebody else's pipeline."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader import ReaderError
from reader.batch import restore_batch, restored_schema
from tests.batch.archive.making import DAMAGE, RESTORED, SPUN, TEXTS, objects

ROOT = Path(__file__).resolve().parents[3]


def test_texts_become_rows_one_by_one():
    asked = []

    def texts():
        for text in TEXTS:
            asked.append(text)
            yield text

    rows = restore_batch(texts())
    assert next(rows).clean == RESTORED[0]
    assert len(asked) == 1
    assert [row.damage for row in rows] == list(DAMAGE[1:])


def test_what_is_no_text_has_a_row_with_its_error():
    rows = list(restore_batch([None, 5, "", "甲" * 10], most_characters=9))
    assert [row.damage for row in rows] == ["failed", "failed", "clean", "aside"]
    assert all(row.error for row in rows if row.damage != "clean")


def test_one_text_is_not_many():
    with pytest.raises(TypeError):
        restore_batch(SPUN)


@pytest.mark.parametrize("repairs", [False, True])
def test_an_arrow_table_gets_new_columns(repairs):
    pa = pytest.importorskip("pyarrow")
    table = pa.Table.from_pylist([{**one, "clean": "theirs"} for one in objects()])
    found = restore_batch(table, repairs=repairs)
    assert found.schema == restored_schema(table.schema, repairs=repairs)
    assert found.column("clean").to_pylist() == list(RESTORED)
    assert found.column("input_clean").to_pylist() == ["theirs"] * 5
    assert found.column("id").to_pylist() == list(range(5))
    assert found.column("damage").to_pylist() == list(DAMAGE)
    assert found.column("counts").to_pylist()[0]["gloss"] > 0
    assert ("details" in found.column_names) == repairs
    batch = restore_batch(table.to_batches()[0], repairs=repairs)
    assert isinstance(batch, pa.RecordBatch)
    assert pa.Table.from_batches([batch]) == found


def test_an_empty_table_has_the_same_columns():
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"text": pa.array([], pa.string())})
    assert restore_batch(table).schema == restored_schema(table.schema)


def test_types_of_other_columns_stay():
    pa = pytest.importorskip("pyarrow")
    table = pa.table(
        {
            "body": pa.array([SPUN, None]).dictionary_encode(),
            "when": pa.array([1, 2], pa.timestamp("ns")),
            "raw": pa.array([b"\xff", b""]),
        }
    )
    found = restore_batch(table, "body")
    assert found.schema.field("when").type == pa.timestamp("ns")
    assert found.column("raw").to_pylist() == [b"\xff", b""]
    assert found.column("clean").to_pylist() == [RESTORED[0], None]


def test_a_column_that_is_not_there_is_named():
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(ReaderError, match="no column “text”"):
        restore_batch(pa.table({"body": ["a"]}))


def test_texts_need_no_optional_package():
    """Whoever has only the core can still map a list of texts."""
    program = """
import sys
for name in ("pyarrow", "fsspec", "warcio", "zstandard", "tqdm", "distributed", "datasketch"):
    sys.modules[name] = None
from reader.batch import restore_batch
from reader.batch.archive.job import BatchJob
from reader.batch.archive.run import clean_archive
print(next(restore_batch([sys.argv[1]])).clean)
print(clean_archive(BatchJob((sys.argv[2],), sys.argv[3])))
print(clean_archive(BatchJob((sys.argv[2],), sys.argv[3] + ".parquet")))
"""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "t.jsonl")
        source.write_text('{"text": "甲"}\n', "utf-8")
        run = subprocess.run(
            [sys.executable, "-c", program, SPUN.strip(), str(source), f"{folder}/o.csv"],
            capture_output=True,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
        )
    assert run.stdout.split() == [RESTORED[0].strip(), "True", "False"]
    assert "needs the Python package pyarrow" in run.stderr
    assert "pip install 'jingdu[batch]'" in run.stderr
