"""The signature of Sandpay's notices: ``Sandpay-Signature: t=<unix seconds>,v1=<hex>[,v1=<hex>]``.

``v1`` is HMAC-SHA256 over ``<t>.<raw body>`` under the connection's signing secret. While a secret
is being replaced the header carries one entry for each; any valid one suffices.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime

from stakehouse.domains.payments.errors import SignatureRefused

HEADER = "sandpay-signature"
TOLERANCE_S = 300
ENTRIES_MAX = 8

_TIME = re.compile(r"[0-9]{1,12}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


def verify(header: str, body: bytes, secrets: Sequence[str], *, now: datetime) -> None:
    """Refuses a notice that was not signed by the gateway, or at another time.

    Args:
        header: the value of the signature header; empty if there was none.
        body: the raw bytes.
        secrets: the present signing secret and, while it is being replaced, the former one.
        now: our clock. The signature's time may differ from it on either side by the tolerance:
            one from the future is as wrong as an old one.

    Raises:
        SignatureRefused: missing, malformed, wrong, too old or from the future.
    """
    pairs = [part.strip().partition("=") for part in header.split(",")[:ENTRIES_MAX]]
    times = [value for name, _, value in pairs if name == "t" and _TIME.fullmatch(value)]
    digests = [value for name, _, value in pairs if name == "v1" and _DIGEST.fullmatch(value)]
    if len(times) != 1 or not digests:
        raise SignatureRefused("The notice carries no signature that can be read.")

    signed = times[0].encode() + b"." + body
    expected = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    # Every comparison is made, whatever the first one says, and each takes the same time.
    matches = [hmac.compare_digest(given, known) for given in digests for known in expected]
    if not any(matches):
        raise SignatureRefused("The signature of the notice is wrong.")
    if abs(now.timestamp() - int(times[0])) > TOLERANCE_S:
        raise SignatureRefused("The notice was signed too far from the present time.")
