"""Word documents with phonetic guides: their text, where pinyin stands, and LibreOffice."""

import shutil
import subprocess

import pytest

from reader import Document, open_document, restore
from reader.export.material import Material
from reader.export.table import Use, exports_for
from reader.pinyin.options import ReadingOptions
from reader.text.left_out import LeftOut
from tests.export.cases import PAGE
from tests.export.generated import COUNT, generated
from tests.export.hostile import LINES, STRUCTURED
from tests.export.word_reading import part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "改革\t服务 reform，一个𠀀。\n第二行\n"


def docx_of(document, name="ruby-docx", **options):
    material = Material(document, options=ReadingOptions(**options))
    return exports_for(Use.WINDOW)[name].write(material)


def guides(data):
    """Return each phonetic guide: (text, pinyin)."""
    return [
        tuple("".join(one.find(f"{W}{tag}").itertext()) for tag in ("rubyBase", "rt"))
        for one in part(data).iter(f"{W}ruby")
    ]


def read_back(data, path):
    path.write_bytes(data)
    return open_document(path)


def test_pinyin_stands_above_each_hanzi_or_word():
    document = Document.of(TEXT)
    assert guides(docx_of(document))[:4] == [
        ("改", "gǎi"),
        ("革", "gé"),
        ("服", "fú"),
        ("务", "wù"),
    ]
    assert guides(docx_of(document, words=True))[:2] == [("改革", "gǎigé"), ("服务", "fúwù")]


def test_a_guide_has_what_word_wants_in_its_order():
    for ruby in part(docx_of(PAGE)).iter(f"{W}ruby"):
        tags = [one.tag.removeprefix(W) for one in ruby]
        assert tags == ["rubyPr", "rt", "rubyBase"]
        properties = [one.tag.removeprefix(W) for one in ruby[0]]
        assert properties == ["rubyAlign", "hps", "hpsRaise", "hpsBaseText", "lid"]
        small, _, base = (int(one.get(f"{W}val")) for one in ruby[0][1:4])
        assert 2 * small == base


@pytest.mark.parametrize("number", range(0, COUNT, 5))
def test_the_text_is_read_back_as_that_of_a_clean_document_is(number, tmp_path):
    document = generated(number)
    read = read_back(docx_of(document), tmp_path / "ruby.docx")
    plain = read_back(docx_of(document, "clean-docx"), tmp_path / "clean.docx")
    assert read.source == plain.source
    assert read.origin.structure == plain.origin.structure
    assert plain.origin.left_out == ()


@pytest.mark.parametrize("words", [False, True])
def test_readings_are_left_out_and_counted(words, tmp_path):
    document = restore("改革和服务。\n第二行。\n")
    data = docx_of(document, words=words)
    read = read_back(data, tmp_path / "ruby.docx")
    assert read.source == document.text
    assert read.origin.left_out == (LeftOut("readings", len(guides(data))),)


def test_headings_lists_and_tables_are_kept_with_words_behind(tmp_path):
    read = read_back(docx_of(PAGE, "words-docx"), tmp_path / "words.docx")
    assert read.source.startswith(PAGE.text)
    kinds = [one.kind for one in PAGE.origin.structure]
    assert [one.kind for one in read.origin.structure][: len(kinds)] == kinds
    assert "标题\tbiāotí\ttitle\t5\t1\n" in read.source


@pytest.mark.parametrize("document", [LINES, STRUCTURED], ids=["lines", "structured"])
@pytest.mark.parametrize("name", ["ruby-docx", "words-docx"])
def test_what_is_no_xml_is_shown_by_pictures_and_counted(document, name):
    data = docx_of(document, name)
    said = "".join(part(data).itertext())
    assert "<script>alert(1)</script> & &amp; ]]>" in said
    assert "\u2400" in said
    material = Material(document)
    assert exports_for(Use.WINDOW)[name].count_unwritable(material) > 0


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return the folder where LibreOffice stored documents with guides as text."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("guides")
    for number in (1, 2):
        (folder / f"{number}.docx").write_bytes(docx_of(generated(number)))
    profile = tmp_path_factory.mktemp("profile").as_uri()
    command = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "odt", "--outdir", str(folder), "1.docx", "2.docx"]
    run = subprocess.run(command, cwd=folder, capture_output=True, timeout=280, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return folder


@pytest.mark.parametrize("number", [1, 2])
def test_libreoffice_has_the_text_and_takes_the_guides_for_guides(stored, number):
    document = generated(number)
    read = open_document(stored / f"{number}.odt")
    assert "".join(read.source.split()) == "".join(document.text.split())
    counted = dict(read.origin.left_out)["readings"]
    assert counted == len(guides(docx_of(document)))
