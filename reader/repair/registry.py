"""All mechanisms, in the order in which they are called.

If two propose runs of bytes that overlap, the first one wins. A new mechanism is a file with a
class that implements `Mechanism`, a line here, and a table of cases in tests/cases.
"""

from __future__ import annotations

from reader.repair.byte_slips import ByteSlips
from reader.repair.cuts import Cuts
from reader.repair.doubled_spaces import DoubledSpaces
from reader.repair.entities import Entities
from reader.repair.escapes import Escapes
from reader.repair.forms import Forms, FormWords
from reader.repair.glosses import Glosses
from reader.repair.invisible import Invisible
from reader.repair.lost import Lost
from reader.repair.marks import Marks
from reader.repair.mechanism import Mechanism
from reader.repair.menus import MenuLines
from reader.repair.misread import Misread
from reader.repair.noise import Noise
from reader.repair.pinyin_words import PinyinWords
from reader.repair.private_use import PrivateUse
from reader.repair.script import Script
from reader.repair.spaces import Spaces
from reader.repair.spun_words import SpunWords
from reader.repair.tags import Tags
from reader.repair.torn_words import TornWords
from reader.repair.unencodable import Unencodable
from reader.repair.unread import Unread

MECHANISMS: tuple[Mechanism, ...] = (
    Cuts(),
    Misread(),
    Entities(),
    Escapes(),
    Invisible(),
    PrivateUse(),
    Lost(),
    DoubledSpaces(),
    Tags(),
    Noise(),
    Unencodable(),
    TornWords(),
    PinyinWords(),
    SpunWords(),
    MenuLines(),
    Unread(),
    ByteSlips(),
    Glosses(),
    Script(),
    Forms(),
    FormWords(),
    Marks(),
    Spaces(),
)
