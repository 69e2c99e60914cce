"""A state folder that cannot be used is refused with a sentence and left as it was."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stakehouse.infra.embedded import (
    HouseFault,
    ensure_free,
    open_home,
    postgres,
    read_home,
    remembered_port,
    running,
)
from stakehouse.infra.embedded.home import wipe
from tests.infra.embedded.conftest import SmallHouse, contents

StartHouse = Callable[[Path], SmallHouse]


def server_in(path: Path) -> postgres.Postgres:
    home, port = remembered_port(read_home(path), "postgres", asked=None, setting="")
    return postgres.postgres_at(
        home.postgres, port=port, secrets=home.memory.secrets, log=path.with_name("postgres.log")
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_the_folder_keeps_its_secrets_to_its_owner(folder: Path) -> None:
    home = open_home(folder)

    assert (folder / "house.json").stat().st_mode & 0o777 == 0o600
    assert len(set(json.loads((folder / "house.json").read_text())["secrets"].values())) == 7
    assert read_home(folder).memory == home.memory


def test_a_password_can_be_chosen_at_first_and_later(folder: Path) -> None:
    assert open_home(folder, demo_password="first choice").memory.secrets.demo_password == "first choice"
    assert open_home(folder).memory.secrets.demo_password == "first choice"
    assert open_home(folder, demo_password="second one").memory.secrets.demo_password == "second one"
    assert read_home(folder).memory.secrets.demo_password == "second one"


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda path: write(path / "house.json", "{"), "house.json is damaged"),
        (lambda path: write(path / "house.json", "\0\xff"), "house.json is damaged"),
        (lambda path: write(path / "house.json", '{"format": 1}'), "house.json is damaged"),
        (lambda path: (path / "house.json").unlink(), "not house.json, which holds its passwords"),
    ],
)
def test_a_spoiled_folder_is_refused(bare: Path, spoil: Callable[[Path], None], problem: str) -> None:
    spoil(bare)
    before = contents(bare)

    with pytest.raises(HouseFault, match=problem) as refused:
        open_home(bare)

    assert "make reset" in refused.value.remedy
    assert contents(bare) == before


def test_a_folder_of_another_version_is_refused(bare: Path) -> None:
    memory = json.loads((bare / "house.json").read_text())
    write(bare / "house.json", json.dumps(memory | {"format": 9}))
    before = contents(bare)

    with pytest.raises(HouseFault, match="layout of version 9; this program knows 1"):
        open_home(bare)

    assert contents(bare) == before


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            lambda data: write(data / "PG_VERSION", "16\n"),
            "made by PostgreSQL of version 16; this house runs 18",
        ),
        (lambda data: write(data / "PG_VERSION", "?!\n"), "made by PostgreSQL of no known version"),
        (lambda data: (data / "PG_VERSION").unlink(), "PG_VERSION is missing"),
    ],
)
def test_data_of_another_kind_is_refused(bare: Path, spoil: Callable[[Path], None], problem: str) -> None:
    spoil(bare / "postgres")
    before = contents(bare)

    with pytest.raises(HouseFault, match=problem):
        postgres.prepare(server_in(bare))

    assert contents(bare) == before


def test_damaged_data_is_explained_and_left_alone(own: Path) -> None:
    control = own / "postgres" / "global" / "pg_control"
    damaged = bytes(byte ^ 0xFF for byte in control.read_bytes())
    control.write_bytes(damaged)
    part = postgres.prepare(server_in(own))

    with pytest.raises(HouseFault, match="postgres ended by itself") as refused, running(part):
        pass

    assert "damaged; they were left as they are" in refused.value.remedy
    assert any("incompatible with server" in line for line in refused.value.lines)
    assert control.read_bytes() == damaged


def test_a_file_in_the_way_is_named(folder: Path) -> None:
    folder.write_text("not a folder")

    with pytest.raises(HouseFault, match="is in the way"):
        open_home(folder)

    assert folder.read_text() == "not a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(folder: Path) -> None:
    folder.mkdir(mode=0o500)

    with pytest.raises(HouseFault, match="cannot be written") as refused:
        open_home(folder)

    assert "STAKEHOUSE_HOME" in refused.value.remedy


def test_a_full_disk_is_named_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly_full = shutil.disk_usage("/")._replace(free=10_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: nearly_full)

    with pytest.raises(HouseFault, match="has only 9 MB left"):
        open_home(folder)

    assert list(folder.iterdir()) == []


def test_an_interrupted_making_of_the_database_is_made_good(own: Path) -> None:
    (own / "postgres").rename(own / "postgres.new")
    (own / "postgres.new" / "PG_VERSION").unlink()

    with running(postgres.prepare(server_in(own))):
        pass

    assert not (own / "postgres.new").exists()


def test_a_process_id_file_that_lies_is_seen_through(made: Path, house: StartHouse) -> None:
    stranger = subprocess.Popen(["sleep", "60"])
    write(made / "postgres" / "postmaster.pid", f"{stranger.pid}\n{made / 'postgres'}\n0\n1\n\n\n\n")

    house(made).hear("standing")

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_taken_port_is_named_with_its_setting(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        home = open_home(folder)

        with pytest.raises(HouseFault, match=f"Port {port} .* is taken") as refused:
            remembered_port(home, "postgres", asked=port, setting="STAKEHOUSE_POSTGRES_PORT")

    assert f"process {os.getpid()}" in refused.value.problem
    assert "STAKEHOUSE_POSTGRES_PORT=" in refused.value.remedy
    ensure_free(port, "STAKEHOUSE_PORT")


def test_a_remembered_port_that_was_taken_meanwhile_is_replaced(folder: Path) -> None:
    home, port = remembered_port(open_home(folder), "postgres", asked=None, setting="")
    assert remembered_port(read_home(folder), "postgres", asked=None, setting="")[1] == port

    with socket.create_server(("127.0.0.1", port)):
        _, other = remembered_port(home, "postgres", asked=None, setting="")

    assert other != port
    assert read_home(folder).memory.ports == {"postgres": other}


def test_deleting_a_folder_spares_what_is_not_its_own(bare: Path) -> None:
    write(bare / "letters" / "to-ann.txt", "Dear Ann")

    assert wipe(bare) == (bare / "letters",)

    assert contents(bare) == {"letters/to-ann.txt": b"Dear Ann"}


def test_deleting_a_folder_deletes_it(bare: Path) -> None:
    assert wipe(bare) == ()
    assert not bare.exists()


def test_the_server_takes_nobody_without_a_password(made: Path, house: StartHouse) -> None:
    standing = house(made)
    standing.hear("standing")
    port = read_home(made).memory.ports["postgres"]
    address = f"postgresql://postgres@127.0.0.1:{port}/postgres"

    done = subprocess.run(
        [str(postgres.program("psql")), "--no-password", "--command", "SELECT 1", address],
        env=postgres.program_environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert "password" in done.stderr


def test_the_server_is_durable(made: Path, house: StartHouse) -> None:
    standing = house(made)
    standing.hear("standing")

    settings = {
        name: standing.sql(f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")
    }

    assert settings == {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
    assert standing.sql("SHOW data_checksums") == "on"
    assert "sync_interval: always" in (made / "nats" / "nats.conf").read_text()
