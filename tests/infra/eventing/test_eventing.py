"""From the outbox over the bus to effects that happen once, in order for each key."""

import asyncio
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import asyncpg
import pytest
from sqlalchemy import text

from stakehouse.infra.dead_letters import DeadLetterNotFound
from stakehouse.infra.subscriber import Event, Handler, replay
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.ids import TenantId, new_id
from tests.databases import TestDatabase
from tests.infra.eventing.world import (
    CHRONICLE,
    CROWD,
    LIMIT_S,
    TENANT,
    Climbed,
    World,
    a_world,
    at_work,
    mark,
    now,
)


@pytest.fixture
async def world(database: TestDatabase, nats_url: str) -> AsyncIterator[World]:
    async with a_world(database, nats_url) as world:
        yield world


async def test_a_fact_is_heard_once_and_what_it_causes_as_well(world: World) -> None:
    await world.climb("a", 1, 2, 3)
    await world.climb("b", 1)

    async with at_work(world, CROWD, CHRONICLE):
        heard = await world.until("crowd", 4)
        written = await world.until("chronicle", 4)

    assert [number for key, number in heard if key == "a"] == [1, 2, 3]
    assert [number for key, number in written if key == "a"] == [1, 2, 3]
    assert Counter(heard) == Counter(written)


async def test_handlers_see_the_tenant_of_the_event_and_no_other(world: World) -> None:
    other = TenantId(new_id())
    seen: list[tuple[TenantId, int]] = []

    async def look(tx: Tx, event: Event[Climbed]) -> None:
        visible = (await tx.conn.execute(text("SELECT count(*) FROM outbox"))).scalar_one()
        seen.append((tx.tenant_id, visible))
        await mark(tx, "looker", event)

    await world.climb("a", 1)
    await world.climb("a", 1, 2, tenant_id=other)

    async with at_work(world, Handler("looker", (Climbed,), look)):
        await world.until("looker", 3)

    assert Counter(seen) == Counter({(TENANT, 1): 1, (other, 2): 2})


async def test_what_is_rolled_back_is_never_heard(world: World) -> None:
    async def fall() -> None:
        async with begin(world.database, tenant_id=TENANT, actor=system("test"), now=now()) as tx:
            tx.tell(Climbed(ladder="a", number=1))
            await tx.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fall()
    await world.climb("a", 2)

    async with at_work(world, CROWD):
        assert await world.until("crowd", 1) == [("a", 2)]


class Outbox:
    """A transaction that a test holds open."""

    def __init__(self, conn: asyncpg.Connection) -> None:
        self.conn = conn
        self.transaction = conn.transaction()

    async def begin(self) -> None:
        await self.transaction.start()
        await self.conn.execute("SELECT set_config('app.tenant', $1, true)", str(TENANT))

    async def tell(self, ladder: str, number: int) -> None:
        await self.conn.execute(
            "INSERT INTO outbox (tenant_id, id, domain, name, version, key, payload, created_at) "
            "VALUES ($1, $2, 'ladder', 'rung.climbed', 1, $3, $4, now())",
            TENANT,
            new_id(),
            ladder,
            f'{{"ladder":"{ladder}","number":{number}}}'.encode(),
        )

    async def commit(self) -> None:
        await self.transaction.commit()
        await self.conn.close()


async def an_outbox(world: World) -> Outbox:
    outbox = Outbox(await asyncpg.connect(world.test_database.app_url))
    await outbox.begin()
    return outbox


async def test_a_smaller_number_that_commits_later_is_not_skipped(world: World) -> None:
    slow = await an_outbox(world)
    await slow.tell("slow", 1)
    await world.climb("quick", 2)

    looked = asyncio.Event()
    async with at_work(world, CROWD, watch=lambda step: looked.set() if step == "looked" else None):
        # The relay has seen number 2 and must not go past number 1.
        await looked.wait()
        assert await world.marked("crowd") == []
        await slow.commit()
        heard = await world.until("crowd", 2)

    assert Counter(heard) == Counter([("slow", 1), ("quick", 2)])


async def test_a_transaction_without_an_id_of_its_own_cannot_slip_a_number_in(world: World) -> None:
    """The number must not be taken before the transaction's id: the relay would not wait for it."""
    outbox = await an_outbox(world)
    before = await outbox.conn.fetchval("SELECT pg_current_xact_id_if_assigned()")
    await outbox.tell("a", 1)
    default = await world.marks.fetchval(
        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'outbox'::regclass"
    )
    await outbox.commit()

    assert before is None
    assert default.index("pg_current_xact_id") < default.index("nextval")


