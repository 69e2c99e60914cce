"""A bet through the wallet engine on a real database: what moves, what is kept, what is refused."""

import json
from dataclasses import replace

import pytest

from stakehouse.domains import ledger
from stakehouse.domains.ledger import Code, HouseKind, InsufficientFunds
from stakehouse.domains.play import (
    CurrencyNotPlayable,
    GameClosed,
    RoundClosed,
    RoundNotFound,
    RoundOpen,
    StakeLimits,
    StakeOutOfRange,
)
from stakehouse.kernel.errors import IdempotencyConflict, Refusal
from stakehouse.kernel.ids import RoundId, new_id
from stakehouse.kernel.money import Currency, parse_units
from tests.banks import together
from tests.halls import Hall, round_of

EUR = Currency("EUR", 2)


def units(amount: str) -> int:
    return parse_units(amount, EUR.scale)


@pytest.mark.requirement("37")
async def test_a_bet_takes_the_stake_and_pays_the_win(hall: Hall) -> None:
    ann = await hall.member(10_000)

    answer = await hall.bet(ann, stake=100)

    played = answer["round"]
    payout = units(played["payout"])
    assert played["stake"] == "1.00"
    assert played["status"] == "settled"
    assert payout in {0, 200}
    assert units(answer["wallet"]["main"]) == await hall.holds(ann) == 10_000 - 100 + payout
    assert await hall.of_house(HouseKind.GAMING_REVENUE) == 100 - payout
    assert await hall.findings() == []


@pytest.mark.requirement("43")
async def test_a_round_its_transfers_and_its_event_are_one(hall: Hall) -> None:
    ann = await hall.member(10_000)

    played = (await hall.bet(ann, stake=100))["round"]

    rows = await hall.house.rows("SELECT * FROM rounds WHERE tenant_id = $1", hall.tenant.id)
    assert [str(row["round_id"]) for row in rows] == [played["id"]]
    assert (rows[0]["stake"], rows[0]["nonce"], rows[0]["status"]) == (100, 0, "settled")
    async with hall.begin() as tx:
        lines = (await ledger.statement(tx, ann)).items
    expected = [Code.BET] if played["payout"] == "0.00" else [Code.WIN, Code.BET]
    assert [line.code for line in lines if line.code is not Code.ADJUSTMENT] == expected
    assert {line.reference for line in lines[:-1]} == {f"round:{played['id']}"}
    told = await hall.house.rows(
        "SELECT payload FROM outbox WHERE tenant_id = $1 AND name = 'round.settled'", hall.tenant.id
    )
    assert [json.loads(row["payload"])["round_id"] for row in told] == [played["id"]]


async def test_a_hundred_identical_bets_at_once_are_one_bet(hall: Hall) -> None:
    ann = await hall.member(10_000)

    bodies = await together([lambda: hall.engine.submit(hall.bet_act(ann, key="k"))] * 100)

    assert len({body for body in bodies if isinstance(body, bytes)}) == 1
    assert not [body for body in bodies if not isinstance(body, bytes)]
    assert await hall.count("rounds") == 1
    assert await hall.findings() == []


async def test_a_repeat_later_and_in_another_process_answers_byte_for_byte(hall: Hall) -> None:
    ann = await hall.member(10_000)
    first = await hall.engine.submit(hall.bet_act(ann, key="k"))
    await hall.bet(ann)

    async with hall.another_process() as engine:
        again = await engine.submit(hall.bet_act(ann, key="k"))

    assert again == first
    assert await hall.count("rounds") == 2


async def test_the_same_key_with_another_stake_is_a_conflict(hall: Hall) -> None:
    ann = await hall.member(10_000)
    await hall.bet(ann, key="k", stake=100)
    held = await hall.holds(ann)

    with pytest.raises(IdempotencyConflict):
        await hall.bet(ann, key="k", stake=101)

    assert await hall.holds(ann) == held
    assert await hall.count("rounds") == 1


async def test_conflicting_contents_within_one_group_have_one_winner(hall: Hall) -> None:
    ann = await hall.member(10_000)

    outcomes = await together(
        [lambda stake=stake: hall.bet(ann, key="k", stake=stake) for stake in range(100, 110)]  # type: ignore[misc]  # mypy cannot infer the default
    )

    assert sum(isinstance(one, dict) for one in outcomes) == 1
    assert sum(isinstance(one, IdempotencyConflict) for one in outcomes) == 9


