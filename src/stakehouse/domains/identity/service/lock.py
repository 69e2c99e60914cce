"""The lock of an account after failed sign-ins: longer with each further failure, the same for nobody's."""

import hashlib
from datetime import timedelta
from math import ceil

from stakehouse.domains.identity.store import lockouts
from stakehouse.domains.identity.types import SignInLimits
from stakehouse.infra.rate_limit import TooManyRequests, spoken
from stakehouse.infra.tx import Tx

WINDOW = timedelta(minutes=30)
"""After so long without a failure the count begins anew."""


async def count_attempt(tx: Tx, email: str, limits: SignInLimits) -> None:
    """Counts an attempt to sign in with a password, before the password is looked at.

    A person has one password for the whole platform, so attempts are counted for all of it.

    Raises:
        TooManyRequests: the account is locked; says for how long.
    """
    locked_until = await lockouts.count_attempt(
        tx,
        _key(email),
        allowed=limits.attempts_per_account,
        first=timedelta(minutes=limits.lock_minutes),
        longest=timedelta(minutes=max(limits.lock_minutes, limits.lock_minutes_max)),
        window=WINDOW,
    )
    if locked_until is not None:
        seconds = max(1, ceil((locked_until - tx.now).total_seconds()))
        raise TooManyRequests(f"Too many attempts; try again in {spoken(seconds)}.", retry_after_s=seconds)


async def forgive(tx: Tx, email: str) -> None:
    """Forgets the failures of an account: the right password came, or a code to its address."""
    await lockouts.forgive(tx, _key(email))


def _key(email: str) -> bytes:
    return hashlib.sha256(f"sign_in.account:{email}".encode()).digest()
