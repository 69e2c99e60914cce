"""Another process of the same house: asks with a token that lives, and prints each new status."""

import asyncio
import json
import sys

import httpx

from stakehouse.apps.api import open_api
from stakehouse.domains import access
from stakehouse.infra.crypto import Vault
from tests.houses import MASTER_KEY, MovableClock


async def watch() -> None:
    told = json.loads(sys.stdin.readline())
    if told["is_deaf"]:
        access.forget = lambda: None  # nothing but time makes this process look again
    api = await open_api(
        url=told["url"],
        vault=Vault([MASTER_KEY]),
        is_embedded=True,
        is_secure=False,
        clock=MovableClock(),
    )
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(api.front, client=("198.51.100.9", 50_000)),
        base_url="http://127.0.0.1",
        headers={"x-tenant": told["tenant"], "authorization": told["authorization"]},
    )
    seen = None
    while seen != 403:
        status = (await client.get(told["path"])).status_code
        if status != seen:
            seen = status
            print(f"status {status}", flush=True)  # noqa: T201 - this is what the test reads
        await asyncio.sleep(0.02)
    await client.aclose()
    await api.close()


asyncio.run(watch())
