import pytest

from reader import open_document
from reader.formats.open import read_text
from reader.text.errors import ReaderError


@pytest.fixture
def blocks(tmp_path):
    """Write bytes to a file and read it: (kind, level, text) of each line."""

    def read(data, name="file", **how):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        text, origin = read_text(path, **how)
        assert "".join(f"{text[b.start : b.end]}\n" for b in origin.structure) == text
        return [(b.kind.value, b.level, text[b.start : b.end]) for b in origin.structure]

    return read


@pytest.fixture
def fails(tmp_path):
    """Write bytes to a file and open it: what the error says, without the folder."""

    def read(data, name="file"):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(ReaderError) as caught:
            open_document(path)
        assert caught.value.advice.endswith(".")
        assert str(path) in caught.value.what
        return caught.value.what.replace(str(path), name)

    return read
