"""What counts as reading: signs of life close together, and no faster than one reads."""

import pytest

from reader.study.history import TimeRead
from reader.study.page_time import FASTEST, PAUSE, USUAL_SPEED, PageTime, Seen, place_of, speed_of

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


def test_the_last_screen_is_read_whenever_what_came_before_was_written():
    page = PageTime()
    for now in range(0, 100, 5):
        page.note(now, Seen(LONG - 500, LONG, LONG))
        if now == 90:
            assert page.take() == (90, 0)
    assert page.take(leaving=True) == (5, 500)
    assert page.take(leaving=True) == (0, 0)


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


@pytest.mark.parametrize(
    ("signs", "reached"),
    [
        ([(0, 0), (20, 0)], 0),  # nobody reads 500 characters so fast
        ([(0, 0), (20, 0), (40, 0)], 500),
        ([(0, 0), (40, 200)], 500),
        ([(0, 0), (40, 200), (80, 300)], 700),
        ([(0, 0), (40, 0), (41, LONG - 500), (43, 0)], 500),  # a look at the end
        ([(0, 0), (40, 0), (41, 6000), (60, 6000), (81, 6000)], 6500),
        ([(0, 0), (PAUSE + 1, 0)], 0),
        ([(now, now * 400) for now in range(25)], 0),  # scrolled through
    ],
)
def test_what_was_reached_was_there_long_enough_to_be_read(signs, reached):
    page = PageTime()
    for now, top in signs:
        page.note(now, Seen(top, top + 500, LONG))
    page.take()
    assert page.reached == reached


@pytest.mark.parametrize(
    ("seen", "place"),
    [
        (Seen(0, 500, LONG), 0),
        (Seen(LONG - 500, LONG, LONG), LONG),
        (Seen(4750, 5250, LONG), 5000),
        (Seen(0, 300, 300), 0),
        (Seen(0, 0, 0), 0),
        (Seen(9_000, 9_100, LONG), 9091),
    ],
)
def test_what_lies_behind_grows_from_nothing_to_all(seen, place):
    assert place_of(seen) == place
