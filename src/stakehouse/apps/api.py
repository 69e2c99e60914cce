"""The process that serves the faces: everything it needs, opened, wired and closed again."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from starlette.types import ASGIApp

from stakehouse.apps.faces.api import PREFIXES, face
from stakehouse.apps.faces.front import Front
from stakehouse.apps.faces.mailbox import mailbox_app, nothing_here
from stakehouse.apps.faces.objects import objects_app
from stakehouse.apps.faces.pages import Pages
from stakehouse.apps.gate import HouseGate
from stakehouse.apps.knowing import open_desk
from stakehouse.apps.paying import open_office
from stakehouse.apps.playing import Playing, open_playing
from stakehouse.apps.registering import open_registers
from stakehouse.apps.settings import CHECKOUT, Settings, load_settings, resources
from stakehouse.apps.telegram import SIMULATOR, open_doors, open_simulator, own_address
from stakehouse.domains import tenancy
from stakehouse.domains.compliance import Desk, Registers
from stakehouse.infra import logs
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import DATABASE_FAULTS, Database, open_database
from stakehouse.infra.http_client import HttpClient
from stakehouse.infra.mail import Mailbox
from stakehouse.infra.objects import LINKS, Objects, open_objects
from stakehouse.infra.passwords import Passwords
from stakehouse.infra.rate_limit import Limits, Rate, RateLimiter
from stakehouse.infra.resolver import DnsResolver, Resolver
from stakehouse.infra.signals import Signals
from stakehouse.infra.tokens import Tokens
from stakehouse.infra.web.context import Audience, Edge
from stakehouse.infra.web.rsgi import HTTPProtocol, Scope
from stakehouse.kernel.clock import Clock, system_clock

READY_TIMEOUT_S = 2.0

OF_AN_ADDRESS = Rate(burst=12_000, period=timedelta(minutes=1))
"""Requests of one client address: whole offices sit behind one."""

OF_A_PERSON = Rate(burst=3_000, period=timedelta(minutes=1))
"""Requests of one member or member of staff."""

WEB = CHECKOUT / "web" / "apps"
"""Where the web apps are built."""


@dataclass(frozen=True, slots=True)
class Api:
    """What one process of the API holds.

    Attributes:
        edge: what every face carries.
        gate: resolves tenants and tokens; the fast way asks it directly.
        signals: the ear for other processes.
        front: the one door.
        http: the way out to gateways.
        playing: carries out bets and steps.
        desk: looks at identity documents.
        registers: asks national registers of exclusions.
        outward: their own way out.
    """

    edge: Edge
    gate: HouseGate
    signals: Signals
    front: Front
    http: HttpClient
    playing: Playing
    desk: Desk
    registers: Registers
    outward: HttpClient

    async def close(self) -> None:
        """Lets go of everything; waits for what is under way."""
        await self.playing.close()
        await self.signals.stop()
        self.edge.passwords.close()
        await self.http.close()
        await self.outward.close()
        await self.edge.database.close()


async def open_api(
    *,
    url: str,
    vault: Vault,
    is_embedded: bool,
    is_secure: bool,
    public_url: str = "http://127.0.0.1:8000",
    objects: Objects | None = None,
    resolver: Resolver | None = None,
    simulators: tuple[str, ...] = (),
    sends_sms: bool | None = None,
    passwords: Passwords | None = None,
    outward: HttpClient | None = None,
    wallet: Path | None = None,
    database: Database | None = None,
    clock: Clock = system_clock,
) -> Api:
    """Opens what the faces need and wires it.

    Args:
        url: the database, as the application's role.
        vault: holds the keys of the house.
        is_embedded: whether anybody may read the mailbox.
        is_secure: whether people come over TLS only.
        public_url: how gateways reach the house, without a slash at the end.
        objects: uploads and archives; kept in memory if not given.
        resolver: looks up who owns a name; the DNS if not given.
        simulators: ``host:port`` of gateways and vendors that are our own simulators.
        sends_sms: whether somebody carries text messages; the mailbox of an embedded house if not said.
        passwords: hashes and checks them, at the cost that the house holds to if not given.
        outward: the way to national registers; one that waits four seconds if not given.
        wallet: the socket of the process that keeps the wallet engine; each process has its own without.
        database: its pools; opened from the address if not given, and closed with the rest in any case.
        clock: tells the time of each request.
    """
    database = database or await open_database(url, name="stakehouse-api")
    tokens = Tokens(vault)
    signals = Signals(url, name="stakehouse-api-signals")
    gate = HouseGate(database=database, tokens=tokens, signals=signals, clock=clock, is_embedded=is_embedded)
    edge = Edge(
        database=database,
        gate=gate,
        clock=clock,
        vault=vault,
        tokens=tokens,
        passwords=passwords or Passwords(),
        objects=objects or open_objects("memory:", vault),
        limiter=RateLimiter(database.pool),
        limits=Limits(address=OF_AN_ADDRESS, member=OF_A_PERSON),
        is_secure=is_secure,
        is_embedded=is_embedded,
        sends_sms=is_embedded if sends_sms is None else sends_sms,
    )
    faces = {audience: face(audience, edge) for audience in Audience}
    mounts: dict[str, ASGIApp] = {PREFIXES[audience]: app for audience, app in faces.items()}
    # Whoever may read everybody's mail owns the house: the mailbox exists in the embedded one only.
    mounts["/dev"] = mailbox_app(Mailbox(database.pool, clock)) if is_embedded else nothing_here

    async def ready() -> Mapping[str, bool]:
        return {"database": await _answers(database)}

    playing = open_playing(database, vault, gate, clock, wallet)
    for audience in Audience:
        faces[audience].state.games = playing.table
    office, http = open_office(
        database=database,
        clock=clock,
        vault=vault,
        simulators=(*simulators, own_address(public_url)) if is_embedded else simulators,
        public_url=public_url,
    )
    doors = open_doors(vault, http, public_url=public_url, is_embedded=is_embedded)
    for audience in Audience:
        faces[audience].state.payments = office
        faces[audience].state.telegram = doors
    desk = open_desk(
        database=database, clock=clock, vault=vault, objects=edge.objects, http=http, public_url=public_url
    )
    for audience in Audience:
        faces[audience].state.kyc = desk
        faces[audience].state.resolver = resolver or DnsResolver()
        faces[audience].state.reserved_hosts = frozenset({urlsplit(public_url).hostname or "localhost"})
    registers, outward = open_registers(
        database=database, clock=clock, vault=vault, simulators=simulators, http=outward
    )
    for audience in Audience:
        faces[audience].state.registers = registers
        faces[audience].state.errands = registers.run
    signals.on(tenancy.CHANNEL, playing.forget_catalogue)
    # The addresses that gateways and tills are given; the machine's face answers there too.
    mounts["/webhooks"] = faces[Audience.MACHINE]
    mounts[LINKS] = objects_app(edge.objects, clock)
    origin = edge.objects.origin
    if is_embedded:
        mounts[SIMULATOR] = open_simulator(vault, public_url=public_url, clock=clock)
    mounts["/backoffice"] = Pages(WEB / "backoffice" / "dist", "/backoffice", objects_origin=origin)
    front = Front(
        fast={("POST", f"{PREFIXES[Audience.PLAYER]}/bets"): playing.bets},
        mounts=mounts,
        ready=ready,
        web=Pages(WEB / "player" / "dist", "", objects_origin=origin),
    )
    await playing.start()
    await signals.start()
    return Api(edge, gate, signals, front, http, playing, desk, registers, outward)


class Application:
    """The application of a worker, as the server's own interface (RSGI) wants it.

    It opens the API before the worker takes its first connection and closes it after the last one.
    """

    def __init__(self) -> None:
        """Opens nothing before the server says so."""
        self._api: Api | None = None

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Opens the API; the worker ends if that fails."""
        settings = load_settings()
        logs.configure(settings.log_level, as_json=not settings.is_embedded)
        self._api = loop.run_until_complete(_open(settings))

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Serves a request."""
        assert self._api is not None, "the server opens the application before it serves"
        await self._api.front.serve(scope, protocol)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Closes the API."""
        if self._api is not None:
            loop.run_until_complete(self._api.close())


async def _open(settings: Settings) -> Api:
    given = resources(settings)
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    return await open_api(
        url=given.database_url.get_secret_value(),
        vault=vault,
        is_embedded=settings.is_embedded,
        is_secure=settings.url.startswith("https://"),
        public_url=settings.url,
        objects=given.objects(vault),
        resolver=given.resolver,
        simulators=given.simulators,
        sends_sms=settings.is_embedded or given.sms_url is not None,
        wallet=given.wallet,
    )


def create_app() -> Application:
    """The factory that the server calls in each worker."""
    return Application()


async def _answers(database: Database) -> bool:
    with suppress(*DATABASE_FAULTS):
        await asyncio.wait_for(database.pool.fetchval("SELECT 1"), READY_TIMEOUT_S)
        return True
    return False
