"""Draws: how seeds and a nonce become unpredictable, repeatable numbers (schemes pf1 and pf2).

Both schemes read blocks of ``HMAC_SHA256(key=server_seed, message)`` where the server seed is used
as ASCII text. pf1 is the scheme published by several houses and their players' verifiers; pf2 is
ours. ``docs/guides/fairness.md`` works both through by hand.
"""

import hashlib
import re
from abc import ABC, abstractmethod
from struct import Struct
from typing import ClassVar, Final, final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from typing_extensions import override

from stakehouse.domains.games.errors import InvalidSeed
from stakehouse.domains.games.types import Scheme

NONCE_FIRST: Final = 0
"""The nonce of the first round under a pair of seeds."""

NONCE_MAX: Final = 2**63 - 1
"""Largest nonce the store can hold."""

_SERVER_SEED = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def commitment(server_seed: str) -> str:
    """The SHA-256 of the server seed's text, in hexadecimal: shown before the first bet."""
    return hashlib.sha256(server_seed.encode()).hexdigest()


def check_client_seed(client_seed: object) -> str:
    """The client seed, if it is one.

    A seed with a separator in it would make two different pairs produce one message, hence the
    narrow alphabet.

    Raises:
        InvalidSeed: not 1 to 64 letters, digits, ``-`` or ``_``.
    """
    if isinstance(client_seed, str) and _NAME.fullmatch(client_seed):
        return client_seed
    raise InvalidSeed(
        "A client seed is 1 to 64 letters, digits, hyphens or underscores.", field="client_seed"
    )


def check_server_seed(server_seed: object) -> str:
    """The server seed, if it is one.

    Raises:
        InvalidSeed: not 64 lower-case hexadecimal characters.
    """
    if isinstance(server_seed, str) and _SERVER_SEED.fullmatch(server_seed):
        return server_seed
    raise InvalidSeed("A server seed is 64 lower-case hexadecimal characters.", field="server_seed")


def keyed(server_seed: str) -> HMAC:
    """HMAC-SHA256 under a server seed, to be copied for each block.

    Setting the key up costs more than a block does. It is as secret as the seed itself.
    """
    return HMAC(server_seed.encode(), SHA256())


class Draws(ABC):
    """The numbers of one round, produced lazily and always in the same order.

    Holds a server seed: never log it and never let it outlive the round's computation.
    """

    __slots__ = ("_block", "_key", "_prefix", "_words")

    scheme: ClassVar[Scheme]
    _layout: ClassVar[Struct]

    def __init__(self, server_seed: str | HMAC, prefix: str) -> None:
        """Starts before the first block; a block's message is the prefix and its number."""
        self._key = keyed(server_seed) if isinstance(server_seed, str) else server_seed
        self._prefix = prefix
        self._block = 0
        self._words: list[int] = []

    def __repr__(self) -> str:
        """Names the scheme and nothing secret."""
        return f"<{type(self).__name__}>"

    def word(self) -> int:
        """The next big-endian word: 32 bits in pf1, 64 bits in pf2."""
        words = self._words
        if not words:
            block = self._key.copy()
            block.update(f"{self._prefix}{self._block}".encode())
            words.extend(self._layout.unpack(block.finalize()))
            words.reverse()
            self._block += 1
        return words.pop()

    @abstractmethod
    def below(self, bound: int) -> int:
        """The next whole number of 0 … bound - 1."""

    @abstractmethod
    def bits(self, count: int) -> int:
        """The leading ``count`` bits of the next word."""

    def sample(self, size: int, count: int) -> list[int]:
        """``count`` different numbers of 0 … size - 1, in the order drawn."""
        left = list(range(size))
        return [left.pop(self.below(len(left))) for _ in range(count)]


@final
class Pf1Draws(Draws):
    """pf1: message ``client_seed:nonce:block``, eight 32-bit words a block, ``(u × n) >> 32``.

    The scaling favours some outcomes by less than n in 2^32; that is the published scheme.
    """

    __slots__ = ()

    scheme = Scheme.PF1
    _layout = Struct(">8I")

    def __init__(self, server_seed: str | HMAC, client_seed: str, nonce: int) -> None:
        """Opens the stream that all games share."""
        super().__init__(server_seed, f"{client_seed}:{nonce}:")

    @override
    def below(self, bound: int) -> int:
        return (self.word() * bound) >> 32

    @override
    def bits(self, count: int) -> int:
        return self.word() >> (32 - count)

    def fraction(self) -> float:
        """The next word as the published fraction of [0, 1), exact in binary64."""
        return self.word() / 2**32


@final
class Pf2Draws(Draws):
    """pf2: message ``pf2|game|client_seed|nonce|block``, four 64-bit words a block, rejection.

    Words at or above the largest multiple of n are taken out, so every outcome is equally likely.
    """

    __slots__ = ()

    scheme = Scheme.PF2
    _layout = Struct(">4Q")

    def __init__(self, server_seed: str | HMAC, client_seed: str, nonce: int, game: str) -> None:
        """Opens the stream of one game."""
        super().__init__(server_seed, f"pf2|{game}|{client_seed}|{nonce}|")

    @override
    def below(self, bound: int) -> int:
        limit = 2**64 - 2**64 % bound
        word = self.word()
        while word >= limit:
            word = self.word()
        return word % bound

    @override
    def bits(self, count: int) -> int:
        return self.word() >> (64 - count)


def open_draws(scheme: Scheme, *, server_seed: str | HMAC, client_seed: str, nonce: int, game: str) -> Draws:
    """The draws of one round.

    Seeds are taken as they are: what the house made and stored was checked when it was made.
    For text from outside use ``check_server_seed``, ``check_client_seed`` and ``check_nonce``.

    Args:
        scheme: the fairness scheme of the round.
        server_seed: 64 hexadecimal characters, used as text, or what :func:`keyed` made of them.
        client_seed: the player's text.
        nonce: the round's number under the pair, from 0.
        game: the engine's code; pf1 does not use it.
    """
    match scheme:
        case Scheme.PF1:
            return Pf1Draws(server_seed, client_seed, nonce)
        case Scheme.PF2:
            return Pf2Draws(server_seed, client_seed, nonce, game)


def check_nonce(nonce: object) -> int:
    """The nonce, if it is one.

    Raises:
        InvalidSeed: not a whole number of 0 … 2^63 - 1.
    """
    if isinstance(nonce, int) and not isinstance(nonce, bool) and 0 <= nonce <= NONCE_MAX:
        return nonce
    raise InvalidSeed("A nonce is a whole number from 0 upward.", field="nonce")


def check_game(game: object) -> str:
    """The game code, if it is one.

    Raises:
        InvalidSeed: not 1 to 64 letters, digits, ``-`` or ``_``.
    """
    if isinstance(game, str) and _NAME.fullmatch(game):
        return game
    raise InvalidSeed("A game code is 1 to 64 letters, digits, hyphens or underscores.", field="game")
