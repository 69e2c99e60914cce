"""Faults in the wallet engine: they hit one act, or nobody; what was answered stands.

The faults are real: triggers that a superuser puts into the test's own database make statements and
commits fail, and connections die in the middle of them.
"""

import asyncio
import gc
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from stakehouse.domains.play import Bet, Outcome, Scene
from stakehouse.infra.group_commit import GroupCommit
from stakehouse.kernel.errors import InternalError, Kind, OutcomeUnknown, Overloaded, Refusal
from stakehouse.kernel.ids import MemberId
from tests.banks import together
from tests.halls import Hall

TABLES = ("operation_keys", "operations", "transfers", "rounds", "outbox")


async def footprint(hall: Hall) -> dict[str, int]:
    return {table: await hall.count(table) for table in TABLES}


@asynccontextmanager
async def at_commit(hall: Hall, act: str) -> AsyncIterator[None]:
    """Runs PL/pgSQL inside every COMMIT that wrote a key of the tenant."""
    name = f"fault_{hall.tenant.slug}"
    admin = await asyncpg.connect(hall.house.test_database.admin_url)
    try:
        await admin.execute(
            f"CREATE SEQUENCE {name}_n; GRANT USAGE ON {name}_n TO PUBLIC;"
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
            f"{act.replace('COUNT', f'{name}_n')} RETURN NULL; END $$;"
            f"CREATE CONSTRAINT TRIGGER {name} AFTER INSERT ON operation_keys DEFERRABLE INITIALLY DEFERRED "
            f"FOR EACH ROW WHEN (NEW.tenant_id = '{hall.tenant.id}') EXECUTE FUNCTION {name}()"
        )
        yield
        await admin.execute(
            f"DROP TRIGGER {name} ON operation_keys; DROP FUNCTION {name}; DROP SEQUENCE {name}_n"
        )
    finally:
        await admin.close()


async def bet_all(hall: Hall, *members: MemberId) -> list[bytes | BaseException]:
    return await together(
        [lambda member=member: hall.engine.submit(hall.bet_act(member)) for member in members]  # type: ignore[misc]  # mypy cannot infer the default
    )


