"""A document under review: decisions are saved, and are there again however it ended."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from threading import Thread

import pytest

from reader import restore
from reader.review import engine as engines
from reader.review import review as reviews
from reader.review.decisions import Decision, decision_for
from reader.review.finding import find_journals
from reader.review.history import DecisionAct, How, PinnedReading, classify_choice
from reader.review.journal import Engine, act_line
from reader.review.packed import pack
from reader.review.parse import parse_journal
from reader.review.review import Review, user_name
from reader.text.document import Origin
from reader.text.errors import DiskFull, ReaderError
from tests.review.test_journal_file import fail_to_write

DAMAGED = "推動(dòng)(dong)勞(lao)動關(guān)係咊(he)諧,全麵髮揮作用。\n重(chóng)庆是一座城市。\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "pages" / "page.txt"
    path.parent.mkdir()
    path.write_text(DAMAGED, "utf-8")
    return path


@pytest.fixture
def open_review(page, tmp_path):
    def open_it(source=DAMAGED, **more):
        found = find_journals(page, source, tmp_path / "data")
        thawed = found.thaw(source, Origin())
        base = thawed or restore(source)
        return Review(base, found, thawed=thawed is not None, name=page.name, **more)

    return open_it


def keep_original(review, index):
    """Put the original back where a repair of the engine is."""
    repair = review.base.repairs[index]
    review.decide([decision_for(repair, repair.before)], classify_choice(repair, repair.before))


def get_state(review):
    return review.document.text, review.pinned_readings, review.history


def close(review):
    review.save()
    review.tidy()


def full(handle):
    raise OSError(errno.ENOSPC, "full")


def journal_of(page):
    return page.with_name("page.txt.jingdu")


def test_looking_at_a_document_makes_no_journal(open_review, page):
    close(open_review())
    assert not journal_of(page).exists()


def test_what_was_done_is_there_again(open_review):
    review = open_review(signer=lambda: "anna")
    for index in range(3):
        keep_original(review, index)
    review.pin_readings([PinnedReading(1, "动", "dōng")])
    review.undo()
    review.undo()
    review.redo()
    keep_original(review, 5)
    review.undo()
    wanted = get_state(review)
    assert review.unsaved == 9
    review.save()
    assert review.unsaved == 0
    assert get_state(open_review()) == wanted
    review.tidy()
    again = open_review()
    assert get_state(again) == wanted
    assert again.history.done[0].by == "anna"
    assert again.redo() is not None


def test_undo_goes_back_to_the_decision_before(open_review):
    review = open_review()
    repair = review.base.repairs[0]
    before = review.document.text
    for text in "甲乙":
        review.decide([decision_for(repair, text)], How.TYPED)
    review.undo()
    assert "甲" in review.document.text
    review.undo()
    assert review.document.text == before
    assert review.undo() is None
    review.redo()
    assert "甲" in review.document.text


def test_many_places_are_one_act_and_one_line(open_review, page):
    review = open_review()
    places = [decision_for(one, one.before) for one in review.base.repairs]
    review.decide(places, How.KEEP)
    review.save()
    assert review.document.text == DAMAGED
    assert len(journal_of(page).read_bytes().splitlines()) == 2
    review.undo()
    assert review.document.text == review.base.text


def test_how_a_text_was_chosen_is_told():
    slip = next(
        one for one in restore("我们要推动上?！V州、深圳等地的工作。").repairs if one.alternatives
    )
    texts = slip.before, slip.after, slip.alternatives[0].text, "手"
    wanted = [How.KEEP, How.ACCEPT, How.ALTERNATIVE, How.TYPED]
    assert [classify_choice(slip, text) for text in texts] == wanted


def test_what_the_engine_repaired_is_frozen_with_the_first_decision(open_review, page, monkeypatch):
    review = open_review()
    keep_original(review, 2)
    close(review)
    assert not review.is_outdated
    monkeypatch.setattr(reviews, "this_engine", lambda: Engine("9", "9"))

    def other_engine(source):
        raise AssertionError("the engine is not asked")

    monkeypatch.setitem(globals(), "restore", other_engine)
    again = open_review()
    assert get_state(again) == get_state(review)
    assert again.base.repairs == review.base.repairs
    assert again.is_outdated


def test_the_repairs_of_a_newer_version_can_be_taken(open_review, monkeypatch):
    review = open_review()
    keep_original(review, 0)
    close(review)
    monkeypatch.setattr(reviews, "this_engine", lambda: Engine("9", "9"))
    again = open_review()
    base = restore(DAMAGED)
    again.adopt(base)
    close(again)
    third = open_review()
    assert not third.is_outdated
    assert [place.text for place in third.history.decisions()] == [review.base.repairs[0].before]


def test_damaged_frozen_repairs_are_made_again(open_review, page):
    review = open_review()
    keep_original(review, 1)
    close(review)
    path = journal_of(page)
    path.write_bytes(path.read_bytes().replace(b'"repairs":"eJ', b'"repairs":"xx'))
    again = open_review()
    assert get_state(again)[0] == get_state(review)[0]
    keep_original(again, 3)
    close(again)
    assert get_state(open_review())[0] == get_state(again)[0]


def test_a_changed_text_is_written_with_the_first_decision_on_it(open_review, page):
    review = open_review()
    keep_original(review, 1)
    keep_original(review, len(review.base.repairs) - 1)
    close(review)
    before = journal_of(page).read_bytes()
    new = DAMAGED.replace("重(chóng)庆是一座城市。\n", "")
    again = open_review(new)
    assert (again.reopened.changed, len(again.stranded)) == (True, 1)
    close(again)
    assert journal_of(page).read_bytes() == before
    keep_original(again, 3)
    close(again)
    third = open_review(new)
    assert (third.reopened.changed, len(third.stranded)) == (False, 1)
    assert third.document.text == again.document.text
    back = open_review()
    assert len(list(back.history.decisions())) == 3
    assert back.stranded == ()


def test_a_broken_line_is_kept_in_a_copy_when_the_journal_is_written_anew(open_review, page):
    review = open_review()
    keep_original(review, 0)
    keep_original(review, 1)
    close(review)
    path = journal_of(page)
    parts = path.read_bytes().splitlines(keepends=True)
    assert b'"act":"decide"' in parts[2]
    broken = b"".join([*parts[:2], b"\xff" + parts[2], *parts[3:]])
    path.write_bytes(broken)
    again = open_review()
    assert again.found.journal.broken == 1
    assert len(again.history.done) == 1
    close(again)
    assert path.read_bytes() == broken
    keep_original(again, 4)
    close(again)
    assert path.with_name("page.txt.jingdu.kept-1").read_bytes().startswith(broken)
    assert open_review().found.journal.broken == 0


def test_a_full_disk_loses_nothing(open_review, monkeypatch):
    review = open_review()
    keep_original(review, 0)
    review.save()
    keep_original(review, 1)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            review.save()
    assert review.unsaved == 1
    keep_original(review, 2)
    close(review)
    assert get_state(open_review()) == get_state(review)


def test_what_another_computer_decided_is_taken_in(open_review):
    mine, theirs = open_review(), open_review()
    keep_original(theirs, 0)
    theirs.save()
    keep_original(mine, 1)
    notice = mine.save()
    assert "another" in str(notice)
    assert mine.merged
    mine.refresh()
    assert len(mine.history.done) == 2
    assert get_state(open_review()) == get_state(mine)
    keep_original(theirs, 2)
    theirs.save()
    theirs.refresh()
    assert len(theirs.history.done) == 3
    assert get_state(open_review()) == get_state(theirs)


def test_a_journal_that_went_on_elsewhere_holds_and_comes_back(open_review, page, monkeypatch):
    review = open_review()
    keep_original(review, 0)
    close(review)
    beside = journal_of(page)
    old = beside.read_bytes()
    with monkeypatch.context() as patch:
        fail_to_write(patch, errno.EROFS, page.parent)
        again = open_review()
        again.undo()
        keep_original(again, 1)
        close(again)
        assert beside.read_bytes() == old
        assert get_state(open_review()) == get_state(again)
    # Both are there; the one in the user's folder says that it continues the other.
    third = open_review()
    assert get_state(third) == get_state(again)
    assert third.found.more == ()
    keep_original(third, 2)
    assert third.save() is None
    close(third)
    assert third.file.path == beside
    assert get_state(open_review()) == get_state(third)


def test_an_act_while_others_are_taken_in_loses_none_of_them(open_review):
    for _ in range(5):
        mine, theirs = open_review(), open_review()
        keep_original(theirs, 0)
        theirs.save()
        before = len(theirs.history.done)
        keep_original(mine, 1)
        saving = Thread(target=mine.save)
        saving.start()
        places = [decision_for(one, "x") for one in mine.base.repairs] * 300
        mine.decide(places, How.TYPED)
        saving.join()
        mine.save()
        assert len(mine.history.done) == before + 2
        assert len({act.number for act in mine.history.done}) == before + 2
        close(mine)
        assert len(open_review().history.done) == before + 2


def test_an_older_copy_in_the_user_s_folder_revives_nothing(open_review, page, monkeypatch):
    review = open_review()
    keep_original(review, 0)
    keep_original(review, 1)
    review.save()
    with monkeypatch.context() as patch:
        fail_to_write(patch, errno.EROFS, page.parent)
        review.undo()
        keep_original(review, 2)
        close(review)
        assert not review.file.lies_beside
    assert get_state(open_review()) == get_state(review)


def test_what_was_undone_and_forgotten_is_not_brought_back(open_review, page):
    """As when a program that keeps folders alike puts an older copy back."""
    review = open_review()
    keep_original(review, 0)
    keep_original(review, 1)
    review.save()
    old = journal_of(page).read_bytes()
    review.undo()
    keep_original(review, 2)
    close(review)
    journal_of(page).write_bytes(old)
    keep_original(review, 3)
    close(review)
    again = open_review()
    assert again.history.done == review.history.done
    assert len(again.history.done) == 3


def test_the_same_act_twice_in_a_second_stays_twice(open_review, page):
    review = open_review()
    repair = review.base.repairs[0]
    for text in "甲乙甲":
        review.decide([decision_for(repair, text)], How.TYPED)
    review.save()
    other = open_review()
    keep_original(other, 3)
    other.save()
    keep_original(review, 4)
    review.save()
    assert len(review.history.done) == 5
    assert open_review().document.text.startswith("推甲")


def replace_meanwhile(monkeypatch, other):
    """Let another program write the journal while a line is on its way to the disk."""
    fsync = os.fsync
    left = [other]

    def slow(handle):
        fsync(handle)
        if left:
            left.pop()()

    monkeypatch.setattr(os, "fsync", slow)


def test_a_line_is_not_lost_in_a_file_that_was_just_replaced(open_review, page, monkeypatch):
    mine, theirs = open_review(), open_review()
    keep_original(mine, 0)
    mine.save()
    theirs = open_review()
    keep_original(theirs, 1)
    theirs.undo()
    theirs.redo()
    theirs.save()
    mine.save()
    keep_original(mine, 2)
    with monkeypatch.context() as patch:
        replace_meanwhile(patch, theirs.tidy)
        mine.save()
    close(mine)
    assert len(open_review().history.done) == 3


def test_what_is_added_to_a_file_while_it_is_replaced_is_taken_in(open_review, page, monkeypatch):
    mine = open_review()
    keep_original(mine, 0)
    keep_original(mine, 1)
    mine.undo()
    mine.save()
    theirs = open_review()
    keep_original(theirs, 2)
    with monkeypatch.context() as patch:
        replace_meanwhile(patch, theirs.save)
        mine.tidy()
    close(mine)
    assert {place.start for place in open_review().history.decisions()} == {
        mine.base.repairs[index].source_start for index in (0, 2)
    }


def test_a_change_in_place_of_the_same_length_is_noticed(open_review, page):
    mine, theirs = open_review(), open_review()
    repair = mine.base.repairs[0]
    mine.decide([decision_for(repair, "甲")], How.TYPED)
    mine.save()
    theirs = journal_of(page).read_bytes().replace("甲".encode(), "乙".encode())
    with journal_of(page).open("r+b") as file:
        file.write(theirs)
    keep_original(mine, 1)
    assert "another" in str(mine.save())
    assert len(mine.history.done) == 3


def test_a_foreign_file_in_place_of_the_journal_costs_nothing(open_review, page, monkeypatch):
    with monkeypatch.context() as patch:
        fail_to_write(patch, errno.EROFS, page.parent)
        review = open_review()
        keep_original(review, 0)
        close(review)
    review = open_review()
    keep_original(review, 1)
    review.save()
    journal_of(page).write_text("mine\n", "utf-8")
    keep_original(review, 2)
    close(review)
    assert journal_of(page).read_text("utf-8") == "mine\n"
    assert get_state(open_review()) == get_state(review)


def test_a_foreign_file_in_the_user_s_folder_costs_nothing(tmp_path):
    folder = tmp_path / "data"
    spare = find_journals(None, DAMAGED, folder).file.path
    spare.parent.mkdir(parents=True)
    spare.write_text("mine\n", "utf-8")
    for count in (1, 2):
        review = Review(restore(DAMAGED), find_journals(None, DAMAGED, folder))
        keep_original(review, count)
        close(review)
        again = Review(restore(DAMAGED), find_journals(None, DAMAGED, folder))
        assert len(again.history.done) == count
    assert spare.read_text("utf-8") == "mine\n"


@pytest.mark.parametrize(
    "line",
    [
        '{"n":1,"act":"decide","how":"typed","places":[[5000,5000,"","x"]]}',
        '{"n":1,"act":"read","places":[[5000,"动","dòng"]]}',
        '{"n":1,"act":"decide","how":"typed","places":[[0,0,"","x"]]}',
    ],
)
def test_a_journal_without_a_header_puts_nothing_where_there_is_no_place(open_review, page, line):
    journal_of(page).write_text(f"{line}\n", "utf-8")
    review = open_review()
    assert review.document.text == review.base.text
    assert len(review.stranded) == 1


@pytest.mark.parametrize("note", [b"a\0b.jingdu", b"../../page.txt", b"\xff" * 300, b""])
def test_a_note_that_leads_nowhere_is_passed_over(open_review, page, tmp_path, note):
    folder = tmp_path / "data" / "journals"
    folder.mkdir(parents=True)
    name = sha256(os.fsencode(page)).hexdigest()
    (folder / f"{name}.at").write_bytes(note)
    review = open_review()
    keep_original(review, 0)
    close(review)
    assert get_state(open_review()) == get_state(review)


def test_a_file_that_is_not_known_again_is_no_news(open_review, page):
    """As on a stick whose files have other numbers each time."""
    review = open_review()
    keep_original(review, 0)
    review.save()
    copy = page.with_name("copy")
    copy.write_bytes(journal_of(page).read_bytes())
    copy.replace(journal_of(page))
    keep_original(review, 1)
    assert review.save() is None
    assert not review.merged
    assert get_state(open_review()) == get_state(review)


def test_two_journals_that_grew_apart_become_one(open_review, page, monkeypatch):
    review = open_review()
    keep_original(review, 0)
    close(review)
    with monkeypatch.context() as patch:
        fail_to_write(patch, errno.EROFS, page.parent)
        here = open_review()
        keep_original(here, 1)
        close(here)
    # On another computer, where the folder could be written, somebody went on, too.
    act = DecisionAct((decision_for(here.base.repairs[2], "净"),), How.TYPED, "2999", "", 9)
    with journal_of(page).open("ab") as file:
        file.write(act_line(act, DAMAGED).encode("utf-8"))
    both = open_review()
    assert [one.places[0].start for one in both.history.done] == [
        both.base.repairs[index].source_start for index in range(3)
    ]
    keep_original(both, 3)
    close(both)
    again = open_review()
    assert get_state(again) == get_state(both)
    assert again.found.more == ()


def test_a_full_disk_while_taking_in_mixes_nothing(open_review, monkeypatch):
    mine, theirs = open_review(), open_review()
    keep_original(theirs, 0)
    theirs.save()
    keep_original(mine, 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            mine.save()
    keep_original(mine, 2)
    mine.save()
    assert len(open_review().history.done) == 3


def test_a_foreign_file_beside_the_document_is_told_and_left(open_review, page, tmp_path):
    journal_of(page).write_text("mine\n", "utf-8")
    review = open_review()
    assert "not a Jingdu file" in str(review.found.problem)
    keep_original(review, 0)
    close(review)
    assert journal_of(page).read_text("utf-8") == "mine\n"
    assert get_state(open_review()) == get_state(review)


def test_a_journal_of_a_version_to_come_is_not_touched(open_review, page):
    journal_of(page).write_text('{"jingdu":2}\n', "utf-8")
    review = open_review()
    assert not review.found.can_write
    assert "newer" in str(review.found.problem)


def test_readings_kept_elsewhere_hold_until_the_journal_says_otherwise(open_review):
    review = open_review(own={1: ("动", "dōng"), 14: ("劳", "láo")})
    assert review.pinned_readings == {1: ("动", "dōng"), 14: ("劳", "láo")}
    review.pin_readings([PinnedReading(1, "动", None)])
    assert review.pinned_readings == {14: ("劳", "láo")}
    close(review)
    assert open_review(own={1: ("动", "dōng")}).pinned_readings == {}


def test_the_engine_has_a_name_that_its_code_and_its_tables_make():
    engine = engines.this_engine()
    assert "+" in engine.version
    assert len(engine.data) == 64
    assert isinstance(user_name(), str)


def test_decisions_that_are_no_repairs_read_the_same_when_opened_again(open_review):
    """Of a typed text and a repair inside it there are as many as before, but not the same."""
    review = open_review()
    for start in range(0, len(DAMAGED) - 5, 3):
        review.decide([Decision(start, start + 5, "")], How.TYPED)
        keep_original(review, start % len(review.base.repairs))
        review.save()
        assert open_review().document.text == review.document.text
        if start % 2:
            review.undo()
            review.save()
            assert open_review().document.text == review.document.text


def test_an_act_on_no_place_is_none(open_review):
    review = open_review()
    review.decide([], How.KEEP)
    review.pin_readings([])
    assert review.unsaved == 0


def test_the_repairs_of_another_text_are_not_adopted(open_review):
    with pytest.raises(ValueError, match="another text"):
        open_review().adopt(restore("别的"))


@pytest.mark.parametrize("what", ["repairs", "source"])
def test_a_bomb_in_a_journal_is_not_unpacked(open_review, page, what):
    review = open_review()
    keep_original(review, 0)
    close(review)
    rows = [json.loads(line) for line in journal_of(page).read_text("utf-8").splitlines()]
    for row in rows:
        if what in row:
            row[what] = pack("[]," * 10**7)
    journal_of(page).write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert open_review().document.text == review.document.text
    assert open_review("别的。\n").document.text == "别的。\n"


@pytest.mark.parametrize("seed", range(12))
def test_two_that_decide_at_once_lose_nothing(open_review, page, monkeypatch, seed):
    """Whatever the order, with disks that fail and folders that close for a while."""
    dice = random.Random(seed)
    reviews = [open_review(), open_review()]
    stands: dict[str, bool] = {}
    for step in range(60):
        number = dice.randrange(2)
        review = reviews[number]
        what = dice.random()
        with monkeypatch.context() as patch:
            if dice.random() < 0.15:
                patch.setattr(os, "fsync", full)
            elif dice.random() < 0.1:
                fail_to_write(patch, errno.EROFS, page.parent)
            if what < 0.5:
                place = dice.choice(review.base.repairs)
                text = f"<{step}>"
                review.decide([decision_for(place, text)], How.TYPED)
                stands[text] = True
            elif what < 0.6:
                act = review.undo()
                if act is not None:
                    stands[act.places[0].text] = False
            elif what < 0.7:
                act = review.redo()
            elif what < 0.8:
                with suppress(ReaderError):
                    review.tidy()
                    if not review.unsaved:
                        reviews[number] = open_review()
            else:
                with suppress(ReaderError):
                    review.save()
            if review.merged:
                review.refresh()
    for review in reviews:
        close(review)
    last = open_review()
    found = {place.text for place in last.history.decisions()}
    assert {text for text, stood in stands.items() if stood} <= found
    again = open_review()
    assert again.document.text == last.document.text


SCRIPT = """
import random, sys
from pathlib import Path
from reader import restore
from reader.text.document import Origin
from reader.review.decisions import Decision, decision_for
from reader.review.history import How
from reader.review.finding import find_journals
from reader.review.review import Review
page, data, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
source = page.read_text("utf-8")
found = find_journals(page, source, data)
thawed = found.thaw(source, Origin())
review = Review(thawed or restore(source), found, thawed=thawed is not None, name=page.name)
dice = random.Random(seed)
print("begin", flush=True)
for step in range(10**6):
    if dice.random() < 0.25:
        review.undo() if dice.random() < 0.6 else review.redo()
    else:
        repair = dice.choice(review.base.repairs)
        text = dice.choice((repair.before, "x" * dice.randint(0, 3)))
        review.decide([decision_for(repair, text)], How.TYPED)
    if dice.random() < 0.3:
        told = review.document.text.encode("utf-8").hex()
        print("saving", told, flush=True)
        review.save()
        if dice.random() < 0.1:
            review.tidy()
        print("saved", told, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_process_loses_nothing_that_was_saved(open_review, page, tmp_path, seed):
    command = [sys.executable, "-c", SCRIPT, str(page), str(tmp_path / "data"), str(seed)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"begin\n"
    said = []
    while not (said and said[-1].startswith(b"saved")):
        said.append(process.stdout.readline())
    time.sleep(0.11 * seed)
    process.send_signal(signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    told = [line.decode().split() for line in said if line.endswith(b"\n")]
    # What it said was saved, or what it was just about to save.
    texts = {bytes.fromhex(line[1]).decode("utf-8") for line in told[-2:] if len(line) == 2}
    assert open_review().document.text in texts
    assert parse_journal(journal_of(page).read_bytes()).broken == 0
