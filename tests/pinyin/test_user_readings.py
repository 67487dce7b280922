import os
import random
import subprocess
import sys
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pinyin.user_readings import (
    BadReadings,
    UserReadings,
    load_readings,
    save_readings,
    update_readings,
    user_readings_path,
)
from reader.text.errors import FileBusy, ReaderError


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "new folder" / "readings.tsv"
    readings = UserReadings().with_word("行长", ("háng", "zhǎng")).with_word("率", ("lǜ",))
    save_readings(readings, path)
    assert load_readings(path) == readings
    assert path.read_text("utf-8").startswith("# ")
    assert [entry.name for entry in path.parent.iterdir()] == ["readings.tsv"]


def test_no_file_means_no_readings(tmp_path):
    assert load_readings(tmp_path / "none.tsv") == UserReadings()


def test_a_file_edited_by_hand(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("\ufeff# mine\r\n\r\n行长\thang2 zhang3\r\n绿林\tlu4 lin2\n率\tLV4\n", "utf-8")
    assert load_readings(path).words == {
        "行长": ("háng", "zhǎng"),
        "绿林": ("lù", "lín"),
        "率": ("lǜ",),
    }


BROKEN = ["行长", "行长\tháng", "hang\tháng", "行长\tháng zh4ng!", "行长 háng zhǎng"]


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_that_is_no_reading_is_named_and_passed_over(tmp_path, line):
    path = tmp_path / "readings.tsv"
    path.write_text(f"率\tlǜ\n{line}\n区\tōu\n", "utf-8")
    loaded = load_readings(path)
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
    save_readings(load_readings(path), path)
    assert path.read_bytes().decode("utf-8-sig") == mine + end
    save_readings(
        load_readings(path).with_word("行长", ("xíng", "zhǎng")).with_word("区长", ("qū", "zhǎng")),
        path,
    )
    expected = mine.replace("hang2 zhang3", "xíng zhǎng") + f"{end}区长\tqū zhǎng{end}"
    assert path.read_bytes().decode("utf-8-sig") == expected
    save_readings(load_readings(path).without_word("行长").without_word("区长"), path)
    assert (
        path.read_bytes().decode("utf-8-sig") == mine.replace(f"行长\thang2 zhang3{end}", "") + end
    )


def test_a_line_that_is_set_anew_keeps_its_end(tmp_path):
    """With the CR of the first line, 率 and the empty line behind it would become one."""
    path = tmp_path / "readings.tsv"
    path.write_bytes("区\tōu\r率\tlǜ\n\n".encode())
    update_readings(make_setter("率", "shuài"), path)
    assert path.read_bytes() == "区\tōu\r率\tshuài\n\n".encode()


def test_of_a_word_given_twice_the_last_line_counts(tmp_path):
    path = tmp_path / "readings.tsv"
    twice = "率\tlǜ\n区\tōu\n率\tshuài\n"
    path.write_text(twice, "utf-8")
    assert load_readings(path).words["率"] == ("shuài",)
    save_readings(load_readings(path), path)
    assert path.read_text("utf-8") == twice
    save_readings(load_readings(path).with_word("率", ("lù",)), path)
    assert load_readings(path).words["率"] == ("lù",)
    save_readings(load_readings(path).without_word("率"), path)
    assert path.read_text("utf-8") == "区\tōu\n"


def test_all_lines_may_go_and_comments_stay(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("率\tlǜ\n", "utf-8")
    save_readings(load_readings(path).without_word("率"), path)
    assert path.read_text("utf-8") == ""
    save_readings(load_readings(path).with_word("率", ("lǜ",)), path)
    assert load_readings(path).words == {"率": ("lǜ",)}


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
        save_readings(load_readings(path), path)
        assert path.read_text("utf-8") == before or not before
        save_readings(load_readings(path).with_word("重要", ("chóng", "yào")), path)
        assert path.read_text("utf-8").endswith(f"{before}重要\tchóng yào\n")
        save_readings(load_readings(path).without_word("重要"), path)
        assert path.read_text("utf-8").endswith(before)


def make_setter(word, *readings):
    return lambda user: user.with_word(word, readings)


def parse_word(line):
    return line.decode("utf-8", "replace").removeprefix("\ufeff").partition("\t")[0].strip()


def drop_word(data):
    """Return all lines of a file but those of the word 重要."""
    return [line for line in data.splitlines(keepends=True) if parse_word(line) != "重要"]


BYTES = st.lists(
    st.one_of(
        st.binary(max_size=6),
        st.sampled_from(
            [
                "重要\tzhòng yào\n".encode(),
                "率\tlǜ\r\n".encode(),
                "区\tōu\r".encode(),
                "# 一\u2028二\x85\n".encode(),
                "行长\tháng zhǎng".encode("gbk"),
                "行长\tháng zhǎng\n".encode("utf-16"),
                b"\xef\xbb\xbf",
                b"\0",
                b"\n",
                b"\r",
                b"\t",
            ]
        ),
    )
).map(b"".join)


@given(BYTES)
def test_whatever_bytes_the_file_holds_every_other_line_stays(before):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "readings.tsv"
        path.write_bytes(before)
        user = update_readings(make_setter("重要", "chóng", "yào"), path)
        assert user == load_readings(path)
        after = path.read_bytes()
        if before:
            *_, last = expected = [b"", *drop_word(before)]
            *_, ended = found = [b"", *drop_word(after)]
            assert found[:-1] == expected[:-1]
            assert ended.rstrip(b"\r\n") == last.rstrip(b"\r\n")
            assert ended.startswith(last)
        assert update_readings(lambda user: user.without_word("重要"), path) == load_readings(path)
        assert path.read_bytes() == b"".join(drop_word(after))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (b"\xff\xfe", r"\xff\xfe (not UTF-8)"),
        ("行长\tháng zhǎng".encode() + b"\xff", r"行长\tháng zhǎng\xff (not UTF-8)"),
        ("行长".encode("gbk"), r"\xd0г\xa4 (not UTF-8)"),
        (b"# caf\xe9", r"# caf\xe9 (not UTF-8)"),
        (b"\0\0", r"\x00\x00"),
        ("率\tlǜ\u2028行\tháng".encode(), r"率\tlǜ\u2028行\tháng"),
        ("率\tlǜ\x85".encode() + b"\x0b#", r"率\tlǜ\x85\x0b#"),
    ],
)
def test_a_bad_byte_costs_one_line(tmp_path, line, shown, end):
    path = tmp_path / "readings.tsv"
    lines = ["绿林\tlù lín".encode(), line, "区\tōu".encode(), b""]
    path.write_bytes(end.join(lines))
    user = load_readings(path)
    assert user.words == {"绿林": ("lù", "lín"), "区": ("ōu",)}
    (broken,) = user.broken
    assert broken.values == {"path": path, "line": 2, "text": shown}
    update_readings(make_setter("行长", "háng", "zhǎng"), path)
    lines[3:] = ["行长\tháng zhǎng".encode(), b""]
    assert path.read_bytes() == end.join(lines)


