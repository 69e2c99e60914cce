"""Puts millions of past rounds behind the house, with books that still balance.

Each past round stakes 1.00 and pays 1.00, so balances stay as they are; its ids lie in the month
before, as if it had been played then. Rows are written as the wallet engine writes them.
"""

from datetime import timedelta

import asyncpg

from bench.house import BenchHouse
from bench.players import OPENING_UNITS, Players
from stakehouse.domains.ledger import Code, House, HouseKind, Wallet, WalletKind, account_id
from stakehouse.kernel.clock import system_clock

CHUNK = 200_000
SPREAD_MS = 20 * 24 * 3600 * 1000

# Ids as UUIDv7: milliseconds, version and variant, and the number of the round in the random bits.
_FILL = """
WITH past AS (
    SELECT n, (1 + n % cardinality($2::uuid[]))::int AS who,
           (lpad(to_hex($6::bigint + n * $7::bigint / $8::bigint), 12, '0') || '7') AS head,
           lpad(to_hex(n), 12, '0') AS tail
    FROM generate_series($4::bigint, $5::bigint) AS n
), ids AS (
    SELECT n, ($2::uuid[])[who] AS member, ($3::uuid[])[who] AS account,
           (head || '0018000' || tail)::uuid AS operation, (head || '0028000' || tail)::uuid AS round,
           (head || '0038000' || tail)::uuid AS bet, (head || '0048000' || tail)::uuid AS win
    FROM past
), keys AS (
    INSERT INTO operation_keys (tenant_id, key_digest, request_hash, operation_id)
    SELECT $1, md5('bench-past-' || n)::uuid, '\\x00', operation FROM ids
), heads AS (
    INSERT INTO operations (tenant_id, operation_id, kind, source, key, subject_kind, subject_id, member_id,
                            answer, created_at)
    SELECT $1, operation, 'bet', member, 'bench-past-' || n, 'round', round, member,
           convert_to(repeat('x', 480), 'UTF8'), now() FROM ids
), moved AS (
    INSERT INTO transfers (tenant_id, owner_id, transfer_id, operation_id, code, debit_account, credit_account,
                           amount, debit_balance, credit_balance)
    SELECT $1, member, bet, operation, $9::smallint, account, $11::uuid, 100, $12::bigint - 100, NULL FROM ids
    UNION ALL
    SELECT $1, member, win, operation, $10::smallint, $11::uuid, account, 100, NULL, $12::bigint FROM ids
)
INSERT INTO rounds (tenant_id, member_id, round_id, operation_id, game_id, config_version, currency, stake,
                    payout, multiplier, choices, outcome, status, actions, pair_id, nonce, settled_at)
SELECT $1, member, round, operation, $13::uuid, 1, 'EUR', 100, 100, '1.00',
       '{"direction":"over","target":"50.50"}', '{"roll":"50.51","direction":"over","target":"50.50","is_won":true}',
       'settled', '{}', operation, n, now() FROM ids
"""


async def grow(house: BenchHouse, players: Players, rounds: int) -> None:
    """Adds past rounds in chunks."""
    admin = await asyncpg.connect(house.superuser_url())
    tenant_id = players.tenant_id
    start = system_clock() - timedelta(days=25)
    for table in ("operations", "transfers", "rounds"):
        await admin.execute("SELECT stakehouse_keep_partitions($1, $2, 1)", table, start)
    game_id = await admin.fetchval(
        "SELECT game_id FROM games WHERE tenant_id = $1 AND slug = 'dice'", tenant_id
    )
    accounts = [account_id(tenant_id, Wallet(member, WalletKind.MAIN, "EUR")) for member in players.members]
    revenue = account_id(tenant_id, House(HouseKind.GAMING_REVENUE, "EUR"))
    first_ms = int(start.timestamp() * 1000)
    for begin in range(0, rounds, CHUNK):
        end = min(begin + CHUNK, rounds) - 1
        await admin.execute(
            _FILL,
            tenant_id,
            players.members,
            accounts,
            begin,
            end,
            first_ms,
            SPREAD_MS,
            rounds,
            int(Code.BET),
            int(Code.WIN),
            revenue,
            OPENING_UNITS,
            game_id,
            timeout=600,
        )
    # The house may have drawn up a checkpoint meanwhile; what was laid since is dated before it.
    await admin.execute("DELETE FROM checkpoints WHERE tenant_id = $1", tenant_id)
    await admin.execute("VACUUM (ANALYZE)", timeout=1200)
    await admin.execute("CHECKPOINT", timeout=600)
    await admin.close()
