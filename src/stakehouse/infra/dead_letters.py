"""Dead letters: events and jobs that were given up, kept with what is needed to try them again."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

import structlog
from sqlalchemy import text

from stakehouse.infra.database import Database
from stakehouse.infra.faults import told
from stakehouse.infra.metrics import DEAD_LETTERS
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.errors import NotFound
from stakehouse.kernel.ids import TenantId, new_id

_log = structlog.get_logger(__name__)


class Source(Enum):
    """What was given up."""

    EVENT = "event"
    JOB = "job"


class DeadLetterNotFound(NotFound):
    """No dead letter of that id waits for another try."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """Why something was given up.

    Attributes:
        source: event or job.
        consumer: the consumer or the job's name.
        error: the last failure, in one line; never the values it failed on.
        attempts: how often it was tried.
        first_at: when it was first tried.
    """

    source: Source
    consumer: str
    error: str
    attempts: int
    first_at: datetime

    @classmethod
    def of_event(cls, consumer: str, error: BaseException, attempts: int, first_at: datetime) -> "DeadLetter":
        """The letter of an event whose handler kept raising."""
        return cls(Source.EVENT, consumer, told(error), attempts, first_at)

    @classmethod
    def of_job(cls, name: str, error: str, attempts: int, first_at: datetime) -> "DeadLetter":
        """The letter of a job that kept failing."""
        return cls(Source.JOB, name, error, attempts, first_at)


@dataclass(frozen=True, slots=True)
class Kept:
    """A dead letter that waits for another try."""

    source: Source
    consumer: str
    payload: bytes


# A letter that is given up again after a replay, or after a lost acknowledgement, is the same one.
_KEEP = text(
    "INSERT INTO dead_letters AS kept (tenant_id, id, source, consumer, event_id, payload, error, "
    "attempts, first_at, last_at) VALUES (:tenant_id, :id, :source, :consumer, :event_id, :payload, "
    ":error, :attempts, :first_at, :last_at) "
    "ON CONFLICT (tenant_id, source, consumer, event_id) DO UPDATE SET error = excluded.error, "
    "attempts = kept.attempts + excluded.attempts, last_at = excluded.last_at, replayed_at = NULL"
)
_CLAIM = text(
    "UPDATE dead_letters SET replayed_at = :now "
    "WHERE tenant_id = :tenant_id AND id = :id AND replayed_at IS NULL "
    "RETURNING source, consumer, payload"
)


async def keep(tx: Tx, letter: DeadLetter, *, event_id: UUID | None, payload: bytes) -> None:
    """Keeps a dead letter in this transaction."""
    await tx.conn.execute(
        _KEEP,
        {
            "tenant_id": tx.tenant_id,
            "id": new_id(),
            "source": letter.source.value,
            "consumer": letter.consumer,
            "event_id": event_id,
            "payload": payload,
            "error": letter.error,
            "attempts": letter.attempts,
            "first_at": letter.first_at,
            "last_at": tx.now,
        },
    )
    DEAD_LETTERS.labels(source=letter.source.value).inc()
    _log.error(
        "dead_letter.kept", source=letter.source.value, consumer=letter.consumer, attempts=letter.attempts
    )


async def bury(
    database: Database,
    letter: DeadLetter,
    *,
    tenant_id: TenantId,
    event_id: UUID | None,
    payload: bytes,
    now: datetime,
) -> None:
    """Keeps a dead letter in a transaction of its own."""
    async with begin(database, tenant_id=tenant_id, actor=system(letter.consumer), now=now) as tx:
        await keep(tx, letter, event_id=event_id, payload=payload)


async def claim(tx: Tx, letter_id: UUID) -> Kept:
    """Takes a dead letter for another try, in the transaction of that try.

    Raises:
        DeadLetterNotFound: there is none, or it was tried again before.
    """
    row = (
        await tx.conn.execute(_CLAIM, {"tenant_id": tx.tenant_id, "id": letter_id, "now": tx.now})
    ).one_or_none()
    if row is None:
        raise DeadLetterNotFound("No dead letter of this id waits; the list shows those that do.")
    return Kept(Source(row.source), row.consumer, row.payload)
