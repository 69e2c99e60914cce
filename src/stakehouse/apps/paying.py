"""What payments need, wired: the shelf of gateways behind the one way out."""

from stakehouse.domains.payments import Office
from stakehouse.domains.payments.adapters import Shelf
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.http_client import HttpClient
from stakehouse.kernel.clock import Clock

GATEWAY_LIMIT_S = 8.0
"""Seconds for one call to a gateway: a person waits in front of the deposit page."""


def open_office(
    *, database: Database, clock: Clock, vault: Vault, simulators: tuple[str, ...], public_url: str
) -> tuple[Office, HttpClient]:
    """The office of a process, and the HTTP client to be closed with it."""
    http = HttpClient(inside=simulators, total_limit_s=GATEWAY_LIMIT_S)
    return Office(database, clock, vault, Shelf(http), public_url), http
