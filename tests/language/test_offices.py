"""Short names of offices are words, and what only looks like one is left alone."""

import pytest

from reader.language.segment import segment, tag_words
from reader.text.resources import resource_path


def words(text):
    return [text[start:end] for start, end in segment(text)]


@pytest.mark.parametrize(
    "parted",
    [
        "上海市|人社局|发布|通知",
        "由市|人社局|负责",
        "省|人社厅",
        "区|住建局",
        "市|卫健委",
        "市|工信局",
        "县|人社局|局长",
        "北京市|住建委",
        "教育部|人社部|联合|发文",
        "市|文广旅局",
        "网信办|和|市|文旅局",
    ],
)
def test_a_short_name_is_a_word_and_what_is_left_of_its_neighbours_is_cut_again(parted):
    text = parted.replace("|", "")
    assert words(text) == parted.split("|")
    assert len(tag_words(text)) == len(words(text))


def test_it_is_an_organisation():
    assert tag_words("由市人社局负责")[1] == "nt"


@pytest.mark.parametrize(
    "parted",
    [
        "人社|部门",
        "文旅|部门|负责",
        "水务局|长",
        "卫健|委员",
        "网信|办事",
        "应急|部队",
        "海洋|局面",
        "生态环境|部署",
        "工人|社团",
        "个人|社保",
        "劳动|关系",
        "方便|面对",
    ],
)
def test_what_goes_on_behind_it_makes_another_word(parted):
    assert words(parted.replace("|", "")) == parted.split("|")


@pytest.mark.parametrize("text", ["工人社部", "外国人社厅人社", "人社局" * 3000, "人社局，人社局"])
def test_every_character_stays_in_one_word(text):
    assert "".join(words(text)) == text.replace("，", "")


def test_the_table_is_sorted_and_has_each_stem_once():
    lines = resource_path("data", "offices.tsv").read_text("utf-8").splitlines()
    stems = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    assert stems == sorted(set(stems))
    assert all(ending.isalpha() for line in lines[2:] for ending in line.split("\t")[1].split())
