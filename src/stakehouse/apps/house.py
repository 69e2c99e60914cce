"""The whole house on one machine: its parts in order, and what the person in front of it sees."""

import hashlib
import http.client
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from stakehouse.apps.settings import CHECKOUT, Settings
from stakehouse.infra.embedded import (
    Home,
    HouseFault,
    Part,
    Supervisor,
    ensure_free,
    lock_home,
    open_home,
    remember_prepared,
    remembered_port,
    run_to_end,
)
from stakehouse.infra.embedded import nats as broker
from stakehouse.infra.embedded import postgres as database

COMMAND = (sys.executable, "-m", "stakehouse.apps.cli")
"""How the house calls itself, whatever the search path says."""

PREPARATIONS = (
    ("Schema", "migration", ("db", "upgrade")),
    ("Three houses and their people", "seed", ("seed",)),
)
"""Title, log and command of what the database needs before it is served."""

PREPARED_BY = (CHECKOUT / "migrations", Path(__file__).with_name("seed"))
"""What decides whether it needs that again."""

SIMULATORS = ("sandpay", "sandid", "sandstop")
"""The services around the house that are played; each is a part, a port and a command of its own."""

PREPARATION_LIMIT_S = 1800
READY_LIMIT_S = 120
LEAVING_LIMIT_S = 30.0


class Progress:
    """Tells the person what happens: one line a step, with a spinner where there is a terminal."""

    def __init__(self, console: Console) -> None:
        """Tells it on a console."""
        self._console = console

    @contextmanager
    def step(self, title: str) -> Iterator[list[str]]:
        """A step; what the block adds to the list is printed beside the title."""
        started = time.monotonic()
        remarks: list[str] = []
        with self._console.status(f"{title} …") if self._console.is_terminal else _silence():
            yield remarks
        remark = escape(" ".join(remarks))
        self._console.print(f"[green]✓[/] {title} [dim]{remark} ({time.monotonic() - started:.1f} s)[/]")

    def line(self, text: str) -> None:
        """Something that happened by itself, with the time of day."""
        self._console.print(f"[yellow]![/] {time.strftime('%H:%M:%S')} {escape(text)}", soft_wrap=True)


def stand(settings: Settings, console: Console, *, show_password: bool) -> None:
    """Starts everything and looks after it; returns only by an exception, with everything stopped.

    Raises:
        StopRequested: a person or the system asked the house to stop.
        HouseFault: something around it is wrong.
    """
    if not settings.is_embedded:
        raise HouseFault(
            "'stakehouse up' starts embedded parts, and STAKEHOUSE_ENV is production.",
            "Run 'stakehouse db upgrade', then 'stakehouse api' and 'stakehouse worker'.",
        )
    progress = Progress(console)
    started = time.monotonic()
    with lock_home(settings.home) as was_killed:
        # The parts of a parent that was killed stop by themselves, which takes them a moment.
        patience_s = LEAVING_LIMIT_S if was_killed else 0.0
        ensure_free(settings.port, "STAKEHOUSE_PORT", patience_s=patience_s)
        database.wait_until_gone(settings.home / "postgres")
        demo_password = None if settings.demo_password is None else settings.demo_password.get_secret_value()
        home = open_home(settings.home, demo_password=demo_password)
        supervisor = Supervisor(progress.line)
        try:
            home = _start_parts(settings, home, supervisor, progress)
            console.print(_welcome(settings, home, show_password=show_password or home.is_new))
            console.print(
                f"[dim]The house stands after {time.monotonic() - started:.1f} s. Ctrl-C stops it.[/]"
            )
            supervisor.watch()
        finally:
            with progress.step("Everything stopped"):
                supervisor.stop()


