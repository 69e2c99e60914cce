"""What is told of a round: to its player, and to whoever hears of it."""

from typing import TypeVar

import msgspec

from stakehouse.domains.jackpots import Jackpot, WinRow
from stakehouse.domains.ledger import Plan, Wallet, WalletKind
from stakehouse.domains.play.types import (
    FairnessView,
    GameTerms,
    JackpotWinView,
    RoundRow,
    RoundStatus,
    RoundView,
    Scene,
    StepRow,
    StepView,
    WalletView,
)
from stakehouse.events.play import JackpotWon, LargeWager, LargeWin, RoundOpened, RoundSettled
from stakehouse.kernel.clock import wire, wire_millis
from stakehouse.kernel.fact import Fact
from stakehouse.kernel.money import Currency, format_units

Wins = list[tuple[Jackpot, WinRow]]
"""The pools that a bet won."""


def facts_of_bet(row: RoundRow, game: str, wins: Wins) -> list[Fact]:
    """What a decided bet announces: its round, and the pools that it won."""
    facts: list[Fact] = []
    if row.status is RoundStatus.OPEN:
        facts.append(
            RoundOpened(
                round_id=row.round_id,
                member_id=row.member_id,
                game=game,
                currency=row.currency,
                stake=row.stake,
            )
        )
    else:
        facts.append(settled(row, game))
    for _, win in wins:
        facts.append(
            JackpotWon(
                jackpot_id=win.jackpot_id,
                round_id=row.round_id,
                member_id=row.member_id,
                currency=row.currency,
                amount=win.amount,
            )
        )
    return facts


_Large = TypeVar("_Large", LargeWager, LargeWin)


def large(fact: type[_Large], row: RoundRow, game: str) -> _Large:
    """The fact that a round was staked or paid with a large amount."""
    return fact(
        round_id=row.round_id,
        member_id=row.member_id,
        game=game,
        currency=row.currency,
        stake=row.stake,
        payout=row.payout,
    )


def settled(row: RoundRow, game: str) -> RoundSettled:
    """The fact that a round has ended."""
    return RoundSettled(
        round_id=row.round_id,
        member_id=row.member_id,
        game=game,
        currency=row.currency,
        stake=row.stake,
        payout=row.payout,
        multiplier=row.multiplier,
    )


def view_of(
    row: RoundRow,
    game: GameTerms,
    currency: Currency,
    fairness: FairnessView,
    *,
    steps: list[StepView] | None = None,
    jackpot_wins: list[JackpotWinView] | None = None,
) -> RoundView:
    """A round as every face shows it; what the engine keeps for itself is never in it."""
    return RoundView(
        id=str(row.round_id),
        game=game.slug,
        currency=currency.code,
        stake=format_units(row.stake, currency.scale),
        payout=format_units(row.payout, currency.scale),
        multiplier=row.multiplier,
        choices=msgspec.Raw(row.choices),
        outcome=msgspec.Raw(row.outcome),
        status=row.status.value,
        fairness=fairness,
        steps=steps or [],
        actions=row.actions,
        jackpot_wins=jackpot_wins or [],
        created_at=wire_millis(row.round_id.int >> 80),
        settled_at=wire(row.settled_at) if row.settled_at is not None else None,
    )


def step_view(step: StepRow, scene: Scene) -> StepView:
    """A step as it is shown at once."""
    return StepView(step.action, msgspec.Raw(step.choices), msgspec.Raw(step.outcome), wire(scene.now))


def wins_shown(wins: Wins, currency: Currency) -> list[JackpotWinView]:
    """The pools that a round won."""
    return [
        JackpotWinView(jackpot.name, jackpot.level.value, format_units(win.amount, currency.scale))
        for jackpot, win in wins
    ]


def wallet_view(scene: Scene, currency: Currency, main: Wallet, plan: Plan) -> WalletView:
    """The member's accounts once a plan is booked."""
    bonus = Wallet(main.member_id, WalletKind.BONUS, main.currency)
    return WalletView(
        format_units(scene.books.planned(plan, main), currency.scale),
        format_units(scene.books.balance(bonus), currency.scale),
    )