NORMAL = b"".join(
    f"{one}{two}\tháng zhǎng\n".encode()
    for one, two in islice(product(map(chr, range(0x4E00, 0x9FA5)), repeat=2), 100_000)
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(random.Random(0).randbytes(10 * 2**20), id="random"),
        pytest.param(b"\0" * 10 * 2**20, id="NUL"),
        pytest.param(("行长\tháng zhǎng\n" * 100_000).encode("utf-16"), id="UTF-16"),
        pytest.param(b"x\r" * 2**19, id="CR"),
        pytest.param("行\t".encode() + "\u0315\u0300".encode() * 2**20, id="one line of marks"),
        pytest.param(NORMAL, id="words"),
    ],
)
def test_a_big_file_is_read_and_kept(tmp_path, data):
    path = tmp_path / "readings.tsv"
    path.write_bytes(data)
    assert len(load_readings(path).broken) <= 100
    update_readings(make_setter("率", "lǜ"), path)
    assert path.read_bytes() in [data + end + "率\tlǜ\n".encode() for end in (b"", b"\n")] + [
        data + "率\tlǜ\r".encode()
    ]


ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from reader.text.errors import FileBusy
from reader.pinyin.user_readings import update_readings

def change(user):
    return user.with_word(word, ("yī", "èr"))

print("ready", flush=True)
input()
for number in range(200):
    word = sys.argv[2] + chr(0x4E00 + number)
    while True:
        try:
            update_readings(change, Path(sys.argv[1]))
        except FileBusy:
            continue  # as its advice says
        break
"""


def program(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_two_programs_that_write_at_once_lose_nothing(tmp_path):
    path = tmp_path / "new folder" / "readings.tsv"
    with program(ANOTHER_PROGRAM, path, "甲") as one, program(ANOTHER_PROGRAM, path, "乙") as other:
        for each in (one, other):
            assert each.stdout.readline() == "ready\n"
        for each in (one, other):
            each.stdin.write("\n")
            each.stdin.flush()
    assert (one.returncode, other.returncode) == (0, 0)
    expected = {first + chr(0x4E00 + number) for first in "甲乙" for number in range(200)}
    assert set(load_readings(path).words) == expected
    assert sorted(entry.name for entry in path.parent.iterdir() if entry.suffix == ".tsv") == [
        "readings.tsv"
    ]


HOLDS_THE_LOCK = """
import sys
from pathlib import Path
from reader.pinyin.user_readings import update_readings

def change(user):
    print("held", flush=True)
    input()
    return user

