import pytest

from reader.formats.budget import Budget
from reader.formats.xml_events import DamagedXml, local, walk_xml
from reader.text.errors import TooMuchInside

PREFIXES = {"urn:w": "w"}


class Log:
    """Writes down what it is told."""

    def __init__(self):
        self.events = []

    def start(self, name, attributes):
        self.events.append((name, local(attributes)))

    def end(self, name):
        self.events.append(f"/{name}")

    def text(self, text):
        self.events.append(text)


def walk(data, steps=1000):
    log = Log()
    walk_xml(data, PREFIXES, log, Budget(None, steps=steps))
    return log.events


def test_elements_attributes_and_text_in_order():
    data = '<w:a xmlns:w="urn:w" xmlns:x="urn:x" w:b="1" c="2"><x:d>文<!-- n --></x:d></w:a>'
    wanted = [("w:a", {"b": "1", "c": "2"}), ("d", {}), "文", "/d", "/w:a"]
    assert walk(data.encode()) == wanted


def test_depth_has_no_end():
    depth = 100_000
    assert len(walk(b"<a>" * depth + b"</a>" * depth, steps=depth)) == 2 * depth


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"<a b=1/>",
        b"<x:a/>",
        b"no xml",
        b"\xff\xfe<",
        b'<!DOCTYPE a [<!ENTITY e "&f;">]><a/>',
        b'<!DOCTYPE a [<!ENTITY e "' + b"x" * 101 + b'">]><a/>',
        b'<!DOCTYPE a [<!ATTLIST a b CDATA "x">]><a/>',
        b'<?xml version="1.0" encoding="utf-16"?><a>\xff</a>',
    ],
)
def test_what_is_no_xml_or_made_to_harm(data):
    with pytest.raises(DamagedXml):
        walk(data)


def test_entities_are_not_put_in():
    text = b'<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f SYSTEM "file:///etc/hosts">]><a>1&e;&f;2</a>'
    events = walk(text)
    assert "".join(one for one in events if isinstance(one, str)) == "12/a"


def test_what_stands_before_the_damage_is_told():
    log = Log()
    with pytest.raises(DamagedXml):
        walk_xml("<a>文</b>".encode(), PREFIXES, log, Budget(None))
    assert log.events == [("a", {}), "文"]


def test_too_many_elements_are_refused():
    with pytest.raises(TooMuchInside):
        walk(b"<a>" + b"<b/>" * 5000 + b"</a>", steps=1000)


def test_a_tag_without_end_is_refused():
    """Three million attributes of one element would take 1 GB before anybody sees them."""
    attributes = b" ".join(b'a%d=""' % number for number in range(1_000_000))
    with pytest.raises(TooMuchInside):
        walk(b"<a " + attributes + b"/>")
    assert walk(b'<a b="' + b"x" * (4 << 20) + b'"/>')
