import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


BROKEN = ["行长", "行长\tháng", "hang\tháng", "行长\tháng zh4ng!", "行长 háng zhǎng"]


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_that_is_no_reading_is_named_and_passed_over(tmp_path, line):
    path = tmp_path / "readings.tsv"
    path.write_text(f"率\tlǜ\n{line}\n区\tōu\n", "utf-8")
    loaded = load(path)
    assert loaded.words == {"率": ("lǜ",), "区": ("ōu",)}
    (broken,) = loaded.broken
    assert isinstance(broken, BadReadings)
    assert broken.values["line"] == 2
    assert "Line 2" in str(broken)
    assert broken.advice


MINE = """# at the bank
行长\thang2 zhang3

# names
单田芳   \tshan4  tian2 fang1
区
率\tlǜ
# the end"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_the_user_wrote_stays_as_it_is_and_where_it_is(tmp_path, end):
    path = tmp_path / "readings.tsv"
    mine = MINE.replace("\n", end)
    path.write_text("\ufeff" + mine, "utf-8", newline="")
    save(load(path), path)
    assert path.read_bytes().decode("utf-8-sig") == mine + end
    save(load(path).having("行长", ("xíng", "zhǎng")).having("区长", ("qū", "zhǎng")), path)
    expected = mine.replace("hang2 zhang3", "xíng zhǎng") + f"{end}区长\tqū zhǎng{end}"
    assert path.read_bytes().decode("utf-8-sig") == expected
    save(load(path).without("行长").without("区长"), path)
    assert (
        path.read_bytes().decode("utf-8-sig") == mine.replace(f"行长\thang2 zhang3{end}", "") + end
    )


def test_of_a_word_given_twice_the_last_line_counts(tmp_path):
    path = tmp_path / "readings.tsv"
    twice = "率\tlǜ\n区\tōu\n率\tshuài\n"
    path.write_text(twice, "utf-8")
    assert load(path).words["率"] == ("shuài",)
    save(load(path), path)
    assert path.read_text("utf-8") == twice
    save(load(path).having("率", ("lù",)), path)
    assert load(path).words["率"] == ("lù",)
    save(load(path).without("率"), path)
    assert path.read_text("utf-8") == "区\tōu\n"


def test_all_lines_may_go_and_comments_stay(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("率\tlǜ\n", "utf-8")
    save(load(path).without("率"), path)
    assert path.read_text("utf-8") == ""
    save(load(path).having("率", ("lǜ",)), path)
    assert load(path).words == {"率": ("lǜ",)}


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["# a", "", "率\tlǜ", "率\tlü4", "率", "区\tōu", "行长\thang2 zhang3", " "]
        ),
        st.text(alphabet="率区\t# ūa1\u2028\x0b", max_size=8),
    )
)


@given(LINES)
def test_setting_one_word_changes_no_other_line(lines):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "readings.tsv"
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        before = path.read_text("utf-8")
        save(load(path), path)
        assert path.read_text("utf-8") == before or not before
        save(load(path).having("重要", ("chóng", "yào")), path)
        assert path.read_text("utf-8").endswith(f"{before}重要\tchóng yào\n")
        save(load(path).without("重要"), path)
        assert path.read_text("utf-8").endswith(before)


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
