"""Members at hand: who bet lately is not read again, and is never bound by what is no longer true."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from random import Random  # noqa: TID251 - seeds of a test, as below

import pytest

from stakehouse.apps.playing import WalletEngine
from stakehouse.domains import compliance, jackpots, ledger
from stakehouse.domains.compliance import Excluded, LimitKind, LimitReached, Period, Term
from stakehouse.domains.games.service.seeds import SeedsPart
from stakehouse.domains.identity import MemberSuspended
from stakehouse.domains.jackpots import Jackpot
from stakehouse.domains.ledger import (
    Code,
    House,
    HouseKind,
    InsufficientFunds,
    Movement,
    Subject,
    Wallet,
    WalletKind,
)
from stakehouse.domains.ledger.errors import Remembered
from stakehouse.domains.play import AtHand, WalletPlan
from stakehouse.domains.play.service.at_hand import LIFETIME_S
from stakehouse.infra.group_commit import GroupCommit
from stakehouse.kernel.ids import MemberId, new_id
from tests.banks import together
from tests.halls import Answer, Hall

LOST = {"target": "10000.00"}
"""A limbo target that is reached once in ten thousand rounds."""


@dataclass(slots=True)
class Desk:
    """A wallet engine whose memory and statements the test can see."""

    hall: Hall
    at_hand: AtHand
    engine: WalletEngine
    seconds: list[float]
    batches: list[list[str]] = field(default_factory=list)

    @property
    def reads(self) -> int:
        """How many groups have locked and read wallets so far."""
        return sum("FOR UPDATE" in statement for batch in self.batches for statement in batch)

    async def bet(self, member_id: MemberId, *, stake: int = 100, key: str | None = None) -> Answer:
        """A bet that is lost, as good as always."""
        act = self.hall.bet_act(member_id, game="limbo", stake=stake, choices=LOST, key=key)
        answer: Answer = json.loads(await self.engine.submit(act))
        return answer


def plan(hall: Hall, at_hand: AtHand | None) -> WalletPlan:
    edge = hall.house.api.edge
    # The same seeds each time: of bets that are lost as good as always none is won now and then.
    seeds = Random(20261120)  # noqa: S311 - no player has them
    return WalletPlan([SeedsPart(edge.vault, seeds.randbytes, edge.clock)], at_hand)


@pytest.fixture
async def desk(hall: Hall) -> AsyncIterator[Desk]:
    edge = hall.house.api.edge
    seconds = [time.monotonic()]
    at_hand = AtHand(lambda: seconds[0])
    engine = GroupCommit(edge.database.pipelines, plan(hall, at_hand), clock=edge.clock)
    desk = Desk(hall, at_hand, engine, seconds)
    async with edge.database.pipelines.acquire() as conn:
        conn.watch = desk.batches.append
    yield desk
    conn.watch = None


async def member(hall: Hall, units: int = 100_000) -> MemberId:
    """A registered member with money: protections are about people whom identity knows."""
    name = f"ann_{new_id().hex[-8:]}"
    member_id = await hall.house.add_member(hall.tenant, f"{name}@example.com", name)
    if units:
        await hall.fund(member_id, units)
    return member_id


async def test_who_bet_lately_is_not_read_again(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    await desk.bet(ann)
    seen = len(desk.batches)

    answer = await desk.bet(ann)

    # One round trip: what is written, and COMMIT.
    assert len(desk.batches) == seen + 1
    assert desk.batches[-1][0] == "BEGIN"
    assert desk.batches[-1][-1] == "COMMIT"
    assert desk.reads == 1
    assert answer["wallet"]["main"] == "8.00"
    assert await desk.hall.findings() == []


async def test_who_has_not_bet_for_a_while_is_read_again(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    await desk.bet(ann)
    desk.seconds[0] += LIFETIME_S + 1

    await desk.bet(ann)

    assert desk.reads == 2


async def test_nobody_is_remembered_over_the_end_of_a_connection(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    await desk.bet(ann)
    pool = desk.hall.house.api.edge.database.pipelines
    async with pool.acquire() as conn:
        conn.close()
    async with pool.acquire() as conn:
        conn.watch = desk.batches.append

    await desk.bet(ann)

    assert desk.reads == 2


async def test_what_is_remembered_is_what_would_be_read(desk: Desk) -> None:
    hall = desk.hall
    ann, ben = await member(hall), await member(hall)
    pool = await hall.jackpot(ann)
    async with hall.begin() as tx:
        await compliance.set_limit(tx, ann, LimitKind.LOSS, Period.WEEK, amount="900.00", currency="EUR")
    for number in range(12):
        stakes = [hall.bet_act(who, stake=133 + number) for who in (ann, ben, ann)]
        await together([lambda act=act: desk.engine.submit(act) for act in stakes])  # type: ignore[misc]  # mypy cannot infer the default

    for who in (ann, ben):
        left = desk.at_hand.take(hall.tenant.id, who, "EUR")
        assert left is not None
        async with hall.house.api.edge.database.pipelines.acquire() as conn:
            conn.begin(f"SET LOCAL app.tenant = '{hall.tenant.id}'")
            rows = await plan(hall, None).read(conn, hall.tenant.id, [hall.bet_act(who)])
            await conn.roll_back()
        books = rows.ledger.books()
        (account,) = books.after(who, "EUR", (WalletKind.MAIN, WalletKind.BONUS))
        (known,) = left.accounts
        assert replace(known, is_touched=False, version_known=known.version) == account
        read = rows.protections.open(hall.house.clock()).after(who, "EUR")
        assert read is not None
        assert _plain(left.protections) == _plain(read)
        assert left.entries == rows.pools.pools().after(who, "EUR")
        assert [entry.jackpot for entry in left.entries] == ([pool] if who == ann else [])
        assert list(left.parts) == rows.parts[0]


def _plain(row: compliance.PlayRow) -> list[object]:
    """A row whose sequences compare by what they hold."""
    clocks = [(clock.counted_at, list(clock.played), clock.since) for clock in row.clock]
    sums = [list(part) for part in (row.limits, row.wagered, row.won, row.played, row.sitting, row.paces)]
    return [row.protection, row.scale, row.counted_at, sums, clocks]


Change = Callable[[Hall, MemberId], Awaitable[None]]


async def limited(hall: Hall, ann: MemberId) -> None:
    async with hall.begin() as tx:
        await compliance.set_limit(tx, ann, LimitKind.WAGER, Period.DAY, amount="1.50", currency="EUR")


async def excluded(hall: Hall, ann: MemberId) -> None:
    async with hall.begin() as tx:
        await compliance.exclude_self(tx, ann, Term.SIX_MONTHS)


async def suspended(hall: Hall, ann: MemberId) -> None:
    await hall.house.rows("UPDATE member_protections SET standing = 'suspended' WHERE member_id = $1", ann)


async def withdrawn(hall: Hall, ann: MemberId) -> None:
    async with hall.begin() as tx:
        await ledger.hold(
            tx,
            member_id=ann,
            currency="EUR",
            units=99_850,
            reason="withdrawal",
            subject=Subject("payment", new_id()),
            key="all but a bit",
        )


@pytest.mark.requirement("R6", "R23")
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (limited, LimitReached),
        (excluded, Excluded),
        (suspended, MemberSuspended),
        (withdrawn, InsufficientFunds),
    ],
)
async def test_what_somebody_else_changed_binds_the_very_next_bet(
    desk: Desk, change: Change, refusal: type[Exception]
) -> None:
    ann = await member(desk.hall)
    await compliance_known(desk.hall, ann)
    await desk.bet(ann)
    await change(desk.hall, ann)

    with pytest.raises(refusal):
        await desk.bet(ann)

    assert await desk.hall.count("rounds") == 1
    assert await desk.hall.findings() == []


async def compliance_known(hall: Hall, ann: MemberId) -> None:
    """Gives a member a row among the protected: a limit far away."""
    async with hall.begin() as tx:
        await compliance.set_limit(tx, ann, LimitKind.LOSS, Period.MONTH, amount="9000.00", currency="EUR")


async def test_nobody_is_refused_on_what_is_only_remembered(desk: Desk) -> None:
    ann = await desk.hall.member(100)
    await desk.bet(ann)
    with pytest.raises(InsufficientFunds):
        await desk.bet(ann)
    await desk.hall.fund(ann, 500)

    answer = await desk.bet(ann, stake=400)

    assert answer["wallet"]["main"] == "1.00"


async def test_a_refused_key_is_refused_for_ever_and_a_known_one_answers_as_it_did(desk: Desk) -> None:
    ann = await desk.hall.member(150)
    first = await desk.bet(ann, key="first")
    with pytest.raises(InsufficientFunds):
        await desk.bet(ann, key="too much")
    await desk.hall.fund(ann, 1_000)
    await desk.bet(ann)

    with pytest.raises(Remembered):
        await desk.bet(ann, key="too much")
    assert await desk.bet(ann, key="first") == first
    # Also where the key is not remembered any more.
    desk.at_hand.forget()
    await desk.bet(ann)
    assert await desk.bet(ann, key="first") == first
    assert await desk.hall.findings() == []


async def test_two_engines_that_both_remember_a_member_take_turns(desk: Desk) -> None:
    ann, ben = await desk.hall.member(10_000), await desk.hall.member(10_000)
    async with desk.hall.another_process() as other:
        acts = [desk.hall.bet_act(who, game="limbo", choices=LOST) for who in (ann, ben) * 20]
        engines = [desk.engine, other, other, desk.engine, other] * 8
        answers = [json.loads(await engine.submit(act)) for engine, act in zip(engines, acts, strict=True)]
        at_once = await together(
            [
                lambda engine=engine: engine.submit(desk.hall.bet_act(ann, game="limbo", choices=LOST))  # type: ignore[misc]  # as above
                for engine in (desk.engine, other) * 10
            ]
        )

    assert all(isinstance(one, bytes) for one in at_once), at_once
    nonces = [answer["round"]["fairness"]["nonce"] for answer in answers[0::2]]
    assert nonces == list(range(20))
    assert await desk.hall.holds(ann) == 10_000 - 40 * 100
    assert await desk.hall.holds(ben) == 10_000 - 20 * 100
    assert await desk.hall.findings() == []


async def test_seeds_that_were_rotated_are_drawn_from_at_once(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    before = (await desk.bet(ann))["round"]["fairness"]
    await desk.hall.reveal(ann)

    after = (await desk.bet(ann))["round"]["fairness"]

    assert after["nonce"] == 0
    assert after["server_seed_hash"] != before["server_seed_hash"]


async def test_a_pool_that_a_member_left_gets_nothing_more(desk: Desk) -> None:
    ann = await desk.hall.member(10_000)
    pool: Jackpot = await desk.hall.jackpot(ann, seed=0)
    await desk.bet(ann, stake=1_000)
    held = await desk.hall.in_pool(pool)
    async with desk.hall.begin() as tx:
        await jackpots.choose(tx, ann, pool.id, is_opted_in=False)

    await desk.bet(ann, stake=1_000)

    assert held == 10
    assert await desk.hall.in_pool(pool) == held


async def test_a_wallet_beside_is_shown_as_it_is(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    shown = [(await desk.bet(ann))["wallet"]["bonus"]]
    for _ in range(2):
        async with desk.hall.begin() as tx:
            await ledger.post(
                tx,
                kind="bonus_grant",
                source=ann,
                key=f"grant {new_id()}",
                subject=Subject("member", ann),
                member_id=ann,
                movements=[
                    Movement(
                        Code.BONUS_GRANT,
                        House(HouseKind.BONUS_EXPENSE, "EUR"),
                        Wallet(ann, WalletKind.BONUS, "EUR"),
                        250,
                    )
                ],
            )
        shown.append((await desk.bet(ann))["wallet"]["bonus"])

    assert shown == ["0.00", "2.50", "5.00"]


async def test_a_step_that_pays_nothing_has_its_place_among_the_bets(desk: Desk) -> None:
    ann = await desk.hall.member(1_000)
    opened = await desk.hall.open_mines(ann, mines=1)
    await desk.bet(ann)
    read = desk.reads
    async with desk.hall.another_process() as other:
        step = json.loads(await other.submit(desk.hall.step_act(ann, opened, "reveal", {"tile": 0})))

    answer = await desk.bet(ann)

    # Its answer told a balance, so a bet that was remembered from before it is decided anew.
    assert (step["round"]["payout"], step["wallet"]["main"]) == ("0.00", "8.00")
    assert desk.reads == read + 1
    assert answer["wallet"]["main"] == "7.00"
    assert await desk.hall.findings() == []


async def test_a_stale_member_harms_no_neighbour(desk: Desk) -> None:
    members = [await desk.hall.member(1_000) for _ in range(8)]
    for who in members:
        await desk.bet(who)
    await desk.hall.fund(members[3], 1)

    outcomes = await asyncio.gather(*(desk.bet(who) for who in members))

    assert [one["wallet"]["main"] for one in outcomes] == ["8.00"] * 3 + ["8.01"] + ["8.00"] * 4
    assert await desk.hall.count("rounds") == 16
    assert await desk.hall.findings() == []
