"""Seed pairs: made by the house, committed before use, sealed at rest, revealed at rotation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.hmac import HMAC

from stakehouse.domains.games import store
from stakehouse.domains.games.rules.draws import check_client_seed, commitment, keyed
from stakehouse.domains.games.rules.pairs import Pair, Pairs
from stakehouse.domains.games.store import NewPair
from stakehouse.domains.games.types import Scheme
from stakehouse.domains.play import RoundOpen, WalletAct, has_open_round
from stakehouse.infra.pipeline import Row, Statement, Statements
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import Clock
from stakehouse.kernel.ids import MemberId, TenantId, new_id
from stakehouse.kernel.page import Page, encode_cursor

PURPOSE: Final = "server_seed"
SEED_BYTES: Final = 32
CLIENT_SEED_BYTES: Final = 8
REMEMBERED_MAX: Final = 20_000

Entropy = Callable[[int], bytes]
"""So many fresh bytes of the operating system's generator."""


class Sealer(Protocol):
    """Seals and opens secrets of a tenant (``infra.crypto.Vault``)."""

    def seal(self, tenant_id: UUID, purpose: str, plaintext: bytes) -> bytes:
        """Encrypts for this tenant and purpose."""
        ...

    def open(self, tenant_id: UUID, purpose: str, sealed: bytes) -> bytes:
        """What was sealed."""
        ...


