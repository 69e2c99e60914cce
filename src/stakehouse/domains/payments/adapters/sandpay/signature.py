"""The signature of Sandpay's notices, in the ``Sandpay-Signature`` header."""

from collections.abc import Sequence
from datetime import datetime

from stakehouse.domains.payments.errors import SignatureRefused
from stakehouse.infra.signed_notices import NoticeForged, check_notice

HEADER = "sandpay-signature"


def verify(header: str, body: bytes, secrets: Sequence[str], *, now: datetime) -> None:
    """Refuses a notice that was not signed by the gateway, or at another time.

    Raises:
        SignatureRefused: missing, malformed, wrong, too old or from the future.
    """
    try:
        check_notice(header, body, [secret.encode() for secret in secrets], now=now)
    except NoticeForged as forged:
        raise SignatureRefused(str(forged)) from forged
