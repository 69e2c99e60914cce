"""Time-out and self-exclusion in the house: at the door, at deposits, at bets; never lifted early."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from stakehouse.domains import compliance, identity
from stakehouse.domains.compliance import (
    AlreadyExcluded,
    Excluded,
    ExclusionKind,
    InvalidTimeOut,
    SignInExcluded,
    Term,
)
from stakehouse.domains.identity import MemberSuspended, Standing
from stakehouse.domains.ledger import driver
from stakehouse.kernel.ids import TenantId, new_id
from tests.domains.compliance.conftest import NOON, Scene, after, staff, the_member


async def time_out(scene: Scene, until: datetime, *, now: datetime = NOON) -> None:
    async with scene.begin(now, the_member(scene)) as tx:
        await compliance.take_time_out(tx, scene.member_id, until)


async def check_bet(scene: Scene, now: datetime) -> None:
    async with scene.begin(now) as tx:
        rows = await compliance.read_protections(
            await driver(tx), scene.tenant_id, [(scene.member_id, "EUR")]
        )
        rows.open(now).check_bet(scene.member_id, "EUR", 100)


async def check_deposit(scene: Scene, now: datetime) -> None:
    async with scene.begin(now) as tx:
        await compliance.check_deposit(tx, scene.member_id, "EUR", 100)


async def check_door(scene: Scene, now: datetime) -> None:
    async with scene.begin(now) as tx:
        await compliance.admit_sign_in(tx, scene.member_id)


async def add_session(scene: Scene) -> None:
    async with scene.begin() as tx:
        await (await driver(tx)).execute(
            "INSERT INTO sessions (tenant_id, id, user_id, member_id, audience, methods, device, address, "
            "created_at, last_seen_at, expires_at) "
            "VALUES ($1, $2, $3, $2, 'player', '{pwd}', 'x', 'x', $4, $4, $5)",
            scene.tenant_id,
            scene.member_id,
            scene.user_id,
            NOON,
            after(days=30),
        )


@pytest.mark.requirement("R11")
async def test_a_time_out_binds_door_deposit_and_bet_until_it_ends(scene: Scene) -> None:
    await add_session(scene)

    await time_out(scene, after(days=7))

    for now in (NOON, after(days=7) - timedelta(milliseconds=1)):
        with pytest.raises(SignInExcluded):
            await check_door(scene, now)
        with pytest.raises(Excluded):
            await check_deposit(scene, now)
        with pytest.raises(Excluded):
            await check_bet(scene, now)
    for check in (check_door, check_deposit, check_bet):
        await check(scene, after(days=7))
    [session] = await scene.rows("SELECT end_reason FROM sessions WHERE tenant_id = $1")
    assert session["end_reason"] == "time_out"
    assert await scene.told() == ["member.excluded"]
    assert await scene.recorded() == ["tenant.opened", "member.excluded"]


@pytest.mark.requirement("R12")
async def test_a_self_exclusion_is_never_shortened(scene: Scene) -> None:
    async with scene.begin(NOON, the_member(scene)) as tx:
        await compliance.exclude_self(tx, scene.member_id, Term.ONE_YEAR)

    with pytest.raises(AlreadyExcluded):
        await time_out(scene, after(days=31), now=after(days=1))
    async with scene.begin() as tx:
        exclusion = await compliance.exclusion_of(tx, scene.member_id)

    assert exclusion is not None
    assert (exclusion.kind, exclusion.until) == (
        ExclusionKind.SELF_EXCLUSION,
        datetime.fromisoformat("2027-11-20T12:00:00Z"),
    )
    assert await scene.told() == ["member.excluded"]


async def test_a_time_out_can_be_lengthened_for_good(scene: Scene) -> None:
    await time_out(scene, after(days=1))

    async with scene.begin(NOON, the_member(scene)) as tx:
        await compliance.exclude_self(tx, scene.member_id, Term.FOREVER)

    with pytest.raises(Excluded):
        await check_bet(scene, after(days=40_000))


async def test_a_refused_time_out_changes_nothing_and_tells_nothing(scene: Scene) -> None:
    await add_session(scene)

    with pytest.raises(InvalidTimeOut):
        await time_out(scene, after(days=43))

    await check_bet(scene, NOON)
    [session] = await scene.rows("SELECT ended_at FROM sessions WHERE tenant_id = $1")
    assert session["ended_at"] is None
    assert await scene.told() == []


async def test_a_suspension_reaches_the_wallet_engine_and_goes_again(scene: Scene) -> None:
    async with scene.begin(NOON, staff("support@lucky.test")) as tx:
        await identity.set_standing(tx, scene.member_id, Standing.SUSPENDED, "Asked by phone.")
    async with scene.begin() as tx:
        await compliance.follow_standing(tx, scene.member_id)

    with pytest.raises(MemberSuspended):
        await check_bet(scene, NOON)
    with pytest.raises(MemberSuspended):
        await check_deposit(scene, NOON)

    async with scene.begin(NOON, staff("support@lucky.test")) as tx:
        await identity.set_standing(tx, scene.member_id, Standing.ACTIVE, "Cleared.")
    await check_deposit(scene, NOON)
    async with scene.begin() as tx:
        await compliance.follow_standing(tx, scene.member_id)
    await check_bet(scene, NOON)


async def test_another_tenants_protection_is_not_seen(scene: Scene) -> None:
    await time_out(scene, after(days=7))

    await check_bet(replace(scene, tenant_id=TenantId(new_id())), NOON)
