"""One person in several houses: which they are, and how one goes from one to another."""

import base64
import hashlib
from binascii import Error as NotBase64
from datetime import timedelta

import msgspec

from stakehouse.domains.identity.errors import HouseNotFound, PassOver
from stakehouse.domains.identity.store import memberships, sessions, spent
from stakehouse.domains.identity.types import House, Pass, Proof, SessionAudience
from stakehouse.domains.tenancy import TenantProfile, TenantStatus, hosts_of, profile_of, tenants
from stakehouse.infra.crypto import SealBroken, Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import TenantId, UserId

PURPOSE = "identity.pass"
LIFETIME = timedelta(seconds=60)
COUNTED_FOR = timedelta(minutes=15)
SEES_ALL = "tenants:view"
"""Whoever holds it works for the platform, whose people sign in at every house."""
LOCAL_METHODS = frozenset({"telegram"})
"""What one house alone vouches for; it opens no other one."""


async def houses_of_caller(tx: Tx, audience: SessionAudience) -> list[House]:
    """The houses in which the caller is known at a face; only the caller is ever told.

    The platform's own people are known to the staff's face of every house.
    A session that only this house vouches for (its own bot) is told of this house alone.
    """
    found = [
        tenant
        for tenant in await _tenants(tx, audience)
        if tenant.id == tx.tenant_id or await _is_known_beyond(tx)
    ]
    hosts = await hosts_of(tx.conn, [tenant.id for tenant in found])
    return [
        House(
            tenant.slug,
            tenant.branding.name,
            tenant.branding.hue,
            hosts.get(tenant.id),
            is_current=tenant.id == tx.tenant_id,
        )
        for tenant in found
    ]


async def issue_pass(tx: Tx, slug: str, audience: SessionAudience, *, vault: Vault) -> str:
    """A pass with which the caller signs in to another of their houses, once, within a minute.

    Raises:
        HouseNotFound: the caller is not known there, or the house is closed.
    """
    tenant = next((found for found in await _tenants(tx, audience) if found.slug == slug), None)
    methods = await _methods(tx)
    if tenant is None or tenant.id == tx.tenant_id or not await _is_known_beyond(tx):
        raise HouseNotFound("You have no account in such a house.")
    until = int((tx.now + LIFETIME).timestamp())
    content = Pass(user_id=_caller(tx), methods=methods, audience=audience.value, until=until)
    sealed = vault.seal(tenant.id, PURPOSE, msgspec.json.encode(content))
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


async def take_pass(tx: Tx, text: str, audience: SessionAudience, *, vault: Vault) -> Proof:
    """Who brings a pass that was made for this house.

    Raises:
        PassOver: made for another house or face, altered, used before, or too old.
    """
    content = _opened(tx.tenant_id, text, vault)
    if content is None or content.audience != audience.value or content.until <= tx.now.timestamp():
        raise _over()
    if not await spent.spend(tx, hashlib.sha256(text.encode()).digest(), tx.now + LIFETIME):
        raise _over()
    return Proof(UserId(content.user_id), content.methods)


async def _tenants(tx: Tx, audience: SessionAudience) -> list[TenantProfile]:
    if audience is SessionAudience.STAFF and tx.actor.may(SEES_ALL):
        found = await tenants(tx.conn)
    else:
        ids = await memberships.tenants_of(tx, _caller(tx), audience)
        found = [await profile_of(tx.conn, tenant_id) for tenant_id in ids]
    return [tenant for tenant in found if tenant.status is TenantStatus.ACTIVE]


async def _methods(tx: Tx) -> tuple[str, ...]:
    assert tx.actor.session_id is not None, "the guard let in somebody with a session"
    return await sessions.methods_of(tx, tx.actor.session_id)


async def _is_known_beyond(tx: Tx) -> bool:
    if tx.actor.real_user_id is not None:
        return False
    return not LOCAL_METHODS.issuperset(await _methods(tx))


def _opened(tenant_id: TenantId, text: str, vault: Vault) -> Pass | None:
    try:
        sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(vault.open(tenant_id, PURPOSE, sealed), type=Pass)
    except (NotBase64, ValueError, SealBroken):
        return None


def _caller(tx: Tx) -> UserId:
    assert tx.actor.user_id is not None, "the guard let in nobody but a signed-in person"
    return UserId(tx.actor.user_id)


def _over() -> PassOver:
    return PassOver("This pass is no longer valid; choose the house again.")
