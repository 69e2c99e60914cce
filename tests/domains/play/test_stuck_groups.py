"""A database that neither answers nor dies: nobody waits for it for ever, and the keys tell the truth."""

import asyncio
import os
import time
from contextlib import suppress

import asyncpg
import pytest

from stakehouse.domains.games.service.seeds import SeedsPart
from stakehouse.domains.play import WalletPlan
from stakehouse.infra.group_commit import GroupCommit
from stakehouse.kernel.errors import OutcomeUnknown, Overloaded
from tests.halls import Hall


async def test_callers_of_a_stuck_group_are_answered_and_the_key_tells_what_became_of_it(hall: Hall) -> None:
    edge = hall.house.api.edge
    plan = WalletPlan([SeedsPart(edge.vault, os.urandom, edge.clock)])
    engine = GroupCommit(edge.database.pipelines, plan, clock=edge.clock, answer_within_s=0.3)
    ann, ben = await hall.member(1_000), await hall.member(1_000)
    first, behind = hall.bet_act(ann, key="first"), hall.bet_act(ben, key="behind")
    blocker = await asyncpg.connect(hall.house.test_database.admin_url)
    lock = blocker.transaction()
    await lock.start()
    await blocker.execute("SELECT FROM accounts WHERE owner_id = $1 FOR UPDATE", ann)

    started = time.monotonic()
    stuck = asyncio.create_task(engine.submit(first))
    await asyncio.sleep(0.05)
    with pytest.raises(Overloaded):
        await engine.submit(behind)
    with pytest.raises(OutcomeUnknown):
        await stuck
    assert time.monotonic() - started < 2
    with pytest.raises(Overloaded):
        await engine.submit(hall.bet_act(ben, key="later"))

    await lock.rollback()
    with suppress(Overloaded):
        await engine.submit(hall.bet_act(ben, key="after"))
    answer = await engine.submit(first)
    await blocker.close()
    assert answer == await engine.submit(first)
    rows = await hall.house.rows("SELECT key FROM operations WHERE member_id = ANY($1::uuid[])", [ann, ben])
    assert {row["key"] for row in rows if row["key"] in {"first", "behind", "later"}} == {"first"}
    assert await hall.findings() == []