async def test_within_a_key_the_order_is_that_of_the_commits_not_of_the_transactions(
    world: World,
) -> None:
    """The first transaction takes its id first, but the lock of the key, and the number, second."""
    first, second = await an_outbox(world), await an_outbox(world)
    await first.conn.fetchval("SELECT pg_current_xact_id()")
    await second.tell("key", 1)
    await second.commit()
    await first.tell("key", 2)
    await first.commit()

    async with at_work(world, CROWD):
        assert await world.until("crowd", 2) == [("key", 1), ("key", 2)]


async def test_a_handler_that_raises_hears_again_while_other_keys_go_on(world: World) -> None:
    calls: list[tuple[str, int]] = []
    other_key_done = asyncio.Event()

    async def stumble(tx: Tx, event: Event[Climbed]) -> None:
        calls.append((event.key, event.fact.number))
        await mark(tx, "stumbler", event)
        if event.key == "a" and calls.count(("a", 1)) < 3:
            raise RuntimeError("not yet")
        if event.key == "b":
            other_key_done.set()

    await world.climb("a", 1, 2)
    await world.climb("b", 1)

    async with at_work(world, Handler("stumbler", (Climbed,), stumble, back_off_s=(0.01, 0.01))):
        marked = await world.until("stumbler", 3)

    assert calls.count(("a", 1)) == 3
    assert calls.index(("a", 2)) > max(n for n, call in enumerate(calls) if call == ("a", 1))
    assert Counter(marked) == Counter([("a", 1), ("a", 2), ("b", 1)])
    assert other_key_done.is_set()


async def _dead_letters(world: World) -> list[asyncpg.Record]:
    """All tenants' dead letters, as the superuser sees them."""
    admin = await asyncpg.connect(world.test_database.admin_url)
    try:
        return await admin.fetch("SELECT * FROM dead_letters ORDER BY id")
    finally:
        await admin.close()


async def test_after_the_last_attempt_it_is_a_dead_letter_and_the_key_goes_on(world: World) -> None:
    async def refuse(tx: Tx, event: Event[Climbed]) -> None:
        if event.fact.number == 1:
            raise RuntimeError("never\nsecret=4111111111111111")
        await mark(tx, "refuser", event)

    await world.climb("a", 1, 2)

    async with at_work(world, Handler("refuser", (Climbed,), refuse, back_off_s=(0.01, 0.01))):
        assert await world.until("refuser", 1) == [("a", 2)]

    (letter,) = await _dead_letters(world)
    assert (letter["source"], letter["consumer"], letter["attempts"]) == ("event", "refuser", 3)
    assert letter["error"] == "RuntimeError: never"


async def test_a_dead_letter_can_be_replayed_once_and_only_with_success(world: World) -> None:
    mended = False

    async def refuse(tx: Tx, event: Event[Climbed]) -> None:
        if not mended:
            raise RuntimeError("not yet")
        await mark(tx, "refuser", event)

    handler = Handler("refuser", (Climbed,), refuse, back_off_s=())
    await world.climb("a", 1)
    settled = asyncio.Event()
    async with at_work(world, handler, watch=lambda s: settled.set() if s == "acknowledged" else None):
        await settled.wait()
    (letter,) = await _dead_letters(world)

    async def again() -> None:
        async with begin(world.database, tenant_id=TENANT, actor=system("test"), now=now()) as tx:
            await replay(tx, letter["id"], [handler])

    with pytest.raises(RuntimeError):
        await again()
    mended = True
    await again()

    assert await world.marked("refuser") == [("a", 1)]
    with pytest.raises(DeadLetterNotFound):
        await again()


async def test_a_fact_of_an_unknown_version_is_kept_not_lost(world: World) -> None:
    outbox = await an_outbox(world)
    await outbox.tell("a", 1)
    await outbox.conn.execute(
        "INSERT INTO outbox (tenant_id, id, domain, name, version, key, payload, created_at) "
        "VALUES ($1, $2, 'ladder', 'rung.climbed', 9, 'a', '{}', now())",
        TENANT,
        new_id(),
    )
    await outbox.commit()
    await world.climb("a", 2)

    handler = Handler("crowd", (Climbed,), CROWD.hear, back_off_s=())
    async with at_work(world, handler):
        assert await world.until("crowd", 2) == [("a", 1), ("a", 2)]

    (letter,) = await _dead_letters(world)
    assert letter["error"] == "UnknownFact: ladder rung.climbed version 9"


