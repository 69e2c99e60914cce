"""The keys of Sandpay's merchants, derived from one secret so that nobody has to register."""

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MerchantKeys:
    """What a merchant holds.

    Attributes:
        merchant: its name at Sandpay.
        api_key: proves its requests to Sandpay.
        signing_secret: signs Sandpay's notices to it.
    """

    merchant: str
    api_key: str = field(repr=False)
    signing_secret: str = field(repr=False)


def merchant_keys(secret: bytes, merchant: str) -> MerchantKeys:
    """The keys of one merchant under a simulator's secret."""
    return MerchantKeys(
        merchant,
        f"sk_{merchant}_{_derived(secret, 'api', merchant)}",
        f"ws_{_derived(secret, 'notices', merchant)}",
    )


def merchant_of(secret: bytes, authorization: str) -> str | None:
    """The merchant whose bearer key this is; ``None`` if it is nobody's."""
    scheme, _, key = authorization.partition(" ")
    prefix, _, rest = key.strip().partition("_")
    merchant, _, _ = rest.rpartition("_")
    if scheme.lower() != "bearer" or prefix != "sk" or not merchant:
        return None
    known = merchant_keys(secret, merchant).api_key
    return merchant if hmac.compare_digest(known.encode(), key.strip().encode()) else None


def _derived(secret: bytes, purpose: str, merchant: str) -> str:
    return hmac.new(secret, f"sandpay:{purpose}:{merchant}".encode(), hashlib.sha256).hexdigest()[:40]
