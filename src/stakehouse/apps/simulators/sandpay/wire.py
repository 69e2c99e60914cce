"""Sandpay's wire format: what requests must look like and how objects are shown."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, HttpUrl

from stakehouse.apps.simulators.sandpay.book import PAYMENT, PAYOUT, Item
from stakehouse.kernel.clock import wire

Reference = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Text = Annotated[str, Field(max_length=200)]


class Amount(BaseModel):
    """An amount as Sandpay writes it."""

    model_config = ConfigDict(extra="forbid")

    value: Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?$")]
    currency: Annotated[str, Field(pattern=r"^[A-Z0-9]{3,8}$")]


class PaymentRequest(BaseModel):
    """``POST /v1/payments``."""

    model_config = ConfigDict(extra="forbid")

    reference: Reference
    amount: Amount
    description: Text = ""
    customer: Text = ""
    return_url: HttpUrl
    notify_url: HttpUrl
    expires_in_s: Annotated[int, Field(ge=60, le=86400)] = 1800


class Destination(BaseModel):
    """Where a payout goes."""

    model_config = ConfigDict(extra="forbid")

    account: Annotated[str, Field(min_length=1, max_length=200)]


class PayoutRequest(BaseModel):
    """``POST /v1/payouts``."""

    model_config = ConfigDict(extra="forbid")

    reference: Reference
    amount: Amount
    destination: Destination
    description: Text = ""
    notify_url: HttpUrl


class RefundRequest(BaseModel):
    """``POST /v1/refunds``."""

    model_config = ConfigDict(extra="forbid")

    reference: Reference
    payment_reference: Reference
    amount: Amount
    reason: Text = ""


def shown(item: Item, base_url: str) -> dict[str, Any]:
    """An object as the API and the notices show it."""
    document: dict[str, Any] = {
        "id": item.id,
        "object": item.kind,
        "reference": item.reference,
        "status": item.status,
        "reason": item.reason or None,
        "amount": {"value": item.amount, "currency": item.currency},
        "created_at": wire(datetime.fromtimestamp(item.created_ms / 1000, tz=UTC)),
    }
    if item.kind == PAYMENT:
        document["checkout_url"] = f"{base_url}/checkout/{item.token}"
        document["expires_at"] = wire(
            datetime.fromtimestamp(item.created_ms / 1000 + item.document["expires_in_s"], tz=UTC)
        )
    elif item.kind == PAYOUT:
        document["destination"] = {"account": item.document["account"]}
    else:
        document["payment"] = item.document["payment"]
    return document


def notice_body(notice_id: str, item: Item, base_url: str, at: datetime) -> str:
    """The body of a notice about an object."""
    return json.dumps(
        {
            "id": notice_id,
            "type": f"{item.kind}.{item.status}",
            "created_at": wire(at),
            "data": shown(item, base_url),
        },
        separators=(",", ":"),
    )
