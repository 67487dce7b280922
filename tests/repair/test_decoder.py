"""The decoder by itself, with a model that counts its questions."""

from __future__ import annotations

from reader.language.ngram import CharacterModel
from reader.repair.decoder import CharacterSlot, Decoder, SlotChoice, group_islands
from reader.text.resources import resource_path


class Counting(CharacterModel):
    """The model that ships, counting."""

    asked = 0

    def cost(self, first: int, second: int, third: int) -> float:
        self.asked += 1
        return super().cost(first, second, third)


def count_questions(count: int) -> int:
    model = Counting(resource_path("data", "ngram.bin"))
    choices = tuple(SlotChoice(char, 0.0) for char in "藉借籍")
    slots = [CharacterSlot(at, choices) for at in range(count)]
    Decoder(model).decide("藉" * count, slots)
    return model.asked


def test_a_line_of_unsure_forms_costs_as_much_as_it_is_long() -> None:
    assert count_questions(800) < 2.5 * count_questions(400)


def test_an_island_is_cut_and_nothing_lost() -> None:
    slots = [CharacterSlot(at, (SlotChoice("藉", 0.0),)) for at in range(100)]
    assert [slot for group in group_islands(slots) for slot in group] == slots
    assert max(map(len, group_islands(slots))) <= 40


def test_what_an_island_decided_is_the_context_of_the_next() -> None:
    """Slot 40 begins a new island; the character before it is 凭, not the 憑 that stood there."""
    model = CharacterModel(resource_path("data", "ngram.bin"))
    text = "的" * 38 + "憑藉"
    slots = [CharacterSlot(at, (SlotChoice("的", 0.0),)) for at in range(38)]
    slots += [
        CharacterSlot(38, (SlotChoice("憑", 30.0), SlotChoice("文", 0.0))),
        CharacterSlot(39, (SlotChoice("的", 5.0), SlotChoice("凭", 0.0))),
        CharacterSlot(40, (SlotChoice("藉", 0.0), SlotChoice("借", 0.0))),
    ]
    verdicts = Decoder(model).decide(text + "藉", slots)
    near = Decoder(model).decide("的文凭藉", [CharacterSlot(3, slots[40].choices)])
    assert verdicts[40].margins == near[0].margins


def test_the_margin_is_to_the_best_path_that_chooses_otherwise() -> None:
    model = CharacterModel(resource_path("data", "ngram.bin"))
    slot = CharacterSlot(1, (SlotChoice("民", 0.0), SlotChoice("民", 3.0)))
    (verdict,) = Decoder(model).decide("人民的", [slot])
    assert verdict.chosen == 0
    assert abs(verdict.margins[1] - 3.0) < 1e-6
