"""The SQL of locks after failed sign-ins; one row an address on the whole platform."""

from datetime import datetime, timedelta

from sqlalchemy import DateTime, Integer, Interval, LargeBinary, bindparam, delete, text

from stakehouse.domains.identity.tables import sign_in_failures
from stakehouse.infra.tx import Tx

# Every attempt counts before the password is looked at, so that guesses that come at once are counted
# too; the right password deletes the row. A refused attempt changes nothing. RETURNING sees only the new
# row, so the row says by `asked_at` whether this very attempt was let through.
_COUNT = text(
    """
    INSERT INTO sign_in_failures AS kept (key, failures, last_at, locked_until, asked_at)
    VALUES (:key, 1, :now, CASE WHEN 1 >= :allowed THEN :now + :first END, :now)
    ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN kept.locked_until > :now THEN kept.failures
                        WHEN kept.last_at < :now - :window THEN 1 ELSE kept.failures + 1 END,
        locked_until = CASE
            WHEN kept.locked_until > :now THEN kept.locked_until
            WHEN kept.last_at >= :now - :window AND kept.failures + 1 >= :allowed
            THEN :now + least(:first * power(2, least(kept.failures + 1 - :allowed, 20)), :longest) END,
        last_at = CASE WHEN kept.locked_until > :now THEN kept.last_at ELSE :now END,
        asked_at = CASE WHEN kept.locked_until > :now THEN NULL ELSE :now END
    RETURNING asked_at, locked_until
    """
).bindparams(
    bindparam("key", type_=LargeBinary),
    bindparam("now", type_=DateTime(timezone=True)),
    bindparam("allowed", type_=Integer),
    bindparam("first", type_=Interval),
    bindparam("longest", type_=Interval),
    bindparam("window", type_=Interval),
)


async def count_attempt(
    tx: Tx, key: bytes, *, allowed: int, first: timedelta, longest: timedelta, window: timedelta
) -> datetime | None:
    """Counts an attempt to sign in, unless the account is locked: then the end of the lock.

    Args:
        tx: the transaction.
        key: digest of the address.
        allowed: failures after which the account is locked.
        first: length of the first lock; each further failure doubles it.
        longest: of all locks.
        window: after so long without a failure the count begins anew.
    """
    row = (
        await tx.conn.execute(
            _COUNT,
            {
                "key": key,
                "now": tx.now,
                "allowed": allowed,
                "first": first,
                "longest": longest,
                "window": window,
            },
        )
    ).one()
    return None if row.asked_at is not None else row.locked_until


async def forgive(tx: Tx, key: bytes) -> None:
    """Forgets the failures of an account."""
    await tx.conn.execute(delete(sign_in_failures).where(sign_in_failures.c.key == key))


async def prune(tx: Tx, before: datetime) -> None:
    """Forgets failures that nobody added to since a moment."""
    await tx.conn.execute(delete(sign_in_failures).where(sign_in_failures.c.last_at < before))
