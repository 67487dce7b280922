"""Errors: one line of the table a code, for the command line and the window."""

import errno
import os
import pickle
import re
from pathlib import Path

import pytest

from reader import ReaderError
from reader.batch.archive import errors as archive_errors
from reader.batch.archive.extras import NeedsExtra
from reader.batch.archive.opening import NoSuchPage
from reader.batch.archive.sources.cells import BadRow
from reader.export.typeset import NoTypesetter
from reader.pinyin.user_readings import BadReadings
from reader.review.errors import JournalElsewhere, JournalForeign, JournalGiven, JournalMerged
from reader.review.rules.errors import (
    RulesNotForFolder,
    RulesUnreadable,
    RuleUnknown,
    RuleWrong,
)
from reader.study.errors import (
    AnkiRefused,
    AnkiSilent,
    BadGlossaryLine,
    CannotSpeak,
    CannotTranslate,
    LibraryDamaged,
    LibraryNewer,
    NewerAnki,
    NoLibrary,
    NotSafe,
    NotThisComputer,
    NoVoice,
    NoWordsInside,
    TooMuchToSend,
)
from reader.text import errors
from reader.text.causes import Cause, cause_of
from reader.text.errors import reading_failed, writing_failed
from reader.text.files import write_bytes
from reader.text.messages import CAUSES, ERRORS
from reader.text.sentences import cause_words, error_words, read_error, translate_error
from reader.text.streams import OutputGone

PATH = Path("/文/报告.txt")
CAUSE = Cause("disk_error")
EVERY = [
    errors.FileMissing(PATH),
    errors.IsFolder(PATH),
    errors.NoPermission(PATH),
    errors.NoPermission(PATH, writing=True),
    errors.EmptyFile(),
    errors.BinaryContent(PATH),
    errors.BinaryContent(PATH, kind="program"),
    errors.FileTooBig(PATH, 3 * 2**20 + 1, 2**20),
    errors.BrokenFile(PATH, "PDF"),
    errors.EncryptedFile(PATH),
    errors.EncryptedFile(PATH, is_book=True),
    errors.NoTextInside(None, "HTML"),
    errors.NoCharactersInside(None, "PDF"),
    errors.OtherFormat(PATH, "Excel", ".html"),
    errors.NeedsOffice(PATH, "Word 97 (.doc)", ".docx"),
    errors.TooMuchInside(PATH),
    errors.TakesTooLong(PATH, 60.0),
    errors.NoAddress("x"),
    errors.AddressNotFile("http://x"),
    errors.CannotFetch("http://x", Cause("answered", status=404, phrase="Not Found")),
    errors.UnknownEncoding("nonsense"),
    errors.FileBusy(PATH),
    errors.Crashed(PATH, "ValueError"),
    errors.Crashed(None, "ValueError"),
    errors.DiskFull(PATH),
    errors.CannotRead(PATH, CAUSE),
    errors.CannotWrite(PATH, CAUSE),
    errors.InputClosed(),
    errors.InputUnreadable(CAUSE),
    errors.Unexpected("", ValueError("无")),
    BadReadings(PATH, 3, "字"),
    JournalForeign(PATH),
    JournalForeign(PATH, newer=True),
    JournalGiven(PATH, PATH),
    JournalElsewhere(PATH),
    JournalMerged(PATH),
    RulesUnreadable(PATH, 3, "甲"),
    RuleUnknown(PATH, 3, "甲", "乙", "乙"),
    RuleUnknown(PATH, 3, "甲", "", "乙"),
    RuleWrong(PATH, 3, "甲", Cause("rule_empty")),
    RulesNotForFolder(PATH, 3, "甲"),
    LibraryNewer(PATH),
    LibraryDamaged(PATH),
    LibraryDamaged(PATH, PATH),
    LibraryDamaged(PATH, PATH, saved=7),
    NoLibrary(PATH),
    NoWordsInside(PATH),
    NewerAnki(PATH),
    NotThisComputer("http://x"),
    AnkiSilent("http://x", CAUSE),
    AnkiRefused("坏"),
    NoVoice(),
    NoVoice(has_program=True),
    CannotSpeak("espeak-ng", Cause("ended", status=3)),
    NotSafe("http://x"),
    CannotTranslate("x", Cause("other_number", came=1, asked=2)),
    TooMuchToSend(30_000, 20_000),
    BadGlossaryLine(PATH, 3, "劳动", Cause("glossary_no_tab")),
    NoTypesetter(),
    NeedsExtra("pyarrow", "batch"),
    archive_errors.NoColumn("表.csv", "正文", "编号，内容"),
    archive_errors.NoPages("甲"),
    archive_errors.OutputThere("甲"),
    archive_errors.OutputThere("甲", unfinished=True),
    *(
        archive_errors.CannotResume("甲", what)
        for what in ("source", "options", "engine", "format")
    ),
    archive_errors.OutputInside("甲"),
    archive_errors.UnknownShape("甲.x", ".zip"),
    archive_errors.WorkersDie(6),
    archive_errors.NoScheduler("tcp://机:8786"),
    archive_errors.WorkerFailed(3, CAUSE),
    archive_errors.OutputBusy("甲"),
    NoSuchPage("甲.zip", "乙.txt"),
    BadRow("row_no_column", column="正文", columns="编号"),
    BadRow("row_no_text", column="正文"),
    BadRow("row_other_text", column="正文", kind="a number"),
    BadRow("row_empty"),
    BadRow("row_no_json", place=3),
    BadRow("row_deep"),
    BadRow("row_no_object"),
    BadRow("rest_lost", words="坏."),
    BadRow("table_wide", path="表.csv", encoding="utf-16"),
    BadRow("page_too_long", count=2_000_000, most=1_000_000),
    BadRow("page_crashed"),
]
OUTPUT = {"output_unread": {}, "output_unwritable": {"reason": CAUSE}}
VALUES = {"megabytes": 64, "packing": "br", "status": 404, "phrase": "Not Found", "words": "坏"}
VALUES |= {"came": 1, "asked": 2}


