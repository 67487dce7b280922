import subprocess
import sys

import pytest

from reader.language.characters import (
    all_forms,
    candidates_for,
    plain_readings_of,
    readings_of,
    standard_level,
)

# Forms that spun pages hold and what they stand for there.
LISTED_LINES = (
    "咊和 昰是 灋法 筦管 迻移 寘置 詧察 攷考 拕拖 辳农 耑端 擧举 傚效 筴策 羣群",
    "箇个 査查 爲为 陞升 蓆席 汎泛 衕同 髮发 麵面 製制 係系 於于 傢家 噹当 儘尽",
    "週周 裏里 後后 隻只 噁恶 穫获 佈布 闆板 紮扎 覈核 鬭斗 鎗枪 讐仇 讐雠 徧遍",
    "慾欲 併并 託托 採采 麽么 隷隶 畧略 畱留 夀寿 凴凭 旣既 卽即 敎教 強强 緖绪",
    "郞郎 晩晚 毎每 歩步 絕绝 脫脱 稅税 說说 悅悦 閱阅 淸清 靑青 愼慎 眞真 鎭镇",
    "値值 敍叙 敘叙 鷄鸡 豔艳 巖岩 峯峰 牀床 啓启 裡里 衆众 銹锈 祕秘 綫线 喫吃",
    "煙烟 砲炮 礮炮 姉姊 監监 乾干 徵征 著着 藉借 覆复 餘余 餘馀 鍾钟 鍾锺 發发",
    "瞭了 麼么 昇升 閒闲 閒间 瀋沈 摺折 剋克 夥伙 喆哲 堃坤 犇奔 ⼈人 ⾏行",
)


@pytest.mark.parametrize("pair", [pair for line in LISTED_LINES for pair in line.split()])
def test_a_listed_form_leads_to_its_base_for_little(pair):
    form, base = pair
    [candidate] = [one for one in candidates_for(form) if one.base == base]
    assert candidate.cost <= 1
    assert candidate.sources[0].startswith(("script:", "variant:"))


@pytest.mark.parametrize("pair", ["跼局", "郃合", "搨拓"])
def test_a_form_that_no_source_lists_is_found_by_sound_and_shape(pair):
    form, base = pair
    [candidate] = [one for one in candidates_for(form) if one.base == base]
    assert 4 <= candidate.cost <= 6
    assert candidate.sources[0].startswith("evidence:")


def test_evidence_names_the_shared_reading_and_the_shared_part():
    assert candidates_for("跼")[0].sources == ("evidence:jú/component",)


def test_candidates_come_cheapest_first():
    assert [one.base for one in candidates_for("餘")] == ["余", "馀"]
    for of in all_forms().values():
        assert [one.cost for one in of] == sorted(one.cost for one in of)


@pytest.mark.parametrize("char", ["做", "像", "和", "的", "a", "，", "", "😀", "管理"])
def test_what_is_no_form_has_no_candidates(char):
    assert candidates_for(char) == ()
    assert char not in all_forms()


@pytest.mark.parametrize("pair", ["做作", "作做", "像象", "象像", "帐账", "份分", "座坐", "惟唯"])
def test_two_everyday_characters_are_no_cheap_forms_of_each_other(pair):
    form, base = pair
    assert all(one.cost > 2 for one in candidates_for(form) if one.base == base)


def test_forms_gives_the_same_as_candidates():
    assert all_forms()["咊"] == candidates_for("咊")
    assert "咊" in all_forms()
    assert len(all_forms()) == len(set(all_forms())) > 10_000
    with pytest.raises(KeyError):
        all_forms()["和"]


@pytest.mark.parametrize(("char", "level"), [("的", 1), ("乾", 1), ("徵", 2), ("昇", 3), ("動", 0)])
def test_standard_level(char, level):
    assert standard_level(char) == level


@pytest.mark.parametrize("char", ["", "a", "区长", "(", "\n", "\t"])
def test_what_is_no_hanzi_has_neither_level_nor_readings(char):
    assert standard_level(char) == 0
    assert readings_of(char) == ()
    assert plain_readings_of(char) == frozenset()


@pytest.mark.parametrize(
    ("char", "reading"),
    [
        ("长", "zhǎng"), ("長", "cháng"), ("区", "ōu"), ("地", "de"), ("绿", "lǜ"), ("绿", "lù"),
        ("略", "lüè"), ("女", "nǚ"), ("咊", "hé"), ("筦", "guǎn"), ("傚", "xiào"), ("頭", "tou"),
        ("儿", "ér"), ("郃", "hé"), ("𪩘", "yǎn"),
    ],
)  # fmt: skip
def test_readings_are_complete(char, reading):
    assert reading in readings_of(char)


def test_the_most_usual_reading_comes_first():
    assert [readings_of(char)[0] for char in "和的不了发行"] == [
        "hé",
        "de",
        "bù",
        "le",
        "fā",
        "xíng",
    ]


def test_plain_readings_drop_tones_and_write_v():
    assert plain_readings_of("绿") == {"lv", "lu"}
    assert plain_readings_of("略") == {"lve"}
    assert plain_readings_of("嗯") == {"en"}


def test_nothing_is_read_before_it_is_asked_for():
    program = (
        "import pathlib\n"
        "opened = []\n"
        "read = pathlib.Path.read_bytes\n"
        "def spy(self, *rest, **more):\n"
        "    opened.append(self.name)\n"
        "    return read(self, *rest, **more)\n"
        "pathlib.Path.read_bytes = spy\n"
        "import reader.language.characters as characters\n"
        "assert not opened, opened\n"
        "characters.readings_of('和')\n"
        "assert opened == ['readings.tsv'], opened\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