async def test_without_money_nothing_happens_and_the_key_remembers(hall: Hall) -> None:
    ann = await hall.member(99)
    with pytest.raises(InsufficientFunds) as first:
        await hall.bet(ann, key="k", stake=100)
    await hall.fund(ann, 1_000)

    with pytest.raises(Refusal) as again:
        await hall.bet(ann, key="k", stake=100)

    assert (again.value.code, again.value.detail) == (first.value.code, first.value.detail)
    assert await hall.holds(ann) == 1_099
    assert await hall.count("rounds") == 0
    assert (await hall.bet(ann, key="k-2", stake=100))["round"]["fairness"]["nonce"] == 0


async def test_a_member_without_any_account_has_no_money(hall: Hall) -> None:
    with pytest.raises(InsufficientFunds):
        await hall.bet(await hall.member())

    assert await hall.findings() == []


@pytest.mark.requirement("37")
async def test_of_two_bets_racing_for_the_last_unit_one_wins(hall: Hall) -> None:
    ann = await hall.member(100)
    lost = {"target": "10000.00"}  # pays once in ten thousand rounds

    outcomes = await together([lambda: hall.bet(ann, game="limbo", stake=100, choices=lost)] * 2)

    assert sum(isinstance(one, dict) for one in outcomes) == 1
    assert sum(isinstance(one, InsufficientFunds) for one in outcomes) == 1
    assert await hall.findings() == []


async def test_of_two_processes_racing_for_the_last_unit_one_wins(hall: Hall) -> None:
    ann = await hall.member(100)
    lost = {"target": "10000.00"}

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine: engine.submit(  # type: ignore[misc]  # mypy cannot infer the default
                    hall.bet_act(ann, game="limbo", stake=100, choices=lost)
                )
                for engine in (hall.engine, other) * 4
            ]
        )

    assert sum(isinstance(one, bytes) for one in outcomes) == 1
    assert sum(isinstance(one, InsufficientFunds) for one in outcomes) == 7
    assert await hall.findings() == []


async def test_nonces_count_rounds_without_gaps_whatever_was_refused(hall: Hall) -> None:
    ann = await hall.member(1_000)
    nonces = []
    for stake in (100, 500_000, 100, 999_999, 100):
        try:
            nonces.append((await hall.bet(ann, stake=stake))["round"]["fairness"]["nonce"])
        except Refusal:
            continue

    assert nonces == [0, 1, 2]


@pytest.mark.parametrize("stake", [0, 1_000_01, 2**62])
async def test_stakes_outside_the_limits_are_refused(hall: Hall, stake: int) -> None:
    ann = await hall.member(10_000)

    with pytest.raises(StakeOutOfRange, match=r"between 0\.01 and 1000\.00 EUR"):
        await hall.bet(ann, stake=stake)

    assert await hall.holds(ann) == 10_000


@pytest.mark.requirement("5")
async def test_a_closed_game_and_a_foreign_currency_are_refused(hall: Hall) -> None:
    ann = await hall.member(10_000)
    closed = hall.bet_act(ann)
    closed.game = replace(hall.game("dice"), is_open=False)
    elsewhere = hall.bet_act(ann)
    elsewhere.game = replace(hall.game("dice"), limits={})

    with pytest.raises(GameClosed):
        await hall.engine.submit(closed)
    with pytest.raises(CurrencyNotPlayable):
        await hall.engine.submit(elsewhere)

    assert await hall.holds(ann) == 10_000


async def test_the_stated_largest_win_is_kept_even_if_a_game_exceeds_it(hall: Hall) -> None:
    ann = await hall.member(10_000)
    capped = replace(hall.game("dice"), limits={"EUR": StakeLimits(1, 100_000, 150)})
    payouts = set()
    for _ in range(12):
        act = hall.bet_act(ann, stake=100)
        act.game = capped
        payouts.add(json.loads(await hall.engine.submit(act))["round"]["payout"])

    assert payouts <= {"0.00", "1.50"}
    assert await hall.findings() == []


# -- rounds of several steps


async def test_mines_are_opened_climbed_and_cashed_out(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, mines=1)
    assert await hall.holds(ann) == 9_900

    answer = await hall.step(ann, opened, "reveal", tile=0)
    while answer["round"]["status"] == "open" and len(answer["round"]["outcome"]["revealed"]) < 3:
        answer = await hall.step(ann, opened, "reveal", tile=len(answer["round"]["outcome"]["revealed"]))
    if answer["round"]["status"] == "open":
        answer = await hall.step(ann, opened, "cash_out")

    assert answer["round"]["status"] == "settled"
    assert units(answer["wallet"]["main"]) == await hall.holds(ann)
    assert await hall.holds(ann) == 9_900 + units(answer["round"]["payout"])
    assert await hall.findings() == []


