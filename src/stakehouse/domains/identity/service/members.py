"""Members: found, made, suspended, reinstated."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import (
    AccountClosed,
    AccountLimited,
    AccountPending,
    DetailsVerified,
    MemberNotFound,
    MemberSuspended,
    SessionNotFound,
    WrongStanding,
)
from stakehouse.domains.identity.service.sessions import end_sessions
from stakehouse.domains.identity.store import members, memberships, users
from stakehouse.domains.identity.types import (
    Details,
    KycStatus,
    Member,
    NewMember,
    SessionAudience,
    Standing,
    StandingChange,
)
from stakehouse.domains.tenancy import profile
from stakehouse.events.identity import (
    MemberDetailsChanged,
    MemberKycChanged,
    MemberRegistered,
    MemberStandingChanged,
)
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.ids import MemberId, UserId, first_id_at
from stakehouse.kernel.page import LIMIT_DEFAULT, Page, decode_cursor, encode_cursor
from stakehouse.kernel.reach import EVERYWHERE, WHOLE_TENANT, Reach, Scope, ScopeKind

HISTORY_SHOWN = 100


async def member(tx: Tx, member_id: UUID) -> Member:
    """A member of the tenant.

    Raises:
        MemberNotFound: there is none of that id here.
    """
    found = await members.member(tx, member_id)
    if found is None:
        raise _not_found()
    return found


async def member_within(tx: Tx, member_id: UUID, reach: Reach) -> Member:
    """A member who lies within somebody's reach; who does not is not there.

    Raises:
        MemberNotFound: there is none of that id here.
    """
    found = await member(tx, member_id)
    if not await _lies_within(tx, found.member_id, reach):
        raise _not_found()
    return found


async def _lies_within(tx: Tx, member_id: MemberId, reach: Reach) -> bool:
    if reach == EVERYWHERE:
        return True
    upline = await members.upline_of(tx, member_id)
    return reach.covers(WHOLE_TENANT if upline is None else Scope(ScopeKind.DOWNLINE, upline))


async def members_by_id(tx: Tx, ids: Collection[UUID]) -> Mapping[MemberId, Member]:
    """The members of some ids, for lists that show who; ids that are nobody's are left out."""
    return {found.member_id: found for found in await members.members_by_id(tx, ids)}


async def count_new_members(tx: Tx, since: datetime, until: datetime) -> int:
    """How many members joined from an instant to before another."""
    return await members.count_between(tx, first_id_at(since), first_id_at(until))


async def find_members(
    tx: Tx,
    *,
    query: str | None = None,
    standing: Standing | None = None,
    country: str | None = None,
    cursor: str | None = None,
    limit: int = LIMIT_DEFAULT,
    reach: Reach = EVERYWHERE,
) -> Page[Member]:
    """Members of the tenant, the newest first.

    Args:
        tx: the transaction.
        query: the beginning of a username or address, or a whole member id.
        standing: only these.
        country: only these, two-letter code.
        cursor: where the page before ended.
        limit: members on a page.
        reach: of whoever looks; members outside of it are not there.

    Raises:
        InvalidCursor: the cursor is not one of ours.
    """
    wanted = (query or "").strip()
    before = decode_cursor(cursor)
    if before is None and (whole_id := _as_id(wanted)) is not None:
        found = await members.member(tx, whole_id)
        is_seen = found is not None and await _lies_within(tx, found.member_id, reach)
        return Page([found] if found is not None and is_seen else [], None)
    items = await members.find_members(
        tx, query=wanted, standing=standing, country=country, before=before, limit=limit + 1, reach=reach
    )
    more = len(items) > limit
    items = items[:limit]
    return Page(items, encode_cursor(items[-1].member_id) if more else None)


async def ensure_user(tx: Tx, email: str, password_hash: str, *, name: str) -> UserId:
    """The user of an address, made with this password if nobody has it: for staff and seeds."""
    tenant = await profile(tx)
    user_id, _made = await users.add_user(
        tx,
        email=rules.normalise_email(email),
        password_hash=password_hash,
        name=name,
        locale=tenant.languages[0],
    )
    return user_id


async def mark_demo(tx: Tx, user_id: UserId) -> None:
    """Marks a user as a demo sign-in: in an embedded house nobody asks them for a second factor."""
    await users.mark_demo(tx, user_id)


async def password_hash_of(tx: Tx, email: str) -> str | None:
    """The stored hash of a user's password; ``None`` if there is no user or no password."""
    return (await users.credentials(tx, rules.normalise_email(email))).password_hash


