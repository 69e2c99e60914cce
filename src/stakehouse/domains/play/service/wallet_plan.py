"""The wallet engine's plan: what a group of bets and steps reads, decides and writes.

Play composes the participants beneath it (ledger, compliance, jackpots) and those that the domains
above it bring. Everybody locks in one order: accounts by id, then open rounds, then seeds; a pool
that is won comes last. So no two groups wait for each other in a circle.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from stakehouse.domains import compliance, jackpots, ledger
from stakehouse.domains.ledger import Wallet, WalletKind, account_id
from stakehouse.domains.play import store
from stakehouse.domains.play.ports import Part
from stakehouse.domains.play.rules import decide_bet, decide_step
from stakehouse.domains.play.types import Bet, RoundRow, Scene, Step, WalletAct
from stakehouse.infra.group_commit import NeedsMore
from stakehouse.infra.outbox import tell_all
from stakehouse.infra.pipeline import Statement, Statements
from stakehouse.kernel.errors import Kind, Refusal
from stakehouse.kernel.ids import TenantId

REMEMBERED = frozenset({Kind.UNPAID, Kind.FORBIDDEN, Kind.CONFLICT, Kind.LOCKED})
"""Refusals that stand under their key for ever; the others ask for another request anyway."""


@dataclass(slots=True)
class GroupRows:
    """What one group read; a group holds one tenant, and so one time zone."""

    time_zone: str
    ledger: ledger.Rows
    protections: compliance.ProtectionRows
    pools: jackpots.PoolRows
    open_rounds: list[RoundRow]
    parts: dict[str, object]


class WalletPlan:
    """How the wallet engine carries out bets and steps."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Keeps the participants of the domains above play."""
        self._parts = parts

    async def read(self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> GroupRows:
        """Locks the wallets in key order, then reads all that the decisions need."""
        accounts = {
            account_id(tenant_id, Wallet(act.member_id, kind, act.currency.code))
            for act in acts
            for kind in (WalletKind.MAIN, WalletKind.BONUS)
        }
        members = list({act.member_id for act in acts})
        # Together means one round trip: the statements run in this order, the lock before all others.
        (locked, known, protections, pools, open_rounds), parts = await asyncio.gather(
            asyncio.gather(
                ledger.lock(conn, tenant_id, accounts),
                ledger.known(conn, tenant_id, [act.act for act in acts]),
                compliance.read_protections(
                    conn, tenant_id, list({(act.member_id, act.currency.code) for act in acts})
                ),
                jackpots.read(conn, tenant_id, members),
                _open_rounds(conn, tenant_id, acts),
            ),
            asyncio.gather(*(part.read(conn, tenant_id, acts) for part in self._parts)),
        )
        return GroupRows(
            time_zone=acts[0].time_zone,
            ledger=ledger.Rows(tenant_id, locked, known),
            protections=protections,
            pools=pools,
            open_rounds=open_rounds,
            parts={part.name: rows for part, rows in zip(self._parts, parts, strict=True)},
        )

    async def read_more(self, conn: Statements, tenant_id: TenantId, rows: object, what: object) -> None:
        """Locks the pool that a bet of the group is about to win."""
        assert isinstance(rows, GroupRows)
        assert isinstance(what, jackpots.Jackpot)
        await jackpots.lock_pool(conn, tenant_id, rows.pools, what)

    def scene(self, tenant_id: TenantId, rows: object, now: datetime) -> Scene:
        """The working state of one pass."""
        assert isinstance(rows, GroupRows)
        return Scene(
            tenant_id=tenant_id,
            now=now,
            books=rows.ledger.books(),
            protections=rows.protections.open(now, time_zone=rows.time_zone),
            pools=rows.pools.pools(),
            open_rounds={row.round_id: row for row in rows.open_rounds},
            parts={part.name: part.state(rows.parts[part.name]) for part in self._parts},
        )

    def decide(self, scene: Scene, act: WalletAct) -> bytes | Refusal:
        """The first answer if the key is known, else the decision; refusals of weight are kept."""
        known = scene.books.first_answer(act.act)
        if known is not None:
            return known
        try:
            return decide_bet(scene, act) if isinstance(act, Bet) else decide_step(scene, act)
        except jackpots.PoolWanted as wanted:
            raise NeedsMore(wanted.jackpot) from wanted
        except Refusal as refusal:
            if refusal.kind in REMEMBERED:
                scene.books.refuse(act.act, refusal)
            return refusal

    def writes(self, scene: Scene) -> list[Statement]:
        """What writes all that was decided, about one statement a domain."""
        tenant_id, now = scene.tenant_id, scene.now
        return [
            *ledger.writes(scene.books, now),
            *compliance.writes_of_protections(scene.protections, now),
            *jackpots.writes(tenant_id, scene.pools, now),
            *store.writes(scene),
            *(one for part in self._parts for one in part.writes(tenant_id, scene.parts[part.name], now)),
            *tell_all(tenant_id, scene.facts, now),
        ]


async def _open_rounds(conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> list[RoundRow]:
    """The open rounds that matter to this group; single-step bets need none."""
    asked = [(act.member_id, act.round_id) for act in acts if isinstance(act, Step)]
    busy = [act.member_id for act in acts if isinstance(act, Bet) and act.is_multi_step]
    if not asked and not busy:
        return []
    members = sorted({member for member, _ in asked} | set(busy))
    return await store.read_open(conn, tenant_id, members, asked)
