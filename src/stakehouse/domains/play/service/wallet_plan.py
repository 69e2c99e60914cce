"""The wallet engine's plan: what a group of bets and steps reads, decides and writes.

Play composes the participants beneath it (ledger, compliance, jackpots) and those that the domains
above it bring. Everybody locks in one order: accounts by id, then open rounds, then seeds; a pool
that is won comes last. So no two groups wait for each other in a circle. Who bet lately is not locked
but remembered, and the writes demand that it still holds (``at_hand``).
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from stakehouse.domains import compliance, jackpots, ledger
from stakehouse.domains.ledger import Wallet, WalletKind, account_id
from stakehouse.domains.play import store
from stakehouse.domains.play.ports import Part
from stakehouse.domains.play.rules.bets import InCompany, decide_bets, take_in
from stakehouse.domains.play.rules.steps import decide_step
from stakehouse.domains.play.service.at_hand import AtHand, Left
from stakehouse.domains.play.types import Bet, RoundRow, Scene, Step, WalletAct
from stakehouse.infra.group_commit import NeedsMore
from stakehouse.infra.outbox import tell_all
from stakehouse.infra.pipeline import Statement, Statements
from stakehouse.kernel.errors import Kind, Refusal
from stakehouse.kernel.ids import MemberId, TenantId

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
    parts: list[list[object]]
    remembered: set[MemberId] = field(default_factory=set)


class WalletPlan:
    """How the wallet engine carries out bets and steps."""

    def __init__(self, parts: Sequence[Part], at_hand: AtHand | None = None) -> None:
        """Keeps its parts.

        Args:
            parts: the participants of the domains above play.
            at_hand: remembers who bet lately; without it everybody is read each time.
        """
        self._parts = parts
        self._at_hand = at_hand

    def party(self, act: WalletAct) -> MemberId:
        """Whose state an act changes; no two groups under way share a member."""
        return act.member_id

    async def read(
        self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct], *, anew: bool = False
    ) -> GroupRows:
        """Recalls whom it remembers, and locks and reads all others.

        Args:
            conn: inside the group's transaction.
            tenant_id: of the group.
            acts: of the group.
            anew: whether to remember nobody, because the group failed before.
        """
        left = {} if anew or self._at_hand is None else self._recall(self._at_hand, tenant_id, acts)
        strangers = [act for act in acts if act.member_id not in left]
        rows = await self._look(conn, tenant_id, strangers) if strangers else self._nobody(tenant_id, acts)
        for member_id, known in left.items():
            rows.ledger.remember(known.accounts)
            rows.protections.remember(member_id, known.currency, known.protections)
            rows.pools.remember(known.entries)
            for part, row in zip(rows.parts, known.parts, strict=True):
                part.append(row)
        rows.remembered = set(left)
        return rows

    def _recall(
        self, at_hand: AtHand, tenant_id: TenantId, acts: Sequence[WalletAct]
    ) -> dict[MemberId, Left]:
        """What is remembered of members who only want what can be decided on it.

        All members of the group are taken out, for all of them may change.
        """
        currencies = _one_currency(acts)
        repeating = {act.member_id for act in acts if at_hand.knows((act.act.source, act.act.key))}
        found: dict[MemberId, Left] = {}
        for member_id in dict.fromkeys(act.member_id for act in acts):
            left = at_hand.take(tenant_id, member_id, currencies.get(member_id))
            if left is not None and member_id not in repeating:
                found[member_id] = left
        return found

    def _nobody(self, tenant_id: TenantId, acts: Sequence[WalletAct]) -> GroupRows:
        return GroupRows(
            time_zone=acts[0].time_zone,
            ledger=ledger.Rows(tenant_id, [], {}),
            protections=compliance.ProtectionRows(tenant_id, {}),
            pools=jackpots.PoolRows([]),
            open_rounds=[],
            parts=[[] for _ in self._parts],
        )

    async def _look(self, conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> GroupRows:
        """Locks the wallets in key order, then reads all that the decisions need."""
        accounts = {
            account_id(tenant_id, Wallet(act.member_id, kind, act.currency.code))
            for act in acts
            for kind in _WALLETS
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
            parts=list(parts),
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
            parts={part.name: part.state(read) for part, read in zip(self._parts, rows.parts, strict=True)},
            remembered=rows.remembered,
        )

    def decide(self, scene: Scene, acts: Sequence[WalletAct]) -> list[bytes | Refusal | None]:
        """The first answer if a key is known, else the decision; refusals of weight are kept.

        Raises:
            NeedsMore: a pool is about to be won.
        """
        answers: list[bytes | Refusal | None] = []
        for company in companies(acts):
            answers += self._together(scene, company)
        return answers

    def _together(self, scene: Scene, company: Sequence[WalletAct]) -> list[bytes | Refusal | None]:
        bets = [act for act in company if isinstance(act, Bet) and not scene.books.knows(act.act)]
        if len(bets) == len(company) > 1:
            with suppress(InCompany):
                return self._bets(scene, bets)
        return [self._alone(scene, act) for act in company]

    def _alone(self, scene: Scene, act: WalletAct) -> bytes | Refusal | None:
        try:
            known = scene.books.first_answer(act.act)
        except Refusal as refusal:
            return refusal
        if known is not None:
            return known
        if isinstance(act, Bet):
            return self._bets(scene, [act])[0]
        try:
            return decide_step(scene, act)
        except Refusal as refusal:
            return self._refuse(scene, act, refusal)

    def _bets(self, scene: Scene, bets: Sequence[Bet]) -> list[bytes | Refusal | None]:
        try:
            passages = decide_bets(scene, bets)
        except jackpots.PoolWanted as wanted:
            raise NeedsMore(wanted.jackpot) from wanted
        take_in(scene, passages)
        return [
            passage.answer if passage.refusal is None else self._refuse(scene, passage.bet, passage.refusal)
            for passage in passages
        ]

    def _refuse(self, scene: Scene, act: WalletAct, refusal: Refusal) -> Refusal | None:
        """The refusal, kept under its key if it stands for ever; ``None`` for who is only remembered."""
        if act.member_id in scene.remembered:
            scene.distrusted.add(act.member_id)
            return None
        if refusal.kind in REMEMBERED:
            scene.books.refuse(act.act, refusal)
        return refusal

    def writes(self, scene: Scene) -> Iterator[Statement]:
        """What writes all that was decided, about one statement a domain."""
        tenant_id, now = scene.tenant_id, scene.now
        yield from ledger.writes(scene.books, now)
        yield from compliance.writes_of_protections(scene.protections, now)
        yield from jackpots.writes(tenant_id, scene.pools, now)
        yield from store.writes(scene)
        for part in self._parts:
            yield from part.writes(tenant_id, scene.parts[part.name], now)
        yield from tell_all(tenant_id, scene.facts, now)

    def committed(self, scene: Scene, acts: Sequence[WalletAct]) -> None:
        """Remembers what the group left of its members."""
        at_hand = self._at_hand
        if at_hand is None:
            return
        for act in acts:
            at_hand.note((act.act.source, act.act.key))
        rows = [
            (member_id, currency, row)
            for member_id, currency in _one_currency(acts).items()
            if member_id not in scene.distrusted
            and (row := scene.protections.after(member_id, currency)) is not None
        ]
        wallets = [scene.books.after(member_id, currency, _WALLETS) for member_id, currency, _ in rows]
        entries = [scene.pools.after(member_id, currency) for member_id, currency, _ in rows]
        states = [
            [part.after(scene.parts[part.name], member_id) for part in self._parts]
            for member_id, _, _ in rows
        ]
        each = zip(rows, wallets, entries, states, strict=True)
        for (member_id, currency, row), accounts, shares, parts in each:
            at_hand.put(scene.tenant_id, member_id, Left(currency, accounts, row, shares, parts))

    def forget(self) -> None:
        """Remembers nobody any more."""
        if self._at_hand is not None:
            self._at_hand.forget()


_WALLETS = (WalletKind.MAIN, WalletKind.BONUS)


def _one_currency(acts: Sequence[WalletAct]) -> dict[MemberId, str]:
    """The currency of each member who wants nothing but bets that are decided at once, all in that one.

    Only of those is anything remembered: the steps of a round are carried out elsewhere, and what is
    counted in one currency is read together with the others.
    """
    found: dict[MemberId, str] = {}
    others = set()
    for act in acts:
        is_plain = isinstance(act, Bet) and not act.is_multi_step
        if not is_plain or found.setdefault(act.member_id, act.currency.code) != act.currency.code:
            others.add(act.member_id)
    return {member_id: currency for member_id, currency in found.items() if member_id not in others}


def companies(acts: Sequence[WalletAct]) -> Iterator[list[WalletAct]]:
    """Acts in arrival order, cut so that only bets stand together, and those of different members."""
    company: list[WalletAct] = []
    members: set[MemberId] = set()
    for act in acts:
        may_join = isinstance(act, Bet) and act.member_id not in members
        if company and not (may_join and isinstance(company[0], Bet)):
            yield company
            company, members = [], set()
        company.append(act)
        members.add(act.member_id)
    if company:
        yield company


async def _open_rounds(conn: Statements, tenant_id: TenantId, acts: Sequence[WalletAct]) -> list[RoundRow]:
    """The open rounds that matter to this group; single-step bets need none."""
    asked = [(act.member_id, act.round_id) for act in acts if isinstance(act, Step)]
    busy = [act.member_id for act in acts if isinstance(act, Bet) and act.is_multi_step]
    if not asked and not busy:
        return []
    members = sorted({member for member, _ in asked} | set(busy))
    return await store.read_open(conn, tenant_id, members, asked)
