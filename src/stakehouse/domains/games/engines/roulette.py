"""Roulette, European: one zero, every bet of the cloth, several bets in one round.

Every bet on n numbers pays 36/n times its stake (the stake included) and so returns 36/37.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, final

from stakehouse.domains.games.errors import InvalidChoices, InvalidConfiguration
from stakehouse.domains.games.ports import SingleStep
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields
from stakehouse.domains.games.rules.multiples import multiple_text, pay
from stakehouse.domains.games.rules.published import POCKETS, roulette_number
from stakehouse.domains.games.types import Play, Scheme
from stakehouse.kernel.money import InvalidAmount, format_units, parse_units

_VERSION: Final = 1
_PAID: Final = 36
_NUMBERS_MAX: Final = 18

RED: Final = frozenset({1, 3, 5, 7, 9, 12, 14, 16, 18, 19, 21, 23, 25, 27, 30, 32, 34, 36})

_COLUMNS: Final = tuple(frozenset(range(first, 37, 3)) for first in (1, 2, 3))
_DOZENS: Final = tuple(frozenset(range(first, first + 12)) for first in (1, 13, 25))

_OUTSIDE: Final[Mapping[str, frozenset[int]]] = {
    "red": RED,
    "black": frozenset(range(1, 37)) - RED,
    "odd": frozenset(range(1, 37, 2)),
    "even": frozenset(range(2, 37, 2)),
    "low": frozenset(range(1, 19)),
    "high": frozenset(range(19, 37)),
    "basket": frozenset(range(4)),
}
"""Bets that name their numbers by themselves."""

_THIRDS: Final[Mapping[str, tuple[frozenset[int], ...]]] = {"column": _COLUMNS, "dozen": _DOZENS}
"""Bets on one of three parts of the cloth."""

_NAMES: Final = (1, 2, 3)


def _splits() -> frozenset[frozenset[int]]:
    across = {frozenset({n, n + 1}) for n in range(1, 36) if n % 3}
    along = {frozenset({n, n + 3}) for n in range(1, 34)}
    with_zero = {frozenset({0, n}) for n in (1, 2, 3)}
    return frozenset(across | along | with_zero)


_INSIDE: Final[Mapping[str, frozenset[frozenset[int]]]] = {
    "straight": frozenset(frozenset({n}) for n in range(POCKETS)),
    "split": _splits(),
    "street": frozenset(frozenset(range(n, n + 3)) for n in range(1, 37, 3)),
    "trio": frozenset({frozenset({0, 1, 2}), frozenset({0, 2, 3})}),
    "corner": frozenset(frozenset({n, n + 1, n + 3, n + 4}) for n in range(1, 33) if n % 3),
    "six_line": frozenset(frozenset(range(n, n + 6)) for n in range(1, 34, 3)),
}
"""Bets whose numbers the player names; each must be a place on the cloth."""

KINDS: Final = (*_INSIDE, *_OUTSIDE, *_THIRDS)


@dataclass(frozen=True, slots=True)
class RouletteConfig:
    """How the house offers roulette: maths version and the most bets in one round."""

    version: int
    bets_max: int


@dataclass(frozen=True, slots=True)
class RouletteBet:
    """One bet on the cloth: its numbers in rising order and its stake in units."""

    kind: str
    numbers: tuple[int, ...]
    stake: int


@dataclass(frozen=True, slots=True)
class RouletteChoices:
    """The bets of one round, and the currency's decimals in which they were given."""

    bets: tuple[RouletteBet, ...]
    scale: int


