"""The SQL of screenings: the latest one of each member, runs over all, and pairs that were judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from stakehouse.domains.compliance.rules.cases import Verdict
from stakehouse.domains.compliance.tables import judged_matches, screening_runs, screenings
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId, new_id


@dataclass(frozen=True, slots=True)
class Screening:
    """The latest screening of a member."""

    cause: str
    subject_digest: str
    versions: tuple[UUID, ...]
    candidates: int
    hits: int
    screened_at: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A screening of all members."""

    id: UUID
    cause: str
    total: int
    done: int
    hits: int
    after_member: UUID | None
    started_at: datetime
    finished_at: datetime | None


async def save_screening(
    tx: Tx,
    member_id: MemberId,
    *,
    cause: str,
    subject_digest: str,
    versions: Sequence[UUID],
    candidates: int,
    hits: int,
) -> None:
    """Writes the latest screening of a member."""
    values = {
        "cause": cause,
        "subject_digest": subject_digest,
        "versions": list(versions),
        "candidates": candidates,
        "hits": hits,
        "screened_at": tx.now,
    }
    await tx.conn.execute(
        upsert(screenings)
        .values(tenant_id=tx.tenant_id, member_id=member_id, **values)
        .on_conflict_do_update(index_elements=["tenant_id", "member_id"], set_=values)
    )


async def screening_of(tx: Tx, member_id: MemberId) -> Screening | None:
    """The latest screening of a member."""
    query = select(screenings).where(
        screenings.c.tenant_id == tx.tenant_id, screenings.c.member_id == member_id
    )
    row = (await tx.conn.execute(query)).one_or_none()
    if row is None:
        return None
    return Screening(
        row.cause, row.subject_digest, tuple(row.versions), row.candidates, row.hits, row.screened_at
    )


async def judged(tx: Tx, member_id: MemberId) -> set[tuple[UUID, str, str, str]]:
    """What was judged about a member: list, ref, and the digests of both sides."""
    table = judged_matches.c
    query = select(table.watchlist_id, table.ref, table.subject_digest, table.entry_digest).where(
        table.tenant_id == tx.tenant_id, table.member_id == member_id
    )
    return {
        (row.watchlist_id, row.ref, row.subject_digest, row.entry_digest)
        for row in await tx.conn.execute(query)
    }


async def save_judged(
    tx: Tx,
    member_id: MemberId,
    *,
    watchlist_id: UUID,
    ref: str,
    subject_digest: str,
    entry_digest: str,
    case_id: UUID,
    verdict: Verdict,
) -> None:
    """Remembers whether an entry is the member, until either side changes."""
    values = {
        "subject_digest": subject_digest,
        "entry_digest": entry_digest,
        "verdict": verdict.value,
        "case_id": case_id,
        "judged_by": tx.actor.name,
        "judged_at": tx.now,
    }
    await tx.conn.execute(
        upsert(judged_matches)
        .values(tenant_id=tx.tenant_id, member_id=member_id, watchlist_id=watchlist_id, ref=ref, **values)
        .on_conflict_do_update(index_elements=["tenant_id", "member_id", "watchlist_id", "ref"], set_=values)
    )


async def start_run(tx: Tx, cause: str, total: int) -> Run:
    """Begins a run over all members."""
    run_id = new_id()
    await tx.conn.execute(
        upsert(screening_runs).values(
            tenant_id=tx.tenant_id, id=run_id, cause=cause, total=total, started_at=tx.now
        )
    )
    return Run(run_id, cause, total, 0, 0, None, tx.now, None)


async def run(tx: Tx, run_id: UUID) -> Run | None:
    """A run under its row lock."""
    query = (
        select(screening_runs)
        .where(screening_runs.c.tenant_id == tx.tenant_id, screening_runs.c.id == run_id)
        .with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    return None if row is None else _run(row)


async def runs(tx: Tx, limit: int) -> list[Run]:
    """The latest runs."""
    query = (
        select(screening_runs)
        .where(screening_runs.c.tenant_id == tx.tenant_id)
        .order_by(screening_runs.c.id.desc())
        .limit(limit)
    )
    return [_run(row) for row in await tx.conn.execute(query)]


async def save_run(tx: Tx, run: Run) -> None:
    """Writes how far a run has come."""
    await tx.conn.execute(
        update(screening_runs)
        .where(screening_runs.c.tenant_id == tx.tenant_id, screening_runs.c.id == run.id)
        .values(
            done=run.done,
            hits=run.hits,
            total=run.total,
            after_member=run.after_member,
            finished_at=run.finished_at,
        )
    )


def _run(row: Row[Any]) -> Run:  # Any: columns of several types
    return Run(
        row.id, row.cause, row.total, row.done, row.hits, row.after_member, row.started_at, row.finished_at
    )
