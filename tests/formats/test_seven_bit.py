"""Chinese in seven bits: HZ and ISO-2022."""

import pytest

from reader.formats.decode import decode
from reader.formats.interpretations import interpret

HZ = [
    "各级人民政府应当加强劳动保护工作。\n第二条　为了保障公民的合法权益，制定本办法。\n",
    "Subject: test\n\nHello 中国人民 and 中文. A~B\n",
]
PLAIN = [
    b"shell: ~{a} ~} and ~{x~}\n",
    b"~{ab~} ~{HOME~} and ~{kqxz~}\n",
    b"ls ~user ~{<:Ky2;Q;~}\n",  # a mark that HZ does not know
]


@pytest.mark.parametrize("text", HZ)
def test_hz_is_read(text):
    data = text.encode("hz")
    assert decode(data)[0] == text
    assert decode(data)[1].encoding == "hz"
    assert decode(data, encoding="hz")[0] == text
    assert interpret(data)[0].encoding == "hz"


def test_lines_that_go_on_are_joined():
    assert decode(b"~{VPND~}~\n~{VPND~}")[0] == "中文中文"


@pytest.mark.parametrize("data", PLAIN)
def test_ascii_stays(data):
    assert decode(data)[0] == data.decode()


def test_escape_sequences_say_what_they_are():
    text = "日本語のテキストです。"
    assert decode(text.encode("iso2022_jp"))[0] == text
    text = "中文邮件"
    assert decode(text.encode("iso2022_jp_2"))[0] == text
    assert decode(b"\x1b[31mred\x1b[0m $B")[0] == "\x1b[31mred\x1b[0m $B"
