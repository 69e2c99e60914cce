"""What a bet costs: statements of a group, rows written, bytes of the log."""

import asyncio
import os
from dataclasses import dataclass
from secrets import token_hex

import asyncpg

from bench.house import BenchHouse
from bench.players import Players
from stakehouse.apps.playing import wallet_engine
from stakehouse.domains.games.service.bets import BetRequest, bet_act
from stakehouse.domains.play import Bet, Catalogue, Offer
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import open_database
from stakehouse.kernel.clock import system_clock

GROUP = 64


@dataclass(frozen=True, slots=True)
class Written:
    """What the server has written so far."""

    log_position: int
    inserted: int
    updated: int


async def written(house: BenchHouse) -> Written:
    """Reads the server's counters."""
    admin = await asyncpg.connect(house.superuser_url())
    await admin.execute("SELECT pg_stat_force_next_flush()")
    position = await admin.fetchval("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")
    row = await admin.fetchrow(
        "SELECT sum(n_tup_ins)::bigint AS ins, sum(n_tup_upd)::bigint AS upd FROM pg_stat_user_tables"
    )
    await admin.close()
    assert row is not None
    return Written(int(position), row["ins"], row["upd"])


async def statements_of_a_group(house: BenchHouse, players: Players) -> list[list[str]]:
    """The statements that one group of 64 bets sends, in order, by the round trip they share."""
    database = await open_database(house.database_url(), fast_pool_max=1)
    vault = Vault(parse_masters(house.home.memory.secrets.master_key))
    engine = wallet_engine(database, vault, system_clock)
    offer = await Catalogue(database).offer(players.tenant_id)
    seen: list[list[str]] = []

    def heard(batch: list[str]) -> None:
        seen.append([" ".join(statement.split())[:60] for statement in batch])

    # The first group makes the server tell what types the statements have; that happens once a connection.
    await asyncio.gather(*(engine.submit(act) for act in _acts(players, offer)))
    async with database.pipelines.acquire() as conn:
        conn.watch = heard
    await asyncio.gather(*(engine.submit(act) for act in _acts(players, offer)))
    found = seen.copy()
    await database.close()
    return found


def _acts(players: Players, offer: Offer) -> list[Bet]:
    return [
        bet_act(
            BetRequest(
                tenant_id=players.tenant_id,
                member_id=member,
                currency=offer.currencies["EUR"],
                stake=100,
                game=offer.games["dice"],
                choices={"direction": "over", "target": "50.50"},
                key=token_hex(16),
                request_hash=os.urandom(16),
                time_zone=offer.time_zone,
                terms=offer.terms_of(offer.games["dice"]),
            )
        )
        for member in players.members[:GROUP]
    ]
