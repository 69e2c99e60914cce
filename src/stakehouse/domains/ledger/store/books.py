"""The ledger's SQL. Hot statements are set-based: one for a whole group, from arrays.

The same functions serve the wallet engine and the slow way; both hand in the driver's connection
inside an open transaction of the tenant.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update

from stakehouse.domains.ledger.rules.books import AccountState, Books
from stakehouse.domains.ledger.tables import accounts, holds
from stakehouse.domains.ledger.types import (
    AccountRef,
    Act,
    Balance,
    HoldId,
    Kept,
    Subject,
    WalletKind,
    account_id,
    owner_of,
)
from stakehouse.infra.pipeline import Row, Statement, Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.ids import AccountId, MemberId, OperationId, TenantId, id_of

# Everybody locks accounts in the order of their ids, so nobody waits in a circle.
_LOCK = """
SELECT account_id, balance, version, allows_negative FROM accounts
WHERE tenant_id = $1 AND account_id = ANY($2::uuid[]) AND is_running
ORDER BY account_id FOR UPDATE
"""

_KNOWN = """
SELECT k.key_digest, k.request_hash, k.operation_id, k.refusal, o.answer
FROM operation_keys k
LEFT JOIN operations o ON o.tenant_id = k.tenant_id AND o.operation_id = k.operation_id
WHERE k.tenant_id = $1 AND k.key_digest = ANY($2::uuid[])
"""

_LOCK_KEY = "SELECT pg_advisory_xact_lock($1)"

_OPEN = """
INSERT INTO accounts (tenant_id, account_id, owner_kind, owner_id, kind, currency, is_running, created_at)
SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::boolean[],
                         $8::timestamptz[])
ON CONFLICT DO NOTHING
"""

# One statement, one round trip: keys, operations, transfers and balances of a whole group. Rows to be
# changed are found by ``key = ANY(array)`` and their values by place, which width_bucket() finds in a
# sorted array by halving: a join with unnest() leaves the planner a choice that it gets wrong while a
# table is young and its statistics say nothing. Rows to be added come from unnest() in the list of what
# is selected; in FROM the server would write each array to a store of its own first.
#
# It fails, as a serialization does, if an account is not as it was known: one that was remembered from
# an earlier group may have been changed since, and so may what the group relies on without changing it.
_WRITE = """
WITH keys AS (
    INSERT INTO operation_keys (tenant_id, key_digest, request_hash, operation_id, refusal)
    SELECT $1, unnest($2::uuid[]), unnest($3::bytea[]), unnest($4::uuid[]), unnest($5::bytea[])
), heads AS (
    INSERT INTO operations (tenant_id, operation_id, kind, source, key, subject_kind, subject_id,
                            member_id, answer, created_at)
    SELECT $1, unnest($6::uuid[]), unnest($7::text[]), unnest($8::uuid[]), unnest($9::text[]),
           unnest($10::text[]), unnest($11::uuid[]), unnest($12::uuid[]), unnest($13::bytea[]),
           $27::timestamptz
), moved AS (
    INSERT INTO transfers (tenant_id, transfer_id, operation_id, owner_id, code, debit_account,
                           credit_account, amount, debit_balance, credit_balance)
    SELECT $1, unnest($14::uuid[]), unnest($15::uuid[]), unnest($16::uuid[]), unnest($17::smallint[]),
           unnest($18::uuid[]), unnest($19::uuid[]), unnest($20::bigint[]), unnest($21::bigint[]),
           unnest($22::bigint[])
), changed AS (
    UPDATE accounts
    SET balance = ($24::bigint[])[width_bucket(account_id, $23::uuid[])],
        version = ($25::bigint[])[width_bucket(account_id, $23::uuid[])],
        allows_negative = ($26::boolean[])[width_bucket(account_id, $23::uuid[])],
        is_flagged = is_flagged OR ($24::bigint[])[width_bucket(account_id, $23::uuid[])] < 0
    WHERE tenant_id = $1 AND account_id = ANY($23::uuid[])
      AND version = ($28::bigint[])[width_bucket(account_id, $23::uuid[])]
    RETURNING account_id
)
SELECT demand_unraced(
    cardinality($23::uuid[]) + cardinality($29::uuid[]),
    (SELECT count(*) FROM changed) + (
        SELECT count(*) FROM accounts
        WHERE tenant_id = $1 AND account_id = ANY($29::uuid[])
          AND version = ($30::bigint[])[width_bucket(account_id, $29::uuid[])]
    )
)
"""


def key_digest(source: UUID, key: str) -> UUID:
    """A key of a source in 16 bytes: BLAKE2b-128, so that two never meet."""
    return id_of(hashlib.blake2b(source.bytes + key.encode(), digest_size=16).digest())


def digest(text: str) -> bytes:
    """Content in 16 bytes."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


