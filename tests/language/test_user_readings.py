import os

import pytest

from reader.core.errors import ReaderError
from reader.language.user_readings import BadReadings, UserReadings, default_path, load, save


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "new folder" / "readings.tsv"
    readings = UserReadings().having("行长", ("háng", "zhǎng")).having("率", ("lǜ",))
    save(readings, path)
    assert load(path) == readings
    assert path.read_text("utf-8").startswith("# ")
    assert [entry.name for entry in path.parent.iterdir()] == ["readings.tsv"]


def test_no_file_means_no_readings(tmp_path):
    assert load(tmp_path / "none.tsv") == UserReadings()


def test_a_file_edited_by_hand(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("\ufeff# mine\r\n\r\n行长\thang2 zhang3\r\n绿林\tlu4 lin2\n率\tLV4\n", "utf-8")
    assert load(path).words == {"行长": ("háng", "zhǎng"), "绿林": ("lù", "lín"), "率": ("lǜ",)}


@pytest.mark.parametrize(
    "line", ["行长", "行长\tháng", "hang\tháng", "行长\tháng zh4ng!", "行长 háng zhǎng"]
)
def test_a_line_that_is_no_reading_is_named(tmp_path, line):
    path = tmp_path / "readings.tsv"
    path.write_text(f"率\tlǜ\n{line}\n", "utf-8")
    with pytest.raises(BadReadings, match="Line 2") as raised:
        load(path)
    assert raised.value.values["line"] == 2
    assert raised.value.advice


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_bytes(b"# \n\xff\xfe")
    with pytest.raises(BadReadings):
        load(path)


def test_a_folder_in_its_place_is_an_error(tmp_path):
    with pytest.raises(ReaderError):
        load(tmp_path)
    with pytest.raises(ReaderError):
        save(UserReadings(), tmp_path)


def test_a_reading_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="行长"):
        UserReadings().having("行长", ("háng",))


def test_a_word_is_taken_out_again():
    readings = UserReadings({"率": ("lǜ",), "区": ("ōu",)})
    assert readings.without("区") == UserReadings({"率": ("lǜ",)})


@pytest.mark.skipif(os.name != "posix", reason="the folder of another system")
def test_the_file_lies_in_the_users_configuration(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert default_path() == tmp_path / "jingdu" / "readings.tsv"
