"""The seed pairs of one group: who draws from what, and how nonces move on.

A pair is a committed server seed and a client seed; the nonce counts the rounds under it over all
games. A nonce is taken when a bet is decided, so a refused bet leaves no gap, and it is stored in
the transaction of the debit.
"""

from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.hmac import HMAC

from stakehouse.domains.games.rules.draws import Draws, open_draws
from stakehouse.domains.games.types import Scheme
from stakehouse.kernel.ids import MemberId


@dataclass(slots=True)
class Pair:
    """A member's pair in force. Holds the secret server seed: never shown, never logged.

    Attributes:
        server_seed: as :func:`~stakehouse.domains.games.rules.draws.keyed` made it.
        nonce_read: the nonce as it was read, or left by an earlier group.
    """

    member_id: MemberId
    pair_id: UUID
    scheme: Scheme
    server_seed: HMAC = field(compare=False)  # its hash tells
    server_seed_hash: str
    client_seed: str
    nonce: int
    nonce_read: int

    def __repr__(self) -> str:
        """Names the pair and nothing secret."""
        return f"Pair({self.pair_id})"

    def fresh(self) -> "Pair":
        """The same pair for another group, which has not taken a nonce yet."""
        return Pair(
            self.member_id,
            self.pair_id,
            self.scheme,
            self.server_seed,
            self.server_seed_hash,
            self.client_seed,
            self.nonce,
            self.nonce,
        )

    def draws(self, game: str, nonce: int) -> Draws:
        """The draws of the round with this nonce."""
        return open_draws(
            self.scheme, server_seed=self.server_seed, client_seed=self.client_seed, nonce=nonce, game=game
        )

    def word(self, code: str, nonce: int) -> int:
        """The first 64-bit word of the same seeds for another draw (jackpots), always as in pf2."""
        draws = open_draws(
            Scheme.PF2, server_seed=self.server_seed, client_seed=self.client_seed, nonce=nonce, game=code
        )
        return draws.word()

    def advance(self) -> None:
        """Takes the nonce: the next round has the next one."""
        self.nonce += 1


@dataclass(slots=True)
class Pairs:
    """The games' working state for one group."""

    by_member: dict[MemberId, Pair]

    def after(self, member_id: MemberId) -> Pair:
        """A member's pair as it reads after the group is written."""
        return self.by_member[member_id].fresh()

    def of(self, member_id: MemberId) -> Pair:
        """The member's pair in force; the group has read it or made it."""
        return self.by_member[member_id]

    def touched(self) -> list[Pair]:
        """The pairs whose nonce moved, in key order."""
        moved = [pair for pair in self.by_member.values() if pair.nonce != pair.nonce_read]
        return sorted(moved, key=lambda pair: pair.member_id)
