"""Records of rounds for staff and regulator: one on the screen, a member's of a time as a file."""

from collections.abc import AsyncIterator
from dataclasses import fields
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Query, Response
from fastapi import Request as HttpRequest
from fastapi.responses import StreamingResponse
from pydantic import JsonValue

from stakehouse.domains.games.http.player import Games, Table, as_json, aware, raw
from stakehouse.domains.games.service.records import records
from stakehouse.domains.games.types import RoundRecord
from stakehouse.domains.identity import MemberNotFound, member
from stakehouse.domains.play import RoundFilter, RoundNotFound, find_rounds, round_by_id
from stakehouse.infra import sheets
from stakehouse.infra.audit import AuditEntry
from stakehouse.infra.web.context import tenant_of
from stakehouse.infra.web.guard import staff
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer
from stakehouse.infra.web.unit_of_work import UnitOfWork, begin_for
from stakehouse.kernel.errors import Invalid
from stakehouse.kernel.ids import RoundId
from stakehouse.kernel.page import decode_cursor

PIECE = 200
FIELDS = tuple(field.name for field in fields(RoundRecord))


class RecordedSessionOut(Answer):
    """A session of the player, and its place."""

    id: UUID
    address: str
    device: str


class RoundRecordOut(Answer):
    """A round with all that GLI-19 2.8.2 asks of its record; amounts are decimal strings.

    Attributes:
        cycle_id: the round's own id.
        session_id: the player's session that it was played in; none if the round is older than that was kept.
        sessions: that one; without it, all of the player that were open when it began. Addresses are places.
        paytable_hash: SHA-256 of the rules played on, while the catalogue still holds them.
        funds_at_start: of the main wallet, before the stake.
        wagered_incentive: as much of what was wagered as was no own money.
        purchases: for anything else than a wager; our games sell nothing.
        fees: our games take none.
        steps: the phases in between.
        display: what the player saw at the end.
        advice: our games give none.
    """

    cycle_id: UUID
    player_id: UUID
    player: str
    session_id: UUID | None
    sessions: list[RecordedSessionOut]
    started_at: str
    settled_at: str | None
    status: str
    theme: str
    engine: str
    paytable: str
    paytable_hash: str | None
    currency: str
    denomination: str
    funds_at_start: str
    funds_at_end: str
    wagered: str
    wagered_incentive: str
    won: str
    won_jackpot: str
    jackpot_contributions: str
    purchases: str
    fees: str
    is_jackpot_won: bool
    jackpot_wins: list[str]
    choices: JsonValue
    steps: list[JsonValue]
    display: JsonValue
    advice: str | None


router = APIRouter(tags=["games"])


@router.get(
    "/rounds/{round_id}/record",
    dependencies=[staff("rounds:view")],
    response_model=RoundRecordOut,
    responses=refuses(RoundNotFound),
)
async def show_record(tx: UnitOfWork, table: Games, round_id: UUID) -> Response:
    """The record of one round, with what its player held before and after."""
    row = await round_by_id(tx, RoundId(round_id))
    [record] = await records(tx, await table.catalogue.offer(tx.tenant_id), [row])
    return raw(as_json(_told(record)))


@router.get(
    "/members/{member_id}/rounds/export",
    dependencies=[staff("rounds:view")],
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/csv": {}, "application/json": {}}, "description": "The records as a file."},
        **refuses(MemberNotFound, Invalid),
    },
)
async def export_records(
    request: HttpRequest,
    tx: UnitOfWork,
    table: Games,
    member_id: UUID,
    form: Annotated[Literal["csv", "json"], Query(alias="format")] = "csv",
    since: Annotated[datetime | None, Query(alias="from")] = None,
    until: Annotated[datetime | None, Query(alias="to")] = None,
) -> StreamingResponse:
    """The records of a member's rounds of a time, the newest first; that they were exported is recorded."""
    player = (await member(tx, member_id)).member_id
    wanted = RoundFilter(member_id=player, since=aware(since, "from"), until=aware(until, "to"))
    tx.record(AuditEntry("rounds.exported", "member", player, after={"format": form}))
    pieces = _pieces(request, table, wanted)
    return StreamingResponse(
        _csv(pieces) if form == "csv" else _json(pieces),
        media_type="text/csv; charset=utf-8" if form == "csv" else "application/json",
        headers={
            "content-disposition": f'attachment; filename="rounds-{player}.{form}"',
            "cache-control": "no-store",
        },
    )


async def _pieces(
    request: HttpRequest, table: Table, wanted: RoundFilter
) -> AsyncIterator[list[RoundRecord]]:
    """The records, a piece at a time, each read in a transaction of its own."""
    tenant = await tenant_of(request)
    cursor: str | None = None
    while True:
        async with begin_for(request, tenant.id) as tx:
            page = await find_rounds(tx, wanted, after=decode_cursor(cursor), limit=PIECE)
            piece = await records(tx, await table.catalogue.offer(tx.tenant_id), page.items)
        yield piece
        cursor = page.next
        if cursor is None:
            return


async def _csv(pieces: AsyncIterator[list[RoundRecord]]) -> AsyncIterator[str]:
    yield sheets.lines([FIELDS])
    async for piece in pieces:
        yield sheets.lines([[_cell(_told(record)[name]) for name in FIELDS] for record in piece])


async def _json(pieces: AsyncIterator[list[RoundRecord]]) -> AsyncIterator[bytes]:
    yield b'{"items":['
    is_first = True
    async for piece in pieces:
        for record in piece:
            yield (b"" if is_first else b",\n") + as_json(_told(record))
            is_first = False
    yield b"]}\n"


def _cell(value: object) -> str:
    """A value as a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return sheets.harmless(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return as_json(value).decode()


def _told(record: RoundRecord) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(record, name) for name in FIELDS}
    return told | {
        "cycle_id": str(record.cycle_id),
        "player_id": str(record.player_id),
        "session_id": None if record.session_id is None else str(record.session_id),
        "sessions": [session._asdict() for session in record.sessions],
        "choices": msgspec.Raw(record.choices),
        "display": msgspec.Raw(record.display),
    }
