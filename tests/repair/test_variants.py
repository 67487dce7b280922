"""Forms that need context, and the rest of the document."""

import pytest

from reader import restore

# Long enough that one form in it is no sign that the whole text is spun.
PLAIN = (
    "各级人民政府应当加强对劳动关系协调工作的领导，建立健全劳动关系协调机制，及时研究解决劳动关系"
    "协调工作中的重大问题。县级以上人民政府人力资源社会保障行政部门负责本行政区域内劳动关系协调工作"
    "的指导和监督，其他有关部门在各自职责范围内做好劳动关系协调的相关工作。用人单位应当依法建立和"
    "完善规章制度，保障劳动者享有劳动权利、履行劳动义务。"
)
GLOSSED = "勞動(dòng)(dong)關(guān)係(xi),"


def test_the_long_text_is_clean():
    assert restore(PLAIN).text == PLAIN


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("他们施行禁術，疾病都除去了。", "他们施行禁术，疾病都除去了。"),
        ("其覆盖領土比德国更为广泛。", "其覆盖领土比德国更为广泛。"),
        ("统一称量石數的容器。", "统一称量石数的容器。"),
    ],
)
def test_a_lone_form_that_all_tables_list_is_replaced_in_a_clean_text(given, clean):
    assert restore(PLAIN + given).text == PLAIN + clean


@pytest.mark.parametrize(
    "name", ["恢复良好的冯绍順加盟中乙联赛球队。", "邱景章，字端甫，号蘇斋生。"]
)
def test_the_same_in_a_name_stays(name):
    assert restore(PLAIN + name).text == PLAIN + name


def test_a_gloss_tells_which_character_a_form_stands_for():
    """甙 is a character itself; glossed dai among 历 and 钱币 it is 代."""
    sentence = "金融文化园汇集了世界各国和中国历甙(dai)钱币造型。"
    clean = "金融文化园汇集了世界各国和中国历代钱币造型。"
    assert restore(GLOSSED + sentence).text.endswith(clean)
    form = next(one for one in restore(GLOSSED + sentence).repairs if one.before == "甙")
    assert ("dai", "代") in [reason.args for reason in form.evidence]


def test_a_form_is_read_as_it_is_elsewhere():
    """After 钯镍 the model would leave 郃, which stands in names; 化郃物 says what it is here."""
    sentence = "钯催化的偶聫反应是以钯化郃物作爲催化剂。钯镍郃金可以用作电极。"
    clean = "钯催化的偶联反应是以钯化合物作为催化剂。钯镍合金可以用作电极。"
    assert restore(sentence).text == clean


@pytest.mark.parametrize(
    "char",
    ["\U0002f8c2", "\U0002f814", "\U0002f80b", "\U0002f8a6", "\uf900", "\uf967", "\ufa0c", "内"],
)
def test_a_character_encoded_twice_is_read_between_rare_ones(char):
    # PDF fonts name a drawing by U+2F8C2, which Unicode itself takes for 㨮.
    text = f"\U00028940驂\U00020e55\U000251cf\U000309f7{char}\U000200f6\U0002169d\U0002b4f6"
    assert restore(text).rebuild_source() == text
