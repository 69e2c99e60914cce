"""NATS with JetStream from its wheel: every message on the disk before it is acknowledged."""

import json
import shutil
import socket
import sysconfig
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stakehouse.infra.embedded.fault import HouseFault, storage_fault
from stakehouse.infra.embedded.home import RESET, write_privately
from stakehouse.infra.embedded.process import Part

# ``sync_interval: always`` because the default acknowledges at once and flushes two minutes later.
CONFIGURATION = """\
server_name: "stakehouse"
listen: "127.0.0.1:{port}"
authorization {{ token: "{token}" }}
max_payload: 1MB
write_deadline: "10s"
jetstream {{
  store_dir: "{store}"
  sync_interval: always
  max_memory_store: 64MB
  max_file_store: 4GB
}}
"""


@dataclass(frozen=True, slots=True)
class Nats:
    """An embedded broker.

    Attributes:
        folder: its configuration and its streams.
        port: where it listens on 127.0.0.1.
        token: what a client must show.
        log: the file that takes its messages.
    """

    folder: Path
    port: int
    token: str
    log: Path

    @property
    def url(self) -> str:
        """The address with the token."""
        return f"nats://{self.token}@127.0.0.1:{self.port}"


def prepare(broker: Nats) -> Part:
    """Writes the configuration and describes the part."""
    try:
        broker.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage_fault(broker.folder, error) from error
    configuration = broker.folder / "nats.conf"
    text = CONFIGURATION.format(port=broker.port, token=broker.token, store=broker.folder / "streams")
    write_privately(configuration, text.encode())
    return Part(
        name="nats",
        command=(program(), "--config", str(configuration)),
        log=broker.log,
        is_ready=lambda _process_id: _has_jetstream(broker.port),
        ready_limit_s=60,
        stop_limit_s=20,
        explain=_explain,
    )


def program() -> str:
    """The path of the server that the wheel installed beside the interpreter."""
    scripts = sysconfig.get_path("scripts")
    found = shutil.which("nats-server", path=scripts)
    if found is None:
        raise HouseFault(f"nats-server is missing from {scripts}.", "Install the dependencies: make install")
    return found


def _has_jetstream(port: int) -> bool:
    """Whether the broker greets, and greets with its streams loaded."""
    with suppress(OSError, ValueError), socket.create_connection(("127.0.0.1", port), 1) as link:
        greeting = link.makefile("rb").readline(65536)
        return bool(json.loads(greeting.removeprefix(b"INFO ")).get("jetstream", False))
    return False


def _explain(lines: tuple[str, ...]) -> str | None:
    text = "\n".join(lines)
    if "no space left" in text.lower():
        return "The disk is full. Free some space and start again; nothing is lost."
    if "address already in use" in text:
        return "Its port was taken in the meantime. Start again; another one will be chosen."
    faults = [line for line in lines if "[ERR]" in line or "[FTL]" in line]
    if any("jetstream" in line.lower() for line in faults):
        return (
            "Its streams cannot be read. Every event is still in the database: delete the folder "
            f"'nats' of the state folder and start again. {RESET}"
        )
    return None
