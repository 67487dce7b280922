"""The wheel holds what the checkout holds, and works where there is no checkout."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOT_SHIPPED = {"build"}

RUN = """
import sys
sys.path.insert(0, sys.argv[1])
import reader, reader.text.resources
assert reader.__file__.startswith(sys.argv[1]), reader.__file__
print(reader.text.resources.resource_path("samples"))
print(reader.restore("推動(dòng)勞(lao)動(dòng)關(guān)係(xi)和諧(xie)").text)
print(reader.pronounce("区长")[1][2])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_resource_and_no_build_script(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = ROOT / "resources"
    wanted = {
        f"reader/resources/{path.relative_to(resources).as_posix()}"
        for folder in resources.iterdir()
        if folder.is_dir() and folder.name not in NOT_SHIPPED
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted
    assert wanted <= names
    shipped = {name.split("/")[0] for name in names}
    assert {name for name in shipped if not name.endswith(".dist-info")} == {"reader"}
    assert not [name for name in names if name.startswith("reader/resources/build")]


def test_the_wheel_says_that_it_has_types(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert "reader/py.typed" in archive.namelist()


def test_the_wheel_names_its_command_and_licence(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "jingdu = reader.__main__:main" in archive.read(entry).decode()
        assert [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]


def test_the_wheel_carries_the_licences_of_its_data(wheel):
    notices = {path.name for path in (ROOT / "resources" / "data" / "licences").iterdir()}
    assert notices == {"apache-2.0.txt", "cc-by-sa-4.0.txt", "mit.txt", "unicode-3.0.txt"}
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        for notice in notices:
            places = [name for name in names if name.endswith(f"/data/licences/{notice}")]
            assert len(places) == 2, "among the resources and among the licences of the metadata"
        (metadata,) = [name for name in names if name.endswith(".dist-info/METADATA")]
        licence = re.search("(?m)^License-Expression: (.*)$", archive.read(metadata).decode())
    assert licence is not None
    assert set(licence[1].split(" AND ")) == {"MIT", "CC-BY-SA-4.0", "Apache-2.0", "Unicode-3.0"}


def test_the_wheel_works_by_itself(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    run = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", RUN, str(tmp_path)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    place, text, reading = run.stdout.decode().splitlines()
    assert place.startswith(str(tmp_path))
    assert text == "推动劳动关系和谐"
    assert reading == "zhǎng"
