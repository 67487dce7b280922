"""The context network: its arithmetic, and that it gives the same on every way to an answer."""

from __future__ import annotations

import numpy as np
import pytest

from reader.language.context_network import context_network
from reader.language.network_reading import NetworkReading
from reader.text.resources import resource_path

network = context_network()
pytestmark = pytest.mark.skipif(network is None, reason="the weights are not installed")

TEXT = "会议强调，要坚持稳中求进工作总基调，着力推动高质量发展。"


def cost(before: str, text: str) -> float:
    reading = NetworkReading(network, before)
    branch, total = reading.root, 0.0
    for char in text:
        number = network.number_of(char)
        total += float(branch.nats[number])
        (branch,) = reading.extend([branch], [number])
    return total


def test_what_is_read_at_once_and_one_by_one_costs_the_same():
    for cut in (0, 1, 9):
        whole = cost("", TEXT)
        assert cost("", TEXT[:cut]) + cost(TEXT[:cut], TEXT[cut:]) == pytest.approx(whole, abs=0.05)


def test_a_branch_costs_the_same_whatever_is_read_beside_it():
    reading = NetworkReading(network, TEXT)
    numbers = [network.number_of(char) for char in "他我们的一"]
    together = reading.extend([reading.root] * len(numbers), numbers)
    # Branches of other lengths beside it.
    longer = reading.extend(together[:2], numbers[:2])
    mixed = reading.extend([longer[0], reading.root], [numbers[0], numbers[3]])
    alone = reading.extend([reading.root], [numbers[3]])
    assert np.abs(mixed[1].nats - alone[0].nats).max() <= 0.002
    assert np.abs(together[3].nats - alone[0].nats).max() <= 0.002


def test_costs_are_rounded_so_that_machines_agree():
    nats = NetworkReading(network, TEXT).root.nats
    assert np.array_equal(nats, np.round(nats, 3))


def test_it_is_a_probability():
    nats = NetworkReading(network, "我们").root.nats
    assert np.exp(-nats.astype(np.float64)).sum() == pytest.approx(1, abs=0.01)


def test_it_looks_farther_back_than_three_characters():
    """What a judge does and what a cook does are told apart by the beginning of the sentence."""
    assert cost("法院认为，被告人的行为构成", "犯罪") < cost("厨师认为，这道菜的味道构成", "犯罪")


def test_the_file_is_small():
    assert resource_path("data", "context_network.npz").stat().st_size <= 15_000_000
