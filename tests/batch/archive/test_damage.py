"""What a page suffered from: one word for all of its repairs."""

import pytest

from reader import restore
from reader.batch.archive.damage import classify
from reader.batch.archive.row import Damage, PageRow
from tests.batch.archive import making
from tests.damage.everyday import TEXTS

HONEST = (
    "臺灣的經濟發展與社會變遷，長期以來受到學術界的關注。我們應當尊重歷史，發揚傳統文化，"
    "並且推動教育改革。後來他們決定離開這裡，前往國外學習語言與藝術。"
)
CASES = [
    (making.CLEAN, "clean", "nothing was repaired"),
    ("", "clean", "nothing stands there"),
    (HONEST, "other", "honest traditional text was not spun"),
    ("臺灣羣衆爲了經濟的發展，於是在這裏舉行了大會，衆人都來參加。", "other", "in old print"),
    (making.SPUN, "spun", "glosses, forms and a variant"),
    ("各地(di)要(yao)抓(zhua)好(hao)落实(shi)工作(zuo)。", "spun", "glosses in simplified text"),
    ("各地要抓好落实，咊谐稳定，灋律灋规，筦理要到位。", "spun", "variants alone"),
    ("讼师莫得好意思国", "spun", "synonyms, which cannot be repaired"),
    (
        "我們要加強管理，髮展農業生産，提高産品質量。後麵還要繼續幹好本職工作，製定計劃，"
        "裏面的內容要週到。嚮先進學習，麵對睏難不退縮。",
        "spun",
        "forms that were put in one by one",
    ),
    ("重(chóng)庆是一座城市。", "clean", "a textbook's own gloss is only pointed out"),
    ("说到“發”和“髮”，《說文解字》里都有。", "clean", "traditional words that are quoted"),
    (making.SLIPPED, "slipped", "a mark inside the bytes of a character"),
    ("人事?tīng)幾h調解委員會依法受理。", "slipped", "a gloss inside the bytes of a character"),
    (making.MISREAD, "misread", "GBK read as Windows-1252"),
    ("鍔冲姩鍏崇郴鍜岃皭绋冲畾", "misread", "UTF-8 read as GBK"),
    ("撠極?瑞?????", "misread", "only the encoding can be told"),
    (making.LOST, "lost", "bytes that are gone"),
    ("劳动关\ufffd的和谐稳定，是社会建设的重要内容。", "lost", "the context tells a character"),
    ("&ldquo;全面落实&rdquo;，<b>重点</b>工作。", "other", "residue of a page"),
    ("国发?2013?25号文件要求，各地要认真贯彻落实。", "other", "brackets that became marks"),
    (making.SPUN + making.MISREAD, "misread", "of two the one that is hardest to repair"),
    (making.SPUN + making.SLIPPED, "slipped", "of two the one that is hardest to repair"),
    (making.SPUN + making.LOST, "lost", "of two the one that is hardest to repair"),
]


@pytest.mark.parametrize(("text", "damage", "why"), CASES, ids=[why for _, _, why in CASES])
def test_a_page_suffered_from(text, damage, why):
    assert classify(restore(text)).value == damage


def test_everyday_texts_are_clean():
    assert {classify(restore(text)) for text in TEXTS} == {Damage.CLEAN}


def test_a_row_is_made_again_from_what_files_hold():
    row = PageRow("a", "b", 3, damage="spun", counts={"gloss": 2}, lowest=0.7, clean="甲")
    assert PageRow.from_dict({**row.to_dict(), "id": 5}) == row
    with pytest.raises(KeyError):
        PageRow.from_dict({"page": "a", "source": "b"})
