"""What identity checks need, wired: objects, the scanner, the shelf of vendors behind the one way out."""

from stakehouse.domains.compliance import Desk
from stakehouse.domains.compliance.adapters.scanner import SignatureScanner
from stakehouse.domains.compliance.adapters.vendors import Shelf
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.objects import Objects
from stakehouse.kernel.clock import Clock


def open_desk(
    *, database: Database, clock: Clock, vault: Vault, objects: Objects, http: HttpClient, public_url: str
) -> Desk:
    """The desk of a process; the HTTP client is the caller's to close."""
    return Desk(database, clock, vault, objects, SignatureScanner(), Shelf(http, clock), public_url)
