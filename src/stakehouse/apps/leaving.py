"""What leaving a house means, wired from the domains: what stands in the way, and what goes along.

Each line of ``SECTIONS`` is one file of the archive of personal data; a domain adds its own.
"""

from collections.abc import Mapping
from uuid import UUID

from stakehouse.domains import compliance, identity, ledger, play
from stakehouse.domains.identity import Departure, Member, Obstacle, Section
from stakehouse.domains.ledger import WalletKind
from stakehouse.domains.play import RoundFilter
from stakehouse.domains.tenancy import profile
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import format_units
from stakehouse.kernel.page import Page, decode_cursor

PAGE = 500
LOST = (WalletKind.BONUS,)
"""What is conditional is lost with the account; everything else is paid out first."""

Row = Mapping[str, object]


async def leaving(tx: Tx, member_id: MemberId) -> Departure:
    """Money blocks the way out until it is paid out, and a round until it is played; bonuses are lost."""
    house = await profile(tx)
    obstacles: list[Obstacle] = []
    losses: list[tuple[str, str, str]] = []
    for balance in await ledger.balances(tx, member_id):
        if balance.units == 0:
            continue
        amount = format_units(balance.units, house.currency(balance.currency).scale)
        if balance.kind in LOST:
            losses.append((balance.kind.value, amount, balance.currency))
        else:
            kind = "held" if balance.kind is WalletKind.LOCKED else "balance"
            obstacles.append(Obstacle(kind, amount, balance.currency))
    if await play.has_open_round(tx, member_id):
        obstacles.append(Obstacle("open_round"))
    return Departure(tuple(obstacles), tuple(losses))


async def _account(_tx: Tx, member: Member, _cursor: str | None) -> Page[Row]:
    row: Row = {
        "member_id": str(member.member_id),
        "username": member.username,
        "email": member.email,
        "birth_date": member.birth_date.isoformat(),
        "country": member.country,
        "currency": member.currency,
        "language": member.locale,
        "time_zone": member.time_zone,
        "identity_check": member.kyc_status.value,
        "standing": member.standing.value,
        "member_since": wire(member.created_at),
    }
    return Page([row], None)


async def _sessions(tx: Tx, member: Member, _cursor: str | None) -> Page[Row]:
    found = await identity.sessions_of(tx, member.user_id, identity.SessionAudience.PLAYER)
    rows: list[Row] = [
        {
            "device": session.device,
            "address": session.address,
            "since": wire(session.created_at),
            "last_seen": wire(session.last_seen_at),
        }
        for session in found
    ]
    return Page(rows, None)


async def _balances(tx: Tx, member: Member, _cursor: str | None) -> Page[Row]:
    house = await profile(tx)
    rows: list[Row] = [
        {
            "account": balance.kind.value,
            "currency": balance.currency,
            "balance": format_units(balance.units, house.currency(balance.currency).scale),
        }
        for balance in await ledger.balances(tx, member.member_id)
    ]
    return Page(rows, None)


async def _transactions(tx: Tx, member: Member, cursor: str | None) -> Page[Row]:
    house = await profile(tx)
    page = await ledger.statement(
        tx, member.member_id, kinds=tuple(WalletKind), after=_after(cursor), limit=PAGE
    )
    rows: list[Row] = [
        {
            "at": wire(line.created_at),
            "kind": line.code.name.lower(),
            "account": line.account.value,
            "currency": line.currency,
            "amount": format_units(line.units, house.currency(line.currency).scale),
            "balance_after": format_units(line.balance_after, house.currency(line.currency).scale),
            "reference": line.reference,
        }
        for line in page.items
    ]
    return Page(rows, page.next)


async def _rounds(tx: Tx, member: Member, cursor: str | None) -> Page[Row]:
    house = await profile(tx)
    page = await play.find_rounds(
        tx, RoundFilter(member_id=member.member_id), after=_after(cursor), limit=PAGE
    )
    rows: list[Row] = [
        {
            "round_id": str(row.round_id),
            "game_id": str(row.game_id),
            "currency": row.currency,
            "stake": format_units(row.stake, house.currency(row.currency).scale),
            "payout": format_units(row.payout, house.currency(row.currency).scale),
            "status": row.status.value,
            "choices": row.choices.decode(),
            "outcome": row.outcome.decode(),
            "settled_at": None if row.settled_at is None else wire(row.settled_at),
        }
        for row in page.items
    ]
    return Page(rows, page.next)


async def _limits(tx: Tx, member: Member, _cursor: str | None) -> Page[Row]:
    limits = [(state, state.limit) for state in await compliance.limits_of(tx, member.member_id)]
    rows: list[Row] = [
        {
            "kind": limit.kind.value,
            "period": limit.period.value,
            "currency": limit.currency,
            "limit": format_units(limit.units, limit.scale),
            "used": format_units(state.used, limit.scale),
        }
        for state, limit in limits
        if limit.units is not None
    ]
    return Page(rows, None)


async def _standings(tx: Tx, member: Member, _cursor: str | None) -> Page[Row]:
    rows: list[Row] = [
        {"at": wire(change.at), "from": change.before, "to": change.after, "reason": change.reason}
        for change in await identity.standing_history(tx, member.member_id)
    ]
    return Page(rows, None)


def _after(cursor: str | None) -> UUID | None:
    return decode_cursor(cursor)


SECTIONS: tuple[Section, ...] = (
    Section("account", _account),
    Section("sessions", _sessions),
    Section("standings", _standings),
    Section("limits", _limits),
    Section("balances", _balances),
    Section("transactions", _transactions),
    Section("rounds", _rounds),
)
"""What the archive of personal data holds, file by file."""
