"""Records of rounds: the eighteen fields by which a regulator recalls one, put together from the books.

Nothing of it is kept twice. The round tells what was chosen and what came, the ledger what it moved and
what its player held before and after, identity from which sessions and places they were there.
"""

from collections.abc import Mapping, Sequence

from stakehouse.domains.games.types import RecordedSession, RoundRecord
from stakehouse.domains.identity import PastSession, members_by_id, sessions_between
from stakehouse.domains.jackpots import wins_of
from stakehouse.domains.ledger import BookedTransfer, Code, WalletKind, booked
from stakehouse.domains.play import GameTerms, Offer, RoundRow, operations_of, steps_of
from stakehouse.infra.tx import Tx
from stakehouse.kernel.clock import wire
from stakehouse.kernel.ids import MemberId, moment_of
from stakehouse.kernel.money import Currency, format_units

STAKES = frozenset({Code.BET})
WINS = frozenset({Code.WIN})


async def records(tx: Tx, offer: Offer, rows: Sequence[RoundRow]) -> list[RoundRecord]:
    """The records of some rounds, in the same order."""
    if not rows:
        return []
    ids = [row.round_id for row in rows]
    players = {row.member_id for row in rows}
    operations = await operations_of(tx, rows)
    transfers = await booked(tx, sorted(players), [each for all_of in operations.values() for each in all_of])
    moments = [moment_of(round_id) for round_id in ids]
    sessions = await sessions_between(tx, players, min(moments), max(moments))
    steps, wins = await steps_of(tx, ids), await wins_of(tx, ids)
    members = await members_by_id(tx, players)
    games = {game.id: game for game in offer.games.values()}
    told = []
    for row in rows:
        own = set(operations[row.round_id])
        game, currency = games[row.game_id], offer.currencies[row.currency]
        jackpots = wins.get(row.round_id, ())
        told.append(
            RoundRecord(
                cycle_id=row.round_id,
                player_id=row.member_id,
                player=members[row.member_id].username,
                session_id=row.session_id,
                sessions=_sessions(sessions, row),
                started_at=wire(moment_of(row.round_id)),
                settled_at=None if row.settled_at is None else wire(row.settled_at),
                status=row.status.value,
                theme=game.slug,
                engine=game.engine,
                paytable=f"{game.slug}@{row.config_version}",
                paytable_hash=_paytable_hash(game, row),
                currency=row.currency,
                denomination=format_units(1, currency.scale),
                **_money([each for each in transfers if each.operation_id in own], currency),
                is_jackpot_won=bool(jackpots),
                jackpot_wins=[
                    f"{jackpot.name}: {format_units(units, currency.scale)}" for jackpot, units in jackpots
                ],
                choices=row.choices,
                steps=[
                    {"action": step.action, "choices": step.choices, "outcome": step.outcome, "at": step.at}
                    for step in steps.get(row.round_id, ())
                ],
                display=row.outcome,
            )
        )
    return told


def _paytable_hash(game: GameTerms, row: RoundRow) -> str | None:
    """The hash of the paytable played on, as long as the catalogue still holds that version."""
    return game.config_hash if game.config_version == row.config_version else None


def _sessions(sessions: Mapping[MemberId, Sequence[PastSession]], row: RoundRow) -> list[RecordedSession]:
    """The session that the round names; of a round that names none, all that were open when it began."""
    at = moment_of(row.round_id)
    return [
        RecordedSession(past.session_id, past.address, past.device)
        for past in sessions.get(row.member_id, ())
        if (past.covers(at) if row.session_id is None else past.session_id == row.session_id)
    ]


def _money(transfers: Sequence[BookedTransfer], currency: Currency) -> dict[str, str]:
    """What a round moved, in the order of its transfers: the funds are those of the main wallet."""

    def total(chosen: Sequence[BookedTransfer]) -> str:
        return format_units(sum(each.units for each in chosen), currency.scale)

    main, bonus = WalletKind.MAIN.value, WalletKind.BONUS.value
    start, end = 0, 0
    touching = [each for each in transfers if main in {each.taken_from, each.given_to}]
    if touching:
        first, last = touching[0], touching[-1]
        is_paying = first.taken_from == main
        held = first.left_there if is_paying else first.held_then
        start = (held or 0) + (first.units if is_paying else -first.units)
        end = (last.left_there if last.taken_from == main else last.held_then) or 0
    stakes = [each for each in transfers if each.code in STAKES]
    return {
        "funds_at_start": format_units(start, currency.scale),
        "funds_at_end": format_units(end, currency.scale),
        "wagered": total(stakes),
        "wagered_incentive": total([each for each in stakes if each.taken_from == bonus]),
        "won": total([each for each in transfers if each.code in WINS | {Code.JACKPOT_WIN}]),
        "won_jackpot": total([each for each in transfers if each.code is Code.JACKPOT_WIN]),
        "jackpot_contributions": total(
            [each for each in transfers if each.code is Code.JACKPOT_CONTRIBUTION]
        ),
        "purchases": format_units(0, currency.scale),
        "fees": format_units(0, currency.scale),
    }
