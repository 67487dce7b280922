"""A Word document: accepting all gives the clean text, rejecting all the source."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import Document, RepairKind, open_document, restore
from reader.export.docx import count_unwritable, to_clean_docx, to_docx
from reader.export.material import Material
from reader.export.word import show_controls
from reader.review.decisions import Decision, apply_decisions
from reader.text.align import Alternative, Change
from reader.text.evidence import Evidence
from reader.text.kinds import RepairState
from reader.text.repair import LOST, state_of
from reader.text.resources import resource_path
from reader.text.structure import BlockKind
from tests.export.generated import COUNT, generated
from tests.export.word_reading import changes, comments, part, read_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHEN = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)


def as_lines(text):
    """Return a text as a Word document holds it: one sort of line end, pictures of controls."""
    return show_controls(re.sub("\r\n?", "\n", text))


def check(document):
    data = to_docx(Material(document))
    assert read_text(data, accept=True) == as_lines(document.text)
    assert read_text(data, accept=False) == as_lines(document.source)
    return data


def test_the_sample_is_exact_both_ways():
    document = open_document(resource_path("samples", "policy_damaged.txt"))
    data = check(document)
    authors = {author for _, author, _, _ in changes(data)}
    assert {"Jingdu: gloss", "Jingdu: slip", "Jingdu: script", "Jingdu: variant"} <= authors


@pytest.mark.parametrize("number", range(COUNT))
def test_a_generated_document_is_exact_both_ways(number):
    check(generated(number))


PIECES = ["重", "慶", "\n", "\r\n", "\t", "\0", "\ud800", "<&\"'", "\x85", "😀"]
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
TEXTS = st.lists(st.sampled_from([*PIECES, "\r"]), max_size=8).map("".join)


@given(TEXTS, st.lists(st.tuples(TEXTS, WRITTEN, TEXTS, st.booleans()), max_size=5))
def test_any_repair_is_exact_both_ways(first, rest):
    rows, source = [], first
    for before, after, between, applied in rest:
        change = Change(after, RepairKind.DEBRIS, "x", 0.7 if applied else 0.3, applied=applied)
        rows.append((len(source), len(source) + len(before), change))
        source += before + between
    data = check(Document.of(source, rows))
    comments(data)


def test_a_repair_is_one_change_with_its_kind_as_author():
    gloss = Change("", RepairKind.GLOSS, "gloss.reading", 0.98)
    form = Change("庆", RepairKind.SCRIPT, "script.table", 0.99)
    document = Document.of("重慶(qing)(qing)市", [(1, 2, form), (2, 8, gloss), (8, 14, gloss)])
    data = to_docx(Material(document, when=WHEN))
    assert changes(data) == [
        ("del", "Jingdu: script", "2026-11-29T08:32:00Z", "慶"),
        ("ins", "Jingdu: script", "2026-11-29T08:32:00Z", "庆"),
        ("del", "Jingdu: gloss", "2026-11-29T08:30:00Z", "(qing)"),
        ("del", "Jingdu: gloss", "2026-11-29T08:32:00Z", "(qing)"),
    ]
    assert comments(data) == []
    ids = [one.get(f"{W}id") for one in part(data).iter(f"{W}ins", f"{W}del")]
    assert len(set(ids)) == len(ids)


def test_what_needs_a_person_has_a_comment_with_the_reason():
    unsure = Change(
        "达", RepairKind.SCRIPT, "script.table", 0.8, (Evidence("word", ("达到",)),),
        (Alternative("達", 0.15),),
    )  # fmt: skip
    proposed = Change(
        "", RepairKind.GLOSS, "gloss.lone", 0.4, (Evidence("gloss_lone"),), applied=False
    )
    lost = Change("", RepairKind.ENCODING, LOST, 0.0, applied=False)
    document = Document.of("達(da)\ufffd好", [(0, 1, unsure), (1, 5, proposed), (5, 6, lost)])
    document = apply_decisions(document, [Decision(6, 7, "妙")])
    material = Material(document, notes={(6, 7): "见原件\n第二页"})
    found = comments(to_docx(material))
    assert sorted(one.marked for one in found) == ["(da)", "好妙", "達达"]
    told = {one.marked: one.text for one in found}
    assert told["達达"].startswith("Traditional form: 達 → 达 (unsure, 80%)\n")
    assert told["達达"].count("达到") == 1
    assert told["達达"].endswith("\nAlternatives: 達 (15%)")
    assert told["(da)"].startswith("Gloss: (da) → nothing (undecided, 40%)\n")
    assert told["好妙"] == "Typed: 好 → 妙\n见原件\n第二页"


def test_only_what_needs_a_person_has_a_comment():
    for number in range(0, COUNT, 7):
        document = generated(number)
        wanted = (RepairState.UNSURE, RepairState.UNDECIDED, RepairState.BY_HAND)
        count = sum(state_of(repair) in wanted for repair in document.repairs)
        assert len(comments(to_docx(Material(document)))) == count


def test_a_place_where_the_original_was_kept_is_no_change():
    document = restore("推動(dòng)勞(lao)動(dòng)關(guān)係")
    kept = next(repair for repair in document.repairs if repair.before == "(lao)")
    document = apply_decisions(document, [Decision(kept.source_start, kept.source_end, "(lao)")])
    data = check(document)
    assert "(lao)" not in [text for _, _, _, text in changes(data)]
    (comment,) = comments(data)
    assert comment.marked == "(lao)"
    assert comment.text.startswith("Original kept; proposed: nothing (9")
    assert "You decided" not in comment.text


def test_headings_lists_and_tables_are_those_of_word():
    data = to_docx(Material(generated(1)))
    body = part(data)
    styles = [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")]
    assert {"Heading1", "Heading3"} <= set(styles)
    assert {"ListBullet", "ListText"} & set(styles)


@pytest.mark.parametrize("number", range(1, COUNT, 6))
def test_a_clean_document_reads_back_as_it_was(number, tmp_path):
    document = generated(number)
    data = to_clean_docx(Material(document))
    assert read_text(data, accept=True) in (
        as_lines(document.text),
        as_lines(document.text).removesuffix("\n"),
    )
    assert changes(data) == []


def test_structure_survives_in_a_clean_document(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>標題一則</h1><p>推動(dòng)發展。</p><ul><li>一項</li></ul>"
        "<table><tr><th>城市</th><th>數量</th></tr><tr><td>合肥</td><td>3</td></tr></table>"
        "<p>完</p>",
        "utf-8",
    )
    path = tmp_path / "page.docx"
    path.write_bytes(to_clean_docx(Material(open_document(page))))
    again = open_document(path)
    before = open_document(page)
    assert again.text == before.text
    kinds = [(block.kind, block.level) for block in again.structure]
    assert kinds == [(block.kind, block.level) for block in before.structure]
    assert (BlockKind.ROW, 1) in kinds


def test_what_xml_cannot_hold_is_counted_and_shown():
    material = Material(Document.of("甲\0乙\x1b\udc80丙\x85"))
    assert count_unwritable(material) == 3
    for export in (to_docx, to_clean_docx):
        data = export(material)
        assert read_text(data, accept=True) == "甲␀乙␛␚丙\x85"


def test_equal_documents_make_equal_files():
    material = Material(generated(0), when=WHEN)
    assert to_docx(material) == to_docx(material)