def _start_parts(settings: Settings, home: Home, supervisor: Supervisor, progress: Progress) -> Home:
    """Starts the parts; whoever needs nobody boots while the others do."""
    home = _choose_ports(settings, home)
    ports, secrets = home.memory.ports, home.memory.secrets
    are_ready = [supervisor.begin(_simulator(home, name)) for name in SIMULATORS]
    if settings.database_url is None:
        with progress.step("PostgreSQL") as remarks:
            server = database.postgres_at(
                home.postgres, port=ports["postgres"], secrets=secrets, log=home.log("postgres")
            )
            supervisor.start(database.prepare(server))
            remarks.append(f"127.0.0.1:{server.port}")
    if settings.nats_url is None:
        with progress.step("NATS") as remarks:
            bus = broker.Nats(home.nats, ports["nats"], secrets.nats, home.log("nats"))
            supervisor.start(broker.prepare(bus))
            remarks.append(f"127.0.0.1:{bus.port}")
    home = _prepare_database(settings, home, progress)
    with progress.step("Simulators of payments, identity checks and a national register") as remarks:
        for is_ready in are_ready:
            is_ready()
        remarks.append(", ".join(f"http://127.0.0.1:{ports[name]}" for name in SIMULATORS))
    with progress.step("API, wallet engine and worker") as remarks:
        supervisor.begin(_process(home, "worker", ("worker",), lambda: True))
        if settings.wallet is not None:
            supervisor.begin(_process(home, "wallet", ("wallet",), lambda: True))
        supervisor.begin(_process(home, "api", ("api",), lambda: True))
        serving = [settings.port, ports["worker"]] + ([] if settings.wallet is None else [ports["wallet"]])
        supervisor.wait_for(lambda: all(_answers_ready(port) for port in serving), limit_s=READY_LIMIT_S)
        remarks.append(settings.url)
    return home


def _choose_ports(settings: Settings, home: Home) -> Home:
    """The folder with the ports of all parts, before the first part reads them there."""
    asked = {
        "postgres": settings.postgres_port,
        "nats": settings.nats_port,
        "sandpay": settings.sandpay_port,
        "sandid": settings.sandid_port,
        "sandstop": settings.sandstop_port,
        "worker": settings.worker_port,
        "wallet": settings.wallet_port,
    }
    for part, port in asked.items():
        home, _ = remembered_port(home, part, asked=port, setting=f"STAKEHOUSE_{part.upper()}_PORT")
    return home


def _prepare_database(settings: Settings, home: Home, progress: Progress) -> Home:
    """Brings the database to this program's schema and seeds, unless it is known to be there."""
    mark = _mark(home)
    if settings.database_url is None and home.memory.prepared == mark:
        return home
    for title, name, arguments in PREPARATIONS:
        with progress.step(title):
            run_to_end(name, (*COMMAND, *arguments), home.log(name), limit_s=PREPARATION_LIMIT_S)
    return remember_prepared(home, mark)


def _mark(home: Home) -> str:
    """A digest of all that the database must have been brought to."""
    digest = hashlib.sha256(home.memory.secrets.demo_password.encode())
    # The seed tells each house where its simulators are.
    digest.update(str([home.memory.ports.get(name) for name in SIMULATORS]).encode())
    for folder in PREPARED_BY:
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _simulator(home: Home, name: str) -> Part:
    """A process that plays a service around the house."""
    port = home.memory.ports[name]
    return _process(home, name, ("simulate", name), lambda: _listens(port))


def _process(home: Home, name: str, arguments: tuple[str, ...], is_ready: Callable[[], bool]) -> Part:
    """A process of our own program."""
    return Part(
        name=name,
        command=(*COMMAND, *arguments),
        log=home.log(name),
        is_ready=lambda _process_id: is_ready(),
    )


def _listens(port: int) -> bool:
    """Whether something takes connections on a port of this machine."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def _answers_ready(port: int) -> bool:
    """Whether the API says that all parts are ready."""
    with (
        suppress(OSError, http.client.HTTPException),
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as link,
    ):
        link.request("GET", "/health/ready")
        return link.getresponse().status == http.HTTPStatus.OK
    return False


def _welcome(settings: Settings, home: Home, *, show_password: bool) -> Table:
    """Addresses and sign-ins."""
    password = (
        home.memory.secrets.demo_password if show_password else "shown by: stakehouse up --show-password"
    )
    table = Table.grid(padding=(0, 3))
    rows = (
        ("Player app", f"{settings.url}/"),
        ("Back-office", f"{settings.url}/backoffice"),
        ("Mailbox", f"{settings.url}/dev/mailbox"),
        ("Player", "player@lucky.test"),
        ("Operators", "owner@lucky.test, owner@bistro.test, owner@resort.test"),
        ("Other staff", "admin@, finance@, compliance@, support@, analyst@, cashier@ … of each"),
        ("Platform", "root@stakehouse.test, second@stakehouse.test"),
        ("Password", password),
        ("State folder", str(_shorter(home.path))),
    )
    for name, value in rows:
        table.add_row(f"[bold]{name}[/]", escape(value))
    return table


def _shorter(path: Path) -> Path:
    """The path as one would type it here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


@contextmanager
def _silence() -> Iterator[None]:
    yield
