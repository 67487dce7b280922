"""The files that Anki's own library imports; skipped where it is not installed (PyPI: anki)."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from reader.study.cards.apkg import to_apkg
from reader.study.cards.fields import DECK, FIELDS, NOTE_TYPE, make_fields
from reader.study.cards.tsv import to_tsv
from tests.study.made_cards import TEXT, cards_of

pytest.importorskip("anki")

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)

pytestmark = pytest.mark.filterwarnings("default")  # those of Anki are not ours
NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


@pytest.fixture
def collection(tmp_path):
    with closing(Collection(str(tmp_path / "collection.anki2"))) as opened:
        yield opened


def take_package(collection, tmp_path, cards, when=NOW):
    path = tmp_path / "words.apkg"
    path.write_bytes(to_apkg(cards, when=when))
    request = ImportAnkiPackageRequest(
        package_path=str(path), options=ImportAnkiPackageOptions(merge_notetypes=True)
    )
    return collection.import_anki_package(request).log


def take_lines(collection, tmp_path, cards):
    path = tmp_path / "words.txt"
    path.write_text(to_tsv(cards), "utf-8")
    metadata = collection.get_csv_metadata(str(path), None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def notes_of(collection):
    return [collection.get_note(one) for one in sorted(collection.find_notes(""))]


def check_whole(collection, cards):
    notes = notes_of(collection)
    assert [tuple(note.values()) for note in notes] == [make_fields(card) for card in cards]
    assert {note.note_type()["name"] for note in notes} == {NOTE_TYPE}
    assert {tuple(note.keys()) for note in notes} == {FIELDS}
    assert {tuple(note.tags) for note in notes} == {("jingdu",)}
    assert [len(note.cards()) for note in notes] == [1] * len(cards)
    assert {collection.decks.name(note.cards()[0].did) for note in notes} == {DECK}
    assert collection.fix_integrity()[1]


def test_a_package_opens_with_its_cards_and_fields_whole(collection, tmp_path):
    cards = cards_of(TEXT)
    log = take_package(collection, tmp_path, cards)
    assert (len(log.new), len(log.updated), log.found_notes) == (len(cards), 0, len(cards))
    check_whole(collection, cards)


def test_a_card_shows_both_sides(collection, tmp_path):
    take_package(collection, tmp_path, cards_of(TEXT))
    card = notes_of(collection)[0].cards()[0]
    assert '<div class="word">用人单位</div>' in card.question()
    answer = card.answer()
    assert '<div class="traditional">用人單位</div>' in answer
    assert "<rt>yòng</rt>" in answer
    assert "employer" in answer
    assert "条例（草案）" in answer
    assert "{{" not in answer


def test_a_second_import_updates(collection, tmp_path):
    cards = cards_of(TEXT)
    take_package(collection, tmp_path, cards)
    collection.decks.select(collection.decks.id(DECK))
    collection.sched.answerCard(collection.sched.getCard(), 3)
    studied = [one.cards()[0].reps for one in notes_of(collection)]
    again = cards_of(TEXT + "劳务。", title="条例（修订）")
    log = take_package(collection, tmp_path, again, NOW + timedelta(hours=1))
    assert (len(log.new), len(log.updated)) == (1, len(cards))
    check_whole(collection, again)
    assert [one.cards()[0].reps for one in notes_of(collection)][:-1] == studied
    assert sum(studied) == 1


def test_the_same_package_twice_changes_nothing(collection, tmp_path):
    cards = cards_of(TEXT)
    take_package(collection, tmp_path, cards)
    log = take_package(collection, tmp_path, cards)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, len(cards))
    check_whole(collection, cards)


def test_lines_are_imported_and_update_the_notes_of_a_package(collection, tmp_path):
    cards = cards_of(TEXT)
    take_package(collection, tmp_path, cards)
    again = cards_of(TEXT + "劳务。", title='"=1"\t<条例>')
    log = take_lines(collection, tmp_path, again)
    assert (len(log.new), len(log.updated)) == (1, len(cards))
    check_whole(collection, again)


def test_evil_texts_stay_texts(collection, tmp_path):
    title = '<script>alert(1)</script>{{Word}}[sound:x.mp3]\x1f"'
    cards = cards_of(TEXT, title=title)
    take_package(collection, tmp_path, cards)
    check_whole(collection, cards)
    card = notes_of(collection)[0].cards()[0]
    assert "<script>" not in card.answer().replace("</style>", "")
    assert card.answer_av_tags() == []


def test_a_thousand_cards(collection, tmp_path):
    (first, *_) = cards_of(TEXT)
    cards = [first._replace(word=f"{first.word}{number:04}") for number in range(1_000)]
    take_package(collection, tmp_path, cards)
    check_whole(collection, cards)
