"""What a house and its law let members bet on."""

from stakehouse.domains.compliance import Turn
from stakehouse.domains.play.errors import (
    AutoplayForbidden,
    CurrencyNotPlayable,
    GameClosed,
    RoundOpen,
    StakeCapped,
    StakeOutOfRange,
)
from stakehouse.domains.play.types import Bet, GameTerms, RoundStatus, Scene, StakeLimits
from stakehouse.domains.tenancy import PlayKind
from stakehouse.kernel.money import Currency, format_units

SLOTS = PlayKind.SLOTS.value


def check_game(game: GameTerms, currency: Currency, stake: int) -> StakeLimits:
    """The limits that hold for a stake.

    Raises:
        GameClosed: the game is not open.
        CurrencyNotPlayable: it is not offered in this currency.
        StakeOutOfRange: the stake is outside its limits.
    """
    if not game.is_open:
        raise GameClosed("This game is closed at the moment.")
    limits = game.limits.get(currency.code)
    if limits is None:
        raise CurrencyNotPlayable(f"This game is not offered in {currency.code}.", field="currency")
    if not limits.stake_min <= stake <= limits.stake_max:
        least, most = (format_units(units, currency.scale) for units in (limits.stake_min, limits.stake_max))
        raise StakeOutOfRange(
            f"Stakes of this game lie between {least} and {most} {currency.code}.", field="stake"
        )
    return limits


def kind_of(game: GameTerms) -> PlayKind:
    """What the law takes a game for; one that spins reels is slots, whatever shelf it stands on."""
    return PlayKind.SLOTS if SLOTS in (game.engine, game.category) else PlayKind.CASINO


def check_terms(scene: Scene, bet: Bet) -> None:
    """Lets a bet pass that the law of the house allows; most laws ask nothing of it.

    Raises:
        AutoplayForbidden: the page placed it, and the law lets no bet place itself.
        TooFast: the shortest cycle of this kind of game is not over.
        ParallelPlay: another slot game is being played.
        StakeCapped: the stake is above the cap of the member's age.
    """
    terms = bet.terms
    if bet.is_automatic and not terms.autoplay:
        raise AutoplayForbidden("Each bet at this game is placed by hand here.")
    if terms.is_paced:
        scene.protections.check_pace(bet.member_id, bet.currency.code, turn_of(bet))
    if not terms.rules.stake_caps:
        return
    age = scene.protections.age_of(bet.member_id, bet.currency.code)
    cap = terms.rules.stake_cap(terms.kind, age, bet.currency)
    if cap is not None and bet.stake > cap:
        most = format_units(cap, bet.currency.scale)
        raise StakeCapped(
            f"The law allows you stakes of up to {most} {bet.currency.code} at this game.",
            field="stake",
            facts={"stake_max": most, "currency": bet.currency.code},
        )


def turn_of(bet: Bet) -> Turn:
    """What the law asks of a bet's pace."""
    terms = bet.terms
    return Turn(terms.kind.value, bet.game.id.hex, terms.cycle_ms, not terms.parallel)


def check_not_busy(scene: Scene, bet: Bet) -> None:
    """A multi-step game holds one open round a member.

    Raises:
        RoundOpen: an earlier round of the game is not finished.
    """
    if not bet.is_multi_step:
        return
    for row in scene.open_rounds.values():
        is_same = row.member_id == bet.member_id and row.game_id == bet.game.id
        if is_same and row.status is RoundStatus.OPEN:
            raise RoundOpen(
                "Finish your open round of this game first.", facts={"round_id": str(row.round_id)}
            )
