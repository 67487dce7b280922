"""The real sample: what is surely wrong in its restored text, without keeping a copy of it."""

from __future__ import annotations

import re
from hashlib import sha256

from tests.bench import corpus

SAMPLE = corpus.SHARED / "samples" / "labour_relations.txt"

# SHA-256 of each paragraph of the clean text, which was checked by reading.
RIGHT = (
    "89ae07deefcf0433baf25d728ec9538cd0fba567c76b69c49fab7dd09a746f02",
    "4270d5015d79bb5c26c85376c6cf8c373d5d88698171b309827ab7a7d8b11be6",
    "023697654dbdbf16fa6b22bd8b1923b4bd8cd7a8c9360d2a0f0f7ee07495378a",
    "38c26b0c457bf951ee7d097f6eea5bf70df8b5bd05bd261f2f44fae852ca2a5a",
    "ae4d5a627604509f46ef3041983cac49073dd23b4d324fc806647a9141bb65dd",
    "8c23c4ea44862e5774be92a84e1c56ae2184e7c8dd29888e33688292071f3b02",
    "0dd405d4e19e0643737bf16ba1c4a041b753bc1e09488c7a795b2e4cdb5d44f5",
)
# Words the clean text holds, and how often.
WANTED = {
    "人事争议调解": 1, "1.45万": 1, "79.39%": 1, "3.6万": 1, "A级": 1, "和谐": 3, "政策": 2,
    "提升": 2, "拖欠": 2, "前端": 1, "管理": 3, "考核": 1, "合力": 1, "拓展": 1, "监察": 3,
    "处置": 3, "人社局": 1, "违法行为": 1, "联席会议": 1, "协同机制": 1, "获评": 1, "短板": 1,
    "应列尽列": 1, "周报": 1, "扎实": 1, "恶意欠薪“黑名单”": 1, "互联网+调解仲裁": 1,
}  # fmt: skip
_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü: ]+[)）]")
_MARK = re.compile(r"(?<=[\u4e00-\u9fff”》])[,:;?()]|[,:;?()](?=[\u4e00-\u9fff“《])")
_SPACE = re.compile(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff“])")


def wrong(text: str) -> list[str]:
    """Return what is wrong in a restored sample: one entry a character or place."""
    found = [f"gloss {hit.group()}" for hit in _GLOSS.finditer(text)]
    rest = _GLOSS.sub("", text)
    found += [f"mark {hit.group()}" for hit in _MARK.finditer(rest)]
    found += ["space"] * len(_SPACE.findall(rest))
    found += [f"form {char}" for char in rest if "\u3400" <= char <= "\u9fff" and _is_rare(char)]
    for word, number in WANTED.items():
        found += [f"missing {word}"] * max(0, number - rest.count(word))
    paragraphs = text.split("\n")
    found += ["paragraphs"] * abs(len(paragraphs) - len(RIGHT))
    if not found:  # nothing of the above, and yet not the text that was read
        found = [
            f"paragraph {number}"
            for number, (paragraph, right) in enumerate(zip(paragraphs, RIGHT, strict=True), 1)
            if sha256(paragraph.encode()).hexdigest() != right
        ]
    return found


def _is_rare(char: str) -> bool:
    """Tell whether a hanzi is none of GB2312; the clean text holds no other."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
