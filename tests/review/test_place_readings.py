from pathlib import Path

import pytest

from reader import restore
from reader.review.packed import fingerprint
from reader.review.place_readings import (
    PlaceReadings,
    load_place_readings,
    locate_readings,
    place_readings_path,
)
from reader.text.errors import ReaderError

SOURCE = "我們爲羣衆辦事。"
OTHER = "社區爲獨居老人送餐。"


def line(source, offset, hanzi, reading):
    return f"{fingerprint(source)}\t{offset}\t{hanzi}\t{reading}\taround\n"


def test_a_file_gives_the_places_of_one_text_only(tmp_path):
    path = tmp_path / "places.tsv"
    lines = (
        "# mine\n",
        "\n",
        "nonsense\n",
        line(SOURCE, 2, "为", "wei2").upper().replace("WEI", "wei").replace("AROUND", "around"),
        line(SOURCE, 5, "办", "bān"),
        line(OTHER, 2, "为", "wéi"),
    )
    path.write_text("".join(lines), "utf-8")
    assert load_place_readings(path).of(SOURCE) == {2: ("为", "wéi"), 5: ("办", "bān")}
    assert load_place_readings(path).of(OTHER) == {2: ("为", "wéi")}
    assert load_place_readings(path).of(SOURCE + "\n") == {}


@pytest.mark.parametrize(
    "written", ["2\t为\twéi", "{}\t2\t为\t", "{}\t2\t为\tw9", "{}\t-2\t为\twéi", "{}\t99\t为\twéi"]
)
def test_a_line_that_names_no_place_sets_nothing(written):
    assert PlaceReadings((written.format(fingerprint(SOURCE)),)).of(SOURCE) == {}


def test_a_place_is_found_in_the_clean_text_while_its_hanzi_stands_there():
    document = restore("推動(dòng)勞(lao)動(dòng)關(guān)係(xi)和諧(xie),爲(wei)人民。")
    at = document.source.index("爲")
    assert locate_readings(document, {at: ("为", "wéi")}) == {document.text.index("为"): "wéi"}
    assert locate_readings(document, {at: ("伪", "wěi"), 9999: ("为", "wéi")}) == {}


def test_a_bad_byte_costs_one_line(tmp_path):
    path = tmp_path / "places.tsv"
    good, bad = (line(SOURCE, offset, "为", "wéi").encode() for offset in (2, 5))
    path.write_bytes(b"\xff\xfe\0\n" + good + bad.replace("为".encode(), b"\xe4\xb8"))
    assert load_place_readings(path).of(SOURCE) == {2: ("为", "wéi")}


def test_a_folder_in_its_place_is_an_error_and_no_file_is_none(tmp_path):
    with pytest.raises(ReaderError):
        load_place_readings(tmp_path)
    assert load_place_readings(Path(tmp_path / "none.tsv")) == PlaceReadings()


def test_the_file_lies_beside_that_of_the_words():
    assert place_readings_path().name == "places.tsv"
