"""Use cases of the staff's own sessions: signing in, and who one is here."""

from dataclasses import replace

from stakehouse.domains.access.errors import AddressNotAllowed, NotStaff
from stakehouse.domains.access.rules import resolver
from stakehouse.domains.access.rules.shipped import demands_factor
from stakehouse.domains.access.service.rights import held_by, rights_of
from stakehouse.domains.access.types import StaffAccess, StaffProfile
from stakehouse.domains.identity import (
    Asked,
    Device,
    Proof,
    SessionAudience,
    SignedIn,
    Site,
    emails_of,
    keep_new_hash,
    open_staff_session,
    second_step,
    wrong_credentials,
)
from stakehouse.domains.tenancy import profile, setting_now
from stakehouse.events.access import StaffSignedIn
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.tx import Tx
from stakehouse.kernel.actor import ActorKind
from stakehouse.kernel.ids import UserId


async def sign_in_staff(tx: Tx, proof: Proof, *, device: Device, site: Site) -> SignedIn | Asked:
    """Opens a session for a person who proved to be on the staff of this tenant or the platform.

    Who has a second factor is asked for it first.

    Raises:
        InvalidCredentials: the person is not; who they are elsewhere does not show.
        AddressNotAllowed: the tenant's staff may not come from there.
    """
    held = await held_by(tx, proof.user_id)
    if held is None:
        raise wrong_credentials()
    rights = resolver.resolve(held, tx.now)
    allowed, _version = await setting_now(tx, StaffAccess)
    if not allowed.admits(device.address):
        raise AddressNotAllowed(
            "Staff of this house may not sign in from here; an administrator can add your network.",
            facts={"address": device.address},
        )

    await keep_new_hash(tx, proof)
    step = await second_step(tx, proof, audience=SessionAudience.STAFF, site=site)
    if isinstance(step, Asked):
        return step
    opened = await open_staff_session(
        tx, proof.user_id, methods=proof.methods, device=device, is_stepped_up=step.is_stepped_up
    )

    emails = await emails_of(tx, (proof.user_id,))
    person = replace(
        tx.actor, kind=ActorKind.STAFF, user_id=proof.user_id, name=emails.get(proof.user_id, rights.name)
    )
    tx.record(AuditEntry("staff.signed_in", "staff", proof.user_id, after={"name": rights.name}, by=person))
    tx.tell(StaffSignedIn(user_id=proof.user_id, session_id=opened.session_id, methods=proof.methods))
    return opened


async def must_hold_factor(tx: Tx, user_id: UserId) -> bool:
    """Whether what a person may do here demands that they sign in with a second factor."""
    rights = await rights_of(tx, user_id)
    return rights is not None and demands_factor(rights.permissions | rights.reaches.keys())


async def staff_profile(tx: Tx) -> StaffProfile:
    """The caller at the staff's face.

    Raises:
        NotStaff: the person was taken off the staff.
    """
    assert tx.actor.user_id is not None, "the guard let in a member of staff"
    user_id = UserId(tx.actor.user_id)
    rights = await rights_of(tx, user_id)
    if rights is None:
        raise NotStaff("You no longer work for this tenant.")
    tenant = await profile(tx)
    return StaffProfile(user_id, tx.actor.name, rights.name, tenant.id, tenant.slug, tenant.name, rights)