@final
class RouletteEngine(SingleStep):
    """European roulette."""

    code = "roulette"
    title = "Roulette"

    def configure(self, raw: Mapping[str, object]) -> RouletteConfig:
        """Reads version and the most bets in one round."""
        fields = Fields.of(raw, ("version", "bets_max"), InvalidConfiguration)
        return RouletteConfig(
            version=fields.integer("version", _VERSION, _VERSION, default=_VERSION),
            bets_max=fields.integer("bets_max", 1, 200, default=100),
        )

    def public_config(self, config: RouletteConfig) -> dict[str, object]:
        """The paytable by kind of bet."""
        return {
            "engine": self.code,
            "version": config.version,
            "bets_max": config.bets_max,
            "max_win_multiplier": multiple_text(_PAID),
            "pockets": POCKETS,
            "paytable": {kind: multiple_text(_PAID, _size(kind)) for kind in KINDS},
        }

    def choose(
        self, config: RouletteConfig, raw: Mapping[str, object], stake: int, scale: int
    ) -> RouletteChoices:
        """Reads ``{bets: [{kind, numbers?, stake}]}``, whose stakes add up to the round's."""
        items = Fields.of(raw, ("bets",), InvalidChoices).items("bets", 1, config.bets_max)
        bets = tuple(_read_bet(item, scale) for item in items)
        total = sum(bet.stake for bet in bets)
        if total != stake:
            raise InvalidChoices(
                f"The bets add up to {format_units(total, scale)}, "
                f"the stake is {format_units(stake, scale)}.",
                field="bets",
            )
        return RouletteChoices(bets, scale)

    def play(self, config: RouletteConfig, choices: RouletteChoices, stake: int, draws: Draws) -> Play:
        """Spins once and pays every bet that holds the number."""
        del config
        number = roulette_number(draws)
        shown, payout = [], 0
        for bet in choices.bets:
            won = pay(bet.stake, _PAID, len(bet.numbers)) if number in bet.numbers else 0
            payout += won
            shown.append(
                {
                    "kind": bet.kind,
                    "numbers": list(bet.numbers),
                    "stake": format_units(bet.stake, choices.scale),
                    "payout": format_units(won, choices.scale),
                }
            )
        return Play(
            outcome={"number": number, "colour": colour(number), "bets": shown},
            payout=payout,
            multiplier=multiple_text(payout, stake),
        )

    def rtp(self, config: RouletteConfig, scheme: Scheme) -> dict[str, Fraction]:
        """36/37 for every kind of bet."""
        del config, scheme
        return {kind: Fraction(_PAID, _size(kind)) * _chance(kind) for kind in KINDS}

    def hit_rate(self, config: RouletteConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The numbers of the bet among 37."""
        del config, scheme
        return {kind: _chance(kind) for kind in KINDS}

    def max_multiplier(self, config: RouletteConfig) -> Fraction:
        """What a straight bet pays."""
        del config
        return Fraction(_PAID)

    def max_multiplier_chance(self, config: RouletteConfig, scheme: Scheme) -> Fraction:
        """The chance of a straight bet."""
        del config, scheme
        return _chance("straight")

    def outcome_for(self, config: RouletteConfig, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The number."""
        del config
        Fields.of(parameters, (), InvalidChoices)
        return roulette_number(draws)


def colour(number: int) -> str:
    """The colour of a pocket: green, red or black."""
    if number == 0:
        return "green"
    return "red" if number in RED else "black"


def _size(kind: str) -> int:
    """How many numbers a bet of that kind holds."""
    if kind in _OUTSIDE:
        return len(_OUTSIDE[kind])
    if kind in _THIRDS:
        return len(_THIRDS[kind][0])
    return len(next(iter(_INSIDE[kind])))


def _chance(kind: str) -> Fraction:
    return Fraction(_size(kind), POCKETS)


def _read_bet(item: object, scale: int) -> RouletteBet:
    fields = Fields.of(item, ("kind", "numbers", "stake"), InvalidChoices)
    kind = fields.option("kind", KINDS)
    numbers = _read_numbers(fields, kind)
    try:
        stake = parse_units(fields.values.get("stake"), scale, field="stake")
    except InvalidAmount as refused:
        raise InvalidChoices(refused.detail, field="stake") from refused
    if stake <= 0:
        raise InvalidChoices("Each bet needs a stake above zero.", field="stake")
    return RouletteBet(kind, tuple(sorted(numbers)), stake)


def _read_numbers(fields: Fields, kind: str) -> frozenset[int]:
    """The numbers of a bet, which must form a place of that kind on the cloth.

    Outside bets may leave them out; columns and dozens may be named by 1, 2 or 3.
    """
    if kind in _OUTSIDE and not fields.has("numbers"):
        return _OUTSIDE[kind]
    items = fields.items("numbers", 1, _NUMBERS_MAX)
    if kind in _THIRDS and len(items) == 1 and type(items[0]) is int and items[0] in _NAMES:
        return _THIRDS[kind][items[0] - 1]
    numbers = frozenset(item for item in items if type(item) is int)
    if len(numbers) != len(items) or numbers not in _places(kind):
        raise InvalidChoices(f"These numbers are not a {kind} on the table.", field="numbers")
    return numbers


def _places(kind: str) -> frozenset[frozenset[int]]:
    if kind in _OUTSIDE:
        return frozenset({_OUTSIDE[kind]})
    return frozenset(_THIRDS[kind]) if kind in _THIRDS else _INSIDE[kind]
