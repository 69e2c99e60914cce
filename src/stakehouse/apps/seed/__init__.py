"""The seed: three houses with people to try everything with; harmless to sow twice."""

from dataclasses import dataclass

import structlog

from stakehouse.apps.seed.checking import check_people, open_vendors
from stakehouse.apps.seed.conduct import trouble
from stakehouse.apps.seed.gaming import lay_tables, open_books
from stakehouse.apps.seed.ground import Ground, Step
from stakehouse.apps.seed.houses import open_houses
from stakehouse.apps.seed.paying import open_gateways
from stakehouse.apps.seed.people import bring_people
from stakehouse.apps.seed.telegram import bring_bots
from stakehouse.apps.seed.watching import watch
from stakehouse.apps.settings import Sandpay, Simulator
from stakehouse.infra.crypto import Vault
from stakehouse.infra.database import Database
from stakehouse.infra.objects import Objects
from stakehouse.infra.passwords import Passwords
from stakehouse.kernel.clock import Clock

_log = structlog.get_logger(__name__)

STEPS: tuple[Step, ...] = (
    open_houses,
    bring_people,
    open_books,
    lay_tables,
    open_gateways,
    watch,
    open_vendors,
    check_people,
    trouble,
    bring_bots,
)
"""What is sown, in order; each step looks at what is there and adds what is missing."""


@dataclass(frozen=True, slots=True)
class Sown:
    """What the seed left behind.

    Attributes:
        tenants: slugs of the houses.
        people: addresses of the sign-ins.
    """

    tenants: tuple[str, ...]
    people: tuple[str, ...]


async def sow(
    *,
    database: Database,
    vault: Vault,
    clock: Clock,
    password: str,
    sandpay: Sandpay | None = None,
    sandid: Simulator | None = None,
    objects: Objects | None = None,
) -> Sown:
    """Sows everything that is missing.

    Args:
        database: as the application's role.
        vault: seals secrets of what is sown.
        clock: tells the time.
        password: of all seeded sign-ins; those that have another one get this.
        sandpay: the payment simulator that runs beside the house, if one does.
        sandid: the simulated vendor of identity checks that does, likewise.
        objects: where uploads lie; without it nobody of the seed has shown documents.
    """
    passwords = Passwords()
    try:
        ground = Ground(
            database=database,
            vault=vault,
            clock=clock,
            passwords=passwords,
            password=password,
            password_hash=await passwords.hash(password),
            sandpay=sandpay,
            sandid=sandid,
            objects=objects,
        )
        for step in STEPS:
            await step(ground)
            _log.info("seed.sown", step=step.__name__)
        return Sown(tuple(ground.tenants), tuple(ground.people))
    finally:
        passwords.close()
