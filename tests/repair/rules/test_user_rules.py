"""Rules of the user in force: on spun text, on honest traditional text, on slips and residue."""

import pytest

from reader import MECHANISMS, RepairKind, restore
from reader.repair.rules.apply import apply_rules
from reader.repair.rules.known import MECHANISM_TITLES, RULE_TITLES, RULES_OF, SWITCHES, rule_name
from reader.repair.rules.model import NO_RULES, Digits, Level, Marks, Replacement, Rules, RuleSet
from reader.repair.rules.user_rules import PAIR
from reader.text.kinds import RepairState
from reader.text.repair import state_of
from reader.text.sentences import evidence_words
from tests.cases.tables import cases

SPUN = "推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)，著(zhu)者要幹活喫飯。"
HONEST = "臺灣的圖書館收藏了許多歷史文獻，讀者可以免費借閱，館員很樂意幫忙。"
SLIP = "“十四五”規劃(huà)人事?tīng)幾h調解，推動(dòng)勞(lao)動(dòng)關(guān)係咊(he)諧(xie)。"
RESIDUE = "我们要推动&nbsp;工作&copy;和谐<br>稳定发展，促进就业。"
CLEAN = "我们要推动工作，促进劳动关系和谐稳定。帐号已经注册。"
MISREAD = "涓轰簡淇濇姢鍔冲姩鑰呯殑鍚堟硶鏉冪泭锛屽埗瀹氭湰娉曘€?"
FOREIGN = "これは日本語の文章です。東京の図書館に行きました。"
RULES = Rules()
TORN = "?tīng)幾h"
HONEST_KEPT = "臺灣的图书馆收藏了许多历史文献，读者可以免费借阅，馆员很乐意帮忙。"
KEPT_SLIP = f"“十四五”规划人事{TORN}调解，推动劳动关系和谐。"


def restore_by(rules, text, level=Level.USER):
    document = restore(text, mechanisms=apply_rules(RuleSet({level: rules}, {level: "my.toml"})))
    assert document.rebuild_source() == text
    return document


