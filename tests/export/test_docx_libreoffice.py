"""LibreOffice accepts and rejects the changes of the sample and of 50 generated documents."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import open_document
from reader.export.docx import to_docx
from reader.export.material import Material
from reader.text.resources import resource_path
from tests.export.generated import COUNT, generated
from tests.export.test_docx import as_lines
from tests.export.word_reading import changes, read_text

PIPE = "jingdu-test"


def python_with_uno():
    """Return a Python that can speak to LibreOffice, None if there is none."""
    for name in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", sys.executable):
        try:
            run = subprocess.run([name, "-c", "import uno"], capture_output=True, check=False)
        except OSError:
            continue
        if run.returncode == 0:
            return name
    return None


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Return the folder with all documents, and how many changes LibreOffice saw in each."""
    office, python = shutil.which("soffice"), python_with_uno()
    if office is None or python is None:
        pytest.skip("LibreOffice Writer with its Python is not here")
    folder = tmp_path_factory.mktemp("documents")
    for name, document in documents().items():
        (folder / f"{name}.docx").write_bytes(to_docx(Material(document)))
    profile = tmp_path_factory.mktemp("profile")
    options = ["--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    script = str(Path(__file__).with_name("in_libreoffice.py"))
    with subprocess.Popen([office, *options, f"--accept=pipe,name={PIPE};urp;"]) as running:
        try:
            run = subprocess.run(
                [python, script, PIPE, str(folder)], capture_output=True, timeout=280, check=False
            )
        finally:
            running.terminate()
    assert run.returncode == 0, run.stderr.decode()
    counts = dict(line.rsplit(" ", 1) for line in run.stdout.decode().splitlines())
    return folder, {name: int(count) for name, count in counts.items()}

    return Path(__file__).with_name(name)


def documents():
    found = {str(number): generated(number) for number in range(COUNT)}
    found["sample"] = open_document(resource_path("samples", "policy_damaged.txt"))
    return found


@pytest.mark.parametrize("name", [*map(str, range(COUNT)), "sample"])
def test_libreoffice_gives_the_clean_text_and_the_source(judged, name):
    folder, _ = judged
    document = documents()[name]
    for act, text in (("Accept", document.text), ("Reject", document.source)):
        data = (folder / act / f"{name}.docx").read_bytes()
        assert read_text(data, accept=True) == as_lines(text), act
        assert changes(data) == []


def test_libreoffice_sees_each_change_by_itself(judged):
    _, counts = judged
    document = documents()["sample"]
    halves = sum(bool(one.before) + bool(one.after) for one in document.repairs if one.applied)
    assert counts["sample"] == halves
