"""The door for notices of identity vendors: verified on the raw bytes, stored, answered at once."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request

from stakehouse.domains.compliance.errors import (
    KycConnectionNotFound,
    KycNoticeTooLarge,
    VendorSignatureRefused,
)
from stakehouse.domains.compliance.http.kyc_plugged import PluggedDesk
from stakehouse.domains.compliance.service.kyc import vendors
from stakehouse.infra.web.context import client_address
from stakehouse.infra.web.guard import signed
from stakehouse.infra.web.problems import refuses
from stakehouse.infra.web.shapes import Answer

router = APIRouter(tags=["compliance"])

BODY_MAX = 64 * 1024


class KycTakenAnswer(Answer):
    """The notice is stored; what it means is found out afterwards."""

    status: str


@router.post(
    "/kyc/{vendor}/{connection_id}",
    dependencies=[signed("a vendor signs the raw bytes under the connection's secret")],
    responses=refuses(KycConnectionNotFound, VendorSignatureRefused, KycNoticeTooLarge),
)
async def take_kyc_notice(
    request: Request, desk: PluggedDesk, vendor: Annotated[str, Path(max_length=40)], connection_id: UUID
) -> KycTakenAnswer:
    """Takes a notice. A repeat is answered like the first."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_MAX:
            raise KycNoticeTooLarge("The notice is too large.")
    await vendors.take_notice(
        desk,
        vendor=vendor,
        connection_id=connection_id,
        body=bytes(body),
        headers={name.lower(): value for name, value in request.headers.items()},
        address=client_address(request),
    )
    return KycTakenAnswer(status="received")