def test_every_line_is_said_by_some_error():
    assert {error.message_id for error in EVERY} | OUTPUT.keys() == ERRORS.keys()
    kinds = {type(error) for error in EVERY}
    assert kinds >= {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, ReaderError) and kind is not ReaderError
    }


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.message_id)
def test_an_error_says_what_happened_and_what_to_do(error):
    assert str(error) == f"{error.what} {error.advice}".strip()
    for window in (False, True):
        words = error_words(error.message_id, error.values, window=window)
        assert not re.search("[{}]|None", "".join(words))
        assert all(sentence.endswith(".") for sentence in words if sentence)
    assert error_words(error.message_id, error.values) == (error.what, error.advice)


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.message_id)
def test_an_error_crosses_from_a_worker_process(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    names = ("code", "message_id", "what", "advice")
    assert [getattr(again, name) for name in names] == [getattr(error, name) for name in names]
    assert error_words(again.message_id, again.values) == (error.what, error.advice)


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.message_id)
def test_an_error_is_read_from_its_english_sentences(error):
    code, values = read_error(str(error))
    for window in (False, True):
        again = error_words(code, values, _shout, window=window)
        assert again == error_words(error.message_id, error.values, _shout, window=window)


def test_an_error_of_a_row_is_told_in_another_language():
    inside = str(errors.BrokenFile("甲.zip", "ZIP or Office"))
    said = translate_error(str(BadRow("rest_lost", words=inside)), _shout)
    assert said.startswith("THE REST OF THE FILE COULD NOT BE READ: 甲.zip IS A DAMAGED ZIP OR OFF")
    assert translate_error("It broke, who knows why.", _shout) == "It broke, who knows why."
    endless = f"{'a, line ' * 10_000}."
    assert translate_error(endless, _shout) == endless


def _shout(_context, text):
    """Translate into capitals, but for the names of values."""
    return re.sub(r"{\w+}|[^{}]+", lambda one: one[0] if one[0][0] == "{" else one[0].upper(), text)


def test_an_error_may_bring_its_own_words():
    error = ReaderError("It broke.", "Mend it.")
    assert (str(error), error.code, error.what) == ("It broke. Mend it.", "error", "It broke.")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_what_has_no_path_is_the_input_or_the_text():
    assert error_words("empty", {"path": None})[0] == "The input is empty."
    assert error_words("empty", {"path": None}, window=True)[0] == "The text is empty."


@pytest.mark.parametrize("code", CAUSES)
def test_a_cause_ends_a_sentence(code):
    words = cause_words(Cause(code, **VALUES))
    assert words == words.strip(" .")
    assert not re.search("[{}]", words)


def test_an_answer_without_a_phrase_ends_well():
    assert cause_words(Cause("answered", status=599, phrase="")) == "the server answered 599"


USUAL = ["ENOSPC", "EROFS", "EBUSY", "EIO", "ENAMETOOLONG", "ELOOP", "EINVAL", "EFBIG", "EMFILE",
         "ESTALE", "ETIMEDOUT", "EDQUOT", "ENOMEM", "ENXIO", "ENOTSUP", "EHOSTUNREACH"]  # fmt: skip


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_refusals_of_a_system_have_words_of_ours(name):
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number))
    assert cause_of(error).code != "system"
    for failed in (reading_failed(PATH, error), writing_failed(PATH, error)):
        assert os.strerror(number) not in str(failed)
        assert str(PATH) in str(failed)


def test_any_other_refusal_is_told_in_the_words_of_the_system():
    for error, words in ((OSError(errno.EDOM, "Odd"), "Odd"), (OSError("odd"), "odd")):
        assert cause_words(cause_of(error)) == words


def test_files_that_cannot_be_written_say_why(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    reasons = {
        "none/x.txt": "its folder does not exist",
        "": "it is a folder",
        "a\0b": "its name is not allowed here",
        "长" * 300: "its name is too long",
        "loop": "its links form a loop",
    }
    for name, reason in reasons.items():
        with pytest.raises(ReaderError, match=re.escape(f"cannot be written: {reason}.")):
            write_bytes(tmp_path / name, b"x")


def test_what_is_wrong_with_the_output_is_a_sentence():
    assert str(OutputGone("output_unread")) == "the program reading the output has ended."
    gone = OutputGone("output_unwritable", reason=Cause("no_room"))
    assert str(gone) == "the output cannot be written: the disk is full."
