"""Use cases of protections: time-out, self-exclusion, the way back, the question at the door."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from stakehouse.domains import identity, tenancy
from stakehouse.domains.compliance.errors import (
    AccountFrozen,
    ExclusionInForce,
    RegisterDetailsMissing,
    RegisterSilent,
    SignInExcluded,
)
from stakehouse.domains.compliance.rules import exclusions as rules
from stakehouse.domains.compliance.rules.registers import lets_in
from stakehouse.domains.compliance.service import history, registers, tickets
from stakehouse.domains.compliance.service.registers import Registers
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import exclusions as wide
from stakehouse.domains.compliance.store import harm
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.store.cases import freeze_of
from stakehouse.domains.compliance.types import AccountState, Exclusion, ExclusionKind, Term
from stakehouse.domains.compliance.types.registers import Cause, Listing
from stakehouse.domains.identity import Member, SessionAudience, Standing
from stakehouse.events.compliance import ExclusionTried, MemberExcluded, ReturnAsked
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, TenantId, UserId

FOLLOW_EXCLUSION = "compliance.follow_exclusion"
"""The job by which a house takes over what a person chose for every house."""


async def exclusion_of(tx: Tx, member_id: MemberId) -> Exclusion | None:
    """The time-out or self-exclusion that is in force.

    Raises:
        MemberNotFound: no such member here.
    """
    return await in_force(tx, await identity.member(tx, member_id))


async def in_force(tx: Tx, person: Member) -> Exclusion | None:
    """What keeps a member out now: by this house's record, by the choice for every house, by a register.

    The record follows that choice within seconds; who signs in or deposits meanwhile meets it here.
    """
    protection = await store.protection(tx, person.member_id)
    for exclusion in (
        None if protection is None else protection.exclusion,
        await wide.wide_exclusion(tx, person.user_id),
        None if protection is None else protection.listed,
    ):
        if exclusion is not None and exclusion.binds(tx.now):
            return exclusion
    return None


async def take_time_out(tx: Tx, member_id: MemberId, until: datetime) -> Exclusion:
    """Keeps a member out for one to forty-two days; nobody can lift it early.

    Raises:
        InvalidTimeOut: shorter or longer.
        AlreadyExcluded: a protection at least as long is in force.
    """
    return await _exclude(tx, member_id, rules.time_out(tx.now, until), reason="Asked for by the member.")


async def exclude_self(tx: Tx, member_id: MemberId, term: Term, *, everywhere: bool = False) -> Exclusion:
    """Keeps a member out for a term or for good; nobody can lift it early, and it ends only when asked.

    Args:
        tx: the transaction.
        member_id: who.
        term: how long.
        everywhere: in every house of the platform; where the law demands it, always.

    Raises:
        AlreadyExcluded: a protection at least as long and as wide is in force.
    """
    person = await identity.member(tx, member_id)
    is_wide = everywhere or (await tenancy.jurisdiction(tx)).rules.exclusion_across_tenants
    asked = rules.self_exclusion(tx.now, term, person.time_zone, is_wide=is_wide)
    exclusion = await _exclude(tx, member_id, asked, reason="Asked for by the member.")
    if is_wide:
        await _widen(tx, person.user_id, asked)
    return exclusion


async def exclude_asked_by(tx: Tx, member_id: MemberId, term: Term, *, reason: str) -> Exclusion:
    """Keeps a member out because somebody else asked: a court, the family, an authority.

    Raises:
        AlreadyExcluded: a protection at least as long is in force.
    """
    person = await identity.member(tx, member_id)
    is_wide = (await tenancy.jurisdiction(tx)).rules.exclusion_across_tenants
    asked = rules.self_exclusion(tx.now, term, person.time_zone, is_wide=is_wide)
    exclusion = await _exclude(tx, member_id, asked, reason=reason)
    if is_wide:
        await _widen(tx, person.user_id, asked)
    return exclusion


async def _exclude(tx: Tx, member_id: MemberId, asked: Exclusion, *, reason: str) -> Exclusion:
    person = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)

    exclusion = rules.extend(protection.exclusion, asked, tx.now)

    await store.save_protection(tx, member_id, replace(protection, exclusion=exclusion))
    is_from_here = exclusion.kind is not ExclusionKind.ELSEWHERE
    await identity.note_state(
        tx,
        member_id,
        before=rules.state_of(person.standing, protection.exclusion, tx.now).value,
        after=rules.state_of(Standing.ACTIVE, exclusion, tx.now).value,
        reason=reason,
        until=exclusion.until if is_from_here else None,
    )
    await identity.end_sessions(
        tx, person.user_id, reason=exclusion.kind.value, audience=SessionAudience.PLAYER
    )

    await history.note(
        tx,
        member_id,
        "member.excluded",
        before=_told(protection.exclusion),
        after=_told(exclusion),
        reason=reason if tx.actor.is_staff else "",
    )
    until = exclusion.until if is_from_here else None
    tx.tell(MemberExcluded(member_id=member_id, kind=exclusion.kind.value, until=until))
    return exclusion


async def _widen(tx: Tx, user_id: UserId, asked: Exclusion) -> None:
    """Lets every house follow; what was chosen before is never shortened."""
    before = await wide.wide_exclusion(tx, user_id, is_locked=True)
    covers = before is not None and before.binds(tx.now) and not rules.ends_later(asked, before)
    if not covers:
        await wide.save_wide_exclusion(tx, user_id, asked)
    await _owe_following(tx, user_id)


async def _owe_following(tx: Tx, user_id: UserId) -> None:
    await tenancy.owe_to_each(tx, deferred(FOLLOW_EXCLUSION, user_id))


async def follow_exclusion(tx: Tx, user_id: UserId) -> None:
    """Takes over what a person chose for every house, if they are a member of this one."""
    person = await identity.member_of_user(tx, user_id)
    chosen = await wide.wide_exclusion(tx, user_id)
    if person is None or chosen is None:
        return
    protection = await store.protection(tx, person.member_id)
    known = None if protection is None else protection.exclusion
    if known is None or not known.binds(tx.now) or rules.ends_later(chosen, known):
        if chosen.binds(tx.now):
            await _exclude(tx, person.member_id, replace(chosen, returns_at=None), reason="Excluded.")
        return
    if chosen.returns_at is not None and known.is_over(tx.now) and known.returns_at is None:
        await hold_play(tx, person.member_id)
        locked = await store.lock_protection(tx, person.member_id, time_zone=person.time_zone)
        returning = replace(known, returns_at=chosen.returns_at)
        await store.save_protection(tx, person.member_id, replace(locked, exclusion=returning))


async def ask_return(tx: Tx, member_id: MemberId, *, reason: str = "Asked for by the member.") -> Exclusion:
    """Asks to come back after the term of a self-exclusion; it binds for another day.

    Raises:
        MemberNotFound: no such member here.
        NotExcluded: nothing keeps the member out.
        ExclusionInForce: the term is not over; the try is recorded.
    """
    person = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)
    before = protection.exclusion
    if before is None or not before.binds(tx.now):
        before = await in_force(tx, person)
    try:
        exclusion = rules.ask_return(before, tx.now)
    except ExclusionInForce as refusal:
        refusal.trace = tried(person, "return")
        raise
    if exclusion == before:
        return exclusion

    await store.save_protection(tx, member_id, replace(protection, exclusion=exclusion))
    if exclusion.is_wide or exclusion.kind is ExclusionKind.ELSEWHERE:
        await _return_everywhere(tx, person.user_id, exclusion)

    assert exclusion.returns_at is not None, "it was just set"
    told = _told(exclusion)
    await history.note(tx, member_id, "member.return_asked", before=_told(before), after=told, reason=reason)
    tx.tell(ReturnAsked(member_id=member_id, returns_at=exclusion.returns_at))
    return exclusion


async def _return_everywhere(tx: Tx, user_id: UserId, exclusion: Exclusion) -> None:
    chosen = await wide.wide_exclusion(tx, user_id, is_locked=True)
    if chosen is not None and chosen.is_over(tx.now) and chosen.returns_at is None:
        await wide.save_wide_exclusion(tx, user_id, replace(chosen, returns_at=exclusion.returns_at))
        await _owe_following(tx, user_id)


async def admit_sign_in(tx: Tx, member_id: MemberId) -> None:
    """Lets a member through the door; identity asks here through its port ``Admission``.

    Whoever is refused has proved who they are, and takes a ticket along with which they can be paid
    out. The try is recorded.

    Raises:
        SignInExcluded: a time-out or self-exclusion is in force, or the member is on a national register.
        RegisterDue: such a register has to be asked first.
        RegisterSilent: it did not answer.
        RegisterDetailsMissing: it cannot be asked with what is known of the member.
    """
    person = await identity.member(tx, member_id)
    exclusion = await in_force(tx, person)
    try:
        if exclusion is None or exclusion.kind is ExclusionKind.REGISTER:
            await _heed_register(tx, person, exclusion)
        rules.admit_sign_in(exclusion, tx.now)
    except (SignInExcluded, RegisterSilent, RegisterDetailsMissing) as refusal:
        ticket = tickets.new_ticket()
        record = tried(person, "sign_in") if isinstance(refusal, SignInExcluded) else None

        async def trace(after: Tx) -> None:
            await tickets.keep(after, member_id, ticket)
            if record is not None:
                await record(after)

        refusal.facts = {**refusal.facts, "payout_ticket": ticket}
        refusal.trace = trace
        raise


async def _heed_register(tx: Tx, person: Member, listed: Exclusion | None) -> None:
    """Lets a member on whom the national register, where there is one, says that they are not on it."""
    state = await registers.state_of_registers(tx)
    if not state.is_asked:
        return
    if not person.details.is_complete:
        if listed is None:
            raise RegisterDetailsMissing(
                "The law has this house ask a national register about you, and it needs your name and "
                "postcode for that. State them, then sign in again."
            )
        return
    sought = registers.sought_of(person)
    listing = await registers.answer_about(tx, state, sought, Cause.SIGN_IN, person.member_id)
    if listed is None and listing is Listing.SILENT:
        raise registers.silent()
    if listed is None and listing is Listing.ON:  # asked before they were a member, or of another one
        raise registers.RegisterDue(sought, Cause.SIGN_IN, person.member_id)


def tried(person: Member, act: str) -> Callable[[Tx], Awaitable[None]]:
    """Records that somebody tried what an exclusion forbids."""

    async def trace(tx: Tx) -> None:
        exclusion = await in_force(tx, person)
        told = {"act": act, **(_told(exclusion) or {})}
        await history.note(tx, person.member_id, "exclusion.tried", after=told)
        tx.tell(ExclusionTried(member_id=person.member_id, act=act, by=tx.actor.kind.value))

    return trace


async def set_standing(tx: Tx, member_id: MemberId, standing: Standing, reason: str) -> Member:
    """Changes how a member stands, felt by the very next bet: what freezes, limits and releases.

    Raises:
        MemberNotFound: no such member here.
        WrongStanding: the member has this standing already, or cannot get it from the present one.
        AccountFrozen: only a release by a second person makes a frozen account active again.
    """
    await hold_play(tx, member_id)
    if standing is Standing.ACTIVE and await freeze_of(tx, member_id) is not None:
        raise AccountFrozen("This account is frozen; ask a second person to release it.")
    after = await identity.set_standing(tx, member_id, standing, reason)
    await follow_standing(tx, member_id)
    return after


async def standing_of(tx: Tx, member_id: MemberId) -> tuple[Standing, AccountState]:
    """The operator's standing of a member, and what it comes to with protections laid over it.

    Raises:
        MemberNotFound: no such member here.
    """
    person = await identity.member(tx, member_id)
    return person.standing, rules.state_of(person.standing, await in_force(tx, person), tx.now)


async def state_of(tx: Tx, member_id: MemberId) -> AccountState:
    """How a member's account stands at this moment, protections included.

    Raises:
        MemberNotFound: no such member here.
    """
    return (await standing_of(tx, member_id))[1]


async def may_market(tx: Tx, member_id: MemberId) -> bool:
    """Whether a member may be sent anything that invites to play, or be given a reason to: a bonus.

    Every sender, granter and referrer asks here. Only an active member may whom nothing keeps out and
    who shows no grave markers of harm; where a national register is asked, only on a word of it that
    still counts;
    messages about the account itself (security, payments) need no leave.
    """
    try:
        return await _lets_market(tx, member_id)
    except registers.RegisterDue:
        return False


async def _lets_market(tx: Tx, member_id: MemberId) -> bool:
    """The same, where the national register may still be asked.

    Raises:
        RegisterDue: it has to be asked first.
    """
    if await state_of(tx, member_id) is not AccountState.ACTIVE or await harm.is_grave(tx, member_id):
        return False
    state = await registers.state_of_registers(tx)
    if not state.is_asked:
        return True
    person = await identity.member(tx, member_id)
    if not person.details.is_complete:
        return False
    sought = registers.sought_of(person)
    return lets_in(await registers.answer_about(tx, state, sought, Cause.MARKETING, person.member_id))


async def clear_to_market(desk: Registers, tenant_id: TenantId, member_id: MemberId) -> bool:
    """The same for who is about to send: where the national register's answer is too old, it is asked.

    It opens its own transactions, so it is asked outside of any. A sender asks here, and once more with
    :func:`may_market` in the transaction in which it writes.
    """
    actor = system("marketing")
    async with desk.transaction(tenant_id, actor) as tx:
        try:
            return await _lets_market(tx, member_id)
        except registers.RegisterDue as due:
            errand = due
    await desk.run(tenant_id, errand, "")
    async with desk.transaction(tenant_id, actor) as tx:
        return await may_market(tx, member_id)


async def follow_standing(tx: Tx, member_id: MemberId) -> None:
    """Takes over how the member stands now, for the wallet engine, which asks nobody while it decides."""
    person = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)

    is_frozen = await freeze_of(tx, member_id) is not None
    standing = rules.standing_under(person.standing, is_frozen=is_frozen)
    if protection.standing is not standing:
        await store.save_protection(tx, member_id, replace(protection, standing=standing))


def _told(exclusion: Exclusion | None) -> dict[str, object] | None:
    """An exclusion on the audit trail; of one from elsewhere the house learns no term."""
    if exclusion is None:
        return None
    if exclusion.kind in {ExclusionKind.ELSEWHERE, ExclusionKind.REGISTER}:
        return {"kind": exclusion.kind.value, "since": wire(exclusion.since)}
    told: dict[str, object] = {
        "kind": exclusion.kind.value,
        "since": wire(exclusion.since),
        "until": None if exclusion.until is None else wire(exclusion.until),
    }
    if exclusion.is_wide:
        told["everywhere"] = True
    if exclusion.returns_at is not None:
        told["returns_at"] = wire(exclusion.returns_at)
    return told
