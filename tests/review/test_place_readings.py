import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import restore
from reader.core.errors import ReaderError
from reader.review.place_readings import (
    MOST,
    PlaceReadings,
    default_path,
    fingerprint,
    load,
    placed,
    save,
)

SOURCE = "我們爲羣衆辦事。"
OTHER = "社區爲獨居老人送餐。"
PINS = {2: ("为", "wéi"), 5: ("办", "bān")}


def test_what_is_saved_is_loaded_for_the_same_text_only(tmp_path):
    path = tmp_path / "new folder" / "places.tsv"
    save(PlaceReadings().having(SOURCE, PINS).having(OTHER, {2: ("为", "wéi")}), path)
    assert load(path).of(SOURCE) == PINS
    assert load(path).of(OTHER) == {2: ("为", "wéi")}
    assert load(path).of(SOURCE + "\n") == {}
    assert [entry.name for entry in path.parent.iterdir()] == ["places.tsv"]


def test_what_is_set_now_takes_the_place_of_what_was():
    places = PlaceReadings().having(SOURCE, PINS).having(OTHER, PINS)
    assert places.having(SOURCE, {}).of(SOURCE) == {}
    assert places.having(SOURCE, {}).of(OTHER) == PINS


def test_a_line_names_the_text_around_its_place():
    (head, line) = PlaceReadings().having(f"一\n\t{SOURCE}", {5: ("为", "wéi")}).lines
    assert head.startswith("# ")
    assert line.split("\t")[1:] == ["5", "为", "wéi", "一  我們爲羣衆辦事。\n"]


def test_a_file_edited_by_hand_keeps_what_is_not_a_place(tmp_path):
    path = tmp_path / "places.tsv"
    mine = f"# mine\n\nnonsense\n{fingerprint(SOURCE).upper()}\t2\t为\twei2"
    path.write_text(mine, "utf-8")
    assert load(path).of(SOURCE) == {2: ("为", "wéi")}
    save(load(path).having(OTHER, PINS), path)
    assert path.read_text("utf-8").startswith(mine + "\n")
    save(load(path).having(SOURCE, {}).having(OTHER, {}), path)
    assert path.read_text("utf-8") == "# mine\n\nnonsense\n"


@pytest.mark.parametrize(
    "line", ["2\t为\twéi", "{}\t2\t为\t", "{}\t2\t为\tw9", "{}\t-2\t为\twéi", "{}\t99\t为\twéi"]
)
def test_a_line_that_names_no_place_sets_nothing(line):
    assert PlaceReadings((line.format(fingerprint(SOURCE)),)).of(SOURCE) == {}


def test_the_oldest_places_are_dropped_when_there_are_too_many():
    text = "为" * (MOST + 1)
    most = dict.fromkeys(range(MOST - 1), ("为", "wéi"))
    places = PlaceReadings(("# mine\n",)).having(OTHER, PINS).having(text, most)
    assert len(places.lines) == MOST + 1
    assert places.lines[0] == "# mine\n"
    assert places.of(OTHER) == {5: ("办", "bān")}
    assert places.of(text) == most
    more = dict.fromkeys(range(MOST + 1), ("为", "wéi"))
    assert len(places.having(text, more).lines) == MOST + 1


@given(st.text(), st.text(), st.integers(0, 40))
def test_any_text_may_have_places(source, other, offset):
    pins = {offset: ("为", "wéi")} if offset < len(source) else {}
    places = PlaceReadings().having(source, pins)
    assert places.of(source) == pins
    assert PlaceReadings(tuple("".join(places.lines).splitlines(keepends=True))) == places
    assert other == source or not places.of(other)


def test_a_place_is_found_in_the_clean_text_while_its_hanzi_stands_there():
    document = restore("推動(dòng)勞(lao)動(dòng)關(guān)係(xi)和諧(xie),爲(wei)人民。")
    at = document.source.index("爲")
    assert placed(document, {at: ("为", "wéi")}) == {document.text.index("为"): "wéi"}
    assert placed(document, {at: ("伪", "wěi"), 9999: ("为", "wéi")}) == {}


def test_a_file_that_is_no_text_is_an_error(tmp_path):
    path = tmp_path / "places.tsv"
    path.write_bytes(b"\xff")
    with pytest.raises(ReaderError):
        load(path)
    with pytest.raises(ReaderError):
        save(PlaceReadings(), tmp_path)
    assert load(tmp_path / "none.tsv") == PlaceReadings()


def test_the_file_lies_beside_that_of_the_words():
    assert default_path().name == "places.tsv"