async def set_password_hash(tx: Tx, user_id: UserId, password_hash: str) -> None:
    """Gives a user another password: the seed's act, which owns its sign-ins."""
    await users.set_password_hash(tx, user_id, password_hash)


async def user_of_email(tx: Tx, email: str) -> UserId | None:
    """The user of an address."""
    return (await users.credentials(tx, rules.normalise_email(email))).user_id


async def emails_of(tx: Tx, ids: Collection[UserId]) -> dict[UserId, str]:
    """The addresses of people, by their ids."""
    return await users.emails_of(tx, ids)


async def member_of_user(tx: Tx, user_id: UserId) -> Member | None:
    """The member that a user is in this tenant."""
    return await members.member_of_user(tx, user_id)


async def note_on_staff(tx: Tx, user_id: UserId) -> None:
    """Notes that a person works for this tenant, for the person's own list of houses."""
    await memberships.note(tx, user_id, SessionAudience.STAFF)


async def note_off_staff(tx: Tx, user_id: UserId) -> None:
    """Notes that a person no longer works for this tenant."""
    await memberships.forget(tx, user_id, SessionAudience.STAFF)


async def enrol(tx: Tx, new: NewMember) -> MemberId | None:
    """Makes a user a member of the tenant; ``None`` if another member bears the name."""
    tenant = await profile(tx)

    member_id = await members.add_member(tx, new, tenant.time_zone)
    if member_id is None:
        return None
    await memberships.note(tx, new.user_id, SessionAudience.PLAYER)

    tx.tell(
        MemberRegistered(
            member_id=member_id,
            user_id=new.user_id,
            country=new.country,
            currency=new.currency,
            locale=new.locale,
            referral_code=new.referral_code,
        )
    )
    return member_id


async def set_standing(tx: Tx, member_id: UUID, standing: Standing, reason: str) -> Member:
    """Changes a member's standing; who may not stay signed in is signed out at once.

    Raises:
        MemberNotFound: no such member here.
        WrongStanding: the member has this standing already, or is closed for good.
    """
    before = await members.lock_member(tx, member_id)
    if before is None:
        raise _not_found()
    if standing not in rules.STANDINGS_AFTER[before.standing]:
        raise WrongStanding(
            f"The member is {before.standing.value} already."
            if before.standing in {standing, Standing.CLOSED}
            else f"A member who is {before.standing.value} cannot become {standing.value}.",
            facts={"standing": before.standing.value},
        )

    await members.set_standing(tx, before.member_id, standing)
    await note_state(tx, before.member_id, before=before.standing.value, after=standing.value, reason=reason)
    if standing in rules.STANDINGS_OUT:
        await end_sessions(tx, before.user_id, reason=f"member {standing.value}")

    tx.record(
        AuditEntry(
            _ACTS[standing],
            "member",
            before.member_id,
            reason,
            before={"standing": before.standing.value},
            after={"standing": standing.value},
        )
    )
    tx.tell(MemberStandingChanged(member_id=before.member_id, standing=standing.value, reason=reason))
    return await member(tx, member_id)


_ACTS = {
    Standing.PENDING: "member.held_pending",
    Standing.ACTIVE: "member.reinstated",
    Standing.LIMITED: "member.limited",
    Standing.SUSPENDED: "member.suspended",
    Standing.INACTIVE: "member.put_to_rest",
    Standing.CLOSED: "member.closed",
}


async def note_state(
    tx: Tx, member_id: MemberId, *, before: str, after: str, reason: str, until: datetime | None = None
) -> None:
    """Adds a change of state to the member's history: a standing, or a protection laid over it.

    Args:
        tx: the transaction.
        member_id: whose.
        before: the state it follows.
        after: the state from now on; ``time_out`` and ``excluded`` are compliance's.
        reason: why; never empty.
        until: when it ends by itself, if it does.
    """
    why = reason or "no reason given"
    await members.add_standing_change(tx, member_id, before=before, after=after, until=until, reason=why)


async def standing_history(tx: Tx, member_id: UUID) -> list[StandingChange]:
    """The latest changes of a member's state, the newest first.

    Raises:
        MemberNotFound: no such member here.
    """
    found = await member(tx, member_id)
    return await members.standing_changes_of(tx, found.member_id, HISTORY_SHOWN)


