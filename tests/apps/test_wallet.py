"""The wallet engine in a process of its own: bets go there, and go on when it is killed."""

import asyncio
import os
import signal
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest

from stakehouse.domains import tenancy
from stakehouse.domains.tenancy import Features
from tests.databases import TestDatabase
from tests.halls import Hall, lay, seat
from tests.houses import MASTER_KEY, House, standing_house

LIMIT_S = 60.0

Wallet = asyncio.subprocess.Process


@pytest.fixture
def socket() -> Iterator[Path]:
    # Short enough for a socket, whatever the folder of the tests is called.
    with TemporaryDirectory(prefix="sh-") as folder:
        yield Path(folder) / "wallet.sock"


@asynccontextmanager
async def a_wallet(database: TestDatabase, socket: Path, port: int) -> AsyncIterator[Wallet]:
    """``stakehouse wallet`` in a process of its own."""
    environment = {
        **os.environ,  # noqa: TID251 - the child's surroundings
        "STAKEHOUSE_ENV": "production",
        "STAKEHOUSE_DATABASE_URL": database.app_url,
        "STAKEHOUSE_DATABASE_OWNER_URL": database.owner_url,
        "STAKEHOUSE_NATS_URL": "nats://127.0.0.1:1",
        "STAKEHOUSE_MASTER_KEY": f"{MASTER_KEY.number}:{b64encode(MASTER_KEY.secret).decode()}",
        "STAKEHOUSE_OBJECT_STORE_URL": "memory:",
        "STAKEHOUSE_WALLET_SOCKET": str(socket),
        "STAKEHOUSE_WALLET_PORT": str(port),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "stakehouse.apps.cli", "wallet", env=environment
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until_ready(process: Wallet, port: int) -> None:
    async with asyncio.timeout(LIMIT_S), httpx.AsyncClient() as client:
        while True:
            assert process.returncode is None, "the wallet engine ended"
            try:
                if (await client.get(f"http://127.0.0.1:{port}/health/ready")).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.05)


async def carried_out(port: int) -> float:
    """How many acts the process's engine has carried out."""
    async with httpx.AsyncClient() as client:
        told = (await client.get(f"http://127.0.0.1:{port}/metrics")).text
    line = next(line for line in told.splitlines() if line.startswith("stakehouse_group_operations_sum "))
    return float(line.split()[1])


@dataclass(frozen=True, slots=True)
class Standing:
    """A hall whose bets go to a wallet process, and what the tests do with both."""

    process: Wallet
    port: int
    house: House
    hall: Hall


@pytest.fixture
async def standing(
    module_database: TestDatabase, socket: Path, free_port: Callable[[], int]
) -> AsyncIterator[Standing]:
    port = free_port()
    async with a_wallet(module_database, socket, port) as process:
        await until_ready(process, port)
        # The process first: the house finds it when it opens, so that no bet is carried out elsewhere.
        async with standing_house(module_database, wallet=socket) as house:
            yield Standing(process, port, house, await Hall.open(house))


async def test_bets_are_carried_out_by_the_process_that_keeps_the_engine(standing: Standing) -> None:
    client, _ = await seat(standing.hall)

    same = await asyncio.gather(*(lay(client, key="same") for _ in range(50)))
    others = await asyncio.gather(*(lay(client) for _ in range(4)))
    poor = await lay(client, stake="1000.00")
    wrong = await lay(client, stake="x")
    conflict = await lay(client, key="same", stake="2.00")

    assert {answer.status_code for answer in (*same, *others)} == {201}
    assert len({answer.content for answer in same}) == 1
    assert await standing.hall.count("rounds") == 5
    assert (poor.status_code, poor.json()["code"]) == (402, "insufficient_funds")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_amount")
    assert (conflict.status_code, conflict.json()["code"]) == (409, "idempotency_conflict")
    # Fifty of one key, four others, one that is refused and one in conflict; what is no bet never gets there.
    assert await carried_out(standing.port) == 56
    sessions = await standing.house.rows(
        "SELECT DISTINCT r.session_id, s.id FROM rounds r JOIN sessions s ON s.member_id = r.member_id "
        "WHERE r.tenant_id = $1",
        standing.hall.tenant.id,
    )
    assert [row["session_id"] for row in sessions] == [row["id"] for row in sessions]
    assert len(sessions) == 1


@pytest.mark.requirement("8")
async def test_when_it_is_killed_bets_go_on_and_none_happens_twice(standing: Standing) -> None:
    client, member_id = await seat(standing.hall, 100_000)

    betting = [asyncio.create_task(lay(client, key=f"bet-{number}")) for number in range(200)]
    async with asyncio.timeout(LIMIT_S):
        while not await carried_out(standing.port):
            pass
    standing.process.kill()
    first = await asyncio.gather(*betting)
    second = [await lay(client, key=f"bet-{number}") for number in range(200)]

    assert {answer.status_code for answer in first} == {201}
    assert [answer.content for answer in second] == [answer.content for answer in first]
    assert await standing.hall.count("rounds") == 200
    query = "SELECT balance FROM accounts WHERE owner_id = $1 AND kind = 'main'"
    [last] = await standing.house.rows(query, member_id)
    won = sum(int(Decimal(answer.json()["round"]["payout"]) * 100) for answer in first)
    assert last["balance"] == 100_000 - 200 * 100 + won


async def test_what_a_request_changed_holds_for_the_next_bet(standing: Standing) -> None:
    client, _ = await seat(standing.hall)
    codes = []
    for is_on in (True, False) * 5:
        async with standing.house.begin(standing.hall.tenant) as tx:
            await tenancy.set_features(tx, Features(gaming=is_on, loyalty=True), "a test")
        await standing.house.api.gate.heard([tenancy.CHANNEL])
        codes += [{bet.status_code for bet in await asyncio.gather(*(lay(client) for _ in range(4)))}]

    assert codes == [{201}, {403}] * 5
    assert await carried_out(standing.port) > 0


async def test_it_leaves_in_good_order_and_only_one_may_keep_it(
    module_database: TestDatabase, socket: Path, free_port: Callable[[], int]
) -> None:
    port = free_port()
    async with a_wallet(module_database, socket, port) as process:
        await until_ready(process, port)
        async with a_wallet(module_database, socket, free_port()) as second:
            assert await asyncio.wait_for(second.wait(), LIMIT_S) == 1
        process.send_signal(signal.SIGTERM)

        assert await asyncio.wait_for(process.wait(), LIMIT_S) == 0
        assert not socket.exists()