async def test_two_workers_share_the_duties_and_publish_nothing_twice(world: World) -> None:
    async with at_work(world, CROWD, CHRONICLE), at_work(world, CROWD, CHRONICLE):
        for number in range(40):
            await world.climb(f"ladder {number % 4}", number)
        heard = await world.until("chronicle", 40)

    async with world.bus() as bus:
        info = await bus.jetstream.stream_info(world.stream.name)
    assert info.state.messages == 80
    assert len(set(heard)) == 40


async def test_shutdown_gives_back_what_waits_and_the_next_one_hears_it_in_order(world: World) -> None:
    entered = asyncio.Event()

    async def dawdle(tx: Tx, event: Event[Climbed]) -> None:
        await mark(tx, "dawdler", event)
        entered.set()
        if event.fact.number == 1:
            # Long enough for the stop to be noticed while this still runs.
            await asyncio.sleep(0.2)

    handler = Handler("dawdler", (Climbed,), dawdle)
    await world.climb("a", 1, 2, 3)

    async with at_work(world, handler):
        await entered.wait()
    after_first = await world.marked("dawdler")
    await world.climb("a", 4)
    async with at_work(world, handler):
        await world.until("dawdler", 4)

    assert after_first == [("a", 1)]
    assert await world.marked("dawdler") == [("a", 1), ("a", 2), ("a", 3), ("a", 4)]


async def test_a_lost_stream_is_filled_again_and_nothing_happens_twice(world: World) -> None:
    await world.climb("a", 1, 2)
    async with at_work(world, CROWD):
        await world.until("crowd", 2)
    async with world.bus() as bus:
        await bus.jetstream.delete_stream(world.stream.name)
    await world.climb("a", 3)

    async with at_work(world, CROWD, CHRONICLE):
        assert await world.until("crowd", 3) == [("a", 1), ("a", 2), ("a", 3)]
        assert await world.until("chronicle", 3) == [("a", 1), ("a", 2), ("a", 3)]


async def test_more_than_the_broker_takes_does_not_stop_the_rest(world: World) -> None:
    outbox = await an_outbox(world)
    await outbox.conn.execute(
        "INSERT INTO outbox (tenant_id, id, domain, name, version, key, payload, created_at) "
        "VALUES ($1, $2, 'ladder', 'rung.climbed', 1, 'a', $3, now())",
        TENANT,
        new_id(),
        b'"' + b"x" * 1_100_000 + b'"',
    )
    await outbox.tell("a", 2)
    await outbox.commit()

    async with at_work(world, CROWD):
        assert await world.until("crowd", 1) == [("a", 2)]


async def test_a_subscription_that_went_silent_is_made_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stakehouse.infra.subscriber.PROBE_EVERY_S", 0.05)
    silent = asyncio.Event()

    def watch(step: str) -> None:
        if step == "silent":
            silent.set()

    async with at_work(world, CROWD, watch=watch), world.bus() as bus:
        await world.climb("a", 1)
        await world.until("crowd", 1)
        # The broker holds back what it has: to the subscriber that is a line gone dead.
        stream, until = world.stream.name, (now() + timedelta(hours=1)).isoformat()
        await bus.jetstream.pause_consumer(stream, "crowd", until)
        await world.climb("a", 2)
        await asyncio.wait_for(silent.wait(), LIMIT_S)
        await bus.jetstream.resume_consumer(stream, "crowd")

        assert await world.until("crowd", 2) == [("a", 1), ("a", 2)]


STEPS = ("read", "published", "moved", "received", "handled", "committed", "acknowledged")


@pytest.mark.parametrize("step", STEPS)
async def test_killed_at_any_step_effects_happen_once_and_in_order(world: World, step: str) -> None:
    # The second visit at the latest happens while work is under way on both sides.
    for number in range(30):
        await world.climb(f"ladder {number % 3}", number)

    async def process(visit: int) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.infra.eventing.mortal",
            world.test_database.app_url,
            world.test_database.owner_url,
            world.nats_url,
            world.stream.name,
            step,
            str(visit),
        )

    killed = await process(visit=2)
    survivor = None
    try:
        async with asyncio.timeout(LIMIT_S):
            assert await killed.wait() == -signal.SIGKILL
        for number in range(30, 36):
            await world.climb(f"ladder {number % 3}", number)
        survivor = await process(visit=0)
        written = await world.until("chronicle", 36)
    finally:
        for mortal in filter(None, (killed, survivor)):
            if mortal.returncode is None:
                mortal.kill()
            await mortal.wait()

    heard = await world.marked("crowd")
    assert len(heard) == len(written) == 36
    for ladder in range(3):
        wanted = [number for number in range(36) if number % 3 == ladder]
        assert [number for key, number in heard if key == f"ladder {ladder}"] == wanted
        assert [number for key, number in written if key == f"ladder {ladder}"] == wanted
