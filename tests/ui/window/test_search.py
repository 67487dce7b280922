from hypothesis import given
from hypothesis import strategies as st

from reader import restore
from reader.text.document import Document
from reader.ui.window.search import find, nearest, occurrences
from tests.ui.conftest import DAMAGED

DOCUMENT = restore(DAMAGED)


def simplified(query):
    return restore(query).text


def sources(query):
    hits = find(DOCUMENT, query, simplify=simplified)
    return [DOCUMENT.source[slice(*hit.source)] for hit in hits]


def test_a_simplified_query_hits_the_glossed_traditional_original():
    assert sources("劳动关系") == ["勞動(dòng)(dong)關(guān)係", "勞動(dòng)關(guān)(guan)係"]


def test_a_traditional_query_hits_the_same_places():
    assert sources("勞動") == sources("劳动")


def test_what_only_the_original_has_is_found_there():
    hits = find(DOCUMENT, "(dang)")
    assert [DOCUMENT.source[slice(*hit.source)] for hit in hits] == ["(dang)"]
    start, end = hits[0].clean
    assert start == end
    assert DOCUMENT.text[:start].endswith("担当")


def test_hits_come_in_reading_order():
    hits = find(DOCUMENT, "的", simplify=simplified) + find(DOCUMENT, "i")
    assert list(find(DOCUMENT, "i")) == sorted(find(DOCUMENT, "i"), key=lambda hit: hit.source)
    assert hits


def test_latin_is_found_in_either_case():
    document = Document.of("GDP 和 gdp")
    assert [hit.clean for hit in find(document, "Gdp")] == [(0, 3), (6, 9)]


def test_a_query_is_text_and_no_pattern():
    assert list(occurrences("a.b axb", "A.B")) == [(0, 3)]


def test_nothing_is_found_for_an_empty_query():
    assert find(DOCUMENT, "") == ()


def test_the_nearest_hit_is_the_next_one_and_then_the_first():
    hits = find(DOCUMENT, "劳动")
    assert nearest(hits, 0) == 0
    assert nearest(hits, hits[0].clean[0] + 1) == 1
    assert nearest(hits, len(DOCUMENT.text)) == 0
    assert nearest((), 0) is None


@given(st.text("ab人", max_size=30), st.text("ab人", min_size=1, max_size=3))
def test_occurrences_are_where_the_text_has_the_query(text, wanted):
    spans = list(occurrences(text, wanted))
    assert all(text[start:end] == wanted for start, end in spans)
    assert len(spans) == text.count(wanted)
