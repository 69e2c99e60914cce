"""Mines: 25 tiles, some with mines; every safe tile raises what cashing out pays.

After d safe tiles of a board with M mines a round pays (1 - edge) × C(25, d) / C(25 - M, d), which
is the inverse of the chance of getting there, so every moment to stop returns the same. The board
follows from the round's seeds; it is computed anew at each step and never stored or shown early.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Final, cast, final

from stakehouse.domains.games.errors import InvalidChoices, InvalidConfiguration
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields
from stakehouse.domains.games.rules.multiples import multiple_text, pay
from stakehouse.domains.games.rules.published import EDGE_BP, MINE_TILES, mine_tiles
from stakehouse.domains.games.types import Play, Scheme

_VERSION: Final = 1
_FULL_BP: Final = 10_000
_MINES_MAX: Final = MINE_TILES - 1
_MAX_WIN: Final = 1_000_000

REVEAL: Final = "reveal"
CASH_OUT: Final = "cash_out"


@dataclass(frozen=True, slots=True)
class MinesConfig:
    """How the house offers mines.

    Attributes:
        version: of the maths.
        edge_bp: the house edge in hundredths of a percent.
        max_win_multiplier: no tile may be opened that would lead beyond this multiple of the
            stake: the round is paid as soon as the next tile would.
    """

    version: int
    edge_bp: int
    max_win_multiplier: int

    def multiple(self, mines: int, revealed: int) -> tuple[int, int]:
        """What cashing out pays after so many safe tiles, as numerator and denominator."""
        paid = (_FULL_BP - self.edge_bp) * comb(MINE_TILES, revealed)
        return paid, _FULL_BP * comb(MINE_TILES - mines, revealed)

    def reveals_max(self, mines: int) -> int:
        """How many tiles can be opened before the round is paid by itself."""
        revealed = 0
        while revealed < MINE_TILES - mines:
            paid, unit = self.multiple(mines, revealed + 1)
            if paid > self.max_win_multiplier * unit:
                break
            revealed += 1
        return revealed


@dataclass(frozen=True, slots=True)
class MinesChoices:
    """How many mines the board holds."""

    mines: int


@final
class MinesEngine:
    """Mines."""

    code = "mines"
    title = "Mines"
    is_multi_step = True

    def configure(self, raw: Mapping[str, object]) -> MinesConfig:
        """Reads version, edge and largest win."""
        known = ("version", "edge_bp", "max_win_multiplier")
        fields = Fields.of(raw, known, InvalidConfiguration)
        return MinesConfig(
            version=fields.integer("version", _VERSION, _VERSION, default=_VERSION),
            edge_bp=fields.integer("edge_bp", 0, 2_000, default=EDGE_BP),
            # With 24 mines the first tile pays up to 25 times: less would leave no tile to open.
            max_win_multiplier=fields.integer("max_win_multiplier", MINE_TILES, 10**7, default=_MAX_WIN),
        )

    def public_config(self, config: MinesConfig) -> dict[str, object]:
        """The ladder of multipliers for each number of mines."""
        return {
            "engine": self.code,
            "version": config.version,
            "edge_bp": config.edge_bp,
            "max_win_multiplier": multiple_text(config.max_win_multiplier),
            "tiles": MINE_TILES,
            "mines": [1, _MINES_MAX],
            "ladders": {str(mines): _ladder(config, mines) for mines in range(1, MINE_TILES)},
        }

    def choose(self, config: MinesConfig, raw: Mapping[str, object], stake: int, scale: int) -> MinesChoices:
        """Reads ``{mines}``."""
        del config, stake, scale
        fields = Fields.of(raw, ("mines",), InvalidChoices)
        return MinesChoices(fields.integer("mines", 1, _MINES_MAX))

    def play(self, config: MinesConfig, choices: MinesChoices, stake: int, draws: Draws) -> Play:
        """Opens a round with every tile covered."""
        del stake, draws
        return _open(config, choices.mines, [])

    def step(
        self,
        config: MinesConfig,
        state: Mapping[str, object],
        action: str,
        raw: Mapping[str, object],
        *,
        stake: int,
        draws: Draws,
    ) -> Play:
        """Opens a tile (``{tile}``), or cashes out once a tile is open."""
        mines, revealed = _read_state(state)
        if action == REVEAL:
            tile = Fields.of(raw, ("tile",), InvalidChoices).integer("tile", 0, MINE_TILES - 1)
            if tile in revealed:
                raise InvalidChoices("This tile is open already.", field="tile")
            return _reveal(config, mines, [*revealed, tile], stake, draws)
        if action == CASH_OUT:
            Fields.of(raw, (), InvalidChoices)
            if not revealed:
                raise InvalidChoices("Open a tile before you cash out.", field="action")
            return _paid(config, _Board(mine_tiles(draws, mines), revealed), stake)
        raise InvalidChoices(f"Choose one of: {REVEAL}, {CASH_OUT}.", field="action")

    def abandon(self, config: MinesConfig, state: Mapping[str, object], stake: int, draws: Draws) -> Play:
        """Cashes out what was opened, or returns the stake if nothing was."""
        mines, revealed = _read_state(state)
        board = _Board(mine_tiles(draws, mines), revealed)
        if revealed:
            return _paid(config, board, stake)
        return Play(outcome=board.shown(is_won=False), payout=stake, multiplier="1.00")

    def rtp(self, config: MinesConfig, scheme: Scheme) -> dict[str, Fraction]:
        """One less the edge, for each number of mines and whenever the player stops."""
        del scheme
        return {
            f"{mines} mines": min(
                _chance(mines, revealed) * Fraction(*config.multiple(mines, revealed))
                for revealed in range(1, config.reveals_max(mines) + 1)
            )
            for mines in range(1, MINE_TILES)
        }

    def hit_rate(self, config: MinesConfig, scheme: Scheme) -> dict[str, Fraction]:
        """The chance that the first tile is safe."""
        del config, scheme
        return {f"{mines} mines": _chance(mines, 1) for mines in range(1, MINE_TILES)}

    def max_multiplier(self, config: MinesConfig) -> Fraction:
        """The top of the highest ladder."""
        return Fraction(*config.multiple(*_top(config)))

    def max_multiplier_chance(self, config: MinesConfig, scheme: Scheme) -> Fraction:
        """The chance of climbing that ladder to its top."""
        del scheme
        return _chance(*_top(config))

    def outcome_for(self, config: MinesConfig, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The tiles with mines, in the order drawn.

        ``{mines}`` says how many there are, ``{base}`` whether tiles are counted from 0 (as we do)
        or from 1 (as some verifiers do).
        """
        del config
        fields = Fields.of(parameters, ("mines", "base"), InvalidChoices)
        base = fields.integer("base", 0, 1, default=0)
        mines = fields.integer("mines", 1, _MINES_MAX)
        return [tile + base for tile in mine_tiles(draws, mines)]


