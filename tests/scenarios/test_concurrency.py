"""Many at once, over HTTP against several processes: one effect for a key, one winner of a race."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from stakehouse.kernel.ids import new_id
from tests.whole_house import Player, WholeHouse
from tests.wire import Answer, Link

API = "/api/player/v1"
HARDLY_EVER = "10000.00"
"""A target at limbo that one bet in ten thousand reaches; where a win would matter, it is played again."""


@dataclass
class Crowd:
    """Any number of connections to the house, in anybody's name."""

    house: WholeHouse
    links: list[Link] = field(default_factory=list)

    def link(self, player: Player) -> Link:
        link = Link(self.house.port, {"X-Tenant": "lucky", "Authorization": f"Bearer {player.token}"})
        self.links.append(link)
        return link

    async def at_once(self, player: Player, calls: Sequence[tuple[str, str, dict[str, Any]]]) -> list[Answer]:
        """Sends all calls (path, key, content) at the same moment, each over a connection of its own."""
        links = [self.link(player) for _ in calls]
        await asyncio.gather(*(link.ask("GET", f"{API}/wallet") for link in links))
        return await asyncio.gather(
            *(
                link.ask("POST", API + path, json.dumps(content), key=key)
                for link, (path, key, content) in zip(links, calls, strict=True)
            )
        )

    async def lose(
        self, opening_units: int, calls: Sequence[tuple[str, str, dict[str, Any]]]
    ) -> tuple[Player, list[Answer]]:
        """Lets a new player send all calls at once; another one, should the first have won."""
        while True:
            [player] = await self.house.players([opening_units])
            answers = await self.at_once(player, calls)
            if not won(answers):
                return player, answers

    async def main_balance(self, player: Player) -> int:
        [row] = await self.house.rows(
            "SELECT balance FROM accounts WHERE owner_id = $1 AND kind = 'main' AND currency = 'EUR'",
            player.member_id,
        )
        return int(row["balance"])

    async def operations(self, player: Player, kind: str) -> int:
        [row] = await self.house.rows(
            "SELECT count(*) AS n FROM operations WHERE member_id = $1 AND kind = $2", player.member_id, kind
        )
        return int(row["n"])


@pytest.fixture
async def crowd(whole_house: WholeHouse) -> AsyncIterator[Crowd]:
    crowd = Crowd(whole_house)
    yield crowd
    for link in crowd.links:
        link.close()


def bet(stake: str, *, game: str = "limbo", choices: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"game": game, "currency": "EUR", "stake": stake, "choices": choices or {"target": HARDLY_EVER}}


def said(answers: Sequence[Answer]) -> Counter[tuple[int, str]]:
    """How often which status and code was answered."""
    return Counter((answer.status, answer.json().get("code", "")) for answer in answers)


def cents(amount: str) -> int:
    """An amount of two decimals in its smallest unit."""
    return int(amount.replace(".", ""))


def won(answers: Sequence[Answer]) -> int:
    """What the bets among the answers have paid."""
    bodies = [answer.json() for answer in answers if answer.status == 201]
    return sum(cents(body["round"]["payout"]) for body in bodies if "round" in body)


async def pool_of(house: WholeHouse) -> int:
    """What the transfers of all times have left in the tenant's one pool."""
    [row] = await house.rows(
        "SELECT sum(CASE WHEN t.credit_account = a.account_id THEN t.amount ELSE -t.amount END)::bigint AS n "
        "FROM accounts a JOIN transfers t ON t.tenant_id = a.tenant_id "
        "AND a.account_id IN (t.credit_account, t.debit_account) "
        "WHERE a.tenant_id = $1 AND a.kind = 'pool'",
        await house.tenant_id(),
    )
    return int(row["n"])


async def test_a_hundred_identical_bets_have_one_effect_and_one_answer(crowd: Crowd) -> None:
    [player] = await crowd.house.players([1_000])
    content = bet("1.00", game="dice", choices={"direction": "over", "target": "50.50"})

    answers = await crowd.at_once(player, [("/bets", "one-key", content)] * 100)

    assert {answer.status for answer in answers} == {201}
    assert len({answer.body for answer in answers}) == 1
    assert await crowd.operations(player, "bet") == 1
    assert await crowd.main_balance(player) == cents(answers[0].json()["wallet"]["main"])


async def test_one_key_with_two_contents_has_the_effect_of_the_first(crowd: Crowd) -> None:
    [player] = await crowd.house.players([1_000])
    calls = [("/bets", "one-key", bet(f"{1 + number % 2}.00")) for number in range(60)]

    answers = await crowd.at_once(player, calls)

    taken = Counter(
        calls[number][2]["stake"] for number, answer in enumerate(answers) if answer.status == 201
    )
    [stake] = taken
    assert taken[stake] == 30
    assert said(answers)[409, "idempotency_conflict"] == 30
    assert len({answer.body for answer in answers if answer.status == 201}) == 1
    payout = cents(next(answer for answer in answers if answer.status == 201).json()["round"]["payout"])
    assert await crowd.main_balance(player) == 1_000 - cents(stake) + payout


