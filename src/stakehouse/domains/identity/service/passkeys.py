"""Passkeys: made, named, taken away, and what their signatures prove."""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains.identity.errors import FactorNotFound
from stakehouse.domains.identity.service import post, webauthn
from stakehouse.domains.identity.store import factors
from stakehouse.domains.identity.store import passkeys as store
from stakehouse.domains.identity.types import MailOrder, Passkey, Site, Template
from stakehouse.events.identity import PasskeyDistrusted
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import UserId, new_id

TRANSPORTS_MAX = 6


async def keep(
    tx: Tx, user_id: UserId, answer: Mapping[str, object], *, name: str, site: Site, challenge: bytes
) -> Passkey | None:
    """Keeps the passkey that a browser made; ``None`` if its answer does not stand up to the checks."""
    made = webauthn.registered(answer, site=site, challenge=challenge)
    if made is None:
        return None
    passkey = Passkey(
        id=new_id(),
        user_id=user_id,
        rp_id=site.rp_id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        name=name,
        transports=_transports(answer),
        is_synced=made.is_synced,
        created_at=tx.now,
        last_used_at=None,
        distrusted_at=None,
    )
    return passkey if await store.add_passkey(tx, passkey) else None


async def owner_of(
    tx: Tx,
    answer: Mapping[str, object] | None,
    *,
    site: Site,
    challenge: bytes,
    is_verified: bool,
    vault: Vault,
) -> UserId | None:
    """Whose passkey signed a challenge; ``None`` if none did that we may trust.

    A counter that did not grow means that two hold the key: the passkey proves nothing from then on,
    and its owner is told.

    Args:
        tx: the transaction.
        answer: what the browser made of the passkey.
        site: where it was asked.
        challenge: what it had to sign.
        is_verified: whether the device must have checked that it is its owner who signs.
        vault: seals the mail.
    """
    credential_id = None if answer is None else webauthn.credential_id_in(answer)
    passkey = None if credential_id is None else await store.lock_credential(tx, credential_id)
    if answer is None or passkey is None or passkey.rp_id != site.rp_id or passkey.distrusted_at:
        return None
    signed = webauthn.signed(answer, passkey, site=site, challenge=challenge, is_verified=is_verified)
    if signed is None:
        return None
    if (signed.sign_count or passkey.sign_count) and signed.sign_count <= passkey.sign_count:
        await _distrust(tx, passkey, vault)
        return None
    await store.note_use(tx, passkey.id, signed.sign_count)
    return passkey.user_id


async def rename(tx: Tx, user_id: UserId, passkey_id: UUID, name: str) -> None:
    """Gives a passkey another name.

    Raises:
        FactorNotFound: the person has no such passkey.
    """
    if not await store.rename(tx, user_id, passkey_id, name):
        raise not_found()


def not_found() -> FactorNotFound:
    """The refusal where a person has no such passkey."""
    return FactorNotFound("You have no such passkey; it may have been removed already.")


async def _distrust(tx: Tx, passkey: Passkey, vault: Vault) -> None:
    await store.distrust(tx, passkey.id)

    held = await factors.holdings(tx, passkey.user_id, passkey.rp_id)
    if held.email:
        fields = {"factor": passkey.name, "address": tx.actor.address}
        order = MailOrder(
            template=Template.PASSKEY_DISTRUSTED, to=held.email, locale=held.locale, fields=fields
        )
        post.owe(tx, vault, order)
    tx.tell(PasskeyDistrusted(user_id=passkey.user_id, passkey_id=passkey.id))


def _transports(answer: Mapping[str, object]) -> tuple[str, ...]:
    response = answer.get("response")
    named = response.get("transports") if isinstance(response, Mapping) else None
    if not isinstance(named, list):
        return ()
    return tuple(str(name)[:20] for name in named[:TRANSPORTS_MAX])