@dataclass(frozen=True, slots=True)
class _Board:
    """Where the mines are, and which tiles were opened, in order. Never shown before the end."""

    mine_tiles: list[int]
    revealed: list[int]

    def shown(self, *, is_won: bool) -> dict[str, object]:
        """The outcome of a settled round."""
        return {
            "mines": len(self.mine_tiles),
            "revealed": self.revealed,
            "mine_tiles": self.mine_tiles,
            "is_won": is_won,
        }


def _reveal(config: MinesConfig, mines: int, revealed: list[int], stake: int, draws: Draws) -> Play:
    board = _Board(mine_tiles(draws, mines), revealed)
    if revealed[-1] in board.mine_tiles:
        return Play(outcome=board.shown(is_won=False), payout=0, multiplier="0.00")
    if len(revealed) == config.reveals_max(mines):
        return _paid(config, board, stake)
    return _open(config, mines, revealed)


def _open(config: MinesConfig, mines: int, revealed: list[int]) -> Play:
    now = multiple_text(*config.multiple(mines, len(revealed))) if revealed else "0.00"
    next_multiple = multiple_text(*config.multiple(mines, len(revealed) + 1))
    return Play(
        outcome={"mines": mines, "revealed": revealed, "next_multiplier": next_multiple},
        payout=0,
        multiplier=now,
        is_open=True,
        state={"mines": mines, "revealed": revealed},
        actions=(REVEAL, CASH_OUT) if revealed else (REVEAL,),
    )


def _paid(config: MinesConfig, board: _Board, stake: int) -> Play:
    paid, unit = config.multiple(len(board.mine_tiles), len(board.revealed))
    return Play(
        outcome=board.shown(is_won=True),
        payout=pay(stake, paid, unit),
        multiplier=multiple_text(paid, unit),
    )


def _read_state(state: Mapping[str, object]) -> tuple[int, list[int]]:
    """What ``_open`` wrote; it never left the server, hence no refusals."""
    return cast("int", state["mines"]), cast("list[int]", state["revealed"])


def _ladder(config: MinesConfig, mines: int) -> list[str]:
    return [
        multiple_text(*config.multiple(mines, revealed))
        for revealed in range(1, config.reveals_max(mines) + 1)
    ]


def _chance(mines: int, revealed: int) -> Fraction:
    """The chance that so many tiles are all safe."""
    return Fraction(comb(MINE_TILES - mines, revealed), comb(MINE_TILES, revealed))


def _top(config: MinesConfig) -> tuple[int, int]:
    """The number of mines, and of safe tiles, that pay most."""
    tops = ((mines, config.reveals_max(mines)) for mines in range(1, MINE_TILES))
    return max(tops, key=lambda top: Fraction(*config.multiple(*top)))
