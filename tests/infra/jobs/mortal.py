"""A worker in a process of its own: ``python -m tests.infra.jobs.mortal DATABASE_URL KILL|WORK``."""

import asyncio
import os
import signal
import sys
from datetime import timedelta

from sqlalchemy import text

from stakehouse.infra.database import open_database
from stakehouse.infra.jobs import Job, JobContext, PostgresQueue, Schedule
from stakehouse.kernel.clock import system_clock

_NOTE = text("INSERT INTO notes (job, attempt) VALUES (:job, :attempt)")


async def note(context: JobContext) -> None:
    async with context.begin() as tx:
        await tx.conn.execute(_NOTE, {"job": context.name, "attempt": context.attempt})


async def note_and_die(context: JobContext) -> None:
    await note(context)
    os.kill(os.getpid(), signal.SIGKILL)


async def main(url: str, manner: str) -> None:
    database = await open_database(url)
    queue = PostgresQueue(database, system_clock, lease_s=1.0)
    run = note_and_die if manner == "KILL" else note
    queue.register(Job("test.work", run, retries=2, back_off=timedelta(milliseconds=10)))
    queue.register(Job("test.tick", note))
    queue.schedule(Schedule("test.tick", "0 0 1 1 *", "test.tick"))
    await queue.run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
