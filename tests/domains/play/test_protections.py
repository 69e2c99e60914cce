"""Limits and exclusions bind the bet itself, whoever else bets at the same moment."""

import json
from datetime import timedelta

import pytest

from stakehouse.domains import compliance
from stakehouse.domains.compliance import Excluded, LimitKind, LimitReached, Period, Term
from stakehouse.domains.games.service.bets import abandon_act
from stakehouse.domains.play import round_by_id
from stakehouse.kernel.ids import MemberId, new_id
from tests.banks import together
from tests.halls import Answer, Hall

LOST = {"target": "10000.00"}
"""A limbo target that is reached once in ten thousand rounds."""


async def member(hall: Hall, units: int = 100_000) -> MemberId:
    """A registered member with money: protections are about people whom identity knows."""
    name = f"ann_{new_id().hex[-8:]}"
    member_id = await hall.house.add_member(hall.tenant, f"{name}@example.com", name)
    await hall.fund(member_id, units)
    return member_id


async def limit(hall: Hall, member_id: MemberId, kind: LimitKind, amount: str) -> None:
    async with hall.begin() as tx:
        await compliance.set_limit(tx, member_id, kind, Period.DAY, amount=amount, currency="EUR")


@pytest.mark.requirement("R6")
@pytest.mark.parametrize("kind", [LimitKind.WAGER, LimitKind.LOSS])
async def test_bets_at_once_in_two_processes_stop_exactly_at_the_limit(hall: Hall, kind: LimitKind) -> None:
    ann = await member(hall)
    await limit(hall, ann, kind, "10.00")

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine: engine.submit(  # type: ignore[misc]  # mypy cannot infer the default
                    hall.bet_act(ann, game="limbo", stake=100, choices=LOST)
                )
                for engine in (hall.engine, other) * 12
            ]
        )

    assert sum(isinstance(one, bytes) for one in outcomes) == 10, outcomes
    assert sum(isinstance(one, LimitReached) for one in outcomes) == 14
    assert await hall.holds(ann) == 100_000 - 1_000
    assert await hall.findings() == []


async def test_another_currency_has_its_own_limit(hall: Hall) -> None:
    ann = await member(hall)
    await hall.fund(ann, 10_000, "USD")
    await limit(hall, ann, LimitKind.WAGER, "1.00")

    await hall.bet(ann, stake=100)
    await hall.bet(ann, stake=5_000, currency="USD")

    with pytest.raises(LimitReached):
        await hall.bet(ann, stake=1)


async def test_a_limit_set_by_one_request_binds_the_bet_that_follows_it(hall: Hall) -> None:
    ann, ben = await member(hall), await member(hall)
    await hall.bet(ann, stake=500, choices={"direction": "over", "target": "99.99"})
    await limit(hall, ann, LimitKind.WAGER, "5.00")

    outcomes = await together([lambda: hall.bet(ann, stake=1), lambda: hall.bet(ben, stake=1)])

    assert isinstance(outcomes[0], LimitReached)
    assert isinstance(outcomes[1], dict)


@pytest.mark.requirement("R23")
async def test_who_is_excluded_takes_no_step_and_the_house_settles_what_is_open(hall: Hall) -> None:
    ann = await member(hall)
    opened = await hall.open_mines(ann, mines=1)
    async with hall.begin() as tx:
        await compliance.exclude_self(tx, ann, Term.SIX_MONTHS)

    with pytest.raises(Excluded):
        await hall.bet(ann)
    for action in ("reveal", "cash_out"):
        with pytest.raises(Excluded):
            await hall.step(ann, opened, action, tile=0)
    async with hall.begin() as tx:
        row = await round_by_id(tx, opened)
    settled: Answer = json.loads(
        await hall.engine.submit(
            abandon_act(
                hall.tenant.id,
                hall.offer.currencies["EUR"],
                hall.game("mines"),
                row,
                time_zone=hall.offer.time_zone,
                terms=hall.offer.terms_of(hall.game("mines")),
            )
        )
    )

    assert settled["round"]["status"] == "settled"
    assert await hall.findings() == []


async def test_a_time_out_ends_by_itself(hall: Hall) -> None:
    ann = await member(hall)
    async with hall.begin() as tx:
        await compliance.take_time_out(tx, ann, tx.now + timedelta(days=2))
    with pytest.raises(Excluded):
        await hall.bet(ann)

    before = hall.house.clock.now
    hall.house.clock.forward(timedelta(days=2, seconds=1))
    try:
        answer = await hall.bet(ann)
    finally:
        hall.house.clock.now = before

    assert answer["round"]["status"] == "settled"
