"""The keys of Sandid's customers, derived from one secret so that nobody has to register."""

import hashlib
import hmac
from dataclasses import dataclass, field

from stakehouse.infra.crypto import Vault


def simulator_secret(vault: Vault) -> bytes:
    """From which the simulator, and the seed, derive the keys of customers."""
    return vault.derived(vault.masters[-1], "simulator.sandid")


@dataclass(frozen=True, slots=True)
class AccountKeys:
    """What a customer of Sandid holds.

    Attributes:
        app_token: names the account.
        secret_key: signs its requests to Sandid.
        signing_secret: signs Sandid's notices to it.
    """

    app_token: str
    secret_key: str = field(repr=False)
    signing_secret: str = field(repr=False)


def account_keys(secret: bytes, account: str) -> AccountKeys:
    """The keys of one customer under a simulator's secret."""
    return AccountKeys(
        f"sid-{account}", _derived(secret, "key", account), _derived(secret, "notices", account)
    )


def _derived(secret: bytes, purpose: str, account: str) -> str:
    return hmac.new(secret, f"sandid:{purpose}:{account}".encode(), hashlib.sha256).hexdigest()
