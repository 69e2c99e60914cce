"""Codes of authenticator apps (RFC 6238): the key, the picture to scan, and a code that counts once."""

from dataclasses import dataclass

import pyotp
import segno

from stakehouse.domains.identity import rules
from stakehouse.domains.identity.errors import FactorExists, FactorNotFound, InvalidCode
from stakehouse.domains.identity.store import factors
from stakehouse.domains.identity.types import Method
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import PLATFORM, UserId

SECRET_PURPOSE = "identity.totp"  # noqa: S105 - names what is sealed


@dataclass(frozen=True, slots=True)
class NewKey:
    """What a person puts into their app.

    Attributes:
        secret: the key, for typing.
        uri: the same for apps that open links.
        qr_svg: the same as a picture to scan.
    """

    secret: str
    uri: str
    qr_svg: str


async def begin(tx: Tx, user_id: UserId, *, account: str, issuer: str, vault: Vault) -> NewKey:
    """Makes a key; it counts once a code of it was shown (:func:`confirm`).

    Raises:
        FactorExists: an app is set up; it has to be removed first.
    """
    secret = pyotp.random_base32()
    # The person's, not a tenant's: the same app opens every house.
    sealed = vault.seal(PLATFORM, SECRET_PURPOSE, secret.encode())
    if not await factors.put_unconfirmed(tx, user_id, Method.TOTP, sealed):
        raise FactorExists("An authenticator app is set up already; remove it first.")
    uri = pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)
    picture = segno.make(uri, error="m").svg_inline(border=2, omitsize=True)
    return NewKey(secret, uri, picture)


async def confirm(tx: Tx, user_id: UserId, code: str, vault: Vault) -> None:
    """Sets the app up, whose code shows that it has the key.

    Raises:
        FactorNotFound: nothing was begun.
        InvalidCode: the code is not of that key.
    """
    found = await factors.factor(tx, user_id, Method.TOTP)
    if found is None or found.secret is None or found.confirmed_at is not None:
        raise FactorNotFound("Begin with a new key for the app.")
    step = rules.fitting_step(_opened(vault, found.secret), code, tx.now)
    if step is None or not await factors.confirm(tx, user_id, Method.TOTP, secret=found.secret, step=step):
        raise InvalidCode("This code does not fit; is the clock of the device right?", field="code")


async def accepts(tx: Tx, user_id: UserId, code: str, vault: Vault) -> bool:
    """Whether a code is one of the person's app that was not used yet; it is used up by this."""
    found = await factors.factor(tx, user_id, Method.TOTP)
    if found is None or found.secret is None or found.confirmed_at is None:
        return False
    step = rules.fitting_step(_opened(vault, found.secret), code, tx.now)
    return step is not None and await factors.claim_step(tx, user_id, step)


def _opened(vault: Vault, sealed: bytes) -> str:
    return vault.open(PLATFORM, SECRET_PURPOSE, sealed).decode()
