"""The machine: strips, lines and paytable, read from configuration, and what one spin pays.

All pays are counted in line bets; a round's stake is spread evenly over the lines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from stakehouse.domains.games.errors import InvalidConfiguration
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.rules.fields import Fields

REELS: Final = 5
ROWS: Final = 3
VERSION: Final = 1

_STRIP_MIN: Final = 8
_STRIP_MAX: Final = 200
_LINES_MAX: Final = 50
_PAY_MAX: Final = 100_000
_FREE_SPINS_MAX: Final = 100
_FIELDS: Final = (
    "version",
    "name",
    "strips",
    "lines",
    "paytable",
    "wild",
    "scatter",
    "scatter_pays",
    "free_spins",
    "free_spins_max",
    "free_spin_multiplier",
    "max_win_multiplier",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """One slot machine, its symbols numbered for speed.

    Attributes:
        version: of the maths.
        name: what the machine is called.
        symbols: names by number.
        strips: the symbols round each reel, by number.
        lines: the row (0 top to 2 bottom) of each line on each reel.
        pays: line bets by symbol and run length (index 0 to 5).
        wild: the symbol that stands for any other but the scatter; never on the first reel.
        scatter: the symbol that counts anywhere in the window.
        scatter_pays: multiples of the whole stake by count of scatters (index 0 to 5).
        free_spins: spins won by count of scatters (index 0 to 5), in free spins too.
        free_spins_max: most free spins of one round.
        free_spin_multiplier: by which the pays of a free spin are raised.
        max_win_multiplier: the most a round pays, as a multiple of the stake.
        columns: the three symbols in the window, by reel and stop; the stop is the middle one.
        scatters: how many scatters the window shows, by reel and stop.
    """

    version: int
    name: str
    symbols: tuple[str, ...]
    strips: tuple[tuple[int, ...], ...]
    lines: tuple[tuple[int, ...], ...]
    pays: tuple[tuple[int, ...], ...]
    wild: int
    scatter: int
    scatter_pays: tuple[int, ...]
    free_spins: tuple[int, ...]
    free_spins_max: int
    free_spin_multiplier: int
    max_win_multiplier: int
    columns: tuple[tuple[tuple[int, ...], ...], ...]
    scatters: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class LineWin:
    """A run of one symbol from the left on one line, and its pay in line bets."""

    line: int
    symbol: int
    count: int
    units: int


@dataclass(frozen=True, slots=True)
class Spin:
    """One spin: where the reels stopped, what the lines won, and the pay in line bets.

    ``units`` is everything the spin pays, scatters and the free spins' multiplier included.
    """

    stops: tuple[int, ...]
    wins: tuple[LineWin, ...]
    scatters: int
    units: int


def spin(machine: Machine, draws: Draws, multiplier: int) -> Spin:
    """Draws one stop per reel, left to right, and adds up what the window pays."""
    stops = tuple(draws.below(len(strip)) for strip in machine.strips)
    window = [columns[stop] for columns, stop in zip(machine.columns, stops, strict=True)]
    wild, pays = machine.wild, machine.pays
    wins, units = [], 0
    for number, line in enumerate(machine.lines):
        symbol = window[0][line[0]]
        count = 1
        while count < REELS and window[count][line[count]] in (symbol, wild):
            count += 1
        won = pays[symbol][count]
        if won:
            wins.append(LineWin(number, symbol, count, won * multiplier))
            units += won
    scatters = sum(shown[stop] for shown, stop in zip(machine.scatters, stops, strict=True))
    units += machine.scatter_pays[scatters] * len(machine.lines)
    return Spin(stops, tuple(wins), scatters, units * multiplier)


def configure(raw: Mapping[str, object]) -> Machine:
    """The machine that an operator's values stand for.

    Raises:
        InvalidConfiguration: a value is unknown, malformed or contradicts another.
    """
    fields = Fields.of(raw, _FIELDS, InvalidConfiguration)
    name = fields.values.get("name")
    if not isinstance(name, str) or not 1 <= len(name) <= 64:  # noqa: PLR2004 - as a title
        raise InvalidConfiguration("Give the machine a name of 1 to 64 characters.", field="name")
    strips = _read_strips(fields)
    symbols = tuple(dict.fromkeys(symbol for strip in strips for symbol in strip))
    number = {symbol: index for index, symbol in enumerate(symbols)}
    wild = number[fields.option("wild", symbols)]
    scatter = number[fields.option("scatter", symbols)]
    numbered = tuple(tuple(number[symbol] for symbol in strip) for strip in strips)
    if wild == scatter or wild in numbered[0]:
        raise InvalidConfiguration(
            "The wild must differ from the scatter and stay off the first reel.", field="wild"
        )
    scatters = tuple(_shown(strip, scatter) for strip in numbered)
    if any(count > 1 for reel in scatters for count in reel):
        raise InvalidConfiguration("Keep scatters of one strip at least three places apart.", field="strips")
    return Machine(
        version=fields.integer("version", VERSION, VERSION, default=VERSION),
        name=name,
        symbols=symbols,
        strips=numbered,
        lines=_read_lines(fields),
        pays=_read_pays(fields, number, unpaid={wild, scatter}),
        wild=wild,
        scatter=scatter,
        scatter_pays=_read_counts(fields.values.get("scatter_pays"), 1_000, "scatter_pays"),
        free_spins=_read_counts(fields.values.get("free_spins"), _FREE_SPINS_MAX, "free_spins"),
        free_spins_max=fields.integer("free_spins_max", 0, _FREE_SPINS_MAX),
        free_spin_multiplier=fields.integer("free_spin_multiplier", 1, 10),
        max_win_multiplier=fields.integer("max_win_multiplier", 1, 1_000_000),
        columns=tuple(_columns(strip) for strip in numbered),
        scatters=scatters,
    )


def described(machine: Machine) -> dict[str, object]:
    """The machine as ``configure`` would read it again."""
    name = machine.symbols
    return {
        "version": machine.version,
        "name": machine.name,
        "strips": [[name[symbol] for symbol in strip] for strip in machine.strips],
        "lines": [list(line) for line in machine.lines],
        "paytable": {
            name[symbol]: _named_counts(pays) for symbol, pays in enumerate(machine.pays) if any(pays)
        },
        "wild": name[machine.wild],
        "scatter": name[machine.scatter],
        "scatter_pays": _named_counts(machine.scatter_pays),
        "free_spins": _named_counts(machine.free_spins),
        "free_spins_max": machine.free_spins_max,
        "free_spin_multiplier": machine.free_spin_multiplier,
        "max_win_multiplier": machine.max_win_multiplier,
    }


def _columns(strip: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """What the window shows at each stop: the place before it, itself and the place after."""
    size = len(strip)
    return tuple((strip[at - 1], strip[at], strip[(at + 1) % size]) for at in range(size))


def _shown(strip: Sequence[int], scatter: int) -> tuple[int, ...]:
    return tuple(column.count(scatter) for column in _columns(strip))


def _read_strips(fields: Fields) -> list[list[str]]:
    strips = fields.items("strips", REELS, REELS)
    for strip in strips:
        if not isinstance(strip, list) or not _STRIP_MIN <= len(strip) <= _STRIP_MAX:
            raise InvalidConfiguration(f"A strip holds {_STRIP_MIN} to {_STRIP_MAX} symbols.", field="strips")
        if not all(isinstance(symbol, str) and 1 <= len(symbol) <= 32 for symbol in strip):  # noqa: PLR2004 - as a name
            raise InvalidConfiguration("Symbols are names of 1 to 32 letters.", field="strips")
    return cast("list[list[str]]", strips)  # just checked


def _read_lines(fields: Fields) -> tuple[tuple[int, ...], ...]:
    lines = fields.items("lines", 1, _LINES_MAX)
    read = []
    for line in lines:
        rows = line if isinstance(line, list) else []
        if len(rows) != REELS or not all(type(row) is int and 0 <= row < ROWS for row in rows):
            raise InvalidConfiguration("A line names one row (0 to 2) per reel.", field="lines")
        read.append(tuple(rows))
    if len(set(read)) != len(read):
        raise InvalidConfiguration("No two lines may be the same.", field="lines")
    return tuple(read)


def _read_pays(fields: Fields, number: Mapping[str, int], unpaid: set[int]) -> tuple[tuple[int, ...], ...]:
    table = fields.values.get("paytable")
    if not isinstance(table, Mapping) or not table:
        raise InvalidConfiguration("Give pays by symbol and run length.", field="paytable")
    pays = [(0,) * (REELS + 1)] * len(number)
    for symbol, counts in table.items():
        if symbol not in number or number[symbol] in unpaid:
            raise InvalidConfiguration(
                "The paytable may name only symbols that are on the strips, "
                "and neither the wild nor the scatter.",
                field="paytable",
            )
        pays[number[symbol]] = _read_counts(counts, _PAY_MAX, "paytable")
    return tuple(pays)


def _read_counts(raw: object, high: int, field: str) -> tuple[int, ...]:
    """Values by count ("3": 20, …) as a tuple indexed by count, zero where not named."""
    if not isinstance(raw, Mapping):
        raise InvalidConfiguration('Give values by count, such as {"3": 5}.', field=field)
    values = [0] * (REELS + 1)
    for count, value in raw.items():
        if count not in ("2", "3", "4", "5") or type(value) is not int or not 0 <= value <= high:
            raise InvalidConfiguration(
                f'Counts are "2" to "5", values whole numbers from 0 to {high}.', field=field
            )
        values[int(count)] = value
    return tuple(values)


def _named_counts(values: Sequence[int]) -> dict[str, int]:
    return {str(count): value for count, value in enumerate(values) if value}
