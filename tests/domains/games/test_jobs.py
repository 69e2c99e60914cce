"""What the games do by the clock and by news: seeds end daily, rounds left open are settled by rule."""

import os
from datetime import timedelta

import msgspec
import pytest

from stakehouse.domains import compliance
from stakehouse.domains.games.handlers import HANDLERS
from stakehouse.domains.games.jobs import ROTATE, SCHEDULES, SETTLE, Croupier, jobs
from stakehouse.domains.games.service.bets import abandon_act
from stakehouse.domains.games.service.rounds import SETTLE_OPEN_OF
from stakehouse.domains.play import Catalogue, round_by_id
from stakehouse.infra.bus import Envelope
from stakehouse.infra.jobs import JobContext
from stakehouse.infra.subscriber import hear_once
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.errors import Refusal
from stakehouse.kernel.ids import PLATFORM, MemberId, RoundId, TenantId
from tests.halls import Hall, round_of

DAY = timedelta(hours=24)
SOON = timedelta(minutes=1)


async def run(
    hall: Hall, name: str, *, later: timedelta, tenant: TenantId | None = None, payload: bytes = b"{}"
) -> None:
    """Runs a job as the worker would, some time from now. Ids carry the time of the machine."""
    edge = hall.house.api.edge
    croupier = Croupier(Catalogue(edge.database), hall.engine, edge.vault, os.urandom)
    context = JobContext(
        name=name,
        tenant_id=tenant or hall.tenant.id,
        payload=payload,
        attempt=1,
        is_last=False,
        clock=lambda: system_clock() + later,
        database=edge.database,
        job_id=1,
    )
    await {job.name: job for job in jobs(croupier)}[name].run(context)


async def status(hall: Hall, round_id: object) -> str:
    rows = await hall.house.rows("SELECT status FROM rounds WHERE round_id = $1", round_id)
    return str(rows[0]["status"])


async def open_with_a_tile(hall: Hall, member: MemberId) -> RoundId:
    """An open round of mines with one safe tile; one in twenty-five tries ends on the mine."""
    while True:
        opened = await hall.open_mines(member, mines=1)
        answer = await hall.step(member, opened, "reveal", tile=12)
        if answer["round"]["status"] == "open":
            return opened


async def test_a_seed_in_use_ends_after_a_day(hall: Hall) -> None:
    hall.house.clock.now = system_clock()
    ann, ben = await hall.member(10_000), await hall.member(10_000)
    await hall.bet(ann)
    await hall.bet(ben)

    await run(hall, ROTATE, later=DAY - SOON)
    assert await hall.count("revealed_pairs") == 0
    await run(hall, ROTATE, later=DAY + SOON)

    assert await hall.count("revealed_pairs") == 2
    await run(hall, ROTATE, later=DAY + 2 * SOON)
    assert await hall.count("revealed_pairs") == 2
    assert (await hall.bet(ann))["round"]["fairness"]["nonce"] == 0


async def test_a_seed_that_was_never_used_stays(hall: Hall) -> None:
    ann = await hall.member(10_000)
    await hall.bet(ann)
    await hall.reveal(ann)

    await run(hall, ROTATE, later=10 * DAY)

    assert await hall.count("revealed_pairs") == 1


async def test_a_seed_ends_after_many_rounds(hall: Hall) -> None:
    ann = await hall.member(10_000)
    await hall.bet(ann)
    await hall.house.rows("UPDATE seed_pairs SET nonce = 10000 WHERE member_id = $1", ann)

    await run(hall, ROTATE, later=SOON)

    assert await hall.count("revealed_pairs") == 1


async def test_a_seed_waits_for_its_open_round_and_nobody_waits_for_it(hall: Hall) -> None:
    ann, ben = await hall.member(10_000), await hall.member(10_000)
    await hall.open_mines(ann)
    await hall.bet(ben)

    await run(hall, ROTATE, later=2 * DAY)

    rows = await hall.house.rows("SELECT member_id FROM revealed_pairs WHERE tenant_id = $1", hall.tenant.id)
    assert [row["member_id"] for row in rows] == [ben]
    await run(hall, SETTLE, later=2 * DAY)
    await run(hall, ROTATE, later=2 * DAY)
    assert await hall.count("revealed_pairs") == 2


@pytest.mark.requirement("45")
async def test_an_abandoned_round_without_a_tile_returns_the_stake(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, stake=700)
    assert await hall.holds(ann) == 9_300

    await run(hall, SETTLE, later=DAY - SOON)
    assert await status(hall, opened) == "open"
    await run(hall, SETTLE, later=DAY + SOON)

    assert await status(hall, opened) == "settled"
    assert await hall.holds(ann) == 10_000
    assert await hall.findings() == []
    told = await hall.house.rows(
        "SELECT count(*) FROM outbox WHERE tenant_id = $1 AND name = 'round.settled'", hall.tenant.id
    )
    assert told[0][0] == 1


