"""Exported decisions are rows of a table of cases."""

from reader import restore
from reader.export.cases import escape, to_cases
from reader.export.material import Material
from reader.review.decisions import Decision, apply_decisions, decision_for
from tests.cases import tables
from tests.cases.tables import HEADER, KINDS, Case
from tests.cases.test_tables import MECHANISMS
from tests.export.generated import COUNT, generated


def read(text):
    head, *lines = text.split("\n")
    assert tuple(head.split("\t")) == HEADER
    assert lines.pop() == ""
    found = []
    for line in lines:
        damaged, restored, *rest = line.split("\t")
        damaged = tables.unescape(damaged)
        same = restored == tables.SAME
        found.append(Case("", 0, damaged, damaged if same else tables.unescape(restored), *rest))
    return found


def test_rows_are_as_the_tables_want_them():
    count = 0
    for number in range(COUNT):
        text = to_cases(Material(generated(number)))
        found = read(text)
        count += len(found)
        assert [tables.write_row(case) for case in found] == text.split("\n")[1:-1]
        assert len({case.damaged for case in found}) == len(found)
        for case in found:
            assert case.damaged in generated(number).source
            assert case.restored in generated(number).text
            assert case.kind in KINDS
            assert set(case.mechanism.split("+")) <= MECHANISMS
            assert case.why
            assert case.stays == (case.kind == "negative")
    assert count > COUNT


def test_a_sentence_with_what_was_decided_in_it():
    document = restore("開頭。推動(dòng)勞(lao)動(dòng)關(guān)係。結尾。")
    form = next(one for one in document.repairs if one.before == "係")
    document = apply_decisions(document, [decision_for(form, "洗")])
    material = Material(document, notes={(form.source_start, form.source_end): "错字"})
    (case,) = read(to_cases(material))
    assert case == Case(
        "", 0, "推動(dòng)勞(lao)動(dòng)關(guān)係。", "推动劳动关洗。", "wild",
        "gloss+script", "错字",
    )  # fmt: skip


def test_what_was_kept_is_a_negative_case():
    document = restore("推動(dòng)關(guān)係。男人(ren)說。")
    gloss = next(one for one in document.repairs if one.before == "(ren)")
    document = apply_decisions(
        document,
        [
            decision_for(gloss, "(ren)"),
            *(decision_for(one, one.before) for one in document.repairs if one.before == "說"),
        ],
    )
    (case,) = read(to_cases(Material(document)))
    assert (case.damaged, case.kind) == ("男人(ren)說。", "negative")
    assert case.mechanism == "gloss+script"


def test_what_was_typed_where_nothing_was_found():
    document = apply_decisions(restore("一切正常。"), [Decision(0, 1, "壹"), Decision(2, 4, "")])
    (case,) = read(to_cases(Material(document)))
    assert (case.damaged, case.restored) == ("一切正常。", "壹切。")
    assert case.mechanism == "variant+debris"


def test_cells_are_escaped_as_in_the_tables():
    for text in ("a\tb\n", " x ", "=", "\u200b\ufffd\U000e0001", "\\"):
        assert escape(text) == tables.escape(text)