class SeedsPart:
    """The games' participant of the wallet engine: the pairs in force of a group's members."""

    name = "seeds"

    def __init__(self, sealer: Sealer, entropy: Entropy, clock: Clock, scheme: Scheme = Scheme.PF2) -> None:
        """Keeps what makes and opens seeds; ``scheme`` is that of a member's first pair."""
        self._sealer = sealer
        self._entropy = entropy
        self._clock = clock
        self._scheme = scheme
        # Opened seeds of pairs lately used, by pair; only here, only in memory.
        self._opened: dict[UUID, HMAC] = {}

    async def read(self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> list[object]:
        """Reads the members' pairs; a member's first bet makes the first pair."""
        members = list({act.member_id for act in acts})
        rows = await store.read(conn, tenant_id, members)
        if len(rows) < len(members):
            known = {row["member_id"] for row in rows}
            fresh = [
                new_pair(self._sealer, self._entropy, tenant_id, member_id, self._scheme)
                for member_id in sorted(set(members) - known)
            ]
            await store.add(conn, tenant_id, fresh, self._clock())
            rows = await store.read(conn, tenant_id, members)
        return [_pair(row, self._open(tenant_id, row)) for row in rows]

    def state(self, rows: Sequence[object]) -> object:
        """Fresh pairs over the rows."""
        pairs = {}
        for row in rows:
            assert isinstance(row, Pair)
            pairs[row.member_id] = row.fresh()
        return Pairs(pairs)

    def after(self, state: object, member_id: MemberId) -> object:
        """The member's pair as it reads after the group is written."""
        assert isinstance(state, Pairs)
        return state.after(member_id)

    def writes(self, tenant_id: TenantId, state: object, now: datetime) -> list[Statement]:
        """The statement that stores the nonces that were taken."""
        del now
        assert isinstance(state, Pairs)
        return store.advance(tenant_id, state.touched())

    def _open(self, tenant_id: TenantId, row: Row) -> HMAC:
        pair_id: UUID = row[1]
        seed = self._opened.get(pair_id)
        if seed is None:
            seed = keyed(self._sealer.open(tenant_id, PURPOSE, row["server_seed_sealed"]).decode())
            if len(self._opened) >= REMEMBERED_MAX:
                self._opened.clear()
            self._opened[pair_id] = seed
        return seed


def _pair(row: Row, server_seed: HMAC) -> Pair:
    member_id, pair_id, scheme, _, server_seed_hash, client_seed, nonce = row
    return Pair(member_id, pair_id, Scheme(scheme), server_seed, server_seed_hash, client_seed, nonce, nonce)


def new_pair(
    sealer: Sealer, entropy: Entropy, tenant_id: TenantId, member_id: MemberId, scheme: Scheme
) -> NewPair:
    """A first pair: a server seed in force, the next one committed, and a client seed of ours."""
    seed, following = entropy(SEED_BYTES).hex(), entropy(SEED_BYTES).hex()
    return NewPair(
        member_id,
        new_id(),
        scheme,
        sealer.seal(tenant_id, PURPOSE, seed.encode()),
        commitment(seed),
        entropy(CLIENT_SEED_BYTES).hex(),
        sealer.seal(tenant_id, PURPOSE, following.encode()),
        commitment(following),
    )


@dataclass(frozen=True, slots=True)
class Fairness:
    """What a member sees of the pair in force."""

    scheme: Scheme
    server_seed_hash: str
    next_server_seed_hash: str
    client_seed: str
    nonce: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """A pair that is over."""

    pair_id: UUID
    scheme: Scheme
    server_seed: str
    server_seed_hash: str
    client_seed: str
    rounds: int
    started_at: datetime
    revealed_at: datetime


async def fairness(tx: Tx, member_id: MemberId, *, sealer: Sealer, entropy: Entropy) -> Fairness:
    """The commitments, client seed and nonce in force; made now if the member never bet."""
    row = await _ensure(tx, member_id, sealer, entropy)
    return Fairness(
        Scheme(row.scheme), row.server_seed_hash, row.next_server_seed_hash, row.client_seed, row.nonce
    )


async def rotate(
    tx: Tx,
    member_id: MemberId,
    *,
    sealer: Sealer,
    entropy: Entropy,
    client_seed: str | None = None,
    scheme: Scheme | None = None,
) -> tuple[Revealed, Fairness]:
    """Ends the pair in force, reveals its server seed, and starts the one already committed.

    Args:
        tx: the transaction.
        member_id: whose pair.
        sealer: opens and seals server seeds.
        entropy: for the next server seed, and a client seed if none is given.
        client_seed: the player's own text; ours if ``None``.
        scheme: of the new pair; as before if ``None``.

    Raises:
        InvalidSeed: the client seed is not one.
        RoundOpen: a round under the pair is open; revealing the seed would show its outcome.
    """
    chosen = check_client_seed(client_seed) if client_seed is not None else entropy(CLIENT_SEED_BYTES).hex()
    row = await _ensure(tx, member_id, sealer, entropy)
    # Asked under the pair's lock: a bet that opens a round takes a nonce of this very row, so it has
    # either committed and is seen here, or it meets the changed row and decides anew.
    if await has_open_round(tx, member_id):
        raise RoundOpen("Finish your open round first; its outcome lies under this seed.")

    following = entropy(SEED_BYTES).hex()
    started = NewPair(
        member_id,
        new_id(),
        scheme or Scheme(row.scheme),
        b"",
        row.next_server_seed_hash,
        chosen,
        sealer.seal(tx.tenant_id, PURPOSE, following.encode()),
        commitment(following),
    )
    seed = sealer.open(tx.tenant_id, PURPOSE, row.server_seed_sealed).decode()

    await store.reveal(tx, member_id, row, seed)
    await store.rotate(tx, member_id, started)

    revealed = Revealed(
        row.pair_id,
        Scheme(row.scheme),
        seed,
        row.server_seed_hash,
        row.client_seed,
        row.nonce,
        row.started_at,
        tx.now,
    )
    return revealed, Fairness(started.scheme, started.hash, started.next_hash, started.client_seed, 0)


async def due_for_rotation(
    tx: Tx, *, older_than: datetime, rounds_max: int, after: MemberId | None, limit: int
) -> list[MemberId]:
    """Members whose pair in force was used and shall end.

    Args:
        tx: the transaction.
        older_than: a pair that started before is due.
        rounds_max: a pair under which so many rounds were played is due.
        after: the member behind whom to go on.
        limit: members at once.
    """
    return await store.due_for_rotation(
        tx, older_than=older_than, rounds_max=rounds_max, after=after, limit=limit
    )


async def _ensure(tx: Tx, member_id: MemberId, sealer: Sealer, entropy: Entropy) -> store.PairRow:
    row = await store.lock(tx, member_id)
    if row is None:
        first = new_pair(sealer, entropy, tx.tenant_id, member_id, Scheme.PF2)
        await store.add_first(tx, first)
        row = await store.lock(tx, member_id)
        assert row is not None, "the pair was just stored"
    return row


async def history(tx: Tx, member_id: MemberId, *, after: UUID | None, limit: int) -> Page[Revealed]:
    """The member's pairs that are over, the newest first."""
    rows = await store.history(tx, member_id, after, limit + 1)
    shown = [
        Revealed(
            row.pair_id,
            Scheme(row.scheme),
            row.server_seed,
            row.server_seed_hash,
            row.client_seed,
            row.rounds,
            row.started_at,
            row.revealed_at,
        )
        for row in rows[:limit]
    ]
    return Page(shown, encode_cursor(shown[-1].pair_id) if len(rows) > limit else None)
