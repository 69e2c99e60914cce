"""A worker as a process: ready when all its parts are, patient with the bus, gone in good order."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest

from stakehouse.apps import worker
from stakehouse.apps.faces.technical import serve_technical
from tests.databases import TestDatabase

LIMIT_S = 60.0
MASTER_KEY = "1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


class Process:
    """A worker in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self.process = process
        self.port = port

    async def ready(self) -> tuple[int, dict[str, bool]]:
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"http://127.0.0.1:{self.port}/health/ready")
        return answer.status_code, answer.json()["parts"]

    async def until(self, holds: Callable[[int, dict[str, bool]], bool]) -> dict[str, bool]:
        """Asks, as a supervisor does, until what it says holds."""
        async with asyncio.timeout(LIMIT_S):
            while True:
                try:
                    status, parts = await self.ready()
                except httpx.TransportError:
                    assert self.process.returncode is None, "the worker ended"
                else:
                    if holds(status, parts):
                        return parts
                await asyncio.sleep(0.05)

    async def tells(self, metric: str) -> None:
        """Asks for its metrics until one is there: a job is counted after it is committed."""
        async with httpx.AsyncClient() as client, asyncio.timeout(LIMIT_S):
            while True:
                if metric in (await client.get(f"http://127.0.0.1:{self.port}/metrics")).text:
                    return
                await asyncio.sleep(0.05)


@asynccontextmanager
async def a_worker(database: TestDatabase, nats_url: str, port: int) -> AsyncIterator[Process]:
    environment = {
        **os.environ,  # noqa: TID251 - the child's surroundings
        "STAKEHOUSE_ENV": "production",
        "STAKEHOUSE_DATABASE_URL": database.app_url,
        "STAKEHOUSE_DATABASE_OWNER_URL": database.owner_url,
        "STAKEHOUSE_NATS_URL": nats_url,
        "STAKEHOUSE_MASTER_KEY": MASTER_KEY,
        "STAKEHOUSE_WORKER_PORT": str(port),
        "STAKEHOUSE_OBJECT_STORE_URL": "memory:",
        "STAKEHOUSE_SMTP_URL": "smtp://127.0.0.1:1?sender=house@example.com",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "stakehouse.apps.cli",
        "worker",
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        yield Process(process, port)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_it_is_ready_does_jobs_and_leaves_in_good_order(
    database: TestDatabase, nats_url: str, free_port: Callable[[], int]
) -> None:
    admin = await asyncpg.connect(database.admin_url)
    done = asyncio.Event()
    await admin.execute(
        "CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_notify('done', OLD.name); RETURN NULL; END $$; "
        "CREATE TRIGGER told AFTER DELETE ON jobs FOR EACH ROW EXECUTE FUNCTION tell()"
    )

    def hear(*told: object) -> None:
        if told[-1] == "infra.prune":
            done.set()

    await admin.add_listener("done", hear)
    async with a_worker(database, nats_url, free_port()) as one:
        parts = await one.until(lambda status, _: status == httpx.codes.OK)
        await admin.execute("SELECT stakehouse_defer('infra.prune', NULL, '{}', NULL, NULL)")
        await asyncio.wait_for(done.wait(), LIMIT_S)
        await one.tells('stakehouse_jobs_total{job="infra.prune",outcome="done"}')
        one.process.send_signal(signal.SIGTERM)
        status = await asyncio.wait_for(one.process.wait(), 30)
    await admin.close()

    assert set(parts) == {"database", "bus", "relay", "subscribers", "jobs"}
    assert status == 0


async def test_without_the_bus_jobs_are_done_and_it_says_that_it_is_not_ready(
    database: TestDatabase, free_port: Callable[[], int]
) -> None:
    async with a_worker(database, f"nats://127.0.0.1:{free_port()}", free_port()) as one:
        parts = await one.until(lambda _, parts: parts["jobs"])
        status, _ = await one.ready()
        one.process.send_signal(signal.SIGTERM)
        ended = await asyncio.wait_for(one.process.wait(), 30)

    assert (parts["bus"], parts["relay"], status) == (False, False, 503)
    assert ended == 0


def test_every_schedule_asks_for_a_job_and_every_name_is_its_domain_s() -> None:
    for name in [schedule.name for schedule in worker.SCHEDULES] + [job.name for job in worker.JOBS]:
        assert "." in name, name
    consumers = [handler.consumer for handler in worker.HANDLERS]
    assert len(consumers) == len(set(consumers))
    assert all(consumer.replace("-", "").replace("_", "").isalnum() for consumer in consumers)


@pytest.mark.parametrize("path", ["/", "/health", "/metrics/x"])
async def test_the_technical_face_knows_three_addresses(path: str) -> None:

    async def ready() -> dict[str, bool]:
        return {"part": False}

    async with await serve_technical("127.0.0.1", 0, ready) as server, httpx.AsyncClient() as client:
        port = server.sockets[0].getsockname()[1]
        unknown = await client.get(f"http://127.0.0.1:{port}{path}")
        starting = await client.get(f"http://127.0.0.1:{port}/health/ready")
        live = await client.get(f"http://127.0.0.1:{port}/health/live")

    assert (unknown.status_code, starting.status_code, live.status_code) == (404, 503, 200)
    assert json.loads(starting.content) == {"status": "starting", "parts": {"part": False}}
