"""What is not in the text of a file is said in one sentence."""

import pytest

from reader.text.left_out import LeftOut, list_left_out
from reader.text.sentences import left_out_words


def test_it_is_listed_in_one_order_and_said_in_one_sentence():
    found = list_left_out({"pictures": 2, "headers": 1, "comments": 0})
    assert found == (LeftOut("headers", 1), LeftOut("pictures", 2))
    assert left_out_words(found) == "Not part of the text: page headers (1), pictures (2)."
    assert left_out_words(()) == ""


def test_what_has_no_name_cannot_be_left_out():
    with pytest.raises(KeyError):
        list_left_out({"magic": 1})
