"""The SQL of requests by which others ask that somebody be kept out."""

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, func, insert, select, update

from stakehouse.domains.compliance.tables import exclusion_requests
from stakehouse.domains.compliance.types import ThirdParty
from stakehouse.domains.compliance.types.requests import ExclusionRequest, Plea, RequestStatus
from stakehouse.infra.crypto import Vault
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import MemberId

PURPOSE = "exclusion_request"


async def add(tx: Tx, vault: Vault, request: ExclusionRequest) -> None:
    """Keeps a request that came."""
    await tx.conn.execute(
        insert(exclusion_requests).values(
            tenant_id=tx.tenant_id,
            id=request.id,
            asked_by=request.asked_by.value,
            content=vault.seal(tx.tenant_id, PURPOSE, msgspec.json.encode(request.plea)),
            status=request.status.value,
            created_at=request.created_at,
            decided_by="",
            decision="",
        )
    )


async def find(
    tx: Tx, vault: Vault, *, status: RequestStatus | None, before: UUID | None, limit: int
) -> list[ExclusionRequest]:
    """Requests, the newest first."""
    table = exclusion_requests.c
    query = select(exclusion_requests).where(table.tenant_id == tx.tenant_id)
    if status is not None:
        query = query.where(table.status == status.value)
    if before is not None:
        query = query.where(table.id < before)
    rows = await tx.conn.execute(query.order_by(table.id.desc()).limit(limit))
    return [_request(tx, vault, row) for row in rows]


async def count_open(tx: Tx) -> int:
    """How many wait for a decision."""
    table = exclusion_requests.c
    query = select(func.count()).where(
        table.tenant_id == tx.tenant_id, table.status == RequestStatus.OPEN.value
    )
    return int((await tx.conn.execute(query)).scalar_one())


async def lock(tx: Tx, vault: Vault, request_id: UUID) -> ExclusionRequest | None:
    """A request under its row lock."""
    table = exclusion_requests.c
    query = select(exclusion_requests).where(table.tenant_id == tx.tenant_id, table.id == request_id)
    row = (await tx.conn.execute(query.with_for_update())).one_or_none()
    return None if row is None else _request(tx, vault, row)


async def decide(tx: Tx, request: ExclusionRequest) -> None:
    """Writes what was decided about a request that is locked."""
    table = exclusion_requests.c
    await tx.conn.execute(
        update(exclusion_requests)
        .where(table.tenant_id == tx.tenant_id, table.id == request.id)
        .values(
            status=request.status.value,
            member_id=request.member_id,
            decided_at=request.decided_at,
            decided_by=request.decided_by,
            decision=request.decision,
        )
    )


def _request(tx: Tx, vault: Vault, row: Row[Any]) -> ExclusionRequest:  # Any: columns of several types
    return ExclusionRequest(
        id=row.id,
        asked_by=ThirdParty(row.asked_by),
        plea=msgspec.json.decode(vault.open(tx.tenant_id, PURPOSE, row.content), type=Plea),
        status=RequestStatus(row.status),
        created_at=row.created_at,
        member_id=None if row.member_id is None else MemberId(row.member_id),
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        decision=row.decision,
    )
