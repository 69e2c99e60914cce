"""What both faces say of a pool."""

from stakehouse.domains.jackpots.types import JackpotView
from stakehouse.infra.web.shapes import Answer, Moment
from stakehouse.kernel.ids import MemberId
from stakehouse.kernel.money import Currency, format_units


class LastWinOut(Answer):
    """The latest win of a pool; whose it was stays between the house and that member."""

    amount: str
    at: Moment
    member_masked: str


class PoolOut(Answer):
    """A pool: what is in it, what feeds it, and how it is won."""

    id: str
    name: str
    level: str
    currency: str
    amount: str
    seed_amount: str
    contribution_bp: int
    funding: str
    stake_per_hit: str
    odds_text: str
    last_win: LastWinOut | None


def pool_fields(view: JackpotView, currency: Currency) -> dict[str, object]:
    """The fields of :class:`PoolOut`, for it and for what adds to it."""
    jackpot, scale = view.jackpot, currency.scale
    return {
        "id": str(jackpot.id),
        "name": jackpot.name,
        "level": jackpot.level.value,
        "currency": currency.code,
        "amount": format_units(view.amount, scale),
        "seed_amount": format_units(jackpot.seed_amount, scale),
        "contribution_bp": jackpot.contribution_bp,
        # The share comes out of the house's part of the stake; the player pays nothing on top.
        "funding": "stake",
        "stake_per_hit": format_units(jackpot.stake_per_hit, scale),
        "odds_text": odds_text(jackpot.stake_per_hit, currency),
        "last_win": _last_win(view, scale),
    }


def odds_text(stake_per_hit: int, currency: Currency) -> str:
    """The odds in a sentence: ``one win per 250,000.00 EUR staked on average``."""
    whole, dot, rest = format_units(stake_per_hit, currency.scale).partition(".")
    return f"one win per {int(whole):,}{dot}{rest} {currency.code} staked on average"


def masked(member_id: MemberId) -> str:
    """Three characters of an id: enough to find oneself, too few to find anybody else."""
    tail = member_id.hex[-3:]
    return f"{tail[0]}***{tail[1:]}"


def _last_win(view: JackpotView, scale: int) -> LastWinOut | None:
    if view.last_win_amount is None or view.last_win_at is None or view.last_win_member is None:
        return None
    return LastWinOut(
        amount=format_units(view.last_win_amount, scale),
        at=view.last_win_at,
        member_masked=masked(view.last_win_member),
    )
