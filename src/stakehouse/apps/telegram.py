"""What sign-in by Telegram needs, wired: Telegram itself, or its simulator in an embedded house."""

from urllib.parse import urlsplit

from starlette.types import ASGIApp

from stakehouse.apps.seed.houses import SLUGS
from stakehouse.apps.simulators.telegram import simulator_secret, telegram, test_key
from stakehouse.domains.identity.service.telegram import Doors
from stakehouse.infra.crypto import Vault
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.openid import OpenId
from stakehouse.infra.telegram import PRODUCTION_KEY
from stakehouse.kernel.clock import Clock

ISSUER = "https://oauth.telegram.org"
SIMULATOR = "/dev/telegram"
"""Where the embedded house serves its own Telegram."""


def own_address(public_url: str) -> str:
    """``host:port`` of the house itself, which the way out may reach in an embedded house only."""
    return urlsplit(public_url).netloc


def open_doors(vault: Vault, http: HttpClient, *, public_url: str, is_embedded: bool) -> Doors:
    """What checks Telegram's word; an embedded house believes its simulator instead."""
    if not is_embedded:
        return Doors(OpenId(ISSUER, http), (PRODUCTION_KEY,))
    key = test_key(simulator_secret(vault)).public_key().public_bytes_raw()
    return Doors(OpenId(f"{public_url}{SIMULATOR}", http), (PRODUCTION_KEY, key))


def open_simulator(vault: Vault, *, public_url: str, clock: Clock) -> ASGIApp:
    """The simulator, knowing the bots of the seeded houses."""
    return telegram(
        secret=simulator_secret(vault),
        issuer=f"{public_url}{SIMULATOR}",
        house=public_url,
        slugs=lambda: list(SLUGS),
        clock=clock,
    )
