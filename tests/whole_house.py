"""The whole house as a person starts it: ``stakehouse up`` in a folder of its own, and its processes."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import asyncpg
import psutil

from stakehouse.domains import identity, jackpots, ledger
from stakehouse.domains.identity import Device, NewMember
from stakehouse.domains.identity.service.sessions import open_member_session
from stakehouse.domains.ledger import Act, Code, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import Database, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.embedded.home import Home, free_port, read_home
from stakehouse.infra.embedded.postgres import APP_ROLE, SUPERUSER, postgres_at
from stakehouse.infra.tokens import Claims, Tokens
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from tests.folders import throw_away

COMMAND = (sys.executable, "-m", "stakehouse.apps.cli")
START_LIMIT_S = 180.0
STOP_LIMIT_S = 90.0
DEMO_PASSWORD = "a long and quiet evening"
TOKEN_LIFETIME = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Player:
    """A member with money, and the access token of a session of theirs."""

    member_id: MemberId
    token: str


class WholeHouse:
    """A house with all its parts; several processes serve the API."""

    def __init__(self, folder: Path | None = None, *, api_workers: int = 2) -> None:
        """Starts nothing yet.

        Args:
            folder: an empty one for its state; by default a new one that is deleted afterwards.
            api_workers: processes that serve the API.
        """
        # Short enough for a socket, and open to the user that PostgreSQL runs as.
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sh-", dir=throw_away()))
        self.folder.chmod(0o711)
        self.port = free_port()
        self.output = self.folder / "up.log"
        self._environment = {
            **os.environ,  # noqa: TID251 - the path and the locale of whoever runs the tests
            "STAKEHOUSE_HOME": str(self.folder / "home"),
            "STAKEHOUSE_PORT": str(self.port),
            "STAKEHOUSE_API_WORKERS": str(api_workers),
            "STAKEHOUSE_LOG_LEVEL": "warning",
            "STAKEHOUSE_DEMO_PASSWORD": DEMO_PASSWORD,
            # Else each of its processes compiles the whole program at its start.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the house, or starts it again after it was killed; returns when it is ready."""
        with self.output.open("ab") as output:
            self._process = subprocess.Popen(
                [*COMMAND, "up"], env=self._environment, stdout=output, stderr=output, start_new_session=True
            )
        self.wait_until_ready(START_LIMIT_S)

    def stop(self) -> None:
        """Asks the house to stop, and waits until it has."""
        process = self._running()
        process.send_signal(signal.SIGINT)
        process.wait(STOP_LIMIT_S)

    def kill(self) -> None:
        """Kills the parent of all parts; they are to follow it by themselves."""
        process = self._running()
        process.kill()
        process.wait()

    def discard(self) -> None:
        """Stops whatever runs and deletes the folder."""
        with suppress(subprocess.TimeoutExpired):
            if self._process is not None and self._process.poll() is None:
                self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait_until_ready(self, limit_s: float) -> float:
        """Waits until all that serve say that they are ready; answers how long it took."""
        started = time.monotonic()
        while not self.is_ready():
            assert self._running().poll() is None, self.output.read_text()[-2000:]
            assert time.monotonic() - started < limit_s, f"not ready again within {limit_s:.0f} s"
            time.sleep(0.1)
        return time.monotonic() - started

    def is_ready(self) -> bool:
        """Whether all parts serve at this moment."""
        try:
            ports = (self.port, *(self.home.memory.ports[part] for part in ("worker", "wallet")))
        except (HouseFault, KeyError):
            return False
        return all(_answers_ready(port) for port in ports)

    def part(self, name: str) -> psutil.Process | None:
        """The process of a part, if it runs: postgres, nats-server, sandpay, worker, wallet or api."""
        for child in self._children(self._running().pid):
            with suppress(psutil.Error):
                if child.name() == name or child.cmdline()[-1:] == [name]:
                    return child
        return None

    def api_workers(self) -> list[psutil.Process]:
        """The processes that serve the API."""
        api = self.part("api")
        return [] if api is None else self._children(api.pid)

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Runs one of the house's own commands against it."""
        return subprocess.run(
            [*COMMAND, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    @property
    def home(self) -> Home:
        """The state folder."""
        return read_home(self.folder / "home")

    @property
    def nats_url(self) -> str:
        """The address of the broker."""
        memory = self.home.memory
        return f"nats://{memory.secrets.nats}@127.0.0.1:{memory.ports['nats']}"

    def database_url(self, role: str = APP_ROLE) -> str:
        """The address of the database as a role."""
        home = self.home
        server = postgres_at(
            home.postgres,
            port=home.memory.ports["postgres"],
            secrets=home.memory.secrets,
            log=home.log("postgres"),
        )
        return server.url(role)

    async def rows(self, query: str, *values: object) -> list[Any]:
        """What really lies in the tables, seen by the superuser."""
        connection = await asyncpg.connect(self.database_url(SUPERUSER), timeout=20)
        try:
            return list(await connection.fetch(query, *values))
        finally:
            await connection.close()

    async def tenant_id(self, slug: str = "lucky") -> TenantId:
        """The id of a seeded tenant."""
        [row] = await self.rows("SELECT id FROM tenants WHERE slug = $1", slug)
        return TenantId(row["id"])

    async def players(self, opening_units: Sequence[int], *, slug: str = "lucky") -> list[Player]:
        """New members, one for each opening balance, signed in and taking part in the jackpots."""
        tenant_id = await self.tenant_id(slug)
        tokens = Tokens(Vault(parse_masters(self.home.memory.secrets.master_key)))
        database = await open_database(self.database_url())
        try:
            return [await _player(database, tokens, tenant_id, units) for units in opening_units]
        finally:
            await database.close()

    def _running(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "the house was started"
        return self._process

    @staticmethod
    def _children(process_id: int) -> list[psutil.Process]:
        try:
            return psutil.Process(process_id).children()
        except psutil.NoSuchProcess:
            return []


async def _player(database: Database, tokens: Tokens, tenant_id: TenantId, opening_units: int) -> Player:
    now, name = system_clock(), f"p{new_id().hex[-12:]}"
    async with begin(database, tenant_id=tenant_id, actor=system("test"), now=now) as tx:
        user_id = await identity.ensure_user(tx, f"{name}@example.com", "nobody signs in", name="")
        member_id = await identity.enrol(tx, NewMember(user_id, name, date(1990, 5, 1), "DE", "EUR", "en"))
        assert member_id is not None
        session = await open_member_session(
            tx, user_id, member_id, methods=("pwd",), device=Device("test", "127.0.0.1")
        )
        for view in await jackpots.ticker(tx):
            await jackpots.choose(tx, member_id, view.jackpot.id, is_opted_in=True)
        external, wallet = House(HouseKind.ADJUSTMENTS, "EUR"), Wallet(member_id, WalletKind.MAIN, "EUR")
        await ledger.post_all(
            tx,
            [
                (
                    Act("opening", member_id, "opening", b"opening", Subject("member", member_id), member_id),
                    [Movement(Code.ADJUSTMENT, external, wallet, opening_units)],
                )
            ],
        )
    claims = Claims(
        user_id=user_id,
        tenant_id=tenant_id,
        member_id=member_id,
        session_id=session.session_id,
        audience="player",
        methods=("pwd",),
        roles_version=0,
        expires_at=now + TOKEN_LIFETIME,
    )
    return Player(member_id, tokens.mint(claims, now))


def _answers_ready(port: int) -> bool:
    link = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        link.request("GET", "/health/ready")
        return link.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        link.close()
