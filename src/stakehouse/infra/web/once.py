"""Idempotency at the edge: the same key and content get the first answer, byte for byte.

The answer is stored in the transaction of the act. Other content under the key is a conflict;
while the first request still runs, the second is told to come back.
"""

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import text

from stakehouse.infra.tx import Tx
from stakehouse.infra.web.context import actor_of
from stakehouse.infra.web.unit_of_work import UnitOfWork
from stakehouse.kernel.errors import IdempotencyConflict, Kind, Refusal

KEY_MAX = 255
_KEY = re.compile(f"[!-~]{{1,{KEY_MAX}}}")


class IdempotencyKeyMissing(Refusal):
    """The act moves value and came without a key."""

    kind = Kind.INVALID


class RequestInProgress(Refusal):
    """The first request under this key still runs."""

    kind = Kind.CONFLICT


def check_key(key: str | None) -> str:
    """The key, if it is 1 to 255 visible ASCII characters.

    Raises:
        IdempotencyKeyMissing: there is none, or it is not of that form.
    """
    if key is None or not _KEY.fullmatch(key):
        raise IdempotencyKeyMissing(
            "Send an Idempotency-Key header of 1 to 255 visible characters; repeat it when you retry.",
            field="Idempotency-Key",
        )
    return key


def content_hash(method: str, path: str, body: bytes) -> bytes:
    """What makes two requests the same act: method, path and the raw body."""
    return hashlib.sha256(b"\0".join((method.encode(), path.encode(), body))).digest()


def source_of(request: Request) -> UUID:
    """Whose key it is: keys of two members, or of two members of staff, never meet."""
    actor = actor_of(request)
    source = actor.member_id or actor.user_id
    assert source is not None, "an idempotent route is never public"
    return source


_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_FIND = text(
    "SELECT request_hash, status, body FROM idempotent_answers "
    "WHERE tenant_id = :tenant_id AND source = :source AND key = :key"
)
_KEEP = text(
    "INSERT INTO idempotent_answers (tenant_id, source, key, request_hash, status, body, created_at) "
    "VALUES (:tenant_id, :source, :key, :request_hash, :status, :body, :created_at)"
)


class IdempotentRun:
    """The key of this request and the way to answer once under it."""

    def __init__(self, key: str, source: UUID, request_hash: bytes) -> None:
        """Keeps whose key it is and what it was used for."""
        self.key = key
        self.source = source
        self.request_hash = request_hash

    async def answer(self, tx: Tx, status: int, act: Callable[[], Awaitable[BaseModel]]) -> Response:
        """Runs the act, or answers as the first time; the answer is kept in the same commit."""
        first = await self.replay(tx)
        if first is not None:
            return first
        body = (await act()).model_dump_json().encode()
        await self.keep(tx, status, body)
        return json_response(status, body)

    async def replay(self, tx: Tx) -> Response | None:
        """The first answer under this key, or ``None`` when this is the first request.

        Raises:
            RequestInProgress: the first one still runs.
            IdempotencyConflict: the key was used with other content.
        """
        if not (await tx.conn.execute(_TRY_LOCK, {"name": self._lock_name(tx)})).scalar_one():
            raise RequestInProgress("The first request with this key is still running.", retry_after_s=1)
        return await self._first_answer(tx)

    async def replay_in_turn(self, tx: Tx) -> Response | None:
        """The same, but waits for whoever looks under this key at the moment.

        For the second transaction of an act that has been begun: what it brings must not be lost to
        a repeat that happens to look just then.

        Raises:
            IdempotencyConflict: the key was used with other content.
        """
        await tx.conn.execute(_LOCK, {"name": self._lock_name(tx)})
        return await self._first_answer(tx)

    def _lock_name(self, tx: Tx) -> str:
        return f"{tx.tenant_id}:{self.source}:{self.key}"

    async def _first_answer(self, tx: Tx) -> Response | None:
        row = (
            await tx.conn.execute(_FIND, {"tenant_id": tx.tenant_id, "source": self.source, "key": self.key})
        ).one_or_none()
        if row is None:
            return None
        if row.request_hash != self.request_hash:
            raise IdempotencyConflict(
                "This Idempotency-Key was used before with other content; use a new one."
            )
        return json_response(row.status, row.body)

    async def keep(self, tx: Tx, status: int, body: bytes) -> None:
        """Stores the answer for later repeats."""
        await tx.conn.execute(
            _KEEP,
            {
                "tenant_id": tx.tenant_id,
                "source": self.source,
                "key": self.key,
                "request_hash": self.request_hash,
                "status": status,
                "body": body,
                "created_at": tx.now,
            },
        )


def json_response(status: int, body: bytes) -> Response:
    """An answer from stored bytes."""
    return Response(body, status, {"content-type": "application/json", "cache-control": "no-store"})


async def idempotent_run(
    request: Request,
    _tx: UnitOfWork,
    idempotency_key: Annotated[str | None, Header(description="1 to 255 visible characters")] = None,
) -> IdempotentRun:
    """The dependency behind :data:`Once`."""
    key = check_key(idempotency_key)
    body = await request.body()
    return IdempotentRun(key, source_of(request), content_hash(request.method, request.url.path, body))


Once = Annotated[IdempotentRun, Depends(idempotent_run, scope="function")]
"""For routes that move value: ``return await once.answer(tx, 201, act)``."""
