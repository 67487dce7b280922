from random import Random

import pytest

from tests.damage import cut
from tests.damage.sentences import SENTENCES


@pytest.mark.parametrize("way", cut.WAYS)
def test_the_bytes_lack_less_than_a_character(way):
    for number, text in enumerate(SENTENCES[:40]):
        case = cut.WAYS[way](text, Random(number))
        if case is None:
            continue
        gone = len(case.truth.encode()) - len(case.data)
        assert 0 <= gone <= 2
        assert case.data != case.truth.encode()
        assert case.way == way


@pytest.mark.parametrize("encoding", ["gbk", "big5"])
def test_a_first_byte_stands_alone(encoding):
    case = cut.line_end("推动上海深圳等地的工作中心", Random(1), encoding)
    assert case is None or len(case.truth.encode(encoding)) == len(case.data) + 1


def test_a_text_of_another_encoding_is_not_cut():
    assert cut.line_end("推动劳动关系和谐发展，促进就业。", Random(1), "big5") is None
