"""The state folder: what a house on one machine remembers between two starts."""

import os
import secrets
import shutil
import socket
import tempfile
import time
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psutil

from stakehouse.infra.embedded.fault import HouseFault, storage_fault

FORMAT = 1
"""Version of the folder's layout; a folder of another version is refused, never converted."""

CONTENT = (
    "postgres",
    "postgres.new",
    "sockets",
    "nats",
    "sandpay",
    "objects",
    "wallet.sock",
    "wallet.sock.lock",
    "logs",
    "house.json",
    "lock",
)
"""All that a house puts into its folder; deleting one touches nothing else."""

FREE_AT_FIRST = 400 * 1024 * 1024
FREE_LATER = 64 * 1024 * 1024
FOLDER_MODE = 0o711
"""Others may pass through to what is theirs (the database's user), and read nothing."""

PORT_FIRST = 20_000
PORT_COUNT = 12_000
PORT_TRIES = 200
PATIENT_POLL_S = 0.1
RESET = "'make reset' deletes the folder and starts afresh."


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """Passwords and keys of the embedded parts, generated once.

    Attributes:
        superuser: password of the database's superuser.
        owner: password of the role that owns the tables and migrates.
        app: password of the bound role that serves.
        nats: token for the broker.
        master_key: 32 bytes, base64: the key that encrypts the keys of the house.
        sandpay: from which the payment simulator derives the keys of its merchants.
        demo_password: password of the seeded sign-ins.
    """

    superuser: str
    owner: str
    app: str
    nats: str
    master_key: str
    sandpay: str
    demo_password: str


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What ``house.json`` holds.

    Attributes:
        format: version of the folder's layout.
        ports: the port of each part that chose one.
        secrets: passwords and keys.
        prepared: mark of the schema and the seeds that the database was last brought to.
    """

    format: int
    ports: dict[str, int]
    secrets: Secrets
    prepared: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A state folder that may be used.

    Attributes:
        path: the folder.
        memory: what it remembers.
        is_new: whether this start made it.
    """

    path: Path
    memory: Memory
    is_new: bool = False

    @property
    def postgres(self) -> Path:
        """The data folder of PostgreSQL."""
        return self.path / "postgres"

    @property
    def nats(self) -> Path:
        """The folder of the broker: configuration and streams."""
        return self.path / "nats"

    @property
    def sandpay(self) -> Path:
        """The folder of the payment simulator's books."""
        return self.path / "sandpay"

    @property
    def objects(self) -> Path:
        """The folder of uploads and archives."""
        return self.path / "objects"

    def log(self, part: str) -> Path:
        """The log of a part."""
        return self.path / "logs" / f"{part}.log"


def open_home(path: Path, *, demo_password: str | None = None) -> Home:
    """Makes the state folder, or checks the one that is there.

    Args:
        path: the folder; made with its parents.
        demo_password: password of the seeded sign-ins; if not given, the folder's own, or a new one.

    Raises:
        HouseFault: the folder cannot be written, is full, damaged, or of another version.
    """
    try:
        path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        _try_to_write(path)
        free = shutil.disk_usage(path).free
    except OSError as error:
        raise storage_fault(path, error) from error
    memory_path = path / "house.json"
    is_new = not memory_path.exists()
    if free < (FREE_AT_FIRST if is_new else FREE_LATER):
        raise HouseFault(
            f"The disk that holds {path} has only {free // 1024 // 1024} MB left.",
            "Free some space, or let STAKEHOUSE_HOME name a folder on another disk.",
        )
    if not is_new:
        return _with_password(read_home(path), demo_password)
    if (path / "postgres").exists():
        raise HouseFault(
            f"{path} holds a database but not house.json, which holds its passwords.",
            f"Bring the file back from a copy of the folder, or give the data up: {RESET}",
        )
    memory = Memory(format=FORMAT, ports={}, secrets=_new_secrets(demo_password))
    _remember(path, memory)
    return Home(path, memory, is_new=True)


