"""Use cases of invitations: a colleague asks a person by mail, the person's code proves the address."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from stakehouse.domains.access.errors import InvitationNotFound, RoleNotFound
from stakehouse.domains.access.service.rights import CHANNEL
from stakehouse.domains.access.service.team import add_staff, check_end, check_scope, demand_may_give, where
from stakehouse.domains.access.store import invitations as store
from stakehouse.domains.access.store import roles as roles_store
from stakehouse.domains.access.store import team as team_store
from stakehouse.domains.access.types import Invitation
from stakehouse.domains.identity import MailOrder, Template, ensure_user, owe_mail
from stakehouse.domains.tenancy import profile
from stakehouse.events.access import RoleGranted, StaffInvited
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id
from stakehouse.kernel.reach import WHOLE_TENANT, Scope

LIFETIME = timedelta(days=7)
CODE_BYTES = 20


async def invite(
    tx: Tx,
    email: str,
    name: str,
    role_code: str,
    *,
    vault: Vault,
    scope: Scope = WHOLE_TENANT,
    grant_expires_at: datetime | None = None,
) -> Invitation:
    """Asks a person to join the staff: a mail carries the code, which counts for seven days.

    Raises:
        RoleNotFound: the tenant has no such role.
        InvalidScope: the scope does not fit its kind.
        EndsInThePast: what is granted would be over already.
        BeyondOwnPermissions: the role holds there what the person who invites does not.
    """
    role = await roles_store.role(tx, role_code)
    if role is None:
        raise RoleNotFound(f"There is no role {role_code}.", field="role")
    check_scope(scope)
    check_end(tx, grant_expires_at)
    demand_may_give(tx, role, scope, to=None)
    code = secrets.token_urlsafe(CODE_BYTES)
    invitation = Invitation(
        id=new_id(),
        email=email.strip().lower(),
        name=name,
        role=role_code,
        scope=scope,
        grant_expires_at=grant_expires_at,
        inviter_id=tx.actor.user_id,
        inviter=tx.actor.name,
        created_at=tx.now,
        expires_at=tx.now + LIFETIME,
    )

    await store.add(tx, invitation, _digest(code))

    fields = {"code": code, "name": name, "role": role.title, "inviter": tx.actor.name}
    locale = (await profile(tx)).languages[0]
    owe_mail(
        tx,
        vault,
        MailOrder(template=Template.STAFF_INVITED, to=invitation.email, locale=locale, fields=fields),
    )
    tx.record(AuditEntry("staff.invited", "invitation", invitation.id, after=_told(invitation)))
    tx.tell(StaffInvited(invitation_id=invitation.id, role=role_code))
    return invitation


async def invitations(tx: Tx) -> list[Invitation]:
    """Invitations that wait, newest first."""
    return await store.waiting(tx)


async def withdraw_invitation(tx: Tx, invitation_id: UUID) -> None:
    """Takes an invitation back: its code counts no longer.

    Raises:
        InvitationNotFound: none waits under that id.
    """
    withdrawn = await store.withdraw(tx, invitation_id)
    if withdrawn is None:
        raise _not_found()

    tx.record(AuditEntry("invitation.withdrawn", "invitation", invitation_id, before=_told(withdrawn)))


async def accept_invitation(tx: Tx, code: str, password_hash: str) -> UserId:
    """Joins the staff with the code of a mail; it counts once.

    Who has a sign-in with that address keeps their password; the one sent along is for the others.

    Raises:
        InvitationNotFound: the code is not one that waits.
    """
    invitation = await store.accept(tx, _digest(code))
    if invitation is None:
        raise _not_found()
    user_id = await ensure_user(tx, invitation.email, password_hash, name=invitation.name)

    await add_staff(tx, user_id, invitation.name)
    given = await team_store.add_grant(
        tx,
        user_id,
        invitation.role,
        scope=invitation.scope,
        expires_at=invitation.grant_expires_at,
        granted_by=invitation.inviter_id,
        reason=f"invited by {invitation.inviter}",
    )

    tx.signal(CHANNEL)
    tx.record(AuditEntry("invitation.accepted", "invitation", invitation.id, after={"user_id": str(user_id)}))
    if given:
        tx.tell(RoleGranted(user_id=user_id, role=invitation.role))
    return user_id


def _told(invitation: Invitation) -> dict[str, object]:
    return {
        "email": invitation.email,
        "name": invitation.name,
        "role": invitation.role,
        **where(invitation.scope),
    }


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


def _not_found() -> InvitationNotFound:
    return InvitationNotFound("This invitation does not count any more; ask for a new one.")
