"""The broker goes away, and may lose everything: acts go on, and each effect still happens once."""

import asyncio
import secrets
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from stakehouse.infra.embedded import halt, spawn, wait_until_ready
from stakehouse.infra.embedded import nats as broker
from stakehouse.infra.embedded.home import free_port
from tests.databases import TestDatabase
from tests.infra.eventing.world import CHRONICLE, CROWD, a_world, at_work


class Broker:
    """A broker that this test may kill and rob."""

    def __init__(self, folder: Path) -> None:
        self.server = broker.Nats(
            folder / "nats", free_port(), secrets.token_urlsafe(12), folder / "nats.log"
        )
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        part = broker.prepare(self.server)
        self._process = spawn(part)
        await asyncio.to_thread(wait_until_ready, part, self._process)

    def kill(self) -> None:
        assert self._process is not None, "it runs"
        self._process.kill()
        self._process.wait()

    def rob(self) -> None:
        shutil.rmtree(self.server.folder / "streams")

    def stop(self) -> None:
        if self._process is not None:
            halt(broker.prepare(self.server), self._process)


@pytest.fixture
async def own_broker(tmp_path: Path) -> AsyncIterator[Broker]:
    own = Broker(tmp_path)
    await own.start()
    yield own
    own.stop()


@pytest.mark.parametrize("is_robbed", [False, True], ids=["killed", "killed and robbed"])
async def test_what_happened_meanwhile_is_heard_once_and_in_order(
    database: TestDatabase,
    own_broker: Broker,
    is_robbed: bool,  # noqa: FBT001 - the two cases
) -> None:
    async with a_world(database, own_broker.server.url) as world, at_work(world, CROWD, CHRONICLE):
        for number in range(40):
            await world.climb(f"ladder {number % 4}", number)
        await world.until("chronicle", 40)

        own_broker.kill()
        for number in range(40, 80):
            await world.climb(f"ladder {number % 4}", number)
        if is_robbed:
            own_broker.rob()
        await own_broker.start()

        written = await world.until("chronicle", 80)
        heard = await world.marked("crowd")

    for marks in (heard, written):
        assert len(marks) == 80
        for ladder in range(4):
            wanted = [number for number in range(80) if number % 4 == ladder]
            assert [number for key, number in marks if key == f"ladder {ladder}"] == wanted