@pytest.mark.requirement("45")
async def test_an_abandoned_round_is_cashed_out_where_the_player_left_it(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await open_with_a_tile(hall, ann)
    held = await hall.holds(ann)

    for _ in range(2):
        await run(hall, SETTLE, later=2 * DAY)

    assert await hall.holds(ann) == held + 103  # 0.99 x 25/24 of the stake, rounded down
    rows = await hall.house.rows("SELECT action FROM round_steps WHERE round_id = $1 ORDER BY step", opened)
    assert [row["action"] for row in rows] == ["reveal", "abandon"]
    assert await hall.findings() == []


async def test_a_round_that_was_touched_lately_is_not_abandoned(hall: Hall) -> None:
    """The day counts from the last step, not from the bet."""
    ann = await hall.member(10_000)
    hall.house.clock.now = system_clock() + DAY - SOON
    opened = await open_with_a_tile(hall, ann)

    await run(hall, SETTLE, later=DAY + SOON)

    assert await status(hall, opened) == "open"
    await run(hall, SETTLE, later=3 * DAY)
    assert await status(hall, opened) == "settled"


async def test_a_player_who_comes_back_first_keeps_the_choice(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann, mines=24)
    async with hall.begin() as tx:
        row = await round_by_id(tx, opened)
    await hall.step(ann, opened, "reveal", tile=0)

    act = abandon_act(
        hall.tenant.id,
        hall.offer.currencies["EUR"],
        hall.game("mines"),
        row,
        time_zone=hall.offer.time_zone,
        terms=hall.offer.terms_of(hall.game("mines")),
    )
    with pytest.raises(Refusal, match="settled"):
        await hall.engine.submit(act)

    assert await hall.count("round_steps") == 1


async def test_a_client_cannot_keep_its_round_open_by_using_the_key_up(hall: Hall) -> None:
    ann = await hall.member(10_000)
    opened = await hall.open_mines(ann)
    await hall.bet(ann, key=f"abandon:{opened}")
    await hall.bet(ann, key=f"abandon_{opened}")

    await run(hall, SETTLE, later=2 * DAY)

    assert await status(hall, opened) == "settled"


async def test_every_tenant_is_owed_its_own_job(hall: Hall) -> None:
    await Hall.open(hall.house)
    await run(hall, "games.rotate_all_seeds", later=SOON, tenant=PLATFORM)
    await run(hall, "games.rotate_all_seeds", later=SOON, tenant=PLATFORM)

    owed = await hall.house.rows("SELECT tenant_id FROM jobs WHERE name = $1", ROTATE)
    tenants = await hall.house.rows("SELECT id FROM tenants")
    assert sorted(row["tenant_id"] for row in owed) == sorted(row["id"] for row in tenants)


def test_what_is_scheduled_is_what_is_done() -> None:
    assert {schedule.job for schedule in SCHEDULES} == {
        "games.rotate_all_seeds",
        "games.settle_all_abandoned",
    }


async def test_a_round_of_another_house_is_left_to_it(hall: Hall) -> None:
    other = await Hall.open(hall.house)
    ann = await other.member(10_000)
    opened = round_of(await other.bet(ann, game="mines", choices={"mines": 3}))

    await run(hall, SETTLE, later=2 * DAY)

    assert await status(hall, opened) == "open"


async def hear_of_exclusion(hall: Hall, member: MemberId) -> list[bytes]:
    """Lets the games hear that a member keeps out, twice as the bus may; what they owe then."""
    [row] = await hall.house.rows(
        "SELECT * FROM outbox WHERE tenant_id = $1 AND name = 'member.excluded' AND key = $2",
        hall.tenant.id,
        f"member:{member}",
    )
    envelope = Envelope(
        id=row["id"],
        tenant_id=hall.tenant.id,
        domain=row["domain"],
        name=row["name"],
        version=row["version"],
        key=row["key"],
        created_at=row["created_at"],
        payload=msgspec.Raw(row["payload"]),
    )
    for is_news in (True, False):
        async with hall.begin() as tx:
            assert await hear_once(HANDLERS[0], tx, envelope) is is_news
    owed = await hall.house.rows(
        "SELECT payload FROM jobs WHERE tenant_id = $1 AND name = $2", hall.tenant.id, SETTLE_OPEN_OF
    )
    return [job["payload"] for job in owed]


@pytest.mark.requirement("R23")
async def test_whoever_keeps_out_leaves_no_round_open(hall: Hall) -> None:
    hall.house.clock.now = system_clock()
    email = f"out.{hall.tenant.slug}@example.com"
    ann, ben = await hall.house.add_member(hall.tenant, email, "ann"), await hall.member(1_000)
    await hall.fund(ann, 1_000)
    left, others = await hall.open_mines(ann, stake=700), await hall.open_mines(ben)
    async with hall.begin() as tx:
        await compliance.take_time_out(tx, ann, tx.now + timedelta(days=2))

    [payload] = await hear_of_exclusion(hall, ann)
    for _ in range(2):
        await run(hall, SETTLE_OPEN_OF, later=SOON, payload=payload)

    assert await status(hall, left) == "settled"
    assert await hall.holds(ann) == 1_000
    assert await status(hall, others) == "open"
    assert await hall.findings() == []
