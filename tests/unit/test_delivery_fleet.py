"""How work and limits are dealt out among several engines: pure rules, and a whole fleet's windows in virtual time."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.limits import Pace
from delivery.share import Share
from storage.fleet import SHARDS, fair_share, shards_of
from tests.unit.delivery_house import virtually

NAMES = st.lists(st.text("abcdef0123456789", min_size=1), min_size=1, max_size=9, unique=True)


@given(NAMES)
def test_every_shard_falls_to_exactly_one_member(names: list[str]) -> None:
    dealt = [shard for name in names for shard in shards_of(name, names)]
    assert sorted(dealt) == list(range(SHARDS))


@given(NAMES, st.data())
def test_when_a_member_goes_nobody_elses_shards_move(names: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(names))
    rest = [name for name in names if name != gone]
    for name in rest:
        assert set(shards_of(name, names)) <= set(shards_of(name, rest))


@given(NAMES, st.integers(1, 1000))
def test_shares_add_up_to_the_whole_and_differ_by_one_at_most(names: list[str], whole: int) -> None:
    shares = [fair_share(name, names, whole) for name in names]
    assert sum(shares) == whole
    assert max(shares) - min(shares) <= 1


def test_a_share_that_goes_from_one_to_the_other_never_overfills_a_window() -> None:
    taken: list[float] = []

    async def sender(pace: Pace, until: float) -> None:
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            at = pace.earliest(loop.time())
            if at > loop.time():
                await asyncio.sleep(min(at - loop.time(), 0.005))
                continue
            pace.take(loop.time())
            taken.append(loop.time())

    async def run() -> None:
        now = asyncio.get_running_loop().time()
        one, other = Pace(30), Pace(30)
        first, second = Share(one, lambda: None), Share(other, lambda: None)
        first.first(30)
        second.first(0)
        work = [asyncio.create_task(sender(pace, now + 12)) for pace in (one, other)]
        for mine, yours in ((15, 15), (3, 27), (30, 0), (0, 30), (20, 10)):
            await asyncio.sleep(1.9)
            for share, part in sorted(((first, mine), (second, yours)), key=lambda pair: pair[1]):
                share.grant(part)
        await asyncio.gather(*work)

    virtually(run)
    assert len(taken) > 200
    windows = [sum(1 for other in taken if at <= other < at + 1) for at in taken]
    assert max(windows) <= 30


def test_without_a_share_there_is_no_permit() -> None:
    async def run() -> None:
        pace = Pace(30)
        share = Share(pace, lambda: None)
        share.first(0)
        assert pace.earliest(5.0) == float("inf")
        with pytest.raises(ValueError):
            pace.take(5.0)
        share.grant(1)
        assert pace.earliest(5.0) == float("inf")  # whoever had it has just used it
        await asyncio.sleep(1.1)
        assert pace.earliest(5.0) == 5.0

    virtually(run)
