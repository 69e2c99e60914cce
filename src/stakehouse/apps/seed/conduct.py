"""What a compliance desk has on its table: members who struggle, who complain, and who raise a question.

Everything is done as people do it, through the same use cases. What follows from it, cases of harm and
entries of the register, comes when the worker hears of it.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, timedelta

from stakehouse.apps.seed.ground import Ground
from stakehouse.domains import compliance, identity, support
from stakehouse.domains.compliance import EventKind, LimitKind, Period, Severity
from stakehouse.domains.identity import KycStatus, Member, NewMember
from stakehouse.domains.support import Category, ComplaintOutcome, NewComplaint
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import Actor, ActorKind
from stakehouse.kernel.ids import TenantId

HOUSE = "lucky"
PEOPLE = {"carla": ("Carla", "Vella", date(1987, 3, 2)), "leon": ("Leon", "Borg", date(1979, 11, 23))}
OFFICER, HELPER = "compliance", "support"


async def trouble(ground: Ground) -> None:
    """Brings two members with a history, unless they are here already."""
    tenant = ground.tenants[HOUSE]
    async with ground.begin(tenant.id) as tx:
        members = {name: await _bring(tx, ground, tenant, name) for name in PEOPLE}
    if None in members.values():
        return
    carla, leon = members["carla"], members["leon"]
    assert carla is not None, "it was looked at"
    assert leon is not None, "likewise"
    await _changes_limits(ground, tenant.id, carla)
    await _changes_limits(ground, tenant.id, leon)
    await _takes_breaks(ground, tenant.id, leon)
    await _complain(ground, tenant.id, carla, leon)
    await _ask_questions(ground, tenant.id, leon)


async def _bring(tx: Tx, ground: Ground, tenant: TenantProfile, name: str) -> Member | None:
    """The new member; nobody if there was one."""
    email = f"{name}@{tenant.slug}.test"
    user_id = await identity.ensure_user(tx, email, ground.password_hash, name="")
    stored = await identity.password_hash_of(tx, email)
    if stored != ground.password_hash and not await ground.verifies(stored):
        await identity.set_password_hash(tx, user_id, ground.password_hash)
    ground.people.append(email)
    if await identity.member_of_user(tx, user_id) is not None:
        return None
    first, last, born = PEOPLE[name]
    new = NewMember(
        user_id=user_id,
        username=name,
        birth_date=born,
        country="MT",
        currency=tenant.default_currency,
        locale=tenant.languages[0],
        kyc_status=KycStatus.VERIFIED,
    )
    member_id = await identity.enrol(tx, new)
    assert member_id is not None, "the name is free in a house that was just opened"
    return await identity.set_name(tx, member_id, first, last)


async def _changes_limits(ground: Ground, tenant_id: TenantId, person: Member) -> None:
    """One limit, moved again and again: what is seen as a marker of harm."""
    async with _as_member(ground, tenant_id, person) as tx:
        for amount in ("500.00", "400.00", "250.00", "200.00", "100.00"):
            await compliance.set_limit(tx, person.member_id, LimitKind.DEPOSIT, Period.WEEK, amount=amount)


async def _takes_breaks(ground: Ground, tenant_id: TenantId, person: Member) -> None:
    async with _as_member(ground, tenant_id, person) as tx:
        for days in (1, 3, 7):
            await compliance.take_time_out(tx, person.member_id, tx.now + timedelta(days=days))


async def _complain(ground: Ground, tenant_id: TenantId, carla: Member, leon: Member) -> None:
    async with _as_member(ground, tenant_id, carla) as tx:
        answered = await support.file(
            tx,
            carla.member_id,
            NewComplaint(
                Category.PAYMENT,
                "My payout took four days",
                "I asked on Monday and was told that it is held. Nobody said why.",
            ),
        )
        await support.file(
            tx,
            carla.member_id,
            NewComplaint(
                Category.GAME,
                "The wheel stopped between two numbers",
                "It looked like 17 to me, and the round says 34. Please look at it.",
            ),
        )
    async with _as_member(ground, tenant_id, leon) as tx:
        taken = await support.file(
            tx,
            leon.member_id,
            NewComplaint(
                Category.SAFER_GAMBLING,
                "I want to play less and still get letters",
                "Please stop every message that invites me to play.",
            ),
        )
    async with _as_staff(ground, tenant_id, HELPER) as tx:
        await support.take(tx, taken.id)
        await support.take(tx, answered.id)
        await support.answer(
            tx,
            answered.id,
            "The bank asked for your address again and we passed that on late. It is paid since Thursday.",
            ComplaintOutcome.UPHELD,
        )


async def _ask_questions(ground: Ground, tenant_id: TenantId, person: Member) -> None:
    async with _as_staff(ground, tenant_id, OFFICER) as tx:
        await compliance.open_aml_case(
            tx,
            person.member_id,
            severity=Severity.MEDIUM,
            is_blocking=False,
            summary="A bank asks where the deposits of the last weeks come from.",
        )
        await compliance.enter_event(
            tx,
            EventKind.UNAVAILABILITY,
            at=tx.now,
            summary="The house was moved to another machine and could not be reached for two minutes.",
            facts={"minutes": "2"},
            member_id=None,
        )


@asynccontextmanager
async def _as_staff(ground: Ground, tenant_id: TenantId, role: str) -> AsyncIterator[Tx]:
    async with ground.begin(tenant_id) as tx:
        user_id = await identity.user_of_email(tx, f"{role}@{HOUSE}.test")
    async with _as(ground, tenant_id, Actor(ActorKind.STAFF, user_id, name=f"{role}@{HOUSE}.test")) as tx:
        yield tx


def _as_member(ground: Ground, tenant_id: TenantId, who: Member) -> AbstractAsyncContextManager[Tx]:
    actor = Actor(ActorKind.MEMBER, who.user_id, who.member_id, name=who.username)
    return _as(ground, tenant_id, actor)


def _as(ground: Ground, tenant_id: TenantId, actor: Actor) -> AbstractAsyncContextManager[Tx]:
    return begin(ground.database, tenant_id=tenant_id, actor=actor, now=ground.clock(), request_id="seed")