class Rows:
    """What a group read: account states and known keys; books start from it, more than once."""

    def __init__(
        self,
        tenant_id: TenantId,
        accounts: Sequence[Row],
        known: Mapping[tuple[UUID, str], Kept],
    ) -> None:
        """Keeps the records as they came."""
        self.tenant_id = tenant_id
        self._accounts = accounts
        self._known = known
        self._remembered: list[tuple[AccountId, int, int, bool]] = []

    def remember(self, states: Iterable[AccountState]) -> None:
        """Adds accounts as an earlier group left them: nobody holds them, so writing demands their versions."""
        self._remembered += [
            (state.account_id, state.balance, state.version, state.allows_negative) for state in states
        ]

    def books(self) -> Books:
        """Fresh books over these rows."""
        states = {
            account: AccountState(account, balance, version, negative, version)
            for account, balance, version, negative in (*self._accounts, *self._remembered)
        }
        return Books(self.tenant_id, states, self._known, [account for account, *_ in self._remembered])


async def read(
    conn: Statements, tenant_id: TenantId, accounts: Collection[AccountId], acts: Sequence[Act]
) -> Rows:
    """Locks the accounts in key order, then reads what is known under the acts' keys.

    The keys are read after the locks: whoever held them before us has committed by then.
    """
    locked = await lock(conn, tenant_id, accounts)
    return Rows(tenant_id, locked, await known(conn, tenant_id, acts))


async def lock(conn: Statements, tenant_id: TenantId, accounts: Collection[AccountId]) -> list[Row]:
    """Locks accounts in key order; their states."""
    return await conn.fetch(_LOCK, tenant_id, list(accounts))


async def known(conn: Statements, tenant_id: TenantId, acts: Sequence[Act]) -> dict[tuple[UUID, str], Kept]:
    """What is kept under the acts' keys; to be asked after the locks."""
    digests = {key_digest(act.source, act.key): (act.source, act.key) for act in acts}
    found = await conn.fetch(_KNOWN, tenant_id, list(digests))
    return {
        digests[row[0]]: Kept(row[1], row[2], row[4] if row[4] is not None else b"", row[3]) for row in found
    }


async def lock_key(conn: Statements, source: UUID, key: str) -> None:
    """Makes whoever else posts under the key wait until this transaction ends."""
    await conn.execute(_LOCK_KEY, int.from_bytes(key_digest(source, key).bytes[:8], "big", signed=True))


async def is_known(conn: Statements, tenant_id: TenantId, source: UUID, key: str) -> bool:
    """Whether a key was used, whatever became of it."""
    return bool(await conn.fetch(_KNOWN, tenant_id, [key_digest(source, key)]))


async def open_accounts(
    conn: Statements, tenant_id: TenantId, refs: Sequence[AccountRef], now: datetime
) -> None:
    """Opens the accounts that do not exist yet."""
    if not refs:
        return
    owners = [owner_of(ref) for ref in refs]
    await conn.execute(
        _OPEN,
        tenant_id,
        [account_id(tenant_id, ref) for ref in refs],
        [owner.value for owner, _, _, _ in owners],
        [owner_id for _, owner_id, _, _ in owners],
        [kind for _, _, kind, _ in owners],
        [currency for _, _, _, currency in owners],
        [owner.value == "member" for owner, _, _, _ in owners],
        [now] * len(refs),
    )