BY_RULES = [
    (SPUN, RULES, "推动劳动关系和谐，著者要干活吃饭。", "nothing"),
    # exceptions
    (SPUN, RULES.add_exception("咊", "和"), "推动劳动关系咊谐，著者要干活吃饭。", "a variant"),
    (SPUN, RULES.add_exception("動", "动"), "推動劳動关系和谐，著者要干活吃饭。", "no proposal"),
    (SPUN, RULES.add_exception("勞動", "劳动"), "推动勞動关系和谐，著者要干活吃饭。", "a word"),
    (
        SPUN,
        RULES.add_exception("動", "动", "勞動"),
        "推动劳動关系和谐，著者要干活吃饭。",
        "in a context",
    ),
    (
        SPUN,
        RULES.add_exception("動", "动", "行動"),
        "推动劳动关系和谐，著者要干活吃饭。",
        "in a context that is not there",
    ),
    (SPUN, RULES.add_exception("幹", "于"), "推动劳动关系和谐，著者要干活吃饭。", "another pair"),
    (SPUN, RULES.add_exception("(he)", ""), "推动劳动关系和(he)谐，著者要干活吃饭。", "a gloss"),
    (HONEST, RULES.add_exception("臺灣", "台湾"), HONEST_KEPT, "a word"),
    (
        RESIDUE,
        RULES.add_exception("&copy;", "©"),
        "我们要推动 工作&copy;和谐稳定发展，促进就业。",
        "an HTML code",
    ),
    (SLIP, RULES.add_exception(TORN, "争议"), KEPT_SLIP, "a slip"),
    (SLIP, RULES.add_exception(TORN, "爭議"), restore(SLIP).text, "not what came out"),
    # pairs
    (SPUN, RULES.add_pair("咊諧", "和协"), "推动劳动关系和协，著者要干活吃饭。", "around a gloss"),
    (SPUN, RULES.add_pair("咊(he)", "與"), "推动劳动关系與谐，著者要干活吃饭。", "with its gloss"),
    (SPUN, RULES.add_pair("著者要", ""), "推动劳动关系和谐，干活吃饭。", "removed"),
    (CLEAN, RULES.add_pair("帐号", "账号"), CLEAN.replace("帐号", "账号"), "clean text"),
    (CLEAN, RULES.add_pair("号", "號", "帐号"), CLEAN.replace("帐号", "帐號"), "in a context"),
    (CLEAN, RULES.add_pair("号", "號", "几号"), CLEAN, "in a context that is not there"),
    (HONEST, RULES.add_pair("文獻", "书"), restore(HONEST).text.replace("文献", "书"), "longer"),
    (
        RESIDUE,
        RULES.add_pair("&nbsp;", "、"),
        "我们要推动、工作©和谐稳定发展，促进就业。",
        "residue",
    ),
    (FOREIGN, RULES.add_pair("図書館", "图书馆"), FOREIGN.replace("図書館", "图书馆"), "Japanese"),
    # protected texts
    (SPUN, RULES.protect("咊諧"), "推动劳动关系咊諧，著者要干活吃饭。", "around a gloss"),
    (SPUN, RULES.protect("勞(lao)動"), "推动勞(lao)動关系和谐，著者要干活吃饭。", "with a gloss"),
    (SPUN, RULES.protect("he"), "推动劳动关系和谐，著者要干活吃饭。", "inside a gloss"),
    (HONEST, RULES.protect("臺灣"), HONEST_KEPT, "traditional"),
    (RESIDUE, RULES.protect("<br>"), "我们要推动 工作©和谐<br>稳定发展，促进就业。", "a tag"),
    (MISREAD, RULES.protect("鍔冲"), restore(MISREAD).text, "misread text has no words"),
    # glosses
    (SPUN, RULES.keep_gloss("(he)"), "推动劳动关系和(he)谐，著者要干活吃饭。", "everywhere"),
    (
        SPUN,
        RULES.keep_gloss("動（dòng）"),
        "推动(dòng)劳动(dòng)关系和谐，著者要干活吃饭。",
        "of one hanzi",
    ),
    (SPUN, RULES.keep_gloss("关(dòng)"), "推动劳动关系和谐，著者要干活吃饭。", "of another hanzi"),
    # switches
    (SPUN, RULES.switch_off("forms"), "推動勞動關係咊諧，著者要幹活喫飯。", "a mechanism"),
    (
        RESIDUE,
        RULES.switch_off("debris.entity"),
        "我们要推动&nbsp;工作&copy;和谐稳定发展，促进就业。",
        "a rule of the page",
    ),
    (SPUN, RULES.switch_off("gloss.repeated"), restore(SPUN).text, "what is not there"),
    # style
    ("他说：“好‘吧’。”It’s", Rules(quotes="「」"), "他说：「好『吧』。」It’s", "corner brackets"),
    ("他说：「好『吧』。」", Rules(quotes="“”"), "他说：“好‘吧’。”", "curly"),
    ("他说：「好」。", Rules(quotes="keep"), "他说：「好」。", "left alone"),
    ("自２０２４年起用ＡＢＣ。", Rules(digits=Digits.HALF_WIDTH), "自2024年起用ABC。", "digits"),
]


@pytest.mark.parametrize(
    ("text", "rules", "wanted", "why"), BY_RULES, ids=lambda one: str(one)[:20]
)
def test_a_text_reads_as_the_rules_want(text, rules, wanted, why):
    assert restore_by(rules, text).text == wanted, why


def test_rules_that_hold_nowhere_change_nothing():
    rules = (
        RULES.add_pair("不在此处", "別处").add_exception("不在", "此").protect("无此词")
        .keep_gloss("(zzz)").switch_off("slip.guessed")
    )  # fmt: skip
    for text in (SPUN, HONEST, SLIP, RESIDUE, CLEAN, MISREAD, FOREIGN):
        assert restore_by(rules, text) == restore(text)


