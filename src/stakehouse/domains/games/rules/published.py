"""Published mappings: from draws to the outcome of each game, as players' tools compute it.

Sources of pf1: lucasholder/fair@ffbccd4, KyranRana/stake-provably-fair-api@2bdc7ee and
Kyran121/provably-fair-verifierform-stake@9e0e62a; pf2 is ours. The games of the house and
``stakehouse fairness verify`` use these same functions.
"""

from collections.abc import Callable, Mapping
from typing import Final

from stakehouse.domains.games.errors import InvalidChoices
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields
from stakehouse.domains.games.types import Scheme

EDGE_BP: Final = 100
"""The house edge of the published limbo and crash formulas, in hundredths of a percent."""

LIMBO_MAX_HUNDREDTHS: Final = 100_000_000
"""Largest multiplier of a pf2 limbo draw: 1,000,000.00."""

MINE_TILES: Final = 25
POCKETS: Final = 37

_FULL_BP: Final = 10_000
_KENO_NUMBERS: Final = 40
_KENO_DRAWN: Final = 10
_CARDS: Final = 52
_RANKS: Final = "23456789TJQKA"
_SUITS: Final = "DHSC"


def dice_sides(scheme: Scheme) -> int:
    """How many rolls there are: pf1 has 0.00 to 100.00, pf2 has 0.00 to 99.99."""
    return 10_001 if scheme is Scheme.PF1 else 10_000


def dice_hundredths(draws: Draws) -> int:
    """The roll in hundredths."""
    return draws.below(dice_sides(draws.scheme))


def limbo_hundredths(draws: Draws, edge_bp: int = EDGE_BP) -> int:
    """The multiplier in hundredths, at least 100."""
    if draws.scheme is Scheme.PF1:
        return limbo_pf1_hundredths(draws.bits(24), edge_bp)
    drawn = ((_FULL_BP - edge_bp) << 52) // (100 * (draws.bits(52) + 1))
    return max(100, min(LIMBO_MAX_HUNDREDTHS, drawn))


def limbo_pf1_hundredths(step: int, edge_bp: int = EDGE_BP) -> int:
    """The pf1 multiplier of a 24-bit step.

    Published verifiers evaluate this in binary64 from left to right and so, at 44 of the 2^24
    steps, land one hundredth below exact arithmetic. The player's tool must agree, so this is the
    one place where floats take part; what leaves it is a whole number.
    """
    return max(100, int(16777216 / (step + 1) * (1 - edge_bp / _FULL_BP) * 100))


def limbo_old_hundredths(draws: Draws) -> int:
    """The multiplier of the older limbo, over steps of 1e-8, as binary64 gives it."""
    return max(100, int(1e8 / (draws.below(10**8) + 1) * (1 - 0.01) * 100))


def roulette_number(draws: Draws, pockets: int = POCKETS) -> int:
    """The pocket: 37 of the European wheel, 38 of the American one (37 is 00)."""
    return draws.below(pockets)


def mine_tiles(draws: Draws, mines: int) -> list[int]:
    """The tiles (0 to 24) with mines, in the order drawn."""
    return draws.sample(MINE_TILES, mines)


def keno_numbers(draws: Draws) -> list[int]:
    """Ten of 1 to 40, in the order drawn."""
    return [index + 1 for index in draws.sample(_KENO_NUMBERS, _KENO_DRAWN)]


def plinko_directions(draws: Draws, rows: int) -> list[int]:
    """The way at each row: 0 left, 1 right; their sum is the bucket."""
    return [draws.below(2) for _ in range(rows)]


def wheel_segment(draws: Draws, segments: int) -> int:
    """The segment that stops at the pointer."""
    return draws.below(segments)


def coin_sides(draws: Draws, flips: int) -> list[str]:
    """Tails for the lower half of the fractions (pf1: one half included), heads otherwise."""
    if draws.scheme is Scheme.PF1:
        return ["tails" if draws.word() <= 2**31 else "heads" for _ in range(flips)]
    return ["tails" if draws.below(2) == 0 else "heads" for _ in range(flips)]


def diamond_gems(draws: Draws) -> list[int]:
    """Five gems of seven kinds."""
    return [draws.below(7) for _ in range(5)]


