"""The colours of both themes."""

import pytest
from PySide6.QtGui import QPalette

from reader.ui.panes.text_style import PageColours
from tests.ui.colours import colours, contrast, mixed

WORDS = [
    ("text", "base"),
    ("text", "card"),
    ("window_text", "window"),
    ("button_text", "button"),
    ("muted", "window"),
    ("muted", "base"),
    ("placeholder", "base"),
    ("link", "base"),
    ("accent_text", "accent"),
    ("highlighted_text", "highlight"),
    ("tool_tip_text", "tool_tip"),
    ("ink", "cur_fill"),
    ("ink", "und_fill"),
]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_can_be_read_and_what_is_held_can_be_seen(name):
    theme = colours(name)
    for text, page in WORDS:
        assert contrast(theme[text], theme[page]) >= 4.5, (text, page)
    for page in ("base", "window"):
        assert contrast(theme["highlight"], theme[page]) >= 3
    # The scroll bar's, at rest and under the pointer.
    assert contrast(theme["handle"], theme["base"]) >= 3
    assert contrast(theme["placeholder"], theme["base"]) > contrast(theme["handle"], theme["base"])


@pytest.mark.parametrize("name", ["light", "dark"])
def test_readings_above_words_can_be_read_however_sure_they_are(name):
    theme = colours(name)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, theme["base"])
    palette.setColor(QPalette.ColorRole.Text, theme["text"])
    page = PageColours(palette)
    for ruby in (page.ruby, page.ruby_unsure, page.ruby_user):
        assert contrast(mixed(ruby, theme["base"]), theme["base"]) >= 4.5
