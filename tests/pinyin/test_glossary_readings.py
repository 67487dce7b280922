"""The terms of the glossary are read as it says: two tables written apart must agree."""

from reader.pinyin.pronounce import pronounce
from reader.pinyin.spelling import split_tone
from reader.study.dictionary.cedict_text import mark_tones
from reader.text.resources import resource_path

# Of several words in quotation marks: “两重”建设 names two things that weigh much.
_READ_BY_CONTEXT = {"两重"}


def terms():
    for name in ("glossary.tsv", "function_words.tsv"):
        for line in resource_path("data", name).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                term, pinyin, *_ = line.split("\t")
                yield term, mark_tones(pinyin).lower().split()


def agree(one, other):
    """Tell if two syllables are the same; a neutral tone stands for any."""
    (plain, tone), (other_plain, other_tone) = split_tone(one), split_tone(other)
    return plain == other_plain and (tone == other_tone or not tone or not other_tone)


def test_the_glossary_and_the_readings_agree():
    wrong = []
    for term, pinyin in terms():
        said = [syllable for _, _, syllable in pronounce(term)]
        if len(term) > 1 and not all(map(agree, said, pinyin)):
            wrong.append((term, pinyin, said))
    assert [term for term, _, _ in wrong if term not in _READ_BY_CONTEXT] == [], wrong