@pytest.mark.parametrize("path", ["/deposits", "/withdrawals"])
async def test_a_hundred_identical_payments_open_one(crowd: Crowd, path: str) -> None:
    [player] = await crowd.house.players([10_000])
    content: dict[str, Any] = {"amount": "20.00", "currency": "EUR", "method": "sandpay"}
    if path == "/withdrawals":
        content["destination"] = {"account": "DE89370400440532013000"}

    answers = await crowd.at_once(player, [(path, "one-key", content)] * 100)
    [afterwards] = await crowd.at_once(player, [(path, "one-key", content)])

    assert afterwards.status == 201
    assert {answer.body for answer in answers if answer.status == 201} == {afterwards.body}
    assert set(said(answers)) <= {(201, ""), (409, "request_in_progress")}
    [row] = await crowd.house.rows(
        "SELECT count(*) AS n FROM payments WHERE member_id = $1", player.member_id
    )
    assert row["n"] == 1
    assert await crowd.main_balance(player) == (10_000 if path == "/deposits" else 8_000)


async def test_of_bets_that_race_for_the_last_unit_one_wins(crowd: Crowd) -> None:
    for racers in (2, 2, 2, 50):
        player, answers = await crowd.lose(100, [("/bets", f"k-{n}", bet("1.00")) for n in range(racers)])

        assert said(answers) == {(201, ""): 1, (402, "insufficient_funds"): racers - 1}
        assert await crowd.main_balance(player) == 0


async def test_a_bet_and_a_withdrawal_never_take_the_same_money(crowd: Crowd) -> None:
    withdrawal = {
        "amount": "10.00",
        "currency": "EUR",
        "method": "sandpay",
        "destination": {"account": "DE89370400440532013000"},
    }
    calls = [("/bets", f"b-{n}", bet("10.00")) for n in range(5)]
    calls += [("/withdrawals", f"w-{n}", withdrawal) for n in range(5)]

    player, answers = await crowd.lose(1_000, calls)

    assert [answer.status for answer in answers].count(201) == 1, said(answers)
    assert {answer.status for answer in answers} <= {201, 402, 403, 409}
    assert await crowd.main_balance(player) == 0


async def test_a_round_is_cashed_out_once(crowd: Crowd) -> None:
    while True:
        [player] = await crowd.house.players([1_000])
        [opened] = await crowd.at_once(
            player, [("/bets", "b", bet("1.00", game="mines", choices={"mines": 1}))]
        )
        path = f"/rounds/{opened.json()['round']['id']}/steps"
        [step] = await crowd.at_once(player, [(path, "s", {"action": "reveal", "choices": {"tile": 0}})])
        if step.json()["round"]["status"] == "open":
            break  # one player in twenty-five meets the mine

    answers = await crowd.at_once(player, [(path, f"c-{n}", {"action": "cash_out"}) for n in range(20)])

    assert said(answers) == {(200, ""): 1, (409, "round_closed"): 19}
    [settled] = [answer.json() for answer in answers if answer.status == 200]
    assert settled["round"]["status"] == "settled"
    payout = cents(settled["round"]["payout"])
    assert await crowd.main_balance(player) == 900 + payout


async def test_a_pool_that_ten_players_feed_holds_every_unit(crowd: Crowd) -> None:
    players = await crowd.house.players([10_000] * 10)
    before = await pool_of(crowd.house)
    calls = [("/bets", f"k-{n}", bet("1.37")) for n in range(12)]

    answers = await asyncio.gather(*(crowd.at_once(player, calls) for player in players))

    assert {answer.status for found in answers for answer in found} == {201}
    # One per cent of 12 × 1.37 is 16.44 cents: what does not fill a unit is carried, member by member.
    given = 10 * 16
    wins = [win for found in answers for answer in found for win in answer.json()["round"]["jackpot_wins"]]
    paid = sum(cents(win["amount"]) for win in wins)
    seeds = len(wins) * 100_000
    assert await pool_of(crowd.house) == before + given - paid + seeds
    [carried] = await crowd.house.rows(
        "SELECT sum(carry)::bigint AS n FROM jackpot_entries WHERE member_id = ANY($1::uuid[])",
        [player.member_id for player in players],
    )
    assert carried["n"] == 10 * 4_400


@pytest.mark.parametrize("kind", ["wager", "loss"])
async def test_parallel_bets_stop_exactly_at_the_limit(crowd: Crowd, kind: str) -> None:
    while True:
        [player] = await crowd.house.players([10_000])
        limit = '{"amount": "5.00", "currency": "EUR"}'
        answer = await crowd.link(player).ask("PUT", f"{API}/limits/{kind}/day", limit)
        assert answer.status == 200

        answers = await crowd.at_once(player, [("/bets", f"k-{n}", bet("1.00")) for n in range(30)])
        if not won(answers):
            break

    assert said(answers) == {(201, ""): 5, (403, "limit_reached"): 25}
    assert await crowd.main_balance(player) == 9_500


@pytest.mark.requirement("R11")
async def test_no_bet_that_was_sent_after_an_exclusion_was_answered_is_taken(crowd: Crowd) -> None:
    [player] = await crowd.house.players([100_000])
    excluded = asyncio.Event()
    late: list[Answer] = []

    async def play() -> None:
        link = crowd.link(player)
        while True:
            was_excluded = excluded.is_set()
            answer = await link.ask("POST", f"{API}/bets", json.dumps(bet("0.10")), key=str(new_id()))
            if was_excluded:
                late.append(answer)
                return

    async def keep_out() -> None:
        await asyncio.sleep(0.3)
        content = '{"kind": "self_exclusion", "term": "P6M"}'
        answer = await crowd.link(player).ask("POST", f"{API}/exclusion", content)
        assert answer.status == 200, answer
        excluded.set()

    await asyncio.gather(keep_out(), *(play() for _ in range(12)))

    assert len(late) == 12
    assert {answer.status for answer in late} <= {401, 403}, said(late)
