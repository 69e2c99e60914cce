"""Pools under many players and two processes: every unit contributed is there, or was won once."""

import json

import pytest

from stakehouse.domains import jackpots
from stakehouse.domains.jackpots import draw_code, hits
from stakehouse.kernel.ids import MemberId
from tests.banks import together
from tests.halls import Hall


async def contributed(hall: Hall) -> tuple[int, int]:
    """Units that entries say were contributed, and what they carry in ten-thousandths."""
    rows = await hall.house.rows(
        "SELECT coalesce(sum(contributed), 0) AS units, coalesce(sum(carry), 0) AS carry "
        "FROM jackpot_entries WHERE tenant_id = $1",
        hall.tenant.id,
    )
    return int(rows[0]["units"]), int(rows[0]["carry"])


async def wins(hall: Hall) -> list[int]:
    rows = await hall.house.rows(
        "SELECT amount FROM jackpot_wins WHERE tenant_id = $1 ORDER BY win_id", hall.tenant.id
    )
    return [row["amount"] for row in rows]


async def test_opening_a_pool_twice_seeds_it_once(hall: Hall) -> None:
    pool = await hall.jackpot(seed=1_000)

    async with hall.begin() as tx:
        assert not await jackpots.open_jackpot(tx, pool)

    assert await hall.in_pool(pool) == 1_000
    assert await hall.findings() == []


@pytest.mark.requirement("56")
async def test_ten_players_in_two_processes_feed_one_pool_to_the_last_unit(hall: Hall) -> None:
    players = [await hall.member(1_000_000) for _ in range(10)]
    pool = await hall.jackpot(*players)
    stakes = [137 + 11 * at for at in range(12)]

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine, player=player, stake=stake: engine.submit(  # type: ignore[misc]  # mypy cannot infer the default
                    hall.bet_act(player, stake=stake)
                )
                for stake in stakes
                for player, engine in zip(players, (hall.engine, other) * 5, strict=True)
            ]
        )

    assert all(isinstance(one, bytes) for one in outcomes), outcomes
    units, carry = await contributed(hall)
    assert units * 10_000 + carry == 10 * sum(stakes) * pool.contribution_bp
    assert await hall.in_pool(pool) == pool.seed_amount + units
    assert await hall.findings() == []


async def test_one_player_in_two_processes_at_once_feeds_it_exactly(hall: Hall) -> None:
    ann = await hall.member(1_000_000)
    pool = await hall.jackpot(ann)

    async with hall.another_process() as other:
        await together(
            [
                lambda engine=engine: engine.submit(hall.bet_act(ann, stake=155))  # type: ignore[misc]  # as above
                for engine in (hall.engine, other) * 20
            ]
        )

    units, carry = await contributed(hall)
    assert units * 10_000 + carry == 40 * 155 * pool.contribution_bp
    assert await hall.in_pool(pool) == pool.seed_amount + units


@pytest.mark.requirement("54")
async def test_a_pool_that_is_hit_pays_once_and_starts_from_its_seed(hall: Hall) -> None:
    ann, ben = await hall.member(100_000), await hall.member(100_000)
    pool = await hall.jackpot(ann, ben, seed=1_000)
    await hall.bet(ben, stake=50_000)
    assert await hall.in_pool(pool) == 1_500
    sure = await hall.jackpot(ann, seed=700, stake_per_hit=1)

    answer = await hall.bet(ann, stake=10_000, key="k")

    assert answer["round"]["jackpot_wins"] == [{"jackpot": "Grand", "level": "grand", "amount": "8.00"}]
    assert await hall.in_pool(sure) == 700
    assert await hall.in_pool(pool) == 1_600
    again = json.loads(await hall.engine.submit(hall.bet_act(ann, stake=10_000, key="k")))
    assert again == answer
    assert await wins(hall) == [800]
    assert await hall.findings() == []


@pytest.mark.requirement("56", "61")
async def test_hits_in_many_bets_and_two_processes_pay_every_unit_once(hall: Hall) -> None:
    players = [await hall.member(100_000) for _ in range(10)]
    pool = await hall.jackpot(*players, seed=1_000, stake_per_hit=1)

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine, player=player: engine.submit(hall.bet_act(player, stake=1_000))  # type: ignore[misc]  # as above
                for _ in range(4)
                for player, engine in zip(players, (hall.engine, other) * 5, strict=True)
            ]
        )

    assert all(isinstance(one, bytes) for one in outcomes), outcomes
    paid = await wins(hall)
    assert paid == [1_010] * 40
    assert await hall.in_pool(pool) == 1_000
    assert await hall.findings() == []


async def test_a_rare_hit_among_many_contributions_leaves_nothing_behind(hall: Hall) -> None:
    """About every tenth bet wins; what others contribute meanwhile is the next winner's."""
    players = [await hall.member(1_000_000) for _ in range(10)]
    pool = await hall.jackpot(*players, seed=500, stake_per_hit=10_000)

    async with hall.another_process() as other:
        await together(
            [
                lambda engine=engine, player=player: engine.submit(hall.bet_act(player, stake=1_000))  # type: ignore[misc]  # as above
                for _ in range(15)
                for player, engine in zip(players, (hall.engine, other) * 5, strict=True)
            ]
        )

    units, _ = await contributed(hall)
    paid = await wins(hall)
    assert units == 150 * 10
    assert 0 < len(paid) < 60
    assert await hall.in_pool(pool) == 500 + units + 500 * len(paid) - sum(paid)
    assert await hall.findings() == []


async def test_anyone_can_recompute_the_draw(hall: Hall) -> None:
    """The word comes from the round's own seeds, under the pool's name."""
    ann = await hall.member(1_000_000)
    pool = await hall.jackpot(ann, stake_per_hit=10_000)
    won = {}
    for _ in range(40):
        played = (await hall.bet(ann, stake=1_000))["round"]
        won[played["fairness"]["nonce"]] = bool(played["jackpot_wins"])
    revealed = await hall.reveal(ann)

    for nonce, is_won in won.items():
        word = revealed.draws(draw_code(pool), nonce).word()
        assert hits(1_000, pool.stake_per_hit, word) == is_won
    assert any(won.values())


async def test_opting_out_acts_on_the_next_bet(hall: Hall) -> None:
    ann = await hall.member(100_000)
    pool = await hall.jackpot(ann)
    await hall.bet(ann, stake=10_000)
    async with hall.begin() as tx:
        await jackpots.choose(tx, ann, pool.id, is_opted_in=False)

    await hall.bet(ann, stake=10_000)

    assert await hall.in_pool(pool) == pool.seed_amount + 100


async def test_a_member_of_another_house_is_not_in_the_pool(hall: Hall) -> None:
    ann = await hall.member(100_000)
    await hall.jackpot(ann, stake_per_hit=1)
    other = await Hall.open(hall.house)
    await other.fund(MemberId(ann), 100_000)

    answer = await other.bet(ann, stake=1_000)

    assert answer["round"]["jackpot_wins"] == []
