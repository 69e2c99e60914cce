"""How fast a member may play, as the law of the house has it.

The last bet at each kind of game is kept as a short text in the row of the counters, which every bet
reads and writes anyway; a house whose law slows nothing keeps none.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from stakehouse.domains.compliance.errors import ParallelPlay, TooFast

APART_MS = 10_000
"""Who has bet at one game so lately is playing it: another one beside it is play in parallel."""

SECOND_MS = 1_000


class Turn(NamedTuple):
    """What is asked of a bet.

    Attributes:
        kind: of game, as the law tells them apart.
        game: its id.
        cycle_ms: the shortest time since the last bet at this kind.
        is_alone: whether only one game of the kind may be played at a time.
    """

    kind: str
    game: str
    cycle_ms: int
    is_alone: bool


class LastBet(NamedTuple):
    """The member's last bet at a kind of game."""

    at_ms: int
    game: str


def read(texts: Iterable[str]) -> dict[str, LastBet]:
    """The last bets by kind, out of the rows of all of a member's currencies."""
    last: dict[str, LastBet] = {}
    for text in texts:
        for part in text.split():
            kind, at_ms, game = part.split(":")
            found = LastBet(int(at_ms), game)
            if kind not in last or found.at_ms > last[kind].at_ms:
                last[kind] = found
    return last


def written(last: Mapping[str, LastBet]) -> str:
    """The last bets as a text."""
    return " ".join(f"{kind}:{bet.at_ms}:{bet.game}" for kind, bet in sorted(last.items()))


def check(last: Mapping[str, LastBet], turn: Turn, now_ms: int) -> None:
    """Lets a bet pass that comes late enough after the last one.

    Raises:
        TooFast: the shortest cycle of its kind is not over.
        ParallelPlay: another game of the kind is being played.
    """
    known = last.get(turn.kind)
    if known is None:
        return
    passed = now_ms - known.at_ms
    if passed < turn.cycle_ms:
        raise _later(
            TooFast, f"A game takes {turn.cycle_ms / SECOND_MS:g} seconds here.", turn.cycle_ms - passed
        )
    if turn.is_alone and known.game != turn.game and passed < APART_MS:
        raise _later(ParallelPlay, "Only one slot game is played at a time here.", APART_MS - passed)


def _later(refusal: type[TooFast] | type[ParallelPlay], why: str, wait_ms: int) -> TooFast | ParallelPlay:
    return refusal(
        f"{why} Bet again in {wait_ms / SECOND_MS:.1f} seconds.",
        retry_after_s=-(-wait_ms // SECOND_MS),
        facts={"retry_after_ms": wait_ms},
    )


def age_on(day: date, birth_date: date) -> int:
    """Whole years lived on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