async def set_name(tx: Tx, member_id: UUID, first_name: str, last_name: str, *, reason: str = "") -> Member:
    """Keeps the name a member states, until it was verified; staff who verify correct it afterwards too.

    Raises:
        MemberNotFound: no such member here.
        DetailsVerified: the member wants to change what was verified.
    """
    before = await members.lock_member(tx, member_id)
    if before is None:
        raise _not_found()
    if (before.first_name, before.last_name) == (first_name, last_name):
        return before
    is_verified = before.kyc_status is KycStatus.VERIFIED and before.full_name != ""
    if tx.actor.kind is ActorKind.MEMBER and is_verified:
        raise DetailsVerified("Your name was verified. Support can change it with you.", field="last_name")

    await members.set_name(tx, before.member_id, first_name, last_name)

    tx.record(
        AuditEntry(
            "member.renamed",
            "member",
            before.member_id,
            reason,
            before={"first_name": before.first_name, "last_name": before.last_name},
            after={"first_name": first_name, "last_name": last_name},
        )
    )
    tx.tell(MemberDetailsChanged(member_id=before.member_id))
    return await member(tx, member_id)


async def set_details(tx: Tx, member_id: UUID, details: Details) -> Member:
    """Keeps by what others know a member; a verified name is changed by support only.

    Raises:
        MemberNotFound: no such member here.
        DetailsVerified: the member wants to change a name that was verified.
    """
    named = await set_name(tx, member_id, details.first_name, details.last_name)
    if (named.postcode, named.phone) == (details.postcode, details.phone):
        return named
    await members.set_contact(tx, named.member_id, details.postcode, details.phone)
    # What changed is on the trail, where somebody lives is not.
    tx.record(AuditEntry("member.contact_changed", "member", named.member_id))
    tx.tell(MemberDetailsChanged(member_id=named.member_id))
    return await member(tx, member_id)


async def members_after(tx: Tx, after: UUID | None, limit: int) -> list[Member]:
    """Members in the order in which they joined, behind one of them: for going through all."""
    return await members.members_after(tx, after, limit)


async def count_members(tx: Tx) -> int:
    """How many members the tenant has."""
    return await members.count_all(tx)


async def set_kyc_status(tx: Tx, member_id: UUID, status: KycStatus) -> None:
    """Keeps how far the check of a member's identity has come; compliance decides it.

    Raises:
        MemberNotFound: no such member here.
    """
    before = await members.lock_member(tx, member_id)
    if before is None:
        raise _not_found()
    if before.kyc_status is status:
        return

    await members.set_kyc_status(tx, before.member_id, status)

    tx.tell(MemberKycChanged(member_id=before.member_id, kyc_status=status.value))


async def sign_out_everywhere(tx: Tx, member_id: UUID, reason: str) -> int:
    """Ends all sessions of a member in this tenant and answers how many there were.

    Raises:
        MemberNotFound: no such member here.
    """
    found = await member(tx, member_id)

    ended = await end_sessions(tx, found.user_id, reason="signed out by staff")

    tx.record(
        AuditEntry("member.signed_out", "member", found.member_id, reason, after={"sessions_ended": ended})
    )
    return ended


async def end_session_of(tx: Tx, member_id: UUID, session_id: UUID, reason: str) -> None:
    """Ends one session of a member in this tenant.

    Raises:
        MemberNotFound: no such member here.
        SessionNotFound: no live session of that id is the member's.
    """
    found = await member(tx, member_id)

    ended = await end_sessions(
        tx, found.user_id, reason="ended by staff", audience=SessionAudience.PLAYER, only=session_id
    )
    if not ended:
        raise SessionNotFound("There is no such session; it may have ended already.")

    tx.record(
        AuditEntry(
            "member.session_ended", "member", found.member_id, reason, after={"session_id": session_id}
        )
    )


def demand_admitted(found: Member) -> None:
    """Refuses a member who may not even come in: for sign-in and payouts.

    Raises:
        MemberSuspended: the operator suspended the member.
        AccountClosed: the account is closed.
    """
    match found.standing:
        case Standing.SUSPENDED:
            raise MemberSuspended("This account is suspended; the house's support can tell you more.")
        case Standing.CLOSED:
            raise AccountClosed("This account is closed.")
        case Standing.PENDING | Standing.ACTIVE | Standing.LIMITED | Standing.INACTIVE:
            return


def demand_active(found: Member) -> None:
    """Refuses a member who may not take part: for deposits and play.

    Raises:
        MemberSuspended: the operator suspended the member.
        AccountClosed: the account is closed.
        AccountPending: something the house must see first is missing.
        AccountLimited: only payouts are possible.
    """
    demand_admitted(found)
    match found.standing:
        case Standing.PENDING:
            raise AccountPending("Your account waits for a check; finish your verification first.")
        case Standing.LIMITED | Standing.INACTIVE:
            raise AccountLimited("Your account is limited: you can withdraw, but neither play nor deposit.")
        case _:
            return


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _not_found() -> MemberNotFound:
    return MemberNotFound("There is no such member.")
