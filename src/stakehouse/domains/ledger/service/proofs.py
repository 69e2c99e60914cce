"""Checkpoints, seals and verification: what makes the books provable."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import RowMapping

from stakehouse.domains.ledger.rules import seals as rules
from stakehouse.domains.ledger.store import proofs as store
from stakehouse.domains.ledger.types import NO_OWNER
from stakehouse.infra.tx import Begin, Tx
from stakehouse.kernel.ids import first_id_at

SPAN_ROWS_MAX = 10_000
"""Rows under one seal."""

SEALED_AT_ONCE = 20 * SPAN_ROWS_MAX
"""Rows that one transaction seals; what is behind that is sealed by the next."""

JOURNALS = tuple(store.JOURNALS)
"""The journals that are sealed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold.

    Attributes:
        check: which promise is broken.
        id: of the row that breaks it.
        detail: in words.
    """

    check: str
    id: str
    detail: str


@dataclass(frozen=True, slots=True)
class CurrencySum:
    """The books of one currency; the sum over all accounts must be zero."""

    currency: str
    sum: int
    accounts: int
    transfers: int


@dataclass(frozen=True, slots=True)
class Seal:
    """A closed span of a journal."""

    journal: str
    seq: int
    first: UUID
    last: UUID
    rows: int
    root: bytes
    seal: bytes
    created_at: datetime


async def move_checkpoints(tx: Tx) -> int:
    """Moves the checkpoints of house accounts and pools to the newest safe instant."""
    await store.lock_proofs(tx)
    return await store.move_checkpoints(tx, first_id_at(await store.safe_instant(tx)))


async def seal_journal(tx: Tx, journal: str) -> int:
    """Closes rows since the last seal in spans; answers how many, at most ``SEALED_AT_ONCE``."""
    await store.lock_proofs(tx)
    last = await store.last_seal(tx, journal)
    seq = last["seq"] if last is not None else 0
    previous = last["seal"] if last is not None else rules.GENESIS
    after = last["to_id"] if last is not None else NO_OWNER
    up_to = first_id_at(await store.safe_instant(tx))

    sealed = 0
    while sealed < SEALED_AT_ONCE:
        span = await store.leaves(tx, journal, after, up_to, SPAN_ROWS_MAX)
        if not span:
            break
        seq, first, after = seq + 1, span[0].id, span[-1].id
        root = rules.root_of([leaf.digest for leaf in span])
        previous = rules.seal_of(previous, root, seq=seq, first=first, last=after, rows=len(span))
        values = {"seq": seq, "from_id": first, "to_id": after, "rows": len(span), "root": root}
        kept = b"".join(rules.entry(leaf.id, leaf.digest) for leaf in span)
        await store.add_seal(tx, journal, {**values, "seal": previous, "leaves": kept})
        sealed += len(span)
        if len(span) < SPAN_ROWS_MAX:
            break
    return sealed


async def seal_all(begin: Begin) -> int:
    """Seals every journal of a tenant up to now, a transaction at a time; answers how many rows."""
    rows = 0
    for journal in JOURNALS:
        sealed = SEALED_AT_ONCE
        while sealed == SEALED_AT_ONCE:
            async with begin() as tx:
                sealed = await seal_journal(tx, journal)
            rows += sealed
    return rows


async def verify(tx: Tx) -> tuple[list[CurrencySum], list[Finding]]:
    """Recomputes everything that must hold; findings name the rows for which it does not."""
    await store.take_time(tx)
    sums = [
        CurrencySum(row["currency"], row["sum"], row["accounts"], row["transfers"])
        for row in await store.currencies(tx)
    ]
    found = [
        Finding("sum_is_not_zero", entry.currency, f"sum {entry.sum}") for entry in sums if entry.sum != 0
    ]
    for check in store.CHECKS:
        found += [Finding(check, str(row["id"]), row["detail"]) for row in await store.findings(tx, check)]
    for journal in JOURNALS:
        found += await _verify_seals(tx, journal)
    return sums, found


async def _verify_seals(tx: Tx, journal: str) -> list[Finding]:
    previous, after, seq = rules.GENESIS, NO_OWNER, 0
    while (kept := await store.seal_after(tx, journal, seq)) is not None:
        seq += 1
        name = f"{journal} seal {kept['seq']}"
        if kept["seq"] != seq:
            return [Finding("seal_is_missing", name, f"seal {seq} of {journal} is missing")]
        # One row more than was sealed tells whether any was put in.
        span = await store.leaves(tx, journal, after, kept["to_id"], kept["rows"] + 1)
        difference = rules.first_difference(kept["leaves"], span)
        if difference is not None:
            detail = f"row {difference.row} of {journal} {difference.what}"
            return [Finding("row_differs_from_seal", name, detail)]
        root = rules.root_of([leaf.digest for leaf in span])
        chained = rules.seal_of(
            previous, root, seq=seq, first=kept["from_id"], last=kept["to_id"], rows=kept["rows"]
        )
        if root != kept["root"] or chained != kept["seal"]:
            return [Finding("seal_does_not_chain", name, f"span {kept['from_id']} to {kept['to_id']}")]
        previous, after = chained, kept["to_id"]
    return []


async def newest_seals(tx: Tx, limit: int) -> list[Seal]:
    """The newest seals, for the people who hold them outside."""
    return [_seal(row) for row in await store.newest_seals(tx, limit)]


async def last_seals(tx: Tx) -> list[Seal]:
    """The newest seal of each journal that has one: together they hold everything sealed so far."""
    return [_seal(row) for row in await store.last_seals(tx)]


def _seal(row: RowMapping) -> Seal:
    return Seal(
        row["journal"],
        row["seq"],
        row["from_id"],
        row["to_id"],
        row["rows"],
        row["root"],
        row["seal"],
        row["created_at"],
    )