async def test_a_group_leaves_nothing_for_the_collector(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(6)]
    await bet_all(hall, *members)
    gc.collect()
    gc.disable()
    try:
        await bet_all(hall, *members)
        await hall.engine.drain()
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = [one for one in gc.garbage if isinstance(one, Bet)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()

    # What lies in a circle waits for the collector, and whoever bets then waits for it too.
    assert left == []


async def test_a_decision_that_raises_harms_no_neighbour(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(6)]
    acts = [hall.bet_act(member, stake=100) for member in members]

    def poison(scene: Scene) -> Outcome:
        raise ZeroDivisionError(scene.tenant_id)

    acts[2].resolve = poison

    outcomes = await together([lambda act=act: hall.engine.submit(act) for act in acts])  # type: ignore[misc]  # as above

    assert isinstance(outcomes[2], InternalError)
    assert all(isinstance(one, bytes) for at, one in enumerate(outcomes) if at != 2)
    assert await hall.holds(members[2]) == 1_000
    assert await hall.count("rounds") == 5
    assert await hall.findings() == []


async def test_a_row_that_cannot_be_written_harms_no_neighbour(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(6)]
    acts = [hall.bet_act(member, stake=100) for member in members]
    sound = acts[2].resolve

    def unwritable(scene: Scene) -> Outcome:
        return sound(scene)._replace(multiplier="\x00")

    acts[2].resolve = unwritable

    outcomes = await together([lambda act=act: hall.engine.submit(act) for act in acts])  # type: ignore[misc]  # as above

    assert isinstance(outcomes[2], InternalError)
    assert all(isinstance(one, bytes) for at, one in enumerate(outcomes) if at != 2), outcomes
    assert await hall.holds(members[2]) == 1_000
    assert await hall.findings() == []


async def test_after_a_fault_the_same_key_may_be_used_again(hall: Hall) -> None:
    ann = await hall.member(1_000)
    poisoned = hall.bet_act(ann, key="k")

    def poison(scene: Scene) -> Outcome:
        raise ZeroDivisionError(scene.tenant_id)

    poisoned.resolve = poison
    with pytest.raises(InternalError):
        await hall.engine.submit(poisoned)

    answer = await hall.bet(ann, key="k")

    assert answer["round"]["fairness"]["nonce"] == 0


async def test_a_commit_that_fails_is_told_to_everybody_and_nothing_happened(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(5)]
    before = await footprint(hall)

    async with at_commit(hall, "RAISE EXCEPTION 'the disk is full' USING ERRCODE = 'disk_full';"):
        engine = GroupCommit(
            hall.house.api.edge.database.pipelines, hall.engine._plan, clock=hall.house.clock, patience_s=0.3
        )
        outcomes = await together(
            [lambda member=member: engine.submit(hall.bet_act(member)) for member in members]  # type: ignore[misc]  # as above
        )

    assert {type(one) for one in outcomes} <= {InternalError, OutcomeUnknown}, outcomes
    assert all(isinstance(one, Refusal) and one.kind is Kind.UNAVAILABLE for one in outcomes)
    assert await footprint(hall) == before
    assert [await hall.holds(member) for member in members] == [1_000] * 5
    assert all(isinstance(one, bytes) for one in await bet_all(hall, *members))
    assert await hall.findings() == []


async def test_a_serialisation_failure_at_commit_is_tried_again(hall: Hall) -> None:
    ann = await hall.member(1_000)

    async with at_commit(
        hall, "IF nextval('COUNT') = 1 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END IF;"
    ):
        answer = await hall.bet(ann)

    assert answer["round"]["fairness"]["nonce"] == 0
    assert await hall.count("rounds") == 1


async def test_a_connection_that_dies_in_the_middle_of_commit_is_replaced(hall: Hall) -> None:
    members = [await hall.member(1_000) for _ in range(4)]

    async with at_commit(
        hall, "IF nextval('COUNT') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"
    ):
        outcomes = await bet_all(hall, *members)

    assert all(isinstance(one, bytes) for one in outcomes), outcomes
    assert await hall.count("rounds") == 4
    assert await hall.findings() == []


async def test_an_answer_lost_after_commit_is_the_first_answer_when_asked_again(hall: Hall) -> None:
    ann = await hall.member(1_000)
    asked = asyncio.create_task(hall.engine.submit(hall.bet_act(ann, key="k")))
    await asyncio.sleep(0)
    asked.cancel()
    await hall.engine.drain()

    answer = json.loads(await hall.engine.submit(hall.bet_act(ann, key="k")))

    assert await hall.count("rounds") == 1
    rows = await hall.house.rows("SELECT round_id FROM rounds WHERE tenant_id = $1", hall.tenant.id)
    assert str(rows[0]["round_id"]) == answer["round"]["id"]


async def test_connections_that_are_cut_all_the_time_lose_and_double_nothing(hall: Hall) -> None:
    members = [await hall.member(100_000) for _ in range(8)]
    admin = await asyncpg.connect(hall.house.test_database.admin_url)

    async def cut() -> None:
        # So often and no more: on a busy machine nothing would ever get through between two cuts.
        for _ in range(60):
            await admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND application_name LIKE '%-engine'"
            )
            await asyncio.sleep(0.05)

    async def play(member: MemberId) -> list[tuple[str, bytes]]:
        answered = []
        for at in range(12):
            key = f"{at}"
            while True:
                try:
                    answered.append((key, await hall.engine.submit(hall.bet_act(member, key=key))))
                    break
                except Refusal as refusal:
                    if refusal.kind is not Kind.UNAVAILABLE:
                        raise
        return answered

    cutting = asyncio.create_task(cut())
    played = await asyncio.gather(*(play(member) for member in members))
    await cutting
    await admin.close()

    assert await hall.count("rounds") == 8 * 12
    for member, answered in zip(members, played, strict=True):
        for key, body in answered:
            assert await hall.engine.submit(hall.bet_act(member, key=key)) == body
    assert await hall.findings() == []


async def test_a_full_queue_refuses_at_once(hall: Hall) -> None:
    ann = await hall.member(100_000)
    engine = GroupCommit(
        hall.house.api.edge.database.pipelines,
        hall.engine._plan,
        clock=hall.house.clock,
        group_max=2,
        queue_max=3,
    )

    outcomes = await together([lambda: engine.submit(hall.bet_act(ann))] * 10)

    refused = [one for one in outcomes if isinstance(one, Overloaded)]
    assert refused
    assert all(one.retry_after_s for one in refused)
    assert await hall.count("rounds") == 10 - len(refused)
    await engine.drain()
