"""The keys of the simulator: bots of tenants, and Telegram's own, derived from one secret."""

import hashlib
import hmac
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stakehouse.infra.crypto import Vault


def simulator_secret(vault: Vault) -> bytes:
    """From which the simulator, and the seed, derive the keys of bots."""
    return vault.derived(vault.masters[-1], "simulator.telegram")


@dataclass(frozen=True, slots=True)
class BotKeys:
    """A tenant's bot.

    Attributes:
        bot_id: its number.
        username: its name.
        token: proves it to Telegram, and Telegram's data to it.
        client_secret: proves it at the sign-in service.
    """

    bot_id: int
    username: str
    token: str = field(repr=False)
    client_secret: str = field(repr=False)


def bot_keys(secret: bytes, slug: str) -> BotKeys:
    """The bot of a tenant under a simulator's secret."""
    number = 7_000_000_000 + int.from_bytes(_derived(secret, "number", slug)[:3])
    return BotKeys(
        number,
        f"{slug.replace('-', '_')}_demo_bot",
        f"{number}:{_derived(secret, 'token', slug).hex()[:35]}",
        _derived(secret, "client", slug).hex()[:40],
    )


def test_key(secret: bytes) -> Ed25519PrivateKey:
    """The key with which this Telegram signs."""
    return Ed25519PrivateKey.from_private_bytes(_derived(secret, "signing", ""))


test_key.__test__ = False  # type: ignore[attr-defined]  # a name that test runners would take for theirs


def _derived(secret: bytes, purpose: str, slug: str) -> bytes:
    return hmac.digest(secret, f"telegram:{purpose}:{slug}".encode(), hashlib.sha256)