def test_without_rules_the_mechanisms_are_the_same():
    assert apply_rules(NO_RULES) == MECHANISMS
    assert apply_rules(RuleSet({Level.USER: Rules()})) == MECHANISMS


def test_a_pair_says_whose_rule_it_is():
    document = restore_by(RULES.add_pair("帐号", "账号"), CLEAN)
    (repair,) = [one for one in document.repairs if one.rule == PAIR]
    assert (repair.before, repair.after, repair.kind) == ("帐号", "账号", RepairKind.MANUAL)
    assert repair.applied
    assert repair.confidence == 1
    assert state_of(repair) is RepairState.CERTAIN
    assert evidence_words(repair.evidence[0]) == "Set by your rule for 帐号."


def test_what_stays_is_no_repair():
    for rules in (RULES.protect("咊諧"), RULES.add_exception("咊", "和"), RULES.keep_gloss("(he)")):
        assert not [one for one in restore_by(rules, SPUN).repairs if one.rule.startswith("user")]


def test_an_exception_takes_a_proposal_away_too():
    text = "重(chóng)庆是一座城市，位于中国西南部，人口众多。"
    assert [one.before for one in restore(text).repairs if not one.applied] == ["(chóng)"]
    assert not restore_by(RULES.add_exception("(chóng)", ""), text).repairs


@pytest.mark.parametrize("level", Level)
def test_what_is_switched_off_comes_back_at_a_higher_level(level):
    sets = RuleSet({level: RULES.switch_off("marks").switch_off("forms")})
    assert sets.switched_off == {"marks", "forms"}
    for higher in Level:
        if higher > level:
            back = sets.with_level(higher, RULES.switch_on("forms"))
            assert back.switched_off == {"marks"}
            again = sets.with_level(higher, Rules(marks=Marks.REPAIR))
            assert again.switched_off == {"forms"}


LEVELS = [
    # lower level, higher level, what 咊諧 becomes in the end
    (RULES.add_pair("咊諧", "甲"), RULES.add_pair("咊諧", "乙"), "乙"),
    (RULES.add_pair("咊諧", "甲"), RULES.protect("咊諧"), "咊諧"),
    (RULES.protect("咊諧"), RULES.add_pair("咊諧", "乙"), "乙"),
    (RULES.protect("咊諧"), RULES.add_pair("咊", "乙"), "乙谐"),
    (RULES.add_exception("咊諧", "乙"), RULES.add_pair("咊諧", "乙"), "乙"),
    (RULES.add_pair("咊諧", "乙"), RULES.add_exception("咊諧", "乙"), "咊諧"),
    (RULES.add_pair("系咊諧", "甲"), RULES.add_pair("咊", "乙"), "乙谐"),
]


@pytest.mark.parametrize(("lower", "higher", "wanted"), LEVELS)
@pytest.mark.parametrize(
    "levels",
    [(Level.USER, Level.FOLDER), (Level.FOLDER, Level.DOCUMENT), (Level.USER, Level.GIVEN)],
)
def test_the_higher_level_wins(lower, higher, wanted, levels):
    rules = RuleSet({levels[0]: lower, levels[1]: higher})
    text = restore(SPUN, mechanisms=apply_rules(rules)).text
    assert text.startswith(f"推动劳动关系{wanted}，")


def test_in_one_level_an_exception_wins_over_a_protected_text_and_that_over_a_pair():
    rules = RULES.add_pair("咊諧", "甲").protect("咊")
    assert "关系咊谐" in restore_by(rules, SPUN).text
    rules = Rules(
        pairs=RULES.add_pair("咊", "甲").pairs,
        exceptions=RULES.add_exception("咊", "甲", "咊諧").exceptions,
    )
    assert "关系咊谐" in restore_by(rules, SPUN).text
    assert "关系甲" in restore_by(rules, SPUN.replace("諧", "音")).text


