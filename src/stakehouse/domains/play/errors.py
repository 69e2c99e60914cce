"""The refusals of play."""

from stakehouse.kernel.errors import Kind, Refusal


class GameNotFound(Refusal):
    """No game of that name in this tenant's catalogue."""

    kind = Kind.NOT_FOUND


class GameClosed(Refusal):
    """The game is in the catalogue and not open."""

    kind = Kind.FORBIDDEN


class CurrencyNotPlayable(Refusal):
    """The game is not offered in this currency."""

    kind = Kind.INVALID


class StakeOutOfRange(Refusal):
    """The stake is below the least or above the highest of this game."""

    kind = Kind.INVALID


class RoundNotFound(Refusal):
    """No round of that id among the member's."""

    kind = Kind.NOT_FOUND


class RoundOpen(Refusal):
    """A round of this game is still open and is finished first."""

    kind = Kind.CONFLICT


class RoundClosed(Refusal):
    """The round is settled; there is no further step."""

    kind = Kind.CONFLICT


class AutoplayForbidden(Refusal):
    """The law of the house allows no bets that place themselves."""

    kind = Kind.FORBIDDEN


class StakeCapped(Refusal):
    """The stake is above what the law allows at the member's age."""

    kind = Kind.FORBIDDEN