def tower_eggs(draws: Draws, *, rows: int, tiles: int, eggs: int) -> list[list[int]]:
    """The tiles with eggs, row by row."""
    return [draws.sample(tiles, eggs) for _ in range(rows)]


def card_name(index: int) -> str:
    """The card of a rank-major index: 0 is 2D, then 2H, 2S, 2C, 3D … 51 is AC."""
    rank = _RANKS[index // 4]
    return ("10" if rank == "T" else rank) + _SUITS[index % 4]


def endless_cards(draws: Draws, count: int) -> list[str]:
    """Cards from a deck that never runs out."""
    return [card_name(draws.below(_CARDS)) for _ in range(count)]


def deck_cards(draws: Draws, count: int) -> list[str]:
    """Cards from one deck, without replacement."""
    return [card_name(index) for index in draws.sample(_CARDS, count)]


def in_terms_of(scheme: Scheme, hundredths: int) -> int | float:
    """Hundredths as the scheme publishes them: pf1 a number with decimals, pf2 whole hundredths."""
    return hundredths / 100 if scheme is Scheme.PF1 else hundredths


def _limbo_old(draws: Draws, fields: Fields) -> object:
    del fields
    return limbo_old_hundredths(draws) / 100


def _american(draws: Draws, fields: Fields) -> object:
    del fields
    return roulette_number(draws, 38)


def _keno(draws: Draws, fields: Fields) -> object:
    del fields
    return keno_numbers(draws)


def _plinko(draws: Draws, fields: Fields) -> object:
    directions = plinko_directions(draws, fields.integer("rows", 8, 16))
    return sum(directions) if draws.scheme is Scheme.PF1 else directions


def _wheel(draws: Draws, fields: Fields) -> object:
    return wheel_segment(draws, fields.integer("segments", 2, 1000))


def _coin(draws: Draws, fields: Fields) -> object:
    return coin_sides(draws, fields.integer("flips", 1, 100, default=1))


def _diamonds(draws: Draws, fields: Fields) -> object:
    del fields
    return diamond_gems(draws)


def _tower(draws: Draws, fields: Fields) -> object:
    tiles = fields.integer("tiles", 2, 10)
    return tower_eggs(
        draws,
        rows=fields.integer("rows", 1, 20, default=9),
        tiles=tiles,
        eggs=fields.integer("eggs", 1, tiles - 1),
    )


def _chicken(draws: Draws, fields: Fields) -> object:
    return draws.sample(20, fields.integer("deaths", 1, 10))


def _pump(draws: Draws, fields: Fields) -> object:
    return draws.sample(25, fields.integer("pops", 1, 10))


def _endless(draws: Draws, fields: Fields) -> object:
    return endless_cards(draws, fields.integer("cards", 1, 100, default=10))


def _deck(draws: Draws, fields: Fields) -> object:
    return deck_cards(draws, fields.integer("cards", 1, 52, default=10))


PUBLISHED: Final[Mapping[str, tuple[Callable[[Draws, Fields], object], frozenset[str]]]] = {
    "limbo-old": (_limbo_old, frozenset()),
    "roulette-american": (_american, frozenset()),
    "keno": (_keno, frozenset()),
    "plinko": (_plinko, frozenset({"rows"})),
    "wheel": (_wheel, frozenset({"segments"})),
    "coin": (_coin, frozenset({"flips"})),
    "diamonds": (_diamonds, frozenset()),
    "tower": (_tower, frozenset({"rows", "tiles", "eggs"})),
    "chicken": (_chicken, frozenset({"deaths"})),
    "pump": (_pump, frozenset({"pops"})),
    "cards": (_endless, frozenset({"cards"})),
    "deck": (_deck, frozenset({"cards"})),
}
"""Games with a published mapping and no engine of ours, with the parameters each reads."""


def published_outcome(draws: Draws, game: str, parameters: Mapping[str, object]) -> object:
    """The raw outcome of a published game, JSON-ready.

    Raises:
        InvalidChoices: a parameter is unknown, missing or out of bounds.
        KeyError: the game is not in ``PUBLISHED``.
    """
    mapping, known = PUBLISHED[game]
    return mapping(draws, Fields.of(parameters, known, InvalidChoices))
