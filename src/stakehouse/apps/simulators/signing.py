"""How simulators sign their notices; written apart from what the house checks them with."""

import hashlib
import hmac


def signature(secret: str, timestamp_s: int, body: str) -> str:
    """The value of a signature header: HMAC-SHA256 over ``<timestamp>.<raw body>``."""
    digest = hmac.new(secret.encode(), f"{timestamp_s}.{body}".encode(), hashlib.sha256).hexdigest()
    return f"t={timestamp_s},v1={digest}"
