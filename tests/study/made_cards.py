"""Cards for tests, made of a text as the program makes them."""

from functools import lru_cache

from reader.study import Dictionary, count_words
from reader.study.cards.card import make_cards
from reader.text.document import Document

TEXT = "用人单位应当与劳动者签订合同。双方申请了仲裁，经办人员已受理。"
TITLE = "条例（草案）"


@lru_cache(maxsize=1)
def dictionary():
    return Dictionary()


def cards_of(text, *, title=TITLE, **options):
    document = Document.of(text) if isinstance(text, str) else text
    words = count_words(document, dictionary())
    return list(make_cards(words, document, dictionary(), title=title, **options))
