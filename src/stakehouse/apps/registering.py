"""What national registers need, wired: the shelf of adapters behind a way out of their own."""

from stakehouse.domains.compliance import Registers
from stakehouse.domains.compliance.adapters.registers import RegisterShelf
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.http_client import HttpClient
from stakehouse.kernel.clock import Clock

REGISTER_LIMIT_S = 4.0
"""Seconds for one call: a person waits at the door."""


def open_registers(
    *,
    database: Database,
    clock: Clock,
    vault: Vault,
    simulators: tuple[str, ...],
    http: HttpClient | None = None,
) -> tuple[Registers, HttpClient]:
    """Those who ask registers in a process, and the HTTP client to be closed with them."""
    http = http or HttpClient(inside=simulators, total_limit_s=REGISTER_LIMIT_S)
    return Registers(database, clock, vault, RegisterShelf(http)), http
