"""A small house for tests: PostgreSQL and NATS under a supervisor. Says ``standing`` when it does."""

import sys
from pathlib import Path

from stakehouse.infra.embedded import (
    HouseFault,
    StopRequested,
    Supervisor,
    listening,
    lock_home,
    nats,
    open_home,
    postgres,
    remembered_port,
)


def main(path: Path) -> None:
    with listening(), lock_home(path):
        home = open_home(path)
        home, postgres_port = remembered_port(home, "postgres", asked=None, setting="")
        home, nats_port = remembered_port(home, "nats", asked=None, setting="")
        secrets = home.memory.secrets
        supervisor = Supervisor(say)
        try:
            server = postgres.postgres_at(
                home.postgres, port=postgres_port, secrets=secrets, log=home.log("postgres")
            )
            supervisor.start(postgres.prepare(server))
            supervisor.start(nats.prepare(nats.Nats(home.nats, nats_port, secrets.nats, home.log("nats"))))
            say("standing")
            supervisor.watch()
        finally:
            supervisor.stop()
            say("stopped")


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except StopRequested:
        sys.exit(0)
    except HouseFault as fault:
        say(f"fault: {fault} {fault.lines}")
        sys.exit(1)
