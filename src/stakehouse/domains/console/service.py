"""The use cases of the console; each runs in a transaction of the tenant it is about."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from stakehouse.domains import access, identity, ledger, payments, play, tenancy
from stakehouse.domains.access import Approval, ApprovalStatus, AuditFilter
from stakehouse.domains.console import rules, store
from stakehouse.domains.console.errors import (
    ClosingAsked,
    HouseNotReady,
    InvitationOver,
    SlugTaken,
    WrongStatus,
)
from stakehouse.domains.console.types import House, InvitationMail, NewHouse, Owed, Remains, Step
from stakehouse.domains.tenancy import Branding, Features, TenantProfile, TenantSeed, TenantStatus
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.jobs import deferred
from stakehouse.infra.tx import Tx
from stakehouse.kernel.money import format_units

CLOSING = "console.close_tenant"
"""The kind of approval; the second person is of the platform too."""

INVITATION = "console.mail_invitation"
PURPOSE = "console.invitation"
INVITED_FOR = timedelta(days=7)
STEPS_SHOWN = 100
PLAIN = Branding(name="", hue=262, chroma="0.1", radius=12)


async def houses(conn: AsyncConnection) -> list[TenantProfile]:
    """All tenants, the oldest first."""
    return await tenancy.tenants(conn)


async def house(tx: Tx) -> House:
    """The tenant of this transaction with its figures."""
    return House(
        tenant=await tenancy.profile_now(tx),
        members=await identity.count_members(tx),
        staff=len(await access.staff(tx)),
        remains=await _remains(tx),
        history=await _history(tx),
    )


async def open_house(tx: Tx, new: NewHouse, vault: Vault) -> TenantProfile:
    """Opens a tenant under the id of this transaction, and invites its owner by mail.

    Raises:
        Invalid: what it should be makes no sense, or its name belongs to the platform.
        SlugTaken: another house has, or had, this name.
    """
    rules.check_new(new)
    if await tenancy.tenant_by_slug(tx.conn, new.slug) is not None:
        raise SlugTaken(f"There is a house {new.slug} already; a name is never used twice.", field="slug")

    seed = TenantSeed(
        slug=new.slug,
        name=new.name,
        jurisdiction=new.jurisdiction,
        features=new.features,
        languages=new.languages,
        currencies=new.currencies,
        minimum_age=new.minimum_age,
        blocked_countries=new.blocked_countries,
        time_zone=new.time_zone,
        support_email=new.support_email,
        branding=Branding(name=new.name, hue=PLAIN.hue, chroma=PLAIN.chroma, radius=PLAIN.radius),
    )
    opened = await tenancy.open_tenant(tx, seed)
    await access.keep_shipped_roles(tx)
    await _invite(tx, new, vault)
    return opened


async def accept_invitation(tx: Tx, token: str, password_hash: str) -> str:
    """Uses an invitation; a person who had no sign-in before has one now. Answers the address.

    Raises:
        InvitationOver: it was used, has run out, or never was.
    """
    used = await store.use_invitation(tx, hashlib.sha256(token.encode()).digest())
    if used is None:
        raise InvitationOver("This invitation was used or has run out; ask for a new one.")

    if used.is_new:
        await identity.set_password_hash(tx, used.user_id, password_hash)
    tx.record(AuditEntry("owner.accepted", "staff", used.user_id))
    return used.email


async def suspend(tx: Tx, reason: str) -> None:
    """Takes a house off the air: nobody is served there from the next second on.

    Raises:
        WrongStatus: it has closed.
    """
    await _demand(tx, {TenantStatus.ACTIVE, TenantStatus.SUSPENDED})
    await tenancy.set_status(tx, TenantStatus.SUSPENDED, reason)


async def reinstate(tx: Tx, reason: str) -> None:
    """Puts a suspended house back on the air.

    Raises:
        WrongStatus: it has closed.
    """
    await _demand(tx, {TenantStatus.ACTIVE, TenantStatus.SUSPENDED})
    await tenancy.set_status(tx, TenantStatus.ACTIVE, reason)


async def switch_features(tx: Tx, features: Features, reason: str) -> None:
    """Switches what a house runs; without gaming nobody bets or deposits, and all can still be paid out.

    Raises:
        WrongStatus: it has closed.
    """
    await _demand(tx, {TenantStatus.ACTIVE, TenantStatus.SUSPENDED})
    await tenancy.set_features(tx, features, reason)


async def request_closing(tx: Tx, reason: str, *, keeps_owed: bool) -> Approval:
    """Asks a second person of the platform to close a suspended house for good.

    Args:
        tx: the transaction.
        reason: why.
        keeps_owed: whether balances that nobody took out may stay in the books, to be paid by hand.

    Raises:
        WrongStatus: it is not suspended.
        HouseNotReady: something is under way, or owed without leave.
        ClosingAsked: somebody asked before, and it waits.
    """
    await _demand(tx, {TenantStatus.SUSPENDED})
    waiting = await waiting_closing(tx)
    if waiting is not None:
        raise ClosingAsked(f"{waiting.maker} asked for this already; a second person decides.")
    tenant, remains = await tenancy.profile_now(tx), await _remains(tx)
    _demand_ready(remains, keeps_owed=keeps_owed)

    return await access.request_approval(
        tx,
        kind=CLOSING,
        summary=f"Close {tenant.name} ({tenant.slug}) for good",
        content=_content(tenant, remains),
        reason=reason,
    )


async def carry_out_closing(tx: Tx, approval_id: UUID, content: Mapping[str, object]) -> None:
    """Closes a house after a second person agreed; refused if something has changed since.

    Raises:
        WrongStatus: it is not suspended any more.
        HouseNotReady: what is left in it is not what the person saw.
    """
    await _demand(tx, {TenantStatus.SUSPENDED})
    remains = await _remains(tx)
    _demand_ready(remains, keeps_owed=True)
    if _content(await tenancy.profile_now(tx), remains) != dict(content):
        raise HouseNotReady("What is left in the house has changed since this was asked for; ask anew.")

    await tenancy.set_status(tx, TenantStatus.CLOSED, f"Approved: {approval_id}")


async def _invite(tx: Tx, new: NewHouse, vault: Vault) -> None:
    is_new = await identity.user_of_email(tx, new.owner_email) is None
    # Nobody knows this password: the invitation is the way in.
    user_id = await identity.ensure_user(tx, new.owner_email, UNUSABLE, name=new.owner_name)
    await access.appoint_first_owner(tx, user_id, new.owner_name)

    token = token_urlsafe(32)
    digest = hashlib.sha256(token.encode()).digest()
    await store.add_invitation(
        tx, digest, user_id, new.owner_email, is_new=is_new, expires_at=tx.now + INVITED_FOR
    )
    sealed = vault.seal(tx.tenant_id, PURPOSE, token.encode())
    tx.defer(deferred(INVITATION, InvitationMail(new.owner_email, new.owner_name, sealed, is_new)))


UNUSABLE = "!"
"""A hash that no password has."""


async def _demand(tx: Tx, statuses: set[TenantStatus]) -> None:
    tenant = await tenancy.profile_now(tx)
    if tenant.status not in statuses:
        wanted = " or ".join(sorted(status.value for status in statuses))
        raise WrongStatus(f"{tenant.name} is {tenant.status.value}; this needs a house that is {wanted}.")


async def _history(tx: Tx) -> tuple[Step, ...]:
    about = AuditFilter(resource=f"tenant:{tx.tenant_id}")
    trail = await access.audit_trail(tx, about, limit=STEPS_SHOWN)
    closings = await access.approvals(tx, kind=CLOSING, limit=STEPS_SHOWN)
    return rules.history(trail.items, closings.items)[:STEPS_SHOWN]


async def _remains(tx: Tx) -> Remains:
    tenant = await tenancy.profile_now(tx)
    return Remains(
        open_rounds=await play.count_open_rounds(tx),
        open_payments=await payments.count_open(tx),
        owed=tuple(
            Owed(tenant.currency(line.currency), line.units, line.members)
            for line in await ledger.owed_to_members(tx)
            if line.currency in tenant.currencies
        ),
    )


def _demand_ready(remains: Remains, *, keeps_owed: bool) -> None:
    if remains.open_payments:
        raise HouseNotReady(f"{remains.open_payments} payments are under way; they have to end first.")
    if remains.open_rounds:
        raise HouseNotReady(f"{remains.open_rounds} rounds are open; they have to be settled first.")
    if remains.owed and not keeps_owed:
        sums = ", ".join(
            f"{format_units(owed.units, owed.currency.scale)} {owed.currency.code} of {owed.members}"
            for owed in remains.owed
        )
        raise HouseNotReady(
            f"Members still have balances: {sums}. Switch gaming off and let them withdraw, or say that "
            "what is left stays in the books and is paid by hand."
        )


def _content(tenant: TenantProfile, remains: Remains) -> dict[str, object]:
    return {
        "tenant_id": str(tenant.id),
        "slug": tenant.slug,
        "owed": {owed.currency.code: format_units(owed.units, owed.currency.scale) for owed in remains.owed},
    }


async def waiting_closing(tx: Tx) -> Approval | None:
    """The closing of this tenant that waits for a second person, if one does."""
    page = await access.approvals(tx, status=ApprovalStatus.WAITING, kind=CLOSING, limit=1)
    return next(iter(page.items), None)
