"""What each step of the seed is given, and what it leaves to the next one."""

from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol

from stakehouse.apps.settings import Sandpay, Simulator
from stakehouse.domains.tenancy import TenantProfile
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.objects import Objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.tx import Tx, begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import MemberId, TenantId

SOWER = system("seed")


@dataclass(slots=True)
class Ground:
    """The ground that is sown on.

    Attributes:
        database: as the application's role.
        vault: seals secrets.
        clock: tells the time.
        passwords: checks whether a sign-in still has the demo password.
        password: of all seeded sign-ins.
        password_hash: its hash, computed once for all.
        sandpay: the payment simulator; ``None`` where it does not run.
        sandid: the simulated vendor of identity checks; likewise.
        objects: where uploads lie; ``None`` where nothing is to be uploaded.
        tenants: by slug, left by the step that opens them.
        people: addresses of the sign-ins, left by the step that brings them.
        players: the seeded member by tenant slug.
    """

    database: Database
    vault: Vault
    clock: Clock
    passwords: Passwords
    password: str
    password_hash: str
    sandpay: Sandpay | None = None
    sandid: Simulator | None = None
    objects: Objects | None = None
    tenants: dict[str, TenantProfile] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    players: dict[str, MemberId] = field(default_factory=dict)
    _verified: dict[str, bool] = field(default_factory=dict)

    async def verifies(self, stored: str | None) -> bool:
        """Whether a stored hash is of the demo password; one hash serves all, so it is checked once."""
        if stored is None:
            return False
        if stored not in self._verified:
            self._verified[stored] = await self.passwords.verify(self.password, stored)
        return self._verified[stored]

    def begin(self, tenant_id: TenantId) -> AbstractAsyncContextManager[Tx]:
        """Opens a transaction for a tenant."""
        return begin(self.database, tenant_id=tenant_id, actor=SOWER, now=self.clock(), request_id="seed")


class Step(Protocol):
    """One step of the seed."""

    __name__: str

    def __call__(self, ground: Ground) -> Awaitable[None]:
        """Adds what is missing."""
        ...
