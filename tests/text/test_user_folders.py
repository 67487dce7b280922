"""The user's files lie where the system has them, and none is lost on the way there."""

from pathlib import Path

import pytest

from reader.text.user_folders import bring_here, config_folder, data_folder, former_folders

NAMES = ("jingdu.ini", "readings.tsv", "places.tsv")


def files(folder):
    return {
        path.name: path.read_bytes()
        for path in folder.glob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def new(home):
    return home / "configuration" / "jingdu"


def put(folder, **contents):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.{'ini' if name == 'jingdu' else 'tsv'}").write_bytes(content)
    return folder


def test_on_linux_the_folders_are_as_ever_and_nothing_moves(home, new, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    before = put(home / ".config" / "jingdu", jingdu=b"[window]", readings=b"x\ty\n")
    if data_folder() != home / "data" / "jingdu":
        pytest.skip("the folders of another system")
    assert config_folder() == new
    assert len(files(before)) == 2
    assert not new.exists()
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert config_folder() == home / ".config" / "jingdu"
    assert data_folder() == home / ".local" / "share" / "jingdu"


def test_where_other_systems_may_have_them():
    home = Path("/home")
    by_hand = home / ".config" / "jingdu"
    assert former_folders("linux", {}, home) == ()
    assert former_folders("darwin", {}, home) == (home / "Library/Preferences/jingdu", by_hand)
    local = {"LOCALAPPDATA": "/local"}
    assert former_folders("win32", local, home) == (Path("/local/jingdu"), by_hand)
    assert former_folders("win32", {}, home) == (home / "AppData/Local/jingdu", by_hand)


def test_on_macos_the_files_are_brought_once(home, new, monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    old = put(
        home / "Library" / "Preferences" / "jingdu",
        jingdu=b"[window]",
        readings="行\txíng\n".encode(),
    )
    (old / "else.txt").write_bytes(b"not ours")
    folder = config_folder()
    assert files(folder) == {"jingdu.ini": b"[window]", "readings.tsv": "行\txíng\n".encode()}
    assert files(old) == {"else.txt": b"not ours"}
    put(folder, readings=b"")
    assert config_folder() == folder
    assert files(folder)["readings.tsv"] == b""


def test_lines_of_both_are_kept_and_the_newer_ones_hold(tmp_path):
    new = put(tmp_path / "new", readings=b"a\tnew\n", jingdu=b"new")
    first = put(tmp_path / "first", readings=b"a\told\nb\told", jingdu=b"old", places=b"p\n")
    second = put(tmp_path / "second", readings=b"\xff\r\n", places=b"q\r")
    bring_here(new, (first, second, new, tmp_path / "none"))
    assert files(new) == {
        "jingdu.ini": b"new",
        "readings.tsv": b"\xff\r\na\told\nb\told\na\tnew\n",
        "places.tsv": b"q\rp\n",
    }
    assert files(first) == {"jingdu.ini": b"old"}
    assert files(second) == {}


def test_a_link_to_the_folder_is_the_folder(tmp_path):
    new = put(tmp_path / "new", readings=b"a\tb\n")
    (tmp_path / "old").symlink_to(new, target_is_directory=True)
    bring_here(new, (tmp_path / "old",))
    assert files(new) == {"readings.tsv": b"a\tb\n"}


def test_what_cannot_be_moved_stays(tmp_path):
    old = put(tmp_path / "old", **{name.partition(".")[0]: b"x\n" for name in NAMES})
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"a file where the folder should be")
    bring_here(blocked, (old,))
    assert set(files(old)) == set(NAMES)
    new = put(tmp_path / "new", readings=b"y\n")
    (new / ".readings.tsv.lock").mkdir()  # nobody can have the lock
    bring_here(new, (old,))
    assert files(new)["readings.tsv"] == b"y\n"
    assert set(files(old)) == {"readings.tsv"}


def test_rules_that_a_user_put_where_they_lie_on_linux_are_brought(home, new):
    old = home / ".config" / "jingdu"
    old.mkdir(parents=True)
    (old / "rules.toml").write_bytes(b"# mine")
    bring_here(new, [old])
    assert files(new) == {"rules.toml": b"# mine"}
    assert files(old) == {}
    (old / "rules.toml").write_bytes(b"# others")
    bring_here(new, [old])
    assert files(new) == {"rules.toml": b"# mine"}
    assert files(old) == {"rules.toml": b"# others"}
