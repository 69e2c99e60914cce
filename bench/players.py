"""Several thousand players with money, tokens, limits for a fifth, all opted into the jackpot."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg

from bench.house import BenchHouse
from stakehouse.domains import ledger
from stakehouse.domains.ledger import Act, Code, House, HouseKind, Movement, Subject, Wallet, WalletKind
from stakehouse.infra.crypto import Vault, parse_masters
from stakehouse.infra.database import open_database
from stakehouse.infra.tokens import Claims, Tokens
from stakehouse.infra.tx import begin
from stakehouse.kernel.actor import system
from stakehouse.kernel.clock import system_clock
from stakehouse.kernel.ids import MemberId, TenantId, UserId, new_id

OPENING_UNITS = 1_000_000_00
LIMIT_UNITS = 10_000_000_00
BATCH = 500


@dataclass(frozen=True, slots=True)
class Players:
    """The people of the measurement."""

    tenant_id: TenantId
    members: list[MemberId]
    tokens: Path


_PEOPLE = """
WITH people AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS p (user_id, member_id, session_id, name)
), made_users AS (
    INSERT INTO users (id, email, email_confirmed_at, locale, created_at, updated_at)
    SELECT user_id, name || '@bench.test', now(), 'en', now(), now() FROM people
), made_members AS (
    INSERT INTO members (tenant_id, id, user_id, username, birth_date, country, currency, locale, time_zone,
                         terms_accepted_at, created_at, updated_at)
    SELECT $1, member_id, user_id, name, '1990-01-01', 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now(), now()
    FROM people
)
INSERT INTO sessions (tenant_id, id, user_id, member_id, audience, methods, device, address, created_at,
                      last_seen_at, expires_at)
SELECT $1, session_id, user_id, member_id, 'player', '{pwd}', 'bench', '127.0.0.1', now(), now(),
       now() + interval '7 days'
FROM people
"""

_PROTECTED = """
INSERT INTO member_protections (tenant_id, member_id, time_zone, has_limits, updated_at)
SELECT $1, unnest($2::uuid[]), 'Europe/Berlin', true, now()
"""

_LIMITS = """
INSERT INTO limits (tenant_id, member_id, currency, kind, period, scale, units, updated_at)
SELECT $1, m, 'EUR', k, p, 2, $3, now()
FROM unnest($2::uuid[]) AS m, unnest(ARRAY['loss', 'wager']) AS k, unnest(ARRAY['day', 'week', 'month']) AS p
"""

_OPTED_IN = """
INSERT INTO jackpot_entries (tenant_id, member_id, jackpot_id, is_opted_in, changed_at)
SELECT $1, m, j.jackpot_id, true, now()
FROM unnest($2::uuid[]) AS m, jackpots j WHERE j.tenant_id = $1
"""


async def make_players(house: BenchHouse, count: int, folder: Path) -> Players:
    """Registers the players behind the curtain; their money comes through the ledger."""
    admin = await asyncpg.connect(house.superuser_url())
    tenant_id = TenantId(await admin.fetchval("SELECT id FROM tenants WHERE slug = 'lucky'"))
    users = [UserId(new_id()) for _ in range(count)]
    members = [MemberId(new_id()) for _ in range(count)]
    sessions = [new_id() for _ in range(count)]
    names = [f"bench{number:05d}" for number in range(count)]
    await admin.execute(_PEOPLE, tenant_id, users, members, sessions, names)
    protected = members[::5]
    await admin.execute(_PROTECTED, tenant_id, protected)
    await admin.execute(_LIMITS, tenant_id, protected, LIMIT_UNITS)
    await admin.execute(_OPTED_IN, tenant_id, members)
    await _fund(house, tenant_id, members)
    await admin.execute("ANALYZE")
    await admin.close()

    tokens = Tokens(Vault(parse_masters(house.home.memory.secrets.master_key)))
    now = system_clock()
    lines = [
        tokens.mint(
            Claims(
                user_id=user,
                tenant_id=tenant_id,
                member_id=member,
                session_id=session,
                audience="player",
                methods=("pwd",),
                roles_version=0,
                expires_at=now + timedelta(hours=3),
            ),
            now,
        )
        for user, member, session in zip(users, members, sessions, strict=True)
    ]
    path = folder / "tokens.txt"
    path.write_text("\n".join(lines) + "\n")
    return Players(tenant_id, members, path)


async def _fund(house: BenchHouse, tenant_id: TenantId, members: list[MemberId]) -> None:
    """Gives every player an opening balance, in groups, as the wallet engine would."""
    database = await open_database(house.database_url())
    for start in range(0, len(members), BATCH):
        batch = members[start : start + BATCH]
        async with begin(database, tenant_id=tenant_id, actor=system("bench"), now=system_clock()) as tx:
            await ledger.post_all(
                tx,
                [
                    (
                        Act(
                            "opening", member, "bench-opening", b"opening", Subject("member", member), member
                        ),
                        [
                            Movement(
                                Code.ADJUSTMENT,
                                House(HouseKind.ADJUSTMENTS, "EUR"),
                                Wallet(member, WalletKind.MAIN, "EUR"),
                                OPENING_UNITS,
                            )
                        ],
                    )
                    for member in batch
                ],
            )
    await database.close()
