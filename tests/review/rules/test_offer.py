"""Three rejections of one pair offer an exception."""

import pytest

from reader import restore
from reader.review.decisions import decision_for
from reader.review.finding import find_journals
from reader.review.history import How
from reader.review.review import Review
from reader.review.rules.offer import find_rejected_pair

SOURCE = "推動(dòng)咊(he)諧(xie)，咊(he)平(ping)，咊(he)睦(mu)，咊(he)解(jie)，喫(chi)飯(fan)。"


@pytest.fixture
def review(tmp_path):
    return Review(restore(SOURCE), find_journals(None, SOURCE, tmp_path))


def reject(review, before, count, start=0):
    """Reject the pairs of some places one by one; return what is offered after each."""
    places = [one for one in review.base.repairs if one.before == before][start : start + count]
    offered = []
    for place in places:
        review.decide([decision_for(place, place.before)], How.KEEP)
        offered.append(find_rejected_pair(review.base, review.history))
    return offered


def test_the_third_rejection_of_a_pair_offers_an_exception(review):
    assert reject(review, "咊", 4)[:2] == [None, None]
    assert reject(review, "喫", 1) == [None]
    assert find_rejected_pair(review.base, review.history) is None
    review.undo()
    assert find_rejected_pair(review.base, review.history) == ("咊", "和", 4)


def test_rejections_with_others_between_them_count(review):
    assert reject(review, "咊", 2) == [None, None]
    assert reject(review, "喫", 1) == [None]
    assert reject(review, "咊", 1, start=2) == [("咊", "和", 3)]


def test_what_is_accepted_or_rejected_at_many_places_offers_nothing(review):
    assert find_rejected_pair(review.base, review.history) is None
    places = [one for one in review.base.repairs if one.before == "咊"]
    for place in places[:3]:
        review.decide([decision_for(place, place.after)], How.ACCEPT)
    assert find_rejected_pair(review.base, review.history) is None
    review.decide([decision_for(one, one.before) for one in places], How.KEEP)
    assert find_rejected_pair(review.base, review.history) is None
    mixed = [decision_for(one, one.before) for one in review.base.repairs]
    review.decide(mixed, How.KEEP)
    assert find_rejected_pair(review.base, review.history) is None
