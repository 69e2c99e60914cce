"""What a game must be able to do: pure computation from configuration, choices and draws."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Protocol, TypeVar

from stakehouse.domains.games.errors import InvalidChoices
from stakehouse.domains.games.rules.draws import Draws
from stakehouse.domains.games.types import Play, Scheme

ConfigT = TypeVar("ConfigT")
ChoicesT = TypeVar("ChoicesT")


class Engine(Protocol[ConfigT, ChoicesT]):
    """One game. Engines are stateless: the same input always gives the same play.

    Returns, hit rates and chances are exact for draws that are equally likely. pf2's are; pf1's
    scaling departs from that by less than n in 2^32 for a draw of n, as published.
    """

    @property
    def code(self) -> str:
        """The engine's name in the catalogue and in pf2's messages."""
        ...

    @property
    def title(self) -> str:
        """The engine's name for people."""
        ...

    @property
    def is_multi_step(self) -> bool:
        """Whether a round may stay open after the bet."""
        ...

    def configure(self, raw: Mapping[str, object]) -> ConfigT:
        """The configuration that an operator's values stand for; no values give the shipped one.

        Raises:
            InvalidConfiguration: a value is unknown, malformed or contradicts another.
        """
        ...

    def public_config(self, config: ConfigT) -> dict[str, object]:
        """All that the page and the verifier need: paytable, options and limits, JSON-ready."""
        ...

    def choose(self, config: ConfigT, raw: Mapping[str, object], stake: int, scale: int) -> ChoicesT:
        """The player's choices, read strictly.

        Args:
            config: from ``configure``.
            raw: what came over the wire.
            stake: units of the whole bet, above zero.
            scale: decimals of the currency, for amounts within the choices.

        Raises:
            InvalidChoices: with a sentence and the field.
        """
        ...

    def play(self, config: ConfigT, choices: ChoicesT, stake: int, draws: Draws) -> Play:
        """What the bet leads to: settled, or open with the actions that are possible."""
        ...

    def step(
        self,
        config: ConfigT,
        state: Mapping[str, object],
        action: str,
        raw: Mapping[str, object],
        *,
        stake: int,
        draws: Draws,
    ) -> Play:
        """What a further step of an open round leads to; draws are those of the round, anew.

        Raises:
            InvalidChoices: the action is not possible now, or its choices are malformed.
        """
        ...

    def abandon(self, config: ConfigT, state: Mapping[str, object], stake: int, draws: Draws) -> Play:
        """How an open round is settled by rule when the player does not come back."""
        ...

    def rtp(self, config: ConfigT, scheme: Scheme) -> dict[str, Fraction]:
        """The exact return of each way of betting, as a share of the stake."""
        ...

    def hit_rate(self, config: ConfigT, scheme: Scheme) -> dict[str, Fraction]:
        """The exact chance that each way of betting pays anything."""
        ...

    def max_multiplier(self, config: ConfigT) -> Fraction:
        """The largest multiple of its stake that one round can pay."""
        ...

    def max_multiplier_chance(self, config: ConfigT, scheme: Scheme) -> Fraction:
        """The exact chance of that largest multiple for the player who aims at it."""
        ...

    def outcome_for(self, config: ConfigT, draws: Draws, parameters: Mapping[str, object]) -> object:
        """The raw outcome in the scheme's published terms, JSON-ready, whatever was bet.

        Raises:
            InvalidChoices: a parameter the outcome depends on is missing or malformed.
        """
        ...


class SingleStep:
    """What every game whose rounds end with the bet answers about steps."""

    is_multi_step = False

    def step(
        self,
        config: object,
        state: Mapping[str, object],
        action: str,
        raw: Mapping[str, object],
        *,
        stake: int,
        draws: Draws,
    ) -> Play:
        """Refuses: there is no second step."""
        del config, state, action, raw, stake, draws
        raise InvalidChoices("This game has no further steps.", field="action")

    def abandon(self, config: object, state: Mapping[str, object], stake: int, draws: Draws) -> Play:
        """Cannot be asked: such a round is never open."""
        del config, state, stake, draws
        raise AssertionError("a single-step round is never open")