update_readings(change, Path(sys.argv[1]))
"""


def test_a_program_that_hangs_is_told_and_one_that_was_killed_is_in_nobodys_way(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("率\tlǜ\n", "utf-8")
    with program(HOLDS_THE_LOCK, path) as holder:
        try:
            assert holder.stdout.readline() == "held\n"
            with pytest.raises(
                FileBusy, match=r"readings\.tsv is in use by another program"
            ) as busy:
                update_readings(make_setter("区", "ōu"), path)
            assert busy.value.advice
            assert path.read_text("utf-8") == "率\tlǜ\n"
        finally:
            holder.kill()
    update_readings(make_setter("区", "ōu"), path)
    assert path.read_text("utf-8") == "率\tlǜ\n区\tōu\n"


def test_a_change_that_changes_nothing_leaves_the_file_alone(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_bytes("率\tlü4".encode())
    assert update_readings(make_setter("率", "lǜ"), path) == load_readings(path)
    assert path.read_bytes() == "率\tlü4".encode()


def test_a_change_that_fails_leaves_the_file_and_frees_the_lock(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("率\tlǜ\n", "utf-8")
    with pytest.raises(ValueError, match="行长"):
        update_readings(make_setter("行长", "háng"), path)
    assert path.read_text("utf-8") == "率\tlǜ\n"
    assert update_readings(make_setter("区", "ōu"), path) == load_readings(path)


def test_what_a_change_leaves_out_but_words_is_kept(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("# mine\n率\tlǜ\nnonsense\n", "utf-8")
    update_readings(lambda _: UserReadings({"区": ("ōu",)}), path)
    assert path.read_text("utf-8") == "# mine\nnonsense\n区\tōu\n"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path):
    mine = tmp_path / "mine" / "words.tsv"
    mine.parent.mkdir()
    mine.write_text("率\tlǜ\n", "utf-8")
    path = tmp_path / "readings.tsv"
    path.symlink_to(mine)
    update_readings(make_setter("区", "ōu"), path)
    assert path.is_symlink()
    assert mine.read_text("utf-8") == "率\tlǜ\n区\tōu\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
@pytest.mark.parametrize("locked_before", [False, True])
def test_what_may_not_be_written_says_so(tmp_path, locked_before):
    path = tmp_path / "readings.tsv"
    update_readings(make_setter("率", "lǜ"), path)
    before = path.read_bytes()
    if not locked_before:
        (tmp_path / ".readings.tsv.lock").unlink()
    for entry, rights in ((path, 0o400), (tmp_path, 0o500)):
        kept = entry.stat().st_mode
        entry.chmod(rights)
        with pytest.raises(ReaderError, match=r"/readings\.tsv cannot be written") as failed:
            update_readings(make_setter("区", "ōu"), path)
        assert failed.value.code == "permission"
        entry.chmod(kept)
    assert path.read_bytes() == before


def test_a_lock_that_is_in_the_way_is_named(tmp_path):
    path = tmp_path / "readings.tsv"
    path.write_text("率\tlǜ\n", "utf-8")
    (tmp_path / ".readings.tsv.lock").mkdir()
    with pytest.raises(ReaderError, match=r"\.readings\.tsv\.lock") as failed:
        update_readings(make_setter("区", "ōu"), path)
    assert failed.value.code == "unwritable"
    assert path.read_text("utf-8") == "率\tlǜ\n"


def test_a_file_where_the_folder_should_be_is_an_error(tmp_path):
    (tmp_path / "jingdu").write_text("", "utf-8")
    with pytest.raises(ReaderError) as failed:
        update_readings(make_setter("率", "lǜ"), tmp_path / "jingdu" / "readings.tsv")
    assert failed.value.code == "unwritable"


NO_ROOM = """
import resource, sys
from pathlib import Path
from reader.text.errors import ReaderError
from reader.pinyin.user_readings import update_readings

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    update_readings(lambda user: user.with_word("率", ("lǜ",)), Path(sys.argv[1]))
except ReaderError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")
def test_where_there_is_no_room_the_file_stays(tmp_path):
    path = tmp_path / "readings.tsv"
    mine = "# mine\n" * 200
    path.write_text(mine, "utf-8")
    with program(NO_ROOM, path) as run:
        assert run.communicate()[0] == "unwritable\n"
    assert path.read_text("utf-8") == mine
    assert {entry.name for entry in tmp_path.iterdir()} <= {"readings.tsv", ".readings.tsv.lock"}


def test_the_command_line_starts_without_the_lock():
    with program("import reader.cli.main, sys; print('filelock' in sys.modules)") as run:
        assert run.communicate()[0] == "False\n"


def test_a_folder_in_its_place_is_an_error(tmp_path):
    with pytest.raises(ReaderError):
        load_readings(tmp_path)
    with pytest.raises(ReaderError):
        save_readings(UserReadings(), tmp_path)
    with pytest.raises(ReaderError):
        update_readings(make_setter("率", "lǜ"), tmp_path)


def test_a_reading_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="行长"):
        UserReadings().with_word("行长", ("háng",))


def test_a_word_is_taken_out_again():
    readings = UserReadings({"率": ("lǜ",), "区": ("ōu",)})
    assert readings.without_word("区") == UserReadings({"率": ("lǜ",)})


@pytest.mark.skipif(os.name != "posix", reason="the folder of another system")
def test_the_file_lies_in_the_users_configuration(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert user_readings_path() == tmp_path / "jingdu" / "readings.tsv"
