"""Signatures of notices in the form many services share: ``t=<unix seconds>,v1=<hex>[,v1=<hex>]``.

``v1`` is HMAC-SHA256 over ``<t>.<raw body>`` under a secret that both sides hold. While a secret is
being replaced the header carries one entry for each; any valid one suffices.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime

TOLERANCE_S = 300
ENTRIES_MAX = 8

_TIME = re.compile(r"[0-9]{1,12}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class NoticeForged(Exception):  # noqa: N818 - told in the house's words
    """Not signed by whoever holds the secret, or at another time."""


def check_notice(header: str, body: bytes, secrets: Sequence[bytes], *, now: datetime) -> None:
    """Lets a notice through that was signed with one of the secrets, about now.

    Args:
        header: the value of the signature header; empty if there was none.
        body: the raw bytes.
        secrets: the present signing secret and, while it is being replaced, the former one.
        now: our clock. The signature's time may differ from it on either side by the tolerance:
            one from the future is as wrong as an old one.

    Raises:
        NoticeForged: missing, malformed, wrong, too old or from the future.
    """
    pairs = [part.strip().partition("=") for part in header.split(",")[:ENTRIES_MAX]]
    times = [value for name, _, value in pairs if name == "t" and _TIME.fullmatch(value)]
    digests = [value for name, _, value in pairs if name == "v1" and _DIGEST.fullmatch(value)]
    if len(times) != 1 or not digests:
        raise NoticeForged("The notice carries no signature that can be read.")

    signed = times[0].encode() + b"." + body
    expected = [hmac.new(secret, signed, hashlib.sha256).hexdigest() for secret in secrets]
    # Every comparison is made, whatever the first one says, and each takes the same time.
    matches = [hmac.compare_digest(given, known) for given in digests for known in expected]
    if not any(matches):
        raise NoticeForged("The signature of the notice is wrong.")
    if abs(now.timestamp() - int(times[0])) > TOLERANCE_S:
        raise NoticeForged("The notice was signed too far from the present time.")
