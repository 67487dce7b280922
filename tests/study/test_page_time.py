"""What counts as reading: signs of life close together, and no faster than one reads."""

import pytest

from reader.study.history import TimeRead
from reader.study.page_time import FASTEST, PAUSE, USUAL_SPEED, PageTime, Seen, speed_of

LONG = 10_000


def read(*signs, leaving=False):
    """Return what signs of life add up to: (seconds, top of a screen of 500 characters)."""
    page = PageTime()
    for now, top in signs:
        page.note(now, Seen(top, min(LONG, top + 500), LONG))
    return page.take(leaving=leaving)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ([], (0, 0)),
        ([(0, 0)], (0, 0)),
        ([(0, 0), (60, 100)], (60, 100)),
        ([(0, 0), (60, 100), (120, 400)], (120, 400)),
        ([(0, 0), (PAUSE, 100)], (120, 100)),
        ([(0, 0), (PAUSE + 1, 100)], (0, 0)),  # a pause: who knows what was read
        ([(0, 0), (3600, 100), (3660, 200)], (60, 100)),
        ([(0, 0), (60, 5000), (120, 5100)], (120, 100)),  # a jump leaves nothing read behind
        ([(0, 5000), (60, 4000)], (60, 0)),  # back
        ([(0, 0), (1, 450), (2, 900), (3, 1350)], (3, 0)),  # scrolled through, not read
    ],
)
def test_signs_of_life_make_time_and_text(signs, expected):
    assert read(*signs) == expected


def test_the_last_screen_is_read_when_it_is_left():
    ends = [(0, LONG - 500), (60, LONG - 500), (119, LONG - 500)]
    assert read(*ends) == (119, 0)
    assert read(*ends, leaving=True) == (119, 500)
    assert read((0, LONG - 500), (5, LONG - 500), leaving=True) == (5, 0)  # only glanced at
    assert read((0, 0), (60, 0), leaving=True) == (60, 0)  # there is more below


def test_what_was_taken_is_not_given_again_and_no_second_is_lost():
    page = PageTime()
    taken = []
    for now in range(100):
        page.note(now * 1.5, Seen(now * 3, now * 3 + 500, LONG))
        if now % 10 == 9:
            taken.append(page.take())
    assert sum(one.seconds for one in taken) == 148
    assert sum(one.characters for one in taken) == 297
    assert page.take() == (0, 0)


def test_a_window_that_is_left_counts_nothing_until_the_next_sign():
    page = PageTime()
    page.note(0, Seen(0, 500, LONG))
    page.rest()
    page.note(100, Seen(0, 500, LONG))
    page.note(110, Seen(0, 500, LONG))
    assert page.take() == (10, 0)


@pytest.mark.parametrize(
    ("seconds", "characters", "speed", "is_own"),
    [
        (0, 0, USUAL_SPEED, False),
        (599, 2000, USUAL_SPEED, False),
        (600, 999, USUAL_SPEED, False),
        (600, 1500, 150, True),
        (60_000, 1000, 20, True),  # 1 a minute is no speed at which anything would be read
        (600, 90_000, FASTEST, True),
    ],
)
def test_speed_is_ones_own_once_enough_was_read(seconds, characters, speed, is_own):
    assert speed_of(TimeRead(seconds, characters)) == (speed, is_own)
    assert speed_of(TimeRead(seconds, characters)).minutes(speed * 3) == 3
