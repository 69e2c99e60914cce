"""Every setting of the house, read from the environment once: here and nowhere else.

A setting is an environment variable with the prefix ``STAKEHOUSE_``. In embedded mode nothing
needs to be set: what is missing (addresses, passwords, keys) comes from the state folder.
"""

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from stakehouse.infra.courier import PATH_MAX
from stakehouse.infra.crypto import Vault
from stakehouse.infra.embedded import Home, HouseFault, read_home
from stakehouse.infra.embedded.nats import Nats
from stakehouse.infra.embedded.postgres import APP_ROLE, OWNER_ROLE, postgres_at
from stakehouse.infra.objects import Objects, open_objects
from stakehouse.infra.resolver import DnsResolver, Resolver, ZoneFile

CHECKOUT = Path(__file__).resolve().parents[3]

WORKER_PORT, WALLET_PORT = 8001, 8002
"""Of the health and metrics of a worker and of the wallet engine where nothing else is said."""

Port = Annotated[int, Field(ge=1, le=65535)]


class Environment(Enum):
    """What the house is for; decides what it may leave open."""

    EMBEDDED = "embedded"
    """One machine, seeded sign-ins without second factor, a mailbox that anybody can read."""

    PRODUCTION = "production"
    """Real people and money: every address and key is given from outside."""


class Settings(BaseSettings):
    """What a person can set.

    Attributes:
        env: embedded or production.
        home: the state folder of the embedded parts.
        host: the address on which the API listens.
        port: the port on which the API listens.
        public_url: how the outside reaches the API; links in mails begin with it.
        api_workers: processes that serve the API.
        log_level: least serious log lines that are kept.
        database_url: a PostgreSQL server instead of the embedded one, as the bound role.
        database_owner_url: the same database as the role that owns the tables and migrates.
        postgres_port: port of the embedded PostgreSQL; a free one is chosen and remembered.
        nats_url: a NATS server instead of the embedded one.
        nats_port: port of the embedded NATS; a free one is chosen and remembered.
        sandpay_port: port of the payment simulator; a free one is chosen and remembered.
        sandid_port: port of the simulated vendor of identity checks; likewise.
        sandstop_port: port of the simulated national register of exclusions; likewise.
        worker_port: port of a worker's health and metrics; embedded mode chooses and remembers one.
        wallet_socket: where ``stakehouse wallet`` takes bets from the API's processes on this machine;
            without one each of them carries its own out. Embedded mode has one in its folder.
        wallet_port: port of the health and metrics of ``stakehouse wallet``; likewise.
        master_key: 32 bytes in base64 that encrypt the keys of the house; embedded mode makes one.
        demo_password: password of the seeded sign-ins; embedded mode makes one.
        smtp_url: where mail is handed over, ``smtp://user:password@host:587?sender=mail@house.example``;
            embedded mode keeps mail in a mailbox of its own unless it is set.
        sms_url: where text messages are handed over, ``https://gateway.example/v1/messages?token=…``;
            without it only an embedded house sends any, to its mailbox.
        object_store_url: where uploads and archives lie, ``file:///folder`` or
            ``s3://key:secret@bucket/prefix?region=…&endpoint=…``; embedded mode keeps them in its folder.
    """

    model_config = SettingsConfigDict(env_prefix="STAKEHOUSE_", frozen=True, env_ignore_empty=True)

    env: Environment = Environment.EMBEDDED
    home: Path = CHECKOUT / ".stakehouse"
    host: str = "127.0.0.1"
    port: Port = 8000
    public_url: str | None = None
    api_workers: int = Field(default=1, ge=1, le=64)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    database_url: SecretStr | None = None
    database_owner_url: SecretStr | None = None
    postgres_port: Port | None = None
    nats_url: SecretStr | None = None
    nats_port: Port | None = None
    sandpay_port: Port | None = None
    sandid_port: Port | None = None
    sandstop_port: Port | None = None
    worker_port: Port | None = None
    wallet_socket: Path | None = None
    wallet_port: Port | None = None
    master_key: SecretStr | None = None
    smtp_url: SecretStr | None = None
    sms_url: SecretStr | None = None
    object_store_url: SecretStr | None = None
    demo_password: SecretStr | None = Field(default=None, min_length=8)

    @property
    def is_embedded(self) -> bool:
        """Whether the conveniences of a house on one machine are on."""
        return self.env is Environment.EMBEDDED

    @property
    def url(self) -> str:
        """How the outside reaches the API, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def wallet(self) -> Path | None:
        """The socket of the process that keeps the wallet engine; ``None`` where there is to be none."""
        if self.wallet_socket is not None or not self.is_embedded:
            return self.wallet_socket
        socket = self.home / "wallet.sock"
        # Names of sockets are short; a folder that lies too deep has a house without that process.
        return socket if len(os.fsencode(socket)) <= PATH_MAX else None


@dataclass(frozen=True, slots=True)
class Sandpay:
    """The payment simulator beside the house.

    Attributes:
        port: where it listens on 127.0.0.1.
        folder: where its books lie.
        secret: from which it derives the keys of its merchants.
    """

    port: int
    folder: Path
    secret: SecretStr

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class Simulator:
    """A played service beside the house, of which nothing but its port need be known.

    Attributes:
        port: where it listens on 127.0.0.1.
    """

    port: int

    @property
    def url(self) -> str:
        """Where its API is."""
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class Resources:
    """The addresses and keys that a process works with, complete.

    Attributes:
        database_url: PostgreSQL as the bound role.
        database_owner_url: PostgreSQL as the owner; only migrations and seeds of the platform use it.
        nats_url: the broker.
        master_key: encrypts the keys of the house.
        demo_password: of the seeded sign-ins; ``None`` outside embedded mode.
        sandpay: the payment simulator; ``None`` where it does not run.
        sandid: the simulated vendor of identity checks; ``None`` where it does not run.
        sandstop: the simulated national register of exclusions; ``None`` where it does not run.
        worker_port: where a worker serves its health and metrics.
        wallet: the socket of the process that keeps the wallet engine; ``None`` where there is none.
        wallet_port: where that process serves its health and metrics.
        smtp_url: where a worker hands mail over; ``None`` keeps it in the mailbox of an embedded house.
        sms_url: where a worker hands text messages over; ``None`` where nobody carries them but the mailbox.
        zone: the file that stands for the DNS in an embedded house; ``None`` for the DNS itself.
        object_store_url: where objects lie; ``None`` where nobody said it outside embedded mode.
    """

    database_url: SecretStr
    database_owner_url: SecretStr
    nats_url: SecretStr
    master_key: SecretStr
    demo_password: SecretStr | None
    sandpay: Sandpay | None
    worker_port: int
    wallet: Path | None = None
    wallet_port: int = WALLET_PORT
    sandid: Simulator | None = None
    sandstop: Simulator | None = None
    smtp_url: SecretStr | None = None
    sms_url: SecretStr | None = None
    zone: Path | None = None
    object_store_url: SecretStr | None = None

    @property
    def simulators(self) -> tuple[str, ...]:
        """``host:port`` of the house's own simulators, which need no public address."""
        played = (self.sandpay, self.sandid, self.sandstop)
        ports = [simulator.port for simulator in played if simulator is not None]
        return tuple(f"127.0.0.1:{port}" for port in ports)

    @property
    def resolver(self) -> Resolver:
        """Who looks names up: the DNS, or the zone in a file of an embedded house."""
        return DnsResolver() if self.zone is None else ZoneFile(self.zone)

    def objects(self, vault: Vault) -> Objects:
        """The objects of all tenants.

        Raises:
            HouseFault: nothing says where they lie, or not in a form that we know.
        """
        if self.object_store_url is None:
            raise _missing("OBJECT_STORE_URL")
        try:
            return open_objects(self.object_store_url.get_secret_value(), vault)
        except ValueError as error:
            raise HouseFault(
                f"STAKEHOUSE_OBJECT_STORE_URL makes no sense: {error}.", "Correct the variable, or unset it."
            ) from None


