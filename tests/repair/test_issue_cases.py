"""How the repairs that users look at first are explained; tests/cases has their results."""

from reader import RepairKind, restore
from reader.text.sentences import evidence_words


def test_a_textbooks_gloss_stays_and_is_proposed():
    document = restore("重(chóng)庆是直辖市，位于长江上游。")
    assert document.text == document.source
    (repair,) = document.repairs
    assert (repair.kind, repair.applied) == (RepairKind.GLOSS, False)
    assert repair.confidence < 0.5


def test_a_variant_is_explained():
    document = restore("全力推動(dòng)有傚(xiao)措施(shi)")
    (repair,) = [one for one in document.repairs if one.before == "傚"]
    assert repair.after == "效"
    assert repair.kind is RepairKind.VARIANT
    assert repair.confidence > 0.9
    words = " ".join(evidence_words(reason) for reason in repair.evidence)
    assert "传" not in words
    assert "CC-CEDICT" in words


def test_a_slip_shows_its_bytes():
    document = restore("勞動(dòng)人事?tīng)幾h調解")
    (slip,) = [one for one in document.repairs if one.kind is RepairKind.SLIP]
    assert (slip.before, slip.after) == ("?tīng)幾h", "争议")
    words = " ".join(evidence_words(reason) for reason in slip.evidence)
    assert "CA C2 A0 8E D7 68" in words
    assert "聽" in words


def test_a_rare_form_does_not_become_a_common_character():
    assert restore("勅令").text in ("敕令", "勅令")
