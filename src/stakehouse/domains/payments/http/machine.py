"""The door for notices of gateways: verified on the raw bytes, stored, answered at once."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request

from stakehouse.domains.payments.errors import ConnectionNotFound, NoticeTooLarge, SignatureRefused
from stakehouse.domains.payments.http.plugged import Plugged
from stakehouse.domains.payments.service import notices
from stakehouse.infra.metrics import PAYMENT_NOTICES
from stakehouse.infra.web.context import client_address
from stakehouse.infra.web.guard import signed
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer

router = APIRouter(tags=["payments"])

BODY_MAX = 64 * 1024
"""Far more than any gateway sends; a larger body is not read to its end."""


class TakenAnswer(Answer):
    """The notice is stored; what it means is found out afterwards."""

    status: str


@router.post(
    "/payments/{gateway}/{connection_id}",
    dependencies=[signed("a gateway signs the raw bytes under the connection's secret")],
    responses=refuses(ConnectionNotFound, SignatureRefused, NoticeTooLarge),
)
async def take_notice(
    request: Request,
    office: Plugged,
    gateway: Annotated[str, Path(max_length=40)],
    connection_id: UUID,
) -> TakenAnswer:
    """Takes a notice. A repeat is answered like the first."""
    body = await _read(request)
    try:
        is_new = await notices.take_notice(
            office,
            gateway=gateway,
            connection_id=connection_id,
            body=body,
            headers={name.lower(): value for name, value in request.headers.items()},
            address=client_address(request),
        )
    except SignatureRefused:
        PAYMENT_NOTICES.labels(gateway=gateway, outcome="refused").inc()
        raise
    PAYMENT_NOTICES.labels(gateway=gateway, outcome="new" if is_new else "repeated").inc()
    return TakenAnswer(status="received")


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_MAX:
            raise NoticeTooLarge("The notice is too large.")
    return bytes(body)
