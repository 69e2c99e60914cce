"""The process that keeps the wallet engine for all processes of the API on a machine.

Bets of all of them meet on one lane a tenant, so groups are as large as they can be and no two
processes wait for each other's locks; and the API's other work has a core of its own.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import groupby
from pathlib import Path

from stakehouse.apps.faces.technical import serve_technical
from stakehouse.apps.playing import wallet_engine
from stakehouse.apps.settings import Resources
from stakehouse.domains import tenancy
from stakehouse.domains.games.http.fast import Answer, CatalogueChanged, OwnEngine, Slip
from stakehouse.domains.play import Catalogue
from stakehouse.infra.courier import Counter
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import Database, answers, open_database
from stakehouse.infra.embedded import HouseFault
from stakehouse.infra.memory import settle_down
from stakehouse.infra.signals import Signals
from stakehouse.kernel.clock import Clock, system_clock

HEEDED = Answer(204, b"")


@asynccontextmanager
async def open_wallet(
    url: str, vault: Vault, socket: Path, clock: Clock = system_clock
) -> AsyncIterator[Database]:
    """Takes slips at a socket while the context is open; leaves when all it took are answered.

    Args:
        url: the database, as the application's role.
        vault: holds the keys of the house.
        socket: where the processes of the API ask.
        clock: tells the time of each group.

    Raises:
        HouseFault: another process already keeps the wallet engine there.
    """
    database = await open_database(url, name="stakehouse-wallet")
    engine, catalogue = wallet_engine(database, vault, clock), Catalogue(database)
    own = OwnEngine(engine, catalogue)
    signals = Signals(url, name="stakehouse-wallet-signals")

    def forget() -> None:
        tenancy.forget()
        catalogue.forget()

    signals.on(tenancy.CHANNEL, forget)

    def take(questions: Sequence[tuple[Slip | CatalogueChanged, Callable[[Answer], None]]]) -> None:
        # In the order in which they were asked: a change holds for the slips behind it.
        for is_slip, together in groupby(questions, key=lambda asked: isinstance(asked[0], Slip)):
            if is_slip:
                own.take([(slip, answered) for slip, answered in together if isinstance(slip, Slip)])
                continue
            forget()
            for _, answered in together:
                answered(HEEDED)

    counter = Counter[Slip | CatalogueChanged, Answer](socket, Slip | CatalogueChanged, take)
    try:
        await counter.open()
    except FileExistsError as error:
        await database.close()
        raise HouseFault(
            f"Another process keeps the wallet engine at {socket}.", "One is enough for a machine; stop one."
        ) from error
    await signals.start()
    try:
        yield database
    finally:
        await counter.close()
        await engine.drain()
        await signals.stop()
        await database.close()


async def keep(given: Resources) -> None:
    """Keeps the wallet engine until the process is asked to end by SIGTERM or SIGINT.

    Args:
        given: addresses and keys; health and metrics are served on the wallet's port, on this machine
            only.

    Raises:
        HouseFault: nothing says where it takes bets, or another process does it.
    """
    if given.wallet is None:
        raise HouseFault(
            "STAKEHOUSE_WALLET_SOCKET is not set.",
            "Say at which socket the API's processes ask, in at most 100 bytes.",
        )
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    vault = Vault(parse_masters(given.master_key.get_secret_value()))
    async with open_wallet(given.database_url.get_secret_value(), vault, given.wallet) as database:

        async def ready() -> dict[str, bool]:
            return {"database": await answers(database)}

        async with await serve_technical("127.0.0.1", given.wallet_port, ready):
            settle_down()
            await stop.wait()
