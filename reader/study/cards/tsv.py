"""Cards as a file that Anki imports as text; the lines at its head tell Anki what is what."""

from __future__ import annotations

from collections.abc import Iterable

from reader.study.cards.card import Card
from reader.study.cards.fields import DECK, FIELDS, NOTE_TYPE, TAG, make_fields, note_guid


def to_tsv(cards: Iterable[Card]) -> str:
    """Return one line a card, fields in HTML with tabs between them.

    Each begins with an id that stays the same, so that a second import updates the first one. Where
    the note type of an .apkg file was never imported, Anki asks which one to take.
    """
    columns = ("GUID", *FIELDS, "Tags")
    head = (
        "#separator:tab", "#html:true", "#guid column:1", f"#tags column:{len(columns)}",
        f"#notetype:{NOTE_TYPE}", f"#deck:{DECK}", "#columns:" + "\t".join(columns),
    )  # fmt: skip
    rows = ("\t".join((note_guid(one.word), *make_fields(one), TAG)) for one in cards)
    return "".join(f"{line}\n" for line in (*head, *rows))
