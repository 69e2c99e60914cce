"""Four eyes in the house: asked by one, decided by another, carried out once."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import asyncpg
import pytest

from stakehouse.domains import access, tenancy
from stakehouse.domains.access import (
    Approval,
    ApprovalDecided,
    ApprovalExpired,
    ApprovalKind,
    ApprovalNotFound,
    ApprovalStatus,
    ContentChanged,
    FourEyesSettings,
    OwnRequest,
)
from stakehouse.domains.access.jobs import JOBS, SCHEDULES
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.jobs import Job, JobContext
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import Actor
from stakehouse.kernel.errors import Forbidden, Invalid, Refusal
from stakehouse.kernel.ids import PLATFORM, TenantId, new_id
from stakehouse.kernel.money import Currency, Money
from tests.domains.compliance.conftest import NOON, Scene, after, staff

MAKER = staff("finance@lucky.test", "ledger:adjust")
SECOND = staff("owner@lucky.test", "ledger:adjust")
CONTENT = {"member_id": str(new_id()), "units": -(2**62), "forced": False}


async def carry_out(tx: Tx, approval_id: UUID, content: Mapping[str, object]) -> None:
    tx.record(AuditEntry("adjustment.booked", "adjustment", approval_id, after=content))


async def refuse(_tx: Tx, _approval_id: UUID, _content: Mapping[str, object]) -> None:
    raise Invalid("There is not that much on the account.")


KINDS = {
    "ledger.adjustment": ApprovalKind("ledger.adjustment", "ledger:adjust", carry_out),
    "ledger.impossible": ApprovalKind("ledger.impossible", "ledger:adjust", refuse),
}


async def ask(scene: Scene, kind: str = "ledger.adjustment", actor: Actor = MAKER) -> Approval:
    async with scene.begin(NOON, actor) as tx:
        return await access.request_approval(
            tx,
            kind=kind,
            summary="Takes 12.34 EUR from ann.",
            content=CONTENT,
            reason="Booked twice.",
            member_id=scene.member_id,
            money=Money(-1_234, Currency("EUR", 2)),
        )


async def approve(
    scene: Scene, asked: Approval, actor: Actor = SECOND, *, seen: str | None = None, now: datetime = NOON
) -> Approval:
    async with scene.begin(now, actor) as tx:
        return await access.approve(tx, asked.id, seen or asked.content_hash, KINDS)


async def stored(scene: Scene, now: datetime = NOON) -> Approval:
    async with scene.begin(now) as tx:
        [approval] = (await access.approvals(tx)).items
    return approval


@pytest.mark.requirement("29")
async def test_a_second_person_approves_and_the_act_is_carried_out(scene: Scene) -> None:
    asked = await ask(scene)

    done = await approve(scene, asked, now=after(hours=71))

    assert (done.status, done.decider) == (ApprovalStatus.APPROVED, "owner@lucky.test")
    assert await scene.recorded() == [
        "tenant.opened",
        "approval.requested",
        "adjustment.booked",
        "approval.approved",
    ]
    assert await scene.told("access") == ["approval.requested", "approval.approved"]
    [booked] = await scene.rows(
        "SELECT after->>'units' AS units, actor_name FROM audit_trail "
        "WHERE tenant_id = $1 AND action = 'adjustment.booked'"
    )
    assert (int(booked["units"]), booked["actor_name"]) == (-(2**62), "owner@lucky.test")


async def test_what_is_stored_is_what_was_asked(scene: Scene) -> None:
    asked = await ask(scene)

    assert await stored(scene) == asked


@pytest.mark.parametrize(
    ("actor", "seen", "now", "refusal"),
    [
        (MAKER, None, NOON, OwnRequest),
        (staff("support@lucky.test", "approvals:decide"), None, NOON, Forbidden),
        (SECOND, "0" * 64, NOON, ContentChanged),
        (SECOND, None, after(hours=72), ApprovalExpired),
    ],
)
async def test_what_may_not_be_approved_goes_on_waiting(
    scene: Scene, actor: Actor, seen: str | None, now: datetime, refusal: type[Refusal]
) -> None:
    asked = await ask(scene)

    with pytest.raises(refusal):
        await approve(scene, asked, actor, seen=seen, now=now)

    assert await stored(scene) == asked
    assert await scene.told("access") == ["approval.requested"]
    assert "adjustment.booked" not in await scene.recorded()


async def test_a_refusal_of_the_act_takes_the_decision_back(scene: Scene) -> None:
    asked = await ask(scene, "ledger.impossible")

    with pytest.raises(Invalid):
        await approve(scene, asked)

    assert (await stored(scene)).status is ApprovalStatus.WAITING
    assert await scene.told("access") == ["approval.requested"]


async def test_a_rejected_request_stays_rejected(scene: Scene) -> None:
    asked = await ask(scene)
    async with scene.begin(NOON, SECOND) as tx:
        rejected = await access.reject(tx, asked.id, KINDS, reason="It was right.")

    with pytest.raises(ApprovalDecided):
        await approve(scene, asked)

    assert (rejected.status, rejected.decision_reason) == (ApprovalStatus.REJECTED, "It was right.")
    assert await scene.told("access") == ["approval.requested", "approval.rejected"]


@pytest.mark.requirement("29")
async def test_two_who_approve_at_once_carry_it_out_once(scene: Scene) -> None:
    asked = await ask(scene)
    others = [staff(f"owner{n}@lucky.test", "ledger:adjust") for n in range(6)]

    results = await asyncio.gather(
        *(approve(scene, asked, other) for other in others), return_exceptions=True
    )

    assert [type(result) for result in results].count(Approval) == 1
    assert [type(result) for result in results].count(ApprovalDecided) == 5
    assert (await scene.recorded()).count("adjustment.booked") == 1


async def test_nobody_approves_what_is_not_there(scene: Scene) -> None:
    with pytest.raises(ApprovalNotFound):
        async with scene.begin(NOON, SECOND) as tx:
            await access.approve(tx, new_id(), "0" * 64, KINDS)


async def test_what_nobody_decides_lapses_once(scene: Scene) -> None:
    await ask(scene)

    async def lapse(now: datetime) -> int:
        async with scene.begin(now) as tx:
            return await access.lapse_approvals(tx)

    assert await lapse(after(hours=71)) == 0
    assert await lapse(after(hours=72)) == 1
    assert await lapse(after(hours=73)) == 0
    assert await scene.told("access") == ["approval.requested", "approval.lapsed"]


async def test_the_list_is_filtered_by_what_is_true_now_and_goes_on(scene: Scene) -> None:
    asked = [await ask(scene) for _ in range(3)]
    await approve(scene, asked[0])

    async def ids(status: ApprovalStatus, now: datetime) -> list[UUID]:
        async with scene.begin(now) as tx:
            return [each.id for each in (await access.approvals(tx, status=status)).items]

    assert await ids(ApprovalStatus.WAITING, NOON) == [asked[2].id, asked[1].id]
    assert await ids(ApprovalStatus.APPROVED, NOON) == [asked[0].id]
    assert await ids(ApprovalStatus.WAITING, after(hours=72)) == []
    assert await ids(ApprovalStatus.EXPIRED, after(hours=72)) == [asked[2].id, asked[1].id]
    async with scene.begin() as tx:
        first = await access.approvals(tx, limit=2)
        second = await access.approvals(tx, limit=2, cursor=first.next)
    assert [each.id for each in first.items + second.items] == [each.id for each in reversed(asked)]
    assert second.next is None


async def test_whoever_asked_takes_it_back_and_nobody_else(scene: Scene) -> None:
    asked = await ask(scene)

    with pytest.raises(access.NotYourRequest):
        async with scene.begin(NOON, SECOND) as tx:
            await access.withdraw_request(tx, asked.id)
    async with scene.begin(NOON, MAKER) as tx:
        withdrawn = await access.withdraw_request(tx, asked.id)
    with pytest.raises(ApprovalDecided):
        await approve(scene, asked)

    assert withdrawn.status is ApprovalStatus.WITHDRAWN
    assert await scene.told("access") == ["approval.requested", "approval.withdrawn"]


async def test_large_amounts_need_as_many_people_as_the_house_set(scene: Scene) -> None:
    async with scene.begin() as tx:
        settings = FourEyesSettings(two_from="10.00", three_from="1000.00")
        await tenancy.change_setting(tx, settings, after=0, reason="the board decided")
    asked = await ask(scene)

    first = await approve(scene, asked)
    with pytest.raises(ApprovalDecided):
        await approve(scene, asked)
    with pytest.raises(OwnRequest):
        await approve(scene, asked, MAKER)
    assert (await scene.recorded()).count("adjustment.booked") == 0
    done = await approve(scene, asked, staff("third@lucky.test", "ledger:adjust"))

    assert (asked.quorum, first.status) == (2, ApprovalStatus.WAITING)
    assert (done.status, [each.decider for each in done.approved_by]) == (
        ApprovalStatus.APPROVED,
        ["owner@lucky.test", "third@lucky.test"],
    )
    assert (await scene.recorded()).count("adjustment.booked") == 1


async def test_people_who_approve_at_once_each_count_once(scene: Scene) -> None:
    async with scene.begin() as tx:
        await tenancy.change_setting(tx, FourEyesSettings(two_from="0"), after=0, reason="strict")
    asked = await ask(scene)
    others = [staff(f"owner{n}@lucky.test", "ledger:adjust") for n in range(3)]

    results = await asyncio.gather(
        *(approve(scene, asked, other) for other in others for _ in range(3)), return_exceptions=True
    )

    done = [each for each in results if isinstance(each, Approval)]
    assert sorted(each.status.value for each in done) == ["approved", "waiting"]
    assert (await scene.recorded()).count("adjustment.booked") == 1


async def test_what_changed_since_it_was_asked_for_is_not_approved(scene: Scene) -> None:
    present = {"value": "before"}

    async def look(_tx: Tx, _content: Mapping[str, object]) -> Mapping[str, object]:
        return dict(present)

    kinds = {"ledger.adjustment": ApprovalKind("ledger.adjustment", "ledger:adjust", carry_out, look)}
    async with scene.begin(NOON, MAKER) as tx:
        asked = await access.request_approval(
            tx,
            kind="ledger.adjustment",
            summary="Changes it.",
            content=CONTENT,
            reason="A test.",
            state=dict(present),
        )

    present["value"] = "changed meanwhile"
    with pytest.raises(access.ObjectChanged):
        async with scene.begin(NOON, SECOND) as tx:
            await access.approve(tx, asked.id, asked.content_hash, kinds)
    present["value"] = "before"
    async with scene.begin(NOON, SECOND) as tx:
        done = await access.approve(tx, asked.id, asked.content_hash, kinds)

    assert done.status is ApprovalStatus.APPROVED


async def test_the_same_person_is_no_second_one_through_another_role_or_a_visit(scene: Scene) -> None:
    asked = await ask(scene)
    again = staff("finance@lucky.test", "ledger:adjust", "approvals:decide", user_id=MAKER.user_id)
    as_member = replace(
        staff("ann", "ledger:adjust"), real_user_id=MAKER.user_id, real_name="finance@lucky.test"
    )

    for actor in (again, as_member):
        with pytest.raises(OwnRequest):
            await approve(scene, asked, actor)


async def test_the_database_itself_refuses_the_maker_and_a_second_line(scene: Scene) -> None:
    asked = await ask(scene)
    insert = (
        "INSERT INTO approval_decisions (tenant_id, approval_id, decider_id, maker_id, decider, reason, "
        "decided_at) VALUES ($1, $2, $3, NULL, 'x', '', now())"
    )

    with pytest.raises(asyncpg.CheckViolationError):
        await scene.rows(insert, asked.id, MAKER.user_id)
    with pytest.raises(asyncpg.CheckViolationError):
        await scene.rows(
            "UPDATE approvals SET status = 'approved', decided_at = now(), decider_id = maker_id "
            "WHERE tenant_id = $1 AND id = $2",
            asked.id,
        )
    await scene.rows(insert, asked.id, SECOND.user_id)
    with pytest.raises(asyncpg.UniqueViolationError):
        await scene.rows(insert, asked.id, SECOND.user_id)


async def run(scene: Scene, job: Job, tenant_id: TenantId, now: datetime) -> None:
    await job.run(JobContext(job.name, tenant_id, b"{}", 1, False, lambda: now, scene.database, 1))


async def test_overdue_requests_lapse_by_the_clock(scene: Scene) -> None:
    await ask(scene)
    for_all, for_one = JOBS

    await run(scene, for_all, PLATFORM, after(hours=72))
    [owed] = await scene.rows("SELECT name FROM jobs WHERE tenant_id = $1")
    await run(scene, for_one, scene.tenant_id, after(hours=72))

    assert owed["name"] == for_one.name
    assert [schedule.job for schedule in SCHEDULES] == [for_all.name]
    assert await scene.told("access") == ["approval.requested", "approval.lapsed"]