def read_home(path: Path) -> Home:
    """The state folder as it is, without changing it.

    Raises:
        HouseFault: there is none, or it is damaged or of another version.
    """
    memory_path = path / "house.json"
    try:
        memory = msgspec.json.decode(memory_path.read_bytes(), type=Memory)
    except FileNotFoundError as error:
        raise HouseFault(f"There is no house in {path}.", "Start one with 'make up'.") from error
    except OSError as error:
        raise storage_fault(memory_path, error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HouseFault(
            f"{memory_path} is damaged ({error}).",
            f"Bring it back from a copy of the folder, or give the data up: {RESET}",
        ) from error
    if memory.format != FORMAT:
        raise HouseFault(
            f"{path} has the layout of version {memory.format}; this program knows {FORMAT}.",
            f"Use the program that made it, or let STAKEHOUSE_HOME name another folder. {RESET}",
        )
    return Home(path, memory)


def remembered_port(home: Home, part: str, *, asked: int | None, setting: str) -> tuple[Home, int]:
    """The port of a part: the one asked for, else the one it had, else a free one.

    Raises:
        HouseFault: the port asked for is taken.
    """
    if asked is not None:
        ensure_free(asked, setting)
        port = asked
    else:
        port = home.memory.ports.get(part, 0)
        if port == 0 or not is_free(port):
            port = free_port()
    if home.memory.ports.get(part) == port:
        return home, port
    memory = msgspec.structs.replace(home.memory, ports=home.memory.ports | {part: port})
    _remember(home.path, memory)
    return Home(home.path, memory, is_new=home.is_new), port


def remember_prepared(home: Home, mark: str) -> Home:
    """The folder, with a note of what its database was brought to."""
    memory = msgspec.structs.replace(home.memory, prepared=mark)
    _remember(home.path, memory)
    return Home(home.path, memory, is_new=home.is_new)


def wipe(path: Path) -> tuple[Path, ...]:
    """Deletes a state folder; answers what was not ours and therefore stayed."""
    for name in CONTENT:
        entry = path / name
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink(missing_ok=True)
    strangers = tuple(path.iterdir()) if path.exists() else ()
    if path.exists() and not strangers:
        path.rmdir()
    return strangers


def ensure_free(port: int, setting: str, *, patience_s: float = 0.0) -> None:
    """Raises the fault that names port, holder and setting if another program listens there.

    Args:
        port: on which somebody wants to listen.
        setting: the variable that chooses it.
        patience_s: how long the holder may take to go, where it is known to be leaving.
    """
    until = time.monotonic() + patience_s
    while not is_free(port):
        if time.monotonic() >= until:
            raise HouseFault(
                f"Port {port} on 127.0.0.1 is taken by another program{_holder(port)}.",
                f"Stop that program, or choose another port: {setting}={port + 1} make up",
            )
        time.sleep(PATIENT_POLL_S)


def is_free(port: int) -> bool:
    """Whether a server could listen on a port of this machine now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # Connections that are only closing do not stop a server, and must not stop us.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that nobody uses, below those that the system hands to outgoing connections."""
    for _ in range(PORT_TRIES):
        port = PORT_FIRST + secrets.randbelow(PORT_COUNT)
        if is_free(port):
            return port
    raise HouseFault(
        f"No free port was found between {PORT_FIRST} and {PORT_FIRST + PORT_COUNT}.",
        "Stop some of the programs that listen there.",
    )


def write_privately(path: Path, content: bytes) -> None:
    """Replaces a file that only its owner may read, completely or not at all."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise storage_fault(path, error) from error


def _remember(path: Path, memory: Memory) -> None:
    write_privately(path / "house.json", msgspec.json.format(msgspec.json.encode(memory)) + b"\n")


def _with_password(home: Home, demo_password: str | None) -> Home:
    """The folder with another password for the seeded sign-ins, if one is asked for."""
    known = home.memory.secrets
    if demo_password is None or demo_password == known.demo_password:
        return home
    memory = msgspec.structs.replace(
        home.memory, secrets=msgspec.structs.replace(known, demo_password=demo_password)
    )
    _remember(home.path, memory)
    return Home(home.path, memory)


def _new_secrets(demo_password: str | None) -> Secrets:
    return Secrets(
        superuser=secrets.token_urlsafe(24),
        owner=secrets.token_urlsafe(24),
        app=secrets.token_urlsafe(24),
        nats=secrets.token_urlsafe(24),
        master_key=b64encode(secrets.token_bytes(32)).decode(),
        sandpay=secrets.token_urlsafe(24),
        demo_password=demo_password or secrets.token_urlsafe(12),
    )


def _try_to_write(path: Path) -> None:
    with tempfile.TemporaryFile(dir=path) as probe:
        probe.write(b"\0" * 4096)
        probe.flush()
        os.fsync(probe.fileno())


def _holder(port: int) -> str:
    """Who listens on a port, as far as this user may know."""
    with suppress(psutil.Error):
        for connection in psutil.net_connections("tcp"):
            if connection.status != psutil.CONN_LISTEN or not connection.pid:
                continue
            if connection.laddr and connection.laddr[1] == port:
                return f" ({psutil.Process(connection.pid).name()}, process {connection.pid})"
    return ""
