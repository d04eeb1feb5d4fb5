"""The figure rules beside a script of public libraries, in one run: more found, less cried wolf at, and faster."""

from importlib.util import find_spec

import pytest

from tests.benchmarks import injected, peer

pytestmark = pytest.mark.skipif(
    find_spec(peer.LIBRARY) is None, reason="Recognizers-Text (recognizers-text-suite, emoji<2) is not installed"
)
FASTER = 10  # times


def test_the_peer_is_beaten() -> None:
    ours, peers = peer.compare((peer.ours, peer.flags), injected.pairs(), most=30)
    assert ours.recall > peers.recall
    assert ours.alarms < peers.alarms
    assert ours.seconds * FASTER < peers.seconds
