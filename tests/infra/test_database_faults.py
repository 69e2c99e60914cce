"""A server that dies in the middle of a word is a fault that everybody expects, never a bug."""

import asyncio
import struct
from contextlib import closing, suppress
from urllib.parse import urlsplit

import asyncpg
import pytest

from stakehouse.infra.database import DATABASE_FAULTS
from tests.databases import TestDatabase

LAST_WORDS = b"SFATAL\0VFATAL\0C57P02\0Mterminating connection because of crash of another server process\0\0"


class Between:
    """Stands between a client and PostgreSQL, and can let the server say its last words."""

    def __init__(self, url: str) -> None:
        self._to = urlsplit(url)
        self._clients: list[asyncio.StreamWriter] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> asyncio.Server:
        return await asyncio.start_server(self._carry, "127.0.0.1", 0)

    def die(self) -> None:
        """What a backend sends before it ends; the end of the connection is still on its way."""
        for writer in self._clients:
            writer.write(b"E" + struct.pack("!i", len(LAST_WORDS) + 4) + LAST_WORDS)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients.append(writer)
        server_reader, server_writer = await asyncio.open_connection(self._to.hostname, self._to.port)
        for source, sink in ((reader, server_writer), (server_reader, writer)):
            task = asyncio.create_task(_copy(source, sink))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


async def _copy(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError), closing(sink):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()


async def test_a_statement_after_the_last_words_of_the_server_fails_as_expected(
    database: TestDatabase,
) -> None:
    between = Between(database.app_url)
    server = await between.open()
    port = server.sockets[0].getsockname()[1]
    url = urlsplit(database.app_url)
    connection = await asyncpg.connect(
        host="127.0.0.1", port=port, user=url.username, password=url.password, database=url.path[1:]
    )
    between.die()
    await asyncio.sleep(0.1)

    with pytest.raises(DATABASE_FAULTS):
        await connection.execute("SELECT 1")
    with pytest.raises(DATABASE_FAULTS):
        await connection.execute("SELECT 1")

    connection.terminate()
    server.close()