@pytest.mark.requirement("36")
async def test_an_open_round_tells_nothing_of_where_the_mines_are(hall: Hall) -> None:
    ann = await hall.member(10_000)

    answer = await hall.bet(ann, game="mines", choices={"mines": 24})

    assert "mine_tiles" not in json.dumps(answer)
    assert "state" not in answer["round"]


@pytest.mark.requirement("37", "45")
async def test_one_round_of_a_game_at_a_time(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann)

    with pytest.raises(RoundOpen) as refused:
        await hall.open_mines(ann)

    assert refused.value.facts["round_id"] == str(opened)
    assert await hall.holds(ann) == 9_900


async def test_many_openings_at_once_in_two_processes_leave_one_round_open(hall: Hall) -> None:
    ann = await hall.member(10_000)
    await hall.fund(ann, 10_000, "USD")

    async with hall.another_process() as other:
        outcomes = await together(
            [
                lambda engine=engine, currency=currency: engine.submit(  # type: ignore[misc]  # as above
                    hall.bet_act(ann, game="mines", choices={"mines": 3}, currency=currency)
                )
                for engine in (hall.engine, other)
                for currency in ("EUR", "USD") * 3
            ]
        )

    assert sum(isinstance(one, bytes) for one in outcomes) == 1
    assert sum(isinstance(one, RoundOpen) for one in outcomes) == 11, outcomes
    assert await hall.findings() == []


async def test_a_step_repeated_with_its_key_is_taken_once(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, mines=1)
    act = [hall.step_act(ann, opened, "reveal", {"tile": 0}, key="s") for _ in range(20)]

    bodies = await together([lambda one=one: hall.engine.submit(one) for one in act])  # type: ignore[misc]  # as above

    assert len({body for body in bodies if isinstance(body, bytes)}) == 1
    assert await hall.count("round_steps") == 1


async def test_a_settled_round_takes_no_further_step(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, mines=24)
    answer = await hall.step(ann, opened, "reveal", tile=0)
    assert answer["round"]["status"] == "settled"  # a loss, or the only safe tile
    held = await hall.holds(ann)

    for action in ("reveal", "cash_out"):
        with pytest.raises(RoundClosed):
            await hall.step(ann, opened, action)

    assert await hall.holds(ann) == held


async def test_nobody_steps_in_anothers_round(hall: Hall) -> None:
    ann, ben = await hall.member(10_000), await hall.member(10_000)
    opened = await hall.open_mines(ann)

    for round_id in (opened, RoundId(new_id())):
        with pytest.raises(RoundNotFound):
            await hall.step(ben, round_id, "reveal", tile=0)
    other = await Hall.open(hall.house)
    with pytest.raises(RoundNotFound):
        await other.step(ann, opened, "reveal", tile=0)


async def test_a_step_that_is_not_possible_changes_nothing(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann)

    for action, choices in (("cash_out", {}), ("reveal", {"tile": 25}), ("fold", {}), ("reveal", {})):
        with pytest.raises(Refusal):
            await hall.step(ann, opened, action, **choices)

    assert await hall.count("round_steps") == 0
    assert (await hall.step(ann, opened, "reveal", tile=3))["round"]["id"] == str(opened)


async def test_a_bet_and_its_steps_in_one_group_end_as_one_after_the_other(hall: Hall) -> None:
    ann = await hall.member(10_000)
    bet = hall.bet_act(ann, game="mines", choices={"mines": 1})
    opened = RoundId(bet.act.subject.id)
    steps = [hall.step_act(ann, opened, "reveal", {"tile": tile}) for tile in (0, 1)]

    bodies = await together([lambda act=act: hall.engine.submit(act) for act in (bet, *steps)])  # type: ignore[misc]  # as above

    assert isinstance(bodies[0], bytes)
    rows = await hall.house.rows(
        "SELECT r.status, count(s.step) AS steps FROM rounds r LEFT JOIN round_steps s "
        "ON s.round_id = r.round_id WHERE r.round_id = $1 GROUP BY r.status",
        opened,
    )
    taken = sum(isinstance(body, bytes) for body in bodies[1:])
    assert rows[0]["steps"] == taken
    assert round_of(json.loads(bodies[0])) == opened
    assert await hall.findings() == []
