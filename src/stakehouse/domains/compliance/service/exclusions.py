"""Use cases of protections: time-out, self-exclusion, the question at the door, identity's standing."""

from dataclasses import replace
from datetime import datetime

from stakehouse.domains import identity
from stakehouse.domains.compliance.errors import AccountFrozen
from stakehouse.domains.compliance.rules import exclusions as rules
from stakehouse.domains.compliance.service.wallets import hold_play
from stakehouse.domains.compliance.store import limits as store
from stakehouse.domains.compliance.store.cases import freeze_of
from stakehouse.domains.compliance.types import AccountState, Exclusion, Term
from stakehouse.domains.identity import Member, SessionAudience, Standing
from stakehouse.events.compliance import MemberExcluded
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId


async def exclusion_of(tx: Tx, member_id: MemberId) -> Exclusion | None:
    """The time-out or self-exclusion that is in force.

    Raises:
        MemberNotFound: no such member here.
    """
    await identity.member(tx, member_id)
    return await _in_force(tx, member_id)


async def _in_force(tx: Tx, member_id: MemberId) -> Exclusion | None:
    protection = await store.protection(tx, member_id)
    exclusion = None if protection is None else protection.exclusion
    return exclusion if exclusion is not None and exclusion.binds(tx.now) else None


async def take_time_out(tx: Tx, member_id: MemberId, until: datetime) -> Exclusion:
    """Keeps a member out for one to forty-two days; nobody can lift it early.

    Raises:
        InvalidTimeOut: shorter or longer.
        AlreadyExcluded: a protection at least as long is in force.
    """
    return await _exclude(tx, member_id, rules.time_out(tx.now, until))


async def exclude_self(tx: Tx, member_id: MemberId, term: Term) -> Exclusion:
    """Keeps a member out for a term or for good; nobody can lift it early.

    Raises:
        AlreadyExcluded: a protection at least as long is in force.
    """
    person = await identity.member(tx, member_id)
    return await _exclude(tx, member_id, rules.self_exclusion(tx.now, term, person.time_zone))


async def _exclude(tx: Tx, member_id: MemberId, asked: Exclusion) -> Exclusion:
    person = await identity.member(tx, member_id)
    await hold_play(tx, member_id)
    protection = await store.lock_protection(tx, member_id, time_zone=person.time_zone)

    exclusion = rules.extend(protection.exclusion, asked, tx.now)

    await store.save_protection(tx, member_id, replace(protection, exclusion=exclusion))
    await identity.note_state(
        tx,
        member_id,
        before=rules.state_of(person.standing, protection.exclusion, tx.now).value,
        after=rules.state_of(Standing.ACTIVE, exclusion, tx.now).value,
        reason="Asked for by the member.",
        until=exclusion.until,
    )
    await identity.end_sessions(
        tx, person.user_id, reason=exclusion.kind.value, audience=SessionAudience.PLAYER
    )

    tx.record(
        AuditEntry(
            "member.excluded",
            "member",
            member_id,
            before=_told(protection.exclusion),
            after=_told(exclusion),
        )
    )
    tx.tell(MemberExcluded(member_id=member_id, kind=exclusion.kind.value, until=exclusion.until))
    return exclusion


async def admit_sign_in(tx: Tx, member_id: MemberId) -> None:
    """Lets a member through the door; identity asks here through its port ``Admission``.

    Raises:
        SignInExcluded: a time-out or self-exclusion is in force.
    """
    protection = await store.protection(tx, member_id)
    rules.admit_sign_in(None if protection is None else protection.exclusion, tx.now)


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
    return person.standing, rules.state_of(person.standing, await _in_force(tx, member_id), tx.now)


async def state_of(tx: Tx, member_id: MemberId) -> AccountState:
    """How a member's account stands at this moment, protections included.

    Raises:
        MemberNotFound: no such member here.
    """
    return (await standing_of(tx, member_id))[1]


async def may_market(tx: Tx, member_id: MemberId) -> bool:
    """Whether a member may be sent anything that invites to play, or be given a reason to: a bonus.

    Every sender, granter and referrer asks here. Only an active member may whom nothing keeps out;
    messages about the account itself (security, payments) need no leave.
    """
    return await state_of(tx, member_id) is AccountState.ACTIVE


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
    if exclusion is None:
        return None
    return {
        "kind": exclusion.kind.value,
        "since": wire(exclusion.since),
        "until": None if exclusion.until is None else wire(exclusion.until),
    }