def writes(books: Books, now: datetime) -> list[Statement]:
    """The statement that writes all that was decided on these books; none if nothing was."""
    operations, refusals = books.operations, books.refusals
    if not operations and not refusals:
        return []
    digests = [key_digest(row.act.source, row.act.key) for row in operations]
    digests += [key_digest(row.act.source, row.act.key) for row in refusals]
    hashes = [row.act.request_hash for row in operations] + [row.act.request_hash for row in refusals]
    ids: list[OperationId | None] = [row.operation_id for row in operations]
    ids += [None] * len(refusals)
    kept: list[bytes | None] = [None] * len(operations)
    kept += [row.refusal for row in refusals]
    moved: Sequence[Sequence[object]] = list(zip(*books.transfers, strict=True)) or [()] * 9
    states, relied = books.touched(), books.relied()
    args = (
        books.tenant_id,
        digests,
        hashes,
        ids,
        kept,
        [row.operation_id for row in operations],
        [row.act.kind for row in operations],
        [row.act.source for row in operations],
        [row.act.key for row in operations],
        [row.act.subject.kind for row in operations],
        [row.act.subject.id for row in operations],
        [row.act.member_id for row in operations],
        [row.answer for row in operations],
        *moved,
        [state.account_id for state in states],
        [state.balance for state in states],
        [state.version for state in states],
        [state.allows_negative for state in states],
        now,
        [state.version_known for state in states],
        [state.account_id for state in relied],
        [state.version_known for state in relied],
    )
    return [Statement(_WRITE, args)]


@dataclass(frozen=True, slots=True)
class Held:
    """A hold as stored."""

    member_id: MemberId
    currency: str
    units: int
    status: str
    subject_kind: str
    subject_id: UUID


async def insert_hold(
    tx: Tx,
    hold_id: HoldId,
    *,
    member_id: MemberId,
    currency: str,
    units: int,
    reason: str,
    subject: Subject,
    expires_at: datetime | None,
) -> None:
    """Adds an open hold."""
    await tx.conn.execute(
        insert(holds).values(
            tenant_id=tx.tenant_id,
            hold_id=hold_id,
            member_id=member_id,
            currency=currency,
            amount=units,
            reason=reason,
            subject_kind=subject.kind,
            subject_id=subject.id,
            status="open",
            expires_at=expires_at,
            created_at=tx.now,
        )
    )


async def lock_hold(tx: Tx, hold_id: HoldId) -> Held | None:
    """A hold under its row lock."""
    query = (
        select(holds).where(holds.c.tenant_id == tx.tenant_id, holds.c.hold_id == hold_id).with_for_update()
    )
    row = (await tx.conn.execute(query)).one_or_none()
    if row is None:
        return None
    return Held(row.member_id, row.currency, row.amount, row.status, row.subject_kind, row.subject_id)


async def close_hold(tx: Tx, hold_id: HoldId, status: str) -> None:
    """Marks a hold captured or released."""
    await tx.conn.execute(
        update(holds)
        .where(holds.c.tenant_id == tx.tenant_id, holds.c.hold_id == hold_id)
        .values(status=status, closed_at=tx.now)
    )


async def balances(tx: Tx, members: Collection[MemberId]) -> dict[MemberId, list[Balance]]:
    """The accounts of some members, by currency and kind."""
    query = (
        select(accounts.c.owner_id, accounts.c.kind, accounts.c.currency, accounts.c.balance)
        .where(
            accounts.c.tenant_id == tx.tenant_id,
            accounts.c.owner_id.in_(members),
            accounts.c.owner_kind == "member",
        )
        .order_by(accounts.c.currency, accounts.c.kind)
    )
    found: dict[MemberId, list[Balance]] = {}
    for row in await tx.conn.execute(query):
        balance = Balance(WalletKind(row.kind), row.currency, row.balance)
        found.setdefault(MemberId(row.owner_id), []).append(balance)
    return found


_STANDING_BALANCE = """
SELECT (coalesce((SELECT balance FROM checkpoints WHERE tenant_id = $1 AND account_id = $2), 0)
     + coalesce((
        SELECT sum(CASE WHEN credit_account = $2 THEN amount ELSE -amount END)
        FROM transfers
        WHERE tenant_id = $1 AND (credit_account = $2 OR debit_account = $2)
          AND transfer_id > coalesce((SELECT up_to FROM checkpoints WHERE tenant_id = $1 AND account_id = $2),
                                     '00000000-0000-0000-0000-000000000000')
     ), 0))::bigint
"""


async def standing_balance(conn: Statements, tenant_id: TenantId, account: AccountId) -> int:
    """The balance of an account that keeps none: its checkpoint plus the transfers since."""
    return int(await conn.fetchval(_STANDING_BALANCE, tenant_id, account))