def load_settings() -> Settings:
    """Reads the environment.

    Raises:
        HouseFault: a value makes no sense; names the variable.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = "STAKEHOUSE_" + "_".join(str(part) for part in first["loc"]).upper()
        raise HouseFault(
            f"{name} makes no sense: {first['msg']}.", "Correct the variable, or unset it."
        ) from None
    return settings.model_copy(update={"home": settings.home.expanduser().absolute()})


def resources(settings: Settings) -> Resources:
    """The addresses and keys: those that are set, and in embedded mode those of the state folder.

    Raises:
        HouseFault: something is missing; names the variable or says how to start the house.
    """
    home = read_home(settings.home) if settings.is_embedded else None
    return Resources(
        database_url=settings.database_url or _of_postgres(home, APP_ROLE, "DATABASE_URL"),
        database_owner_url=settings.database_owner_url
        or _of_postgres(home, OWNER_ROLE, "DATABASE_OWNER_URL"),
        nats_url=settings.nats_url or _of_nats(home),
        master_key=settings.master_key or _of_memory(home),
        demo_password=None if home is None else SecretStr(home.memory.secrets.demo_password),
        sandpay=_of_sandpay(home),
        sandid=_simulator(home, "sandid"),
        sandstop=_simulator(home, "sandstop"),
        zone=settings.home / "zone.txt" if settings.is_embedded else None,
        worker_port=settings.worker_port or _remembered(home, "worker") or WORKER_PORT,
        wallet=settings.wallet,
        wallet_port=settings.wallet_port or _remembered(home, "wallet") or WALLET_PORT,
        smtp_url=settings.smtp_url,
        sms_url=settings.sms_url,
        object_store_url=settings.object_store_url
        or (None if home is None else SecretStr(home.objects.as_uri())),
    )


def _of_postgres(home: Home | None, role: str, variable: str) -> SecretStr:
    if home is None or "postgres" not in home.memory.ports:
        raise _missing(variable)
    port, secrets = home.memory.ports["postgres"], home.memory.secrets
    server = postgres_at(home.postgres, port=port, secrets=secrets, log=home.log("postgres"))
    return SecretStr(server.url(role))


def _of_nats(home: Home | None) -> SecretStr:
    if home is None or "nats" not in home.memory.ports:
        raise _missing("NATS_URL")
    return SecretStr(
        Nats(home.nats, home.memory.ports["nats"], home.memory.secrets.nats, home.log("nats")).url
    )


def _of_memory(home: Home | None) -> SecretStr:
    if home is None:
        raise _missing("MASTER_KEY")
    return SecretStr(home.memory.secrets.master_key)


def _remembered(home: Home | None, part: str) -> int | None:
    return None if home is None else home.memory.ports.get(part)


def _simulator(home: Home | None, part: str) -> Simulator | None:
    port = _remembered(home, part)
    return None if port is None else Simulator(port)


def _of_sandpay(home: Home | None) -> Sandpay | None:
    port = None if home is None else home.memory.ports.get("sandpay")
    if home is None or port is None:
        return None
    return Sandpay(port=port, folder=home.sandpay, secret=SecretStr(home.memory.secrets.sandpay))


def _missing(variable: str) -> HouseFault:
    return HouseFault(
        f"STAKEHOUSE_{variable} is not set.",
        "Set it, or start a house with embedded parts: make up",
    )
