"""A relay and two subscribers in a process that kills itself at a given step.

``python -m tests.infra.eventing.mortal DATABASE_URL OWNER_URL NATS_URL STREAM STEP VISIT``
"""

import asyncio
import sys

import asyncpg

from stakehouse.infra.bus import Stream
from stakehouse.infra.database import open_database
from tests.databases import TestDatabase
from tests.infra.eventing.world import CHRONICLE, CROWD, World, a_stream, at_work, dying_at


async def main(app_url: str, owner_url: str, nats_url: str, stream: Stream, step: str, visit: int) -> None:
    world = World(
        TestDatabase("", owner_url, app_url, ""),
        await open_database(app_url),
        await asyncpg.connect(owner_url),
        nats_url,
        stream,
    )
    async with at_work(world, CROWD, CHRONICLE, watch=dying_at(step, visit)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    _, app, owner, nats, name, at, nth = sys.argv
    asyncio.run(main(app, owner, nats, a_stream(name), at, int(nth)))