def test_a_change_of_rules_takes_the_opposite_away():
    always = RULES.add_exception("甲", "乙").add_pair("甲", "乙")
    assert (len(always.pairs), len(always.exceptions)) == (1, 0)
    never = always.add_exception("甲", "乙")
    assert (len(never.pairs), len(never.exceptions)) == (0, 1)
    assert RULES.add_pair("甲", "乙").add_pair("甲", "丙") == RULES.add_pair("甲", "丙")
    assert RULES.protect("甲").protect("甲") == RULES.protect("甲")
    assert RULES.switch_off("marks").switch_on("marks").switch_off("marks").switched_on == ()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: RULES.add_pair("", "甲"), "rule_empty"),
        (lambda: RULES.add_pair("甲\n", "乙"), "rule_of_lines"),
        (lambda: RULES.add_pair("甲", "乙\u2028"), "rule_of_lines"),
        (lambda: RULES.add_pair("甲", "甲"), "rule_of_nothing"),
        (lambda: RULES.add_exception("甲", "乙", "丙"), "rule_outside_context"),
        (lambda: RULES.protect(""), "rule_empty"),
        (lambda: RULES.keep_gloss("ma"), "rule_no_gloss"),
        (lambda: RULES.keep_gloss("他们(men)"), "rule_no_gloss"),
    ],
)
def test_what_could_never_hold_is_no_rule(make, code):
    with pytest.raises(ValueError, match=code):
        make()


def test_every_rule_and_mechanism_that_repairs_can_be_switched_off():
    names = {one.name for one in MECHANISMS} - {"lost", "unread"}
    assert names == set(MECHANISM_TITLES)
    given = {
        repair.rule
        for case in cases("wild", "synthetic")
        for repair in restore(case.damaged).repairs
    }
    assert given - {"encoding.lost", "slip.guessed"} <= set(RULE_TITLES)
    assert all(rule_name(rule) != rule for rule in given), "each has a plain name"


def test_rules_of_a_file_are_added_to_others():
    own = RULES.add_pair("甲", "乙").add_exception("丙", "丁").switch_off("marks")
    more = Rules(quotes="keep").add_pair("丙", "丁").protect("戊").switch_on("marks")
    both = own.add_all(more)
    assert both.pairs == (*own.pairs, *more.pairs)
    assert (both.exceptions, both.protected, both.quotes) == ((), ("戊",), "keep")
    assert (both.switched_off, both.switched_on) == ((), ("marks",))
    assert own.add_all(RULES) == own


def test_a_change_can_be_made_to_rules_that_others_changed():
    read = RULES.protect("甲").protect("乙")
    wanted = Rules(quotes="keep").protect("乙").protect("丙")
    theirs = read.protect("丁").add_pair("子", "丑")
    assert theirs.patch(read, wanted) == Rules(
        pairs=theirs.pairs, protected=("乙", "丁", "丙"), quotes="keep"
    )
    assert read.patch(read, wanted) == wanted
    assert theirs.patch(read, read) == theirs


def test_of_two_pairs_for_one_text_the_later_one_holds():
    theirs, wanted = RULES.add_pair("后", "厚"), RULES.add_pair("后", "後")
    assert theirs.patch(RULES, wanted).pairs == wanted.pairs


def test_thousands_of_rules_are_put_together_in_no_time():
    many = Rules(tuple(Replacement(f"甲{number}", "乙") for number in range(20_000)))
    more = many.add_pair("丙", "丁")
    assert many.patch(many, more) == many.add_all(more) == more


@pytest.mark.parametrize("half", ["\ud840", "甲\udc0b"])
def test_half_a_character_is_no_rule(half):
    for add in (RULES.protect, RULES.keep_gloss, lambda text: RULES.add_pair("甲", text)):
        with pytest.raises(ValueError, match="rule_of_halves"):
            add(half)


def test_every_switch_is_listed_under_what_it_undoes():
    assert set(RULES_OF) == set(MECHANISM_TITLES)
    assert {rule for rules in RULES_OF.values() for rule in rules} == set(RULE_TITLES)
    assert len(SWITCHES) == len(MECHANISM_TITLES) + len(RULE_TITLES)
